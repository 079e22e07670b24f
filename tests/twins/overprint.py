"""Bold print made by printing a text two or four times, each copy of which the text layer keeps."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from .page import Damaged, Page, is_heading, is_japanese
from .rows import tables

TOTAL_RE = re.compile(
    r"合計|^計$|利益|損失|の部|^売上高$|[Tt]otal|income|profit|loss|ASSETS|Assets|LIABILITIES"
)


def damage(lines: Sequence[str], rng: random.Random) -> Damaged:
    """Print headings, captions, period heads and labels of totals two or four times.

    Args:
        lines: the clean lines.
        rng: what decides.

    Returns:
        The damaged lines, as many as before, and their places.
    """
    copies = rng.choice((2, 4, 4))
    runs = rng.random() < 0.7
    found = tables(lines)
    rows = {at: row for table in found for at, row in table.rows.items()}
    bold_heads = {at for table in found if rng.random() < 0.4 for at in table.heads}
    page = Page()
    for at, line in enumerate(lines):
        row = rows.get(at)
        if row is None:
            bold = rng.random() < (0.65 if is_japanese(line) else 0.4) and is_heading(lines, at)
            page.add(heading(line, copies, runs) if bold else line, at)
        elif at in bold_heads:
            page.add(row.but(cells=tuple(cell * copies for cell in row.cells)).write(), at)
        else:
            rate = 0.65 if row.is_section or TOTAL_RE.search(row.label) else 0.04
            bold = bool(row.label.strip()) and not row.label.startswith("**") and rng.random() < rate
            page.add(row.but(label=label(row.label, copies)).write() if bold else line, at)
    return page.done()


def heading(line, copies, runs):
    """A heading printed several times: as a whole, or only its Japanese runs between digits and Latin letters."""
    mark = re.match(r"#+ ", line)
    lead, text = (mark[0], line[mark.end() :]) if mark else ("", line)
    if runs and is_japanese(text):
        return lead + re.sub(r"[^\x00-\x7f]+", lambda match: match[0] * copies, text)
    return lead + text * copies


def label(text, copies):
    """A label printed several times; a note mark in brackets behind it is no bold text."""
    mark = re.search(r"\s*\(\d\)$", text)
    cut = mark.start() if mark else len(text)
    return text[:cut] * copies + text[cut:]
