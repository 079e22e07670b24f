"""Cells in columns: which divided fields are columns of figures, and where cells among blanks belong."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bilingual.figures.worded import is_worded_value
from bilingual.model.quick import quick
from bilingual.model.repair import Damage, Repair
from bilingual.tables import patterns as p
from bilingual.tables.block import ROWS, Block
from bilingual.tables.lines import Field, Layout, Line, LineKind, is_cell
from bilingual.tables.note_columns import drop_note_numbers
from bilingual.tables.positions import (
    SLACK,
    Extent,
    choose_measure,
    extents,
    measures_tie,
    place_beside,
    tolerance,
)
from bilingual.tables.right_edges import nearest_columns, right_edges, stand_below
from bilingual.tables.unit_columns import looks_like_unit, take_units
from bilingual.tables.widths import stands_off, usual_width
from bilingual.text.column_heads import is_boundary_head, is_remark_head

_AMOUNT_RE = re.compile(r"^[^A-Za-z]*\d.*(?:円|銭|ドル|\b(?:yen|dollars))$")
"""A cell that names its money: 64kbps may be part of a label, 654 million yen is none."""
_NOTE_HEAD_RE = re.compile(r"\(?(?:注記?(?:番号|事項)?|[Nn]otes?(?: [Nn]o\.?)?|NOTES?|[Rr]ef\.?)\)?")
_LIST_RE = re.compile(r"\d{1,4}[回名人件社]?(?:\s?[/、]\s?\d{1,4}[回名人件社]?)+")
_TARGET_HEAD_RE = re.compile(
    r"目標|基準年|期限|実績|\b(?:target|goal|base(?:line)? year|due|deadline|result)", re.IGNORECASE
)
"""Heads of columns that state something, though in words: they are no part of the labels."""
_YEAR_RE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LONGEST_MARK = 8
"""Characters of a number or a mark of a note, or two."""
_REMARK_RE = re.compile(r"[ぁ-んァ-ヶ一-鿿]{2}|[A-Za-z]{4}")
"""Words, which no mark of a note holds: 注1, Note 3 are read before."""
HEAD_ROWS = 4
"""Full rows below the head that show where the columns stand."""
PAGE_GAP = 3
"""Lines between two rows of a table that only the foot and the head of a page take."""
NEIGHBOURS = 8
FAR = 4
"""Places by which a cell may miss the right edge of its column in a neighbouring row."""


@quick
@dataclass(frozen=True, slots=True)
class GridRow:
    """A row in its columns.

    Attributes:
        line: the line it stands on.
        stub: the parts of its label.
        cells: one field per column; None where nothing is printed.
        unit: words of its unit cell.
        doubtful: cells were given columns by what they look like, not by where they stand.
        decided: sums or shares leave one reading only.
    """

    line: Line
    stub: tuple[Field, ...]
    cells: tuple[Field | None, ...]
    unit: str = ""
    doubtful: bool = False
    decided: bool = False


@dataclass(frozen=True)
class Grid:
    """All lines of a body in columns.

    Attributes:
        width: number of columns.
        rows: one per line of the body; lines without figures have no filled cells.
        raw: for divided lines, the field number of every column.
        centers: for lines that blanks divide evenly, the right edge of every column on the page.
        spans: for lines whose cells stand under each other, first place and right edge of every column
            below the head.
        wide: wide characters count twice in these places.
        others: the same places where they count the other way, if the rows leave open which it is.
        stub_width: number of fields that make the stub.
        skipped: fields that are no columns: units and note numbers of rows.
    """

    width: int
    rows: tuple[GridRow, ...]
    raw: tuple[int, ...] = ()
    centers: tuple[int, ...] = field(default=())
    spans: tuple[Extent, ...] = ()
    wide: bool = False
    others: tuple[Extent, ...] = ()
    stub_width: int = 1
    skipped: tuple[int, ...] = ()


def make_grid(block: Block) -> Grid:
    """Put the cells of a block in columns."""
    return _spaced(block) if block.layout is Layout.SPACE else _delimited(block)


def _delimited(block: Block) -> Grid:
    lines = [line for line in block.body if line.layout is not Layout.SPACE]
    figures: Counter[int] = Counter()
    words: Counter[int] = Counter()
    columns: dict[int, list[str]] = defaultdict(list)
    for line in lines:
        if line.kind not in ROWS:
            continue
        for index, cell in enumerate(line.cells, start=1):
            if cell.text:
                (figures if is_cell(cell.text) else words)[index] += 1
                columns[index].append(cell.text)
    stub, units, notes = 1, set[int](), set[int]()
    width = max(len(line.fields) for line in lines)
    heads = _heads(block)
    for index in range(1, width):
        unit_head = any(p.UNIT_HEAD_RE.fullmatch(head) for head in heads.get(index, ()))
        if unit_head and figures[index] <= words[index]:  # Units may head numbers of units as well
            units.add(index)
        elif any(_NOTE_HEAD_RE.fullmatch(head) for head in heads.get(index, ())) and _are_marks(
            columns[index]
        ):
            notes.add(index)
        elif index == stub and _are_units(columns[index]):
            units.add(index)
        elif index == stub and words[index] and sum(map(_states, columns[index])) * 10 <= words[index]:
            stub += not _heads_no_label(heads.get(index, ()), columns[index], lines, stub)
    kept = tuple(
        index
        for index in range(stub, width)
        if index not in units and index not in notes and (figures[index] or words[index])
    )
    return Grid(
        len(kept),
        tuple(_delimited_row(line, stub, kept, units) for line in block.body),
        kept,
        stub_width=stub,
        skipped=tuple(sorted(units | notes)),
    )


def _are_units(cells: Sequence[str]) -> bool:
    """Whether a column is one of units: most of its cells are, and more than two."""
    units = sum(text[0] not in "0123456789(" and looks_like_unit(text) for text in cells)
    return units > 2 and units * 10 > 8 * len(cells)


def _are_marks(cells: Sequence[str]) -> bool:
    """Whether a column headed Notes holds numbers and marks of notes: 7, ※1, (a); remarks are words of their own."""
    return all(len(text) <= LONGEST_MARK and not _REMARK_RE.search(text) for text in cells)


def _are_told_apart(lines: Sequence[Line], stub: int) -> bool:
    """Whether rows have other labels each below their heading, a blank going on with the one above, without a column more of words."""
    seen: set[tuple[str, ...]] = set()
    heading = above = ""
    for line in lines:
        first, *rest = (part.text for part in line.fields[:stub])
        if line.kind not in ROWS:
            heading, above = first, ""
            continue
        above = first or above
        if (heading, above, *rest) in seen:
            return False
        seen.add((heading, above, *rest))
    return True


def _heads_no_label(heads: Sequence[str], cells: Sequence[str], lines: Sequence[Line], stub: int) -> bool:
    """Whether a column of words behind the labels is none of them: remarks, targets, years, whose data a row holds."""
    if any(is_remark_head(head) or _TARGET_HEAD_RE.search(head) for head in heads):
        return True
    if any(map(p.PERIOD_RE.fullmatch, heads)):
        return True  # 38 companies under 2022FY
    if 2 * sum(_YEAR_RE.search(text) is not None for text in cells) > len(cells):
        return bool(heads)
    return any(map(is_boundary_head, heads)) and _are_told_apart(lines, stub)


def _states(text: str) -> bool:
    """Whether a cell states a figure or a day, however it is worded: 654 million yen, 50%削減, 13回/14回, 1 Oct 2018."""
    return (
        p.TOKEN_RE.fullmatch(text) is not None
        or _AMOUNT_RE.search(text) is not None
        or _LIST_RE.fullmatch(text) is not None
        or is_worded_value(text)
        or p.DATE_LINE_RE.fullmatch(text) is not None
    )


def _heads(block: Block) -> dict[int, list[str]]:
    heads: dict[int, list[str]] = {}
    for line in block.head.headers:
        if line.layout is not Layout.SPACE:
            for index, cell in enumerate(line.fields):
                if cell.text:
                    heads.setdefault(index, []).append(cell.text)
    return heads


def _delimited_row(line: Line, stub: int, kept: Sequence[int], units: set[int]) -> GridRow:
    if line.layout is Layout.SPACE:
        return GridRow(line, line.fields, (None,) * len(kept))
    fields = line.fields
    heading = line.kind is LineKind.LABEL
    cells = tuple(fields[i] if i < len(fields) and fields[i].text and not heading else None for i in kept)
    unit = next((fields[i].text for i in sorted(units) if i < len(fields)), "")
    return GridRow(line, tuple(part for part in fields[:stub] if part.text), cells, unit)


def _spaced(block: Block) -> Grid:
    drop_note_numbers(block)
    units = take_units(block)
    rows = block.rows
    width = usual_width(block)
    full = [line for line in rows if len(line.cells) == width]
    wide, regular = choose_measure(full)
    places = {line.number: extents(line, line.cells, wide) for line in rows}
    edges = [[end for _, end in places[line.number]] for line in rows]
    columns = right_edges(edges, width) if _divided_widely(rows) and not _begin_together(rows) else []
    parts = _parts(full) if not regular and len(columns) != width else []
    if len(parts) > 1 and len(parts) < len(full) and all(choose_measure(part)[1] for part in parts):
        full, (wide, regular) = parts[0], choose_measure(parts[0])
        places = {line.number: extents(line, line.cells, wide) for line in rows}
    if (regular and len(full) > 1 and len(columns) != width) or (width == 1 and stand_below(places, columns)):
        columns = []
    regular = regular and any(_gaps(line) for line in full)
    result: list[GridRow] = []
    for index, line in enumerate(block.body):
        if line.kind not in ROWS:
            result.append(GridRow(line, line.fields, ()))
            continue
        cells, stub = list(line.cells), line.stub
        if len(cells) == width + 1 and not columns and _runs_over(line, full, wide):
            cells = cells[:-1]
        elif len(cells) > width and not columns:
            stub, cells = _shed(line, width)
            if not stub.text:
                block.repairs.append(_mark_told(line, cells))
        slots: Sequence[int] | None = None
        if columns:
            slots = nearest_columns([end for _, end in places[line.number]], columns)
        elif len(cells) < width and stands_off(line):
            slots = _beside(block.body, index, width, places)
        unit = units.get(line.number, "")
        if slots is not None:
            result.append(GridRow(line, (stub,), spread(cells, slots, len(columns) or width), unit))
        else:
            result.append(GridRow(line, (stub,), tuple(cells), unit, doubtful=len(cells) < width))
    count = len(columns) or width
    rows_out = tuple(
        replace(row, cells=(None,) * count) if row.line.kind not in ROWS else row for row in result
    )
    first = full[:HEAD_ROWS] if regular and count == width else []
    spans, others = _spans(first, wide=wide), _spans(first, wide=not wide) if measures_tie(full) else ()
    return Grid(count, rows_out, centers=tuple(columns), spans=spans, wide=wide, others=others)


def _parts(rows: Sequence[Line]) -> list[list[Line]]:
    """Rows of one page each, as far as lines tell that stand between them: pages may be set in columns of their own."""
    parts: list[list[Line]] = [[]]
    for row in rows:
        if parts[-1] and row.number - parts[-1][-1].number > PAGE_GAP:
            parts.append([])
        parts[-1].append(row)
    return parts


def _begin_together(rows: Sequence[Line]) -> bool:
    """Whether all rows have one cell, and all of them begin at one place: a column of words and figures set flush left."""
    return len(rows) > 1 and len({(len(line.cells), line.cells[0].start) for line in rows}) == 1 == len(
        rows[0].cells
    )


def _spans(rows: Sequence[Line], *, wide: bool) -> tuple[Extent, ...]:
    """First place and usual right edge of every column."""
    places = [extents(line, line.cells, wide) for line in rows]
    return tuple((min(start for start, _ in column), _middle(column)) for column in zip(*places, strict=True))


def _middle(column: Sequence[Extent]) -> int:
    """The usual right edge."""
    ends = sorted(end for _, end in column)
    return ends[len(ends) // 2]


def _gaps(line: Line) -> bool:
    """Whether two blanks or more stand anywhere between the fields."""
    fields = line.fields if line.stub.text else line.cells
    return any(right.start - left.end > 1 for left, right in pairwise(fields))


def _beside(
    body: Sequence[Line], index: int, width: int, places: dict[int, list[Extent]]
) -> Sequence[int] | None:
    """Columns for the cells of a row that lacks some, from the nearest full rows above and below it."""
    row = places[body[index].number]
    found: list[tuple[int, list[int]]] = []
    for step in (-1, 1):
        seen = 0
        for at in range(index + step, index + step * (NEIGHBOURS + 1), step):
            if not 0 <= at < len(body) or seen == 2:
                break
            line = body[at]
            if line.kind in ROWS and len(line.cells) == width and stands_off(line):
                found.append(place_beside(row, places[line.number]))
                seen += 1
    if not found:
        return None
    worst, slots = min(found, key=lambda entry: entry[0])
    return slots if worst <= max(FAR, tolerance([end for _, end in row])) else None


def _runs_over(line: Line, full: Sequence[Line], wide: bool) -> bool:
    """Whether the last cell of a row stands right of all columns, cut off at the edge of the page."""
    edges = [end for _, end in extents(line, line.cells, wide)]
    return any(
        all(
            abs(own - end) <= SLACK
            for own, (_, end) in zip(edges, extents(row, row.cells, wide), strict=False)
        )
        for row in full[:HEAD_ROWS]
    )


def _shed(line: Line, width: int) -> tuple[Field, list[Field]]:
    """Give surplus leading numbers back to the label: a note mark, a number that ends a name."""
    cells = list(line.cells)
    while len(cells) > width:
        first = cells.pop(0)
        if not p.FORMATTED_RE.search(first.text) and len(first.text) <= 2 and not line.stub.text:
            continue
    stub = line.stub
    if stub.text and cells:
        text = line.content.text[stub.start : cells[0].start].rstrip()
        stub = Field(stub.start, stub.start + len(text), text)
    return stub, cells


def _mark_told(line: Line, cells: Sequence[Field]) -> Repair:
    """Note marks that stand before the figures of a row whose label stands on another line."""
    start, at = line.cells[0].start, cells[0].start if cells else line.cells[-1].end
    end = cells[0].end if cells else at
    text = line.content.text
    return Repair("note_marks", Damage.MARK, text[start:end], text[at:end], line.content.span(start, end))


def _divided_widely(rows: Sequence[Line]) -> bool:
    """Whether cells stand apart by two blanks or more, as on a page that was laid out in columns."""
    gaps = [
        right.start - left.end
        for line in rows
        for left, right in zip(line.fields, line.cells, strict=False)
        if left.text
    ]
    return bool(gaps) and sum(gap > 1 for gap in gaps) * 10 >= len(gaps) * 9


def spread(cells: Sequence[Field], slots: Sequence[int], width: int) -> tuple[Field | None, ...]:
    """Put cells in their columns; the others stay empty."""
    placed: list[Field | None] = [None] * width
    for cell, slot in zip(cells, slots, strict=True):
        placed[slot] = cell
    return tuple(placed)
