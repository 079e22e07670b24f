"""Drawings within drawings, counted before PDFium draws them.

A form (a drawing that pages use again) may use forms, and these others; a file of a few hundred bytes can so ask for
more drawings than any memory holds. PDFium follows them all, so a file with too many is refused before.
"""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.errors import InputError

if TYPE_CHECKING:
    import pikepdf

MOST_DRAWN = 200_000
"""Forms that one page may draw; a page of a release draws a few."""
DEEPEST = 12
"""Levels of forms within forms."""
MOST_BYTES = 20_000_000
"""Content of a form that uses forms is read up to this size."""
FORM_RE = re.compile(rb"/Form\b|/[A-Za-z]*#[0-9A-Fa-f]{2}")
"""A form, or a name that is written in a way that may hide one. Dictionaries of streams are never packed."""
USE_RE = re.compile(rb"/([^\s/<>\[\]()%{}]+)\s+Do\b")


class _TooManyError(Exception):
    pass


def require_few_drawings(path: Path, data: bytes, password: str) -> None:
    """Refuse a file whose drawings use each other without end.

    Raises:
        InputError: too many, or the file is too damaged to count them.
    """
    if not FORM_RE.search(data):
        return
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data), password=password) as pdf:
            known: dict[tuple[int, int], int] = {}
            for page in pdf.pages:
                _drawn(page.obj, None, known, 0)
    except pikepdf.PasswordError:
        return  # PDFium says so
    except (_TooManyError, RecursionError):
        raise InputError(
            f"{path}: drawings of this PDF file use each other without end; print it as PDF again and give the print"
        ) from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError, OverflowError):
        raise InputError(
            f"{path}: this PDF file is damaged; open it in a viewer and save or print it as PDF again"
        ) from None


def _drawn(
    drawing: pikepdf.Object, above: pikepdf.Object | None, known: dict[tuple[int, int], int], depth: int
) -> int:
    """How many forms a page or form draws, those of its forms included."""
    resources = drawing.get("/Resources", above)
    own = resources.get("/XObject") if resources is not None else None
    forms = {
        str(name)[1:].encode("latin-1", "replace"): form
        for name, form in (own.items() if own is not None else ())
        if form.get("/Subtype") == "/Form"
    }
    if not forms:
        return 1
    if depth > DEEPEST:
        raise _TooManyError
    weights = {name: _weight(form, resources, known, depth) for name, form in forms.items()}
    if max(weights.values()) == 1 and depth == 0:
        return 1  # drawings that use no others cost no more than what the page says
    uses = Counter(USE_RE.findall(_content(drawing)))
    unnamed = max(weights.values()) * (sum(uses.values()) - sum(uses[name] for name in weights))
    total = 1 + unnamed + sum(weight * uses[name] for name, weight in weights.items())
    if total > MOST_DRAWN:
        raise _TooManyError
    return total


def _weight(
    form: pikepdf.Object, above: pikepdf.Object | None, known: dict[tuple[int, int], int], depth: int
) -> int:
    """What a form draws; a form that uses itself, in however many steps, has no end."""
    key = form.objgen
    if known.get(key) == 0:
        raise _TooManyError
    if key not in known:
        known[key] = 0
        known[key] = _drawn(form, above, known, depth + 1)
    return known[key]


def _content(drawing: pikepdf.Object) -> bytes:
    import pikepdf

    contents = drawing.get("/Contents", drawing)
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    streams = [part for part in parts if isinstance(part, pikepdf.Stream)]
    if sum(int(stream.get("/Length", 0)) for stream in streams) > MOST_BYTES:
        raise _TooManyError
    return b"\n".join(stream.read_bytes() for stream in streams)
