"""Read the period words of Japanese text: 2001年度第2四半期, 2025年3月期, 前年同期, 自2024年4月1日 至2025年3月31日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bilingual.figures.eras import full_year, small_number, year_of
from bilingual.figures.fiscal import CUMULATIVE, month_end, months_before, part_of, placed
from bilingual.figures.period_words_ja import (
    INSTANT_RE,
    LABELLED_RE,
    MONTHS_TO_DATE_RE,
    QUARTERS_RE,
    RANGE_RE,
    RELATIVES,
    TRIGGERS,
)
from bilingual.model.figure import Basis, FiscalCalendar, Part, Period, PeriodMention, Relative

SHORT = 2
"""Digits of a year without its century."""


def _number(text: str | None) -> int | None:
    return small_number(text) if text else None


def _read_year(match: re.Match[str], prefix: str, calendar: FiscalCalendar) -> int | None:
    printed = match[f"{prefix}y"]
    if printed:
        if len(printed) <= SHORT and printed.isdigit():
            return _short_year(printed, calendar)
        return full_year(printed.lstrip("'"))
    era = match[f"{prefix}era"]
    return full_year(match[f"{prefix}e"], era) if era else None


def _short_year(printed: str, calendar: FiscalCalendar) -> int | None:
    """The year of one or two digits: of the era whose name the paper leaves out, else of this century."""
    if calendar.era:
        return year_of(int(printed), calendar.era)
    return full_year(printed) if len(printed) == SHORT else None


def find_japanese(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    """Yield period mentions of Japanese text, family by family; they may overlap."""
    if not any(trigger in text for trigger in TRIGGERS):
        return
    if "年" in text or "末" in text:
        yield from _instants(text, calendar)
    if "月" in text or "/" in text or "." in text:
        yield from _ranges(text, calendar)
    yield from _labelled(text, calendar)
    for match in QUARTERS_RE.finditer(text):
        part = Part.H1 if match["last"] in "2二" else Part.M9
        yield PeriodMention(*match.span(), Period(match[0], part=part, cumulative=True))
    if "月" in text or "半年" in text:
        for match in MONTHS_TO_DATE_RE.finditer(text):
            months = 6 if match["half"] else _number(match["months"] or match["counted"]) or 0
            period = Period(match[0], part=_TO_DATE[months], cumulative=True)
            yield PeriodMention(*match.span(), period)


_TO_DATE = {3: Part.Q1, 6: Part.H1, 9: Part.M9}
"""The part of a year that so many of its first months make."""


def _labelled(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    for match in LABELLED_RE.finditer(text):
        printed = match[0].rstrip()
        yield from _first_years(text, match)
        period, problem = _label_period(match, printed, calendar)
        if period is not None or problem:
            start = match.start()
            yield PeriodMention(start, start + len(printed), period or Period(printed), problem)


FIRST_YEARS_RE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-~・]\s?\Z")
"""Before a fiscal year: 2022-2024年度."""


def _first_years(text: str, match: re.Match[str]) -> Iterator[PeriodMention]:
    """The fiscal year that shares its 年度 with the one behind it."""
    found = FIRST_YEARS_RE.search(text, max(0, match.start() - 9), match.start()) if match["fy"] else None
    if found and match["fy"].endswith("度"):
        period = Period(found[1], year=int(found[1]), basis=Basis.START, part=Part.YEAR)
        yield PeriodMention(found.start(1), found.end(1), period)


def _tail_group(match: re.Match[str], name: str) -> str | None:
    return match[f"t{name}"] or match[f"u{name}"]


_LAST_DAY_RE = re.compile(r" ?\((?:19|20)\d\d年 ?\d{1,2}月 ?\d{1,2}日(?:現在)?\)")
"""Behind the head of a column of a balance sheet: 当第1四半期連結会計期間(2025年6月30日)."""


def _label_period(match: re.Match[str], printed: str, calendar: FiscalCalendar) -> tuple[Period | None, str]:
    part, cumulative, problem = _tail(match)
    edge = _tail_group(match, "edge")
    last_day = _LAST_DAY_RE.match(match.string, match.end()) if printed.endswith("間") else None
    instant = (bool(edge) and edge != "首") or last_day is not None
    period = Period(printed, part=part, cumulative=cumulative, instant=instant)
    if problem:
        return period, problem
    if match["fy"]:
        year = _read_year(match, "a", calendar)
        instant = period.instant or bool(match["fyend"])
        basis = Basis.START if "度" in match["fy"] else Basis.UNKNOWN  # 2027年前半 is the first half of 2027
        return replace(period, year=year, basis=basis, part=part or Part.YEAR, instant=instant), ""
    if match["term"]:
        return _term(match, period, calendar)
    if match["rel"]:
        return _relative(match, period), ""
    if match["bare"]:  # 前第3四半期 is the same quarter of the year before
        relative = Relative.CURRENT if match["bare"][0] == "当" else Relative.YEAR_AGO
        return replace(period, relative=relative), ""
    return (period if part else None), ""


def _tail(match: re.Match[str]) -> tuple[Part | None, bool, str]:
    """Part, whether it is cumulative, and what is impossible about it."""
    number = _tail_group(match, "q") or _tail_group(match, "q2") or _tail_group(match, "q3")
    words = _tail_group(match, "s") or ""
    cumulative = "累計" in words or "まで" in words  # 第3四半期までの9か月間
    if number:
        quarter = _number(number) or 0
        if not 1 <= quarter <= 4:
            return None, False, f"a year has no quarter {quarter}"
        part = Part(f"Q{quarter}")
        return (CUMULATIVE[part] if cumulative else part), cumulative, ""
    named = (("h1", Part.H1), ("h2", Part.H2), ("full", Part.YEAR))
    return next((part for group, part in named if _tail_group(match, group)), None), cumulative, ""


def _term(match: re.Match[str], period: Period, calendar: FiscalCalendar) -> tuple[Period | None, str]:
    """2001年9月期 and what follows it: the end is fixed, the length often is not."""
    year, month = _read_year(match, "b", calendar), _number(match["tm"])
    worded = match["sep"] == "年" and match["tsu"]
    slashed = match["sep"] != "年" and not match["mid"]  # 2022/3期, 2022/3月期
    if year is None or month is None or not (worded or slashed):
        return None, ""
    if not 1 <= month <= 12:
        return (period, f"a year has no month {month}") if worded else (None, "")
    period = replace(period, year=year, basis=Basis.END)
    last = month_end(year, month)
    if match["mid"]:
        return replace(period, part=Part.H1, start=months_before(last, 6), end=last), ""
    if period.part is None:
        return _plain_term(period, last, calendar), ""
    discrete = "会計期間" in (_tail_group(match, "s") or "")
    unsure = period.part in (Part.Q2, Part.Q3) and not discrete and not period.cumulative
    return placed(replace(period, open_part=unsure), last), ""


def _plain_term(period: Period, last: date, calendar: FiscalCalendar) -> Period:
    if calendar.quarter_labels:
        start = months_before(last, 3)
        return replace(period, start=start, end=last, part=part_of(start, last, calendar))
    part = Part.YEAR if last.month == calendar.year_end_month else None
    return replace(period, end=last, part=part, open_part=True)


def _relative(match: re.Match[str], period: Period) -> Period:
    """前期, 当四半期, 今年度下半期: a relative word with or without a part."""
    index = next(index for index in range(len(RELATIVES)) if match[f"r{index}"] is not None)
    _, relative, part, instant = RELATIVES[index]
    if period.part is None:
        return replace(period, relative=relative, part=part, instant=instant)
    if relative in (Relative.PREVIOUS, Relative.YEAR_AGO):
        relative = Relative.PREVIOUS_YEAR
    return replace(period, relative=relative)


def _day(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month or 0, day or 0)
    except ValueError:
        return None


def _instants(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    for match in INSTANT_RE.finditer(text):
        year, month = _read_year(match, "a", calendar), _number(match["m"])
        if year is None or month is None:
            continue
        printed = match[0]
        if not 1 <= month <= 12:
            yield PeriodMention(match.start(), match.end(), Period(printed), f"a year has no month {month}")
            continue
        end = _day(year, month, _number(match["d"])) if match["d"] else month_end(year, month)
        if end is None:
            problem = f"month {month} has no day {match['d']}"
            yield PeriodMention(match.start(), match.end(), Period(printed), problem)
        elif match["what"]:
            yield PeriodMention(match.start(), match.end(), _ended(match, printed, end, calendar))
        else:
            yield PeriodMention(match.start(), match.end(), Period(printed, end=end, instant=True))


def _ended(match: re.Match[str], printed: str, end: date, calendar: FiscalCalendar) -> Period:
    months = _number(match["len"]) or (12 if "年" in match["what"] else 3)
    start = months_before(end, months)
    part = part_of(start, end, calendar)
    return Period(printed, start, end, cumulative=months in (6, 9), part=part)


def _ranges(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    for match in RANGE_RE.finditer(text):
        printed = match[0]
        if match["m5"]:
            months = (_number(match["m5"]), _number(match["m6"]))
            period, problem = month_range(printed, months, calendar)
            bracketed = "(" in text[max(match.start() - 2, 0) : match.start()]
            yield PeriodMention(match.start(), match.end(), period, problem if bracketed else "")
            continue
        start, end = _range_days(match, calendar)
        if start is None or end is None or end < start:
            continue
        part = part_of(start, end, calendar) if start.day == 1 else None
        cumulative = part in (Part.H1, Part.M9)
        period = Period(printed, start, end, part=part, cumulative=cumulative)
        yield PeriodMention(match.start(), match.end(), period)


def _slash_year(text: str) -> int:
    year = full_year(text) if text.isdigit() else full_year(text[1:], text[0])
    return year or 0


def _range_days(match: re.Match[str], calendar: FiscalCalendar) -> tuple[date | None, date | None]:
    if match["slash"]:
        opening = _slash_year(match["sy1"])
        first = (opening, int(match["sm1"]), int(match["sd1"]))
        last = (_slash_year(match["sy2"]) if match["sy2"] else opening, int(match["sm2"]), int(match["sd2"]))
        return _day(*first), _day(*last)
    if match["months"]:
        return date(int(match["yy1"]), int(match["ym1"]), 1), month_end(int(match["yy2"]), int(match["ym2"]))
    if match["m3"]:
        year1 = _read_year(match, "c", calendar)
        month1, month2, day1, day2 = _number(match["m3"]), _number(match["m4"]), None, None
        year2 = None
    else:
        year1, year2 = _read_year(match, "a", calendar), _read_year(match, "b", calendar)
        month1, month2 = _number(match["m1"]), _number(match["m2"])
        day1, day2 = _number(match["d1"]), _number(match["d2"])
        if closing := match["d7"] or match["d8"]:
            month2, day2 = month1, _number(closing) if day1 else None  # 1月13日から同月30日まで
    if year1 is None or not 1 <= (month1 or 0) <= 12 or not 1 <= (month2 or 0) <= 12:
        return None, None
    if year2 is None:
        year2 = year1 + 1 if (month2 or 0) < (month1 or 0) else year1
    end = _day(year2, month2, day2) if day2 else month_end(year2, month2 or 1)
    return _day(year1, month1, day1 or 1), end


def month_range(
    printed: str, months: tuple[int | None, int | None], calendar: FiscalCalendar
) -> tuple[Period, str]:
    """Read a range of months without a year (7-9月) as the part of the fiscal year that it covers."""
    first, last = months
    if not first or not last or first > 12 or last > 12:
        return Period(printed, part=Part.OTHER), "a month is out of range"
    length = (last - first) % 12 + 1
    end = month_end(2001, last)
    part = part_of(months_before(end, length), end, calendar)
    problem = "" if length in (1, 2, 3, 6, 9, 12) else f"{length} months are no quarter, half or year"
    return Period(printed, part=part or Part.OTHER, cumulative=part in (Part.H1, Part.M9)), problem
