"""Fragments: characters that follow each other in one direction without a wide gap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

import numpy as np

from bilingual.readers.pdf.characters import SCALES
from bilingual.readers.pdf.page import Characters, CodeSet, Numbers
from bilingual.text.normalize import fold


class Way(IntEnum):
    """The direction in which characters follow each other on the page as shown."""

    ACROSS = 0
    DOWN = 1
    UP = 2


GAP = 0.42
"""Gap between Japanese characters that ends a fragment, in heights of a line."""
TIGHT_GAP = 0.2
"""The same between other characters, where the file prints no blank."""
MIXED_GAP = 0.24
"""The same between a Japanese character and another."""
FIGURE_GAP = 0.6
"""The same beside a digit where the file prints a blank there."""
WORD_GAP = 1.25
"""The same between other characters."""
STACKED = 0.3
"""Most gap between two characters that stand below each other in vertical text."""
FEWEST_STACKED = 3
"""Fewest characters of a vertical line; fewer are cells below each other."""

RANGE_GAP, EVEN = 0.55, 0.12
"""Heights between a figure and the dash of a range, and by how much both gaps may differ."""
DASH_CODES = CodeSet(map(ord, "-－‐–—―─ー"))
DIGIT_CODES = CodeSet(map(ord, "0123456789０１２３４５６７８９%％)）"))
LETTER_CODES = CodeSet([*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1)])
FEWEST_TURNED, TURNED = 60, 3
"""Characters of an area that is turned at least, and how many times as many as of words that read across they are there."""
SIGN_CODES = CodeSet(map(ord, "△▲¥￥$-－‐–—―─"))
UPRIGHT = 1.2
"""A digit that stands upright is higher than wide by this factor at least."""
FIGURE_CODES = CodeSet(map(ord, "0123456789.,%()△▲-−－¥$"))

_SIGN = r"(?:[△▲+\-]|\([-+]\))?\s?"
_CURRENCY = r"(?:(?:JPY|USD|EUR|US\$|[¥$€£])\s?)?"
_AMOUNT = (
    rf"{_SIGN}{_CURRENCY}{_SIGN}(?:\(\s?{_SIGN}{_CURRENCY}\d[\d,]*(?:\.\d+)?\s?%?\s?\)|\d[\d,]*(?:\.\d+)?)"
)
_UNIT = (
    r"\s?(?:%|pt|pts|bps|x|[pP]oints?|倍|ポイント|(?:兆|億|百万|千万|万|千)?(?:円銭?|米?ドル|ユーロ|株|口|人|名|社|件|台|棟|戸|店舗?|か所|カ所|ヶ所|回|時間|歳|㎡)"
    r"|(?:(?:thousand|million|billion)\s?)?(?:yen|dollars|shares|persons|people|employees|companies|stores|times|years|hours|days)"
    r"|thousand|million|billion|[kKMGTP]?(?:bps|Wh|W|Hz|L|l|g|m|t|J)(?:-?CO2e?)?|m[23²³]|ha)?"
)
_MARK = r"(?:\s?[⁽⁰¹²³⁴-⁹⁾※*†‡]{1,6}\d{0,2}|\(注\s?\d{0,2}\)|\(\*\d\))?"
FIGURE_RE = re.compile(
    rf"{_AMOUNT}{_UNIT}(?:\s?(?:[~-]|to|から)\s?{_AMOUNT}{_UNIT})?{_MARK}|-{{1,3}}|ー|\.{{3}}|[nN][/.]?[aAmM]\.?|nil|Nil"
)
"""A figure, a range of figures or a dash, as a cell holds it, on folded text."""
NIL_RE = re.compile(r"-{1,3}|ー|\.{3}|[nN][/.]?[aAmM]\.?|nil|Nil")


WIDE = 1.6
"""Gap in heights of a line that no running text has: cells stand apart here."""
PAGE_RE = re.compile(r"-\d{1,4}-")
"""The number of a page between dashes (- 4 -)."""
LONGEST_NUMBER = 3
"""Fragments that it is made of at most."""


@dataclass(slots=True)
class Fragment:
    """Characters ``first`` to ``last`` (end excluded) of a page, and the box around them in reading direction."""

    x0: float
    y0: float
    x1: float
    y1: float
    first: int
    last: int
    text: str
    behind: bool = False
    """It begins a cell of its own though it stands right behind a figure."""
    size: float = field(init=False)
    """Height of the line that the characters make."""
    middle: float = field(init=False)
    """Middle of the height."""

    def __post_init__(self) -> None:
        self.size, self.middle = self.y1 - self.y0, (self.y0 + self.y1) / 2

    @property
    def is_figure(self) -> bool:
        """Whether a figure or a dash stands here, as in a cell of a table."""
        return is_figure(self.text)


MARKED_UNIT_RE = re.compile(r"[A-Z]+[$¥€£]?\s?\(\d{1,2}\)")
"""A currency with a note mark, as heads of columns have it; ¥(6) is a figure."""


@lru_cache(maxsize=16_384)
def is_figure(text: str) -> bool:
    """Whether a text is a figure or a dash, as in a cell of a table."""
    folded = fold(text.strip())
    if len(folded) > 60 or not FIGURE_RE.fullmatch(folded):
        return False
    return not MARKED_UNIT_RE.fullmatch(folded)


def is_page_number(line: Sequence[Fragment]) -> bool:
    """Whether nothing but a number between dashes stands in a line, near each other."""
    if len(line) > LONGEST_NUMBER or not PAGE_RE.fullmatch(
        "".join(fold(fragment.text).replace(" ", "") for fragment in line)
    ):
        return False
    return all(b.x0 - a.x1 <= WIDE * max(a.size, b.size) for a, b in pairwise(line))


def find_fragments(found: Characters, text: str) -> dict[Way, list[Fragment]]:
    """The fragments of a page by direction, in the order of the file.

    Args:
        found: the characters.
        text: the same as text.
    """
    solid = np.flatnonzero(~found.blank)
    if not len(solid):
        return {}
    boxes, codes = found.boxes[solid], found.codes[solid]
    printed = np.concatenate(([0], np.cumsum(found.blank & (found.boxes[:, 2] > found.boxes[:, 0]))))
    across, down, up = _links(boxes, codes, np.diff(printed[solid]) > 0)
    ways = np.zeros(len(solid), dtype=np.int8)
    for way, links in ((Way.DOWN, down & ~across), (Way.UP, up & ~across)):
        for first, last in _runs(links, FEWEST_STACKED):
            if _is_column(codes[first:last], boxes[first:last]):
                continue
            if not across[max(0, first - 1) : last - 1].any() or way is Way.UP:
                ways[first:last] = way
    for way in (Way.DOWN, Way.UP):
        _turn_short(ways, way, boxes, across)
    joined = np.where(ways[1:] == Way.ACROSS, across, np.where(ways[1:] == Way.DOWN, down, up)) & (
        ways[1:] == ways[:-1]
    )
    starts = np.concatenate(([0], np.flatnonzero(~joined) + 1))
    ends = np.concatenate((starts[1:], [len(solid)]))
    low = np.minimum.reduceat(boxes[:, :2], starts, axis=0).tolist()
    high = np.maximum.reduceat(boxes[:, 2:], starts, axis=0).tolist()
    first, last = solid[starts].tolist(), (solid[ends - 1] + 1).tolist()
    fragments: dict[Way, list[Fragment]] = {way: [] for way in Way}
    for way, (x0, y0), (x1, y1), start, end in zip(
        ways[starts].tolist(), low, high, first, last, strict=True
    ):
        fragments[way].append(Fragment(x0, y0, x1, y1, start, end, text[start:end]))
    return {way: own for way, own in fragments.items() if own}


def _links(boxes: Numbers, codes: Numbers, blanks: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Whether every character but the first follows the one before it: across, downward, upward.

    Args:
        boxes: of the characters.
        codes: of the characters.
        blanks: whether the file prints a blank before each but the first.
    """
    left, top, right, bottom = (boxes[:, side] for side in range(4))
    a, b = slice(None, -1), slice(1, None)
    height = np.maximum(bottom[a] - top[a], bottom[b] - top[b])
    width = np.maximum(right[a] - left[a], right[b] - left[b])
    shared_y = np.minimum(bottom[a], bottom[b]) - np.maximum(top[a], top[b])
    shared_x = np.minimum(right[a], right[b]) - np.maximum(left[a], left[b])
    low = np.minimum(bottom[a] - top[a], bottom[b] - top[b])
    narrow = np.minimum(right[a] - left[a], right[b] - left[b])
    size = np.maximum(height, 0.8 * width)
    figure = FIGURE_CODES.among(codes)
    wide = (codes > 0x2E7F).astype(np.int8)
    alone = np.choose(wide[a] + wide[b], (TIGHT_GAP, MIXED_GAP, GAP))
    alone[SCALES.among(codes[a]) & (codes[b] >= 48) & (codes[b] < 58)] = GAP
    most = np.where(blanks, np.where(figure[a] | figure[b], FIGURE_GAP, WORD_GAP), alone) * size
    gap = left[b] - right[a]
    across = (shared_y > 0.4 * low) & (gap < most) & (gap > -0.6 * size) & (left[b] > left[a] - 0.1 * size)
    across |= _range_dashes(codes, gap, size) & (shared_y > 0.4 * low)
    across &= ~_nil_dashes(codes, blanks, across)
    stack = (shared_x > 0.5 * narrow) & ~across
    below, above = top[b] - bottom[a], top[a] - bottom[b]
    span = np.maximum(height, width)
    down = stack & (below < STACKED * span) & (below > -0.5 * span) & (top[b] > top[a])
    up = stack & (above < STACKED * span) & (above > -0.5 * span) & (top[b] < top[a])
    for at in np.flatnonzero((boxes[a] == boxes[b]).all(axis=1) & ~across).tolist():
        way = next((links for links in (up, down) if at and links[at - 1]), across)
        way[at] = True  # letters of a ligature share its box
    return across, down, up


