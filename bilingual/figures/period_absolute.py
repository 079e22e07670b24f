"""In what respect two periods differ that are both named without a look at the document's own."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bilingual.figures.fiscal import is_month_end
from bilingual.figures.period_readings import Reading, days, known_part, readings
from bilingual.model.figure import Aspect, Difference, FiscalCalendar, Part, Period

_SAME_START = timedelta(days=15)
_INSTANT_RE = re.compile(
    r"末|現在|時点|首|\bas (?:of|at)\b|\bend of\b|\bclose of\b|\bbeginning of\b", re.IGNORECASE
)
_DURATION_RE = re.compile(
    r"期間|累計|会計年度|事業年度|から|自|[-~]|months?\b|\bended\b|\bending\b|\bfor\b|\bto\b",
    re.IGNORECASE,
)
_STRETCH_RE = re.compile(r"期間|\b(?:period|term|quarter|year|months)\b.*\b(?:ended|ending)\b", re.IGNORECASE)
"""Words that make a stretch of time of an end whose beginning is not told."""
_LABEL_RE = re.compile(
    r"通期|四半期|年度|[上下]期|半期|quarter|year|half|[1-4]Q|Q[1-4]|FY|\d[HM]", re.IGNORECASE
)
_ERA_RE = re.compile(r"明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR]\.? ?\d{1,2}(?:年|\.)")
_FULL_DAY_RE = re.compile(
    r"\d ?日|[A-Za-z]{3,9}\.? ?\d{1,2}\b(?!\d)|\d[/.]\d{1,2}[/.]\d|\d{1,2} [A-Z][a-z]{2}"
)
_CLOSES_RE = re.compile(
    r"\b(?:ended|ending)\b[^,]*\d|\bas (?:of|at)\b[^,]*\d|\d ?日 ?(?:に終了|現在|時点)", re.IGNORECASE
)
"""Words by which a printed day is the end of a period."""
_WHOLE_DAY_RE = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}, ?\d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}")
LATEST_CLOSING = 25
"""The latest day of a month, but its last, on which companies close their books."""
YEAR_END_DAY = 28
"""The earliest last working day of a year."""
SATURDAY, WEEKEND = 5, 2
_ENDS = {Part.H1: Part.Q2, Part.M9: Part.Q3, Part.H2: Part.YEAR, Part.Q4: Part.YEAR}
_HALF_YEAR = {Part.H1, Part.Q2}  # second-quarter papers report the half: a person has to look
_UP_TO = {Part.Q2: Part.H1, Part.Q3: Part.M9}
_CUMULATIVE_OF = {Part.H1: Part.Q2, Part.M9: Part.Q3, Part.YEAR: Part.Q4}


def compare_absolute(
    ja: Period, en: Period, ja_calendar: FiscalCalendar, en_calendar: FiscalCalendar
) -> tuple[Difference, ...]:
    """Tell in what two periods differ; empty where some reading of one is a reading of the other."""
    ja_months, en_months = _months_said(ja), _months_said(en)
    apart = bool(ja_months and en_months and not ja_months & en_months)
    note = f"{_spoken(ja_months)} months against {_spoken(en_months)} months"
    if apart and not (ja.open_part or en.open_part):
        return (Difference(Aspect.CUMULATIVE, 2, note),)
    ja_readings = readings(ja, ja_calendar, en, en_calendar)
    en_readings = readings(en, en_calendar, ja, ja_calendar)
    if not ja_readings or not en_readings:
        return _compare_parts(ja, en, ja_calendar, en_calendar)
    pairs = [(one, other) for one in ja_readings for other in en_readings]
    exact = any(_FULL_DAY_RE.search(p.printed) is None for p in (ja, en))
    ends = [(one, other) for one, other in pairs if _same_end(one.end, other.end, loose=exact)]
    closed = not any("末" in p.printed for p in (ja, en))
    odd = (
        odd_closing(ja, ja_calendar) or odd_closing(en, en_calendar)
        if closed
        else _misses_end(ja, en, en_calendar)
    )
    if ends and exact and odd:
        return (Difference(Aspect.PERIOD, 2, f"{days(ends[0][0])} against {days(ends[0][1])}"),)
    if ja.open_part or en.open_part or ja.instant or en.instant:
        if ends:
            return (Difference(Aspect.CUMULATIVE, 2, note),) if apart else instant_difference(ja, en)
    elif all(len(_FULL_DAY_RE.findall(p.printed)) == 2 for p in (ja, en)):
        if any(one.start == other.start for one, other in ends):  # both print both days
            return ()
    elif any(_same_start(one.start, other.start) for one, other in ends):
        return ()
    if ends:
        return _length_difference(ja, en)
    return (_time_difference(ja, en, pairs),)


_MONTHS_RE = re.compile(
    r"\b(?:(?P<word>three|six|nine|twelve)|(?P<digits>3|6|9|12))[- ]months?\b|(?P<ja>3|6|9|12) ?[ヶかカケヵ]月",
    re.IGNORECASE,
)
_MONTH_WORDS = {"three": 3, "six": 6, "nine": 9, "twelve": 12}


_REPORTED = {Part.Q1: {3}, Part.H1: {6}, Part.Q2: {3, 6}, Part.Q3: {3, 9}}
"""Months that a paper on a quarter may report: the quarter, or the year up to its end."""


def _months_said(period: Period) -> set[int]:
    """How many months the words may say that a period has; empty where they do not tell."""
    if period.part is Part.M9:
        return {9}
    match = _MONTHS_RE.search(period.printed)
    if match is not None:
        word = match["word"]
        return {_MONTH_WORDS[word.lower()] if word else int(match["digits"] or match["ja"])}
    if not period.open_part and "累計" not in period.printed:
        return set()
    return _REPORTED.get(period.part, set()) if period.part else set()


def _spoken(months: set[int]) -> str:
    return " or ".join(map(str, sorted(months)))


def _same_end(one: date, other: date, *, loose: bool) -> bool:
    return (one.year, one.month) == (other.year, other.month) if loose else one == other


def odd_closing(period: Period, calendar: FiscalCalendar) -> bool:
    """Tell whether the words print a last day on which no period of the issuer ends: ended March 21, 2024."""
    if period.end is None or not _CLOSES_RE.search(period.printed):
        return False
    if calendar.closing_day and (period.end.month - calendar.year_end_month) % 3:
        return False
    if is_month_end(period.end):
        return False
    return period.end.day != calendar.closing_day if calendar.closing_day else period.end.day > LATEST_CLOSING


def _misses_end(ja: Period, en: Period, calendar: FiscalCalendar) -> bool:
    """Whether English prints a day that is no end of its month where Japanese names just that: 9月末, September 29.

    The rate of 9月末 is that of the last working day, which may be the Friday before, or late in December.
    """
    if en.end is None or not ja.printed.endswith("末") or not _WHOLE_DAY_RE.search(en.printed):
        return False
    if (
        is_month_end(en.end)
        or en.end.day == calendar.closing_day
        or (en.end.month == 12 and en.end.day >= YEAR_END_DAY)
    ):
        return False
    following = (en.end + timedelta(days=days) for days in range(1, WEEKEND + 1))
    weekend = [day for day in following if day.weekday() >= SATURDAY and day.month == en.end.month]
    return not (weekend and is_month_end(weekend[-1]) and en.end.weekday() < SATURDAY)


def _same_start(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs(one - other) <= _SAME_START


def _explicit_instant(period: Period) -> bool:
    return period.instant and bool(_INSTANT_RE.search(period.printed))


_AGO_RE = re.compile(r"\b(?:ago|before|earlier)\Z", re.IGNORECASE)
"""A time so far back is a day as well as a stretch of time."""


def instant_difference(ja: Period, en: Period) -> tuple[Difference, ...]:
    """Tell whether one side says a point in time and the other a stretch of it, both in so many words.

    A mere label (2Q01, the second quarter) beside a point in time is worth knowing only: tables of contract
    counts are headed by it.
    """
    for one, other in ((ja, en), (en, ja)):
        if not _explicit_instant(one) or other.instant:
            continue
        if other.open_part and not _STRETCH_RE.search(other.printed):
            continue
        if _AGO_RE.search(other.printed):
            continue  # 前月末比, up from a month earlier
        if _DURATION_RE.search(other.printed):
            return (Difference(Aspect.INSTANT, 2, "a point in time against a period"),)
        if _LABEL_RE.search(other.printed):
            return (Difference(Aspect.INSTANT, 0, "the end of a period against its name"),)
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


def _time_difference(ja: Period, en: Period, pairs: list[tuple[Reading, Reading]]) -> Difference:
    near = min(pairs, key=lambda pair: abs(pair[0].end - pair[1].end))
    years = near[0].end.year - near[1].end.year
    same_part = (
        near[0].end.month == near[1].end.month
        and years != 0
        and (near[0].start is None or near[1].start is None or near[0].start.month == near[1].start.month)
    )
    note = f"{days(near[0])} against {days(near[1])}"
    if same_part and _ERA_RE.search(ja.printed):
        return Difference(Aspect.ERA, 2, note)
    if same_part and (ja.year is not None or en.year is not None):
        return Difference(Aspect.FISCAL_YEAR, 2, note)
    return Difference(Aspect.PERIOD, 2, note)


def _name(period: Period) -> str:
    return period.part.value if period.part else period.printed


def _compare_parts(
    ja: Period, en: Period, ja_calendar: FiscalCalendar, en_calendar: FiscalCalendar
) -> tuple[Difference, ...]:
    """Compare what is known where at least one side has no year."""
    ja_part, en_part = known_part(ja, ja_calendar), known_part(en, en_calendar)
    for mine, other in ((ja, en_part), (en, ja_part)):
        if mine.open_part and mine.part in _UP_TO:  # through the second quarter: the half-year or its end
            ja_part, en_part = ja_part or ja.part, en_part or en.part
            if other in (None, mine.part, _UP_TO[mine.part]) or not (ja_part and en_part):
                return ()
            return (part_difference(ja, en, ja_part, en_part),)
    if ja.instant and en.instant:  # only the ends of the two count
        ja_part, en_part = _end_part(ja_part), _end_part(en_part)
    differences: list[Difference] = []
    if ja_part is not None and en_part is not None and ja_part is not en_part:
        differences.append(part_difference(ja, en, ja_part, en_part))
    else:
        differences.extend(instant_difference(ja, en))
    return tuple(item for item in differences if item is not None)


def _end_part(part: Part | None) -> Part | None:
    return _ENDS.get(part, part) if part else None


def part_difference(ja: Period, en: Period, ja_part: Part, en_part: Part) -> Difference:
    """Tell in what two parts of a year differ."""
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
