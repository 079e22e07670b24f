"""What the figures of a column measure, told by its header words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.model.figure import FiscalCalendar, Part
from bilingual.tables import patterns as p

_YOY_RE = re.compile(
    r"(?=[前対y])(?:前年|対前期増減|\bYoY\b|\bY/Y\b|year[- ]over[- ]year|year[- ]on[- ]year)", re.IGNORECASE
)
_QOQ_RE = re.compile(
    r"(?=[前対qs])(?:前期比|対?前四半期|\bQoQ\b|\bQ/Q\b|sequential|quarter[- ](?:over|on)[- ]quarter)",
    re.IGNORECASE,
)
_SHARE_RE = re.compile(
    r"対営業収益|対売上|構成比|占有率|割合|% of|\bof total\b|composition|\bratio to\b"
    r"|(?:^|\d )(?:share|mix)(?: ?\(%\))?$",
    re.IGNORECASE,
)
_BASE_RE = re.compile(r"^(?:Total )?Revenues?$", re.IGNORECASE)
_BASES = frozenset(["sales", "net sales"])
"""Ends of % of net sales: in small letters, as no head of a column begins."""
_MONEY_RE = re.compile(r"(?:[A-Z]{3}|[Yy]en|[¥$]|Amounts?)(?: ?\(\d\))?")
_CHANGE_RE = re.compile(
    r"(?=[増cidv差])(?:増減|\bchange|\bchg\b|increase|decrease|variance|difference|差額)", re.IGNORECASE
)
_GROWTH_RE = re.compile(r"(?:^|\s)(?:growth(?: rate)?|(?:伸び?|成長|増加|増収|増益)率)$", re.IGNORECASE)
"""How much an item grew, in per cent: a head by itself."""
_AMOUNT_RE = re.compile(
    r"増減額|増減金額|\b(?:change|difference|variance)\W+(?:\w+ )?amount|\bamount of (?:change|increase|decrease)",
    re.IGNORECASE,
)
"""A change that is an amount, whatever it is measured against."""
_RATE_RE = re.compile(r"率|%|比$|対前")
COMPARE_RE = re.compile(r"比較|comparison", re.IGNORECASE)
_COMPARISON_RE = re.compile(r"\S*(?:比較|[Cc]omparison)\S*|(?:[Yy]ear-over-year|[Ss]equential) [Cc]omparison")
_GAP_RE = re.compile(r"\s{2,}")
AGAINST = frozenset(["yoy", "qoq", "change"])


def per_cent_alone(words: Sequence[str]) -> bool:
    """Whether the header says no more than per cent: of what, the column before it tells."""
    signs = [word for word in words if word.strip("() ") == "%"]
    return bool(signs) and all(word in signs or _is_period(word) for word in words)


def _is_period(word: str) -> bool:
    """Whether a period makes most of a header word: 当期 in 当期純利益率 does not."""
    match = p.PERIOD_RE.search(word)
    return match is not None and 2 * len(match[0]) >= len(word)


def measure_of(text: str, calendar: FiscalCalendar, *, loose: bool = False) -> str:
    """Tell ``share``, ``yoy``, ``qoq`` or ``change``; empty where the words name none.

    Args:
        text: the words of a head.
        calendar: the fiscal calendar of the issuer.
        loose: the words stand over no certain column: Total Revenues is the end of % of Total Revenues.

    >>> measure_of("YOY Chg %", FiscalCalendar()), measure_of("対営業収益", FiscalCalendar())
    ('yoy', 'share')
    """
    words = (_COMPARISON_RE if COMPARE_RE.search(text) else _GAP_RE).sub(" ", text)
    rate = _RATE_RE.search(words) is not None
    if not rate and _AMOUNT_RE.search(words):
        return "change"
    if _SHARE_RE.search(words) or (loose and _BASE_RE.search(words)):
        return "share"
    if _YOY_RE.search(words) and (rate or "年" not in words or "増減" in words):
        return "yoy"
    if _QOQ_RE.search(words):
        yearly = calendar.current is not None and calendar.current.part is Part.YEAR
        return "yoy" if yearly and "前期比" in words else "qoq"
    if _CHANGE_RE.search(words):
        return "yoy" if rate else "change"
    if _GROWTH_RE.search(words):
        return "yoy"
    return ""


def is_share_of_base(words: Sequence[str], before: Sequence[str]) -> bool:
    """Whether a head is the end of % of Total Revenues: right of a head that names the money alone.

    >>> is_share_of_base(["Revenues"], ["JPY"]), is_share_of_base(["Revenue"], ["Segment"])
    (True, False)
    """
    if not words or not before or not _MONEY_RE.fullmatch(before[-1].strip()):
        return False
    base = " ".join(words)
    return base in _BASES or _BASE_RE.fullmatch(base) is not None


def is_leaf(text: str) -> bool:
    """Whether header words name one column, though they stand in a row of words over several."""
    if p.PERIOD_RE.search(text) or COMPARE_RE.search(text):
        return False
    return "%" in text or bool(_SHARE_RE.search(text) or _CHANGE_RE.search(text) or _BASE_RE.search(text))