def _turn_short(ways: Numbers, way: Way, boxes: Numbers, across: Numbers) -> None:
    """Let short texts read as the others do where nearly all of an area is turned: a figure of two digits, a sign, a dash."""
    own = ways == way
    if np.count_nonzero(own) < FEWEST_TURNED:
        return
    low, high = boxes[own, :2].min(axis=0), boxes[own, 2:].max(axis=0)
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    inside = (middles > low).all(axis=1) & (middles < high).all(axis=1) & (ways == Way.ACROSS)
    linked = np.concatenate(([False], across)) | np.concatenate((across, [False]))
    if np.count_nonzero(inside & linked) * TURNED <= np.count_nonzero(own):
        ways[inside & ~linked] = way


def _is_column(codes: Numbers, boxes: Numbers) -> bool:
    """Whether characters below each other are cells of a column: signs, dashes and upright digits, of rows set close."""
    tall = boxes[:, 3] - boxes[:, 1] > UPRIGHT * (boxes[:, 2] - boxes[:, 0])
    return bool((SIGN_CODES.among(codes) | (FIGURE_CODES.among(codes) & tall)).all())


def _nil_dashes(codes: Numbers, blanks: Numbers, across: Numbers) -> Numbers:
    """Whether each character but the first is a dash that stands for nothing in a cell of its own.

    A blank parts it from a figure before it, and no figure follows: that would be a range.
    """
    dash = DASH_CODES.among(codes[1:]) & DIGIT_CODES.among(codes[:-1]) & (blanks > 0)
    followed = np.concatenate((across[1:], [False]))
    return np.asarray(dash & ~followed)


