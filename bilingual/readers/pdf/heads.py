"""Heads of columns: which columns a head stands over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

from bilingual.readers.pdf.page import Rule
from bilingual.readers.pdf.rows import Cell, Row
from bilingual.readers.pdf.slots import Slot
from bilingual.readers.pdf.wrapped import names_units
from bilingual.text.normalize import fold

OFF = 6.0
"""Cost in points of a column that no head of the row stands over."""
BESIDE = 8.0
"""Cost of every further column of a head that does not stand in the middle of its columns."""
MOST_UNITS = 12
"""Units of a row beyond which blank columns are not looked for."""
INSIDE = 0.4
"""Cost of a point between the rules beside a head that none of its columns takes."""
UNDER = 0.8
"""Heights below a head at most that the rule stands which shows its columns."""
FEWEST_ALIGNED, ALIGNED = 3, 0.8
"""Fewest heads of a row that show that heads begin where their columns do, and how far from there in points at most."""
NOTES_RE = re.compile(r"注記?(?:番号)?|Notes?(?: (?:[Nn]o|[Nn]umber)s?\.?)?")
"""The head of a column of note numbers, which may be blank in all rows of a page."""
YEAR_RE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\bFY ?\d{2}")
MOST = 40
"""Heads or columns beyond which heads are only counted off."""

Places = tuple[float, tuple[tuple[int, int], ...]]
"""What it costs that heads stand where they do, and their first and last columns."""


def head_columns(cells: Sequence[Cell], slots: Sequence[Slot]) -> list[tuple[int, int]]:
    """First and last column of every head of a row, from left to right.

    A head between rules stands over the columns between them. Of the others, each takes the columns over whose middle,
    left or right edge it stands best, none that another has.
    """
    if not slots:
        return [(0, -1)] * len(cells)
    count, width = len(cells), len(slots)
    if count > width or width > MOST:
        return [(column, column) for column in (_nearest(cell, slots) for cell in cells)]
    if count == width:
        return [(column, column) for column in range(width)]
    aligned = _from_the_left(cells, slots) or _to_the_right(cells, slots)
    if aligned is not None:
        return aligned

    best: list[Places] = [(OFF * (width - column), ()) for column in range(width + 1)]
    for number in reversed(range(count)):
        last = width - (count - number)
        best = _with_head(cells[number], slots[: last + 1], best, starts=last + 1 if number else 1)
    return list(best[0][1])


def _with_head(cell: Cell, slots: Sequence[Slot], behind: Sequence[Places], starts: int) -> list[Places]:
    """Cheapest places of a head and of those behind it, for each of the first ``starts`` columns as the first free one.

    Args:
        cell: the head.
        slots: the columns that it may stand over.
        behind: the same for the heads behind it.
        starts: number of columns.
    """
    count = len(slots)
    misfits = [[_misfit(cell, slots, first, last) for last in range(first, count)] for first in range(count)]
    found: list[Places] = []
    for start in range(starts):
        cost = float("inf")
        places: tuple[tuple[int, int], ...] = ()
        for first in range(start, count):
            for last, misfit in enumerate(misfits[first], start=first):
                whole = OFF * (first - start) + misfit + behind[last + 1][0]
                if whole < cost:
                    cost, places = whole, ((first, last), *behind[last + 1][1])
        found.append((cost, places))
    return found


def keep_rates(rows: Sequence[list[Cell | None]]) -> None:
    """Give an amount and its rate one head where the head of the amounts beside them was stretched over one of both.

    Args:
        rows: heads by column, the labels first, from the highest row to the lowest; changed in place.
    """
    units = [fold(cell.text).strip("() ") if cell else "" for cell in rows[-1]] if rows else []
    rates = [at for at in range(2, len(units)) if units[at] == "%" and units[at - 1] not in ("", "%")]
    if len(rates) < FEWEST_ALIGNED:
        return
    groups = [[at, at + 1] if at + 1 in rates else [at] for at in range(1, len(units)) if at not in rates]
    for row in rows[:-1]:
        own = [cell for at, cell in enumerate(row) if at and cell is not None and cell is not row[at - 1]]
        if len(own) == len(groups) > len({id(row[group[0]]) for group in groups}):
            for cell, group in zip(own, groups, strict=True):  # one for each amount and its rate
                row[group[0]] = row[group[-1]] = cell
        for at in rates:
            stretched = at + 1 < len(row) and row[at] is row[at + 1] and row[at] is not row[at - 1]
            if stretched and row[at - 1] is not None:
                row[at] = row[at - 1]


def span_by_rules(row: Row, rules: Sequence[Rule], labels: float) -> None:
    """Give heads the ends of the rule drawn right below each: it shows the columns that a head stands over.

    Only where no other head of the row stands over the same rule, nor the labels, which end at ``labels``.
    """
    below = [
        rule for rule in rules if row.y0 < rule.at < max(cell.y1 for cell in row.cells) + UNDER * row.size
    ]
    for cell in row.cells:
        if cell.left is not None or cell.right is not None:
            continue
        own = [
            rule
            for rule in below
            if cell.y1 - 1 < rule.at < cell.y1 + UNDER * row.size
            and labels < rule.start < cell.x0 + 1
            and rule.end > cell.x1 - 1
        ]
        for rule in own[:1]:
            if not any(rule.start < other.middle < rule.end for other in row.cells if other is not cell):
                cell.left, cell.right = rule.start, rule.end


def _from_the_left(cells: Sequence[Cell], slots: Sequence[Slot]) -> list[tuple[int, int]] | None:
    """Columns of heads that all begin where the lowest heads do, equally many each or up to the next one; None where they stand otherwise."""
    starts = [slot.start for slot in slots]
    if len(cells) < FEWEST_ALIGNED or None in starts:
        return None
    first = [
        next((at for at, x0 in enumerate(starts) if x0 is not None and abs(x0 - cell.x0) < ALIGNED), -1)
        for cell in cells
    ]
    if first[0] != 0 or any(a >= b for a, b in pairwise(first)):
        return None
    wide = first[1] - first[0]
    if wide >= 2 and all(b - a == wide for a, b in pairwise(first)):
        return [(at, min(at + wide, len(slots)) - 1) for at in first]
    if not _begin_evenly(slots):
        return None
    return [(at, end - 1) for at, end in pairwise([*first, len(slots)])]


def _begin_evenly(slots: Sequence[Slot]) -> bool:
    """Whether the lowest heads stand at the left of their cells: each as far behind the column before it as the others."""
    gaps = [slot.start - before.x1 for before, slot in pairwise(slots) if slot.start is not None]
    return len(gaps) >= FEWEST_ALIGNED and max(gaps) - min(gaps) < 2 * ALIGNED and min(gaps) > 0


def _to_the_right(cells: Sequence[Cell], slots: Sequence[Slot]) -> list[tuple[int, int]] | None:
    """Columns of heads that all end where columns do: most over equally many, others over one; None where they stand otherwise.

    Two heads do so where each stands over half of the columns, and years over two columns or more each.
    """
    if len(cells) < 2:
        return None
    ends = [
        next((at for at, slot in enumerate(slots) if abs(slot.x1 - cell.x1) < ALIGNED), -1) for cell in cells
    ]
    if ends[-1] != len(slots) - 1 or ends[0] < 1 or any(a >= b for a, b in pairwise(ends)):
        return None
    wide = ends[0] + 1
    steps = [b - a for a, b in pairwise(ends)]
    halves = wide > 1 and steps == [wide]
    dated = wide > 1 and min(steps) > 1 and all(YEAR_RE.search(fold(cell.text)) for cell in cells)
    alike = steps.count(wide) >= FEWEST_ALIGNED - 1 and all(step in (wide, 1) for step in steps)
    if not (alike or halves or dated):
        return None
    return list(zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True))


def _nearest(cell: Cell, slots: Sequence[Slot]) -> int:
    """The column whose middle a head is nearest to."""
    middles = [(slot.outset + slot.x1) / 2 for slot in slots]
    return min(range(len(slots)), key=lambda index: abs(middles[index] - cell.middle))


def learn_centres(row: Sequence[Cell | None], slots: Sequence[Slot]) -> None:
    """Learn from the lowest heads, one over each column, where the middle of the columns is."""
    if any(cell is None or row.count(cell) > 1 for cell in row[1:]):
        return
    begins = _begin_with_columns([cell for cell in row[1:] if cell is not None], slots)
    for cell, slot in zip(row[1:], slots, strict=True):
        slot.start = None if cell is None else cell.x0
        if cell is None or abs(cell.x0 - slot.x0) <= 1:
            continue
        filled = len(cell.lines[-1]) > 1 and cell.x0 < slot.x0  # spread over the width of its cell
        if begins and not filled and cell is not None:
            slot.centre = (cell.x0 + max(cell.x1, slot.x1)) / 2
        elif filled or abs(cell.x1 - slot.x1) > 1:
            slot.centre = cell.middle


def _begin_with_columns(cells: Sequence[Cell], slots: Sequence[Slot]) -> bool:
    """Whether heads stand at the left of their columns, right behind the figures of the one before: words of a spreadsheet."""
    if len(cells) < FEWEST_ALIGNED:
        return False
    return all(
        0 <= cell.x0 - before.x1 <= cell.y1 - cell.y0 and cell.x0 < slot.x0 - 1
        for cell, (before, slot) in zip(cells[1:], pairwise(slots), strict=True)
    )


def learn_single_centres(row: Sequence[Cell | None], slots: Sequence[Slot]) -> None:
    """Learn the same of columns that no head is known of yet, from the heads of a row over one column each."""
    for at, (cell, slot) in enumerate(zip(row[1:], slots, strict=True)):
        if cell is None or slot.start is not None or slot.centre is not None or row.count(cell) > 1:
            continue
        begin = slots[at - 1].x1 if at else float("-inf")
        within = cell.x0 < slot.x1 and slot.x0 < cell.x1 and 2 * cell.middle - slot.x1 > begin
        if within and abs(cell.x1 - slot.x1) > 1 and abs(cell.x0 - slot.x0) > 1:
            slot.centre = cell.middle


def with_blank_columns(heads: Sequence[Row], slots: list[Slot], labels: tuple[float, float]) -> list[Slot]:
    """The columns, with those that are blank in every row: a lowest head right of the labels that stands over none.

    Rules tell which (the head of short labels may stand right of them, between their rules); without rules, units that
    are more than the columns, or the head of note numbers.
    """
    if not heads or not slots:
        return slots
    lowest = [cell for cell in heads[-1].cells if cell.x0 >= labels[1]]
    if all(cell.left is not None and cell.right is not None for cell in lowest):
        spans = [cell.span for cell in lowest]
        blank = [
            cell
            for cell, (left, right) in zip(lowest, spans, strict=True)
            if not left <= labels[0] < right and not any(left < slot.middle < right for slot in slots)
        ]
    elif len(slots) < len(lowest) <= MOST_UNITS and names_units(heads[-1]):
        own = min(
            combinations(lowest, len(slots)),
            key=lambda cells: sum(_distance(cell, slot) for cell, slot in zip(cells, slots, strict=True)),
        )
        blank = [cell for cell in lowest if cell not in own]
    else:
        blank = _blank_notes(heads, slots, labels)
    added = [Slot(cell.x0, cell.x1, *cell.span, ruled=cell.left is not None) for cell in blank]
    return sorted([*slots, *added], key=lambda slot: slot.middle)


def _blank_notes(heads: Sequence[Row], slots: Sequence[Slot], labels: tuple[float, float]) -> list[Cell]:
    """The head of a column of note numbers that stands over no column, in a row with a head for each of the others."""
    for row in heads:
        over = [cell for cell in row.cells if cell.x0 >= labels[1]]
        notes = [cell for cell in over if NOTES_RE.fullmatch(cell.text.strip())]
        if len(notes) == 1 and len(over) == len(slots) + 1:
            note = notes[0]
            if not any(note.x0 < slot.x1 and slot.x0 < note.x1 for slot in slots):
                return notes
    return []


def _distance(cell: Cell, slot: Slot) -> float:
    """How far a head of its own stands from a column: from its middle or its right edge."""
    return min(abs(cell.middle - slot.middle), abs(cell.x1 - slot.x1))


def _misfit(cell: Cell, slots: Sequence[Slot], first_index: int, last_index: int) -> float:
    """How badly a head stands over columns, in points."""
    first, last = slots[first_index], slots[last_index]
    if cell.left is not None and cell.right is not None:
        outside = max(cell.left - first.middle, 0.0) + max(last.middle - cell.right, 0.0)
        inside = max(first.left - cell.left - 2, 0.0) + max(cell.right - last.right - 2, 0.0)
        return 4 * outside + INSIDE * inside
    x0, x1 = first.outset, last.x1
    off = abs(cell.middle - (x0 + x1) / 2)
    if first is last:
        if first_index and first.centre is None:  # its cell may begin where the column before it ends
            off = min(off, abs(cell.middle - (slots[first_index - 1].x1 + x1) / 2))
        return min(off, abs(cell.x1 - x1), abs(cell.x0 - x0)) + 0.01 * off
    # Heads over several columns stand in their middle; some begin where the columns begin, hardly any end with them.
    count = last_index - first_index
    return min(off, abs(cell.x0 - x0) + BESIDE * count, abs(cell.x1 - x1) + BESIDE * count)
