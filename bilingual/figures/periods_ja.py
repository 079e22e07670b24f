"""Period words of Japanese text: 2001年度第2四半期, 2025年3月期, 前年同期, 自2024年4月1日 至2025年3月31日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bilingual.figures.eras import full_year, small_number
from bilingual.figures.fiscal import CUMULATIVE, add_months, month_end, months_before, part_of, placed
from bilingual.model.figure import Basis, FiscalCalendar, Part, Period, PeriodMention, Relative

_S = " {0,2}"
_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = (
    r"(?:(?P<{0}y>(?<!\d)(?:(?:19|20)\d\d|'?\d\d)|[〇零一二三四五六七八九]{{4}})"
    r"|(?P<{0}era>明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR])\.?"
    + _S.replace("{", "{{").replace("}", "}}")
    + r"(?P<{0}e>元|\d{{1,2}}|[一二三四五六七八九十]{{1,3}}))"
)


def _year(prefix: str) -> str:
    return _YEAR.format(prefix)


RELATIVES: tuple[tuple[str, Relative, Part | None, bool], ...] = (
    (
        r"(?:前|昨)年の?同(?:四半期|中間期|期間?|月)|前年(?=度?比|度?対比|比較)(?!度)",
        Relative.YEAR_AGO,
        None,
        False,
    ),
    (
        r"前(?:連結会計年度|事業年度|会計年度|年度|期)(?:の?末(?:日)?|末)|昨年度末",
        Relative.PREVIOUS_END,
        None,
        True,
    ),
    (r"前(?:連結会計年度|事業年度|会計年度|年度)|昨年度", Relative.PREVIOUS_YEAR, Part.YEAR, False),
    (r"(?:直前|前)四半期(?:末(?P<qend>))?", Relative.PREVIOUS_QUARTER, None, False),
    (r"(?<![午以直税目])前期(?!繰越|損益|の?繰越)", Relative.PREVIOUS, None, False),
    (r"(?<!数)(?:前年|昨年)(?!同|来|並|末)", Relative.PREVIOUS_YEAR, None, False),
    (
        r"(?:当期|当連結会計年度の?|当事業年度の?|当(?:連結)?(?:会計)?期間の?|当中間期の?)(?:首|期首)|(?<![半年])期首",
        Relative.PREVIOUS_END,
        None,
        True,
    ),
    (
        r"(?<![該相担本適正割手充妥見配])当(?:連結会計年度|事業年度|会計年度|年度|四半期|期)(?:の?末(?!処分)(?:日)?)",
        Relative.CURRENT,
        None,
        True,
    ),
    (r"(?<![半年中])期末(?!配当|手当|商品|棚卸)", Relative.CURRENT, None, True),
    (
        r"(?<![該相担本適正割手充妥見配])当(?:連結会計年度|事業年度|会計年度|年度)|今年度|本年度",
        Relative.CURRENT,
        Part.YEAR,
        False,
    ),
    (
        r"(?<![該相担本適正割手充妥見配])当四半期(?!純|利益|損失|包括)(?:連結)?(?:会計期間)?",
        Relative.CURRENT,
        None,
        False,
    ),
    (
        r"(?<![該相担本適正割手充妥見配前])当期(?!純|利益|損|未処|包括|製造|仕入|総|商品|変動|間|待|限)|(?<!昨)今期",
        Relative.CURRENT,
        None,
        False,
    ),
    (r"(?:来年度|次年度|翌年度|翌連結会計年度|翌事業年度|翌会計年度)", Relative.NEXT, Part.YEAR, False),
    (
        r"(?<![二三])次期(?!繰越)|(?<![将従本元古以由])来期|翌期(?!首)|(?:次|来|翌)四半期",
        Relative.NEXT,
        None,
        False,
    ),
    (r"(?:期初)?(?:計画|予算|予想|見通し)(?=比|対比)", Relative.PLAN, None, False),
)
"""Words, what they mean, the part of a year they name and whether they are a point in time; the first that fits wins."""

_REL = "|".join(f"(?P<r{index}>{row[0]})" for index, row in enumerate(RELATIVES))

_TAIL = (
    rf"(?:(?P<q>第{_S}(?P<qn>\d{{1,2}}|[一二三四五六七八九])(?:{_S}・{_S}第?[1-4](?={_S}四半期))?{_S}四半期|(?<![\w.])(?P<qn2>[1-4])Q(?![A-Za-z\d])|(?<![\w.])Q(?P<qn3>[1-4])(?![A-Za-z\d]))"
    r"|(?P<h1>上半期|(?<![以])上期|中間(?:連結)?(?:会計)?(?:期間|期)|前半期?(?=[のはにで末])|(?<![\w.])1H(?![A-Za-z\d]))"
    r"|(?P<h2>下半期|(?<![以])下期|後半期?(?=[のはにで末])|(?<![\w.])2H(?![A-Za-z\d]))"
    r"|(?P<full>通期|通年|全期間))"
    rf"(?P<suffix>{_S}(?:連結|個別)?{_S}(?:累計)?(?:会計)?(?:期間)?(?:{_S}\({_S}累計(?:期間)?{_S}\)|{_S}累計(?:期間)?)?)"
    r"(?P<edge>の?末(?:日)?|首)?"
)

LABELLED_RE = re.compile(
    r"(?:"
    rf"(?P<fy>{_year('a')}{_S}年{_S}度)"
    rf"|(?P<term>{_year('b')}{_S}(?:年|/|\.){_S}(?P<tm>{_N}){_S}月?{_S}(?P<mid>中間)?期(?![間限待日首]))"
    rf"|(?P<rel>{_REL})"
    r"|(?P<bare>(?<=前)(?=第|中間|上)|(?<=当)(?=第|中間|上|下))"
    rf")?(?(fy)(?P<fyend>末)?)(?:(?(bare)|{_S}の?{_S}){_TAIL})?"
)
"""A fiscal year or relative word, with or without the part of it; or a part alone."""

INSTANT_RE = re.compile(
    rf"{_year('a')}{_S}年{_S}(?P<m>{_N}){_S}月"
    rf"(?:{_S}(?P<d>{_N}){_S}日{_S}(?:現在|時点|末|に終了(?:した|する)?{_S}(?P<what>(?:連結)?会計年度|事業年度|年度|1年間"
    rf"|(?P<len>\d{{1,2}}){_S}[かカヵヶケ箇]月(?:間)?|(?:第{_S}[1-4一二三四]{_S})?四半期(?:連結)?(?:会計期間|累計期間)?))|{_S}末(?![日尾]))"
)
"""2002年3月末, 2001年9月30日現在, 2025年3月31日に終了した連結会計年度."""

RANGE_RE = re.compile(
    rf"(?:自{_S})?{_year('a')}{_S}年{_S}(?P<m1>{_N}){_S}月(?:{_S}(?P<d1>{_N}){_S}日)?"
    rf"{_S}(?:から|より|以降|[-~]|,?、?{_S}至){_S}"
    rf"(?:{_year('b')}{_S}年{_S}|同年{_S})?(?P<m2>{_N}){_S}月(?:{_S}(?P<d2>{_N}){_S}日)?(?:まで|期(?![間待限]))?"
    r"|(?P<slash>(?<![\d/])(?P<sy1>(?:19|20)\d\d)[/.](?P<sm1>\d{1,2})[/.](?P<sd1>\d{1,2}) ?[-~] ?(?:(?P<sy2>(?:19|20)\d\d)[/.])?(?P<sm2>\d{1,2})[/.](?P<sd2>\d{1,2})(?![\d/]))"
    rf"|{_year('c')}{_S}年{_S}(?P<m3>\d{{1,2}}){_S}[-~]{_S}(?P<m4>\d{{1,2}}){_S}月(?:期(?![間待限]))?"
    rf"|(?<![\d年./,-])(?P<m5>\d{{1,2}}){_S}月?{_S}(?:[-~]|から){_S}(?P<m6>\d{{1,2}}){_S}月(?!{_S}\d{{1,2}}{_S}日|末)(?:期(?![間待限]))?"
)
"""Ranges of days or months, with or without a year."""

_TRIGGER_RE = re.compile("期|年|月|中間|通年|予算|計画|予想|見通し|[1-4][QH]|Q[1-4]|/")


def _number(text: str | None) -> int | None:
    return small_number(text) if text else None


def _read_year(match: re.Match[str], prefix: str) -> int | None:
    printed = match[f"{prefix}y"]
    if printed:
        return full_year(printed.lstrip("'"))
    era = match[f"{prefix}era"]
    return full_year(match[f"{prefix}e"], era) if era else None


def find_japanese(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    """Yield period mentions of Japanese text, family by family; they may overlap."""
    if not _TRIGGER_RE.search(text):
        return
    if "年" in text:
        yield from _instants(text, calendar)
    if "月" in text or "/" in text or "." in text:
        yield from _ranges(text, calendar)
    yield from _labelled(text, calendar)


def _labelled(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    for match in LABELLED_RE.finditer(text):
        if match.end() == match.start():
            continue
        start = match.start() - (1 if match["bare"] is not None else 0)
        printed = text[start : match.end()].rstrip()
        period, problem = _label_period(match, printed, calendar)
        if period is not None or problem:
            yield PeriodMention(start, start + len(printed), period or Period(printed), problem)


def _label_period(match: re.Match[str], printed: str, calendar: FiscalCalendar) -> tuple[Period | None, str]:
    part, cumulative, problem = _tail(match)
    instant = bool(match["edge"]) and match["edge"] != "首"
    period = Period(printed, part=part, cumulative=cumulative, instant=instant)
    if problem:
        return period, problem
    if match["fy"]:
        year = _read_year(match, "a")
        instant = instant or bool(match["fyend"])
        return replace(period, year=year, basis=Basis.START, part=part or Part.YEAR, instant=instant), ""
    if match["term"]:
        return _term(match, period, calendar)
    if match["rel"] or match["bare"] is not None:
        return _relative(match, period, printed), ""
    return (period if part else None), ""


def _tail(match: re.Match[str]) -> tuple[Part | None, bool, str]:
    """Part, whether it is cumulative, and what is impossible about it."""
    number = match["qn"] or match["qn2"] or match["qn3"]
    cumulative = "累計" in (match["suffix"] or "")
    if number:
        quarter = _number(number) or 0
        if not 1 <= quarter <= 4:
            return None, False, f"a year has no quarter {quarter}"
        part = Part(f"Q{quarter}")
        return (CUMULATIVE[part] if cumulative else part), cumulative, ""
    named = (("h1", Part.H1), ("h2", Part.H2), ("full", Part.YEAR))
    part_named = next((part for group, part in named if match[group]), None)
    return part_named, cumulative, ""


def _term(match: re.Match[str], period: Period, calendar: FiscalCalendar) -> tuple[Period | None, str]:
    """2001年9月期 and what follows it: the end is fixed, the length often is not."""
    year, month = _read_year(match, "b"), _number(match["tm"])
    if year is None or month is None or ("月" not in match["term"] and not 1 <= month <= 12):
        return None, ""
    if not 1 <= month <= 12:
        return period, f"a year has no month {month}"
    period = replace(period, year=year, basis=Basis.END)
    last = month_end(year, month)
    if match["mid"]:
        return replace(period, part=Part.H1, start=months_before(last, 6), end=last), ""
    if period.part is None:
        return _plain_term(period, last, calendar), ""
    discrete = "会計期間" in (match["suffix"] or "")
    unsure = period.part in (Part.Q2, Part.Q3) and not discrete and not period.cumulative
    return placed(replace(period, open_part=unsure), last), ""


def _plain_term(period: Period, last: date, calendar: FiscalCalendar) -> Period:
    if calendar.quarter_labels:
        start = months_before(last, 3)
        return replace(period, start=start, end=last, part=part_of(start, last, calendar))
    part = Part.YEAR if last.month == calendar.year_end_month else None
    return replace(period, end=last, part=part, open_part=True)


def _relative(match: re.Match[str], period: Period, printed: str) -> Period:
    """前期, 当第3四半期, 今年度下半期: a relative word with or without a part."""
    index = next((index for index in range(len(RELATIVES)) if match[f"r{index}"] is not None), None)
    if index is None:  # 前第3四半期 is the same quarter of the year before
        relative = Relative.CURRENT if printed[0] == "当" else Relative.YEAR_AGO
        return replace(period, relative=relative)
    _, relative, part, instant = RELATIVES[index]
    if match["qend"] is not None:
        instant = True
    if period.part is None:
        return replace(period, relative=relative, part=part, instant=instant)
    if relative in (Relative.PREVIOUS, Relative.YEAR_AGO):
        relative = Relative.PREVIOUS_YEAR
    return replace(period, relative=relative, instant=period.instant)


def _day(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month or 0, day or 0)
    except ValueError:
        return None


def _instants(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    for match in INSTANT_RE.finditer(text):
        year, month = _read_year(match, "a"), _number(match["m"])
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
            yield PeriodMention(match.start(), match.end(), *month_range(printed, months, calendar))
            continue
        start, end = _range_days(match)
        if start is None or end is None or end < start:
            continue
        part = part_of(start, end, calendar) if start.day == 1 else None
        cumulative = part in (Part.H1, Part.M9)
        period = Period(printed, start, end, part=part, cumulative=cumulative)
        yield PeriodMention(match.start(), match.end(), period)


def _range_days(match: re.Match[str]) -> tuple[date | None, date | None]:
    if match["slash"]:
        first = (int(match["sy1"]), int(match["sm1"]), int(match["sd1"]))
        last = (int(match["sy2"] or match["sy1"]), int(match["sm2"]), int(match["sd2"]))
        return _day(*first), _day(*last)
    if match["m3"]:
        year1 = _read_year(match, "c")
        month1, month2, day1, day2 = _number(match["m3"]), _number(match["m4"]), None, None
        year2 = None
    else:
        year1, year2 = _read_year(match, "a"), _read_year(match, "b")
        month1, month2 = _number(match["m1"]), _number(match["m2"])
        day1, day2 = _number(match["d1"]), _number(match["d2"])
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
    part = part_of(add_months(months_before(end, length), 0), end, calendar)
    problem = "" if length in (1, 2, 3, 6, 9, 12) else f"{length} months are no quarter, half or year"
    return Period(printed, part=part or Part.OTHER, cumulative=part in (Part.H1, Part.M9)), problem
