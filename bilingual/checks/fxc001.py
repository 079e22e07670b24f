"""A converted amount does not follow from its rate.

Compares: a column in another currency with the column that it converts, at the rate that a note prints, or, where none is
printed, at the rate that the other rows show.

Why it matters: foreign readers read the converted column alone.

Flagged:
    売上高 9,528,307千円 / 79,195千米ドル (119.23円=1米ドル)
    Net sales JPY 9,528,307 thousand / USD 79,195 thousand (JPY 119.23 = $1)

Left alone:
    売上高 9,528,307千円 / 79,915千米ドル (119.23円=1米ドル)
    Net sales JPY 9,528,307 thousand / USD 79,915 thousand (JPY 119.23 = $1)

Limits: at least three rows must tell the same rate. One and a half last digits either way are rounding, and a digit that
makes the column add.

Authority: Japanese GAAP and US GAAP notes on convenience translation.
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
    """Own conversions of amounts."""
    return cause.relation.kind is RelationKind.CONVERSION and not cause.relation.name


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("FXC001", "converted amount does not follow from the rate", Severity.ERROR, run)
