"""Balances that roll across a table: backlog at the start, orders received, sales, backlog at the end.

The heads name the balances; with what sign the columns between move them is told by the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from bilingual.arithmetic.additions import alike, words
from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.strips import Layout, Strip, samples
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

SURE = 95
MOST_MOVEMENTS = 5
FEWEST = 2
"""Rows in which a balance must roll before one in which it does not is held against it."""
OPENING_RE = re.compile(r"期首|前期末|前期繰越|\b(?:beginning|opening|start)\b", re.IGNORECASE)
CLOSING_RE = re.compile(r"(?<!前)期末|当期末|次期繰越|\b(?:end of|closing|ending)\b", re.IGNORECASE)
_Signs = tuple[int, ...]


def find_rolls(layout: Layout) -> Iterator[Relation]:
    """Yield what balances of a table's columns and the movements between prove, broken relations included."""
    heads = {column.index: column.header for column in layout.table.columns}
    opening = [strip for strip in layout.amounts if OPENING_RE.search(heads[strip.at])]
    closing = [strip for strip in layout.amounts if CLOSING_RE.search(heads[strip.at])]
    if len(opening) != 1 or len(closing) != 1 or opening[0].at > closing[0].at:
        return
    between = [strip for strip in layout.amounts if opening[0].at < strip.at < closing[0].at]
    if not 1 <= len(between) <= MOST_MOVEMENTS:
        return
    places = samples(closing[0], opening[0])
    patterns = product((1, -1), repeat=len(between))
    best = max(patterns, key=lambda signs: _held(_relations(places, opening[0], between, closing[0], signs)))
    relations = _relations(closing[0].filled, opening[0], between, closing[0], best)
    held = _held(relations)
    for relation in relations:
        if relation.verdict is not Verdict.BROKEN or (held >= FEWEST and 2 * held > len(relations)):
            yield relation


def _held(relations: Sequence[Relation]) -> int:
    return sum(relation.verdict is not Verdict.BROKEN for relation in relations)


def _relations(
    places: Sequence[int], opening: Strip, between: Sequence[Strip], closing: Strip, signs: _Signs
) -> list[Relation]:
    found = []
    for place in places:
        result, first = closing.facts[place], opening.facts[place]
        moved = [(strip.facts[place], sign) for strip, sign in zip(between, signs, strict=True)]
        if result is None or first is None or any(fact is None for fact, _ in moved):
            continue
        members: list[tuple[Fact, int]] = [
            (first, 1),
            *((fact, sign) for fact, sign in moved if fact is not None),
        ]
        figures = [fact.figure for fact, _ in members]
        if not result.figure.value or not alike(result.figure, figures):
            continue
        weights = tuple(sign for _, sign in members)
        verdict, expected = evaluate(RelationKind.CROSS_SUM, result.figure, figures, weights)
        facts, note = tuple(fact for fact, _ in members), words(members, result)
        found.append(
            Relation(RelationKind.CROSS_SUM, result, facts, verdict, expected, SURE, weights, note=note)
        )
    return found
