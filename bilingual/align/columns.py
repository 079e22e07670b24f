"""Columns with columns of two paired tables.

The cells of rows that are already paired vote with their values; headers (period, unit, measure) and order
decide where values say nothing. A wrong header does not move a column whose values stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bilingual.align.assignment import best_assignment
from bilingual.align.evidence import digit_weight, word_digits
from bilingual.figures.periods import compare_periods
from bilingual.model.figure import FiscalCalendar
from bilingual.model.table import Cell, CellKind, Column, Row, Table

FILLED = 0.6
"""What it is worth that two columns of words are filled in the same rows, all of them."""


def pair_columns(
    ja: Table,
    en: Table,
    rows: Sequence[tuple[Row, Row]],
    ja_calendar: FiscalCalendar,
    en_calendar: FiscalCalendar,
) -> tuple[tuple[int, int], ...]:
    """Pair the columns of two tables, given the rows that correspond.

    Returns:
        ``(Japanese index, English index)`` in Japanese order; columns without a partner are in none.
    """
    votes: dict[tuple[int, int], float] = {}
    voters: Counter[tuple[int, int]] = Counter()
    weight = 0.0
    for left, right in rows:
        found: dict[tuple[int, int], float] = {}
        weight += _vote(left, right, found)
        for edge, worth in found.items():
            votes[edge] = votes.get(edge, 0.0) + worth
            voters[edge] += 1
    # A row or two may have been exchanged by mistake; from five rows on, values outweigh any header.
    trust = 4.0 * min(1.0, (len(rows) / 5) ** 1.5)
    alone = len(ja.columns) == len(en.columns)
    filled = _filled_alike(rows)
    scores: dict[tuple[int, int], float] = {}
    for left_column in ja.columns:
        for right_column in en.columns:
            edge = (left_column.index, right_column.index)
            share = votes.get(edge, 0.0) / weight if weight else 0.0
            if alone and _crosses_alone(edge, voters):
                share /= 2  # the cells of that row may be exchanged
            header = _header_score(left_column, right_column, ja_calendar, en_calendar)
            order = _order_score(ja, en, *edge)
            scores[edge] = 1.0 + trust * share + header + order + filled.get(edge, 0.0)
    return tuple(best_assignment(scores))


def _filled_alike(rows: Sequence[tuple[Row, Row]]) -> dict[tuple[int, int], float]:
    """What speaks for columns of words, which have no values: that both are filled in the same rows.

    Boundaries stand in all rows and remarks in some; the two may have changed places.
    """
    sides = tuple(
        {cell.column for row in own for cell in row.cells if cell.kind is CellKind.TEXT}
        - {cell.column for row in own for cell in row.cells if cell.figure is not None}
        for own in zip(*rows, strict=True)
    )
    if len(sides) < 2 or max(map(len, sides)) < 2:
        return {}
    alike: Counter[tuple[int, int]] = Counter()
    for pair in rows:
        left, right = ({c.column for c in row.cells if c.kind is CellKind.TEXT} for row in pair)
        alike.update((i, j) for i in sides[0] for j in sides[1] if (i in left) is (j in right))
    return {edge: FILLED * count / len(rows) for edge, count in alike.items()}


def _crosses_alone(edge: tuple[int, int], voters: Counter[tuple[int, int]]) -> bool:
    """Whether one row alone speaks for columns in another order, and any for one of them where it stands."""
    i, j = edge
    return i != j and voters[edge] == 1 and max(voters[i, i], voters[j, j]) > 0


def _vote(left: Row, right: Row, votes: dict[tuple[int, int], float]) -> float:
    """Add one row's votes; returns the weight that the row carries."""
    digits = [(cell.column, shown) for cell in right.cells if (shown := _digits(cell))]
    heaviest = 0.0
    for cell in left.cells:
        mine = _digits(cell)
        if not mine:
            continue
        worth = digit_weight(mine)
        heaviest = max(heaviest, worth)
        hits = [column for column, theirs in digits if theirs == mine]
        for column in hits:
            edge = (cell.column, column)
            votes[edge] = votes.get(edge, 0.0) + worth / len(hits)
    return heaviest


def _digits(cell: Cell) -> str:
    """What a cell votes with: the digits of its figure, or those among its words."""
    return cell.figure.digits if cell.figure is not None else " ".join(word_digits(cell))


def _header_score(
    left: Column, right: Column, ja_calendar: FiscalCalendar, en_calendar: FiscalCalendar
) -> float:
    score = 0.0
    if left.period and right.period:
        differ = compare_periods(left.period, right.period, ja_calendar, en_calendar)
        score += -0.3 if any(difference.serious for difference in differ) else 0.3
    if left.unit and right.unit:
        score += 0.2 if left.unit == right.unit else -0.3
    if left.measure and right.measure:
        score += 0.2 if left.measure == right.measure else -0.2
    return score


def _order_score(ja: Table, en: Table, i: int, j: int) -> float:
    if len(ja.columns) == len(en.columns):
        return 0.15 if i == j else 0.0
    return 0.1 / (1 + abs(i / max(len(ja.columns), 1) - j / max(len(en.columns), 1)) * 4)
