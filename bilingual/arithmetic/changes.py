"""Changes in money that running text states: what lies between two cells of one line.

Total assets were JPY 23,526 million, an increase of JPY 375 million from the end of the previous year: the day that a change is
measured from must be named, and both cells must be above zero, since a loss that grows is called so in more than one way.
"""

from __future__ import annotations

from collections.abc import Sequence

from bilingual.arithmetic.claims import Claim, best_of, cells_at
from bilingual.arithmetic.formulas import ZERO, evaluate, value
from bilingual.arithmetic.items import Item, Statement
from bilingual.arithmetic.times import Days, base_days, whole_year
from bilingual.model.alignment import Side
from bilingual.model.figure import Direction, Figure, Kind
from bilingual.model.relation import Fact, Relation, RelationKind

CHANGE = "narrative change"
"""The name of the relation: an amount of running text, and the two cells between which it lies."""


def change_claim(fact: Fact, items: Sequence[Item], days: Days, side: Side) -> Claim:
    """A change in money against the two cells of its item, from the base that it names.

    Args:
        fact: the change.
        items: the lines that its subject names.
        days: the days that it leads to.
        side: the side, for its calendar.
    """
    figure = fact.figure
    until = whole_year(days, side.calendar)
    since = base_days(figure.base, until) if figure.base is not None else None
    if since is None or figure.direction not in (Direction.UP, Direction.DOWN):
        return Claim(fact)
    relations = [
        _difference(fact, current, cell)
        for item in items
        for current in cells_at(item, until)
        for cell in cells_at(item, since)
        if _comparable(figure, current.figure, cell.figure)
        and not item.is_part
        and item.statement is not Statement.CASH
    ]
    held = best_of(relations)
    if held is not None or not relations or not _agree(relations):
        return Claim(fact, held, named=True)
    if any(relation.expected is not None and relation.expected < 0 for relation in relations):
        return Claim(fact)  # the other way than its words say: that is for the rules on directions
    if any(_fits_other_unit(figure, relation) for relation in relations):
        return Claim(fact)
    finest = min(relations, key=lambda relation: relation.members[0].figure.step or ZERO)
    return Claim(fact, broken=finest, named=True)


def _comparable(figure: Figure, current: Figure, base: Figure) -> bool:
    """Whether two cells are amounts above zero of the unit of a change, printed alike."""
    return (
        current is not base
        and current.kind is base.kind is Kind.AMOUNT
        and current.unit == base.unit == figure.unit
        and current.step == base.step
        and value(current) > 0
        and value(base) > 0
    )


def _fits_other_unit(figure: Figure, relation: Relation) -> bool:
    """Whether a change fits two cells a thousand or a million times theirs: the caption with their unit was lost."""
    first, second = (value(member.figure) for member in relation.members)
    between = abs(first - second)
    return any(abs(between.scaleb(power) - abs(value(figure))) <= (figure.step or ZERO) for power in (3, 6))


def _agree(relations: Sequence[Relation]) -> bool:
    """Whether several pairs of cells give one change, at different precision."""
    given = [relation.expected for relation in relations if relation.expected is not None]
    steps = [relation.members[0].figure.step or ZERO for relation in relations]
    return max(given) - min(given) <= 2 * max(steps)


def _difference(fact: Fact, current: Fact, base: Fact) -> Relation:
    falls = fact.figure.direction is Direction.DOWN and value(fact.figure) >= 0
    members, weights = ((base, current) if falls else (current, base)), (1, -1)
    verdict, expected = evaluate(
        RelationKind.SUM, fact.figure, [member.figure for member in members], weights
    )
    note = f"{members[0].figure.printed} - {members[1].figure.printed} = {fact.figure.printed}"
    return Relation(RelationKind.SUM, fact, members, verdict, expected, 90, weights, name=CHANGE, note=note)
