"""Tables: every cell of a region in its column, heads over the columns that they span, wrapped labels whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bilingual.readers.pdf.close_heads import parted_heads
from bilingual.readers.pdf.cut_units import with_whole_units
from bilingual.readers.pdf.frames import forget_frame
from bilingual.readers.pdf.heads import (
    head_columns,
    keep_rates,
    learn_centres,
    learn_single_centres,
    span_by_rules,
    with_blank_columns,
)
from bilingual.readers.pdf.page import Numbers, Rules
from bilingual.readers.pdf.regions import Region
from bilingual.readers.pdf.rows import CJK_RE, Cell, Row, joined
from bilingual.readers.pdf.slots import Slot, find_slots, label_edge, slot_of
from bilingual.readers.pdf.wrapped import join_wrapped


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a table stand.

    Attributes:
        slots: the columns right of the labels.
        labels: from where to where labels reach.
        first: the first row with figures.
    """

    slots: Sequence[Slot]
    labels: tuple[float, float]
    first: Row


@dataclass(slots=True)
class TableLines:
    """A table as lines: for every row its cells by column, the stub first; ``heads`` rows are the head."""

    rows: list[list[Cell | None]] = field(default_factory=list)
    heads: int = 0
    width: int = 0
    ragged: bool = False
    """Its cells do not stand under each other, as where blanks part them: they are in order, without columns."""
    columns: Columns | None = None


RAGGED = 0.15
"""Share of rows with two cells in one column beyond which there are no columns."""


ALIGNED = 0.6
"""Share of cells that stand under each other at least, where there are columns."""
MORE_ALIGNED = 0.97
"""The same where no wide gap shows them."""


def read_table(region: Region, rules: Rules, boxes: Numbers | None = None) -> TableLines:
    """Give every cell of a table its column; ``boxes`` are those of all characters of the page."""
    if region.worded:
        cells: list[list[Cell | None]] = [list(row.cells) for row in region.rows]
        return TableLines(cells, width=len(cells[0]))
    forget_frame(region.rows, region.heads)
    first = region.heads
    while first and _is_label(region.rows[first - 1], region.rows[region.heads :]):
        first -= 1
    over = region.rows[:first]
    if boxes is not None and over:
        over = parted_heads(over, region.rows[first:], rules.horizontal, boxes)
    heads, body = join_wrapped(with_whole_units(over), region.rows[first:], rules)
    body = [_whole_label(row, count) for count in (usual_figures(body),) for row in body]
    behind = min((cell.x0 for row in body if row.figures for cell in row.cells[1:]), default=0.0)
    body = [_with_last_letter(row, behind) for row in body]
    labels, slots = find_slots(body)
    if _is_ragged(body, slots):
        rows: list[list[Cell | None]] = [list(row.cells) for row in (*heads, *body)]
        return TableLines(rows, ragged=True)
    slots = with_blank_columns(heads, slots, labels)
    edge = label_edge(body)
    table = TableLines(heads=len(heads), width=len(slots) + 1)
    figured = next((row for row in body if row.figures), None)
    table.columns = None if figured is None else Columns(slots, labels, figured)
    _learn_centres(heads, slots, labels)
    for row in heads:
        span_by_rules(row, rules.horizontal, labels[1])
    table.rows.extend(_head_rows(heads, slots, labels))
    for row in body:
        table.rows.append(_body_row(row, slots, edge))
    return table


def head_over(rows: Sequence[Row], columns: Columns) -> TableLines:
    """Heads, and labels below them, that stand on the page before the columns that they head."""
    end = len(rows)
    while end and _is_label(rows[end - 1], [columns.first]):
        end -= 1
    heads, _ = join_wrapped(with_whole_units(rows[:end]), [], Rules())
    _learn_centres(heads, columns.slots, columns.labels)
    table = TableLines(heads=len(heads), width=len(columns.slots) + 1)
    table.rows.extend(_head_rows(heads, columns.slots, columns.labels))
    table.rows.extend([row.cells[0], *[None] * len(columns.slots)] for row in rows[end:])
    return table


def rows_under(rows: Sequence[Row], columns: Columns) -> TableLines | None:
    """Rows that stand on the page behind the columns that they go on with; None where one does not stand under them."""
    table = TableLines(width=len(columns.slots) + 1)
    for row in rows:
        cells = _body_row(row, columns.slots, float("-inf"))
        behind = [
            (cell, slot) for cell, slot in zip(cells[1:], columns.slots, strict=True) if cell is not None
        ]
        if len(behind) + (cells[0] is not None) < len(row.cells):
            return None  # two of its cells share a column
        if not all(_stands_under(cell, slot, row.size) for cell, slot in behind):
            return None
        table.rows.append(cells)
    return table


def _learn_centres(heads: Sequence[Row], slots: Sequence[Slot], labels: tuple[float, float]) -> None:
    """Learn from the lowest row of heads that has one for each column where the middle of the columns is."""
    for row in reversed(heads):
        if len(row.cells) == len(slots) and not _has_stub(row, slots, labels):
            learn_centres([None, *row.cells], slots)
            break


def usual_figures(rows: Sequence[Row]) -> int:
    """How many figures most rows have; 0 where there is no such number."""
    counts = [row.figures for row in rows if row.figures]
    most = max(set(counts), key=counts.count, default=0)
    return most if counts.count(most) * 2 > len(counts) else 0


