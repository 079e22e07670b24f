"""PDF copies with highlights and comments on findings, and ticks beside figures that are confirmed."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from bilingual.annotate.remarks import Remark
from bilingual.errors import InputError
from bilingual.model.document import Document
from bilingual.model.origin import Box, PagePlace
from bilingual.model.report import Severity

COLOURS = {
    Severity.ERROR: (1.0, 0.45, 0.42),
    Severity.WARNING: (1.0, 0.78, 0.2),
    Severity.INFO: (0.55, 0.78, 1.0),
}
"""One colour for each severity: red, amber, blue."""
PRINTED = 4
"""Flag of annotations that are printed with the page."""
TICK = 7.0
"""Size of a tick in points."""
MARGIN = 0.8
"""Points by which a highlight is wider than the words."""
DEEPEST = 64
"""Levels of a page tree that are climbed."""


def annotated(document: Document, remarks: Sequence[Remark], password: str) -> bytes:
    """A copy of a PDF file with remarks on it.

    Raises:
        InputError: the file cannot be opened again, or is no longer the one that was read.
    """
    path = Path(document.path)
    try:
        with pikepdf.open(path, password=password) as pdf:
            places: dict[int, list[Remark]] = defaultdict(list)
            for remark in remarks:
                if isinstance(remark.origin, PagePlace) and remark.origin.box is not None:
                    places[remark.origin.page].append(remark)
            tick = _tick_form(pdf) if any(remark.is_tick for remark in remarks) else None
            for number, own in places.items():
                if number <= len(pdf.pages):
                    _mark(pdf, pdf.pages[number - 1], own, tick)
            copy = io.BytesIO()
            pdf.save(copy, encryption=pdf.is_encrypted, deterministic_id=not pdf.is_encrypted)
            return copy.getvalue()
    except (pikepdf.PdfError, OSError, ValueError, RuntimeError, TypeError, KeyError) as error:
        reason = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        raise InputError(
            f"{path}: no copy with remarks can be made ({reason}); print it as PDF again and check the print"
        ) from None


def _mark(
    pdf: pikepdf.Pdf, page: pikepdf.Page, remarks: Sequence[Remark], tick: pikepdf.Object | None
) -> None:
    frame = _Frame(page)
    found = page.obj.get("/Annots")
    annotations = list(found) if isinstance(found, Array) else []
    for remark in remarks:
        assert isinstance(remark.origin, PagePlace) and remark.origin.box is not None
        made = (
            _highlight(frame, remark, remark.origin.box)
            if remark.severity is not None
            else _ticked(frame, remark, remark.origin.box, tick)
        )
        annotations.append(pdf.make_indirect(made))
    page.obj.Annots = Array(annotations)


def _highlight(frame: _Frame, remark: Remark, box: Box) -> Dictionary:
    left, top, right, bottom = box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN
    corners = [frame.point(x, y) for x, y in ((left, top), (right, top), (left, bottom), (right, bottom))]
    colour = COLOURS[remark.severity or Severity.INFO]
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Highlight,
        Rect=_rect(corners),
        QuadPoints=Array([round(value, 2) for corner in corners for value in corner]),
        C=Array(colour),
        CA=0.5,
        F=PRINTED,
        T=pikepdf.String("bilingual"),
        Subj=pikepdf.String(remark.title),
        Contents=pikepdf.String(f"{remark.title}\n{remark.text}"),
    )


def _ticked(frame: _Frame, remark: Remark, box: Box, tick: pikepdf.Object | None) -> Dictionary:
    left, top = box[2] + 0.5, box[1] - 1.5
    corners = [frame.point(left, top), frame.point(left + TICK, top + TICK)]
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Stamp,
        Rect=_rect(corners),
        C=Array((0.1, 0.55, 0.2)),
        F=PRINTED,
        T=pikepdf.String("bilingual"),
        Subj=pikepdf.String(remark.title),
        Contents=pikepdf.String(remark.text),
        AP=Dictionary(N=tick),
    )


def _tick_form(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The drawing of a tick that all ticks of a file share."""
    form = pdf.make_stream(b"0.1 0.55 0.2 RG 1 w 1 J 1 j 1 3.4 m 2.8 1.4 l 6 6 l S")
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([0, 0, TICK, TICK])
    form.Resources = Dictionary()
    return pdf.make_indirect(form)


def _rect(corners: Sequence[tuple[float, float]]) -> Array:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Array([round(value, 2) for value in (min(xs), min(ys), max(xs), max(ys))])


class _Frame:
    """How a page lies: from places on the page as shown to places in the file."""

    def __init__(self, page: pikepdf.Page) -> None:
        media, crop = _box(page.mediabox), _box(page.cropbox)
        self.left, self.bottom = max(media[0], crop[0]), max(media[1], crop[1])
        self.right, self.top = min(media[2], crop[2]), min(media[3], crop[3])
        self.rotation = _rotation(page.obj)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place on the page as shown (points from its top left) in the coordinates of the file."""
        return {
            0: (x + self.left, self.top - y),
            1: (y + self.left, x + self.bottom),
            2: (self.right - x, y + self.bottom),
            3: (self.right - y, self.top - x),
        }[self.rotation]


def _box(values: object) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(value) for value in values)  # type: ignore[attr-defined]
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _rotation(page: pikepdf.Object) -> int:
    """Quarter turns, as the page or the nearest of its parents has them."""
    node: pikepdf.Object | None = page
    for _ in range(DEEPEST):
        if node is None:
            break
        turned = node.get("/Rotate")
        if turned is not None:
            return int(turned) // 90 % 4
        node = node.get("/Parent")
    return 0
