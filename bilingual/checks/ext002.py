"""Overprinted text.

Compares: nothing; tells where a version holds bold words several times because they were printed several times.

Why it matters: words that stand four times are found by no search and cut wrongly by every program but this one.

Flagged:
    営業損失営業損失営業損失営業損失は3億円でした。
    Operating loss was JPY300 million.

Left alone:
    人々の営業損失は3億円、3億円でした。
    Operating loss was JPY300 million and JPY300 million.

Limits: words that stand twice are taken for overprint only where many of them do.

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
    yield from report_repairs(CHECK, exam, Damage.OVERPRINT, "overprinted words are read once")


CHECK = Check("EXT002", "overprinted text", Severity.INFO, run)
