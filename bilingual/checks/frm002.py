"""The way of rounding is stated otherwise than in the other version, or than the figures show.

Compares: what both versions say of amounts below the unit (切捨て, 四捨五入; rounded down, rounded to the nearest), and what
a version says with the way in which its amounts in millions follow from those in thousands.

Why it matters: a reader who recomputes needs to know whether 9,528,707 thousand is 9,528 or 9,529 million.

Flagged:
    （百万円未満切捨て）
    (Amounts are rounded to the nearest million yen)

Left alone:
    （百万円未満切捨て）
    (Amounts are rounded down to the nearest million yen)


Limits: a version that says both (amounts down, ratios to the nearest) is compared by what it says in all; versions whose
tables are in the unit that each of them states may differ in it. Figures speak
only where at least three amounts tell the two ways apart and none contradicts.

Authority: 連結財務諸表規則 and the forms of financial results of the Japan Exchange Group (百万円未満切捨て).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from bilingual.align.printed import printed_lines
from bilingual.arithmetic.rounding import Way, vote
from bilingual.checks.building import spot, words_before
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import Side
from bilingual.model.document import Language, Span
from bilingual.model.report import Blame, Finding, Severity, Spot
from bilingual.text.pieces import holds_any

Place = Callable[[int, int], Span]
SHORTENED = {
    Language.JA: ("切", "四捨五入", "小数"),
    Language.EN: ("round", "truncat", "discard", "omit", "disregard", "fractions", "amounts"),
}
"""What every statement of this rule holds, in small letters; nearly no line does."""
ENOUGH_VOTES = 3
STATEMENT_RES = {
    Language.JA: (
        (Way.DOWN, re.compile(r"(?:未満|端数)[^。、]{0,12}切り?捨て?")),
        (Way.NEAREST, re.compile(r"四捨五入")),
        (Way.UP, re.compile(r"(?:未満|端数)[^。、]{0,12}切り?上げ")),
    ),
    Language.EN: (
        (
            Way.DOWN,
            re.compile(
                r"\brounded[ -]down\b|\btruncated\b|\b(?:fractions?|amounts?|figures?)\b[^.;]{0,60}"
                r"\b(?:discarded|omitted|disregarded|rounded down)\b",
                re.IGNORECASE,
            ),
        ),
        (
            Way.NEAREST,
            re.compile(
                r"\brounded (?:off )?(?:up or down )?to the nearest\b|\brounded off\b|\brounded half up\b|"
                r"\b(?:amounts?|figures?) (?:are|have been) rounded(?! (?:down|up))\b",
                re.IGNORECASE,
            ),
        ),
        (Way.UP, re.compile(r"\brounded[ -]up\b(?! or down)", re.IGNORECASE)),
    ),
}
"""Words that state a way of rounding."""


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding where the versions differ, and one where a version's figures show another way."""
    for side in exam.sides:
        yield from _turned(side)
    stated = {side.language: side.once(_stated) for side in exam.sides}
    ja, en = stated[Language.JA], stated[Language.EN]
    if len(ja) == len(en) == 1 and set(ja) != set(en):
        left, right = next(iter(ja.values())), next(iter(en.values()))
        message = f"The way of rounding differs, {left.text} in Japanese, {right.text} in English."
        yield make(CHECK, Severity.ERROR, message, left, right, blame=Blame.UNKNOWN)
        return
    units = [side.once(_units) for side in exam.sides]
    apart = all(len(found) == 1 for found in units) and set(units[0]) != set(units[1])
    if apart and not all(map(_in_own_scale, exam.sides, units)):
        left, right = (next(iter(found.values())) for found in units)
        message = f"The unit of rounding differs, {left.text} in Japanese, {right.text} in English."
        yield make(CHECK, Severity.ERROR, message, left, right, blame=Blame.UNKNOWN)
        return
    yield from _other_places(exam)
    yield from _shown(exam, stated)


def _stated(side: Side) -> dict[Way, Spot]:
    """The ways of rounding that a version states, each with its first place."""
    found: dict[Way, Spot] = {}
    for text, place in side.once(_texts):
        for way, pattern in STATEMENT_RES[side.language]:
            match = pattern.search(text)
            if match and way not in found:
                span = place(match.start(), match.end())
                found[way] = spot(side, span, words_before(side, span))
    return found


