"""Days in heads, labels and captions on which no period of the issuer begins or ends, and which the other version has nowhere.

``As of June 3, 2025`` where both versions have June 30, ``自 2024年5月1日`` in a year that runs from April.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from bilingual.align.printed import dated_lines, printed_lines
from bilingual.checks.building import spot
from bilingual.checks.findings import head_spot
from bilingual.figures.dates import find_dates
from bilingual.figures.fiscal import month_end
from bilingual.model.alignment import Side
from bilingual.model.document import Language, Span
from bilingual.model.report import Spot

QUARTER = 3
_LAST = 31
"""The day on which issuers close that close with months; 0 where a document does not say."""
_CLOSES_RES = {
    Language.JA: re.compile(r"至\s*$|日\s*~\s*$"),
    Language.EN: re.compile(
        r"\b(?:ended|ending|[Aa]s (?:of|at))\s*(?:on\s*)?$|(?:19|20)\d\d\s*(?:[-~]|to|through)\s*$"
    ),
}
"""What stands before the last day of a period."""
_OPENS_RES = {
    Language.JA: re.compile(r"自\s*$"),
    Language.EN: re.compile(r"\(\s*(?:[Ff]rom\s*)?$"),
}
"""What stands before its first day."""
_TERM_RE = re.compile(r"(?<!\d)(?:19|20)\d\d ?年 ?(?P<m>1[0-2]|0?[1-9]) ?月 ?期(?!間|首|末)")
_QUARTER_RE = re.compile(r"第(?P<n>[1-4])四半期連結(?:会計|累計)期間")
USUAL = 5
"""Terms of a document that close in one month, where another month is a slip."""
_GOES_ON_RES = {Language.JA: re.compile(""), Language.EN: re.compile(r"\s*(?:[-~–]|to\b|through\b)")}
_BARE_RE = re.compile(r"[()\s,、・/]*")
"""What is left of a line of heads that are days."""


def stray_days(side: Side, other: Side) -> Iterator[tuple[Spot, str, str]]:
    """Yield the place of every such day, the day as printed, and the day that both versions have."""
    calendar = side.calendar
    if not (calendar.learned and calendar.year_end_month and calendar.closing_day in (0, _LAST)):
        return
    elsewhere = other.once(_days)
    known = elsewhere | side.once(_days)
    dated = side.once(dated_lines)
    for text, at, number in side.once(printed_lines):
        found = dated.get(number, ())
        if not found:
            continue
        rest = text
        for mention in reversed(found):
            rest = rest[: mention.start] + rest[mention.end :]
        bare = _BARE_RE.fullmatch(rest) is not None
        for mention in found:
            day = mention.local_date
            if day is None or mention.problem or day in elsewhere:
                continue
            before, behind = text[: mention.start], text[mention.end :]
            opens = _OPENS_RES[side.language].search(before) and _GOES_ON_RES[side.language].match(behind)
            closes = bare or _CLOSES_RES[side.language].search(before)
            meant = (
                _first(day, calendar.year_end_month)
                if opens
                else _last(day, calendar.year_end_month)
                if closes
                else None
            )
            if meant is not None and meant != day and meant in known and not _said_beside(side, other, day):
                place = spot(side, Span(at + mention.start, at + mention.end))
                yield place, text[mention.start : mention.end], meant.isoformat()


def _said_beside(side: Side, other: Side, day: date) -> bool:
    """Whether lines that are read as of this language print the day as the other one does: both stand line by line."""
    if side.document is not other.document:
        return False
    return any(
        mention.local_date == day
        for text, _, _ in side.once(printed_lines)
        for mention in find_dates(text, other.language)
    )


def stray_terms(side: Side) -> Iterator[tuple[Spot, str]]:
    """Yield the one term of a Japanese version (2026年3月期) that closes in another month than all its others."""
    if side.language is not Language.JA or not side.calendar.learned:
        return
    found = [
        (int(match["m"]), match, at)
        for text, at, _ in side.once(printed_lines)
        for match in _TERM_RE.finditer(text)
    ]
    months = Counter(month for month, _, _ in found)
    if months[side.calendar.year_end_month] < USUAL or len(months) != 2:
        return
    for month, match, at in found:
        if months[month] == 1 and month != side.calendar.year_end_month:
            yield spot(side, Span(at + match.start(), at + match.end())), match[0]


def odd_quarters(side: Side) -> Iterator[tuple[Spot, str, str]]:
    """Yield heads of columns whose quarter does not end on the day that the head prints: 第2四半期 (2025年6月30日)."""
    calendar = side.calendar
    if side.language is not Language.JA or not (calendar.learned and calendar.year_end_month):
        return
    for table in side.tables:
        for column in table.columns:
            quarter = _QUARTER_RE.search(column.header)
            days = [mention.local_date for mention in find_dates(column.header, side.language)]
            last = days[-1] if days else None
            if quarter is None or last is None:
                continue
            months = (last.month - calendar.year_end_month) % 12 or 12
            if months % QUARTER == 0 and months != QUARTER * int(quarter["n"]):
                yield head_spot(side, table, column), quarter[0], last.isoformat()


def _days(side: Side) -> frozenset[date]:
    """All full dates that a version prints."""
    return frozenset(
        mention.local_date
        for mentions in side.once(dated_lines).values()
        for mention in mentions
        if mention.local_date is not None
    )


def _last(day: date, year_end: int) -> date | None:
    """The end of the month, where a quarter of the issuer ends with it."""
    return month_end(day.year, day.month) if (day.month - year_end) % QUARTER == 0 else None


def _first(day: date, year_end: int) -> date | None:
    """The first of the month where a quarter begins with it; of another month the first day of the quarter it lies in."""
    into = (day.month - year_end - 1) % QUARTER
    start = day.replace(day=1)
    for _ in range(into):
        start = (start - timedelta(days=1)).replace(day=1)
    return start
