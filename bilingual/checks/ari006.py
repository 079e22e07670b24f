"""A balance of equity does not follow from the one before and the movements between.

Compares: in statements of changes in equity, each closing balance with the opening one and the movements between, and the
totals of movements with the movements; the accumulated deficit of a balance sheet with that of the day before a period and
the net result of the period.

Why it matters: equity changes by what is printed and by nothing else; a difference shows a wrong figure or an entry nobody
explains.

Flagged:
    欠損金 (15,521) / 前期末の欠損金 (12,427) / 当期損失 (3,084)
    Accumulated deficit (15,521) / the one before (12,427) / Net loss (3,084)

Left alone:
    欠損金 (15,511) / 前期末の欠損金 (12,427) / 当期損失 (3,084)
    Accumulated deficit (15,511) / the one before (12,427) / Net loss (3,084)

Limits: balances outside a statement of changes are left alone, but for a deficit, which pays no dividends. Totals of a row over its
components are ARI002.

Authority: IAS 1.106 (statement of changes in equity).
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.arithmetic.equity import ROLL
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.report import Finding, Severity


def owns(cause: Cause) -> bool:
    """Own roll-forwards of equity, of an accumulated deficit above all."""
    return cause.relation.name in ("deficit", ROLL)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("ARI006", "equity does not roll forward", Severity.ERROR, run)
