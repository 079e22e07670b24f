"""Sections of a table: rows between a heading and the total that repeats its name, and rows of which another consists.

営業外収益 / 受取利息 / 受取配当金 / 営業外収益合計: the form says that the rows between add up to the total, be it only one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bilingual.arithmetic.additions import alike, is_blank, is_telling, words
from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.strips import Layout
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict
from bilingual.model.table import Row, RowKind

CERTAINTY = 95
TELLING = 2
"""Digits of a section's sum that holds: its name says that it is meant."""
OF_WHICH = 2
"""Columns in which rows of which another consists must add up to it: such lists are often not complete."""


def find_sections(layout: Layout) -> Iterator[Relation]:
    """Yield the sums of sections and of complete lists of parts, broken ones included."""
    places = {id(row): place for place, row in enumerate(layout.rows)}
    for total, parts in _sections(layout.table.rows):
        if all(id(row) in places for row in (total, *parts)):
            relations = list(_relations(layout, places[id(total)], [places[id(row)] for row in parts]))
            held = sum(is_telling(relation, TELLING) for relation in relations)
            if held and 2 * held >= len(relations):
                yield from relations
    for whole, parts in _of_which(layout.rows):
        relations = list(_relations(layout, places[id(whole)], [places[id(row)] for row in parts]))
        held = sum(is_telling(relation) for relation in relations)
        if held >= OF_WHICH and held > len(relations) - held:
            yield from relations


def _sections(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Totals with the items between them and the heading whose name they repeat."""
    heading = ""
    items: list[Row] = []
    for row in rows:
        if row.kind is RowKind.SECTION:
            heading, items = row.label.rstrip(":").casefold(), []
        elif row.kind in (RowKind.TOTAL, RowKind.SUBTOTAL):
            if heading and items and heading in row.label.casefold():
                yield row, items
            heading, items = "", []
        elif row.kind is RowKind.ITEM:
            items.append(row)
        else:
            heading = ""


def _of_which(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Rows with the parts that are listed right below them: ARPU, of which voice, of which data."""
    for at, row in enumerate(rows):
        parts: list[Row] = []
        for other in rows[at + 1 :]:
            if other.kind is not RowKind.OF_WHICH:
                break
            parts.append(other)
        if row.kind is not RowKind.OF_WHICH and len(parts) > 1:
            yield row, parts


def _relations(layout: Layout, total: int, parts: Sequence[int]) -> Iterator[Relation]:
    for column in layout.amounts:
        result = column.facts[total]
        members: list[Fact] = [fact for fact in (column.facts[part] for part in parts) if fact is not None]
        if result is None or not members or not alike(result.figure, [fact.figure for fact in members]):
            continue
        weights = (1,) * len(members)
        figures = [fact.figure for fact in members]
        verdict, expected = evaluate(RelationKind.SUM, result.figure, figures, weights)
        if verdict is Verdict.BROKEN and is_blank(layout, column.at, parts):
            continue
        note = words([(fact, 1) for fact in members], result)
        yield Relation(
            RelationKind.SUM, result, tuple(members), verdict, expected, CERTAINTY, weights, note=note
        )
