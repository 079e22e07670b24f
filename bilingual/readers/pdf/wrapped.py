"""Rows that belong together: labels and heads that wrap, figures centred beside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from bilingual.readers.pdf.close_figures import is_cut
from bilingual.readers.pdf.head_lines import heads_above, most_step
from bilingual.readers.pdf.narrow_labels import is_full, label_rests
from bilingual.readers.pdf.page import Rule, Rules
from bilingual.readers.pdf.regions import CENTRED, CLOSER, STAGGERED
from bilingual.readers.pdf.rows import Cell, Row, completes, is_unit_of
from bilingual.readers.pdf.wording import OPEN_RE, PENDING_RE, is_cut_date
from bilingual.readers.pdf.wording import goes_on as words_go_on
from bilingual.readers.pdf.wrapped_heads import UNIT_RE, in_boxes, stack, stacked
from bilingual.text.normalize import fold

LINES = 3
"""Lines that units below a head have at most, with those in the middle beside them (Millions / % / of yen)."""
INDENT = 3.5
"""Heights that a line of a label stands left of its first one at most, where blanks indent that."""
NEAR = 1.85
"""Lines of one label stand nearer to each other than this many heights."""
LEADED, FARTHEST = 1.05, 3.0
"""Or hardly farther than rows do, where lines have so much leading, up to so many heights."""
CLOSEST = 0.78
"""Lines of a label that broke before the edge stand nearer to each other than rows by this factor."""
EVEN, LOOSE, FARTHER = 0.2, 1.4, 1.5
"""How unlike the steps from figures to the two lines of their label are at most, in heights, how far these stand at most where
lines have much leading, and by which factor the lines of other rows are farther from them."""
RULED = 0.8
"""Share of the rows with figures that rules part, where rules tell which lines are one row."""
UNDER = 0.3
"""Heights that the second line of a label begins beside its first one, where it is a figure."""
CROSSED = 0.2
"""Share of the width of a table that the rules between two rows take at least."""


def join_wrapped(heads: Sequence[Row], body: Sequence[Row], rules: Rules) -> tuple[list[Row], list[Row]]:
    """Heads and rows of a table with wrapped cells whole."""
    rows = [*heads, *body]
    parted = _parted(rows, rules.horizontal)
    boxed = in_boxes(heads, rules.horizontal) if rules.vertical else None
    names = _first_units(heads)
    joined_heads = boxed or []
    for first, end in () if boxed else ((0, names), (names, len(heads))):
        part = heads[first:end]
        ruled = bool(part) and parted[first] is not None
        joined_heads += (
            _join(list(part), _under_spans(part, parted[first:end], rules.horizontal), [])
            if ruled
            else stack(part, rules.horizontal)
        )
    inner = parted[len(heads) :]
    return joined_heads, _join(list(body), inner, _centred(body))


def _under_spans(
    heads: Sequence[Row], parted: Sequence[bool | None], rules: Sequence[Rule]
) -> list[bool | None]:
    """Where heads are parted: by rules, or because a head stands over two of the row below (a line item over 百万円, ％)."""
    most = most_step([row.middle for row in heads], max((row.size for row in heads), default=0.0))
    spanned = [
        _is_spanned(row, heads[at + 1 : at + 1 + LINES])
        and not (at + 1 < len(heads) and _is_rest(row, heads[at + 1], most, rules))
        for at, row in enumerate(heads)
    ]
    for at, (above, row, below) in enumerate(zip(heads, heads[1:], heads[2:], strict=False)):
        near = max(row.middle - above.middle, below.middle - row.middle) < STAGGERED * row.size
        if near and _is_rest(above, below, most, rules, flush=True):  # heads of one line beside one of two
            spanned[at : at + 3] = False, False, any(spanned[at : at + 3])
    return [here or span for here, span in zip(parted, spanned, strict=False)]


def _is_rest(row: Row, below: Row, most: float, rules: Sequence[Rule], *, flush: bool = False) -> bool:
    """Whether every head of a row goes on with one of the row above it."""
    return all(heads_above(below, row.cells, most, rules, UNIT_RE, flush=flush))


def _is_spanned(row: Row, below: Sequence[Row]) -> bool:
    """Whether two cells that stand beside each other stand below one of the row."""
    for over in row.cells:
        under = [cell for other in below for cell in other.cells if stacked(over, cell)]
        if len(under) > 1 and max(cell.x0 for cell in under) > min(cell.x1 for cell in under):
            return True
    return False


def _first_units(heads: Sequence[Row]) -> int:
    """Index of the first row of heads that names units, or of the line above it that one of them begins in."""
    at = next((at for at, row in enumerate(heads) if names_units(row)), len(heads))
    if 0 < at < len(heads) and heads[at].middle - heads[at - 1].middle < STAGGERED * max(
        heads[at].size, heads[at - 1].size
    ):
        return at - all(UNIT_RE.fullmatch(fold(cell.text)) for cell in heads[at - 1].cells)
    return at


def names_units(row: Row) -> bool:
    """Whether a row of heads names units; its first cell may stand over the labels, unless it ends what opens above it: yen)."""
    first = fold(row.cells[0].text)
    if first.count(")") > first.count("("):
        return False
    cells = row.cells if UNIT_RE.fullmatch(fold(row.cells[0].text)) else row.cells[1:]
    return bool(cells) and len(row.cells) > 1 and all(UNIT_RE.fullmatch(fold(cell.text)) for cell in cells)


def _parted(rows: Sequence[Row], rules: Sequence[Rule]) -> list[bool | None]:
    """For every row but the last: whether a rule parts it from the next; None where the table has no such rules."""
    if not rules or len(rows) < 3:
        return [None] * len(rows)
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    wide = sorted((r for r in rules if r.end > left and r.start < right), key=lambda rule: rule.at)
    at = [rule.at for rule in wide]
    found: list[bool] = []
    full: list[bool] = []
    crossed = False
    before = 0
    for row, below in pairwise(rows):
        first, last = bisect_right(at, row.middle), bisect_left(at, below.middle)
        covered = sum(min(r.end, right) - max(r.start, left) for r in wide[first:last])
        found.append(covered > CROSSED * (right - left))
        before = row.figures if row.figures > 1 else before
        crossed = found[-1] or (crossed and row.figures < 2)
        if before and below.figures > 1 and not completes(row, below):
            full.append(crossed)
    boxed = any(
        row.figures and row.cells[0].left is not None and row.cells[0].right is not None for row in rows
    )
    if sum(full) < RULED * len(full) or not any(found) or not (full or boxed):
        return [None] * len(rows)
    return [*found, True]


def _centred(body: Sequence[Row]) -> list[tuple[int, int]]:
    """Rows (first, end) that are one: figures without a label between the lines of their label."""
    found = []
    for at in range(1, len(body) - 1):
        above, row, below = body[at - 1], body[at], body[at + 1]
        if not row.cells[0].is_figure or not (_label_only(above) and _ends_label(row, above, below)):
            continue
        most = CENTRED * max(above.size, row.size, below.size)
        near = row.middle - above.middle < most and below.middle - row.middle < most
        if near or _is_between_lines(body, at):
            found.append((at - 1, at + 2))
    return found


def _is_between_lines(body: Sequence[Row], at: int) -> bool:
    """Whether figures stand in the middle of two lines of their label that are far from each other, and farther from those of others."""
    above, row, below = body[at - 1 : at + 2]
    steps = row.middle - above.middle, below.middle - row.middle
    size = max(above.size, row.size, below.size)
    if abs(steps[0] - steps[1]) > EVEN * size or max(steps) > LOOSE * size:
        return False
    if not -EVEN * size < above.x0 - below.x0 < INDENT * size:
        return False
    before = above.middle - body[at - 2].middle if at > 1 else float("inf")
    behind = body[at + 2].middle - below.middle if at + 2 < len(body) else float("inf")
    return min(before, behind) > FARTHER * max(steps)


def _ends_label(row: Row, above: Row, below: Row) -> bool:
    """Whether a line below figures may end the label above them: words, or a year that stands where the label begins."""
    if len(below.cells) > 1 or below.x1 > row.x0:
        return False
    return not below.cells[0].is_figure or abs(below.x0 - above.x0) < UNDER * below.size


def _label_only(row: Row) -> bool:
    return len(row.cells) == 1 and not row.cells[0].is_figure


def _join(rows: list[Row], parted: Sequence[bool | None], centred: Sequence[tuple[int, int]]) -> list[Row]:
    groups: list[list[Row]] = []
    ends = dict(centred)
    pitch = _pitch(rows)
    usual = sorted(row.size for row in rows)[len(rows) * 3 // 4] if rows else 0.0
    edge = max((row.cells[0].x1 for row in rows if not row.cells[0].is_figure), default=0.0)
    rests = label_rests(rows, parted, edge, pitch)
    at = 0
    while at < len(rows):
        end = ends.get(at, at + 1)
        if end == at + 1:
            while (
                end < len(rows)
                and not (
                    end in ends and any(row.figures for row in rows[at:end])
                )  # it has figures of its own
                and (end in rests or _one(rows[at:end], rows[end], parted[end - 1], (pitch, usual), edge))
            ):
                end += 1
        groups.append(rows[at:end])
        at = end
    return [group[0] if len(group) == 1 else _merged(group) for group in groups]


def _pitch(rows: Sequence[Row]) -> float:
    """Distance of rows with figures that follow each other, as near as some of them do; sheets have rows of unlike height."""
    steps = sorted(b.middle - a.middle for a, b in pairwise(rows) if a.figures and b.figures)
    return min(median(steps), steps[len(steps) // 5]) if len(steps) > 2 else 0.0


def _one(
    group: Sequence[Row], below: Row, parted: bool | None, steps: tuple[float, float], edge: float
) -> bool:
    """Whether a row goes on with the rows above it; labels reach to ``edge``, ``steps`` are the usual pitch and height of rows."""
    pitch, usual = steps
    led = pitch or below.middle - group[-1].middle  # few rows do not tell how far they stand from each other
    most = max(NEAR * usual, min(LEADED * led, FARTHEST * usual))
    if parted is None:
        above = group[0]
        if (len(below.cells) > 1 or below.x0 > above.cells[0].x1) and _ends_cells(group[-1], below, most):
            return True
        if _goes_on_by_words(group, below, most):
            return True
        if pitch <= 0 or len(group) > 1 or _label_only(above) == _label_only(below):
            return False
        step = below.middle - above.middle
        if is_full(above.cells[0], below.cells[0], edge):
            return step < CLOSER * pitch
        return step < CLOSEST * pitch and not below.cells[0].text[:1].isupper()
    return not parted and not any(_clash(row, below) for row in group)


def _ends_cells(row: Row, below: Row, most: float) -> bool:
    """Whether a row is the second line of the cells of the one above it: each stands under one, and some end its date or are its unit."""
    under = [[a for a in row.cells if a.x0 < b.x1 and b.x0 < a.x1] for b in below.cells]
    if not all(under) or below.middle - row.middle > max(NEAR * max(row.size, below.size), most):
        return False
    if _clash(row, below):
        return False
    return any(
        is_cut_date(fold(a.text), fold(b.text)) or is_unit_of(a, b)
        for above, b in zip(under, below.cells, strict=True)
        for a in above
    )


def _goes_on_by_words(group: Sequence[Row], below: Row, most: float) -> bool:
    """Whether the words say that the label of a row goes on: it breaks off, or (予想), (Forecast) stands below it, ``most`` points at most."""
    labels = [row.cells[0] for row in group if not row.cells[0].is_figure]
    rest = below.cells[0]
    if (
        labels
        and rest.is_figure
        and (len(below.cells) == 1 or all(map(_label_only, group)))
        and abs(rest.x0 - labels[-1].x0) < UNDER * below.size
    ):
        step = below.middle - labels[-1].lines[-1][0].middle
        return is_cut_date(fold(labels[-1].text), fold(rest.text)) and step < max(NEAR * below.size, most)
    if not labels or rest.is_figure or not -INDENT < (rest.x0 - labels[-1].x0) / below.size < 0.5:
        return False
    if not (_label_only(below) or all(map(_label_only, group))):
        return False
    label = labels[-1]
    if (
        not _label_only(below)
        and OPEN_RE.search(labels[-1].text.strip())
        and not PENDING_RE.search(labels[-1].text.strip())
    ):
        return False
    step = below.middle - label.lines[-1][0].middle
    near = step < max(NEAR * max(group[-1].size, below.size), most)
    return near and words_go_on(fold(label.text.strip()), fold(rest.text.strip()))


def _clash(row: Row, below: Row) -> bool:
    """Whether both rows have a figure in one column, which no wrapped cell has."""
    return any(
        a.x0 < b.x1 and b.x0 < a.x1 and a.is_figure and b.is_figure and not is_cut(a.text, b.text)
        for a in row.cells
        for b in below.cells
    )


def _merged(group: Sequence[Row]) -> Row:
    """One row of several: cells above each other are lines of one cell."""
    cells: list[Cell] = []
    for cell in (cell for row in group for cell in row.cells):
        here = next((c for c in cells if stacked(c, cell) or _outdented(c, cell)), None)
        if here is None:
            cells.append(cell.copy())
            continue
        here.grow(cell)
    cells.sort(key=lambda cell: cell.x0)
    return Row(cells, wide=True)


def _outdented(label: Cell, cell: Cell) -> bool:
    """Whether a cell is the line of a label that blanks indent, left of its first line."""
    if label.is_figure or cell.is_figure or cell.x1 > label.x1:
        return False
    return cell.y0 >= label.y1 - 1 and 0 <= label.x0 - cell.x1 < INDENT * (cell.y1 - cell.y0)
