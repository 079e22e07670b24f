"""What the way through a mail leaves in a text: marks of quotation before its lines, words divided at their ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bilingual.model.document import MappedText
from bilingual.text.edits import Edit

_QUOTED_RE = re.compile(r"(?:> ?)+")
FEWEST = 5
"""Quoted lines of a document, nine of ten of its lines, that make the mark a habit."""
LONGEST = 40
"""Characters of the end of a line in which a divided word stands."""
_END_RE = re.compile(r"(?<![A-Za-z-])([A-Za-z]{2,})-\s*$")
_START_RE = re.compile(r"\s*([a-z]{2,})(?![a-z-])")
_WORD_RE = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*(?!-?\s*$)(?!-)|[A-Za-z]+$")


def quoted_lines(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Marks of quotation (``> ``) before nearly all lines of a document."""
    solid = [(number, line.text) for number, line in enumerate(lines) if line.text.strip()]
    quoted = [(number, match) for number, text in solid if (match := _QUOTED_RE.match(text))]
    if len(quoted) >= FEWEST and 10 * len(quoted) >= 9 * len(solid):
        for number, match in quoted:
            yield Edit(number, 0, match.end(), "")


def is_divided(first: str, second: str, words: Counter[str]) -> bool:
    """Whether two parts around a hyphen at the end of a line are one word, by how often a document has which words elsewhere."""
    if words[f"{first}-{second}"] > 0:
        return False
    return words[first + second] > 0 or words[second] <= 0


def divided_words(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Words that a hyphen divides at the end of a line; a hyphen that the document writes there anyway stays."""
    found = []
    for number, line in enumerate(lines[:-1]):
        if line.text.rstrip().endswith("-") and "\t" not in line.text and "|" not in line.text:
            head, tail = (
                _END_RE.search(line.text, max(0, len(line.text) - LONGEST)),
                _START_RE.match(lines[number + 1].text),
            )
            if head and tail:
                found.append((number, head, tail))
    if not found:
        return
    words = Counter(match[0].lower() for line in lines for match in _WORD_RE.finditer(line.text))
    words.subtract(tail[1] for _, _, tail in found)
    for number, head, tail in found:
        if not is_divided(head[1].lower(), tail[1], words):
            continue
        yield Edit(number, head.start(), len(lines[number].text), "")
        yield Edit(number + 1, tail.start(1), tail.end(1), head[1] + tail[1])
