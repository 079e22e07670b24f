"""Tables of a Word file to cells with the rows and columns that they cover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilingual.containers.markup import child, inner_text, local_name
from bilingual.readers.beside import in_two_languages
from bilingual.readers.docx.styles import switched_on, value, within

if TYPE_CHECKING:
    from lxml import etree

MOST_SPAN = 63
"""Columns of a table in Word."""
WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


@dataclass(slots=True)
class WordCell:
    """A cell of a table with what it covers."""

    element: etree._Element
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    head: bool = False


def table_rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, those in wrappers too."""
    return list(_inner(table, "tr"))


def row_cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row, those in wrappers too."""
    return list(_inner(row, "tc"))


def _inner(element: etree._Element, name: str) -> Iterator[etree._Element]:
    pending = list(element)[::-1]
    while pending:
        each = pending.pop()
        if local_name(each) == name:
            yield each
        elif local_name(each) in WRAPPERS:
            pending.extend(list(each)[::-1])


def is_layout(table: etree._Element) -> bool:
    """Whether a table only arranges the page: it holds tables, no row of two cells, or a text beside its translation."""
    rows = [row_cells(row) for row in table_rows(table)]
    return (
        all(len(cells) < 2 for cells in rows)
        or any(child(cell, "tbl") is not None for cells in rows for cell in cells)
        or in_two_languages([inner_text(cell) for cell in cells] for cells in rows)
    )


def is_deleted(row: etree._Element) -> bool:
    """Whether a tracked change deletes a row."""
    return within(row, "trPr", "del") is not None


def is_hidden(row: etree._Element) -> bool:
    """Whether a row is hidden."""
    return bool(switched_on(child(row, "trPr"), "hidden"))


def table_cells(table: etree._Element) -> Iterator[WordCell]:
    """The cells of a table that its final view shows, each with its place in the grid.

    A cell that is merged with those below it is one; rows count as they stand in the file.
    """
    open_cells: dict[int, WordCell] = {}
    found: list[WordCell] = []
    for number, row in enumerate(table_rows(table)):
        if is_deleted(row) or is_hidden(row):
            continue
        head = bool(switched_on(child(row, "trPr"), "tblHeader"))
        column = _number(within(row, "trPr", "gridBefore"))
        for element in row_cells(row):
            width = max(1, min(_number(within(element, "tcPr", "gridSpan"), 1), MOST_SPAN))
            merge = within(element, "tcPr", "vMerge")
            across = within(element, "tcPr", "hMerge")
            if across is not None and value(across) != "restart" and found and found[-1].row == number:
                found[-1].columns += width
                column += width
                continue
            above = open_cells.get(column)
            if merge is not None and value(merge) != "restart" and above is not None:
                above.rows = number - above.row + 1
            else:
                cell = WordCell(element, number, column, 1, width, head)
                found.append(cell)
                open_cells[column] = cell
                if merge is None:
                    del open_cells[column]
            column += width
    yield from found


def _number(element: etree._Element | None, other: int = 0) -> int:
    text = value(element)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else other


def cell_deleted(cell: etree._Element) -> bool:
    """Whether a tracked change deletes a cell."""
    return within(cell, "tcPr", "cellDel") is not None
