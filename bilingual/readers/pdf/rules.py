"""Drawn rules of a page: thin boxes and lines, and the edges of stroked boxes."""

from __future__ import annotations

import ctypes
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, repeat

import numpy as np
import pypdfium2.raw as pdfium

from bilingual.readers.pdf.page import Numbers, Rule, Rules
from bilingual.readers.pdf.plain_calls import BOUNDS_OF, FORM_OBJECT_AT, KIND_OF, OBJECT_AT, drawn

PATH, IMAGE, FORM = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM
THIN = 2.5
"""Widest rule in points; a thicker one is a bar or a background."""
SHORT = 4.0
"""Shortest rule in points; a shorter one is a dot or part of a glyph."""
APART = 1.5
"""Rules this near each other are one rule drawn in parts."""
MOST_OBJECTS = 60_000
MOST_PATHS = 20_000
MOST_RULES = 4_000
"""Rules of a page; more are a drawing."""
DRAWINGS = frozenset((PATH, IMAGE, FORM))
DEEPEST = 4
"""Forms within forms that are looked into."""

Shown = Callable[[Numbers], Numbers]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom; y upward."""
Matrix = tuple[float, float, float, float, float, float]


def page_rules(page: object, shown: Shown) -> tuple[Rules, float]:
    """The rules of a page, and the share of it that pictures cover; a page with very many objects has none."""
    count = pdfium.FPDFPage_CountObjects(page)
    if not 0 < count <= MOST_OBJECTS:
        return Rules(), 0.0
    boxes: list[Box] = []
    pictures: list[Box] = []
    for kind, each, bounds in _drawings(map(OBJECT_AT, repeat(page), range(count))):
        if kind == PATH and len(boxes) < MOST_PATHS:
            boxes.extend(_edges(each, bounds))
        elif kind == FORM:
            boxes.extend(islice(_form(each, None, 0), max(0, MOST_PATHS - len(boxes))))
        elif kind == IMAGE:
            pictures.append(bounds)
    covered = _covered(pictures, pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page))
    if not boxes:
        return Rules(), covered
    return _rules(shown(np.array(boxes, dtype=np.float32))), covered


def _drawings(objects: Iterable[int]) -> Iterator[tuple[int, int, Box]]:
    """Paths, forms and pictures among objects: kind, address and bounds. Most objects of a page are text."""
    drawings = [(kind, each) for each in objects if (kind := KIND_OF(each)) in DRAWINGS]
    if not drawings:
        return
    bounds = np.zeros((len(drawings), 4), dtype=np.float32)
    first, end = bounds.ctypes.data, bounds.ctypes.data + bounds.nbytes
    left, top, right, bottom = (range(first + at, end + at, bounds.strides[0]) for at in range(0, 16, 4))
    deque(map(BOUNDS_OF, (each for _, each in drawings), left, bottom, right, top), maxlen=0)
    for (kind, each), (x0, y1, x1, y0) in zip(drawings, bounds.tolist(), strict=True):
        yield kind, each, (x0, y1, x1, y0)


def _covered(pictures: Iterable[Box], area: float) -> float:
    total = sum((right - left) * (top - bottom) for left, top, right, bottom in pictures)
    return min(1.0, total / area) if area > 0 else 0.0


def _form(at: int, matrix: Matrix | None, depth: int) -> Iterator[Box]:
    """Edges of the paths in a form, placed as the form is."""
    if depth >= DEEPEST:
        return
    form, own = drawn(at), pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(form, own):
        return
    placed = _times((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
    count = min(MOST_PATHS, pdfium.FPDFFormObj_CountObjects(form))
    for kind, each, bounds in _drawings(map(FORM_OBJECT_AT, repeat(form), range(count))):
        if kind == PATH:
            yield from _edges(each, _placed(bounds, placed))
        elif kind == FORM:
            yield from _form(each, placed, depth + 1)


def _times(one: Matrix, other: Matrix | None) -> Matrix:
    if other is None:
        return one
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _placed(bounds: Box, matrix: Matrix) -> Box:
    left, top, right, bottom = bounds
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (left, right) for y in (top, bottom)]
    ys = [b * x + d * y + f for x in (left, right) for y in (top, bottom)]
    return min(xs), max(ys), max(xs), min(ys)


def _edges(at: int, bounds: Box) -> Sequence[Box]:
    """Thin boxes: a path that is a rule itself, or the edges of a drawn box."""
    left, top, right, bottom = bounds
    width, height = right - left, top - bottom
    if min(width, height) <= THIN:
        return (bounds,) if max(width, height) >= SHORT else ()
    path, fill, stroke = drawn(at), ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke) or not stroke.value:
        return ()
    if pdfium.FPDFPath_CountSegments(path) > 6:
        return ()
    return (
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, top, left, bottom),
        (right, top, right, bottom),
    )


def _rules(boxes: Numbers) -> Rules:
    horizontal: list[tuple[float, float, float]] = []
    vertical: list[tuple[float, float, float]] = []
    for left, top, right, bottom in boxes.tolist():
        if right - left >= bottom - top:
            horizontal.append(((top + bottom) / 2, left, right))
        else:
            vertical.append(((left + right) / 2, top, bottom))
    rules = Rules(_joined(horizontal), _joined(vertical))
    return rules if len(rules.horizontal) + len(rules.vertical) <= MOST_RULES else Rules()


def _joined(parts: Iterable[tuple[float, float, float]]) -> tuple[Rule, ...]:
    """Rules from parts that lie on one line and touch."""
    tracks: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
    for at, start, end in parts:
        tracks[round(at / APART)].append((at, start, end))
    rules = []
    for track in tracks.values():
        track.sort(key=lambda part: part[1])
        at, start, end = track[0]
        for _, first, last in track[1:]:
            if first > end + APART:
                rules.append(Rule(at, start, end))
                start, end = first, last
            else:
                end = max(end, last)
        rules.append(Rule(at, start, end))
    return tuple(sorted(rules, key=lambda rule: (rule.at, rule.start)))
