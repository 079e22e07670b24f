"""How an issuer shortens amounts, told by its own figures: cut off, or rounded to the nearest."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from bilingual.arithmetic.formulas import value
from bilingual.model.relation import Relation, RelationKind, Verdict


class Way(StrEnum):
    """A way of shortening amounts."""

    DOWN = "cut off"
    NEAREST = "rounded to the nearest"
    UP = "rounded up"


def vote(relations: Iterable[Relation]) -> dict[Way, int]:
    """Amounts that tell the two ways apart: what is left of the finer figure is half a step or more.

    9,528,707 thousand is 9,528 million where amounts are cut off, and 9,529 million where they are rounded.
    """
    votes = dict.fromkeys(Way, 0)
    seen: set[tuple[int, int]] = set()
    for relation in relations:
        if relation.kind is not RelationKind.EQUAL or relation.verdict is Verdict.BROKEN:
            continue
        coarse, fine = relation.result.figure, relation.members[0].figure
        step, finer = coarse.step or Decimal(0), fine.step or Decimal(0)
        place = (coarse.span.start, fine.span.start)
        if finer >= step or not step or coarse.approximate or place in seen:
            continue
        seen.add(place)
        stated, exact = abs(value(coarse)) / step, abs(value(fine)) / step
        whole = exact.to_integral_value(rounding="ROUND_FLOOR")
        if exact - whole < Decimal("0.5"):
            continue
        if stated == whole:
            votes[Way.DOWN] += 1
        elif stated == whole + 1:
            votes[Way.NEAREST] += 1
    return votes
