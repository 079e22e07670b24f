"""Figure differs.

Compares: the values of two figures that stand for the same fact: cells of paired rows and columns, figures of paired
sentences. Cells, and figures with the same unit and number of digits, must have the same digits; figures of different
precision must be able to mean the same value.

Why it matters: a reader of the English version decides on another number than a reader of the Japanese one.

Flagged:
    売上高は95億円となりました。
    Net sales amounted to JPY9.4 billion.

Left alone:
    売上高は9,528百万円となりました。
    Net sales amounted to JPY9.5 billion.

Limits: which side is wrong is known only where the same value is stated in another place. A table in which most
cells differ is reported once, as a question: it may be the wrong table.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of numbers. Tokyo Stock Exchange,
Securities Listing Regulations: disclosure must not be false or misleading.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.model.figure import Aspect, Kind
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim amounts, counts, quantities and bare numbers whose values differ."""
    return differs(item) and item.pair.evidence != ("slip",)


def differs(item: Disagreement) -> bool:
    """Whether the values of amounts, counts, quantities or bare numbers differ."""
    return (
        item.aspect is Aspect.VALUE and not item.kinds & {Kind.RATE, Kind.RATIO, Kind.PERCENT, Kind.POINTS}
    ) or (item.aspect is Aspect.NIL and item.difference.serious == 2)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield what differs."""
    yield from report(CHECK, exam)


CHECK = Check("NUM001", "figure differs", Severity.ERROR, run, claims)
