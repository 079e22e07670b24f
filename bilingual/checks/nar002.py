"""Running text names a line item and gives the figures of another.

Compares: the figures of a sentence that the line it names refutes with the other lines of the same table: one of them has them all.

Why it matters: a right figure under a wrong name is a wrong statement, and no comparison of the languages shows it.

Flagged:
    売上原価は11,924百万円、24.3%増。/ 表: 売上原価 10,710,008, 営業費用合計 11,923,678
    Cost of sales was JPY 11,924 million, up 24.3%. / table: Cost of sales 10,710,008, Total costs and expenses 11,923,678

Left alone:
    営業費用は11,924百万円、24.3%増。/ 表: 売上原価 10,710,008, 営業費用合計 11,923,678
    Total costs and expenses were JPY 11,924 million, up 24.3%. / table: 11,923,678

Limits: the other line must be the only one, and have at least two figures of the sentence, or one of four digits (then a warning).

Authority: audit practice (tying the narrative to the statements).
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.report import Finding, Severity


def owns(cause: Cause) -> bool:
    """Own figures that belong to another line than the one that is named."""
    return cause.relation.name == "line"


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("NAR002", "figures of another line", Severity.ERROR, run)
