"""Parts of a year that stand in different tables: quarters to half-years and years, halves to the year.

An item whose figures for days that follow each other without a gap make up longer days is a sum over time. It is held
against a figure only where other items or other years of the same kind come out right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from bilingual.arithmetic.additions import words
from bilingual.arithmetic.cross_sums import NOT_ADDED_RE, QUARTERS
from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.names import Words
from bilingual.arithmetic.roles import Role
from bilingual.arithmetic.series import Book
from bilingual.arithmetic.times import Days, months_of
from bilingual.model.figure import Figure, Kind
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

SURE = 95
FEWEST = 2
"""Sums that have to come out right before one that does not is held against its figures."""
MOST_ITEMS, MOST_DAYS = 400, 24
_Lengths = tuple[int, ...]


def find_spans(book: Book) -> Iterator[Relation]:
    """Yield the sums over time whose figures stand in more than one table, broken ones included."""
    found: dict[_Lengths, list[Relation]] = defaultdict(list)
    seen: set[tuple[int, frozenset[int]]] = set()
    for facts in list(_items(book).values())[:MOST_ITEMS]:
        for days, parts in _partitions(sorted(facts, key=lambda days: (days[1], days[0] or days[1]))):
            relation = _sum(facts[days], [facts[part] for part in parts])
            if relation is not None and relation.key not in seen:
                seen.add(relation.key)
                found[months_of(days), *map(months_of, parts)].append(relation)
    for relations in found.values():
        held = sum(relation.verdict is not Verdict.BROKEN for relation in relations)
        enough = held >= FEWEST and held > 2 * (len(relations) - held)
        yield from (one for one in relations if enough or one.verdict is not Verdict.BROKEN)


def _items(book: Book) -> dict[Role | Words, dict[Days, Fact]]:
    """The amounts of each item by their days; days for which tables disagree are left out."""
    items: dict[Role | Words, dict[Days, Fact]] = defaultdict(dict)
    bad: set[tuple[Role | Words, Days]] = set()
    for series in book.series:
        if series.is_part or series.is_forecast or NOT_ADDED_RE.search(series.label):
            continue
        names: list[Role | Words] = [series.role] if series.role is not None else list(book.readings(series))
        for name in names:
            for days, fact in series.facts:
                if not months_of(days) or fact.figure.kind is not Kind.AMOUNT:
                    continue
                other = items[name].setdefault(days, fact)
                if not _same(other.figure, fact.figure):
                    bad.add((name, days))
    for name, days in bad:
        items[name].pop(days, None)
    return items


def _same(one: Figure, other: Figure) -> bool:
    return (one.value, one.step, one.unit) == (other.value, other.step, other.unit)


def _partitions(days: Sequence[Days]) -> Iterator[tuple[Days, list[Days]]]:
    """Stretches of time with shorter ones that fill them, each as long as the first or one for the rest."""
    if len(days) > MOST_DAYS:
        return
    starting: dict[object, list[Days]] = defaultdict(list)
    for stretch in days:
        starting[stretch[0]].append(stretch)
    for whole in days:
        for first in starting[whole[0]]:
            if months_of(first) >= months_of(whole):
                continue
            parts = [first]
            while parts[-1][1] < whole[1]:
                following = starting[parts[-1][1] + timedelta(days=1)]
                same = [one for one in following if months_of(one) == months_of(first)]
                rest = [one for one in following if one[1] == whole[1]]
                if not (same or rest):
                    break
                parts.append((same or rest)[0])
            if parts[-1][1] == whole[1]:
                yield whole, parts


def _sum(result: Fact, members: Sequence[Fact]) -> Relation | None:
    tables = {id(fact.table) for fact in (result, *members)}
    figures = [member.figure for member in members]
    alike = all(figure.step == result.figure.step and figure.unit == result.figure.unit for figure in figures)
    if len(tables) < 2 or not alike:
        return None
    weights = (1,) * len(members)
    verdict, expected = evaluate(RelationKind.CROSS_SUM, result.figure, figures, weights)
    note = words([(fact, 1) for fact in members], result)
    return Relation(
        RelationKind.CROSS_SUM, result, tuple(members), verdict, expected, SURE, weights, None, QUARTERS, note
    )