UNIT_RES = {
    Language.JA: re.compile(
        r"(?P<scale>百万|十億|億|十万|千万|万|千)(?:円|米?ドル|ユーロ|[人名台個株])?未満(?:[^。、]{0,8}(?:切り?捨て?|四捨五入|切り?上げ?)|(?=、[^。、]{1,6}未満[^。、]{0,8}(?:切|四捨)))"
    ),
    Language.EN: re.compile(
        r"(?:rounded|truncated|discarded|fractions|amounts)\b[^.;]{0,40}?\b(?:nearest|less than|under|below)"
        r" (?:(?:thousand|million) (?!yen\b|dollars\b)[a-z]+(?:,| or| and) (?:the nearest )?)?"
        r"(?:one |a |1 |¥ ?1 ?|JPY ?1 ?|¥ ?)?(?P<scale>hundred million|100 million|10 million|ten million|ten thousand|thousand|million|billion)\b",
        re.IGNORECASE,
    ),
}
"""The unit below which amounts are shortened."""
EXPONENTS = {
    "千": 3, "万": 4, "百万": 6, "億": 8, "十億": 9, "thousand": 3, "ten thousand": 4, "million": 6,
    "千万": 7, "十万": 5, "10 million": 7, "ten million": 7, "hundred million": 8, "100 million": 8, "billion": 9,
}  # fmt: skip


def _units(side: Side) -> dict[int, Spot]:
    """The units of rounding that a version states, as powers of ten, each with its first place."""
    return _first_places(side, UNIT_RES[side.language], lambda match: EXPONENTS[match["scale"].lower()])


def _in_own_scale(side: Side, stated: dict[int, Spot]) -> bool:
    """Whether most amounts in the tables of a version are in the unit that it says it rounds to."""
    scales = Counter(
        column.scale for table in side.tables for column in table.columns if column.measure == "amount"
    )
    return any(column in stated for column, _ in scales.most_common(1))


PLACES_RES = {
    Language.JA: re.compile(
        r"小数点?(?:以下)?第?(?P<at>[1-4一二三四])位(?P<below>未満)?[をは]?[^。、]{0,4}(?:四捨五入|切り?捨て)|小数点?(?:以下)?第?(?P<to>[1-4一二三四])[位桁]まで"
    ),
    Language.EN: re.compile(
        r"\b(?:rounded|truncated)[^.;]{0,20}? to (?:the (?:nearest )?)?(?P<to>one|two|three|four|[1-4]|first|second|third|fourth|1st|2nd|3rd) decimal(?: place| point)?",
        re.IGNORECASE,
    ),
}
"""How many decimals are shown: rounding at the second place leaves one."""
NUMBERS = {
    **{word: number for number, word in enumerate(("one", "two", "three", "four"), 1)},
    **{word: number for number, word in enumerate(("first", "second", "third", "fourth"), 1)},
    **{word: number for number, word in enumerate(("1st", "2nd", "3rd"), 1)},
    **{sign: number for number, sign in enumerate("一二三四", 1)},
}


def _other_places(exam: Examination) -> Iterator[Finding]:
    """Yield statements of rounding that leave another number of decimals in English."""
    found: list[dict[int, Spot]] = [side.once(_decimals) for side in exam.sides]
    if all(len(places) == 1 for places in found) and found[0].keys() != found[1].keys():
        left, right = (next(iter(places.values())) for places in found)
        message = f"The decimals that are shown differ, {left.text} in Japanese, {right.text} in English."
        yield make(CHECK, Severity.WARNING, message, left, right, blame=Blame.UNKNOWN)


def _decimals(side: Side) -> dict[int, Spot]:
    """The numbers of decimals that a version states, each with its first place."""
    return _first_places(side, PLACES_RES[side.language], _shown_decimals)


def _shown_decimals(match: re.Match[str]) -> int:
    """How many decimals a statement leaves: what is rounded at a place leaves one less."""
    groups = match.groupdict()
    word = (groups["to"] or groups.get("at") or "").lower()
    number = NUMBERS.get(word) or int(word)
    return number if groups["to"] or groups.get("below") else number - 1


