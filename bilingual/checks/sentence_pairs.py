"""Sentences of documents that are surely each other's translation, so that their words can be held against each other.

Paragraphs are aligned, and a paragraph may be parted into sentences otherwise in the other language. Two sentences whose
figures are paired with each other and with no others, and that leave no figure over, say the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bilingual.checks.examination import Examination
from bilingual.checks.replaced import STATED
from bilingual.model.alignment import FigurePair, Pair, PairKind, SegmentReading, Side
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
        if pair.kind in _KINDS and pair.figures and pair.ja_readings and pair.en_readings:
            for each in _of_pair(pair):
                found.setdefault((each.ja.segment.span, each.en.segment.span), each)
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


def _of_pair(pair: Pair) -> Iterator[SentencePair]:
    joined: dict[int, dict[int, list[FigurePair]]] = defaultdict(lambda: defaultdict(list))
    back: dict[int, set[int]] = defaultdict(set)
    for both in pair.figures:
        i, j = _index(pair.ja_readings, both.ja.span), _index(pair.en_readings, both.en.span)
        if i is not None and j is not None:
            joined[i][j].append(both)
            back[j].add(i)
    for i, partners in joined.items():
        if len(partners) != 1:
            continue
        [(j, figures)] = partners.items()
        if len(back[j]) == 1 and _says_the_same(pair.ja_readings[i], pair.en_readings[j], figures):
            yield SentencePair(pair.ja_readings[i], pair.en_readings[j], tuple(figures))


def _says_the_same(ja: SegmentReading, en: SegmentReading, figures: Sequence[FigurePair]) -> bool:
    """Whether the figures of two sentences agree, one of them tells, and none is left over."""
    if any(item.serious for both in figures for item in both.differences):
        return False
    if not any(len(both.ja.digits) >= FEWEST_DIGITS for both in figures):
        return False
    paired = {both.ja.span for both in figures}, {both.en.span for both in figures}
    return all(
        figure.span in spans or figure.kind not in STATED
        for reading, spans in zip((ja, en), paired, strict=True)
        for figure in reading.figures
    )


def _index(readings: Sequence[SegmentReading], span: Span) -> int | None:
    """The sentence in which a figure stands."""
    for index, reading in enumerate(readings):
        if any(figure.span == span for figure in reading.figures):
            return index
    return None
