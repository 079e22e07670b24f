"""Japanese eras and kanji numerals of dates."""

from __future__ import annotations

import re
from collections import Counter

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


NEAR = 6
"""Years that terms of one paper are apart at most: those reported, those compared, those forecast."""
_YEAR_RE = re.compile(
    r"(?:(令和|平成|昭和) {0,2}|(?<![\d'年.]))(元|\d{1,2}|(?:19|20)\d\d) {0,2}年( {0,2}\d{1,2} {0,2}月 {0,2}期)?"
)
"""A year, with or without its era or its century, and whether it names a term."""
TERM = 10
"""How much more a year of a term tells than another year: 2025年 may be that of an exhibition."""


def unnamed_era(text: str) -> str:
    r"""The era whose years a Japanese text prints without its name too; empty where it prints none, or short Gregorian ones.

    >>> unnamed_era("平成29年3月期 第3四半期決算短信\n29年3月期第3四半期"), unnamed_era("2016年3月期\n16年3月期")
    ('平成', '')
    """
    named: Counter[tuple[str, int]] = Counter()
    unnamed: set[int] = set()
    for era, digits, term in _YEAR_RE.findall(text):
        number = small_number(digits) or 0
        if era or number > 99:
            named[era, ERA_BASE[era] + number if era else number] += TERM if term else 1
        elif term:
            unnamed.add(number)
    votes: Counter[str] = Counter()
    for (era, year), weight in named.items():
        near = any(abs((year_of(number, era) if era else 2000 + number) - year) <= NEAR for number in unnamed)
        votes[era] += weight * near
    return max(votes, key=lambda era: (votes[era], era)) if any(votes.values()) else ""


def year_of(number: int, era: str) -> int:
    """The Gregorian year of a number that stands for a year of the era, or of one of the last years of the era before.

    >>> year_of(29, "平成"), year_of(31, "令和"), year_of(2, "令和")
    (2017, 2019, 2020)
    """
    names = [name for name, _, _ in ERAS]
    later = ERA_BASE[era]
    before = ERA_BASE[names[min(names.index(era) + 1, len(names) - 1)]]
    ended = later - before  # the last whole year of the era before
    return before + number if 0 <= ended + 1 - number <= NEAR else later + number
