"""Lines that end although the next word would have stood beside them: items of a list whose marks are lost.

The marks before items of a list are often drawn, not written: the text layer has the bare lines. What a line that was
cut by the edge of its column leaves free is narrower than the word that follows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.model.document import Language
from bilingual.text.carried_on import UNFINISHED_RE

ASIDE = 2
"""Columns between the indents of a paragraph's lines."""
ROOM = 8
"""Columns that the edge leaves free beside the word that did not fit: glyphs are of unequal width."""
SHARE = 0.85
"""Part of the width of the column that a line reaches which the edge cut."""
_WORD_RE = {
    Language.EN: re.compile(r"\S+"),
    Language.JA: re.compile(r"[!-~]*."),
}
_OPEN_RE = re.compile(r"[、,・\-–—&/]$")
_WIDE_FROM = "\u2e80"


def printed_width(text: str) -> int:
    """Columns of a text without the blanks around it, where kana and kanji take two."""
    text = text.strip()
    return len(text) if text.isascii() else sum(2 if char >= _WIDE_FROM else 1 for char in text)


def column_widths(texts: Sequence[str], starts: Sequence[bool]) -> list[int]:
    """For each line the width of the widest that stands in one block with it, at the same indent.

    Args:
        texts: the lines.
        starts: whether a line begins a block: a gap or the edge of a page stands before it.
    """
    widths: list[int] = []
    first = 0
    indents = [len(text) - len(text.lstrip()) for text in texts]
    for index in range(1, len(texts) + 1):
        if index < len(texts) and not starts[index] and abs(indents[index] - indents[index - 1]) <= ASIDE:
            continue
        widest = max(printed_width(text) for text in texts[first:index])
        widths.extend([widest] * (index - first))
        first = index
    return widths


def leaves_room(before: str, text: str, column: int, language: Language) -> bool:
    """Whether the first word of ``text`` would have stood on the line before it, in a column of that width.

    >>> leaves_room("Shipments were down 20%", "Excipients held firm in Europe, with sales of", 60, Language.EN)
    True
    """
    width = printed_width(before)
    if width >= column * SHARE or _OPEN_RE.search(before):
        return False
    if language is Language.EN and (not text[0].isupper() or UNFINISHED_RE.search(before)):
        return False
    word = _WORD_RE[language].match(text)
    return word is not None and width + len(word[0]) + ROOM < column
