"""Sentences with figures that a translation leaves out, where it has all others.

A summary leaves out many sentences, and says so or not. Where nearly every sentence that states figures has its
counterpart, those that have none in one place or two, a sentence or a paragraph, were lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bilingual.checks.building import members, one_line, sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.replaced import STATED
from bilingual.model.alignment import SegmentReading
from bilingual.model.document import Span
from bilingual.model.figure import Figure
from bilingual.model.report import Finding, Severity

FEWEST_FIGURES = 2
FEWEST_DIGITS = 2
"""Figures, and their digits, of a sentence that is surely translated with them."""
MOST = 2
FEWEST_OTHERS = 6
"""Places where sentences may be lost, and the sentences beside each that have counterparts."""
LIKELY = 1.5
"""Sentences with counterparts for each one that is lost: a version that leaves out half is a summary."""
LONGEST = 6
"""Sentences lost in one place: a paragraph; more are a part that the other version leaves out of its own accord."""


def lost_sentences(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield a warning for the Japanese sentences with figures none of which an English sentence has."""
    for count, figures in exam.once(_lost):
        places = [spot(exam.ja, figure.span) for figure in figures]
        printed = ", ".join(one_line(figure.printed) for figure in figures[:6])
        what = "the sentence is" if count == 1 else f"{count} sentences are"
        phrase = f"{what} missing in English, with {printed}"
        found = sentence("", phrase, "", max(0, len(figures) - 6))
        yield make(
            check, Severity.WARNING, found, places[0], None, evidence=members(places[1:], (places[0],))
        )


def told_with_sentence(exam: Examination) -> frozenset[Span]:
    """The figures that are told with the sentence that is missing."""
    return frozenset(figure.span for _, figures in exam.once(_lost) for figure in figures)


def _lost(exam: Examination) -> list[tuple[int, Sequence[Figure]]]:
    """How many sentences are lost, with their figures; told together, since one slip or one decision left them out."""
    if exam.comparison.segments_only or exam.abridged:
        return []
    stating = [figures for reading in exam.ja.readings if (figures := _stated(reading))]
    paired = _paired(exam)
    runs = [
        (is_lost, list(run))
        for is_lost, run in groupby(stating, lambda own: not any(figure.span in paired for figure in own))
    ]
    lost = [run for is_lost, run in runs if is_lost]
    kept = sum(len(run) for is_lost, run in runs if not is_lost)
    if not 1 <= len(lost) <= MOST or any(len(run) > LONGEST for run in lost):
        return []
    if kept < max(FEWEST_OTHERS * len(lost), LIKELY * sum(map(len, lost))):
        return []
    return [(sum(map(len, lost)), [figure for run in lost for own in run for figure in own])]


def _stated(reading: SegmentReading) -> Sequence[Figure]:
    """The figures of a sentence that state a fact; none where there are too few."""
    found = [
        figure for figure in reading.figures if figure.kind in STATED and len(figure.digits) >= FEWEST_DIGITS
    ]
    return found if len(found) >= FEWEST_FIGURES else ()


def _paired(exam: Examination) -> frozenset[Span]:
    """The Japanese figures of running text that running text of the other side has."""
    return frozenset(
        both.ja.span for pair in exam.pairs if pair.ja_readings and pair.en_readings for both in pair.figures
    )
