"""Tables with merged cells to rows of plain cells, as the table room takes them.

A head that spans several columns stands over each of them; a category that spans several rows stands above them as a
heading; everything else stands once, in its own column. Signs and units in columns of their own belong to their figures.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bilingual.figures import read_unit_note
from bilingual.figures.worded import is_worded_value
from bilingual.model.document import Language
from bilingual.model.origin import Origin
from bilingual.text.column_heads import is_boundary_head, is_remark_head
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
    rows[body:] = _without_repeats(rows[body:])
    bounds = {
        at
        for row in rows[:body]
        for at, cell in row.items()
        if is_boundary_head(cell.text) or is_remark_head(cell.text)
    }
    folds = _folds(rows[body:], min(bounds, default=MOST_FOLDS + 1) - 1)
    gaps = _gaps(rows, body)
    for at, row in enumerate(rows):
        for out in [_head_row(row, folds)] if at < body else _folded_row(row, folds):
            yield [cell for column, cell in enumerate(out, folds) if column not in gaps]


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

    >>> [is_figure(text) for text in ("1,234", "△5.6%", "－", "2024", "2025年3月期", "(12)", "50％削減")]
    [True, True, True, False, False, True, True]
    """
    text = text.strip()
    if FIGURE_RE.fullmatch(text) is None:
        return is_worded_value(text)
    return YEAR_RE.fullmatch(text) is None


def _is_body(row: dict[int, GridCell]) -> bool:
    return any(column and not cell.head and is_figure(cell.text) for column, cell in row.items())


MOST_FOLDS = 3
"""Columns of categories before the labels."""


def _folds(rows: Sequence[dict[int, GridCell]], most: int) -> int:
    """How many of the first columns hold categories over the labels of the next one, at most so many."""
    folds = 0
    while folds < min(most, MOST_FOLDS) and _is_folded(rows, folds):
        folds += 1
    return folds


def _is_folded(rows: Sequence[dict[int, GridCell]], column: int) -> bool:
    labels = [row[column + 1] for row in rows if column + 1 in row]
    if not labels or any(is_figure(label.text) for label in labels):
        return False
    below = sum(column not in row for row in rows if column + 1 in row)
    units = sum(_is_unit(label.text) for label in labels)
    return below > 0 and 2 * units < len(labels)


def _without_repeats(rows: Sequence[dict[int, GridCell]]) -> list[dict[int, GridCell]]:
    """Rows whose category stands in the first one of each run only, where all of a table have one before their label."""
    full = all(0 in row and 1 in row and not is_figure(row[1].text) for row in rows)
    names = [row[0].text for row in rows if 0 in row]
    runs = sum(one != other for one, other in pairwise(names)) + 1
    if (
        not full
        or len(rows) < 4
        or 3 * runs > 2 * len(rows)
        or 2 * sum(_is_unit(row[1].text) for row in rows) >= len(rows)
    ):
        return list(rows)
    out = [dict(rows[0])]
    for above, row in pairwise(rows):
        out.append({at: cell for at, cell in row.items() if at or cell.text != above[0].text})
    return out


def _is_unit(text: str) -> bool:
    return any(read_unit_note(f"({map_text(text).text.strip()})", language) for language in Language)


def _plain_row(row: dict[int, GridCell], first: int = 0) -> Row:
    out: Row = [("", None)] * (max(row, default=first - 1) + 1)
    for column, cell in row.items():
        out[column] = (cell.text, cell.place)
    return out[first:]


def _head_row(row: dict[int, GridCell], folds: int) -> Row:
    spread = dict(row)
    for column, cell in row.items():
        if column:
            spread.update(dict.fromkeys(range(column, column + cell.columns), cell))
    before = [at for at in spread if at < folds]
    if before and folds not in spread:
        spread[folds] = spread[max(before)]
    return _plain_row(spread, folds)


def _folded_row(row: dict[int, GridCell], folds: int) -> Iterator[Row]:
    """A row of a table with categories: each category as a heading, then the label with its cells."""
    categories = [row[at] for at in range(folds) if at in row]
    rest = {at: cell for at, cell in row.items() if at >= folds}
    label = categories[-1] if categories and (folds not in rest or categories[-1].columns > 1) else None
    for category in categories[: len(categories) - (label is not None)]:
        yield [(category.text, category.place)]
    if label is not None:
        yield [
            (label.text, label.place),
            *_plain_row({at: cell for at, cell in rest.items() if at > folds}, folds + 1),
        ]
    elif rest:
        yield _plain_row(rest, folds)
