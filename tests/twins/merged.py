"""Two rows of a table read as one."""

from __future__ import annotations

import random
from collections.abc import Sequence

from .page import Damaged, Page
from .rows import Row, Table, tables


def damage(lines: Sequence[str], rng: random.Random) -> Damaged:
    """Merge a few neighbouring rows of tables: labels beside each other, then the cells pair by pair.

    Args:
        lines: the clean lines.
        rng: what decides.

    Returns:
        The damaged lines; both rows of a pair have the place of their common line.
    """
    partners: dict[int, int] = {}
    for table in tables(lines):
        if rng.random() < 0.75:
            for at in pick(table, rng):
                partners[at] = at + 1
    rows = {at: row for table in tables(lines) for at, row in table.rows.items()}
    page = Page()
    skip = False
    for at, line in enumerate(lines):
        if skip:
            skip = False
        elif at in partners:
            page.add(merge(rows[at], rows[at + 1]), at, at + 1)
            skip = True
        else:
            page.add(line, at)
    return page.done()


def pick(table: Table, rng: random.Random) -> list[int]:
    """First lines of the pairs to merge: one in a short table, up to three in a long one, never overlapping."""
    fit = [at for at in table.rows if at + 1 in table.rows and alike(table.rows[at], table.rows[at + 1])]
    body = [at for at, row in table.rows.items() if row.figures]
    if len(body) < 5:
        return []
    chosen: list[int] = []
    for at in rng.sample(fit, min(len(fit), 1 + len(body) // 14)):
        if all(abs(at - other) > 1 for other in chosen):
            chosen.append(at)
    return chosen


def alike(one: Row, other: Row) -> bool:
    """Whether two rows have labels and figures in the same columns, at least two of them."""
    filled = [[bool(cell) for cell in row.cells] for row in (one, other)]
    labelled = bool(one.label.strip() and other.label.strip())
    return labelled and filled[0] == filled[1] and len(one.figures) > 1 and len(other.figures) > 1


def merge(one: Row, other: Row) -> str:
    """One line for two rows."""
    cells = tuple(" ".join(filter(None, pair)) for pair in zip(one.cells, other.cells, strict=True))
    return one.but(label=f"{one.label} {other.label}", cells=cells).write()
