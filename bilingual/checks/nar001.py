"""Running text contradicts a table of the same version.

Compares: amounts and changes that a sentence states for a line item and a period with the cells of that item and period, by the
ranges that the printed digits allow: 9,528百万円 against 9,528,307千円; 17.5%, or an increase in yen, against the two cells;
what operating, investing and financing activities provided or used against the statement of cash flows, by its size.

Why it matters: what is quoted is the sentence; a reader who looks it up finds another figure.

Flagged:
    第2四半期の売上高は9,582百万円。/ 表: 9,528,307千円
    Total revenues in 2Q01 were JPY 9,582 million. / table: 9,528,307 thousand

Left alone:
    第2四半期の売上高は9,528百万円。/ 表: 9,528,307千円
    Total revenues in 2Q01 were JPY 9,528 million. / table: 9,528,307 thousand

Limits: item, period and measure must be named, and every cell that would do must disagree. Forecasts, approximations, parts of an
item and other bases (non-consolidated, cumulative) are left alone. An error needs another figure of the sentence that
ties to the item, or a slip of one digit; without either it is a warning.

Authority: audit practice (tying the narrative to the statements); ISA 720 (other information).
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.arithmetic.changes import CHANGE
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.relation import RelationKind
from bilingual.model.report import Finding, Severity


def owns(cause: Cause) -> bool:
    """Own running text that a cell refutes."""
    stated = cause.relation.name == "narrative" and cause.relation.kind in (
        RelationKind.EQUAL,
        RelationKind.GROWTH,
        RelationKind.SHARE,
    )
    return stated or cause.relation.name == CHANGE


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("NAR001", "text contradicts a table", Severity.ERROR, run)
