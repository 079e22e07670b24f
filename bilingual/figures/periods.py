"""Periods: find them in text, read them in header cells, place them in the calendar, compare them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from bilingual.figures.date_words import find_date_words
from bilingual.figures.eras import full_year
from bilingual.figures.fiscal import month_end, resolve
from bilingual.figures.numeric_dates import spelled
from bilingual.figures.period_absolute import odd_closing
from bilingual.figures.period_appositions import appositions
from bilingual.figures.period_difference import compare_periods
from bilingual.figures.period_labels import find_impossible, find_labels
from bilingual.figures.periods_en import find_english
from bilingual.figures.periods_ja import find_japanese
from bilingual.figures.written_dates import LOOSE_DATE, MONTH, MONTH_NUMBERS, WrittenDate, read_date
from bilingual.model.document import Language
from bilingual.model.figure import FiscalCalendar, Part, Period, PeriodMention
from bilingual.model.quick import replace
from bilingual.text.characters import LOST

__all__ = [
    "appositions",
    "compare_periods",
    "find_periods",
    "odd_closing",
    "plausible",
    "read_period",
    "resolve",
    "without_stated",
]

Finder = Callable[[str, FiscalCalendar], Iterator[PeriodMention]]

FINDERS: dict[Language, tuple[Finder, ...]] = {
    Language.JA: (find_japanese, find_labels, find_impossible),
    Language.EN: (find_english, find_labels, find_impossible),
}
"""Families of patterns per language."""

_END_OF_RE = re.compile(r"\b(?:end|close)\s{1,3}of\s{1,3}(?:the\s{1,3})?$", re.IGNORECASE)
_UP_TO_RE = re.compile(
    r"(?:\bthrough|\bup to|[- ]months? to|\b(?:cumulative|year-to-date|YTD) \w+ (?:to|for|in))\s{1,3}(?:the\s)?$",
    re.IGNORECASE,
)
"""Before a quarter that ends what is reported: the six months through Q2, cumulative sales up to the third quarter."""
_TOTAL_RE = re.compile(r" total\b", re.IGNORECASE)
"""Behind a quarter whose months a table adds up, or all months so far: Second quarter total."""
_UP_TO = (Part.Q2, Part.Q3)
_HEADER_DATE_RE = re.compile(LOOSE_DATE, re.IGNORECASE)
_TERM_NUMBER_RE = re.compile(
    r"^(?:第 ?\d{1,3} ?期|\d{1,3}(?:st|nd|rd|th)(?: (?:term|fiscal (?:year|period)))?)\s*"
)
"""The number of a term before the month that ends it: 第61期 2015/2."""
_MONTH_CELL_RE = re.compile(
    r"\(? ?(?:(?P<y>(?:19|20)\d\d|'?\d\d(?=/)) ?[/.] ?(?P<m>1[0-2]|0?[1-9])|(?P<m2>1[0-2]|0?[1-9])/(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<m3>{MONTH})\.?(?:-'?| ?')(?P<y3>(?:19|20)?\d\d)) ?\)?"
)
"""A month that stands for what ends with it: 2022/3, 22/3, 3/2022, Mar-22."""
_CUT_RE = re.compile(rf"[\u4e00-\u9fff\d]{{0,4}}{LOST}")
"""Words behind a period that lost a letter and may have narrowed it: 2024年度上�, 2024年度第3四半�."""
_YEAR_CELL_RE = re.compile(r"\(? ?(?P<y>(?:19|20)\d\d|'\d\d|\d\d(?=')) ?[年']? ?\)?")
_ONLY_YEAR_RE = re.compile(r"(?<![\d./-])((?:19|20)\d\d)(?= ?年(?!度)|\s|$)")
_CALENDAR_RE = re.compile(r"CY ?'?((?:19|20)?\d\d)")
"""A calendar year by its letters: CY24."""
_AT_RE = re.compile(r"(?:(?:as )?(?:at|of)|end of|at the end of)\s+(?=\d)", re.IGNORECASE)
"""Before a month that is a point in time."""
_STATED_RE = re.compile(
    r"(?:実績|目標|計画|見込み?|見通し|予想|予定|基準)(?:値|年)?|\([^()\d]{1,20}\)"
    r"|\b(?:actuals?|results?|targets?|goals?|plan(?:ned|s)?|forecasts?|estimates?|base(?:line)?(?: year)?)\b(?: (?:for|in|by)\b)?",
    re.IGNORECASE,
)
"""What is stated for the time beside it in a head, and in what unit: 2031/3目標, 2030 target, 2025/3 (千t)."""

LONGEST_NUMBERS = 40
"""Characters of a cell whose numbers are those of a time."""


def find_periods(text: str, language: Language, calendar: FiscalCalendar) -> list[PeriodMention]:
    """Find the period mentions of a folded text, longest first where they overlap, in order of appearance.

    >>> [m.period.printed for m in find_periods("2Q01は前年同期比で増収", Language.JA, FiscalCalendar())]
    ['2Q01', '前年同期']
    """
    words = spelled(text, language)
    if words is not None:
        return [words.mention(found) for found in _find(words.text, language, calendar)]
    return list(_find(text, language, calendar))


@lru_cache(maxsize=16_384)
def _find(text: str, language: Language, calendar: FiscalCalendar) -> tuple[PeriodMention, ...]:
    found = [mention for finder in FINDERS[language] for mention in finder(text, calendar)]
    if found and LOST in text:
        found = [mention for mention in found if not _CUT_RE.match(text, mention.end)]
    if not found:
        return ()
    kept = _longest(_impossible_first(found))
    return tuple(_finished(text, kept, index, calendar) for index in range(len(kept)))


def _impossible_first(found: list[PeriodMention]) -> list[PeriodMention]:
    """Leave out what overlaps an impossible period: ended Sept 30, [6001] is no period without its year."""
    wrong = [mention for mention in found if mention.problem]
    if not wrong:
        return found
    return wrong + [
        mention
        for mention in found
        if not mention.problem
        and not any(mention.start < other.end and other.start < mention.end for other in wrong)
    ]


def _longest(found: list[PeriodMention]) -> list[PeriodMention]:
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[PeriodMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept


def _finished(text: str, kept: list[PeriodMention], index: int, calendar: FiscalCalendar) -> PeriodMention:
    """Resolve a mention; months in parentheses take the year of the label before them."""
    mention = kept[index]
    period, start = mention.period, mention.start
    before = kept[index - 1] if index else None
    if before is not None and _needs_year(period) and start - before.end <= 3:
        label = resolve(before.period, calendar)
        if label.year is not None:
            period = replace(period, year=label.year, basis=label.basis)
    prefix = _END_OF_RE.search(text, max(start - 16, 0), start)
    if prefix and not period.instant and period.relative is None:
        start = prefix.start()
        period = replace(period, instant=True, start=None, printed=text[start : mention.end])
    elif (
        period.part in _UP_TO
        and not (period.cumulative or period.instant)
        and (_UP_TO_RE.search(text, max(start - 40, 0), start) or _TOTAL_RE.match(text, mention.end))
    ):
        period = replace(period, open_part=True, start=None)
    return PeriodMention(start, mention.end, resolve(period, calendar), mention.problem)


def _needs_year(period: Period) -> bool:
    bare = period.year is None and period.end is None and period.relative is None
    return (
        bare
        and bool(re.search(r"\d ?月?期?$|月|[A-Z][a-z]{2}", period.printed))
        and "四半期" not in period.printed
    )


def read_period(
    text: str, language: Language, calendar: FiscalCalendar, *, instant: bool | None = None
) -> Period | None:
    """Read the period that a header cell names; None where it names none.

    A bare date is the end of a period; ``instant`` says whether the table shows points in time.

    >>> read_period("2Q01", Language.JA, FiscalCalendar()).part.value
    'Q2'
    """
    cell = text.strip()
    if not cell or len(cell) > 400:
        return None
    mentions = [mention for mention in find_periods(cell, language, calendar) if not mention.problem]
    absolute = [mention.period for mention in mentions if mention.period.relative is None]
    explicit = next(
        (
            period
            for period in absolute
            if period.start and period.basis.value == "unknown" and period.year is None
        ),
        None,
    )
    period = explicit or next(iter(absolute), None)
    if period is None or (period.end is None and period.year is None):
        period = _dated(cell, language, mentions) or _in_year(cell, period) or period
    if period is None and mentions:
        period = mentions[0].period
    if period is None:
        return _numbers_alone(cell, calendar, instant=instant)
    return _settled(period, cell, calendar, instant=instant)


def _settled(period: Period, cell: str, calendar: FiscalCalendar, *, instant: bool | None) -> Period:
    period = resolve(period, calendar)
    if instant and period.end is not None:
        period = replace(period, instant=True, start=None, open_part=False)
    return replace(period, printed=cell)


def without_stated(cell: str) -> str:
    """A label of a time without what is stated for it.

    >>> without_stated("2031/3目標"), without_stated("2030 target")
    ('2031/3', '2030')
    """
    return _STATED_RE.sub("", cell).strip()


def _in_year(cell: str, period: Period | None) -> Period | None:
    """The year that stands beside months without one: 1月~12月の実績 over 2022年."""
    years = _ONLY_YEAR_RE.findall(cell) if period is not None and period.relative is None else []
    return Period(cell, year=int(years[0]), open_part=True) if len(years) == 1 else None


def _numbers_alone(cell: str, calendar: FiscalCalendar, *, instant: bool | None) -> Period | None:
    """The time of a cell that names a month or a year by numbers alone, or beside what is stated for it."""
    if not any(map(str.isdigit, cell)) or len(cell) > LONGEST_NUMBERS:
        return None
    bare = without_stated(cell)
    period = _ended_by_month(bare, calendar)
    if period is not None:
        return _settled(period, cell, calendar, instant=instant)
    named = _CALENDAR_RE.fullmatch(bare)
    if named is not None:
        return Period(cell, year=full_year(named[1]), open_part=True)
    year = _YEAR_CELL_RE.fullmatch(bare)
    return Period(cell, year=full_year(year["y"].lstrip("'")), open_part=True) if year else None


def _ended_by_month(cell: str, calendar: FiscalCalendar) -> Period | None:
    """The year or the quarter that ends with the month that a cell names by numbers (2022/3), behind the number of the term or alone."""
    at = _AT_RE.match(cell)
    match = _MONTH_CELL_RE.fullmatch(_TERM_NUMBER_RE.sub("", cell[at.end() :] if at else cell).strip("()"))
    if match is None:
        return None
    named = match["m"] or match["m2"]
    month = int(named) if named else MONTH_NUMBERS[match["m3"][:3].lower()]
    if at is None and (month - calendar.year_end_month) % 3:
        return None
    end = month_end(full_year((match["y"] or match["y2"] or match["y3"]).lstrip("'")) or 0, month)
    part = Part.YEAR if end.month == calendar.year_end_month and at is None else None
    return Period(cell, end=end, part=part, instant=at is not None, open_part=at is None)


def _dated(cell: str, language: Language, mentions: list[PeriodMention]) -> Period | None:
    """A date in a cell; the words around it may say that it is a point in time."""
    for tried in (language, language.other):
        written = _first_date(cell, tried)
        if written is None or written.problem or not 1 <= written.month <= 12 or not written.year:
            continue
        related = bool(mentions) or bool(re.search("末|現在|時点", cell))
        return Period(cell, end=written.end, instant=related, open_part=not related)
    return None


def _first_date(cell: str, language: Language) -> WrittenDate | None:
    if language is Language.EN:
        match = _HEADER_DATE_RE.search(cell)
        return read_date(match[0]) if match else None
    words = next(find_date_words(cell, language), None)
    return WrittenDate(words.year, words.month, words.day) if words else None


def plausible(period: Period, calendar: FiscalCalendar) -> bool:
    """Whether a period lies between 25 years before and 12 years after the document.

    Nobody names a single quarter more than two years ahead or six years back.
    """
    year = period.end.year if period.end else period.year
    if year is None:
        return True
    current = calendar.current.end if calendar.current else None
    anchor = calendar.release or current
    if anchor is None:
        return 1950 <= year <= 2100
    quarter = period.part in (Part.Q1, Part.Q2, Part.Q3, Part.Q4) and not period.open_part
    before, after = (6, 2) if quarter else (25, 12)
    return anchor.year - before <= year <= anchor.year + after
