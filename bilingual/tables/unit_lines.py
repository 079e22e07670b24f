"""Units in brackets for every column of a grid, on a line right above its rows, one blank apart: ブランド （室） （％） 前年差（pt）."""

from __future__ import annotations

import re
from dataclasses import replace

from bilingual.tables.line import Field, Layout, Line, LineKind

_WORD_RE = re.compile(r"[^\s()]+(?: ?\([^()]*\))?|\([^()]*\)")
_UNIT_RE = re.compile(r"[^\s()\d]{0,12} ?\([^()\s\d]{1,8}\)")
_STUB_RE = re.compile(r"[^\s()\d]{1,12}")
_KINDS = frozenset([LineKind.LABEL, LineKind.UNIT, LineKind.HEADER])
FEWEST = 3


def mark_unit_lines(lines: list[Line]) -> None:
    """Name the lines that hold a unit in brackets for every column of the rows right below, and divide them, in place."""
    for index, line in enumerate(lines[:-1]):
        below = lines[index + 1]
        if line.layout is not Layout.SPACE or line.kind not in _KINDS or below.kind is not LineKind.ROW:
            continue
        if below.layout is not Layout.SPACE or not FEWEST <= len(below.cells) != len(line.cells):
            continue
        units = _units(line.content.text, len(below.cells))
        if units:
            lines[index] = replace(line, kind=LineKind.HEADER, fields=(Field(0, 0, ""), *units))


def _units(text: str, count: int) -> list[Field]:
    """So many units, with the words that they belong to, at the end of a text that holds no more than the head of the labels before them."""
    if text.count("(") != count:
        return []
    words = [Field(match.start(), match.end(), match[0]) for match in _WORD_RE.finditer(text)]
    stub, units = words[:-count], words[-count:]
    if len(stub) > 1 or not all(_STUB_RE.fullmatch(word.text) for word in stub):
        return []
    return units if all(_UNIT_RE.fullmatch(word.text) for word in units) else []
