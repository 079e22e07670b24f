"""PDFium functions that are called for every character or object of a page, without the typed pointers.

The functions of the binding wrap each pointer in an object and check its type; where a page has thousands of calls,
that takes longer than the work. Here the same functions take and give addresses.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import cast

import pypdfium2.raw as pdfium

_ADDRESS, _NUMBER = ctypes.c_void_p, ctypes.c_int


def address(handle: object) -> int:
    """Where the thing lies that a handle or a function of the binding stands for."""
    return ctypes.cast(handle, _ADDRESS).value or 0  # type: ignore[arg-type]


def drawn(at: int) -> object:
    """The handle of a page object that lies at an address."""
    return ctypes.cast(at, pdfium.FPDF_PAGEOBJECT)


LOOSE_BOX = cast(
    Callable[[int, int, int], int],
    ctypes.CFUNCTYPE(_NUMBER, _ADDRESS, _NUMBER, _ADDRESS)(address(pdfium.FPDFText_GetLooseCharBox)),
)
"""Text page, number of the character, address of the box to fill."""
OBJECT_AT = cast(
    Callable[[int, int], int],
    ctypes.CFUNCTYPE(_ADDRESS, _ADDRESS, _NUMBER)(address(pdfium.FPDFPage_GetObject)),
)
"""Page, number of the object; gives its address."""
KIND_OF = cast(Callable[[int], int], ctypes.CFUNCTYPE(_NUMBER, _ADDRESS)(address(pdfium.FPDFPageObj_GetType)))
"""Object; gives what it is."""
