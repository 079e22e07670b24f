"""Lines as they are printed after the damage, and where the clean lines went."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

SENTENCE_END = ("。", ".", "」", "”")
NO_START = "、。，．,.)）」』】〕%％ー々〜～"
"""Characters that begin no line."""
WRAPPED = 104
"""Columns up to which a line may be one of a text that is wrapped already."""


@dataclass(frozen=True)
class Damaged:
    """A damaged text.

    `lines` are its lines; `places` maps the number of a clean line (from 1) to the numbers of the damaged lines that
    print something of it, in their order.
    """

    lines: tuple[str, ...]
    places: dict[int, tuple[int, ...]]

    def sources(self) -> dict[int, tuple[int, ...]]:
        """The map the other way: damaged line to the clean lines that it prints."""
        found: dict[int, list[int]] = {}
        for clean, damaged in sorted(self.places.items()):
            for number in damaged:
                found.setdefault(number, []).append(clean)
        return {number: tuple(clean) for number, clean in found.items()}


@dataclass
class Page:
    """Damaged lines in the making, each with the indexes (from 0) of the clean lines it prints."""

    printed: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)

    def add(self, text: str, *sources: int) -> None:
        """Print a line below the others; nothing is its source when the damage made it up."""
        self.printed.append((text, sources))

    def done(self) -> Damaged:
        """The text with its map of places."""
        places: dict[int, list[int]] = {}
        for number, (_, sources) in enumerate(self.printed, 1):
            for source in sources:
                places.setdefault(source + 1, []).append(number)
        lines = tuple(text for text, _ in self.printed)
        return Damaged(lines, {clean: tuple(numbers) for clean, numbers in places.items()})


def width(text):
    """Columns that a text takes in a fixed pitch: wide East Asian characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def is_japanese(text):
    """Whether a text holds kana or kanji."""
    return re.search(r"[ぁ-んァ-ヶ一-鿿]", text) is not None


def is_prose(line):
    """Whether a line is a sentence or a bullet of running text rather than a heading, a row or an address."""
    text = line.strip()
    if "\t" in text or text.startswith(("|", "#")) or width(text) < 60 or re.search(r"\S {3,}\S", text):
        return False
    return text.endswith(SENTENCE_END) or text.startswith(("-", "・")) or width(text) > 100


def wrap(text, columns, indent=""):
    """Break a text into lines of a width: at blanks, and between East Asian characters."""
    pieces, line = [], ""
    for part in re.findall(r"[!-~¡-ʯ€-₿–—‘’“”]+|\s+|.", text):
        glue = part[0] in NO_START
        if line.strip() and width(line) + width(part.rstrip()) > columns and not glue and not part.isspace():
            pieces.append(line.rstrip())
            line = indent
        line += part
    return [*pieces, line.rstrip()]


def is_heading(lines, at):
    """Whether the line of an index is short, no sentence, and stands beside an empty line."""
    text = lines[at].strip()
    if not text or "\t" in text or text.startswith(("|", "-", "・")) or width(text) > 72:
        return False
    if re.search(r"@|://|TEL|Tel|Fax|[。]$", text) or (text.endswith(".") and not text.isupper()):
        return False
    beside = (lines[at - 1] if at else "", lines[at + 1] if at + 1 < len(lines) else "")
    return any(not line.strip() or "\t" in line or line.startswith("|") for line in beside)
