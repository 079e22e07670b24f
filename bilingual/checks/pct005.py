"""A share does not follow from its part and its whole.

Compares: the per cent figures of a composition column with the amounts beside them and the whole that they are shares of.

Why it matters: readers compare structures by these figures, and copy them.

Flagged:
    売上原価 5,402 / 売上高 9,929 / 構成比 45.4%
    Cost of sales 5,402 / Net sales 9,929 / 45.4% of total

Left alone:
    売上原価 5,402 / 売上高 9,929 / 構成比 54.4%
    Cost of sales 5,402 / Net sales 9,929 / 54.4% of total

Limits: which column is shared out, and in which whole, is told by the rows that come out right (at least three). A last
digit that is forced so that 100.0 adds is no error.

Authority: audit practice (recalculation).
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.relation import RelationKind
from bilingual.model.report import Finding, Severity


def owns(cause: Cause) -> bool:
    """Own shares of a whole inside a table."""
    return cause.relation.kind is RelationKind.SHARE and not cause.relation.name


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("PCT005", "share does not recompute", Severity.WARNING, run)
