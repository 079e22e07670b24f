"""What a figure of a relation should be for the others to be right: the formulas turned round."""

from __future__ import annotations

from decimal import Decimal

from bilingual.arithmetic.formulas import HUNDRED, ONE, rounded, value
from bilingual.model.relation import Relation, RelationKind


def needed_at(relation: Relation, at: int) -> Decimal | None:
    """The value that a figure of a relation should have for the others to be right."""
    figures = [fact.figure for fact in relation.facts]
    step = figures[at].step or ONE
    if at == 0:
        return rounded(relation.expected, step) if relation.expected is not None else None
    result, members = figures[0], figures[1:]
    kind = relation.kind
    turn = relation.weights[0] if relation.weights else 1
    if kind in (RelationKind.SUM, RelationKind.CROSS_SUM):
        others = sum(
            (
                value(member) * weight
                for number, (member, weight) in enumerate(zip(members, relation.weights, strict=True))
                if number != at - 1
            ),
            Decimal(0),
        )
        return rounded((value(result) - others) * relation.weights[at - 1], step)
    if kind is RelationKind.EQUAL:
        return rounded(value(result) * turn, step)
    if kind is RelationKind.CONVERSION:
        return _needed_of_conversion(relation, at, step)
    if len(members) > 2:
        return _needed_of_shares(relation, at, step)
    factor = HUNDRED if result.unit == "%" else ONE
    quotient = value(result) / factor * turn + (ONE if kind is RelationKind.GROWTH or turn < 0 else 0)
    if at == 1:
        return rounded(value(members[1]) * quotient, step)
    return rounded(value(members[0]) / quotient, step) if quotient else None


def _needed_of_shares(relation: Relation, at: int, step: Decimal) -> Decimal | None:
    """The same for an amount over the shares issued less those that the issuer holds, or over an average of two."""
    result, top, issued, held = (fact.figure for fact in relation.facts)
    if not value(result):
        return None
    factor = HUNDRED if result.unit == "%" else ONE
    outstanding = value(top) / value(result) * factor
    if len(relation.weights) == len(relation.members):  # an average of two
        if at == 1:
            return rounded(value(result) * (value(issued) + value(held)) / 2 / factor, step)
        return rounded(2 * outstanding - value(held if at == 2 else issued), step)
    if at == 1:
        return rounded(value(result) * (value(issued) - value(held)) / factor, step)
    return rounded(
        outstanding + value(held) if issued is relation.facts[at].figure else value(issued) - outstanding,
        step,
    )


def _needed_of_conversion(relation: Relation, at: int, step: Decimal) -> Decimal | None:
    result, *members = (fact.figure for fact in relation.facts)
    if at == 1:
        rate = relation.rate if relation.rate is not None else value(members[1])
        return rounded(value(result) * rate, step)
    return rounded(value(members[0]) / value(result), step) if value(result) else None
