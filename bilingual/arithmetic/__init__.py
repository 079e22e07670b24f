"""What the figures of one side prove about each other: sums, growth, shares, conversions, ties."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from bilingual.arithmetic.conversions import find_conversions, printed_rates
from bilingual.arithmetic.cross_sums import find_cross_sums, find_row_changes
from bilingual.arithmetic.equity import find_equity, is_equity_statement
from bilingual.arithmetic.formulas import ONE, evaluate
from bilingual.arithmetic.growth import find_growth, unnamed_rates
from bilingual.arithmetic.items import read_items
from bilingual.arithmetic.matrix import read_matrix
from bilingual.arithmetic.measures import find_measures
from bilingual.arithmetic.names import read_names
from bilingual.arithmetic.narrative import find_narrative
from bilingual.arithmetic.outlook import find_outlook
from bilingual.arithmetic.per_share import find_per_share
from bilingual.arithmetic.precision import find_precision
from bilingual.arithmetic.quotients import find_quotients
from bilingual.arithmetic.restatements import find_restatements
from bilingual.arithmetic.rolls import find_rolls
from bilingual.arithmetic.row_ratios import find_row_ratios
from bilingual.arithmetic.sentences import sentence_relations
from bilingual.arithmetic.series import read_book, summary_items
from bilingual.arithmetic.shares import find_shares
from bilingual.arithmetic.spans import find_spans
from bilingual.arithmetic.statements import find_ties, named
from bilingual.arithmetic.strips import Layout, Strip, read_layout
from bilingual.arithmetic.structure import besides, find_structure
from bilingual.arithmetic.sums import find_sums
from bilingual.glossary.matcher import Matcher
from bilingual.model.alignment import Side
from bilingual.model.relation import Relation, Verdict

__all__ = ["evaluate", "find_relations"]


def find_relations(side: Side, matcher: Matcher) -> tuple[Relation, ...]:
    """Every relation that the figures of a side should satisfy, with the verdict on each."""
    found: list[Relation] = []
    layouts = [read_layout(table) for table in side.tables]
    of_equity = {layout.table.id for layout in layouts if is_equity_statement(layout)}
    matrices = []
    for layout in layouts:
        if layout.table.id in of_equity:
            continue
        prescribed = list(find_structure(layout))
        rates = unnamed_rates(layout)
        matrix = read_matrix(layout.table)
        sums = besides(prescribed, find_sums(matrix) if matrix else ())
        matrices.append(matrix)
        added = [named(relation) for relation in sums if relation.result.column not in rates]
        found.extend(_believable([*added, *prescribed], layout))
    found.extend(find_equity(layouts))
    found.extend(find_cross_sums([matrix for matrix in matrices if matrix is not None]))
    ledger = read_items(side, matcher)
    found.extend(find_ties(ledger))
    for layout in layouts:
        found.extend(find_row_changes(layout))
        found.extend(find_rolls(layout))
        found.extend(find_row_ratios(layout))
    shares = [relation for layout in layouts for relation in find_shares(layout)]
    taken = frozenset((one.result.table.id, one.result.column) for one in shares if one.result.table)
    found.extend(find_growth(layouts, taken))
    found.extend(shares)
    exchange = printed_rates(side)
    for layout in layouts:
        found.extend(find_conversions(layout, exchange))
        found.extend(find_per_share(layout))
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


def _believable(sums: list[Relation], layout: Layout) -> list[Relation]:
    """Sums without those that break in a column of rates where no more of them hold: its rows are no parts.

    Shares of a whole add up, changes do not; where the heads are lost nothing else tells them apart.
    """
    rates = _rates(layout)
    balance: Counter[int] = Counter()
    for relation in sums:
        balance[relation.result.column] += -1 if relation.verdict is Verdict.BROKEN else 1
    return [
        relation
        for relation in sums
        if relation.verdict is not Verdict.BROKEN
        or relation.result.column not in rates
        or balance[relation.result.column] > 0
    ]


def _rates(layout: Layout) -> set[int]:
    """The columns that hold per cents, or fractions beside columns of whole numbers."""
    steps = {strip.at: _least_step(strip) for strip in layout.columns}
    whole = any(step >= 1 for step in steps.values())
    return {strip.at for strip in layout.columns if strip.unit == "%" or (whole and steps[strip.at] < 1)}


def _least_step(strip: Strip) -> Decimal:
    """What the last printed digit of most figures counts, before their scale."""
    steps = Counter(
        (fact.figure.step or ONE).scaleb(-fact.figure.scale) for fact in strip.facts if fact is not None
    )
    return max(steps, key=lambda step: (steps[step], step))
