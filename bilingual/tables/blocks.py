"""Runs of rows that form one table, cut at captions, headers and running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bilingual.model.repair import Repair
from bilingual.tables import patterns as p
from bilingual.tables.heads import Head, is_heading, read_head
from bilingual.tables.lines import Layout, Line, LineKind
from bilingual.tables.positions import SLACK, extents, place_beside

MOST_BLANKS = 4
MOST_LOOSE = 12
"""Footnotes and page furniture that may stand between two parts of one table."""
MOST_LABELS = 3

LONGEST_TAIL = 60
_PERIOD_ASIDE_RE = re.compile(
    r"\(.{0,30}(?:期|年度?|予想|実績|累計|[Ff]orecasts?|[Rr]esults?|[Aa]ctual|\d{4}|\d月).{0,12}\)"
)
"""Words in brackets below the label of a row: the period or the kind of figure that it stands for."""

ROWS = frozenset([LineKind.ROW, LineKind.WEAK])
_PAGED = frozenset([LineKind.BLANK, LineKind.FURNITURE])
"""What stands between two pages."""
LOOSE = frozenset([LineKind.NOTE, LineKind.FURNITURE, LineKind.NAME])


@dataclass
class Block:
    """A table's lines: its head, and rows and headings in order."""

    head: Head
    body: list[Line] = field(default_factory=list)
    rules: list[Line] = field(default_factory=list)
    width: int = 0
    widths: Counter[int] = field(default_factory=Counter)
    continues: bool = False
    """Nothing but footnotes and page furniture stands between the table before and this one."""
    repairs: list[Repair] = field(default_factory=list)
    """What was repaired in it, beside what its lines tell of themselves."""

    def add(self, line: Line) -> None:
        """Append a line of the body."""
        self.body.append(line)
        if line.kind in ROWS:
            self.width = max(self.width, width_of(line) - _marks(line))
            self.widths[width_of(line)] += 1

    @property
    def layout(self) -> Layout:
        """How the cells of most rows are divided: that of the first row."""
        return next(line.layout for line in self.body if line.kind in ROWS)

    @property
    def usual_width(self) -> int:
        """The number of cells that most rows have had as they were added."""
        return self.widths.most_common(1)[0][0]

    @property
    def rows(self) -> list[Line]:
        """The lines with figures."""
        return [line for line in self.body if line.kind in ROWS]

    @property
    def lines(self) -> list[Line]:
        """Every line that the table consumes."""
        return sorted([*self.head.lines, *self.body, *self.rules], key=lambda line: line.number)


def width_of(line: Line) -> int:
    """Number of cells up to the last one that is filled."""
    width = len(line.fields) - 1
    while width and not line.fields[width].text:
        width -= 1
    return width


def find_blocks(lines: Sequence[Line]) -> list[Block]:
    """Find all tables, in order."""
    blocks: list[Block] = []
    at = floor = 0
    while at < len(lines):
        if not _starts(lines, at):
            at += 1
            continue
        block, at = _grow(lines, at, floor)
        if _is_table(block):
            block.continues = floor > 0 and _continues(block, lines, floor)
            blocks.append(block)
            floor = at
    return blocks


def _continues(block: Block, lines: Sequence[Line], floor: int) -> bool:
    if block.head.headers or block.head.captions:
        return False
    first = block.lines[0].number
    note = False
    for line in lines[floor : floor + MOST_LOOSE * 2]:
        if line.number >= first:
            return True
        if line.kind not in LOOSE | {LineKind.BLANK, LineKind.RULE} and not (
            note and line.kind is LineKind.PROSE
        ):
            return False
        note = line.kind is LineKind.NOTE
    return False


