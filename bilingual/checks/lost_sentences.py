"""Sentences with figures that a translation leaves out, where it has all others.

A summary leaves out many sentences, and says so or not. Where nearly every sentence that states figures has its
counterpart, those that have none in one place or two, a sentence or a paragraph, were lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from bilingual.checks.building import members, one_line, sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.replaced import STATED
from bilingual.model.alignment import SegmentReading
from bilingual.model.document import Language, Span
from bilingual.model.figure import Figure, Kind
from bilingual.model.report import Finding, Severity, side_figures

FEWEST_FIGURES = 2
FEWEST_DIGITS = 2
MANY_FIGURES = 4
"""Figures, and their digits, of a sentence that is surely translated with them; figures of a digit each (30%, 4名)."""
TELLING = 5
"""Characters of a printed number that chance does not repeat."""
NUMBER_RE = re.compile(r"\d[\d,.]*")
MOST = 2
FEWEST_OTHERS = 6
"""Places where sentences may be lost, and the sentences beside each that have counterparts."""
FEW_OTHERS = 2
FAITHFUL = 30
"""The same where hardly anything but the sentences of one place is left over, and figures that agree for each that is."""
BY_CHANCE = 1
"""Figures of a sentence of three and more that may agree with something else: 1.88% with 1.9% of another sentence."""
LIKELY = 1.5
"""Sentences with counterparts for each one that is lost: a version that leaves out half is a summary."""
COLUMNS = "  "
"""Blanks that a line of columns has and no sentence: a row of share counts that was read as text."""
DAY_PARTS = 3
"""Year, month and day of a date that is printed in full."""
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
    paired = _paired(exam)
    return _lost_runs(exam, paired, _stated) or _lost_runs(exam, paired, _telling)


def _lost_runs(
    exam: Examination, paired: frozenset[Span], state: Callable[[SegmentReading], Sequence[Figure]]
) -> list[tuple[int, Sequence[Figure]]]:
    """The lost among the sentences that state something."""
    stating = [
        figures
        for reading in exam.ja.readings
        if (figures := state(reading)) and COLUMNS not in reading.segment.text
    ]
    runs = [(is_lost, list(run)) for is_lost, run in groupby(stating, lambda own: _is_lost(own, paired))]
    lost = [run for is_lost, run in runs if is_lost]
    if lost and any(_is_elsewhere(exam, run) for run in lost):
        return []
    kept = sum(len(run) for is_lost, run in runs if not is_lost)
    if not 1 <= len(lost) <= MOST or any(len(run) > LONGEST for run in lost):
        return []
    if kept < _fewest(exam, lost):
        return []
    if state is _telling and not (len(lost) == 1 and _is_all(exam, lost[0])):
        return []
    return [(sum(map(len, lost)), [figure for run in lost for own in run for figure in own])]


def _fewest(exam: Examination, lost: Sequence[Sequence[Sequence[Figure]]]) -> float:
    """How many sentences with counterparts tell that those of some runs were lost."""
    if len(lost) == 1 and _is_all(exam, lost[0]):
        return max(FEW_OTHERS, len(lost[0]))
    return max(FEWEST_OTHERS * len(lost), LIKELY * sum(map(len, lost)))


def _is_lost(own: Sequence[Figure], paired: frozenset[Span]) -> bool:
    """Whether no figure of a sentence has a counterpart, or of many one that chance may have given it.

    Figures of one digit may stand in words that no unit marks (２店舗, two home centers): where every longer one has
    its counterpart, the sentence was translated.
    """
    found = sum(figure.span in paired for figure in own)
    longer = [figure.span in paired for figure in own if len(figure.digits) >= FEWEST_DIGITS]
    by_chance = found <= BY_CHANCE and len(own) > BY_CHANCE + 1 and not (longer and all(longer))
    return found == 0 or by_chance


def _is_all(exam: Examination, run: Sequence[Sequence[Figure]]) -> bool:
    """Whether hardly anything else that Japanese states is left over, in a document with many figures that agree."""
    spans = [figure.span for own in run for figure in own]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    others = sum(
        item.language is Language.JA
        and item.figure is not None
        and item.figure.kind in STATED
        and not first <= item.span.start < last
        for item in exam.comparison.alignment.leftovers
    )
    agreeing = sum(both.agrees for pair in exam.pairs for both in pair.figures)
    return agreeing >= FAITHFUL * max(1, others)


def _is_elsewhere(exam: Examination, run: Sequence[Sequence[Figure]]) -> bool:
    """Whether English has most figures of a run where they could not be paired: in a range, in the words of a table."""
    paired = {
        both.en.span
        for pair in exam.pairs
        if (pair.ja_row is None) is (pair.en_row is None)
        for both in pair.figures
    }
    values = {
        value
        for figure in side_figures(exam.comparison.side(Language.EN))
        if figure.span not in paired
        for value in (figure.value, *(figure.ends or ()))
        if value is not None
    }
    text = _unpaired_text(exam)
    figures = [figure for own in run for figure in own]
    found = 0
    for figure in figures:
        printed = NUMBER_RE.search(figure.printed)
        found += (
            figure.value in values
            or (figure.ends is not None and values.issuperset(figure.ends))
            or (printed is not None and len(printed[0]) >= TELLING and printed[0] in text)
        )
    return 2 * found >= len(figures)


def _unpaired_text(exam: Examination) -> str:
    """The English text without the cells that Japanese cells have: these say nothing of a sentence with their figures."""
    document = exam.en.document
    cells = {
        document.line_number(both.en.span.start)
        for pair in exam.row_pairs()
        for both in pair.figures
        if both.agrees
    }
    return "\n".join(
        document.line_text(line)
        for first, last in exam.en.lines
        for line in range(first, last + 1)
        if line not in cells
    )


def _stated(reading: SegmentReading) -> Sequence[Figure]:
    """The figures of a sentence that state a fact; none where there are too few."""
    stated = [figure for figure in reading.figures if figure.kind in STATED]
    found = [figure for figure in stated if len(figure.digits) >= FEWEST_DIGITS]
    if len(found) >= FEWEST_FIGURES:
        return found
    return stated if len(stated) >= MANY_FIGURES else ()


def _telling(reading: SegmentReading) -> Sequence[Figure]:
    """The figures of a sentence that states one fact with more digits than chance repeats, or one of some day."""
    stated = [figure for figure in reading.figures if figure.kind in STATED]
    found = [figure for figure in stated if len(figure.digits) >= FEWEST_DIGITS]
    if len(found) != 1 or found[0].ends:
        return ()
    days = [figure for figure in reading.figures if figure.kind is Kind.DATE and _is_day(figure)]
    if len(found[0].digits) > FEWEST_DIGITS:
        return stated
    return [*stated, *days] if days else ()


def _is_day(figure: Figure) -> bool:
    return len(figure.moment.split("-")) == DAY_PARTS


def _paired(exam: Examination) -> frozenset[Span]:
    """The Japanese figures of running text that running text of the other side has."""
    return frozenset(
        both.ja.span for pair in exam.pairs if pair.ja_readings and pair.en_readings for both in pair.figures
    )
