"""Tables with merged cells to rows of plain cells, as the table room takes them.

A head that spans several columns stands over each of them; a category that spans several rows stands above them as a
heading; everything else stands once, in its own column. Signs and units in columns of their own belong to their figures.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bilingual.figures import read_unit_note
from bilingual.model.document import Language
from bilingual.model.origin import Origin
from bilingual.text.normalize import map_text

FIGURE_RE = re.compile(
    r"[\s(（\[△▲±+\-－−–―]*(?:[¥￥$€£]|US\$|JPY|USD)?[\s(（△▲\-－−]*\d[\d,，.．]*\s*[)）\]]?\s*"
    r"(?:%|％|倍|円|銭|名|人|件|社|pt|pts|x)?\s*[)）]?|[-－−–―—*]|n/?a"
)
OPENING_RE = re.compile(r"[(（△▲+¥￥$€£]+[−－\-]?|US\$|JPY|USD")
"""Marks before a figure in a cell of their own; a dash alone is a nil."""
CLOSING_RE = re.compile(r"[)）%％]+|円|pt")
YEAR_RE = re.compile(r"(?:FY)?\s*(?:19|20)\d\d(?:[./]\d{1,2})?")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table with the rows and columns that it covers.

    Attributes:
        row: 0-based row of its upper left corner.
        column: 0-based column of it.
        text: what it shows.
        place: where the file has it.
        rows: number of rows that it covers.
        columns: number of columns that it covers.
        head: whether the file says that it is a head.
    """

    row: int
    column: int
    text: str
    place: Origin | None = None
    rows: int = 1
    columns: int = 1
    head: bool = False


Row = list[tuple[str, Origin | None]]


def grid_rows(cells: Iterable[GridCell]) -> Iterator[Row]:
    """The rows of a table from top to bottom, each cell in its column.

    Args:
        cells: the cells, each once, in any order; rows without any text are left out.
    """
    grid: dict[int, dict[int, GridCell]] = defaultdict(dict)
    for cell in cells:
        if cell.text.strip():
            grid[cell.row][cell.column] = cell
    rows = [_joined(row) for number in sorted(grid) for row in _unstacked(grid[number])]
    body = next((at for at, row in enumerate(rows) if _is_body(row)), len(rows))
    folded = _is_folded(rows[body:])
    gaps = _gaps(rows, body)
    for at, row in enumerate(rows):
        if at < body:
            found = [_head_row(row, folded=folded)]
        else:
            found = list(_folded_row(row)) if folded else [_plain_row(row)]
        first = 1 if folded else 0
        for out in found:
            yield [cell for column, cell in enumerate(out, first) if column not in gaps]


def _unstacked(row: dict[int, GridCell]) -> Iterator[dict[int, GridCell]]:
    """The rows that stand in one: cells whose lines are labels and figures one below another."""
    stacks = {column: cell.text.strip().split("\n") for column, cell in row.items()}
    heights = {len(stack) for stack in stacks.values()}
    figures = [stack for stack in stacks.values() if all(is_figure(text) for text in stack)]
    if len(heights) != 1 or heights == {1} or len(stacks) < 2 or not figures:
        yield row
        return
    for at in range(heights.pop()):
        yield {column: replace(cell, text=stacks[column][at]) for column, cell in row.items()}


def _joined(row: dict[int, GridCell]) -> dict[int, GridCell]:
    """A row whose signs, brackets and units that stand in cells of their own are joined to their figures."""
    out: dict[int, GridCell] = {}
    opening: GridCell | None = None
    for column, cell in sorted(row.items()):
        text = cell.text.strip()
        before = out.get(max(out)) if out else None
        if opening is not None and is_figure(text):
            out[column] = replace(cell, text=opening.text.strip() + text)
        elif opening is not None:
            out[opening.column] = opening
            out[column] = cell
        elif OPENING_RE.fullmatch(text) and column:
            opening = cell
            continue
        elif CLOSING_RE.fullmatch(text) and before is not None and before.column and is_figure(before.text):
            out[before.column] = replace(before, text=before.text.strip() + text)
        else:
            out[column] = cell
        opening = None
    if opening is not None:
        out[opening.column] = opening
    return out


def _gaps(rows: Sequence[dict[int, GridCell]], body: int) -> frozenset[int]:
    """Columns that only part others: nothing of the body stands in them, and no head alone over them."""
    if body == len(rows):
        return frozenset()
    width = max(column + cell.columns for row in rows for column, cell in row.items())
    filled = {column for row in rows[body:] for column in row}
    heads = {column for row in rows[:body] for column, cell in row.items() if cell.columns == 1}
    return frozenset(range(1, width)) - filled - heads


def is_figure(text: str) -> bool:
    """Whether a cell shows a figure or a mark that stands for one; a year alone is none.

    >>> [is_figure(text) for text in ("1,234", "△5.6%", "－", "2024", "2025年3月期", "(12)")]
    [True, True, True, False, False, True]
    """
    text = text.strip()
    return FIGURE_RE.fullmatch(text) is not None and YEAR_RE.fullmatch(text) is None


def _is_body(row: dict[int, GridCell]) -> bool:
    return any(column and not cell.head and is_figure(cell.text) for column, cell in row.items())


def _is_folded(rows: Sequence[dict[int, GridCell]]) -> bool:
    """Whether the first column holds categories over the labels of the second one."""
    labels = [row[1] for row in rows if 1 in row]
    if not labels or any(is_figure(label.text) for label in labels):
        return False
    below = sum(0 not in row for row in rows if 1 in row)
    units = sum(_is_unit(label.text) for label in labels)
    return below > 0 and 2 * units < len(labels)


def _is_unit(text: str) -> bool:
    return any(read_unit_note(f"({map_text(text).text.strip()})", language) for language in Language)


def _plain_row(row: dict[int, GridCell], first: int = 0) -> Row:
    out: Row = [("", None)] * (max(row) + 1)
    for column, cell in row.items():
        out[column] = (cell.text, cell.place)
    return out[first:]


def _head_row(row: dict[int, GridCell], *, folded: bool) -> Row:
    spread = dict(row)
    for column, cell in row.items():
        if column:
            spread.update(dict.fromkeys(range(column, column + cell.columns), cell))
    if folded and 0 in spread and 1 not in spread:
        spread[1] = spread[0]
    return _plain_row(spread, 1 if folded else 0)


def _folded_row(row: dict[int, GridCell]) -> Iterator[Row]:
    """A row of a table with categories: the category as a heading, then the label with its cells."""
    category = row.get(0)
    if category is None:
        yield _plain_row(row, 1)
    elif 1 not in row or category.columns > 1:
        yield [(category.text, category.place), *_plain_row(row, 2)]
    else:
        yield [(category.text, category.place)]
        yield _plain_row(row, 1)
