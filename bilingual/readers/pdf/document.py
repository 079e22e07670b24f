"""A PDF file as a document: pages read one by one, running heads left out, the text put together."""

from __future__ import annotations

import hashlib
import time
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from bilingual.errors import InputError
from bilingual.model.document import Document
from bilingual.options import Options
from bilingual.readers.pdf.bands import whole_rows
from bilingual.readers.pdf.characters import page_characters
from bilingual.readers.pdf.close_figures import with_labels_apart
from bilingual.readers.pdf.close_heads import with_whole_terms, with_years_parted
from bilingual.readers.pdf.columns import text_columns
from bilingual.readers.pdf.continued import continue_over_columns
from bilingual.readers.pdf.fragments import Fragment, Way, find_fragments, turned
from bilingual.readers.pdf.joining import NOWHERE, PageLines, forget_inner, put_together
from bilingual.readers.pdf.library import MOST_BYTES, Pdf, opened
from bilingual.readers.pdf.lines import Line, make_lines
from bilingual.readers.pdf.page import Characters, Numbers, Page, Rules
from bilingual.readers.pdf.recognise import recognised_page
from bilingual.readers.pdf.regions import find_regions
from bilingual.readers.pdf.rows import find_rows
from bilingual.readers.pdf.running_tops import RunningTops, first_line
from bilingual.readers.pdf.sheet_pages import sheets_of
from bilingual.readers.pdf.spread_stubs import whole_stubs
from bilingual.readers.pdf.strips import Strip, strip_of
from bilingual.readers.pdf.tables import read_table
from bilingual.readers.pdf.wide_pages import beside
from bilingual.readers.pdf.wrapped_signs import with_whole_signs

PICTURED = 0.3
"""Share of a page that pictures cover at least where it is a scan."""
SECONDS, SECONDS_A_PAGE = 60.0, 0.5
"""Time that a file may take: far more than any release, so that one made to take for ever is told."""
SECONDS_A_SCAN = 60.0
UNKNOWN_SHARE = 0.2
"""Share of characters without a meaning beyond which a page cannot be read."""


@dataclass(slots=True)
class _Reading:
    pages: list[PageLines] = field(default_factory=list)
    characters: int = 0
    blank: int = 0
    pictured: int = 0
    recognised: list[int] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    unplaced: list[int] = field(default_factory=list)
    strips: list[Strip] = field(default_factory=list)
    tops: RunningTops = field(default_factory=RunningTops)
    edges: dict[int, tuple[tuple[float, float, int], ...]] = field(default_factory=dict)


def read_pdf(path: Path, options: Options) -> Document:
    """Read a PDF file.

    Raises:
        InputError: damaged, protected, without text, with text that the file gives no meaning for, or too long.
    """
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise InputError(
            f"{path}: {size:,} bytes are more than any release has; check that it is the right file"
        )
    data = path.read_bytes()
    reading = _Reading()
    with opened(path, data, options.password) as pdf:
        if not pdf.pages:
            raise InputError(f"{path}: this PDF file has no page; open it in a viewer and save it again")
        patience = (
            time.monotonic() + SECONDS + (SECONDS_A_SCAN if options.ocr else SECONDS_A_PAGE) * pdf.pages
        )
        for index in range(pdf.pages):
            for earlier in _take(reading, _page(pdf, index, reading, ocr=options.ocr)):
                _read_again(pdf, earlier, reading)
            if time.monotonic() > patience:
                raise InputError(
                    f"{path}: the first {index + 1} of {pdf.pages} pages take too long to read; check that it is the right file, "
                    "or print it as PDF again"
                )
            if reading.characters > options.max_characters:
                raise InputError(
                    f"{path}: the first {index + 1} pages hold more than {options.max_characters:,} characters; check that it "
                    "is the right file, or raise limits.max_characters in bilingual.toml"
                )
        count = pdf.pages
        _lay_beside(pdf, reading)
    _require_text(path, reading, count, asked=options.ocr)
    text, layout = put_together(reading.pages, count)
    layout = replace(layout, beside=reading.edges)
    return Document(
        str(path),
        text,
        "utf-8",
        hashlib.sha256(data).hexdigest(),
        format="pdf",
        layout=layout,
        remarks=_remarks(reading),
        recognised=frozenset(reading.recognised),
    )


def _page(pdf: Pdf, index: int, reading: _Reading, *, ocr: bool) -> Page:
    """A page of the file; one that is a picture without text is recognised where that is asked for."""
    page = pdf.page(index)
    if not ocr or page.broken or page.pictures <= PICTURED or page_characters(page).text.strip():
        return page
    reading.recognised.append(page.number)
    return recognised_page(pdf, page)


def _take(reading: _Reading, page: Page) -> list[int]:
    """Add what a page holds to the reading; the pages before it whose running head is told only now."""
    if page.broken:
        reading.broken.append(page.number)
        return []
    found = page_characters(page)
    solid = int(np.count_nonzero(~found.blank))
    if not solid:
        reading.blank += 1
        reading.pictured += page.pictures > PICTURED
        return []
    if page.unknown > UNKNOWN_SHARE * solid:
        reading.unknown.append(page.number)
    if page.number not in reading.recognised:
        reading.strips.append(strip_of(page, found))
    top, earlier = reading.tops.add(page.number - 1, page, found)
    reading.pages.append(_lines_of(page, found, top))
    reading.characters += len(found.codes)
    return [index for index in earlier if index + 1 not in reading.recognised]


