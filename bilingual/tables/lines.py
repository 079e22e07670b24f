"""Lines of a document, split into a stub and cells and named for the part they may play in a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from bilingual.model.document import Document, MappedText
from bilingual.model.quick import replace
from bilingual.tables import patterns as p
from bilingual.tables.bare_rows import mark_bare_rows
from bilingual.tables.dated_rows import dated_cells
from bilingual.tables.delimited import is_cell, read_piped, read_tabbed
from bilingual.tables.half_labels import (
    BARE_PAGE_RE,
    LONGEST_HALF,
    MOST_HALVES,
    begins_above_figures,
    ends_above_figures,
    ends_label,
    ends_row_above,
    is_half_label,
    is_middle,
)
from bilingual.tables.line import LONGEST_SPACED, Field, Layout, Line, LineKind
from bilingual.tables.line_heads import mark_line_heads
from bilingual.tables.note_marks import split_marks
from bilingual.tables.overhead import mark_heads
from bilingual.tables.page_heads import mark_repeated_heads
from bilingual.tables.pitch import close_up, torn_rows
from bilingual.tables.plain import plain_kind
from bilingual.tables.positions import end_alike
from bilingual.tables.spaced import header_words, is_days, tail_cells, unit_and_heads, wide_words
from bilingual.tables.unit_cells import mark_unit_words
from bilingual.tables.unit_lines import mark_heads_between, mark_scaled_rows, mark_unit_lines
from bilingual.tables.unit_stacks import mark_unit_stacks
from bilingual.tables.worded_rows import mark_full_rows, mark_worded_rows
from bilingual.tables.wrapped_periods import mend_periods
from bilingual.text.layer import TextLayer

PAGE_RE = re.compile(r"-\s?\d{1,3}\s?-")
"""A page number between dashes, which are no cells."""

_FOOTER_RE = re.compile(r"(\S.{0,90}?)(\s+)-\s?\d{1,3}\s?-")
AMOUNT_END_RE = re.compile(r"(?:thousand|million|billion|trillion|yen|百万円|億円|千円|円)(?![\w)])")
CENTRED = 12
"""Blanks before a running title in the middle of a page."""
RIGHT = 40
"""Blanks before the unit of a table, which stands over its right end."""
WIDE_GAP, FEWEST_GAPS = " " * 5, 3
"""Blanks that words of a sentence do not have between them, and how many such gaps make heads of columns of a line."""
SPECK_RE = re.compile(r"[\s\-–—―_~'’`.,·•|]{1,6}")
"""A line of one to three specks."""

__all__ = ["Field", "Layout", "Line", "LineKind", "is_cell", "read_lines"]


def read_lines(layer: TextLayer, numbers: Sequence[int]) -> list[Line]:
    """Read the lines of one language; texts that come back again and again are page furniture."""
    document = layer.document
    read = [
        _read_line(number, layer.line(number), document) for number in numbers if number not in layer.spacing
    ]
    lines = [line for line in read if line.kind is not LineKind.BLANK or not _is_left_out(line)]
    torn = torn_rows(lines)
    lines = [torn.get(line.number, line) for line in lines]
    lines = close_up(mark_repeated_heads(lines))
    mend_periods(lines)
    counts = Counter(line.text for line in lines if _may_repeat(line))
    for index, line in enumerate(lines):
        if line.number in torn:
            continue
        if _is_unit_over_cells(lines, index):
            lines[index] = replace(line, kind=LineKind.UNIT, fields=(_whole(line),))
        elif ends_label(lines, index) or begins_above_figures(lines, index):
            lines[index] = replace(line, kind=LineKind.LABEL, fields=(_whole(line),))
        elif (
            _may_repeat(line)
            and counts[line.text] > 1
            and not (ends_above_figures(lines, index) or _heads_rows(lines, index))
        ):
            lines[index] = replace(line, kind=LineKind.FURNITURE)
        elif is_half_label(lines, index):
            lines[index] = replace(line, kind=LineKind.LABEL)
        elif line.kind in (LineKind.LABEL, LineKind.UNIT) and _ends_amount(lines, index):
            lines[index] = replace(line, kind=LineKind.PROSE)
        elif (p.BARE_YEAR_RE.fullmatch(line.text) and _ends_date(lines, index)) or _dates_label(lines, index):
            lines[index] = replace(line, kind=LineKind.LABEL, fields=(_whole(line),))
    _mark_pages(lines)
    _join_units(lines)
    mark_worded_rows(lines)
    mark_full_rows(lines)
    mark_bare_rows(lines)
    mark_unit_stacks(lines)
    mark_heads(lines)
    mark_line_heads(lines)
    mark_unit_words(lines)
    mark_unit_lines(lines)
    mark_scaled_rows(lines)
    mark_heads_between(lines)
    split_marks(lines)
    return lines


def _is_left_out(line: Line) -> bool:
    """Whether a repair took away all that a line prints: it parts nothing either."""
    return bool(line.printed.strip())


def _mark_pages(lines: list[Line]) -> None:
    """Name bare page numbers, and the running titles right above them."""
    blank = frozenset([LineKind.BLANK])
    for index in range(1, len(lines)):
        line, above = lines[index], lines[index - 1]
        below = lines[index + 1].kind if index + 1 < len(lines) else LineKind.BLANK
        if index + 1 < len(lines) and lines[index + 1].printed.startswith("\f"):
            below = LineKind.BLANK  # the next page begins there
            last = line.kind is LineKind.LABEL and above.kind is LineKind.ROW
            if last and line.layout is Layout.SPACE and BARE_PAGE_RE.fullmatch(line.text):
                lines[index] = replace(line, kind=LineKind.FURNITURE)
                continue
        titled = above.kind in (LineKind.NAME, LineKind.FURNITURE)
        runs_on = (
            below is LineKind.NAME and above.kind in blank
        )  # a running title at the head of the next page
        apart = below in blank and (titled or above.kind in blank)
        if line.layout is not Layout.SPACE or not (apart or runs_on):
            continue
        if line.kind is LineKind.LABEL and BARE_PAGE_RE.fullmatch(line.text):
            lines[index] = line = replace(line, kind=LineKind.FURNITURE)
        if (
            line.kind is LineKind.FURNITURE
            and above.kind is LineKind.NAME
            and line.text[-1:] in "0123456789-"
        ):
            lines[index - 1] = replace(above, kind=LineKind.FURNITURE)


def _join_units(lines: list[Line]) -> None:
    """Name the lines on which a unit note in brackets goes on and ends."""
    depth = 0
    for index, line in enumerate(lines):
        if line.layout is not Layout.SPACE or line.kind is LineKind.BLANK:
            depth = 0
        elif depth > 0 and len(line.text) <= LONGEST_HALF and line.kind in (LineKind.LABEL, LineKind.UNIT):
            depth += line.text.count("(") - line.text.count(")")
            lines[index] = replace(line, kind=LineKind.UNIT)
        else:
            opens = line.kind is LineKind.UNIT and line.text.startswith("(")
            depth = line.text.count("(") - line.text.count(")") if opens else 0


def _whole(line: Line) -> Field:
    start = len(line.content.text) - len(line.content.text.lstrip())
    return Field(start, start + len(line.text), line.text)


def _is_footer(text: str, *, centred: bool) -> bool:
    """Whether a running title and a page number between dashes make the line; in the middle of the page one blank will do."""
    match = _FOOTER_RE.fullmatch(text)
    return match is not None and (len(match[2]) > 1 or centred or p.COMPANY_RE.search(match[1]) is not None)


def _heads_rows(lines: Sequence[Line], index: int) -> bool:
    """Whether a label that comes back stands within a table: rows before and below it, and no gap."""
    if not 0 < index < len(lines) - 1 or lines[index].text.endswith(","):
        return 0 < index < len(lines) - 1
    if ends_row_above(lines, index) or _begins_label(lines[index], lines[index + 1]):
        return True
    first = last = index
    while first > 0 and index - first < MOST_HALVES and lines[first - 1].kind is LineKind.LABEL:
        first -= 1
    while (
        last + 1 < len(lines)
        and last - index < MOST_HALVES
        and (lines[last + 1].kind is LineKind.LABEL or is_middle(lines, last + 1))
    ):
        last += 1
    if not 0 < first <= last < len(lines) - 1:
        return False
    before, below = lines[first - 1], lines[last + 1]
    if before.kind is LineKind.HEADER and below.kind is LineKind.BLANK and last + 2 < len(lines):
        below = lines[last + 2]  # a heading right below the heads of columns
    if LineKind.WEAK in (before.kind, below.kind):
        kinds = {before.kind, below.kind}
        alone = kinds <= {LineKind.ROW, LineKind.WEAK} and len(before.cells) == len(below.cells) == 1
        return alone and end_alike(before, below)
    if before.kind not in (LineKind.ROW, LineKind.HEADER, LineKind.UNIT) or below.kind is not LineKind.ROW:
        return False
    if below.layout is not Layout.SPACE:
        return not below.stub.text  # figures behind a tab, whose label these lines are
    return not below.stub.text or below.indent >= lines[index].indent


def _begins_label(line: Line, below: Line) -> bool:
    """Whether words above a row whose label begins in small letters are the first half of it."""
    if line.printed.startswith("\f") or below.kind is not LineKind.ROW or below.layout is Layout.SPACE:
        return False
    return line.text[:1].isupper() and line.text[-1:].islower() and below.stub.text[:1].islower()


def _is_unit_over_cells(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a unit without brackets or ``Unit:`` that stands alone right above heads in cells of their own."""
    line = lines[index]
    if line.layout is not Layout.SPACE or not p.BARE_UNIT_RE.fullmatch(line.text) or index + 1 == len(lines):
        return False
    below = lines[index + 1]
    return below.layout is not Layout.SPACE and below.kind is LineKind.HEADER


