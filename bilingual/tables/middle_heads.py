"""Heads that stand in the middle of cells over two lines: the head of the labels, heads of single columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.model.quick import replace
from bilingual.tables.line import Field, Layout, Line, LineKind
from bilingual.tables.patterns import HEADER_HINT_RE

_APART_RE = re.compile(r"\S+(?: \S+)*")


def middle_heads(line: Line, above: Line | None, headers: Sequence[Line]) -> Line | None:
    """Words between two lines of heads as a line of heads; None where they are none, without cells where they head labels only.

    Args:
        line: the line of the words.
        above: the line above it.
        headers: the lines of heads below it, top to bottom.
    """
    if above is None or above.kind is not LineKind.HEADER or not headers:
        return None
    below = headers[0]
    if (
        line.kind is not LineKind.LABEL
        or not (line.layout is below.layout is above.layout is Layout.SPACE)
        or not line.number - above.number == below.number - line.number == 1
        or not below.cells
    ):
        return None
    text = line.content.text
    parts = [Field(match.start(), match.end(), match[0]) for match in _APART_RE.finditer(text)]
    stub, rest = Field(0, 0, ""), parts
    if parts[0].end < below.cells[0].start:
        stub, rest = parts[0], parts[1:]
    if rest and not all(HEADER_HINT_RE.search(part.text) for part in rest):
        return None
    return replace(line, kind=LineKind.HEADER, fields=(stub, *rest))
