"""Lines that end although the next word would have stood beside them: items of a list whose marks are lost.

The marks before items of a list are often drawn, not written: the text layer has the bare lines. What a line that was
cut by the edge of its column leaves free is narrower than the word that follows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.model.document import Language
from bilingual.text.carried_on import DIGIT_EDGE_RE, LEADING_KANA_RE, UNFINISHED_RE, UNIT_START_RE

ASIDE = 2
"""Columns between the indents of a paragraph's lines."""
ROOM = 8
"""Columns that the edge leaves free beside the word that did not fit: glyphs are of unequal width."""
SHARE = 0.85
"""Part of the width of the column that a line reaches which the edge cut."""
OPEN_SHARE = 0.7
"""The same of a Japanese line that ends nothing: it may be cut before any number that is not divided."""
REST = 0.25
"""Part of it up to which a line may be what a mail left over of the line above."""
_WORD_RE = {
    Language.EN: re.compile(r"\S+"),
    Language.JA: re.compile(r"[!-~]*."),
}
_OPEN_RE = re.compile(r"[、,・\-–—&/]$")
_WIDE_FROM = "\u2e80"


Widths = tuple[int, int]
"""Columns of a text where kana and kanji take two, and its characters: pages are filled by the one, mails by the other."""


def printed_widths(text: str) -> Widths:
    """Columns and characters of a text without the blanks around it."""
    text = text.strip()
    wide = 0 if text.isascii() else sum(char >= _WIDE_FROM for char in text)
    return len(text) + wide, len(text)


def column_widths(texts: Sequence[str], starts: Sequence[bool]) -> list[Widths]:
    """For each line the widths of the widest that stand in one block with it, at the same indent.

    Args:
        texts: the lines.
        starts: whether a line begins a block: a gap or the edge of a page stands before it.
    """
    widths: list[Widths] = []
    first = 0
    indents = [len(text) - len(text.lstrip()) for text in texts]
    for index in range(1, len(texts) + 1):
        if index < len(texts) and not starts[index] and abs(indents[index] - indents[index - 1]) <= ASIDE:
            continue
        own = [printed_widths(text) for text in texts[first:index]]
        widths.extend([(max(one for one, _ in own), max(other for _, other in own))] * (index - first))
        first = index
    return widths


def leaves_room(before: str, text: str, column: Widths, language: Language) -> bool:
    """Whether the first word of ``text`` would have stood on the line before it, in a column of that width.

    >>> leaves_room("Shipments were down 20%", "Excipients held firm in Europe, with sales of", (60, 60), Language.EN)
    True
    """
    own = printed_widths(before)
    share = SHARE if language is Language.EN or before.endswith("。") else OPEN_SHARE
    if any(width >= widest * share for width, widest in zip(own, column, strict=True)):
        return False
    if own[0] < column[0] * REST or _OPEN_RE.search(before):
        return False
    if DIGIT_EDGE_RE.search(before) and UNIT_START_RE[language].match(text):
        return False  # the unit of the figure: 7.1 / ポイント上昇し
    if language is Language.EN and (not text[0].isupper() or UNFINISHED_RE.search(before)):
        return False
    if language is Language.JA and LEADING_KANA_RE.match(text):
        return False
    word = _WORD_RE[language].match(text)
    return word is not None and own[0] + len(word[0]) + ROOM < column[0]
