"""Whether two dates or times denote the same day or moment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bilingual.figures.date_words import JA_WEEKDAY_RE
from bilingual.figures.zones import (
    LOCAL,
    is_vague,
    may_be_one,
    named_zones,
    offset_minutes,
    possible_offsets,
    share_a_clock,
)
from bilingual.model.figure import Aspect, Difference, Figure, Kind

_DATE_RE = re.compile(r"(?:(?P<y>\d{4})|-)(?:-(?P<m>\d\d))?(?:-(?P<d>\d\d))?(?P<t>T.*)?")
_TIME_RE = re.compile(r"T(?P<h>\d\d):(?P<m>\d\d)(?::\d\d)?(?P<z>Z|[+-]\d\d:\d\d)?")
_JST = 540
_DAY = 1_440
"""Minutes."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY_RE = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*", re.IGNORECASE)
_LEAP_YEAR = 2024
"""Where neither side names a year, any year does; 29 February needs a leap year."""


@dataclass(frozen=True, slots=True)
class _Moment:
    """Parts of a moment; None where it says nothing."""

    year: int | None
    month: int | None
    day: int | None
    minutes: int | None  # after midnight, in the zone that ``offset`` tells
    offset: int | None  # minutes east of Greenwich

    @property
    def date(self) -> date | None:
        if self.year and self.month and self.day:
            return date(self.year, self.month, self.day)
        return None

    @property
    def absolute(self) -> int | None:
        """Minutes of UTC since the first day of the calendar; None without a day, time or zone."""
        return self.absolute_in(self.year)

    def absolute_in(self, year: int | None) -> int | None:
        """The same in a year that the moment itself does not name."""
        if not (year and self.month and self.day) or self.minutes is None or self.offset is None:
            return None
        return date(year, self.month, self.day).toordinal() * 1440 + self.minutes - self.offset


def _read(moment: str) -> _Moment | None:
    match = _DATE_RE.fullmatch(moment) if not moment.startswith("T") else None
    words = moment if moment.startswith("T") else match["t"] if match else None
    time = _TIME_RE.fullmatch(words) if words else None
    if match is None and time is None:
        return None
    offset = None
    if time and time["z"]:
        zone = time["z"]
        offset = 0 if zone == "Z" else (1 if zone[0] == "+" else -1) * (int(zone[1:3]) * 60 + int(zone[4:]))
    year, month, day = (int(match[name]) if match and match[name] else None for name in "ymd")
    minutes = int(time["h"]) * 60 + int(time["m"]) if time else None
    try:
        if year and month and day:
            date(year, month, day)
    except ValueError:
        return None
    return _Moment(year, month, day, minutes, offset)


def compare_moments(ja: Figure, en: Figure) -> tuple[Difference, ...]:
    """Tell in what two dates or times differ; a coarser one (a month, a year) is met by all it encloses."""
    if not ja.moment or not en.moment:
        return ()
    if ja.moment == en.moment:
        return _compare_weekdays(ja, en) or _compare_zones(ja, en)
    one, other = _read(ja.moment), _read(en.moment)
    if one is None or other is None:
        return ()
    year = one.year or other.year or _LEAP_YEAR
    first, second = one.absolute_in(one.year or year), other.absolute_in(other.year or year)
    if first is not None and second is not None:
        return _compare_absolute(ja, en, second - first) or _compare_weekdays(ja, en)
    if (one.year is None and one.month is None) or (other.year is None and other.month is None):
        return _compare_clock(ja, en, one, other)
    days = _compare_days(_local(ja, one), _local(en, other))
    if not days and (one.month, one.day) == (other.month, other.day):
        days = _compare_weekdays(ja, en)
    return days + _compare_local(ja, en, one, other)


def minutes_between(one: Figure, other: Figure) -> int | None:
    """Minutes, less than a day, by which the clock of one moment is off that of the other, days aside.

    None where either names no zone: 23:00 (Japan time) and 9:00am (EST) are 0 minutes apart.
    """
    first, second = _read(one.moment), _read(other.moment)
    if first is None or second is None or first.minutes is None or second.minutes is None:
        return None
    if first.offset is None or second.offset is None:
        return None
    apart = (second.minutes - second.offset - first.minutes + first.offset) % 1440
    return min(apart, 1440 - apart)


