"""Lengths of time that one of two given segments writes in two units and the other in one: 1年2カ月, 14 months."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bilingual.figures.numerals import ENGLISH, ENGLISH_WORD
from bilingual.model.alignment import FigurePair, Side
from bilingual.model.document import Language
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


def with_larger_units(pairs: Sequence[FigurePair], sides: tuple[Side, Side]) -> tuple[FigurePair, ...]:
    """The pairs without differences of lengths that are the same with the larger unit before one of them."""
    return tuple(
        replace(both, differences=tuple(each for each in both.differences if each.aspect not in _SIZES))
        if any(each.aspect in _SIZES for each in both.differences) and _is_one_length(both, sides)
        else both
        for both in pairs
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
