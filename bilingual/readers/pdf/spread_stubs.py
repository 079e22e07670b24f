"""Labels of rows that are spread over the width of the stub, character by character (均等割付): all end at one place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bilingual.readers.pdf.rows import Cell, Row
from bilingual.readers.pdf.spread import is_even, is_spread

FEWEST = 4
"""Rows with spread labels that end at one place at least."""
UNLIKE = 1.15
"""By how much more room the letters of one of them have than those of another: labels of as many letters end at one place anyway."""
OFF = 0.15
"""How far from there a label ends at most, in heights of a line."""


def whole_stubs(rows: Sequence[Row]) -> list[Row]:
    """Rows with the labels in one cell each that are spread over the stub.

    The gaps within a short label are wider than those between columns; that others end at the same place, most of them
    before figures, tells that it is one.
    """
    own = {at: end for at, row in enumerate(rows) if (end := _label_end(row))}
    places = [
        (label[-1].x1, (label[-1].x1 - label[0].x0) / sum(map(_letters, label)))
        for label in (rows[at].cells[:end] for at, end in own.items() if len(rows[at].cells) > end)
    ]
    found = list(rows)
    if len(places) < FEWEST:
        return found
    for at, end in own.items():
        row = rows[at]
        edge = row.cells[end - 1].x1
        pitches = [pitch for place, pitch in places if abs(edge - place) < OFF * row.size]
        if len(pitches) >= FEWEST and max(pitches) > UNLIKE * min(pitches):
            found[at] = _whole(row, end)
    return found


def _letters(cell: Cell) -> int:
    return sum(len(part.text.replace(" ", "")) for part in cell.lines[0])


def _label_end(row: Row) -> int:
    """How many cells at the beginning of a row are a label that is spread out; 0 where none is."""
    end = next((at for at, cell in enumerate(row.cells) if cell.is_figure), len(row.cells))
    if not end or not all(cell.is_figure for cell in row.cells[end:]):
        return 0
    words = [word for cell in row.cells[:end] for part in cell.lines[0] for word in part.text.split()]
    return end if is_spread(words) else 0


def _whole(row: Row, end: int) -> Row:
    """A row whose first cells are one label, where they stand at even gaps."""
    cells = row.cells[:end]
    gaps = [b.x0 - a.x1 for a, b in pairwise(cells)]
    if gaps and not is_even(gaps, row.size):
        return row
    label = Cell.of([fragment for cell in cells for fragment in cell.lines[0]])
    label.left, label.right = cells[0].left, cells[-1].right
    label.spread = True
    return Row([label, *row.cells[end:]], wide=row.wide and end < len(row.cells))
