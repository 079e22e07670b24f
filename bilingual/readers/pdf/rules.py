"""Drawn rules of a page: thin boxes and lines, and the edges of stroked boxes."""

from __future__ import annotations

import ctypes
from collections import deque
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
    drawings, bounds = _drawings(map(OBJECT_AT, repeat(page), range(count)))
    pictures: list[Box] = []
    parts: list[Numbers] = []
    thin, long = _thin(bounds)
    paths = np.array([kind == PATH for kind, _ in drawings], dtype=bool)
    long &= paths
    done, room = 0, MOST_PATHS
    for at in np.flatnonzero(~(paths & thin)).tolist():  # most drawings of a page are its rules
        kind, each = drawings[at]
        box: Box = tuple(bounds[at].tolist())
        if kind == IMAGE:
            pictures.append(box)
            continue
        drawn_edges = _box_edges(each, box) if kind == PATH else _form(each, None, 0)
        if room > 0 and (edges := list(islice(drawn_edges, room))):
            room -= len(edges)
            parts += (bounds[done:at][long[done:at]], np.array(edges, dtype=np.float64))
            done = at
    parts.append(bounds[done:][long[done:]])
    covered = _covered(pictures, pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page))
    boxes = np.concatenate(parts)[:MOST_PATHS]
    return (_rules(shown(boxes.astype(np.float32))) if len(boxes) else Rules()), covered


def _drawings(objects: Iterable[int]) -> tuple[list[tuple[int, int]], Numbers]:
    """Paths, forms and pictures among objects: kind and address of each, and their bounds. Most objects of a page are text."""
    drawings = [(kind, each) for each in objects if (kind := KIND_OF(each)) in DRAWINGS]
    bounds = np.zeros((len(drawings), 4), dtype=np.float32)
    first, end = bounds.ctypes.data, bounds.ctypes.data + bounds.nbytes
    left, top, right, bottom = (range(first + at, end + at, 16) for at in range(0, 16, 4))
    deque(map(BOUNDS_OF, (each for _, each in drawings), left, bottom, right, top), maxlen=0)
    return drawings, bounds.astype(np.float64)


def _thin(bounds: Numbers) -> tuple[Numbers, Numbers]:
    """Which boxes are as thin as a rule, and which of these are as long as one."""
    wide, high = bounds[:, 2] - bounds[:, 0], bounds[:, 1] - bounds[:, 3]
    thin: Numbers = np.minimum(wide, high) <= THIN
    return thin, thin & (np.maximum(wide, high) >= SHORT)


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
    drawings, bounds = _drawings(map(FORM_OBJECT_AT, repeat(form), range(count)))
    for (kind, each), box in zip(drawings, bounds.tolist(), strict=True):
        if kind == PATH:
            yield from _edges(each, _placed(box, placed))
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
    return _box_edges(at, bounds)


def _box_edges(at: int, bounds: Box) -> Sequence[Box]:
    """The edges of a drawn box; nothing where no lines are drawn around it."""
    left, top, right, bottom = bounds
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
    left, top, right, bottom = boxes.astype(np.float64).T
    flat = right - left >= bottom - top
    horizontal = _joined((top + bottom)[flat] / 2, left[flat], right[flat])
    vertical = _joined((left + right)[~flat] / 2, top[~flat], bottom[~flat])
    return Rules(horizontal, vertical) if len(horizontal) + len(vertical) <= MOST_RULES else Rules()


def _joined(places: Numbers, starts: Numbers, ends: Numbers) -> tuple[Rule, ...]:
    """Rules from parts that lie on one line and touch."""
    tracks = np.rint(places / APART)
    order = np.lexsort((starts, tracks))
    parts = (part[order].tolist() for part in (tracks, places, starts, ends))
    rules = []
    track, at, start, end = float("nan"), 0.0, 0.0, 0.0
    for own, place, first, last in zip(*parts, strict=True):
        if own != track:
            rules.append((at, start, end))
            track, at, start, end = own, place, first, last
        elif first > end + APART:
            rules.append((at, start, end))
            start, end = first, last
        elif last > end:
            end = last
    rules.append((at, start, end))
    return tuple(Rule(*rule) for rule in sorted(rules[1:]))
