"""Frames around tables, whose two sides part no columns."""

from __future__ import annotations

from collections.abc import Sequence

from bilingual.readers.pdf.rows import Cell, Row

FEWEST = 3
"""Figures of rows whose cells all stand between the same two rules, where these are a frame."""


def forget_frame(rows: Sequence[Row], heads: int) -> None:
    """Let cells forget the rules on both sides of them that are a frame around the table, labels and all.

    Such rules say nothing of columns; a cell that others part as well keeps its own. ``heads`` rows stand above the figures.
    """
    body = rows[heads:]
    frames = [_frame(row) for row in body if row.figures]
    if sum(row.figures for row in body) < FEWEST or None in frames or len(set(frames)) > 1:
        return
    frame = frames[0]
    for row in rows:
        for cell in row.cells:
            if _sides(cell) == frame:
                cell.left = cell.right = None


def _frame(row: Row) -> tuple[float, float] | None:
    """The rules that all cells of a row stand between; None where they do not, or there are none."""
    sides = {_sides(cell) for cell in row.cells}
    return sides.pop() if len(sides) == 1 else None


def _sides(cell: Cell) -> tuple[float, float] | None:
    return None if cell.left is None or cell.right is None else (cell.left, cell.right)
