"""Where the words of a document stand in the file that a person opens: a page, a sheet, a block of a text file."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

Fields = dict[str, str | int | list[float]]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class SegmentPlace:
    """Where a segment of a bilingual file stands.

    Attributes:
        id: as the file or the tool names it.
        file_line: line of the file that it begins on; 0 where lines mean nothing.
        sheet: sheet of a workbook.
        cell: cell of the sheet (``B12``).
    """

    id: str
    file_line: int = 0
    sheet: str = ""
    cell: str = ""

    def to_dict(self) -> Fields:
        """The place as the machine interface has it; what does not apply is left out."""
        out: Fields = {"segment": self.id}
        if self.file_line:
            out["file_line"] = self.file_line
        if self.cell:
            out.update(sheet=self.sheet, cell=self.cell)
        return out

    def label(self, line: int) -> str:
        """The place in words: the number of the segment, with its id where that is another."""
        return str(line) if self.id == str(line) else f"{line} ({self.id})"


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A place on a page.

    Attributes:
        page: 1-based.
        box: left, top, right, bottom in points from the top left of the page as shown; None where nothing tells.
    """

    page: int
    box: Box | None = None

    def to_dict(self) -> Fields:
        """The place as the machine interface has it."""
        out: Fields = {"page": self.page}
        if self.box is not None:
            out["box"] = [round(side, 2) for side in self.box]
        return out

    def label(self, line: int) -> str:
        """The place in words."""
        return f"p. {self.page}, line {line}"


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell of a workbook: sheet and cell (``B12``; the first one of a merged range)."""

    sheet: str
    cell: str

    def to_dict(self) -> Fields:
        """The place as the machine interface has it."""
        return {"sheet": self.sheet, "cell": self.cell}

    def label(self, line: int) -> str:
        """The place in words."""
        return f"{self.sheet}!{self.cell}"


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """A paragraph of a structured document, or a cell of one of its tables.

    Attributes:
        block: 0-based child of the body.
        row: 0-based row where the block is a table.
        column: 0-based column where the block is a table.
        part: what holds the block where that is not the body (``footnote 2``, ``text box``).
        file_line: 1-based line of the source where the file is text (a web page); 0 elsewhere.
    """

    block: int
    row: int | None = None
    column: int | None = None
    part: str = ""
    file_line: int = 0

    def to_dict(self) -> Fields:
        """The place as the machine interface has it; what does not apply is left out."""
        out: Fields = {"block": self.block}
        if self.file_line:
            out["file_line"] = self.file_line
        if self.row is not None and self.column is not None:
            out.update(row=self.row, column=self.column)
        if self.part:
            out["part"] = self.part
        return out

    def label(self, line: int) -> str:
        """The place in words, counted from 1."""
        words = f"line {self.file_line}" if self.file_line else f"block {self.block + 1}"
        if self.row is not None and self.column is not None:
            words += f", row {self.row + 1}, column {self.column + 1}"
        return f"{words}, {self.part}" if self.part else words


Origin = SegmentPlace | PagePlace | CellPlace | BlockPlace


class Layout(Protocol):
    """The way back from the text of a document to the file that it was read from."""

    def origin(self, start: int, end: int) -> Origin | None:
        """Where the characters ``start:end`` of the document's text stand; None where nothing tells."""


@dataclass(frozen=True)
class RunLayout:
    """A layout of runs: the characters from one start to the next stand in one place of the file.

    Attributes:
        starts: offset in the text at which every run begins, rising.
        places: the place of every run; None for characters that stand nowhere (line ends, separators).
    """

    starts: Sequence[int]
    places: Sequence[Origin | None]

    def origin(self, start: int, end: int) -> Origin | None:
        """The place of the first run within the characters that has one."""
        at = max(0, bisect_right(self.starts, start) - 1)
        while at < len(self.starts) and (self.starts[at] < end or self.starts[at] <= start):
            if self.places[at] is not None:
                return self.places[at]
            at += 1
        return None


@dataclass(frozen=True)
class PageLayout:
    """A layout of characters on pages.

    Attributes:
        page_starts: offset in the text at which every page begins, rising; the first page is page 1.
        boxes: four numbers for every character: left, top, right, bottom in points from the top left of its page;
            a character without a place (line ends, separators) has ``left > right``.
        beside: pages that were read as one wide page with another, by its number: where what they print begins,
            how far they lie to the right, and their numbers, from left to right.
    """

    page_starts: Sequence[int]
    boxes: array[float]
    beside: Mapping[int, Sequence[tuple[float, float, int]]] = field(default_factory=dict)

    def origin(self, start: int, end: int) -> Origin | None:
        """The page of the first character and the box around those of the characters that stand on it."""
        page = bisect_right(self.page_starts, start)
        if not page:
            return None
        if page < len(self.page_starts):
            end = min(end, self.page_starts[page])
        box = self.boxes
        found = [at for at in range(4 * start, 4 * end, 4) if box[at] <= box[at + 2]]
        if not found:
            return PagePlace(page)
        edge, begins = 0.0, float("-inf")
        for begin, shift, number in self.beside.get(page, ()):
            if box[found[0]] >= begin:
                begins, edge, page = begin, shift, number
        found = [at for at in found if box[at] >= begins]
        return PagePlace(
            page,
            (
                min(box[at] for at in found) - edge,
                min(box[at + 1] for at in found),
                max(box[at + 2] for at in found) - edge,
                max(box[at + 3] for at in found),
            ),
        )
