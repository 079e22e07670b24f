"""Heads written one after the other over units in cells: which units each of them stands over.

Periods stand over amounts and the share in per cent behind them, a comparison over a per cent of its own. Where the
units can be shared out in one way only, the places that the text layer lost are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from bilingual.model.figure import FiscalCalendar
from bilingual.tables import patterns as p
from bilingual.tables.header_cell import HeaderCell
from bilingual.tables.measures import is_leaf, measure_of

_CALENDAR = FiscalCalendar()
_PER_CENT = frozenset(["%", "(%)"])


def heads_over_units(rows: Sequence[list[HeaderCell]], width: int) -> list[list[HeaderCell]]:
    """The header rows, heads without places above or below one row of units each put over the first of its columns.

    Args:
        rows: header rows; a head of no known place has the column -1.
        width: columns of the table.

    Returns:
        The rows with heads that found their places before the row of units; the rows as they are where the units
        cannot be shared out among the heads, or in several ways.
    """
    units = next((row for row in rows if _are_units(row, width)), None)
    if units is None:
        return list(rows)
    placed: list[list[HeaderCell]] = []
    for row in rows:
        if len(row) < 2 or any(cell.column >= 0 for cell in row):
            continue
        ways = list(islice(_ways([cell.text for cell in row], [cell.text for cell in units]), 2))
        if len(ways) == 1:
            placed.append([HeaderCell(at, cell.text) for at, cell in zip(ways[0], row, strict=True)])
    if len(placed) != 1:
        return list(rows)
    words = [cell.text for cell in placed[0]]
    return [placed[0], *(row for row in rows if [cell.text for cell in row] != words)]


def _are_units(row: Sequence[HeaderCell], width: int) -> bool:
    """Whether a row holds a unit for every column, and per cent for some but not for all."""
    shares = sum(cell.text in _PER_CENT for cell in row)
    return (
        [cell.column for cell in row] == list(range(width))
        and 0 < shares < width
        and all(cell.text in _PER_CENT or p.UNIT_HINT_RE.search(cell.text) for cell in row)
        and not any(p.PERIOD_RE.search(cell.text) for cell in row)
    )


def _ways(heads: Sequence[str], units: Sequence[str], at: int = 0) -> Iterator[list[int]]:
    """First columns of the heads, for every way in which they can share out the units from ``at`` on."""
    if not heads:
        if at == len(units):
            yield []
        return
    for past in _ends(heads[0], units, at):
        for rest in _ways(heads[1:], units, past):
            yield [at, *rest]


def _ends(head: str, units: Sequence[str], at: int) -> Iterator[int]:
    """Where the columns of a head can end: one per cent for a comparison, amounts and a share for a period."""
    if is_leaf(head) or (measure_of(head, _CALENDAR) and not p.PERIOD_RE.search(head)):
        if at < len(units) and units[at] in _PER_CENT:
            yield at + 1
        return
    if not p.PERIOD_RE.search(head):
        return
    past = at
    while past < len(units) and units[past] not in _PER_CENT:
        past += 1
        yield past
    if at < past < len(units):
        yield past + 1
