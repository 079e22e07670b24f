"""Rows that stand right of a table: those of another one, whose lines a text layer put below it."""

from __future__ import annotations

from collections.abc import Sequence

from bilingual.tables.line import Layout, Line

FEWEST = 3
"""Rows of the table above that show where its first cells end."""


def begins_beyond(rows: Sequence[Line], line: Line) -> bool:
    """Whether the label of a row begins right of the first cells of all rows of a table, which have labels left of them.

    Args:
        rows: the rows of the table so far.
        line: a row that may go on with it.
    """
    if line.layout is not Layout.SPACE or not line.stub.text or len(rows) < FEWEST:
        return False
    return all(row.stub.text and row.cells and row.cells[0].end < line.stub.start for row in rows)
