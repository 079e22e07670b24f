"""A point in time stands for a period.

Compares: 末, 現在, As of with 期, For the.

Why it matters: balances are at a day, results are over months.

Flagged:
    2025年3月31日現在の総資産は500億円です。
    Total assets for the year ended March 31, 2025 were ¥50.0 billion.

Left alone:
    2025年3月31日現在
    As of March 31, 2025

Limits: only where both sides say so in words.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of date and time.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.checks.tbl002 import is_told
from bilingual.checks.wordings import contrary
from bilingual.model.figure import Aspect
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim instants against durations."""
    return item.aspect is Aspect.INSTANT


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "a point in time stands against a period", is_told(exam))
    yield from contrary(CHECK, exam)


CHECK = Check("PER005", "instant for duration", Severity.ERROR, run, claims)
