"""Full stops where figures have commas: in tables that blanks divide, and where a table alone cannot tell.

A column of amounts shows what 8.144 is. Where its row or column leaves it open, in a document that has such figures
elsewhere, the cell keeps what it prints and offers the other reading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bilingual.model.document import MappedText
from bilingual.tables.blocks import ROWS, Block
from bilingual.tables.glyphs import mend_cells
from bilingual.tables.line import REPAIRED, Field, Layout, Line
from bilingual.tables.looks import DOTTED_RE, habits, look, read_as

FEWEST = 3
"""Rows that show what the columns hold; figures that show that a document has dots for commas."""
_DOT_RE = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_DOTTED_LINE_RE = re.compile(r"\d\.\d{3}(?![\d%])")
_GROUPS_RE = re.compile(r"\(?[1-9]\d{0,2}(?:[.,]\d{3})+\)?")


def mend_spaced(block: Block) -> None:
    """Read the cells of a table that blanks divide as its columns ask, in place."""
    if block.layout is not Layout.SPACE:
        return
    dotted = [line for line in block.rows if _DOTTED_LINE_RE.search(line.content.text)]
    if not dotted:
        return
    width = Counter(len(line.fields) for line in block.rows).most_common(1)[0][0]
    full = [line for line in block.rows if len(line.fields) == width]
    columns = habits(full, width) if len(full) >= FEWEST else []
    block.body = [
        mend_cells(line, columns)
        if line.kind in ROWS and len(line.fields) == width and _DOTTED_LINE_RE.search(line.content.text)
        else line
        for line in block.body
    ]


def offer_commas(blocks: Sequence[Block]) -> None:
    """Let every cell that may have lost its commas offer the reading with commas, in place."""
    suspects = [
        block for block in blocks if any(_DOTTED_LINE_RE.search(row.content.text) for row in block.rows)
    ]
    if sum(map(_lost_in, suspects)) < FEWEST:
        return
    for block in suspects:
        block.body = [_offering(line) if line.kind in ROWS else line for line in block.body]


def _lost_in(block: Block) -> int:
    """How many cells of a table have full stops for commas, as far as it can tell."""
    rows = block.rows
    width = Counter(len(line.fields) for line in rows).most_common(1)[0][0]
    columns = habits(rows, width)
    return sum(
        _lost(line, field)
        or (DOTTED_RE.fullmatch(field.text) is not None and column.grouped and not column.fractions)
        for line in rows
        for field, column in zip(line.fields[1:], columns[1:], strict=False)
    )


def _lost(line: Line, field: Field) -> bool:
    """Whether a cell surely has a full stop for a comma: it was read so, or it mixes both or has two of them."""
    shown = line.content.text[field.start : field.end]
    if not _GROUPS_RE.fullmatch(shown) or "." not in shown:
        return False
    return field.text != shown or shown.count(".") > 1 or "," in shown


def _offering(line: Line) -> Line:
    fields = tuple(
        replace(field, others=(*field.others, _with_commas(line, field)))
        if DOTTED_RE.fullmatch(field.text)
        or (look(field.text) == "broken" and _GROUPS_RE.fullmatch(field.text))
        else field
        for field in line.fields
    )
    return replace(line, fields=fields) if fields != line.fields else line


def _with_commas(line: Line, field: Field) -> MappedText:
    text = _DOT_RE.sub(",", field.text)
    return read_as(line, field, text, REPAIRED).content or line.reading(field)
