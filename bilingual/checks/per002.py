"""Fiscal year differs.

Compares: fiscal-year labels, under the way the issuer counts: 2001年度 starts in 2001, 2002年3月期 ends in 2002.

Why it matters: the same label names two years at two companies, and a translator knows one of them.

Flagged:
    2001年度通期の営業利益は54百万円。
    Operating income for fiscal 2002 was JPY54 million.

Left alone:
    2002年3月期の営業利益は54百万円。
    Operating income for the fiscal year ended March 31, 2002 was JPY54 million.

Limits: where the documents do not tell how the issuer counts, FY labels against dates are left alone.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of date and time.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.exchanged_times import exchanged_times, tells_exchange
from bilingual.checks.findings import report
from bilingual.checks.tbl002 import is_told
from bilingual.model.figure import Aspect
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim labels that name another fiscal year."""
    return item.aspect is Aspect.FISCAL_YEAR


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    of_heads, of_two = is_told(exam), tells_exchange(exam)
    yield from report(CHECK, exam, "the fiscal year differs", lambda case: of_heads(case) or of_two(case))
    yield from exchanged_times(CHECK, exam)


CHECK = Check("PER002", "fiscal year differs", Severity.ERROR, run, claims)
