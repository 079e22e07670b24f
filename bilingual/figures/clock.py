"""Times of day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from bilingual.figures.numerals import ENGLISH, read_kanji
from bilingual.figures.zones import ZONE, ZONE_RE, offset_minutes, read_zone
from bilingual.model.document import Language
from bilingual.text.pieces import holds_any

TIME_JA_RE = re.compile(
    rf"(?:(?:\((?=(?:{ZONE})\)))?(?P<z1>{ZONE})\)?(?:[ 、の]|では|は){{0,2}}(?:(?:(?:[同翌前当]|\d{{1,2}}) ?日|平日|毎[日朝夕晩]|営業日|土日祝?日?)[ 、の]{{0,2}})?)?(?:(?P<half>午前|午後|早?朝(?:の)?|夕方?(?:の)?|深?夜中?(?:の)?|未明(?:の)?|AM|PM) ?)?"
    r"(?:(?P<h>\d{1,2}|(?(half)[一二三四五六七八九十]{1,2}|(?!))) ?時(?!間|点|価|期|代|給|差|短|限)(?: ?(?P<m>\d{1,2}|(?(half)[一二三四五六七八九十]{1,3}|(?!))) ?分(?!の ?[\d一二三四五六七八九]|間)|(?P<mid>半))?|(?<!\d)(?<!\d:)(?P<h2>\d{1,2}):(?P<m2>\d{2})(?![\d:]|,\d{3})(?: ?(?P<late>[ap]\.?m)\b\.?)?|(?P<noon>正午))"
    rf"(?: ?\(?(?P<z2>{ZONE})(?![ 、の]{{0,2}}(?:\d|[午同翌当]|正午))\)?)?",
    re.IGNORECASE,
)
"""23:00, 午後3時30分, 日本時間 9時, 9:00am (EST)."""

TIME_EN_RE = re.compile(
    r"(?<![\d:.,$])(?:(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))?(?:\s{0,2}(?P<half>[ap]\.?\s?m\b\.?|noon\b|midnight\b)|(?:(?<=[:.]\d\d)|\so['’]clock)\s(?:in\sthe|at)\s(?P<day>morning|afternoon|evening|night)\b|\so['’]clock\b)|\bhalf\spast\s(?P<past>[a-z]{3,6})\b(?:\sin\sthe\s(?P<past_day>morning|afternoon|evening))?|(?P<h2>\d{1,2}):(?P<m2>\d{2})(?!\d|:\d|,\d{3})|(?<![A-Za-z])(?P<noon>noon|midday|midnight)\b)"
    rf"(?:,?\s{{0,2}}[(\[]?(?P<z2>{ZONE})[)\]]?)?",
    re.IGNORECASE,
)
"""9:00am (EST), 3:30 p.m. JST, 15:00 (Japan time)."""


_HOUR_JA_RE = re.compile(r"\d(?: ?時|:\d)|[前後朝夕夜][一二三四五六七八九十]{1,2}時")
_HOUR_EN_RE = re.compile(r"\d(?::\d|\s{0,2}[apAP]\.?\s?[mM])")
_TIME_WORDS = ("noon", "midnight", "midday", "Noon", "Midnight", "clock", "half past")
"""What every time of day holds."""


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day as printed: minutes after midnight, zone words, and why it is impossible."""

    start: int
    end: int
    minutes: int
    zone: str = ""
    problem: str = ""

    @property
    def local(self) -> str:
        """``T23:00``."""
        return f"T{self.minutes // 60 % 24:02d}:{self.minutes % 60:02d}"


def find_times(text: str, language: Language) -> list[ClockTime]:
    """Find times of day; Japanese text means Japanese time unless it says otherwise."""
    if language is Language.JA:
        if "正午" not in text and _HOUR_JA_RE.search(text) is None:
            return []
        found = (_read(match, read_zone(match["z1"] or match["z2"])) for match in TIME_JA_RE.finditer(text))
        times = _same_zone(text, _same_half(text, [time for time in found if time is not None]))
        return [time if time.zone else replace(time, zone="JST") for time in times]
    if _HOUR_EN_RE.search(text) is None and not holds_any(text, _TIME_WORDS):
        return []
    found = (_read(match, read_zone(match["z2"])) for match in TIME_EN_RE.finditer(text))
    return _same_zone(text, _same_half(text, [time for time in found if time is not None]))


_HALF_RE = re.compile(r"午[前後]|朝|夕|夜|[ap]\.?\s?m\b|noon|正午|morning|evening|night", re.IGNORECASE)
UNTIL_RE = re.compile(r"\s?(?:[-~]|から|to|until|through)\s?")
"""Between the two times of a range."""
_NOON = 720


def _same_half(text: str, times: list[ClockTime]) -> list[ClockTime]:
    """Give both ends of 午後1時30分~2時30分 and of 1:30-2:30 p.m. the half of the day that one of them names."""
    for at in range(len(times) - 1):
        first, second = times[at], times[at + 1]
        if text[second.start - 1] == "同" and first.minutes >= _NOON > second.minutes:
            if text[first.start - 1] == "同" or "午後" in text[first.start : first.end]:
                times[at + 1] = replace(second, minutes=second.minutes + _NOON)  # 午後2時46分、同3時15分
            continue
        if not UNTIL_RE.fullmatch(text, first.end, second.start):
            continue
        halves = [bool(_HALF_RE.search(text, time.start, time.end)) for time in (first, second)]
        if halves == [True, False] and second.minutes < first.minutes:
            times[at + 1] = replace(second, minutes=second.minutes + _NOON)
        elif halves == [False, True] and first.minutes + _NOON < second.minutes:
            times[at] = replace(first, minutes=first.minutes + _NOON)
    return times


