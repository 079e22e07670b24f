"""The same fact in two tables at two precisions: thousands of yen in a statement, millions in a summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bilingual.arithmetic.formulas import evaluate, value
from bilingual.arithmetic.items import Item, same_measure
from bilingual.arithmetic.names import Names
from bilingual.arithmetic.times import Days
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

NAME = "precision"
ENOUGH = 2
"""Columns of two rows that must tie before one that does not is held against them."""
MOST_ITEMS = 12
"""Rows of one name that are compared with each other."""


def find_precision(names: Names) -> Iterator[Relation]:
    """Yield what a coarse table states against the fine one, row by row."""
    for entries in names.keys.values():
        items = {id(item.row): item for _, item in entries if not item.is_part}
        rows = list(items.values())[:MOST_ITEMS]
        for coarse in rows:
            for fine in rows:
                if coarse.table is not fine.table and _alike(coarse, fine, entries):
                    yield from _ties(coarse, fine)


def _alike(one: Item, other: Item, entries: Sequence[tuple[frozenset[str], Item]]) -> bool:
    """Whether two rows are called the same, word for word."""
    mine = {words for words, item in entries if item is one}
    return any(words in mine for words, item in entries if item is other)


def _ties(coarse: Item, fine: Item) -> Iterator[Relation]:
    """A row against the finer one."""
    cells: dict[tuple[Days, str], Fact] = {}
    found: list[Relation] = []
    for days, fact in fine.facts():
        cells.setdefault((days, fact.figure.unit), fact)
    for days, fact in coarse.facts():
        other = cells.get((days, fact.figure.unit))
        if other is None or not same_measure(fact.figure, other.figure) or not _finer(other, fact):
            continue
        turn = -1 if (value(fact.figure) < 0) != (value(other.figure) < 0) else 1
        verdict, expected = evaluate(RelationKind.EQUAL, fact.figure, [other.figure], (turn,))
        step = fact.figure.step or Decimal(0)
        if (
            verdict is Verdict.BROKEN
            and expected is not None
            and abs(value(fact.figure) - expected) < 2 * step
        ):
            verdict = Verdict.PLUG
        note = f"{other.figure.printed} = {fact.figure.printed}"
        found.append(
            Relation(RelationKind.EQUAL, fact, (other,), verdict, expected, 90, (turn,), name=NAME, note=note)
        )
    held = sum(relation.verdict is Verdict.HOLDS for relation in found)
    if held < ENOUGH or held < len(found) - held:
        found = [relation for relation in found if relation.verdict is Verdict.HOLDS and _telling(relation)]
    yield from found


def _finer(one: Fact, other: Fact) -> bool:
    """Whether a cell prints a smaller last digit of the same amount."""
    fine, coarse = one.figure.step, other.figure.step
    return fine is not None and coarse is not None and fine < coarse


def _telling(relation: Relation) -> bool:
    return sum(character.isdigit() for character in relation.result.figure.printed) >= 3
