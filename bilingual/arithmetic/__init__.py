"""What the figures of one side prove about each other: sums, growth, shares, conversions, ties."""

from __future__ import annotations

from bilingual.arithmetic.conversions import find_conversions, printed_rates
from bilingual.arithmetic.cross_sums import find_cross_sums, find_row_changes
from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.growth import find_growth, unnamed_rates
from bilingual.arithmetic.items import read_items
from bilingual.arithmetic.measures import find_measures
from bilingual.arithmetic.names import read_names
from bilingual.arithmetic.narrative import find_narrative
from bilingual.arithmetic.outlook import find_outlook
from bilingual.arithmetic.per_share import find_per_share
from bilingual.arithmetic.precision import find_precision
from bilingual.arithmetic.quotients import find_quotients
from bilingual.arithmetic.restatements import find_restatements
from bilingual.arithmetic.sentences import sentence_relations
from bilingual.arithmetic.series import read_book
from bilingual.arithmetic.shares import find_shares
from bilingual.arithmetic.statements import find_ties, named
from bilingual.arithmetic.strips import read_layout
from bilingual.arithmetic.structure import besides, find_structure
from bilingual.arithmetic.sums import find_sums
from bilingual.glossary.matcher import Matcher
from bilingual.model.alignment import Side
from bilingual.model.relation import Relation

__all__ = ["evaluate", "find_relations"]


def find_relations(side: Side, matcher: Matcher) -> tuple[Relation, ...]:
    """Every relation that the figures of a side should satisfy, with the verdict on each."""
    found: list[Relation] = []
    layouts = [read_layout(table) for table in side.tables]
    for layout in layouts:
        prescribed = list(find_structure(layout))
        rates = unnamed_rates(layout)
        sums = besides(prescribed, find_sums(layout.table))
        found.extend(named(relation) for relation in sums if relation.result.column not in rates)
        found.extend(prescribed)
    found.extend(find_cross_sums(side.tables))
    ledger = read_items(side, matcher)
    found.extend(find_ties(ledger))
    for layout in layouts:
        found.extend(find_row_changes(layout))
    shares = [relation for layout in layouts for relation in find_shares(layout)]
    taken = frozenset((one.result.table.id, one.result.column) for one in shares if one.result.table)
    found.extend(find_growth(layouts, taken))
    found.extend(shares)
    exchange = printed_rates(side)
    for layout in layouts:
        found.extend(find_conversions(layout, exchange))
        found.extend(find_per_share(layout))
    names = read_names(ledger, matcher, side)
    book = read_book(ledger)
    found.extend(find_restatements(book))
    found.extend(find_quotients(book, side))
    found.extend(find_outlook(book, side.tables))
    found.extend(find_precision(names))
    found.extend(find_measures(names))
    found.extend(find_narrative(names))
    for reading in side.readings:
        found.extend(sentence_relations(reading))
    return tuple(found)
