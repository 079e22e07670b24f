"""Ends of a range differ.

Compares: both ends of a range, with their unit; a range with a single value.

Why it matters: a forecast is its two ends.

Flagged:
    売上高は100億円～105億円を見込む。
    Revenue of JPY10.0 billion to JPY11.5 billion is expected.

Left alone:
    売上高は100億円～105億円を見込む。
    Revenue is expected to be between JPY10.0 billion and JPY10.5 billion.

Limits: from A to B is read as a range only where it is no change.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of numbers. Financial Instruments and Exchange Act of Japan:
forecasts must not mislead.
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
    """Claim ranges with another end."""
    return item.aspect is Aspect.RANGE


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the range differs")


CHECK = Check("APX003", "range differs", Severity.ERROR, run, claims)
