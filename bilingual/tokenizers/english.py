"""English words, numbers and marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.model.segment import Token
from bilingual.model.termbase import Occurrence
from bilingual.tokenizers.spans import with_terms

TOKEN_RE = re.compile(
    r"(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"|(?P<word>(?:[A-Za-z]\.){2,}|(?:Inc|Co|Ltd|Corp|No|Mr|Ms|Dr|St)\.(?=\s)"
    r"|[A-Za-z\u00C0-\u024F]+(?:['\u2019-][A-Za-z\u00C0-\u024F]+)*)"
    r"|(?P<other>[^\W\dA-Za-z_]+)"
    r"|(?P<mark>\S)"
)


def tokenize(text: str, occurrences: Sequence[Occurrence] = ()) -> list[Token]:
    """Cut English text into words, numbers and marks.

    Args:
        text: the text; offsets of the tokens are into it.
        occurrences: glossary terms found in it, each kept as one token.

    Returns:
        Tokens in order that cover everything but blanks.
    """
    tokens = [
        Token(match.group(), match.start(), match.end(), match.lastgroup or "", match.group().lower())
        for match in TOKEN_RE.finditer(text)
    ]
    return with_terms(tokens, text, occurrences)
