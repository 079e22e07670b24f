"""Elements of a page to lines: blocks in the order of the page, tables row by row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.containers.markup import line_of
from bilingual.errors import InputError
from bilingual.model.origin import BlockPlace
from bilingual.readers.assembling import Assembler
from bilingual.readers.grids import GridCell, grid_rows
from bilingual.readers.html.blocks import is_figure
from bilingual.readers.html.flat_grids import Styles
from bilingual.readers.html.inline import inline_text, is_hidden, shown, tagged_elements
from bilingual.readers.html.laid_out import laid_tables, role_table
from bilingual.readers.html.tables import TableCell, is_layout, table_cells

if TYPE_CHECKING:
    from lxml import etree

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
"""Elements that stand on lines of their own (HTML Living Standard, 15.3)."""
MANY_LONE = 6
"""Figures alone in their blocks from which a page has a table that was not read."""
DEEPEST = 200
"""Elements within elements: the parser itself gives up at 256."""


class Walker:
    """Reads the elements of a page into lines."""

    def __init__(self, path: Path, most_characters: int) -> None:
        """Begin a page."""
        self.path = path
        self.lines = Assembler(most_characters)
        self.styles: Styles = {}
        self.headless = 0
        self.lone = 0
        self.hidden: Counter[str] = Counter()
        self._block = 0
        self.marked: list[tuple[BlockPlace, etree._Element]] = []
        self._inline: list[str] = []
        self._tagged: list[etree._Element] = []
        self._at = 0

    def remarks(self) -> Iterator[str]:
        """What was left out."""
        if self.hidden["block"]:
            count = self.hidden["block"]
            yield f"{count} hidden part{'' if count == 1 else 's'} of the page left out"
        if self.lone >= MANY_LONE:
            yield f"{self.lone} figures stand in blocks that nothing ties to a label or a head; they were read as lines of their own"
        if self.headless:
            tables = "1 table" if self.headless == 1 else f"{self.headless} tables"
            yield f"{tables} laid out by blocks read without heads: nothing tells which columns they stand over"

    def read(self, element: etree._Element, depth: int = 0) -> None:
        """Read an element that is a block, with all that it holds."""
        if self.lines.is_full:
            return
        if depth > DEEPEST:
            raise InputError(f"{self.path}: elements stand {DEEPEST} deep in each other; save the page anew")
        self._at = self._at or line_of(element)
        self._inline.append(element.text or "")
        ordered = _first_number(element)
        laid = laid_tables(element, self.styles)
        after = 0
        for number, child in enumerate(element):
            if number in laid:
                after = laid[number].last
                self._flush(gap=True)
                self._cells(laid[number].cells)
                self._loose_heads(list(element)[: laid[number].loose], depth)
            if number >= after:
                ordered = self._child(child, ordered, depth)
            self._inline.append(child.tail or "")

    def _loose_heads(self, heads: Sequence[etree._Element], depth: int) -> None:
        """Words over columns that nothing tells stand behind the table, so that its caption and unit stay before it."""
        self.headless += bool(heads)
        for head in heads:
            self._child(head, None, depth)
        self._flush(gap=True)

    def _child(self, child: etree._Element, ordered: int | None, depth: int) -> int | None:
        name = shown(child)
        if not name:
            if is_hidden(child):
                self.hidden["block"] += 1
            return ordered
        if name == "br":
            self._flush()
        elif name == "table":
            self._flush(gap=True)
            self._table(child, depth)
        elif cells := role_table(child):
            self._flush(gap=True)
            self._cells(cells)
        elif name == "pre":
            self._flush(gap=True)
            self._preformatted(child)
        elif name in BLOCKS or _holds_block(child):
            self._flush(gap=name in BLOCKS)
            if name == "li":
                self._inline.append(f"{ordered}. " if ordered is not None else "• ")
                ordered = ordered + 1 if ordered is not None else None
            self.read(child, depth + 1)
            self._flush(gap=name in BLOCKS)
        else:
            self._at = self._at or line_of(child)
            self._inline.append(inline_text(child))
            self._tagged += tagged_elements(child)
        return ordered

    def _flush(self, *, gap: bool = False) -> None:
        """End the line that is being written; a block leaves a blank line behind it."""
        text = "".join(self._inline)
        lines = [_collapsed(line) for line in text.split("\x00")]
        place = BlockPlace(self._block, file_line=self._at)
        self.lone += gap and is_figure("".join(lines))
        for line in filter(None, lines):
            self.lines.line([(line, place)])
        self.marked += [(place, element) for element in self._tagged]
        if any(lines):
            self._block += 1
            if gap:
                self.lines.gap()
        self._inline, self._tagged, self._at = [], [], 0

    def _preformatted(self, element: etree._Element) -> None:
        """Lines whose blanks and tabs are shown as they are."""
        text = inline_text(element).replace("\x00", "\n").removeprefix("\n")
        for number, line in enumerate(text.splitlines()):
            place = BlockPlace(self._block, file_line=line_of(element) + number)
            self.lines.row((field, place) for field in line.rstrip().split("\t"))
        self._block += 1
        self.lines.gap()

    def _table(self, table: etree._Element, depth: int) -> None:
        if is_layout(table):
            self.read(table, depth + 1)
            self._flush(gap=True)
            return
        for caption in table.findall("caption"):
            self.read(caption, depth + 1)
            self._flush()
        self._cells(table_cells(table))

    def _cells(self, found: Iterable[TableCell]) -> None:
        block = self._block
        self._block += 1
        cells = []
        for cell in found:
            place = BlockPlace(block, cell.row, cell.column, file_line=line_of(cell.element))
            cells.append(
                GridCell(cell.row, cell.column, cell.text, place, cell.rows, cell.columns, cell.head)
            )
            self.marked += [(place, element) for element in tagged_elements(cell.element)]
        self.lines.table(grid_rows(cells))


WIDE = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
BREAK_RE = re.compile(rf"(?<={WIDE})[ \t]*[\r\n]\s*(?={WIDE})")
"""A line end of the source between Japanese characters, which a page shows as nothing (CSS Text 4)."""
BLANK_RE = re.compile(r"[ \t\r\n\f]+")


def _collapsed(text: str) -> str:
    return BLANK_RE.sub(" ", BREAK_RE.sub("", text)).strip()


def _first_number(element: etree._Element) -> int | None:
    if shown(element) != "ol":
        return None
    try:
        return int(element.get("start") or 1)
    except ValueError:
        return 1


def _holds_block(element: etree._Element) -> bool:
    """Whether an inline element (a link, a tagged fact) holds blocks."""
    return any(isinstance(child.tag, str) and child.tag in BLOCKS for child in element.iter())
