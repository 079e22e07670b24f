"""Facts about how terms are misspelled without being seen: look-alikes, width, invisible characters.

Every function takes a term and gives it back as it should be; where nothing is certain it gives the term itself.
"""

from __future__ import annotations

import re
import unicodedata

from bilingual.text.characters import FULLWIDTH_ASCII, KANGXI

KATAKANA = "ァ-ヺヽヾｦ-ﾟ"
KANJI = "㐀-䶵一-龠々"
JAPANESE_RE = re.compile(f"[ぁ-ゖ{KATAKANA}{KANJI}]")

INVISIBLE_RE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
BLANKS_RE = re.compile(r"[\s\u3000]+")
HALFWIDTH_KANA_RE = re.compile("[ｦ-ﾟ]+")
FULLWIDTH_WORD_RE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
HALFWIDTH_WORD_RE = re.compile("[0-9A-Za-z]")
COMBINING_RE = re.compile("[か-ほカ-ホ][\u3099\u309a]")

# A dash that stands where only a long vowel can: after katakana, before katakana or the end.
DASH_FOR_VOWEL_RE = re.compile(f"(?<=[{KATAKANA}])[‐‑‒–—―−─](?=[{KATAKANA}]|$)")
# 一 inside katakana; サービス一ヶ月 and データ一カ所 count something.
ONE_FOR_VOWEL_RE = re.compile(f"(?<=[{KATAKANA}])一(?=[{KATAKANA}])(?![カヵケヶつ])")
VOWEL_FOR_ONE_RE = re.compile(f"(?<=[{KANJI}])ー(?=[{KANJI}])")
CYRILLIC = dict(
    zip("АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo", strict=True)
)
"""Cyrillic and Greek letters that print as Latin ones."""
MIXED_WORD_RE = re.compile(f"[A-Za-z{''.join(CYRILLIC)}]+")

KANJI_FOR_KANA = dict(zip("口力二工夕卜八", "ロカニエタトハ", strict=True))
KANA_FOR_KANJI = {kana: kanji for kanji, kana in KANJI_FOR_KANA.items()}
KANJI_INSIDE_RE = re.compile(f"(?<=[{KATAKANA}ー])[{''.join(KANJI_FOR_KANA)}](?=[{KATAKANA}ー])")
# カ counts something before these: 数カ国, 六カ月.
KANA_INSIDE_RE = re.compile(
    f"(?<=[{KANJI}])(?!カ[月所国年店村町条社点])[{''.join(KANA_FOR_KANJI)}](?=[{KANJI}])"
)
HIRAGANA_HE_RE = re.compile(f"(?<=[{KATAKANA}ー])[へべぺ](?=[{KATAKANA}ー])")
KATAKANA_HE = str.maketrans("へべぺ", "ヘベペ")

_SAFE_KANJI = f"(?![一{''.join(KANJI_FOR_KANA)}])[{KANJI}]"
PLAIN_RE = re.compile(f"(?:[ぁ-ふほぼぽま-ゖ・A-Za-z0-9]|{_SAFE_KANJI}|[ァ-ヺ][ァ-ヺー]++)++")
"""A Japanese term that no rule of this module can find anything in: most are, so it is asked first."""


def visible(text: str) -> str:
    """Without characters that nobody sees."""
    return INVISIBLE_RE.sub("", text)


def single_spaced(text: str) -> str:
    """With single plain blanks, and none at the ends."""
    return BLANKS_RE.sub(" ", text).strip()


def japanese_width(text: str) -> str:
    """With full-width katakana; letters and digits, where both widths stand in one term, in the half-width.

    >>> [japanese_width(term) for term in ("ｿﾌﾄｳｪｱ", "ＩＴ投資", "ＩＴ投資A")]
    ['ソフトウェア', 'ＩＴ投資', 'IT投資A']
    """
    text = HALFWIDTH_KANA_RE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    if HALFWIDTH_WORD_RE.search(text):
        text = FULLWIDTH_WORD_RE.sub(lambda found: found[0].translate(_FULLWIDTH), text)
    return text


_FULLWIDTH = str.maketrans(FULLWIDTH_ASCII)


def english_width(text: str) -> str:
    """With half-width letters, digits and marks."""
    return text.translate(_FULLWIDTH)


def unlike(text: str) -> str:
    """With the letters that are meant instead of those that look like them, where that is certain.

    >>> [unlike(term) for term in ("サ一ビス", "第ー四半期", "ソフトウエア―", "Nеt sales", "⾦融")]
    ['サービス', '第一四半期', 'ソフトウエアー', 'Net sales', '金融']
    """
    text = COMBINING_RE.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    text = text.translate(_KANGXI)
    text = DASH_FOR_VOWEL_RE.sub("ー", text)
    text = ONE_FOR_VOWEL_RE.sub("ー", text)
    text = VOWEL_FOR_ONE_RE.sub("一", text)
    text = HIRAGANA_HE_RE.sub(lambda found: found[0].translate(KATAKANA_HE), text)
    return MIXED_WORD_RE.sub(_latin, text)


_KANGXI = str.maketrans(KANGXI)
_CYRILLIC = str.maketrans(CYRILLIC)


def _latin(word: re.Match[str]) -> str:
    has_latin = any(letter.isascii() for letter in word[0])
    return word[0].translate(_CYRILLIC) if has_latin else word[0]


def doubtful(text: str) -> tuple[str, str] | None:
    """A character that may be meant for another one, and that one.

    >>> doubtful("クラウド口ード"), doubtful("人ロ統計"), doubtful("数カ国"), doubtful("営業利益")
    (('口', 'ロ'), ('ロ', '口'), None, None)
    """
    found = KANJI_INSIDE_RE.search(text)
    if found:
        return found[0], KANJI_FOR_KANA[found[0]]
    found = KANA_INSIDE_RE.search(text)
    if found:
        return found[0], KANA_FOR_KANJI[found[0]]
    strange = next((letter for letter in text if letter in CYRILLIC), None)
    return (strange, CYRILLIC[strange]) if strange else None


def brackets(text: str) -> str:
    """With both brackets of a pair in one width, that of the first.

    >>> brackets("減少（増加)")
    '減少（増加）'
    """
    opened: list[int] = []
    letters = list(text)
    for at, letter in enumerate(letters):
        if letter in "(（":
            opened.append(at)
        elif letter in ")）" and opened:
            letters[at] = "）" if letters[opened.pop()] == "（" else ")"
    return "".join(letters)


def has_open_brackets(text: str) -> bool:
    """Whether a bracket has no partner."""
    depth = 0
    for letter in text:
        depth += (letter in "(（") - (letter in ")）")
        if depth < 0:
            return True
    return depth != 0
