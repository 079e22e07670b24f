"""Tables as numbers: which columns add up, and what their rows hold in whole steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bilingual.model.figure import Figure, Kind
from bilingual.model.quick import quick
from bilingual.model.relation import Fact
from bilingual.model.table import Cell, CellKind, Column, Row, RowKind, Table

ADDITIVE = frozenset({Kind.AMOUNT, Kind.COUNT, Kind.NUMBER, Kind.PHYSICAL})
NOT_ADDED = frozenset({"yoy", "qoq", "change rate"})
"""Measures of columns whose per cent figures are changes: they do not add up."""
SHARE = "share"


@quick
@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table with its numbers.

    Attributes:
        index: number of the row in its table.
        row: the row.
        unit: what its cells measure, as kind and unit; rows of another unit take no part in its sums.
        values: value per column in that column's smallest step; None where nothing is printed.
    """

    index: int
    row: Row
    unit: tuple[str, str]
    values: tuple[int | None, ...]


@dataclass(frozen=True)
class Matrix:
    """The rows of a table with figures, in whole steps of each column.

    Attributes:
        table: the table.
        columns: indexes of the columns that may add up.
        steps: smallest printed step of each of them, in base units.
        lines: the rows.
    """

    table: Table
    columns: tuple[int, ...]
    steps: tuple[Decimal, ...]
    lines: tuple[Line, ...]

    def fact(self, line: Line, place: int) -> Fact | None:
        """The figure of a row in a column, given by its place in ``columns``; None for a blank."""
        cell = _cell(line.row, self.columns[place])
        if cell is None or cell.figure is None:
            return None
        return Fact(cell.figure, self.table, line.row, self.columns[place])


def read_matrix(table: Table) -> Matrix | None:
    """The numbers of a table; None where nothing adds up."""
    columns = [column for column in table.columns if _adds_up(column, table)]
    rows = [
        (index, row, {cell.column: cell for cell in row.cells if cell.figure is not None})
        for index, row in enumerate(table.rows)
        if row.kind is not RowKind.SECTION
    ]
    rows = [(index, row, cells) for index, row, cells in rows if cells]
    if not columns or not rows:
        return None
    places = tuple(column.index for column in columns)
    steps = tuple(_step([cells.get(place) for _, _, cells in rows]) for place in places)
    lines = []
    for index, row, cells in rows:
        unit = _unit([cells[place] for place in places if place in cells])
        if unit is None:
            continue
        values = tuple(_whole(cells.get(place), step) for place, step in zip(places, steps, strict=True))
        lines.append(Line(index, row, unit, values))
    return Matrix(table, places, steps, tuple(lines))


def _adds_up(column: Column, table: Table) -> bool:
    """Whether figures of a column may be parts and totals: money and counts, and shares of a whole."""
    if column.measure in NOT_ADDED:
        return False
    if column.unit == "%":
        return column.measure == SHARE
    return any(
        cell.figure is not None and cell.figure.kind in ADDITIVE
        for row in table.rows
        for cell in row.cells
        if cell.column == column.index
    )


def _step(cells: Sequence[Cell | None]) -> Decimal:
    """The smallest step that most figures of a column print."""
    steps = [
        cell.figure.step
        for cell in cells
        if cell is not None and cell.figure is not None and cell.figure.step
    ]
    return min(set(steps), key=lambda step: (-steps.count(step), step), default=Decimal(1))


def _whole(cell: Cell | None, step: Decimal) -> int | None:
    if cell is None or cell.figure is None:
        return None
    if cell.kind is CellKind.NIL or cell.figure.value is None:
        return 0 if cell.figure.ends is None else None
    steps = cell.figure.value / step
    return int(steps.to_integral_value())


def _unit(cells: Sequence[Cell]) -> tuple[str, str] | None:
    """What the cells of a row measure; None for rows of dashes and ranges."""
    found = [
        _measured(cell.figure) for cell in cells if cell.figure is not None and cell.figure.value is not None
    ]
    units = set(found)
    if len(units) > 1:
        return max(units, key=lambda unit: (found.count(unit), unit))
    return units.pop() if units else None


def _measured(figure: Figure) -> tuple[str, str]:
    """Kind and unit; money of all columns is one, and per cent of a whole goes with it."""
    if figure.kind in (Kind.AMOUNT, Kind.NUMBER, Kind.PERCENT):
        per_share = figure.kind is Kind.AMOUNT and (figure.step or Decimal(1)) < 1
        return ("money", "per share") if per_share else ("money", "")
    return figure.kind.value, figure.unit


def _cell(row: Row, column: int) -> Cell | None:
    if column < len(row.cells) and row.cells[column].column == column:
        return row.cells[column]
    return next((cell for cell in row.cells if cell.column == column), None)
