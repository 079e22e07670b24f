"""Japanese minus in English.

Compares: nothing; looks for △ and ▲ before figures of the English version.

Why it matters: readers outside Japan do not know the mark and read a loss as a profit.

Flagged:
    営業損失は△32.3億円でした。
    Operating loss was △3.23 billion yen.

Left alone:
    営業損失は△32.3億円でした。
    Operating loss was (3.23) billion yen.

Limits: an English version that explains the mark is left alone.

Authority: Tokyo Stock Exchange, guide to English translation of disclosure (negative amounts in parentheses or
with a minus).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import context_of, figure_spot, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import one_of_many
from bilingual.model.alignment import Side
from bilingual.model.origin import CellPlace, Origin
from bilingual.model.report import Finding, Severity, Spot, side_figures

MARK_RE = re.compile(r"[△▲] ?[¥$]?\d")
LEGEND_RE = re.compile(
    r"[△▲]\W{0,3}(?:\w+ ){0,4}(?:negative|minus|loss|decrease)|(?:negative|minus|loss|decrease)[^.]{0,60}[△▲](?! ?\d)",
    re.IGNORECASE,
)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding for all Japanese minus marks of the English version."""
    side = exam.en
    if any(
        LEGEND_RE.search(reading.segment.text) for reading in side.readings if "△" in reading.segment.text
    ):
        return
    message = "A Japanese minus mark (△ or ▲) stands in the English version."
    yield from one_of_many(CHECK, Severity.WARNING, side, _marks(side, _shared(exam)), message)


def _shared(exam: Examination) -> frozenset[Origin]:
    """Places of the file that hold figures of both versions: cells of a workbook with labels in two languages."""
    if exam.ja.document.sha256 != exam.en.document.sha256:
        return frozenset()
    places = (exam.ja.document.origin(figure.span) for figure in side_figures(exam.ja))
    return frozenset(place for place in places if isinstance(place, CellPlace))


def _marks(side: Side, shared: frozenset[Origin]) -> Iterator[Spot]:
    for reading in side.readings:
        text = reading.segment.text
        if "△" in text or "▲" in text:
            for match in MARK_RE.finditer(text):
                yield spot(side, reading.segment.content.span(*match.span()), text[: match.start()][-24:])
    for table in side.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.figure is None or cell.text.lstrip("¥$ ")[:1] not in ("△", "▲"):
                    continue
                if side.document.origin(cell.figure.span) not in shared:
                    yield figure_spot(side, cell.figure, context_of(side, cell.figure, row, table))


CHECK = Check("SGN005", "Japanese minus in English", Severity.WARNING, run)
