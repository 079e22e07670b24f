"""Glued note mark.

Compares: nothing; tells where a number before the figures of a row, or behind its label, was read as the mark of a
note.

Why it matters: as a figure, the mark would shift the row by a column or change its value.

Flagged:
    3 984 884 11.3% (the row of a label that stands above it, note 3)
    984 884 11.3%

Left alone:
    IPv6 984 884 11.3%
    IPv6 984 884 11.3%

Limits: a mark that makes a plausible figure cannot be told from one without the note or the other rows.

Authority: none; it describes the file, not the disclosure.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.repairs import report_repairs
from bilingual.model.repair import Damage
from bilingual.model.report import Finding, Severity


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per repaired table, and one for the running text of each version."""
    yield from report_repairs(CHECK, exam, Damage.MARK, "marks of notes are no figures")


CHECK = Check("EXT004", "glued note mark", Severity.INFO, run)
