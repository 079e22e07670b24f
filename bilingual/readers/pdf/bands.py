"""Rows of ruled tables whose cells wrap: what stands between the same two horizontal rules is one row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby, pairwise

from bilingual.readers.pdf.close_figures import is_cut
from bilingual.readers.pdf.page import Rule, Rules
from bilingual.readers.pdf.rows import Cell, Row
from bilingual.text.normalize import fold

STAGGERED = 0.75
"""Distance of lines, in heights, nearer than rows stand: lines of cells of one row that are centred beside each other."""
CUT = 2.2
"""Heights between the two lines of a figure that a cell cuts at most."""
MOST_LINES = 6
"""Lines of the highest cell."""
FEWEST_ACROSS, FEWEST_DOWN = 2, 3
"""Rules of the smallest table: a row with a label and figures."""
FEWEST_LINED, FEWEST_WRAPPED = 4, 3
"""Rules of a table that has a rule below every row and none down, and its columns."""
LEVEL = 0.35
"""Heights by which cells of one row may stand off each other's edges or middles."""

Span = tuple[float, float]


def whole_rows(rows: Sequence[Row], rules: Rules) -> list[Row]:
    """Rows from top to bottom, with those put together whose cells stand on several lines.

    Only where a cell right of the labels has several lines: labels that wrap alone are told later, from their table.
    """
    found = _whole_rows(rows, rules)
    for row in found:
        row.ruled = _band(row, rules) is not None or _lined(row, rules.horizontal, above=0) is not None
    return found


def _whole_rows(rows: Sequence[Row], rules: Rules) -> list[Row]:
    if len(rules.horizontal) < FEWEST_ACROSS or len(rules.vertical) < FEWEST_DOWN:
        return _whole_staggered(_whole_between(rows, rules))
    found: list[Row] = []
    for band, lines in groupby(rows, key=lambda row: _band(row, rules)):
        group = list(lines)
        whole = _whole(group) if band is not None and 1 < len(group) <= 2 * MOST_LINES else None
        found.extend(group if whole is None else [whole])
    return _whole_between(found, rules)


def _whole_between(rows: Sequence[Row], rules: Rules) -> list[Row]:
    """Rows with those put together that wrap between rules across, where a rule stands below every row of the table."""
    across = rules.horizontal if len(rules.horizontal) >= FEWEST_LINED else ()
    found: list[Row] = []
    for band, lines in groupby(rows, key=lambda row: _lined(row, across)):
        group = list(lines)
        whole = _wrapped(group) if band is not None and 1 < len(group) <= MOST_LINES else None
        found.extend(group if whole is None else [whole])
    return found


def _lined(row: Row, across: Sequence[Rule], above: int = 1) -> Span | None:
    """The rules above and below a row, as long as each other and no further apart than rows wrap; so many more ``above``.

    The first row of a table holds its heads, which have units below them.
    """
    if any(cell.left is not None or cell.right is not None for cell in row.cells):
        return None
    over = [rule for rule in across if rule.start < row.x0 + 1 and rule.end > row.x1 - 1]
    below = bisect_left(over, row.middle, key=lambda rule: rule.at)
    if not above < below < len(over):
        return None
    near = over[below - 1 - above : below + 1]
    most = 2 * MOST_LINES * row.size
    if any(not _is_like(one, near[-1]) or near[-1].at - one.at > most * (above + 1) for one in near):
        return None
    return near[-2].at, near[-1].at


def _is_like(one: Rule, other: Rule) -> bool:
    """Whether two rules begin and end at the same places."""
    return abs(one.start - other.start) < 1 and abs(one.end - other.end) < 1


def _wrapped(group: Sequence[Row]) -> Row | None:
    """One row of lines whose cells begin, end or have their middles at one height; None where they are rows of their own."""
    columns = _columns(group)
    if len(columns) < FEWEST_WRAPPED or sum(len(row.cells) == len(columns) for row in group) > 1:
        return None
    if any(a.y1 > b.y0 + LEVEL * group[0].size for cells in columns for a, b in pairwise(cells)):
        return None  # two of them stand beside each other below a head
    tops, ends = ([cells[at] for cells in columns] for at in (0, -1))
    heights = (
        [cell.y0 for cell in tops],
        [cell.y1 for cell in ends],
        [(top.y0 + end.y1) / 2 for top, end in zip(tops, ends, strict=True)],
    )
    if all(max(places) - min(places) > LEVEL * group[0].size for places in heights):
        return None
    return _merged(group, columns, worded=True)


