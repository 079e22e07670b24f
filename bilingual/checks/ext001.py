"""Misread characters.

Compares: nothing; tells where the text layer of a version holds characters that stand for others, or lines and rows
that nobody wrote: radicals for the characters they look like, control characters, letters and marks that a reader of
pictures mistook, a row read twice.

Why it matters: what was read there rests on the repair, not on the file alone; a person may want to look at the page.

Flagged:
    売上⾼は95億円となりました。
    Net sales amounted to JPY9.5 billion.

Left alone:
    売上高は95億円となりました。
    Net sales amounted to JPY9.5 billion.

Limits: a character that was read as another one that makes sense as well cannot be told; figures that rest on a
repair are compared with less confidence.

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
    yield from report_repairs(CHECK, exam, Damage.GLYPHS, "characters were mistaken")


CHECK = Check("EXT001", "misread characters", Severity.INFO, run)
