"""The columns of a table, from where its figures stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bilingual.readers.pdf.rows import Cell, Row
from bilingual.text.normalize import fold

COUNT_RE = re.compile(r"\d{1,4}")
"""A year or a number that may label a row."""
SPARSE = 5
"""So many rows of a column to one whose figure stands at its left edge."""
SPARSE_IN_ALL = 2
"""So many where the same rows stand at the left edge of several columns, right behind the column before."""

DASH_OFF = 0.8
"""Heights between the figures of a column and its dashes at most."""


@dataclass(slots=True)
class Slot:
    """A column: from its leftmost to its rightmost character, and between which rules."""

    x0: float
    x1: float
    left: float
    right: float
    ruled: bool = False
    centre: float | None = None
    """Middle of the cells, where a head of its own that stands in the middle tells it."""
    start: float | None = None
    """Where its lowest head begins."""

    @property
    def middle(self) -> float:
        """Middle of its width."""
        return (self.x0 + self.x1) / 2

    @property
    def outset(self) -> float:
        """Where its cells begin: as far left of their middle as the figures end right of it."""
        return self.x0 if self.centre is None else min(self.x0, 2 * self.centre - self.x1)


def find_slots(rows: Sequence[Row]) -> tuple[tuple[float, float], list[Slot]]:
    """From where to where labels reach, and the columns right of them, from left to right."""
    stubs = _has_stubs(rows)
    edge = label_edge(rows)
    cells: list[tuple[int, Cell]] = []
    for number, row in enumerate(rows):
        if len(row.cells) == 1 and not row.cells[0].is_figure:
            continue
        own = row.cells[1:] if not row.cells[0].is_figure or stubs or row.x0 < edge else row.cells
        cells.extend((number, cell) for cell in own)
    slots = _components(cells)
    labels = [row.cells[0] for row in rows if len(row.cells) > 1 and not row.cells[0].is_figure]
    ends = min((label.x0 for label in labels), default=0.0), max((label.x1 for label in labels), default=0.0)
    return ends, slots


def label_edge(rows: Sequence[Row]) -> float:
    """Left of where rows begin with a label, be it a figure (``192kbps``).

    Most rows begin with words there, or the others have as many cells and begin where one with words does.
    """
    full = [row for row in rows if len(row.cells) > 1]
    labelled = [row for row in full if not row.cells[0].is_figure]
    if not labelled or (len(labelled) * 2 < len(full) and not _begin_alike(full, labelled)):
        return float("-inf")
    return min(max(row.x0 for row in labelled) + 1, min(row.cells[1].x0 for row in labelled))


def _begin_alike(rows: Sequence[Row], labelled: Sequence[Row]) -> bool:
    """Whether every row has as many cells as one with a label that begins at the same place."""
    known = {(round(row.x0) + off, len(row.cells)) for row in labelled for off in (-1, 0, 1)}
    return all((round(row.x0), len(row.cells)) in known for row in rows)


def _has_stubs(rows: Sequence[Row]) -> bool:
    """Whether rows whose first cell is a figure are labelled by it: years, or numbers of rows."""
    firsts = [row.cells[0] for row in rows if len(row.cells) > 1]
    if not firsts or not all(COUNT_RE.fullmatch(fold(cell.text)) for cell in firsts):
        return False
    return len({cell.text for cell in firsts}) == len(firsts) > 1


def _components(cells: Sequence[tuple[int, Cell]]) -> list[Slot]:
    """Columns as stretches that cells cover together; a stretch with two cells of a row is several columns."""
    groups: list[list[tuple[int, Cell]]] = []
    end = float("-inf")
    for number, cell in sorted(cells, key=lambda item: item[1].x0):
        if groups and cell.x0 < end - 0.5:
            groups[-1].append((number, cell))
            end = max(end, cell.x1)
        else:
            groups.append([(number, cell)])
            end = cell.x1
    slots: list[Slot] = []
    for group in _whole_columns(_with_dashes(groups)):
        slots.extend(_slots_of(group))
    return slots


def _whole_columns(groups: Sequence[list[tuple[int, Cell]]]) -> list[list[tuple[int, Cell]]]:
    """The groups, those of figures that were typed as text put to the column at whose left edge they stand.

    Such a group has no head and few rows, all of which are empty in the column right of it.
    """
    whole: list[list[tuple[int, Cell]]] = []
    behind = {
        _rows_of_two(*three[1:])
        for three in zip(groups, groups[1:], groups[2:], strict=False)
        if _is_behind(*three)
    }
    for group in groups:
        sparse = SPARSE_IN_ALL if whole and _rows_of_two(whole[-1], group) in behind else SPARSE
        if whole and _is_edge(whole[-1], group, sparse):
            whole[-1] = [*whole[-1], *group]
        else:
            whole.append(group)
    return whole


def _rows_of_two(
    one: Sequence[tuple[int, Cell]], other: Sequence[tuple[int, Cell]]
) -> tuple[frozenset[int], frozenset[int]]:
    return frozenset(number for number, _ in one), frozenset(number for number, _ in other)


def _is_behind(
    before: Sequence[tuple[int, Cell]], few: Sequence[tuple[int, Cell]], many: Sequence[tuple[int, Cell]]
) -> bool:
    """Whether figures begin where a column ends that has the same rows as the column behind them."""
    if {number for number, _ in before} != {number for number, _ in many}:
        return False
    size = max(cell.y1 - cell.y0 for _, cell in few)
    return min(cell.x0 for _, cell in few) - max(cell.x1 for _, cell in before) < size


def _is_edge(few: Sequence[tuple[int, Cell]], many: Sequence[tuple[int, Cell]], sparse: int) -> bool:
    rows, others = ({number for number, _ in group} for group in (few, many))
    return (
        len(rows) * sparse <= len(others)
        and rows.isdisjoint(others)
        and all(cell.is_figure for _, cell in few)
    )


def _with_dashes(groups: Sequence[list[tuple[int, Cell]]]) -> list[list[tuple[int, Cell]]]:
    """Columns, with the dashes that stand a little beside the figures of a column in other rows: cells of sheets have other formats."""
    found: list[list[tuple[int, Cell]]] = []
    for group in groups:
        if found and _are_one(found[-1], group):
            found[-1] = [*found[-1], *group]
        else:
            found.append(group)
    return found


def _are_one(one: Sequence[tuple[int, Cell]], other: Sequence[tuple[int, Cell]]) -> bool:
    """Whether one of two columns beside each other holds dashes alone, in rows that are blank in the other."""
    if not (_are_dashes(one) or _are_dashes(other)) or {at for at, _ in one} & {at for at, _ in other}:
        return False
    size = max(cell.y1 - cell.y0 for _, cell in one)
    return min(cell.x0 for _, cell in other) - max(cell.x1 for _, cell in one) < DASH_OFF * size


def _are_dashes(cells: Sequence[tuple[int, Cell]]) -> bool:
    return all(cell.is_figure and not any(map(str.isdigit, cell.text)) for _, cell in cells)


def _slots_of(group: Sequence[tuple[int, Cell]]) -> list[Slot]:
    counts: dict[int, int] = {}
    for number, _ in group:
        counts[number] = counts.get(number, 0) + 1
    most = max(counts.values())
    if most == 1:
        return [_slot([cell for _, cell in group])]
    # Cells of one column reach into the next: the row with most cells shows the columns, right edges tell the rest.
    template = next(number for number, count in counts.items() if count == most)
    bases = sorted((cell for number, cell in group if number == template), key=lambda cell: cell.x1)
    members: list[list[Cell]] = [[base] for base in bases]
    for number, cell in group:
        if number != template:
            nearest = min(range(most), key=lambda index: abs(bases[index].x1 - cell.x1))
            if abs(bases[nearest].x1 - cell.x1) < 0.5 * (cell.y1 - cell.y0):
                members[nearest].append(cell)
    return [_slot(own) for own in members]


def _slot(cells: Sequence[Cell]) -> Slot:
    x0, x1 = min(cell.x0 for cell in cells), max(cell.x1 for cell in cells)
    lefts = [cell.left for cell in cells if cell.left is not None]
    rights = [cell.right for cell in cells if cell.right is not None]
    return Slot(x0, x1, max(lefts, default=x0), min(rights, default=x1), ruled=len(lefts) * 2 > len(cells))


def slot_of(cell: Cell, slots: Sequence[Slot]) -> int:
    """The column that a cell of a row with figures stands in."""
    x0, x1, middle = cell.x0, cell.x1, cell.middle
    best, at = float("-inf"), 0
    for index, slot in enumerate(slots):
        left, right = slot.x0, slot.x1
        shared = (x1 if x1 < right else right) - (x0 if x0 > left else left)
        fit = (shared if shared > 0 else 0.0) - abs(x1 - right) * 0.5
        if fit > best or (fit == best and abs(middle - slot.middle) < abs(middle - slots[at].middle)):
            best, at = fit, index
    return at
