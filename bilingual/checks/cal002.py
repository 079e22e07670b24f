"""A measure does not follow from its own definition.

Compares: measures that the document defines as one line plus another (EBITDA: operating income plus depreciation) with these
lines, column by column.

Why it matters: a measure outside the accounting standards is worth what its definition says.

Flagged:
    EBITDAは営業利益に減価償却費を加えたもの。/ EBITDA 762、営業利益 16、減価償却費 726
    EBITDA represents operating income plus depreciation. / EBITDA 762, operating income 16, depreciation 726

Left alone:
    EBITDAは営業利益に減価償却費を加えたもの。/ EBITDA 742、営業利益 16、減価償却費 726
    EBITDA represents operating income plus depreciation. / EBITDA 742, operating income 16, depreciation 726

Limits: left alone where a note says what a component includes or excludes, and where no column follows: then the issuer computes
otherwise.

Authority: SEC Regulation G; IOSCO statement on non-GAAP financial measures.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.report import Finding, Severity


def owns(cause: Cause) -> bool:
    """Own measures by their definition."""
    return cause.relation.name == "defined"


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("CAL002", "defined measure does not follow", Severity.WARNING, run)
