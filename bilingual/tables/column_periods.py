"""Periods of columns: header rows that span, groups of columns, the caption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bilingual.figures.eras import ERA_BASE
from bilingual.figures.periods import read_period
from bilingual.model.document import Language
from bilingual.model.figure import FiscalCalendar, Part, Period, Relative
from bilingual.model.table import Column
from bilingual.tables.captions import Caption
from bilingual.tables.header_cell import HeaderCell
from bilingual.tables.measures import AGAINST, COMPARE_RE, is_leaf, measure_of
from bilingual.tables.units import MONEY, header_unit

_WORD_RE = re.compile(r"[^\W\d_]{2}")
_UNREAD_RE = re.compile(r"^\d?[QH]\d|\d{4}|[1-4][QH]")
_STANCE_RE = re.compile(r"\s*[(\[]?(?:業績)?(?:予想|予定|見通し|見込み?|計画|目標|実績)[)\]]?$")
"""What a year above its parts may say of them all: 2027年3月期予想 over 上期 and 下期."""
_MONTHS_RE = re.compile(
    r"(?P<year>(?:\S*(?:期|年度))?)\s?(?P<months>[369])[ヶケか箇カヵ]月間?(?:累計)?(?:の?(?:実績|計|予想))?"
)
"""So many months of a year, counted from its first day, of what came true: 9か月実績, 24/12期 9か月."""
_SHORT_YEAR_RE = re.compile(r"(?P<era>[RHS])(?P<n>\d{1,2})|(?P<year>(?:19|20)\d\d) ?[AEFP]")
"""A year of an era by its letter alone (R6), or a year with the letter of what its figures are: 2024A, 2025E."""


def groups_of(drafts: Sequence[Column]) -> list[int]:
    """First columns of the groups that share a period: an amount opens one, unless it only converts the last."""
    starts: list[int] = []
    for draft in drafts:
        if draft.unit == "%" or draft.measure in AGAINST or draft.measure == "share":
            continue
        before = drafts[draft.index - 1] if draft.index else None
        converts = (
            before is not None and before.unit in MONEY and draft.unit in MONEY and before.unit != draft.unit
        )
        if not (converts and draft.index - 1 in starts):
            starts.append(draft.index)
    return starts


_PARTS_RE = re.compile(r"推移|四半期(?:ごと|別)|月(?:次|別)|\b(?:[Qq]uarterly|[Mm]onthly|[Tt]rends?)\b")
"""A title of what the columns tell part by part of a year."""


_BEYOND_A_QUARTER = frozenset((Part.H1, Part.H2, Part.YEAR))


def periods_of(
    drafts: Sequence[Column],
    rows: Sequence[Sequence[HeaderCell]],
    caption: Caption,
    language: Language,
    calendar: FiscalCalendar,
) -> list[Period | None]:
    """The period of every column, from the header rows, else from the caption.

    A head that stands in an upper row alone (2030年度目標 beside 実績 over the years) keeps its period: the last
    year of the row below does not reach under it. Columns without heads below a title of quarters or months are not all of the year that it names.
    """
    width = len(drafts)
    starts = groups_of(drafts)
    found: list[Period | None] = [None] * width
    pooled: list[tuple[int, Period | None]] = []
    above: dict[int, Period] = {}
    for row in rows:
        read = [(cell, _read(cell.text, caption, language, calendar)) for cell in row]
        named = [
            (cell.column, period) for cell, period in read if period or _ends_period(cell.text, language)
        ]
        known = sum(period is not None for _, period in named)
        if any(column < 0 for column, _ in named) and known != len(starts):
            pooled.extend(named)
        elif known:
            own = {cell.column for cell in row}
            kept = {at: period for at, period in above.items() if at not in own}
            found = _merge(found, _positions(named, starts, width), language, calendar)
            found = [kept.get(at, period) for at, period in enumerate(found)]
            above.update({column: period for column, period in named if period and column})
    if pooled and not any(found):
        found = _positions([(-1, period) for _, period in pooled], starts, width)
    parts = not any(rows) and len(starts) > 1 and _PARTS_RE.search(caption.text) is not None
    if caption.periods and _lacking(found, starts, caption) and not parts:
        found = _from_caption(caption, starts, width)
    return [_refined(period, caption) for period in _current(drafts, found)]


def _ends_period(text: str, language: Language) -> bool:
    """Whether words that name no period end the one before them: a damaged label, a total, remarks."""
    if _UNREAD_RE.search(text):
        return True
    return bool(_WORD_RE.search(text)) and not (
        is_leaf(text) or COMPARE_RE.search(text) or header_unit(text, language)
    )


@lru_cache(maxsize=2048)
def _read_cached(text: str, language: Language, calendar: FiscalCalendar, instant: bool) -> Period | None:
    return read_period(text, language, calendar, instant=instant or None)


def _read(text: str, caption: Caption, language: Language, calendar: FiscalCalendar) -> Period | None:
    if COMPARE_RE.search(text):
        return None
    words = _months_of_year(text) if language is Language.JA else text
    period = _read_cached(words, language, calendar, caption.instant) or _short_year(text)
    if period is not None and words != text:
        period = replace(period, printed=text)
    if period is not None and period.relative not in (None, Relative.CURRENT) and measure_of(text, calendar):
        return None
    return period


def _months_of_year(text: str) -> str:
    """A head of so many months of a year as one of quarters to date: 24/12期 9か月実績 is 24/12期 3Q累計."""
    match = _MONTHS_RE.fullmatch(text)
    if match is None:
        return text
    year = match["year"].strip()
    return f"{year} {int(match['months']) // 3}Q累計" if year else f"{match['months']}か月累計"


_FIRST_MONTHS = {"9M": Part.M9, "6M": Part.H1}


def _short_year(text: str) -> Period | None:
    """The year that a head of one letter and a number names; of which months, its table says as little as of 2024.

    Of nine months or six by a number and M, which are the first of a year that another line names, the part.
    """
    if text.strip() in _FIRST_MONTHS:
        return Period(text.strip(), part=_FIRST_MONTHS[text.strip()])
    match = _SHORT_YEAR_RE.fullmatch(text.strip())
    if match is None:
        return None
    return Period(match[0], year=int(match["year"] or 0) or ERA_BASE[match["era"]] + int(match["n"]))


def _positions(
    named: Sequence[tuple[int, Period | None]], starts: Sequence[int], width: int
) -> list[Period | None]:
    """Each period over its group where there are as many of them, else up to the next period."""
    known = [entry for entry in named if entry[1] is not None]
    if len(known) == len(starts) and len(known) != width:
        named = list(zip(starts, [period for _, period in known], strict=True))
    columns = [column for column, _ in named]
    if any(column < 0 for column in columns):
        return [known[0][1]] * width if len(known) == 1 else [None] * width
    found: list[Period | None] = [None] * width
    for index, (column, (_, period)) in enumerate(zip(columns, named, strict=True)):
        end = columns[index + 1] if index + 1 < len(columns) else width
        for at in range(column, end):
            found[at] = period
    return found


def _merge(
    upper: Sequence[Period | None],
    lower: Sequence[Period | None],
    language: Language,
    calendar: FiscalCalendar,
) -> list[Period | None]:
    """A lower header row refines an upper one; a bare quarter takes the year from above or below."""
    merged: list[Period | None] = []
    for above, below in zip(upper, lower, strict=True):
        if above is not None and below is not None and below.end is None and below.year is None:
            merged.append(_part_of(above, below, language, calendar))
        elif above is not None and below is not None and _is_bare_part(above) and below.part is Part.YEAR:
            merged.append(_part_of(below, above, language, calendar))
        else:
            merged.append(below or above)
    return merged


def _is_bare_part(period: Period) -> bool:
    return period.end is None and period.year is None and period.part not in (None, Part.YEAR)


def _part_of(year: Period, part: Period, language: Language, calendar: FiscalCalendar) -> Period:
    """The part of a year that stands below it: 第1四半期 below 2026年3月期.

    What is above a half or a whole year is a year, also where other heads of this form name quarters by their last month.
    """
    blank = "" if language is Language.JA else " "
    whole = year.part in (None, Part.YEAR)
    if (whole and part.part not in (None, Part.YEAR)) or (not whole and part.part in _BEYOND_A_QUARTER):
        plain = _STANCE_RE.sub("", year.printed)
        for words in (f"{plain}{blank}{part.printed}", f"{part.printed} of {year.printed}"):
            both = _read_cached(words, language, calendar, False)
            if both is not None and both.part is part.part and both.end is not None:
                return both
    return replace(year, part=part.part or year.part)


def _lacking(found: Sequence[Period | None], starts: Sequence[int], caption: Caption) -> bool:
    """Whether the header names no period, or fewer than there are groups while the caption names them all."""
    ends = {period.end for period in found if period is not None}
    if not ends:
        return True
    named = [period.end for period in caption.periods]
    return len(named) == len(starts) > len(ends) and None not in ends and ends < set(named)


def _from_caption(caption: Caption, starts: Sequence[int], width: int) -> list[Period | None]:
    if len({(period.start, period.end) for period in caption.periods}) == 1:
        return [caption.periods[0]] * width
    if len(caption.periods) == len(starts):
        return _positions([(-1, period) for period in caption.periods], starts, width)
    return [None] * width


def _current(drafts: Sequence[Column], found: Sequence[Period | None]) -> list[Period | None]:
    """A change belongs to the period that changed, not to the one it is measured from."""
    known = [
        period
        for draft, period in zip(drafts, found, strict=True)
        if period is not None and draft.measure not in AGAINST
    ]
    # Of equal ends (a quarter, a year to date) the first column's stays first.
    latest = max(known, key=lambda period: period.end or date.min) if known else None
    return [
        latest if draft.measure in ("yoy", "qoq") else period
        for draft, period in zip(drafts, found, strict=True)
    ]


def _refined(period: Period | None, caption: Caption) -> Period | None:
    """A bare date under "For the three months ended …" is the end of those three months."""
    if period is None or not period.open_part or period.end is None:
        return period
    for named in caption.periods:
        if named.end == period.end and named.start is not None and not named.open_part:
            return replace(named, printed=period.printed)
    return period
