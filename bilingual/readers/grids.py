"""Tables with merged cells to rows of plain cells, as the table room takes them.

A head that spans several columns stands over each of them; a category that spans several rows stands above them as a
heading; everything else stands once, in its own column.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bilingual.figures import read_unit_note
from bilingual.model.document import Language
from bilingual.model.origin import Origin
from bilingual.text.normalize import map_text

FIGURE_RE = re.compile(
    r"[\s(（\[△▲±+\-－−–―]*(?:[¥￥$€£]|US\$|JPY|USD)?\s*[△▲\-－−]?\s*\d[\d,，.．]*\s*[)）\]]?\s*"
    r"(?:%|％|倍|円|銭|名|人|件|社|pt|pts|x)?\s*[)）]?|[-－−–―—*]|n/?a"
)
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
    rows = sorted(grid)
    body = next((row for row in rows if _is_body(grid[row])), rows[-1] + 1 if rows else 0)
    folded = _is_folded(grid, [row for row in rows if row >= body])
    for row in rows:
        if row < body:
            yield from _head_row(grid[row], folded=folded)
        elif folded:
            yield from _folded_row(grid[row])
        else:
            yield _plain_row(grid[row])


def is_figure(text: str) -> bool:
    """Whether a cell shows a figure or a mark that stands for one; a year alone is none.

    >>> [is_figure(text) for text in ("1,234", "△5.6%", "－", "2024", "2025年3月期", "(12)")]
    [True, True, True, False, False, True]
    """
    text = text.strip()
    return FIGURE_RE.fullmatch(text) is not None and YEAR_RE.fullmatch(text) is None


def _is_body(row: dict[int, GridCell]) -> bool:
    return any(column and not cell.head and is_figure(cell.text) for column, cell in row.items())


def _is_folded(grid: dict[int, dict[int, GridCell]], rows: list[int]) -> bool:
    """Whether the first column holds categories over the labels of the second one."""
    labels = [grid[row][1] for row in rows if 1 in grid[row]]
    if not labels or any(is_figure(label.text) for label in labels):
        return False
    below = sum(0 not in grid[row] for row in rows if 1 in grid[row])
    units = sum(_is_unit(label.text) for label in labels)
    return below > 0 and 2 * units < len(labels)


def _is_unit(text: str) -> bool:
    return any(read_unit_note(f"({map_text(text).text.strip()})", language) for language in Language)


def _plain_row(row: dict[int, GridCell], first: int = 0) -> Row:
    out: Row = [("", None)] * (max(row) + 1)
    for column, cell in row.items():
        out[column] = (cell.text, cell.place)
    return out[first:]


def _head_row(row: dict[int, GridCell], *, folded: bool) -> Iterator[Row]:
    spread = dict(row)
    for column, cell in row.items():
        if column:
            spread.update(dict.fromkeys(range(column, column + cell.columns), cell))
    if folded and 0 in spread and 1 not in spread:
        spread[1] = spread[0]
    yield _plain_row(spread, 1 if folded else 0)


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
