"""Columns that state amounts in two currencies side by side, as statements with a convenience translation do."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bilingual.tables.line import Line
from bilingual.tables.looks import look

FEWEST = 4
"""Rows whose cells have one rate that make two columns translations of each other."""
LEAST = 100
"""Amounts below this are rounded too coarsely to tell a rate."""
SPREAD = Decimal("1.03")
"""By how much the rates of rows may differ that are rounded."""
HALF = Decimal("0.5")


def has_rate(left: str, right: str, rows: Sequence[Line], index: int) -> bool:
    """Whether two cells side by side have the rate that those of the other rows have, rounding aside.

    Args:
        left: the cell in the column of the index.
        right: the cell behind it.
        rows: the rows of the table.
        index: the number of the left field.
    """
    rates = sorted(rate for row in rows if len(row.fields) > index + 1 for rate in _rates(row, index))
    middle = rates[len(rates) // 8 : len(rates) - len(rates) // 8]
    one, other = _amount(left), _amount(right)
    if len(middle) < FEWEST or middle[-1] > SPREAD * middle[0] or one is None or other is None:
        return False
    return (one - HALF) * middle[0] <= other + HALF and other - HALF <= (one + HALF) * middle[-1]


def _rates(row: Line, index: int) -> list[Decimal]:
    """The rate between two cells of a row, if both are large enough to tell it."""
    one, other = (_amount(field.text) for field in row.fields[index : index + 2])
    return [other / one] if one is not None and other is not None and one >= LEAST and other >= LEAST else []


def _amount(text: str) -> Decimal | None:
    """The digits of a whole number, without its sign."""
    digits = "".join(filter(str.isdigit, text))
    return Decimal(digits) if digits and look(text) == "whole" else None
