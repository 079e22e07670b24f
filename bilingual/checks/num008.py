"""Number that is no measured figure differs: a rank, a name, a reference, a count in words.

Compares: of two given segments, the numbers of each that no compared figure, date or period holds, with all numbers of
the other, whatever they stand for.

Why it matters: the 98th meeting, Level 3, Note 5, a two-for-one split and a third year in a row are facts as well, and no
unit marks them.

Flagged:
    第98回定時株主総会招集ご通知
    Notice of the 89th Annual General Meeting of Shareholders

Left alone:
    第98回定時株主総会招集ご通知
    Notice of the Ninety-eighth Annual General Meeting of Shareholders

Limits: given segments only, and only where each side holds a number that the other does not; a number that one side
leaves out is no contradiction.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.figures.period_difference import months_named
from bilingual.figures.plain_numbers import FIRST_RE, PlainNumber, hinted, plain_numbers
from bilingual.model.alignment import Side
from bilingual.model.document import Language, Span
from bilingual.model.report import Finding, Severity

ONE, TEN, CENTURY = Decimal(1), Decimal(10), Decimal(2000)
MONTHS_RE = re.compile(r"months|[ヶかカヵケ]月", re.IGNORECASE)
"""A period that counts its months: the number is a fact where no period of the other side meets it."""
COMPOUND_RE = re.compile(r"\d ?[兆億万] ?\d")
"""An amount whose digits are parted by scale words."""
LONGEST_DIGITS = 2
"""More characters than a month in digits has."""


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding where each of two given segments holds a number that the other does not."""
    if not exam.comparison.segments_only or any(len(side.readings) != 1 for side in exam.sides):
        return
    if any(both.differences for pair in exam.pairs for both in pair.periods) or any(
        item.serious for pair in exam.pairs for both in pair.figures for item in both.differences
    ):
        return  # a figure or a period tells already
    ja, en = (plain_numbers(_text(side), side.language) for side in exam.sides)
    lonely = _lonely(exam, exam.ja, ja, en), _lonely(exam, exam.en, en, ja)
    if any(lonely) and not all(lonely):  # two and three against three and three
        lonely = lonely[0] or _surplus(exam, exam.ja, ja, en), lonely[1] or _surplus(exam, exam.en, en, ja)
    if not all(lonely):
        yield from _turned(exam, ja, en)
        return
    places = tuple(
        spot(side, side.readings[0].segment.content.span(numbers[0].start, numbers[0].end))
        for side, numbers in zip(exam.sides, lonely, strict=True)
    )
    phrase = f"{places[0].text} stands in Japanese only, {places[1].text} in English only"
    yield make(CHECK, Severity.WARNING, sentence("", phrase), *places)


ORIGIN_RES = {
    Language.JA: (re.compile(r""), re.compile(r"[^、。\d]{0,8}から[^、。\d]{0,8}")),
    Language.EN: (re.compile(r"\bfrom (?:the )?"), re.compile(r"(?: [A-Za-z-]+){0,3} to ")),
}
"""Before the first and between the two numbers of a change: 3区分から4区分, from three to four."""


def _turned(exam: Examination, ja: Sequence[PlainNumber], en: Sequence[PlainNumber]) -> Iterator[Finding]:
    """Yield the numbers of a change that goes from the second to the first in English."""
    mine, theirs = (_change(side, numbers) for side, numbers in zip(exam.sides, (ja, en), strict=True))
    if mine is None or theirs is None or mine[0].value == mine[1].value:
        return
    if [one.value for one in mine] == [one.value for one in reversed(theirs)]:
        places = tuple(
            spot(side, side.readings[0].segment.content.span(ends[0].start, ends[1].end))
            for side, ends in zip(exam.sides, (mine, theirs), strict=True)
        )
        phrase = f"the change goes the other way, {places[0].text} in Japanese, {places[1].text} in English"
        yield make(CHECK, Severity.WARNING, sentence("", phrase), *places)


def _change(side: Side, numbers: Sequence[PlainNumber]) -> tuple[PlainNumber, PlainNumber] | None:
    """The two numbers between which the only change of a segment leads."""
    before, between = ORIGIN_RES[side.language]
    text = _text(side)
    found = [
        (one, other)
        for one, other in pairwise(numbers)
        if between.fullmatch(text, one.end, other.start)
        and any(match.end() == one.start for match in before.finditer(text, max(0, one.start - 9), one.start))
    ]
    return found[0] if len(found) == 1 and not found[0][0].month else None


