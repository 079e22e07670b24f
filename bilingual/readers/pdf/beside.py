"""Tables beside each other: assets left, liabilities right, which the file writes one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median, mode

from bilingual.readers.pdf.fragments import Fragment
from bilingual.readers.pdf.page import Rule

FEWEST = 4
"""Rows with a label and figures that make a table."""
FEWEST_RULES, FRAME = 2, 0.5
"""Rules of each table: above and below its heads; and how far from its words the outer ones stand, in heights."""
NEXT = 1.35
"""Distance of a row from the last full one, in usual distances of rows, within which it may belong to the table."""
MOST_HEADS, HEAD_GAP = 14.0, 1.5
"""Heights above the rows in which their heads stand, and between two lines of heads, at most."""
_DAY_OR_YEAR_RE = re.compile(r"(?:19|20)\d\d(?:[./]\d{1,2}){0,2}|\d{1,2}|[(（]?[%％][)）]?")
MIDDLE, LEFT, TOP = attrgetter("middle"), attrgetter("x0"), attrgetter("y0")


def tables_end(
    sides: Sequence[Sequence[Fragment]], gutter: float, rules: Sequence[Rule] = ()
) -> float | None:
    """Where two tables beside each other end; None where what stands on the two sides of a gutter are no such tables.

    Both have labels at their left edge, no currency signs of a column, and as many columns of figures right of them, or
    rules of their own: those of one table would cross the gutter.
    """
    ends, columns = [], []
    for side in sides:
        rows = _rows(side)
        figured = [row for row in rows if row[-1].is_figure]
        full = [row for row in figured if any(map(str.isalpha, row[0].text)) and _is_full(row)]
        if len(full) < FEWEST or len(full) * 2 <= len(figured):
            return None
        columns.append(mode(sum(fragment.is_figure for fragment in row) for row in full))
        ends.append(_end(rows, full))
    end = max(ends)
    if columns[0] != columns[1]:
        first = min((fragment for side in sides for fragment in side), key=TOP)
        room = FRAME * first.size
        if not _have_own_rules([rule for rule in rules if first.y0 - room <= rule.at <= end + room], gutter):
            return None
    return end


def _have_own_rules(rules: Sequence[Rule], gutter: float) -> bool:
    """Whether rules stand on both sides of a gutter, and none across it."""
    left, right = (
        sum(rule.end <= gutter for rule in rules),
        sum(rule.start >= gutter for rule in rules),
    )
    return min(left, right) >= FEWEST_RULES and left + right == len(rules)


def is_both(row: Sequence[Fragment]) -> int:
    """Where the second label of a line stands that holds a label and figures twice, as many each; 0 where it does not."""
    kinds = [fragment.is_figure for fragment in row]
    count = len(kinds) // 2
    if len(kinds) < len("abcd") or len(kinds) % 2 or kinds != [False, *[True] * (count - 1)] * 2:
        return 0
    return count if any(map(str.isalpha, row[0].text)) and row[count].text[:1].isalpha() else 0


def are_accounts(labels: Sequence[str]) -> bool:
    """Whether the second labels of lines are those of an account: most of them another one, no units or dates."""
    return len(labels) >= FEWEST and 4 * len(set(labels)) >= 3 * len(labels)


def heads_top(fragments: Sequence[Fragment], gutter: float, top: float) -> float:
    """Where the heads of two tables begin which stand above their rows: lines near each other with words on both sides of the gutter.

    Words that stand across it, or on one side of it alone, belong to both tables; values to a wider table above them.
    """
    above = _rows([f for f in fragments if f.middle < top and f.y1 > top - MOST_HEADS * f.size])
    for row in reversed(above):
        size = max(f.size for f in row)
        if top - max(f.y1 for f in row) > HEAD_GAP * size or any(f.x0 < gutter < f.x1 for f in row):
            break
        if not row[0].x1 < gutter < row[-1].x0 or _holds_values(row):
            break
        top = min(f.y0 for f in row)
    return top


def _holds_values(row: Sequence[Fragment]) -> bool:
    """Whether figures of a line are more than the years, months and days of heads."""
    return any(
        fragment.is_figure and _DAY_OR_YEAR_RE.fullmatch(fragment.text.strip()) is None for fragment in row
    )


def _is_full(row: Sequence[Fragment]) -> bool:
    """Whether nothing but figures stands behind the words of a label, each of which the file may place by itself."""
    first = next(at for at, fragment in enumerate(row) if fragment.is_figure)
    return all(fragment.is_figure for fragment in row[first:])


def _end(rows: Sequence[Sequence[Fragment]], full: Sequence[Sequence[Fragment]]) -> float:
    """Lower edge of the last row with a label and figures, or of a wrapped one right below it."""
    pitch = median(below[0].middle - above[0].middle for above, below in pairwise(full))
    last, end = full[-1][0].middle, full[-1][0].y1
    for row in rows:
        if last < row[0].middle < last + NEXT * pitch:
            last, end = row[0].middle, max(fragment.y1 for fragment in row)
    return end


def _rows(side: Sequence[Fragment]) -> list[list[Fragment]]:
    """The fragments on each line, from left to right, from top to bottom."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(side, key=MIDDLE):
        if rows and abs(fragment.middle - rows[-1][-1].middle) < 0.5 * fragment.size:
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [sorted(row, key=LEFT) for row in rows]
