"""Growth is blank in one version only, or against the custom of its column in both.

Compares: cells of growth columns that show a dash or n.m. in one version and a rate in the other; where both show the same,
with what the other rows of the column print for a base that is nil or negative, and for one that is not.

Why it matters: where the base is nil or negative many issuers print no rate; both versions should follow one
convention.

Flagged:
    営業利益 1,280 / (281) / 前年同期比 -
    Operating profit 1,280 / (281) / YoY (555.5%)

Left alone:
    営業利益 1,280 / (281) / 前年同期比 -
    Operating profit 1,280 / (281) / YoY -

Limits: only rows whose amounts show a loss, and rates of 1,000 % and more; elsewhere a missing rate is a missing
figure. In both versions a single row is told, where at least two others show a blank for a negative base, or all others a rate.

Authority: house style of the issuer.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bilingual.checks.blank_growth import odd_in_both
from bilingual.checks.building import column_of
from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement, cell_of
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.model.figure import Kind
from bilingual.model.report import Finding, Severity
from bilingual.model.table import Row

GROWTH = frozenset({"yoy", "qoq", "change"})
LARGE = Decimal(1000)


def claims(item: Disagreement) -> bool:
    """Claim a blank rate against a printed one where the base is not positive or the rate is large."""
    both, pair = item.figures, item.pair
    if both is None or not item.in_table or len(item.kinds & {Kind.NIL, Kind.NOT_APPLICABLE}) != 1:
        return False
    stated = both.ja if both.en.kind in (Kind.NIL, Kind.NOT_APPLICABLE) else both.en
    row, table = (pair.ja_row, pair.ja_table) if stated is both.ja else (pair.en_row, pair.en_table)
    cell = cell_of(row, stated)
    column = column_of(table, cell.column) if cell is not None else None
    if stated.kind is not Kind.PERCENT or column is None or column.measure not in GROWTH:
        return False
    return abs(stated.value or Decimal(0)) >= LARGE or _shows_loss(row)


def _shows_loss(row: Row | None) -> bool:
    """Whether an amount of the row is nil or negative."""
    figures = [cell.figure for cell in row.cells if cell.figure is not None] if row is not None else []
    amounts = [figure.value for figure in figures if figure.kind in (Kind.AMOUNT, Kind.NUMBER)]
    return any(value is not None and value <= 0 for value in amounts)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the growth rate is blank in one version")
    yield from odd_in_both(CHECK, exam)


CHECK = Check("PCT007", "growth blank in one version", Severity.WARNING, run, claims)
