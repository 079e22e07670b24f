"""Percentage differs.

Compares: two percentages that stand for the same fact.

Why it matters: growth and margins are what most readers take from a release.

Flagged:
    前年同期比17.5%増となりました。
    This was an increase of 15.7% year on year.

Left alone:
    利益率は14.1%となりました。
    The margin was 14.1%.

Limits: the same number of decimals must have the same digits; 10% may stand for 10.1%.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks import pct006, pct007
from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.checks.replaced import report_replaced
from bilingual.model.figure import Aspect, Kind
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim percentages and percentage points with another value."""
    return (item.aspect is Aspect.PERCENT and not pct006.claims(item)) or (
        item.aspect is Aspect.VALUE
        and bool(item.kinds & {Kind.PERCENT, Kind.POINTS})
        and not item.kinds & {Kind.RATIO, Kind.RATE}
        and not pct006.claims(item)
        and not pct007.claims(item)
    )


def run(exam: Examination) -> Iterator[Finding]:
    """Yield what differs, then figures without a counterpart that stand in each other's place."""
    yield from report(CHECK, exam, "the percentage differs")
    yield from report_replaced(CHECK, exam)


CHECK = Check("PCT001", "percentage differs", Severity.ERROR, run, claims)
