"""Impossible date or period.

Compares: nothing; looks in each version alone for days that no calendar has, days of the week that are others,
dates said to be ahead that were over on the day of release, periods that explain one another and contradict each
other, and ends of periods that fall on no day on which the issuer closes its books: one digit away from the end of a month
where its other periods end with months.

Why it matters: an investor who waits for a date that is a year off misses the right one.

Flagged:
    第2四半期(1-9月)の業績
    Results are scheduled for February 12, 2001. (released on November 13, 2001)

Left alone:
    第2四半期(7-9月)の業績
    Results are scheduled for February 12, 2002. (released on November 13, 2001)

Limits: needs the day of release, and looks for words such as scheduled, will, 予定 in the clause of the date only.

Authority: the calendar; Tokyo Stock Exchange, timely disclosure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from bilingual.checks.building import figure_spot, members, period_spot, sentence, spots, words_before
from bilingual.checks.check import Check
from bilingual.checks.closings import odd_days, prints_day
from bilingual.checks.examination import Examination
from bilingual.checks.findings import head_spot, make
from bilingual.checks.odd_lines import odd_lines
from bilingual.checks.schedules import is_done, is_over, is_to_come, lies_ahead, text_offset
from bilingual.checks.stray_days import odd_quarters, stray_days, stray_terms
from bilingual.figures.periods import appositions, odd_closing, plausible
from bilingual.model.alignment import SegmentReading, Side
from bilingual.model.document import Language
from bilingual.model.figure import Figure, Kind, Part, Period, PeriodMention
from bilingual.model.report import Blame, Finding, Severity, Spot

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TIME_ZONES = timedelta(days=1)
"""A release carries two dates where it was evening on one side of the world."""


Lines = set[tuple[Language, int]]
_ACCUMULATED_RE = re.compile("累計|までの")
"""Beside months that add up from the start of a year to any month: 累計(3月~9月)."""
_RATE_RE = re.compile(r"為替|レート|相場|仲値|\b[Ee]xchange|\brates?\b")
_END_RE = re.compile(r"末|\b[Ee]nd\b")
"""The last day of a month, named without its number: 6月末, end of June."""
CENTURIES = 300
"""Years: nothing in a release is so old or so far ahead."""


def run(exam: Examination) -> Iterator[Finding]:
    """Yield impossible dates and periods of each side."""
    differing = _differing(exam)
    for side, other in zip(exam.sides, reversed(exam.sides), strict=True):
        found = list(_of_side(side, differing))
        yield from found
        told = {(place.line, place.col) for finding in found for place in (finding.ja, finding.en) if place}
        lines = {line for line, _ in told}
        for place, words in side.once(odd_lines):
            if place.line not in lines:
                yield _finding(side, place, words, Severity.ERROR)
        agreed = {closing.period.end for closing in other.once(odd_days) if closing.is_day}
        for closing in side.once(odd_days):
            place = closing.place
            if closing.is_day and closing.period.end in agreed:
                continue
            if (place.line, place.col) not in told and (side.language, place.line) not in differing:
                words = f"{closing.period.printed} is a digit away from the end of the month, with which periods end"
                yield _finding(side, place, words, Severity.WARNING, closing.meant)
                told.add((place.line, place.col))
        for place, words in _stray(side, other):
            if place.line not in {line for line, _ in told} and (side.language, place.line) not in differing:
                told.add((place.line, place.col))
                yield _finding(side, place, words, Severity.WARNING)


def _stray(side: Side, other: Side) -> Iterator[tuple[Spot, str]]:
    """Days and terms that fit no period of the issuer, with the words for them."""
    for place, printed, meant in stray_days(side, other):
        yield (
            place,
            f"no period begins or ends on {printed}, which the other version has nowhere; {meant} stands elsewhere",
        )
    for place, quarter, day in odd_quarters(side):
        yield place, f"{quarter} does not end on {day}"
    for place, printed in stray_terms(side):
        yield place, f"{printed} closes in another month than all other terms of the document"


def _of_side(side: Side, differing: Lines) -> Iterator[Finding]:
    for reading in side.readings:
        for figure in reading.figures:
            if figure.kind is Kind.DATE or (figure.kind is Kind.TIME and not figure.moment):
                yield from _date(side, reading, figure)
        if reading.periods:
            yield from _periods(side, reading, differing)
    yield from _heads(side)


def _differing(exam: Examination) -> Lines:
    """Lines on which the versions name other periods: the rule of that difference reports them."""
    return {
        (place.language, place.line)
        for code, cases in exam.cases.items()
        if code.startswith(("PER", "DAT"))
        for case in cases
        if case.severity is not Severity.INFO
        for item in case.members
        for place in spots(exam.ja, exam.en, item)
        if place is not None
    }


def _finding(
    side: Side,
    place: Spot,
    phrase: str,
    severity: Severity,
    expected: str = "",
    also: Sequence[Spot] = (),
) -> Finding:
    ja, en = (place, None) if side.language is Language.JA else (None, place)
    blame = Blame(side.language.value)
    further = members(also, (place,))
    return make(
        CHECK, severity, sentence("", phrase), ja, en, blame=blame, expected=expected, evidence=further
    )


def _second(side: Side, reading: SegmentReading, one: PeriodMention, other: PeriodMention) -> list[Spot]:
    """The place of the second of two periods, and where a long one goes on, if that is another line."""
    content = reading.segment.content
    starts = [content.span(at, at + 1) for at in (other.start, other.end - 1) if at >= one.start]
    return [period_spot(side, start, other.period) for start in starts]


def _date(side: Side, reading: SegmentReading, figure: Figure) -> Iterator[Finding]:
    def found(phrase: str, severity: Severity, expected: str = "") -> Finding:
        place = figure_spot(side, figure, words_before(side, figure.span))
        return _finding(side, place, phrase, severity, expected)

    if not figure.moment and figure.local_date is not None:
        day = WEEKDAYS[figure.local_date.weekday()]
        yield found(
            f"{figure.printed} was printed with another day of the week: it is a {day}", Severity.ERROR
        )
    elif not figure.moment:
        yield found(f"there is no such date as {figure.printed}", Severity.ERROR)
    elif side.calendar.release:
        segment, release = reading.segment, side.calendar.release
        start, end = (text_offset(segment.content, at) for at in (figure.span.start, figure.span.end - 1))
        clause = (segment.text, start, end + 1, side.language)
        severity = Severity.ERROR if figure.local_date else Severity.WARNING
        if is_over(figure.moment, release - TIME_ZONES) and lies_ahead(*clause):
            phrase = f"{figure.printed} is said to lie ahead, but the release is of {release}"
            yield found(phrase, severity, _next_year(figure, release))
        elif (
            is_to_come(figure.moment, release + TIME_ZONES)
            and not segment.text[
                :1
            ].islower()  # what it is said to be stands on the line above: to be | acquired on
            and is_done(*clause)
        ):
            yield found(f"{figure.printed} is said to be past, but the release is of {release}", severity)
        elif figure.moment[:4].isdigit() and abs(int(figure.moment[:4]) - release.year) > CENTURIES:
            yield found(f"the year of {figure.printed} is far from the year of the release", Severity.WARNING)


def _next_year(figure: Figure, release: date) -> str:
    """The date with the year after, as printed, where that lies within the year after the release."""
    day = figure.local_date
    if day is None or figure.printed.count(str(day.year)) != 1:
        return ""
    later = (day.year + 1, day.month, day.day)
    ahead = (release.year, release.month, release.day) <= later
    near = later <= (release.year + 1, release.month, release.day)
    return figure.printed.replace(str(day.year), str(day.year + 1)) if ahead and near else ""


def _around(text: str, mention: PeriodMention) -> str:
    """The characters next to a period."""
    return text[max(0, mention.start - 4) : mention.start] + text[mention.end : mention.end + 4]


def _dates_rate(text: str, mention: PeriodMention) -> bool:
    """Whether a day is that of an exchange rate: banks close before the end of a month that ends on a Sunday."""
    return _RATE_RE.search(text, max(0, mention.start - 70), mention.end + 12) is not None


def _heads(side: Side) -> Iterator[Finding]:
    """Heads of columns that print a day on which no period ends, while the right day is printed elsewhere."""
    closings = _closings(side)
    for table in side.tables:
        beside = _closed(side, (column.period for column in table.columns))
        for column in table.columns:
            period = column.period
            if period is not None and period.printed not in column.header:
                continue  # the caption names it: read with the running text
            if period is not None and (
                _is_slip(period, side, closings) or (beside and _is_odd(period, side))
            ):
                yield _finding(side, head_spot(side, table, column), _slip_words(period), Severity.WARNING)


def _closings(side: Side) -> set[tuple[int, int]]:
    """Years and months whose last day is printed as the end of a period."""
    columns = (column.period for table in side.tables for column in table.columns)
    mentioned = (mention.period for reading in side.readings for mention in reading.periods)
    named = (period for period in (*columns, *mentioned) if period is not None)
    return _closed(side, (period for period in named if not _names_month_only(period)))


def _names_month_only(period: Period) -> bool:
    """Whether a point in time is a bare month, which tells no day that June 26, 2025 could contradict: June 2025."""
    return period.instant and not prints_day(period) and not _END_RE.search(period.printed)


def _closed(side: Side, periods: Iterable[Period | None]) -> set[tuple[int, int]]:
    """Years and months that periods end with as the issuer's do."""
    return {
        (period.end.year, period.end.month)
        for period in periods
        if period is not None and period.end is not None and not odd_closing(period, side.calendar)
    }


