"""Rows whose figures words follow: the result of a vote, a remark, in a column of its own at the right of a table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bilingual.tables.line import Field, Layout, Line, LineKind
from bilingual.tables.spaced import tail_cells

FEWEST = 3
"""Fields of such a row, its label included: one figure before words may be a sentence in two columns."""
NEAR = 5
"""Lines within which another row of as many figures and words stands."""
_LAST_RE = re.compile(r"(?<=[\d)%円株人名社件])\s{2,}(?P<words>[^\W\d](?:[^\d\s]| (?! )){0,39})\s*$")
"""Words without a figure behind two blanks or more."""
_PLAIN = frozenset([LineKind.LABEL, LineKind.PROSE, LineKind.HEADER])
_ROWS = frozenset([LineKind.ROW, LineKind.HEADER])


def mark_worded_rows(lines: list[Line]) -> None:
    """Make rows of lines of figures that end in words where another one like them stands near."""
    found = {
        index: fields
        for index, line in enumerate(lines)
        if line.kind in _PLAIN and line.layout is Layout.SPACE and (fields := _figures(line))
    }
    for index, fields in found.items():
        if _in_company(found, index, len(fields)):
            lines[index] = replace(lines[index], kind=LineKind.ROW, fields=fields)


def mark_full_rows(lines: list[Line]) -> None:
    """Make rows of words of lines whose every cell is filled, sentences among them, beside rows of as many cells."""
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for index in order:
            line, beside = lines[index], lines[index + step]
            if _is_full(line) and beside.kind in _ROWS and len(beside.fields) == len(line.fields):
                lines[index] = replace(line, kind=LineKind.HEADER)


def _is_full(line: Line) -> bool:
    """Whether a line was taken for running text though it fills the cells of a table."""
    return (
        line.kind is LineKind.PROSE
        and line.layout is not Layout.SPACE
        and len(line.fields) >= FEWEST
        and all(field.text for field in line.fields)
    )


def _figures(line: Line) -> tuple[Field, ...] | None:
    """The label and the figures of a line that ends in words; None where it is no such row."""
    text = line.content.text
    if "  " not in text.strip():
        return None
    words = _LAST_RE.search(text)
    fields = tail_cells(text[: words.start()]) if words else None
    return fields if fields and len(fields) >= FEWEST and fields[0].text else None


def _in_company(found: Mapping[int, Sequence[Field]], index: int, width: int) -> bool:
    near = (*range(index - NEAR, index), *range(index + 1, index + NEAR + 1))
    return any(at in found and len(found[at]) == width for at in near)
