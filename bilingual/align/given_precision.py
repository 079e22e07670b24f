"""Figures of two given segments that agree within their precision and still cannot stand for each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bilingual.model.alignment import FigurePair, Side
from bilingual.model.document import Language
from bilingual.model.figure import Aspect, Difference, Direction, Figure, Kind, Sign

BILLION = 9
CUT = frozenset({Kind.AMOUNT, Kind.COUNT, Kind.POINTS, Kind.RATIO, Kind.PHYSICAL})
FILLED = CUT | {Kind.PERCENT, Kind.NUMBER}
MOST_CHANGED = 50
"""A percentage of change; from here on it may be a percentage of the level before: 前年比98%."""
MONEY_RE = {
    Language.JA: re.compile(r"円|ドル|ユーロ|元|[¥$€£]|[A-Z]{3}(?![A-Za-z])|ポンド|ウォン|バーツ|ルピ|フラン"),
    Language.EN: re.compile(r"[¥$€£₩]|(?i:\b(?:yen|dollars?|euros?|yuan|renminbi|won|pounds?|baht|francs?|rupees?|rupiah|dong|pesos?|reals?)\b)|\b[A-Z]{3}\b"),
}  # fmt: skip
"""What says of which money a number is."""
CHANGE_JA_RE = re.compile(r"(?:比|差|増減率|変化率)[ はがの:(]*\Z")
"""Before the amount of a change whose way has to be said: 前期比△3.4%."""


def precisely(pairs: Sequence[FigurePair]) -> tuple[FigurePair, ...]:
    """Mark figures that were cut short, limits that are two, and changes that go down in English alone."""
    return tuple(
        replace(both, differences=(*both.differences, found))
        if not both.differences and (found := _misstated(both.ja, both.en))
        else both
        for both in pairs
    )


def without_money(pairs: Sequence[FigurePair], sides: tuple[Side, Side]) -> tuple[FigurePair, ...]:
    """Mark amounts whose number has a scale word on the other side, which names no money anywhere: 84千円, 84 thousand."""
    bare = {
        side.language: not any(
            MONEY_RE[side.language].search(reading.segment.text) for reading in side.readings
        )
        for side in sides
    }
    return tuple(
        replace(
            both,
            differences=(Difference(Aspect.CURRENCY, 1, f"{both.ja.printed} against {both.en.printed}"),),
        )
        if any(
            one.kind is Kind.AMOUNT
            and not one.inherited_unit
            and other.kind is Kind.NUMBER
            and other.scale
            and bare[other.language]
            for one, other in ((both.ja, both.en), (both.en, both.ja))
        )
        and not any(item.serious for item in both.differences)
        else both
        for both in pairs
    )


def headed(pairs: Sequence[FigurePair], sides: tuple[Side, Side]) -> tuple[FigurePair, ...]:
    """Rows of tables of which one prints the unit in every cell; that of the bare one stands in a head that is not given."""
    rows = all("\t" in reading.segment.text for side in sides for reading in side.readings)
    bare = [
        {both.ja.kind for both in pairs} == {Kind.NUMBER},
        {both.en.kind for both in pairs} == {Kind.NUMBER},
    ]
    if not rows or sum(bare) != 1 or any(both.ja.digits != both.en.digits for both in pairs):
        return tuple(pairs)
    return tuple(
        replace(both, differences=tuple(item for item in both.differences if item.aspect is not Aspect.SCALE))
        for both in pairs
    )


def _misstated(ja: Figure, en: Figure) -> Difference | None:
    if ja.value is None or en.value is None or ja.ends or en.ends:
        return None
    note = f"{ja.printed} against {en.printed}"
    if abs(ja.value) != abs(en.value):
        if _cut_short(ja, en) or _other_limit(ja, en) or _filled(ja, en):
            return Difference(Aspect.VALUE, 1, note)
        return None
    if _unsigned(ja) and en.direction is Direction.DOWN and en.sign is Sign.NONE:
        return Difference(Aspect.DIRECTION, 1, note)
    return None


def _cut_short(ja: Figure, en: Figure) -> bool:
    """Whether English has fewer digits and they are no rounding: 178億円, ¥17 billion. Millions may be cut off."""
    if ja.kind is not en.kind or ja.unit != en.unit or ja.kind not in CUT or ja.word or en.word:
        return False
    if ja.approximate is not en.approximate or ja.bound or en.bound:
        return False
    if ja.kind is Kind.AMOUNT and en.scale < BILLION:
        return False
    step = en.step or Decimal(0)
    rest = abs(ja.value or Decimal(0)) - abs(en.value or Decimal(0))
    return step > (ja.step or Decimal(0)) and rest * 2 >= step


def _filled(ja: Figure, en: Figure) -> bool:
    """Whether one zero that the English scale asks for is another digit: 2.4億円, ¥242 million.

    A version that knows the figure more closely differs in more places (95億円, JPY9,528 million) or prints more behind the point.
    """
    if "." in en.printed or any(figure.word or figure.kind not in FILLED for figure in (ja, en)):
        return False
    if not ja.step or not en.step or en.step >= ja.step:
        return False
    one, other = (f"{abs(figure.value or Decimal(0)):f}" for figure in (ja, en))
    if len(one) != len(other):
        return False  # another unit: 24カ月, two years
    wrong: int = sum(mine != theirs for mine, theirs in zip(one, other, strict=True))
    return wrong == 1


def _other_limit(ja: Figure, en: Figure) -> bool:
    """Whether both name a limit, and not the same: 8万曲を超え, more than 85,000."""
    limits = ja.bound is not None and ja.bound is en.bound
    return limits and not (ja.approximate or en.approximate or ja.word or en.word)


def _unsigned(figure: Figure) -> bool:
    """Whether a change is named by its base alone, with no minus and no word for its way: 前期比3.4%の1,873億円."""
    if figure.direction is not None or figure.sign is not Sign.NONE:
        return False
    if figure.kind is Kind.PERCENT and abs(figure.value or Decimal(0)) >= MOST_CHANGED:
        return False
    known = figure.kind in (Kind.PERCENT, Kind.POINTS, Kind.AMOUNT)
    return known and bool(CHANGE_JA_RE.search(figure.subject))
