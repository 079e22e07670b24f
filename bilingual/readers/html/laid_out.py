"""Tables that a page lays out with blocks instead of table elements.

Rows that ARIA roles name (WAI-ARIA 1.2: table, row, cell), rows of equal blocks, and the cells of grids.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bilingual.readers.html.blocks import (
    LaidTable,
    columns_of,
    is_cell,
    is_figure,
    is_label,
    is_words,
    placed,
)
from bilingual.readers.html.flat_grids import FEWEST_ROWS, MOST_CELLS, Styles, grid_table
from bilingual.readers.html.inline import shown
from bilingual.readers.html.tables import TableCell, cell_text

if TYPE_CHECKING:
    from lxml import etree

    Rows = list[list[etree._Element]]

ROLES = frozenset({"table", "grid", "treegrid"})
_CELL_ROLES = frozenset({"cell", "gridcell", "columnheader", "rowheader"})
_ROW_TAGS = frozenset({"div", "li", "section", "article", "a", "span", "p", "dl", "ul"})


def role_table(element: etree._Element) -> tuple[TableCell, ...]:
    """The cells of an element that a role calls a table; empty where no row of it has two cells."""
    if element.get("role") not in ROLES or element.tag == "table":
        return ()
    rows = [
        [cell for cell in _named(row, _CELL_ROLES) if shown(cell)]
        for row in _named(element, frozenset({"row"}))
        if shown(row)
    ]
    return placed(rows) if any(len(row) > 1 for row in rows) else ()


def laid_tables(element: etree._Element, styles: Styles) -> dict[int, LaidTable]:
    """The tables that children of an element lay out, by the number of their first child."""
    children = list(element)
    if len(children) < 2 or any(is_words(child.tail) for child in children):
        return {}
    flat = grid_table(element, children, styles)
    if flat is not None:
        return {flat.first: flat}
    return {table.first: table for table in _runs(children)}


def _runs(children: Sequence[etree._Element]) -> Iterator[LaidTable]:
    """Tables of children that are rows, or groups of rows, one after the other."""
    grouped = any(shown(child) and not _cells(child) and _group(child) for child in children)
    read = [_rows(child, grouped) if shown(child) else [] for child in children]
    first = 0
    while first < len(children):
        rows: Rows = []
        last, ends, kept = first, first, 0
        while last < len(children):
            more = read[last]
            full = any(len(row) > 1 for row in more or ())
            if more is None or not (rows or full) or (grouped and rows and not _goes_on(rows, more)):
                break
            rows += more
            last += 1
            if full:
                ends, kept = last, len(rows)
        rows = rows[:kept]
        rows = rows if kept and _is_table(rows) else _upright(rows)
        if rows and _is_table(rows):
            yield LaidTable(first, ends, placed(_even(rows)))
        first = max(last, first + 1)


def _goes_on(rows: Rows, more: Rows) -> bool:
    """Whether a group of rows goes on with the table above: as wide, and no heads behind figures."""
    if not more or max(map(len, rows)) != max(map(len, more)):
        return not more
    return not any(map(_holds_figures, rows)) or _holds_figures(more[0])


def _holds_figures(row: Sequence[etree._Element]) -> bool:
    texts = [cell_text(cell) for cell in row]
    return is_label(texts[0]) and any(map(is_figure, texts[1:]))


def _upright(rows: Rows) -> Rows:
    """The rows across blocks that are columns, labels in the first and figures in the others; nothing where they are none."""
    if len({len(row) for row in rows}) != 1 or len(rows) < 2 or len(rows[0]) < FEWEST_ROWS:
        return []
    labels, *others = ([cell_text(cell) for cell in row] for row in rows)
    words = sum(map(is_label, labels)) >= len(labels) - 1
    figures = all(sum(map(is_figure, column)) * 2 > len(column) for column in others)
    return [list(row) for row in zip(*rows, strict=True)] if words and figures else []


def _rows(element: etree._Element, grouped: bool) -> Rows | None:
    """The rows that a block is or holds, each as its cells; a lone short text is a row of one; None where it is neither.

    ``grouped`` says that blocks beside it hold rows: then one that may be read both ways holds rows as well.
    """
    if element.tag not in _ROW_TAGS or element.get("role") in ROLES:
        return None
    held = _group(element) if grouped else []
    if held:
        return held
    own = _cells(element)
    if own:
        return [own]
    return [[element]] if _is_lone(element) else None


def _group(element: etree._Element) -> Rows:
    """The rows that a block holds and nothing else."""
    inner = [child for child in element if shown(child)]
    if element.tag not in _ROW_TAGS or is_words(element.text) or any(is_words(c.tail) for c in element):
        return []
    if any(child.tag not in _ROW_TAGS for child in inner):
        return []
    rows = [row for child in inner if (row := _cells(child) or ([child] if _is_lone(child) else []))]
    return rows if len(rows) == len(inner) and any(len(row) > 1 for row in rows) else []


def _is_lone(element: etree._Element) -> bool:
    """Whether a block is a row of one short text: the heading of a section."""
    return len(element) <= 1 and is_cell(element) and bool(cell_text(element))


def _cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a block that is a row: its children, where it says nothing beside them."""
    if is_words(row.text) or not 1 < len(row) <= MOST_CELLS or any(is_words(child.tail) for child in row):
        return []
    cells = [child for child in row if shown(child)]
    return cells if len(cells) > 1 and all(map(is_cell, cells)) and "br" not in {c.tag for c in cells} else []


def _is_table(rows: Sequence[Sequence[etree._Element]]) -> bool:
    """Whether rows are those of a table: as many cells in most, words first and figures behind them."""
    counts = Counter(len(row) for row in rows if len(row) > 1)
    width, usual = counts.most_common(1)[0]
    full = [[cell_text(cell) for cell in row] for row in rows if len(row) == width]
    telling = [row for row in full if is_label(row[0]) and any(map(is_figure, row[1:]))]
    return usual >= FEWEST_ROWS and 2 * usual > counts.total() and len(telling) >= max(2, usual / 2)


def _even(rows: Sequence[list[etree._Element]]) -> list[list[etree._Element | None]]:
    """Rows of one width: heads that have no cell over the labels stand over the figures."""
    width = Counter(len(row) for row in rows if len(row) > 1).most_common(1)[0][0]
    found: list[list[etree._Element | None]] = []
    for row in rows:
        spans = sum(columns_of(cell) for cell in row)
        short = len(row) > 1 and spans < width and not _holds_figures(row)
        found.append([*([None] * (width - spans) if short else ()), *row])
    return found


def _named(element: etree._Element, roles: frozenset[str]) -> Iterator[etree._Element]:
    """The elements below one that have one of some roles, not those of a table within it."""
    for child in element:
        role = child.get("role")
        if role in roles:
            yield child
        elif role not in ROLES and isinstance(child.tag, str):
            yield from _named(child, roles)
