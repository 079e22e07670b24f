"""The lines of all pages as one text, with the place of every character."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bilingual.model.origin import PageLayout
from bilingual.readers.pdf.continued import MOST_ABOVE, MOST_CUT, continue_over_pages
from bilingual.readers.pdf.divided import divided
from bilingual.readers.pdf.lines import MOST_CARRIED, Line
from bilingual.readers.pdf.running import running_lines

FEET = 6
"""Lines of running heads and feet at most, beside those that belong to the text."""
NOWHERE = array("f", (1.0, 0.0, 0.0, 0.0))
"""The box of a character that stands nowhere on the page: a line end, a tab, a blank that was inferred."""


@dataclass(slots=True)
class PageLines:
    """What a page holds, as far as the text needs it."""

    number: int
    height: float
    text: str
    boxes: array[float]
    lines: list[Line]


def forget_inner(lines: Sequence[Line]) -> None:
    """Keep of the rows of a page only what the pages beside it may need."""
    for line in lines[MOST_ABOVE + 1 :]:
        line.columns = None
    for line in lines[: -FEET - 1]:
        line.under = None
    for line in lines[MOST_ABOVE + 1 : -MOST_CUT - FEET]:
        if not line.table:
            line.rows = ()
    for line in lines[MOST_CARRIED:]:
        if line.table:
            line.rows = ()


def put_together(pages: Sequence[PageLines], count: int) -> tuple[str, PageLayout]:
    """The text of all pages without running heads, and where every character stands."""
    running = running_lines([page.lines for page in pages], [page.height for page in pages])
    kept = [_without(page.lines, running) for page in pages]
    continue_over_pages(kept)
    text = _Text(divided(pages, kept))
    starts = [0] * count
    at = 0
    for page, lines in zip(pages, kept, strict=True):
        while at < page.number:
            starts[at] = text.length
            at += 1
        for line in lines:
            text.line(line, page)
    text.end()
    for later in range(at, count):
        starts[later] = text.length
    return "".join(text.parts), PageLayout(starts, text.boxes)


def _without(lines: Sequence[Line], running: set[int]) -> list[Line]:
    """The lines of a page that do not run; a table that begins with one that does stands apart without it, too."""
    kept: list[Line] = []
    gap = False
    for line in lines:
        if id(line) in running:
            gap = gap or (line.gap and line.table > 0)
            continue
        line.gap, gap = line.gap or gap, False
        kept.append(line)
    return kept


class _Text:
    """The text so far, with the boxes of its characters."""

    def __init__(self, hyphens: Mapping[int, set[int]]) -> None:
        """Begin a text; ``hyphens`` are those of each page that divide words."""
        self.hyphens = hyphens
        self.parts: list[str] = []
        self.boxes = array("f")
        self.length = 0

    def line(self, line: Line, page: PageLines) -> None:
        """Write a line of a page."""
        if self.length:
            self._add("\n" if line.joins is None else line.joins)
            if line.gap and line.joins is None:
                self._add("\n")
        words, boxes = page.text, memoryview(page.boxes)
        hyphens = self.hyphens.get(page.number, ())
        parts: list[str] = []
        places: list[array[float] | memoryview] = []
        for piece in line.pieces:
            if isinstance(piece, str):
                parts.append(piece)
                places.append(NOWHERE * len(piece))
            else:
                first, last = piece
                last -= last - 1 in hyphens
                parts.append(words[first:last])
                places.append(boxes[4 * first : 4 * last])
        whole = "".join(parts)
        self.parts.append(whole)
        self.length += len(whole)
        self.boxes.frombytes(b"".join(places))

    def end(self) -> None:
        """Write the end of the last line."""
        if self.length:
            self._add("\n")

    def _add(self, part: str) -> None:
        self.parts.append(part)
        self.length += len(part)
        self.boxes.extend(NOWHERE * len(part))