def _is_odd(period: Period, side: Side) -> bool:
    return odd_closing(period, side.calendar)


def _is_slip(period: Period, side: Side, closings: set[tuple[int, int]]) -> bool:
    end = period.end
    return end is not None and (end.year, end.month) in closings and _is_odd(period, side)


def _slip_words(period: Period) -> str:
    return f"no period ends on {period.printed}, as the document has it elsewhere"


def _periods(side: Side, reading: SegmentReading, differing: Lines) -> Iterator[Finding]:
    content, text = reading.segment.content, reading.segment.text
    told: set[int] = set()
    closings = (
        _closings(side) if any(odd_closing(m.period, side.calendar) for m in reading.periods) else set()
    )
    for one, other in appositions(text, list(reading.periods), side.language, side.calendar):
        if other.period.part is Part.YEAR and one.period.part is not Part.YEAR and not other.problem:
            continue  # the second quarter of a year ("Fiscal 2003"): the year in brackets names the year
        span = content.span(one.start, max(one.end, other.end))
        words = f"{one.period.printed} and {other.period.printed}"
        problem = one.problem or other.problem or f"{words} are not the same time"
        sure = side.calendar.learned or bool(one.problem or other.problem)
        severity = Severity.ERROR if sure else Severity.WARNING
        told.update((one.start, other.start))
        if (side.language, side.document.line_number(span.start)) in differing and not one.problem:
            continue
        yield _finding(
            side,
            period_spot(side, span, one.period),
            problem,
            severity,
            also=_second(side, reading, one, other),
        )
    for mention in reading.periods:
        if mention.start in told:
            continue
        span = content.span(mention.start, mention.end)
        if mention.problem and not _ACCUMULATED_RE.search(_around(text, mention)):
            phrase = f"there is no such period as {mention.period.printed} ({mention.problem})"
            yield _finding(side, period_spot(side, span, mention.period), phrase, Severity.WARNING)
        elif (
            _is_slip(mention.period, side, closings)
            and not _dates_rate(text, mention)
            and (side.language, side.document.line_number(span.start)) not in differing
        ):
            place = period_spot(side, span, mention.period)
            yield _finding(side, place, _slip_words(mention.period), Severity.WARNING)
        elif not plausible(mention.period, side.calendar):
            phrase = f"the year of {mention.period.printed} is far from the year of the document"
            # Targets and histories name years far away, never quarters or closing months.
            near = mention.period.part not in (None, Part.YEAR) or mention.period.open_part
            place = period_spot(side, span, mention.period)
            yield _finding(side, place, phrase, Severity.WARNING if near else Severity.INFO)


CHECK = Check("DAT003", "impossible date", Severity.ERROR, run)
