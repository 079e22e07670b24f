"""Words that a hyphen divides at the end of a line of a page: the hyphen is no text where the document has the word whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from bilingual.readers.pdf.lines import HYPHENS, Line
from bilingual.text.mailed import is_divided

FIRST_RE = re.compile(r"(?<![A-Za-z-])[A-Za-z]{2,}$")
SECOND_RE = re.compile(r"[a-z]{2,}(?![A-Za-z-])")
WORD_RE = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
LONGEST = 40
"""Characters of the end and the beginning of a line in which the parts of a word stand."""
BELOW = 0.5
"""Heights that a character on the next line stands below one at least."""


class Printed(Protocol):
    """The characters of a page and their boxes, four numbers each."""

    @property
    def number(self) -> int:
        """The number of the page."""

    @property
    def text(self) -> str:
        """Its characters."""

    @property
    def boxes(self) -> Sequence[float]:
        """Left, top, right, bottom of each."""


def divided(pages: Sequence[Printed], lines: Sequence[Sequence[Line]]) -> dict[int, set[int]]:
    """The hyphens of each page, by its number, that divide words, as places of their characters.

    Args:
        pages: the pages.
        lines: the lines of each.
    """
    found = [
        (page, *ends)
        for page, own in zip(pages, lines, strict=True)
        for line in own
        for ends in _ends(line, page)
    ]
    if not found:
        return {}
    texts = {page.number: list(page.text) for page in pages}
    for page, at, _, _ in found:
        texts[page.number][at] = " "
    words = Counter(
        word.lower()
        for text in texts.values()
        for word in WORD_RE.findall("".join(text).replace("\u2010", "-"))
    )
    words.subtract(second for _, _, _, second in found)
    marks: dict[int, set[int]] = {}
    for page, at, first, second in found:
        if is_divided(first.lower(), second, words):
            marks.setdefault(page.number, set()).add(at)
    return marks


def _ends(line: Line, page: Printed) -> Iterator[tuple[int, str, str]]:
    """Where a hyphen ends one of the printed lines that a line is made of, and what stands before it and on the next one."""
    stretches = [piece for piece in line.pieces if not isinstance(piece, str)]
    for (first, last), (start, end) in pairwise(stretches):
        if page.text[last - 1] not in HYPHENS or not page.text[start].islower():
            continue
        top, bottom = page.boxes[4 * last - 3], page.boxes[4 * last - 1]
        if page.boxes[4 * start + 1] < top + BELOW * (bottom - top):
            continue
        one = FIRST_RE.search(page.text, max(first, last - LONGEST), last - 1)
        other = SECOND_RE.match(page.text, start, min(end, start + LONGEST))
        if one and other:
            yield last - 1, one[0], other[0]
