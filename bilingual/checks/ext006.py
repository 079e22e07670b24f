"""Tables read column by column.

Compares: nothing; tells where a version is text that a program took out of a page without its layout, so that the cells
of its tables stand on lines of their own and nobody knows which row they belong to.

Why it matters: the figures of such tables are compared as sets of values, not row by row: two that are exchanged, or
that stand beside the wrong label, are not found.

Flagged:
    売上高 (line) 営業利益 (line) 9,528 (line) 312 (line) … 40 further lines of figures alone
    Net sales 9,528 (line) Operating profit 312

Left alone:
    売上高 9,528 (line) 営業利益 312
    Net sales 9,528 (line) Operating profit 312

Limits: a version that holds most of its tables row by row is read as it stands.

Authority: none; it describes the file, not the disclosure.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.align.by_column import lone_readings
from bilingual.checks.building import language_name, members, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.report import Finding, Severity

WAY_OUT = "give the PDF file itself, or text that pdftotext -layout made of it"


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding for the comparison, at the first lone figure of each version that lost its rows."""
    if exam.comparison.segments_only:
        return
    lost = [(side, found) for side in exam.sides if (found := lone_readings(side))]
    if not lost:
        return
    places = {
        side.language: [spot(side, reading.segment.span, "figures without rows") for reading in found]
        for side, found in lost
    }
    names = " and ".join(
        f"{language_name(language)} (lines {spots[0].line} to {spots[-1].line})"
        for language, spots in places.items()
    )
    first = [places[side.language][0] if side.language in places else None for side in exam.sides]
    further = members([found[-1] for found in places.values()], first)
    message = f"Tables are read column by column in {names}: their figures are compared as sets of values; {WAY_OUT}."
    yield make(CHECK, Severity.WARNING, message, first[0], first[1], evidence=further)


CHECK = Check("EXT006", "tables read column by column", Severity.WARNING, run)
