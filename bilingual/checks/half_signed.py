"""The two ends of a change that Japanese marks with a minus both and English only one: △78億円から△52億円, from -¥7.8 billion to ¥5.2 billion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bilingual.checks.examination import Examination
from bilingual.figures.plain_numbers import plain_numbers
from bilingual.model.alignment import FigurePair
from bilingual.model.document import Language, Span
from bilingual.model.figure import Figure, Kind, Sign

_MARKS = (Sign.MARK, Sign.BOTH)
_BETWEEN_RE = re.compile(r"\)?,? (?:to|and) ")
"""Between the two ends in English; words of their own would tell a loss of one of them."""


def half_signed(exam: Examination) -> Iterator[FigurePair]:
    """Yield the end of a change that English leaves without the minus that it prints at the other one."""
    if not exam.one_segment:
        return
    text = exam.en.readings[0].segment.content
    for pair in exam.pairs:
        figures = sorted(
            (both for both in pair.figures if both.agrees and both.ja.sign in _MARKS),
            key=lambda both: both.en.span.start,
        )
        for one, other in pairwise(figures):
            between = text.text[text.index(one.en.span.end) : text.index(other.en.span.start)]
            if _BETWEEN_RE.fullmatch(between) and (_marked(one.en) is not _marked(other.en)):
                yield other if _marked(one.en) else one
                return


def _marked(figure: Figure) -> bool:
    return figure.sign in _MARKS


_MINUS_RE = re.compile(r"(?:[(△▲−–-] ?(?:JPY ?|¥|US\$)?|\b(?:minus|negative) )\Z", re.IGNORECASE)
"""Before a number below zero."""
_FALLS_RE = re.compile(
    r"\b(?:loss(?:es)?|deficits?|decreas\w*|declin\w*|reduc\w*|negative|minus|down|f[ae]ll\w*|drop\w*|lower|less|fewer|outflows?|used)\b",
    re.IGNORECASE,
)
"""Words that stand for a minus."""


def unsigned(exam: Examination) -> Iterator[tuple[Span, Span]]:
    """Yield a number of a list whose minus English leaves out: 食品 1,204、化学 △318; Food 1,204, Chemicals 318.

    A number behind a name is no figure of its own in English prose (Boeing 737), so that no figure tells.
    """
    if not exam.one_segment:
        return
    held = {both.ja.span for pair in exam.pairs for both in pair.figures}
    ja, en = (side.readings[0] for side in exam.sides)
    marked = [
        figure
        for figure in ja.figures
        if figure.sign in _MARKS and figure.kind is Kind.NUMBER and figure.span not in held
    ]
    text = en.segment.content.text
    if not marked or _FALLS_RE.search(text):
        return
    numbers = [each for each in plain_numbers(text, Language.EN) if not (each.rank or each.month)]
    for figure in marked:
        same = [each for each in numbers if figure.value is not None and each.value == -figure.value]
        if len(same) == 1 and not _MINUS_RE.search(text, 0, same[0].start):
            yield figure.span, en.segment.content.span(same[0].start, same[0].end)
            return