def _ends_amount(lines: Sequence[Line], index: int) -> bool:
    """Whether a line begins with the scale or the unit of the amount on which the line above breaks off."""
    above = lines[index - 1] if index else lines[index]
    return (
        AMOUNT_END_RE.match(lines[index].text) is not None
        and above.layout is Layout.SPACE
        and above.kind is not LineKind.BLANK
        and above.text[-1:].isdigit()
    )


def _ends_date(lines: Sequence[Line], index: int) -> bool:
    """Whether a year that stands alone ends the date in the label of the row above it."""
    return index > 0 and lines[index - 1].kind is LineKind.ROW and lines[index - 1].stub.text.endswith(",")


def _dates_label(lines: Sequence[Line], index: int) -> bool:
    """Whether a date that stands alone ends a label (``Six months ending``) whose figures stand on the next line.

    Or a period begins the label between two rows, and words in brackets end it beside the figures (``FY2026``, ``(forecast)``).
    """
    if not 0 < index < len(lines) - 1 or lines[index].kind not in (LineKind.HEADER, LineKind.PERIOD):
        return False
    above, below = lines[index - 1], lines[index + 1]
    if below.kind is LineKind.ROW and below.stub.text.startswith("("):
        rows = above.kind is LineKind.ROW and above.layout is below.layout is Layout.SPACE
        whole = p.PERIOD_RE.fullmatch(lines[index].text) is not None
        return rows and whole and above.indent == _whole(lines[index]).start == below.indent
    return (
        above.kind is LineKind.LABEL
        and below.kind is LineKind.ROW
        and not below.stub.text
        and p.DATE_LINE_RE.fullmatch(lines[index].text) is not None
        and p.CUT_SHORT_RE.search(above.text) is not None
    )


