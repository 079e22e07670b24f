"""Raised digits, which are marks of notes and no part of the figure before them."""

from __future__ import annotations

import re

SUPERSCRIPTS = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
RAISED_RE = re.compile(r"[0-9]{1,2}\)?|\([0-9]{1,2}\)|-?[0-9]")


def raised(text: str) -> str:
    """A raised text: digits become superscripts, one for one; anything else stays.

    >>> raised("(1)"), raised("*1")
    ('⁽¹⁾', '*1')
    """
    return text.translate(SUPERSCRIPTS) if RAISED_RE.fullmatch(text.strip()) else text
