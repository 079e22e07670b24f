"""Throw-away keys under which terms are looked up; the printed form stays what it is."""

from __future__ import annotations

import re
from functools import lru_cache

from bilingual.text.normalize import fold

DROPPED = frozenset("ー・･ \t-()[]「」『』【】<>、,:;~")
"""Characters that spellings of one Japanese term differ in: long vowels, middle dots, blanks, brackets."""

SMALL_KANA = str.maketrans("ァィゥェォヵヶぁぃぅぇぉ一", "アイウエオカカあいうえお1")
"""ソフトウェア is ソフトウエア, ヶ月 is カ月, 一株 is 1株."""

SPELLINGS = {
    spelling: shortest
    for shortest, spellings in {
        "及び": "および",
        "又は": "または 或いは あるいは",
        "並び": "ならび",
        "バ": "ヴア",
        "ビ": "ヴイ",
        "ベ": "ヴエ",
        "ボ": "ヴオ",
        "ブ": "ヴ",
        "イア": "イヤ",
        "当り": "当たり あたり",
        "年内": "年以内",
        "棚卸": "たな卸 棚卸し たなおろし",
        "貸付": "貸付け 貸し付け",
        "借入": "借入れ 借り入れ",
        "払戻": "払戻し 払い戻し",
        "払込": "払込み",
        "売上": "売上げ 売り上げ",
        "取崩": "取崩し",
        "引受": "引受け",
        "買入": "買入れ",
        "差入": "差入れ",
        "預入": "預入れ",
        "繰入": "繰入れ",
        "切捨": "切捨て 切り捨て",
        "見積": "見積り 見積もり",
        "見込": "見込み",
        "見通": "見通し",
        "組替": "組替え",
        "振替": "振替え",
        "戻入": "戻入れ",
        "受入": "受入れ",
        "支払": "支払い",
        "障害": "障がい 障碍",
        "取扱": "取扱い",
        "割当": "割当て",
    }.items()
    for spelling in spellings.split()
}
"""Spellings of one word, all replaced by the shortest, so that the offsets can be kept."""
SPELLING_RE = re.compile("|".join(sorted(SPELLINGS, key=len, reverse=True)))

STOP_STEMS = frozenset({"of", "the", "and", "in", "to", "for", "a", "an", "on", "by", "from", "with", "at"})
WORD_RE = re.compile(r"[A-Za-zÀ-ɏ]+(?:'[a-z]+)?|&|\d[\d,.]*(?:[A-Za-z]+)?|%")
KEPT_S = frozenset(
    {"sales", "gas", "news", "less", "plus", "loss", "times", "is", "was", "has", "its", "this", "us"}
)
JOINED = {
    ("data", "center"): "datacenter",
    ("data", "centre"): "datacenter",
    ("dial", "up"): "dialup",
    ("e", "mail"): "email",
    ("on", "line"): "online",
    ("write", "down"): "writedown",
    ("write", "off"): "writeoff",
    ("work", "force"): "workforce",
    ("health", "care"): "healthcare",
    ("child", "care"): "childcare",
    ("intra", "group"): "intragroup",
    ("inter", "segment"): "intersegment",
    ("soft", "ware"): "software",
}
"""Words that are printed apart, hyphenated or joined; and prefixes that always join the word after them."""
PREFIXES = frozenset({"non", "anti", "un"})
SAME_STEM = {
    "centre": "center",
    "programme": "program",
    "labour": "labor",
    "cheque": "check",
    "capex": "capex",
}
"""Spellings of the two English standards."""


def japanese_key(text: str) -> tuple[str, list[int]]:
    """The key of a Japanese text, and the offset of every character of the key in the text.

    >>> japanese_key("データーセンター（および回線）")[0]
    'デタセンタ及び回線'
    """
    folded = fold(text).lower().translate(SMALL_KANA)
    if len(folded) != len(text):  # İ is the one character whose lower case is longer
        folded = "".join(character.lower()[0] for character in fold(text)).translate(SMALL_KANA)
    folded = SPELLING_RE.sub(_shortest, folded)
    offsets = [at for at, character in enumerate(folded) if character not in DROPPED]
    return "".join([folded[at] for at in offsets]), offsets


@lru_cache(maxsize=50_000)
def japanese_term_key(term: str) -> str:
    """The key of a Japanese term or label, without the offsets."""
    return japanese_key(term)[0]


def _shortest(match: re.Match[str]) -> str:
    # Blanks keep the length, and are dropped with the others.
    return SPELLINGS[match.group()].ljust(len(match.group()))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """An English word without case, possessive and plural.

    >>> [stem(word) for word in ("Liabilities", "Services", "company's", "Sales", "losses", "&")]
    ['liability', 'service', 'company', 'sales', 'loss', 'and']
    """
    word = word.lower()
    if word == "&":
        return "and"
    word = word.removesuffix("'s").rstrip("'")
    if word in KEPT_S or len(word) <= 3:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return SAME_STEM.get(word, word)


def english_words(text: str) -> list[tuple[str, int, int]]:
    """Stems of the words of an English text with their spans; what is one word to some is one here."""
    found: list[tuple[str, int, int]] = []
    for match in WORD_RE.finditer(text if text.isascii() else fold(text)):
        word = stem(match.group())
        if found and match.start() - found[-1][2] <= 1:
            before, start, _ = found[-1]
            joined = before + word if before in PREFIXES else JOINED.get((before, word))
            if joined:
                found[-1] = (joined, start, match.end())
                continue
        found.append((word, match.start(), match.end()))
    return found


@lru_cache(maxsize=50_000)
def english_key(text: str) -> str:
    """The key of an English term or label: its stems, each between blanks."""
    return "".join(f" {word} " for word, _, _ in english_words(text))
