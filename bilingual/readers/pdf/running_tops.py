"""Running heads known while pages are read: the first line of a page with the words and the height of those of other pages.

A table that stands close below a running head would take it for a head of its columns. Lines that run are left out later
(``running``); here they are only kept out of tables.
"""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np

from bilingual.readers.pdf.page import Characters, Page

FEWEST = 3
"""Pages with the line, from which on it is a running head; two of them may be parts of one table with the same heads."""
APART = 0.9
"""Heights that it stands above the next line at least, on one of them: what stands next is not everywhere as high."""
MARGIN = 0.12
"""Share of the height of the page that it stands in."""
DIGITS_RE = re.compile(r"\d{1,9}")

Key = tuple[str, int, int]


class RunningTops:
    """The first lines of the pages read so far."""

    def __init__(self) -> None:
        """Start with no page."""
        self._pages: dict[Key, list[int]] = defaultdict(list)
        self._apart: set[Key] = set()
        self._told: set[Key] = set()

    def add(self, index: int, page: Page, found: Characters) -> tuple[float | None, list[int]]:
        """Where the running head of a page ends, if it has one, and the pages read before that turn out to have it too."""
        line = first_line(page, found)
        if line is None:
            return None, []
        key, bottom, apart = line
        pages = self._pages[key]
        pages.append(index)
        if apart:
            self._apart.add(key)
        if len(pages) < FEWEST or key not in self._apart:
            return None, []
        earlier = [] if key in self._told else pages[:-1]
        self._told.add(key)
        return bottom, earlier


def first_line(page: Page, found: Characters) -> tuple[Key, float, bool] | None:
    """What tells the first line of a page, digits left out, where it ends, and whether it stands apart; None where it is no head."""
    boxes, codes = found.boxes[~found.blank], found.codes[~found.blank]
    if not len(boxes):
        return None
    first = int(np.argmin(boxes[:, 1]))
    top, bottom = float(boxes[first, 1]), float(boxes[first, 3])
    middles = (boxes[:, 1] + boxes[:, 3]) / 2
    own = middles < bottom
    bottom = float(boxes[own, 3].max())
    below = boxes[~own, 1]
    if bottom > MARGIN * page.height or not len(below):
        return None
    apart = float(below.min()) - bottom >= APART * (bottom - top)
    order = np.argsort(boxes[own, 0], kind="stable")
    text = codes[own][order].astype("<u4").tobytes().decode("utf-32-le", "replace")
    return (DIGITS_RE.sub("0", text), round(top), round(float(boxes[own, 0].min()))), bottom, apart
