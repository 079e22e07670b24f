"""Running heads and feet: what stands at the same height of the page, with the same words, page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from bilingual.readers.pdf.lines import Line
from bilingual.readers.pdf.regions import UNIT_NOTE_RE
from bilingual.text.normalize import fold

EDGE = 3
"""Lines at either end of a page that may be a running head or foot."""
MARGIN = 0.12
"""And the share of the page's height that they stand in."""
SHARE = 0.5
"""Of the pages, on which it must stand; two pages at least."""
DIGITS_RE = re.compile(r"\d{1,9}")
NUMBER_RE = re.compile(
    r"\s*[-–—‐]?\s*(?:[Pp](?:age|\.)?\s*)?\d{1,4}(?:\s*(?:/|of|／)\s*\d{1,4})?\s*(?:頁|ページ)?\s*[-–—‐]?\s*"
)


def running_lines(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[int]:
    """Identities of the lines that are running heads, feet or page numbers."""
    seen: dict[tuple[str, int], list[tuple[int, Line]]] = defaultdict(list)
    rows: dict[tuple[str, int], list[Line]] = defaultdict(list)
    found: set[int] = set()
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        for line in _edges(lines, height):
            cells = [
                words for words, _ in groupby(line.key.split("\t"))
            ]  # one over two columns stands in both
            words = DIGITS_RE.sub("0", "".join("".join(cells).split()))  # the space between words may be lost
            for place in (round(line.y0 / 6), round(line.y0 / 6 + 0.5) + 100_000):
                if line.table:
                    rows[words, place].append(line)
                elif NUMBER_RE.fullmatch(line.key):
                    found.add(id(line))
                else:
                    seen[words, place].append((number, line))
    filled = sum(bool(lines) for lines in pages)
    for (words, place), places in seen.items():
        own = {number for number, _ in places}
        enough = len(own) >= max(2, SHARE * filled) or (len(own) >= 3 and _in_turn(own))
        if enough and words.strip() and _counts_pages(places):
            found.update(id(line) for _, line in places)
            found.update(id(line) for line in rows.get((words, place), ()))  # close below the rows of a table
    for lines, height in zip(pages, heights, strict=True):
        found -= _within(_ends(lines, height), found)
    return found


def _within(ends: Sequence[Sequence[Line]], found: set[int]) -> set[int]:
    """What stands further from the edge of the page than a line that belongs to the text."""
    within: set[int] = set()
    for end in ends:
        own = [id(line) in found for line in end]
        first = own.index(False) if False in own else len(own)
        within.update(id(line) for line in end[first:])
    return within


def _in_turn(numbers: set[int]) -> bool:
    """Whether pages follow each other, or every second one does, as heads of left and right pages."""
    first, last = min(numbers), max(numbers)
    return len(numbers) * 2 >= last - first + 1


def _counts_pages(places: Sequence[tuple[int, Line]]) -> bool:
    """Whether the numbers in the lines stay the same, or rise with the pages."""
    rows = [(page, [int(digits) for digits in DIGITS_RE.findall(line.key)]) for page, line in places]
    first_page, first = rows[0]
    for column, start in enumerate(first):
        own = [(page - first_page, numbers[column] - start) for page, numbers in rows]
        if any(step for _, step in own) and any(step != pages for pages, step in own):
            return False
    return True


def _ends(lines: Sequence[Line], height: float) -> tuple[list[Line], list[Line]]:
    """The lines in the upper and in the lower margin of a page, from the edge on."""
    upper = [line for line in lines[:EDGE] if line.y1 < MARGIN * height]
    lower = [line for line in lines[-EDGE:] if line.y0 > (1 - MARGIN) * height and line not in upper]
    return sorted(upper, key=lambda line: line.y0), sorted(lower, key=lambda line: -line.y1)


def _edges(lines: Sequence[Line], height: float) -> list[Line]:
    """The lines of both margins that may run over the pages: no units of a table below."""
    return [
        line
        for end in _ends(lines, height)
        for line in end
        if line.table or not UNIT_NOTE_RE.match(fold(line.key))
    ]
