"""Currency differs.

Compares: the currencies of two amounts.

Why it matters: JPY and USD differ by two orders of magnitude.

Flagged:
    買収額は50億ユーロです。
    The acquisition price is US$5.0 billion.

Left alone:
    買収額は50億円です。
    The acquisition price is 5.0 billion yen.

Limits: a currency that one side leaves out is only worth knowing.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of unit conversion.
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
    """Claim other and missing currencies."""
    return item.aspect in (Aspect.CURRENCY, Aspect.CURRENCY_MISSING)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the currency differs")
    yield from contrary(CHECK, exam)


CHECK = Check("UNT003", "currency differs", Severity.ERROR, run, claims)
