"""A per-share amount does not follow from its result.

Compares: earnings and net assets per share with the amount and the number of shares, in one table or in several, and amounts
per depositary share with those per share; expected earnings per share with the shares at the close; total dividends with those
of a share.

Why it matters: earnings per share is the figure that investors quote.

Flagged:
    当期損失 3,084,761千円 / 平均株式数 22,480 / 1株当たり当期損失 137,322円
    Net loss JPY 3,084,761 thousand / average shares 22,480 / net loss per share JPY 137,322

Left alone:
    当期損失 3,084,761千円 / 平均株式数 22,480 / 1株当たり当期損失 137,222円
    Net loss JPY 3,084,761 thousand / average shares 22,480 / net loss per share JPY 137,222

Limits: which result is divided by which number is told by the figures: the quotient must hold for another period. A document
that speaks of a split of shares is left alone. How many depositary shares make a share must be the same in two columns. Total
dividends are told only where they are far off and another year's are not, for the number of shares moves within a year.

Authority: IAS 33; ASC 260; ASBJ Statement No. 2 on earnings per share.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.arithmetic.per_share import NAME
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.relation import RelationKind
from bilingual.model.report import Finding, Severity


def owns(cause: Cause) -> bool:
    """Own per-share amounts and depositary shares."""
    return cause.relation.kind is RelationKind.PER_SHARE or cause.relation.name == NAME


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("ARI007", "per-share amount does not recompute", Severity.ERROR, run)
