"""Multiple differs.

Compares: multiples (倍, times, fold, doubled) with each other and with percentage changes.

Why it matters: 2倍 is an increase of 100 per cent, not of 200.

Flagged:
    契約数は2倍になりました。
    The number of contracts rose by 200%.

Left alone:
    契約数は2倍になりました。
    The number of contracts doubled.

Limits: "increased by 2.5 times" can mean 2.5 times or 3.5 times and is not called wrong.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of numbers.
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
    """Claim multiples, against each other or against per cent."""
    return item.aspect is Aspect.MULTIPLE or (
        item.aspect is Aspect.VALUE and Kind.RATIO in item.kinds and Kind.RATE not in item.kinds
    )


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the multiple differs")


CHECK = Check("PCT003", "multiple differs", Severity.ERROR, run, claims)
