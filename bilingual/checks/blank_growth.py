"""Growth columns of both versions that leave their own custom in one row: a rate on a negative base, a blank on a plain one.

Whether an issuer prints a rate where the base is nil or negative is a custom that the other rows of the column show.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bilingual.arithmetic.formulas import evaluate
from bilingual.checks.building import column_name, figure_spot, one_line, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.printing import printed_like
from bilingual.model.alignment import Side
from bilingual.model.figure import Figure, Kind
from bilingual.model.relation import RelationKind, Verdict
from bilingual.model.report import Blame, Finding, Severity
from bilingual.model.table import Cell, Row, Table

BLANK = frozenset({Kind.NIL, Kind.NOT_APPLICABLE})
ENOUGH_BLANKS, ENOUGH_RATES = 2, 5
"""Rows that show what the issuer prints for a negative base, and for a plain one."""
MOST_GROWTH = Decimal(200)
"""Per cent from which many issuers print no rate."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A cell of a growth column with the amounts that it compares."""

    table: Table
    row: Row
    cell: Figure
    now: Figure
    base: Figure

    @property
    def is_blank(self) -> bool:
        return self.cell.kind in BLANK


@dataclass(frozen=True, slots=True)
class _Odd:
    """A cell that leaves the custom of its column, and what the other rows would print."""

    entry: _Entry
    expected: str
    why: str


def odd_in_both(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every row that leaves the custom of its growth column in both versions alike."""
    ja, en = (dict(_odd(side, exam)) for side in exam.sides)
    for pair in exam.pairs:
        if pair.ja_row is None or pair.en_row is None:
            continue
        for mine in ja.get(id(pair.ja_row), ()):
            for theirs in en.get(id(pair.en_row), ()):
                if (
                    mine.entry.is_blank is theirs.entry.is_blank
                    and mine.entry.now.value == theirs.entry.now.value
                ):
                    yield _finding(check, exam, mine, theirs)


def _finding(check: Check, exam: Examination, mine: _Odd, theirs: _Odd) -> Finding:
    places = [
        figure_spot(side, odd.entry.cell, odd.entry.row.label)
        for side, odd in zip(exam.sides, (mine, theirs), strict=True)
    ]
    about = ", ".join(
        filter(None, (mine.entry.row.label, column_name(mine.entry.table, _column(mine.entry))))
    )
    phrase = f"{one_line(mine.entry.cell.printed)} is printed in both versions, {mine.expected} is expected: {mine.why}"
    return make(
        check, Severity.WARNING, sentence(about, phrase), *places, blame=Blame.BOTH, expected=mine.expected
    )


def _column(entry: _Entry) -> int:
    return next(cell.column for cell in entry.row.cells if cell.figure is entry.cell)


def _odd(side: Side, exam: Examination) -> Iterator[tuple[int, list[_Odd]]]:
    """The odd cells of a side, by the identity of their row."""
    found: dict[int, list[_Odd]] = {}
    for entries in _columns(side, exam):
        for odd in (*_rates_on_losses(entries), *_blanks_on_gains(entries)):
            found.setdefault(id(odd.entry.row), []).append(odd)
    yield from found.items()


def _columns(side: Side, exam: Examination) -> Iterator[list[_Entry]]:
    """The growth columns whose two columns of amounts relations tell, row by row."""
    known: dict[tuple[int, int, int, int], Table] = {}
    for relation in exam.comparison.relations(side.language):
        facts = relation.facts
        table = relation.result.table
        if relation.kind is not RelationKind.GROWTH or relation.name or table is None or len(facts) != 3:
            continue
        if relation.verdict is not Verdict.BROKEN and len({id(fact.row) for fact in facts}) == 1:
            known[id(table), facts[0].column, facts[1].column, facts[2].column] = table
    for (_, rate, now, base), table in known.items():
        yield list(_entries(table, rate, now, base))


def _entries(table: Table, rate: int, now: int, base: int) -> Iterator[_Entry]:
    for row in table.rows:
        cells: dict[int, Cell] = {cell.column: cell for cell in row.cells}
        figures = [cells[at].figure if at in cells else None for at in (rate, now, base)]
        stated, current, before = figures
        if stated is None or current is None or before is None:
            continue
        # Of rates a difference in points is printed, if any.
        amounts = current.value is not None and before.value is not None and current.unit != "%"
        if amounts and (stated.kind in BLANK or stated.kind is Kind.PERCENT or stated.unit == "%"):
            yield _Entry(table, row, stated, current, before)


def _rates_on_losses(entries: list[_Entry]) -> Iterator[_Odd]:
    below = [entry for entry in entries if (entry.base.value or 0) <= 0]
    blanks = [entry for entry in below if entry.is_blank]
    # Of an expense that is printed with a minus in both years the rate is a plain one.
    rates = [entry for entry in below if not entry.is_blank and (entry.now.value or 0) > 0]
    if len(blanks) >= ENOUGH_BLANKS and len(rates) == 1:
        why = f"the base {one_line(rates[0].base.printed)} is not positive, and the other rows print no rate there"
        yield _Odd(rates[0], one_line(blanks[0].cell.printed), why)


def _blank_cells(row: Row) -> int:
    return sum(cell.figure is not None and cell.figure.kind in BLANK for cell in row.cells)


def _blanks_on_gains(entries: list[_Entry]) -> Iterator[_Odd]:
    above = [entry for entry in entries if (entry.base.value or 0) > 0 and (entry.now.value or 0) > 0]
    rates = [entry for entry in above if not entry.is_blank]
    blanks = [entry for entry in above if entry.is_blank]
    if len(blanks) != 1 or len(rates) < ENOUGH_RATES:
        return
    entry, like = blanks[0], rates[0].cell
    if entry.now.value == entry.base.value or _blank_cells(entry.row) > 1:
        return  # no change at all, or a row whose changes the issuer leaves out (the balance of gains and losses)
    _, given = evaluate(RelationKind.GROWTH, like, (entry.now, entry.base))
    if given is not None and abs(given) < MOST_GROWTH:
        why = f"{one_line(entry.now.printed)} / {one_line(entry.base.printed)} - 1, and all {len(rates)} other rows print a rate"
        minus = next((one.cell.printed for one in rates if (one.cell.value or 0) < 0), "")
        yield _Odd(entry, printed_like(like, given, minus), why)
