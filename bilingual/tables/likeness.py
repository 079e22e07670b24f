"""How much of a row stands in another, digit by digit, and what in a row no one writes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bilingual.tables.glyphs import is_broken
from bilingual.tables.line import Field, Line
from bilingual.tables.looks import Habit, look, printed
from bilingual.tables.shadows import OUTLINE, digits_of, filled
from bilingual.text.printed import NUMBER

_DIVIDER_RE = re.compile(r" *[\t|] *")
_LONE_BRACKET_RE = re.compile(rf"\({NUMBER}%?|{NUMBER}%?\)")
"""A negative figure that lost one of its brackets."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of a row stands in another: digits compared, the same, of the same shape, broken and unlike cells."""

    columns: int
    digits: int
    same: int
    shape: int
    broken: int
    unlike: int


def likeness(row: Line, other: Line, columns: Sequence[Habit]) -> Likeness:
    """Compare the cells of two rows digit by digit."""
    counted = digits = same = shape = broken = unlike = 0
    for mine, theirs, column in zip(row.fields[1:], other.fields[1:], columns[1:], strict=False):
        broken += is_broken(row, mine, column) and not _is_plain(row, mine)
        one, two = _without_zeros(digits_of(mine.text), digits_of(theirs.text))
        if not one or not two:
            continue
        counted += 1
        digits += max(len(one), len(two))
        alike = sum(a == b for a, b in zip(one, two, strict=False))
        same += alike
        unlike += 2 * alike < max(len(one), len(two))
        if one != two:
            one, two = one.translate(OUTLINE), two.translate(OUTLINE)
        shape += sum(a == b for a, b in zip(one, two, strict=False))
    return Likeness(counted, digits, same, shape, broken, unlike)


def _without_zeros(one: str, two: str) -> tuple[str, str]:
    """Digits without the zeros at the end that both have: 400,000 is not half of 650,000."""
    both = min(len(one) - len(one.rstrip("0")), len(two) - len(two.rstrip("0")))
    return (one[:-both], two[:-both]) if both > 1 else (one, two)


_DOTTED_RE = re.compile(r"\(?\d{1,3}(?:[.,]\d{3}){2,}\)?")
"""A figure in groups of three digits, the commas of which were read as full stops."""


def is_speckle(row: Line, columns: Sequence[Habit]) -> bool:
    """Whether half of the cells of a row, and more than one, are no figures that people write."""
    broken = sum(
        is_broken(row, field, column) and not _is_plain(row, field)
        for field, column in zip(row.fields[1:], columns[1:], strict=False)
    )
    return broken > 1 and 2 * broken >= filled(row)


def _is_plain(row: Line, field: Field) -> bool:
    """Whether a cell was broken by full stops for commas, a bracket doubled or lost, or a tear between two cells, alone."""
    text = _DIVIDER_RE.sub("", printed(row, field))
    if _LONE_BRACKET_RE.fullmatch(text):
        return True
    if _DOTTED_RE.fullmatch(text):
        return True
    shown = text.replace(".", ",").replace("((", "(").replace("))", ")")
    return look(field.text) != "broken" and shown == field.text
