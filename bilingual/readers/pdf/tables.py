"""Tables: every cell of a region in its column, heads over the columns that they span, wrapped labels whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bilingual.readers.pdf.heads import head_columns, learn_centres
from bilingual.readers.pdf.page import Rules
from bilingual.readers.pdf.regions import Region
from bilingual.readers.pdf.rows import Cell, Row
from bilingual.readers.pdf.slots import Slot, find_slots, slot_of
from bilingual.readers.pdf.wrapped import join_wrapped


@dataclass(slots=True)
class TableLines:
    """A table as lines: for every row its cells by column, the stub first; ``heads`` rows are the head."""

    rows: list[list[Cell | None]] = field(default_factory=list)
    heads: int = 0
    width: int = 0


def read_table(region: Region, rules: Rules) -> TableLines:
    """Give every cell of a table its column."""
    heads, body = join_wrapped(region.rows[: region.heads], region.rows[region.heads :], rules)
    stubs, slots = find_slots(body)
    table = TableLines(heads=len(heads), width=len(slots) + 1)
    for row in reversed(heads):
        table.rows.insert(0, _head_row(row, slots, stubs))
        if row is heads[-1]:
            learn_centres(table.rows[0], slots)
    for row in body:
        table.rows.append(_body_row(row, slots, stubs))
    return table


def _head_row(row: Row, slots: Sequence[Slot], stubs: float) -> list[Cell | None]:
    cells: list[Cell | None] = [None] * (len(slots) + 1)
    stub = row.cells[0] if _is_stub(row.cells[0], slots, stubs) else None
    cells[0] = stub
    over = row.cells[1:] if stub is not None else row.cells
    for cell, (first, last) in zip(over, head_columns(over, slots), strict=True):
        for column in range(first, last + 1):
            if cells[column + 1] is None:
                cells[column + 1] = cell
    return cells


def _is_stub(cell: Cell, slots: Sequence[Slot], stubs: float) -> bool:
    """Whether a cell stands over the labels and not over the columns."""
    if not slots or cell.x1 > slots[0].x0 + 1:
        return False
    if cell.right is not None and slots[0].ruled:
        return cell.right < slots[0].left + 2
    return cell.x0 < stubs


def _body_row(row: Row, slots: Sequence[Slot], stubs: float) -> list[Cell | None]:
    cells: list[Cell | None] = [None] * (len(slots) + 1)
    first, others = row.cells[0], row.cells[1:]
    if not slots or not _is_figure_cell(first, slots):
        cells[0] = first
    else:
        others = row.cells
    for cell in others:
        column = slot_of(cell, slots) + 1
        here = cells[column]
        cells[column] = cell if here is None else _both(here, cell)
    return cells


def _is_figure_cell(cell: Cell, slots: Sequence[Slot]) -> bool:
    """Whether the first cell of a row stands in a column rather than among the labels."""
    return cell.x0 >= slots[0].x0 - 1.5 or (cell.is_figure and cell.x1 > slots[0].x0 + 1)


def _both(one: Cell, other: Cell) -> Cell:
    """Two cells that share a column."""
    fragments = [*one.lines[-1], *other.lines[0]]
    joined = Cell.of(fragments)
    joined.lines = [*one.lines[:-1], fragments, *other.lines[1:]]
    return joined
