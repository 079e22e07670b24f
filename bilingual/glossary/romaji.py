"""Japanese names in Latin letters, as company names and places are written in English: センダイ, Sendai.

Long vowels are dropped on both sides (Tokyo for トウキョウ), and an m before b, m or p is an n (Shimbashi).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サシスセソ", "z": "ザジズゼゾ", "t": "タチツテト", "d": "ダヂヅデド", "n": "ナニヌネノ",
    "h": "ハヒフヘホ", "b": "バビブベボ", "p": "パピプペポ", "m": "マミムメモ", "r": "ラリルレロ",
}  # fmt: skip
_PLAIN = {
    **{kana: f"{consonant}{vowel}" for consonant, row in _ROWS.items() for kana, vowel in zip(row, "aiueo", strict=True)},
    "シ": "shi", "ジ": "ji", "チ": "chi", "ツ": "tsu", "ヂ": "ji", "ヅ": "zu", "フ": "fu", "ヴ": "vu",
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヲ": "o", "ン": "n",
}  # fmt: skip
_GLIDES = {"ャ": "a", "ュ": "u", "ョ": "o"}
_LONG_RE = re.compile(r"ou|oo|uu|oh(?![aeiou])")


@lru_cache(maxsize=4_096)
def romaji(kana: str) -> str:
    """A katakana reading in plain letters.

    >>> romaji("トウキョウ"), romaji("サッポロ"), romaji("シンジュク")
    ('tokyo', 'sapporo', 'shinjuku')
    """
    found = ""
    double = False
    for letter in kana:
        if letter == "ッ":
            double = True
            continue
        if letter in _GLIDES:
            found = re.sub(r"(?<=sh|ch)i\Z|(?<=j)i\Z", "", found)
            found = re.sub(r"i\Z", "y", found) + _GLIDES[letter]
            continue
        sound = _PLAIN.get(letter, "")
        found += (sound[:1] if double else "") + sound
        double = False
    return plain_name(found)


def plain_name(word: str) -> str:
    """An English spelling of a Japanese name without its long vowels.

    >>> plain_name("Kōbe"), plain_name("Shimbashi"), plain_name("Ohtsu")
    ('kobe', 'shinbashi', 'otsu')
    """
    letters = "".join(each for each in unicodedata.normalize("NFKD", word.lower()) if each.isascii())
    letters = re.sub(r"m(?=[bmp])", "n", letters)
    return _LONG_RE.sub(lambda match: match[0][0], letters)
