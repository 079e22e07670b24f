"""Tables that set a text beside its translation: translators' files, notices in two languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bilingual.model.document import Language

JAPANESE_RE = re.compile("[ぁ-んァ-ヶ一-龠々]")
SENTENCE_RES = {
    Language.JA: re.compile(r"[ぁ-ん]。"),
    Language.EN: re.compile(r"(?:\b[A-Za-z][a-z'’-]*,? (?:\S+ )*?){5}.*[a-z\d%)”’\"]\.\s*\Z", re.DOTALL),
}
NUMBER_RE = re.compile(r"[\d().-]{0,8}")
"""What the number of a row looks like, which may stand before both."""
LATIN_RE = re.compile("[A-Za-z]")
FIGURES = 3
"""Cells of a row: with more it is one of figures, whatever its labels say."""
MOST = 0.8
"""Share of the rows that stand so."""


def in_two_languages(rows: Iterable[Sequence[str]]) -> bool:
    """Whether the rows of a table hold running text in one language and its translation in the next column.

    >>> in_two_languages([["増収となりました。", "Net sales rose on strong demand from our customers."]])
    True
    >>> in_two_languages([["社名", "Kita Works Co., Ltd."], ["売上高", "1,234"]])
    False
    """
    told: list[tuple[int, int]] = []
    several = sentences = 0
    for row in rows:
        filled = [(at, text) for at, text in enumerate(row) if text.strip()]
        if len(filled) > FIGURES:
            return False
        several += len(filled) > 1
        words = [(at, text) for at, text in filled if not NUMBER_RE.fullmatch(text.strip())]
        if len(words) != len({Language.JA, Language.EN}):
            continue
        ja = [(at, text) for at, text in words if JAPANESE_RE.search(text)]
        en = [(at, text) for at, text in words if not JAPANESE_RE.search(text) and LATIN_RE.search(text)]
        if len(ja) == len(en) == 1:
            told.append((ja[0][0], en[0][0]))
            sentences += bool(
                SENTENCE_RES[Language.JA].search(ja[0][1]) and SENTENCE_RES[Language.EN].search(en[0][1])
            )
    return sentences > 0 and len(set(told)) == 1 and len(told) >= MOST * several
