"""Columns do not add up.

Compares: a column with the columns that it adds up, or with the two whose difference it is, in every row: segments and
adjustments to the group, components to total equity, this year less last year to the change, a backlog at the start with what
moves it to the one at the end.

Why it matters: a table is read across as well as down.

Flagged:
    モバイル 842 / 813 / 増減 92
    Mobile 842 / 813 / change 92

Left alone:
    モバイル 842 / 813 / 増減 29
    Mobile 842 / 813 / change 29

Limits: which columns belong together is told by the rows that come out right (at least two). Rows of balances, averages,
ratios and per-share amounts are left out. A last digit that rounding explains is no error.

Authority: audit practice (cross-casting).
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.arithmetic.cross_sums import QUARTERS
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.relation import RelationKind
from bilingual.model.report import Finding, Severity


def owns(cause: Cause) -> bool:
    """Own sums over columns that are not periods of one another."""
    return cause.relation.kind is RelationKind.CROSS_SUM and cause.relation.name != QUARTERS


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("ARI002", "columns do not add up", Severity.ERROR, run)
