"""What the figures of one side prove about each other: sums, growth, shares, conversions, ties."""

from __future__ import annotations

from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.sums import find_sums
from bilingual.model.alignment import Side
from bilingual.model.relation import Relation

__all__ = ["evaluate", "find_relations"]


def find_relations(side: Side) -> tuple[Relation, ...]:
    """Every relation that the figures of a side should satisfy, with the verdict on each."""
    found: list[Relation] = []
    for table in side.tables:
        found.extend(find_sums(table))
    return tuple(found)
