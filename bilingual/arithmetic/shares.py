"""Composition: which per cent column states the share of which column's amounts in which whole.

Every row tells what its whole would have to be: amount over share, within the printed digits. The column in which most
rows tell the same whole is the one that is shared out, whatever its head says, and a whole that is itself printed
wrong is found by the rows that agree against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log10

from bilingual.arithmetic.formulas import HUNDRED, ZERO, Interval, evaluate, interval
from bilingual.arithmetic.strips import MEASURED, Layout, Strip, certainty, samples
from bilingual.model.relation import Fact, Relation, RelationKind

NEAREST = 4
"""Columns of amounts, nearest first, that a column of shares is tried on."""
ENOUGH = 3.0
MISS = 1.0
FEWEST = 3
"""Rows that have to tell the same whole."""
NEAR = Decimal("1.02")
"""How far a whole without 100 % may lie from what the rows agree on: two cells of another row may be exchanged."""


@dataclass(frozen=True, slots=True)
class _Reading:
    share: Strip
    amount: Strip
    whole: Interval
    held: int
    missed: int
    score: float


def find_shares(layout: Layout) -> Iterator[Relation]:
    """Yield the shares of a table, broken ones included."""
    found = [reading for share in layout.rates if (reading := _best(layout, share)) is not None]
    at = _row_of_whole(found)
    for reading in found:
        rows = (at, _row_of_whole([reading]))
        whole = next((whole for row in rows if (whole := _whole(reading, row)) is not None), None)
        if whole is not None:
            yield from _relations(reading, whole)


def _whole(reading: _Reading, row: int | None) -> Fact | None:
    """The amount of a row if it can be the whole: printed as 100 %, or near what the rows agree on."""
    if row is None or (fact := reading.amount.facts[row]) is None:
        return None
    share = reading.share.facts[row]
    if share is not None and share.figure.value == HUNDRED:
        return fact
    low, high = interval(fact.figure)
    near = low <= reading.whole[1] * NEAR and reading.whole[0] <= high * NEAR
    return fact if near else None


def _best(layout: Layout, share: Strip) -> _Reading | None:
    """The column that a per cent column shares out."""
    near = sorted(layout.amounts, key=lambda strip: (abs(strip.at - share.at), strip.at))[:NEAREST]
    best: _Reading | None = None
    for amount in near:
        reading = _read(share, amount)
        if reading is not None and (best is None or reading.score > best.score):
            best = reading
    return best


def _read(share: Strip, amount: Strip) -> _Reading | None:
    wholes: list[Interval] = []
    weights: list[float] = []
    missed = 0
    places = samples(share, amount)
    for number, place in enumerate(places):
        if number == len(places) // 2 and _is_hopeless(wholes, missed, len(places) - number):
            return None
        part, stated = amount.facts[place], share.facts[place]
        if part is None or stated is None or part.figure.kind not in MEASURED:
            continue
        if part.figure.unit != amount.unit or not (part.figure.value and stated.figure.value):
            continue
        whole = _implied(part, stated)
        if whole is None:
            missed += 1
            continue
        wholes.append(whole)
        coarser = min(
            abs(fact.value) / (fact.step or 1) for fact in (part.figure, stated.figure) if fact.value
        )
        weights.append(log10(coarser + 1) - 0.3)  # 3 of any whole is 100.0% of 3: a digit tells little
    if len(wholes) < FEWEST:
        return None
    point, held = most_agreed(wholes)
    told = sorted(
        (weight for whole, weight in zip(wholes, weights, strict=True) if whole[0] <= point <= whole[1]),
        reverse=True,
    )
    missed += len(wholes) - held
    # The best of them is spent on finding the whole.
    score = sum(told[1:]) - MISS * missed
    if held < FEWEST or held <= 2 * missed or score < ENOUGH:
        return None
    ends = [whole for whole in wholes if whole[0] <= point <= whole[1]]
    agreed = (max(low for low, _ in ends), min(high for _, high in ends))
    return _Reading(share, amount, agreed, held, missed, score)


def _is_hopeless(wholes: Sequence[Interval], missed: int, left: int) -> bool:
    """Whether the rows so far tell so many wholes that those which are left cannot outvote them."""
    held = most_agreed(wholes)[1]
    return held + left <= 2 * (missed + len(wholes) - held)


def _implied(part: Fact, stated: Fact) -> Interval | None:
    """The wholes that an amount and its share allow; None where their signs differ."""
    value, share = part.figure.value or ZERO, stated.figure.value or ZERO
    if (value < 0) is not (share < 0):
        return None
    step = stated.figure.step or ZERO
    low, high = (abs(end) for end in interval(part.figure))
    least = abs(share) - step / 2
    if least <= 0:
        return min(low, high) * HUNDRED / (abs(share) + step), Decimal("Infinity")
    return min(low, high) * HUNDRED / (abs(share) + step), max(low, high) * HUNDRED / least


def most_agreed(wholes: Sequence[Interval]) -> tuple[Decimal, int]:
    """The point that most intervals hold, and how many do."""
    ends = sorted([(low, 0) for low, _ in wholes] + [(high, 1) for _, high in wholes])
    best, point, deep = 0, ZERO, 0
    for end, closes in ends:
        if closes:
            deep -= 1
        else:
            deep += 1
            if deep > best:
                best, point = deep, end
    return point, best


def _row_of_whole(readings: Sequence[_Reading]) -> int | None:
    """The row that is the whole in most columns: printed as 100 %, and as large as the rows agree."""
    best: tuple[int, int] | None = None
    for reading in readings[:1]:
        for place, fact in enumerate(reading.amount.facts):
            if fact is None:
                continue
            votes = 0
            for other in readings:
                amount, share = other.amount.facts[place], other.share.facts[place]
                if amount is None:
                    continue
                low, high = interval(amount.figure)
                votes += 2 * (low <= other.whole[1] and other.whole[0] <= high)
                votes += share is not None and share.figure.value == HUNDRED
            if votes and (best is None or votes > best[0]):
                best = (votes, place)
    return best[1] if best is not None and best[0] >= len(readings) else None


def _relations(reading: _Reading, whole: Fact) -> Iterator[Relation]:
    sure = certainty(reading.score, reading.held, reading.missed)
    for part, stated in zip(reading.amount.facts, reading.share.facts, strict=True):
        if part is None or stated is None or part.figure is whole.figure:
            continue
        if part.figure.kind not in MEASURED or part.figure.unit != whole.figure.unit:
            continue
        if part.figure.step != whole.figure.step:
            continue  # per-share amounts, cells of another column
        verdict, expected = evaluate(RelationKind.SHARE, stated.figure, (part.figure, whole.figure))
        if expected is not None:
            note = f"{part.figure.printed} / {whole.figure.printed} = {stated.figure.printed}"
            yield Relation(RelationKind.SHARE, stated, (part, whole), verdict, expected, sure, note=note)
