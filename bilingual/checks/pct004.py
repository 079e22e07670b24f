"""Growth does not follow from its two amounts.

Compares: per cent columns (前年同期比, 増減率, YoY) with the two columns whose change they state, and growth in rows
with the rows above.

Why it matters: the growth rate is the headline; a reader who divides finds another one.

Flagged:
    国際回線費 623 / 1,283 / 前年同期比 △15.4%
    International line cost 623 / 1,283 / YoY change (15.4%)

Left alone:
    国際回線費 623 / 1,283 / 前年同期比 △51.4%
    International line cost 623 / 1,283 / YoY change (51.4%)

Limits: which column states the change between which two is told by the rows that come out right; amounts count for all
values that their digits allow. A growth that only lost its minus is SGN002, one that is printed as a ratio is PCT006.

Authority: audit practice (recalculation).
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.arithmetic.growth import RATIO_NAME
from bilingual.checks import pct006
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.relation import RelationKind
from bilingual.model.report import Finding, Severity


def owns(cause: Cause) -> bool:
    """Own growth inside a table, as a change or as a ratio."""
    relation = cause.relation
    mine = relation.kind is RelationKind.GROWTH and not relation.name
    return (mine or relation.name == RATIO_NAME) and not pct006.owns(cause)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("PCT004", "growth does not recompute", Severity.ERROR, run)
