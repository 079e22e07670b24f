"""Tables whose columns are parted by single blanks, so that empty cells leave no trace."""

from __future__ import annotations

import random
from collections.abc import Sequence

from .page import Damaged, Page
from .rows import tables

INDENTS = ("", "      ", "            ", "                  ")


def damage(lines: Sequence[str], rng: random.Random) -> Damaged:
    """Part the columns of every table by single blanks; rows get indents, empty lines and trailing blanks.

    Args:
        lines: the clean lines.
        rng: what decides.

    Returns:
        The damaged lines; the rule under a head of pipes vanishes, every other line keeps its own line.
    """
    page = Page()
    found = tables(lines)
    rows = {at: row for table in found for at, row in table.rows.items()}
    inside = {at for table in found for at in range(table.first, table.last + 1)}
    airy = {table.first for table in found if rng.random() < 0.5}
    indented = {at for table in found if rng.random() < 0.5 for at in table.rows}
    ends = {table.last: table.first for table in found}
    loose = False
    for at, line in enumerate(lines):
        if at in airy:
            loose = True
        row = rows.get(at)
        if row is None:
            if at not in inside:
                page.add(line, at)
            continue
        label = row.label.strip().replace("**", "")
        indent = rng.choice(INDENTS) if at in indented and row.figures else ""
        cells = [cell + ("   " if rng.random() < 0.2 and "." in cell else "") for cell in row.cells if cell]
        page.add(indent + " ".join(filter(None, [label, *cells])), at)
        if loose and at not in ends and (rng.random() < 0.08 or "合計" in label or label.startswith("Total")):
            page.add("")
        if at in ends:
            loose = False
    return page.done()
