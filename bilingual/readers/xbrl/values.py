"""Numbers as reports write them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

MOST_SCALE = 30
"""Beyond a quintillion of trillions no amount is meant."""
LONGEST = 60
ZERO_RE = re.compile(r"[-－−–―—]|nil|none|no", re.IGNORECASE)
WIDE = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
APART_RE = re.compile(r"[\s,'’\u00a0\u2009]")
UNITS_RE = re.compile(r"(?P<whole>[\d,]+)\D+?(?:(?P<part>\d+)\D*)?")


def number_of(text: str, form: str = "") -> Decimal | None:
    """The number that a fact shows; None for a text that is none.

    Args:
        text: the characters of the element.
        form: the transformation that it names (Transformation Rules Registry: ``ixt:numdotdecimal``,
            ``ixt:numunitdecimal``, ``ixt:zerodash``, …); empty for a plain number.

    >>> number_of("1,234.5", "ixt:numdotdecimal"), number_of("1.234,5", "ixt:num-comma-decimal")
    (Decimal('1234.5'), Decimal('1234.5'))
    >>> number_of("12円34銭", "ixt:numunitdecimal"), number_of("－", "ixt:zerodash"), number_of("n/a")
    (Decimal('12.34'), Decimal('0'), None)
    """
    folded = text.strip().translate(WIDE)
    name = form.rpartition(":")[2].lower().replace("-", "")
    if name in ("zerodash", "fixedzero", "nocontent") or (
        name.startswith("num") and ZERO_RE.fullmatch(folded)
    ):
        return Decimal(0)
    if "unitdecimal" in name:
        match = UNITS_RE.fullmatch(folded)
        folded = f"{match['whole']}.{match['part'] or 0}" if match else folded
    elif "commadecimal" in name or name == "numcomma":
        folded = folded.replace(".", "").replace(",", ".")
    plain = APART_RE.sub("", folded)
    if len(plain) > LONGEST or not plain.isascii():
        return None
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) <= LONGEST else None


def decimals_of(text: str | None) -> int | None:
    """The ``decimals`` of a fact; None for ``INF``, nothing and nonsense."""
    return scale_of(text) if text else None


def scale_of(text: str | None) -> int | None:
    """A power of ten, 0 where none is given; None for nonsense."""
    try:
        value = int(text or "0")
    except ValueError:
        return None
    return value if abs(value) <= MOST_SCALE else None
