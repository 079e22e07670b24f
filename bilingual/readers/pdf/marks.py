"""Note marks, told by size and rise: small raised digits and brackets become superscripts, so that no figure takes them in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from bilingual.readers.pdf.page import Characters, CodeSet, Numbers

RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
CODES = CodeSet(map(ord, "0123456789()"))
SIGNS = (0x6CE8, 0x203B, 0x2A)
"""注, ※ and *: the digits after them are no figure anyway."""
TALL = frozenset("0123456789ABCDEFGHIKLMNOPRSTUVWXYZbdfhklt%&")
LOW = frozenset("aceimnorsuvwxz")
"""Letters that stand on the baseline, as high as a capital or lower; others, whose ink reaches below it, tell nothing."""
BASES = CodeSet(map(ord, TALL | LOW))
FEW = 0.75
"""Share of the height of a character whose ink reaches below the line that a mark beside it has at most."""
SMALLER = {"tall": 0.8, "low": 1.1, "wide": 0.75}
"""A raised mark is at most this high, as a share of a character of that kind beside it."""
RISE = {"tall": 0.15, "low": 0.28, "wide": 0.22}
"""And its lower edge stands at least this much above, as a share of the height of that character: boxes of Japanese
characters reach below the baseline."""
STACKED, BESIDE = 0.5, 0.25
"""Share of their width that characters above each other have in common at least, and of their height at most."""
BACK = 8
"""Characters before or after a mark that are asked for one that stands on the baseline."""
LIKE = 0.12
"""Digits of one mark differ by at most this share in height."""
FAR = 1.0
"""A mark stands at most this far from the character beside it, in heights of that."""


def raise_marks(found: Characters) -> Characters:
    """The characters of a page with raised note marks as superscripts."""
    solid = np.flatnonzero(~found.blank)
    codes, boxes = found.codes[solid], found.boxes[solid]
    changed = [
        at
        for first, end in _runs(codes, boxes)
        if _is_raised(codes, boxes, first, end)
        for at in range(first, end)
    ]
    if not changed:
        return found
    raised = found.codes.copy()
    for at in changed:
        raised[solid[at]] = ord(chr(int(codes[at])).translate(RAISED))
    return replace(found, codes=raised)


def _runs(codes: Numbers, boxes: Numbers) -> Iterator[tuple[int, int]]:
    """Runs of digits and brackets of one height and rise beside a character that is higher or reaches lower."""
    height = boxes[:, 3] - boxes[:, 1]
    may = CODES.among(codes)
    apart = np.zeros(len(codes), dtype=bool)
    if len(codes) > 1:
        lower = boxes[1:, 3] - boxes[:-1, 3]
        step = 0.1 * np.minimum(height[1:], height[:-1])
        told = BASES.among(codes) | ((codes >= 0x3041) & (codes <= 0x9FFF))
        apart[1:] |= (lower < -step) & (told[:-1] | (height[1:] < FEW * height[:-1]))
        apart[:-1] |= (lower > step) & (told[1:] | (height[:-1] < FEW * height[1:]))
    places = np.flatnonzero(may & apart).tolist()
    if not places:
        return
    bottoms: list[float] = boxes[:, 3].tolist()
    heights: list[float] = height.tolist()
    mays: list[bool] = may.tolist()

    def alike(one: int, other: int) -> bool:
        most = LIKE * heights[other]
        return abs(heights[one] - heights[other]) < most and abs(bottoms[one] - bottoms[other]) < most

    end = 0
    for at in places:
        if at < end:
            continue
        first, end = at, at + 1
        while first > 0 and mays[first - 1] and alike(first - 1, at):
            first -= 1
        while end < len(mays) and mays[end] and alike(end, at):
            end += 1
        yield first, end


def _is_raised(codes: Numbers, boxes: Numbers, first: int, end: int) -> bool:
    """Whether a run stands small and high beside the characters before or after it."""
    if first > 0 and codes[first - 1] in SIGNS:
        return False
    before = range(first - 1, max(-1, first - 1 - BACK), -1)
    after = range(end, min(len(codes), end + BACK))
    digits = range(first, end)
    mark = next((boxes[at] for at in digits if chr(int(codes[at])).isdigit()), boxes[first])
    return _over(codes, boxes, before, mark) or (_goes_right(boxes, end) and _over(codes, boxes, after, mark))


def _goes_right(boxes: Numbers, at: int) -> bool:
    """Whether a character stands behind the one before it: the next line of a narrow head begins left of where this one ends."""
    return at < len(boxes) and bool(boxes[at, 0] + boxes[at, 2] > boxes[at - 1, 0] + boxes[at - 1, 2])


def _over(codes: Numbers, boxes: Numbers, places: range, mark: Numbers) -> bool:
    """Whether a mark stands raised over the nearest character that stands on the baseline."""
    near = mark
    for at in places:
        base = boxes[at]
        tall = float(base[3] - base[1])
        gap = max(float(near[0] - base[2]), float(base[0] - near[2]))
        if gap > FAR * max(tall, float(mark[3] - mark[1])) or mark[1] > base[3] or mark[3] < base[1]:
            return False
        if _is_stacked(base, mark):
            return False
        kind = _kind(chr(int(codes[at])))
        if kind:
            small = float(mark[3] - mark[1]) < SMALLER[kind] * tall
            return bool(small and base[3] - mark[3] >= RISE[kind] * tall)
        near = base
    return False


def _is_stacked(base: Numbers, mark: Numbers) -> bool:
    """Whether two characters stand above each other, as in text that is turned."""
    wide, high = (min(base[2 + side], mark[2 + side]) - max(base[side], mark[side]) for side in (0, 1))
    return bool(
        wide > STACKED * min(base[2] - base[0], mark[2] - mark[0])
        and high < BESIDE * min(base[3] - base[1], mark[3] - mark[1])
    )


def _kind(character: str) -> str:
    if character in TALL:
        return "tall"
    if character in LOW:
        return "low"
    return "wide" if "\u3041" <= character <= "\u9fff" and character not in "・ー" else ""
