"""Values stand in each other's place.

Compares: the values of a row, of two rows, or of two figures of a sentence, where each language has the same
values in other places.

Why it matters: every number is right and every statement is wrong; sums over the row or column still hold.

Flagged:
    専用線接続サービスは前年同期比9.1%増、前期比1.3%増。
    Dedicated access services rose 1.3% year on year and 9.1% quarter on quarter.

Left alone:
    専用線接続サービスは前年同期比9.1%増、前期比1.3%増。
    Dedicated access services rose 1.3% quarter on quarter and 9.1% year on year.

Limits: columns that a table puts in another order on purpose are paired by their heads and stay silent. In
running text the exchange shows only where terms or periods tell the figures apart. Neighbouring rows whose labels the
glossary does not know ask for a look, where all other rows of the table keep their order.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from bilingual.checks.anchored import exchanged_between
from bilingual.checks.bracketed_changes import exchanged_changes
from bilingual.checks.building import figure_spot, members, pair_spots, sentence, spot, words_before
from bilingual.checks.check import Check
from bilingual.checks.crossed_rows import Crossing, crossed_rows
from bilingual.checks.enumerated import exchanged_in_enumerations
from bilingual.checks.examination import Examination
from bilingual.checks.exchanged_captions import exchanged_captions
from bilingual.checks.exchanged_groups import exchanged_groups
from bilingual.checks.exchanged_names import exchanged_under_names
from bilingual.checks.findings import make, report
from bilingual.checks.head_cells import exchanged_heads_of_cells
from bilingual.checks.labelled import exchanged_labels
from bilingual.checks.listed import (
    exchanged_brackets,
    exchanged_hours,
    exchanged_in_lists,
    exchanged_times,
    exchanged_with_bracket,
)
from bilingual.checks.magnitudes import contradicted
from bilingual.checks.moved_cells import moved_cells
from bilingual.checks.moved_labels import moved_labels
from bilingual.checks.severally import exchanged_portions, exchanged_severally
from bilingual.checks.turned_ends import turned_ends
from bilingual.checks.worded_labels import exchanged_under_words
from bilingual.model.alignment import FigurePair, Pair, PairKind, SegmentReading
from bilingual.model.document import Language, Span
from bilingual.model.figure import Figure, Kind
from bilingual.model.report import Finding, Severity
from bilingual.model.termbase import Concept

NAMED = frozenset({Kind.AMOUNT, Kind.PERCENT, Kind.COUNT, Kind.PHYSICAL})
EXPRESSION = "EXPR"
"""The subject field of terms that say how much or which way, not what."""
WINDOW = 6
_BY_WORDS = (exchanged_under_words, exchanged_heads_of_cells, moved_labels, turned_ends)
"""Only figures that stand this near to one another are taken for exchanged."""


def run(exam: Examination) -> Iterator[Finding]:
    """Yield exchanges that differences show, then those in which each figure agrees with the wrong place."""
    yield from report(CHECK, exam, "values stand in each other's place")
    crossed = [
        both
        for pair in exam.pairs
        if pair.kind is PairKind.PROSE and len(pair.figures) >= 2
        for both in _crossed(exam, pair)
    ]
    listed = [
        *exchanged_in_lists(exam),
        *exchanged_hours(exam),
        *exchanged_changes(exam),
        *exchanged_under_names(exam),
        *(list(exchanged_times(exam)) or list(exchanged_brackets(exam)) or exchanged_with_bracket(exam)),
    ]
    told: set[frozenset[int]] = set()
    for one, other in (*crossed, *listed):
        both = frozenset((id(one.ja), id(other.ja)))
        if both not in told:
            told.add(both)
            yield _finding(exam, one, other)
    labelled = list(exchanged_labels(exam)) if not (crossed or listed) else []
    if not (crossed or listed or labelled):
        labelled = next(
            filter(None, (list(rule(exam)) for rule in _BY_WORDS)),
            [],
        )
    for first, second in labelled:
        yield _labelled(exam, first, second)
    if not (crossed or listed or labelled):
        for source in (
            exchanged_severally,
            exchanged_portions,
            exchanged_in_enumerations,
            contradicted,
            exchanged_between,
        ):
            found = list(source(exam))
            yield from (_finding(exam, one, other, Severity.WARNING) for one, other in found)
            if found:
                break
    yield from moved_cells(CHECK, exam)
    for crossing in crossed_rows(exam):
        yield _rows(
            exam,
            crossing,
            "the values of two rows stand in the other order in English, all other rows in the same",
        )
    for crossing in exchanged_captions(exam):
        yield _rows(exam, crossing, "the labels of two rows stand in each other's place in English")
    for crossing in exchanged_groups(exam):
        about = " and ".join(pair.ja_row.section[-1] for pair in crossing[:2] if pair.ja_row)
        phrase = "the headings over the rows of the two stand in each other's place in English"
        yield _rows(exam, crossing, phrase, about)


def _rows(exam: Examination, crossing: Crossing, phrase: str, about: str = "") -> Finding:
    """Two rows whose values stand in each other's place, labels in their own, or the other way round."""
    (ja, en), (ja_other, en_other) = (
        pair_spots(exam.ja, exam.en, pair) for pair in (crossing.one, crossing.other)
    )
    about = about or f"{ja.text} and {ja_other.text}"
    places = members((ja_other, en_other), (ja, en))
    return make(CHECK, crossing.severity, sentence(about, phrase), ja, en, evidence=places)