_BRACKETED_RE = re.compile(rf"\(\s?(?P<zone>{ZONE})\s?\)", re.IGNORECASE)


def _same_zone(text: str, times: list[ClockTime]) -> list[ClockTime]:
    """Give both ends of 英国時間9時から17時まで and of 9 a.m. to 5 p.m. UK time the zone that one of them names.

    The only zone that a text names, in brackets behind its times, is that of all of them: 10時から説明会を開催(米国東部時間).
    """
    for at in range(len(times) - 1):
        first, second = times[at], times[at + 1]
        if bool(first.zone) is bool(second.zone) or not UNTIL_RE.fullmatch(text, first.end, second.start):
            continue
        zone = first.zone or second.zone
        times[at : at + 2] = replace(first, zone=zone), replace(second, zone=zone)
    if times and not any(time.zone for time in times):
        named = list(_BRACKETED_RE.finditer(text, times[0].end))
        if len(named) == 1 and ZONE_RE.search(text, 0, named[0].start()) is None:
            return [replace(time, zone=read_zone(named[0]["zone"])) for time in times]
    return times


_ZONE_BEFORE_RE = re.compile(rf"(?P<zone>{ZONE}) ?[のは、]?\Z", re.IGNORECASE)
_ZONE_BEHIND_RE = re.compile(rf",? ?[(\[]?(?P<zone>{ZONE})", re.IGNORECASE)


def zone_beside(
    text: str, first: int, last: int, time: ClockTime, language: Language
) -> tuple[str, int, int]:
    """The zone beside a date that has a time: 米国東部時間2月7日午前8時, 8:00 a.m. on May 8, New York time.

    Args:
        text: the text that holds both.
        first: where the date starts.
        last: where the date ends.
        time: its time, which may name a zone itself.
        language: Japanese names the zone before the date, English behind it.

    Returns:
        The zone, empty where none stands there or the time names one, and where the date starts and ends with it.
    """
    if ZONE_RE.search(text, time.start, time.end):
        return "", first, last
    if language is Language.JA:
        found = _ZONE_BEFORE_RE.search(text, max(0, first - 14), first)
    else:
        found = _ZONE_BEHIND_RE.match(text, last)
    if found is None:
        return "", first, last
    start, end = found.span("zone")
    return read_zone(found["zone"]), min(first, start), max(last, end)


_PARTS = {"morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm"}
_SMALL_HOURS = 5
"""夜 and 深夜 up to this hour follow midnight."""
_HOURS = 12


def _digits(text: str) -> int:
    """A number in digits or in kanji."""
    numeral = None if text.isascii() else read_kanji(text)
    return int(numeral.value) if numeral is not None else int(text)


def _read(match: re.Match[str], zone: str) -> ClockTime | None:
    if match["noon"]:
        minutes = 0 if match["noon"].lower() == "midnight" else 720
        return ClockTime(match.start(), match.end(), minutes, zone)
    words = match.re.groupindex
    if "past" in words and match["past"]:
        hour, minute = int(ENGLISH.get(match["past"].lower(), 99)), 30
        if not 1 <= hour <= _HOURS:
            return None
    else:
        hour, minute = _digits(match["h"] or match["h2"]), _digits(match["m"] or match["m2"] or "0")
    minute = 30 if "mid" in match.re.groupindex and match["mid"] else minute
    late = match["late"] if "late" in match.re.groupindex else None
    part = (match["day"] or match["past_day"]) if "day" in words else None
    half = (match["half"] or late or _PARTS.get((part or "").lower(), "")).lower()
    problem = "" if minute < 60 and hour <= 30 else f"no such time: {match[0].strip()}"
    if problem and match["h2"] and not half:  # 16:90 is a ratio
        return None
    night = half.startswith(("夜", "深夜"))
    afternoon = half.startswith(("p", "午後", "夕")) or (night and hour > _SMALL_HOURS)
    morning = half.startswith(("a", "午前", "midnight")) or night
    if half and hour > 12 and half[0] not in "朝夕夜早深未":
        problem = problem or f"no such time: {match[0].strip()}"
    if night and hour == _HOURS:
        hour = 0
    elif afternoon and hour < 12:
        hour += 12
    elif morning and hour == 12:
        hour = 0
    return ClockTime(match.start(), match.end(), hour * 60 + minute, zone, problem)


def utc_moment(day: date, minutes: int, zone: str) -> str:
    """ISO moment in UTC; without a known zone, the local day and time.

    >>> utc_moment(date(2001, 11, 14), 23 * 60, "JST")
    '2001-11-14T14:00:00Z'
    """
    try:
        local = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)
        offset = offset_minutes(zone, day)
        if offset is None:
            return local.strftime("%Y-%m-%dT%H:%M")
        return (local - timedelta(minutes=offset)).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, ValueError):
        return ""
