"""Columns of running text on a page, told by blank gutters and by the order in which the file prints."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bilingual.readers.pdf.fragments import Fragment
from bilingual.readers.pdf.page import Rule

FEWEST_ROWS = 4
LEAST_TEXT = 12
"""Characters of a line of running text in a column, on the average."""
MOST_GAPS = 1_500
"""Gaps of a page; more are no columns of running text."""
ROW = 3.0
"""Heights of a line between a line of a cell and the rules of its row, at most."""
MOST_ACROSS = 0.34
"""Rows, as a share of those with a gutter, that the file writes across it: those of a table, hardly any of running text."""
MOST_FIGURES = 0.4
"""Share of the fragments of a column of running text that are figures."""
GUTTER = 0.8
"""Narrowest gutter, in heights of a line."""


def text_columns(fragments: Sequence[Fragment], rules: Sequence[Rule] = ()) -> list[list[Fragment]]:
    """Areas of a page in reading order: what stands above columns, each column, what stands below.

    A table is printed row by row, columns of text one after the other; so a gap is a gutter where the words on its
    two sides do not follow each other in the file, row after row; not between two rules that cross it (``rules`` are
    the horizontal ones), as the rows of a table have them.
    """
    order = {id(fragment): index for index, fragment in enumerate(fragments)}
    foreign, own = _gaps(fragments, order)
    gaps = [gap for gap in foreign if not _is_crossed(gap, rules)]
    if len(gaps) > MOST_GAPS:
        return [list(fragments)]
    best = max((_common(gaps, gap) for gap in gaps), key=len, default=[])
    if len(best) < FEWEST_ROWS:
        return [list(fragments)]
    left = max(gap[0] for gap in best)
    right = min(gap[1] for gap in best)
    top, bottom = min(gap[2] for gap in best), max(gap[3] for gap in best)
    gutter = (left + right) / 2
    across = [(y0 + y1) / 2 for a, b, y0, y1 in own if a < gutter < b]
    areas, top, bottom = _parted(fragments, gutter, top, bottom)
    kept = sum(top <= (y0 + y1) / 2 <= bottom for _, _, y0, y1 in best)
    if kept < FEWEST_ROWS or sum(top <= middle <= bottom for middle in across) > MOST_ACROSS * kept:
        return [list(fragments)]
    return areas


Gap = tuple[float, float, float, float]  # left, right, top, bottom


def _gaps(fragments: Sequence[Fragment], order: dict[int, int]) -> tuple[list[Gap], list[Gap]]:
    """Gaps within a row: those where the file does not go on from the left to the right, and those where it does."""
    foreign: list[Gap] = []
    own: list[Gap] = []
    row: list[Fragment] = []
    for fragment in [*sorted(fragments, key=lambda f: f.middle), None]:
        if fragment is not None and (not row or abs(fragment.middle - row[-1].middle) < 0.6 * fragment.size):
            row.append(fragment)
            continue
        row.sort(key=lambda f: f.x0)
        for a, b in pairwise(row):
            if b.x0 - a.x1 > GUTTER * a.size:
                gap = (a.x1, b.x0, min(a.y0, b.y0), max(a.y1, b.y1))
                (own if order[id(b)] == order[id(a)] + 1 else foreign).append(gap)
        row = [fragment] if fragment is not None else []
    return foreign, own


def _is_crossed(gap: Gap, rules: Sequence[Rule]) -> bool:
    """Whether rules cross a gap shortly above and below it."""
    left, right, top, bottom = gap
    room = ROW * (bottom - top)
    crossing = [
        r.at for r in rules if r.start <= left and r.end >= right and top - room < r.at < bottom + room
    ]
    middle = (top + bottom) / 2
    return any(at < middle for at in crossing) and any(at > middle for at in crossing)


def _common(gaps: Sequence[Gap], first: Gap) -> list[Gap]:
    """Gaps that share a strip with one of them."""
    left, right, found = first[0], first[1], []
    for gap in gaps:
        if min(right, gap[1]) - max(left, gap[0]) > 4:
            left, right = max(left, gap[0]), min(right, gap[1])
            found.append(gap)
    return found


def _parted(
    fragments: Sequence[Fragment], gutter: float, top: float, bottom: float
) -> tuple[list[list[Fragment]], float, float]:
    """Areas on both sides of a gutter, above and below, and from where to where the gutter reaches."""
    crossing = [f for f in fragments if f.x0 < gutter < f.x1]
    top = max([top - 200, *(f.y1 for f in crossing if f.middle < (top + bottom) / 2)])
    bottom = min([bottom + 200, *(f.y0 for f in crossing if f.middle > (top + bottom) / 2)])
    inside = [f for f in fragments if top - 1 <= f.middle <= bottom + 1]
    sides = [[f for f in inside if f.x1 <= gutter], [f for f in inside if f.x0 >= gutter]]
    if not all(map(_is_running_text, sides)):
        return [list(fragments)], top, bottom
    above = [f for f in fragments if f.middle < top - 1]
    below = [f for f in fragments if f.middle > bottom + 1]
    return [area for area in (above, *sides, below) if area], top, bottom


def _is_running_text(side: Sequence[Fragment]) -> bool:
    """Whether a side holds lines of running text, not the labels or the figures of a table."""
    if not side or sum(len(fragment.text) for fragment in side) < LEAST_TEXT * _lines(side):
        return False
    return sum(fragment.is_figure for fragment in side) < MOST_FIGURES * len(side)


def _lines(side: Sequence[Fragment]) -> int:
    """How many lines fragments stand on."""
    middles = sorted((fragment.middle, fragment.size) for fragment in side)
    return 1 + sum(below - above > 0.5 * size for (above, _), (below, size) in pairwise(middles))
