"""Units of columns that are narrower than they: the scale on one line, the rest on the next."""

from __future__ import annotations

from collections.abc import Sequence

from bilingual.readers.pdf.rows import Cell, Row
from bilingual.readers.pdf.wording import goes_on as words_go_on
from bilingual.readers.pdf.wording import is_cut_scale, is_cut_unit
from bilingual.readers.pdf.wrapped_heads import UNIT_RE, stacked
from bilingual.text.normalize import fold

NEAR, NEAR_OPEN = 1.9, 3.4
"""Heights between the two lines of a unit at most; where the first one ends in ``of``, nothing else can follow."""


def with_whole_units(heads: Sequence[Row]) -> list[Row]:
    """Heads with units that a narrow column cuts (百万 above 円) in one cell, which stands in the lower row."""
    rows: list[Row] = []
    size = max((row.size for row in heads), default=0.0)  # words without high or low letters have less
    for row in _around_units(heads, size):
        above = rows[-1].cells if rows else []
        cells, taken = [], []
        for cell in row.cells:
            scale = next((c for c in above if stacked(c, cell) and _is_one_unit(c, cell, size)), None)
            if scale is not None:
                taken.append(scale)
                scale = scale.copy()
                scale.grow(cell)
            cells.append(scale or cell)
        left = [cell for cell in above if not any(cell is scale for scale in taken)]
        if taken and any(
            words_go_on(fold(a.text), fold(b.text)) for a in left for b in row.cells if stacked(a, b)
        ):
            taken = []  # other heads of the row go on as well: they are put together whole
        if taken and all(UNIT_RE.fullmatch(fold(cell.text)) for cell in left) and not _meet(left, cells):
            cells = sorted([*left, *cells], key=lambda cell: cell.x0)  # ％ beside the first line of 百万円
            left = []
        if taken:
            rows[-1:] = [Row(left, rows[-1].wide)] if left else []
        rows.append(Row(cells, row.wide) if taken else row)
    return rows


def _around_units(heads: Sequence[Row], size: float) -> list[Row]:
    """Heads with units that a narrow column cuts around a row of whole ones (百万 above ％ above 円) in that row."""
    rows: list[Row] = []
    at = 0
    while at < len(heads):
        if at + 2 < len(heads) and (whole := _whole_around(heads[at : at + 3], size)):
            rows += whole
            at += 3
        else:
            rows.append(heads[at])
            at += 1
    return rows


def _whole_around(three: Sequence[Row], size: float) -> list[Row]:
    """What is left of the first of three rows, and the middle one with the units that the others make; nothing where they make none."""
    upper, row, lower = three
    if not all(UNIT_RE.fullmatch(fold(cell.text)) for cell in row.cells) or _meet(row.cells, lower.cells):
        return []
    scales = [
        next((c for c in upper.cells if stacked(c, cell) and _is_one_unit(c, cell, size)), None)
        for cell in lower.cells
    ]
    cells = list(row.cells)
    for scale, cell in zip(scales, lower.cells, strict=True):
        if scale is None:
            return []
        whole = scale.copy()
        whole.grow(cell)
        cells.append(whole)
    left = [cell for cell in upper.cells if not any(cell is scale for scale in scales)]
    made = Row(sorted(cells, key=lambda cell: cell.x0), wide=True)
    return [Row(left, upper.wide), made] if left else [made]


def _meet(one: Sequence[Cell], other: Sequence[Cell]) -> bool:
    """Whether cells of two rows stand over the same columns."""
    return any(a.x0 < b.x1 and b.x0 < a.x1 for a in one for b in other)


def _words(scale: Cell) -> str:
    """The words of a scale, whole where a narrow column cut one: Thousan / ds of."""
    words = ""
    for line in scale.lines:
        below = fold(" ".join(fragment.text for fragment in line).strip())
        words += below if not words or is_cut_scale(words, below) else f" {below}"
    return words


def _is_one_unit(scale: Cell, cell: Cell, size: float) -> bool:
    words = _words(scale)
    most = NEAR_OPEN if words.endswith(" of") else NEAR
    near = cell.lines[0][0].middle - scale.lines[-1][0].middle < most * size
    return near and is_cut_unit(words, fold(cell.text.strip()))
