"""Period words of English text: the second quarter of fiscal 2001, nine months ended December 31, 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from bilingual.figures.eras import full_year
from bilingual.figures.fiscal import CUMULATIVE, month_end, months_before, part_of, placed, resolve
from bilingual.figures.period_labels import MONTH_NUMBERS
from bilingual.model.figure import Basis, FiscalCalendar, Part, Period, PeriodMention, Relative

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""A month in words, whole or shortened."""

_Y4 = r"(?:19|20)\d\d(?!\d)"
DATE = rf"(?:{MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?: ?, ?| (?={_Y4}))?(?:{_Y4})?|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}(?:,? {_Y4})?|{MONTH},? {_Y4})"
"""A date as it follows ``ended``; the year may be missing."""

_DATE_RE = re.compile(
    rf"(?:(?P<m>[A-Z][a-z]{{2}})[a-z.]* ?(?P<d>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m2>[A-Z][a-z]{{2}})[a-z.]*|(?P<m3>[A-Z][a-z]{{2}})[a-z.]*)[ ,]*(?P<y>{_Y4})?",
    re.IGNORECASE,
)

_ORD = r"(?:first|second|third|fourth|1 ?st|2 ?nd|3 ?rd|4 ?th)"
_FY = rf"(?:(?:full |entire )?(?:fiscal(?: year)?|FY) ?'?(?:{_Y4}|\d\d(?!\d))(?: (?:fiscal )?year)?|(?:full )?{_Y4} (?:fiscal|financial) year|(?:calendar |year )?{_Y4})"
_YEAR_END = rf"(?:(?:full |the )*(?:fiscal |business |financial |consolidated )*years? (?:period )?(?:ended|ending|to|which (?:ended|ends|will end)) (?:on )?{DATE})"
_THIS = r"(?:this|the current|the same|the|its|our|the previous|the prior|the preceding|last|previous|prior|the next|next|the following|the coming) (?:full )?(?:fiscal |business )?year"

_SPACE = r"\s{1,3}"


def _compile(pattern: str) -> re.Pattern[str]:
    """Compile with every blank standing for up to three blanks of any kind."""
    loose = re.sub(r"(?<!\\) (?![?*{\]])", lambda _: _SPACE, pattern)
    return re.compile(loose.replace(" ?", r"\s{0,2}"), re.IGNORECASE)


QUARTER_RE = _compile(
    rf"\b(?:the )?(?P<ord>{_ORD})[\s-]{{1,3}}(?:(?:fiscal|consolidated) )?(?P<unit>quarters?|half(?:[- ]year)?)\b(?! (?:of|a) (?:the )?(?:percent|its|our|these|those))"
    r"(?P<cum> \(?cumulative\)?)?"
    rf"(?:(?:,? (?:(?:financial )?results )?(?:(?:of|for|in) )?(?:the )?)(?P<of>{_YEAR_END}|{_FY}|{_THIS})(?![\w]))?"
    rf"(?P<rest>,? ?\(?(?:which )?(?:ended|ending) (?:on )?(?P<date>{DATE})\)?)?"
)
"""An ordinal quarter or half, the year it belongs to and the day it ends."""

ENDED_RE = _compile(
    r"\b(?:the |first |full )*(?P<len>(?P<n>three|six|nine|twelve|3|6|9|12)[\s-]{1,3}months?(?: (?:consolidated |cumulative |accounting |interim )*periods?)?"
    r"|quarters?|half[- ]years?|(?:fiscal |business |financial |consolidated )*years?|(?:interim |fiscal |accounting )*periods?|months?)"
    rf" (?:period )?(?:ended|ending|to|which (?:ended|ends|will end)) (?:on )?(?P<date>{DATE})"
)
"""A length of time and the day on which it ends."""

LIST_RE = _compile(rf"(?:,? and |, ?|;? (?=[A-Z]))(?:(?:of|for) )?(?P<date>{DATE})|,? and (?P<y>{_Y4})")
"""Further dates of the same kind: September 30, 2003, September 30, 2002 and June 30, 2003."""

YEAR_RE = _compile(
    rf"\b(?:the )?(?P<m9>(?:first )?nine[\s-]{{1,3}}months?(?: period)? (?:of|in) (?:the )?)?"
    rf"(?:full[\s-]{{1,3}}year (?:of )?)?(?:(?:full |entire )?(?:fiscal(?: years?)?|(?-i:FY)) ?'?(?P<y>{_Y4}|\d\d(?![\d,.%]))(?:(?: fiscal)? year\b)?|(?:full )?(?P<y2>{_Y4}) (?:fiscal|financial) year\b)"
)
"""fiscal 2001, full fiscal 2001 year, the full 2002 fiscal year, fiscal year 2003."""

