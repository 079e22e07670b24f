"""The days that period words may mean, as far as the calendar tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bilingual.figures.fiscal import part_of, part_span, year_end
from bilingual.model.figure import Basis, FiscalCalendar, Part, Period
from bilingual.model.quick import quick

COMMON_YEAR_ENDS = (3, 12, 2)
"""Months in which nearly all issuers end their year, tried where no document tells."""


@quick
@dataclass(frozen=True, slots=True)
class Reading:
    """Days that a period may cover."""

    start: date | None
    end: date


_MONTHS_RE = re.compile(r"\(?\d{1,2} ?月? ?[-~] ?\d{1,2} ?月")
"""10-12月: the months stand there, whenever the year ends."""


def is_label(period: Period) -> bool:
    """Whether only the calendar can place the words: FY2001, 2001年度第2四半期."""
    if period.end is not None and _MONTHS_RE.match(period.printed):
        return False
    return period.year is not None and period.basis is not Basis.END and period.part is not None


def readings(
    period: Period, calendar: FiscalCalendar, other: Period, other_calendar: FiscalCalendar
) -> list[Reading]:
    """List all days that the words may mean; a label that only the calendar could place has several."""
    if not is_label(period):
        return [Reading(period.start, period.end)] if period.end else []
    found = []
    for basis in _bases(period, calendar, other, other_calendar):
        for month in _year_end_months(period, calendar, other):
            span = part_span(period.part or Part.YEAR, year_end(period.year or 2000, basis, month))
            if span:
                found.append(Reading(None if period.instant else span[0], span[1]))
    return found


def _bases(
    period: Period, calendar: FiscalCalendar, other: Period, other_calendar: FiscalCalendar
) -> tuple[Basis, ...]:
    known = calendar.basis if calendar.learned and calendar.basis is not Basis.UNKNOWN else None
    if period.basis is Basis.START:
        return (Basis.START, Basis.END) if known is Basis.END else (Basis.START,)
    if known is not None:
        return (known,)
    if other.year is not None and other.basis is not Basis.END and is_label(other):
        return (other.basis if other.basis is Basis.START else other_calendar.basis,)
    return (Basis.START, Basis.END)


def _year_end_months(period: Period, calendar: FiscalCalendar, other: Period) -> tuple[int, ...]:
    if calendar.learned:
        return (calendar.year_end_month,)
    if period.part is Part.YEAR and other.end is not None and not is_label(other):
        return (calendar.year_end_month, other.end.month)
    if other.end is not None and not is_label(other):
        return tuple(dict.fromkeys((calendar.year_end_month, *COMMON_YEAR_ENDS)))
    return (calendar.year_end_month,)


def known_part(period: Period, calendar: FiscalCalendar) -> Part | None:
    """Name the part of the fiscal year that a period surely is; None where the words or the calendar leave it open."""
    if period.part in (Part.OTHER, Part.MONTH) or period.open_part:
        return None
    if period.part is not None:
        named = (
            is_label(period) or period.end is None or re.search(r"四半期|quarter|half|上|下", period.printed)
        )
        return period.part if named or calendar.learned else None
    if period.end is None or not calendar.learned:
        return None
    return part_of(period.start, period.end, calendar)


def days(reading: Reading) -> str:
    """Write the days for a reader."""
    return f"{reading.start} to {reading.end}" if reading.start else f"{reading.end}"
