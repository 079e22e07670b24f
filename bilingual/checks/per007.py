"""Year of a Japanese era is converted wrongly.

Compares: 平成, 令和 years with the Gregorian year.

Why it matters: the era year plus 2018 is the Gregorian year of Reiwa; one is easily lost.

Flagged:
    令和7年3月期の配当は50円です。
    The dividend for the fiscal year ended March 31, 2024 is ¥50.

Left alone:
    令和7年3月期の配当は50円です。
    The dividend for the fiscal year ended March 31, 2025 is ¥50.

Limits: eras before Meiji are not read.

Authority: Era Name Act of Japan (1979).
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.checks.tbl002 import is_told
from bilingual.model.figure import Aspect
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim era years that are another year."""
    return item.aspect is Aspect.ERA


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the year of the era is converted wrongly", is_told(exam))


CHECK = Check("PER007", "era year differs", Severity.ERROR, run, claims)
