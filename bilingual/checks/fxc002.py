"""Stated exchange rate differs.

Compares: the rates at which amounts are converted, in every note that states one; in each version alone, the number of units
that a rate is for (7米ドル=145円).

Why it matters: each converted amount of the table rests on it.

Flagged:
    為替レートは119.23円=1米ドルです。
    The exchange rate was JPY 119.32 = $1.

Left alone:
    為替レートは119.23円=1米ドルです。
    The exchange rate was JPY 119.23 = $1.

Limits: whether the converted amounts follow from the rate is for arithmetic. The date of the rate is DAT001.

Authority: Japanese GAAP and US GAAP notes on convenience translation.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.checks.rate_bases import odd_bases
from bilingual.model.figure import Aspect, Kind
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim exchange rates."""
    return item.aspect is Aspect.RATE or (item.aspect is Aspect.VALUE and Kind.RATE in item.kinds)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the exchange rate differs")
    yield from odd_bases(CHECK, exam)


CHECK = Check("FXC002", "exchange rate differs", Severity.ERROR, run, claims)
