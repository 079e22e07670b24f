"""Folding of text, with the way back to the printed form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from bilingual.model.document import MappedText
from bilingual.text.characters import FOLD, INVISIBLE, SQUARES, VOICE_MARKS

FOLDED_RE = re.compile(f"[{re.escape(''.join(map(chr, sorted(FOLD))))}]")
"""Characters that folding changes: most lines hold none."""
INVISIBLE_RE = re.compile(f"[{INVISIBLE}]+")
VOICED_RE = re.compile("([\u3041-\u3096\u30a1-\u30fa])([{}])".format("".join(VOICE_MARKS)))
SQUARE_RE = re.compile(f"[{''.join(SQUARES)}]")
MARKUP_RE = re.compile(
    r"</?(?:i|b|u|em|strong|sup|sub|span|small|s)\b[^<>\n]{0,80}>"  # inline HTML remnants
    r"|<br\s*/?>"
    r"|\\(?=[$%&#_*~])"  # Markdown and TeX escapes: \$1
    r"|\*\*|__(?=\S)"  # Markdown bold
    r"|\$\{(?=[^{}$\n]{0,40}\}\$)|\}\$"  # TeX remnants: ${^{(1)}}$
)
"""Markup that text layers keep inside running text; it is skipped, and the offsets stay right."""
_COMMA_RE = re.compile("(?<![0-9０-９])，|，(?![0-9０-９])")
"""A wide comma that parts no digits: the 読点 of those who write 、 so."""


def fold(text: str) -> str:
    """Fold width, dashes, waves, quotes, blanks and radicals, character by character.

    >>> fold("１，２３４−５６７")
    '1,234-567'
    >>> fold("1,234²")
    '1,234²'
    """
    if text.isascii() and text.isprintable():
        return text
    if "，" in text:
        text = _COMMA_RE.sub("、", text)
    return exchange(text, FOLDED_RE, FOLD)


def exchange(text: str, changed: re.Pattern[str], table: Mapping[int, str]) -> str:
    """Exchange single characters, of which ``changed`` finds each, for those of a table that holds none of its own keys.

    A tenth of the time that ``str.translate`` takes, which looks up every character to find that most stay as they are.

    >>> exchange("abcab", re.compile("[ab]"), {ord("a"): "x", ord("b"): "y"})
    'xycxy'
    """
    for character in set(changed.findall(text)):
        text = text.replace(character, table[ord(character)])
    return text


def map_text(text: str, start: int = 0) -> MappedText:
    """Fold one stretch of a document that begins at ``start``.

    Markup and characters without a width are left out of the result; a kana and its voice mark are one character.

    >>> map_text("ｻｰﾋﾞｽ 1,2\u200b34").text
    'サービス 1,234'
    """
    folded = fold(text)
    wide = not text.isascii()
    if not ("<" in folded or "\\" in folded or "**" in folded or "$" in folded or "__" in folded or wide):
        return MappedText(folded, ((0, start),))
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = at = 0
    for begin, end, read in (*sorted(_replaced(text, folded, wide)), (len(folded), len(folded), "")):
        if begin < at:
            continue
        for offset, part in ((at, folded[at:begin]), (begin, read)):
            if part:
                pieces.append((length, start + offset))
                parts.append(part)
                length += len(part)
        at = end
    return MappedText("".join(parts), tuple(pieces) or ((0, start),))


def _replaced(text: str, folded: str, wide: bool) -> Iterator[tuple[int, int, str]]:
    """Stretches of a folded text that are read otherwise, and how."""
    for match in MARKUP_RE.finditer(folded):
        yield match.start(), match.end(), ""
    if wide and INVISIBLE_RE.search(text):
        for match in INVISIBLE_RE.finditer(text):
            yield match.start(), match.end(), ""
    if wide and SQUARE_RE.search(folded):
        for match in SQUARE_RE.finditer(folded):
            yield match.start(), match.end(), SQUARES[match[0]]
    if wide and VOICED_RE.search(folded):
        for match in VOICED_RE.finditer(folded):
            both = unicodedata.normalize("NFC", match[1] + VOICE_MARKS[match[2]])
            if len(both) == 1:
                yield match.start(), match.end(), both


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
