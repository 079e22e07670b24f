"""Lengths of time of two given segments that have the same number and another unit: 5年ぶり, in five months."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.wordings import is_told
from bilingual.figures.lengths import Length, days_of, find_lengths, size_of
from bilingual.figures.plain_numbers import plain_numbers
from bilingual.model.alignment import Side
from bilingual.model.document import Span
from bilingual.model.report import Finding, Severity

_HALF_YEAR_RE = re.compile(r"(?<![約\d])半年(?=前|間|後|で|ぶり|以)")
_IN_A_ROW_RE = re.compile(r" (?:running|in a row)\b", re.IGNORECASE)
"""Behind a row of years whose number NUM008 tells."""
_AGES_RE = re.compile(r"decade|centur", re.IGNORECASE)


def other_time_units(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield one finding where two given segments write a length of time with the same number in other units.

    Of single lengths, years are held against decades and centuries too, and the numbers against each other.
    """
    if not exam.comparison.segments_only or any(len(side.readings) != 1 for side in exam.sides):
        return
    ja, en = (list(find_lengths(_text(side), side.language)) for side in exam.sides)
    if not (ja or _HALF_YEAR_RE.search(_text(exam.ja))) or not en:
        return
    mine, theirs = _by_number(ja), _by_number(en)
    lengths = {size_of(length) for length in ja}, {size_of(length) for length in en}
    apart = [
        (next(iter(mine[number].values())), next(iter(theirs[number].values())))
        for number in mine.keys() & theirs.keys()
        if not mine[number].keys() & theirs[number].keys()
    ]
    halves = list(_HALF_YEAR_RE.finditer(_text(exam.ja)))
    if not ja and len(halves) == len(en) == 1:
        ja = [Length(Decimal(6), "months", *halves[0].span())]
        apart.append((ja[0], en[0]))
        lengths = {size_of(ja[0])}, lengths[1]
    if len(ja) == len(en) == 1 and _AGES_RE.search(_text(exam.en), en[0].start, en[0].end):
        apart.append((ja[0], en[0]))
    alone = len(ja) == len(en) == 1 and not _IN_A_ROW_RE.match(_text(exam.en), en[0].end)
    if not apart and alone and ja[0].unit == en[0].unit and not is_told(exam):
        numbers = [{each.value for each in plain_numbers(_text(side), side.language)} for side in exam.sides]
        if ja[0].number not in numbers[1] and en[0].number not in numbers[0]:
            apart.append((ja[0], en[0]))
    elif not apart and alone and not is_told(exam) and _far_apart(exam, ja[0], en[0]):
        apart.append((ja[0], en[0]))
    apart = [both for both in apart if not {size_of(length) for length in both} & (lengths[0] & lengths[1])]
    if apart:
        ja_place, en_place = (
            spot(side, _span(side, length)) for side, length in zip(exam.sides, apart[0], strict=True)
        )
        phrase = f"the length of time differs, {ja_place.text} in Japanese, {en_place.text} in English"
        yield make(check, Severity.WARNING, sentence("", phrase), ja_place, en_place)


_NEAR = Decimal("0.88")
"""Of two lengths that may be one: 30日, a month."""


def _far_apart(exam: Examination, ja: Length, en: Length) -> bool:
    """Whether two lengths in other units are no translation of each other, and neither number stands on the other side."""
    less, more = sorted((days_of(ja), days_of(en)))
    if not more or less / more >= _NEAR:
        return False
    numbers = [{each.value for each in plain_numbers(_text(side), side.language)} for side in exam.sides]
    return ja.number not in numbers[1] and en.number not in numbers[0]


def _text(side: Side) -> str:
    return side.readings[0].segment.text


def _span(side: Side, length: Length) -> Span:
    return side.readings[0].segment.content.span(length.start, length.end)


def _by_number(lengths: list[Length]) -> Mapping[Decimal, dict[str, Length]]:
    found: dict[Decimal, dict[str, Length]] = defaultdict(dict)
    for length in lengths:
        found[length.number].setdefault(length.unit, length)
    return found
