"""Words that tell one line item from its neighbour, and labels that contradict each other in them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bilingual.text.normalize import fold


class Contrast(NamedTuple):
    """One side of a contrast: the Japanese words, and the English words that may stand for them."""

    ja: re.Pattern[str]
    en: re.Pattern[str]


def _contrast(ja: str, en: str) -> Contrast:
    return Contrast(re.compile(ja), re.compile(rf"\b(?:{en})", re.IGNORECASE))


CONTRASTS: tuple[tuple[Contrast, ...], ...] = (
    (
        _contrast("短期|1年(?:以)?内", "short|(?<!non )(?<!non-)current|(?:within|in) one year|temporary"),
        _contrast("長期", "long|non[ -]?current|fixed"),
        _contrast("その他の?投資", r"other investments?\b"),
    ),
    (
        _contrast("国内", "domestic|japan|local"),
        _contrast(
            "海外|国際|外国",
            "overseas|international|foreign|global|abroad|outside|non-japan|other (?:countr|region)",
        ),
    ),
    (_contrast("有形", "tangible|property|equipment|fixed"), _contrast("無形", "intangible|software")),
    (
        _contrast("取得", r"purchases?\b|acqui|payments?\b|investments? in|expenditures?|additions?"),
        _contrast("売却", r"sales?\b|proceeds|dispos|redempt|collect"),
    ),
    (
        _contrast("借入れ?による", "proceeds|increase|borrowing"),
        _contrast("返済(?!予定)", r"repay|payments?\b|redempt|decrease|reduct|principal"),
    ),
    (
        _contrast("マーケット(?:基準|ベース)", "market"),
        _contrast("ロケーション(?:基準|ベース)", "location"),
    ),
    (_contrast("期首", "beginning|opening"), _contrast("期末", r"end\b|ending|closing")),
    (  # the boundary of the data, in a column of its own behind the label
        _contrast(r"\s国内\Z", r"(?:japan|domestic)\Z"),
        _contrast(r"\s(?:海外|国外)\Z", r"(?:overseas|outside japan)\Z"),
        _contrast(r"\s連結\Z", r"(?<!non[- ])consolidated\Z"),
        _contrast(r"\s(?:単体|個別|単独)\Z", r"(?:non[ -]?consolidated|parent(?: company)?)\Z"),
    ),
)
"""Groups of words of which a line item has one: a label in the other language has to have the same."""


@lru_cache(maxsize=4_096)
def contradiction(ja: str, en: str) -> str:
    """The English word that contradicts the Japanese label; empty where none does.

    >>> contradiction("短期投資の取得による支出", "Purchase of other investments")
    'other investments'
    >>> contradiction("平均年齢 単体", "Average age Consolidated")
    'Consolidated'
    >>> contradiction("長期リース債務", "Capital lease obligations-non current")
    ''
    >>> contradiction("短期リース債務", "Capital lease obligations-current portion")
    ''
    """
    ja, en = fold(ja), fold(en)
    for group in CONTRASTS:
        mine = [contrast for contrast in group if contrast.ja.search(ja)]
        if len(mine) != 1 or mine[0].en.search(en):
            continue
        for rival in group:
            match = rival.en.search(en) if rival is not mine[0] else None
            if match:
                return match[0]
    return ""
