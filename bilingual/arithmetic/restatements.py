"""The same fact in two tables: a summary and the statement that it sums up, a statement and the note beside it.

Two series are the same line where their labels have the same words, or play the same part in statements, and their
figures say so: one of them ties for other days, or the digits of the one that does not are a slip away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from math import log10

from bilingual.arithmetic.formulas import ONE, evaluate, value
from bilingual.arithmetic.names import Words
from bilingual.arithmetic.roles import Role
from bilingual.arithmetic.series import Book, Series
from bilingual.arithmetic.slips import is_slip
from bilingual.model.figure import Kind
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

CROSS = "cross"
MOST = 12
"""Series of one name that are compared with each other."""
TELLING, SLIP_DIGITS = 2.0, 4
ENOUGH, MISS = 3.0, 0.5
"""Orders of magnitude by which figures that tie must beat chance, and what one that does not costs."""
SURE = 95
LAST_DIGITS = 2
"""Steps within which two tables print one fact: each was rounded or made to add for itself."""
COMPARED = frozenset({Kind.AMOUNT, Kind.COUNT, Kind.PERCENT})


def find_restatements(book: Book) -> Iterator[Relation]:
    """Yield what two tables state of one fact at one precision, broken ones included."""
    groups: dict[Role | Words, list[Series]] = defaultdict(list)
    for series in book.series:
        if series.is_part or series.is_forecast:
            continue
        for words in book.readings(series):
            groups[words].append(series)
        if series.role is not None:
            groups[series.role].append(series)
    seen: set[tuple[int, int]] = set()
    for group in groups.values():
        for number, one in enumerate(group[:MOST]):
            for other in group[number + 1 : MOST]:
                if one.table is other.table or (id(one), id(other)) in seen:
                    continue
                seen.add((id(one), id(other)))
                yield from _ties(one, other)


def _ties(one: Series, other: Series) -> Iterator[Relation]:
    pairs = []
    for days, fact in one.facts:
        figure = fact.figure
        match = other.at(days, figure) if one.at(days, figure) is fact and figure.kind in COMPARED else None
        if match is not None:
            pairs.append((fact, match))
    turned = [(value(fact.figure) < 0) != (value(match.figure) < 0) for fact, match in pairs]
    turn = -1 if pairs and all(turned) else 1  # what one statement adds, another takes off
    relations = [_equal(fact, match, turn) for fact, match in pairs]
    broken = [relation for relation in relations if relation.verdict is Verdict.BROKEN]
    held = [relation for relation in relations if relation.verdict is not Verdict.BROKEN]
    score = sum(map(_digits, held)) - MISS * len(broken)
    slip = len(broken) == 1 and is_slip(broken[0], SLIP_DIGITS)
    for relation in relations:
        if relation.verdict is not Verdict.BROKEN:
            if _digits(relation) >= TELLING:
                yield relation
        elif (score >= ENOUGH and len(held) >= len(broken)) or slip:
            yield relation


def _equal(fact: Fact, other: Fact, turn: int) -> Relation:
    verdict, expected = evaluate(RelationKind.EQUAL, fact.figure, [other.figure], (turn,))
    step = fact.figure.step or Decimal(0)
    if (
        verdict is Verdict.BROKEN
        and expected is not None
        and abs(value(fact.figure) - expected) < LAST_DIGITS * step
    ):
        verdict = Verdict.PLUG
    note = f"{other.figure.printed} = {fact.figure.printed}"
    return Relation(
        RelationKind.EQUAL, fact, (other,), verdict, expected, SURE, (turn,), name=CROSS, note=note
    )


def _digits(relation: Relation) -> float:
    """Orders of magnitude by which two equal figures beat chance."""
    figure = relation.result.figure
    return log10(abs(value(figure)) / (figure.step or ONE) + ONE)
