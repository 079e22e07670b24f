"""A name is written otherwise in the other version.

Compares: names in Latin letters that stand in Japanese text (products and companies of several words) with the names of
the English text that it is paired with; codes (RR-PP-430a.2) in cells of rows that correspond; numbers of names (MZ-204, Tier 1) in
paragraphs that correspond; the securities code; telephone numbers; names of officers; sites (尼崎工場, Amagasaki Plant)
that stand for another one that both versions name; grades in rows.

Why it matters: a name that is one word off is another product or another company.

Flagged:
    その他は、Kumo Ethernet Standardおよび Kumo DSLです。
    Others are Kumo Ether Standard and Kumo DSL.

Left alone:
    その他は、Kumo Ethernet Standardおよび Kumo DSLです。
    Others are Kumo Ethernet Standard and Kumo DSL.

Limits: names of two words and more, of which one word differs and looks like the other. A form that the English version always uses is
its own. Plurals, abbreviations with a dot and legal forms (Inc., Corporation) do not count.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of entities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from bilingual.checks.building import pair_spots, sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.numbered_names import other_numbers
from bilingual.checks.persons import exchanged_persons, misspelled_persons
from bilingual.checks.phones import other_phones
from bilingual.checks.sites import exchanged_sites
from bilingual.checks.word_rows import other_grades
from bilingual.model.alignment import PairKind, SegmentReading, Side
from bilingual.model.document import Span
from bilingual.model.report import Finding, Severity
from bilingual.model.table import Row
from bilingual.text.normalize import fold

WORD_RE = re.compile(r"[A-Za-z0-9][A-Za-z0-9&+']*(?:[./-][A-Za-z0-9][A-Za-z0-9&+']*)*")
FORMS = frozenset(
    [
        "co",
        "company",
        "corp",
        "corporation",
        "group",
        "holding",
        "holdings",
        "inc",
        "incorporated",
        "limited",
        "llc",
        "ltd",
    ]
)
CODE_RE = re.compile(r"(?=[^\d]*\d)[A-Z]{1,6}\d{0,4}(?:[-.][A-Za-z0-9]{1,6}){1,4}")
"""The code of a disclosure, a standard or a product in a cell of its own: FN-CB-230a.1, E1-6."""
_SECURITY = r"[\s:#]{0,3}\(?([1-9][0-9A-Z]\d[0-9A-Z])(?![0-9A-Za-z]|\s?年)"
SECURITY_JA_RE = re.compile(rf"(?:証券コード(?:番号)?|(?<![ァ-ヶー・])コード(?:番号|(?=:))){_SECURITY}")
SECURITY_EN_RE = re.compile(
    rf"\b(?:(?:[Ss]ecurit(?:y|ies)|[Ss]tock|TSE)\s[Cc]ode(?:\s(?:[Nn]umber|[Nn]o\.?))?|[Cc]ode(?:\s[Nn]umber|\s[Nn]o\.?|(?=:))){_SECURITY}"
)
"""The code under which a company is listed: four digits, since 2024 also letters in the second and fourth place."""
DIGIT_RE = re.compile(r"\d")
MOST_OTHER = 2
"""Digits of a code that a slip changes."""
FEWEST_LETTERS = 8
SHORTEST = 4
"""Letters of the word that differs."""
PREFIX = 3
ALIKE = 55
"""Per cent that two words have in common (indel similarity)."""
PAIRED = 0.4
KINDS = frozenset({PairKind.PROSE, PairKind.NOTE, PairKind.HEADING})


class _Name(NamedTuple):
    words: tuple[str, ...]
    span: Span

    @property
    def text(self) -> str:
        return " ".join(self.words)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding for each name that differs."""
    yield from _codes(exam)
    yield from _securities(exam)
    yield from other_numbers(CHECK, exam)
    yield from other_phones(CHECK, exam)
    yield from misspelled_persons(CHECK, exam)
    yield from exchanged_persons(CHECK, exam)
    yield from exchanged_sites(CHECK, exam)
    yield from other_grades(CHECK, exam)
    told: set[tuple[str, str]] = set()
    for pair in exam.comparison.alignment.pairs:
        if pair.kind not in KINDS or pair.score < PAIRED:
            continue
        mine = [name for reading in pair.ja_readings for name in _names(reading) if len(name.words) > 1]
        if not mine:
            continue
        theirs = [name for reading in pair.en_readings for name in _names(reading)]
        held = _squeezed(reading.segment.text for reading in pair.en_readings)
        stated = _squeezed(reading.segment.text for reading in pair.ja_readings)
        for name in mine:
            if _squeezed([name.text]) in held:
                continue
            other = next((found for found in _parts(theirs, len(name.words)) if _differ(name, found)), None)
            if other is None or _squeezed([other.text]) in stated or (name.text, other.text) in told:
                continue
            if _is_own_form(exam.en, name, other):
                continue
            told.add((name.text, other.text))
            yield make(
                CHECK,
                Severity.WARNING,
                f"The name differs, {name.text} in Japanese, {other.text} in English.",
                spot(exam.ja, name.span, name.text),
                spot(exam.en, other.span, other.text),
            )


