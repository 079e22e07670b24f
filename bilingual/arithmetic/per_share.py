"""Per-share amounts: a result over an average number of shares, and over depositary shares.

Which result is divided by which number of shares is told by the figures: of the amounts above a per-share row, the one
whose quotient has the printed digits in most columns. How many depositary shares make a share is told the same way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from math import log10

from bilingual.arithmetic.formulas import ZERO, evaluate, rounded
from bilingual.arithmetic.strips import Layout, Strip, certainty
from bilingual.model.figure import Figure, Kind
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

PER_SHARE_RE = re.compile(
    r"(?:[1一]株|1単位|一単位)(?:当|あ)たり|\bper (?:common |ordinary )?(?:share|ADSs?|ADRs?|unit)\b",
    re.IGNORECASE,
)
RESULT_RE = re.compile(
    r"利益|損失|損益|\b(?:income|earnings|loss(?:es)?|profit)\b",
    re.IGNORECASE,
)
BOTTOM_RE = re.compile(
    r"(?:当期|四半期|中間)(?:純)?(?:利益|損失|損益)|\bnet (?:income|loss|profit)\b|\battributable\b|"
    r"\bprofit(?: \(loss\))? for the\b",
    re.IGNORECASE,
)
NOT_BOTTOM_RE = re.compile(
    r"調整前|税引前|非支配|少数|\bbefore\b|\bnon-?controlling\b|\bminority\b", re.IGNORECASE
)
"""Results that no share of the parent earns."""
NUMBER_RE = re.compile(
    r"(?:平均|発行済).*(?:株式|預託証券|口|株)数?|\bnumber of\b.*\b(?:shares|ADSs?|ADRs?|units|equivalents)\b|"
    r"\b(?:average|outstanding) (?:common )?shares\b",
    re.IGNORECASE,
)
NAME = "per share"
ENOUGH = 2.5
MISS = 1.0
BOTTOM_LINE = 1.0
MOST_ROWS = 60
"""Rows above a per-share row in which its result is looked for."""


def find_per_share(layout: Layout) -> Iterator[Relation]:
    """Yield the per-share relations of a table, broken ones included."""
    labels = [row.label for row in layout.rows]
    per_share = [
        layout.row_strip(at)
        for at, label in enumerate(labels)
        if PER_SHARE_RE.search(label) and RESULT_RE.search(label)
    ]
    numbers = [layout.row_strip(at) for at, label in enumerate(labels) if _is_number(label)]
    for strip in per_share:
        yield from _quotients(layout, strip, numbers)
    for one, other in (*combinations(per_share, 2), *combinations(numbers, 2)):
        yield from _depositary(one, other)


def _is_bottom(label: str) -> bool:
    return BOTTOM_RE.search(label) is not None and NOT_BOTTOM_RE.search(label) is None


def _is_number(label: str) -> bool:
    return NUMBER_RE.search(label) is not None and not PER_SHARE_RE.search(label)


def _quotients(layout: Layout, strip: Strip, numbers: Sequence[Strip]) -> Iterator[Relation]:
    best: tuple[float, int, int, Strip, Strip] | None = None
    candidates = [
        at
        for at in range(max(0, strip.at - MOST_ROWS), strip.at)
        if RESULT_RE.search(layout.rows[at].label) and not PER_SHARE_RE.search(layout.rows[at].label)
    ]
    earned = [at for at in candidates if _is_bottom(layout.rows[at].label)]
    for at in candidates:
        tries = log10(max(1, len(earned if at in earned else candidates) * len(numbers)))
        result = layout.row_strip(at)
        for number in numbers:
            score, held, missed = _weigh(strip, result, number)
            score += (BOTTOM_LINE if BOTTOM_RE.search(layout.rows[at].label) else 0.0) - tries
            if held >= max(missed, 1) and score >= ENOUGH and (best is None or score >= best[0]):
                best = (score, held, missed, result, number)
    if best is None:
        return
    score, held, missed, result, number = best
    for stated, top, bottom in _facts(strip, result, number):
        verdict, expected = evaluate(RelationKind.PER_SHARE, stated.figure, (top.figure, bottom.figure))
        if expected is not None:
            note = f"{top.figure.printed} / {bottom.figure.printed} = {stated.figure.printed}"
            sure = certainty(score, held, missed)
            yield Relation(
                RelationKind.PER_SHARE, stated, (top, bottom), verdict, expected, sure, (), None, NAME, note
            )


def _weigh(strip: Strip, result: Strip, number: Strip) -> tuple[float, int, int]:
    score, held, missed = 0.0, 0, 0
    for stated, top, bottom in _facts(strip, result, number):
        verdict, _ = evaluate(RelationKind.PER_SHARE, stated.figure, (top.figure, bottom.figure))
        if verdict is Verdict.BROKEN:
            missed += 1
            score -= MISS
        else:
            held += 1
            score += log10(_steps(stated.figure) + 1) - 0.5
    return score, held, missed


def _facts(strip: Strip, result: Strip, number: Strip) -> Iterator[tuple[Fact, Fact, Fact]]:
    for stated, top, bottom in zip(strip.facts, result.facts, number.facts, strict=True):
        if (
            stated is None
            or top is None
            or bottom is None
            or Kind.PERCENT in (stated.figure.kind, top.figure.kind)
        ):
            continue
        if bottom.figure.value and top.figure.unit == stated.figure.unit:
            yield stated, top, bottom


def _depositary(one: Strip, other: Strip) -> Iterator[Relation]:
    """Amounts per share and per depositary share, or numbers of both: one is a round multiple of the other."""
    pairs = [
        (first, second)
        if abs(first.figure.value or ZERO) >= abs(second.figure.value or ZERO)
        else (second, first)
        for first, second in zip(one.facts, other.facts, strict=True)
        if first is not None and second is not None and first.figure.value and second.figure.value
    ]
    votes: Counter[Decimal] = Counter()
    for large, small in pairs:
        votes[_round(large.figure, small.figure)] += 1
    ratio = max(votes, key=lambda number: (votes[number], number), default=ZERO)
    if ratio < 2 or votes[ratio] < 2 or votes[ratio] * 2 <= len(pairs):
        return
    for large, small in pairs:
        verdict, expected = evaluate(RelationKind.CONVERSION, small.figure, (large.figure,), (), ratio)
        note = f"{large.figure.printed} / {ratio} = {small.figure.printed}"
        yield Relation(RelationKind.CONVERSION, small, (large,), verdict, expected, 95, (), ratio, NAME, note)


def _round(large: Figure, small: Figure) -> Decimal:
    """The roundest number that two printed figures allow as their ratio; 0 where there is none."""
    top, bottom = abs(large.value or ZERO), abs(small.value or ZERO)
    step = small.step or ZERO
    least, most = top / (bottom + step), top / max(bottom - step, step)
    for power in range(6, -1, -1):
        unit = Decimal(1).scaleb(power)
        number = rounded(top / bottom, unit)
        if number and least <= number <= most:
            return number
    return ZERO


def _steps(figure: Figure) -> Decimal:
    return abs(figure.value or ZERO) / (figure.step or Decimal(1))
