"""Sign differs.

Compares: the signs of two figures: △ ▲ - ( ) (-), and the words that say minus (損失, 赤字, loss, deficit).

Why it matters: a loss that reads as a profit is the gravest error of all.

Flagged:
    営業損益は▲300百万円となった。
    Operating income was JPY300 million.

Left alone:
    営業損益は▲300百万円となった。
    The company posted an operating loss of (-) JPY300 million.

Limits: a word and a mark together are one minus. Rows whose captions count the other way round are SGN003.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of numbers. Corporate accounting practice in Japan: △ marks
a minus.
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
    """Claim figures with another sign."""
    return item.aspect is Aspect.SIGN


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the sign differs")
    yield from contrary(CHECK, exam)


CHECK = Check("SGN001", "sign differs", Severity.ERROR, run, claims)
