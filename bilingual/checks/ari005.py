"""A profit or loss does not follow from the lines above it.

Compares: operating, pre-tax and net results with revenues, costs and the other lines that lead to them, in every column.

Why it matters: results are what is read first; one that does not follow from the lines above it is wrong, or one of them is.

Flagged:
    営業収益合計 9,528 / 営業費用合計 9,512 / 営業利益 61
    Total revenues 9,528 / Total costs and expenses 9,512 / Operating income 61

Left alone:
    営業収益合計 9,528 / 営業費用合計 9,512 / 営業利益 16
    Total revenues 9,528 / Total costs and expenses 9,512 / Operating income 16

Limits: which lines are taken off is told by the columns in which they come out: tax benefits and equity in losses change
sign between issuers. A last digit that rounding explains is no error.

Authority: IAS 1.81A–105; audit practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.report import Finding, Severity


def owns(cause: Cause) -> bool:
    """Own sums whose total is a result."""
    return cause.relation.name == "cascade"


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("ARI005", "results do not follow from each other", Severity.ERROR, run)
