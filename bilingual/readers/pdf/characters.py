"""Characters as text rooms take them: copies of overprinted bold dropped, raised note marks, ligatures in letters."""

from __future__ import annotations

import unicodedata

import numpy as np

from bilingual.readers.pdf.marks import raise_marks
from bilingual.readers.pdf.page import Characters, CodeSet, Numbers, Page

SPACE, CR, LF, HYPHEN = 32, 13, 10, 45
BLANKS = CodeSet([9, 32, 0xA0, 0x3000, 0x2002, 0x2003, 0x2009, 0x200A, 0x200B, 0xFEFF])
SOFT_HYPHENS = (2, 0xAD, 0xFFFE)
"""What PDFium gives for a hyphen at the end of a line."""
UNKNOWN = 0xFFFD
RADICALS = CodeSet(ord(unicodedata.normalize("NFKC", chr(code))) for code in range(0x2F00, 0x2FD6))
"""Characters that files may give as radicals (月, 日); PDFium then knows no more than the ink of them."""
SCALES = CodeSet(map(ord, "兆億万千"))
"""Scales that digits of the same amount may follow."""
NEAR = 1.0
"""Points within which two copies of a character are one that is printed twice to look bold."""
OVERLAP = 0.6
STAMPED, FEWEST_UNDER, ALIKE = 2.5, 2, 0.5
"""How many times as high as most a character of a stamp is, over how many others one of them stands at least, and how high the
others are in its heights at least."""
WIDE_F, WIDER_F = 0.5, 1.5
"""Width of a box, in heights, that no single f has, and how many times as wide as the others of a page the box of a ligature is."""
LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip


def page_characters(page: Page) -> Characters:
    """The characters of a page."""
    codes, boxes = page.codes.copy(), page.boxes
    for code in SOFT_HYPHENS:
        codes[codes == code] = HYPHEN
    codes[(codes == 0) | ((codes >= 0xD800) & (codes < 0xE000)) | (codes > 0x10FFFF)] = UNKNOWN
    breaks = (codes == CR) | (codes == LF)
    blank = BLANKS.among(codes) | breaks | (codes < SPACE)
    codes[blank] = SPACE
    flat = ~blank & ~((boxes[:, 2] > boxes[:, 0]) & (boxes[:, 3] > boxes[:, 1]))
    keep = np.isfinite(boxes).all(axis=1) & ~flat & _on_page(page)
    keep &= ~(blank & breaks) & ~_within_amounts(codes, boxes, blank)
    solid = np.flatnonzero(keep & ~blank)
    keep[solid[_copies(codes[solid], boxes[solid])]] = False
    keep[solid[_over_others(boxes[solid])]] = False
    found = Characters(codes[keep], boxes[keep], blank[keep])
    return raise_marks(_spell_ligatures(_square_radicals(found)))


def _within_amounts(codes: Numbers, boxes: Numbers, blank: Numbers) -> Numbers:
    """Blanks that nobody printed within an amount (29億 5,000万円): word processors leave room beside digits."""
    within = np.zeros(len(codes), dtype=bool)
    if len(codes) > 2:
        inferred = blank[1:-1] & (boxes[1:-1, 2] <= boxes[1:-1, 0])
        digit = (codes[2:] >= 48) & (codes[2:] < 58)
        within[1:-1] = inferred & SCALES.among(codes[:-2]) & digit
    return within


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
    left, top, right, bottom = boxes.T
    copies: set[int] = set()
    short = codes.astype(np.uint16)  # in a third of the time; what falls together is told apart below
    for shift in (0.0, 1.0):
        bands = np.clip((top + shift) / 2, 0, 0x7FFF).astype(np.int16)
        order = np.lexsort((left, bands, short))
        a, b = order[:-1], order[1:]
        wide = np.minimum(right[a], right[b]) - np.maximum(left[a], left[b])
        high = np.minimum(bottom[a], bottom[b]) - np.maximum(top[a], top[b])
        area = np.maximum((right[a] - left[a]) * (bottom[a] - top[a]), 1e-6)
        same = (codes[a] == codes[b]) & (np.abs(left[a] - left[b]) <= NEAR)
        same &= (np.abs(top[a] - top[b]) <= NEAR) & (wide > 0) & (wide * high > OVERLAP * area)
        same &= ~_of_ligature(codes, boxes, a, b)
        if same.any():
            copies.update(np.maximum(a, b)[same].tolist())
    return np.array(sorted(copies), dtype=np.int64)


def _over_others(boxes: Numbers) -> Numbers:
    """Which characters are a stamp or a watermark: many times as high as most, printed over others (DRAFT, 社外秘)."""
    height = boxes[:, 3] - boxes[:, 1]
    if not len(height) or height.max() < STAMPED * 0.8 * height.mean():  # in a tenth of the time of a median
        return np.zeros(len(boxes), dtype=bool)
    high: Numbers = height > STAMPED * np.median(height)
    middles = (boxes[~high, :2] + boxes[~high, 2:]) / 2
    for at in np.flatnonzero(high).tolist():
        inside = ((middles > boxes[at, :2]) & (middles < boxes[at, 2:])).all(axis=1)
        if np.count_nonzero(inside) >= FEWEST_UNDER:
            high &= height > ALIKE * height[at]
            return high
    return np.zeros(len(boxes), dtype=bool)


def _of_ligature(codes: Numbers, boxes: Numbers, a: Numbers, b: Numbers) -> Numbers:
    """Whether pairs of characters are the two letters of a ligature ff, which share a box that is too wide for one."""
    near: Numbers = (codes[a] == ord("f")) & (np.abs(a - b) == 1)
    if not near.any():
        return near
    near &= (boxes[a] == boxes[b]).all(axis=1)
    if near.any():
        widths = (boxes[:, 2] - boxes[:, 0]) / (boxes[:, 3] - boxes[:, 1])
        single = codes == ord("f")
        single[a[near]] = single[b[near]] = False
        least = WIDER_F * np.median(widths[single]) if single.any() else WIDE_F
        near &= widths[a] > least
    return near


def _square_radicals(found: Characters) -> Characters:
    """Characters that were given as radicals with boxes as wide as those of the Japanese characters before them."""
    wide = (found.codes >= 0x3041) & (found.codes < 0xFF00)
    own = RADICALS.among(found.codes)
    plain = np.flatnonzero(wide & ~own)
    if not own.any() or not len(plain):
        return found
    at = np.flatnonzero(own)
    near = plain[np.clip(np.searchsorted(plain, at) - 1, 0, None)]
    em = found.boxes[near, 2] - found.boxes[near, 0]
    middle = (found.boxes[at, 0] + found.boxes[at, 2]) / 2
    high = found.boxes[at, 3] - found.boxes[at, 1]
    like = (
        (found.boxes[at, 2] - found.boxes[at, 0] < em)
        & (em < 1.7 * high)
        & (found.boxes[at, 1] < found.boxes[near, 3])
    )
    like &= found.boxes[at, 3] > found.boxes[near, 1]
    boxes = found.boxes.copy()
    boxes[at[like], 0], boxes[at[like], 2] = (middle - em / 2)[like], (middle + em / 2)[like]
    return Characters(found.codes, boxes, found.blank)


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
