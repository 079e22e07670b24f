"""How often either version states a long figure: what one says once less, another figure may stand for.

A number of shares is given for two days, and often it is the same. Where one version has it twice and the other once,
beside a figure that no place of the first version states and that is one slip away, the slip is likely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from bilingual.align.evidence import digit_likeness
from bilingual.align.mentions import Mention, ValueIndex
from bilingual.model.document import Language
from bilingual.model.figure import Figure, Kind

LONG = 6
"""Digits, zeros included, that chance does not repeat but for one."""
SLIP = 0.8
NEAR = 0.08
"""Share of the document within which both stand."""

_Look = tuple[Kind, str, int]


class Sides(Protocol):
    """Both sides with the places of their figures."""

    @property
    def prose(self) -> dict[Language, ValueIndex]:
        """Figures of running text."""

    @property
    def cells(self) -> dict[Language, ValueIndex]:
        """Figures of tables."""

    def apart(self, one: Mention, other: Mention) -> float:
        """How far two mentions stand apart."""


def said_once_less(sides: Sides, alone: Sequence[Mention], told: set[int]) -> list[tuple[Mention, Mention]]:
    """Long figures stated nowhere on the other side, each with the one that it stands for there.

    Args:
        sides: both sides.
        alone: mentions that nothing on the other side meets.
        told: ids of those that have a partner already.
    """
    found: list[tuple[Mention, Mention]] = []
    told = set(told)
    index: dict[Language, dict[_Look, list[Mention]]] = {}
    for mention in alone:
        look = _look(mention.figure)
        if id(mention) in told or look is None:
            continue
        language = mention.figure.language
        for side in Language:
            if side not in index:
                index[side] = _by_look(sides, side)
        other = _missed(sides, mention, index[language][look], index[language.other][look])
        if other is not None and id(other) not in told:
            told |= {id(mention), id(other)}
            found.append((mention, other) if language is Language.JA else (other, mention))
    return found


def _missed(
    sides: Sides, mention: Mention, own: Sequence[Mention], others: Sequence[Mention]
) -> Mention | None:
    """The mention of the other side whose value this side states once less, if there is one such value."""
    digits = full_digits(mention.figure)
    places: dict[Decimal | None, list[Mention]] = defaultdict(list)
    for other in others:
        if (
            digit_likeness(digits, full_digits(other.figure)) >= SLIP
            and other.figure.value != mention.figure.value
        ):
            places[other.figure.value].append(other)
    more = [
        found
        for value, found in places.items()
        if len(found) > sum(mine.figure.value == value for mine in own)
    ]
    if len(more) != 1:
        return None
    nearest = min(more[0], key=lambda other: sides.apart(mention, other))
    return nearest if sides.apart(mention, nearest) <= NEAR else None


def _by_look(sides: Sides, language: Language) -> dict[_Look, list[Mention]]:
    found: dict[_Look, list[Mention]] = defaultdict(list)
    for index in (sides.prose[language], sides.cells[language]):
        for mention in index.sized:
            look = _look(mention.figure)
            if look is not None:
                found[look].append(mention)
    return found


def is_long(figure: Figure) -> bool:
    """Whether a figure has as many digits as chance does not repeat."""
    return _look(figure) is not None


def _look(figure: Figure) -> _Look | None:
    """Kind, unit and number of digits of a long exact figure."""
    if figure.kind not in (Kind.AMOUNT, Kind.COUNT) or figure.value is None:
        return None
    if figure.approximate or figure.word or figure.bound is not None:
        return None
    length = len(full_digits(figure))
    return (figure.kind, figure.unit, length) if length >= LONG else None


def full_digits(figure: Figure) -> str:
    """The digits of a value to the last one that is printed, zeros included."""
    value, step = abs(figure.value or Decimal(0)), figure.step or Decimal(1)
    return f"{value / step:.0f}" if step > 0 else ""
