"""Sentences that run over the end of a short line, told by their words."""

from __future__ import annotations

import re

from bilingual.model.document import Language

UNFINISHED_RE = re.compile(
    r"\b(?:a|an|the|of|in|to|from|by|at|for|with|on|and|or|than|as|compared|versus|into|its|their|our|we|is|was|were|are|be"
    r"|has|have|had|will|which|that)$|,$"
)
"""A word, or the comma, on which no English paragraph ends."""
_YEAR_RE = re.compile(r"(?:19|20)\d\d(?!\d|,\d|\.\d)")
_DAY_END_RE = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2},$")
"""A day whose year stands on the next line."""
_PARTICLES = ("は", "が", "を", "に", "で", "の", "と", "へ", "も", "、", "から", "より")
"""What ends a line in the middle of a Japanese sentence, a figure behind it."""
HANGING_RE = re.compile(r"[、,ぁ-んA-Za-z0-9]$|\d[百千]$")
LEADING_KANA_RE = re.compile(r"[ぁ-ん]")
DIGIT_EDGE_RE = re.compile(r"\d[,.]?$")
UNIT_START_RE = {
    Language.EN: re.compile(r"(?:thousand|million|billion|trillion|percent|percentage points?|yen)\b.*[a-z]"),
    Language.JA: re.compile(r"(?:\d[\d,.]*)?(?:兆|億|百万|千|万|円|%|ポイント|株|名|人|件).*[ぁ-ん]"),
}
"""What a figure at the end of a line needs, with the sentence going on behind it."""
ABBREVIATED_RE = re.compile(r"\b(?:U\.S|U\.K|Inc|Co|Corp|Ltd|No|vs|approx)\.$")
"""A full stop that ends no sentence."""
DECIMAL_EDGE_RE = re.compile(r"\d\.$")
DAY_EDGE_RE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{3,6}|\.)?(?: \d{1,2},?)?$"
)
"""A month, or its day, whose day or year stands on the next line."""
BEFORE_FIGURE_RE = re.compile(
    r"\b(?:up|down|between|about|approximately|around|nearly|almost|over|under|plan|reached|total(?:l?ed)|exceed(?:ed|s)?|rose|fell|grew|increased"
    r"|decreased|declined|recorded|posted|reported|only|least|most)$"
)
"""Words in front of a figure."""
FIGURE_START_RE = re.compile(r"\(?(?:JPY|USD|EUR|US\$|[¥$€])? ?\d")
_SIGN_END_RE = re.compile(r"\b(?:of|to|at|was|were|from|by) -$")
_AMOUNT_START_RE = re.compile(r"[¥$€]?\d")
CUT_WIDTH = {Language.EN: 48, Language.JA: 24}
"""Width of the lines of a mail, below which it did not cut them."""
NARROW_WIDTH = {Language.EN: 36, Language.JA: 16}
"""Below it, only a unit behind its figure says that a sentence goes on."""


def is_carried_on(before: str, text: str, language: Language, above: int = 0) -> bool:
    """Whether the words of two lines of a narrow column or a mail say that the sentence runs over the line end.

    Args:
        before: the line that ends there.
        text: the line that follows.
        language: their language.
        above: width of the line before both; a mere rest of a line that was cut is short.
    """
    if DIGIT_EDGE_RE.search(before) and UNIT_START_RE[language].match(text):
        return True
    width = len(before.strip())
    cut = above >= CUT_WIDTH[language]
    if width < NARROW_WIDTH[language] and not cut:
        return False
    if language is Language.JA:
        hanging = HANGING_RE.search(before) is not None and (cut or width >= CUT_WIDTH[language])
        return before[-1:] in "、," or hanging or LEADING_KANA_RE.match(text) is not None
    if FIGURE_START_RE.match(text) and (DAY_EDGE_RE.search(before) or BEFORE_FIGURE_RE.search(before)):
        return True
    return text[0].islower() or UNFINISHED_RE.search(before) is not None


def ends_within(before: str, text: str, language: Language) -> bool:
    """Whether the full stop at a line end is that of an abbreviation or, in Japanese, the point of a number.

    >>> ends_within("利益率は4.", "8%となりました。", Language.JA)
    True
    """
    if language is Language.JA:
        return DECIMAL_EDGE_RE.search(before) is not None and UNIT_START_RE[language].match(text) is not None
    return text[0].islower() and ABBREVIATED_RE.search(before) is not None


def is_within_brackets(before: str, text: str) -> bool:
    """Whether a line end stands within brackets that the next line closes.

    >>> is_within_brackets("Minato Corporation (TSE Growth:", "9996) announced")
    True
    """
    return before.rfind("(") > before.rfind(")") and ")" in text.split("(", 1)[0]


def figure_goes_on(before: str, text: str, language: Language) -> bool:
    """Whether the figure at the beginning of a line goes on with a sentence: a year with its day, what a particle opens."""
    if language is Language.EN:
        dated = _DAY_END_RE.search(before) or DAY_EDGE_RE.search(before)
        return dated is not None and _YEAR_RE.match(text) is not None
    return text[0].isdigit() and before.endswith(_PARTICLES)


def parts_sign(before: str, text: str) -> bool:
    """Whether the end of a line parts a sign from its amount: corporate expenses of - | ¥510 million."""
    return _AMOUNT_START_RE.match(text) is not None and _SIGN_END_RE.search(before) is not None