def days_between(one: Figure, other: Figure) -> int:
    """Whole days between two moments with a day, a time and a zone, in the same year where none is told; 0 otherwise."""
    first, second = _read(one.moment), _read(other.moment)
    if first is None or second is None:
        return 0
    year = first.year or second.year or _LEAP_YEAR
    begin, end = first.absolute_in(first.year or year), second.absolute_in(second.year or year)
    if begin is None or end is None or (end - begin) % _DAY:
        return 0
    return (end - begin) // _DAY


def _compare_weekdays(ja: Figure, en: Figure) -> tuple[Difference, ...]:
    """Days of the week that both sides print for one day of a year that neither tells.

    Where the year is told, each is held against the calendar instead.
    """
    if ja.local_date is not None and en.local_date is not None:
        return ()
    mine, theirs = JA_WEEKDAY_RE.search(ja.printed), _WEEKDAY_RE.search(en.printed)
    if mine is None or theirs is None:
        return ()
    day = _WEEKDAYS["月火水木金土日".index(mine["a"] or mine["b"])]
    if theirs[0][:3].lower() == day[:3].lower():
        return ()
    return (Difference(Aspect.DATE, 2, f"{day} against {theirs[0]}"),)


def _days_apart(days: int) -> str:
    return "one day apart" if days == 1 else f"{days:,} days apart"


