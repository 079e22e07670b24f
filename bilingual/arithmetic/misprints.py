"""Misprints: what a printed number may have been meant to be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

TEN, HUNDRED = Decimal(10), Decimal(100)


def misprints_of(value: Decimal, step: Decimal) -> Iterator[Decimal]:
    """Yield the numbers that one slip turns into a printed one: a digit, two neighbours, a place, the sign.

    Args:
        value: the number as printed, in base units.
        step: its last printed digit.

    >>> meant = set(misprints_of(Decimal(1320), Decimal(10)))
    >>> Decimal(1230) in meant, Decimal(1720) in meant, Decimal(-1320) in meant, Decimal(1230) + 1 in meant
    (True, True, True, False)
    """
    if not step or not value:
        return
    sign = -1 if value < 0 else 1
    digits = str(int(abs(value) / step))
    yield -value
    yield value * TEN
    if digits.endswith("0"):
        yield value / TEN
    for place, own in enumerate(digits):
        for digit in "0123456789":
            if digit != own and (place or digit != "0" or len(digits) == 1):
                yield sign * step * Decimal(digits[:place] + digit + digits[place + 1 :])
        if place and own != digits[place - 1] and (place > 1 or own != "0"):
            swapped = digits[: place - 1] + own + digits[place - 1] + digits[place + 1 :]
            yield sign * step * Decimal(swapped)


def is_rare_slip(printed: Decimal, meant: Decimal, step: Decimal) -> bool:
    """Whether a number is another with two neighbours exchanged or one place more or less: chance seldom makes that.

    >>> one = Decimal(1)
    >>> is_rare_slip(Decimal(1320), Decimal(1230), one), is_rare_slip(Decimal(1320), Decimal(1330), one)
    (True, False)
    >>> is_rare_slip(Decimal(13200), Decimal(1320), one)
    True
    """
    if not step or not printed or (printed < 0) is not (meant < 0) or abs(printed) < HUNDRED * step:
        return False
    if meant in (printed * TEN, printed / TEN):
        return True
    one, other = (str(int(abs(number) / step)) for number in (printed, meant))
    return any(
        one[: place - 1] + one[place] + one[place - 1] + one[place + 1 :] == other
        for place in range(1, len(one))
        if one[place] != one[place - 1]
    )
