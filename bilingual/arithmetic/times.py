"""Days that periods stand for, as keys under which columns and statements meet."""

from __future__ import annotations

from datetime import date, timedelta

from bilingual.figures.fiscal import QUARTERS, add_months, month_end, months_before, placed
from bilingual.model.figure import FiscalCalendar, Part, Period, Relative

Days = tuple[date | None, date]
"""First and last day; an instant has no first one."""
MONTHS_OF_YEAR = 12
BACK_A_YEAR = frozenset({Relative.YEAR_AGO, Relative.PREVIOUS_YEAR})
BACK_ONE = frozenset({Relative.PREVIOUS, Relative.PREVIOUS_QUARTER})


def days_of(period: Period | None) -> Days | None:
    """The days of a period whose words fix them; None for the others."""
    if period is None or period.end is None:
        return None
    return (None if period.instant else period.start), period.end


def reporting_days(calendar: FiscalCalendar) -> Days | None:
    """The days that the document reports."""
    return days_of(calendar.current)


def whole_year(days: Days, calendar: FiscalCalendar) -> Days:
    """The year that ends with a term (2025年3月期), where the document reports years; other days as they are."""
    start, end = days
    current = calendar.current
    if start is not None or current is None or current.part is not Part.YEAR:
        return days
    if end.month != calendar.year_end_month or end != month_end(end.year, end.month):
        return days
    return months_before(end, MONTHS_OF_YEAR), end


def own_days(period: Period | None, calendar: FiscalCalendar) -> Days | None:
    """The days that a figure names for itself: by dates, or as a part of the reported year; None for none."""
    found = days_of(period)
    if found is not None or period is None:
        return found
    current = calendar.current
    named = period.part is not None and period.year is None and period.relative is None
    if not named or current is None:
        return None
    if period.part is current.part:
        return days_of(current)
    if period.part in QUARTERS and not period.cumulative and current.part is Part.YEAR:
        return days_of(placed(period, current.end)) if current.end else None
    return None


def base_days(base: Period, days: Days) -> Days | None:
    """The days that a change is measured from, seen from the days that it leads to.

    A relative base (前期, the previous year) counts from the figure's own period, not from the document's.
    """
    if base.relative in BACK_A_YEAR:
        return shifted(days, MONTHS_OF_YEAR)
    if base.relative in BACK_ONE:
        length = months_of(days)
        return shifted(days, length) if length else None
    return days_of(base)


def shifted(days: Days, months: int) -> Days:
    """The days so many months before.

    >>> shifted((date(2001, 7, 1), date(2001, 9, 30)), 3)
    (datetime.date(2001, 4, 1), datetime.date(2001, 6, 30))
    """
    start, end = days
    return (add_months(start, -months) if start else None), add_months(end, -months)


def months_of(days: Days) -> int:
    """Length in whole months; 0 for an instant or a stretch that does not end with a month.

    >>> months_of((date(2001, 7, 1), date(2001, 9, 30)))
    3
    """
    start, end = days
    if start is None or start.day != 1 or end != month_end(end.year, end.month):
        return 0
    return (end.year - start.year) * MONTHS_OF_YEAR + end.month - start.month + 1


def opening_of(days: Days) -> Days:
    """The instant before the first day."""
    start, end = days
    return None, (start or end) - timedelta(days=1)


def same_days(named: Days, column: Days) -> bool:
    """Whether a column is for the named days; a closing instant serves a stretch that ends then and back."""
    return named == column or (named[1] == column[1] and (named[0] is None or column[0] is None))
