"""Rows that nobody wrote in tables that blanks divide: their cells are told by where they stand under each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bilingual.tables.block import ROWS, Block
from bilingual.tables.ghosts import drop_ghosts, echoed_labels
from bilingual.tables.line import Field, Layout, Line, LineKind
from bilingual.tables.looks import DOTTED_RE, Habit, habits, look, printed
from bilingual.tables.positions import SLACK, choose_measure, extents, place_beside
from bilingual.tables.torn import join_cells, join_first_digit
from bilingual.tables.wording import Wording

FEWEST = 3
"""Rows with a cell in every column that show where the columns stand."""


def shows_picture(block: Block) -> int:
    """How many cells of a table that blanks divide show that it was read from a picture."""
    if block.layout is not Layout.SPACE:
        return 0
    rows = block.rows
    commas = any("," in field.text for row in rows for field in row.cells)
    shown = [printed(row, field) for row in rows for field in row.cells]
    return sum(look(text) == "broken" or (commas and DOTTED_RE.fullmatch(text) is not None) for text in shown)


def drop_spaced_ghosts(blocks: Sequence[Block], wording: Wording) -> None:
    """Drop the ghosts of tables that blanks divide, of a document that was read from a picture, in place."""
    placed = [(block, body) for block in blocks if (body := _placed(block))]
    echoed = echoed_labels([body for _, body in placed])
    before: list[Line] = []
    for block, body in placed:
        last = [row for row in before if row.kind in ROWS][-1:] if block.continues else []
        rows = [row for row in body if row.kind in ROWS]
        columns = habits(rows, max(len(row.fields) for row in rows))
        kept = drop_ghosts([*last, *body], columns, wording, echoed)[len(last) :]
        before = body
        read = [
            _joined(original, row, columns) if line is row else line
            for original, row, line in zip(block.body, body, kept, strict=True)
        ]
        if any(line.kind in ROWS for line in read):
            block.rules.extend(line for line in read if line.kind is LineKind.RULE)
            block.body = [line for line in read if line.kind is not LineKind.RULE]


def _joined(line: Line, placed: Line, columns: Sequence[Habit]) -> Line:
    """A row whose figures are whole, where a part of one stands in the column beside."""
    if line.kind not in ROWS:
        return line
    joined = join_first_digit(join_cells(placed, columns), columns)
    if joined is placed:
        return line
    return replace(joined, fields=(joined.stub, *(field for field in joined.cells if field.text)))


def _placed(block: Block) -> list[Line]:
    """The lines of a table with blank cells where a row has none; nothing where its columns do not show themselves."""
    if block.layout is not Layout.SPACE:
        return []
    rows = block.rows
    width = Counter(len(row.cells) for row in rows).most_common(1)[0][0]
    full = [row for row in rows if len(row.cells) == width]
    if width < 2 or len(full) < FEWEST:
        return []
    wide, aligned = choose_measure(full)
    if not aligned:
        return []
    return [
        _padded(line, full, width, wide=wide) if line.kind in ROWS and 0 < len(line.cells) < width else line
        for line in block.body
    ]


def _padded(row: Line, full: Sequence[Line], width: int, *, wide: bool) -> Line:
    model = min(full, key=lambda line: abs(line.number - row.number))
    worst, chosen = place_beside(extents(row, row.cells, wide), extents(model, model.cells, wide))
    if worst > SLACK:
        return row
    cells = dict(zip(chosen, row.cells, strict=True))
    fields, at = [row.stub], row.stub.end
    for column in range(width):
        field = cells.get(column, Field(at, at, ""))
        fields.append(field)
        at = field.end
    return replace(row, fields=tuple(fields))