def _text(side: Side) -> str:
    return side.readings[0].segment.text


def _lonely(
    exam: Examination, side: Side, mine: Sequence[PlainNumber], theirs: Sequence[PlainNumber]
) -> list[PlainNumber]:
    """Numbers that no compared figure, date or period holds and that the other segment nowhere writes."""
    taken = _compared(exam, side.language)
    content = side.readings[0].segment.content
    other = exam.comparison.side(side.language.other)
    hints = hinted(_text(other), other.language)
    told = _whole(exam, other, theirs)
    found = []
    for number in mine:
        span = content.span(number.start, number.end)
        if any(span.start < held.end and held.start < span.end for held in taken):
            continue
        hint = (
            bool(FIRST_RE.search(_text(other)))
            if number.rank and number.value == ONE
            else number.value in hints
        )
        if number.value < ONE or (hint and not number.wide) or any(_same(number, one) for one in told):
            continue
        found.append(number)
    return found


def _whole(exam: Examination, side: Side, numbers: Sequence[PlainNumber]) -> list[PlainNumber]:
    """The numbers of a segment without the pieces of its compared amounts: the 4 of 4億8,700万円 is no number."""
    content = side.readings[0].segment.content
    compound = [
        figure.span
        for pair in exam.pairs
        for both in pair.figures
        for figure in (both.ja if side.language is Language.JA else both.en,)
        if COMPOUND_RE.search(figure.printed)
    ]
    return [
        number
        for number in numbers
        if not any(held.start <= content.offset(number.start) < held.end for held in compound)
    ]


def _surplus(
    exam: Examination, side: Side, mine: Sequence[PlainNumber], theirs: Sequence[PlainNumber]
) -> list[PlainNumber]:
    """Numbers in words or of one digit that this segment writes more often than the other, the last ones."""
    taken = _compared(exam, side.language)
    content = side.readings[0].segment.content
    counts = Counter(number.value for number in mine)
    others = Counter(number.value for number in theirs)
    free = [
        number
        for number in mine
        if not any(
            span.start < held.end and held.start < span.end
            for span in [content.span(number.start, number.end)]
            for held in taken
        )
    ]
    return [
        number for number in free if ONE < number.value < TEN and counts[number.value] > others[number.value]
    ][-1:]


def _compared(exam: Examination, language: Language) -> list[Span]:
    """Where the figures that have a counterpart stand, and the periods."""
    side = exam.comparison.side(language)
    spans = [
        (both.ja if language is Language.JA else both.en).span for pair in exam.pairs for both in pair.figures
    ]
    paired = {
        both.ja_span if language is Language.JA else both.en_span
        for pair in exam.pairs
        for both in pair.periods
    }
    for reading in side.readings:
        for mention in reading.periods:
            span = reading.segment.content.span(mention.start, mention.end)
            counted = MONTHS_RE.search(mention.period.printed) or months_named(mention.period)
            if span in paired or not counted:
                spans.append(span)
    return spans


def _same(one: PlainNumber, other: PlainNumber) -> bool:
    """Whether two numbers may be the same; 120百万 and 0.12 billion share their digits."""
    if one.wide is not other.wide:
        return False
    if one.value == other.value:
        return one.month is other.month or not _in_words(one, other)
    ranked = one.rank or other.rank
    short = min(one.value, other.value) < TEN  # 4 is no 2004
    if not (ranked or short) and {one.value + CENTURY, other.value + CENTURY} & {one.value, other.value}:
        return True  # 27年 is 2027
    if not (one.scaled or other.scaled):
        return False
    digits = _digits(one.value)
    return digits == _digits(other.value) and (len(digits) > 1 or (one.scaled and other.scaled))


def _in_words(one: PlainNumber, other: PlainNumber) -> bool:
    """Whether one of a month and another number is written in words: March against 第3, three against 3月."""
    return any(number.end - number.start > LONGEST_DIGITS for number in (one, other))


def _digits(value: Decimal) -> str:
    return str(value).replace(".", "").strip("0")


CHECK = Check("NUM008", "number differs", Severity.WARNING, run)
