"""Throw-away keys under which terms are looked up; the printed form stays what it is."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bilingual.text.normalize import fold

DROPPED = frozenset("ー・･ \t-()[]「」『』,、:;~")
"""Characters that spellings of one Japanese term differ in: long vowels, middle dots, blanks, brackets."""
SPELLINGS = (("および", "及び "), ("ヴァ", "バ "), ("ヴィ", "ビ "), ("ヴェ", "ベ "), ("ヴォ", "ボ "), ("ヴ", "ブ"))
"""Spellings of equal length, padded with a blank that the key drops, so that offsets stay right."""
STOP_STEMS = frozenset({"of", "the", "and", "in", "to", "for", "a", "an", "on", "by", "from", "with", "at"})
WORD_RE = re.compile(r"[A-Za-z]+(?:'[a-z]+)?|&|\d[\d,.]*(?:[A-Za-z]+)?|%")
KEPT_S = frozenset({"sales", "gas", "news", "less", "plus", "loss", "times", "is", "was", "has", "its", "this", "us"})


def japanese_key(text: str) -> tuple[str, list[int]]:
    """The key of a Japanese text, and the offset of every character of the key in the text."""
    folded = fold(text)
    lowered = folded.lower()
    folded = lowered if len(lowered) == len(folded) else folded
    for spelling, other in SPELLINGS:
        if spelling in folded:
            folded = folded.replace(spelling, other)
    offsets = [at for at, character in enumerate(folded) if character not in DROPPED]
    return "".join([folded[at] for at in offsets]), offsets


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """An English word without case, possessive and plural.

    >>> [stem(word) for word in ("Liabilities", "Services", "company's", "Sales", "losses", "&")]
    ['liability', 'service', 'company', 'sales', 'loss', 'and']
    """
    word = word.lower().replace("’", "'")
    if word == "&":
        return "and"
    word = word.removesuffix("'s").rstrip("'")
    if word in KEPT_S or len(word) <= 3:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def english_words(text: str) -> list[tuple[str, int, int]]:
    """Stems of the words of an English text with their spans; ``non-`` joins the word after it."""
    found: list[tuple[str, int, int]] = []
    for match in WORD_RE.finditer(fold(text)):
        word = stem(match.group())
        if found and found[-1][0] in ("non", "anti") and match.start() - found[-1][2] <= 1:
            prefix = found.pop()
            found.append((prefix[0] + word, prefix[1], match.end()))
        else:
            found.append((word, match.start(), match.end()))
    return found


def english_key(text: str) -> str:
    """The key of an English term: its stems, each between blanks."""
    return "".join(f" {word} " for word, _, _ in english_words(text))


def nfkc_key(text: str) -> str:
    """A key for exact comparison of whole labels (blanket NFKC is fine on a key that is thrown away)."""
    return unicodedata.normalize("NFKC", text).casefold().strip()
