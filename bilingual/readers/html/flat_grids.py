"""Cells one after the other in a grid: the styles of the page, or the cells themselves, tell how many stand in a row.

Source: CSS Grid Layout 1 (grid-template-columns, grid-column). Only styles in the page itself are read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bilingual.readers.html.blocks import (
    LaidTable,
    columns_of,
    fills,
    is_cell,
    is_figure,
    is_label,
    is_words,
    placed,
)
from bilingual.readers.html.inline import shown
from bilingual.readers.html.tables import cell_text

if TYPE_CHECKING:
    from lxml import etree

FEWEST_ROWS = 3
MOST_CELLS = 40
_MOST_COLUMNS = 13
_MOST_HEADS = 3
"""Rows of heads."""
_MOST_STYLES = 200_000
"""Characters of style sheets that are searched for grids."""
_RULE_RE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_TRACKS_RE = re.compile(r"grid-template-columns\s*:\s*([^;}]+)|grid-template\s*:[^/;}]*/\s*([^;}]+)")
_REPEAT_RE = re.compile(r"repeat\(\s*(\d{1,3})\s*,((?:[^()]|\([^()]*\))*)\)")
Styles = Mapping[str, int]
"""Columns of the grids that classes of the page's own style sheets lay out."""


def grid_styles(body: etree._Element) -> Styles:
    """The number of columns that each class of the page's style sheets gives to a grid."""
    found: dict[str, int] = {}
    budget = _MOST_STYLES
    for sheet in body.getroottree().iter("style"):
        text = (sheet.text or "")[:budget]
        budget -= len(text)
        for name, rule in _RULE_RE.findall(text):
            columns = _tracks(rule)
            if columns:
                found[name] = columns
    return found


def grid_table(
    element: etree._Element, children: Sequence[etree._Element], styles: Styles
) -> LaidTable | None:
    """The table of an element whose children are all cells, in as many columns as a style or the cells tell."""
    cells = [child for child in children if shown(child)]
    if is_words(element.text) or len(cells) < 2 * FEWEST_ROWS or not all(map(is_cell, cells)):
        return None
    named = [styles[name] for name in (element.get("class") or "").split() if name in styles]
    width, heads = _tracks(element.get("style") or "") or (named[0] if named else 0), 0
    if not width and not any(columns_of(cell) > 1 for cell in cells):
        width, heads = _width([cell_text(cell) for cell in cells])
    if width < 2:
        return None
    loose = children.index(cells[heads]) if heads % width else 0
    rows: list[list[etree._Element | None]] = [[]]
    taken = 0
    for cell in cells[heads if heads % width else 0 :]:
        columns = min(columns_of(cell), width)
        if taken + columns > width:
            rows.append([])
            taken = 0
        rows[-1].append(cell)
        taken += columns
    body = [[cell_text(cell) for cell in row if cell is not None] for row in rows]
    telling = sum(is_label(row[0]) and any(map(is_figure, row[1:])) for row in body if len(row) > 1)
    return LaidTable(0, len(children), placed(rows), loose) if telling >= 2 else None


def _width(texts: Sequence[str]) -> tuple[int, int]:
    """In how many columns texts are a table to its end, and how many of them stand before it as heads.

    Words stand in the first column, figures in the others.
    """
    for width in range(2, _MOST_COLUMNS):
        start = len(texts)
        while start >= width and _tells(texts[start - width : start]):
            start -= width
        if len(texts) - start >= FEWEST_ROWS * width and start <= _MOST_HEADS * width:
            return width, start
    return 0, 0


def _tells(row: Sequence[str]) -> bool:
    others = row[1:]
    return is_label(row[0]) and any(map(is_figure, others)) and all(map(fills, others))


def _tracks(rule: str) -> int:
    """The columns that a style gives to a grid; 0 where it does not count them."""
    match = _TRACKS_RE.search(rule)
    if match is None:
        return 0
    tracks = _REPEAT_RE.sub(lambda found: f"{found[2]} " * int(found[1]), match[1] or match[2])
    if "auto-fi" in tracks:
        return 0
    count = len(re.sub(r"\([^()]*\)|\[[^\]]*\]", "", re.sub(r"\([^()]*\)", "", tracks)).split())
    return count if count <= MOST_CELLS else 0