def _crossed(exam: Examination, pair: Pair) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Two figures whose order crosses and whose terms cross too: the terms stayed, the figures moved."""
    kinds = NAMED | {Kind.NUMBER, Kind.RATE} if exam.comparison.segments_only else NAMED
    agreeing = [both for both in pair.figures if both.agrees and both.ja.kind in kinds]
    terms = _Terms(exam, pair)
    used: set[int] = set()
    for at, one in enumerate(agreeing):
        for other in agreeing[at + 1 : at + WINDOW]:
            if not _order_crosses(one, other) or {id(one), id(other)} & used:
                continue
            if one.ja.kind is other.ja.kind and terms.cross(one, other):
                used.update((id(one), id(other)))
                yield one, other


class _Terms:
    """The terms of both paragraphs of a pair, found once."""

    def __init__(self, exam: Examination, pair: Pair) -> None:
        self._exam = exam
        self._readings = {Language.JA: pair.ja_readings, Language.EN: pair.en_readings}
        self._found: dict[int, list[tuple[int, tuple[str, ...]]]] = {}

    def cross(self, one: FigurePair, other: FigurePair) -> bool:
        """Whether each figure has in English the term that the other has in Japanese."""
        ja, en = self._before(one.ja), self._before(one.en)
        other_ja, other_en = self._before(other.ja), self._before(other.en)
        return bool(ja & other_en and other_ja & en) and not (ja & en or other_ja & other_en)

    def _before(self, figure: Figure) -> frozenset[str]:
        """The concepts of the term nearest before a figure in its own sentence."""
        for reading in self._readings[figure.language]:
            span = reading.segment.span
            if span.start <= figure.span.start < span.end:
                terms = self._of(reading)
                at = bisect_left(terms, (figure.span.start, ()))
                return frozenset(terms[at - 1][1]) if at else frozenset()
        return frozenset()

    def _of(self, reading: SegmentReading) -> list[tuple[int, tuple[str, ...]]]:
        segment = reading.segment
        if id(reading) not in self._found:
            found = [
                (segment.content.offset(term.start), tuple(term.concepts))
                for term in self._exam.matcher.find(segment.text, segment.language)
            ]
            by_id = self._exam.matcher.termbase.by_id
            found = [(at, concepts) for at, concepts in found if not _is_expression(concepts, by_id)]
            spans = [figure.span for figure in reading.figures]
            # A unit behind a figure (百万円, million yen) is no name of the next one.
            self._found[id(reading)] = sorted(
                term for term in found if not any(span.start <= term[0] < span.end for span in spans)
            )
        return self._found[id(reading)]


def _is_expression(concepts: Iterable[str], by_id: Mapping[str, Concept]) -> bool:
    """Whether a term is a manner of speaking (増加, up), which stands on either side of its figure and names none."""
    return all(name in by_id and by_id[name].subject_field == EXPRESSION for name in concepts)


def _order_crosses(one: FigurePair, other: FigurePair) -> bool:
    ja = one.ja.span.start < other.ja.span.start
    en = one.en.span.start < other.en.span.start
    return ja is not en and one.ja.digits != other.ja.digits


def _labelled(exam: Examination, one: tuple[Span, Span], other: tuple[Span, Span]) -> Finding:
    ja, ja_other = (spot(exam.ja, both[0]) for both in (one, other))
    en, en_other = (spot(exam.en, both[1]) for both in (other, one))
    phrase = f"{ja.text} and {ja_other.text} stand under each other's labels in English"
    further = members((en_other, ja_other), (ja, en))
    return make(CHECK, Severity.ERROR, sentence("", phrase), ja, en, evidence=further)


def _finding(
    exam: Examination, one: FigurePair, other: FigurePair, severity: Severity = Severity.ERROR
) -> Finding:
    ja, ja_other = (figure_spot(exam.ja, f, words_before(exam.ja, f.span)) for f in (one.ja, other.ja))
    en, en_other = (figure_spot(exam.en, f, words_before(exam.en, f.span)) for f in (other.en, one.en))
    phrase = (
        f"{ja.text} and {ja_other.text} are exchanged: what Japanese says of one, English says of the other"
    )
    return make(
        CHECK, severity, sentence("", phrase), ja, en, evidence=members((en_other, ja_other), (ja, en))
    )


CHECK = Check("NUM005", "values exchanged", Severity.ERROR, run)
