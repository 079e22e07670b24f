"""Parts do not add up.

Compares: a total with the parts that stand above or below it, in every column; which rows are parts is told by the
columns in which they do add up, by labels such as 合計 and Total, and by headings.

Why it matters: readers add up; a total that does not follow from its parts makes every other figure doubtful.

Flagged:
    流動資産 100 / 固定資産 250 / 資産合計 355
    Current assets 100 / Non-current assets 250 / Total assets 355

Left alone:
    流動資産 100 / 固定資産 250 / 資産合計 351 (last digits forced by rounding)
    Current assets 100 / Non-current assets 250 / Total assets 351 (last digits forced by rounding)

Limits: a last digit that rounding or truncation explains is no error. Where several corrections would do, the finding
names the whole sum. A total is recognised by at least one column that adds up.

Authority: audit practice (footing, casting); IAS 1 and the Japanese rules on terminology, forms and preparation of
financial statements define the totals.
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
    """Own sums that no other rule names."""
    return cause.relation.kind is RelationKind.SUM and not cause.relation.name


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("ARI001", "parts do not add up", Severity.ERROR, run)
