"""Multiples that running text states of the cells of tables: 2.1 times the year before, more than doubled."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bilingual.arithmetic.claims import NAME, Claim, best_of, cells_at
from bilingual.arithmetic.formulas import ONE, evaluate, value
from bilingual.arithmetic.items import Item
from bilingual.arithmetic.times import Days, base_days, months_of, shifted
from bilingual.model.document import Language
from bilingual.model.figure import Direction, Figure, Kind
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

YEAR = 12
CERTAINTY = 90


def is_multiple(figure: Figure) -> bool:
    """Whether a figure says how many times another it is: twice, doubled, 2.1倍."""
    states = figure.kind is Kind.RATIO and figure.unit == "times" and figure.value is not None
    rough = figure.approximate and not figure.word  # about 3 times: nobody knows how much it may miss
    return states and not rough and (figure.direction is not None or figure.base is not None)


def multiple_claim(fact: Fact, items: Sequence[Item], days: Days) -> Claim:
    """A multiple against the two cells of its item: of the year before, or of another base that is named.

    Args:
        fact: the multiple of running text.
        items: the items that its subject names.
        days: its days, or those of its paragraph.
    """
    base = fact.figure.base
    since = base_days(base, days) if base is not None else shifted(days, YEAR)
    if since is None or not months_of(days) or months_of(days) != months_of(since):
        return Claim(fact)
    relations = [
        _quotient(fact, now, cell)
        for item in items
        for now in cells_at(item, days)
        for cell in cells_at(item, since)
        if cell.figure.unit == now.figure.unit and value(cell.figure) > 0 and value(now.figure) > 0
    ]
    held = best_of(relations)
    if held is not None or not relations or _is_added(fact.figure, relations):
        return Claim(fact, held, named=base is not None)
    return Claim(fact, broken=relations[0], named=base is not None)


def _quotient(fact: Fact, now: Fact, base: Fact) -> Relation:
    verdict, expected = evaluate(RelationKind.RATIO, fact.figure, [now.figure, base.figure])
    note = f"{now.figure.printed} / {base.figure.printed} = {fact.figure.printed}"
    return Relation(RelationKind.RATIO, fact, (now, base), verdict, expected, CERTAINTY, (), None, NAME, note)


def _is_added(figure: Figure, relations: Sequence[Relation]) -> bool:
    """Whether "increased 2.5 times" may mean by 2.5 times the base, which makes 3.5 of it."""
    if figure.language is not Language.EN or figure.direction is not Direction.UP or figure.word:
        return False
    step = figure.step or Decimal(1)
    return any(
        relation.verdict is Verdict.BROKEN
        and relation.expected is not None
        and abs(relation.expected - ONE - value(figure)) <= step
        for relation in relations
    )
