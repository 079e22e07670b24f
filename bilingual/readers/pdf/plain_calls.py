"""PDFium functions that are called for every character or object of a page, without the typed pointers.

The functions of the binding wrap each pointer in an object and check its type; where a page has thousands of calls,
that takes longer than the work. Here the same functions take and give addresses, and keep the interpreter's lock: what
they do takes less time than giving it away and taking it back (1,900 bounds: 0.5 ms for 2.4 ms, 17,000 objects: 2.6 ms
for 4.4 ms).
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import cast

import pypdfium2.raw as pdfium

_ADDRESS, _NUMBER = ctypes.c_void_p, ctypes.c_int


def address(handle: object) -> int:
    """Where the thing lies that a handle stands for (``ctypes.cast`` would leave a cycle of references behind)."""
    return ctypes.addressof(handle.contents)  # type: ignore[attr-defined]


def _entry(function: object) -> int:
    """Where a function of the binding lies."""
    return ctypes.cast(function, _ADDRESS).value or 0  # type: ignore[arg-type]


def drawn(at: int) -> object:
    """The handle of a page object that lies at an address."""
    return ctypes.cast(at, pdfium.FPDF_PAGEOBJECT)


OBJECT_AT = cast(Callable[[object, int], int], ctypes.PYFUNCTYPE(_ADDRESS)(_entry(pdfium.FPDFPage_GetObject)))
"""Page (its handle), number of the object; gives its address. Handles and numbers are passed as they are."""
FORM_OBJECT_AT = cast(
    Callable[[object, int], int], ctypes.PYFUNCTYPE(_ADDRESS)(_entry(pdfium.FPDFFormObj_GetObject))
)
"""The same of a form."""
KIND_OF = cast(Callable[[int], int], ctypes.PYFUNCTYPE(_NUMBER, _ADDRESS)(_entry(pdfium.FPDFPageObj_GetType)))
"""Object; gives what it is."""
BOUNDS_OF = cast(
    Callable[[int, int, int, int, int], int],
    ctypes.PYFUNCTYPE(_NUMBER, *[_ADDRESS] * 5)(_entry(pdfium.FPDFPageObj_GetBounds)),
)
"""Object, addresses of the four numbers to fill: left, bottom, right, top."""
LOOSE_BOX = cast(
    Callable[[int, int, int], int],
    ctypes.PYFUNCTYPE(_NUMBER, _ADDRESS, _NUMBER, _ADDRESS)(_entry(pdfium.FPDFText_GetLooseCharBox)),
)
"""Text page, number of the character, address of the box to fill."""
TEXT_OF = cast(
    Callable[[int, int, int, int], int],
    ctypes.PYFUNCTYPE(_NUMBER, _ADDRESS, _NUMBER, _NUMBER, _ADDRESS)(_entry(pdfium.FPDFText_GetText)),
)
"""Text page, first character, how many, address of the codes of 16 bits to fill; gives how many it filled, an end with them."""
