"""Base of a comparison differs.

Compares: 前年同期比, 前期比, 前期末比 with year on year, from the previous quarter, from the end of last year.

Why it matters: 17.5 per cent on the year and on the quarter are different news.

Flagged:
    売上高は前年同期比17.5%増加した。
    Revenues rose 17.5% from the previous quarter.

Left alone:
    売上高は前年同期比17.5%増加した。
    Revenues rose 17.5% from the same period of the previous year.

Limits: 前期 agrees with year and quarter until the document tells which it reports.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of date and time.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.base_years import exchanged_base
from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import case_finding
from bilingual.checks.percent_heads import exchanged_bases
from bilingual.checks.proofs import told_periods
from bilingual.checks.wordings import contrary
from bilingual.model.figure import Aspect
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim changes that are measured from another base."""
    return item.aspect is Aspect.BASE


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims, but for those that arithmetic has told (PER001)."""
    told = exam.once(told_periods)
    for case in exam.cases.get(CHECK.code, ()):
        both = case.first.figures
        if both is None or told.isdisjoint((id(both.ja), id(both.en))):
            yield case_finding(CHECK, exam, case, "the base of the comparison differs")
    yield from list(contrary(CHECK, exam)) or exchanged_base(CHECK, exam)
    yield from exchanged_bases(CHECK, exam)


CHECK = Check("PER004", "comparison base differs", Severity.ERROR, run, claims)
