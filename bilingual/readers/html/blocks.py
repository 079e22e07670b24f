"""What a block of a page is beside others: a cell, a label, a figure; and cells at their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bilingual.readers.html.tables import TableCell, cell_text

if TYPE_CHECKING:
    from lxml import etree

_HEAD_ROLES = frozenset({"columnheader", "rowheader"})
_NO_CELL = frozenset({"table", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "form", "pre"})
_MOST_INSIDE = 12
"""Elements within a cell; what holds more is a part of the page."""
_LONGEST_CELL = 200
_WIDEST = 1_000
_FIGURE_RE = re.compile(
    r"[-+△▲−–―－—()\[\]¥$€約]*(?:US\$)?(?:[\d０-９][\d０-９,，.．]*[兆億万千百]?){0,3}[^\d０-９]{0,8}(?:[※*]\d{0,2})?"
)
"""A figure, a dash or a short unit, without its blanks."""
_LONGEST_FIGURE = 40
_DIGIT_RE = re.compile(r"[\d０-９]")
_SPAN_RE = re.compile(
    r"grid-column(?:-end)?\s*:\s*(?:\d+\s*/\s*)?span\s+(\d{1,3})|grid-column\s*:\s*(\d+)\s*/\s*(-?\d+)"
)


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A table made of blocks: the children of an element from ``first`` to before ``last``, and the cells they hold."""

    first: int
    last: int
    cells: tuple[TableCell, ...]
    loose: int = 0
    """Children that are words over the columns, where nothing tells over which."""


def is_cell(element: etree._Element) -> bool:
    """Whether an element is as small as a cell."""
    if sum(child.tag in ("div", "li") and bool(cell_text(child)) for child in islice(element, 3)) > 1:
        return False
    inside = list(islice(element.iterdescendants(), _MOST_INSIDE + 1))
    if len(inside) > _MOST_INSIDE or any(child.tag in _NO_CELL for child in (element, *inside)):
        return False
    return sum(len(text) for text in islice(element.itertext(), 3 * _MOST_INSIDE)) <= _LONGEST_CELL


def is_label(text: str) -> bool:
    """Whether a text may name a row: words."""
    return bool(text) and not is_figure(text)


def is_figure(text: str) -> bool:
    """Whether a text is a figure and nothing else, but for a short unit."""
    return _DIGIT_RE.search(text) is not None and fills(text)


def fills(text: str) -> bool:
    """Whether a text may fill a cell of figures: a figure, a dash, a short unit, nothing."""
    return len(text) <= _LONGEST_FIGURE and _FIGURE_RE.fullmatch("".join(text.split())) is not None


def is_words(text: str | None) -> bool:
    """Whether a text is more than blanks."""
    return bool(text and text.strip())


def placed(rows: Sequence[Sequence[etree._Element | None]]) -> tuple[TableCell, ...]:
    """Cells with their places; None keeps one free."""
    found: list[TableCell] = []
    taken: dict[int, int] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while taken.get(column, 0) > number:
                column += 1
            if cell is None:
                column += 1
                continue
            columns, height = columns_of(cell), _number(cell.get("aria-rowspan"))
            head = cell.get("role") in _HEAD_ROLES
            found.append(TableCell(cell, number, column, height, columns, head, cell_text(cell)))
            if height > 1:
                taken.update(dict.fromkeys(range(column, column + columns), number + height))
            column += columns
    return tuple(found)


def columns_of(cell: etree._Element) -> int:
    """The columns that a cell covers, by its role or its style."""
    if cell.get("aria-colspan"):
        return _number(cell.get("aria-colspan"))
    match = _SPAN_RE.search(cell.get("style") or "")
    if match is None:
        return 1
    if match[1]:
        return _number(match[1])
    first, last = int(match[2]), int(match[3])
    return min(last - first, _WIDEST) if last > first else _WIDEST if last == -1 else 1


def _number(text: str | None) -> int:
    given = (text or "1").strip()
    return max(1, min(int(given), _WIDEST)) if given.isascii() and given.isdigit() else 1
