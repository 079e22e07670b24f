"""Which columns a short row's cells belong to, told by arithmetic: shares of the column's total, and sums.

A per cent beside an amount is the amount's share of what the column counts as 100; an amount that a column lacks
shows in a total that does not foot without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import combinations
from math import comb

from bilingual.tables.block import ROWS
from bilingual.tables.grid import Grid, GridRow
from bilingual.tables.lines import Field

MOST_WAYS = 1_500
MOST_ROWS = 60
"""Short rows of a table that are tried; no statement has more."""
LONGEST_SUM = 40
"""Items of one sum; statements have fewer between two subtotals."""
SHARE_WORTH = 3
SUM_WORTH = 2
_DIGITS_RE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_NEGATIVE_RE = re.compile(r"^\s*(?:\(|[△▲-])")


def number(text: str) -> Decimal | None:
    """The value of a cell as far as arithmetic needs it: digits and sign.

    >>> number("(1,234)"), number("12.8%"), number("-")
    (Decimal('-1234'), Decimal('12.8'), None)
    """
    match = _DIGITS_RE.search(text)
    if match is None:
        return None
    try:
        value = Decimal(match[0].replace(",", ""))
    except InvalidOperation:
        return None
    return -value if _NEGATIVE_RE.match(text) else value


class Footing:
    """The arithmetic of a grid: what its columns count as 100 per cent, and how many of their totals foot."""

    def __init__(self, grid: Grid, units: Sequence[str]) -> None:
        self._units = units
        rows = [row for row in grid.rows if row.line.kind in ROWS]
        self._index = {row.line.number: index for index, row in enumerate(rows)}
        self._tries = MOST_ROWS
        self._columns: list[dict[int, Decimal]] = [{} for _ in range(grid.width)]
        for index, row in enumerate(rows):
            if not row.doubtful:
                self._put(index, row.cells)
        self._bases = dict(self._hundreds())
        self._feet = [self._foots(column, None) for column in range(grid.width)]

    def _put(self, index: int, cells: Sequence[Field | None]) -> None:
        for column, cell in enumerate(cells):
            value = number(cell.text) if cell is not None else None
            if value is not None:
                self._columns[column][index] = value

    def _hundreds(self) -> Iterator[tuple[int, Decimal]]:
        """For every column of shares, the amount that is 100 per cent; columns of changes are none."""
        for column in range(1, len(self._units)):
            if self._units[column] != "%" or self._units[column - 1] == "%":
                continue
            shares, amounts = self._columns[column], self._columns[column - 1]
            whole = [amounts[i] for i, share in shares.items() if share == 100 and amounts.get(i)]
            for base in whole[:1]:
                both = [(amounts[i], share) for i, share in shares.items() if i in amounts]
                if sum(_is_share(amount, base, share) for amount, share in both) * 10 >= len(both) * 8:
                    yield column, base

    def _foots(self, column: int, extra: tuple[int, Decimal] | None) -> int:
        """Number of rows of a column that are the sum of two or more rows above them."""
        values = self._columns[column]
        if extra is not None:
            values = dict(sorted({**values, extra[0]: extra[1]}.items()))
        stack: list[Decimal] = []
        feet = 0
        for value in values.values():
            total = Decimal(0)
            for count in range(1, min(len(stack), LONGEST_SUM) + 1):
                total += stack[-count]
                if count > 1 and total == value:
                    del stack[-count:]
                    feet += 1
                    break
            stack.append(value)
        return feet

    def place(self, row: GridRow) -> list[int] | None:
        """The columns that arithmetic gives the cells of a row; None where it does not decide."""
        cells = [cell for cell in row.cells if cell is not None]
        width = len(self._columns)
        values = [number(cell.text) for cell in cells]
        if not cells or self._tries <= 0 or comb(width, len(cells)) > MOST_WAYS or None in values:
            return None
        index = self._index[row.line.number]
        self._tries -= 1
        worth: dict[tuple[int, int], int] = {}
        scored: list[tuple[int, tuple[int, ...]]] = []
        for ways in combinations(range(width), len(cells)):
            if not self._fits(cells, ways):
                continue
            score = 0
            for at, column in enumerate(ways):
                value = values[at]
                assert value is not None
                if (at, column) not in worth:
                    feet = 0 if self._units[column] == "%" else self._foots(column, (index, value))
                    worth[at, column] = SUM_WORTH * (feet - self._feet[column]) if feet else 0
                score += worth[at, column]
                base = self._bases.get(column)
                if base is not None and at and ways[at - 1] == column - 1:
                    amount = values[at - 1]
                    assert amount is not None
                    score += SHARE_WORTH if _is_share(amount, base, value) else -SHARE_WORTH
            scored.append((score, ways))
        scored.sort(key=lambda entry: -entry[0])
        if not scored or scored[0][0] <= 0 or (len(scored) > 1 and scored[1][0] == scored[0][0]):
            return None
        self._put_at(index, scored[0][1], values)
        return list(scored[0][1])

    def _put_at(self, index: int, ways: Sequence[int], values: Sequence[Decimal | None]) -> None:
        for column, value in zip(ways, values, strict=True):
            assert value is not None
            found = {**self._columns[column], index: value}
            self._columns[column] = dict(sorted(found.items()))
            self._feet[column] = self._foots(column, None)

    def _fits(self, cells: Sequence[Field], ways: Sequence[int]) -> bool:
        """Whether fractions stand in columns of per cents and whole numbers do not; a share needs its amount."""
        for at, column in enumerate(ways):
            part = "%" in cells[at].text or "." in cells[at].text
            if (self._units[column] == "%") is not part:
                return False
            if column in self._bases and not (at and ways[at - 1] == column - 1):
                return False
        return True


def _is_share(amount: Decimal, base: Decimal, share: Decimal) -> bool:
    """Whether a share is that of the amount, up to one unit of its last digit."""
    exponent = share.as_tuple().exponent
    unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(amount / base * 100 - share) <= unit
