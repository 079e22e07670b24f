"""Two given segments that list the same figures or the same times in another order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bilingual.align.mentions import kind_class
from bilingual.checks.examination import Examination
from bilingual.figures.surroundings import SEVERALLY_RE
from bilingual.model.alignment import FigurePair, Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import PAST, Figure, Kind

GAP_RE = re.compile(
    r"[\s、,;:・|/()\[\]]*(?:and|&|as well as|及び|および|並びに|ならびに|と|[→⇒➡←]|->|<-)?[\s、,;:・|/()\[\]]*"
)
"""What stands between two items of a list: no word that would name the next one."""
MOMENTS = (Kind.DATE, Kind.TIME)


def agreeing_figures(exam: Examination) -> list[FigurePair]:
    """The figures that agree and measure the same, without days and times."""
    return [
        both
        for pair in exam.pairs
        for both in pair.figures
        if both.agrees and kind_class(both.ja) == kind_class(both.en) and both.ja.kind not in MOMENTS
    ]


def exchanged_in_lists(exam: Examination) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Yield two neighbours of a list of figures that stand in the other order in English: 45.6% 44.1%, 44.1%, 45.6%."""
    if not exam.one_segment:
        return
    if any(SEVERALLY_RE[side.language].search(_text(side)) for side in exam.sides):
        return
    agreeing = agreeing_figures(exam)
    agreeing.sort(key=lambda both: both.ja.span.start)
    for one, other in pairwise(agreeing):
        alike = one.ja.unit == other.ja.unit and one.ja.value != other.ja.value
        alike &= one.en.unit == other.en.unit and one.ja.kind is other.ja.kind
        if not alike or one.en.span.start < other.en.span.start:
            continue
        adjoin = _adjoin(exam.ja, one.ja.span, other.ja.span) and _adjoin(exam.en, other.en.span, one.en.span)
        if adjoin or all(_is_item_list(side) for side in exam.sides):
            yield one, other


_JAPANESE_ITEM_RE = re.compile(r"(?:[^はがをにもでし。\d()]|[、。](?=\s))*(?:は|が|の|:)?[^\w()]*(?:金|約)?")
"""What stands between two figures of a Japanese list of items: no verb, nothing that a figure is measured from."""
_SENTENCE_RE = re.compile(
    r"\b(?:is|are|be|been|was|were|has|have|had|will|would|we|our|it|its|which|that|this|these|from|to|than|including|against|versus|vs|compared|up|down|rose|fell|grew|came|by|out of)\b"
    r"|[a-z]ed (?:by|to|from|at|[¥$€\d]|(?:JPY|USD|EUR|GBP|CNY|RMB|yen)\b|US\$)",
    re.IGNORECASE,
)
"""English words of sentences; what has none of them is a list of items, which keeps the order of the original."""
_LABEL_RE = re.compile(r"[A-Za-z\u3041-\u9fff]{2}")
_TAIL_RE = {
    Language.JA: re.compile(r"\W*(?:[をでとにが]|$).*|\W*", re.DOTALL),
    Language.EN: re.compile(r"\W*"),
}
"""Behind the last figure of a list whose labels stand before the figures."""


def _is_item_list(side: Side) -> bool:
    """Whether each figure of a segment has its label before it, as items of a list do: 国内120店、海外45店."""
    reading = side.readings[0]
    content, text, language = reading.segment.content, reading.segment.text, side.language
    if language is Language.EN and _SENTENCE_RE.search(text):
        return False
    at, first = 0, True
    for figure in sorted(reading.figures, key=lambda figure: figure.span.start):
        start, end = content.index(figure.span.start), content.index(figure.span.end)
        between = text[at:start]
        if figure.kind in MOMENTS or not _LABEL_RE.search(between):
            return False
        if not first and language is Language.JA and not _JAPANESE_ITEM_RE.fullmatch(between):
            return False
        at, first = end, False
    return len(reading.figures) > 1 and bool(_TAIL_RE[language].fullmatch(text, at))


