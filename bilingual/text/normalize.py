"""Folding of text, with the way back to the printed form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.model.document import MappedText
from bilingual.text.characters import FOLD

FOLDED_RE = re.compile(f"[{re.escape(''.join(map(chr, sorted(FOLD))))}]")
"""Characters that folding changes: most lines hold none, and looking is faster than translating."""
MARKUP_RE = re.compile(
    r"</?(?:i|b|u|em|strong|sup|sub|span|small|s)\b[^<>\n]{0,80}>"  # inline HTML remnants
    r"|<br\s*/?>"
    r"|\\(?=[$%&#_*~])"  # Markdown and TeX escapes: \$1
    r"|\*\*|__(?=\S)"  # Markdown bold
    r"|\$\{(?=[^{}$\n]{0,40}\}\$)|\}\$"  # TeX remnants: ${^{(1)}}$
)
"""Markup that text layers keep inside running text; it is skipped, and the offsets stay right."""


def fold(text: str) -> str:
    """Fold width, dashes, waves, quotes, blanks and radicals, character by character.

    >>> fold("１，２３４−５６７")
    '1,234-567'
    >>> fold("1,234²")
    '1,234²'
    """
    if (text.isascii() and text.isprintable()) or not FOLDED_RE.search(text):
        return text
    return text.translate(FOLD)


def map_text(text: str, start: int = 0) -> MappedText:
    """Fold one stretch of a document that begins at ``start``; markup is left out of the result."""
    folded = fold(text)
    if not ("<" in folded or "\\" in folded or "**" in folded or "$" in folded or "__" in folded):
        return MappedText(folded, ((0, start),))
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = at = 0
    for match in (*MARKUP_RE.finditer(folded), None):
        end = match.start() if match else len(folded)
        if end > at:
            pieces.append((length, start + at))
            parts.append(folded[at:end])
            length += end - at
        at = match.end() if match else end
    return MappedText("".join(parts), tuple(pieces) or ((0, start),))


def join_texts(texts: Sequence[MappedText], separator: str = "") -> MappedText:
    """Join stretches (lines of a paragraph) into one; the separator maps to the end of what stands before it."""
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = 0
    for index, mapped in enumerate(texts):
        if index and separator and parts:
            before = texts[index - 1]
            pieces.append((length, before.offset(max(len(before.text) - 1, 0)) + 1))
            parts.append(separator)
            length += len(separator)
        pieces.extend((length + text_at, document_at) for text_at, document_at in mapped.pieces)
        parts.append(mapped.text)
        length += len(mapped.text)
    return MappedText("".join(parts), tuple(pieces) or ((0, 0),))


def slice_text(mapped: MappedText, start: int, end: int) -> MappedText:
    """The characters ``start:end`` of a mapped text, still mapped to the document."""
    if len(mapped.pieces) == 1:
        return MappedText(mapped.text[start:end], ((0, mapped.pieces[0][1] + start),))
    pieces = [(0, mapped.offset(start) if start < len(mapped.text) else mapped.span(0, start).end)]
    pieces.extend((at - start, source) for at, source in mapped.pieces if start < at < end)
    return MappedText(mapped.text[start:end], tuple(pieces))


def small_letters(text: str) -> str:
    """A text in small letters, character for character, for patterns that take either case.

    A pattern that does not have to ask for the case of every letter is searched for in half the time.

    >>> small_letters("Sales in İstanbul")
    'sales in İstanbul'
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(each if len(low := each.lower()) > 1 else low for each in text)
