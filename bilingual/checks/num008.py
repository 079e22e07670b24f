"""Number that is no measured figure differs: a rank, a name, a reference, a count in words.

Compares: of two given segments, the numbers of each that no compared figure, date or period holds, with all numbers of
the other, whatever they stand for; of two paragraphs that correspond, numbers up to twelve; the
numbers of notes, and anniversaries and other ordinals; of rows with the same values the numbers in their labels.

Why it matters: the 98th meeting, Level 3, Note 5, a two-for-one split and a third year in a row are facts as well, and no
unit marks them.

Flagged:
    第98回定時株主総会招集ご通知
    Notice of the 89th Annual General Meeting of Shareholders

Left alone:
    第98回定時株主総会招集ご通知
    Notice of the Ninety-eighth Annual General Meeting of Shareholders

Limits: only where each side holds a number that the other does not; a number that one side leaves out is no
contradiction. Of a document only pairs of single paragraphs in which everything compared agrees.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from bilingual.align.given_lengths import equal_spans
from bilingual.checks.building import sentence, spot
from bilingual.checks.cell_counts import other_counts
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.label_numbers import other_numbers, other_row_numbers
from bilingual.checks.note_numbers import other_notes
from bilingual.checks.numbered_names import renumbered
from bilingual.checks.ordinals import other_head_ordinals, other_ordinals
from bilingual.checks.taken import Taken
from bilingual.figures.period_difference import months_named
from bilingual.figures.plain_numbers import FIRST_RE, PlainNumber, hinted, plain_numbers
from bilingual.model.alignment import PairKind, SegmentReading, Side
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity

ONE, TEN, CENTURY = Decimal(1), Decimal(10), Decimal(2000)
MONTHS_RE = re.compile(r"months|[ヶかカヵケ]月", re.IGNORECASE)
"""A period that counts its months: the number is a fact where no period of the other side meets it."""
PARAGRAPHS = frozenset({PairKind.PROSE, PairKind.NOTE})
MOST = Decimal(12)
"""The largest number that either language writes as a word in running text."""
ENOUGH = 2
"""Figures and periods that two paragraphs have in common before their other numbers speak."""
ENOUGH_OF_AS_MANY = 1
"""The same where both write as many numbers, so that the one that is left of each has no other counterpart."""
COMPOUND_RE = re.compile(r"\d ?[兆億万] ?\d")
"""An amount whose digits are parted by scale words."""
STRAYED = ("value",)
"""Evidence of one statement that two paragraphs share, which say other things beside it."""
LISTED_RE = re.compile(r"\s*(?:[(\[]?\d{1,2}[)\]]|\d{1,2}[.．](?!\d)|[①-⑳]|\d{1,2} (?=[A-Z\u3041-\u9fff]))")
"""The number of a paragraph in a list, with its mark or before a blank."""
NOTE_RE = re.compile(r"\s*(?P<number>\d{1,2}) (?=[A-Z\u3041-\u9fff])[^:。]{1,60}:")
"""The number of a note that names its item."""
LONGEST_DIGITS = 2
"""More characters than a month in digits has."""


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding where each of two given segments or paragraphs holds a number that the other does not."""
    if not exam.comparison.segments_only:
        yield from _in_paragraphs(exam)
        yield from other_notes(CHECK, exam)
        yield from other_ordinals(CHECK, exam)
        yield from other_head_ordinals(CHECK, exam)
        yield from other_numbers(CHECK, exam)
        yield from other_counts(CHECK, exam)
        yield from other_row_numbers(CHECK, exam)
        return
    if any(len(side.readings) != 1 for side in exam.sides):
        return
    if any(both.differences for pair in exam.pairs for both in pair.periods) or any(
        item.serious for pair in exam.pairs for both in pair.figures for item in both.differences
    ):
        return  # a figure or a period tells already
    ja = plain_numbers(_text(exam.ja), Language.JA)
    en = plain_numbers(_with_hyphens(_text(exam.en), _text(exam.ja)), Language.EN)
    opened = [_OPENED_RE.match(_text(side)) for side in exam.sides]
    if (opened[0] is None) is not (opened[1] is None):  # the number of a heading that one version leaves out
        ja, en = (
            [number for number in found if match is None or number.start >= match.end()]
            for found, match in zip((ja, en), opened, strict=True)
        )
    taken = _compared(exam)
    lonely = tuple(
        _lonely(exam, side.readings[0], other.readings[0], taken[side.language], mine, theirs)
        for side, other, mine, theirs in ((exam.ja, exam.en, ja, en), (exam.en, exam.ja, en, ja))
    )
    if all(lonely):
        lonely = _without_lengths(exam, lonely)
    if any(lonely) and not all(lonely):  # two and three against three and three
        lonely = lonely[0] or _surplus(exam.ja, taken, ja, en), lonely[1] or _surplus(exam.en, taken, en, ja)
    if not all(lonely):
        yield from _turned(exam, ja, en)
        return
    readings = exam.ja.readings[0], exam.en.readings[0]
    told = lonely[0][0], lonely[1][0]
    if all(_counts_notes(reading, number) for reading, number in zip(readings, told, strict=True)):
        return  # 2 売上高: ..., 5 Net sales: ...: each version numbers its notes
    yield _told(exam, readings, told)


