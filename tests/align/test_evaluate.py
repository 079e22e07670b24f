"""Scores of alignments against gold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.align.evaluate import Score, score_beads, score_rows
from bilingual.model.alignment import Anchor, Pair, PairKind
from bilingual.model.document import Span


def bead(ja, en):
    """A bead of the given lines."""
    return frozenset(ja), frozenset(en)


def row_pair(ja, en, kind=PairKind.ROW):
    """A pair of two lines."""
    return Pair(kind, 1.0, (Anchor(Span(0, 1), ja),), (Anchor(Span(0, 1), en),))


# found, gold, precision, recall, lax precision, lax recall
CASES = [
    pytest.param([([1], [5])], [([1], [5])], 1, 1, 1, 1, id="all right"),
    pytest.param([([1], [5])], [([1], [6])], 0, 0, 0, 0, id="the wrong line"),
    pytest.param([([1], [5]), ([2], [6])], [([1], [5])], 0.5, 1, 0.5, 1, id="one too many"),
    pytest.param([([1], [5])], [([1], [5]), ([2], [6])], 1, 0.5, 1, 0.5, id="one missing"),
    pytest.param([([1], [5])], [([1], [5, 6])], 0, 0, 1, 1, id="half of a one-to-two bead"),
    pytest.param([([1], [5]), ([1], [6])], [([1], [5, 6])], 0, 0, 1, 1, id="a bead in two halves"),
    pytest.param([([1, 2], [5])], [([1], [5]), ([2], [6])], 0, 0, 1, 0.5, id="two rows taken for one"),
    pytest.param([([1], [6]), ([2], [5])], [([1], [5]), ([2], [6])], 0, 0, 0, 0, id="crossed"),
    pytest.param([], [], 1, 1, 1, 1, id="nothing to find"),
    pytest.param([], [([1], [5])], 1, 0, 1, 0, id="nothing found"),
]


@pytest.mark.parametrize(("found", "gold", "precision", "recall", "lax_precision", "lax_recall"), CASES)
def test_beads(found, gold, precision, recall, lax_precision, lax_recall):
    """Strict counts equal beads, lax counts beads that overlap on both sides."""
    score = score_beads([bead(*pair) for pair in found], [bead(*pair) for pair in gold])

    assert (score.precision, score.recall) == (precision, recall)
    assert (score.lax_precision, score.lax_recall) == (lax_precision, lax_recall)


def test_rows_of_gold_files():
    """Only row pairs count, a row listed twice counts once, other fields of gold rows do not matter."""
    pairs = [row_pair(3, 30), row_pair(4, 41), row_pair(4, 41), row_pair(9, 90, PairKind.PROSE)]
    gold = [
        {"ja_line": 3, "en_line": 30, "ja_label": "売上高"},
        {"ja_line": 4, "en_line": 40, "ja_cells": ["1"]},
        {"ja_line": 3, "en_line": 30},
    ]

    score = score_rows(pairs, gold)

    assert score == Score(found=2, gold=2, strict_found=1, lax_found=1, lax_gold=1)
    assert score.f1 == 0.5


def test_gold_rows_need_line_numbers():
    """A gold row without an integer line is refused, with the value in the message."""
    with pytest.raises(ValueError, match="'12'"):
        score_rows([], [{"ja_line": "12", "en_line": 4}])


def test_nothing_right_has_no_f1():
    """The harmonic mean of zero and zero is zero."""
    assert score_beads([bead([1], [2])], [bead([2], [1])]).f1 == 0.0


BEADS = st.lists(
    st.tuples(
        st.frozensets(st.integers(1, 6), min_size=1, max_size=3),
        st.frozensets(st.integers(1, 6), min_size=1, max_size=3),
    ),
    max_size=8,
)


@given(BEADS, BEADS)
def test_swapping_sides_swaps_precision_and_recall(found, gold):
    """Precision of one against the other is recall of the other against the one; strict never beats lax."""
    score, swapped = score_beads(found, gold), score_beads(gold, found)

    assert score.f1 <= score.lax_f1
    assert score.lax_found == swapped.lax_gold
    if found and gold:
        assert score.precision == swapped.recall


@given(BEADS)
def test_gold_against_itself_is_perfect(beads):
    """An alignment agrees with itself."""
    score = score_beads(beads, beads)

    assert (score.f1, score.lax_f1) == (1.0, 1.0)
