"""The two ends of a change that given segments name without figures: 「A-」から「A」へ, from A to A-; 第3四半期から第4四半期に."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.anchored import ENDS_RES
from bilingual.checks.examination import Examination
from bilingual.checks.listed import is_one_segment
from bilingual.model.alignment import Side
from bilingual.model.document import Span

_CODE_RE = re.compile(r"(?<![A-Za-z\d])[A-Z][A-Za-z]{0,3}\d{0,2}[+-]?(?![A-Za-z\d])")
"""A grade or another short name that translation keeps: AA-, Baa1, B."""
_ENDS = ("first", "last")
Both = tuple[Span, Span]


def turned_ends(exam: Examination) -> Iterator[tuple[Both, Both]]:
    """Yield what a change starts from and what it leads to, with what English has in either place, where each is the other.

    Grades and parts of the year are known; each language tells of one change.
    """
    if not is_one_segment(exam):
        return
    matches = [list(ENDS_RES[side.language].finditer(side.readings[0].segment.text)) for side in exam.sides]
    if any(len(found) != 1 for found in matches):
        return
    [mine], [theirs] = matches
    for named in (_codes, _parts):
        ja = [named(exam.ja, *mine.span(end)) for end in _ENDS]
        en = [named(exam.en, *theirs.span(end)) for end in _ENDS]
        if all(ja) and ja[0] != ja[1] and en == ja[::-1]:
            spans = [
                [side.readings[0].segment.content.span(*match.span(end)) for end in _ENDS]
                for side, match in ((exam.ja, mine), (exam.en, theirs))
            ]
            yield (spans[0][0], spans[1][0]), (spans[0][1], spans[1][1])
            return


def _codes(side: Side, start: int, end: int) -> frozenset[str]:
    text = side.readings[0].segment.text[start:end]
    return frozenset(_CODE_RE.findall(text))


def _parts(side: Side, start: int, end: int) -> frozenset[str]:
    """The parts of the year that stand between two places."""
    return frozenset(
        str(mention.period.part)
        for mention in side.readings[0].periods
        if mention.period.part and start <= mention.start < end
    )
