"""A unit or currency that is inherited cannot be told for certain.

Compares: figures that take their unit from a caption, a column or a neighbour, where only one side names it or where
it does not govern the row.

Why it matters: a reader has to guess it too.

Flagged:
    1株当たり当期純利益	122.22 (caption: 千円)
    Net income per share	122.22 (caption: yen)

Left alone:
    売上高	9,528 (caption: 百万円)
    Net sales	9,528 (caption: millions of yen)

Limits: this is worth knowing, never an error: an error in a caption is UNT002.

Authority: none; a reading aid.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.model.report import Finding, Severity


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the unit is inherited and unclear")


CHECK = Check("NUM006", "unit is inherited and unclear", Severity.INFO, run)
