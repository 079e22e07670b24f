"""Header rows -> columns: period, unit, scale and measure of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from bilingual.figures.periods import read_period
from bilingual.model.document import Language
from bilingual.model.figure import FiscalCalendar, Part, Period, Relative
from bilingual.model.table import Column
from bilingual.tables import patterns as p
from bilingual.tables.captions import Caption
from bilingual.tables.grid import Grid
from bilingual.tables.lines import Layout, Line
from bilingual.tables.units import MONEY, header_unit, note_scale

_YOY_RE = re.compile(
    r"前年|対前期増減|\bYoY\b|\bY/Y\b|year[- ]over[- ]year|year[- ]on[- ]year", re.IGNORECASE
)
_QOQ_RE = re.compile(
    r"前期比|対?前四半期|\bQoQ\b|\bQ/Q\b|sequential|quarter[- ](?:over|on)[- ]quarter", re.IGNORECASE
)
_SHARE_RE = re.compile(
    r"対営業収益|対売上|構成比|占有率|割合|% of|\bof total\b|composition|\bratio to\b|^(?:Total )?Revenues?$",
    re.IGNORECASE,
)
_CHANGE_RE = re.compile(r"増減|\bchange|\bchg\b|increase|decrease|variance|difference|差額", re.IGNORECASE)
_RATE_RE = re.compile(r"率|%|比$|対前")
_UNREAD_RE = re.compile(r"^\d?[QH]\d|\d{4}|[1-4][QH]")
_COMPARE_RE = re.compile(r"比較|comparison", re.IGNORECASE)
_AGAINST = frozenset(["yoy", "qoq", "change"])


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """Header words: the column they stand over (by number in the grid), -1 where nothing tells."""

    column: int
    text: str


def make_columns(
    grid: Grid,
    headers: Sequence[Line],
    caption: Caption,
    language: Language,
    calendar: FiscalCalendar,
) -> tuple[Column, ...]:
    """Read the header rows of a table."""
    per_cent = _per_cent_columns(grid)
    rows = _header_rows(grid, headers)
    own: list[list[str]] = [[] for _ in range(grid.width)]
    loose: list[list[str]] = []
    for row in rows:
        if all(cell.column >= 0 for cell in row):
            for cell in row:
                own[cell.column].append(cell.text)
        else:
            loose.append([cell.text for cell in row])
    drafts = [
        _draft(index, words, per_cent[index], caption.changes, language, calendar)
        for index, words in enumerate(own)
    ]
    drafts = _spread_measures(drafts, loose, calendar)
    drafts = [_scaled(draft, caption) for draft in drafts]
    periods = _periods(drafts, rows, caption, language, calendar)
    spanned = _spanned(grid.width, rows)
    return tuple(
        replace(
            draft,
            header=" ".join(spanned[draft.index]) or draft.header,
            period=periods[draft.index],
        )
        for draft in drafts
    )


def _header_rows(grid: Grid, headers: Sequence[Line]) -> list[list[HeaderCell]]:
    rows: list[list[HeaderCell]] = []
    spaced: list[Line] = []
    for line in headers:
        if line.layout is not Layout.SPACE:
            rows.append(_delimited_row(grid, line))
        else:
            spaced.append(line)
    flow = _flow(spaced) if all(len(line.cells) < grid.width for line in spaced) else []
    if len(flow) == grid.width:
        rows.append([HeaderCell(i, text) for i, text in enumerate(flow)])
    else:
        rows.extend(_spaced_row(grid, line) for line in spaced)
    return [row for row in rows if row]


def _flow(lines: Sequence[Line]) -> list[str]:
    """Header words that run on over several lines, read as one."""
    words = " ".join(cell.text for line in lines for cell in line.cells)
    return [match[0] for match in p.HEADER_TOKEN_RE.finditer(words)] if len(lines) > 1 else []


def _delimited_row(grid: Grid, line: Line) -> list[HeaderCell]:
    """Cells over their columns; a cell over a dropped column goes to the next one."""
    cells: list[HeaderCell] = []
    for index, cell in enumerate(line.fields):
        if index < grid.stub_width or not cell.text or index in grid.skipped:
            continue
        column = next((number for number, raw in enumerate(grid.raw) if raw >= index), -1)
        if column < 0 or (cells and cells[-1].column == column and grid.raw[column] != index):
            continue
        cells.append(HeaderCell(column, cell.text))
    return _split(cells, line, grid)


def _split(cells: list[HeaderCell], line: Line, grid: Grid) -> list[HeaderCell]:
    """Divide a cell that holds the periods of the empty cells after it too."""
    result: list[HeaderCell] = []
    for index, cell in enumerate(cells):
        words = [match[0] for match in p.PERIOD_RE.finditer(cell.text)]
        following = cells[index + 1].column if index + 1 < len(cells) else grid.width
        parts = cell.text.split()
        if 1 < len(parts) == following - cell.column and 2 * len(words) > len(parts):
            result.extend(HeaderCell(cell.column + i, part) for i, part in enumerate(parts))
            continue
        if len(words) > 1 and len("".join(words)) >= len(cell.text.replace(" ", "")) - 2:
            if len(words) == following - cell.column:
                result.extend(HeaderCell(cell.column + i, word) for i, word in enumerate(words))
                continue
            result.extend(HeaderCell(cell.column if i == 0 else -1, word) for i, word in enumerate(words))
            continue
        result.append(cell)
    return result


def _spaced_row(grid: Grid, line: Line) -> list[HeaderCell]:
    texts = [cell.text for cell in line.cells]
    if len(texts) == grid.width:
        return [HeaderCell(index, text) for index, text in enumerate(texts)]
    return [HeaderCell(-1, text) for text in texts]


def _per_cent_columns(grid: Grid) -> list[bool]:
    signs = [0] * grid.width
    filled = [0] * grid.width
    for row in grid.rows:
        if row.doubtful:
            continue
        for index, cell in enumerate(row.cells):
            if cell is not None and cell.text[:1] != "-":
                filled[index] += 1
                signs[index] += "%" in cell.text
    return [sign * 2 > count for sign, count in zip(signs, filled, strict=True)]


def _draft(
    index: int,
    words: Sequence[str],
    per_cent: bool,
    changes: bool,
    language: Language,
    calendar: FiscalCalendar,
) -> Column:
    text = " ".join(words)
    measure = _measure(text, calendar)
    unit: tuple[str, int] | None = None
    for word in reversed(words):
        unit = header_unit(word, language)
        if unit is not None:
            break
    if unit is None and (per_cent or measure in ("share", "yoy", "qoq")):
        unit = ("%", 0)
    if measure == "yoy" and unit is not None and unit[0] in MONEY:
        measure = "change"
    if unit is not None and unit[0] == "%" and not measure and _per_cent_alone(words):
        measure = "yoy" if changes else "share"
    if not measure and unit is not None and unit[0] in MONEY:
        measure = "amount"
    return Column(index, text, None, unit[0] if unit else "", unit[1] if unit else 0, measure)


def _per_cent_alone(words: Sequence[str]) -> bool:
    """Whether the header says no more than per cent: of what, the column before it tells."""
    signs = [word for word in words if word.strip("() ") == "%"]
    return bool(signs) and all(word in signs or _is_period(word) for word in words)


def _is_period(word: str) -> bool:
    """Whether a period makes most of a header word: 当期 in 当期純利益率 does not."""
    match = p.PERIOD_RE.search(word)
    return match is not None and 2 * len(match[0]) >= len(word)


def _measure(text: str, calendar: FiscalCalendar) -> str:
    words = " ".join(part for part in re.split(r"\s{2,}", text) if not _COMPARE_RE.search(part)) or ""
    if _COMPARE_RE.search(text):
        words = re.sub(
            r"\S*(?:比較|[Cc]omparison)\S*|(?:[Yy]ear-over-year|[Ss]equential) [Cc]omparison", " ", text
        )
    rate = _RATE_RE.search(words) is not None
    if _SHARE_RE.search(words):
        return "share"
    if _YOY_RE.search(words) and (rate or "年" not in words or "増減" in words):
        return "yoy"
    if _QOQ_RE.search(words):
        yearly = calendar.current is not None and calendar.current.part is Part.YEAR
        return "yoy" if yearly and "前期比" in words else "qoq"
    if _CHANGE_RE.search(words):
        return "yoy" if rate else "change"
    return ""


def _spread_measures(
    drafts: list[Column], loose: Sequence[Sequence[str]], calendar: FiscalCalendar
) -> list[Column]:
    """Give measure words that stand over no certain column to the per cent columns, in order."""
    open_columns = [draft.index for draft in drafts if draft.unit == "%"]
    for texts in loose:
        measures = [_measure(text, calendar) for text in texts]
        named = [(measure, text) for measure, text in zip(measures, texts, strict=True) if measure]
        if not named:
            continue
        targets = open_columns
        if len(named) != len(targets):
            targets = [i for i in open_columns if drafts[i].measure in ("yoy", "change")]
        if len(named) == len(targets):
            for index, (measure, text) in zip(targets, named, strict=True):
                words = f"{text} {drafts[index].header}".strip()
                drafts[index] = replace(drafts[index], measure=measure, header=words)
    return drafts


def _scaled(draft: Column, caption: Caption) -> Column:
    if draft.unit == "%" or draft.scale or (draft.unit and draft.unit not in MONEY):
        return draft
    unit, scale = note_scale(caption.note, draft.unit)
    measure = draft.measure or ("amount" if unit in MONEY else "")
    return replace(draft, unit=unit, scale=scale, measure=measure)


def _spanned(width: int, rows: Sequence[Sequence[HeaderCell]]) -> list[list[str]]:
    """Header words per column; words over several columns govern those up to the next word."""
    spanned: list[list[str]] = [[] for _ in range(width)]
    rows = [row for row in rows if all(cell.column >= 0 for cell in row)]
    last = len(rows) - 1
    for number, row in enumerate(rows):
        own = {cell.column: cell.text for cell in row}
        held = ""
        for column in range(width):
            if column in own and (number == last or not _is_leaf(own[column])):
                held = own[column] if number < last else ""
                spanned[column].append(own[column])
                continue
            if held:
                spanned[column].append(held)
            if column in own:
                spanned[column].append(own[column])
    return spanned


def _is_leaf(text: str) -> bool:
    """Whether header words name one column, though they stand in a row of words over several."""
    if p.PERIOD_RE.search(text) or _COMPARE_RE.search(text):
        return False
    return "%" in text or bool(_SHARE_RE.search(text) or _CHANGE_RE.search(text))


def groups_of(drafts: Sequence[Column]) -> list[int]:
    """First columns of the groups that share a period: an amount opens one, unless it only converts the last."""
    starts: list[int] = []
    for draft in drafts:
        if draft.unit == "%" or draft.measure in _AGAINST or draft.measure == "share":
            continue
        before = drafts[draft.index - 1] if draft.index else None
        converts = (
            before is not None and before.unit in MONEY and draft.unit in MONEY and before.unit != draft.unit
        )
        if not (converts and draft.index - 1 in starts):
            starts.append(draft.index)
    return starts


def _periods(
    drafts: Sequence[Column],
    rows: Sequence[Sequence[HeaderCell]],
    caption: Caption,
    language: Language,
    calendar: FiscalCalendar,
) -> list[Period | None]:
    width = len(drafts)
    starts = groups_of(drafts)
    found: list[Period | None] = [None] * width
    pooled: list[tuple[int, Period | None]] = []
    for row in rows:
        read = [(cell, _read(cell.text, caption, language, calendar)) for cell in row]
        # Words with digits that name no period end the one before them: a damaged label.
        named = [(cell.column, period) for cell, period in read if period or _UNREAD_RE.search(cell.text)]
        known = sum(period is not None for _, period in named)
        if any(column < 0 for column, _ in named) and known != len(starts):
            pooled.extend(named)
        elif known:
            found = _merge(found, _positions(named, starts, width))
    if pooled and not any(found):
        found = _positions([(-1, period) for _, period in pooled], starts, width)
    if caption.periods and _lacking(found, starts, caption):
        found = _from_caption(caption, starts, width)
    return [_refined(period, caption) for period in _current(drafts, found)]


@lru_cache(maxsize=2048)
def _read_cached(text: str, language: Language, calendar: FiscalCalendar, instant: bool) -> Period | None:
    return read_period(text, language, calendar, instant=instant or None)


def _read(text: str, caption: Caption, language: Language, calendar: FiscalCalendar) -> Period | None:
    if _COMPARE_RE.search(text):
        return None
    period = _read_cached(text, language, calendar, caption.instant)
    if period is not None and period.relative not in (None, Relative.CURRENT) and _measure(text, calendar):
        return None
    return period


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


def _merge(upper: Sequence[Period | None], lower: Sequence[Period | None]) -> list[Period | None]:
    """A lower header row refines an upper one; a bare quarter takes the year from above."""
    merged: list[Period | None] = []
    for above, below in zip(upper, lower, strict=True):
        if above is not None and below is not None and below.end is None and below.year is None:
            merged.append(replace(above, part=below.part or above.part))
        else:
            merged.append(below or above)
    return merged


def _lacking(found: Sequence[Period | None], starts: Sequence[int], caption: Caption) -> bool:
    """Whether the header names no period, or fewer than there are groups while the caption names them all."""
    ends = {period.end for period in found if period is not None}
    if not ends:
        return True
    named = [period.end for period in caption.periods]
    return len(named) == len(starts) > len(ends) and None not in ends and ends < set(named)


def _from_caption(caption: Caption, starts: Sequence[int], width: int) -> list[Period | None]:
    if len(caption.periods) == 1:
        return [caption.periods[0]] * width
    if len(caption.periods) == len(starts):
        return _positions([(-1, period) for period in caption.periods], starts, width)
    return [None] * width


def _current(drafts: Sequence[Column], found: Sequence[Period | None]) -> list[Period | None]:
    """A change belongs to the period that changed, not to the one it is measured from."""
    known = [
        period
        for draft, period in zip(drafts, found, strict=True)
        if period is not None and draft.measure not in _AGAINST
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
