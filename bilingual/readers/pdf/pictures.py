"""Pictures of places on pages, for reports that show the page beside its words."""

from __future__ import annotations

import struct
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bilingual.errors import InputError
from bilingual.model.origin import PagePlace
from bilingual.readers.pdf.library import Pdf, opened
from bilingual.readers.pdf.page import Numbers

SCALE = 1.8
"""Pixels of a picture for a point of the page."""
BESIDE, AROUND = 72.0, 15.0
"""Points of the page that are shown left and right of a place, and above and below it."""
LONGEST = 240.0
"""Widest picture in points; of a longer place its beginning is shown."""
GREYS = 16


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page.

    Attributes:
        png: the picture, in shades of grey.
        width: of the picture in pixels.
        height: of the picture in pixels.
        mark: left, top, width and height of the place in it, in pixels.
    """

    png: bytes
    width: int
    height: int
    mark: tuple[int, int, int, int]


def pictures(path: Path, sha256: str, places: Iterable[PagePlace]) -> dict[PagePlace, Picture]:
    """Pictures of places of a PDF file; none where the file is gone, has changed or needs a password."""
    import hashlib

    by_page: dict[int, list[PagePlace]] = defaultdict(list)
    for place in places:
        if place.box is not None:
            by_page[place.page].append(place)
    found: dict[PagePlace, Picture] = {}
    try:
        data = path.read_bytes()
        if not by_page or hashlib.sha256(data).hexdigest() != sha256:
            return {}
        with opened(path, data, "") as pdf:
            for number, own in sorted(by_page.items()):
                found.update(_of_page(pdf, number, own))
    except (OSError, InputError):
        return found
    return found


def _of_page(pdf: Pdf, number: int, places: Iterable[PagePlace]) -> dict[PagePlace, Picture]:
    grey, scale = pdf.picture(number - 1, SCALE)
    if grey is None:
        return {}
    made = ((place, _cut(grey, scale, place)) for place in places)
    return {place: picture for place, picture in made if picture is not None}


def _cut(grey: Numbers, scale: float, place: PagePlace) -> Picture | None:
    """The part of a page around a place."""
    if place.box is None:
        return None
    left, top, right, bottom = place.box
    right = min(right, left + LONGEST - 40)
    x0, x1 = left - BESIDE, right + BESIDE
    if x1 - x0 > LONGEST:
        x0, x1 = max(x0, (left + right - LONGEST) / 2), min(x1, (left + right + LONGEST) / 2)
    high, wide = grey.shape
    first_x, last_x = max(0, int(x0 * scale)), min(wide, int(x1 * scale) + 1)
    first_y, last_y = max(0, int((top - AROUND) * scale)), min(high, int((bottom + AROUND) * scale) + 1)
    last_y = min(last_y, first_y + int(6 * AROUND * scale))
    part = grey[first_y:last_y, first_x:last_x]
    if part.size == 0:
        return None
    mark = (
        int(left * scale) - first_x - 2,
        int(top * scale) - first_y - 1,
        int((right - left) * scale) + 5,
        min(int((bottom - top) * scale) + 3, last_y - first_y),
    )
    return Picture(_png(part), last_x - first_x, last_y - first_y, mark)


def _png(grey: Numbers) -> bytes:
    """A picture in few shades of grey as PNG."""
    shades = (grey.astype(np.uint16) * (GREYS - 1) // 255).astype(np.uint8)
    height, width = shades.shape
    if width % 2:
        shades = np.concatenate((shades, np.full((height, 1), GREYS - 1, dtype=np.uint8)), axis=1)
    packed = (shades[:, ::2] << 4) | shades[:, 1::2]
    lines = np.concatenate((np.zeros((height, 1), dtype=np.uint8), packed), axis=1)
    parts = (
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(lines.tobytes(), 9)),
        _chunk(b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
