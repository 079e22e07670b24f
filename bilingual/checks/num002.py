"""Slip of a digit.

Compares: figures that neither version states again, measure the same, and that one changed, exchanged, lost or doubled
digit makes equal: in paired paragraphs where they stand in each other's place, or anywhere where they are long.

Why it matters: a slip of the hand is the most frequent error in figures, and the hardest to see.

Flagged:
    設備投資は3,085百万円、減価償却費は1,204百万円となりました。
    Depreciation was JPY1,204 million; the company spent JPY3,058 million on equipment.

Left alone:
    設備投資は3,085百万円、減価償却費は1,204百万円となりました。
    Depreciation was JPY1,204 million; the company spent JPY3,085 million on equipment.

Limits: it is a question, not a verdict: nothing but the digits says that the two are one figure. Figures that are
paired are compared by the rules of what they measure.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.checks.num001 import differs
from bilingual.checks.replaced import report_replaced
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim figures that nothing but their digits pairs."""
    return differs(item) and item.pair.evidence == ("slip",)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield figures that only their digits pair, then those without a counterpart in each other's place."""
    yield from report(CHECK, exam)
    yield from report_replaced(CHECK, exam)


CHECK = Check("NUM002", "slip of a digit", Severity.WARNING, run, claims)
