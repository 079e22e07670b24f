"""Time or time zone differs.

Compares: moments, after both are put into the same time zone.

Why it matters: readers abroad dial in an hour late.

Flagged:
    説明会は11月14日23:00(日本時間)に開催します。
    The briefing will be held on November 14 at 10:00am (EST).

Left alone:
    説明会は11月14日23:00(日本時間)に開催します。
    The briefing will be held on November 14 at 9:00am (EST).

Limits: a Japanese time without a zone is Japan Standard Time.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of date and time.
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
    """Claim other moments."""
    return item.aspect is Aspect.TIME


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the time differs")


CHECK = Check("DAT002", "time differs", Severity.ERROR, run, claims)
