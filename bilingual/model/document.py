"""Documents, places in them, and text that remembers where it came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from bilingual.model.origin import Layout, Origin, SegmentPlace
from bilingual.model.quick import quick

if TYPE_CHECKING:
    from bilingual.model.facts import MarkedFigure


class Language(StrEnum):
    """A language that a document can be written in."""

    JA = "ja"
    EN = "en"

    @property
    def other(self) -> Language:
        """The language on the other side of a bitext."""
        return Language.EN if self is Language.JA else Language.JA


@quick
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in ``Document.text``."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@quick
@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a person should look: 1-based line and column (code points) and the words there."""

    line: int
    col: int
    text: str


@dataclass(frozen=True)
class Document:
    """One file as the user has it: decoded text, or the lines that a reader made of a structured file.

    Only a line feed ends a line; a carriage return before it belongs to the ending. The cells of a table of a structured
    file stand between tabs, one row on a line.

    Attributes:
        path: the path as the user gave it; empty for text that came from no file.
        text: the whole decoded text.
        encoding: the encoding that decoded it.
        sha256: hex digest of the file's bytes.
        first_line: number of the first line (1 for files).
        segments: for a side of a bilingual file, whose lines are its segments: where the file has each of them.
        format: name of the format (``text``, ``pdf``, ``docx``, ``xlsx``, ``html``).
        layout: for a structured file: where the file has the characters of the text.
        remarks: what a user should know of the reading (rows that are hidden, changes that are tracked).
        recognised: pages whose text was read from their pictures: one digit may stand for another.
        marked: for inline XBRL: the figures that the issuer tagged, in order of place.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    sha256: str = ""
    first_line: int = 1
    segments: tuple[SegmentPlace, ...] = ()
    format: str = "text"
    layout: Layout | None = field(default=None, compare=False, repr=False)
    remarks: tuple[str, ...] = ()
    recognised: frozenset[int] = frozenset()
    marked: tuple[MarkedFigure, ...] = field(default=(), compare=False, repr=False)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset at which every line starts."""
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return tuple(starts)

    def line_number(self, offset: int) -> int:
        """Number of the line that holds the offset."""
        return bisect_right(self.line_starts, offset) - 1 + self.first_line

    def line_span(self, number: int) -> Span:
        """Span of a line without its ending (LF, or CR LF)."""
        return Span(*self._line_ends(number))

    def _line_ends(self, number: int) -> tuple[int, int]:
        index = number - self.first_line
        start = self.line_starts[index]
        end = self.line_starts[index + 1] - 1 if index + 1 < len(self.line_starts) else len(self.text)
        if end > start and self.text[end - 1] == "\r":
            end -= 1
        return start, end

    def line_text(self, number: int) -> str:
        """The line as printed, without its ending."""
        start, end = self._line_ends(number)
        return self.text[start:end]

    def origin(self, span: Span) -> Origin | None:
        """Where the file that a person opens has the words of a span; None where lines and columns say it."""
        if self.segments:
            at = self.line_number(span.start) - self.first_line
            return self.segments[at] if 0 <= at < len(self.segments) else None
        return self.layout.origin(span.start, span.end) if self.layout else None

    def span_at(self, line: int, col: int, length: int) -> Span:
        """The span of so many characters from a 1-based line and column on."""
        start = self.line_starts[line - self.first_line] + col - 1
        return Span(start, start + length)

    @property
    def last_line(self) -> int:
        """Number of the last line."""
        return self.first_line + len(self.line_starts) - 1

    def place(self, span: Span) -> Place:
        """The place of a span, with the printed text there."""
        line = self.line_number(span.start)
        col = span.start - self.line_starts[line - self.first_line] + 1
        return Place(line, col, self.text[span.start : span.end])


def _text_offset(piece: tuple[int, int]) -> int:
    return piece[0]


def _document_offset(piece: tuple[int, int]) -> int:
    return piece[1]


@quick
@dataclass(frozen=True, slots=True)
class MappedText:
    """Text made from a document (folded, joined over line ends) with the way back.

    ``pieces`` holds ``(text_offset, document_offset)`` in rising order of both; character ``i`` of a piece
    stands at ``document_offset + (i - text_offset)``. Within a piece the mapping is one to one.
    """

    text: str
    pieces: tuple[tuple[int, int], ...] = ((0, 0),)

    def offset(self, index: int) -> int:
        """Document offset of the character at ``index``."""
        pieces = self.pieces
        if len(pieces) == 1:
            return pieces[0][1] + index
        text_offset, document_offset = pieces[bisect_right(pieces, index, key=_text_offset) - 1]
        return document_offset + index - text_offset

    def index(self, offset: int) -> int:
        """Index of the character at a document offset; of the next one where that was left out."""
        pieces = self.pieces
        number = max(0, bisect_right(pieces, offset, key=_document_offset) - 1)
        text_offset, document_offset = pieces[number]
        last = pieces[number + 1][0] if number + 1 < len(pieces) else len(self.text)
        return min(text_offset + max(0, offset - document_offset), last)

    def span(self, start: int, end: int) -> Span:
        """Document span that the characters ``start:end`` came from (an empty range gives an empty span)."""
        pieces = self.pieces
        if len(pieces) == 1:
            base = pieces[0][1]
            return Span(base + start, base + (end if end > start else start))
        first = self.offset(start)
        return Span(first, self.offset(end - 1) + 1 if end > start else first)