def _range_dashes(codes: Numbers, gap: Numbers, size: Numbers) -> Numbers:
    """Whether each character but the first belongs to a range without blanks in the file: a dash as far from both figures.

    A sign stands close to its own figure alone, and a dash in a cell of its own is as far from both as columns are. So is
    the dash between two letters: (B – A).
    """
    room = np.maximum(size[:-1], size[1:])
    near = (gap < RANGE_GAP * size) & (gap > 0)
    digits, letters = DIGIT_CODES.among(codes), LETTER_CODES.among(codes)
    dash = DASH_CODES.among(codes[1:-1]) & ((digits[:-2] & digits[2:]) | (letters[:-2] & letters[2:]))
    between = dash & near[:-1] & near[1:] & (np.abs(gap[:-1] - gap[1:]) < EVEN * room)
    none = np.zeros(1, dtype=bool)
    return np.asarray(np.concatenate((between, none)) | np.concatenate((none, between)))


def _runs(links: Numbers, fewest: int) -> list[tuple[int, int]]:
    """Stretches (first, end) of characters that are linked one after another."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], links.astype(np.int8), [0]))))
    return [
        (int(first), int(end) + 1)
        for first, end in zip(edges[::2], edges[1::2], strict=True)
        if end + 1 - first >= fewest
    ]


def turned(fragments: Sequence[Fragment], way: Way, width: float, height: float) -> list[Fragment]:
    """Fragments of vertical text as they lie when the page is turned so that they read across."""
    if way is Way.DOWN:
        return [Fragment(f.y0, width - f.x1, f.y1, width - f.x0, f.first, f.last, f.text) for f in fragments]
    return [Fragment(height - f.y1, f.x0, height - f.y0, f.x1, f.first, f.last, f.text) for f in fragments]