def _whole_label(row: Row, usual: int) -> Row:
    """A row whose label holds figures of its own, with the label in one cell again."""
    extra = row.figures - usual
    if not usual or extra < 1 or row.cells[0].is_figure or len(row.cells) != row.figures + 1:
        return row
    gaps = [b.x0 - a.x1 for a, b in pairwise(row.cells)]
    if max(gaps[:extra]) > 0.9 * row.size or gaps[extra] < max(gaps[:extra]):
        return row
    label = row.cells[0]
    for cell in row.cells[1 : extra + 1]:
        label = joined(label, cell)
    return Row([label, *row.cells[extra + 1 :]], row.wide)


def _with_last_letter(row: Row, behind: float) -> Row:
    """A label whose last letter stands apart from the others, far left of the cells of all rows with figures, in one cell."""
    if row.figures or len(row.cells) != len("ab") or len(row.cells[1].text) > 1 or row.cells[1].x1 > behind:
        return row
    if row.cells[0].is_figure or CJK_RE.match(row.cells[1].text) is None:
        return row
    label = joined(*row.cells)
    label.spread = True
    return Row([label], row.wide)


def _is_ragged(body: Sequence[Row], slots: Sequence[Slot]) -> bool:
    """Whether cells of one row meet in one column again and again."""
    full = [row for row in body if row.figures > 1]
    if len(full) > 1 and not any(row.wide for row in full) and len(slots) > max(map(_cells_behind, full)):
        return True
    places = [[slot_of(cell, slots) for cell in row.cells[1:]] for row in full]
    if sum(map(_meets, full, places)) > RAGGED * len(full):
        return True
    cells = [
        (cell, slots[at], row.size)
        for row, own in zip(full, places, strict=True)
        for cell, at in zip(row.cells[1:], own, strict=True)
    ]
    under = sum(_stands_under(*cell) for cell in cells)
    least = ALIGNED if any(row.wide for row in full) else MORE_ALIGNED
    return under < least * len(cells) and (len(full) > 2 or least == MORE_ALIGNED)


def _cells_behind(row: Row) -> int:
    """How many cells of a row stand behind its label."""
    return len(row.cells) - (not row.cells[0].is_figure)


def _stands_under(cell: Cell, slot: Slot, size: float) -> bool:
    """Whether a cell ends, begins or has its middle where its column does."""
    off = min(abs(cell.x1 - slot.x1), abs(cell.x0 - slot.x0), abs(cell.middle - slot.middle))
    return off < 0.3 * size


def _meets(row: Row, places: Sequence[int]) -> bool:
    own = [at for cell, at in zip(row.cells[1:], places, strict=True) if cell.is_figure]
    return len(set(own)) < len(own)


def _is_label(row: Row, body: Sequence[Row]) -> bool:
    """Whether a line above the first row with figures is a label of rows and no head."""
    if len(row.cells) > 1:
        return False
    behind = [cell.x0 for below in body for cell in below.cells[1:] if cell.is_figure]
    figures = min(behind, default=row.x1)
    return row.x0 < min(below.x0 for below in body) + 3 * row.size and row.x1 < figures + 2 * row.size


def _head_rows(
    heads: Sequence[Row], slots: Sequence[Slot], labels: tuple[float, float]
) -> list[list[Cell | None]]:
    """Rows of heads by column, found from the lowest one upwards: it tells where the columns of those above begin."""
    made: list[list[Cell | None]] = []
    for row in reversed(heads):
        made.append(_head_row(row, slots, labels))
        learn_single_centres(made[-1], slots)
    keep_rates(made[::-1])
    return made[::-1]


def _head_row(row: Row, slots: Sequence[Slot], labels: tuple[float, float]) -> list[Cell | None]:
    cells: list[Cell | None] = [None] * (len(slots) + 1)
    stub = row.cells[0] if _has_stub(row, slots, labels) else None
    cells[0] = stub
    over = row.cells[1:] if stub is not None else row.cells
    for cell, (first, last) in zip(over, head_columns(over, slots), strict=True):
        for column in range(first, last + 1):
            here = cells[column + 1]
            cells[column + 1] = cell if here is None else joined(here, cell)
    return cells


def _has_stub(row: Row, slots: Sequence[Slot], labels: tuple[float, float]) -> bool:
    """Whether the first cell of a row of heads stands over the labels and not over the columns."""
    cell = row.cells[0]
    if not slots or cell.x1 > slots[0].x0 + 1:
        return False
    if cell.right is not None and slots[0].ruled:
        return cell.right < slots[0].left + 2
    if slots[0].centre is not None and cell.x1 < slots[0].outset:
        return True
    if cell.x1 < labels[1] + 1 < slots[0].x0:  # it stands at the right of its cell, above the labels
        return True
    if len(row.cells) in (len(slots), len(slots) + 1):
        return len(row.cells) > len(slots)
    return cell.x0 < labels[1] and cell.x0 - labels[0] < slots[0].x0 - cell.x1


def _body_row(row: Row, slots: Sequence[Slot], edge: float) -> list[Cell | None]:
    cells: list[Cell | None] = [None] * (len(slots) + 1)
    first, others = row.cells[0], row.cells[1:]
    if not slots or not _is_figure_cell(first, slots, edge):
        cells[0] = first
    else:
        others = row.cells
    for cell in others:
        column = slot_of(cell, slots) + 1
        here = cells[column]
        cells[column] = cell if here is None else joined(here, cell)
    return cells


def _is_figure_cell(cell: Cell, slots: Sequence[Slot], edge: float) -> bool:
    """Whether the first cell of a row stands in a column rather than among the labels."""
    if cell.is_figure and cell.x0 < edge:
        return False
    if slots[0].ruled and cell.left is not None and abs(cell.left - slots[0].left) < 2:
        return cell.x1 > slots[0].x0  # words in a column of words, wider than those of the other rows
    return cell.x0 >= slots[0].x0 - 1.5 or (cell.is_figure and cell.x1 > slots[0].x0 + 1)