INSTANT_RE = _compile(
    rf"\bas (?:of|at) (?:the end of )?(?P<date>{DATE})|\b(?P<end>(?:the )?end of {MONTH},? {_Y4})"
)
"""As of March 31, 2025; the end of September 2002."""

RANGE_RE = _compile(
    rf"(?P<between>\bbetween )?(?:\bfrom )?\b(?P<m1>{MONTH}) (?P<d1>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:,? (?P<y1>{_Y4}))? ?(?:to|through|until|till|-|~|(?(between)and|to)) ?(?P<date>{DATE})"
    rf"|\b(?:from )?(?P<m3>{MONTH})(?:,? (?P<y3>{_Y4}))? ?(?:to|through|-|~) ?(?P<m4>{MONTH})(?!,? ?\d{{1,2}}(?!\d))(?:,? (?P<y4>{_Y4}))?(?: period| quarter)?"
)
"""Ranges of days or months."""

RELATIVES: tuple[tuple[str, Relative, Part | None, bool], ...] = (
    (
        r"(?:the |its )?(?:end|close) of (?:the )?(?:previous|prior|preceding|last) (?:consolidated )?(?:fiscal )?(?:year|period)|(?:the )?(?:previous|prior|last) (?:fiscal )?year[- ]end",
        Relative.PREVIOUS_END,
        None,
        True,
    ),
    (
        r"(?:the )?(?:same|corresponding|comparable|year[- ]ago|year[- ]earlier|prior[- ]year|previous[- ]year)(?:'s)? (?:three-month |six-month |nine-month |interim |first-half |fiscal )?(?:quarter|period|term|months?)(?: (?:of|in|a|during|from|for) (?:the )?(?:previous|prior|preceding|last) (?:consolidated )?(?:fiscal )?year| (?:a|one) year (?:ago|earlier|before)| last year| (?:of|in) (?:the )?year (?:ago|earlier|before)| the (?:previous|prior) year)?",
        Relative.YEAR_AGO,
        None,
        False,
    ),
    (
        r"year[- ]over[- ]year|year[- ]on[- ]year|(?-i:YoY|YOY|Y/Y|y/y|yoy|y-o-y|Y-o-Y)|(?:from |than )?(?:a|one) year (?:ago|earlier|before)|year[- ]earlier|year[- ]ago|year[- ]to[- ]year",
        Relative.YEAR_AGO,
        None,
        False,
    ),
    (
        r"quarter[- ](?:over|on)[- ]quarter|quarter[- ]to[- ]quarter|(?-i:QoQ|QOQ|Q/Q|q/q|qoq|q-o-q|Q-o-Q)|sequential(?:ly)?",
        Relative.PREVIOUS_QUARTER,
        None,
        False,
    ),
    (
        r"(?:the )?(?:immediately )?(?:previous|prior|preceding|last|immediately preceding) (?:fiscal |three-month )?quarter",
        Relative.PREVIOUS_QUARTER,
        None,
        False,
    ),
    (
        r"(?:the )?(?:previous|prior|preceding|last) (?:consolidated |full )?(?:(?:fiscal|business|financial) )?years?(?!-)",
        Relative.PREVIOUS_YEAR,
        Part.YEAR,
        False,
    ),
    (
        r"(?:the )?(?:previous|prior|preceding|last) (?:fiscal )?(?:period|term)",
        Relative.PREVIOUS,
        None,
        False,
    ),
    (
        r"(?:the )?beginning of (?:the |this )?(?:current |fiscal )*(?:period|year|quarter|term)",
        Relative.PREVIOUS_END,
        None,
        True,
    ),
    (
        r"(?:the )?end of (?:the |this )?(?:current |fiscal )*(?:period|year|quarter|term)(?! (?:ended|ending|of|\d))",
        Relative.CURRENT,
        None,
        True,
    ),
    (
        r"(?:this|the current) (?:fiscal |consolidated )*(?:fiscal )year|(?:this|the current) (?:consolidated )?fiscal year|the (?:fiscal )?year under review",
        Relative.CURRENT,
        Part.YEAR,
        False,
    ),
    (
        r"(?:this|the current) (?:quarter|period|term|year)|the (?:quarter|period|term) under review|(?:in|during|for) the quarter(?! (?:ended|ending|to|of))",
        Relative.CURRENT,
        None,
        False,
    ),
    (r"(?:the )?(?:next|following|coming|upcoming|subsequent) fiscal year", Relative.NEXT, Part.YEAR, False),
    (
        r"(?:the )?(?:next|following|coming|upcoming) (?:fiscal )?(?:quarter|period|term|year)(?!s)",
        Relative.NEXT,
        None,
        False,
    ),
    (
        r"(?:versus|vs\.?|compared (?:to|with)|against|relative to) (?:the |our |its )?(?:initial |previous |original )?(?:plan|forecast|budget|target)s?",
        Relative.PLAN,
        None,
        False,
    ),
)
"""Words, what they mean, the part of a year they name and whether they are a point in time; the first that fits wins."""

