"""Where the cells of a line stand on the page, counted in characters or in widths of characters.

Tools that lay a page out in blanks do one or the other: ``pdftotext`` counts every character once, an editor or
a terminal gives East Asian wide characters two places. Which of them a table follows, its own rows tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from unicodedata import east_asian_width

from bilingual.tables.line import Field, Layout, Line

SLACK = 2
"""Places by which right edges of one column may differ: a closing bracket hangs out."""
MOST_SLACK = 6
REGULAR = 8
"""Tenths of the cells that must stand under the cell of the row before."""

Extent = tuple[int, int]
"""First place of a cell and the place after its last."""


def extents(line: Line, fields: Sequence[Field], wide: bool) -> list[Extent]:
    """The places of fields in the printed line, left to right; with ``wide``, wide characters count twice."""
    offset = line.content.offset
    base = offset(0) if line.origin is None else line.origin
    if wide and not line.printed.isascii():
        if len(line.printed) == len(line.content.text):
            return _wide_extents(line.printed, fields)
        if line.origin is not None:
            return _printed_extents(line, fields)
    if wide and not line.content.text.isascii():
        return _wide_extents(line.content.text, fields)
    return [(offset(part.start) - base, offset(part.end - 1) + 1 - base) for part in fields]


def end_alike(above: Line, below: Line) -> bool:
    """Whether two rows that blanks divide end about under one another: a page moves what stands alone in its row."""
    if not above.layout is below.layout is Layout.SPACE:
        return False
    ends = ([extents(row, row.fields[-1:], wide)[0][1] for row in (above, below)] for wide in (False, True))
    return any(abs(upper - lower) <= MOST_SLACK for upper, lower in ends)


def _printed_extents(line: Line, fields: Sequence[Field]) -> list[Extent]:
    """The places of fields in a line whose printed form has more than is read of it, wide characters counted twice."""
    offset = line.content.offset
    base = line.origin or 0
    return [
        (
            display_width(line.printed[: offset(part.start) - base]),
            display_width(line.printed[: offset(part.end - 1) + 1 - base]),
        )
        for part in fields
    ]


def _wide_extents(text: str, fields: Sequence[Field]) -> list[Extent]:
    found: list[Extent] = []
    at = place = 0
    for part in fields:
        start = place + display_width(text[at : part.start])
        place = start + display_width(text[part.start : part.end])
        at = part.end
        found.append((start, place))
    return found


def display_width(text: str) -> int:
    """Places that a text takes where wide characters take two."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def choose_measure(rows: Sequence[Line]) -> tuple[bool, bool]:
    """How the rows of a table (all with the same number of cells) count places.

    Returns:
        Whether wide characters count twice, and whether the cells stand under each other at all.
    """
    if len(rows) < 2:
        return False, bool(rows)
    straight = best = _regularity(rows, wide=False)
    if any(not row.content.text.isascii() for row in rows):
        best = min(straight, _regularity(rows, wide=True))
    total = (len(rows) - 1) * len(rows[0].cells)
    return best < straight, (total - best[1]) * 10 >= total * REGULAR


def measures_tie(rows: Sequence[Line]) -> bool:
    """Whether rows of a table leave open how wide characters count, as labels with equally many of them do."""
    if all(row.content.text.isascii() for row in rows):
        return any(not row.printed.isascii() for row in rows)
    return len(rows) < 2 or _regularity(rows, wide=False) == _regularity(rows, wide=True)


def _regularity(rows: Sequence[Line], *, wide: bool) -> tuple[int, int]:
    """How far right edges are from those of the cells above in all, and how many cells stand under none."""
    edges = [[end for _, end in extents(row, row.cells, wide)] for row in rows]
    slack = tolerance(edges[0])
    apart = [
        abs(above - below)
        for upper, lower in pairwise(edges)
        for above, below in zip(upper, lower, strict=True)
    ]
    return sum(min(distance, 2 * slack) for distance in apart), sum(distance > slack for distance in apart)


def tolerance(edges: Sequence[int]) -> int:
    """Places by which a right edge may differ: more where the columns of a row stand far apart."""
    nearest = min((right - left for left, right in pairwise(edges)), default=0)
    return max(SLACK, min(nearest // 3, MOST_SLACK))


def place_beside(row: Sequence[Extent], full: Sequence[Extent]) -> tuple[int, list[int]]:
    """Columns for the cells of a row that lacks some, beside a row that has them all.

    Returns:
        How far the worst cell stands from its column's right edge, and the column of every cell, rising.
    """
    width = len(full)
    far = 10**6
    best: list[list[tuple[int, int, tuple[int, ...]]]] = [[(0, 0, ())] * (width + 1)]
    for count, (_, end) in enumerate(row, start=1):
        line = [(far, far, ())] * (width + 1)  # type: list[tuple[int, int, tuple[int, ...]]]
        for column in range(count, width + 1):
            total, worst, chosen = best[count - 1][column - 1]
            distance = abs(full[column - 1][1] - end)
            take = (total + distance, max(worst, distance), (*chosen, column - 1))
            line[column] = min(take, line[column - 1])
        best.append(line)
    _, worst, chosen = best[-1][width]
    return worst, list(chosen)
