"""Cells recovered.

Compares: nothing; tells where the cells of a row do not stand as the columns of its table ask: too few for its
columns, torn in two, two in one, two rows in one line.

Why it matters: which column a figure belongs to was concluded from the other rows.

Flagged:
    |流動資産合計|1,000|2,000|3,000| (a row of three columns)
    |拘束預金|500| (a row that shows one of them)

Left alone:
    |流動資産合計|1,000|2,000|3,000|
    |拘束預金|-|500|-|

Limits: a row that fits several columns equally well may stand in the wrong one; its figures have less confidence.

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
    yield from report_repairs(CHECK, exam, Damage.CELLS, "cells are read as the other rows ask")


CHECK = Check("EXT003", "cells recovered", Severity.INFO, run)
