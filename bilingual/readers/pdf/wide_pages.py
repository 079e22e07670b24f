"""One wide page of several that a sheet was printed on, with the way back to each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from bilingual.readers.pdf.page import Characters, Numbers, Page, Rule, Rules
from bilingual.readers.pdf.sheet_pages import LEVEL, MOST_SHARED, SHARED
from bilingual.readers.pdf.strips import rows_of

APART = 14.0
"""Points between the columns of two pages, where no text that runs over both tells."""
CROSSING = 0.3
"""Share of the rows of figures at most that run over the edge themselves."""
MOST_LETTERS = 5
"""Letters of a row that holds figures and units only."""


def beside(pages: Sequence[Page]) -> tuple[Page, tuple[tuple[float, float, int], ...]]:
    """One wide page of several, and for every page but the first where it begins, how far it lies to the right, its number."""
    whole = _inside(pages[0])
    edges: list[tuple[float, float, int]] = []
    for page in map(_inside, pages[1:]):
        shift = _shift(whole, page)
        edges.append((shift + _begin(page) - 0.5, shift, page.number))
        boxes = page.boxes.copy()
        boxes[:, 0] += shift
        boxes[:, 2] += shift
        whole = replace(
            whole,
            width=shift + page.width,
            codes=np.concatenate([whole.codes, page.codes]),
            boxes=np.concatenate([whole.boxes, boxes]),
            rules=_together(whole.rules, page.rules, shift),
            unknown=whole.unknown + page.unknown,
            pictures=max(whole.pictures, page.pictures),
        )
    return whole, tuple(edges)


def _shift(left: Page, right: Page) -> float:
    """How far a page lies to the right: where text that runs over the edge meets itself, else behind all columns."""
    own = _printed(right)
    least = _least_shifts(left, own)
    votes: Counter[int] = Counter()
    exact: dict[int, float] = {}
    for row in rows_of(own):
        if len(row) >= SHARED:
            for shift in _meeting(left, own.codes[row], own.boxes[row]):
                votes[round(shift)] += 1
                exact[round(shift)] = shift
    for shift, _ in votes.most_common():
        if sum(one > shift + 1.0 for one in least) <= CROSSING * len(least):
            return exact[shift]
    ends = float(_printed(left).boxes[:, 2].max()) if len(left.codes) else left.width
    return ends - _begin(right) + APART


def _least_shifts(left: Page, own: Characters) -> list[float]:
    """How far a page lies to the right at least, by every row of figures: they do not overlap; rows with words may."""
    printed = _printed(left)
    heights = (printed.boxes[:, 1] + printed.boxes[:, 3]) / 2
    digit = (printed.codes >= 48) & (printed.codes < 58)
    least: list[float] = []
    for row in rows_of(own):
        numbers = row[(own.codes[row] >= 48) & (own.codes[row] < 58)]
        if not len(numbers) or int(np.count_nonzero(_letters(own.codes[row]))) > MOST_LETTERS:
            continue
        box = own.boxes[numbers[0]]
        there = digit & (np.abs(heights - (box[1] + box[3]) / 2) <= LEVEL)
        if there.any():
            least.append(float(printed.boxes[there, 2].max() - box[0]))
    return least


def _begin(page: Page) -> float:
    """Where the print of a page begins."""
    boxes = _printed(page).boxes
    return float(boxes[:, 0].min()) if len(boxes) else 0.0


def _meeting(left: Page, codes: Numbers, boxes: Numbers) -> Iterator[float]:
    """How far the first characters of a row lie from the same ones at the end of that row on the page to the left."""
    printed = _printed(left)
    middles = (printed.boxes[:, 1] + printed.boxes[:, 3]) / 2
    level = np.abs(middles - float((boxes[0, 1] + boxes[0, 3]) / 2)) <= LEVEL
    row = np.flatnonzero(level)
    row = row[np.argsort(printed.boxes[row, 0], kind="stable")]
    for at in range(max(0, len(row) - MOST_SHARED), len(row) - SHARED + 1):
        here = row[at : at + len(codes)]
        count = len(here)
        if np.array_equal(printed.codes[here], codes[:count]) and _letters(codes[:count]).any():
            shift = printed.boxes[here, 0] - boxes[:count, 0]
            if float(np.ptp(shift)) < 1.0:
                yield float(shift[0])


def _together(left: Rules, right: Rules, shift: float) -> Rules:
    across = (Rule(rule.at, rule.start + shift, rule.end + shift) for rule in right.horizontal)
    down = (Rule(rule.at + shift, rule.start, rule.end) for rule in right.vertical)
    return Rules((*left.horizontal, *across), (*left.vertical, *down))


def _inside(page: Page) -> Page:
    """A page without what was printed over its edges."""
    middles = (page.boxes[:, 0] + page.boxes[:, 2]) / 2
    keep = (middles >= 0) & (middles <= page.width)
    return replace(page, codes=page.codes[keep], boxes=page.boxes[keep])


def _printed(page: Page) -> Characters:
    """The characters of a page that leave ink."""
    boxes = page.boxes
    ink = (page.codes > 32) & (page.codes != 0x3000) & (boxes[:, 2] > boxes[:, 0])
    return Characters(page.codes[ink], boxes[ink], np.zeros(int(ink.sum()), dtype=bool))


def _letters(codes: Numbers) -> Numbers:
    """Which characters are letters, kana or kanji."""
    latin = ((codes >= 65) & (codes <= 90)) | ((codes >= 97) & (codes <= 122))
    found: Numbers = latin | ((codes >= 0x3041) & (codes < 0xA000))
    return found
