"""The hundredth of a yen, in which amounts per share are stated: 38円52銭, 38 yen 52 sen, 50銭."""

from __future__ import annotations

import re
from decimal import Decimal

from bilingual.figures.reading import Reading
from bilingual.figures.units import BY_NAME
from bilingual.model.figure import Kind

SEN = 100
"""In a yen."""
_STEP = Decimal("0.01")
_BEHIND_RE = re.compile(r"(?:\s?| and )(?P<sen>\d{1,2})\s?(?:銭|sen\b)")
_ALONE_RE = re.compile(r"\s?(?P<word>銭|sen\b)")


def with_sen(text: str, reading: Reading) -> Reading:
    """An amount in whole yen with the sen behind it, if any; others as they are."""
    if reading.code != "JPY" or reading.scale or reading.places:
        return reading
    behind = _BEHIND_RE.match(text, reading.end)
    if behind is None:
        return reading
    amount = reading.amount + Decimal(behind["sen"]) / SEN
    printed = text[reading.end - len(reading.unit_printed) : behind.end()]
    unit = re.sub(r"[\d\s]+", " " if printed.isascii() else "", printed)
    return reading._replace(
        end=behind.end(), amount=amount, number=amount, step=_STEP, places=2, unit_printed=unit
    )


def sen_alone(text: str, reading: Reading) -> Reading:
    """A number with no unit of its own in sen, where the word stands behind it; others as they are."""
    if reading.unit is not None or reading.scale:
        return reading
    behind = _ALONE_RE.match(text, reading.end)
    if behind is None:
        return reading
    unit = BY_NAME["JPY"]
    return reading._replace(
        end=behind.end(),
        amount=reading.amount / SEN,
        step=reading.step / SEN,
        unit=unit,
        code=unit.name,
        kind=Kind.AMOUNT,
        unit_printed=behind["word"],
    )