_OPENED_RE = re.compile(r"\s*(?:[(\[]?\d{1,2}[)\]]|\d{1,2}[.．](?!\d)|[①-⑳])")
_DOTTED_RE = re.compile(r"(?<![\d.,])(\d{1,2})\.(\d{1,2})(?!\d|,\d|\.\d|%)")


def _with_hyphens(english: str, japanese: str) -> str:
    """An English text with the numbers of sections written as in Japanese: 原則4-11, Principle 4.11."""

    def hyphened(match: re.Match[str]) -> str:
        written = f"{match[1]}-{match[2]}"
        return written if written in japanese else match[0]

    return _DOTTED_RE.sub(hyphened, english) if "-" in japanese else english


def _counts_notes(reading: SegmentReading, number: PlainNumber) -> bool:
    """Whether a number stands bare at the head of a note on an item: what it is on ends in a colon."""
    match = NOTE_RE.match(reading.segment.text)
    return match is not None and number.end <= match.end("number")


def _without_lengths(
    exam: Examination, lonely: tuple[list[PlainNumber], ...]
) -> tuple[list[PlainNumber], ...]:
    """The numbers that are no part of a length of time which both segments write: 48時間, two days."""
    equal = list(zip(*equal_spans(exam.sides), strict=True)) or [(), ()]
    return tuple(
        [
            number
            for number in numbers
            if not any(
                span.overlaps(side.readings[0].segment.content.span(number.start, number.end))
                for span in spans
            )
        ]
        for side, numbers, spans in zip(exam.sides, lonely, equal, strict=True)
    )


def _told(
    exam: Examination,
    readings: tuple[SegmentReading, SegmentReading],
    numbers: tuple[PlainNumber, PlainNumber],
) -> Finding:
    places = tuple(
        spot(side, reading.segment.content.span(number.start, number.end))
        for side, reading, number in zip(exam.sides, readings, numbers, strict=True)
    )
    phrase = f"{places[0].text} stands in Japanese only, {places[1].text} in English only"
    return make(CHECK, Severity.WARNING, sentence("", phrase), *places)


def _in_paragraphs(exam: Examination) -> Iterator[Finding]:
    """Yield one finding for each two paragraphs that agree in what was compared, where each has one small number alone."""
    named = {id(item.pair) for item in exam.once(renumbered)}  # told by the rule for names
    for pair in exam.pairs:
        if id(pair) in named or pair.kind not in PARAGRAPHS or len(pair.ja_readings) != len(pair.en_readings):
            continue
        if pair.evidence == STRAYED:
            continue
        if any(both.differences for both in pair.figures) or any(both.differences for both in pair.periods):
            continue
        mine = _numbered(pair.ja_readings)
        if not any(_is_small(number) for _, number in mine):
            continue
        theirs = _numbered(pair.en_readings)
        values = Counter(number.value for _, number in mine) & Counter(number.value for _, number in theirs)
        common = max(len(pair.figures) + len(pair.periods), values.total())
        if common < (ENOUGH if len(mine) != len(theirs) else ENOUGH_OF_AS_MANY):
            continue
        taken = exam.once(_compared)
        alone = (
            _alone(mine, theirs, pair.en_readings, taken[Language.JA]),
            _alone(theirs, mine, pair.ja_readings, taken[Language.EN]),
        )
        if all(len(found) == 1 and _is_small(found[0][1]) for found in alone):
            (left, one), (right, other) = alone[0][0], alone[1][0]
            yield _told(exam, (left, right), (one, other))


Numbered = list[tuple[SegmentReading, PlainNumber]]


def _numbered(readings: Sequence[SegmentReading]) -> Numbered:
    return [(reading, number) for reading in readings for number in reading.once(_numbers)]


