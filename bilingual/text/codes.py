"""Segments as translation tools hand them out: tags, placeholders and character references are no text."""

from __future__ import annotations

import html
import re

from bilingual.model.document import MappedText
from bilingual.text.normalize import fold, map_text

_TAG = (
    r"</?(?:[a-z][A-Za-z:]{0,11}\d?)(?:\s+[\w:-]{1,30}\s?=\s?(?:\"[^\"<>]{0,120}\"|'[^'<>]{0,120}'))*\s*/?>"
)
"""<b>, </g>, <ph id="1"/>; a name in capitals between angle brackets may be a heading: <IFRS>."""
_PLACEHOLDER = r"\{/?\d{1,3}/?[>}]|<\d{1,4}\}|\{/?[A-Za-z_]+\d+\}|%\d\$[sd@]|\{\\[a-z]{1,8}\d* ?|(?:<|\[)/\d{1,4}[>\]]|<\d{1,4}/>"
_REFERENCE = r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});"
CODE_RE = re.compile(rf"(?:{_TAG}|{_PLACEHOLDER})+|{_REFERENCE}|⏎")
_OPENING = r"[<\[]({numbers})[>\]]"
_CLOSING_RE = re.compile(r"[<\[]/(\d{1,4})[>\]]")
_CLOSED_RE = re.compile(r"</|\[/|/>|\{/")
_BREAK_RE = re.compile(r"<br|<lb|<w:(?:br|tab)|⏎|[\]>](?:<[^/]|\[[^/])")
_RTF_RE = re.compile(r"\{\\[a-z]")


def map_segment(text: str, start: int = 0) -> MappedText:
    """Fold a segment that begins at ``start`` of its document, without codes; a code that parts cells is a blank.

    >>> map_segment("<1>売上高</1><2>123</2>は{3}前期比&nbsp;<b>５％</b>増").text
    '売上高 123は前期比 5%増'
    """
    if not any(mark in text for mark in ("<", "{", "&", "[/", "⏎", "%1", "%2")):
        return map_text(text, start)
    numbers = sorted(set(_CLOSING_RE.findall(text)))
    paired = _OPENING.format(numbers="|".join(numbers)) if numbers else "(?!)"
    pattern = re.compile(rf"(?:{CODE_RE.pattern}|{paired})+")
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = at = 0

    def take(piece: MappedText) -> None:
        nonlocal length
        if piece.text:
            pieces.extend((length + offset, source) for offset, source in piece.pieces)
            parts.append(piece.text)
            length += len(piece.text)

    for match in pattern.finditer(text):
        take(map_text(text[at : match.start()], start + at))
        take(MappedText(_stands_for(match[0]), ((0, start + match.start()),)))
        at = match.end()
    rest = text[at:].replace("}", " ") if _RTF_RE.search(text) else text[at:]
    take(map_text(rest, start + at))
    return MappedText("".join(parts), tuple(pieces) or ((0, start),))


def _stands_for(code: str) -> str:
    """What a run of codes shows: nothing, a blank, or the characters of its references."""
    shown = "".join(html.unescape(found) for found in re.findall(_REFERENCE, code))
    if shown:
        return fold(shown)
    return " " if _BREAK_RE.search(code) and (_CLOSED_RE.search(code) or "<br" in code or "⏎" in code) else ""
