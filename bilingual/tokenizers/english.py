"""English text to tokens: words, numbers, signs.

Hyphenated words, abbreviations with points (U.S., Inc.), names with digits (IPv6, T1) and quarters (2Q01) stay
whole; a possessive and a currency code before a figure part from their neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.model.segment import Token
from bilingual.model.termbase import Occurrence
from bilingual.tokenizers.fixed import gaps, term_tokens

TOKEN_RE = re.compile(
    r"(?P<currency>(?:JPY|USD|US\$|EUR|GBP|CNY|RMB|HKD|SGD|Yen|yen)(?=\s?\(?-?\)?\d))"
    r"|(?P<period>[1-4][QH]\d{2,4}\b|\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"|(?P<abbreviation>(?:[A-Za-z]\.){2,}"
    r"|\b(?:Inc|Corp|Ltd|Co|Cos|No|Nos|Mr|Mrs|Ms|Dr|St|vs|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
    r"|(?P<possessive>'s\b)"
    r"|(?P<word>[^\W\d_](?:[^\W_]|[-&'](?!s\b)(?=[^\W_]))*)"
    r"|(?P<run>([^\w\s])\8+)"
    r"|(?P<sign>\S)"
)
"""Every alternative is a plain loop without nested repeats, so that time grows with the text only."""


def tokenize(text: str, occurrences: Sequence[Occurrence] = ()) -> list[Token]:
    """Cut English text into tokens that cover every character that is not blank.

    Args:
        text: folded text; typographic apostrophes are expected to be ASCII.
        occurrences: glossary terms found in ``text``; each becomes one token that names its concept.
    """
    terms = term_tokens(text, occurrences)
    tokens = [
        Token(match.group(), match.start(), match.end(), match.lastgroup or "", match.group().lower())
        for gap in gaps(len(text), terms)
        for match in TOKEN_RE.finditer(text, gap.start, gap.end)
    ]
    if not terms:
        return tokens
    return sorted([*tokens, *terms], key=lambda token: token.start)
