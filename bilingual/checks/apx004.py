"""Fraction differs.

Compares: fractions in words: 半分, 3割, 3分の1 with half, 30%, one third.

Why it matters: 3割 is 30 per cent and no third.

Flagged:
    売上の3割を海外が占めます。
    Overseas accounts for one third of sales.

Left alone:
    売上の3割を海外が占めます。
    Overseas accounts for 30% of sales.

Limits: idioms that hold a fraction are not told apart from fractions. Fractions more than a tenth of the whole apart (3割, one
half) are NUM007.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement, far_apart
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.model.figure import Aspect, Kind
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim fractions and multiples in words that could be taken for each other."""
    return item.aspect is Aspect.WORD and Kind.RATIO in item.kinds and not far_apart(item)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the fraction differs")


CHECK = Check("APX004", "fraction differs", Severity.WARNING, run, claims)
