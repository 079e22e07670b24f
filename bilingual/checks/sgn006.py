"""Kinds of zero differ.

Compares: zero, a dash, n/a and a blank in the same cell.

Why it matters: a dash says that there is nothing, 0 that there is less than half a unit, n/a that nothing can be said.

Flagged:
    投資有価証券売却益	-	-
    Gain on sale of investment securities	0	0

Left alone:
    投資有価証券売却益	-	-
    Gain on sale of investment securities	-	-

Limits: many issuers print one for the other throughout: that is house style, reported once for a table, as information.

Authority: house style of the issuer.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.model.figure import Aspect
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim cells that show another kind of nothing."""
    return item.aspect is Aspect.NIL and item.difference.serious < 2


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the kind of zero differs")


CHECK = Check("SGN006", "kind of zero differs", Severity.WARNING, run, claims)
