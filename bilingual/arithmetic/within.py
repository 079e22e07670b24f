"""What the figures of one table prove by themselves, whatever stands around it.

Asked for with ``table.once``: a table that is as it was when its document was checked before has been worked out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from bilingual.arithmetic.conversions import Conversion, read_conversions
from bilingual.arithmetic.cross_sums import find_row_changes
from bilingual.arithmetic.equity import is_equity_statement
from bilingual.arithmetic.formulas import ONE, value
from bilingual.arithmetic.growth import Claim, read_growth, unnamed_rates
from bilingual.arithmetic.matrix import Matrix, read_matrix
from bilingual.arithmetic.per_share import find_per_share
from bilingual.arithmetic.rolls import find_rolls
from bilingual.arithmetic.row_ratios import find_row_ratios
from bilingual.arithmetic.shares import find_shares
from bilingual.arithmetic.statements import named
from bilingual.arithmetic.strips import Layout, Strip, read_layout
from bilingual.arithmetic.structure import besides, find_structure
from bilingual.arithmetic.sums import find_sums
from bilingual.model.relation import Relation, Verdict
from bilingual.model.table import Table


@dataclass(frozen=True, slots=True)
class Within:
    """What stands in one table.

    Attributes:
        layout: the table as strips.
        of_equity: it is a statement of changes in equity, read by itself.
        matrix: its numbers; None where nothing adds up, and for statements of changes in equity.
        sums: totals and their parts.
        changes: rows that state changes, balances and ratios of other rows.
        shares: parts in per cent of a whole.
        growth: for every strip of per cent figures the readings that it may have, weighed.
        conversions: columns that convert others.
        per_share: amounts over numbers of shares.
    """

    layout: Layout
    of_equity: bool
    matrix: Matrix | None
    sums: tuple[Relation, ...]
    changes: tuple[Relation, ...]
    shares: tuple[Relation, ...]
    growth: tuple[list[Claim], ...]
    conversions: tuple[Conversion, ...]
    per_share: tuple[Relation, ...]


def prove_within(table: Table) -> Within:
    """Work out what a table proves by itself."""
    layout = read_layout(table)
    of_equity = is_equity_statement(layout)
    matrix = None if of_equity else read_matrix(table)
    shares = tuple(find_shares(layout))
    taken = frozenset(relation.result.column for relation in shares)
    return Within(
        layout,
        of_equity,
        matrix,
        () if of_equity else _sums(layout, matrix),
        (*find_row_changes(layout), *find_rolls(layout), *find_row_ratios(layout)),
        shares,
        tuple(read_growth(layout, taken)),
        tuple(read_conversions(layout)),
        tuple(find_per_share(layout)),
    )


def _sums(layout: Layout, matrix: Matrix | None) -> tuple[Relation, ...]:
    """The sums that the figures tell and those that the form prescribes."""
    prescribed = list(find_structure(layout))
    rates = unnamed_rates(layout)
    found = besides(prescribed, find_sums(matrix) if matrix else ())
    added = [named(relation) for relation in found if relation.result.column not in rates]
    believable = _believable([*added, *prescribed], layout)
    return tuple(relation for relation in believable if not _rounds_changes(relation))


def _rounds_changes(relation: Relation) -> bool:
    """Whether a sum of changes misses by what these are rounded: each is of two amounts that were."""
    table, column = relation.result.table, relation.result.column
    if relation.verdict is not Verdict.BROKEN or table is None or column is None or relation.expected is None:
        return False
    if table.columns[column].measure != "change":
        return False
    step = relation.result.figure.step or ONE
    return abs(value(relation.result.figure) - relation.expected) <= step * (len(relation.members) + 1)


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
    printed = Counter(
        [(fact.figure.step or ONE, fact.figure.scale) for fact in strip.facts if fact is not None]
    )
    steps: Counter[Decimal] = Counter()
    for (step, scale), times in printed.items():
        steps[step.scaleb(-scale)] += times
    return max(steps, key=lambda step: (steps[step], step))
