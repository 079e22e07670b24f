"""Japanese heads over pairs of an amount and its per cent: 売上高 営業利益 above 百万円 ％ 百万円 ％.

The summary of every release is headed so. Where a layout leaves one blank between the heads their places tell little,
but Japanese heads hold no blank: as many words as pairs stand over them in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bilingual.tables import patterns as p
from bilingual.tables.over_groups import Piece, Word, join

FEWEST = 3
"""Pairs and single columns of such a head."""
_PER_CENT = frozenset(["%", "(%)"])
_WIDE_RE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def heads_over_pairs(tokens: Sequence[Sequence[Sequence[Word]]], width: int) -> list[list[Piece]]:
    """The row of heads and the row of units, one piece for every column; nothing where their numbers do not match.

    Args:
        tokens: the lines of the head, top to bottom, in chunks.
        width: columns of the table.
    """
    if len(tokens) < 2:
        return []
    units = [word for chunk in tokens[-1] for word in chunk]
    begins = [at for at, word in enumerate(units) if word[0] not in _PER_CENT]
    heads = [word for chunk in tokens[-2] for word in chunk]
    if len(units) != width or not FEWEST <= len(begins) < width or len(heads) != len(begins) or begins[0]:
        return []
    if any(past - first > 2 for first, past in pairwise([*begins, width])):
        return []
    if not all(p.UNIT_HINT_RE.search(units[at][0]) for at in begins):
        return []
    for row in reversed(tokens[:-2]):
        if not _take(heads, [word for chunk in row for word in chunk]):
            return []
    if not all(_WIDE_RE.search(text) and not p.PERIOD_RE.search(text) for text, _, _ in heads):
        return []
    over = [
        Piece(*head, column, column + 1)
        for head, (first, past) in zip(heads, pairwise([*begins, width]), strict=True)
        for column in range(first, past)
    ]
    return [over, [Piece(*word, at, at + 1) for at, word in enumerate(units)]]


def _take(heads: list[Word], above: Sequence[Word]) -> bool:
    """Put the first halves of heads before those they stand nearest to, each before another one."""
    taken: set[int] = set()
    for text, start, end in above:
        at = min(range(len(heads)), key=lambda one: (_gap(heads[one], start, end), -one))
        if at in taken or not _WIDE_RE.search(text):
            return False
        taken.add(at)
        heads[at] = (join(text, heads[at][0]), *heads[at][1:])
    return True


def _gap(head: Word, start: int, end: int) -> int:
    """How far the middles of two words stand apart, in half places."""
    return abs(head[1] + head[2] - start - end)