def _whole_staggered(rows: Sequence[Row]) -> list[Row]:
    """Rows whose cells stand in the middle beside cells of more lines, put together: their lines are nearer than rows can be."""
    groups: list[list[Row]] = []
    for row in _around_cuts(rows):
        if groups and row.middle - groups[-1][-1].middle < STAGGERED * min(row.size, groups[-1][-1].size):
            groups[-1].append(row)
        else:
            groups.append([row])
    found: list[Row] = []
    for group in groups:
        whole = _merged(group, _columns(group)) if 2 < len(group) <= 2 * MOST_LINES else None
        found.extend(group if whole is None else [whole])
    return found


def _around_cuts(rows: Sequence[Row]) -> list[Row]:
    """Rows with those put together whose narrow cells cut figures in two lines, above and below the others."""
    found: list[Row] = []
    at = 0
    while at < len(rows):
        three = rows[at : at + 3]
        whole = _merged(three, _columns(three)) if len(three) == 3 and _is_cut_around(*three) else None
        found.append(whole or rows[at])
        at += 3 if whole else 1
    return found


def _is_cut_around(upper: Row, row: Row, lower: Row) -> bool:
    """Whether every text of one line is a figure that goes on in the other, and a row stands between them."""
    if len(upper.cells) != len(lower.cells) or not row.figures:
        return False
    if lower.middle - upper.middle > CUT * row.size:
        return False
    return all(
        a.x0 < b.x1 and b.x0 < a.x1 and (is_cut(a.text, b.text) or _is_sign_of(a, b))
        for a, b in zip(upper.cells, lower.cells, strict=True)
    )


def _is_sign_of(sign: Cell, figure: Cell) -> bool:
    """Whether a narrow cell parts a sign from its figure."""
    return fold(sign.text.strip()) in ("△", "▲") and figure.is_figure


def _columns(group: Sequence[Row]) -> list[list[Cell]]:
    """The cells of some lines that stand under each other, from left to right."""
    columns: list[list[Cell]] = []
    end = float("-inf")
    for cell in sorted((cell for row in group for cell in row.cells), key=lambda cell: cell.x0):
        if cell.x0 < end:
            columns[-1].append(cell)
        else:
            columns.append([cell])
        end = max(end, cell.x1)
    return [sorted(cells, key=lambda cell: cell.y0) for cells in columns]


def _band(row: Row, rules: Rules) -> Span | None:
    """The rules above and below a row that cross all of it; None where there are none, or none between its cells."""
    if any(cell.left is None or cell.right is None for cell in row.cells):
        return None
    across = [rule.at for rule in rules.horizontal if rule.start < row.x0 + 1 and rule.end > row.x1 - 1]
    below = bisect_left(across, row.middle)
    return (across[below - 1], across[below]) if 0 < below < len(across) else None


def _whole(group: Sequence[Row]) -> Row | None:
    """One row of several lines; None where they are rows of their own."""
    columns: dict[Span, list[Cell]] = {}
    for row in group:
        for cell in row.cells:
            columns.setdefault(cell.span, []).append(cell)
    spans = sorted(columns)
    if any(one[1] > other[0] + 1 for one, other in pairwise(spans)):
        return None
    return _merged(group, [columns[span] for span in spans])


def _merged(group: Sequence[Row], own: Sequence[list[Cell]], *, worded: bool = False) -> Row | None:
    """One row of columns of cells, of words alone where they may be; None where they are rows of their own."""
    wraps = any(len(cells) > 1 for cells in own[not worded :]) and max(map(len, own)) <= MOST_LINES
    if not wraps or not (worded or any(cell.is_figure for cells in own[1:] for cell in cells)):
        return None
    if any(_are_figures(cells) for cells in own):
        return None
    made = []
    for first, *others in own:
        cell = first.copy()
        for other in others:
            cell.grow(other)
        made.append(cell)
    whole = Row(made, wide=True)
    whole.y0, whole.y1 = group[0].y0, group[-1].y1
    whole.middle = (whole.y0 + whole.y1) / 2
    return whole


def _are_figures(cells: Sequence[Cell]) -> bool:
    """Whether several lines of a column are figures, as no wrapped cell has them."""
    figures = [cell for cell in cells if cell.is_figure]
    return any(not is_cut(a.text, b.text) for a, b in pairwise(figures))
