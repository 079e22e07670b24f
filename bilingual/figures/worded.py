"""What a cell looks like that states a value with a word of change or bound: 50%削減, 20% or more."""

from __future__ import annotations

import re

from bilingual.figures.numerals import ENGLISH_WORD

_VALUE = r"(?:約|[Aa]pprox(?:imately|\.)? |[Aa]bout )?[△▲+\-]?\d[\d,]*(?:\.\d+)?"
_MEASURE = (
    r"\s?(?:[%％]|ポイント|(?:percentage )?points?\b|[ptｐ]{2}s?\b|倍|(?:兆|億|百万|千|万)?(?:円|名|人|件|社|時間|日|トン|t(?:-CO2e?)?)"
    r"|(?:thousand|million|billion)(?: (?:yen|tons|tonnes|persons|people))?|yen|persons|people|cases|hours|days|tons|tonnes|times)"
)
_WORD = (
    r"\s?(?:以上|以下|未満|超|程度|維持|達成|削減|低減|減少?|増加?|向上|改善|上昇|低下|拡大"
    r"|or (?:more|less|higher|lower|over|above|below)|(?:reduction|decrease|increase|improvement|growth|cut|rise|decline)s?"
    r"|reduced|decreased|increased|achieved|maintained|lower|higher|more|less)"
)
WORDED_VALUE_RE = re.compile(rf"{_VALUE}{_MEASURE}(?:の|の水準を)?{_WORD}\s?\*?\d?")
"""A value in per cent or another measure with the word that says what becomes of it; a bare number is none."""
COUNT_WORD_RE = re.compile(
    rf"(?:[Aa]pprox(?:imately|\.)? |[Aa]bout )?(?i:{ENGLISH_WORD})(?: (?:persons|people|cases|times|sites|companies|stores|meetings|members|directors|officers))?"
    r"(?: or (?:more|less|fewer|over))?"
    r"|約?[一二三四五六七八九十百]{1,4}(?:名|人|件|回|社|店舗?|拠点|校|日|[ヶケかヵカ]所)(?:以上|以下|以内|未満)?"
)
"""A number of things in words."""


def is_worded_value(text: str) -> bool:
    """Whether a cell states a value with a word of change or bound, or a number in words.

    >>> [is_worded_value(text) for text in ("50%削減", "20% or more", "2030年度", "5%以上の株主")]
    [True, True, False, False]
    >>> [is_worded_value(text) for text in ("Ten or fewer", "二十三名", "One of them", "第一回")]
    [True, True, False, False]
    """
    text = text.strip()
    return WORDED_VALUE_RE.fullmatch(text) is not None or COUNT_WORD_RE.fullmatch(text) is not None
