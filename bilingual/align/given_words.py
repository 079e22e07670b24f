"""Number words of a given English segment that stand for the counts of the Japanese one: five closures, 5店を閉じ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bilingual.figures.plain_numbers import PlainNumber, plain_numbers
from bilingual.figures.reading import ONE, Reading, to_figure
from bilingual.model.alignment import Side
from bilingual.model.figure import Direction, Figure, Kind

_NOUN_RE = re.compile(r"[一-龠ァ-ヶ]")
LARGEST = 20
"""Larger counts are written in digits."""
_COMPARED_RE = re.compile(r" (?:(more)|fewer|less)(?= than\b|[.,;)]|\Z)")
"""Behind a number word that counts a difference: two fewer than in the same period last year."""


def with_number_words(ja: Side, en: Side) -> Side:
    """The English side with number words as figures, where they are as many as the counts that lack a figure, and the same.

    A number word counts without a noun that a table lists (two vouchers, three are women): the other segment tells.
    """
    reading = en.readings[0]
    wanted = _counts(ja) - Counter(figure.value for figure in reading.figures if figure.value is not None)
    words = _words(en, reading.figures) if wanted else []
    if Counter(word.value for word in words) != wanted:  # “one” seldom counts
        del wanted[ONE]
        words = [word for word in words if word.value != ONE]
    if not words or Counter(word.value for word in words) != wanted:
        return en
    content = reading.segment.content
    figures = [
        to_figure(
            Reading(
                word.start,
                word.end,
                word.start,
                word.value,
                ONE,
                word.value,
                word=True,
                direction=_way(reading.segment.text, word.end),
            ),
            content,
            en.language,
        )
        for word in words
    ]
    found = sorted((*reading.figures, *figures), key=lambda figure: figure.span)
    return replace(en, readings=(replace(reading, figures=tuple(found)),))


def _way(text: str, end: int) -> Direction | None:
    """Which way a number word that ends somewhere goes."""
    compared = _COMPARED_RE.match(text, end)
    return None if compared is None else Direction.UP if compared[1] else Direction.DOWN


def _counts(side: Side) -> Counter[Decimal]:
    """The small counts of a segment, and the small numbers with a noun that counts itself: 3本部."""
    reading = side.readings[0]
    text, index = reading.segment.text, reading.segment.content.index
    return Counter(
        figure.value
        for figure in reading.figures
        if figure.value is not None
        and ONE <= figure.value <= LARGEST
        and (
            figure.kind is Kind.COUNT
            or (figure.kind is Kind.NUMBER and _NOUN_RE.match(text, index(figure.span.end)))
        )
    )


def _words(side: Side, figures: Sequence[Figure]) -> list[PlainNumber]:
    """The number words of a segment that are no figures yet, and no part of a period."""
    reading = side.readings[0]
    text, index = reading.segment.text, reading.segment.content.index
    taken = [(index(figure.span.start), index(figure.span.end)) for figure in figures]
    taken += [(mention.start, mention.end) for mention in reading.periods]
    return [
        number
        for number in plain_numbers(text, side.language)
        if text[number.start].isalpha()
        and not (number.scaled or number.rank or number.month or number.wide)
        and not any(start < number.end and number.start < end for start, end in taken)
    ]
