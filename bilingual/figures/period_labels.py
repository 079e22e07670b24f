"""Period labels in Latin letters that both languages use: 2Q01, FY2024, Q3 FY2024, FY2024/3, 1H FY24."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.figures.eras import full_year
from bilingual.figures.fiscal import CUMULATIVE, month_end, months_before, placed
from bilingual.model.figure import Basis, FiscalCalendar, Part, Period, PeriodMention
from bilingual.model.quick import replace

_PART = r"(?:(?P<{0}q>[1-4])Q|Q(?P<{0}q2>[1-4])|(?P<{0}h>[12])H|H(?P<{0}h2>[12])|(?P<{0}m>9)M)"
_FY = r"FYE?[ .]?'?(?P<{0}fy>(?:19|20)\d\d|\d\d)(?!\d)(?![,.]\d)"

LABEL_RE = re.compile(
    r"(?=[1-9FQH'])(?<![A-Za-z\d_.])(?P<from>1Q(?: ?[-~] ?| to )(?=[234]Q))?(?:"
    r"(?:(?P<fmp>[1-4]Q|Q[1-4]|[12]H|H[12]|9M) )?FYE? ?(?P<fm>\d{1,2})/(?P<fmy>(?:20)?\d\d)(?![\d/])(?::? (?P<fms>[1-4]Q|Q[1-4]|[12]H|H[12]|9M)(?![A-Za-z\d]))?"
    r"|(?:(?P<ymp>[1-4]Q|Q[1-4]|[12]H|H[12])(?: of)? )?FYE? ?(?P<ym>(?:19|20)\d\d|\d\d)[/.](?P<ymm>0?[1-9]|1[0-2])(?![\d/]|[QH](?![A-Za-z\d]))(?: ?(?P<yms>[1-4]Q|Q[1-4]|[12]H|H[12]))?"
    rf"|{_FY.format('a')}(?:/\d\d(?!\d))?(?:(?:[ -]{{0,2}}|/(?=[1-4Q]))(?P<afrom>1Q ?[-~] ?(?=[234]Q))?{_PART.format('a')}(?![A-Za-z\d])|[ の]?(?P<aja>[上下])半?期)?"
    rf"|{_PART.format('b')}(?P<bcum> (?:cumulative|YTD)(?= (?:(?:of|in|for) )?(?:the )?(?:FY|[Ff]iscal)))? ?(?:(?:(?:of|in|for) )?(?:the )?(?:{_FY.format('b')}|(?:[Ff]iscal|financial)(?: year)? (?P<bfw>(?:19|20)\d\d)(?!\d))|(?:of )?'?(?P<by>(?:19|20)\d\d)(?!\d)|(?:(?<! )|(?='))'?(?P<bs>\d\d)(?!\d|[,.]\d|[%億万千百円件社名株]))"
    r"|(?P<cq>[1-4])Q(?![A-Za-z\d])|Q(?P<cq2>[1-4])(?![A-Za-z\d&])|(?P<ch>[12])H(?![A-Za-z\d])|(?:(?<=for )|(?<=in )|(?<=over ))(?P<cm>[69])M(?![A-Za-z\d]))"
    r"(?P<cum> ?\(?(?:cumulative|cum\.?|YTD|累計)\)?)?"
)
"""A part glued to a year, a fiscal-year label, or a bare quarter; capitals only."""


def find_labels(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    """Yield the labels of a text, left to right.

    >>> from bilingual.model.figure import FiscalCalendar
    >>> [m.period.part.value for m in find_labels("2Q01 and FY2001", FiscalCalendar())]
    ['Q2', 'FY']
    """
    if "Q" not in text and "FY" not in text and "H" not in text and "9M" not in text and "6M" not in text:
        return
    for match in LABEL_RE.finditer(text):
        if _numbers_question(text, match):
            continue
        period, end = _read(match), match.end()
        if text.startswith(("-end", " end"), end) and not text[end + 4 : end + 5].isalpha():
            end += 4
            period = replace(period, printed=text[match.start() : end], instant=True, start=None)
        yield PeriodMention(match.start(), end, period)


def _numbers_question(text: str, match: re.Match[str]) -> bool:
    """Whether Q1 at the start of a text is the first question of a list, no quarter: Q1. Why did orders fall?"""
    if match[0][0] != "Q" or text[: match.start()].strip():
        return False
    at = match.end()
    return text.startswith(".", at) or (text.startswith(":", at) and text.rstrip().endswith(("?", "か。")))


_HALVES = {"上": Part.H1, "下": Part.H2}


def _part(match: re.Match[str], prefix: str) -> Part | None:
    quarter = match[f"{prefix}q"] or match[f"{prefix}q2"]
    half = match[f"{prefix}h"] or match[f"{prefix}h2"]
    if quarter:
        return Part(f"Q{quarter}")
    if half:
        return Part(f"H{half}")
    return Part.M9 if match[f"{prefix}m"] else None


def _read(match: re.Match[str]) -> Period:
    printed, cumulative = match[0], bool(match["cum"] or match["bcum"] or match["from"] or match["afrom"])
    year, part, basis = None, None, Basis.UNKNOWN
    if match["fm"] or match["ym"]:
        return _with_month(match, printed, cumulative)
    if match["afy"]:
        year, part = full_year(match["afy"]), _part(match, "a") or _HALVES.get(match["aja"]) or Part.YEAR
        if re.search(r"/\d\d", printed):  # FY2024/25 starts in 2024
            basis = Basis.START
    elif match["ch"]:
        part = Part(f"H{match['ch']}")
    elif match["cm"]:
        part, cumulative = (Part.H1 if match["cm"] == "6" else Part.M9), True
    elif match["cq"] or match["cq2"]:
        part = Part(f"Q{match['cq'] or match['cq2']}")
    else:
        year, part = full_year(match["bfy"] or match["bfw"] or match["by"] or match["bs"]), _part(match, "b")
    if cumulative and part is not None:
        part = CUMULATIVE.get(part, part)
    return Period(printed, year=year, part=part, basis=basis, cumulative=cumulative or part is Part.M9)


def _with_month(match: re.Match[str], printed: str, cumulative: bool) -> Period:
    """FY3/2025 and FY2025/3 name the month in which the year ends."""
    year = full_year(match["fmy"] or match["ym"]) or 0
    month = int(match["fm"] or match["ymm"])
    if not 1 <= month <= 12 or not year:
        return Period(printed)
    short = match["fmp"] or match["fms"] or match["ymp"] or match["yms"]  # 9M FY3/25, 1Q FY2025/3
    part = Part.YEAR
    if short:
        part = Part.M9 if short == "9M" else Part("".join(sorted(short, reverse=True)))
        cumulative = cumulative or part is Part.M9
    part = CUMULATIVE.get(part, part) if cumulative else part
    last = month_end(year, month)
    period = Period(printed, year=year, basis=Basis.END, part=part, cumulative=cumulative)
    if part is Part.YEAR:
        return Period(printed, months_before(last, 12), last, year=year, basis=Basis.END, part=part)
    return placed(period, last)


IMPOSSIBLE_RE = re.compile(
    r"(?<![A-Za-z\d_.,/-])(?:(?P<q>[05-9])Q(?: ?'?(?:19|20)?\d\d)?|Q(?P<q2>[05-9])(?: ?(?:FY)?'?(?:19|20)?\d\d)?"
    r"|(?P<ord>[05-9]|[1-9]\d)(?:st|nd|rd|th) [Qq]uarter(?: (?:of )?(?:(?:FY|[Ff]iscal )?(?:19|20)\d\d))?)(?![A-Za-z\d])"
)
"""A quarter that no year has: 8Q01, the 7th quarter."""


_NO_YEAR = r"(?:[03-9]\d{3}|1[0-8]\d\d|2[1-9]\d\d)"
_NO_YEAR_DIGITS_RE = re.compile(r"\d(?:(?<=[03-9])\d{3}|(?<=1)[0-8]\d\d|(?<=2)[1-9]\d\d)")
"""The same digits, looked for where a digit stands and nowhere else."""
NO_YEAR_RE = re.compile(
    rf"(?<![\d,.])(?:(?P<ja>{_NO_YEAR}) ?年(?:度|(?= ?\d{{1,2}} ?月))"
    rf"|\b(?:[Ff]iscal(?: [Yy]ear)?|FY|(?:the )?(?:(?:[1-4](?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) )?[Qq]uarter(?: of)?|[Jj]an\w*|[Ff]eb\w*|[Mm]ar\w*|[Aa]pr\w*|[Mm]ay|[Jj]un\w*|[Jj]ul\w*"
    rf"|[Aa]ug\w*|[Ss]ept?\w*|[Oo]ct\w*|[Nn]ov\w*|[Dd]ec\w*)\.? ?(?:\d{{1,2}}, ?)?(?P<en>{_NO_YEAR})(?![\d,.]*\d))"
)
"""A year outside 1900 to 2099 where the words want one: 2301年度, fiscal 8001, May 13, 5025."""


def find_impossible(text: str, calendar: FiscalCalendar) -> Iterator[PeriodMention]:
    """Yield labels of quarters beyond the fourth and of years no paper reports, with their problem.

    >>> [m.problem for m in find_impossible("Overview of the 8Q Results", FiscalCalendar())]
    ['a year has no quarter 8']
    """
    for match in NO_YEAR_RE.finditer(text) if _NO_YEAR_DIGITS_RE.search(text) else ():
        year = match["ja"] or match["en"]
        yield PeriodMention(match.start(), match.end(), Period(match[0]), f"{year} is no year of a report")
    if "Q" not in text and "uarter" not in text:
        return
    for match in IMPOSSIBLE_RE.finditer(text):
        if _numbers_question(text, match):
            continue
        number = match["q"] or match["q2"] or match["ord"]
        yield PeriodMention(match.start(), match.end(), Period(match[0]), f"a year has no quarter {number}")
