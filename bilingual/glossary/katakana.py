"""Does a katakana word sound like an English one?

Loan words need no glossary: クラウド sounds like cloud. Both are reduced to the consonants that survive the
borrowing: l and r, b and v and p, k and g, t and d fall together, vowels and an r that closes a syllable are
dropped. A word that begins with a vowel keeps a mark for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

KATAKANA_RE = re.compile("[ァ-ヴ]{3,}")
"""Runs that may be loan words; shorter ones sound like too many things (keys hold no long vowel marks)."""
SHORTEST = 2
"""Consonants that a word needs to be recognised by."""
COVERED = 0.7
"""Share of the katakana that the English words have to account for; all of it where a short word is among them."""

ROWS = {
    "k": "カキクケコガギグゲゴ",
    "s": "サシスセソザジズゼゾ",
    "t": "タチツテトダヂヅデド",
    "n": "ナニヌネノマミムメモン",
    "h": "ハヒフヘホ",
    "p": "バビブベボパピプペポヴ",
    "r": "ラリルレロ",
    "": "ヤユヨワヲャュョッァィゥェォヮー・",
}
SOUNDS = {kana: consonant for consonant, row in ROWS.items() for kana in row}
VOWELS = "アイウエオ"

SPELLED = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[ts]ion", "sn"),
        (r"[ct]ia", "s"),
        (r"sch|sh", "s"),
        (r"ph", "h"),
        (r"gh(?=t)", ""),
        (r"wh|w", ""),
        (r"th", "s"),
        (r"ck|q", "k"),
        (r"x", "ks"),
        (r"sc(?=[eiy])", "s"),
        (r"c(?=[eiy])", "s"),
        (r"ture", "t"),
        (r"(?<=[aeiou])r(?=[^aeiouy]|e?$)", ""),
        (r"(?<=[a-z])y", ""),
        (r"([a-z])\1", r"\1"),
    )
)
"""What English spelling hides, in this order; an r is silent before a consonant and at the end."""
SOFT_G_RE = re.compile("g(?=[eiy])")
LETTERS = str.maketrans({**dict.fromkeys("cgk", "k"), **dict.fromkeys("szj", "s"), **dict.fromkeys("td", "t"),
                         **dict.fromkeys("nm", "n"), **dict.fromkeys("hf", "h"), **dict.fromkeys("pbv", "p"),
                         **dict.fromkeys("rl", "r"), **dict.fromkeys("aeiouyw", "")})  # fmt: skip


@lru_cache(maxsize=20_000)
def katakana_sound(word: str) -> str:
    """Consonants of a katakana word.

    >>> katakana_sound("クラウド"), katakana_sound("アウトソーシング")
    ('krt', 'atssnk')
    """
    start = "a" if word[:1] in VOWELS or word[:1] in "ユヤヨ" else ""
    return start + "".join(SOUNDS.get(kana, "") for kana in word)


@lru_cache(maxsize=20_000)
def english_sounds(word: str) -> tuple[str, ...]:
    """Consonants of an English word, in every way that it may have been heard.

    >>> english_sounds("cloud"), english_sounds("outsourcing"), english_sounds("chemical")
    (('krt',), ('atssnk',), ('tnkr', 'knkr'))
    """
    plain = "".join(each for each in unicodedata.normalize("NFKD", word.lower()) if "a" <= each <= "z")
    heard = [plain.replace("ch", "t"), plain.replace("ch", "k")]
    heard += [SOFT_G_RE.sub("j", each) for each in heard]
    return tuple(dict.fromkeys(map(_sound, dict.fromkeys(heard))))


def _sound(word: str) -> str:
    for pattern, sound in SPELLED:
        word = pattern.sub(sound, word)
    start = "a" if word[:1] in tuple("aeiou") else ""
    return start + word.translate(LETTERS)


def heard_in(katakana: str, words: Iterable[str]) -> frozenset[str]:
    """The English words that a katakana sound is made of; none if they leave much of it open."""
    found: dict[str, int] = {}
    for word in words:
        sounds = english_sounds(word)
        hit = max((len(sound) for sound in sounds if len(sound) >= SHORTEST and sound in katakana), default=0)
        if hit:
            found[word] = hit
    needed = COVERED if all(hit > SHORTEST for hit in found.values()) else 1.0
    return frozenset(found) if found and sum(found.values()) >= needed * len(katakana) else frozenset()
