"""Figure stands in Japanese only.

Compares: figures of the Japanese version that no place of the English version states, after paragraphs, other
paragraphs and tables were searched.

Why it matters: readers of English do not learn a fact that readers of Japanese decide on.

Flagged:
    売上高は95億円、営業利益は12億円でした。
    Net sales were JPY9.5 billion.

Left alone:
    売上高は95億円、営業利益は12億円でした。
    Net sales were JPY9.5 billion and operating profit was JPY1.2 billion.

Limits: in a document it is a warning only where the paragraph around the figure is translated, the value
stands nowhere else, and neither version calls itself an abridgement; in a table only where a single cell is empty in
one version, the file itself divides the cells (not a PDF), and row and table, or row and column, agree otherwise. A sentence that is lost with
all its figures is told where nearly every other sentence with figures has its counterpart, whatever tables state. Of two given segments that agree in all
else it is information, unless the figure is of an item that English does not name. Rows of tables are TBL001.

Authority: Tokyo Stock Exchange, Securities Listing Regulations on simultaneous disclosure in English (from
April 2025).
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.lost_sentences import lost_sentences
from bilingual.checks.missing import lost_figures
from bilingual.checks.replaced import report_replaced
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity


def run(exam: Examination) -> Iterator[Finding]:
    """Yield figures of the Japanese version without a counterpart."""
    yield from lost_figures(CHECK, exam, Language.JA)
    yield from report_replaced(CHECK, exam)
    yield from lost_sentences(CHECK, exam)


CHECK = Check("NUM003", "figure only in Japanese", Severity.WARNING, run)
