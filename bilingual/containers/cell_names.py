"""Names of the cells of a sheet, A1 to XFD1048576 (ECMA-376, part 1, 18.3.1.4)."""

from __future__ import annotations

import re

CELL_RE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384


def column_name(column: int) -> str:
    """The name of a 0-based column of a sheet.

    >>> column_name(0), column_name(27)
    ('A', 'AB')
    """
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cell_at(name: str) -> tuple[int, int] | None:
    """The 0-based row and column of the name of a cell; None for no such cell.

    >>> cell_at("B12"), cell_at("XFE1"), cell_at("12")
    ((11, 1), None, None)
    """
    match = CELL_RE.fullmatch(name)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    row = int(match[2])
    return (row - 1, column - 1) if 0 < row <= MOST_ROWS and column <= MOST_COLUMNS else None
