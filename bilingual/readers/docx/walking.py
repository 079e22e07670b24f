"""Blocks of a Word file to lines: paragraphs, lists, tables, text boxes and notes in the order of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bilingual.containers.markup import child, children, descendants, local_name
from bilingual.containers.packages import Package
from bilingual.errors import InputError
from bilingual.model.origin import BlockPlace
from bilingual.readers.assembling import Assembler
from bilingual.readers.docx.inline import Inline, Shown
from bilingual.readers.docx.numbering import Numbering
from bilingual.readers.docx.styles import Styles, paragraph_style, switched_on, value, within
from bilingual.readers.docx.tables import (
    cell_deleted,
    is_deleted,
    is_hidden,
    is_layout,
    table_cells,
    table_rows,
)
from bilingual.readers.drawings import chart_cells, is_diagram, read_chart
from bilingual.readers.grids import GridCell, grid_rows
from bilingual.readers.raised import raised

if TYPE_CHECKING:
    from lxml import etree

DEEPEST = 40
"""Blocks within blocks: tables in cells, boxes in boxes."""
SHORT = 56
"""Columns (a wide character takes two) up to which a paragraph may be one of several short lines."""
MAIN = "word/document.xml"
CONTENTS = ("toc ", "table of figures", "index ")
CONTENTS_GALLERIES = ("Table of Contents",)


class Walker:
    """Reads the blocks of a document.

    Attributes:
        lines: the lines written so far.
        sources: the paragraphs that stand in every place, in order.
    """

    def __init__(self, package: Package, most_characters: int = 0) -> None:
        """Open the parts that say how text is shown."""
        self.package = package
        self.lines = Assembler(most_characters)
        self.sources: dict[BlockPlace, list[etree._Element]] = defaultdict(list)
        self.main = package.main_part(MAIN)
        self.root = self._required(self.main)
        self._styles = Styles(self._part("styles"))
        self._numbering = Numbering(self._part("numbering"))
        marks = [value(mark, "fldCharType") for mark in descendants(self.root, "fldChar")]
        self._inline = Inline(self._styles, marks.count("begin") == marks.count("end"))
        self._relations = package.relations(self.main)
        self._notes: dict[str, dict[str, etree._Element]] = {}
        self._carried: list[Shown] = []
        self._nested = 0

    def _required(self, name: str) -> etree._Element:
        root = self.package.xml(name)
        body = within(root, "body")
        if body is None:
            raise InputError(f"{self.package.path}: the Word file has no body; save it again")
        return body

    def _part(self, kind: str) -> etree._Element | None:
        name = self.package.related(self.main, kind)
        return self.package.xml(name) if name else None

    def read(self) -> None:
        """Read the whole document."""
        for block, element in enumerate(self.root):
            self._block(element, BlockPlace(block), 0)
        self._write_notes(BlockPlace(max(0, len(self.root) - 1)))

    def remarks(self) -> Iterator[str]:
        """What a user should know of the reading."""
        counts = self._inline.counts
        if changes := counts["changes"]:
            yield f"{_many(changes, 'tracked change')} read as accepted: insertions are in, deletions are out"
        if hidden := counts["hidden"] + counts["rows"]:
            yield f"hidden text left out in {_many(hidden, 'place')}"
        if counts["contents"]:
            yield "the table of contents is left out"
        if pictures := counts["pictures"]:
            yield f"{_many(pictures, 'picture or chart', 'pictures or charts')} not read"
        if counts["embedded"]:
            yield f"{_many(counts['embedded'], 'embedded document')} not read"

    def _blocks(self, container: etree._Element, place: BlockPlace, depth: int) -> None:
        for element in container:
            self._block(element, place, depth)

    def _block(self, element: etree._Element, place: BlockPlace, depth: int) -> None:
        if self.lines.is_full:
            return
        if depth > DEEPEST:
            raise InputError(
                f"{self.package.path}: tables and boxes stand over {DEEPEST} deep in each other; save the file anew"
            )
        name = local_name(element)
        if name == "p":
            self._paragraph(element, place)
            self._write_boxes(place, depth)
            self._write_charts(place)
        elif name == "tbl":
            self._table(element, place, depth)
        elif name == "sdt":
            properties = child(element, "sdtPr")
            if _is_contents(properties):
                self._inline.counts["contents"] += 1
            elif not switched_on(properties, "showingPlcHdr"):
                for content in children(element, "sdtContent"):
                    self._blocks(content, place, depth + 1)
        elif name in ("customXml", "ins", "moveTo"):
            self._blocks(element, place, depth + 1)
        elif name in ("del", "moveFrom"):
            self._inline.counts["changes"] += 1
        elif name == "altChunk":
            self._inline.counts["embedded"] += 1

    def _paragraph(self, paragraph: etree._Element, place: BlockPlace) -> None:
        style = paragraph_style(paragraph)
        if self._styles.name(style).startswith(CONTENTS):
            self._inline.counts["contents"] += 1
            self._inline.read(paragraph)
            return
        text = self._shown(paragraph, place)
        if text is None:
            return
        long = _columns(text) >= SHORT and not _is_row(text)
        if long:
            self.lines.gap()  # what stands above, however short, is no part of a paragraph of this length
        for line in text.split("\n"):
            fields = _fields(line)
            if len(fields) > 1:
                self.lines.row((field, place) for field in fields)
            elif fields[0].strip():
                self.lines.line([(fields[0].strip(), place)])
        is_heading = self._styles.is_heading(style)
        if is_heading or long or not text.strip():
            self.lines.gap()
        if not is_heading and long:
            self._write_notes(place)

    def _shown(self, paragraph: etree._Element, place: BlockPlace) -> str | None:
        """The text of a paragraph with its number; None where a deleted mark joins it to the next one."""
        self.sources[place].append(paragraph)
        pieces = [*self._carried, *self._inline.read(paragraph)]
        self._carried = []
        if within(paragraph, "pPr", "rPr", "del") is not None:
            self._inline.counts["changes"] += 1
            self._carried = pieces
            return None
        text = "".join(piece.text for piece in pieces)
        return f"{self._label(paragraph)}{text}" if text.strip() else ""

    def _label(self, paragraph: etree._Element) -> str:
        found = within(paragraph, "pPr", "numPr")
        number, level = value(within(found, "numId")), value(within(found, "ilvl"))
        if number == "0":
            return ""
        if not number:
            by_style = self._styles.numbering(paragraph_style(paragraph))
            if by_style is None:
                return ""
            number, level = by_style[0], level or str(by_style[1])
        label = self._numbering.label(number, int(level) if level.isdigit() else 0)
        return f"{label} " if label.strip() else ""

    def _table(self, table: etree._Element, place: BlockPlace, depth: int) -> None:
        if is_layout(table):
            self.lines.gap()
            for cell in table_cells(table):
                inner = BlockPlace(place.block, cell.row, cell.column, place.part)
                self._blocks(cell.element, inner, depth + 1)
            self.lines.gap()
            return
        part = place.part
        if place.row is not None:
            self._nested += 1
            part = f"inner table {self._nested}"
        self._count_rows(table)
        boxes: list[etree._Element] = []
        cells = []
        for cell in table_cells(table):
            inner = BlockPlace(place.block, cell.row, cell.column, part)
            text = "" if cell_deleted(cell.element) else self._cell_text(cell.element, inner)
            boxes += self._take_boxes()
            cells.append(GridCell(cell.row, cell.column, text, inner, cell.rows, cell.columns, cell.head))
        self.lines.table(grid_rows(cells))
        self._write_notes(place)
        self._inline.boxes += boxes
        self._write_boxes(place, depth)
        self._write_charts(place)

    def _count_rows(self, table: etree._Element) -> None:
        for row in table_rows(table):
            self._inline.counts["changes"] += is_deleted(row)
            self._inline.counts["rows"] += is_hidden(row)

    def _cell_text(self, cell: etree._Element, place: BlockPlace) -> str:
        texts = [self._shown(paragraph, place) for paragraph in _paragraphs(cell)]
        if self._carried:
            texts.append("".join(piece.text for piece in self._carried))
            self._carried = []
        return "\n".join(filter(None, texts))

    def _take_boxes(self) -> list[etree._Element]:
        boxes, self._inline.boxes = self._inline.boxes, []
        return boxes

    def _write_boxes(self, place: BlockPlace, depth: int) -> None:
        for number, box in enumerate(self._take_boxes(), start=1):
            part = f"text box {number}" if not place.part else f"{place.part}, text box {number}"
            self.lines.gap()
            self._blocks(box, BlockPlace(place.block, part=part[:80]), depth + 1)
            self.lines.gap()

    def _write_charts(self, place: BlockPlace) -> None:
        """Write the charts and diagrams that were met: their words, and the values that were saved with them as a table."""
        charts, self._inline.charts = self._inline.charts, []
        for number, key in enumerate(charts, start=1):
            relation = self._relations.get(key)
            root = self.package.xml(relation.target) if relation and not relation.external else None
            chart = read_chart(root) if root is not None else None
            if chart is None or not (chart.titles or chart.rows):
                self._inline.counts["pictures"] += 1
                continue
            kind = "diagram" if root is not None and is_diagram(root) else "chart"
            part = f"{place.part}, {kind} {number}" if place.part else f"{kind} {number}"
            inner = BlockPlace(place.block, part=part[:80])
            self.lines.gap()
            for title in chart.titles:
                self.lines.line([(title, inner)])
            self.lines.table(grid_rows(chart_cells(chart, inner)))

    def _write_notes(self, place: BlockPlace) -> None:
        """Write the notes whose marks were met, below the block that has them."""
        notes, self._inline.notes = self._inline.notes, []
        for kind, name in notes:
            note = self._note_elements(kind).get(name)
            if note is None:
                continue
            number = self._inline.numbers[kind, name]
            inner = BlockPlace(place.block, part=f"{kind} {number}")
            texts = [self._shown(paragraph, inner) for paragraph in _paragraphs(note)]
            text = " ".join(each.strip() for each in texts if each)
            self.lines.line([(f"{raised(str(number))} {text}", inner)])
            self.lines.gap()

    def _note_elements(self, kind: str) -> dict[str, etree._Element]:
        if kind not in self._notes:
            root = self._part(f"{kind}s")
            found = children(root, kind) if root is not None else []
            self._notes[kind] = {value(each, "id"): each for each in found}
        return self._notes[kind]


def _paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a cell or note, those in wrappers too, without those of inner tables."""
    pending = list(element)[::-1]
    while pending:
        each = pending.pop()
        name = local_name(each)
        if name == "p":
            yield each
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            pending.extend(list(each)[::-1])


def _is_contents(properties: etree._Element | None) -> bool:
    if properties is None:
        return False
    return any(value(each) in CONTENTS_GALLERIES for each in descendants(properties, "docPartGallery"))


def _fields(line: str) -> list[str]:
    """The words of a line between tabs; one tab before them is an empty field, one alone is an indent."""
    fields = line.rstrip("\t ").split("\t")
    first = fields[0].strip()
    rest = [field.strip() for field in fields[1:] if field.strip()]
    if len(rest) < 2 and not first:
        return rest or [""]
    return [first, *rest]


def _is_row(text: str) -> bool:
    """Whether a paragraph is a label and short cells that tabs part, however long it is as a whole."""
    cells = _fields(text)[1:]
    return bool(cells) and "\n" not in text and max(map(_columns, cells)) < SHORT


def _columns(text: str) -> int:
    return sum(1 + (ord(char) > 0x2E7F) for char in text)


def _many(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or one + 's'}"
