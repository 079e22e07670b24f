"""Columns for rows with fewer cells than columns where blanks alone divide them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bilingual.model.repair import Damage, Repair
from bilingual.tables.block import ROWS
from bilingual.tables.footing import Footing
from bilingual.tables.grid import Grid, GridRow, spread
from bilingual.tables.lines import Field, Layout

_RATE_LABEL_RE = re.compile(r"\(%\)|率$|\b(?:rate|percentage)\b", re.IGNORECASE)
_CHANGE_LABEL_RE = re.compile(r"増減|差異?|\b(?:change|difference|increase|decrease)", re.IGNORECASE)
"""A row of differences between two forecasts, and one of the same in per cents."""
FRACTIONS = 70
"""Per cent of a column of fractions that are written as such."""
_FINE_RE = re.compile(r"\d\.\d{2}(?!\d)")
"""Yen and sen of a share, in a table whose per cents have one digit behind the point."""


def place_short_rows(grid: Grid, units: Sequence[str]) -> Grid:
    """Give columns to rows with fewer cells than columns where blanks alone divide them.

    Arithmetic decides where it can. As many whole amounts as the main currency has columns stand in those; else
    every cell takes the next column whose full rows look like it. Where a cell stands by chance below a column that
    holds nothing like it, places tell nothing.
    """
    short = [row for row in grid.rows if row.doubtful or _is_short(row)]
    if not short:
        return grid
    profile = _profile(grid)
    lost = {row.line.number for row in short if not row.doubtful and _contradicts(row, units, profile)}
    if lost:
        marked = (replace(row, doubtful=True) if row.line.number in lost else row for row in grid.rows)
        grid = replace(grid, rows=tuple(marked))
    if not any(row.doubtful for row in short) and not lost:
        return grid
    footing = Footing(grid, units)
    per_share = not _holds_fine(grid)
    rows: list[GridRow] = []
    for row in grid.rows:
        slots = footing.place(row) if row.doubtful and row.line.kind in ROWS else None
        above = _rates_below(row, rows[-1]) if row.doubtful and rows and slots is None else None
        if above is not None:
            cells = [cell for cell in row.cells if cell is not None]
            rows.append(replace(row, cells=spread(cells, above, grid.width)))
        elif slots is not None:
            cells = [cell for cell in row.cells if cell is not None]
            rows.append(replace(row, cells=spread(cells, slots, grid.width), decided=True))
        else:
            rows.append(_placed(row, grid.width, units, profile, per_share) if row.doubtful else row)
    return replace(grid, rows=tuple(rows))


def _rates_below(row: GridRow, above: GridRow) -> list[int] | None:
    """The columns of a row of rates of change: those of as many changes right above it, where both leave some blank."""
    label, other = (" ".join(part.text for part in line.stub) for line in (row, above))
    if not (_RATE_LABEL_RE.search(label) and _CHANGE_LABEL_RE.search(other)):
        return None
    filled = [index for index, cell in enumerate(above.cells) if cell is not None]
    return filled if len(filled) == sum(cell is not None for cell in row.cells) else None


def _is_short(row: GridRow) -> bool:
    """Whether a row that blanks divide has fewer cells than columns, in places that something told."""
    return row.line.layout is Layout.SPACE and row.line.kind in ROWS and None in row.cells


def _contradicts(row: GridRow, units: Sequence[str], profile: Sequence[tuple[int, int, int]]) -> bool:
    """Whether an amount with commas stands in a column of fractions of per cents."""
    return any(
        cell is not None
        and "," in cell.text
        and _look(cell.text)[1] == ""
        and unit == "%"
        and fractions > FRACTIONS
        for cell, unit, (_, fractions, _) in zip(row.cells, units, profile, strict=False)
    )


def told_places(grid: Grid) -> list[Repair]:
    """Say which rows had their cells placed by what they look like; a blank place is shown as ``_``."""
    told = []
    for row in grid.rows:
        cells = [cell for cell in row.cells if cell is not None]
        if row.doubtful and cells:
            start, end = cells[0].start, cells[-1].end
            printed = " | ".join(cell.text for cell in cells)
            read = " | ".join(cell.text if cell is not None else "_" for cell in row.cells)
            told.append(
                Repair("placed_cells", Damage.CELLS, printed, read, row.line.content.span(start, end))
            )
    return told


Look = tuple[int, str]
"""Number of digits, and ``%``, ``.`` or nothing."""


def _look(text: str) -> Look:
    digits = sum(char.isdigit() for char in text)
    if "%" in text:
        return digits, "%"
    return digits, "." if re.search(r"\d\.\d", text) else ""


def _profile(grid: Grid) -> list[tuple[int, int, int]]:
    """For every column: usual digits, per cent of fractions, per cent of dashes."""
    looks: list[list[Look]] = [[] for _ in range(grid.width)]
    dashes = [0] * grid.width
    for row in grid.rows:
        if not row.doubtful and len(row.cells) == grid.width:
            for index, cell in enumerate(row.cells):
                if cell is not None and any(char.isdigit() for char in cell.text):
                    looks[index].append(_look(cell.text))
                elif cell is not None:
                    dashes[index] += 1
    profile = []
    for column, nils in zip(looks, dashes, strict=True):
        digits = sorted(look[0] for look in column)
        parts = sum(look[1] != "" for look in column)
        profile.append(
            (
                digits[len(digits) // 2] if digits else 0,
                parts * 100 // max(len(column), 1),
                nils * 100 // max(len(column) + nils, 1),
            )
        )
    return profile


def _holds_fine(grid: Grid) -> bool:
    """Whether full rows print two digits behind the point."""
    full = (row.cells for row in grid.rows if not row.doubtful and None not in row.cells)
    return any(cell is not None and _FINE_RE.search(cell.text) for cells in full for cell in cells)


def _placed(
    row: GridRow, width: int, units: Sequence[str], profile: Sequence[tuple[int, int, int]], per_share: bool
) -> GridRow:
    cells = [cell for cell in row.cells if cell is not None]
    amounts = [i for i, unit in enumerate(units) if unit != "%"]
    main = Counter(units[i] for i in amounts).most_common(1)
    principal = [i for i in amounts if main and units[i] == main[0][0]]
    shapes = {_look(cell.text)[1] for cell in cells}
    for targets in (principal, amounts):
        if len(targets) == len(cells) and len(shapes) == 1 and "%" not in shapes:
            return replace(row, cells=spread(cells, targets, width))
    per_share = per_share and all(_FINE_RE.search(cell.text) for cell in cells)
    return replace(row, cells=spread(cells, _best_slots(cells, width, profile, per_share), width))


def _best_slots(
    cells: Sequence[Field], width: int, profile: Sequence[tuple[int, int, int]], per_share: bool
) -> list[int]:
    """The cheapest rising sequence of columns, by dynamic programming."""
    best: list[list[tuple[int, tuple[int, ...]]]] = [[(0, ())] * (width + 1)]
    for count, cell in enumerate(cells, start=1):
        line: list[tuple[int, tuple[int, ...]]] = [(10**9, ())] * (width + 1)
        for column in range(count, width + 1):
            cost, chosen = best[count - 1][column - 1]
            take = (cost + _cost(cell, profile[column - 1], per_share), (*chosen, column - 1))
            line[column] = min(take, line[column - 1], key=lambda entry: entry[0])
        best.append(line)
    return list(best[-1][width][1])


def _cost(cell: Field, usual: tuple[int, int, int], per_share: bool) -> int:
    """How little a cell looks like those of a column; an amount per share stands among the amounts, a dash below dashes."""
    digits, shape = _look(cell.text)
    fraction = usual[1] if shape == "" or per_share else 100 - usual[1]
    if not digits:
        return 10 - usual[2] // 10
    return fraction + 8 * abs(digits - usual[0])
