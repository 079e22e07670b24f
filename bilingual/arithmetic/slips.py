"""How a refuted figure came about: a slip of a digit, or the value of another line."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from bilingual.arithmetic.claims import Claim
from bilingual.arithmetic.formulas import evaluate, value
from bilingual.arithmetic.items import Item, Ledger
from bilingual.arithmetic.roles import Role, role_of
from bilingual.arithmetic.times import days_of, same_days
from bilingual.model.figure import Figure, Kind
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

TELLING = 4
"""Digits of one figure that chance does not give to another line."""


def is_slip(relation: Relation, fewest: int = 3) -> bool:
    """Whether what is printed is one digit, or two neighbours, away from what the cells give.

    Args:
        relation: a refuted statement.
        fewest: digits that it must have for that to be no chance.
    """
    figure = relation.result.figure
    if relation.expected is None or not figure.step:
        return False
    stated = str(abs(value(figure) / figure.step).to_integral_value())
    steps = abs(relation.expected / figure.step)
    given = {str(steps.to_integral_value(rounding=way)) for way in ("ROUND_FLOOR", "ROUND_HALF_UP")}
    return len(stated) >= fewest and any(
        len(stated) == len(digits) and OSA.distance(stated, digits) <= 1 for digits in given
    )


def another_line(broken: Sequence[Claim], items: Sequence[Item], ledger: Ledger) -> Relation | None:
    """The one other line of the same table that all refuted figures of a statement tie to; None for none."""
    relations = [claim.broken for claim in broken if claim.broken is not None]
    amounts = [relation for relation in relations if relation.kind is RelationKind.EQUAL]
    if not amounts or (len(relations) < 2 and _digits(amounts[0].result.figure) < TELLING):
        return None
    named = {id(item.row) for item in items}
    named_roles = {role_of(item.row.label) for item in items}
    tables = {id(relation.members[0].table) for relation in amounts}
    fitting = [
        (item, found)
        for item in ledger.items
        if id(item.table) in tables and id(item.row) not in named and not named_roles & _twin(item)
        for found in [[_on_line(relation, item) for relation in relations]]
        if all(fact is not None for fact in found)
    ]
    if len(fitting) != 1:
        return None
    item, found = fitting[0]
    amount = amounts[0]
    cell = found[relations.index(amount)]
    if cell is None:
        return None
    note = (
        f"{amount.result.figure.printed} is {item.row.label} ({cell.figure.printed}), "
        f"not {amount.members[0].row.label if amount.members[0].row else 'the line that is named'}"
    )
    members = (cell, amount.members[0])
    certainty = 95 if len(relations) > 1 else 75
    return Relation(
        RelationKind.EQUAL,
        amount.result,
        members,
        Verdict.BROKEN,
        amount.expected,
        certainty,
        name="line",
        note=note,
    )


def _twin(item: Item) -> set[Role | None]:
    """The line that balances one: both have the same value by right, and neither is the other misnamed."""
    role = role_of(item.row.label)
    return {Role.ASSETS} if role is Role.CLAIMS else {Role.CLAIMS} if role is Role.ASSETS else set()


def _on_line(relation: Relation, item: Item) -> Fact | None:
    """The cell of another line that the stated figure ties to, in the columns of the refuting cells."""
    cells = [_beside(fact, item) for fact in relation.members]
    if any(cell is None or cell.figure.value is None for cell in cells):
        return None
    figures = [cell.figure for cell in cells if cell is not None]
    if figures[0].kind is Kind.PERCENT:
        return None
    for weights in (relation.weights, tuple(-weight for weight in relation.weights)):
        verdict, _ = evaluate(relation.kind, relation.result.figure, figures, weights)
        if verdict is Verdict.HOLDS:
            return cells[0]
    return None


def _beside(fact: Fact, item: Item) -> Fact | None:
    """The cell of another row in the same column, or for the same days where the table is another."""
    if fact.table is item.table:
        for cell in item.row.cells:
            if cell.column == fact.column and cell.figure is not None:
                return Fact(cell.figure, item.table, item.row, cell.column)
        return None
    days = days_of(fact.table.columns[fact.column].period) if fact.table is not None else None
    if days is None:
        return None
    return next((cell for own, cell in item.facts() if same_days(days, own)), None)


def _digits(figure: Figure) -> int:
    return sum(character.isdigit() for character in figure.printed)
