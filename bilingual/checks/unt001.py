"""Scale factor: the values differ by a power of ten.

Compares: the scale words of two figures (千, 百万, thousand, million, billion) where their values stand in the ratio
10, 100, 1,000 and so on.

Why it matters: a lost "thousand" turns billions into millions, and every digit looks right.

Flagged:
    11,886,887千円を調達した。
    JPY11,886,887 was raised.

Left alone:
    11,886,887千円を調達した。
    JPY11,887 million was raised.

Limits: amounts with 億 or 兆 are reported by UNT004, unit notes of whole tables by UNT002.

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
    """Claim factors of ten, except where 億 or 兆 has to be converted."""
    return item.aspect is Aspect.SCALE and not has_myriads(item)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the amounts differ by a power of ten")


CHECK = Check("UNT001", "scale factor", Severity.ERROR, run, claims)
