"""Units of columns that a text layer stacks: every head of a narrow column on lines of its own, below each other.

``Millions of``, ``yen``, ``Millions of``, ``yen``, ``Yen`` above a row of three figures are the units of three columns.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bilingual.tables.line import Field, Layout, Line, LineKind
from bilingual.tables.overhead import UNIT_WORD

MOST = 24
"""Lines of such a stack: eight units of three lines."""
FEWEST = 2
_UNIT_RE = re.compile(rf"{UNIT_WORD}(?= |$)")
_PART_RE = re.compile(rf"(?:{UNIT_WORD}|of|of yen)(?: (?:{UNIT_WORD}|of|of yen))*")


def mark_unit_stacks(lines: list[Line]) -> None:
    """Make one header line of the units that stand below each other right above a row of as many figures."""
    for index, line in enumerate(lines):
        if line.kind is not LineKind.ROW or line.layout is not Layout.SPACE or len(line.cells) < FEWEST:
            continue
        first = index
        while first > max(0, index - MOST) and _is_part(lines[first - 1]):
            first -= 1
        if index - first < FEWEST:
            continue
        units = _units(" ".join(part.text for part in lines[first:index]))
        if len(units) != len(line.cells):
            continue
        last = lines[index - 1]
        whole = (0, len(last.content.text))
        heads = tuple(Field(*whole, unit) for unit in units)
        lines[index - 1] = replace(last, kind=LineKind.HEADER, fields=(Field(0, 0, ""), *heads))
        lines[first : index - 1] = [replace(part, kind=LineKind.RULE) for part in lines[first : index - 1]]


def _is_part(line: Line) -> bool:
    return line.layout is Layout.SPACE and _PART_RE.fullmatch(line.text) is not None


def _units(text: str) -> list[str]:
    """The units that follow each other in a text; none where anything else stands between."""
    found = [match[0] for match in _UNIT_RE.finditer(text)]
    return found if " ".join(found) == text else []
