"""A cumulative period stands for a quarter.

Compares: 累計期間, nine months with 第3四半期, third quarter.

Why it matters: nine months are three times a quarter.

Flagged:
    第3四半期累計期間の売上高は3,000百万円。
    Net sales for the third quarter were ¥3,000 million.

Left alone:
    第3四半期累計期間の売上高は3,000百万円。
    Net sales for the nine months were ¥3,000 million.

Limits: forms of the exchange say 第3四半期 for nine months; a label that leaves it open agrees with both.

Authority: Tokyo Stock Exchange, form of the quarterly earnings report (四半期決算短信): cumulative figures.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.checks.tbl002 import is_told
from bilingual.model.figure import Aspect
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim periods that end together and start apart."""
    return item.aspect is Aspect.CUMULATIVE


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "a quarter stands for a cumulative period", is_told(exam))


CHECK = Check("PER003", "cumulative period for a quarter", Severity.ERROR, run, claims)
