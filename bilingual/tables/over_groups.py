"""Words over several columns of a grid: the year over its quarters, the item over its amount and per cent.

Such words stand over the middle of their columns; which columns those are, all words of a line tell together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from math import comb

from bilingual.tables.patterns import PERIOD_RE
from bilingual.tables.positions import Extent

MOST_WAYS = 2_000
OFF = 3
"""Half places by which the middles of two lines of one head may differ."""
FEWEST = 3
"""Columns that one word may stand over all together."""
_CJK_RE = re.compile("[\u3040-\u30ff\u3400-\u9fff々)）]$")
_CJK_START_RE = re.compile("^[\u3040-\u30ff\u3400-\u9fff々(（]")
_CUT_YEAR_RE = re.compile(r"\d/$")
"""The month of a fiscal year whose year stands on the line below."""

Word = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that belong together: where they stand, and the columns (from, past the last) that they govern."""

    text: str
    start: int
    end: int
    first: int
    past: int


def over_groups(
    row: Sequence[Sequence[Word]], groups: Sequence[tuple[int, int]], anchors: Sequence[Extent], fewest: int
) -> list[Piece]:
    """Words that each stand in the middle over two words or more of the line below; one piece for every column."""
    parts = [whole(chunk) for chunk in row]
    if not 2 * len(parts) <= len(anchors) or (len(parts) == 1 and len(anchors) < FEWEST):
        return []
    pieces: list[Piece] = []
    shares = _shared_out(parts, anchors, fewest)
    for (text, start, end), (least, beyond) in zip(parts, shares, strict=True):
        first, past = anchors[least][0], anchors[beyond - 1][1]
        alone = len(parts) == 1
        room = past - first if alone or beyond - least > 1 else max(past - first, end - start)
        if abs(start + end - first - past) * (4 if alone else 2) > room:
            return []
        for member in range(least, beyond):
            column, end_column = groups[member]
            pieces.extend(Piece(text, start, end, at, at + 1) for at in range(column, end_column))
    single = sum(beyond - least == 1 for least, beyond in shares)
    return pieces if single <= min(1, len(parts) - 2 + (single == 0)) else []


def places_below(
    row: Sequence[Sequence[Word]], groups: Sequence[tuple[int, int]], spans: Sequence[Extent]
) -> list[Extent]:
    """Where the figures stand, for periods over them below which no line of heads could be read."""
    if len(row) < 2 or not all(PERIOD_RE.search(whole(chunk)[0]) for chunk in row):
        return []
    edges = [spans[past - 1][1] for _, past in groups]
    return list(zip([min(spans[0][0], row[0][0][1]), *edges], edges, strict=False))


def stacked(row: Sequence[Sequence[Word]], above: Sequence[Sequence[Piece]]) -> list[Piece]:
    """Words that each stand over one of the words over several columns: the same columns are theirs."""
    parts = [whole(chunk) for chunk in row]
    below = list(dict.fromkeys((piece.start, piece.end) for piece in above[0])) if above else []
    over = zip(parts, below, strict=False)
    if len(parts) != len(below) or not all(part[1] < end and start < part[2] for part, (start, end) in over):
        return []
    words = dict(zip(below, parts, strict=True))
    return [Piece(*words[piece.start, piece.end], piece.first, piece.past) for piece in above[0]]


def continued(row: Sequence[Sequence[Word]], below: Sequence[Piece]) -> list[Piece]:
    """The row below with words of this one before its own, where each stands in the middle over one word of it; else none.

    The first half of a head that is set on two lines beside heads on one: ``2024年`` above ``12月期``.
    """
    places = list(dict.fromkeys((piece.start, piece.end) for piece in below))
    halves: dict[Extent, str] = {}
    for text, start, end in map(whole, row):
        under = [place for place in places if place[0] < end and start < place[1]]
        if len(under) != 1 or under[0] in halves or abs(start + end - sum(under[0])) > OFF:
            return []
        halves[under[0]] = text
    if not halves or len(halves) == len(places):
        return []
    return [
        replace(piece, text=join(halves[piece.start, piece.end], piece.text))
        if (piece.start, piece.end) in halves
        else piece
        for piece in below
    ]


def _shared_out(parts: Sequence[Word], anchors: Sequence[Extent], fewest: int) -> list[tuple[int, int]]:
    """The run of ``fewest`` anchors or more that each word stands over, so that all together are least off.

    Anchors before the first word or behind the last may stay without one.
    """
    count, width = len(parts), len(anchors)
    if count == 1 or comb(width + 1, count + 1) > MOST_WAYS:
        return [(0, width)] * count
    pitch = (anchors[-1][1] - anchors[0][0]) // width

    def off(chosen: Iterable[int]) -> int:
        edges = tuple(chosen)
        apart = sum(
            (part[1] + part[2] - anchors[least][0] - anchors[past - 1][1]) ** 2
            for part, (least, past) in zip(parts, pairwise(edges), strict=True)
        )
        return apart + (pitch // 2) ** 2 * (edges[0] + width - edges[-1])

    ways = combinations(range(width + 1), count + 1)
    wide = [way for way in ways if all(past - least >= fewest for least, past in pairwise(way))]
    return list(pairwise(min(wide, key=off))) if wide else [(0, width)] * count


def whole(chunk: Sequence[Word]) -> Word:
    """The words of a chunk as one."""
    text = chunk[0][0]
    for word in chunk[1:]:
        text = join(text, word[0])
    return text, chunk[0][1], chunk[-1][2]


def join(left: str, right: str) -> str:
    """Two parts of a head that a line end divides; Japanese has no blanks, nor has FY12/2024."""
    tight = (
        (_CJK_RE.search(left) and _CJK_START_RE.search(right))
        or left.endswith("-")
        or right.startswith(")")
        or (_CUT_YEAR_RE.search(left) is not None and right[:1].isdigit())
    )
    return left + right if tight else f"{left} {right}"