RELATIVE_RE = _compile(
    r"\b(?:" + "|".join(f"(?P<r{index}>{row[0]})" for index, row in enumerate(RELATIVES)) + r")\b"
)
"""All relative words in one scan."""

PART_RE = _compile(
    r"\b(?:(?P<year>full[- ](?:fiscal[- ])?year(?! ended| ending))|(?P<h1>interim period|the six[- ]month period)|(?P<m9>(?:the )?(?:first )?nine[- ]months?(?: period)?(?! (?:ended|ending|later|after|of|in)))|(?P<h1c>the (?:first )?six[- ]months?(?! (?:ended|ending|later|after|of)))(?: period)?)\b"
)
"""Parts of a year without the year."""

_TRIGGER_RE = re.compile(
    r"quarter|fiscal|year|month|half|FY|ended|ending|as of|as at|end of|beginning|YoY|YOY|Y/Y|QoQ|QOQ|Q/Q|yoy|qoq|y-o-y|q-o-q|sequential"
    r"|period|term|plan|forecast|budget|target| to |through|-|~|from",
    re.IGNORECASE,
)

_LENGTHS = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12}


class WrittenDate(NamedTuple):
    """The parts of a date in words; 0 where one is missing."""

    year: int
    month: int
    day: int

    @property
    def end(self) -> date | None:
        """The day, or the last day of the month; None where the year is missing or no such day exists."""
        if not self.year or not self.month:
            return None
        if not self.day:
            return month_end(self.year, self.month)
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def problem(self) -> str:
        """Why there is no such day; empty where there is."""
        if self.day and self.month:
            last = month_end(self.year or 2000, self.month).day
            if not 1 <= self.day <= last:
                return f"month {self.month} has no day {self.day}"
        return ""


def read_date(text: str) -> WrittenDate:
    """Read a date in English words.

    >>> read_date("Sept 30, 2001"), read_date("30 June 2024")
    (WrittenDate(year=2001, month=9, day=30), WrittenDate(year=2024, month=6, day=30))
    """
    match = _DATE_RE.match(text.strip())
    if not match:
        return WrittenDate(0, 0, 0)
    month = MONTH_NUMBERS.get((match["m"] or match["m2"] or match["m3"]).lower(), 0)
    return WrittenDate(int(match["y"] or 0), month, int(match["d"] or match["d2"] or 0))