def _may_repeat(line: Line) -> bool:
    """Whether a line is page furniture if it comes back: a short line, a date."""
    if line.kind is LineKind.LABEL:
        return len(line.fields) == 1 and not line.text.endswith(":")
    return line.kind is LineKind.HEADER and p.DATE_LINE_RE.fullmatch(line.text) is not None


def _read_line(number: int, content: MappedText, document: Document) -> Line:
    span = document.line_span(number)
    printed = document.text[span.start : span.end]
    return Line(number, content, *_parts(content.text), printed=printed, origin=span.start)


@lru_cache(maxsize=65_536)
def _parts(text: str) -> tuple[Layout, LineKind, tuple[Field, ...]]:
    """How a line is divided, the part it may play, and its fields."""
    if not text.strip():
        return Layout.SPACE, LineKind.BLANK, ()
    if text.lstrip().startswith("|") and text.count("|") > 1:
        return Layout.PIPE, *read_piped(text)
    if "\t" in text:
        return Layout.TAB, *read_tabbed(text)
    if p.RULE_RE.fullmatch(text) or SPECK_RE.fullmatch(text):
        return Layout.SPACE, LineKind.RULE, ()
    return Layout.SPACE, *_spaced(text)


def _spaced(text: str) -> tuple[LineKind, tuple[Field, ...]]:
    stripped = text.strip()
    first = len(text) - len(text.lstrip())
    whole = (Field(first, first + len(stripped), stripped),)
    if len(text) > LONGEST_SPACED:
        return LineKind.PROSE, whole
    if PAGE_RE.fullmatch(stripped) or _is_footer(stripped, centred=first >= CENTRED):
        return LineKind.FURNITURE, whole
    fields = None if is_days(text) else tail_cells(text)
    if fields is not None:
        return (LineKind.ROW if len(fields) > 2 else LineKind.WEAK), fields
    dated = dated_cells(text)
    if dated is not None:
        return LineKind.ROW if len(dated) > 2 else LineKind.WEAK, dated
    if first >= RIGHT and p.BARE_UNIT_RE.fullmatch(stripped):
        return LineKind.UNIT, whole
    header = header_words(text)
    if header is not None:
        return LineKind.HEADER, header
    kind = plain_kind(stripped)
    if kind is LineKind.LABEL or (kind is LineKind.UNIT and p.UNIT_HEAD_RE.match(stripped)):
        wide = wide_words(text)
        if wide is not None:
            return LineKind.HEADER, wide
    if kind is LineKind.UNIT and WIDE_GAP in stripped:
        head = unit_and_heads(text)
        if head is not None:
            return LineKind.HEADER, head
    if kind is LineKind.PROSE and stripped.count(WIDE_GAP) >= FEWEST_GAPS:
        wide = wide_words(text)
        if wide is not None and len(wide) > FEWEST_GAPS + 1:
            return LineKind.HEADER, wide  # Revenue    Profit for the period    owners of the parent    income
    return kind, whole