def _read_again(pdf: Pdf, index: int, reading: _Reading) -> None:
    """Read a page anew whose first line is a running head, where a table stands that may have taken it in."""
    at = next(at for at, page in enumerate(reading.pages) if page.number == index + 1)
    if not reading.pages[at].lines or not reading.pages[at].lines[0].table:
        return
    page = pdf.page(index)
    found = page_characters(page)
    line = first_line(page, found)
    reading.pages[at] = _lines_of(page, found, line and line[1])


def _lay_beside(pdf: Pdf, reading: _Reading) -> None:
    """Read pages that hold the columns right of those of another page as one wide page with it."""
    by_number = {page.number: at for at, page in enumerate(reading.pages)}
    taken: set[int] = set()
    sheets, nowhere = sheets_of(reading.strips)
    for indexes in sheets:
        whole, edges = beside([pdf.page(index) for index in indexes])
        reading.pages[by_number[whole.number]] = _lines_of(whole, page_characters(whole))
        reading.edges[whole.number] = edges
        taken.update(number for _, _, number in edges)
    reading.unplaced.extend(index + 1 for index in nowhere)
    taken.update(reading.unplaced)
    reading.pages = [page for page in reading.pages if page.number not in taken]


def _lines_of(page: Page, found: Characters, top: float | None = None) -> PageLines:
    """The lines of a page with the places of their characters; ``top`` is where its running head ends."""
    lines, text = page_lines(page, found, top)
    forget_inner(lines)
    inferred = found.blank & (found.boxes[:, 2] <= found.boxes[:, 0])
    boxes = found.boxes.astype(np.float32)
    boxes[inferred] = tuple(NOWHERE)
    flat = array("f")
    flat.frombytes(np.ascontiguousarray(boxes).tobytes())
    return PageLines(page.number, page.height, text, flat, lines)


def page_lines(page: Page, found: Characters, top: float | None = None) -> tuple[list[Line], str]:
    """The lines of a page in reading order, and its characters as text; ``top`` is where its running head ends."""
    text = found.text
    fragments = find_fragments(found, text)
    across = fragments.get(Way.ACROSS, [])
    head = [] if top is None else [one for one in across if one.middle < top]
    lines = frame_lines(head, page.rules, found.boxes)
    lines.extend(
        frame_lines([one for one in across if one not in head] if head else across, page.rules, found.boxes)
    )
    for way in (Way.DOWN, Way.UP):
        if way in fragments:
            upright = turned(fragments[way], way, page.width, page.height)
            more = frame_lines(upright, Rules(), found.boxes)
            if more:
                more[0].gap = True
            lines.extend(more)
    return lines, text


def frame_lines(fragments: Sequence[Fragment], rules: Rules, boxes: Numbers) -> list[Line]:
    """The lines that fragments make which read across."""
    lines: list[Line] = []
    for area in text_columns(with_labels_apart(fragments, boxes), rules.horizontal):
        regions = find_regions(
            whole_rows(
                whole_stubs(
                    with_whole_signs(
                        with_years_parted(with_whole_terms(find_rows(area, rules, boxes)), boxes)
                    )
                ),
                rules,
            )
        )
        made = make_lines(
            [(region, read_table(region, rules, boxes) if region.is_table else None) for region in regions]
        )
        if made:
            made[0].gap = True
        if made and lines:
            continue_over_columns(lines[-1], made[0])
        lines.extend(made)
    return lines


def _require_text(path: Path, reading: _Reading, count: int, *, asked: bool) -> None:
    if len(reading.broken) == count:
        raise InputError(
            f"{path}: no page of this PDF file can be read; open it in a viewer and save it again"
        )
    if not reading.pages:
        what = "a scan without text" if reading.pictured else "without text"
        way_out = "for OCR recognised none" if asked else "or have its text recognised with --ocr"
        raise InputError(f"{path}: this PDF file is {what}; give the file it was made from, {way_out}")
    if len(reading.unknown) * 2 > len(reading.pages):
        raise InputError(
            f"{path}: the fonts of this PDF file do not say which characters they show, so its text cannot be read; "
            "save it again from the program it was made in"
        )


def _remarks(reading: _Reading) -> tuple[str, ...]:
    remarks = []
    for pages, words in (
        (
            reading.unknown,
            "the fonts do not say which characters they show; what was read there may be wrong",
        ),
        (reading.recognised, "read from a picture (OCR); where in doubt, look at the page"),
        (reading.broken, "cannot be read and is left out"),
        (
            reading.unplaced,
            "columns of a sheet that was printed on several pages, of rows that cannot be told; what stands there was not compared",
        ),
    ):
        if pages:
            named = ", ".join(map(str, pages[:10])) + (", …" if len(pages) > 10 else "")
            remarks.append(f"page{'s' if len(pages) > 1 else ''} {named}: {words}")
    if reading.pictured:
        some = "1 page is a picture" if reading.pictured == 1 else f"{reading.pictured} pages are pictures"
        remarks.append(f"{some} without text; what stands there was not compared")
    return tuple(remarks)
