"""Amounts in 億 or 兆 are converted by a wrong factor.

Compares: amounts printed with 億 (hundred million) or 兆 (trillion) with the English amount.

Why it matters: Japanese groups digits by four, English by three: 1億 is 0.1 billion. This is the most common slip of the
pen in English disclosure.

Flagged:
    売上高は95億円となりました。
    Net sales amounted to JPY95 billion.

Left alone:
    売上高は1兆2,345億円となりました。
    Net sales amounted to JPY1,234.5 billion.

Limits: a factor that is no power of ten is NUM001.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of unit conversion.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement, has_myriads
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.model.figure import Aspect
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim factors of ten where 億 or 兆 has to be converted."""
    return item.aspect is Aspect.SCALE and has_myriads(item)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "億 or 兆 is converted wrongly")


CHECK = Check("UNT004", "億 or 兆 converted wrongly", Severity.ERROR, run, claims)
