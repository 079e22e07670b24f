"""What the figures of one side prove about each other: sums, growth, shares, conversions, ties."""

from __future__ import annotations

from bilingual.arithmetic.conversions import find_conversions, printed_rates
from bilingual.arithmetic.cross_sums import find_cross_sums
from bilingual.arithmetic.equity import find_equity
from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.growth import find_growth
from bilingual.arithmetic.items import read_items
from bilingual.arithmetic.measures import find_measures
from bilingual.arithmetic.names import read_names
from bilingual.arithmetic.narrative import find_narrative
from bilingual.arithmetic.outlook import find_outlook
from bilingual.arithmetic.precision import find_precision
from bilingual.arithmetic.quotients import find_quotients
from bilingual.arithmetic.restatements import find_restatements
from bilingual.arithmetic.sentences import sentence_relations
from bilingual.arithmetic.series import read_book, summary_items
from bilingual.arithmetic.spans import find_spans
from bilingual.arithmetic.statements import find_ties
from bilingual.arithmetic.within import prove_within
from bilingual.glossary.matcher import Matcher
from bilingual.model.alignment import Side
from bilingual.model.relation import Relation

__all__ = ["evaluate", "find_relations"]


def find_relations(side: Side, matcher: Matcher) -> tuple[Relation, ...]:
    """Every relation that the figures of a side should satisfy, with the verdict on each."""
    found: list[Relation] = []
    tables = [table.once(prove_within) for table in side.tables]
    for own in tables:
        found.extend(own.sums)
    found.extend(find_equity([own.layout if own.of_equity else None for own in tables]))
    found.extend(find_cross_sums([own.matrix for own in tables if own.matrix is not None]))
    ledger = read_items(side, matcher)
    found.extend(find_ties(ledger))
    for own in tables:
        found.extend(own.changes)
    found.extend(find_growth([own.growth for own in tables]))
    for own in tables:
        found.extend(own.shares)
    exchange = printed_rates(side)
    for own in tables:
        found.extend(find_conversions(own.conversions, exchange))
        found.extend(own.per_share)
    book = read_book(ledger)
    names = read_names(ledger, matcher, side, summary_items(book))
    found.extend(find_restatements(book))
    found.extend(find_quotients(book, side))
    found.extend(find_outlook(book, side.tables))
    found.extend(find_spans(book))
    found.extend(find_precision(names))
    found.extend(find_measures(names))
    found.extend(find_narrative(names))
    for reading in side.readings:
        found.extend(sentence_relations(reading))
    return tuple(found)
