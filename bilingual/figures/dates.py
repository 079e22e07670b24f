"""Dates and times in text, as values that two languages can compare."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from bilingual.figures.clock import UNTIL_RE, ClockTime, find_times, utc_moment, zone_beside
from bilingual.figures.date_words import DateWords, find_date_words
from bilingual.figures.zones import ZONE_RE, named_zones, offset_minutes
from bilingual.model.document import Language
from bilingual.model.figure import Kind
from bilingual.model.quick import quick

_JOIN_JA_RE = re.compile(r"[ 、,(にの]{0,3}")
_JOIN_EN_RE = re.compile(
    r"\s{0,2},?\s{0,2}(?:-|\(|(?:(?:starting|beginning|commencing)\s)?(?:at|from))?\s{0,3}(?:at\s)?"
)
_JOIN = 20
"""How far behind its date a time may stand."""
_JOIN_EN_BACK_RE = re.compile(r"\s{0,2}(?:,|on|of)?\s{1,3}(?:on\s)?")
_ON_RE = re.compile(r"[)\]]?\s{1,2}on\s")
"""Behind a time that belongs to the date after it: (4:00 a.m. EST on February 7)."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@quick
@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or time that a text writes.

    Attributes:
        start: offset of its first character.
        end: offset behind its last character.
        kind: date or time.
        moment: ISO date (``2001-11-14``, ``2001-08``, ``2001``, ``--11-14`` where no year is known), UTC moment,
            local ``2001-11-14T09:00`` where no zone is known, or time of day (``T23:00``); empty where impossible.
        local_date: the calendar day as printed.
        weekday: printed day of the week, Monday is 0.
        problem: why there is no such date or time.
    """

    start: int
    end: int
    kind: Kind
    moment: str
    local_date: date | None
    weekday: int | None = None
    problem: str = ""


def find_dates(text: str, language: Language, release: date | None = None) -> list[DateMention]:
    """Find dates and times of a folded text, in order; a date and its time are one mention.

    A day without a year takes the year that brings it nearest to the release.

    >>> [mention.moment for mention in find_dates("2001年11月14日 23:00", Language.JA)]
    ['2001-11-14T14:00:00Z']
    >>> [m.moment for m in find_dates("On November 14 at 9:00am (EST)", Language.EN, date(2001, 11, 13))]
    ['2001-11-14T14:00:00Z']
    """
    return list(_find(text, language, release))


@lru_cache(maxsize=16_384)
def _find(text: str, language: Language, release: date | None) -> tuple[DateMention, ...]:
    """Lines are asked for their dates by several rules, and again when the document is corrected."""
    return tuple(_in_order(text, language, release))


def _in_order(text: str, language: Language, release: date | None) -> list[DateMention]:
    named = _with_years(text, list(find_date_words(text, language)), language)
    dates = [_dated(words, None if _CUT_RE.match(text, words.end) else release) for words in named]
    times = find_times(text, language)
    if not times:
        return dates
    found: list[DateMention] = []
    used: set[int] = set()
    at = 0
    for mention in dates:
        while at < len(times) and times[at].end <= mention.start:
            at += 1
        before = times[at - 1] if at and at - 1 not in used else None
        after = times[at] if at < len(times) else None
        joined = _joined(text, mention, before, after, language)
        if joined is not None:
            place = at if joined is after else at - 1
            used.add(place)
            zone, start, end = zone_beside(text, mention.start, mention.end, joined, language)
            joined = replace(joined, zone=zone) if zone else joined
            other = _other_end(text, mention, joined, times, place)
            if other is not None:
                used.add(other[0])
                found.append(other[1])
            mention = _with_time(replace(mention, start=start, end=end), joined)
        found.append(mention)
    found.extend(
        _time_alone(_on_same_clock(text, time, found, times) if language is Language.JA else time, language)
        for index, time in enumerate(times)
        if index not in used
    )
    return sorted(found, key=lambda mention: mention.start)


_SAME_YEAR = "同年"
_CUT_RE = re.compile(r",(?: {2}|\s*\Z)")
"""Behind a day whose year stands on the next line of a narrow column: ``December 31,    2,118 shares``, ``2024``; or of a line that ends with it."""
_LIST_RES = {
    Language.JA: re.compile(r"[、,・と]|及び|および|並びに|ならびに|から|~"),
    Language.EN: re.compile(r",? ?(?:and|or|to|through|until)? ?"),
}
"""Between two dates of a list that names their year once: 2024年4月と10月, April and October 2024."""


def _with_years(text: str, found: Sequence[DateWords], language: Language) -> list[DateWords]:
    """The dates of a text, those of a list with the year that its first one names in Japanese, its last one in English."""
    named = list(found)
    if _SAME_YEAR in text:
        for at in range(1, len(named)):
            if not named[at].year and text.endswith(_SAME_YEAR, 0, named[at].start):
                named[at] = named[at]._replace(year=named[at - 1].year)
    step = 1 if language is Language.JA else -1
    order = range(len(named)) if step == 1 else range(len(named) - 1, -1, -1)
    for before, at in pairwise(order):
        one, other = named[at], named[before]
        if one.year or not one.month or not (other.year and other.month):
            continue
        first, second = (other, one) if step == 1 else (one, other)
        if (first.month, first.day) <= (second.month, second.day) and _LIST_RES[language].fullmatch(
            text, first.end, second.start
        ):
            named[at] = one._replace(year=other.year)
    return named


def _on_same_clock(
    text: str, time: ClockTime, dated: Sequence[DateMention], times: Sequence[ClockTime]
) -> ClockTime:
    """A time behind 同 or 同日, on the clock of the time before it: 米国東部時間2月10日16時に発表、同17時より."""
    if not _SAME_DAY_RE.search(text, max(0, time.start - 4), time.start) or ZONE_RE.search(
        text, time.start, time.end
    ):
        return time
    before = [(other.start, other.zone) for other in times if other.end <= time.start]
    zone = max(before, default=(0, ""))[1]
    named = [mention for mention in dated if mention.kind is Kind.TIME and mention.end <= time.start]
    zones = named_zones(text[named[-1].start : named[-1].end]) if named else []
    zone = zones[0] if zones else zone
    return replace(time, zone=zone) if zone else time


_SAME_DAY_RE = re.compile(r"同(?:日|時間)?の?\s?\Z")


def _dated(words: DateWords, release: date | None) -> DateMention:
    """Turn the parts of a date into a value, or say why there is none."""
    weekday = words.weekday if words.weekday >= 0 else None
    year = words.year or (_nearest_year(words, release) if release else 0)
    problem = _problem(words, year)
    local = date(year, words.month, words.day) if not problem and year and words.month and words.day else None
    if local is not None and weekday is not None and local.weekday() != weekday:
        problem = f"{local.isoformat()} is a {_WEEKDAYS[local.weekday()]}"
    moment = "" if problem else _iso(year, words.month, words.day)
    return DateMention(words.start, words.end, Kind.DATE, moment, local, weekday, problem)


def _problem(words: DateWords, year: int) -> str:
    if ((words.day or not words.year) and not 1 <= words.month <= 12) or words.month > 12:
        return f"a year has no month {words.month}" if words.month != 99 else "a year has no month 0"
    if words.day:
        last = monthrange(year or 2000, words.month)[1]
        if not 1 <= words.day <= last:
            return f"month {words.month} has no day {words.day if words.day != 99 else 0}"
    return ""


def _iso(year: int, month: int, day: int) -> str:
    head = f"{year:04d}" if year else "-"
    return head + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def _nearest_year(words: DateWords, release: date) -> int:
    """The year that brings a day or month nearest to the release."""

    def distance(year: int) -> int:
        day = min(words.day or 15, monthrange(year, words.month)[1])
        return abs((date(year, words.month, max(day, 1)) - release).days)

    if not 1 <= words.month <= 12:
        return 0
    return min((release.year, release.year - 1, release.year + 1), key=distance)


def _joined(
    text: str, mention: DateMention, before: ClockTime | None, after: ClockTime | None, language: Language
) -> ClockTime | None:
    """The time that belongs to a date: right behind it, or in English right before it (9:00 a.m. on …)."""
    if mention.local_date is None and not mention.moment.startswith("--"):
        return None
    join = _JOIN_JA_RE if language is Language.JA else _JOIN_EN_RE
    if (
        after is not None
        and after.start - mention.end <= _JOIN
        and join.fullmatch(text, mention.end, after.start)
        and not (language is Language.EN and _ON_RE.match(text, after.end))
    ):
        return after
    back = language is Language.EN and before is not None and mention.start - before.end <= 8
    if back and before is not None and _JOIN_EN_BACK_RE.fullmatch(text, before.end, mention.start):
        return before
    return None


def _other_end(
    text: str, day: DateMention, joined: ClockTime, times: Sequence[ClockTime], place: int
) -> tuple[int, DateMention] | None:
    """The other end of 10月3日21時から23時まで and of 9 p.m. to 11 p.m. on October 3, which is on the day that one names.

    A range that ends earlier than it begins runs into another day, and names no day of its other end.
    """
    ahead = joined.start < day.start
    other = place - 1 if ahead else place + 1
    if not 0 <= other < len(times) or day.problem:
        return None
    first, second = (times[other], joined) if ahead else (joined, times[other])
    if first.minutes >= second.minutes or not UNTIL_RE.fullmatch(text, first.end, second.start):
        return None
    time = times[other] if times[other].zone or not joined.zone else replace(times[other], zone=joined.zone)
    return other, _with_time(replace(day, start=time.start, end=time.end, weekday=None), time)


def _with_time(mention: DateMention, time: ClockTime) -> DateMention:
    problem = mention.problem or time.problem
    start, end = min(mention.start, time.start), max(mention.end, time.end)
    if problem:
        moment = ""
    elif mention.local_date is None:
        moment = mention.moment + time.local + _offset(time.zone, _day_of_some_year(mention.moment))
    else:
        moment = utc_moment(mention.local_date, time.minutes, time.zone)
    return DateMention(start, end, Kind.TIME, moment, mention.local_date, mention.weekday, problem)


def _time_alone(time: ClockTime, language: Language) -> DateMention:
    """A time of day; a zone that the language does not imply is kept as its offset."""
    moment = "" if time.problem else time.local
    implied = "JST" if language is Language.JA else ""
    if moment and time.zone != implied:
        moment += _offset(time.zone, date(2001, 1, 15))
    return DateMention(time.start, time.end, Kind.TIME, moment, None, None, time.problem)


def _offset(zone: str, day: date) -> str:
    """``-05:00``; empty where the zone is not known."""
    offset = offset_minutes(zone, day)
    if offset is None:
        return ""
    return f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}"


def _day_of_some_year(moment: str) -> date:
    """The month and day of ``--11-14`` in a year of the present rules of daylight-saving time."""
    try:
        return date(2024, int(moment[2:4]), int(moment[5:7] or 1))
    except ValueError:
        return date(2024, 1, 15)