def _starts(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if line.kind is LineKind.ROW:
        return True
    if line.kind is not LineKind.WEAK or not _wide(line):
        return False
    return p.FORMATTED_RE.search(line.fields[1].text) is not None and _goes_on(lines, at + 1)


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a row stands there, or behind a blank line or the foot of the page."""
    below = lines[at : at + MOST_BLANKS + 1]
    index = next((index for index, line in enumerate(below) if line.kind not in _PAGED), None)
    if index is None or below[index].kind not in ROWS:
        return False
    return index < 2 or any(line.kind is LineKind.FURNITURE for line in below[:index])


def _wide(line: Line) -> bool:
    return line.fields[1].start - line.stub.end > 1


def _grow(lines: Sequence[Line], first: int, floor: int) -> tuple[Block, int]:
    """Take rows from ``first`` on; returns the block and where reading goes on."""
    block = Block(read_head(lines, first, floor))
    last = block.head.headers[-1] if block.head.headers else None
    if last is not None and last.layout is not Layout.SPACE and last.stub.text.endswith(":"):
        # A heading and the last header row share a line.
        block.body.append(replace(last, kind=LineKind.LABEL, fields=last.fields[:1]))
    for line in block.head.sections:
        block.body.append(line)
    block.head.sections = []
    block.add(lines[first])
    at = end = first + 1
    between: list[Line] = []
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.kind in ROWS:
            if not _joins(block, between, line):
                break
            _take(block, between)
            block.add(line)
        elif (
            line.layout is not Layout.SPACE
            and line.kind is LineKind.LABEL
            and (_tight(between) or _is_half(block, between, line))
        ):
            _take(block, between)
            block.add(line)
        elif line.kind is LineKind.HEADER and _repeats(block, between, line) and not _named_below(lines, at):
            _take(block, between)
            block.rules.append(line)
        elif line.kind is LineKind.HEADER and _text_row(block, line) and _tight(between):
            _take(block, between)
            block.add(line if line.layout is not Layout.SPACE else replace(line, kind=LineKind.ROW))
        elif line.kind is LineKind.CAPTION and _below(block, lines, at):
            block.head.captions.append(line)
            block.head.titled = True
            between.clear()
        elif (
            _may_stand_between(between, line)
            or _tops_page(block, between, line, lines[at : at + MOST_LABELS])
            or _ends_page(block, between, line, lines[at : at + MOST_BLANKS])
        ):
            between.append(line)
            continue
        else:
            break
        between = []
        end = at
    if end < len(lines) and _ends_last(block, lines[end], lines[end + 1 : end + 2]):
        block.add(lines[end])
        end += 1
    return block, end


def _ends_last(block: Block, line: Line, below: Sequence[Line]) -> bool:
    """Whether a line right below the last row is the second half of its label."""
    last = block.body[-1]
    if line.kind is not LineKind.LABEL or line.layout is not Layout.SPACE or last.kind not in ROWS:
        return False
    if line.number != last.number + 1 or len(line.text) > LONGEST_TAIL:
        return False
    if not last.stub.text and len(block.body) > 1 and block.body[-2].kind is LineKind.LABEL:
        apart = not below or below[0].kind is LineKind.BLANK or below[0].number > line.number + 1
        return block.body[-2].number == last.number - 1 and apart
    if p.CUT_SHORT_RE.search(last.stub.text):
        return True
    match = p.SECOND_HALF_RE.fullmatch(line.text)
    return match is not None and (line.text[0] != "(" or _PERIOD_ASIDE_RE.fullmatch(line.text) is not None)


def _is_half(block: Block, between: Sequence[Line], line: Line) -> bool:
    """Whether one line of words stands right between a row and a heading that tabs divide: half of the row's label."""
    return (
        len(between) == 1
        and between[0].kind is LineKind.LABEL
        and block.body[-1].kind in ROWS
        and block.body[-1].number + 1 == between[0].number == line.number - 1
    )


def _tight(between: Sequence[Line]) -> bool:
    return all(line.kind in (LineKind.BLANK, LineKind.RULE) for line in between)


def _tops_page(block: Block, between: Sequence[Line], line: Line, below: Sequence[Line]) -> bool:
    """Whether a line behind the foot of a page goes on with the table of the page before.

    It is the first half of the label of the row below it, or heads rows whose cells stand under those of the table.
    """
    if line.kind is not LineKind.LABEL or line.layout is not Layout.SPACE:
        return False
    tops = bool(between) and between[-1].kind is LineKind.FURNITURE
    if tops and below and below[0].kind in ROWS and _is_first_half(line, below[0]):
        return True
    if not {other.kind for other in between} <= _PAGED | {LineKind.LABEL}:
        return False
    row = next((other for other in below if other.kind is not LineKind.LABEL), None)
    return row is not None and _goes_under(block, row)


def _is_first_half(line: Line, row: Line) -> bool:
    """Whether words leave a bracket open, or the label of the row below goes on in small letters."""
    return row.stub.text[:1].islower() or line.text.count("(") > line.text.count(")")


def _ends_page(block: Block, between: Sequence[Line], line: Line, below: Sequence[Line]) -> bool:
    """Whether a page ends behind a label whose row, or whose first row, stands at the top of the next one."""
    if line.kind is not LineKind.FURNITURE or not {other.kind for other in between} <= _PAGED | {
        LineKind.LABEL
    }:
        return False
    row = next((other for other in below if other.kind not in _PAGED), None)
    return row is not None and _goes_under(block, row)


def _goes_under(block: Block, row: Line) -> bool:
    """Whether a row is as wide as a table, its cells under those of the table, or as wide as the heads of the table."""
    if row.kind is not LineKind.ROW or row.layout is not block.layout or row.layout is not Layout.SPACE:
        return False
    if width_of(row) == block.width:
        return _below_cells(block, row)
    return block.width < width_of(row) <= _heads_of(block)


def _heads_of(block: Block) -> int:
    """The heads of the widest line above a table."""
    return max((len(head.cells) for head in block.head.headers), default=0)


def _may_stand_between(between: Sequence[Line], line: Line) -> bool:
    kinds = [other.kind for other in between]
    if line.kind is LineKind.BLANK:
        return kinds[-MOST_BLANKS:] != [LineKind.BLANK] * MOST_BLANKS
    if line.kind is LineKind.RULE:
        return True
    if line.kind in LOOSE:
        return len(between) < MOST_LOOSE and LineKind.LABEL not in kinds
    if line.kind is LineKind.LABEL and line.layout is Layout.SPACE:
        return kinds.count(LineKind.LABEL) < MOST_LABELS and not any(kind in LOOSE for kind in kinds)
    # A footnote runs on over the next line.
    return line.kind is LineKind.PROSE and bool(kinds) and kinds[-1] is LineKind.NOTE


def _joins(block: Block, between: Sequence[Line], line: Line) -> bool:
    """Whether a row after ``between`` still belongs to the table."""
    kinds = {other.kind for other in between}
    if block.layout is not line.layout:
        return False
    if line.kind is LineKind.WEAK and (block.width == 1) != _wide(line) and between:
        return LineKind.LABEL in kinds and not kinds & LOOSE and _below_cells(block, line)
    if kinds & LOOSE or LineKind.PROSE in kinds:
        if width_of(line) in (block.width, block.usual_width):
            return True
        if (
            kinds <= _PAGED
            and line.layout is not Layout.SPACE
            and len(line.fields) == len(block.body[-1].fields)
        ):
            return True
        if kinds <= _PAGED | {LineKind.LABEL} and LineKind.LABEL in kinds and _goes_under(block, line):
            return True
        return kinds <= _PAGED and line.layout is Layout.SPACE and _below_cells(block, line)
    if LineKind.LABEL in kinds:
        if line.layout is Layout.SPACE:
            last = next(other for other in reversed(between) if other.kind is LineKind.LABEL)
            widest = max(block.width, _heads_of(block))
            return width_of(line) - _marks(line) <= widest or is_heading(last)
        return between[-1].kind is LineKind.LABEL and len(between) <= 2
    return True


def _below_cells(block: Block, line: Line) -> bool:
    """Whether the cells of a line stand under cells of the last full row."""
    full = next((row for row in reversed(block.body) if len(row.cells) == block.width), None)
    if full is None or full.kind not in ROWS:
        return False
    return any(
        place_beside(extents(line, line.cells, wide), extents(full, full.cells, wide))[0] <= SLACK
        for wide in (False, True)
    )


def _marks(line: Line) -> int:
    """1 where a row without label begins with a bare small number: the note mark of the label above it."""
    first = line.fields[1].text if len(line.fields) > 2 else ""
    return int(not line.stub.text and first.isdigit() and len(first) <= 2)


def _take(block: Block, between: Sequence[Line]) -> None:
    """Keep what stands between two rows of a table; notes and furniture stay outside."""
    for line in between:
        if line.kind is LineKind.RULE:
            block.rules.append(line)
        elif line.kind is LineKind.LABEL:
            block.body.append(line)


def _repeats(block: Block, between: Sequence[Line], line: Line) -> bool:
    """Whether a header row is printed again, as at the top of a page: nothing names a new table before it."""
    if any(other.kind is LineKind.LABEL for other in between):
        return False
    words = "".join(line.text.split())
    return any("".join(header.text.split()) == words for header in block.head.headers)


def _named_below(lines: Sequence[Line], at: int) -> bool:
    """Whether the rows from here on have a numbered caption right behind them that heads nothing else."""
    while at < len(lines) and (lines[at].kind in ROWS or lines[at].kind is LineKind.LABEL):
        at += 1
    rest = [line for line in lines[at : at + MOST_LOOSE] if line.kind is not LineKind.BLANK]
    if not rest or rest[0].kind is not LineKind.CAPTION or not p.TABLE_NUMBER_RE.match(rest[0].text):
        return False
    if rest[0].number - lines[at - 1].number > MOST_BLANKS:
        return False
    below = next((line for line in rest[1:] if line.kind not in (LineKind.UNIT, LineKind.PERIOD)), None)
    return below is None or below.kind not in (*ROWS, LineKind.HEADER)


def _text_row(block: Block, line: Line) -> bool:
    """Whether a line of words among rows is a row of words: a stub, and no header words."""
    if not line.stub.text or (line.layout is Layout.SPACE and not _under_all_cells(block, line)):
        return False
    hints = sum(bool(p.HEADER_HINT_RE.search(cell.text)) for cell in line.cells if cell.text)
    filled = sum(bool(cell.text) for cell in line.cells)
    return hints * 2 < filled or hints == 0


def _under_all_cells(block: Block, line: Line) -> bool:
    """Whether the words of a line stand under the cells of the last row, one under each."""
    last = block.body[-1]
    if last.kind not in ROWS or line.number != last.number + 1 or len(last.cells) < 2:
        return False
    if len(line.cells) != len(last.cells) or len(last.cells) != block.width:
        return False
    return any(
        all(
            abs(below - above) <= SLACK
            for (_, below), (_, above) in zip(
                extents(line, line.cells, wide), extents(last, last.cells, wide), strict=True
            )
        )
        for wide in (False, True)
    )


def _below(block: Block, lines: Sequence[Line], at: int) -> bool:
    """Whether a table number below a table without caption belongs to it: rows go on without a header."""
    if block.head.titled or not block.head.headers:
        return False
    for line in lines[at : at + MOST_LOOSE]:
        if line.kind in ROWS:
            return line.layout is block.layout and width_of(line) == block.width
        if line.kind not in LOOSE and line.kind not in (LineKind.BLANK, LineKind.RULE):
            return False
    return False


def _is_table(block: Block) -> bool:
    rows = block.rows
    figures = [
        [cell.text for cell in row.cells if cell.text and not p.NIL_RE.fullmatch(cell.text)] for row in rows
    ]
    if block.width == 1:
        plain = [texts[0] for texts in figures if texts]
        formatted = any(p.FORMATTED_RE.search(text) or not text.isdigit() for text in plain)
        named = bool(block.head.headers) or any(line.kind is LineKind.UNIT for line in block.head.captions)
        return (len(rows) > 1 or named) and (formatted or named)
    several = sum(len(texts) > 1 for texts in figures)
    if block.layout is not Layout.SPACE:
        return several > 0 or (len(rows) > 1 and any(figures))
    if block.head.headers:
        whole = sum(
            bool(texts) and width_of(row) == block.width for texts, row in zip(figures, rows, strict=True)
        )
        return (
            several > 0 or whole > 1
        )  # 86.21 beside a dash in every row: earnings per share before dilution
    widths = [len(row.cells) for row in rows]
    return several > 1 and max(map(widths.count, set(widths))) > 1
