"""Shorter periods do not add up to the longer one.

Compares: a year or half year with its quarters or halves, in one table or in several.

Why it matters: readers derive the missing quarter by subtraction.

Flagged:
    売上高 第1四半期 1,204 / 第2四半期 1,318 / 上期 2,552
    Net sales 1Q 1,204 / 2Q 1,318 / 1H 2,552

Left alone:
    売上高 第1四半期 1,204 / 第2四半期 1,318 / 上期 2,522
    Net sales 1Q 1,204 / 2Q 1,318 / 1H 2,522

Limits: which columns belong together is told by the rows that come out right (at least two). Rows of balances, averages,
ratios and per-share amounts are left out. Quarters that were restated after their release need a note.

Authority: IAS 34; audit practice (cross-casting).
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
    """Own sums of periods."""
    return cause.relation.kind is RelationKind.CROSS_SUM and cause.relation.name == QUARTERS


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("ARI008", "periods do not add up", Severity.ERROR, run)
