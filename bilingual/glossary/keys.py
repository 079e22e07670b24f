"""Throw-away keys under which terms are looked up; the printed form stays what it is."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bilingual.text.normalize import exchange, fold

DROPPED = frozenset("ー・･ \t-()[]「」『』【】<>、,:;~")
"""Characters that spellings of one Japanese term differ in: long vowels, middle dots, blanks, brackets."""

_SMALL, _LARGE = "ァィゥェォャュョッヵヶぁぃぅぇぉ一㈱㈲", "アイウエオヤユヨツカカあいうえお1株有"
SMALL_KANA = {ord(small): large for small, large in zip(_SMALL, _LARGE, strict=True)}
"""ソフトウェア is ソフトウエア, ヶ月 is カ月, 一株 is 1株; older releases print キヤツシユ."""
SMALL_KANA_RE = re.compile(f"[{_SMALL}]")
HALF_WIDTH_RE = re.compile("[ｦ-ﾝ][ﾞﾟ]?|[ﾞﾟ]")
VOICING = frozenset("ﾞﾟ")
"""Marks that are characters of their own behind half-width katakana (ﾃﾞｰﾀ)."""

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
        "カ月": "か月 箇月 ケ月",
        "デジ": "デイジ",
        "棚卸": "たな卸 棚卸し たなおろし",
        "貸付": "貸付け 貸し付け",
        "貸倒": "貸倒れ 貸し倒れ",
        "借入": "借入れ 借り入れ",
        "払戻": "払戻し 払い戻し",
        "払込": "払込み 払い込み",
        "前払": "前払い",
        "未払": "未払い",
        "支払": "支払い",
        "売上": "売上げ 売り上げ",
        "仕入": "仕入れ",
        "取崩": "取崩し 取り崩し",
        "取扱": "取扱い 取り扱い",
        "取消": "取消し 取り消し",
        "受取": "受取り 受け取り",
        "受入": "受入れ 受け入れ",
        "引受": "引受け 引き受け",
        "引当": "引当て 引き当て",
        "割引": "割引き 割り引き",
        "割当": "割当て 割り当て",
        "買入": "買入れ 買い入れ",
        "差入": "差入れ 差し入れ",
        "預入": "預入れ 預け入れ",
        "預り": "預かり",
        "立替": "立替え 立て替え",
        "組替": "組替え 組み替え",
        "振替": "振替え 振り替え",
        "繰入": "繰入れ 繰り入れ",
        "繰延": "繰延べ 繰り延べ",
        "繰越": "繰越し 繰り越し",
        "戻入": "戻入れ 戻し入れ",
        "切捨": "切捨て 切り捨て",
        "据置": "据置き 据え置き",
        "積立": "積立て 積み立て",
        "見積": "見積り 見積もり",
        "見込": "見込み",
        "見通": "見通し",
        "申込": "申込み 申し込み",
        "届出": "届け出",
        "手当": "手当て",
        "問合": "問合せ 問合わせ 問い合わせ 問い合せ",
        "附属": "付属",
        "障害": "障がい 障碍",
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
    ("buy", "back"): "buyback",
    ("carry", "forward"): "carryforward",
    ("break", "even"): "breakeven",
    ("pay", "out"): "payout",
    ("spin", "off"): "spinoff",
    ("back", "log"): "backlog",
    ("pre", "tax"): "pretax",
    ("semi", "annual"): "semiannual",
    ("semi", "conductor"): "semiconductor",
    ("semi", "finished"): "semifinished",
    ("sub", "total"): "subtotal",
    ("sub", "contract"): "subcontract",
    ("sub", "lease"): "sublease",
    ("inter", "company"): "intercompany",
}
"""Words that are printed apart, hyphenated or joined; and prefixes that always join the word after them."""
PREFIXES = frozenset({"non", "anti", "un"})
FIRST_PARTS = PREFIXES | {first for first, _ in JOINED}
SAME_STEM = {
    "ageing": "aging",
    "aluminium": "aluminum",
    "cancelled": "canceled",
    "centre": "center",
    "cheque": "check",
    "defence": "defense",
    "enquiry": "inquiry",
    "favourable": "favorable",
    "fibre": "fiber",
    "fulfilment": "fulfillment",
    "indice": "index",
    "instalment": "installment",
    "judgement": "judgment",
    "labour": "labor",
    "licence": "license",
    "litre": "liter",
    "metre": "meter",
    "programme": "program",
    "sulphur": "sulfur",
    "theatre": "theater",
    "tyre": "tire",
    "unfavourable": "unfavorable",
    **{
        f"{root}is{ending}": f"{root}iz{ending}"
        for root in [
            "amort",
            "author",
            "capital",
            "commercial",
            "digital",
            "global",
            "local",
            "maxim",
            "minim",
            "monet",
            "optim",
            "organ",
            "rational",
            "real",
            "recogn",
            "reorgan",
            "secur",
            "securit",
            "standard",
            "summar",
            "unreal",
            "util",
        ]
        for ending in ("e", "ed", "ing", "ation")
    },
}
"""Spellings of the two English standards, and plurals that follow no rule."""


LATELY = 256
"""Texts whose words are kept: a label is asked for its key, for its terms and for its words, right one after the other."""


@lru_cache(maxsize=LATELY)
def japanese_key(text: str) -> tuple[str, tuple[int, ...]]:
    """The key of a Japanese text, and the offset of every character of the key in the text.

    >>> japanese_key("データーセンター（および回線）")[0]
    'デタセンタ及び回線'
    """
    printed = fold(HALF_WIDTH_RE.sub(_full_width, text) if HALF_WIDTH_RE.search(text) else text)
    folded = exchange(printed.lower(), SMALL_KANA_RE, SMALL_KANA)
    if len(folded) != len(text):  # İ is the one character whose lower case is longer
        folded = "".join(character.lower()[0] for character in printed)
        folded = exchange(folded, SMALL_KANA_RE, SMALL_KANA)
    folded = SPELLING_RE.sub(_shortest, folded)
    offsets = tuple([at for at, character in enumerate(folded) if character not in DROPPED])
    return "".join([folded[at] for at in offsets]), offsets


@lru_cache(maxsize=50_000)
def japanese_term_key(term: str) -> str:
    """The key of a Japanese term or label, without the offsets."""
    return japanese_key(term)[0]


def _full_width(match: re.Match[str]) -> str:
    # A blank in the place of a mark keeps the length, and is dropped with the others.
    return unicodedata.normalize("NFKC", match.group()).strip().ljust(len(match.group()))


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
        word = word[:-3] + "y"
    elif word.endswith(("sses", "xes", "ches", "shes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return SAME_STEM.get(word, word)


@lru_cache(maxsize=LATELY)
def english_words(text: str) -> tuple[tuple[str, int, int], ...]:
    """Stems of the words of an English text with their spans; what is one word to some is one here."""
    words = [
        (stem(match[0]), match.start(), match.end())
        for match in WORD_RE.finditer(text if text.isascii() else fold(text))
    ]
    if FIRST_PARTS.isdisjoint([word for word, _, _ in words]):
        return tuple(words)  # as nearly all texts
    found: list[tuple[str, int, int]] = []
    before, first, last = "", 0, 0
    for word, start, end in words:
        if before in FIRST_PARTS and start - last <= 1:
            joined = before + word if before in PREFIXES else JOINED.get((before, word))
            if joined:
                before, last = joined, end
                found[-1] = (joined, first, end)
                continue
        before, first, last = word, start, end
        found.append((word, start, end))
    return tuple(found)


@lru_cache(maxsize=50_000)
def english_key(text: str) -> str:
    """The key of an English term or label: its stems, each between blanks."""
    return "".join(f" {word} " for word, _, _ in english_words(text))
