"""Columns of running text on a page, told by blank gutters and by the order in which the file prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from statistics import median, mode

from bilingual.readers.pdf.beside import are_accounts, heads_top, is_both, tables_end
from bilingual.readers.pdf.close_figures import SIGNS
from bilingual.readers.pdf.fragments import Fragment
from bilingual.readers.pdf.page import Rule

FEWEST_ROWS, FEWEST_AGAIN = 4, 2
"""Rows with a gutter that make columns; those above and below columns of the same page that go on behind a table or a heading."""
LEAST_TEXT = 12
"""Characters of a line of running text in a column, on the average."""
MOST_GAPS = 1_500
"""Gaps of a page; more are no columns of running text."""
ROW = 3.0
"""Heights of a line between a line of a cell and the rules of its row, at most."""
MOST_ACROSS = 0.34
"""Rows, as a share of those with a gutter, that the file writes across it: those of a table, hardly any of running text."""
BEGIN_ALIKE = 0.4
"""Share of its lines that begin at one place at least; heads of columns stand in the middle of theirs."""
MOST_FIGURES = 0.4
"""Share of the fragments of a column of running text that are figures."""
REACH = 200.0
"""How far beyond its rows a gutter reaches at most, in points: one of the columns ends before the other."""
MOST_HEAD = 60.0
"""Height in points of the heads of a table that look like columns of text themselves."""
MARGIN = 0.7
"""How far from the edge of its column a line of running text begins at most, in points."""
MOST_GUTTERS = 6
"""Gutters of a page that are tried: beside that of running text those between tables."""
GUTTER = 0.8
"""Narrowest gutter, in heights of a line."""

MIDDLE, LEFT = attrgetter("middle"), attrgetter("x0")

Gap = tuple[float, float, float, float]  # left, right, top, bottom


def text_columns(
    fragments: Sequence[Fragment], rules: Sequence[Rule] = (), known: float | None = None
) -> list[list[Fragment]]:
    """Areas of a page in reading order: what stands above columns, each column, what stands below.

    A table is printed row by row, columns of text one after the other; so a gap is a gutter where the words on its
    two sides do not follow each other in the file, row after row; not between two rules that cross it (``rules`` are
    the horizontal ones), as the rows of a table have them. ``known`` is where a gutter stands elsewhere on the page.
    """
    order = {id(fragment): index for index, fragment in enumerate(fragments)}
    foreign, own, both = _gaps(fragments, order)
    gaps = [gap for gap in foreign if not _is_crossed(gap, rules)]
    if len(gaps) > MOST_GAPS:
        return [list(fragments)]
    groups = sorted((_common(gaps, gap) for gap in gaps), key=len, reverse=True)
    fewest = FEWEST_ROWS
    if (not groups or len(groups[0]) < FEWEST_ROWS) and known is not None:
        groups, fewest = [[gap for gap in gaps if gap[0] < known < gap[1]]], FEWEST_AGAIN
    tried: set[int] = set()
    for group in groups:
        if len(group) < fewest or len(tried) == MOST_GUTTERS:
            break
        gutter = (max(gap[0] for gap in group) + min(gap[1] for gap in group)) / 2
        if round(gutter) in tried:
            continue
        areas = _areas(fragments, group, gutter, own, fewest, rules)
        if areas is not None and (areas.tables or not tried):
            return _in_order(areas, rules, gutter)
        tried.add(round(gutter))
    if both:
        levels = {gap[2:] for gap in both}
        others = [gap for gap in own if gap[2:] not in levels]
        areas = _areas(fragments, both, sum(both[0][:2]) / 2, others, FEWEST_ROWS, rules)
        if areas is not None:
            return _in_order(areas, rules)
    return [list(fragments)]


def _in_order(areas: _Areas, rules: Sequence[Rule], gutter: float | None = None) -> list[list[Fragment]]:
    above = text_columns(areas.above, rules, gutter) if areas.above else []
    below = text_columns(areas.below, rules, gutter) if areas.below else []
    return [*above, *areas.sides, *below]


@dataclass(frozen=True, slots=True)
class _Areas:
    """What stands above columns, in each of them and below, and from where to where they reach; ``tables``: they are tables."""

    above: list[Fragment]
    sides: list[list[Fragment]]
    below: list[Fragment]
    top: float
    bottom: float
    tables: bool


def _areas(
    fragments: Sequence[Fragment],
    gaps: Sequence[Gap],
    gutter: float,
    own: Sequence[Gap],
    fewest: int,
    rules: Sequence[Rule],
) -> _Areas | None:
    """The areas that a gutter parts; None where it is none. ``own`` are gaps that the file writes across."""
    crossing = [f for f in fragments if f.x0 < gutter < f.x1]
    gaps = _uncrossed(gaps, crossing)
    reach = min(gap[2] for gap in gaps), max(gap[3] for gap in gaps)
    across = [(y0 + y1) / 2 for a, b, y0, y1 in own if a < gutter < b]
    ends = _ends(fragments, gutter, reach, [*across, *(f.middle for f in crossing)])
    found = _parted(fragments, gutter, reach, ends, rules)
    if found is None:
        return None
    kept = sum(found.top <= (y0 + y1) / 2 <= found.bottom for _, _, y0, y1 in gaps)
    if kept < fewest:
        return None
    crossed = sum(found.top <= middle <= found.bottom for middle in across)
    return found if crossed <= MOST_ACROSS * kept else None


def _uncrossed(gaps: Sequence[Gap], crossing: Sequence[Fragment]) -> list[Gap]:
    """The gaps of a gutter around the middle one of them that no words cross."""
    centre = median((gap[2] + gap[3]) / 2 for gap in gaps)
    top = max((f.middle for f in crossing if f.middle < centre), default=float("-inf"))
    bottom = min((f.middle for f in crossing if f.middle > centre), default=float("inf"))
    return [gap for gap in gaps if top < (gap[2] + gap[3]) / 2 < bottom] or list(gaps)


def _ends(
    fragments: Sequence[Fragment], gutter: float, reach: tuple[float, float], across: Sequence[float]
) -> tuple[float, float]:
    """Where columns end at the latest: at the widest blank before the rows (``across``) that the file writes across the gutter."""
    top, bottom = reach
    upper = max((middle for middle in across if middle < top), default=None)
    lower = min((middle for middle in across if middle > bottom), default=None)
    return (
        float("-inf") if upper is None else _widest(fragments, upper, top),
        float("inf")
        if lower is None
        else _widest(fragments, _last_line(fragments, gutter, reach, lower), lower),
    )


def _last_line(
    fragments: Sequence[Fragment], gutter: float, reach: tuple[float, float], lower: float
) -> float:
    """Where the last line of the columns ends above a table at ``lower``: heads of its columns do not begin where lines do."""
    inside = [f for f in fragments if reach[0] - 1 <= f.middle < lower]
    sides = [f for f in inside if f.x1 <= gutter], [f for f in inside if f.x0 >= gutter]
    starts = [mode(round(2 * f.x0) / 2 for f in side) for side in sides if side]
    lines = [f.y1 for f in inside if any(abs(f.x0 - start) < MARGIN for start in starts)]
    return max((y1 for y1 in lines if y1 > reach[1] - MOST_HEAD), default=reach[1])


def _widest(fragments: Sequence[Fragment], top: float, bottom: float) -> float:
    """Middle of the widest blank between two heights."""
    widest, at, end = 0.0, (top + bottom) / 2, top
    for fragment in sorted((f for f in fragments if f.y1 > top and f.y0 < bottom), key=lambda f: f.y0):
        if fragment.y0 - end > widest:
            widest, at = fragment.y0 - end, (fragment.y0 + end) / 2
        end = max(end, fragment.y1)
    return (bottom + end) / 2 if bottom - end > widest else at


def _gaps(fragments: Sequence[Fragment], order: dict[int, int]) -> tuple[list[Gap], list[Gap], list[Gap]]:
    """Gaps within a row: those where the file does not go on from the left to the right, those where it does, those of accounts."""
    foreign: list[Gap] = []
    own: list[Gap] = []
    accounts: list[tuple[Gap, str]] = []
    row: list[Fragment] = []
    for fragment in [*sorted(fragments, key=MIDDLE), None]:
        if fragment is not None and (not row or abs(fragment.middle - row[-1].middle) < 0.6 * fragment.size):
            row.append(fragment)
            continue
        row.sort(key=LEFT)
        for a, b in pairwise(row):
            if b.x0 - a.x1 > GUTTER * a.size:
                gap = (a.x1, b.x0, min(a.y0, b.y0), max(a.y1, b.y1))
                (own if order[id(b)] == order[id(a)] + 1 else foreign).append(gap)
        at = is_both(row)
        if at:
            a, b = row[at - 1 : at + 1]
            accounts.append(((a.x1, b.x0, min(a.y0, b.y0), max(a.y1, b.y1)), b.text))
        row = [fragment] if fragment is not None else []
    return foreign, own, _of_account(accounts)


def _of_account(found: Sequence[tuple[Gap, str]]) -> list[Gap]:
    """The gaps before the second labels of an account (assets left, liabilities right), which share a strip; none of other tables."""
    if not are_accounts([label for _, label in found]):
        return []
    left, right = max(gap[0] for gap, _ in found), min(gap[1] for gap, _ in found)
    middle = (left + right) / 2
    return [(left, right, *gap[2:]) for gap, _ in found] if left < middle < right else []


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
    fragments: Sequence[Fragment],
    gutter: float,
    reach: tuple[float, float],
    ends: tuple[float, float],
    rules: Sequence[Rule],
) -> _Areas | None:
    """Areas above, on both sides of a gutter and below; None where the sides are neither running text nor tables."""
    crossing = [f for f in fragments if f.x0 < gutter < f.x1]
    centre = sum(reach) / 2
    top = max([reach[0] - REACH, ends[0], *(f.y1 for f in crossing if f.middle < centre)])
    lowest = min([ends[1], *(f.y0 for f in crossing if f.middle > centre)])
    bottom = min(reach[1] + REACH, lowest)
    sides = _sides(fragments, gutter, top, bottom)
    tables = not all(map(_is_running_text, sides))
    if tables:
        bottom = (
            lowest  # their own rows tell where they end: labels of two lines part the baselines of the others
        )
        top = heads_top(fragments, gutter, max(top, reach[0]))  # what stands above that belongs to both
        end = tables_end(_sides(fragments, gutter, top, bottom), gutter, rules)
        if end is None:
            return None
        bottom = min(bottom, end)
        sides = _sides(fragments, gutter, top, bottom)
    above = [f for f in fragments if f.middle < top - 1]
    below = [f for f in fragments if f.middle > bottom + 1]
    return _Areas(above, sides, below, top, bottom, tables)


def _sides(fragments: Sequence[Fragment], gutter: float, top: float, bottom: float) -> list[list[Fragment]]:
    """What stands on both sides of a gutter."""
    inside = [f for f in fragments if top - 1 <= f.middle <= bottom + 1]
    return [[f for f in inside if f.x1 <= gutter], [f for f in inside if f.x0 >= gutter]]


def _is_running_text(side: Sequence[Fragment]) -> bool:
    """Whether a side holds lines of running text, not the labels or the figures of a table."""
    if not side or sum(len(fragment.text) for fragment in side) < LEAST_TEXT * _lines(side):
        return False
    if not _begin_alike(side):
        return False
    return sum(fragment.is_figure or fragment.text in SIGNS for fragment in side) < MOST_FIGURES * len(side)


def _begin_alike(side: Sequence[Fragment]) -> bool:
    """Whether many lines begin at one place."""
    starts: list[Fragment] = []
    for fragment in sorted(side, key=MIDDLE):
        if not starts or fragment.middle - starts[-1].middle > 0.5 * fragment.size:
            starts.append(fragment)
        elif fragment.x0 < starts[-1].x0:
            starts[-1] = fragment
    usual = mode(round(fragment.x0) for fragment in starts)
    return sum(abs(fragment.x0 - usual) < 1 for fragment in starts) >= BEGIN_ALIKE * len(starts)


def _lines(side: Sequence[Fragment]) -> int:
    """How many lines fragments stand on."""
    middles = sorted((fragment.middle, fragment.size) for fragment in side)
    return 1 + sum(below - above > 0.5 * size for (above, _), (below, size) in pairwise(middles))
