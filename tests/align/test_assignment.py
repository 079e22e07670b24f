"""The assignment is the global optimum."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bilingual.align.assignment import LARGEST_COMPONENT, best_assignment, best_monotone

SCORES = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)),
    st.one_of(st.integers(0, 3).map(float), st.floats(0, 3, allow_nan=False)),
    max_size=16,
)


def slow_assignment(scores: dict[tuple[int, int], float]) -> float:
    """Try everything: slow and obviously right."""

    @cache
    def best(i: int, used: frozenset[int]) -> float:
        if i > 4:
            return 0.0
        options = [best(i + 1, used)]
        options += [
            score + best(i + 1, used | {j}) for (a, j), score in scores.items() if a == i and j not in used
        ]
        return max(options)

    return best(0, frozenset())


def slow_monotone(scores: dict[tuple[int, int], float]) -> float:
    """Try every rising chain."""

    @cache
    def best(i: int, j: int) -> float:
        options = [0.0]
        options += [score + best(a + 1, b + 1) for (a, b), score in scores.items() if a >= i and b >= j]
        return max(options)

    return best(0, 0)


@given(SCORES)
def test_assignment_has_the_highest_total(scores):
    """No other assignment scores higher."""
    chosen = best_assignment(scores)

    assert len({i for i, _ in chosen}) == len({j for _, j in chosen}) == len(chosen)
    assert abs(sum(scores[edge] for edge in chosen) - slow_assignment(scores)) < 1e-9


@given(SCORES)
def test_monotone_assignment_has_the_highest_total(scores):
    """No other rising chain scores higher."""
    chosen = best_monotone(scores)

    assert all(a < c and b < d for (a, b), (c, d) in pairwise(chosen))
    assert abs(sum(scores[edge] for edge in chosen) - slow_monotone(scores)) < 1e-9


def test_greedy_choice_is_not_taken():
    """The best single pair is given up where two others together are worth more."""
    scores = {(0, 0): 3.0, (0, 1): 2.9, (1, 0): 2.9}

    assert best_assignment(scores) == [(0, 1), (1, 0)]


def test_huge_component_keeps_the_order():
    """A component beyond the limit of the cubic method is solved in order, in one pass."""
    size = int(LARGEST_COMPONENT**0.5) + 10
    scores = {(i, j): 1.0 + (i == j) for i in range(size) for j in range(max(0, i - 1), min(size, i + 2))}

    assert best_assignment(scores) == [(i, i) for i in range(size)]
