"""Growth: which per cent column (or row) states the change between which two columns, told by the figures.

Heads raise the odds; the rows in which the growth comes out right decide. Tables of one document that are laid out
alike vote together, so that a table of two rows is read as the long statement beside it. Where the base is negative,
documents differ: the plain quotient ``a / b - 1``, or the change over the size of the base ``(a - b) / |b|``. What
this document does is learned from all its rows; where that leaves a doubt, such rows prove nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations
from math import log10

from bilingual.arithmetic.formulas import HUNDRED, ZERO, evaluate
from bilingual.arithmetic.strips import CHANGES, MEASURED, REACH, Layout, Strip, certainty, samples
from bilingual.model.figure import Figure, Kind, Period
from bilingual.model.quick import quick, replace
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict
from bilingual.model.table import Table

NEAREST = 8
"""Columns of amounts, nearest first, that a per cent column is tried on."""
ENOUGH, ENOUGH_POOLED = 2.5, 4.0
"""Orders of magnitude by which growth must beat chance: in one table, in all tables laid out alike."""
MISS = 1.0
RATIO_NAME = "growth"
"""Name of relations that state growth as a ratio: 対前期比 105 %."""
HOPELESS = 4
"""Places after which a reading that never came out right is given up."""
MANY, DOUBTFUL = 5, 85
"""Rows that have to come out right, and the certainty left, for a break under every convention of negative bases."""
SMALL = 3
"""Rows of a table up to which the other tables of the document may speak for it."""

Signature = tuple[str, str, int, int, int, bool]


@quick
@dataclass(frozen=True, slots=True)
class Claim:
    """A reading: the per cent figures of ``rate`` state how ``now`` changed from ``base``.

    Attributes:
        rate: the strip of per cent figures.
        now: the strip of later amounts.
        base: the strip of earlier ones.
        ratio: the strip states now over base (105 %) and not the change (+5 %).
        signature: how the strips lie to each other; alike in tables that are laid out alike.
        held: places where it comes out right.
        missed: places where it does not.
        score: orders of magnitude above chance.
    """

    rate: Strip
    now: Strip
    base: Strip
    ratio: bool
    signature: Signature
    held: int = 0
    missed: int = 0
    score: float = 0.0


def find_growth(tables: Sequence[Sequence[list[Claim]]]) -> Iterator[Relation]:
    """Yield the growth relations of all tables of a side, broken ones included.

    Args:
        tables: what `read_growth` finds in each of them.
    """
    claims: list[Claim] = []
    for chosen in _chosen(tables):
        claims.extend(chosen)
    flips = _convention(claims)
    for claim in claims:
        yield from _relations(claim, flips)


def unnamed_rates(layout: Layout) -> set[int]:
    """Columns without a head that were read as amounts and print growth: their figures do not add up."""
    headless = [strip for strip in layout.amounts if not layout.table.columns[strip.at].header]
    found = set()
    for strip in headless if len(headless) > 2 else ():
        facts = tuple(fact and replace(fact, figure=_as_per_cent(fact.figure)) for fact in strip.facts)
        rate = replace(strip, facts=facts, unit="%")
        pairs = [
            (now, base, 0) for now, base in permutations(headless, 2) if strip.at not in (now.at, base.at)
        ]
        readings = _weighed(layout.table, rate, pairs)
        if readings and readings[0].held >= SMALL and not readings[0].missed and readings[0].score >= ENOUGH:
            found.add(strip.at)
    return found


def _as_per_cent(figure: Figure) -> Figure:
    scale = Decimal(1).scaleb(-figure.scale)
    return replace(
        figure,
        kind=Kind.PERCENT,
        value=(figure.value or ZERO) * scale,
        step=(figure.step or ZERO) * scale,
        unit="%",
    )


def read_growth(layout: Layout, shares: frozenset[int]) -> Iterator[list[Claim]]:
    """For every strip of per cent figures of a table: the readings that it may have, weighed.

    Args:
        layout: the table.
        shares: columns that are known to state something else.
    """
    amounts = [strip for strip in layout.amounts if strip.measure != "change"]
    for rate in layout.rates:
        if rate.at in shares:
            continue
        near = sorted(amounts, key=lambda strip: abs(strip.at - rate.at))[:NEAREST]
        pairs = [(now, base, 0) for now, base in permutations(near, 2) if now.unit == base.unit]
        pairs += [(now, now.shifted(lag), lag) for now in near[:2] for lag in (1, -1)]
        yield _weighed(layout.table, rate, pairs)
    for index, row in enumerate(layout.rows):
        if not index or (measure := layout.measure_of_row(index)) not in CHANGES:
            continue
        if any(cell.figure and cell.figure.kind is Kind.PERCENT for cell in row.cells):
            rate = layout.row_strip(index, measure)
            if rate.unit == "%":
                above = [layout.row_strip(at) for at in range(max(0, index - REACH), index)]
                above = [strip for strip in above if strip.unit != "%" and not layout.states_change(strip.at)]
                yield _weighed(layout.table, rate, [(now, base, 0) for now, base in permutations(above, 2)])


def _weighed(table: Table, rate: Strip, pairs: Iterable[tuple[Strip, Strip, int]]) -> list[Claim]:
    found = []
    for now, base, lag in pairs:
        places = samples(rate, now, base)
        if not places:
            continue
        for ratio in (False, True):
            here = table.id if lag else ""  # rows of one table say nothing about another's
            kind = "change" if rate.measure in CHANGES else rate.measure
            signature = (here, kind, now.at - rate.at, base.at - rate.at, lag, ratio)
            found.append(_weigh(Claim(rate, now, base, ratio, signature), places))
    return sorted(found, key=lambda claim: -claim.score)


def _weigh(claim: Claim, places: Sequence[int]) -> Claim:
    held = missed = 0
    score = _odds(claim)
    for place in places:
        now, base, rate = (strip.facts[place] for strip in (claim.now, claim.base, claim.rate))
        if now is None or base is None or rate is None or not _comparable(now.figure, base.figure):
            continue
        evidence = _evidence(now.figure, base.figure, rate.figure, ratio=claim.ratio)
        if evidence is None:
            missed += 1
            score -= MISS
            if missed >= HOPELESS and not held:
                break
        else:
            held += 1
            score += evidence
    return replace(claim, held=held, missed=missed, score=score)


def _comparable(now: Figure, base: Figure) -> bool:
    same = now.unit == base.unit and now.step == base.step
    return same and now.kind in MEASURED and base.kind in MEASURED and bool(base.value)


def _evidence(now: Figure, base: Figure, rate: Figure, *, ratio: bool) -> float | None:
    """Orders of magnitude by which a figure that comes out right beats chance; None where it does not.

    Either sign will do here where the base is negative: which one is meant is learned later.
    """
    a, b, g = now.value or ZERO, base.value or ZERO, rate.value or ZERO
    step = rate.step or Decimal(1)
    slack = abs(b) * step + (2 * HUNDRED + abs(g)) * max(now.step or ZERO, base.step or ZERO)
    stated = g - HUNDRED if ratio else g
    change = HUNDRED * (a - b)
    apart = abs(change - stated * b)
    if b < 0:
        apart = min(apart, abs(change + stated * b))
    if apart > slack:
        return None
    telling = min(abs(g), abs(stated))
    return max(0.0, log10(telling / step + 1) - log10(3 * slack / (abs(b) * step)) + 0.3)


def _odds(claim: Claim) -> float:
    """What the heads say for a reading."""
    score = 0.5 if claim.rate.measure in CHANGES else -0.5 if claim.rate.measure == "share" else 0.0
    now, base, rate = claim.now.period, claim.base.period, claim.rate.period
    if now and base and now.end and base.end and claim.now.at != claim.base.at:
        months = (now.end.year - base.end.year) * 12 + now.end.month - base.end.month
        score += 0.4 if months > 0 else -0.8
        wanted = {"yoy": 12, "qoq": 3}.get(claim.rate.measure)
        score += 0.8 if wanted and months == wanted else 0.0
        score += 0.4 if _same_end(now, rate) else 0.0
    return score - (0.8 if claim.ratio else 0.0) - (0.2 if claim.signature[4] else 0.0)


def _same_end(one: Period, other: Period | None) -> bool:
    return other is not None and one.end == other.end


def _chosen(tables: Sequence[Sequence[list[Claim]]]) -> Iterator[list[Claim]]:
    """The reading of every strip: its own best where that is proved, else the one of tables laid out alike."""
    pooled: dict[Signature, list[float]] = defaultdict(lambda: [0.0, 0, 0])
    for strips in tables:
        for readings in strips:
            for claim in readings:
                pool = pooled[claim.signature]
                pool[0] += claim.score
                pool[1] += claim.held
                pool[2] += claim.missed
    for strips in tables:
        chosen = []
        for readings in strips:
            if not readings:
                continue
            best = readings[0]
            headed = best.held >= 2 * best.missed and best.rate.measure in CHANGES
            most = headed or best.held > 2 * best.missed
            if best.score >= ENOUGH and best.held >= 2 and most:
                score, held, missed = pooled[best.signature]
                shared = replace(best, score=score, held=int(held), missed=int(missed))
                chosen.append(shared if held * best.missed > best.held * missed else best)
                continue
            for claim in readings:
                score, held, missed = pooled[claim.signature]
                alike = held >= 3 and held >= 3 * missed and score >= ENOUGH_POOLED
                small = claim.held + claim.missed <= SMALL
                if alike and claim.rate.measure in CHANGES and (small or claim.held > claim.missed):
                    chosen.append(replace(claim, score=score, held=int(held), missed=int(missed)))
                    break
        yield chosen


def _convention(claims: Sequence[Claim]) -> dict[bool, int | None]:
    """For growth and for ratios: the sign of the base's size by which changes of a negative base are printed.

    ``1`` for the plain quotient, ``-1`` for the change over the base's size; None where the rows do not tell.
    """
    votes: Counter[int] = Counter()
    for claim in claims:
        if claim.ratio:
            continue
        for now, base, rate in _facts(claim):
            if (base.figure.value or ZERO) < 0 and rate.figure.value:
                for flip in (1, -1):
                    verdict, _ = evaluate(
                        RelationKind.GROWTH, rate.figure, (now.figure, base.figure), (flip,)
                    )
                    votes[flip] += verdict is Verdict.HOLDS
    winner = 1 if votes[1] >= votes[-1] else -1
    sure = votes[winner] >= 2 and votes[winner] >= 3 * votes[-winner]
    return {False: winner if sure else None, True: None}


def _holds_some_way(rate: Fact, now: Fact, base: Fact) -> bool:
    figures = (now.figure, base.figure)
    verdicts = (evaluate(RelationKind.GROWTH, rate.figure, figures, (flip,))[0] for flip in (1, -1))
    return any(verdict is not Verdict.BROKEN for verdict in verdicts)


def _facts(claim: Claim) -> Iterator[tuple[Fact, Fact, Fact]]:
    for now, base, rate in zip(claim.now.facts, claim.base.facts, claim.rate.facts, strict=True):
        if now and base and rate and _comparable(now.figure, base.figure):
            if rate.figure.kind is Kind.POINTS and now.figure.kind is not Kind.PERCENT:
                continue  # rates whose % stands in the label: the points are their difference
            yield now, base, rate


def _relations(claim: Claim, flips: dict[bool, int | None]) -> Iterator[Relation]:
    column_sure = certainty(claim.score, claim.held, claim.missed)
    kind = RelationKind.RATIO if claim.ratio else RelationKind.GROWTH
    for now, base, rate in _facts(claim):
        weights: tuple[int, ...] = ()
        sure = column_sure
        if (base.figure.value or ZERO) < 0:
            flip = flips[claim.ratio]
            if flip is None:
                if claim.held < MANY or _holds_some_way(rate, now, base):
                    continue
                sure = min(sure, DOUBTFUL)  # whatever the convention, this is not it
            weights = (-1,) if flip == -1 else ()
        verdict, expected = evaluate(kind, rate.figure, (now.figure, base.figure), weights)
        if expected is None:
            continue  # a base that may be nil
        note = f"{now.figure.printed} / {base.figure.printed}{'' if claim.ratio else ' - 1'} = {rate.figure.printed}"
        name = RATIO_NAME if claim.ratio else ""
        yield Relation(kind, rate, (now, base), verdict, expected, sure, weights, None, name, note)
