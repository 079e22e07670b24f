"""Figure stands in English only.

Compares: figures of the English version that no place of the Japanese version states.

Why it matters: readers of English learn what readers of Japanese do not; a figure may also have been added by
mistake.

Flagged:
    売上高は95億円でした。
    Net sales were JPY9.5 billion and operating profit was JPY1.2 billion.

Left alone:
    売上高は95億円でした。
    Net sales were JPY9.5 billion.

Limits: English versions explain what Japanese readers know, so in a document this is information only, but for a
cell that the Japanese table leaves empty in a row and a table that agree otherwise (as in NUM003). Of
two given segments it is a warning where another figure differs, or where an item is named on this side alone.

Authority: Fair Disclosure Rule of the Financial Instruments and Exchange Act of Japan (Article 27-36).
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.missing import lost_figures
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity


def run(exam: Examination) -> Iterator[Finding]:
    """Yield figures of the English version without a counterpart."""
    yield from lost_figures(CHECK, exam, Language.EN)


CHECK = Check("NUM004", "figure only in English", Severity.WARNING, run)
