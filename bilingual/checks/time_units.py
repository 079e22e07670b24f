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
from bilingual.figures.units import DURATIONS
from bilingual.model.alignment import Side
from bilingual.model.document import Language, Span
from bilingual.model.report import Finding, Severity

_HALF_YEAR_RE = re.compile(r"(?<![約\d])半年(?=前|間|後|で|ぶり|以)")
_IN_A_ROW_RE = re.compile(r" (?:running|in a row)\b", re.IGNORECASE)
"""Behind a row of years whose number NUM008 tells."""
_AGES_RE = re.compile(r"decade|centur", re.IGNORECASE)


def other_time_units(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield one finding where two given segments write a length of time with the same number in other units.

    Of single lengths, years are held against decades and centuries too, and the numbers against each other.
    """
    if not exam.one_segment:
        return
    ja, en = (list(find_lengths(_text(side), side.language)) for side in exam.sides)
    if not (ja or _HALF_YEAR_RE.search(_text(exam.ja))) or not en:
        yield from _left_alone(check, exam)
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
    apart += _joined_apart(ja, en)
    apart = [both for both in apart if not {size_of(length) for length in both} & (lengths[0] & lengths[1])]
    if apart:
        ja_place, en_place = (
            spot(side, _span(side, length)) for side, length in zip(exam.sides, apart[0], strict=True)
        )
        phrase = f"the length of time differs, {ja_place.text} in Japanese, {en_place.text} in English"
        yield make(check, Severity.WARNING, sentence("", phrase), ja_place, en_place)
        return
    yield from _left_alone(check, exam)


def _joined_apart(ja: list[Length], en: list[Length]) -> list[tuple[Length, Length]]:
    """The only length that each side writes in two units, where they differ: 3時間25分, 3 hours and 25 seconds."""
    both = [[each for each in lengths if each.joined] for lengths in (ja, en)]
    if [len(each) for each in both] != [1, 1] or size_of(both[0][0]) == size_of(both[1][0]):
        return []
    return [(both[0][0], both[1][0])]


_UNIT_JA = {
    "年": "years", "期": "years", "月": "months", "週": "weeks", "日": "days", "時": "hours", "分": "minutes", "秒": "seconds"
}  # fmt: skip


_IN_WORDS_RE = re.compile("半|世紀|四半|数[年日週カ]")
"""Lengths that Japanese writes without a number of their own: 半年, 四半世紀."""


def _left_alone(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first English length without a counterpart whose number Japanese has beside another unit of time: 8年, eight months."""
    ja, en = _text(exam.ja), _text(exam.en)
    for item in exam.comparison.alignment.leftovers:
        figure = item.figure
        if item.language is not Language.EN or figure is None or figure.unit not in DURATIONS:
            continue
        if figure.value is None or figure.value < 2 or figure.ends or figure.value != int(figure.value):
            continue
        found = [
            match
            for match in re.finditer(
                rf"(?<![\d.,第/]){int(figure.value)} ?[ヶケかヵカ箇]?([年期月週日時秒]|分(?!の))", ja
            )
            if _UNIT_JA[match[1]] != figure.unit and not (match[1] == "期" and figure.unit == "quarters")
        ]
        numbers = [number.value for number in plain_numbers(en, Language.EN)]
        if len(found) == 1 and numbers.count(figure.value) <= 1 and not _IN_WORDS_RE.search(ja):
            place = exam.ja.readings[0].segment.content.span(*found[0].span())
            ja_place, en_place = spot(exam.ja, place), spot(exam.en, item.span)
            phrase = f"the length of time differs, {ja_place.text} in Japanese, {en_place.text} in English"
            yield make(check, Severity.WARNING, sentence("", phrase), ja_place, en_place)
            return


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
