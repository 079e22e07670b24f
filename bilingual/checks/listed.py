"""Two given segments that list the same figures or the same times in another order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bilingual.align.mentions import SEVERALLY_RE
from bilingual.checks.examination import Examination
from bilingual.model.alignment import FigurePair, Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Kind

GAP_RE = re.compile(
    r"[\s、,;:・|/()\[\]]*(?:and|&|as well as|及び|および|並びに|ならびに|と)?[\s、,;:・|/()\[\]]*"
)
"""What stands between two items of a list: no word that would name the next one."""
MOMENTS = (Kind.DATE, Kind.TIME)


def exchanged_in_lists(exam: Examination) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Yield two neighbours of a list of figures that stand in the other order in English: 45.6% 44.1%, 44.1%, 45.6%."""
    if not exam.comparison.segments_only or any(len(side.readings) != 1 for side in exam.sides):
        return
    if any(SEVERALLY_RE[side.language].search(_text(side)) for side in exam.sides):
        return
    agreeing = [
        both
        for pair in exam.pairs
        for both in pair.figures
        if both.agrees and both.ja.kind not in MOMENTS and both.ja.kind is both.en.kind
    ]
    agreeing.sort(key=lambda both: both.ja.span.start)
    for one, other in pairwise(agreeing):
        alike = one.ja.unit == other.ja.unit and one.ja.digits != other.ja.digits
        if not alike or one.en.span.start < other.en.span.start:
            continue
        if _adjoin(exam.ja, one.ja.span, other.ja.span) and _adjoin(exam.en, other.en.span, one.en.span):
            yield one, other


def _text(side: Side) -> str:
    return side.readings[0].segment.text


def _adjoin(side: Side, first: Span, second: Span) -> bool:
    """Whether nothing but marks stands between two figures."""
    start = side.readings[0].segment.content.offset(0)
    return GAP_RE.fullmatch(_text(side), first.end - start, second.start - start) is not None


GLUE_RE = {
    Language.JA: re.compile(r"[\s、,;:・|/()\[\]~-]+|現在|時点|実績|予想|計画"),
    Language.EN: re.compile(
        r"[\s,;:|/()\[\]~-]+|(?i:\b(?:as of|as at|at|the|for|ended|ending|results?|actual|forecasts?|plan)\b)"
    ),
}
"""What heads of columns hold besides their times."""


def exchanged_heads(exam: Examination) -> tuple[Span, Span] | None:
    """The first times of two given segments that are heads of columns and nothing else, in another order in English."""
    if not exam.comparison.segments_only or any(len(side.readings) != 1 for side in exam.sides):
        return None
    places = [
        (both.ja_span, both.en_span) for pair in exam.pairs for both in pair.periods if not both.differences
    ]
    places += [
        (both.ja.span, both.en.span)
        for pair in exam.pairs
        for both in pair.figures
        if both.agrees and both.ja.kind is Kind.DATE
    ]
    places.sort(key=lambda both: both[0].start)
    crossed = [(one[0], other[1]) for one, other in pairwise(places) if other[1].end <= one[1].start]
    if not crossed or not all(_only_times(side) for side in exam.sides):
        return None
    return crossed[0]


def _only_times(side: Side) -> bool:
    reading = side.readings[0]
    start = reading.segment.content.offset(0)
    spans: Sequence[tuple[int, int]] = [
        *((mention.start, mention.end) for mention in reading.periods),
        *((f.span.start - start, f.span.end - start) for f in reading.figures if f.kind is Kind.DATE),
    ]
    text = reading.segment.text
    for first, last in spans:
        text = text[:first] + " " * (last - first) + text[last:]
    return not GLUE_RE[side.language].sub("", text)
