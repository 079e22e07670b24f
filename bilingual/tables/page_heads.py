"""Heads of columns that a table prints again at the top of a page.

They say nothing new and part nothing: the rows below them go on with the table of the page before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bilingual.tables.half_labels import BARE_PAGE_RE
from bilingual.tables.line import Layout, Line, LineKind

BACK = 150
"""Lines above a page within which its first heads must stand, rows between them."""
MOST_LINES = 8
_PAGE = "\f"
_DIGITS_RE = re.compile(r"\d+")
_ROWS = frozenset([LineKind.ROW, LineKind.WEAK])
_BODY = frozenset([*_ROWS, LineKind.LABEL])
_HEADS = frozenset([LineKind.HEADER, LineKind.LABEL, LineKind.PERIOD, LineKind.UNIT])


def mark_repeated_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines with heads that a page repeats turned into rules, without the blank lines below them."""
    tops = [at for at, line in enumerate(lines) if line.printed.startswith(_PAGE)]
    if not tops:
        return list(lines)
    running = Counter(_DIGITS_RE.sub("0", lines[at].text) for at in tops)
    marked: dict[int, Line | None] = {}
    for top in tops:
        first = top
        while first < len(lines) and (
            lines[first].kind is LineKind.BLANK
            or (
                first == top and running[_DIGITS_RE.sub("0", lines[first].text)] > 1 and not _head(lines[top])
            )
        ):
            first += 1
        past = _repeated(lines, first, top)
        if past > first and _goes_on(lines, top, past):
            marked.update((at, replace(lines[at], kind=LineKind.RULE)) for at in range(first, past))
            while past < len(lines) and lines[past].kind is LineKind.BLANK:
                marked[past] = None
                past += 1
    kept = (marked.get(at, line) for at, line in enumerate(lines))
    return [line for line in kept if line is not None]


def _head(line: Line) -> bool:
    return line.kind is LineKind.HEADER or len(line.text.split("  ")) > 1


def _repeated(lines: Sequence[Line], first: int, top: int) -> int:
    """Past the last line of the group at ``first`` if the whole of it stands above, with rows below it; else ``first``."""
    past = first
    while past < len(lines) and lines[past].kind is not LineKind.BLANK and lines[past].kind not in _ROWS:
        past += 1
    group = lines[first:past]
    if (
        not group
        or len(group) > MOST_LINES
        or any(line.kind not in _HEADS or line.layout is not Layout.SPACE for line in group)
    ):
        return first
    if not any(_head(line) for line in group):
        return first
    words = [" ".join(line.text.split()) for line in group]
    for at in range(top - len(group), max(0, top - BACK) - 1, -1):
        if (
            " ".join(lines[at].text.split()) == words[0]
            and [" ".join(line.text.split()) for line in lines[at : at + len(group)]] == words
        ):
            return past
    return first


def _goes_on(lines: Sequence[Line], top: int, past: int) -> bool:
    """Whether rows or headings of rows stand before the page and below the heads."""
    above = next((line for line in reversed(lines[:top]) if not _ends_page(line)), None)
    below = next((line for line in lines[past:] if line.kind is not LineKind.BLANK), None)
    return above is not None and below is not None and above.kind in _BODY and below.kind in _BODY


def _ends_page(line: Line) -> bool:
    """Whether a line at the foot of a page is blank or its number, whatever stands above it."""
    return line.kind is LineKind.BLANK or (
        line.layout is Layout.SPACE and BARE_PAGE_RE.fullmatch(line.text) is not None
    )
