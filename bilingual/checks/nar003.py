"""The cash-flow statement and the results differ in a line that both show.

Compares: lines of the same name in the cash-flow statement and in the results (net loss, equity in losses), column by column,
without regard to the sign.

Why it matters: the cash-flow statement starts from the results; a line that differs shows that one of them was not updated.

Flagged:
    損益計算書 当期損失 (3,084,761) / キャッシュ・フロー計算書 当期損失 (3,048,761)
    Statements of operations: Net loss (3,084,761) / Statements of cash flows: Net loss (3,048,761)

Left alone:
    損益計算書 当期損失 (3,084,761) / キャッシュ・フロー計算書 当期損失 (3,084,761)
    Statements of operations: Net loss (3,084,761) / Statements of cash flows: Net loss (3,084,761)

Limits: the two rows must tie in at least two other columns: gross and net definitions differ in all of them. A last digit is left
to rounding.

Authority: IAS 7.18–20 (indirect method).
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.report import Finding, Severity


def owns(cause: Cause) -> bool:
    """Own lines that two statements show."""
    return cause.relation.name == "cross"


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("NAR003", "statements differ", Severity.WARNING, run)