def find_english(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    """Yield period mentions of English text, family by family; they may overlap."""
    if not _TRIGGER_RE.search(text):
        return
    yield from _quarters(text, calendar)
    yield from _ended(text, calendar)
    yield from _years(text)
    yield from _instants(text)
    yield from _ranges(text, calendar)
    yield from _relatives(text)


def _quarters(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    for match in QUARTER_RE.finditer(text):
        number = (
            "1234".find(match["ord"][0]) + 1
            or ("first", "second", "third", "fourth").index(match["ord"].lower()) + 1
        )
        half = match["unit"].lower().startswith("half")
        if half and number > 2:
            continue
        part = Part(f"{'H' if half else 'Q'}{number}")
        cumulative = bool(match["cum"])
        part = CUMULATIVE.get(part, part) if cumulative else part
        period = Period(match[0], part=part, cumulative=cumulative)
        problem = ""
        if match["of"]:
            period = _of_year(period, match["of"])
        if match["date"]:
            written = read_date(match["date"])
            period, problem = _ending(period, written, 6 if half else 3, calendar), written.problem
        yield PeriodMention(match.start(), match.end(), period, problem)


def _of_year(period: Period, words: str) -> Period:
    """Place a part in the year that the words after it name."""
    ended = re.search(rf"(?:ended|ending|ends?|to)\s+(?:on\s+)?({_loose_date()})$", words, re.IGNORECASE)
    if ended:
        last = read_date(ended[1]).end
        return placed(replace(period, year=last.year, basis=Basis.END), last) if last else period
    label = re.search(r"(?:19|20)\d\d|\d\d(?!\d)", words)
    if label:
        return replace(period, year=full_year(label[0]))
    lowered = words.lower()
    if re.search(r"previous|prior|preceding|last", lowered):
        return replace(period, relative=Relative.PREVIOUS_YEAR)
    if re.search(r"next|following|coming", lowered):
        return replace(period, relative=Relative.NEXT)
    if re.search(r"this|current", lowered):
        return replace(period, relative=Relative.CURRENT)
    return period


def _loose_date() -> str:
    return DATE.replace(" ?", r"\s{0,2}").replace(" ", r"\s{1,3}")


def _ending(period: Period, written: WrittenDate, months: int, calendar: FiscalCalendar) -> Period:
    end = written.end
    if end is None:
        if written.month and not written.year and period.part is None:
            fake = month_end(2001, written.month)
            return replace(period, part=part_of(months_before(fake, months), fake, calendar))
        return period
    start = months_before(end, months)
    part = period.part or part_of(start, end, calendar)
    return replace(period, start=start, end=end, part=part)


def _ended(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    for match in ENDED_RE.finditer(text):
        words = match["len"].lower()
        months = _LENGTHS.get((match["n"] or "").lower(), 0)
        months = months or (
            3
            if "quarter" in words
            else 6
            if "half" in words
            else 12
            if "year" in words
            else 1
            if "month" in words
            else 0
        )
        cumulative = months in (6, 9) and "half" not in words
        for start, end, date_words in _listed(text, match):
            written = read_date(date_words)
            period = Period(text[start:end], cumulative=cumulative)
            if months:
                period = _ending(period, written, months, calendar)
            else:
                period = replace(period, end=written.end, open_part=True, cumulative=False)
            yield PeriodMention(start, end, period, written.problem)


def _listed(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """The date of a match and those that follow it in the same list."""
    yield match.start(), match.end(), match["date"]
    at, last = match.end(), match["date"]
    while more := LIST_RE.match(text, at):
        if more["y"]:
            yield more.start("y"), more.end("y"), re.sub(_Y4, more["y"], last)
        else:
            if not re.search(_Y4, more["date"]):
                return
            yield more.start("date"), more.end("date"), more["date"]
            last = more["date"]
        at = more.end()


def _years(text: str) -> Iterator[PeriodMention]:
    for match in YEAR_RE.finditer(text):
        part = Part.M9 if match["m9"] else Part.YEAR
        year = full_year(match["y"] or match["y2"])
        yield PeriodMention(
            match.start(), match.end(), Period(match[0], year=year, part=part, cumulative=part is Part.M9)
        )
    for match in PART_RE.finditer(text):
        part = Part.YEAR if match["year"] else Part.M9 if match["m9"] else Part.H1
        cumulative = bool(match["m9"] or match["h1c"])
        yield PeriodMention(match.start(), match.end(), Period(match[0], part=part, cumulative=cumulative))


def _instants(text: str) -> Iterator[PeriodMention]:
    for match in INSTANT_RE.finditer(text):
        if match["end"]:
            words = re.sub(r"^.*?\bof\s+", "", match["end"], flags=re.IGNORECASE | re.DOTALL)
            yield PeriodMention(
                match.start(), match.end(), Period(match[0], end=read_date(words).end, instant=True)
            )
            continue
        for start, end, words in _listed(text, match):
            written = read_date(words)
            if written.year:
                period = Period(text[start:end], end=written.end, instant=True)
                yield PeriodMention(start, end, period, written.problem)


def _ranges(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    for match in RANGE_RE.finditer(text):
        first, last = _range_ends(match)
        if not first.month or not last.month:
            continue
        if not last.year:
            if match["m3"]:
                length = (last.month - first.month) % 12 + 1
                fake = month_end(2001, last.month)
                part = part_of(months_before(fake, length), fake, calendar) or Part.OTHER
                period = Period(match[0], part=part, cumulative=part in (Part.H1, Part.M9))
                yield PeriodMention(match.start(), match.end(), period)
            continue
        year = first.year or (last.year - 1 if first.month > last.month else last.year)
        start, end = WrittenDate(year, first.month, first.day or 1).end, last.end
        if start and end and start <= end:
            part = part_of(start, end, calendar) if start.day == 1 else None
            period = Period(match[0], start, end, part=part, cumulative=part in (Part.H1, Part.M9))
            yield PeriodMention(match.start(), match.end(), period)


def _range_ends(match: re.Match[str]) -> tuple[WrittenDate, WrittenDate]:
    def month(words: str) -> int:
        return MONTH_NUMBERS.get(words[:3].lower(), 0)

    if match["m1"]:
        return WrittenDate(int(match["y1"] or 0), month(match["m1"]), int(match["d1"])), read_date(
            match["date"]
        )
    first = WrittenDate(int(match["y3"] or 0), month(match["m3"]), 0)
    return first, WrittenDate(int(match["y4"] or 0), month(match["m4"]), 0)


def _relatives(text: str) -> Iterator[PeriodMention]:
    for match in RELATIVE_RE.finditer(text):
        index = next(index for index in range(len(RELATIVES)) if match[f"r{index}"] is not None)
        _, relative, part, instant = RELATIVES[index]
        period = Period(match[0], relative=relative, part=part, instant=instant)
        yield PeriodMention(match.start(), match.end(), period)


__all__ = ["DATE", "MONTH", "WrittenDate", "find_english", "read_date", "resolve"]
