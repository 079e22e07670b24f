"""Rates in brackets behind the amounts that they are of, in another order: 626億円（10.1％増）、463億円（11.3％増）; up 11.3%, up 10.1%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from bilingual.checks.examination import Examination
from bilingual.model.alignment import FigurePair, Pair, PairKind, SegmentReading
from bilingual.model.figure import Figure, Kind

_KINDS = frozenset({PairKind.PROSE, PairKind.NOTE})
_RATES = frozenset({Kind.PERCENT, Kind.POINTS})
_OPENING_RE = re.compile(r"[^()\d、。,;]{0,12}\([^()\d]{0,40}")
"""What stands between an amount and the figure in the bracket behind it."""


def exchanged_changes(exam: Examination) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Yield two rates that agree, each in the bracket behind the amount that has the other one in Japanese."""
    for pair in exam.pairs:
        if pair.kind in _KINDS and len(pair.figures) >= 4:
            yield from _of_pair(pair)


def _of_pair(pair: Pair) -> Iterator[tuple[FigurePair, FigurePair]]:
    agreeing = [both for both in pair.figures if both.agrees]
    mine, theirs = _heads(pair.ja_readings), _heads(pair.en_readings)
    ja = {id(both.ja): both for both in agreeing}
    en = {id(both.en): both for both in agreeing}
    bracketed = [
        both for both in agreeing if both.ja.kind in _RATES and id(both.ja) in mine and id(both.en) in theirs
    ]
    for one, other in combinations(bracketed, 2):
        heads = [ja.get(id(mine[id(both.ja)])) for both in (one, other)]
        turned = [en.get(id(theirs[id(both.en)])) for both in (other, one)]
        alike = one.ja.kind is other.ja.kind and one.ja.value != other.ja.value
        if alike and None not in heads and heads[0] is not heads[1] and all(map(_is, heads, turned)):
            yield one, other


def _is(one: FigurePair | None, other: FigurePair | None) -> bool:
    return one is other


def _heads(readings: Sequence[SegmentReading]) -> dict[int, Figure]:
    """The amount that stands at once before the bracket of each figure, by the identity of the figure."""
    found: dict[int, Figure] = {}
    for reading in readings:
        content = reading.segment.content
        ordered = sorted(reading.figures, key=lambda figure: figure.span.start)
        for amount, rate in pairwise(ordered):
            between = content.text[content.index(amount.span.end) : content.index(rate.span.start)]
            if _OPENING_RE.fullmatch(between) and amount.kind not in _RATES:
                found[id(rate)] = amount
    return found
