"""From broken relations to their causes: which figure is wrong, and what it should be.

A wrong cell breaks every relation that it stands in. The cause of a group of broken relations is the one figure
whose correction mends all of them and breaks none that holds; where several would do, the figures cannot tell, and
the cause names the whole relation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bilingual.arithmetic.formulas import HUNDRED, ONE, evaluate, value
from bilingual.arithmetic.misprints import is_rare_slip, misprints_of
from bilingual.arithmetic.needed import needed_at
from bilingual.model.figure import Figure
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

LARGEST_GROUP = 120
"""Broken relations tied together beyond which no single figure is to blame."""

EXACT = frozenset({RelationKind.SUM, RelationKind.CROSS_SUM, RelationKind.EQUAL})
"""Relations that give each of their figures to the last digit."""
DERIVED = frozenset(
    {RelationKind.GROWTH, RelationKind.SHARE, RelationKind.CONVERSION, RelationKind.PER_SHARE}
)
"""Relations whose result exists by its formula alone: they name its error best."""
SIGNED_BY_WORDS = frozenset({RelationKind.EQUAL, RelationKind.SUM})
"""Relations of running text whose sign the words tell."""
OF_ROWS = frozenset(
    {
        RelationKind.GROWTH,
        RelationKind.SHARE,
        RelationKind.RATIO,
        RelationKind.CONVERSION,
        RelationKind.CROSS_SUM,
    }
)
"""Relations between the cells of a row."""
LEAST_MIRRORED = 20
"""Steps from which a figure that is right but for its sign is no chance."""

TOLD = frozenset({"period", "line", "scale"})
"""Relations that say themselves what is wrong with their result: the base, the line that is named, the unit."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why relations are broken.

    Attributes:
        relation: the broken relation that shows it best.
        fact: the figure that is wrong; None where the figures cannot tell.
        expected: the value that it should have, in its own step; None where it cannot be told.
        broken: every broken relation that it explains.
        support: relations that hold and rule out the other figures.
        exact: False where the figures give the value only roughly: an amount told by a growth rate.
        legible: False where so much of its row is broken that the text is damaged, not the figures.
    """

    relation: Relation
    fact: Fact | None
    expected: Decimal | None
    broken: tuple[Relation, ...]
    support: tuple[Relation, ...] = ()
    exact: bool = True
    legible: bool = True

    @property
    def lost_sign(self) -> bool:
        """Whether the figure is right but for its sign."""
        return self.fact is not None and bool(self.expected) and self.expected == -value(self.fact.figure)


def find_causes(relations: Sequence[Relation]) -> list[Cause]:
    """The causes of all broken relations, in order of appearance."""
    ties: dict[int, list[Relation]] = defaultdict(list)
    told = [
        relation for relation in relations if relation.name in TOLD and relation.verdict is Verdict.BROKEN
    ]
    relations = [relation for relation in relations if relation.name not in TOLD]
    broken = [relation for relation in relations if relation.verdict is Verdict.BROKEN]
    doubted = {id(fact.figure) for relation in broken for fact in relation.facts}
    for relation in relations if broken else ():
        for fact in relation.facts:
            if id(fact.figure) in doubted:
                ties[id(fact.figure)].append(relation)
    causes = [Cause(relation, relation.result, relation.expected, (relation,)) for relation in told]
    for group in _groups(broken):
        causes.extend(_explain(group, ties))
    return sorted(_legible(causes), key=lambda cause: (cause.fact or cause.relation.result).figure.span)


def _legible(causes: Sequence[Cause]) -> Iterator[Cause]:
    """Mark rows in which several relations break and no single figure explains them: the text is damaged there."""
    found: dict[int, list[Cause]] = defaultdict(list)
    for cause in causes:
        rows = {id(fact.row) for fact in cause.relation.facts[:2] if fact.row is not None}
        if len(rows) == 1 and cause.relation.kind in OF_ROWS:
            found[rows.pop()].append(cause)
    damaged = {
        id(cause)
        for row in found.values()
        if len(row) > 1 and any(cause.fact is None for cause in row)
        for cause in row
    }
    for cause in causes:
        yield replace(cause, legible=False) if id(cause) in damaged else cause


def holds_with(relation: Relation, figure: Figure, reading: Figure) -> bool:
    """Whether a relation is satisfied when one of its figures is read in another way."""
    return verdict_with(relation, figure, reading) is not Verdict.BROKEN


def verdict_with(relation: Relation, figure: Figure, reading: Figure) -> Verdict:
    """The verdict on a relation when one of its figures is read in another way."""
    result, *members = (reading if fact.figure is figure else fact.figure for fact in relation.facts)
    verdict, _ = evaluate(relation.kind, result, members, relation.weights, relation.rate)
    if verdict is Verdict.BROKEN and relation.result.segment is not None and relation.kind in SIGNED_BY_WORDS:
        # In running text words carry the sign: what is a minus there, and what grew, is not told by the figure.
        turned = tuple(-weight for weight in relation.weights)
        verdict, _ = evaluate(relation.kind, result, members, turned, relation.rate)
    return verdict


def _groups(broken: Iterable[Relation]) -> Iterator[list[Relation]]:
    """Broken relations that share figures, group by group."""
    groups: list[list[Relation]] = []
    home: dict[int, int] = {}
    for relation in broken:
        near = {home[id(fact.figure)] for fact in relation.facts if id(fact.figure) in home}
        target = min(near, default=len(groups))
        if target == len(groups):
            groups.append([])
        groups[target].append(relation)
        for other in near - {target}:
            groups[target].extend(groups[other])
            groups[other] = []
        for member in groups[target] if len(near) > 1 else [relation]:
            home.update((id(fact.figure), target) for fact in member.facts)
    return (group for group in groups if group)


def _explain(group: list[Relation], ties: Mapping[int, list[Relation]]) -> Iterator[Cause]:
    """Take the best single correction, then explain what is left."""
    left = group
    while left:
        found = _best(left, ties) if len(left) <= LARGEST_GROUP else None
        if found is None:
            for relation in left:
                yield Cause(relation, None, None, (relation,))
            return
        yield found
        explained = {id(relation) for relation in found.broken}
        left = [relation for relation in left if id(relation) not in explained]


@dataclass(frozen=True, slots=True)
class _Correction:
    fact: Fact
    expected: Decimal
    mended: tuple[Relation, ...]
    kept: tuple[Relation, ...]
    exact: bool = True


def _best(group: Sequence[Relation], ties: Mapping[int, list[Relation]]) -> Cause | None:
    corrections: list[_Correction] = []
    seen: set[tuple[int, Decimal]] = set()
    for relation in group:
        for at, fact in enumerate(relation.facts):
            needed = needed_at(relation, at)
            if needed is None or (id(fact.figure), needed) in seen or needed == value(fact.figure):
                continue
            seen.add((id(fact.figure), needed))
            correction = _try(fact, needed, group, ties[id(fact.figure)])
            if correction is not None:
                corrections.append(replace(correction, exact=at == 0 or relation.kind in EXACT))
    if not corrections:
        return None
    most = max(len(correction.mended) for correction in corrections)
    best = [correction for correction in corrections if len(correction.mended) == most]
    figures = {id(correction.fact.figure) for correction in best}
    chosen = max(best, key=lambda correction: (len(correction.kept), correction.exact))
    if len(figures) == 1:
        return _cause(chosen)
    telling = [correction for correction in best if _is_telling(correction)]
    if len(telling) == 1:
        return _cause(telling[0])
    slips = [correction for correction in best if _is_slip(correction)]
    rare = [correction for correction in slips if _is_rare(correction)]
    if len(rare) == len({id(correction.fact.figure) for correction in slips}) == 1:
        return _cause(rare[0])
    first = min(chosen.mended, key=lambda relation: relation.result.figure.span)
    return Cause(first, None, None, chosen.mended)


def _cause(correction: _Correction) -> Cause:
    """A cause with the one figure to blame; a rough or a rounded value gives way to the one slip that all allow."""
    fact, expected, exact = correction.fact, correction.expected, correction.exact
    tied = (*correction.mended, *correction.kept)
    if not exact or _is_loose(fact, expected, tied):
        meant = _meant(fact, expected, tied)
        if meant is not None:
            expected, exact = meant, True
    own = [relation for relation in correction.mended if relation.result.figure is fact.figure]
    derived = [relation for relation in own if relation.kind in DERIVED]
    first = (derived or correction.mended)[0]
    return Cause(first, fact, expected, correction.mended, correction.kept, exact)


def _is_loose(fact: Fact, expected: Decimal, tied: Sequence[Relation]) -> bool:
    """Whether a neighbour of a value would do as well: rounded parts give their total within some last digits."""
    step = fact.figure.step or ONE
    near = (replace(fact.figure, value=expected + away) for away in (-step, step))
    return any(all(holds_with(relation, fact.figure, reading) for relation in tied) for reading in near)


def _meant(fact: Fact, expected: Decimal, tied: Sequence[Relation]) -> Decimal | None:
    """Of the values that all relations allow, the one that a single slip made what is printed; None for several."""
    allowed: dict[Decimal, int] = {}
    for slip in misprints_of(value(fact.figure), fact.figure.step or ONE):
        reading, held = replace(fact.figure, value=slip), 0
        for relation in tied:
            verdict = verdict_with(relation, fact.figure, reading)
            if verdict is Verdict.BROKEN:
                break
            held += verdict is Verdict.HOLDS
        else:
            allowed[slip] = held
    if expected in allowed or not allowed:
        return expected if expected in allowed else None
    most = max(allowed.values())
    best = [slip for slip, held in allowed.items() if held == most]
    return best[0] if len(best) == 1 else None


def _is_telling(correction: _Correction) -> bool:
    """Whether the misprint explains itself: only the sign differs, or a growth is printed as a ratio."""
    figure = correction.fact.figure
    own = value(figure)
    if correction.expected == -own:
        return abs(own) >= LEAST_MIRRORED * (figure.step or ONE)
    if abs(correction.expected - own) != HUNDRED or figure.unit != "%":
        return False
    return any(relation.kind is RelationKind.GROWTH for relation in correction.mended)


def _is_slip(correction: _Correction) -> bool:
    """Whether one slip makes of the right figure the one that is printed."""
    figure = correction.fact.figure
    return correction.expected in misprints_of(value(figure), figure.step or ONE)


def _is_rare(correction: _Correction) -> bool:
    """Whether two neighbours were exchanged, or a place gained or lost."""
    figure = correction.fact.figure
    return correction.exact and is_rare_slip(value(figure), correction.expected, figure.step or ONE)


def _try(
    fact: Fact, needed: Decimal, group: Sequence[Relation], tied: Sequence[Relation]
) -> _Correction | None:
    """A correction, if no relation that holds speaks against it."""
    reading = replace(fact.figure, value=needed)
    mended, kept = [], []
    open_relations = {id(relation) for relation in group}
    for relation in tied:
        good = holds_with(relation, fact.figure, reading)
        if relation.verdict is not Verdict.BROKEN:
            if not good:
                return None
            kept.append(relation)
        elif good and id(relation) in open_relations:
            mended.append(relation)
    return _Correction(fact, needed, tuple(mended), tuple(kept)) if mended else None
