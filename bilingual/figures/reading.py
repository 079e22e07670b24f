"""A quantity as it is read from one text, before it becomes a figure of the document."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from bilingual.figures.noise import Mask
from bilingual.figures.units import Unit
from bilingual.model.document import Language, MappedText
from bilingual.model.figure import Bound, Direction, Figure, Kind, Period, Sign

ZERO = Decimal(0)
ONE = Decimal(1)


class Reading(NamedTuple):
    """A quantity with offsets into the text that was read.

    A named tuple and no dataclass, because every figure is amended half a dozen times on its way.

    Attributes:
        start: offset of its first character: sign, currency or digit.
        end: offset after its last character: digit, scale, unit or bracket.
        first: offset of its first digit or number word.
        number: the printed number without sign and scale.
        places: printed decimals.
        scale: power of ten of the scale words.
        step: smallest step that the print can show, in base units.
        amount: unsigned value in base units.
        unit: unit, if the figure has one.
        code: name of the unit, as in ``Figure.unit``.
        kind: what it measures.
        unit_printed: the unit words as printed.
        minus: a minus mark is printed.
        plus: a plus mark is printed.
        word: it is written in words.
        ends: both ends of a range, signed.
        inherited: unit or scale come from a neighbour.
        loss: words name it as a loss.
        named_loss: these words govern it directly, so that the value is negative.
    """

    start: int
    end: int
    first: int
    amount: Decimal
    step: Decimal
    number: Decimal = ZERO
    places: int = 0
    scale: int = 0
    unit: Unit | None = None
    code: str = ""
    kind: Kind = Kind.NUMBER
    unit_printed: str = ""
    minus: bool = False
    plus: bool = False
    word: bool = False
    ends: tuple[Decimal, Decimal] | None = None
    inherited: bool = False
    bound: Bound | None = None
    approximate: bool = False
    direction: Direction | None = None
    loss: bool = False
    period: Period | None = None
    base: Period | None = None
    subject: str = ""
    confidence: int = 100

    @property
    def signed(self) -> Decimal:
        """Value in base units, negative where a mark is printed or a word says so."""
        return -self.amount if self.minus or self.loss else self.amount

    @property
    def is_change(self) -> bool:
        """Whether it is of a kind that usually states a change, or says a direction."""
        return self.kind in (Kind.PERCENT, Kind.POINTS, Kind.RATIO) or self.direction is not None


def read_in_order(
    pattern: re.Pattern[str],
    text: str,
    mask: Mask,
    read: Callable[[str, re.Match[str], int], Reading | None],
) -> list[Reading]:
    """Read what a pattern finds outside the masked spans, in order; ``read`` is told where the one before ends."""
    readings: list[Reading] = []
    floor = 0
    for match in pattern.finditer(text):
        if match.start() < floor or mask.covers(match.start(), match.end()):
            continue
        reading = read(text, match, floor)
        if reading is not None:
            readings.append(reading)
            floor = reading.end
    return readings


def power(exponent: int) -> Decimal:
    """Ten to the power of an exponent, exactly."""
    return _POWERS[exponent] if 0 <= exponent < len(_POWERS) else ONE.scaleb(exponent)


_POWERS = tuple(ONE.scaleb(exponent) for exponent in range(16))


def plain(value: Decimal) -> Decimal:
    """The same number without an exponent: 9500000000, not 9.5E+9."""
    if value and value.same_quantum(ONE):
        return value  # most figures, without a look at their digits
    printed = str(value)  # a third of the time that its tuple takes
    return Decimal(int(value)) if "E+" in printed or printed == "-0" else value


def to_figure(
    reading: Reading, content: MappedText, language: Language, period: Period | None = None
) -> Figure:
    """The figure of the document that a reading is; ``period`` is that of its row or column, if it has one."""
    sign = Sign.BOTH if reading.minus and reading.loss else Sign.MARK if reading.minus else Sign.NONE
    if sign is Sign.NONE:
        sign = Sign.WORD if reading.loss else Sign.PLUS if reading.plus else Sign.NONE
    return Figure(
        language=language,
        kind=reading.kind,
        printed=content.text[reading.start : reading.end],
        span=content.span(reading.start, reading.end),
        value=None if reading.ends else plain(reading.signed),
        step=plain(reading.step),
        unit=reading.code,
        scale=reading.scale,
        sign=sign,
        bound=reading.bound,
        approximate=reading.approximate,
        direction=reading.direction,
        loss=reading.loss,
        ends=(plain(reading.ends[0]), plain(reading.ends[1])) if reading.ends else None,
        period=period or reading.period,
        base=reading.base,
        inherited_unit=reading.inherited,
        word=reading.word,
        unit_printed=reading.unit_printed,
        subject=reading.subject,
        confidence=reading.confidence,
    )
