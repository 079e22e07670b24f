"""Note marks, told by size and rise: small raised digits and brackets become superscripts, so that no figure takes them in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from bilingual.readers.pdf.page import Characters, Numbers

RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
CODES = np.array([ord(character) for character in "0123456789()"], dtype=np.uint32)
SIGNS = (0x6CE8, 0x203B, 0x2A)
"""注, ※ and *: the digits after them are no figure anyway."""
SMALL = 0.78
"""A raised mark is at most this high, as a share of the character beside it."""
RISE = 0.12
"""And its lower edge stands at least this much above, as a share of the height of that character."""
LIKE = 0.12
"""Digits of one mark differ by at most this share in height."""
FAR = 0.6
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
    """Runs of digits and brackets of one height beside a character that is higher."""
    height = boxes[:, 3] - boxes[:, 1]
    may = np.isin(codes, CODES)
    small = np.zeros(len(codes), dtype=bool)
    if len(codes) > 1:
        small[1:] |= height[1:] < SMALL * height[:-1]
        small[:-1] |= height[:-1] < SMALL * height[1:]
    end = 0
    for at in np.flatnonzero(may & small).tolist():
        if at < end:
            continue
        first, end = at, at + 1
        while first > 0 and may[first - 1] and abs(height[first - 1] - height[at]) < LIKE * height[at]:
            first -= 1
        while end < len(codes) and may[end] and abs(height[end] - height[at]) < LIKE * height[at]:
            end += 1
        yield first, end


def _is_raised(codes: Numbers, boxes: Numbers, first: int, end: int) -> bool:
    """Whether a run stands small and high beside the character before or after it."""
    if first > 0 and codes[first - 1] in SIGNS:
        return False
    return (first > 0 and _beside(boxes[first - 1], boxes[first], boxes[first][0] - boxes[first - 1][2])) or (
        end < len(codes) and _beside(boxes[end], boxes[end - 1], boxes[end][0] - boxes[end - 1][2])
    )


def _beside(base: Numbers, mark: Numbers, gap: float) -> bool:
    tall = float(base[3] - base[1])
    small = float(mark[3] - mark[1]) < SMALL * tall
    near = -0.5 * tall <= gap <= FAR * tall and mark[1] < base[3] and mark[3] > base[1]
    return bool(small and near and base[3] - mark[3] >= RISE * tall)
