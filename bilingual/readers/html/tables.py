"""Table elements to cells with the rows and columns that they cover."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilingual.containers.markup import inner_text
from bilingual.readers.beside import in_two_languages
from bilingual.readers.html.inline import inline_text, shown

if TYPE_CHECKING:
    from lxml import etree

MOST_SPAN = 1_000
"""Columns that a cell may cover (HTML Living Standard, 4.9.11)."""
MOST_ROWS = 65_534
LINES = frozenset({
    "p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip
BLANK_RE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table with what it covers; ``text`` has its lines apart."""

    element: etree._Element
    row: int
    column: int
    rows: int
    columns: int
    head: bool
    text: str


def is_layout(table: etree._Element) -> bool:
    """Whether a table only arranges the page: it holds tables, no row of two cells, or a text beside its translation."""
    if table.get("role") == "presentation" or table.find(".//table") is not None:
        return True
    rows = [_cells(row) for row in _rows(table)]
    return all(len(cells) < 2 for cells in rows) or in_two_languages(
        [inner_text(cell) for cell in cells] for cells in rows
    )


def table_cells(table: etree._Element) -> Iterator[TableCell]:
    """The cells of a table, each with its place in the grid (HTML Living Standard, 4.9.12)."""
    taken: dict[int, int] = {}  # column: the first row in which it is free again
    for row, element in enumerate(_rows(table)):
        column = 0
        for cell in _cells(element):
            while taken.get(column, 0) > row:
                column += 1
            columns = _span(cell, "colspan", MOST_SPAN)
            rows = _span(cell, "rowspan", MOST_ROWS)
            yield TableCell(cell, row, column, rows, columns, cell.tag == "th", cell_text(cell))
            if rows > 1:
                taken.update(dict.fromkeys(range(column, column + columns), row + rows))
            column += columns


def cell_text(cell: etree._Element) -> str:
    """What a cell shows, its lines apart."""
    lines = [BLANK_RE.sub(" ", line).strip() for line in _marked(cell).split("\x00")]
    return "\n".join(filter(None, lines))


def _marked(element: etree._Element) -> str:
    out = [element.text or ""]
    for child in element:
        if shown(child):
            is_line = child.tag in LINES
            inner = (
                "" if child.tag == "br" else _marked(child) if is_line or len(child) else inline_text(child)
            )
            out.append(f"\x00{inner}\x00" if is_line else inner)
        out.append(child.tail or "")
    return "".join(out)


def _rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table in the order that they are shown: heads first, feet last."""
    rows: list[tuple[int, etree._Element]] = []
    for part in table:
        if not shown(part):
            continue
        if part.tag == "tr":
            rows.append((1, part))
        elif part.tag in ("thead", "tbody", "tfoot"):
            order = {"thead": 0, "tbody": 1, "tfoot": 2}[part.tag]
            rows += [(order, row) for row in part if shown(row) == "tr"]
    return [row for _, row in sorted(rows, key=lambda item: item[0])]


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if shown(cell) in ("td", "th")]


def _span(cell: etree._Element, name: str, most: int) -> int:
    given = (cell.get(name) or "1").strip()
    return max(1, min(int(given), most)) if given.isascii() and given.isdigit() else 1
