"""What the issuer's profile adds to a comparison: its rounding, and where it dates its releases."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from bilingual.model.figure import Aspect, Difference, Figure, FiscalCalendar, Kind

TOKYO = ZoneInfo("Asia/Tokyo")


def rounding_differs(ja: Figure, en: Figure, rounding: str) -> tuple[Difference, ...]:
    """Tell whether two amounts of different precision break the issuer's rounding.

    Without a declared rounding both truncation and half-up are allowed; with one, 9,528 million yen cut off to a
    hundred million is 95億円 and nothing else.

    >>> from bilingual.model.document import Language, Span
    >>> def yen(value, step): return Figure(Language.JA, Kind.AMOUNT, "", Span(0, 0), Decimal(value), Decimal(step))
    >>> len(rounding_differs(yen(9_600_000_000, 100_000_000), yen(9_570_000_000, 1_000_000), "down"))
    1
    >>> len(rounding_differs(yen(9_600_000_000, 100_000_000), yen(9_570_000_000, 1_000_000), "half_up"))
    0
    """
    if (
        not rounding
        or ja.kind is not Kind.AMOUNT
        or en.kind is not Kind.AMOUNT
        or ja.approximate
        or en.approximate
    ):
        return ()
    if ja.value is None or en.value is None or not ja.step or not en.step or ja.step == en.step:
        return ()
    coarse, fine = (ja, en) if ja.step > en.step else (en, ja)
    low, high = _values(coarse, rounding)
    fine_low, fine_high = _values(fine, rounding)
    if fine_low < high and low < fine_high:
        return ()
    words = {"down": "rounded down", "half_up": "rounded half up"}[rounding]
    return (Difference(Aspect.VALUE, 2, f"{fine.printed} is not {coarse.printed} when {words}"),)


def _values(figure: Figure, rounding: str) -> tuple[Decimal, Decimal]:
    size, step = abs(figure.value or Decimal(0)), figure.step or Decimal(0)
    return (size, size + step) if rounding == "down" else (size - step / 2, size + step / 2)


def dated_in_zone(
    differences: tuple[Difference, ...], ja: Figure, en: Figure, calendar: FiscalCalendar
) -> tuple[Difference, ...]:
    """Forgive a release that is dated a day earlier where it was still the day before."""
    if (
        not differences
        or not calendar.release_zone
        or ja.local_date is None
        or ja.local_date != calendar.release
    ):
        return differences
    if en.local_date is None or ja.local_date - en.local_date != timedelta(days=1):
        return differences
    # Releases come out until the evening: at noon in Tokyo it is the day before in zones from Hawaii to New York.
    noon = datetime.combine(ja.local_date, time(12), TOKYO).astimezone(ZoneInfo(calendar.release_zone))
    if noon.date() != en.local_date:
        return differences
    return tuple(replace(item, serious=0) for item in differences)
