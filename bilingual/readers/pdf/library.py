"""PDFium: pages of a PDF file as characters with boxes and drawn rules.

PDFium keeps state for the whole process and must not be called from two threads at once, so a lock guards every page.
PDFium itself is built without scripts, forms and network; a page is only read, never opened as a viewer would.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path
from threading import Lock

import numpy as np
import pypdfium2.raw as pdfium

from bilingual.errors import InputError
from bilingual.readers.pdf.nesting import require_few_drawings
from bilingual.readers.pdf.page import Numbers, Page
from bilingual.readers.pdf.plain_calls import LOOSE_BOX, TEXT_OF, address
from bilingual.readers.pdf.rules import page_rules

LOCK = Lock()
"""Held while PDFium works."""

MOST_BYTES = 1_000_000_000
MOST_ON_A_PAGE = 100_000
"""Characters of one page; more is a map or an attack."""
MOST_PIXELS = 3_000
"""Longest side of the picture of a page."""
SAMPLES = 48
"""Characters of a page that are asked whether the file says what they mean."""

PASSWORD, SECURITY = 4, 5
RECT = ctypes.sizeof(pdfium.FS_RECTF)


@contextmanager
def opened(path: Path, data: bytes, password: str) -> Iterator[Pdf]:
    """Open a PDF file that is in memory.

    Raises:
        InputError: damaged, or protected by a password that is not the given one.
    """
    require_few_drawings(path, data, password)
    with LOCK:
        handle = pdfium.FPDF_LoadMemDocument64(data, len(data), password.encode("utf-8") or None)
        error = pdfium.FPDF_GetLastError()
    if not handle:
        raise InputError(f"{path}: {_reason(error, given=bool(password))}")
    try:
        yield Pdf(path, handle)
    finally:
        with LOCK:
            pdfium.FPDF_CloseDocument(handle)


def _reason(error: int, *, given: bool) -> str:
    if error == PASSWORD:
        tried = "the password does not open this PDF file" if given else "this PDF file needs a password"
        return f"{tried}; give it with --password"
    if error == SECURITY:
        return "this PDF file is protected in a way that cannot be read; save it without protection"
    return "this PDF file is damaged; open it in a viewer and save or print it as PDF again"


class Pdf:
    """An open PDF file."""

    def __init__(self, path: Path, handle: object) -> None:
        self.path = path
        self._handle = handle
        with LOCK:
            self.pages = max(0, pdfium.FPDF_GetPageCount(handle))

    def page(self, index: int) -> Page:
        """Read a page (0-based); a page that cannot be read is empty and says so (``broken``)."""
        with LOCK:
            page = pdfium.FPDF_LoadPage(self._handle, index)
            if not page:
                return Page.empty(index + 1)
            try:
                return self._read(page, index + 1)
            finally:
                pdfium.FPDF_ClosePage(page)

    def picture(self, index: int, scale: float) -> tuple[Numbers | None, float]:
        """A page (0-based) in grey, and its pixels for a point; None where it cannot be shown."""
        with LOCK:
            page = pdfium.FPDF_LoadPage(self._handle, index)
            if not page:
                return None, scale
            try:
                return _rendered(page, scale)
            finally:
                pdfium.FPDF_ClosePage(page)

    def _read(self, page: object, number: int) -> Page:
        frame = Frame(page)
        rules, pictures = page_rules(page, frame.shown)
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return Page.empty(number)
        try:
            count = max(0, pdfium.FPDFText_CountChars(text_page))
            if count > MOST_ON_A_PAGE:
                raise InputError(
                    f"{self.path}: page {number} holds {count:,} characters, more than any page of a release; "
                    "check that it is the right file"
                )
            codes = _codes(text_page, count)
            boxes = frame.shown(_boxes(text_page, count))
            unknown = _unknown(text_page, codes)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
        return Page(number, *frame.size, codes, boxes, rules, unknown, pictures)


class Frame:
    """How a page lies: its visible box and its rotation."""

    def __init__(self, page: object) -> None:
        bounds = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, bounds)
        self.left, self.top = bounds.left, bounds.top
        self.right, self.bottom = bounds.right, bounds.bottom
        self.rotation = pdfium.FPDFPage_GetRotation(page) % 4
        width, height = self.right - self.left, self.top - self.bottom
        self.size = (width, height) if self.rotation % 2 == 0 else (height, width)

    def shown(self, boxes: Numbers) -> Numbers:
        """Boxes (left, top, right, bottom; y upward) as the page is shown: from its top left, y downward."""
        left, top, right, bottom = boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]
        sides = {
            0: (left - self.left, self.top - top, right - self.left, self.top - bottom),
            1: (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left),
            2: (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom),
            3: (self.top - top, self.right - right, self.top - bottom, self.right - left),
        }[self.rotation]
        return np.stack(sides, axis=1)


def _rendered(page: object, scale: float) -> tuple[Numbers | None, float]:
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if not (wide > 0 and high > 0):
        return None, scale
    scale = min(scale, MOST_PIXELS / max(wide, high))
    width, height = max(1, round(wide * scale)), max(1, round(high * scale))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return None, scale
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_GRAYSCALE)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    grey: Numbers = np.frombuffer(data, dtype=np.uint8).reshape(height, stride)[:, :width]
    return grey, scale


def _codes(text_page: object, count: int) -> Numbers:
    """Code points of the characters of a page, one for each."""
    buffer = np.zeros(count + 1, dtype=np.uint16)
    written = TEXT_OF(address(text_page), 0, count, buffer.ctypes.data)
    codes: Numbers = buffer[:count].astype(np.uint32)
    if written == count + 1 and not ((codes >= 0xD800) & (codes < 0xE000)).any():
        return codes
    # Characters that have no code, or two: asked one by one, so that code and box stay together.
    single = map(pdfium.FPDFText_GetUnicode, repeat(text_page), range(count))
    return np.fromiter(single, dtype=np.uint32, count=count)


def _boxes(text_page: object, count: int) -> Numbers:
    """Boxes of the characters in page space, as wide as they advance and as high as their font."""
    boxes = np.zeros((count, 4), dtype=np.float32)
    first = boxes.ctypes.data
    places = range(first, first + boxes.nbytes, RECT)
    deque(map(LOOSE_BOX, repeat(address(text_page)), range(count), places), maxlen=0)
    return boxes


def _unknown(text_page: object, codes: Numbers) -> int:
    """About how many characters of a page the file gives no meaning for."""
    solid = np.flatnonzero(codes > 32)
    if not len(solid):
        return 0
    step = max(1, len(solid) // SAMPLES)
    asked = solid[::step]
    errors = sum(pdfium.FPDFText_HasUnicodeMapError(text_page, int(at)) == 1 for at in asked)
    strange = np.count_nonzero((codes == 0) | (codes == 0xFFFD) | ((codes >= 0xE000) & (codes < 0xF900)))
    return int(max(errors * step, strange))
