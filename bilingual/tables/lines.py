"""Lines of a document, split into a stub and cells and named for the part they may play in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bilingual.model.document import MappedText
from bilingual.tables import patterns as p
from bilingual.tables.delimited import is_cell, read_piped, read_tabbed
from bilingual.tables.line import LONGEST_SPACED, Field, Layout, Line, LineKind
from bilingual.tables.plain import plain_kind
from bilingual.tables.spaced import header_words, tail_cells, wide_words
from bilingual.text.layer import TextLayer

__all__ = ["Field", "Layout", "Line", "LineKind", "is_cell", "read_lines"]


def read_lines(layer: TextLayer, numbers: Sequence[int]) -> list[Line]:
    """Read the lines of one language; texts that come back again and again are page furniture."""
    lines = [_read_line(number, layer.line(number)) for number in numbers]
    counts = Counter(line.text for line in lines if _may_repeat(line))
    for index, line in enumerate(lines):
        if _may_repeat(line) and counts[line.text] > 1:
            lines[index] = replace(line, kind=LineKind.FURNITURE)
        elif line.kind is LineKind.PROSE and _wraps(lines, index):
            lines[index] = replace(line, kind=LineKind.LABEL)
    return lines


def _wraps(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the first half of a label: the row below it goes on in small letters."""
    text = lines[index].text
    if len(text) > 70 or index + 1 >= len(lines) or p.FULL_STOP_RE.search(text) or not text[0].isupper():
        return False
    below = lines[index + 1]
    return (
        below.kind is LineKind.ROW
        and below.layout is Layout.SPACE
        and below.stub.text[:1].islower()
        and (index == 0 or lines[index - 1].kind is not LineKind.PROSE)
    )


def _may_repeat(line: Line) -> bool:
    """Whether a line is page furniture if it comes back: a short line, a date."""
    if line.kind is LineKind.LABEL:
        return len(line.fields) == 1 and not line.text.endswith(":")
    return line.kind is LineKind.HEADER and p.DATE_LINE_RE.fullmatch(line.text) is not None


def _read_line(number: int, content: MappedText) -> Line:
    text = content.text
    if not text.strip():
        return Line(number, content, Layout.SPACE, LineKind.BLANK, ())
    if text.lstrip().startswith("|") and text.count("|") > 1:
        return read_piped(number, content)
    if "\t" in text:
        return read_tabbed(number, content)
    if p.RULE_RE.fullmatch(text):
        return Line(number, content, Layout.SPACE, LineKind.RULE, ())
    return _spaced(number, content)


def _spaced(number: int, content: MappedText) -> Line:
    text = content.text
    stripped = text.strip()
    first = len(text) - len(text.lstrip())
    whole = (Field(first, first + len(stripped), stripped),)
    if len(text) > LONGEST_SPACED:
        return Line(number, content, Layout.SPACE, LineKind.PROSE, whole)
    fields = tail_cells(text)
    if fields is not None:
        kind = LineKind.ROW if len(fields) > 2 else LineKind.WEAK
        return Line(number, content, Layout.SPACE, kind, fields)
    header = header_words(text)
    if header is not None:
        return Line(number, content, Layout.SPACE, LineKind.HEADER, header)
    kind = plain_kind(stripped)
    if kind is LineKind.LABEL:
        wide = wide_words(text)
        if wide is not None:
            return Line(number, content, Layout.SPACE, LineKind.HEADER, wide)
    return Line(number, content, Layout.SPACE, kind, whole)
