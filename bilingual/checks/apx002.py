"""Limit differs.

Compares: 以上, 超, 以下, 未満 with at least, more than, up to, less than, as sets of values.

Why it matters: at least 100 holds 100, more than 100 does not; less than is the opposite of more than.

Flagged:
    15%を超える成長を目指します。
    We aim for growth of less than 15%.

Left alone:
    従業員数は1,500名以上です。
    The company has at least 1,500 employees.

Limits: for whole numbers, more than 29 and 30 or more are the same.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of content.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.checks.wordings import contrary
from bilingual.model.figure import Aspect
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim limits that hold other values."""
    return item.aspect is Aspect.BOUND


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the limit differs")
    yield from contrary(CHECK, exam)


CHECK = Check("APX002", "bound differs", Severity.WARNING, run, claims)
