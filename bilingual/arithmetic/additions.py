"""What sums that labels prescribe have in common: which cells add up, which prove something, how they are told."""

from __future__ import annotations

from collections.abc import Sequence

from bilingual.arithmetic.strips import MEASURED, Layout
from bilingual.model.figure import Figure
from bilingual.model.relation import Fact, Relation, Verdict

TELLING = 3
"""Digits of a sum that holds and is no chance."""


def is_telling(relation: Relation, fewest: int = TELLING) -> bool:
    """Whether a sum that holds is more than chance."""
    digits = sum(character.isdigit() for character in relation.result.figure.printed)
    return relation.verdict is not Verdict.BROKEN and digits >= fewest and bool(relation.result.figure.value)


def alike(result: Figure, members: Sequence[Figure]) -> bool:
    """Whether all print the same last digit of one unit; a part may leave the unit to its whole."""
    return result.kind in MEASURED and all(
        member.kind in MEASURED and member.unit in (result.unit, "") and member.step == result.step
        for member in members
    )


def is_blank(layout: Layout, column: int, places: Sequence[int]) -> bool:
    """Whether a cell of a member is empty: it may be missing from the text."""
    for place in places:
        cell = next((cell for cell in layout.rows[place].cells if cell.column == column), None)
        if cell is None or cell.figure is None:
            return True
    return False


def words(members: Sequence[tuple[Fact, int]], result: Fact) -> str:
    """A calculation as printed: ``93,253 + 63,917 = 157,170``."""
    text = ""
    for fact, sign in members:
        text += (" - " if sign < 0 else " + " if text else "") + fact.figure.printed
    return f"{text} = {result.figure.printed}"