def exchanged_times(exam: Examination) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Yield two figures of which the other one is that of the year before in English: 8.3% (7.9%) as 7.9% (8.3%)."""
    if not exam.one_segment:
        return
    agreeing = agreeing_figures(exam)
    if len(agreeing) != 2:
        return
    one, other = agreeing
    if one.ja.unit != other.ja.unit or one.ja.digits == other.ja.digits or not _crosses(one, other):
        return
    if any(_starts_a_change(exam, both) for both in (one, other)):
        return  # 22%から前期は38%まで, 38% last year, up from 22%
    times = [_is_past(figure) for figure in (one.ja, other.ja, one.en, other.en)]
    if times in ([False, True, True, False], [True, False, False, True]):
        yield one, other


def _starts_a_change(exam: Examination, both: FigurePair) -> bool:
    """Whether both segments call a figure what a change starts from."""
    ja, en = (side.readings[0].segment.content for side in exam.sides)
    return ja.text.startswith("から", ja.index(both.ja.span.end)) and en.text.endswith(
        "from ", 0, en.index(both.en.span.start)
    )


_WEEKEND_RE = {
    Language.JA: re.compile("土日|土・日|土曜|週末"),
    Language.EN: re.compile(r"\bweekends?\b|\bSat(?:urdays?|\.)", re.IGNORECASE),
}
_CLAUSE_RE = {
    Language.JA: re.compile(r"[、。();]"),
    Language.EN: re.compile(r"[,;()]|(?<![ap]\.m)\. (?=[A-Z])| and (?=\d|from|until|between)"),
}


def exchanged_hours(exam: Examination) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Yield the closing time of weekends that English has on weekdays: 20時(土日は19時まで), 7 p.m. (8 p.m. on Saturdays)."""
    if not exam.one_segment or not _WEEKEND_RE[Language.JA].search(_text(exam.ja)):
        return
    times = [
        both for pair in exam.pairs for both in pair.figures if both.agrees and both.ja.kind is Kind.TIME
    ]
    mine = _of_weekend(exam.ja, [both.ja for both in times])
    theirs = _of_weekend(exam.en, [both.en for both in times])
    one = next((both for both in times if both.ja is mine), None)
    other = next((both for both in times if both.en is theirs), None)
    if one and other and one.ja.moment != other.ja.moment:
        yield one, other


def _of_weekend(side: Side, times: Sequence[Figure]) -> Figure | None:
    """The last time of the clause that names the weekend, where one clause does and others have times too."""
    content = side.readings[0].segment.content
    text = content.text
    marks = [match.start() for match in _WEEKEND_RE[side.language].finditer(text)]
    borders = [0, *(match.start() for match in _CLAUSE_RE[side.language].finditer(text)), len(text) + 1]
    clauses = {(start, end) for start, end in pairwise(borders) for mark in marks if start <= mark < end}
    if len(clauses) != 1:
        return None
    [(start, end)] = clauses
    within = [figure for figure in times if start <= content.index(figure.span.start) < end]
    if not within or len(within) == len(times):
        return None
    return max(within, key=lambda figure: figure.span.start)


def _crosses(one: FigurePair, other: FigurePair) -> bool:
    return (one.ja.span.start < other.ja.span.start) is not (one.en.span.start < other.en.span.start)


BRACKET_RE = re.compile(r"\(([^()]{2,80})\)")


