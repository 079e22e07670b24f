"""Columns that hold the difference of two others, whatever their heads say: 前期比 is a rate or an amount."""

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
BEHIND = 2
"""Columns behind it: the one of the year before, or of both years."""
_NUMBER_RE = re.compile(r"(?P<minus>[△▲(-]|\(-\))?\+?(?P<digits>\d[\d,]*(?:\.\d+)?)\)?")


def is_subtracted(grid: Grid, column: int) -> bool:
    """Whether most rows with figures in a column and in two others, the same in all of them, hold their difference there.

    A forecast stands beside the one before and the results of last year, and its changes from either behind it; banks
    print the change between the two periods.
    """
    first = max(0, column - REACH)
    rows = []
    for row in grid.rows:
        cells = row.cells[first : column + BEHIND + 1]
        rows.append([_value(cell.text) if cell is not None else None for cell in cells])
    own = column - first
    pairs = [*combinations(range(own), 2), (own - 1, own + 1), (own + 1, own + 2)]
    width = min(len(values) for values in rows) if rows else 0
    return own < width and any(
        one >= 0 and other < width and _holds(rows, one, other, own) for one, other in pairs
    )


def _holds(rows: Sequence[Sequence[Decimal | None]], one: int, other: int, own: int) -> bool:
    """Whether most rows hold the difference; where amounts are rounded, the last digit may differ in some."""
    whole = fitting = near = 0
    for values in rows:
        before, after, stated = values[one], values[other], values[own]
        if before is None or after is None or stated is None:
            continue
        whole += 1
        off = min(abs(stated - after + before), abs(stated + after - before))
        fitting += stated != 0 and off == 0
        near += stated != 0 and off <= Decimal(1).scaleb(int(stated.as_tuple().exponent))
    return fitting >= FEWEST and 2 * near > whole and 3 * fitting > whole


def _value(text: str) -> Decimal | None:
    found = _NUMBER_RE.fullmatch(text)
    if found is None:
        return None
    value = Decimal(found["digits"].replace(",", ""))
    return -value if found["minus"] else value
