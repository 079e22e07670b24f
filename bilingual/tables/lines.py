"""Lines of a document, split into a stub and cells and named for the part they may play in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

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
    return Line(number, content, *_parts(content.text))


@lru_cache(maxsize=65_536)
def _parts(text: str) -> tuple[Layout, LineKind, tuple[Field, ...]]:
    """How a line is divided, the part it may play, and its fields."""
    if not text.strip():
        return Layout.SPACE, LineKind.BLANK, ()
    if text.lstrip().startswith("|") and text.count("|") > 1:
        return Layout.PIPE, *read_piped(text)
    if "\t" in text:
        return Layout.TAB, *read_tabbed(text)
    if p.RULE_RE.fullmatch(text):
        return Layout.SPACE, LineKind.RULE, ()
    return Layout.SPACE, *_spaced(text)


def _spaced(text: str) -> tuple[LineKind, tuple[Field, ...]]:
    stripped = text.strip()
    first = len(text) - len(text.lstrip())
    whole = (Field(first, first + len(stripped), stripped),)
    if len(text) > LONGEST_SPACED:
        return LineKind.PROSE, whole
    fields = tail_cells(text)
    if fields is not None:
        return (LineKind.ROW if len(fields) > 2 else LineKind.WEAK), fields
    header = header_words(text)
    if header is not None:
        return LineKind.HEADER, header
    kind = plain_kind(stripped)
    if kind is LineKind.LABEL:
        wide = wide_words(text)
        if wide is not None:
            return LineKind.HEADER, wide
    return kind, whole
