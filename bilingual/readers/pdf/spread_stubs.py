"""Labels of rows that are spread over the width of the stub, character by character (均等割付): all end at one place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bilingual.readers.pdf.rows import Cell, Row
from bilingual.readers.pdf.spread import is_even, is_spread

FEWEST_WORDS = 3
"""Words of a justified line of a label, which two gaps that are alike tell, at least."""
INDENTED = 3.0
"""Heights between the beginnings of labels of rows beside each other, at most."""
FEWEST = 4
"""Rows with spread labels that end at one place at least."""
UNLIKE = 1.15
"""By how much more room the letters of one of them have than those of another: labels of as many letters end at one place anyway."""
LETTER = 0.8, 1.25
"""Width of a Japanese letter, in heights of a line."""
OFF = 0.15
"""How far from there a label ends at most, in heights of a line."""


def whole_stubs(rows: Sequence[Row]) -> list[Row]:
    """Rows with the labels in one cell each that are spread over the stub.

    The gaps within a short label are wider than those between columns; that others end at the same place, most of them
    before figures, tells that it is one.
    """
    rows = _whole_lines(rows)
    own = {at: end for at, row in enumerate(rows) if (end := _label_end(row))}
    places = [
        (label[-1].x1, (label[-1].x1 - label[0].x0) / sum(map(_letters, label)))
        for label in (rows[at].cells[:end] for at, end in own.items() if len(rows[at].cells) > end)
    ]
    found = list(rows)
    for at, end in own.items():
        row = rows[at]
        if _is_evenly_spread(row, end):
            found[at] = _whole(row, end)
            continue
        edge = row.cells[end - 1].x1
        pitches = [pitch for place, pitch in places if abs(edge - place) < OFF * row.size]
        if len(pitches) >= FEWEST and max(pitches) > UNLIKE * min(pitches):
            found[at] = _whole(row, end)
    return found


def _whole_lines(rows: Sequence[Row]) -> list[Row]:
    """Rows with the words of a justified line of a label in one cell: they stand at even gaps, left of the figures of the rows beside it."""
    found = list(rows)
    edges: list[float] = []
    for at, row in enumerate(rows):
        end = _words(row) if len(row.cells) >= FEWEST_WORDS else 0
        if end < FEWEST_WORDS or not is_even([b.x0 - a.x1 for a, b in pairwise(row.cells[:end])], row.size):
            continue
        if row.cells[end - 1].x1 < _figures_beside(rows, at):
            found[at] = _with_label(row, end)
            edges.append(row.cells[end - 1].x1)
    for at, row in enumerate(found if edges else ()):
        end = _words(row)
        if end == 2 and any(abs(row.cells[1].x1 - edge) < OFF * row.size for edge in edges):
            found[at] = _with_label(row, end)
    return found


def _words(row: Row) -> int:
    """How many cells of words a row begins with, before nothing but figures; 0 where words follow those."""
    end = next((at for at, cell in enumerate(row.cells) if cell.is_figure), len(row.cells))
    return end if all(cell.is_figure for cell in row.cells[end:]) else 0


def _figures_beside(rows: Sequence[Row], at: int) -> float:
    """Where the figures begin in the nearest row that has some and whose label begins near that of a row; nowhere where none does."""
    for near in (at, at + 1, at - 1, at + 2, at - 2):
        row = rows[near] if 0 <= near < len(rows) else None
        figures = [cell.x0 for cell in row.cells[1:] if cell.is_figure] if row is not None else []
        if row is not None and figures and abs(row.x0 - rows[at].x0) < INDENTED * row.size:
            return min(figures)
    return float("-inf")


def _with_label(row: Row, end: int) -> Row:
    """A row whose first cells are its label."""
    label = Cell.of([fragment for cell in row.cells[:end] for fragment in cell.lines[0]])
    label.left, label.right = row.cells[0].left, row.cells[end - 1].right
    return Row([label, *row.cells[end:]], wide=row.wide and end < len(row.cells))


def _is_evenly_spread(row: Row, end: int) -> bool:
    """Whether the letters of a label before figures all stand as far from each other as the cells that they were read as."""
    cells = row.cells[:end]
    if end < 2 or end == len(row.cells):
        return False
    gap = sum(b.x0 - a.x1 for a, b in pairwise(cells)) / (end - 1)
    letters = sum(map(_letters, cells))
    width = (cells[-1].x1 - cells[0].x0 - (letters - 1) * gap) / letters
    return LETTER[0] * row.size < width < LETTER[1] * row.size


def _letters(cell: Cell) -> int:
    return sum(len(part.text.replace(" ", "")) for part in cell.lines[0])


def _label_end(row: Row) -> int:
    """How many cells at the beginning of a row are a label that is spread out; 0 where none is."""
    if row.cells[0].lines[0][0].text[1:2] not in ("", " "):
        return 0
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
    whole = _with_label(row, end)
    whole.cells[0].spread = True
    return whole
