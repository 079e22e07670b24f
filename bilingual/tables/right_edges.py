"""The right edges of columns: figures end there, whatever their length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from bilingual.tables.positions import SLACK, Extent


def right_edges(edges: Sequence[Sequence[int]], width: int) -> list[int]:
    """Right edges of the columns where cells stand under each other; empty where they do not."""
    counts = Counter(edge for row in edges for edge in row)
    groups: list[list[int]] = []
    for edge in sorted(counts):
        if groups and edge - groups[-1][-1] <= SLACK:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    if not width <= len(groups) <= width + 3 or any(group[-1] - group[0] > 2 * SLACK for group in groups):
        return []
    if len(groups) > width and any(sum(counts[edge] for edge in group) < 2 for group in groups):
        return []
    middles = [max(group, key=lambda edge: counts[edge]) for group in groups]
    for row in edges:
        slots = nearest_columns(row, middles)
        if len(set(slots)) < len(slots):
            return []
    return middles


def stand_below(places: Mapping[int, Sequence[Extent]], columns: Sequence[int]) -> bool:
    """Whether cells of two of the columns of rows of one cell each stand below one another: all are of one column."""
    rooms: dict[int, Extent] = {}
    for (start, end), *_ in places.values():
        (slot,) = nearest_columns([end], columns) if columns else (0,)
        first, last = rooms.get(slot, (start, end))
        rooms[slot] = min(first, start), max(last, end)
    order = sorted(rooms.values())
    return any(left[1] > right[0] for left, right in pairwise(order))


def nearest_columns(row: Sequence[int], columns: Sequence[int]) -> list[int]:
    """For every right edge, the column whose right edge is nearest."""
    return [min(range(len(columns)), key=lambda i: abs(columns[i] - edge)) for edge in row]
