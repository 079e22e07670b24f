"""Per cent stands for percentage points.

Compares: percentages with percentage points (ポイント, pt) and basis points.

Why it matters: a margin that rises by 0.7 points from 13.4% is 14.1%; by 0.7% it is 13.5%.

Flagged:
    営業利益率は0.7ポイント改善しました。
    The operating margin improved by 0.7%.

Left alone:
    営業利益率は0.7ポイント改善しました。
    The operating margin improved by 0.7 percentage points.

Limits: Japanese % for the change of a rate is taken at its word, unless a given segment tells the level of the rate too.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of unit conversion.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.model.figure import Aspect
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim points against per cent."""
    return item.aspect is Aspect.POINTS


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "per cent and percentage points are mixed up")


CHECK = Check("PCT002", "per cent for points", Severity.ERROR, run, claims)
