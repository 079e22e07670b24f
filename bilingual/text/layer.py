"""The text layer of a document as it is read: every line folded and repaired once, with the way back.

Tables, running text and calendars read the same lines, so a repair made here holds for all of them.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bilingual.model.document import Document, MappedText
from bilingual.text.line_spacing import spacing_lines
from bilingual.text.normalize import map_text, slice_text
from bilingual.text.repair import Repair, folded_repairs, repair_lines
from bilingual.text.set_apart import close_up_units
from bilingual.text.side_by_side import divide, find_columns, told_columns
from bilingual.text.tables_beside import find_tables_beside, is_text
from bilingual.text.text_beside import find_text_beside
from bilingual.text.wrapped_rows import join_wrapped_rows

WITH_CELLS = frozenset({"docx", "html", "xlsx"})
"""Formats that say themselves what a cell is."""


@dataclass(frozen=True, slots=True)
class TextLayer:
    """A document with the reading of its lines.

    Attributes:
        document: the file as the user has it.
        lines: the text of every line, folded and repaired, mapped to the document.
        repairs: what was repaired, in order of the steps.
        beside: right columns of running text or tables: of every line that has one, what stands there.
        columns: numbers of the first line and the line past the last of every stretch of two columns.
        tables: the same of the stretches that are two tables.
        mixed: numbers of the lines of stretches that are a table left and running text right.
        spacing: numbers of blank lines that stand between all lines and part nothing.
    """

    document: Document
    lines: Sequence[MappedText]
    repairs: tuple[Repair, ...] = ()
    beside: Mapping[int, MappedText] = field(default_factory=dict, hash=False)
    columns: tuple[tuple[int, int], ...] = ()
    tables: tuple[tuple[int, int], ...] = ()
    spacing: frozenset[int] = frozenset()
    mixed: frozenset[int] = frozenset()

    def line(self, number: int) -> MappedText:
        """The text of a line; numbers count as in the document."""
        return self.lines[number - self.document.first_line]

    @property
    def numbers(self) -> Iterable[int]:
        """The numbers of all lines."""
        return range(self.document.first_line, self.document.last_line + 1)


def read_layer(document: Document) -> TextLayer:
    """Fold and repair the lines of a document."""
    text, first = document.text, document.first_line
    lines = []
    for number in range(first, document.last_line + 1):
        span = document.line_span(number)
        lines.append(map_text(text[span.start : span.end], span.start))
    wrapped: tuple[Repair, ...] = ()
    whole: Sequence[MappedText] = lines
    if document.format == "text":
        whole, wrapped = join_wrapped_rows(lines)
    read, repairs = repair_lines(close_up_units(whole), has_cells=document.format in WITH_CELLS)
    layer = TextLayer(document, read, folded_repairs(document) + wrapped + repairs)
    if document.format != "text":
        return layer
    return _divided(replace(layer, spacing=spacing_lines(layer.lines, first)))


def _divided(layer: TextLayer) -> TextLayer:
    """The layer with columns of running text and tables apart: the left one on its lines, the right one beside them."""
    lines, first = list(layer.lines), layer.document.first_line
    beside: dict[int, MappedText] = {}
    columns: list[tuple[int, int]] = []
    repairs: list[Repair] = []
    for found in find_columns(layer.lines):
        columns.append((found.first + first, found.past + first))
        for index, cut in enumerate(found.cuts, found.first):
            if cut < len(lines[index].text):
                repairs.append(told_columns(lines[index], cut))
                lines[index], beside[index + first] = divide(lines[index], cut)
    mixed: set[int] = set()
    for found in find_text_beside(lines):
        columns.append((found.first + first, found.past + first))
        for index, cut in enumerate(found.cuts, found.first):
            if cut < len(lines[index].text):
                repairs.append(told_columns(lines[index], cut))
                lines[index], beside[index + first] = divide(lines[index], cut)
                mixed.add(index + first)
    tables: list[tuple[int, int]] = []
    for found in find_tables_beside(lines):
        tables.append((found.first + first, found.past + first))
        for index, cut in enumerate(found.cuts, found.first):
            if not cut:
                beside[index + first] = lines[index]
            elif cut < len(lines[index].text):
                lines[index], beside[index + first] = divide(lines[index], cut)
                if is_text(beside[index + first].text):
                    mixed.add(index + first)
    if not columns and not tables:
        return layer
    repaired = (*layer.repairs, *repairs)
    return replace(
        layer,
        lines=lines,
        repairs=repaired,
        beside=beside,
        columns=tuple(sorted([*columns, *tables])),
        tables=tuple(tables),
        mixed=frozenset(mixed),
    )


def beside_rows(layer: TextLayer, rows: Container[int]) -> TextLayer:
    """The layer without what stands left of running text on lines that are rows of a table."""
    lines, first = list(layer.lines), layer.document.first_line
    for number in layer.mixed:
        if number in rows:
            lines[number - first] = slice_text(lines[number - first], 0, 0)
    return replace(layer, lines=lines)


def right_columns(layer: TextLayer, stretch: tuple[int, int]) -> tuple[TextLayer, list[int]]:
    """What stands right in a stretch of two columns as a layer of its own, and the numbers of its lines."""
    numbers = [number for number in range(*stretch) if number in layer.beside]
    lines = list(layer.lines)
    for number in numbers:
        lines[number - layer.document.first_line] = layer.beside[number]
    return replace(layer, lines=lines), numbers
