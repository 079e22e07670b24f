"""Heads of columns beside each other that leave no gap between them, told by the lines below them.

Each line of a head stands in the middle of its column. Where a text reaches over two lines below it as far as heads of
these columns would that fill them, it is the heads of both. A head over several columns ends elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from bilingual.readers.pdf.close_figures import part_of
from bilingual.readers.pdf.head_lines import LEADED, is_crossed
from bilingual.readers.pdf.page import Numbers, Rule
from bilingual.readers.pdf.rows import PER_CENT_RE, Cell, Row

OFF = 0.5
"""Heights that the middle of a part may stand from that of the line below it."""
ALIGNED = 0.2
"""The same of the places where they begin."""
NEAR = 0.45
"""Heights around the place of a cut within which the end of a word is looked for."""
FEWEST = 2
"""Characters of the shortest part."""


def parted_heads(heads: Sequence[Row], rules: Sequence[Rule], boxes: Numbers) -> list[Row]:
    """Rows of heads, with those parted that touch; ``boxes`` are those of all characters of the page."""
    found: list[Row] = []
    for row in reversed(heads):
        cells: list[Cell] = []
        for cell in row.cells:
            below = next((other for other in reversed(found) if _is_under(cell, other)), None)
            cells += [cell] if below is None else _parts(cell, below, rules, boxes)
        found.append(row if len(cells) == len(row.cells) else Row(cells, wide=True))
    return found[::-1]


def _is_under(cell: Cell, below: Row) -> bool:
    """Whether words of a row are a line below a head; those of heads beside it may stand between its lines."""
    if below.middle - cell.lines[-1][0].middle < 0.5 * below.size:
        return False
    return any(other.x0 < cell.x1 and cell.x0 < other.x1 for other in below.cells)


def _parts(cell: Cell, below: Row, rules: Sequence[Rule], boxes: Numbers) -> list[Cell]:
    """The heads that a text is, one for each line below it; the text itself where it is one."""
    under = [other for other in below.cells if other.x0 < cell.x1 and cell.x0 < other.x1]
    size = cell.lines[0][0].size
    step = below.cells[0].lines[0][0].middle - cell.lines[-1][0].middle
    if len(under) < 2 or len(cell.lines) > 1 or not 0.5 * size < step < LEADED * size:
        return [cell]
    if _are_turns(under, below) or any(other.is_figure or is_crossed(cell, other, rules) for other in under):
        return [cell]
    cuts = _below_begins(cell, under, size, boxes) or _above_middles(cell, under, size, boxes)
    return _cut(cell, cuts, boxes) if cuts else [cell]


def _are_turns(under: Sequence[Cell], below: Row) -> bool:
    """Whether an amount and its change in per cent stand below a head, in a row where both take turns: one head has both."""
    changes = [PER_CENT_RE.fullmatch(cell.text) is not None for cell in under]
    return (
        changes == [False, True]
        and sum(PER_CENT_RE.fullmatch(cell.text) is not None for cell in below.cells) > 1
    )


def _above_middles(
    cell: Cell, under: Sequence[Cell], size: float, boxes: Numbers
) -> list[tuple[int, int]] | None:
    """Where to cut a text so that every part has its middle above a line below it."""
    cuts: list[tuple[int, int]] = []
    start = cell.x0
    for other in under[:-1]:
        place = _nearest_end(cell, 2 * other.middle - start, size, boxes)
        if place is None:
            return None
        at, number, start = place
        cuts.append((at, number))
    return cuts if abs((start + cell.x1) / 2 - under[-1].middle) <= OFF * size else None


def _below_begins(
    cell: Cell, under: Sequence[Cell], size: float, boxes: Numbers
) -> list[tuple[int, int]] | None:
    """Where to cut a text so that every part begins where a line below it does."""
    cuts: list[tuple[int, int]] = []
    if abs(cell.x0 - under[0].x0) > ALIGNED * size:
        return None
    for other in under[1:]:
        place = _nearest_end(cell, other.x0, size, boxes)
        if place is None or abs(place[2] - other.x0) > ALIGNED * size:
            return None
        cuts.append(place[:2])
    return cuts


def _nearest_end(cell: Cell, x: float, size: float, boxes: Numbers) -> tuple[int, int, float] | None:
    """Where a head ends: fragment, character that begins the next, its left edge; at the end of a word where one is near."""
    places: list[tuple[float, int, int, float]] = []
    for at, fragment in enumerate(cell.lines[0]):
        for number in range(fragment.first + (1 if at == 0 else 0), fragment.last):
            left = float(boxes[number, 0])
            off = abs(left - x)
            text = fragment.text
            inner = number - fragment.first
            word = (
                inner == 0 or text[inner - 1] == " " or (text[inner - 1].islower() and text[inner].isupper())
            )
            if text[inner] != " " and off < 2 * NEAR * size:
                places.append((off - (NEAR * size if word else 0.0), at, number, left))
    if not places:
        return None
    _, at, number, left = min(places)
    return at, number, left


def _cut(cell: Cell, cuts: Sequence[tuple[int, int]], boxes: Numbers) -> list[Cell]:
    line = cell.lines[0]
    ends = [*cuts, (len(line) - 1, line[-1].last)]
    made: list[Cell] = []
    at, first = 0, line[0].first
    for end, number in ends:
        parts = []
        for index in range(at, end + 1):
            begin = first if index == at else line[index].first
            stop = number if index == end else line[index].last
            if stop > begin:
                parts.append(part_of(line[index], begin, stop, boxes))
        if sum(len(part.text) for part in parts) < FEWEST:
            return [cell]
        made.append(Cell.of(parts))
        at, first = end, number
    return made