def _compare_absolute(ja: Figure, en: Figure, apart: int) -> tuple[Difference, ...]:
    if apart == 0:
        return ()
    if apart % 1440 == 0:
        return (Difference(Aspect.DATE, 2, _days_apart(abs(apart) // 1440)),)
    if abs(apart) == 60:
        return (Difference(Aspect.TIME, 2, "one hour apart (daylight-saving time?)"),)
    hours, minutes = divmod(abs(apart), 60)
    return (
        Difference(Aspect.TIME, 2, f"{hours} h {minutes} min apart" if minutes else f"{hours} hours apart"),
    )


def _compare_clock(ja: Figure, en: Figure, one: _Moment, other: _Moment) -> tuple[Difference, ...]:
    """Compare times of day where at least one has no date: on a day not known, a zone may have the clock of summer."""
    if one.minutes is None or other.minutes is None:
        return ()
    plain = (_clock_minutes(en, other) - _clock_minutes(ja, one)) % _DAY
    mine, theirs = _zone_of(ja), _zone_of(en)
    if is_vague(mine) or is_vague(theirs):
        return _compare_vague(mine, theirs, plain)
    mine = mine or "JST"
    if theirs and share_a_clock(mine, theirs):
        return () if plain == 0 else _clock_difference(min(plain, _DAY - plain))
    here, there = _offset(ja, one, mine), _offset(en, other, theirs)
    if here is None or there is None:
        return _compare_zoneless(plain, here == _JST)
    apart = (plain - there + here) % _DAY
    return () if apart == 0 else _clock_difference(min(apart, _DAY - apart))


def _compare_zones(ja: Figure, en: Figure) -> tuple[Difference, ...]:
    """One time of the clock that the sides print with names of zones that exclude each other: 日本時間, U.S. time."""
    if ja.kind is not Kind.TIME or ja.moment.endswith("Z"):
        return ()
    mine, theirs = _zone_of(ja), _zone_of(en)
    if not mine or not theirs or may_be_one(mine, theirs):
        return ()
    return (Difference(Aspect.TIME, 2, "other time zones"),)


def _zone_of(figure: Figure) -> str:
    """The zone that a time prints; empty where it prints none."""
    return next(iter(named_zones(figure.printed)), "")


def _clock_minutes(figure: Figure, moment: _Moment) -> int:
    """Minutes after midnight on the clock that a time is printed of."""
    minutes = moment.minutes or 0
    if figure.local_date is None or not figure.moment.endswith("Z"):
        return minutes
    zone = _zone_of(figure) or "JST"
    return (minutes + (offset_minutes(zone, figure.local_date) or 0)) % _DAY


def _offset(figure: Figure, moment: _Moment, zone: str) -> int | None:
    """Minutes east of Greenwich of a time: on its day, in winter where it tells none; None where it names no zone."""
    if figure.local_date is not None and moment.offset is not None:
        return offset_minutes(zone, figure.local_date)
    if moment.offset is not None:
        return moment.offset
    return next(iter(possible_offsets(zone)), None)


def _compare_vague(mine: str, theirs: str, plain: int) -> tuple[Difference, ...]:
    """Times of which one names a zone that leaves its offset open, 米国時間: the clock of the other, in its own region."""
    if mine and theirs and not may_be_one(mine, theirs):
        if LOCAL in (mine, theirs):
            return (Difference(Aspect.TIME, 2, "local time against Japan time"),) if plain == 0 else ()
        zones = possible_offsets(mine), possible_offsets(theirs)
        met = any((plain - there + here) % _DAY == 0 for here in zones[0] for there in zones[1])
        return () if met else (Difference(Aspect.TIME, 2, "other time zones"),)
    return () if plain == 0 else _clock_difference(min(plain, _DAY - plain))


def _clock_difference(minutes: int) -> tuple[Difference, ...]:
    return (Difference(Aspect.TIME, 2, f"{minutes} minutes apart"),)


def _compare_zoneless(apart: int, of_japan: bool) -> tuple[Difference, ...]:
    """An English time without a zone, which may be that of another place than Tokyo."""
    if apart == 0:
        return ()
    if of_japan and apart % 60 == 0 and apart // 60 in _HOURS_WEST_OF_JAPAN:
        return (Difference(Aspect.TIME, 1, "the English time names no zone"),)
    return _clock_difference(min(apart, _DAY - apart))


DAY_BEFORE = "one day apart (time zone?)"
"""What is told of an English day that is the one before: the same moment, where it is told in another place."""
_HOURS_WEST_OF_JAPAN = (10, 11, 7, 8, 15, 16, 9)
"""New York, Los Angeles, London and central Europe behind Tokyo, as hours to add modulo 24."""


def _local(figure: Figure, moment: _Moment) -> _Moment:
    day = figure.local_date
    if day is None or moment.offset != 0:
        return moment
    return _Moment(day.year, day.month, day.day, moment.minutes, moment.offset)


def _compare_days(ja: _Moment, en: _Moment) -> tuple[Difference, ...]:
    if ja.date is not None and en.date is not None:
        if ja.date == en.date:
            return ()
        if ja.date - en.date == timedelta(days=1):
            return (Difference(Aspect.DATE, 1, DAY_BEFORE),)
        return (Difference(Aspect.DATE, 2, _days_apart(abs((ja.date - en.date).days))),)
    for one, other, word in (
        (ja.year, en.year, "year"),
        (ja.month, en.month, "month"),
        (ja.day, en.day, "day"),
    ):
        if one is not None and other is not None and one != other:
            return (Difference(Aspect.DATE, 2, f"{word} {one} against {other}"),)
    return ()


def _compare_local(ja: Figure, en: Figure, one: _Moment, other: _Moment) -> tuple[Difference, ...]:
    """Times beside dates of which one has no zone."""
    if one.minutes is None or other.minutes is None or (one.offset is not None and other.offset is not None):
        return ()
    if one.offset is None:
        return _compare_vague(_zone_of(ja), _zone_of(en), (_clock_minutes(en, other) - one.minutes) % _DAY)
    theirs = _zone_of(en)
    if is_vague(theirs):
        return _compare_vague(_zone_of(ja) or "JST", theirs, (other.minutes - _clock_minutes(ja, one)) % _DAY)
    apart = (other.minutes - one.minutes + one.offset - _JST) % _DAY
    return () if apart == 0 else (Difference(Aspect.TIME, 1, "the English time names no zone"),)
