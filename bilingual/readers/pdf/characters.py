"""Characters as text rooms take them: copies of overprinted bold dropped, raised note marks, ligatures in letters."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from bilingual.readers.pdf.page import Numbers, Page

SPACE, CR, LF, HYPHEN = 32, 13, 10, 45
BLANKS = np.array([9, 32, 0xA0, 0x3000, 0x2002, 0x2003, 0x2009, 0x200A, 0x200B, 0xFEFF], dtype=np.uint32)
SOFT_HYPHENS = (2, 0xAD, 0xFFFE)
"""What PDFium gives for a hyphen at the end of a line."""
UNKNOWN = 0xFFFD
NEAR = 1.0
"""Points within which two copies of a character are one that is printed twice to look bold."""
OVERLAP = 0.6
LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip
RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
RAISED_CODES = np.array([ord(character) for character in "0123456789()"], dtype=np.uint32)
SMALL = 0.78
"""A raised mark is at most this high, as a share of the character before it."""
RISE = 0.12
"""And its lower edge stands at least this much above, as a share of the height of the character before it."""


@dataclass(frozen=True, slots=True)
class Characters:
    """Printing characters and the blanks between them, in the order of the file.

    Attributes:
        codes: code points; blanks are spaces.
        boxes: left, top, right, bottom; a blank that PDFium inferred has no width.
        blank: where a blank, not a printing character stands.
    """

    codes: Numbers
    boxes: Numbers
    blank: Numbers

    @property
    def text(self) -> str:
        """The characters as text."""
        return self.codes.astype("<u4").tobytes().decode("utf-32-le", "replace")


def page_characters(page: Page) -> Characters:
    """The characters of a page."""
    codes, boxes = page.codes.copy(), page.boxes
    for code in SOFT_HYPHENS:
        codes[codes == code] = HYPHEN
    codes[(codes == 0) | ((codes >= 0xD800) & (codes < 0xE000)) | (codes > 0x10FFFF)] = UNKNOWN
    breaks = (codes == CR) | (codes == LF)
    blank = np.isin(codes, BLANKS) | breaks | (codes < SPACE)
    codes[blank] = SPACE
    flat = ~blank & ~((boxes[:, 2] > boxes[:, 0]) & (boxes[:, 3] > boxes[:, 1]))
    keep = np.isfinite(boxes).all(axis=1) & ~flat & _on_page(page)
    keep &= ~(blank & breaks)
    keep[np.flatnonzero(~blank)[_copies(codes[~blank], boxes[~blank])]] = False
    found = Characters(codes[keep], boxes[keep], blank[keep])
    return _raise_marks(_spell_ligatures(found))


def _on_page(page: Page) -> Numbers:
    """Characters whose middle lies on the page as shown."""
    middle_x = (page.boxes[:, 0] + page.boxes[:, 2]) / 2
    middle_y = (page.boxes[:, 1] + page.boxes[:, 3]) / 2
    inside: Numbers = (middle_x >= -1) & (middle_x <= page.width + 1) & (middle_y >= -1)
    return inside & (middle_y <= page.height + 1)


def _copies(codes: Numbers, boxes: Numbers) -> Numbers:
    """Indexes of characters that are a copy of one at the same place."""
    if len(codes) < 2:
        return np.zeros(0, dtype=np.int64)
    left, top, right, bottom = (boxes[:, side] for side in range(4))
    copies: set[int] = set()
    for shift in (0.0, 1.0):
        order = np.lexsort((left, np.floor((top + shift) / 2), codes))
        a, b = order[:-1], order[1:]
        wide = np.minimum(right[a], right[b]) - np.maximum(left[a], left[b])
        high = np.minimum(bottom[a], bottom[b]) - np.maximum(top[a], top[b])
        area = np.maximum((right[a] - left[a]) * (bottom[a] - top[a]), 1e-6)
        same = (codes[a] == codes[b]) & (np.abs(left[a] - left[b]) <= NEAR)
        same &= (np.abs(top[a] - top[b]) <= NEAR) & (wide > 0) & (wide * high > OVERLAP * area)
        if same.any():
            copies.update(np.maximum(a, b)[same].tolist())
    return np.array(sorted(copies), dtype=np.int64)


def _spell_ligatures(found: Characters) -> Characters:
    """Ligatures as their letters, which share its box."""
    at = np.flatnonzero((found.codes >= 0xFB00) & (found.codes <= 0xFB06))
    if not len(at):
        return found
    times = np.ones(len(found.codes), dtype=np.int64)
    times[at] = [len(LIGATURES[int(code)]) for code in found.codes[at]]
    codes = np.repeat(found.codes, times)
    starts = np.cumsum(times) - times
    for index in at.tolist():
        for offset, letter in enumerate(LIGATURES[int(found.codes[index])]):
            codes[starts[index] + offset] = ord(letter)
    boxes = np.repeat(found.boxes, times, axis=0)
    for index in at.tolist():
        first, count = int(starts[index]), int(times[index])
        edges = np.linspace(found.boxes[index, 0], found.boxes[index, 2], count + 1)
        boxes[first : first + count, 0], boxes[first : first + count, 2] = edges[:-1], edges[1:]
    return Characters(codes, boxes, np.repeat(found.blank, times))


def _raise_marks(found: Characters) -> Characters:
    """Small raised digits and brackets after another character as superscripts, so that they are not taken for figures."""
    solid = np.flatnonzero(~found.blank)
    if len(solid) < 2:
        return found
    codes, boxes = found.codes[solid], found.boxes[solid]
    may = np.isin(codes, RAISED_CODES)
    height = boxes[:, 3] - boxes[:, 1]
    drop = np.flatnonzero(may[1:] & (height[1:] < SMALL * height[:-1])) + 1
    changed: list[tuple[int, int]] = []
    for first in drop.tolist():
        base, tall = boxes[first - 1], height[first - 1]
        mark = boxes[first]
        beside = -0.5 * tall <= mark[0] - base[2] <= 0.6 * tall and mark[1] < base[3] and mark[3] > base[1]
        if not beside or base[3] - mark[3] < RISE * tall or codes[first - 1] in (0x6CE8, 0x203B, 0x2A):
            continue
        at = first
        while (
            at < len(codes)
            and may[at]
            and height[at] < SMALL * tall
            and base[3] - boxes[at, 3] >= RISE * tall
        ):
            changed.append((int(solid[at]), ord(chr(int(codes[at])).translate(RAISED))))
            at += 1
    if not changed:
        return found
    raised = found.codes.copy()
    for index, code in changed:
        raised[index] = code
    return replace(found, codes=raised)
