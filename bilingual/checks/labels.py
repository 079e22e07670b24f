"""What row labels say about sign and basis: which word owns the parentheses, per share or per ADS."""

from __future__ import annotations

import re
from functools import lru_cache

from bilingual.figures.units import BY_NAME
from bilingual.model.figure import Direction
from bilingual.text.normalize import fold

_JA_UP = "増加|増|利益|差益|収入|益|取得|収益|戻入"
_JA_DOWN = "減少|減|損失|差損|支出|損|返済|費用|繰入"
_JA_PAREN_RE = re.compile(
    rf"(?P<main>{_JA_UP}|{_JA_DOWN})額?\s*[(\[]\s*(?:△は|▲は|-は|マイナスは)?(?P<minus>{_JA_UP}|{_JA_DOWN})額?\s*[)\]]"
)
_JA_LEGEND_RE = re.compile(
    rf"増減額?\s*[(\[]\s*(?:△|▲|-|マイナス)は\s*(?P<minus>{_JA_UP}|{_JA_DOWN})額?\s*[)\]]"
)
_EN_UP = r"increase|gains?|income|profit|proceeds|earnings|benefit|provided by|receipts?"
_EN_DOWN = r"decrease|loss(?:es)?|expenses?|payments?|used in|deficit"
_EN_PAREN_RE = re.compile(
    rf"\b(?P<main>{_EN_UP}|{_EN_DOWN})\s*[(\[]\s*(?P<minus>{_EN_UP}|{_EN_DOWN})\s*[)\]]", re.IGNORECASE
)
_UP_RE = re.compile(rf"(?:{_JA_UP}|{_EN_UP})", re.IGNORECASE)
_CHANGES = re.compile(r"増|減|increase|decrease", re.IGNORECASE)

_SHARES_JA_RE = re.compile(r"(?:1|一) ?株(?:当|あ)?た?り?|株式総数|株式数|株数")
_SHARES_EN_RE = re.compile(r"\bshares\b|\bper[\s-](?:[\w-]+\s+){0,3}share\b", re.IGNORECASE)
"""Share of profit, market share: no share that somebody holds."""
_ADS_JA_RE = re.compile(r"預託証券|ADS|ADR")
_ADS_EN_RE = re.compile(r"\bAD[SR]s?\b|\bdepositary\b", re.IGNORECASE)
_PER_JA_RE = re.compile(
    r"(?:1|一) ?(?P<of>株|口|単位|ADS|ADR)|(?P<ads>(?:預託証券|ADS|ADR)\s?(?:1|一)\s?単位)"
)
_PER_EN_RE = re.compile(
    r"\bper\s+(?:common\s+|ordinary\s+|basic\s+)?(?P<of>share|AD[SR]|unit|depositary)", re.IGNORECASE
)


def _is_up(word: str) -> bool:
    return bool(_UP_RE.fullmatch(word))


@lru_cache(maxsize=4_096)
def caption_direction(label: str) -> Direction | None:
    """The word of a caption that the plain figure stands for, where another stands in parentheses.

    >>> caption_direction("売掛金の減少(増加)額")
    <Direction.DOWN: 'down'>
    >>> caption_direction("Increase (decrease) in accounts payable")
    <Direction.UP: 'up'>
    >>> caption_direction("仕入債務の増減額(△は減少)")
    <Direction.UP: 'up'>
    """
    label = fold(label)
    legend = _JA_LEGEND_RE.search(label)
    if legend:
        return Direction.DOWN if _is_up(legend["minus"]) else Direction.UP
    for pattern in (_JA_PAREN_RE, _EN_PAREN_RE):
        match = pattern.search(label)
        if match and _is_up(match["main"]) is not _is_up(match["minus"]):
            return Direction.UP if _is_up(match["main"]) else Direction.DOWN
    return None


def captions_oppose(ja: str, en: str) -> bool:
    """Whether the plain figure stands for an increase in one language and a decrease in the other.

    Only captions of the same family are compared: 増加(減少) with Increase (decrease), 利益(損失) with Income (loss).
    """
    mine, theirs = caption_direction(ja), caption_direction(en)
    if mine is None or theirs is None or mine is theirs:
        return False
    return bool(_CHANGES.search(ja)) is bool(_CHANGES.search(en))


def per_share(ja: str, en: str) -> bool:
    """Whether a row holds per-share data or numbers of shares, by either label."""
    ja, en = fold(ja), fold(en)
    return bool(
        _SHARES_JA_RE.search(ja) or _ADS_JA_RE.search(ja) or _SHARES_EN_RE.search(en) or _ADS_EN_RE.search(en)
    )


def share_basis_ja(label: str) -> str:
    """What a Japanese label counts per: ``share``, ``ADS``, or empty."""
    label = fold(label)
    if not _PER_JA_RE.search(label):
        return ""
    return "ADS" if _ADS_JA_RE.search(label) else "share" if re.search(r"(?:1|一) ?株", label) else "unit"


def share_basis_en(label: str) -> str:
    """What an English label counts per: ``share``, ``ADS``, ``unit`` or empty."""
    match = _PER_EN_RE.search(fold(label))
    if match is None:
        return ""
    return {"share": "share", "unit": "unit"}.get(match["of"].lower(), "ADS")


_UNIT_WORDS = {
    "JPY": re.compile(r"JPY|円|¥|\byen\b", re.IGNORECASE),
    "USD": re.compile(r"USD|ドル|\$|dollar", re.IGNORECASE),
    "EUR": re.compile(r"EUR|ユーロ|€", re.IGNORECASE),
    "%": re.compile(r"%|率|構成比|per ?cent|ratio|margin|change", re.IGNORECASE),
}


def names_unit(words: str, unit: str) -> bool:
    """Whether the words of a head, note or label name a unit.

    >>> names_unit("千米ドル", "USD"), names_unit("2024年12月期", "JPY")
    (True, False)
    >>> names_unit("排出量(トン)", "t"), names_unit("研修時間(時間)", "days")
    (True, False)
    """
    pattern = _UNIT_WORDS.get(unit)
    if pattern:
        return bool(pattern.search(words))
    return bool(unit) and (unit.casefold() in words.casefold() or _spells(words, unit))


def _spells(words: str, unit: str) -> bool:
    """Whether words hold a spelling of a unit: トン and tonnes for t."""
    known = BY_NAME.get(unit)
    spellings = "|".join((*known.ja, *known.en)) if known else ""
    return bool(spellings) and re.search(rf"(?<![A-Za-z])(?:{spellings})(?![A-Za-z])", words) is not None


_SCALE_JA_RE = re.compile(r"[(\[,、](?P<scale>千|万|百万|億|十億|兆)(?!分)\w{0,4}[)\],、]")
_SCALE_EN_RE = re.compile(
    r"[(\[,][^()]{0,12}?\b(?P<scale>thousand|million|billion|trillion)s?\b", re.IGNORECASE
)
_SCALE_OF = {
    "千": 3, "万": 4, "百万": 6, "億": 8, "十億": 9, "兆": 12,
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
}  # fmt: skip


def same_scale(ja: str, en: str) -> bool:
    """Whether both labels name the scale of their row, and the same one.

    >>> same_scale("端末販売台数(千台)", "Handsets sold (thousands)")
    True
    """
    mine, theirs = _SCALE_JA_RE.search(fold(ja)), _SCALE_EN_RE.search(fold(en))
    return bool(mine and theirs and _SCALE_OF[mine["scale"]] == _SCALE_OF[theirs["scale"].lower()])
