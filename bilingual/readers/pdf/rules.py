"""Drawn rules of a page: thin boxes and lines, and the edges of stroked boxes."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, repeat

import numpy as np
import pypdfium2.raw as pdfium

from bilingual.readers.pdf.page import Numbers, Rule, Rules
from bilingual.readers.pdf.plain_calls import KIND_OF, OBJECT_AT, address, drawn

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
DEEPEST = 4
"""Forms within forms that are looked into."""

Shown = Callable[[Numbers], Numbers]


def page_rules(page: object, shown: Shown) -> tuple[Rules, float]:
    """The rules of a page, and the share of it that pictures cover; a page with very many objects has none."""
    count = pdfium.FPDFPage_CountObjects(page)
    if not 0 < count <= MOST_OBJECTS:
        return Rules(), 0.0
    objects = list(map(OBJECT_AT, repeat(address(page)), range(count)))
    boxes: list[tuple[float, float, float, float]] = []
    pictures: list[tuple[float, float, float, float]] = []
    for kind, each in zip(map(KIND_OF, objects), objects, strict=True):
        if kind == PATH and len(boxes) < MOST_PATHS:
            boxes.extend(_edges(drawn(each), None))
        elif kind == FORM:
            boxes.extend(islice(_form(drawn(each), None, 0), max(0, MOST_PATHS - len(boxes))))
        elif kind == IMAGE:
            pictures.append(_bounds(drawn(each)))
    covered = _covered(pictures, pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page))
    if not boxes:
        return Rules(), covered
    return _rules(shown(np.array(boxes, dtype=np.float32))), covered


def _covered(pictures: Iterable[tuple[float, float, float, float]], area: float) -> float:
    total = sum((right - left) * (top - bottom) for left, top, right, bottom in pictures)
    return min(1.0, total / area) if area > 0 else 0.0


def _bounds(each: object) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(each, left, bottom, right, top)
    return left.value, top.value, right.value, bottom.value


def _form(form: object, matrix: Matrix | None, depth: int) -> Iterator[tuple[float, float, float, float]]:
    """Edges of the paths in a form, placed as the form is."""
    if depth >= DEEPEST:
        return
    own = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(form, own):
        return
    placed = _times((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
    for index in range(min(MOST_PATHS, pdfium.FPDFFormObj_CountObjects(form))):
        each = pdfium.FPDFFormObj_GetObject(form, index)
        kind = pdfium.FPDFPageObj_GetType(each)
        if kind == PATH:
            yield from _edges(each, placed)
        elif kind == FORM:
            yield from _form(each, placed, depth + 1)


Matrix = tuple[float, float, float, float, float, float]


def _times(one: Matrix, other: Matrix | None) -> Matrix:
    if other is None:
        return one
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _edges(path: object, matrix: Matrix | None) -> Iterator[tuple[float, float, float, float]]:
    """Thin boxes (left, top, right, bottom; y upward): a path that is a rule itself, or the edges of a drawn box."""
    left, top, right, bottom = _bounds(path)
    if matrix is not None:
        a, b, c, d, e, f = matrix
        xs = [a * x + c * y + e for x in (left, right) for y in (top, bottom)]
        ys = [b * x + d * y + f for x in (left, right) for y in (top, bottom)]
        left, top, right, bottom = min(xs), max(ys), max(xs), min(ys)
    width, height = right - left, top - bottom
    if min(width, height) <= THIN:
        if max(width, height) >= SHORT:
            yield left, top, right, bottom
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke) or not stroke.value:
        return
    if pdfium.FPDFPath_CountSegments(path) > 6:
        return
    yield left, top, right, top
    yield left, bottom, right, bottom
    yield left, top, left, bottom
    yield right, top, right, bottom


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
