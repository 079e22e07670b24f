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
from bilingual.tables.block import ROWS, Block, width_of
from bilingual.tables.glyphs import mend_cells
from bilingual.tables.line import REPAIRED, Field, Layout, Line
from bilingual.tables.looks import DOTTED_RE, habits, look, read_as
from bilingual.tables.merged import split_rows
from bilingual.tables.wording import Wording

FEWEST = 3
"""Rows that show what the columns hold; figures that show that a document has dots for commas."""
_DOT_RE = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_DOTTED_LINE_RE = re.compile(r"\d\.\d{3}(?![\d%])")
_GROUPS_RE = re.compile(r"\(?[1-9]\d{0,2}(?:[.,]\d{3})+\)?")
FEWEST_PAIRS = 3
"""Cells of two figures each in a row with fewer cells than the others have."""


def mend_spaced(block: Block, wording: Wording) -> None:
    """Read the rows of a table that blanks divide as its columns ask, in place: two in one line, dots for commas."""
    if block.layout is not Layout.SPACE:
        return
    rows = block.rows
    width = Counter(len(line.fields) for line in rows).most_common(1)[0][0]
    double = [line for line in rows if _is_double(line, width)]
    dotted = [line for line in rows if _DOTTED_LINE_RE.search(line.content.text)]
    if not double and not dotted:
        return
    full = [line for line in rows if len(line.fields) == width]
    columns = habits(full, width) if len(full) >= FEWEST else []
    body: list[Line] = []
    for line in block.body:
        made = [line]
        if line.kind in ROWS and columns and _is_double(line, width):
            made = split_rows(_paired(line), columns, wording)
            made = made if len(made) > 1 else [line]
        for row in made:
            mends = row.kind in ROWS and len(row.fields) == width
            body.append(
                mend_cells(row, columns) if mends and _DOTTED_LINE_RE.search(row.content.text) else row
            )
    block.body = body
    block.width = max(map(width_of, block.rows))


def _is_double(line: Line, width: int) -> bool:
    """Whether a row has twice as many cells as most, two and two of them one blank apart; or fewer such pairs, set apart."""
    cells = line.fields[1:]
    if len(cells) % 2 or not all(
        second.start - first.end == 1 for first, second in zip(cells[::2], cells[1::2], strict=True)
    ):
        return False
    apart = all(right.start - left.end > 1 for left, right in zip(cells[1::2], cells[2::2], strict=False))
    return len(cells) == 2 * (width - 1) or (FEWEST_PAIRS <= len(cells) // 2 < width - 1 and apart)


def _paired(line: Line) -> Line:
    """A row with every two neighbouring cells as one, as two rows in one line have them."""
    cells = line.fields[1:]
    fields = [
        Field(one.start, other.end, line.content.text[one.start : other.end])
        for one, other in zip(cells[::2], cells[1::2], strict=True)
    ]
    return replace(line, fields=(line.stub, *fields))


def offer_commas(blocks: Sequence[Block], *, always: bool = False) -> None:
    """Let every cell that may have lost its commas offer the reading with commas, in place.

    Args:
        blocks: the tables of a document.
        always: it was read from a picture, whatever its figures show.
    """
    suspects = [
        block for block in blocks if any(_DOTTED_LINE_RE.search(row.content.text) for row in block.rows)
    ]
    if not always and sum(map(_lost_in, suspects)) < FEWEST:
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
        or _all_dotted(line)
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


def _all_dotted(line: Line) -> bool:
    """Whether every figure of a row but its per cents, and more than one, has a full stop before three digits, and none is below 1."""
    texts = [
        field.text for field in line.fields[1:] if any(map(str.isdigit, field.text)) and "%" not in field.text
    ]
    return len(texts) > 1 and all(DOTTED_RE.fullmatch(text) and text.lstrip("(")[0] != "0" for text in texts)


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
