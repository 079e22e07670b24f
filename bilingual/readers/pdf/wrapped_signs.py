"""Signs that a narrow cell parts from their figure, which then stands alone in the line below: △ above 7.2, ¥ above 903,165."""

from __future__ import annotations

from collections.abc import Sequence

from bilingual.readers.pdf.close_figures import SIGNS
from bilingual.readers.pdf.fragments import Fragment
from bilingual.readers.pdf.rows import Cell, Row

NEAR = 1.3
"""Heights between a sign and the line of its figure at most."""
LEFT = 1.2
"""Heights that a sign stands left of its figure at most."""

FEWEST = 3
"""Figures of a row of a table, in both of its lines."""


def with_whole_signs(rows: Sequence[Row]) -> list[Row]:
    """Rows with the figures of the line below them behind their signs, where nothing but its sign stands above each."""
    found: list[Row] = []
    for row in rows:
        whole = _whole(found[-1], row) if found and row.cells[0].is_figure else None
        if whole is None:
            found.append(row)
        else:
            found[-1] = whole
    return found


def _whole(row: Row, below: Row) -> Row | None:
    """A row with the figures of the line below it; None where one of these has no sign of its own there."""
    if (
        below.middle - row.middle > NEAR * row.size
        or row.figures + len(below.cells) < FEWEST
        or not all(c.is_figure for c in below.cells)
    ):
        return None
    pieces = [piece for cell in row.cells for line in cell.lines for piece in line]
    signs: list[Fragment] = []
    for cell in below.cells:
        over = [piece for piece in pieces if piece.x0 < cell.x1 and cell.x0 < piece.x1]
        over = over or [piece for piece in pieces if cell.x0 - LEFT * row.size < piece.x0 < cell.x0]
        if len(over) != 1 or over[0].text.strip() not in SIGNS or any(over[0] is sign for sign in signs):
            return None
        signs.append(over[0])
    cells = []
    for cell in row.cells:
        line = [piece for piece in cell.lines[0] if not any(piece is sign for sign in signs)]
        if line:
            kept = Cell.of(line)
            kept.left, kept.right = cell.left, cell.right
            cells.append(kept)
    for sign, cell in zip(signs, below.cells, strict=True):
        made = Cell.of([sign, *cell.lines[0]])
        made.left, made.right = cell.left, cell.right
        cells.append(made)
    return Row(sorted(cells, key=lambda cell: cell.x0), wide=True)
