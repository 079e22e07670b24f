"""Sentences of documents that are surely each other's translation, so that their words can be held against each other.

Paragraphs are aligned, and a paragraph may be parted into sentences otherwise in the other language. Two sentences whose
figures are paired with each other and with no others, and that leave no figure over, say the same.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bilingual.align.sentences import Bead, beads
from bilingual.checks.examination import Examination
from bilingual.checks.replaced import STATED
from bilingual.model.alignment import FigurePair, PairKind, SegmentReading, Side
from bilingual.model.document import Span

FEWEST_DIGITS = 2
"""Digits of one of the figures that two sentences share."""
_KINDS = (PairKind.PROSE, PairKind.NOTE)


class SentencePair(NamedTuple):
    """Two sentences that say the same; ``figures`` are theirs."""

    ja: SegmentReading
    en: SegmentReading
    figures: tuple[FigurePair, ...]


def sentence_pairs(exam: Examination) -> tuple[SentencePair, ...]:
    """The pairs of single sentences of two documents that surely correspond, each once; none of given segments."""
    if exam.comparison.segments_only:
        return ()
    found: dict[tuple[Span, Span], SentencePair] = {}
    for pair in exam.pairs:
        for bead in beads(pair) if pair.kind in _KINDS and pair.figures else ():
            if bead.is_single and _says_the_same(bead):
                [ja], [en] = bead.ja, bead.en
                found.setdefault((ja.segment.span, en.segment.span), SentencePair(ja, en, bead.figures))
    return tuple(found.values())


def sentence_lines(side: Side, reading: SegmentReading) -> range:
    """The lines of a sentence."""
    span = reading.segment.span
    return range(side.document.line_number(span.start), side.document.line_number(span.end - 1) + 1)


_CUT_OFF_RE = re.compile(r"。[^。]*[^。)」』\]\s]\s*\Z")


def is_cut_off(japanese: str) -> bool:
    """Whether the rest of a sentence behind another one stands in another segment, where damage parted them.

    >>> is_cut_off("技術者を増員した。売上原価に占めるサ"), is_cut_off("技術者を増員した。")
    (True, False)
    """
    return _CUT_OFF_RE.search(japanese) is not None


def _says_the_same(bead: Bead) -> bool:
    """Whether the figures of two sentences agree, one of them tells, and none is left over."""
    if any(item.serious for both in bead.figures for item in both.differences):
        return False
    if not any(len(both.ja.digits) >= FEWEST_DIGITS for both in bead.figures):
        return False
    paired = {both.ja.span for both in bead.figures}, {both.en.span for both in bead.figures}
    return all(
        figure.span in spans or figure.kind not in STATED
        for readings, spans in zip((bead.ja, bead.en), paired, strict=True)
        for reading in readings
        for figure in reading.figures
    )
