"""Lines of heads, told by where they stand: in the middle below one above them, in one grid with rows, over the figures of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bilingual.readers.pdf.page import Rule
from bilingual.readers.pdf.rows import Cell, Row
from bilingual.text.normalize import fold

STACKED, LEADED = 1.6, 1.9
"""Lines of a wrapped head stand nearer to each other than this many heights; where no line of the heads stands nearer, this many."""
STAGGERED, LOOSE = 0.95, 2.6
"""Lines nearer than the first are those of heads of unlike many lines beside each other: every second one is of one head, which
may have the more leading."""
NEAREST = 1.1
"""By how much more than the nearest lines they then stand from each other."""
APART = 0.5
"""And farther apart than this many."""
ALIKE = 1.0
"""Points between the places where the figures of two rows end."""
SHARED = 3
"""Vertical rules that rows of one grid share."""
NARROW = 0.6
"""Share of the width of a grid that a row of one cell takes at most; a wider one is a caption."""
LABELS, BEGUN = 3.0, 0.2
"""Heights that heads stand right of the labels at least, and from the place where a head below them begins at most."""
OFF = 0.3
"""Heights that their middles stand from each other at most."""


def most_step(middles: Sequence[float], size: float) -> float:
    """How far the lines of one head stand from each other at most, where lines of heads stand at these heights."""
    nearest = min((below - above for above, below in pairwise(middles)), default=0.0)
    most = LEADED
    if nearest < STAGGERED * size:
        nearest = min(
            (below - above for above, below in zip(middles, middles[2:], strict=False)), default=0.0
        )
        most = LOOSE
    return max(STACKED * size, min(NEAREST * nearest, most * size))


def heads_above(
    row: Row,
    cells: Sequence[Cell],
    most: float,
    rules: Sequence[Rule],
    unit_re: re.Pattern[str],
    *,
    flush: bool = False,
) -> list[Cell | None]:
    """The heads that the cells of a row go on with.

    Heads of one column below a head of several are told by those beside them, which stand below nothing, unless rules
    part such heads.

    Args:
        row: a line of heads.
        cells: the heads above it, from top to bottom.
        most: how far the lines of one head stand from each other at most.
        rules: horizontal rules that stand among the heads.
        unit_re: units, which are heads of their own.
        flush: whether the lines of one head may begin at one place, too, and not only have one middle.
    """
    nothing: list[Cell | None] = [None] * len(row.cells)
    if all(unit_re.fullmatch(fold(cell.text)) for cell in row.cells):
        return nothing
    found: list[Cell | None] = []
    for cell in row.cells:
        above = next(
            (head for head in reversed(cells) if _goes_on(head, cell, most, rules, flush=flush)), None
        )
        if above is None and not rules:
            return nothing
        if above is not None and (
            any(above is other for other in found) or unit_re.fullmatch(fold(_last_line(above)))
        ):
            return nothing
        found.append(above)
    return found


def _last_line(cell: Cell) -> str:
    return " ".join(fragment.text for fragment in cell.lines[-1])


def _goes_on(above: Cell, cell: Cell, most: float, rules: Sequence[Rule], *, flush: bool) -> bool:
    step = cell.lines[0][0].middle - above.lines[-1][0].middle
    size = max(above.lines[-1][0].size, cell.lines[0][0].size)
    if not APART * size < step < most:
        return False
    if abs(above.middle - cell.middle) > OFF * size and not (flush and abs(above.x0 - cell.x0) < OFF * size):
        return False
    return not is_crossed(above, cell, rules)


def is_in_middle(above: Cell, cell: Cell, most: float) -> bool:
    """Whether a cell stands in the middle below the last line of a head, as its next line would."""
    return _goes_on(above, cell, most, (), flush=False)


def is_crossed(above: Cell, cell: Cell, rules: Sequence[Rule]) -> bool:
    """Whether a rule stands between a head and a line below it."""
    top, bottom, middle = above.lines[-1][0].middle, cell.lines[0][0].middle, cell.middle
    return any(top < rule.at < bottom and rule.start - 1 <= middle <= rule.end + 1 for rule in rules)


def is_between_heads(above: Row, row: Row, below: Row) -> bool:
    """Whether a line stands halfway between two lines of heads and left of both: the unit in the stub of a head of two lines."""
    if len(row.cells) > 1 or not (above.wide and below.wide) or row.x1 > min(above.x0, below.x0):
        return False
    halfway = (above.middle + below.middle) / 2
    return above.y1 > row.y0 and below.y0 < row.y1 and abs(row.middle - halfway) < 0.2 * row.size


def begins_columns(row: Row, heads: Row, left: float) -> bool:
    """Whether a line begins right of the labels, where one of the heads below it does: heads that stand at the left over columns."""
    if len(heads.cells) < 2 or row.x0 < left + LABELS * row.size:
        return False
    return any(abs(cell.x0 - row.x0) < BEGUN * row.size for cell in heads.cells)


def heads_other_columns(last: Row, head: Row, core: Row) -> bool:
    """Whether a line heads every figure of the row below it, right of its label, and that has other columns than the row above."""
    if head.figures or not head.wide or len(head.cells) != core.figures or core.figures == last.figures:
        return False
    if core.cells[0].is_figure or len(core.cells) != core.figures + 1 or core.figures < 2:
        return False
    return head.x0 > core.cells[0].x1


def in_one_grid(one: Row, core: Row) -> bool:
    """Whether the cells of a row stand between the same vertical rules as those of a row with figures."""
    own, others = (
        {side for cell in row.cells for side in (cell.left, cell.right) if side is not None}
        for row in (one, core)
    )
    if len(others) < SHARED or len(own) < 2:
        return False
    shared = sum(any(abs(a - b) < 2 for b in others) for a in own)
    narrow = max(own) - min(own) < NARROW * (max(others) - min(others))
    return shared >= SHARED or (shared == len(own) == 2 and narrow)


def stand_alike(one: Row, other: Row) -> bool:
    """Whether the figures of two rows end at the same places, and their labels begin near each other."""
    ends = [[cell.x1 for cell in row.cells[1:] if cell.is_figure] for row in (one, other)]
    if len(ends[0]) != len(ends[1]) or len(ends[0]) < 2 or abs(one.x0 - other.x0) > 3 * one.size:
        return False
    return all(abs(a - b) < ALIKE for a, b in zip(*ends, strict=True))
