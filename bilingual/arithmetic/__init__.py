"""What the figures of one side prove about each other: sums, growth, shares, conversions, ties."""

from __future__ import annotations

from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.items import read_items
from bilingual.arithmetic.names import read_names
from bilingual.arithmetic.narrative import find_narrative
from bilingual.arithmetic.precision import find_precision
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
    names = read_names(ledger, matcher, side)
    found.extend(find_precision(names))
    found.extend(find_narrative(names))
    return tuple(found)
