"""Words of time that both languages print alike: days, closing months, fiscal years, parts of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bilingual.figures.dates import find_dates
from bilingual.figures.fiscal import add_months, month_end
from bilingual.figures.written_dates import MONTH_NUMBERS
from bilingual.model.document import Language, Span
from bilingual.model.figure import FiscalCalendar
from bilingual.model.quick import quick
from bilingual.text.normalize import fold
from bilingual.text.pieces import holds_any

_Date = tuple[int, int, int]


class _Kind(StrEnum):
    DAY = "day"  # 2025年3月31日, March 31, 2025, March 31
    TERM = "term"  # 2025年3月期: closes in a month
    YEAR = "year"  # 2025年度, FY2025
    PART = "part"  # 第3四半期, nine months, Q3


@quick
@dataclass(frozen=True, slots=True)
class TimeWord:
    """A time as a line prints it.

    Attributes:
        printed: the words, folded.
        span: where they stand.
        line: the line.
        kind: what they name.
        year: 0 where none is printed.
        month: 0 where none is printed.
        day: 0 where none is printed.
        part: quarter that ends with the part (1 to 4), 6 for the second half; 0 for other kinds.
        said: whether a sentence says it.
        base: of the quarter of a term (2025年3月期第3四半期) the year and month of the term itself; of a moment that is
            another day in universal time, that day.
    """

    printed: str
    span: Span
    line: int
    kind: _Kind
    year: int = 0
    month: int = 0
    day: int = 0
    part: int = 0
    said: bool = False
    base: _Date = (0, 0, 0)

    @property
    def dates(self) -> tuple[_Date, ...]:
        """Year, month and day; of the quarter of a term those of the term too: languages name one or the other."""
        own = (self.year, self.month, self.day)
        return (own, self.base) if self.base[0] else (own,)

    @property
    def is_day(self) -> bool:
        """Whether it names a day."""
        return self.kind is _Kind.DAY

    @property
    def moment(self) -> str:
        """A day as ISO text."""
        head = f"{self.year:04d}" if self.year else "-"
        return f"{head}-{self.month:02d}-{self.day:02d}"


_SECOND_HALF = 6
_LAST = 31
"""The day on which issuers close that close with months."""
_TERM_JA_RE = re.compile(
    r"(?:(?<!\d)(?P<y>(?:19|20)\d\d) ?年 ?(?P<m>1[0-2]|0?[1-9]) ?月 ?|(?<![\d/.])(?P<y2>(?:20)?\d\d)/(?P<m2>1[0-2]|0?[1-9]))期"
    r"(?!間|首|末)(?: ?(?:第 ?(?P<n>[1-3]) ?四半期|(?P<n2>[1-3]) ?Q(?![A-Za-z])|(?P<half>中間期?|上半?期)))?"
)
"""A closing month (2025年3月期, 25/3期); with its quarter (2025年3月期第3四半期) the month in which that ends."""
_YEAR_RES = {
    Language.JA: re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d) ?年度|\bFY ?(?P<y2>20\d\d)\b"),
    Language.EN: re.compile(
        r"\b(?:FY|fiscal (?:year )?)(?P<y>20\d\d)(?:/\d\d?)?\b|\bFY ?'?(?P<y2>[0-4]\d)\b(?![/.,]?\d)",
        re.IGNORECASE,
    ),
}
_PART_RES = {
    Language.JA: re.compile(
        r"第 ?(?P<n>[1-4]) ?四半期|(?<![\dA-Za-z])(?P<n2>[1-4]) ?Q(?![A-Za-z])|(?<![A-Za-z\d])Q(?P<n3>[1-4])(?!\d)"
        r"|(?<!\d)(?P<months>[69]) ?[かカヶケヵ箇] ?月|(?P<half>中間(?:期|連結|会計)|上半?期)|(?P<rest>下半?期)"
    ),
    Language.EN: re.compile(
        r"\b(?=[\dfhinqst])(?:(?P<w>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter|(?P<n2>[1-4])Q(?:\b|(?=\d\d))|Q(?P<n3>[1-4])\b"
        r"|three[ -]months[ -]end(?:ed|ing)\s{1,3}(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|(?P<months>six|nine|6|9)[ -]months?|(?P<half>first[ -]half|interim|semi-?annual|half-year)|(?P<rest>second[ -]half))",
        re.IGNORECASE,
    ),
}
_ORDINALS = {"f": 1, "s": 2, "t": 3, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTHS = 12
_SHORT_TERM_RE = re.compile(
    r"\bFY ?(?:(?P<m>\d{1,2})/(?P<y>(?:20)?\d\d)|(?P<y2>20\d\d)/(?P<m2>\d{1,2}))(?![\d/])"
)
"""A fiscal year with the month in which it closes: FY8/2024, FY2025/3."""
_HINT_RES = {
    Language.JA: re.compile(r"年|月|四半期|中間|[上下]半?期|Q"),
    Language.EN: re.compile(r"20\d\d|FY|[A-Z][a-z]{2}|quarter|months|half|Q", re.IGNORECASE),
}

_LABEL_PIECES = ("20", "q", "month", "half", "interim", "annual")
"""What every English year and part of a year holds, in small letters."""
_GLUED_RE = re.compile(r"[1-4]Q\d\d(?:\d\d)?[1-4]Q|(?<=[a-zYQ\d])(?:Three|Six|Nine|Twelve) [Mm]onths")
"""Heads of columns without the blanks between them: where one ends is not sure."""


def may_name_time(text: str, language: Language) -> bool:
    """Whether a folded line may hold a word of time: most hold nothing of what each of them needs."""
    if language is Language.JA:
        return _HINT_RES[language].search(text) is not None
    return holds_any(text.lower(), _LABEL_PIECES) or bool(find_dates(text, language))


def find_time_words(
    text: str, language: Language, line: int, start: int, calendar: FiscalCalendar
) -> Iterator[TimeWord]:
    """Find the words of time of one line of a document.

    Args:
        text: the line as printed.
        language: its language.
        line: its number.
        start: where it starts in the document.
        calendar: how the issuer names its periods.
    """
    folded = fold(text)
    if not _HINT_RES[language].search(folded) or _GLUED_RE.search(folded):
        return
    found = [*_days(folded, language, line, start), *_labels(folded, language, line, start, calendar)]
    yield from sorted(found, key=lambda word: word.span)


def _days(text: str, language: Language, line: int, start: int) -> Iterator[TimeWord]:
    for mention in find_dates(text, language):
        parts = mention.moment.removeprefix("--").split("T")[0].split("-")
        bare = mention.moment.startswith("--")
        if mention.problem or not all(part.isdigit() for part in parts) or len(parts) != (2 if bare else 3):
            continue
        year, month, day = (0, *map(int, parts)) if bare else tuple(map(int, parts))
        base, local = (0, 0, 0), mention.local_date
        if local is not None and (local.year, local.month, local.day) != (year, month, day):
            base, (year, month, day) = (year, month, day), (local.year, local.month, local.day)
        span = Span(start + mention.start, start + mention.end)
        yield TimeWord(text[mention.start : mention.end], span, line, _Kind.DAY, year, month, day, base=base)


def _labels(
    text: str, language: Language, line: int, start: int, calendar: FiscalCalendar
) -> Iterator[TimeWord]:
    def word(
        match: re.Match[str], kind: _Kind, *, year: int = 0, month: int = 0, day: int = 0, part: int = 0
    ) -> TimeWord:
        span = Span(start + match.start(), start + match.end())
        return TimeWord(match[0], span, line, kind, year, month, day, part)

    if language is Language.EN and not holds_any(text.lower(), _LABEL_PIECES):
        return
    if language is Language.JA:
        for match in _TERM_JA_RE.finditer(text):
            end = _closing(match)
            last = end.day if calendar.closing_day == _LAST else 0
            found = word(match, _Kind.TERM, year=end.year, month=end.month, day=last)
            term = (*_term(match), 0)
            yield replace(found, base=term) if (end.year, end.month) != term[:2] else found
    terms = list(_SHORT_TERM_RE.finditer(text)) if language is Language.EN else []
    for match in terms:
        year, month = _term(match)
        if 1 <= month <= _MONTHS:
            yield word(match, _Kind.TERM, year=year, month=month)
    for match in _YEAR_RES[language].finditer(text):
        if any(term.start() < match.end() and match.start() < term.end() for term in terms):
            continue
        groups = match.groupdict()
        year = int(groups["y"] or groups["y2"])
        yield word(match, _Kind.YEAR, year=year if year > 99 else 2000 + year)
    for match in _PART_RES[language].finditer(text):
        part = _part(match, calendar)
        if part:
            yield word(match, _Kind.PART, part=part)


def _term(match: re.Match[str]) -> tuple[int, int]:
    """The year and the month in which a fiscal year closes, by its first or its second form."""
    year, month = int(match["y"] or match["y2"]), int(match["m"] or match["m2"])
    return year if year > 99 else 2000 + year, month


def _closing(match: re.Match[str]) -> date:
    """The last day of the month in which a term, or its quarter, ends."""
    end = month_end(*_term(match))
    quarter = match["n"] or match["n2"] or (match["half"] and "2")
    if quarter:
        end = add_months(end, 3 * int(quarter) - 12)
    return end


def _part(match: re.Match[str], calendar: FiscalCalendar) -> int:
    """The quarter that ends with a part of the year; 0 where three months end at another time."""
    groups = match.groupdict()
    if groups.get("month"):
        months = (MONTH_NUMBERS.get(groups["month"].lower(), 0) - calendar.year_end_month) % 12 or 12
        return months // 3 if calendar.learned and months % 3 == 0 else 0
    number = groups.get("n") or groups["n2"] or groups["n3"]
    if number:
        return int(number)
    if groups.get("w"):
        word = groups["w"].lower()
        return 4 if word.startswith("fo") else _ORDINALS[word[0]]
    if groups.get("months"):
        return 2 if groups["months"].lower() in ("six", "6") else 3
    return 2 if groups["half"] else _SECOND_HALF


def same_kind(one: TimeWord, other: TimeWord) -> bool:
    """Whether two times are named the same way: a Japanese term meets the English day on which it closes."""
    dated = (_Kind.DAY, _Kind.TERM)
    return one.kind is other.kind or (one.kind in dated and other.kind in dated)


def compatible(one: TimeWord, other: TimeWord) -> bool:
    """Whether two times can be one; what one of them does not print is open."""
    if not same_kind(one, other) or (one.part and other.part and one.part != other.part):
        return False
    return any(_apart(mine, theirs) == 0 for mine in one.dates for theirs in other.dates)


def _apart(mine: _Date, theirs: _Date) -> int:
    """How many of year, month and day differ that both print."""
    return sum(bool(a and b and a != b) for a, b in zip(mine, theirs, strict=True))


def _day_slip(one: int, other: int) -> bool:
    """Whether two days of a month are a digit apart, or have the same digits: December 13 for the last of December."""
    mine, theirs = f"{one:02}", f"{other:02}"
    return sorted(mine) == sorted(theirs) or sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1


def slip(one: TimeWord, other: TimeWord) -> bool:
    """Whether one slip makes one time of the other: all that both print is the same, but for one number."""
    if one.kind is not other.kind and (
        {one.kind, other.kind} != {_Kind.DAY, _Kind.TERM} or one.said or other.said
    ):
        return False
    if one.kind is _Kind.PART:
        return one.part != other.part
    if one.kind is _Kind.YEAR:
        return one.year != other.year and abs(one.year - other.year) <= 1
    if compatible(one, other):
        return False
    mixed = one.kind is not other.kind
    return any(_slipped(mine, theirs, mixed=mixed) for mine in one.dates for theirs in other.dates)


def _slipped(mine: _Date, theirs: _Date, *, mixed: bool) -> bool:
    both = [(a, b) for a, b in zip(mine, theirs, strict=True) if a and b]
    if _apart(mine, theirs) != 1 or len(both) < 2:
        return False
    if mixed and mine[:2] == theirs[:2]:
        return _day_slip(mine[2], theirs[2])  # another day of the month is another event
    return True
