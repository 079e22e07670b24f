"""Figures without a counterpart that stand in each other's place in paired paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from bilingual.align.evidence import digit_likeness
from bilingual.align.mentions import kind_class
from bilingual.checks.building import leftover_spot, one_line, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination, is_stated
from bilingual.checks.findings import make
from bilingual.model.alignment import Leftover, Pair, PairKind, SegmentReading, Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Figure, Kind
from bilingual.model.report import Finding, Severity

STATED = frozenset({Kind.AMOUNT, Kind.PERCENT, Kind.POINTS, Kind.RATIO, Kind.COUNT, Kind.RATE, Kind.PHYSICAL})
"""Kinds that state a fact; bare numbers, dates and times are often words of the sentence."""
_NUMBER_RE = re.compile(r"\d[\d,.]*")
ENOUGH = 3
"""Figures of two paragraphs that agree before the one that is left of each side is taken for the other."""
PROSE = (PairKind.PROSE, PairKind.NOTE, PairKind.HEADING)


def replacements(exam: Examination, side: Side) -> dict[Span, tuple[Leftover, Leftover]]:
    """For figures of a side that the other states nowhere: they and those in the paired paragraph in their place.

    Both measure the same and each paragraph has only one of them; they are stated nowhere on the other side, or all else
    of the paragraphs agrees.
    """
    if exam.comparison.segments_only:
        return {}
    couples = exam.once(_replaced)
    if side.language is Language.JA:
        return {ja.span: (ja, en) for ja, en in couples}
    return {en.span: (en, ja) for ja, en in couples}


def _replaced(exam: Examination) -> list[tuple[Leftover, Leftover]]:
    """The Japanese and the English figure that stand in each other's place, paragraph by paragraph."""
    found = []
    japanese, english = (_lonely(exam, language) for language in Language)
    for number in sorted(japanese.keys() & english.keys()):
        here, there = japanese[number], english[number]
        couples = [(here[name], there[name]) for name in sorted(here.keys() & there.keys())]
        alone = [(one[0], other[0]) for one, other in couples if len(one) == len(other) == 1]
        found += [couple for couple in alone if not _across_midnight(*couple)]
    told = {item.span for couple in found for item in couple}
    return found + [
        couple for couple in _last_of_pairs(exam) if told.isdisjoint(item.span for item in couple)
    ]


def _last_of_pairs(exam: Examination) -> Iterator[tuple[Leftover, Leftover]]:
    """The only two figures that are left of two paragraphs in which all others agree.

    One of them has no counterpart at all; that another sentence states the value of the other one too is chance. Where
    neither has one, fewer that agree are enough.
    """
    alone = {item.span for item in exam.comparison.alignment.leftovers if item.row is None}
    for pair in exam.pairs:
        if pair.kind not in PROSE or len(pair.figures) < ENOUGH - 1:
            continue
        if not all(both.agrees for both in pair.figures):
            continue
        ja = _rest(exam.ja, pair, {both.ja.span for both in pair.figures})
        en = _rest(exam.en, pair, {both.en.span for both in pair.figures})
        if not len(ja) == len(en) == 1:
            continue
        lonely = sum(item.span in alone for item in (ja[0], en[0]))
        if not lonely or len(pair.figures) + lonely <= ENOUGH:
            continue
        if _prints(pair.en_readings, ja[0]) or _prints(pair.ja_readings, en[0]):
            continue  # a unit torn off at the end of a line
        if _class(ja[0].figure) == _class(en[0].figure):
            yield ja[0], en[0]


def _prints(readings: Sequence[SegmentReading], item: Leftover) -> bool:
    """Whether a paragraph prints the digits of a figure, whatever it was read as."""
    number = _NUMBER_RE.search(item.figure.printed) if item.figure is not None else None
    return number is not None and any(number[0] in reading.segment.text for reading in readings)


def _rest(side: Side, pair: Pair, paired: Container[Span]) -> list[Leftover]:
    """The figures of one side of a pair that state a fact and have no counterpart in it."""
    readings = pair.ja_readings if side.language is Language.JA else pair.en_readings
    figures = (figure for reading in readings for figure in reading.figures)
    return [
        Leftover(side.language, "figure", figure.span, side.document.line_number(figure.span.start), figure)
        for figure in figures
        if figure.kind in STATED and not figure.word and figure.span not in paired
    ]


def _across_midnight(one: Leftover, other: Leftover) -> bool:
    """Whether two dates are neighbouring days: the same evening and morning in two time zones."""
    first, second = (item.figure.local_date if item.figure is not None else None for item in (one, other))
    return first is not None and second is not None and abs((first - second).days) == 1


def _lonely(exam: Examination, language: Language) -> dict[int, dict[str, list[Leftover]]]:
    """Leftovers of paired paragraphs that the other side states nowhere, by pair and by what they measure."""
    side = exam.comparison.side(language)
    stated = exam.stated[language.other]
    homes = _homes(exam, language)
    starts = [start for start, *_ in homes]
    found: dict[int, dict[str, list[Leftover]]] = defaultdict(lambda: defaultdict(list))
    for item in exam.comparison.alignment.leftovers:
        figure = item.figure
        if item.language is not side.language or figure is None or item.row is not None or figure.word:
            continue
        name = _class(figure)
        at = bisect_right(starts, item.span.start) - 1
        if name and at >= 0 and item.span.start < homes[at][1] and not is_stated(figure, stated):
            found[homes[at][-1]][name].append(item)
    return found


def _class(figure: Figure | None) -> str:
    """What a figure measures, dates by their month or day; empty for kinds that state no fact."""
    if figure is None:
        return ""
    if figure.kind in STATED:
        return kind_class(figure)
    parts = figure.moment.split("-")
    return f"date of {len(parts)} parts" if figure.kind is Kind.DATE and len(parts) > 1 else ""


def _homes(exam: Examination, language: Language) -> list[tuple[int, int, int, int]]:
    """Stretches of paired running text in which something agrees: start, end, figures that agree, number of the pair.

    Of several pairs of one sentence (a value of it may stand in a heading too) the one with most figures comes last.
    """
    homes: list[tuple[int, int, int, int]] = []
    for number, pair in enumerate(exam.pairs):
        readings = pair.ja_readings if language is Language.JA else pair.en_readings
        agreeing = sum(both.agrees for both in pair.figures)
        if pair.kind in PROSE and (agreeing or pair.periods):
            homes.extend(
                (reading.segment.span.start, reading.segment.span.end, agreeing, number)
                for reading in readings
            )
    return sorted(homes)


def report_replaced(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the figures that stand in each other's place and belong to a rule, as questions."""
    for item, instead in replacements(exam, exam.ja).values():
        if item.figure is None or instead.figure is None or _rule(item.figure, instead.figure) != check.code:
            continue
        ja, en = leftover_spot(exam.ja, item), leftover_spot(exam.en, instead)
        phrase = f"{one_line(ja.text)} has no counterpart, English has {one_line(en.text)} in its place"
        yield make(check, Severity.WARNING, sentence("", phrase), ja, en)


def _rule(ja: Figure, en: Figure) -> str:
    """The rule that would report the two, had they been paired."""
    if ja.ends or en.ends:
        return "APX003"
    if ja.kind is Kind.DATE:
        return "DAT001"
    if not digit_likeness(ja.digits, en.digits):
        return "NUM003"
    return "PCT001" if kind_class(ja) == "percent" else "NUM002"
