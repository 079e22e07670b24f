"""A name is written otherwise in the other version.

Compares: names in Latin letters that stand in Japanese text (products and companies of several words) with the names of
the English text that it is paired with.

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

from bilingual.checks.building import spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import PairKind, SegmentReading, Side
from bilingual.model.document import Span
from bilingual.model.report import Finding, Severity

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
    told: set[tuple[str, str]] = set()
    for pair in exam.comparison.alignment.pairs:
        if pair.kind not in KINDS or pair.score < PAIRED:
            continue
        theirs = [name for reading in pair.en_readings for name in _names(reading)]
        held = _squeezed(reading.segment.text for reading in pair.en_readings)
        stated = _squeezed(reading.segment.text for reading in pair.ja_readings)
        for reading in pair.ja_readings:
            for name in _names(reading):
                if len(name.words) < 2 or _squeezed([name.text]) in held:
                    continue
                other = next(
                    (found for found in _parts(theirs, len(name.words)) if _differ(name, found)), None
                )
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
