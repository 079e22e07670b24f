"""What the figures of one side prove about each other: sums, growth, shares, conversions, ties."""

from __future__ import annotations

from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.items import read_items
from bilingual.arithmetic.statements import find_ties, named
from bilingual.arithmetic.sums import find_sums
from bilingual.glossary.matcher import Matcher
from bilingual.model.alignment import Side
from bilingual.model.relation import Relation

__all__ = ["evaluate", "find_relations"]


def find_relations(side: Side, matcher: Matcher) -> tuple[Relation, ...]:
    """Every relation that the figures of a side should satisfy, with the verdict on each."""
    found: list[Relation] = []
    for table in side.tables:
        found.extend(named(relation) for relation in find_sums(table))
    ledger = read_items(side, matcher)
    found.extend(find_ties(ledger))
    return tuple(found)
