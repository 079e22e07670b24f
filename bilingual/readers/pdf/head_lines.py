"""Lines of heads that wrap, told by where they stand: each in the middle below one of the lines above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bilingual.readers.pdf.page import Rule
from bilingual.readers.pdf.rows import Cell, Row
from bilingual.text.normalize import fold

STACKED, LEADED = 1.6, 1.9
"""Lines of a wrapped head stand nearer to each other than this many heights; where no line of the heads stands nearer, this many."""
NEAREST = 1.1
"""By how much more than the nearest lines they then stand from each other."""
APART = 0.5
"""And farther apart than this many."""
OFF = 0.3
"""Heights that their middles stand from each other at most."""


def most_step(middles: Sequence[float], size: float) -> float:
    """How far the lines of one head stand from each other at most, where lines of heads stand at these heights."""
    nearest = min((below - above for above, below in pairwise(middles)), default=0.0)
    return max(STACKED * size, min(NEAREST * nearest, LEADED * size))


def heads_above(
    row: Row, cells: Sequence[Cell], most: float, rules: Sequence[Rule], unit_re: re.Pattern[str]
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
    """
    nothing: list[Cell | None] = [None] * len(row.cells)
    if all(unit_re.fullmatch(fold(cell.text)) for cell in row.cells):
        return nothing
    found: list[Cell | None] = []
    for cell in row.cells:
        above = next((head for head in reversed(cells) if _goes_on(head, cell, most, rules)), None)
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


def _goes_on(above: Cell, cell: Cell, most: float, rules: Sequence[Rule]) -> bool:
    step = cell.lines[0][0].middle - above.lines[-1][0].middle
    size = max(above.lines[-1][0].size, cell.lines[0][0].size)
    if not APART * size < step < most or abs(above.middle - cell.middle) > OFF * size:
        return False
    return not is_crossed(above, cell, rules)


def is_crossed(above: Cell, cell: Cell, rules: Sequence[Rule]) -> bool:
    """Whether a rule stands between a head and a line below it."""
    top, bottom, middle = above.lines[-1][0].middle, cell.lines[0][0].middle, cell.middle
    return any(top < rule.at < bottom and rule.start - 1 <= middle <= rule.end + 1 for rule in rules)
