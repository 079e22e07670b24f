"""Best assignment between two lists, given scored candidate pairs.

The optimum is global, not greedy: exact reductions first (a pair that outweighs the best alternatives of both
its ends together belongs to some optimal assignment), then the Hungarian method (Kuhn 1955; Munkres 1957), by
shortest augmenting paths (Jonker and Volgenant 1987), on each connected component that is left. A component too
large for that is solved for the best assignment that keeps the order of both lists.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from heapq import heappop, heappush

LARGEST_COMPONENT = 250_000
"""Rows times columns up to which the cubic method is used (about a second)."""

Edge = tuple[int, int]


def best_assignment(scores: Mapping[Edge, float]) -> list[Edge]:
    """Choose pairs ``(i, j)``, each index at most once per side, with the highest total score.

    Args:
        scores: score of every candidate pair; candidates with a score of zero or less are never chosen.

    Returns:
        The chosen pairs in order of ``i``.
    """
    edges = {edge: score for edge, score in scores.items() if score > 0}
    chosen = _take_dominant(edges)
    for component in _components(edges):
        chosen.extend(_solve(component))
    return sorted(chosen)


def _take_dominant(edges: dict[Edge, float]) -> list[Edge]:
    """Remove from ``edges``, and return, the pairs that belong to some optimum for certain."""
    chosen: list[Edge] = []
    while True:
        best_i: dict[int, tuple[float, float]] = {}
        best_j: dict[int, tuple[float, float]] = {}
        for (i, j), score in edges.items():
            for best, key in ((best_i, i), (best_j, j)):
                first, second = best.get(key, (0.0, 0.0))
                if score > first:
                    best[key] = (score, first)
                elif score > second:
                    best[key] = (first, score)
        found: list[Edge] = []
        used_i: set[int] = set()
        used_j: set[int] = set()
        for (i, j), score in edges.items():
            (first_i, second_i), (first_j, second_j) = best_i[i], best_j[j]
            rival_i = second_i if score == first_i else first_i
            rival_j = second_j if score == first_j else first_j
            if score >= rival_i + rival_j and i not in used_i and j not in used_j:
                found.append((i, j))
                used_i.add(i)
                used_j.add(j)
        if not found:
            return chosen
        chosen.extend(found)
        for edge in [edge for edge in edges if edge[0] in used_i or edge[1] in used_j]:
            del edges[edge]


def _components(edges: Mapping[Edge, float]) -> list[dict[Edge, float]]:
    """Split the candidate graph into its connected components."""
    parent: dict[tuple[int, int], tuple[int, int]] = {}

    def root(node: tuple[int, int]) -> tuple[int, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, j in edges:
        parent[root((0, i))] = root((1, j))
    parts: dict[tuple[int, int], dict[Edge, float]] = {}
    for (i, j), score in edges.items():
        parts.setdefault(root((0, i)), {})[i, j] = score
    return list(parts.values())


def _solve(component: Mapping[Edge, float]) -> list[Edge]:
    left = sorted({i for i, _ in component})
    right = {j: number for number, j in enumerate(sorted({j for _, j in component}))}
    if len(left) * len(right) > LARGEST_COMPONENT:
        return best_monotone(component)
    numbers = {i: number for number, i in enumerate(left)}
    costs: list[list[tuple[int, float]]] = [[] for _ in left]
    for (i, j), score in sorted(component.items()):
        costs[numbers[i]].append((right[j], -score))
    names = list(right)
    owner = _augment(costs, len(right))
    return [(left[row], names[column]) for column, row in enumerate(owner[: len(right)]) if row >= 0]


def _augment(costs: Sequence[list[tuple[int, float]]], columns: int) -> list[int]:
    """Minimum-cost assignment of rows to columns, by shortest augmenting paths over the candidate pairs alone.

    Every row has a column of its own besides, at no cost: it may stay without a partner.

    Returns:
        The row that holds each column, -1 for none; the rows' own columns come last.
    """
    owner = [-1] * (columns + len(costs))
    held = [-1] * len(costs)
    row_potential = [0.0] * len(costs)
    column_potential = [0.0] * len(owner)
    for first in range(len(costs)):
        distance: dict[int, float] = {}
        came_from: dict[int, int] = {}
        done: dict[int, float] = {}
        heap: list[tuple[float, int]] = []
        row, reached = first, 0.0
        while True:
            base = reached - row_potential[row]
            for column, cost in (*costs[row], (columns + row, 0.0)):
                if column not in done:
                    length = base + cost - column_potential[column]
                    if column not in distance or length < distance[column]:
                        distance[column] = length
                        came_from[column] = row
                        heappush(heap, (length, column))
            reached, column = heappop(heap)
            while column in done:
                reached, column = heappop(heap)
            if owner[column] < 0:
                break
            done[column] = reached
            row = owner[column]
        row_potential[first] += reached
        for passed, length in done.items():
            row_potential[owner[passed]] += reached - length
            column_potential[passed] -= reached - length
        while True:
            row = came_from[column]
            owner[column] = row
            held[row], column = column, held[row]
            if row == first:
                break
    return owner


def best_monotone(scores: Mapping[Edge, float]) -> list[Edge]:
    """Choose pairs that rise on both sides, with the highest total score.

    Runs in ``O(E log E)``: a heaviest increasing subsequence over a staircase of partial solutions.
    """
    ends: list[int] = []  # rising j at which a partial solution ends
    totals: list[float] = []  # its total, rising with j
    chains: list[tuple[Edge, object] | None] = []
    batch: list[tuple[int, float, tuple[Edge, object]]] = []
    row = None
    ordered = sorted(edge for edge, score in scores.items() if score > 0)
    for edge in [*ordered, (-1, -1)]:
        if edge[0] != row:
            for j, total, chain in batch:
                _insert(ends, totals, chains, j, total, chain)
            batch = []
            row = edge[0]
        if edge[0] < 0:
            break
        at = bisect_right(ends, edge[1] - 1) - 1
        before, link = (totals[at], chains[at]) if at >= 0 else (0.0, None)
        batch.append((edge[1], before + scores[edge], (edge, link)))
    chosen: list[Edge] = []
    link = chains[-1] if chains else None
    while link is not None:
        chosen.append(link[0])
        link = link[1]  # type: ignore[assignment]  # a recursive pair: (edge, (edge, … None))
    return chosen[::-1]


def _insert(
    ends: list[int],
    totals: list[float],
    chains: list[tuple[Edge, object] | None],
    j: int,
    total: float,
    chain: tuple[Edge, object],
) -> None:
    """Add a partial solution to the staircase, dropping the ones it beats."""
    at = bisect_right(ends, j)
    if at and totals[at - 1] >= total:
        return
    start = at - 1 if at and ends[at - 1] == j else at
    stop = at
    while stop < len(ends) and totals[stop] <= total:
        stop += 1
    ends[start:stop] = [j]
    totals[start:stop] = [total]
    chains[start:stop] = [chain]
