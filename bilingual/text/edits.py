"""Edits of folded lines: what a repair step asks for, and lines with edits made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bilingual.model.document import MappedText


@dataclass(frozen=True, slots=True)
class Edit:
    """What a step changes in a line: the characters ``start:end`` of its text are read as ``text``."""

    line: int
    start: int
    end: int
    text: str


def apply_edits(content: MappedText, edits: Sequence[Edit]) -> MappedText:
    """A line with edits made, in order of place and apart from each other, still mapped to the document.

    Where every character stood several times, each maps to its own place and the last one to its last copy.
    A replacement of equal length maps character by character; a shorter one to the first characters of what it
    stands for, what a longer one has more to its last character.
    """
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = at = 0

    def keep(start: int, end: int) -> None:
        nonlocal length
        if end > start:
            pieces.append((length, content.offset(start)))
            pieces.extend(
                (length + text_at - start, offset)
                for text_at, offset in content.pieces
                if start < text_at < end
            )
            parts.append(content.text[start:end])
            length += end - start

    for edit in edits:
        keep(at, edit.start)
        if edit.text:
            covered = edit.end - edit.start
            pieces.append((length, content.offset(edit.start)))
            last = content.offset(max(edit.start, edit.end - 1))
            pieces.extend(_strides(content, edit, length))
            pieces.extend((length + beyond, last) for beyond in range(max(1, covered), len(edit.text)))
            parts.append(edit.text)
            length += len(edit.text)
        at = edit.end
    keep(at, len(content.text))
    return MappedText("".join(parts), tuple(pieces) or content.pieces[:1])


def _strides(content: MappedText, edit: Edit, length: int) -> list[tuple[int, int]]:
    """Pieces of a replacement that keeps one of so many copies of every character; none for another one."""
    copies, rest = divmod(edit.end - edit.start, len(edit.text))
    covered = content.text[edit.start : edit.end]
    if copies < 2 or rest or any(covered[copy::copies] != edit.text for copy in range(copies)):
        return []
    last = len(edit.text) - 1
    return [
        (length + at, content.offset(edit.start + at * copies + (copies - 1 if at == last else 0)))
        for at in range(1, last + 1)
    ]
