"""Assets differ from liabilities and equity.

Compares: total assets with total liabilities and equity, and the latter with liabilities, minority interests and equity,
in every column.

Why it matters: a balance sheet that does not balance is the first thing an auditor, an analyst or a program sees.

Flagged:
    資産合計 44,635,531 / 負債、少数株主持分及び資本合計 44,653,531
    Total assets 44,635,531 / Total liabilities and shareholders' equity 44,653,531

Left alone:
    資産合計 44,635,531 / 負債、少数株主持分及び資本合計 44,635,531
    Total assets 44,635,531 / Total liabilities and shareholders' equity 44,635,531

Limits: the two totals must stand in one table under labels that name them, and tie in at least two of its columns. Items
between liabilities and equity (mezzanine) are parts like others.

Authority: the accounting equation; IAS 1 and the Japanese rules on terminology, forms and preparation of financial
statements.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.report import Finding, Severity


def owns(cause: Cause) -> bool:
    """Own ties of the two totals of a balance sheet, and the sum of its second half."""
    return cause.relation.name == "balance"


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("ARI003", "balance sheet does not balance", Severity.ERROR, run)
