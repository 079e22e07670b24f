"""What the way through a mail does to text: hard line ends, hyphens, quotation marks before lines, tabs that become blanks."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from .page import Damaged, Page, is_japanese, is_prose, width, wrap
from .rows import tables

LONG_WORD_RE = re.compile(r"[a-z]{8,}")


def damage(lines: Sequence[str], rng: random.Random) -> Damaged:
    """Wrap prose at the width of mails, hyphenate words, quote lines, turn tabs into blanks.

    Args:
        lines: the clean lines.
        rng: what decides.

    Returns:
        The damaged lines and their places.
    """
    columns = rng.choice((66, 72, 76))
    quote = rng.choice(("", "", "> ", ">> "))
    hyphens = rng.random() < 0.5
    tabs = rng.choice(("keep", "stops", "four"))
    page = Page()
    inside = {at for table in tables(lines) for at in range(table.first, table.last + 1)}
    for at, line in enumerate(lines):
        if at in inside:
            pieces = [expanded(line, tabs)]
        elif is_prose(line) and width(line) > columns:
            pieces = wrap(line, columns)
            if hyphens and not is_japanese(line):
                pieces = hyphenated(pieces, columns, rng)
        else:
            pieces = [line]
        for piece in pieces:
            page.add((quote + piece).rstrip() if quote else piece, at)
    return page.done()


def expanded(line, tabs):
    """A row with its tabs as they were, at stops of eight places, or as four blanks each."""
    if tabs == "keep":
        return line
    return line.expandtabs(8) if tabs == "stops" else line.replace("\t", "    ")


def hyphenated(pieces, columns, rng):
    """Lines with the first long word of the next one begun at their end."""
    out = list(pieces)
    for n in range(len(out) - 1):
        word = LONG_WORD_RE.match(out[n + 1])
        room = columns - width(out[n]) - 2
        if word and room >= 3 and len(word[0]) - room >= 3 and rng.random() < 0.7:
            out[n] += f" {word[0][:room]}-"
            out[n + 1] = out[n + 1][room:]
    return out
