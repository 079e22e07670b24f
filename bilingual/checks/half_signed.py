"""The two ends of a change that Japanese marks with a minus both and English only one: △78億円から△52億円, from -¥7.8 billion to ¥5.2 billion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bilingual.checks.examination import Examination
from bilingual.checks.listed import is_one_segment
from bilingual.model.alignment import FigurePair
from bilingual.model.figure import Figure, Sign

_MARKS = (Sign.MARK, Sign.BOTH)
_BETWEEN_RE = re.compile(r"\)?,? (?:to|and) ")
"""Between the two ends in English; words of their own would tell a loss of one of them."""


def half_signed(exam: Examination) -> Iterator[FigurePair]:
    """Yield the end of a change that English leaves without the minus that it prints at the other one."""
    if not is_one_segment(exam):
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
