"""In what respect two periods differ, if they cannot denote the same time."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bilingual.figures.fiscal import (
    QUARTERS,
    add_months,
    fiscal_year_of,
    is_quarter,
    is_year,
    months_before,
    relative_span,
)
from bilingual.figures.period_absolute import compare_absolute, instant_difference, part_difference
from bilingual.figures.period_readings import Reading, days, readings
from bilingual.figures.written_dates import MONTH_NUMBERS
from bilingual.model.figure import Aspect, Difference, FiscalCalendar, Part, Period, Relative

_ANCHORED_RE = re.compile(r"年|fiscal|year|[前今来翌次当]期", re.IGNORECASE)
_QUARTERLY = {
    Relative.PREVIOUS: Relative.PREVIOUS_QUARTER,
}
_YEARLY = {
    Relative.PREVIOUS: Relative.PREVIOUS_YEAR,
    Relative.YEAR_AGO: Relative.PREVIOUS_YEAR,
}
_YEARS_BACK = frozenset({Relative.PREVIOUS_YEAR, Relative.YEAR_AGO})
_LAST_YEAR = frozenset({Relative.PREVIOUS, Relative.PREVIOUS_YEAR})
_COMPATIBLE = {
    frozenset({Relative.PREVIOUS, Relative.PREVIOUS_QUARTER}),
    _LAST_YEAR,
    frozenset({Relative.YEAR_AGO, Relative.PREVIOUS_YEAR}),
    frozenset({Relative.PREVIOUS, Relative.PREVIOUS_END}),
    frozenset({Relative.PREVIOUS_YEAR, Relative.PREVIOUS_END}),
    frozenset({Relative.PREVIOUS_QUARTER, Relative.PREVIOUS_END}),
}


@lru_cache(maxsize=8_192)
def compare_periods(
    ja: Period, en: Period, ja_calendar: FiscalCalendar, en_calendar: FiscalCalendar
) -> tuple[Difference, ...]:
    """Tell in what two periods differ; empty where they can denote the same time.

    Heads, cells and sentences of a document name the same few periods again and again.

    >>> a = Period("FY2001", year=2001, part=Part.YEAR)
    >>> b = Period("FY2002", year=2002, part=Part.YEAR)
    >>> compare_periods(a, b, FiscalCalendar(), FiscalCalendar())[0].aspect.value
    'fiscal year'
    """
    if _same_days(ja, en):
        return ()
    months = months_named(ja), months_named(en)
    if all(months) and months[0] != months[1]:
        return (Difference(Aspect.PERIOD, 2, f"{ja.printed} against {en.printed}"),)
    if ja.relative is not None and en.relative is not None:
        return _compare_relative(ja, en, ja_calendar if ja_calendar.current else en_calendar)
    if _names_part(ja) or _names_part(en):  # 今年度下半期 is placed by its year, or compared by its part
        ja, en = replace(ja, relative=None), replace(en, relative=None)
    if ja.relative is not None:
        return _against_absolute(ja, en, ja_calendar, en_calendar)
    if en.relative is not None:
        return _against_absolute(en, ja, en_calendar, ja_calendar)
    return compare_absolute(ja, en, ja_calendar, en_calendar)


_MONTHS_JA_RE = re.compile(r"(\d{1,2}) ?月? ?(?:[-~]|から) ?(?:翌年?の?)? ?(\d{1,2}) ?月")
_YEAR_RE = re.compile(r"\d{4}")
_MONTH_EN_RE = re.compile(r"\b[A-Z][a-z]{2}")


def months_named(period: Period) -> tuple[int, ...]:
    """First and last month of a range printed without a year (7-9月, July to September); empty for other periods."""
    if period.relative is not None or _YEAR_RE.search(period.printed):
        return ()
    japanese = _MONTHS_JA_RE.fullmatch(period.printed.removesuffix("期"))
    if japanese:
        return int(japanese[1]), int(japanese[2])
    words = [MONTH_NUMBERS.get(word.lower(), 0) for word in _MONTH_EN_RE.findall(period.printed)]
    return tuple(words) if len(words) == 2 and all(words) else ()


def _same_days(ja: Period, en: Period) -> bool:
    """Whether both name the same first and last day, outright: nearly all pairs do."""
    return (
        ja.end is not None
        and ja.start is not None
        and ja.end == en.end
        and ja.start == en.start
        and ja.cumulative is en.cumulative
        and not (ja.open_part or en.open_part or ja.relative or en.relative)
    )


def _names_part(period: Period) -> bool:
    return period.relative is not None and period.part not in (None, Part.YEAR)


def _compare_relative(ja: Period, en: Period, calendar: FiscalCalendar) -> tuple[Difference, ...]:
    if ja.relative is None or en.relative is None:
        return ()
    if ja.relative is en.relative:
        if ja.part and en.part and ja.part is not en.part and Part.OTHER not in (ja.part, en.part):
            return (part_difference(ja, en, ja.part, en.part),)
        return instant_difference(ja, en)
    if ja.part and en.part and ja.part is not en.part and _is_quarter_back(ja) and _is_quarter_back(en):
        return (part_difference(ja, en, ja.part, en.part),)
    if any(p.part not in (None, Part.YEAR) and _ANCHORED_RE.search(p.printed) for p in (ja, en)):
        this_year = Relative.CURRENT in (ja.relative, en.relative)
        if this_year and ja.part is en.part and not _YEARS_BACK.isdisjoint((ja.relative, en.relative)):
            return (Difference(Aspect.PERIOD, 2, f"{ja.printed} against {en.printed}"),)
        return ()
    if {ja.relative, en.relative} == _LAST_YEAR and not calendar.quarter_labels:
        return ()  # 前期実績 is that of last year in a paper of a quarter too, unless 2001年9月期 names one
    current = calendar.current
    table = _QUARTERLY if is_quarter(current) else _YEARLY if is_year(current) else {}
    one, other = table.get(ja.relative, ja.relative), table.get(en.relative, en.relative)
    note = f"{_relative_name(ja.relative)} against {_relative_name(en.relative)}"
    if one is other:
        return ()
    if {ja.relative, en.relative} == {Relative.PREVIOUS, Relative.YEAR_AGO}:
        return (Difference(Aspect.PERIOD, 2 if is_quarter(current) else 0, note),)
    if frozenset({one, other}) in _COMPATIBLE and not _year_against_quarter(ja, en):
        return ()
    if Relative.PREVIOUS_END in (one, other) and Relative.YEAR_AGO in (one, other):
        explicit = any(_SAME_PERIOD_RE.search(each.printed) for each in (ja, en))
        return () if is_year(current) else (Difference(Aspect.PERIOD, 2 if explicit else 0, note),)
    return (Difference(Aspect.PERIOD, 2, note),)


def _is_quarter_back(period: Period) -> bool:
    """Whether a period is a single quarter of the year before: 前第3四半期, the third quarter of the previous year."""
    return period.relative in _YEARS_BACK and period.part in QUARTERS and not period.cumulative


_SAME_PERIOD_RE = re.compile(r"同|same|corresponding", re.IGNORECASE)
"""A period of the year before, where "year on year" may speak of a closing day."""
_YEAR_END_RE = re.compile(r"年度の?末|year", re.IGNORECASE)


def _year_against_quarter(ja: Period, en: Period) -> bool:
    """Whether one names the end of a quarter and the other that of a year; 前期末 and 期首 may be either."""
    return any(
        one.relative is Relative.PREVIOUS_QUARTER
        and other.relative is Relative.PREVIOUS_END
        and _YEAR_END_RE.search(other.printed) is not None
        for one, other in ((ja, en), (en, ja))
    )


def _relative_name(relative: Relative) -> str:
    return relative.value.replace("_", " ")


_BEFORE_THE_END = frozenset({Part.Q1, Part.Q2, Part.Q3, Part.H1, Part.M9})
"""Parts of a year whose last day is not that of the year: 前年度末 is no end of a first half."""


_WHOLE = frozenset({Relative.CURRENT, Relative.PREVIOUS_YEAR, Relative.NEXT})
_WHOLE_RE = re.compile(r"年度|fiscal year|full year|year under review", re.IGNORECASE)
_PARTS = _BEFORE_THE_END | {Part.H2, Part.Q4}


def _is_other_stretch(relative: Period, absolute: Period) -> bool:
    """Whether one names a whole year by 当 or 前 and the other a part of one, both as stretches: 当連結会計年度, the first half."""
    whole = relative.relative in _WHOLE and relative.part is Part.YEAR and _WHOLE_RE.search(relative.printed)
    part = absolute.part in _PARTS and absolute.relative is None
    return bool(whole) and part and not (relative.instant or absolute.instant)


def _against_absolute(
    relative: Period, absolute: Period, calendar: FiscalCalendar, other_calendar: FiscalCalendar
) -> tuple[Difference, ...]:
    """Compare 前年同期 with 2Q00 through the current period; a forecast shifts what such a word means."""
    year_end = relative.relative is Relative.PREVIOUS_END and _YEAR_END_RE.search(relative.printed)
    if year_end and absolute.instant and absolute.part in _BEFORE_THE_END:
        return (Difference(Aspect.PERIOD, 2, f"{relative.printed} against {absolute.printed}"),)
    unlearned = not (calendar.learned or other_calendar.learned)
    if unlearned and _is_other_stretch(relative, absolute):
        return (Difference(Aspect.PERIOD, 2, f"{relative.printed} against {absolute.printed}"),)
    known = calendar if calendar.current else other_calendar
    current = known.current
    if relative.relative is None or current is None or current.end is None:
        return ()
    found = readings(absolute, other_calendar, relative, calendar)
    if not found or absolute.open_part or relative.instant:
        return ()
    if any(_fits(relative.relative, reading, known) for reading in found):
        return ()
    note = f"{_relative_name(relative.relative)} against {days(found[0])}"
    return (Difference(Aspect.PERIOD, 2, note),)


def _fits(relative: Relative, reading: Reading, calendar: FiscalCalendar) -> bool:
    current = calendar.current
    if current is None or current.end is None:
        return True
    this_year = fiscal_year_of(current.end, calendar)
    first_day = months_before(this_year, 12)
    if relative is Relative.CURRENT:
        if current.end == this_year:  # the outlook of an annual release speaks of the year that follows
            this_year = add_months(this_year, 12)
        return reading.end >= (current.start or first_day) and (reading.start or reading.end) <= this_year
    if relative is Relative.NEXT:
        return reading.end > current.end
    past = (Relative.PREVIOUS, Relative.YEAR_AGO)
    if relative is Relative.PREVIOUS_YEAR or (is_year(current) and relative in past):
        return reading.end <= this_year and reading.end > add_months(first_day, -12)
    if relative in (Relative.PREVIOUS, Relative.PREVIOUS_QUARTER, Relative.YEAR_AGO) and is_quarter(current):
        return _fits_quarter(relative, reading, calendar)
    return True


def _fits_quarter(relative: Relative, reading: Reading, calendar: FiscalCalendar) -> bool:
    """The quarter that the word names from the current one, or from the quarters and year that follow it."""
    current = calendar.current
    if current is None or current.end is None:
        return True
    if reading.start is not None and months_before(reading.end, 3) != reading.start:
        return True
    contrast = Relative.PREVIOUS_QUARTER if relative is Relative.YEAR_AGO else Relative.YEAR_AGO
    target = relative_span(contrast, calendar)
    if target is not None and target[1] == reading.end:
        return False
    step = -12 if relative is Relative.YEAR_AGO else -3
    return any(add_months(current.end, step + 3 * later) == reading.end for later in range(-1, 5))
