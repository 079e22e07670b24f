"""Columns that hold the difference of two before them, whatever their heads say: 前期比 is a rate or an amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from bilingual.tables.grid import Grid

FEWEST = 2
"""Rows that hold a difference before their column is one of differences."""
REACH = 5
"""Columns before it that it may hold a difference of."""
_NUMBER_RE = re.compile(r"(?P<minus>[△▲(-]|\(-\))?\+?(?P<digits>\d[\d,]*(?:\.\d+)?)\)?")


def is_subtracted(grid: Grid, column: int) -> bool:
    """Whether most rows with figures in a column and in two before it, the same in all of them, hold their difference there.

    A forecast stands beside the one before and the results of last year, and its changes from either behind it.
    """
    rows = []
    for row in grid.rows:
        cells = row.cells[max(0, column - REACH) : column + 1]
        rows.append([_value(cell.text) if cell is not None else None for cell in cells])
    pairs = combinations(range(min(column, REACH)), 2)
    return any(_holds(rows, one, other) for one, other in pairs)


def _holds(rows: Sequence[Sequence[Decimal | None]], one: int, other: int) -> bool:
    whole = fitting = 0
    for values in rows:
        before, after, stated = values[one], values[other], values[-1]
        if before is None or after is None or stated is None:
            continue
        whole += 1
        fitting += stated != 0 and stated in (after - before, before - after)
    return fitting >= FEWEST and 2 * fitting > whole


def _value(text: str) -> Decimal | None:
    found = _NUMBER_RE.fullmatch(text)
    if found is None:
        return None
    value = Decimal(found["digits"].replace(",", ""))
    return -value if found["minus"] else value
