"""Running heads and feet: what stands at the same height of the page, with the same words, page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from bilingual.readers.pdf.lines import Line

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
    found: set[int] = set()
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        for line in _edges(lines, height):
            if NUMBER_RE.fullmatch(line.key):
                found.add(id(line))
            else:
                words = DIGITS_RE.sub("0", line.key)
                seen[words, round(line.y0 / 6)].append((number, line))
                seen[words, round(line.y0 / 6 + 0.5) + 100_000].append((number, line))
    filled = sum(bool(lines) for lines in pages)
    for (words, _), places in seen.items():
        own = {number for number, _ in places}
        enough = len(own) >= max(2, SHARE * filled) or (len(own) >= 3 and _in_turn(own))
        if enough and words.strip() and _counts_pages(places):
            found.update(id(line) for _, line in places)
    return found


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


def _edges(lines: Sequence[Line], height: float) -> list[Line]:
    upper = [line for line in lines[:EDGE] if line.y1 < MARGIN * height]
    lower = [line for line in lines[-EDGE:] if line.y0 > (1 - MARGIN) * height and line not in upper]
    return [line for line in (*upper, *lower) if not line.table]
