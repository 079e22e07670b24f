"""Words that contradict each other across the languages: 短期 against long-term.

Every axis has poles; a label that names both poles of an axis (増減, increase (decrease)) contradicts nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick


class Axis(NamedTuple):
    """A pair (or more) of opposites: per pole a pattern for Japanese keys and one for English stems between blanks."""

    name: str
    poles: tuple[tuple[str, str], ...]


AXES = (
    Axis("term", (("短期", "shortterm|short"), ("長期", "longterm|long"))),
    Axis("current", (("(?<!非)流動", "(?<!non )current"), ("非流動|固定(?!給)", "non ?current|fixed"))),
    Axis("balance", (("資産", "asset"), ("負債|債務", "liability|debt|obligation"))),
    Axis("claim", (("売上債権|売掛|債権|未収|受取手形|貸付", "receivable"), ("買掛|未払|支払手形|仕入債務|借入", "payable"))),
    Axis("flow", (("による収入|受取額|還付|回収", "proceed|received|collection|refund"),
                  ("による支出|支払額|返済|償還|取得", "payment|purchase|repayment|paid|redemption|acquisition"))),
    Axis("change", (("増加|純増|増減", "increase|change"), ("減少|純減|増減", "decrease|change"))),
    Axis("result", (("利益|益$|差益|評価益|売却益|損益", "profit|income|gain|earning"), ("損失|差損|損$|損益|赤字|欠損", "loss|deficit"))),
    Axis("bounds", (("期首", "beginning|opening"), ("期末|年度末|四半期末", "end|ending|closing|yearend"))),
    Axis("place", (("国内|日本", "domestic|japan"), ("国際|海外|在外", "international|overseas|foreign"))),
    Axis("activity", (("営業活動", "operating"), ("投資活動", "investing"), ("財務活動", "financing"))),
    Axis("operating", (("営業(?!外|活動|債)", "(?<!non )operating"), ("営業外", "non ?operating"), ("経常", "ordinary|recurring"), ("特別", "extraordinary"))),
    Axis("group", (("(?<!非)連結", "(?<!non )consolidated"), ("単体|個別|非連結", "non ?consolidated|individual|parent"))),
    Axis("share", (("(?<!式調整後)1株当り(?!.*希薄化)|基本的", "basic"), ("潜在株式|希薄化", "diluted"))),
    Axis("person", (("男", "men|male|man"), ("女", "women|female|woman"))),
    Axis("tangible", (("有形", "tangible|property|plant"), ("無形", "intangible"))),
    Axis("deal", (("取得", "purchase|acquisition"), ("売却|処分", "sale|disposal|selling"), ("発行", "issuance|issue"))),
    Axis("customer", (("個人", "individual|consumer|retail|personal"), ("法人(?!税|所得)", "corporate|enterprise|business"))),
    Axis("owner", (("非支配|少数株主", "non ?controlling|minority"), ("親会社", "parent"))),
    Axis("side", (("収益|収入|売上(?!原価|債権)", "revenue|sales|income|proceed"), ("費用|原価|コスト|支出", "cost|expense|expenditure|payment"))),
)  # fmt: skip
"""The opposites of captions; a word stands on an axis only where its opposite would be another line item."""


def _masks() -> tuple[int, ...]:
    found, bit = [], 0
    for axis in AXES:
        found.append(((1 << len(axis.poles)) - 1) << bit)
        bit += len(axis.poles)
    return tuple(found)


MASKS = _masks()
_GROUP_RE = re.compile(r"\([^()]*\)")
_SIGN_RE = re.compile(r".\?|\$")


class _Poles:
    """Finds the poles of one language. A pattern is tried where a word of it stands: a label holds one or two of 40."""

    def __init__(self, patterns: Sequence[str], border: str = "") -> None:
        self._patterns = [re.compile(f"{border}(?:{pattern}){border}") for pattern in patterns]
        told: dict[str, list[int]] = defaultdict(list)
        for pole, pattern in enumerate(patterns):
            for word in _GROUP_RE.sub("", pattern).split("|"):
                told[_SIGN_RE.split(word)[0]].append(pole)
        self._told = list(told.values())
        self._words = AhoCorasick(list(told))

    def named(self, text: str) -> int:
        """The poles that a text names, one bit each."""
        found = self._words.find_matches_as_indexes(text, overlapping=True)
        tried = {pole for word, _, _ in found for pole in self._told[word]}
        return sum([1 << pole for pole in tried if self._patterns[pole].search(text)])


_JAPANESE = _Poles([ja for axis in AXES for ja, _ in axis.poles])
_ENGLISH = _Poles([en for axis in AXES for _, en in axis.poles], r"\b")


def japanese_poles(key: str) -> int:
    """The poles that a Japanese label names, one bit each."""
    return _JAPANESE.named(key)


def english_poles(stems: str) -> int:
    """The poles that an English label (stems between blanks) names, one bit each."""
    return _ENGLISH.named(stems)


def contradictions(left: int, right: int) -> int:
    """On how many axes two labels name opposite poles and nothing in common."""
    if not left & ~right and not right & ~left:
        return 0
    return sum(1 for mask in MASKS if left & mask and right & mask and not left & right & mask)