def _numbers(reading: SegmentReading) -> list[PlainNumber]:
    """The numbers of a sentence without the one that it has in a list."""
    text = reading.segment.text
    listed = LISTED_RE.match(text)
    return [
        number
        for number in plain_numbers(text, reading.segment.language)
        if not (listed and number.start < listed.end())
    ]


def _alone(mine: Numbered, theirs: Numbered, other: Sequence[SegmentReading], taken: Taken) -> Numbered:
    """The numbers of the sentences of a paragraph that the other paragraph nowhere writes."""
    words = "\n".join(reading.segment.text for reading in other)
    numbers = [number for _, number in theirs]
    return [
        (reading, number)
        for reading, number in mine
        if _is_lonely(number, reading, (words, other[0].segment.language), taken, numbers)
    ]


def _is_small(number: PlainNumber) -> bool:
    return number.value <= MOST and not number.month


ORIGIN_RES = {
    Language.JA: (re.compile(r""), re.compile(r"[^、。\d]{0,8}(?:から|[→⇒])[^、。\d]{0,8}")),
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
    exam: Examination,
    reading: SegmentReading,
    other: SegmentReading,
    taken: Taken,
    mine: Sequence[PlainNumber],
    theirs: Sequence[PlainNumber],
) -> list[PlainNumber]:
    """Numbers that no compared figure, date or period holds and that the other segment nowhere writes."""
    words = other.segment.text, other.segment.language
    told = _whole(exam, other, theirs)
    return [number for number in mine if _is_lonely(number, reading, words, taken, told)]


def _whole(exam: Examination, reading: SegmentReading, numbers: Sequence[PlainNumber]) -> list[PlainNumber]:
    """The numbers of a segment without the pieces of its compared amounts: the 4 of 4億8,700万円 is no number."""
    content = reading.segment.content
    compound = [
        figure.span
        for pair in exam.pairs
        for both in pair.figures
        for figure in (both.ja if reading.segment.language is Language.JA else both.en,)
        if COMPOUND_RE.search(figure.printed)
    ]
    return [
        number
        for number in numbers
        if not any(held.start <= content.offset(number.start) < held.end for held in compound)
    ]


_COUNTED_RE = re.compile(r"第\d{1,3}[号回次条項弾]")
"""A number in a series, for which no word such as half or per stands: 第1号議案."""


def _is_lonely(
    number: PlainNumber,
    reading: SegmentReading,
    words: tuple[str, Language],
    taken: Taken,
    theirs: Sequence[PlainNumber],
) -> bool:
    if number.value < ONE or any(_same(number, one) for one in theirs):
        return False
    span = reading.segment.content.span(number.start, number.end)
    if taken.hold(span):
        return False
    counted = _COUNTED_RE.match(reading.segment.text, max(0, number.start - 1), number.end + 1)
    if (number.rank or counted) and number.value == ONE:
        hint = bool(FIRST_RE.search(words[0]))
    else:
        hint = not counted and number.value in hinted(*words)
    return not hint or number.wide or number.month


def _surplus(
    side: Side,
    compared: Mapping[Language, Taken],
    mine: Sequence[PlainNumber],
    theirs: Sequence[PlainNumber],
) -> list[PlainNumber]:
    """Numbers in words or of one digit that this segment writes more often than the other, the last ones."""
    taken = compared[side.language]
    content = side.readings[0].segment.content
    counts = Counter(number.value for number in mine)
    others = Counter(number.value for number in theirs)
    free = [number for number in mine if not taken.hold(content.span(number.start, number.end))]
    return [
        number for number in free if ONE < number.value < TEN and counts[number.value] > others[number.value]
    ][-1:]


def _compared(exam: Examination) -> dict[Language, Taken]:
    """Where the figures of each side stand that have a counterpart, and the periods."""
    found: dict[Language, Taken] = {}
    for side in exam.sides:
        japanese = side.language is Language.JA
        spans = [(both.ja if japanese else both.en).span for pair in exam.pairs for both in pair.figures]
        paired = {both.ja_span if japanese else both.en_span for pair in exam.pairs for both in pair.periods}
        for reading in side.readings:
            for mention in reading.periods:
                span = reading.segment.content.span(mention.start, mention.end)
                counted = MONTHS_RE.search(mention.period.printed) or months_named(mention.period)
                if span in paired or not counted:
                    spans.append(span)
        found[side.language] = Taken(spans)
    return found


def _same(one: PlainNumber, other: PlainNumber) -> bool:
    """Whether two numbers may be the same; 120百万 and 0.12 billion share their digits."""
    if one.wide is not other.wide or (one.month and other.rank) or (one.rank and other.month):
        return False  # the 10th is no October
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
