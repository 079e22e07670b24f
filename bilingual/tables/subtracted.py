"""Columns that hold the difference of the two before them, whatever their heads say: 前期比 is a rate or an amount."""

from __future__ import annotations

import re
from decimal import Decimal

from bilingual.tables.grid import Grid

FEWEST = 2
"""Rows that hold a difference before their column is one of differences."""
_NUMBER_RE = re.compile(r"(?P<minus>[△▲(-]|\(-\))?\+?(?P<digits>\d[\d,]*(?:\.\d+)?)\)?")


def is_subtracted(grid: Grid, column: int) -> bool:
    """Whether most rows with figures in a column and the two before it hold their difference there."""
    if column < FEWEST:
        return False
    whole = fitting = 0
    for row in grid.rows:
        cells = row.cells[column - 2 : column + 1]
        values = [_value(cell.text) for cell in cells if cell is not None]
        if len(values) < len("abc") or None in values:
            continue
        before, after, stated = (value or Decimal() for value in values)
        whole += 1
        fitting += stated == after - before and stated != 0
    return fitting >= FEWEST and 2 * fitting > whole


def _value(text: str) -> Decimal | None:
    found = _NUMBER_RE.fullmatch(text)
    if found is None:
        return None
    value = Decimal(found["digits"].replace(",", ""))
    return -value if found["minus"] else value
