"""How two period mentions look beside each other: named alike, one slip apart, of different lengths."""

from __future__ import annotations

import re

from bilingual.align.evidence import digit_likeness
from bilingual.align.given_periods import months_told, other_half, other_length, parts_told
from bilingual.figures.fiscal import PART_MONTHS, QUARTERS, months_before
from bilingual.figures.period_difference import months_named
from bilingual.figures.periods import resolve
from bilingual.model.figure import FiscalCalendar, Part, Period, Relative


def commensurable(ja: Period, en: Period, ja_calendar: FiscalCalendar, en_calendar: FiscalCalendar) -> bool:
    """Whether two periods can be held against each other.

    The quarter before and a quarter with a name are, where the calendar places the first on the second; that
    they differ proves nothing, because such words shift with their sentence.
    """
    if (ja.relative is None) is (en.relative is None) or (_names_quarter(ja) and _names_quarter(en)):
        return True
    if ja.part in _HALVES and en.part in _HALVES:
        return True  # 当中間連結会計期間, the first half of FY2025
    left, right = resolve(ja, ja_calendar), resolve(en, en_calendar)
    return left.end is not None and left.end == right.end


def _names_quarter(period: Period) -> bool:
    """Whether a quarter of the running year is named by its number: 当第2四半期, the second quarter."""
    return period.relative in (None, Relative.CURRENT) and period.part in QUARTERS


def end_of_quarter(one: Period, other: Period) -> bool:
    """Whether one is 期末 and the other a quarter named by its number alone: that they meet settles neither."""
    for day, quarter in ((one, other), (other, one)):
        if day.instant and day.relative is not None and not quarter.instant and quarter.part in QUARTERS:
            return quarter.year is None
    return False


def is_placed(period: Period) -> bool:
    """Whether a period says more than its part of a year: a day, a year, or where it lies from now."""
    return period.end is not None or period.year is not None or period.relative is not None


def is_slip(one: Period, other: Period) -> bool:
    """Whether one digit, or two in each other's place, make one period of the other."""
    if (
        one.year
        and other.year
        and one.part is other.part
        and digit_likeness(str(one.year), str(other.year)) >= 0.7
    ):
        return True
    quarters = _grain(one) == _grain(other) == "quarter"
    if quarters and one.part is not other.part and (one.year == other.year or None in (one.year, other.year)):
        return True
    if one.end is None or other.end is None:
        return False
    return digit_likeness(one.end.strftime("%Y%m"), other.end.strftime("%Y%m")) >= 0.7


def definiteness(ja: Period, en: Period) -> float:
    """How much two periods that agree say, from 0 to 0.8: between equals the definite ones are meant."""
    return 0.5 * (ja.end is not None and en.end is not None) + 0.3 * (ja.part is en.part)


_BASES = frozenset({Relative.YEAR_AGO, Relative.PREVIOUS_QUARTER, Relative.PREVIOUS_MONTH})
"""The bases that heads such as 前年同期比, QoQ and 前月比 name."""


def likeness(ja: Period, en: Period, *, given: bool) -> float:
    """How likely two periods that differ are meant to be one: named the same way, near in time.

    In texts that the caller aligned the only two that are left are, however they are named.
    """
    if given and (parts_told(ja, en) or other_half(ja, en)):
        return 0.5
    if months_to_the_same_day(ja, en):
        return 0.5
    if (ja.relative or en.relative) and not (_names_quarter(ja) and _names_quarter(en)):
        return 0.3 if given and ({ja.relative, en.relative} <= _BASES or years_named(ja, en)) else 0.0
    if not same_grain(ja, en):
        if {_cumulative_months(ja), _cumulative_months(en)} == CUMULATIVE_MONTHS:
            return 0.5
        if ja.end is not None and ja.end == en.end and _MONTHS_RE.search(en.printed):
            return 0.5  # six months against 第3四半期, both to the same day
        dated = ja.end is not None and en.end is not None
        parts = all(p.part in PART_MONTHS and p.year is None and p.end is None for p in (ja, en))
        months = bool(months_named(ja) and months_named(en))
        lengths = bool(other_length(ja, en))
        return 0.3 if given and (dated or parts or months or lengths) else 0.0
    if ja.year and en.year:
        return 1.0 if abs(ja.year - en.year) <= 1 else 0.6
    return 0.5


def months_to_the_same_day(ja: Period, en: Period) -> bool:
    """Whether English tells the months of a part of the running year (six months ended June 30) that ends with it."""
    return (
        ja.end is not None
        and ja.end == en.end
        and ja.relative in (None, Relative.CURRENT)
        and ja.part in (*_EARLY, Part.H1, Part.M9)
        and _MONTHS_RE.search(en.printed) is not None
    )


def is_no_part(en: Period, calendar: FiscalCalendar) -> bool:
    """Whether the months that English tells make no part of the issuer's year: six months to the end of its first quarter."""
    return calendar.learned and en.part is None and _MONTHS_RE.search(en.printed) is not None


def lengths_apart(one: Period, other: Period) -> bool:
    """Whether one is a whole year and the other a half-year or nine months by its days, or one of its first quarters."""
    return any(
        whole.part is Part.YEAR
        and whole.relative is None
        and (_cumulative_months(part) > 0 or (part.part in _EARLY and not is_placed(part)))
        for whole, part in ((one, other), (other, one))
    )


def months_apart(one: Period, other: Period) -> bool:
    """Whether only one of two periods is told by its months: beside 10-12月, October to November is no third quarter."""
    return bool(months_told(one)) is not bool(months_told(other))


def years_named(ja: Period, en: Period) -> bool:
    """Whether one is the current year or quarter and the other the next: 来期 against this year."""
    return {ja.relative, en.relative} == {Relative.CURRENT, Relative.NEXT}


_EARLY = frozenset({Part.Q1, Part.Q2, Part.Q3})
"""Quarters that end no year."""
_MONTHS_RE = re.compile(r"\b(?:three|six|nine) months ended", re.IGNORECASE)
_HALVES = frozenset({Part.H1, Part.H2})
CUMULATIVE_MONTHS = {6, 9}
"""A half-year and the first three quarters: no other lengths are reported from the start of the year."""


def _cumulative_months(period: Period) -> int:
    """Months that a period says it has, where it is a half-year or nine months; 0 for others."""
    if period.part in (Part.H1, Part.M9):
        return PART_MONTHS[period.part][1]
    if period.start is None or period.end is None or period.part is not None:
        return 0
    return next((months for months in (6, 9) if months_before(period.end, months) == period.start), 0)


def same_grain(one: Period, other: Period) -> bool:
    """Whether two periods are named the same way; a bare day may end any period that ends on such a day."""
    grains = {_grain(one), _grain(other)}
    if len(grains) == 1:
        return True
    if "dated" not in grains or one.end is None or other.end is None:
        return False
    return (one.end.month, one.end.day) == (other.end.month, other.end.day)


def _grain(period: Period) -> str:
    if period.instant:
        return "instant"
    if period.cumulative:
        return "cumulative"
    if period.part in (Part.Q1, Part.Q2, Part.Q3, Part.Q4):
        return "quarter"
    if period.part in (Part.H1, Part.H2):
        return "half"
    if period.part is Part.MONTH:
        return "month"
    if period.part in (Part.YEAR, Part.M9):
        return str(period.part)
    return "dated" if period.end else "other"
