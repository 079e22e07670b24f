"""Japanese eras and kanji numerals of dates."""

from __future__ import annotations

from bilingual.text.characters import KANJI_DIGITS

ERAS = (
    ("令和", "R", 2018),
    ("平成", "H", 1988),
    ("昭和", "S", 1925),
    ("大正", "T", 1911),
    ("明治", "M", 1867),
)
"""Name, letter and the Gregorian year before year 1 (元年)."""

ERA_BASE = {word: base for name, letter, base in ERAS for word in (name, letter)}
"""The Gregorian year to add to a year of the era."""


def small_number(text: str) -> int | None:
    """Read a number below 100, or a year written digit by digit, in digits or kanji.

    >>> [small_number(text) for text in ("12", "元", "十三", "二十", "二〇二五")]
    [12, 1, 13, 20, 2025]
    """
    if text.isascii() and text.isdigit():
        return int(text)
    if text == "元":
        return 1
    if "十" in text:
        tens, _, ones = text.partition("十")
        if any(part and part not in KANJI_DIGITS for part in (tens, ones)):
            return None
        return (KANJI_DIGITS[tens] if tens else 1) * 10 + (KANJI_DIGITS[ones] if ones else 0)
    if not text or any(char not in KANJI_DIGITS for char in text):
        return None
    return int("".join(str(KANJI_DIGITS[char]) for char in text))


def full_year(text: str, era: str | None = None) -> int | None:
    """Read a year: Gregorian with two or four digits, or the year of an era.

    Years beyond the end of an era are read on: forecasts printed before May 2019 name 平成32年.

    >>> full_year("01"), full_year("平成", None), full_year("13", "平成")
    (2001, None, 2001)
    """
    number = small_number(text)
    if number is None:
        return None
    if era:
        base = ERA_BASE.get(era)
        return base + number if base is not None and 0 < number < 100 else None
    if number < 100:
        return number + (2000 if number < 70 else 1900)
    return number if 1800 <= number <= 2199 else None
