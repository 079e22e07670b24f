"""Pages that print again what the page before had: running heads, heads of columns, captions, the last line."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from .moved import COMPANY_RE
from .page import WRAPPED, Damaged, Page, is_japanese, is_prose, width, wrap
from .rows import Table, captions, tables


def damage(lines: Sequence[str], rng: random.Random) -> Damaged:
    """Set prose on lines of a page, part it and tables by page ends, and print heads and last lines again.

    Args:
        lines: the clean lines.
        rng: what decides.

    Returns:
        The damaged lines and their places; running heads and what is printed again have none.
    """
    columns = rng.choice((84, 96))
    again = rng.random() < 0.7
    doubled = rng.random() < 0.5
    continued = rng.random() < 0.5
    feed = "\f" if rng.random() < 0.6 else ""
    foot = rng.choice(("{}", "- {} -", "{}/24", "Page {}"))
    companies = {
        ja: found[1] if (found := rule.search("\n".join(lines))) else "" for ja, rule in COMPANY_RE.items()
    }
    within = {at: table for table in tables(lines) for at in range(table.first, table.last + 1)}
    page = Page()
    number, left = 1, rng.randrange(24, 40)
    for at, line in enumerate(lines):
        pieces = (
            wrap(line, columns) if at not in within and is_prose(line) and width(line) > WRAPPED else [line]
        )
        for n, piece in enumerate(pieces):
            page.add(piece, at)
            left -= 1
            if left > 0 or not piece.strip():
                continue
            number, left = number + 1, rng.randrange(24, 40)
            japanese = is_japanese("".join(lines[max(0, at - 4) : at + 1]))
            page.add("")
            page.add(foot.format(number - 1))
            page.add(feed + companies[japanese])
            table = within.get(at)
            if table is not None and table.first < at < table.last and table.rows.get(at):
                if again:
                    repeat(page, lines, table, at, japanese, continued=continued)
                if doubled and table.rows[at].figures:
                    page.add(line, at)
            elif doubled and n + 1 < len(pieces):
                page.add(piece, at)
    return page.done()


def repeat(
    page: Page, lines: Sequence[str], table: Table, at: int, japanese: bool, *, continued: bool
) -> None:
    """Print the caption of a table, as continued, and the heads of its columns again."""
    above = captions(lines, table)
    if continued and above and re.match(r"表|Table|#|[(（]?\d+[.)）]", lines[above[0]].strip()):
        page.add(lines[above[0]].strip() + ("(続き)" if japanese else " (continued)"))
    for head in table.heads:
        if head < at:
            page.add(lines[head])
