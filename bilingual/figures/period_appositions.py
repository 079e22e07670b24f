"""Neighbouring period words that explain one another and contradict each other."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bilingual.figures.fiscal import PART_MONTHS, months_before, part_of, part_span, year_end
from bilingual.figures.period_difference import compare_periods
from bilingual.figures.written_dates import LOOSE_DATE, read_date
from bilingual.model.document import Language
from bilingual.model.figure import Basis, FiscalCalendar, Part, Period, PeriodMention

_ENDED_RE = re.compile(rf"(?:ended|ending)\s+(?:on\s+)?(?P<date>{LOOSE_DATE})", re.IGNORECASE)
_ORDINAL_RE = re.compile(r"first|second|third|fourth|1 ?st|2 ?nd|3 ?rd|4 ?th", re.IGNORECASE)
_YEAR_RE = re.compile(r"(?:year|\bFY)\s*$", re.IGNORECASE)
_MONTHS_RE = re.compile(r"^\D*\d{1,2} ?月?[^四半度]*月 ?期?$|^[A-Z][a-z]{2}")
_EXPLAINS_RE = re.compile(
    r"\s*(?:の(?:連結)?(?:業績|経営成績|累計期間)(?:予想)?)?\s*[(\[]\s*(?:\"|“|')?|\s+(?:ended|ending)\s+"
)
_BASE_RE = re.compile(
    r"\b(?:compared (?:with|to)|relative to|versus|against|vs\.?|from)\s+(?:the\s+)?\Z", re.IGNORECASE
)
"""Before a base year: 46% reduction compared with FY2020 (FY2030)."""
_OF_OTHERS_RE = re.compile(r"\s+(?:for|at|in the case of)\s+(?!the\b)[a-z]|[^()\[\]:：\d]{0,30}[:：]")
"""Behind a time that holds for others: April to March (January to December for some subsidiaries), or that says when
a figure was so: by FY2030 (FY2013 results: 25,118 t)."""
_INTERIM = "中間"


def appositions(
    text: str, mentions: list[PeriodMention], language: Language, calendar: FiscalCalendar
) -> list[tuple[PeriodMention, PeriodMention]]:
    """Find neighbouring mentions that explain one another and contradict each other.

    >>> from bilingual.figures.periods import find_periods
    >>> calendar = FiscalCalendar(learned=True)
    >>> text = "第2四半期(1-9月)"
    >>> len(appositions(text, find_periods(text, Language.JA, calendar), Language.JA, calendar))
    1
    """
    found: list[tuple[PeriodMention, PeriodMention]] = []
    for mention in mentions:
        split = _split(text, mention) if language is Language.EN else None
        if split and _contradict(split[0].period, split[1].period, calendar):
            found.append(split)
    for one, other in pairwise(mentions):
        if not _EXPLAINS_RE.fullmatch(text, one.end, other.start) or _BASE_RE.search(text, 0, one.start):
            continue
        if _OF_OTHERS_RE.match(text, other.end):
            continue
        if one.period.relative is not None or other.period.relative is not None:
            apart = _other_quarter(one.period, other.period, calendar)
        else:
            apart = bool(other.problem) or _contradict(one.period, other.period, calendar)
        if apart:
            found.append((one, other))
    return found


def _other_quarter(one: Period, other: Period, calendar: FiscalCalendar) -> bool:
    """Whether 当第3四半期累計期間 is explained by the days of other months; the year is told by what it is relative to."""
    if not calendar.learned or one.relative is None or other.relative is not None or other.instant:
        return False
    if one.part in (None, Part.OTHER, Part.YEAR) or other.start is None or other.end is None:
        return False
    actual = part_of(other.start, other.end, calendar)
    if actual is None or not _compatible(one.part or Part.OTHER, actual):
        return True
    first, last = PART_MONTHS.get(actual, (0, 0))
    return months_before(other.end, last - first) != other.start


def _split(text: str, mention: PeriodMention) -> tuple[PeriodMention, PeriodMention] | None:
    """The two halves of ``second quarter ended September 30, 2001``."""
    match = _ENDED_RE.search(text, mention.start, mention.end)
    part = mention.period.part
    if not match or part is None or mention.period.end is None or not _names_part(text, mention, match):
        return None
    words = text[mention.start : match.start()].rstrip()
    label = re.search(r"(?:19|20)\d\d", words)
    first = Period(words, part=part, year=int(label[0]) if label else None)
    end = read_date(match["date"]).end
    months = 12 if part is Part.YEAR else 6 if part in (Part.H1, Part.H2) else 3
    start = months_before(end, months) if end else None
    second = Period(text[match.start() : mention.end], start, end)
    return (
        PeriodMention(mention.start, mention.start + len(words), first),
        PeriodMention(match.start(), mention.end, second),
    )


def _names_part(text: str, mention: PeriodMention, match: re.Match[str]) -> bool:
    words = text[mention.start : match.start()]
    return bool(_ORDINAL_RE.search(words)) and not _YEAR_RE.search(words)


def _contradict(one: Period, other: Period, calendar: FiscalCalendar) -> bool:
    """Whether two readings of the same time cannot both be true under the calendar."""
    if one.year is None and other.year is not None and other.basis is not Basis.END:
        one, other = other, one  # the fiscal year ending March 31, 2004 ("fiscal 2003")
    part, other_part = one.part, other.part
    if one.year is None and other.year is None and one.start and other.start and part is other_part:
        return one.end != other.end  # both print their days: six months ended … (April 1, 2023 to …)
    if other.end is None and other_part is not None and part is not None:
        # 下期末(第4四半期末) adds, it does not explain
        months = _MONTHS_RE.search(other.printed) is not None or other.printed.startswith(_INTERIM)
        return months and calendar.learned and not _compatible(part, other_part)
    if part in (None, Part.OTHER) or other.end is None or other.instant or not calendar.learned:
        return False
    if one.year is None:
        # 通期(2026年3月期): a year that its last month names has no first day to tell how long it is
        actual = part_of(other.start, other.end, calendar) if other.start else other.part
        return actual is None or not _compatible(part or Part.OTHER, actual)
    if calendar.basis is Basis.UNKNOWN and one.basis is Basis.UNKNOWN:
        near = (year_end(one.year, basis, calendar.year_end_month) for basis in (Basis.START, Basis.END))
        spans = [part_span(part or Part.YEAR, last) for last in near]
        return all(span is not None and span[1] != other.end for span in spans)
    plain = replace(one, start=None, end=None) if one.basis is not Basis.END else one
    return any(item.serious == 2 for item in compare_periods(plain, other, calendar, calendar))


def _compatible(one: Part, other: Part) -> bool:
    """第3四半期(4-12月) is the cumulative reading of the third quarter."""
    cumulative = {Part.Q2: Part.H1, Part.Q3: Part.M9, Part.Q4: Part.YEAR}
    return one is other or cumulative.get(one) is other or cumulative.get(other) is one
