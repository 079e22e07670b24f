"""Tables of words: rows between rules whose cells stand under each other, without columns of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.readers.pdf.rows import Cell, Row, joined

FEWEST, FEWEST_CELLS = 3, 2
"""Rows of such a table, and cells of each: an item and what is said of it."""
FAR = 3.0
"""Heights between the heads, which may have no rule above them, and the first row at most."""
NAME_RE = re.compile("[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff々]{1,4}")
NAME_GAP = 1.4
"""A part of the name of a person, and the heights between two of them at most."""


def tables_of_words(rows: Sequence[Row]) -> Iterator[tuple[int, int, list[Row]]]:
    """First row, end and rows of every table of words, top to bottom; names of persons are in one cell of these rows."""
    floor = at = 0
    while at < len(rows):
        past = at + 1
        while past < len(rows) and _stand_under(rows[at], rows[past]):
            past += 1
        if past - at >= FEWEST:
            whole = _with_whole_names(rows[at:past])
            headed = at > floor and _heads(rows[at - 1], whole)
            yield (at - 1, past, [rows[at - 1], *whole]) if headed else (at, past, whole)
            floor = past
        at = past


def _stand_under(row: Row, below: Row) -> bool:
    """Whether the cells of two rows between rules, several of each, stand under each other."""
    if not (row.ruled and below.ruled and FEWEST_CELLS <= len(row.cells) == len(below.cells)):
        return False
    spans = [(a.span, b.span) for a, b in zip(row.cells, below.cells, strict=True)]
    return all(a[0] < b[1] - 1 and b[0] < a[1] - 1 for a, b in spans)


def _heads(row: Row, body: Sequence[Row]) -> bool:
    """Whether the cells of a row stand over the columns below it, each over another one."""
    first = body[0]
    if len(row.cells) != len(first.cells) or first.middle - row.middle > FAR * first.size:
        return False
    columns = [
        (min(cell.x0 for cell in cells), max(cell.x1 for cell in cells))
        for cells in zip(*(one.cells for one in body), strict=True)
    ]
    ends = [*(left for left, _ in columns[1:]), max(row.x1, columns[-1][1]) + 1]
    return all(
        left - first.size < cell.middle < end
        for cell, (left, _), end in zip(row.cells, columns, ends, strict=True)
    )


def _with_whole_names(rows: Sequence[Row]) -> list[Row]:
    """Rows with names of persons in one cell: 伊良部　誠."""
    found = list(rows)
    for at in range(len(found[0].cells) - 1, 0, -1):
        if all(_is_name(*row.cells[at - 1 : at + 1]) for row in found):
            found = [
                Row(
                    [*row.cells[: at - 1], joined(*row.cells[at - 1 : at + 1]), *row.cells[at + 1 :]],
                    row.wide,
                )
                for row in found
            ]
    return found


def _is_name(family: Cell, given: Cell) -> bool:
    """Whether two cells a character apart may be the parts of a Japanese name."""
    near = given.x0 - family.x1 < NAME_GAP * (family.y1 - family.y0)
    return near and all(NAME_RE.fullmatch(cell.text.strip()) for cell in (family, given))
