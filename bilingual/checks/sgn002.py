"""A sign is lost.

Compares: a figure with what the figures around it give; where they agree but for the sign, the sign is wrong, in one version
or in both.

Why it matters: a decrease reads as an increase; no comparison of two versions can see what both have lost.

Flagged:
    調整後EBITDA 126 / 662 / 前年同期比 81.0%
    Adjusted EBITDA 126 / 662 / YoY change 81.0%

Left alone:
    調整後EBITDA 126 / 662 / 前年同期比 (81.0%)
    Adjusted EBITDA 126 / 662 / YoY change (81.0%)

Limits: changes of a negative base follow the convention that the document's own rows show; where they show none, nothing
is said.

Authority: audit practice (recalculation).
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.report import Finding, Severity


def owns(_: Cause) -> bool:
    """Own nothing by kind: whatever relation shows it, a figure that is right but for its sign comes here."""
    return False


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("SGN002", "sign is lost", Severity.ERROR, run)