TURNED_RES = {
    Language.JA: re.compile(
        r"(?:(?:百万|十億|億|万|千)円?(?:超|以上|以下|を超える)|小数点?第?[\d一二三]位(?:超|以上|を超える))[^。()]{0,20}(?:切り?捨て|四捨五入|切り?上げ)"
    ),
    Language.EN: re.compile(
        r"\b(?:amounts?|fractions?|figures?) (?:of )?(?:more than|over|exceeding|above|at least|up to) (?:one |a |1 |¥ ?1 ?)?"
        r"(?:hundred million|thousand|million|billion)(?: yen)?\b[^.;]{0,80}\b(?:truncated|rounded|discarded|omitted|disregarded)\b|\b(?:more than|over|exceeding|above) the (?:first|second|third) decimal\b[^.;]{0,40}\b(?:truncated|rounded|discarded|omitted)\b",
        re.IGNORECASE,
    ),
}
"""Statements of rounding that speak of amounts above the unit: what is shortened lies below it."""


def _turned(side: Side) -> Iterator[Finding]:
    for text, start, _ in side.once(printed_lines):
        match = TURNED_RES[side.language].search(text) if _may_state(text, side.language) else None
        if match:
            where = spot(side, Span(start + match.start(), start + match.end()))
            ja, en = (where, None) if side.language is Language.JA else (None, where)
            message = f"{match[0]} is stated: amounts below the unit are shortened, not those above it."
            yield make(CHECK, Severity.ERROR, message, ja, en, blame=Blame(side.language.value))


def _first_places(
    side: Side, pattern: re.Pattern[str], key: Callable[[re.Match[str]], int]
) -> dict[int, Spot]:
    """The first place of everything that a pattern finds, by what each match says."""
    found: dict[int, Spot] = {}
    for text, place in side.once(_texts):
        for match in pattern.finditer(text):
            said = key(match)
            if said not in found:
                span = place(match.start(), match.end())
                found[said] = spot(side, span, words_before(side, span))
    return found


def _may_state(text: str, language: Language) -> bool:
    return holds_any(text.lower(), SHORTENED[language])


def _texts(side: Side) -> tuple[tuple[str, Place], ...]:
    """The texts that may state how figures are shortened, with the way to their places."""
    texts: list[tuple[str, Place]] = [
        (reading.segment.text, reading.segment.content.span) for reading in side.readings
    ]
    for table in side.tables:
        for text, span in ((table.caption, table.caption_span), (table.unit_note, table.unit_span)):
            if span is not None:
                texts.append((text, _whole(span)))
    texts += _unread(side)
    return tuple((text, place) for text, place in texts if _may_state(text, side.language))


def _unread(side: Side) -> Iterator[tuple[str, Place]]:
    """Lines of such words above a table that are neither its caption nor running text."""
    for text, start, _ in side.once(printed_lines):
        if _may_state(text, side.language) and not any(
            reading.segment.span.start <= start < reading.segment.span.end for reading in side.readings
        ):
            yield text, _whole(Span(start, start + len(text)))


def _whole(span: Span) -> Place:
    return lambda _start, _end: span


def _shown(exam: Examination, stated: dict[Language, dict[Way, Spot]]) -> Iterator[Finding]:
    """What the figures refute: in one version, or in both where both state the same."""
    refuted: dict[Language, str] = {}
    kept: set[Language] = set()
    for side in exam.sides:
        if len(stated[side.language]) != 1:
            continue
        way = next(iter(stated[side.language]))
        votes = vote(exam.comparison.relations(side.language))
        other = Way.NEAREST if way is Way.DOWN else Way.DOWN
        if votes[way]:
            kept.add(side.language)
        elif votes[other] >= ENOUGH_VOTES:
            refuted[side.language] = f"{votes[other]} amounts are {other.value}, and none is {way.value}"
    if refuted and not kept and all(len(found) == 1 for found in stated.values()):
        left, right = (next(iter(stated[language].values())) for language in (Language.JA, Language.EN))
        message = f"{left.text} is stated in both versions, but {next(iter(refuted.values()))}."
        yield make(CHECK, Severity.WARNING, message, left, right, blame=Blame.BOTH)
        return
    for language, words in refuted.items():
        place = next(iter(stated[language].values()))
        ja, en = (place, None) if language is Language.JA else (None, place)
        message = f"{place.text} is stated, but {words}."
        yield make(CHECK, Severity.WARNING, message, ja, en, blame=Blame(language.value))


CHECK = Check("FRM002", "way of rounding differs", Severity.ERROR, run)
