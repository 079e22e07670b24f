"""Numbers of notes that are each other's translation: (注2) beside (Note 6)."""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.align.block_keys import note_number
from bilingual.checks.building import spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import Pair, PairKind
from bilingual.model.document import Span
from bilingual.model.report import Finding, Severity

LEAST = 0.5
"""Score of two notes that surely correspond."""
MOST = 2
"""Notes of a document that have another number by mistake; where there are more, the versions number their own way."""


def other_notes(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield notes with another number than their translation, where more notes have the same."""
    numbered: list[tuple[Pair, str, str]] = []
    for pair in exam.pairs if not exam.comparison.segments_only else ():
        if pair.kind is PairKind.NOTE and pair.score >= LEAST:
            ja, en = note_number(pair.ja_readings[0]), note_number(pair.en_readings[0])
            if ja and en:
                numbered.append((pair, ja, en))
    other = [(pair, ja, en) for pair, ja, en in numbered if ja != en]
    if len(other) > MOST or len(numbered) <= 2 * len(other):
        return
    for pair, ja, en in other:
        starts = (pair.ja_readings[0].segment.span.start, pair.en_readings[0].segment.span.start)
        places = (
            _head(starts[0], pair.ja_readings[0].segment.text),
            _head(starts[1], pair.en_readings[0].segment.text),
        )
        phrase = f"The number of the note differs, {ja} in Japanese, {en} in English."
        yield make(check, Severity.WARNING, phrase, spot(exam.ja, places[0]), spot(exam.en, places[1]))


def _head(start: int, text: str) -> Span:
    """The first words of a note."""
    return Span(start, start + min(len(text), 12))
