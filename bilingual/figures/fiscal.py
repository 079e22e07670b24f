"""Arithmetic of fiscal years: from a label to the days it covers, and back."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from bilingual.model.figure import Basis, FiscalCalendar, Part, Period, Relative
from bilingual.model.quick import replace

QUARTERS = (Part.Q1, Part.Q2, Part.Q3, Part.Q4)
"""The discrete quarters in order."""

PART_MONTHS: dict[Part, tuple[int, int]] = {
    Part.YEAR: (0, 12),
    Part.Q1: (0, 3),
    Part.Q2: (3, 6),
    Part.Q3: (6, 9),
    Part.Q4: (9, 12),
    Part.H1: (0, 6),
    Part.H2: (6, 12),
    Part.M9: (0, 9),
}
"""First month (inclusive) and last month (exclusive) of a part, counted from the start of the fiscal year."""

CUMULATIVE = {Part.Q1: Part.Q1, Part.Q2: Part.H1, Part.Q3: Part.M9, Part.Q4: Part.YEAR}
"""The part that a quarter becomes when it is counted from the start of the year."""

_SUMMARY_FORM_RE = re.compile(r"月 ?期|months?\b", re.IGNORECASE)
_LAST_YEAR = 2999
_FIRST_YEAR = 1


@lru_cache(maxsize=1_024)
def month_end(year: int, month: int) -> date:
    """Last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def is_month_end(day: date) -> bool:
    """Whether a month ends on a day: no period of results ends on July 30.

    >>> is_month_end(date(2024, 2, 29)), is_month_end(date(2025, 9, 29))
    (True, False)
    """
    return day.day == monthrange(day.year, day.month)[1]


@lru_cache(maxsize=4_096)
def add_months(day: date, months: int) -> date:
    """Move a date by whole months; a last day of a month stays a last day."""
    index = day.year * 12 + day.month - 1 + months
    year = min(max(index // 12, _FIRST_YEAR), _LAST_YEAR)
    month = index % 12 + 1
    last = monthrange(year, month)[1]
    if is_month_end(day):
        return date(year, month, last)
    return date(year, month, min(day.day, last))


def months_before(end: date, months: int) -> date:
    """First day of the period of so many months that ends on a day."""
    return add_months(end, -months) + timedelta(days=1)


def year_end(year: int, basis: Basis, month: int) -> date:
    """Last day of the fiscal year that a label names; an unknown basis counts from the start.

    >>> year_end(2001, Basis.START, 3), year_end(2002, Basis.END, 3), year_end(2001, Basis.START, 12)
    (datetime.date(2002, 3, 31), datetime.date(2002, 3, 31), datetime.date(2001, 12, 31))
    """
    later = basis is not Basis.END and month != 12
    return month_end(year + 1 if later else year, month)


def part_span(part: Part, end_of_year: date) -> tuple[date, date] | None:
    """First and last day of a part of the fiscal year that ends on a day; None for parts without a fixed place."""
    months = PART_MONTHS.get(part)
    if months is None:
        return None
    start = months_before(end_of_year, 12 - months[0])
    return start, add_months(end_of_year, months[1] - 12)


def part_of(start: date | None, end: date, calendar: FiscalCalendar) -> Part | None:
    """Name the part of the fiscal year that two days enclose; None where it is no whole part."""
    if start is None:
        return None
    length = (end.year - start.year) * 12 + end.month - start.month + (1 if end.day >= start.day else 0)
    last = (end.month - calendar.year_end_month - 1) % 12 + 1
    return next((part for part, months in PART_MONTHS.items() if months == (last - length, last)), None)


def fiscal_year_of(day: date, calendar: FiscalCalendar) -> date:
    """Last day of the fiscal year that a day falls in."""
    month = calendar.year_end_month
    return month_end(day.year if day.month <= month else day.year + 1, month)


def is_quarter(period: Period | None) -> bool:
    """Whether a period is surely reported as a discrete quarter.

    A summary form for 2026年3月期第1四半期 or the three months ended June 30 counts from the start of the year,
    and its 前期 is the year before.
    """
    if period is None or period.part not in QUARTERS or period.cumulative or period.open_part:
        return False
    return _SUMMARY_FORM_RE.search(period.printed) is None


def is_year(period: Period | None) -> bool:
    """Whether a period is a full year."""
    return period is not None and period.part is Part.YEAR and not period.cumulative


def resolve(period: Period, calendar: FiscalCalendar) -> Period:
    """Fill the days of a period from its label and the calendar, of a relative one from the current period.

    What neither can place is returned as it came.
    """
    if period.end is not None:
        return period
    if period.relative is not None:
        return _resolve_relative(period, calendar)
    if period.year is None or period.part is None:
        return period
    basis = calendar.basis if period.basis is Basis.UNKNOWN else period.basis
    return placed(period, year_end(period.year, basis, calendar.year_end_month))


def placed(period: Period, end_of_year: date) -> Period:
    """The period at the place that its part has in the fiscal year with that last day."""
    span = part_span(period.part or Part.YEAR, end_of_year)
    if span is None:
        return period
    start = None if period.instant or period.open_part else span[0]
    return replace(period, start=start, end=span[1])


def _resolve_relative(period: Period, calendar: FiscalCalendar) -> Period:
    current = calendar.current
    if current is None or current.end is None:
        return period
    this_year = fiscal_year_of(current.end, calendar)
    if period.part is not None and period.part in PART_MONTHS:
        shift = {Relative.CURRENT: 0, Relative.NEXT: 12}.get(period.relative or Relative.CURRENT, -12)
        return placed(period, add_months(this_year, shift))
    target = relative_span(period.relative or Relative.CURRENT, calendar)
    if target is None:
        return period
    start, end = target
    return replace(period, start=None if period.instant else start, end=end)


def relative_span(relative: Relative, calendar: FiscalCalendar) -> tuple[date | None, date] | None:
    """Days that a relative period means in a document whose current period is known; None where it is open."""
    current = calendar.current
    if current is None or current.end is None:
        return None
    start, end = current.start, current.end
    step = 3 if is_quarter(current) else 12 if is_year(current) else 0
    moves = {
        Relative.CURRENT: 0,
        Relative.YEAR_AGO: -12,
        Relative.PREVIOUS: -step if step else None,
        Relative.PREVIOUS_QUARTER: -3 if step == 3 else None,
        Relative.NEXT: step if step else None,
    }
    if relative is Relative.PREVIOUS_YEAR:
        last = add_months(fiscal_year_of(end, calendar), -12)
        return months_before(last, 12), last
    if relative is Relative.PREVIOUS_END:
        if step == 3:  # 前期末 of a quarterly release is the end of the last quarter or of the last year
            return None
        return None, add_months(fiscal_year_of(end, calendar), -12)
    move = moves.get(relative)
    if move is None:
        return None
    return (add_months(start, move) if start else None), add_months(end, move)