def exchanged_brackets(exam: Examination) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Yield the figure in the only bracket with one, and one outside, where English has them the other way round.

    Their days or names stayed in and out of the bracket: 15% by 2030 (9.8% as of 2025).
    """
    if not exam.one_segment:
        return
    both = agreeing_figures(exam)
    inner = _bracketed(exam.ja, [pair.ja for pair in both]), _bracketed(exam.en, [pair.en for pair in both])
    if None in inner or inner[0] == inner[1]:
        return
    one, other = (both[at] for at in inner if at is not None)
    alike = one.ja.kind is other.ja.kind and one.ja.unit == other.ja.unit and one.ja.digits != other.ja.digits
    if alike and _crosses(one, other):
        yield one, other


_BEFORE_BRACKETED_RE = re.compile(
    r"\s?\((?!うち|内|目標|計画|予想|of which|includ|target|plan)[^()\d]{0,24}", re.IGNORECASE
)

_BEFORE_PAST_RE = re.compile(r"[^()\d、。,;]{0,20}" + _BEFORE_BRACKETED_RE.pattern, re.IGNORECASE)
"""The same behind a noun: 287億円の支出(前期は195億円の支出)."""


def exchanged_with_bracket(exam: Examination) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Yield a figure and the one in the bracket at once behind it, which English has in each other's place: 8.2 (7.9) as 7.9 (8.2).

    Where the bracket is of the past in both versions, a noun may stand before it, and the figures may be said to have risen.
    """
    if not exam.one_segment:
        return
    agreeing = [
        both for pair in exam.pairs for both in pair.figures if both.agrees and both.ja.kind not in MOMENTS
    ]
    agreeing.sort(key=lambda both: both.ja.span.start)
    for one, other in pairwise(agreeing):
        alike = _currency(one.ja) == _currency(other.ja) and _currency(one.en) == _currency(other.en)
        times = [_is_past(figure) for figure in (one.ja, other.ja, one.en, other.en)]
        past = times == [False, True, True, False]
        alike &= one.ja.digits != other.ja.digits and (past or one.en.direction is other.en.direction is None)
        if (
            alike
            and _bracketed_behind(exam.ja, one.ja, other.ja, past=past)
            and _bracketed_behind(exam.en, other.en, one.en, past=past)
        ):
            yield one, other


def _currency(figure: Figure) -> str:
    """The unit of a figure; of a rate of exchange its first one: 145円(前回140円)."""
    return figure.unit.split("/")[0] if figure.kind is Kind.RATE else figure.unit


def _bracketed_behind(side: Side, outer: Figure, inner: Figure, *, past: bool) -> bool:
    content = side.readings[0].segment.content
    between = content.text[content.index(outer.span.end) : content.index(inner.span.start)]
    return bool((_BEFORE_PAST_RE if past else _BEFORE_BRACKETED_RE).fullmatch(between))


def _bracketed(side: Side, figures: Sequence[Figure]) -> int | None:
    """The number of the figure that alone stands in the only bracket that holds figures and words."""
    content = side.readings[0].segment.content
    places = [content.index(figure.span.start) for figure in figures]
    held = [
        [at for at, place in enumerate(places) if match.start() < place < match.end()]
        for match in BRACKET_RE.finditer(content.text)
    ]
    held = [found for found in held if found]
    return held[0][0] if len(held) == 1 and len(held[0]) == 1 else None


def _is_past(figure: Figure) -> bool:
    return figure.period is not None and figure.period.relative in PAST


def _text(side: Side) -> str:
    return side.readings[0].segment.text


def _adjoin(side: Side, first: Span, second: Span) -> bool:
    """Whether nothing but marks stands between two figures."""
    content = side.readings[0].segment.content
    return GAP_RE.fullmatch(content.text, content.index(first.end), content.index(second.start)) is not None


GLUE_RE = {
    Language.JA: re.compile(
        r"[\s、,;:・|/()\[\]~-]+|現在|時点|実績|予想|計画|増減(?:額|率)?|差異|前期比|単位|(?:百万|千|億)?円|%"
    ),
    Language.EN: re.compile(
        r"[\s,;:|/()\[\]~-]+|(?i:\b(?:as of|as at|at|the|for|ended|ending|results?|actual|forecasts?|plan|changes?|difference|variance|YoY|unit|(?:thousands|millions|billions) of yen|yen)\b)|%"
    ),
}
"""What heads of columns hold besides their times."""


def exchanged_heads(exam: Examination) -> tuple[Span, Span] | None:
    """The first times of two given segments that are heads of columns and nothing else, in another order in English."""
    if not exam.one_segment:
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
    content = reading.segment.content
    spans: Sequence[tuple[int, int]] = [
        *((mention.start, mention.end) for mention in reading.periods),
        *(
            (content.index(f.span.start), content.index(f.span.end))
            for f in reading.figures
            if f.kind is Kind.DATE
        ),
    ]
    text = reading.segment.text
    for first, last in spans:
        text = text[:first] + " " * (last - first) + text[last:]
    return not GLUE_RE[side.language].sub("", text)
