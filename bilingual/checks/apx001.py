"""One side says about, the other does not.

Compares: 約, およそ, 程度 with about, approximately, some.

Why it matters: an estimate that reads as a fact promises more than the issuer said.

Flagged:
    約40%の減少となりました。
    This was a decrease of 40%.

Left alone:
    約40%の減少となりました。
    This was a decrease of approximately 40%.

Limits: English often leaves the word out where the number is round; this is only worth knowing.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of content.
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
    """Claim words of approximation that one side lacks."""
    return item.aspect is Aspect.APPROXIMATION


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "only one side is approximate")


CHECK = Check("APX001", "approximation on one side", Severity.INFO, run, claims)
