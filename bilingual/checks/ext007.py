"""Blanks between words are lost.

Compares: nothing; tells where the text layer of the English version lost the blanks between its words.

Why it matters: what such a layer says beside its figures is not read: units, periods, dates and names. A difference in
them is no error of the translation, and one that is there is not found; digits and signs are compared as ever.

Flagged:
    当期の売上高は12億円でした。
    Netsalesforthefiscalyearunderreviewamountedto¥1.2billion.

Left alone:
    当期の売上高は12億円でした。
    Net sales for the fiscal year under review amounted to ¥1.2 billion.

Limits: a line or two without blanks say nothing of the others.

Authority: none; it describes the file, not the disclosure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bilingual.checks.building import spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import Comparison, Side
from bilingual.model.document import Span
from bilingual.model.quick import replace
from bilingual.model.report import Finding, Severity

FEWEST, SHARE = 5, 0.01
"""Runs of letters that no word is as long as: so many of them, and as a share of all words."""
WAY_OUT = "give the PDF file itself, or text that pdftotext -layout made of it"
_RUN_RE = re.compile(r"[A-Za-z]{24,}")
_WORD_RE = re.compile(r"\S+")
BY_WORDS = ("ARI", "DAT", "ENT", "NAR", "NUM003", "NUM004", "NUM007", "NUM008", "PER", "TBL", "TRM", "UNT")
"""How the codes of rules begin that read words beside figures, or hold rows together by them."""


def lost_blanks(side: Side) -> Span | None:
    """The first run of words without blanks in a version that lost them; nothing in all others."""
    text = side.document.text
    runs = [
        match
        for reading in side.readings
        for match in _RUN_RE.finditer(text, reading.segment.span.start, reading.segment.span.end)
    ]
    if len(runs) < FEWEST:
        return None
    words = sum(
        len(_WORD_RE.findall(text[reading.segment.span.start : reading.segment.span.end]))
        for reading in side.readings
    )
    return Span(*runs[0].span()) if len(runs) >= SHARE * words else None


def without_word_errors(comparison: Comparison, found: Iterable[Finding]) -> Iterator[Finding]:
    """Lower what rests on words to a note where the English version lost the blanks between them."""
    lost = not comparison.segments_only and lost_blanks(comparison.en) is not None
    for finding in found:
        yield (
            replace(finding, severity=Severity.INFO)
            if lost and finding.rule.startswith(BY_WORDS)
            else finding
        )


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding, at the first run of words, where the English version lost its blanks."""
    place = None if exam.comparison.segments_only else lost_blanks(exam.en)
    if place is not None:
        message = f"The English text has lost the blanks between its words: units, periods, dates and labels are not compared; {WAY_OUT}."
        yield make(CHECK, Severity.WARNING, message, None, spot(exam.en, place))


CHECK = Check("EXT007", "blanks between words are lost", Severity.WARNING, run)
