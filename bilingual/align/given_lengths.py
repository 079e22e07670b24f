"""Lengths of time that one of two given segments writes in two units and the other in one: 1年2カ月, 14 months."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bilingual.figures.lengths import equal_lengths
from bilingual.figures.numerals import ENGLISH, ENGLISH_WORD
from bilingual.figures.units import DURATIONS
from bilingual.model.alignment import FigurePair, Leftover, Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Aspect, Figure

_LARGER: dict[str, tuple[str, str, int]] = {
    "months": ("年", "years?", 12),
    "minutes": ("時間", "hours?", 60),
    "seconds": ("分", "minutes?", 60),
}
"""What stands before months, minutes and seconds, in both languages, and how many of them it has."""
_BEFORE = {
    Language.JA: {
        name: re.compile(rf"(?<![\d.])(\d{{1,3}}) ?{ja}(?:と|間と)?\s?\Z")
        for name, (ja, _, _) in _LARGER.items()
    },
    Language.EN: {
        name: re.compile(
            rf"(?<![\d.,$¥€])\b(\d{{1,3}}|an?|{ENGLISH_WORD}) {en},?(?: and)?\s?\Z", re.IGNORECASE
        )
        for name, (_, en, _) in _LARGER.items()
    },
}


_SIZES = frozenset({Aspect.VALUE, Aspect.WORD})
_UNITS = _SIZES | {Aspect.UNIT}


def with_larger_units(pairs: Sequence[FigurePair], sides: tuple[Side, Side]) -> tuple[FigurePair, ...]:
    """The pairs without differences of lengths that are the same with the larger unit before one of them."""
    return tuple(
        replace(both, differences=tuple(each for each in both.differences if each.aspect not in _SIZES))
        if any(each.aspect in _SIZES for each in both.differences) and _is_one_length(both, sides)
        else both
        for both in pairs
    )


def equal_spans(sides: tuple[Side, Side]) -> list[tuple[Span, Span]]:
    """Where two given segments write the same length of time: 36時間, a day and a half."""
    readings = [side.readings[0] for side in sides]
    return [
        (
            readings[0].segment.content.span(ja.start, ja.end),
            readings[1].segment.content.span(en.start, en.end),
        )
        for ja, en in equal_lengths(*(reading.segment.text for reading in readings))
    ]


def of_equal_lengths(pairs: Sequence[FigurePair], sides: tuple[Side, Side]) -> tuple[FigurePair, ...]:
    """The pairs without differences of figures that are parts of one length: 1年6カ月, a year and a half."""
    if not any(each.aspect in _UNITS for both in pairs for each in both.differences):
        return tuple(pairs)
    equal = equal_spans(sides)
    return tuple(
        replace(both, differences=tuple(each for each in both.differences if each.aspect not in _UNITS))
        if any(ja.overlaps(both.ja.span) and en.overlaps(both.en.span) for ja, en in equal)
        else both
        for both in pairs
    )


def outside_equal_lengths(leftovers: Sequence[Leftover], sides: tuple[Side, Side]) -> tuple[Leftover, ...]:
    """The figures without a counterpart that are no part of a length which the other segment writes in another way."""
    if not any(item.figure and item.figure.unit in DURATIONS for item in leftovers):
        return tuple(leftovers)
    equal = equal_spans(sides)
    return tuple(
        item
        for item in leftovers
        if not any((ja if item.language is Language.JA else en).overlaps(item.span) for ja, en in equal)
    )


def _is_one_length(both: FigurePair, sides: tuple[Side, Side]) -> bool:
    ja, en = both.ja, both.en
    if en.unit == "hours" and ja.value is not None and en.value is not None:
        content = sides[0].readings[0].segment.content
        return ja.value == en.value * 60 and content.text.startswith("分", content.index(ja.span.end))
    unit = en.unit or ja.unit
    if ja.unit not in ("", unit) or unit not in _LARGER or ja.value is None or en.value is None:
        return False
    ahead = [_ahead(side, figure, unit) for side, figure in zip(sides, (ja, en), strict=True)]
    return ja.value + ahead[0] == en.value + ahead[1]


def _ahead(side: Side, figure: Figure, unit: str) -> Decimal:
    """What the larger unit before a figure adds to it."""
    content = side.readings[0].segment.content
    found = _BEFORE[side.language][unit].search(content.text, 0, content.index(figure.span.start))
    if found is None:
        return Decimal(0)
    word = found[1].lower()
    number = Decimal(word) if word.isdigit() else Decimal(ENGLISH.get(word, 1))
    return number * _LARGER[unit][2]
