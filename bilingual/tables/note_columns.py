"""Columns of note numbers and of row numbers between labels and figures.

Where blanks divide the cells, such a number looks like a figure of its row. Statements under IFRS print numbers of notes: the head
(``注記``, ``Notes``) tells. Banks number the rows (１ 資金利益 … 17): that they count tells, a head there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bilingual.tables.block import ROWS, Block
from bilingual.tables.line import Field, Layout, Line

_HEAD_RE = re.compile(r"\(?(?:注記?(?:番号|事項)?|[Nn]otes?(?: [Nn]o\.?)?|NOTES?)\)?")
_NUMBER_RE = re.compile(r"\d{1,2}(?:[,、]\d{1,2})*[,、]?")


FEWEST = 2
"""Rows with a number of a note at least, where no head tells what it is."""
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


def note_fields(block: Block) -> set[int]:
    """Which fields of a block that tabs or rules divide hold numbers of notes, by their head or, behind a page, by their rows."""
    headed = {
        index
        for line in block.head.headers
        for index, field in enumerate(line.fields)
        if index and _HEAD_RE.fullmatch(field.text)
    }
    width = max((len(line.fields) for line in block.rows), default=0)
    return headed | {index for index in range(1, width - 1) if _holds_notes(block.rows, index)}


def _holds_notes(rows: Sequence[Line], at: int) -> bool:
    """Whether a field holds a small number here and there, and one stands beside figures that lack no first digit."""
    filled = [line for line in rows if at + 1 < len(line.fields) and line.fields[at].text]
    if len(filled) < FEWEST or not all(_NUMBER_RE.fullmatch(line.fields[at].text) for line in filled):
        return False
    return any(_is_whole(line.fields[at + 1 :]) for line in filled)


def _is_whole(fields: Sequence[Field]) -> bool:
    """Whether the first of the figures of a row has as many digits as each of the others."""
    lengths = [sum(map(str.isdigit, field.text)) for field in fields if field.text]
    return len(lengths) > 1 and lengths[0] == max(lengths)


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
