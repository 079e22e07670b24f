"""Tables whose text layer is damaged: named steps over the lines of one table.

A step gets lines and answers with lines: fields with another reading, a line made two, a line that is none. What it
changed stands in ``Line.repairs``. Only tables that tabs or pipes divide are mended here, and only where something
looks wrong: a clean table costs one search per line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bilingual.model.repair import Damage
from bilingual.tables.block import ROWS, Block
from bilingual.tables.dash_ranges import join_ranges
from bilingual.tables.debris import clean_label_of
from bilingual.tables.delimited import is_cell
from bilingual.tables.dots import mend_spaced, offer_commas
from bilingual.tables.ghosts import drop_ghosts, echoed_labels
from bilingual.tables.glyphs import is_broken, mend_cells
from bilingual.tables.line import Layout, Line, LineKind
from bilingual.tables.looks import Habit, habits
from bilingual.tables.merged import split_rows, spread_cells
from bilingual.tables.note_columns import note_fields
from bilingual.tables.raised import lower_rows
from bilingual.tables.shadows import drop_shadows
from bilingual.tables.spaced_ghosts import drop_spaced_ghosts, shows_picture
from bilingual.tables.torn import (
    join_cells,
    join_first_digit,
    join_heads,
    join_label,
    join_surplus_label,
    join_words,
    shift_cells,
    split_heads,
)
from bilingual.tables.unled_heads import lead_heads
from bilingual.tables.wording import Wording

SUSPECT_RE = re.compile(
    r"\d\.\d{3}(?![\d%])|[\d)] (?:[\d(△▲]|-\d)|\(\(|\)\)|[\t|] ?[_,.·•] ?(?=[\t|]|$)|[OolIB]\d|\d[OolISB|](?![A-Za-z])|[\t|(] ?0[\d,]|\d,\d{1,2}(?!\d)|\d, ?[\t|]|\d,\d{4}|[\t|] ?\([\d,.]+%? ?(?=[\t|]|$)|[\t|] ?[\d,.]+%?\) ?(?=[\t|]|$)|[\t|] ?[a-z]{3,}\(?\d{1,3},\d{3}"
)
"""Something in a row that figures and labels seldom hold."""
_NUMBER = r"(?:[1-9]\d{0,2}(?:,\d{3})*+|0)?(?:\.\d{1,2})?%?"
CLEAN_RE = re.compile(rf"[^\t|]*+(?:[\t|] ?(?:(?:\({_NUMBER}\)|[△▲-]?{_NUMBER})%?|-|n/a)? ?)*+")
"""A row of plain figures and blanks, as nearly all are: nothing in it is suspect."""
DAMAGE = 3
"""So many cells that nobody writes so show that a document was read from a picture."""


def mend_blocks(
    blocks: Sequence[Block], wording: Wording, *, misread: int = 0, has_cells: bool = False
) -> None:
    """Mend the tables of a document that look damaged, in place.

    Args:
        blocks: the tables.
        wording: the words of the document.
        misread: places of the document where a letter was read for a digit, or a character for one it looks like.
        has_cells: whether the file itself says what its cells are: nothing of them was read from a picture or moved.
    """
    for block in blocks:
        mend_spaced(block, wording)
        join_ranges(block)
    if has_cells:
        return
    for block in blocks:
        if block.layout is not Layout.SPACE:
            block.head.headers = lead_heads(block.head.headers, block.rows)
    suspects = [block for block in blocks if _is_suspect(block)]
    misread += sum(map(shows_picture, blocks))
    picture = bool(suspects or misread >= DAMAGE) and _mend_all(blocks, suspects, wording, misread)
    for block in blocks:
        if block.layout is not Layout.SPACE and len(block.head.headers) == 1:
            block.head.headers = [split_heads(block.head.headers[0], block.rows)]
        if block.layout is not Layout.SPACE and not picture:
            _keep(block, drop_shadows(block.body, wording))
    offer_commas(blocks, always=picture)


def _mend_all(blocks: Sequence[Block], suspects: Sequence[Block], wording: Wording, misread: int) -> bool:
    """Mend the tables that look damaged, and all of a document that was read from a picture; whether it was."""
    columns = {id(block): _habits(block) for block in suspects}
    broken = misread + sum(
        is_broken(row, field, habit)
        for block in suspects
        for row in block.rows
        for field, habit in zip(row.fields, columns[id(block)], strict=False)
    )
    for block in suspects:
        _mend(block, columns[id(block)], wording)
    broken += sum(
        repair.damage is Damage.GLYPHS for block in suspects for line in block.body for repair in line.repairs
    )
    if broken >= DAMAGE:
        divided = [block for block in blocks if block.layout is not Layout.SPACE]
        echoed = echoed_labels(block.body for block in divided)
        for block in divided:
            _mend_as_picture(block, wording, echoed)
        drop_spaced_ghosts(blocks, wording)
    return broken >= DAMAGE


def _is_suspect(block: Block) -> bool:
    if block.layout is Layout.SPACE:
        return False
    rows = block.rows
    if len({len(line.fields) for line in rows}) > 1:
        return True
    if any(_looks_odd(line.content.text) for line in block.body):
        return True
    filled = [0] * len(rows[0].fields)
    for line in rows:
        for index, field in enumerate(line.fields):
            if field.text:
                filled[index] += 1
    return len(rows) > 3 and any(0 < 5 * count <= len(rows) for count in filled)


def _looks_odd(text: str) -> bool:
    return CLEAN_RE.fullmatch(text) is None and SUSPECT_RE.search(text) is not None


def _habits(block: Block) -> list[Habit]:
    """The habits of the fields of a table, as many as most of its rows have."""
    rows = block.rows
    width = Counter(len(row.fields) for row in rows).most_common(1)[0][0]
    notes = note_fields(block)
    return [
        replace(habit, rows=0) if at in notes else habit  # few rows have a note, yet the field is not spare
        for at, habit in enumerate(habits(rows, width))
    ]


def _mend(block: Block, columns: Sequence[Habit], wording: Wording) -> None:
    """Steps that the table itself decides."""
    body: list[Line] = []
    for at, line in enumerate(block.body):
        near = [*block.body[max(0, at - 1) : at], *block.body[at + 1 : at + 2]]
        if line.layout is Layout.SPACE:
            body.append(line)
            continue
        for row in split_rows(join_surplus_label(line, columns, wording), columns, wording):
            mended = mend_cells(shift_cells(mend_cells(row, columns), columns), columns)
            body.append(_as_row(join_cells(spread_cells(mended, columns, near), columns)))
    block.body = body
    block.head.headers = [join_heads(line) for line in block.head.headers]
    block.width = max(block.width, len(columns) - 1)


def _as_row(line: Line) -> Line:
    """A line whose cells are figures once they are mended is a row."""
    if line.kind in ROWS or not line.repairs:
        return line
    filled = [field.text for field in line.cells if field.text]
    return replace(line, kind=LineKind.ROW) if filled and all(map(is_cell, filled)) else line


def _mend_as_picture(block: Block, wording: Wording, echoed: frozenset[str]) -> None:
    """Steps for documents that were read from a picture."""
    columns = _habits(block)
    _keep(block, drop_ghosts(lower_rows(block.body, columns), columns, wording, echoed))
    rows = block.rows
    block.body = [
        join_first_digit(
            clean_label_of(join_words(join_label(line, wording), wording), wording), columns, rows
        )
        if line.kind in ROWS
        else line
        for line in block.body
    ]


def _keep(block: Block, body: Sequence[Line]) -> None:
    """Give a table its new body; what nobody wrote stays outside."""
    block.rules.extend(line for line in body if line.kind is LineKind.RULE)
    block.body = [line for line in body if line.kind is not LineKind.RULE]
