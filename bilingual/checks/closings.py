"""Ends of periods whose day is one digit away from the end of the month, where the issuer's other periods end with months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from bilingual.checks.building import period_spot, row_spot
from bilingual.checks.findings import head_spot
from bilingual.figures.fiscal import add_months, month_end
from bilingual.figures.periods import find_periods
from bilingual.model.alignment import SegmentReading, Side
from bilingual.model.figure import Period
from bilingual.model.report import Spot
from bilingual.model.segment import SegmentKind

QUARTER = 3
_ENDED_RE = re.compile(r"\b(?:ended|ending)\b|\d ?日 ?に終了|期間|会計年度", re.IGNORECASE)
_AS_OF_RE = re.compile(r"\bas (?:of|at)\b|現在", re.IGNORECASE)
_LISTED_RE = re.compile(r"\s*(?:,|、|and|, and|及び|および|・)?\s*(?:the\s*)?", re.IGNORECASE)
_HEADS = frozenset({SegmentKind.CAPTION, SegmentKind.HEADING})


@dataclass(frozen=True, slots=True)
class Closing:
    """A printed last day of a period, with its place."""

    period: Period
    place: Spot
    is_stretch: bool = False
    """Whether it ends a stretch of whole quarters, which tells by itself that it should end with a month."""
    is_day: bool = False
    """Whether a caption says as of which day it holds: a meeting or an election may have set that day."""

    @property
    def meant(self) -> str:
        """The words with the last day of the month."""
        end = self.period.end
        if end is None:
            return ""
        last = str(month_end(end.year, end.month).day)
        return re.sub(rf"(?<!\d){end.day}(?!\d)", last, self.period.printed, count=1)


def odd_days(side: Side) -> list[Closing]:
    """The closings that are a digit away from a month's end, where others of the document are none."""
    found = list(_closings(side))
    ends = [closing.period.end for closing in found if closing.period.end is not None]
    usual = any(end == month_end(end.year, end.month) for end in ends)
    eve = {end for end in ends if end + timedelta(days=1) == month_end(end.year, end.month)}
    odd = [
        closing
        for closing in found
        if (usual or closing.is_stretch or closing.period.end in eve) and _is_slip(closing.period, side)
    ]
    days = [(closing.period.end.month, closing.period.end.day) for closing in odd if closing.period.end]
    known = [(end.month, end.day) for end in ends]
    return [
        closing
        for closing, day in zip(odd, days, strict=True)
        if known.count(day) * 2 <= sum(end.month == day[0] for end in ends) or known.count(day) == 1
    ]


def _closings(side: Side) -> Iterator[Closing]:
    for reading in side.readings:
        yield from _said(side, reading)
    for table in side.tables:
        dated = [column for column in table.columns if column.period and prints_day(column.period)]
        heads = {column.period.end: column for column in reversed(dated) if column.period}
        for column in reversed(heads.values()) if len(heads) > 1 else ():
            if column.period is not None:
                yield Closing(column.period, head_spot(side, table, column))
        for row in table.rows:
            for mention in find_periods(row.label, side.language, side.calendar) if row.cells else ():
                if _ENDED_RE.search(mention.period.printed) and prints_day(mention.period):
                    yield Closing(mention.period, row_spot(side, row, table))


def _said(side: Side, reading: SegmentReading) -> Iterator[Closing]:
    """Closings of running text and captions: ended March 31, 2025; a list of days after one; April 1 to March 31."""
    content, text = reading.segment.content, reading.segment.text
    heads = reading.segment.kind in _HEADS
    closing, at = False, 0
    for mention in reading.periods:
        period = mention.period
        ended = _ENDED_RE.search(period.printed)
        opened = ended or (heads and _AS_OF_RE.search(period.printed))
        listed = closing and _LISTED_RE.fullmatch(text[at : mention.start]) is not None
        closing, at = bool(opened) or listed, mention.end
        if prints_day(period) and (closing or _is_stretch(period)):
            place = period_spot(side, content.span(mention.start, mention.end), period)
            yield Closing(period, place, _is_stretch(period), is_day=bool(opened) and not ended)


def prints_day(period: Period) -> bool:
    """Whether the words print the last day itself."""
    return period.end is not None and re.search(rf"(?<!\d){period.end.day}(?!\d)", period.printed) is not None


def _is_stretch(period: Period) -> bool:
    """Whether a stretch from the first of a month would be whole quarters, did it end with the month."""
    if period.start is None or period.end is None or period.start.day != 1:
        return False
    if str(period.start.year) not in period.printed:
        return False
    end = month_end(period.end.year, period.end.month)
    months = (end.year - period.start.year) * 12 + end.month - period.start.month + 1
    return months > 0 and months % QUARTER == 0 and add_months(end, -months) == period.start - timedelta(1)


def _is_slip(period: Period, side: Side) -> bool:
    """Whether one digit of the day makes it the end of a month with which a quarter of the issuer ends."""
    end = period.end
    if end is None or (side.calendar.year_end_month and (end.month - side.calendar.year_end_month) % QUARTER):
        return False
    day, last = f"{end.day:02}", f"{month_end(end.year, end.month).day:02}"
    return sum(one != other for one, other in zip(day, last, strict=True)) == 1
