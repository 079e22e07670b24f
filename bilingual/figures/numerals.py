"""Digits, kanji numerals and English number words as exact numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bilingual.model.quick import quick
from bilingual.text.characters import KANJI_DIGITS, LOST

DIGITS = r"\d+(?:[.,]\d+)*"
"""A run of digits as printed; what it means, ``read_digits`` tells."""

SPACED_DIGITS = rf"\d{{1,3}}(?:, \d{{3}})+(?![\d,.])|{DIGITS}"
"""The same, with a blank that a text layer put behind a thousands comma."""

_PLAIN_RE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")
_SCANNED_RE = re.compile(r"\d{1,3}(?:[.,]\d{3}){2,}|\d{1,3}\.\d{3},\d{3}")
_KANJI_SCALES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 4, "億": 8, "兆": 12}
"""Kanji that multiply all that stands before them, and their powers of ten."""
_MYRIAD_RE = re.compile(f"([^{''.join(MYRIADS)}]+)([{''.join(MYRIADS)}]?)")

LONGEST = 27
"""Characters of the longest run that is a number; beyond, decimals would no longer be exact."""

_LOST_UNIT_RE = re.compile(f"[ -]?[A-Za-z兆億万千百十]*{LOST}")
UNIT_LOST = 55
"""Confidence of a figure whose unit or scale lost a letter: 6.18 �illion."""
LONGEST_UNIT = 12
"""Characters of such a word."""
DAMAGED = 85
"""Confidence in an integer whose commas were read as points (``1.033.029``)."""


@quick
@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed: its value, its decimals, and how sure the reading is (per cent)."""

    value: Decimal
    places: int = 0
    confidence: int = 100


def read_digits(run: str) -> Numeral | None:
    """Read a run of digits with thousands commas and a decimal point.

    >>> read_digits("1,234.50")
    Numeral(value=Decimal('1234.50'), places=2, confidence=100)
    >>> read_digits("1,2") is None
    True
    """
    if len(run) > LONGEST:
        return None
    run = run.replace(" ", "")
    plain = _PLAIN_RE.fullmatch(run)
    if plain:
        return Numeral(Decimal(run.replace(",", "")), len(plain[2] or ""))
    if _SCANNED_RE.fullmatch(run):
        return Numeral(Decimal(re.sub(r"[.,]", "", run)), 0, DAMAGED)
    return None


def read_kanji(run: str) -> Numeral | None:
    """Read kanji numerals: by place (二五) or with 十, 百, 千.

    >>> read_kanji("二十三").value, read_kanji("二〇").value
    (Decimal('23'), Decimal('20'))
    """
    if not any(char in _KANJI_SCALES for char in run):
        return Numeral(Decimal("".join(str(KANJI_DIGITS[char]) for char in run)))
    total, digit = 0, 0
    for char in run:
        if char in _KANJI_SCALES:
            total += (digit or 1) * _KANJI_SCALES[char]
            digit = 0
        else:
            digit = digit * 10 + KANJI_DIGITS[char]
    return Numeral(Decimal(total + digit))


def read_kanji_sum(run: str) -> Numeral | None:
    """Read kanji numerals with 万, 億 and 兆, the largest first; None where they do not stand in that order.

    >>> read_kanji_sum("一兆二千億").value, read_kanji_sum("三億二億") is None
    (Decimal('1200000000000'), True)
    """
    total, last = Decimal(0), max(MYRIADS.values()) + 1
    for part, myriad in _MYRIAD_RE.findall(run):
        exponent = MYRIADS.get(myriad, 0)
        numeral = read_kanji(part)
        if numeral is None or exponent >= last or numeral.value >= 10_000:
            return None
        total, last = total + numeral.value.scaleb(exponent), exponent
    return Numeral(Decimal(f"{total:f}")) if total else None


ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

ENGLISH: dict[str, int] = {
    **{word: number for number, word in enumerate(ONES, start=1)},
    **{word: 10 * number for number, word in enumerate(TENS, start=2)},
    **{
        f"{ten}-{one}": 10 * tens + ones
        for tens, ten in enumerate(TENS, start=2)
        for ones, one in enumerate(ONES[:9], start=1)
    },
    "dozen": 12,
}
"""English number words up to ninety-nine."""

ENGLISH_WORD = rf"(?:(?:{'|'.join(TENS)})(?:-(?:{'|'.join(ONES[:9])}))?|{'|'.join(sorted(ONES, key=len, reverse=True))}|dozen)"

FRACTIONS: dict[str, int] = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000}  # fmt: skip
"""English names of parts."""


def part_of_scale(words: str) -> Numeral:
    """What stands before a scale word: a million, half a million, a quarter of a million."""
    if "quarter" in words:
        return Numeral(Decimal("0.75" if words.startswith("three") else "0.25"), 2)
    return Numeral(Decimal("0.5"), 1) if words.startswith("h") else Numeral(Decimal(1))


def unit_confidence(text: str, end: int, confidence: int) -> int:
    """The confidence of a figure that ends at ``end``: low where the word behind it lost a letter.

    >>> unit_confidence("6.18 \N{REPLACEMENT CHARACTER}illion m3", 4, 100), unit_confidence("6.18 million", 4, 100)
    (55, 100)
    """
    if LOST not in text[end : end + LONGEST_UNIT]:
        return confidence
    return min(confidence, UNIT_LOST) if _LOST_UNIT_RE.match(text, end) else confidence