def _codes(exam: Examination) -> Iterator[Finding]:
    """Yield rows that correspond and name one code each, of which digits differ."""
    for pair in exam.row_pairs():
        if pair.ja_row is None or pair.en_row is None:
            continue
        mine, theirs = _codes_of(pair.ja_row), _codes_of(pair.en_row)
        if len(mine) != 1 or len(theirs) != 1:
            continue
        ja, en = mine[0], theirs[0]
        other = sum(map(str.__ne__, ja, en))
        if len(ja) == len(en) and 0 < other <= MOST_OTHER and DIGIT_RE.sub("", ja) == DIGIT_RE.sub("", en):
            about = f"{pair.ja_row.label} / {pair.en_row.label}"
            phrase = f"the code differs, {ja} in Japanese, {en} in English"
            yield make(CHECK, Severity.WARNING, sentence(about, phrase), *pair_spots(exam.ja, exam.en, pair))


def _securities(exam: Examination) -> Iterator[Finding]:
    """Yield one finding where each version names one securities code, and not the same."""
    mine, theirs = _named_codes(exam.ja, SECURITY_JA_RE), _named_codes(exam.en, SECURITY_EN_RE)
    if len(mine) != 1 or len(theirs) != 1 or mine.keys() == theirs.keys():
        return
    (ja, here), (en, there) = *mine.items(), *theirs.items()
    phrase = f"The securities code differs, {ja} in Japanese, {en} in English."
    yield make(CHECK, Severity.WARNING, phrase, spot(exam.ja, here, ja), spot(exam.en, there, en))


def _named_codes(side: Side, pattern: re.Pattern[str]) -> dict[str, Span]:
    """The codes that a side names, each where it names it last; of given segments a side is one of them."""
    document = side.document
    found: dict[str, Span] = {}
    for first, last in side.lines:
        start, end = document.line_span(first).start, document.line_span(last).end
        for match in pattern.finditer(fold(document.text[start:end])):
            found[match[1]] = Span(start + match.start(1), start + match.end(1))
    return found


def _codes_of(row: Row) -> list[str]:
    """The codes that a row names, in its label or in cells of their own."""
    cells = [fold(cell.text) for cell in row.cells if cell.text[:1].isupper()]  # no figure begins like a code
    return [word for word in (*fold(row.label).split(), *cells) if CODE_RE.fullmatch(word)]


def _names(reading: SegmentReading) -> Iterator[_Name]:
    """The names in a piece of running text."""
    content = reading.segment.content
    return (_Name(words, content.span(start, end)) for words, start, end in _runs(content.text))


@lru_cache(maxsize=16_384)
def _runs(text: str) -> tuple[tuple[tuple[str, ...], int, int], ...]:
    """Runs of words with capitals or digits, one blank apart, and where they stand."""
    runs: list[list[re.Match[str]]] = []
    last = None
    for match in WORD_RE.finditer(text):
        if match[0][0].isupper() or match[0][0].isdigit():
            if last is not None and text[last.end() : match.start()] == " ":
                runs[-1].append(match)
            else:
                runs.append([match])
            last = match
        else:
            last = None
    return tuple(
        (words, run[0].start(), run[-1].end())
        for run in runs
        for words in [tuple(match[0] for match in run)]
        if words[0][0].isalpha() and sum(map(str.isalpha, "".join(words))) >= FEWEST_LETTERS
    )


def _parts(names: Iterable[_Name], count: int) -> Iterator[_Name]:
    """The stretches of so many words within names."""
    for name in names:
        for start in range(len(name.words) - count + 1):
            words = name.words[start : start + count]
            before = sum(len(word) + 1 for word in name.words[:start])
            first = name.span.start + before
            yield _Name(words, Span(first, first + len(" ".join(words))))


def _differ(one: _Name, other: _Name) -> bool:
    """Whether exactly one word differs, and looks like the other."""
    apart = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a.casefold() != b.casefold()]
    return len(apart) == 1 and _alike(*apart[0])


def _alike(one: str, other: str) -> bool:
    first, second = one.casefold(), other.casefold()
    if {first, second} & FORMS or min(len(first), len(second)) < SHORTEST or not (first + second).isalpha():
        return False
    if any(
        longer in (shorter + "s", shorter + "es") for shorter, longer in ((first, second), (second, first))
    ):
        return False
    return first[:PREFIX] == second[:PREFIX] and fuzz.ratio(first, second) >= ALIKE


def _squeezed(texts: Iterable[str]) -> str:
    return re.sub(r"[\s・·'’\"]+", "", " ".join(texts)).casefold()


def _is_own_form(side: Side, name: _Name, other: _Name) -> bool:
    """Whether the English version writes the name so throughout."""
    whole = _squeezed(reading.segment.text for reading in side.readings)
    return _squeezed([name.text]) not in whole and whole.count(_squeezed([other.text])) > 1


CHECK = Check("ENT001", "name differs", Severity.WARNING, run)
