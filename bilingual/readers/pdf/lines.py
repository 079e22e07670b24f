"""Lines as text rooms take them: stretches of the characters of a page, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bilingual.readers.pdf.close_figures import BLANK, figure_of, is_cut
from bilingual.readers.pdf.fragments import Fragment
from bilingual.readers.pdf.paragraphs import START_RE, is_apart, paragraphs, usual_gap
from bilingual.readers.pdf.regions import END_RE, Region, ends_in_unit
from bilingual.readers.pdf.rows import CJK_RE, WIDE_BLANK, Cell, Row
from bilingual.readers.pdf.spread import are_letters, is_spread_term
from bilingual.readers.pdf.tables import Columns, TableLines
from bilingual.readers.pdf.wording import is_cut_scale
from bilingual.text.carried_on import parts_sign

WORD_RE = re.compile(r"\S+")
Piece = tuple[int, int] | str
"""Characters of the page, from the first to the last (excluded), or what stands between two stretches."""
ENTRY_RE = re.compile(
    r"予定日|の有無|コード番号|代表者|問合せ先|\b(?:TEL|Tel|Telephone|Phone|URL)\b|[Ss]cheduled date|[Ss]ecurities code|^Representative|^Inquiries"
)
"""Lines of the first page of a release that stand for themselves: who, and when what is due."""
NOTE_RE = re.compile(r"^\s*(?:[(（](?:注|参考|Notes?\b)|※|Notes?\b|References?\b)")
"""A note below a table: the numbered line after it is a caption of its own."""
MOST_CARRIED = 8
"""Rows at the top of a page, at most, that take the columns of a table that the page before ends in."""
HYPHENS = ("-", "\u2010", "\u00ad")


@dataclass(slots=True)
class Line:
    """A line of the document.

    Attributes:
        pieces: what it is made of.
        y0: upper edge on its page, in points.
        y1: lower edge.
        gap: a blank line stands before it.
        table: number of columns where it is a row of a table.
        head: it is part of the head of a table.
        key: its words, to know it again on other pages.
        long: it holds a paragraph.
        ragged: it is a row of a table whose cells blanks part.
        rows: what a line of running text, or of a small table without heads, was made of, as long as a table of the
            page beside may need it.
        edges: left and right edge of the column of the page that it stands in.
        joins: what stands between it and the line before, where that goes on in it.
        columns: those of the table that begins with it, as long as the page before may need them.
        under: those of the table that ends with it, as long as the page behind may need them.
    """

    pieces: list[Piece]
    y0: float
    y1: float
    gap: bool = False
    table: int = 0
    head: bool = False
    key: str = ""
    long: bool = False
    ragged: bool = False
    rows: Sequence[Row] = ()
    edges: tuple[float, float] = (0.0, 0.0)
    joins: str | None = None
    columns: Columns | None = None
    under: Columns | None = None


@dataclass(slots=True)
class _Maker:
    lines: list[Line] = field(default_factory=list)
    before: Row | None = None
    usual: float = 0.0

    def add(self, line: Line, first: Row, last: Row) -> None:
        if self.lines and self.before is not None:
            line.gap = line.gap or is_apart(self.before, first, self.usual)
        self.lines.append(line)
        self.before = last


def text_lines(region: Region, edges: tuple[float, float], maker: _Maker) -> None:
    """Lines of running text."""
    after = noted = False
    for paragraph in _with_units_apart(paragraphs(region.rows, edges[1])):
        pieces: list[Piece] = []
        before: Row | None = None
        for row in paragraph:
            own = _row_pieces(row)
            if before is not None:
                pieces.append(wrap_between(before, row))
            pieces.extend(own)
            before = row
        line = Line(pieces, paragraph[0].y0, paragraph[-1].y1)
        line.key = " ".join(row.text for row in paragraph)
        line.long, line.rows, line.edges = len(paragraph) > 1, paragraph, edges
        entry = ENTRY_RE.search(line.key) is not None
        line.gap = line.long or after or entry or (noted and START_RE.match(line.key) is not None)
        after = line.long or entry or END_RE.search(paragraph[-1].text) is not None
        noted = NOTE_RE.match(line.key) is not None
        maker.add(line, paragraph[0], paragraph[-1])


def _with_units_apart(found: Iterable[Sequence[Row]]) -> Iterator[Sequence[Row]]:
    """Paragraphs, with the unit that stands at the end of the line of a caption by itself."""
    for paragraph in found:
        if len(paragraph) == 1 and paragraph[0].wide and ends_in_unit(paragraph[0]):
            *caption, unit = paragraph[0].cells
            yield [Row(caption, wide=len(caption) > 1)]
            yield [Row([unit], wide=False)]
        else:
            yield paragraph


def wrap_between(above: Row, row: Row) -> str:
    """What stands between two lines of a paragraph: a blank between words."""
    end, start = above.cells[-1].text[-1:], row.cells[0].text[:1]
    if CJK_RE.match(end) or CJK_RE.match(start):
        return ""
    if end in "。、，．（「・）」" or start in "。、，．）」・（「":
        return ""
    if end in HYPHENS and start.isalnum():
        return ""
    if end.isdigit() and start.isdigit() and any(map(CJK_RE.search, (above.text, row.text))):
        return ""
    return "" if end == "-" and parts_sign(above.text, row.text) else " "


def table_lines(table: TableLines, region: Region, maker: _Maker) -> None:
    """Lines of a table: cells between tabs."""
    for number, line in enumerate(row_lines(table)):
        if number == 0:
            line.columns = table.columns
            maker.add(line, region.rows[0], region.rows[-1])
        else:
            maker.lines.append(line)
    maker.lines[-1].under = table.columns
    if not (table.heads or table.ragged) and len(table.rows) <= MOST_CARRIED:
        for line, cells in zip(maker.lines[-len(table.rows) :], table.rows, strict=True):
            line.rows = (Row([cell for cell in cells if cell is not None], wide=True),)


def row_lines(table: TableLines) -> Iterator[Line]:
    """The rows of a table as lines."""
    for number, cells in enumerate(table.rows):
        filled = [cell for cell in cells if cell is not None]
        pieces: list[Piece] = []
        for column, cell in enumerate(cells):
            if column:
                pieces.append("  " if table.ragged else "\t")
            if cell is not None:
                pieces.extend(_cell_pieces(cell))
        y0, y1 = min(cell.y0 for cell in filled), max(cell.y1 for cell in filled)
        line = Line(pieces, y0, y1, table=0 if table.ragged else len(cells), head=number < table.heads)
        line.key = "\t".join(cell.text if cell is not None else "" for cell in cells)
        line.ragged = table.ragged
        yield line


def _row_pieces(row: Row) -> list[Piece]:
    pieces: list[Piece] = []
    for cell in row.cells:
        if pieces:
            pieces.append(" ")
        pieces.extend(_cell_pieces(cell))
    return pieces


def _cell_pieces(cell: Cell) -> list[Piece]:
    if len(cell.lines) == len(cell.lines[0]) == 1:
        only = cell.lines[0][0]
        if only.text[1:2] != " " or not (cell.spread or _are_letters([only])):
            return [(only.first, only.last)]
    pieces: list[Piece] = []
    before: Fragment | None = None
    fragments = [fragment for line in cell.lines for fragment in line]
    if figure_of(fragments) is not None:
        return [(fragment.first, fragment.last) for fragment in fragments]
    if cell.spread or (len(cell.lines) == 1 and (is_spread_term(fragments) or _are_letters(fragments))):
        return [
            (fragment.first + word.start(), fragment.first + word.end())
            for fragment in fragments
            for word in WORD_RE.finditer(fragment.text)
        ]
    spread = all(len(f.text) == 1 and CJK_RE.match(f.text) for f in fragments)
    ends = {id(line[0]) for line in cell.lines[1:]}
    for fragment in fragments:
        if before is not None and not spread:
            if id(fragment) in ends:
                if (
                    not (CJK_RE.match(before.text[-1:]) or CJK_RE.match(fragment.text[:1]))
                    and before.text[-1:] not in HYPHENS
                    and not is_cut(before.text, fragment.text)
                    and not is_cut_scale(before.text, fragment.text)
                ):
                    pieces.append(" ")
            elif (
                fragment.x0 - before.x1
                > (WIDE_BLANK if _both_wide(before, fragment) else BLANK) * fragment.size
            ):
                pieces.append(" ")
        pieces.append((fragment.first, fragment.last))
        before = fragment
    return pieces


def _are_letters(fragments: Sequence[Fragment]) -> bool:
    """Whether the words of a cell are single characters that blanks part."""
    if fragments[0].text[1:2] not in ("", " "):
        return False
    return are_letters([word for fragment in fragments for word in fragment.text.split()])


def _both_wide(before: Fragment, fragment: Fragment) -> bool:
    """Whether Japanese characters meet, whose boxes may be narrower than the room they take."""
    return before.text[-1:] > "\u2e7f" and fragment.text[:1] > "\u2e7f"


def make_lines(regions: Sequence[tuple[Region, TableLines | None]]) -> list[Line]:
    """Lines of an area, in order."""
    maker = _Maker(
        usual=usual_gap([row for region, _ in regions for row in region.rows if not region.is_table])
    )
    left = min((row.x0 for region, _ in regions for row in region.rows), default=0.0)
    right = max((row.x1 for region, _ in regions for row in region.rows), default=0.0)
    after: Region | None = None
    for region, table in regions:
        first = len(maker.lines)
        if table is None:
            text_lines(region, (left, right), maker)
        else:
            table_lines(table, region, maker)
        if after is not None and first < len(maker.lines) and after.is_table and region.is_table:
            maker.lines[first].gap = True
        after = region
    return maker.lines
