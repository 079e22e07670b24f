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
running text the exchange shows only where terms or periods tell the figures apart.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.align.evidence import significant_digits
from bilingual.checks.building import figure_spot, members, sentence, words_before
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make, report
from bilingual.model.alignment import FigurePair, Pair, PairKind, SegmentReading
from bilingual.model.figure import Figure, Kind
from bilingual.model.report import Finding, Severity

NAMED = frozenset({Kind.AMOUNT, Kind.PERCENT, Kind.COUNT, Kind.PHYSICAL})
WINDOW = 6
"""Only figures that stand this near to one another are taken for exchanged."""


def run(exam: Examination) -> Iterator[Finding]:
    """Yield exchanges that differences show, then those in which each figure agrees with the wrong place."""
    yield from report(CHECK, exam, "values stand in each other's place")
    for pair in exam.pairs:
        if pair.kind is PairKind.PROSE and len(pair.figures) >= 2:
            yield from _crossed(exam, pair)


def _crossed(exam: Examination, pair: Pair) -> Iterator[Finding]:
    """Two figures whose order crosses and whose terms cross too: the terms stayed, the figures moved."""
    agreeing = [both for both in pair.figures if both.agrees and both.ja.kind in NAMED]
    used: set[int] = set()
    for at, one in enumerate(agreeing):
        for other in agreeing[at + 1 : at + WINDOW]:
            if not _order_crosses(one, other) or {id(one), id(other)} & used:
                continue
            if one.ja.kind is other.ja.kind and _terms_cross(exam, pair, one, other):
                used.update((id(one), id(other)))
                yield _finding(exam, one, other)


def _order_crosses(one: FigurePair, other: FigurePair) -> bool:
    ja = one.ja.span.start < other.ja.span.start
    en = one.en.span.start < other.en.span.start
    return ja is not en and significant_digits(one.ja) != significant_digits(other.ja)


def _terms_cross(exam: Examination, pair: Pair, one: FigurePair, other: FigurePair) -> bool:
    terms = [
        _term(exam, readings, figure)
        for readings, figure in (
            (pair.ja_readings, one.ja), (pair.en_readings, one.en),
            (pair.ja_readings, other.ja), (pair.en_readings, other.en),
        )
    ]  # fmt: skip
    ja, en, other_ja, other_en = terms
    return bool(ja & other_en and other_ja & en) and not (ja & en or other_ja & other_en)


def _term(exam: Examination, readings: tuple[SegmentReading, ...], figure: Figure) -> frozenset[str]:
    """The concepts of the term nearest before a figure in its own sentence."""
    for reading in readings:
        segment = reading.segment
        if not (segment.span.start <= figure.span.start < segment.span.end):
            continue
        before = [
            found
            for found in exam.matcher.find(segment.text, segment.language)
            if segment.content.offset(found.start) < figure.span.start
        ]
        return frozenset(before[-1].concepts) if before else frozenset()
    return frozenset()


def _finding(exam: Examination, one: FigurePair, other: FigurePair) -> Finding:
    ja, ja_other = (figure_spot(exam.ja, f, words_before(exam.ja, f.span)) for f in (one.ja, other.ja))
    en, en_other = (figure_spot(exam.en, f, words_before(exam.en, f.span)) for f in (other.en, one.en))
    phrase = (
        f"{ja.text} and {ja_other.text} are exchanged: what Japanese says of one, English says of the other"
    )
    return make(
        CHECK, Severity.ERROR, sentence("", phrase), ja, en, evidence=members((en_other, ja_other), (ja, en))
    )


CHECK = Check("NUM005", "values exchanged", Severity.ERROR, run)
