"""The same fact in two tables, or in text and table, at scales that do not fit.

Compares: a summary in millions with the statement in thousands, row by row and column by column; amounts of running text with
cells that show the same digits at another scale.

Why it matters: a caption with the wrong unit makes every figure of a table wrong by a thousand; a summary that differs from the
statement contradicts it.

Flagged:
    表5 (円) EBITDA 376 / 本文: EBITDAは376百万円
    Table 5 (JPY) EBITDA 376 / text: EBITDA was JPY 376 million

Left alone:
    表5 (百万円) EBITDA 376 / 本文: EBITDAは376百万円
    Table 5 (JPY in millions) EBITDA 376 / text: EBITDA was JPY 376 million

Limits: a difference of one last digit is left to rounding. A row is held against another only where both are called the same and
tie in at least two columns.

Authority: audit practice; rules on units of presentation (百万円, 千円).
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.report import Finding, Severity


def owns(cause: Cause) -> bool:
    """Own facts at two precisions, and scales that do not fit."""
    return cause.relation.name in ("scale", "precision")


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("UNT006", "amounts at two scales", Severity.ERROR, run)
