"""Caption, heads or text moved.

Compares: nothing; tells where a caption, a unit note or the heads of columns stand apart from the table that they were
read as part of (behind it, or paragraphs above it), and where running text in two columns is read one column after the
other.

Why it matters: period, unit and number of a table come from these lines; taken for another table's, they make every
cell of it wrong.

Flagged:
    Table 5. Other revenue (JPY in millions) … (two paragraphs and another table) … Others 751 702
    Others 751 702

Left alone:
    Table 5. Other revenue (JPY in millions)
    表5. その他収入(百万円)

Limits: where one caption and one table are left between two tables that have theirs, they are taken to belong together.

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
    """Yield one finding per table that got its caption or heads from elsewhere, and one per version for its columns."""
    yield from report_repairs(CHECK, exam, Damage.PLACE, "lines apart from the table belong to it")
    yield from report_repairs(CHECK, exam, Damage.BESIDE, "running text stands in two columns")


CHECK = Check("EXT005", "caption, heads or text moved", Severity.INFO, run)
