"""Number written in words differs.

Compares: numbers in words (三社, three, dozen, 倍増, doubled) with the number of the other language.

Why it matters: number words escape a search for digits, so they stay wrong through every proof.

Flagged:
    その他3社を割当先とする。
    The allottees include four other companies.

Left alone:
    その他3社を割当先とする。
    The allottees include three other companies.

Limits: fractions that are near each other (3割, one third) are APX004. Words that count nothing (一部, third party, one of) are no numbers. Numbers that tell their size only (数十社, dozens of
companies) are compared in given segments.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement, far_apart
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.checks.wordings import vague
from bilingual.model.figure import Aspect, Kind
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim numbers in words; fractions where nobody can take one for the other."""
    return item.aspect is Aspect.WORD and (Kind.RATIO not in item.kinds or far_apart(item))


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the number in words differs")
    yield from vague(CHECK, exam)


CHECK = Check("NUM007", "number word differs", Severity.ERROR, run, claims)
