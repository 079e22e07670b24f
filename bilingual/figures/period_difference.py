"""In what respect two periods differ, if they cannot denote the same time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bilingual.figures.fiscal import (
    add_months,
    fiscal_year_of,
    is_quarter,
    is_year,
    months_before,
    part_of,
    part_span,
    relative_span,
    year_end,
)
from bilingual.model.figure import (
    Aspect,
    Basis,
    Difference,
    FiscalCalendar,
    Part,
    Period,
    Relative,
)

COMMON_YEAR_ENDS = (3, 12, 2)
"""Months in which nearly all issuers end their year, tried where no document tells."""

_SAME_START = timedelta(days=15)
_INSTANT_RE = re.compile(
    r"末|現在|時点|首|\bas (?:of|at)\b|\bend of\b|\bclose of\b|\bbeginning of\b", re.IGNORECASE
)
_DURATION_RE = re.compile(
    r"四半期|期間|年度|通期|[上下]期|半期|累計|quarter|months?\b|year|half|period|\bfor\b|\bto\b|[-~]|から|[1-4]Q|Q[1-4]|FY|\d[HM]",
    re.IGNORECASE,
)
_ERA_RE = re.compile(r"明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR]\.? ?\d{1,2}(?:年|\.)")
_FULL_DAY_RE = re.compile(r"\d ?日|[A-Za-z]{3,9}\.? ?\d{1,2}\b(?!\d)|\d/\d{1,2}/\d|\d{1,2} [A-Z][a-z]{2}")
_ANCHORED_RE = re.compile(r"年|fiscal|year|[前今来翌次当]期", re.IGNORECASE)
_QUARTER_PARTS = (Part.Q1, Part.Q2, Part.Q3, Part.Q4)
_ENDS = {Part.H1: Part.Q2, Part.M9: Part.Q3, Part.H2: Part.YEAR, Part.Q4: Part.YEAR}
_HALF_YEAR = {Part.H1, Part.Q2}  # second-quarter papers report the half: a person has to look
_CUMULATIVE_OF = {Part.H1: Part.Q2, Part.M9: Part.Q3, Part.YEAR: Part.Q4}


@dataclass(frozen=True, slots=True)
class _Reading:
    """Days that a period may cover."""

    start: date | None
    end: date


def compare_periods(
    ja: Period, en: Period, ja_calendar: FiscalCalendar, en_calendar: FiscalCalendar
) -> tuple[Difference, ...]:
    """Tell in what two periods differ; empty where they can denote the same time.

    >>> a = Period("2001年度", year=2001, basis=Basis.START, part=Part.YEAR)
    >>> b = Period("FY2002", year=2002, part=Part.YEAR)
    >>> compare_periods(a, b, FiscalCalendar(), FiscalCalendar())[0].aspect.value
    'fiscal year'
    """
    if ja.relative is not None and en.relative is not None:
        return _compare_relative(ja, en, ja_calendar if ja_calendar.current else en_calendar)
    if _names_part(ja) or _names_part(en):  # 今年度下半期 is placed by its year, or compared by its part
        ja, en = replace(ja, relative=None), replace(en, relative=None)
    if ja.relative is not None:
        return _against_absolute(ja, en, ja_calendar, en_calendar)
    if en.relative is not None:
        return _against_absolute(en, ja, en_calendar, ja_calendar)
    return _compare_absolute(ja, en, ja_calendar, en_calendar)


def _names_part(period: Period) -> bool:
    return period.relative is not None and period.part not in (None, Part.YEAR)


def _compare_absolute(
    ja: Period, en: Period, ja_calendar: FiscalCalendar, en_calendar: FiscalCalendar
) -> tuple[Difference, ...]:
    ja_readings = _readings(ja, ja_calendar, en, en_calendar)
    en_readings = _readings(en, en_calendar, ja, ja_calendar)
    if not ja_readings or not en_readings:
        return _compare_parts(ja, en, ja_calendar, en_calendar)
    pairs = [(one, other) for one in ja_readings for other in en_readings]
    exact = any(_FULL_DAY_RE.search(p.printed) is None for p in (ja, en))
    ends = [(one, other) for one, other in pairs if _same_end(one.end, other.end, loose=exact)]
    if ja.open_part or en.open_part or ja.instant or en.instant:
        if ends:
            return _instant_difference(ja, en)
    elif any(_same_start(one.start, other.start) for one, other in ends):
        return ()
    elif ends:
        return _length_difference(ja, en)
    return (_time_difference(ja, en, pairs),)


def _readings(
    period: Period, calendar: FiscalCalendar, other: Period, other_calendar: FiscalCalendar
) -> list[_Reading]:
    """All days that the words may mean; a label that only the calendar could place has several."""
    label = period.year is not None and period.basis is not Basis.END and period.part is not None
    if not label:
        return [_Reading(period.start, period.end)] if period.end else []
    readings = []
    for basis in _bases(period, calendar, other, other_calendar):
        for month in _year_end_months(period, calendar, other):
            span = part_span(period.part or Part.YEAR, year_end(period.year or 2000, basis, month))
            if span:
                readings.append(_Reading(None if period.instant else span[0], span[1]))
    return readings


def _bases(
    period: Period, calendar: FiscalCalendar, other: Period, other_calendar: FiscalCalendar
) -> tuple[Basis, ...]:
    known = calendar.basis if calendar.learned and calendar.basis is not Basis.UNKNOWN else None
    if period.basis is Basis.START:
        return (Basis.START, Basis.END) if known is Basis.END else (Basis.START,)
    if known is not None:
        return (known,)
    if other.year is not None and other.basis is not Basis.END and _is_label(other):
        return (other.basis if other.basis is Basis.START else other_calendar.basis,)
    return (Basis.START, Basis.END)


def _year_end_months(period: Period, calendar: FiscalCalendar, other: Period) -> tuple[int, ...]:
    if calendar.learned:
        return (calendar.year_end_month,)
    if period.part is Part.YEAR and other.end is not None and not _is_label(other):
        return (calendar.year_end_month, other.end.month)
    if other.end is not None and not _is_label(other):
        return tuple(dict.fromkeys((calendar.year_end_month, *COMMON_YEAR_ENDS)))
    return (calendar.year_end_month,)


def _is_label(period: Period) -> bool:
    return period.year is not None and period.basis is not Basis.END and period.part is not None


def _same_end(one: date, other: date, *, loose: bool) -> bool:
    return (one.year, one.month) == (other.year, other.month) if loose else one == other


def _same_start(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs(one - other) <= _SAME_START


def _explicit_instant(period: Period) -> bool:
    return period.instant and bool(_INSTANT_RE.search(period.printed))


def _explicit_duration(period: Period) -> bool:
    return not period.instant and not period.open_part and bool(_DURATION_RE.search(period.printed))


def _instant_difference(ja: Period, en: Period) -> tuple[Difference, ...]:
    for one, other in ((ja, en), (en, ja)):
        if _explicit_instant(one) and _explicit_duration(other):
            return (Difference(Aspect.INSTANT, 2, "a point in time against a period"),)
    return ()


def _length_difference(ja: Period, en: Period) -> tuple[Difference, ...]:
    """The same end, other starts."""
    if ja.cumulative or en.cumulative:
        explicit = ja.cumulative or "会計期間" in ja.printed
        note = "from the start of the year against the quarter alone"
        return (Difference(Aspect.CUMULATIVE, 2 if explicit else 1, note),)
    note = f"{_name(ja)} against {_name(en)}"
    if {ja.part, en.part} == _HALF_YEAR:
        return (Difference(Aspect.CUMULATIVE, 1, note),)
    return (Difference(Aspect.PERIOD, 2, note),)


def _time_difference(ja: Period, en: Period, pairs: list[tuple[_Reading, _Reading]]) -> Difference:
    near = min(pairs, key=lambda pair: abs(pair[0].end - pair[1].end))
    years = near[0].end.year - near[1].end.year
    same_part = (
        near[0].end.month == near[1].end.month
        and years != 0
        and (near[0].start is None or near[1].start is None or near[0].start.month == near[1].start.month)
    )
    note = f"{_days(near[0])} against {_days(near[1])}"
    if same_part and _ERA_RE.search(ja.printed):
        return Difference(Aspect.ERA, 2, note)
    if same_part and (ja.year is not None or en.year is not None):
        return Difference(Aspect.FISCAL_YEAR, 2, note)
    return Difference(Aspect.PERIOD, 2, note)


def _days(reading: _Reading) -> str:
    return f"{reading.start} to {reading.end}" if reading.start else f"{reading.end}"


def _name(period: Period) -> str:
    return period.part.value if period.part else period.printed


def _compare_parts(
    ja: Period, en: Period, ja_calendar: FiscalCalendar, en_calendar: FiscalCalendar
) -> tuple[Difference, ...]:
    """Compare what is known where at least one side has no year."""
    ja_part, en_part = _part(ja, ja_calendar), _part(en, en_calendar)
    if ja.instant and en.instant:  # only the ends of the two count
        ja_part, en_part = _end_part(ja_part), _end_part(en_part)
    differences: list[Difference] = []
    if ja_part is not None and en_part is not None and ja_part is not en_part:
        differences.append(_part_difference(ja, en, ja_part, en_part))
    else:
        differences.extend(_instant_difference(ja, en))
    return tuple(item for item in differences if item is not None)


def _end_part(part: Part | None) -> Part | None:
    return _ENDS.get(part, part) if part else None


def _part(period: Period, calendar: FiscalCalendar) -> Part | None:
    if period.part in (Part.OTHER, Part.MONTH) or period.open_part:
        return None
    if period.part is not None:
        named = (
            _is_label(period) or period.end is None or re.search(r"四半期|quarter|half|上|下", period.printed)
        )
        return period.part if named or calendar.learned else None
    if period.end is None or not calendar.learned:
        return None
    return part_of(period.start, period.end, calendar)


def _part_difference(ja: Period, en: Period, ja_part: Part, en_part: Part) -> Difference:
    note = f"{ja_part.value} against {en_part.value}"
    cumulative = (_CUMULATIVE_OF.get(ja_part) is en_part and ja.cumulative) or (
        _CUMULATIVE_OF.get(en_part) is ja_part and en.cumulative
    )
    if cumulative:
        explicit = ja.cumulative or "会計期間" in ja.printed
        return Difference(Aspect.CUMULATIVE, 2 if explicit else 1, note)
    if {ja_part, en_part} == _HALF_YEAR:
        return Difference(Aspect.CUMULATIVE, 1, note)
    return Difference(Aspect.PERIOD, 2, note)


_QUARTERLY = {
    Relative.PREVIOUS: Relative.PREVIOUS_QUARTER,
}
_YEARLY = {
    Relative.PREVIOUS: Relative.PREVIOUS_YEAR,
    Relative.YEAR_AGO: Relative.PREVIOUS_YEAR,
}
_COMPATIBLE = {
    frozenset({Relative.PREVIOUS, Relative.PREVIOUS_QUARTER}),
    frozenset({Relative.PREVIOUS, Relative.PREVIOUS_YEAR}),
    frozenset({Relative.YEAR_AGO, Relative.PREVIOUS_YEAR}),
    frozenset({Relative.PREVIOUS, Relative.PREVIOUS_END}),
    frozenset({Relative.PREVIOUS_YEAR, Relative.PREVIOUS_END}),
    frozenset({Relative.PREVIOUS_QUARTER, Relative.PREVIOUS_END}),
}


def _compare_relative(ja: Period, en: Period, calendar: FiscalCalendar) -> tuple[Difference, ...]:
    if ja.relative is None or en.relative is None:
        return ()
    if ja.relative is en.relative:
        if ja.part and en.part and ja.part is not en.part and Part.OTHER not in (ja.part, en.part):
            return (_part_difference(ja, en, ja.part, en.part),)
        return _instant_difference(ja, en)
    if any(p.part not in (None, Part.YEAR) and _ANCHORED_RE.search(p.printed) for p in (ja, en)):
        return ()
    current = calendar.current
    table = _QUARTERLY if is_quarter(current) else _YEARLY if is_year(current) else {}
    one, other = table.get(ja.relative, ja.relative), table.get(en.relative, en.relative)
    note = f"{_relative_name(ja.relative)} against {_relative_name(en.relative)}"
    if one is other:
        return ()
    if {ja.relative, en.relative} == {Relative.PREVIOUS, Relative.YEAR_AGO}:
        return (Difference(Aspect.PERIOD, 2 if is_quarter(current) else 0, note),)
    if frozenset({one, other}) in _COMPATIBLE:
        return ()
    if Relative.PREVIOUS_END in (one, other) and Relative.YEAR_AGO in (one, other):
        return () if is_year(current) else (Difference(Aspect.PERIOD, 0, note),)
    return (Difference(Aspect.PERIOD, 2, note),)


def _relative_name(relative: Relative) -> str:
    return relative.value.replace("_", " ")


def _against_absolute(
    relative: Period, absolute: Period, calendar: FiscalCalendar, other_calendar: FiscalCalendar
) -> tuple[Difference, ...]:
    """Compare 前年同期 with 2Q00 through the current period; a forecast shifts what such a word means."""
    known = calendar if calendar.current else other_calendar
    current = known.current
    if relative.relative is None or current is None or current.end is None:
        return ()
    readings = _readings(absolute, other_calendar, relative, calendar)
    if not readings or absolute.open_part or relative.instant:
        return ()
    if any(_fits(relative.relative, reading, known) for reading in readings):
        return ()
    note = f"{_relative_name(relative.relative)} against {_days(readings[0])}"
    return (Difference(Aspect.PERIOD, 2, note),)


def _fits(relative: Relative, reading: _Reading, calendar: FiscalCalendar) -> bool:
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
    if relative is Relative.PREVIOUS_YEAR:
        return reading.end <= this_year and reading.end > add_months(first_day, -12)
    if relative in (Relative.PREVIOUS, Relative.PREVIOUS_QUARTER, Relative.YEAR_AGO) and is_quarter(current):
        return _fits_quarter(relative, reading, calendar)
    return True


def _fits_quarter(relative: Relative, reading: _Reading, calendar: FiscalCalendar) -> bool:
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
