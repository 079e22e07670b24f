"""Heads on several lines over a grid, each line in the middle of what the head stands over.

``Three months`` / ``ended March`` / ``31, 2024`` share their middle, and it is that of an amount and its per cent. Where
every line joins so and every column is under one head, nothing is left to guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from math import comb

from bilingual.tables.over_groups import MOST_WAYS, Piece, Word, join, whole
from bilingual.tables.positions import Extent

OFF = 3
"""Half places by which the middles of lines of one head may differ."""
FAR = 5
"""Half places by which the middle of a head may miss that of its columns."""


def stacked_heads(rows: Sequence[Sequence[Sequence[Word]]], spans: Sequence[Extent]) -> list[Piece]:
    """Heads over all columns, one piece for every column; nothing where the lines do not join or a column is bare.

    Args:
        rows: the lines above the row of units, top to bottom, in chunks.
        spans: first place and right edge of every column.
    """
    heads = _joined(rows)
    width = len(spans)
    if len(heads) < 2 or len(heads) >= width or comb(width - 1, len(heads) - 1) > MOST_WAYS:
        return []
    ways = [(0, *cuts, width) for cuts in combinations(range(1, width), len(heads) - 1)]
    best = min(ways, key=lambda way: sum(off * off for off in _off(heads, spans, way)))
    if max(_off(heads, spans, best)) > FAR:
        return []
    return [
        Piece(text, start, end, column, column + 1)
        for (text, start, end), (first, past) in zip(heads, pairwise(best), strict=True)
        for column in range(first, past)
    ]


def _joined(rows: Sequence[Sequence[Sequence[Word]]]) -> list[Word]:
    """The heads that the lines make; none where a line does not stand over the middles of the one below."""
    if len(rows) < 2:
        return []
    heads = [whole(chunk) for chunk in rows[-1]]
    for row in reversed(rows[:-1]):
        for chunk in row:
            text, start, end = whole(chunk)
            under = [at for at, head in enumerate(heads) if head[1] < end and start < head[2]]
            if len(under) != 1:
                return []
            below = heads[under[0]]
            if abs(start + end - below[1] - below[2]) > OFF:
                return []
            heads[under[0]] = (join(text, below[0]), min(start, below[1]), max(end, below[2]))
    return heads


def _off(heads: Sequence[Word], spans: Sequence[Extent], way: Sequence[int]) -> list[int]:
    """How far the middle of every head is from that of its columns, in half places."""
    return [
        abs(start + end - spans[first][0] - spans[past - 1][1])
        for (_, start, end), (first, past) in zip(heads, pairwise(way), strict=True)
    ]
