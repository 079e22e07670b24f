"""Read the period words of English text: the second quarter of fiscal 2001, nine months ended December 31, 2024."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from bilingual.figures.eras import full_year
from bilingual.figures.fiscal import CUMULATIVE, month_end, months_before, part_of, placed
from bilingual.figures.period_words_en import (
    ELLIPTIC_RE,
    ENDED_RE,
    INSTANT_RE,
    INTERIM_RE,
    LIST_RE,
    MONTH_QUARTER_RE,
    PART_RE,
    QUARTER_RE,
    RANGE_RE,
    RELATIVE_RE,
    RELATIVES,
    SPAN_RE,
    TRIGGERS,
    YEAR_LIST_RE,
    YEAR_RE,
)
from bilingual.figures.written_dates import LOOSE_DATE, MONTH_NUMBERS, YEAR, WrittenDate, read_date
from bilingual.model.figure import Basis, FiscalCalendar, Part, Period, PeriodMention, Relative
from bilingual.text.pieces import holds_any

_ENDED_TAIL_RE = re.compile(rf"(?:ended|ending|ends?|to|FYE)\s+(?:on\s+)?({LOOSE_DATE})$", re.IGNORECASE)
_FY_MONTH_RE = re.compile(r"FYE? ?(\d{1,2})/((?:20)?\d\d)")
_ORDINALS = {"fir": 1, "sec": 2, "thi": 3, "fou": 4, "ope": 1, "clo": 4, "fin": 4, "lat": 2}
_LENGTHS = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12}
YEAR_MONTHS = 12
_CLOSE_RE = re.compile(r"[- ]end\b", re.IGNORECASE)
_WORD_LENGTHS = (("quarter", 3), ("half", 6), ("year", 12), ("fy", 12), ("month", 1))


def find_english(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    """Yield period mentions of English text, family by family; they may overlap."""
    lowered = text.lower()
    dated = holds_any(lowered, MONTH_NUMBERS)
    for family, read in FAMILIES:
        if (dated or family not in _DATED) and holds_any(lowered, TRIGGERS[family]):
            yield from read(text, calendar)


def _quarters(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    for match in QUARTER_RE.finditer(text):
        word = match["ord"].lower()
        number = int(word[0]) if word[0].isdigit() else _ORDINALS[word[:3]]
        half = match["unit"].lower().startswith("half")
        if half and number > 2:
            continue
        part = Part(f"{'H' if half else 'Q'}{number}")
        cumulative = bool(match["cum"] or match["cum0"])
        part = CUMULATIVE.get(part, part) if cumulative else part
        period = Period(match[0], part=part, cumulative=cumulative)
        problem = ""
        close = _CLOSE_RE.match(text, match.end())
        if close:  # first quarter-end: a day, as 第1四半期末
            yield PeriodMention(
                match.start(), close.end(), Period(match[0] + close[0], part=part, instant=True)
            )
            continue
        if match["of"] or match["of2"]:
            period = _of_year(period, match["of"] or match["of2"])
        if match["date"]:
            written = read_date(match["date"])
            period, problem = _ending(period, written, 6 if half else 3, calendar), written.problem
            if period.end is not None:  # the day decides, not the label beside it
                period = replace(period, year=None)
        yield PeriodMention(match.start(), match.end(), period, problem)
        if not half and not cumulative:
            yield from _elliptic(text, match.end())
    yield from _named_by_month(text, calendar)


def _named_by_month(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    """The quarters that are named by the month in which they end."""
    for match in MONTH_QUARTER_RE.finditer(text):
        month, year = MONTH_NUMBERS[match["month"][:3].lower()], full_year(match["y"] or match["y2"] or "")
        last = month_end(year or 2001, month)
        period = Period(match[0], part=part_of(months_before(last, 3), last, calendar))
        if year:
            period = replace(period, start=months_before(last, 3), end=last)
        yield PeriodMention(*match.span(), period)


def _elliptic(text: str, after: int) -> Iterator[PeriodMention]:
    """The other quarter of the same sentence, whose noun is left out."""
    close = text.find(". ", after)
    match = ELLIPTIC_RE.search(text, after, len(text) if close < 0 else close + 1)
    if match and not QUARTER_RE.search(text, after, match.start()):
        number = _ORDINALS[match["ord"][:3].lower()]
        yield PeriodMention(
            match.start("whole"), match.end("whole"), Period(match["whole"], part=Part(f"Q{number}"))
        )


_CLOSING_MONTH_RE = re.compile(r"FYE? ?(\d{1,2})/((?:20)?\d\d)")


def _of_year(period: Period, words: str) -> Period:
    """Place a part in the year that the words after it name."""
    closing = _FY_MONTH_RE.match(words)
    if closing and 1 <= int(closing[1]) <= YEAR_MONTHS:
        closed = month_end(full_year(closing[2]) or 0, int(closing[1]))
        return placed(replace(period, year=closed.year, basis=Basis.END), closed)
    ended = _ENDED_TAIL_RE.search(words)
    if ended:
        last = read_date(ended[1]).end
        return placed(replace(period, year=last.year, basis=Basis.END), last) if last else period
    closing = _CLOSING_MONTH_RE.fullmatch(words)
    if closing:
        last = month_end(full_year(closing[2]) or 0, int(closing[1]))
        return placed(replace(period, year=last.year, basis=Basis.END), last)
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
        # (ending March 2027) behind a label says when it ends, not how long it is
        words = (match["len"] or ("year" if "FYE" in match[0] else "")).lower()
        months = _LENGTHS.get((match["n"] or "").lower(), 0)
        months = months or next((length for word, length in _WORD_LENGTHS if word in words), 0)
        cumulative = months in (6, 9) and "half" not in words
        for start, end, date_words in _listed(text, match):
            written = read_date(date_words)
            period = Period(text[start:end], cumulative=cumulative)
            label = match["label"] or match["reported"]
            if label and months == YEAR_MONTHS and written.end:
                period = _labelled_part(period, _short(label), written.end)
            elif months:
                period = _ending(period, written, months, calendar)
            else:
                period = replace(period, end=written.end, open_part=True, cumulative=False)
            yield PeriodMention(start, end, period, written.problem)


def _short(label: str) -> str:
    """The first six months and the interim period as 1H, the first nine and the first three quarters as 9M."""
    *_, number, counted = ("", *label.lower().split())
    if not number:
        return label
    if number == "interim":
        return "1H"
    months = {"two": 6, "three": 9}[number] if counted == "quarters" else _LENGTHS[number]
    return {3: "1Q", 6: "1H", 9: "9M"}[months]


def _labelled_part(period: Period, label: str, last: date) -> Period:
    """3Q of the fiscal year ending March 31, 2025; a second or third quarter may be counted from its start."""
    number = next(letter for letter in label if letter.isdigit())
    part = Part.M9 if label == "9M" else Part(f"{'H' if 'H' in label else 'Q'}{number}")
    unsure = part in (Part.Q2, Part.Q3)
    period = replace(period, year=last.year, basis=Basis.END, part=part, cumulative=part is Part.M9)
    return placed(replace(period, open_part=unsure), last)


def _listed(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """The date of a match and those that follow it in the same list."""
    yield match.start(), match.end(), match["date"]
    at, last = match.end(), match["date"]
    several = "years end" in match[0].lower()
    while more := LIST_RE.match(text, at) or (SPAN_RE.match(text, at) if several else None):
        if more["y"]:
            yield more.start("y"), more.end("y"), re.sub(YEAR, more["y"], last)
        else:
            if not re.search(YEAR, more["date"]):
                return
            if (
                not text[at : more.start("date")].strip()
                and _ends_month(last)
                and not _ends_month(more["date"])
            ):
                return  # the day of release behind a title: Fiscal Year Ended November 30, 2025 January 9, 2026
            yield more.start("date"), more.end("date"), more["date"]
            last = more["date"]
        at = more.end()


def _ends_month(words: str) -> bool:
    """Whether a date is the last day of a month, or no day at all."""
    last = read_date(words).end
    return last is None or last == month_end(last.year, last.month)


_STRETCHES = (("m9", Part.M9), ("m6", Part.H1), ("m3", Part.Q1))
"""Months from the start of the year before its name, as groups of the pattern."""


def _years(text: str, _: FiscalCalendar) -> Iterator[PeriodMention]:
    for match in YEAR_RE.finditer(text):
        part = next((part for group, part in _STRETCHES if match[group]), Part.YEAR)
        if match["fye"]:
            if part is not Part.YEAR:  # alone it is a label, which both languages use
                period = _of_year(Period(match[0], part=part, cumulative=True), match["fye"])
                yield PeriodMention(match.start(), match.end(), period)
            continue
        year = full_year(match["y"] or match["y2"])
        at = match.end()
        interim = INTERIM_RE.match(text, at) if part is Part.YEAR else None
        part, at = (Part.H1, interim.end()) if interim else (part, at)
        cumulative = part is not Part.YEAR and not interim
        period = Period(text[match.start() : at], year=year, part=part, cumulative=cumulative)
        yield PeriodMention(match.start(), at, period)
        while part is Part.YEAR and (more := YEAR_LIST_RE.match(text, at)):
            period = Period(more["y"], year=full_year(more["y"]), part=part)
            yield PeriodMention(more.start("y"), more.end("y"), period)
            at = more.end()
    for match in PART_RE.finditer(text):
        nine = match["m9"] or match["m9y"] or match["q3"]
        part = Part.YEAR if match["year"] else Part.M9 if nine else Part.H2 if match["h2y"] else Part.H1
        cumulative = part is Part.M9 or bool(match["h1c"] or match["h1y"] or match["q2"])
        yield PeriodMention(match.start(), match.end(), Period(match[0], part=part, cumulative=cumulative))


def _instants(text: str, _: FiscalCalendar) -> Iterator[PeriodMention]:
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
                named = part_of(months_before(fake, length), fake, calendar) or Part.OTHER
                period = Period(match[0], part=named, cumulative=named in (Part.H1, Part.M9))
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
    if match["m5"]:
        return WrittenDate(int(match["y5"] or 0), month(match["m5"]), int(match["d5"])), read_date(
            match["date5"]
        )
    first = WrittenDate(int(match["y3"] or 0), month(match["m3"]), 0)
    return first, WrittenDate(int(match["y4"] or match["y6"] or 0), month(match["m4"]), 0)


def _relatives(text: str, _: FiscalCalendar) -> Iterator[PeriodMention]:
    for match in RELATIVE_RE.finditer(text):
        index = next(index for index in range(len(RELATIVES)) if match[f"r{index}"] is not None)
        relative, part, instant = RELATIVES[index][1:]
        period = Period(match[0], relative=relative, part=part, instant=instant)
        yield PeriodMention(match.start(), match.end(), period)


Family = Callable[[str, FiscalCalendar], Iterator[PeriodMention]]

FAMILIES: tuple[tuple[str, Family], ...] = (
    ("quarter", _quarters),
    ("ended", _ended),
    ("year", _years),
    ("instant", _instants),
    ("range", _ranges),
    ("relative", _relatives),
)
"""Families of English period words, with the name of their triggers."""
_DATED = frozenset({"ended", "instant", "range"})
"""Families that want the name of a month."""
