"""Figures that lose or gain a blank: cells glued to their neighbours, signs and brackets and shares of a hundred torn off."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from .page import Damaged, Page
from .rows import Row, tables

GROUPED_RE = re.compile(r"\(?\d{1,3}(?:,\d{3})+\)?")


def damage(lines: Sequence[str], rng: random.Random) -> Damaged:
    """Glue neighbouring cells of a few rows; tear signs, brackets, groups and signs of per cent off figures.

    Args:
        lines: the clean lines.
        rng: what decides.

    Returns:
        The damaged lines, as many as before, and their places.
    """
    percent = rng.random() < 0.5
    rows = {at: row for table in tables(lines) for at, row in table.rows.items() if at not in table.heads}
    page = Page()
    for at, line in enumerate(lines):
        row = rows.get(at)
        if row is None:
            page.add(re.sub(r"(?<=\d)%", " %", line) if percent and rng.random() < 0.5 else line, at)
            continue
        cells = tuple(torn(cell, percent, rng) for cell in row.cells)
        page.add(
            glue(row.but(cells=cells), rng).write() if cells != row.cells or rng.random() < 0.06 else line, at
        )
    return page.done()


def torn(cell: str, percent: bool, rng: random.Random) -> str:
    """A cell with a blank before or behind one of its marks."""
    if percent and rng.random() < 0.5:
        cell = re.sub(r"(?<=\d)%", " %", cell)
    if rng.random() > 0.06:
        return cell
    if cell.startswith(("△", "▲")):
        return cell[0] + " " + cell[1:]
    if cell.startswith("(") and cell.endswith(")"):
        return f"( {cell[1:-1]} )" if rng.random() < 0.5 else f"( {cell[1:]}"
    spots = [match.end() for match in re.finditer(r"\d[,.](?=\d)", cell)]
    if spots:
        cut = rng.choice(spots) - rng.randrange(2)
        return cell[:cut] + " " + cell[cut:]
    return cell


def glue(row: Row, rng: random.Random) -> Row:
    """A row with two grouped figures in one cell, without a blank between them."""
    pairs = [
        n
        for n in range(len(row.cells) - 1)
        if GROUPED_RE.fullmatch(row.cells[n]) and GROUPED_RE.fullmatch(row.cells[n + 1])
    ]
    if not pairs or rng.random() < 0.5:
        return row
    n = rng.choice(pairs)
    cells = (*row.cells[:n], row.cells[n] + row.cells[n + 1], *row.cells[n + 2 :])
    return row.but(cells=cells, ends=(*row.ends[:n], *row.ends[n + 1 :]))
