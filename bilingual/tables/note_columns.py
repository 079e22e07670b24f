"""Columns of note numbers and of row numbers between labels and figures.

Where blanks divide the cells, such a number looks like a figure of its row. Statements under IFRS print numbers of notes: the head
(``注記``, ``Notes``) tells. Banks number the rows (１ 資金利益 … 17): that they count tells, a head there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from bilingual.tables.block import ROWS, Block
from bilingual.tables.line import Field, Layout, Line

_HEAD_RE = re.compile(r"\(?(?:注記?(?:番号|事項)?|[Nn]otes?(?: [Nn]o\.?)?|NOTES?)\)?")
_NUMBER_RE = re.compile(r"\d{1,2}(?:[,、]\d{1,2})*[,、]?")


NUMBERED = 6
"""Rows that are numbered one after the other: no amount rises by one so often."""


def drop_note_numbers(block: Block) -> None:
    """Take the numbers of rows, and those under a head of notes, out of the cells of a block that blanks divide."""
    _drop_row_numbers(block)
    heads = [index for index, line in enumerate(block.head.headers) if _head(line)]
    if not heads or block.layout is not Layout.SPACE:
        return
    bare = Counter(len(line.cells) for line in block.rows if not _leading(line))
    if not bare:
        return
    width = max(count for count, times in bare.items() if times * 2 >= max(bare.values()))
    for at in heads:
        line = block.head.headers[at]
        kept = [field for field in line.fields[1:] if not _HEAD_RE.fullmatch(field.text)]
        stub = line.stub if not _HEAD_RE.fullmatch(line.stub.text) else Field(0, 0, "")
        block.head.headers[at] = replace(line, fields=(stub, *kept))
    for at, line in enumerate(block.body):
        surplus = min(_leading(line), len(line.cells) - width) if line.kind in ROWS else 0
        if surplus > 0:
            block.body[at] = replace(line, fields=(line.stub, *line.cells[surplus:]))


def _drop_row_numbers(block: Block) -> None:
    """Take the first cells out of the rows where they number them: 1, 2, 3 and so on without a gap, beside figures."""
    rows = [line for line in block.rows if len(line.cells) > 1]
    if len(rows) < NUMBERED or block.layout is not Layout.SPACE:
        return
    first = rows[0].cells[0].text
    if not first.isdecimal() or len(first) > len("99"):
        return
    if any(line.cells[0].text != str(number) for number, line in enumerate(rows, int(first))):
        return
    numbered = {id(line) for line in rows}
    for at, line in enumerate(block.body):
        if id(line) in numbered:
            block.body[at] = replace(line, fields=(line.stub, *line.cells[1:]))


def _head(line: Line) -> bool:
    """Whether one of the first two words of a header line heads note numbers."""
    return line.layout is Layout.SPACE and any(_HEAD_RE.fullmatch(field.text) for field in line.fields[:2])


def _leading(line: Line) -> int:
    """How many bare small numbers stand before the figures."""
    count = 0
    for cell in line.cells:
        if not _NUMBER_RE.fullmatch(cell.text):
            break
        count += 1
    return count
