"""Which lines belong to a table that has begun: rows, labels, heads printed again, and what may stand between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from bilingual.tables import patterns as p
from bilingual.tables.block import (
    LOOSE,
    MOST_BLANKS,
    MOST_LABELS,
    MOST_LOOSE,
    PAGED,
    ROWS,
    Block,
    marks,
    width_of,
)
from bilingual.tables.delimited import is_cell
from bilingual.tables.heads import is_heading, states_unit
from bilingual.tables.lines import Layout, Line, LineKind
from bilingual.tables.looks import look
from bilingual.tables.overhead import UNIT_WORD
from bilingual.tables.positions import SLACK, end_alike, extents, place_beside
from bilingual.tables.set_off import begins_beyond

MOST_WORDS = 3
"""Words of the second of three lines of a label."""
LONGEST_TAIL = 60
MANY = 5
"""Cells whose looks say that a row is of a table, though they do not stand under each other."""
MANY_COLUMNS = 3
"""Columns of a table that a list of single figures below a head of its own does not go on."""
_MARK_RE = re.compile(r"[\d¹²³⁴-⁹]{1,2}$")
SAME_ROWS = 3
"""First rows whose labels come back in another table of the same kind."""
_UNIT_RE = re.compile(UNIT_WORD)
_PERIOD_ASIDE_RE = re.compile(
    r"\(.{0,30}(?:期|年度?|予想|実績|累計|[Ff]orecasts?|[Rr]esults?|[Aa]ctual|\d{4}|\d月).{0,12}\)"
)
"""Words in brackets below the label of a row: the period or the kind of figure that it stands for."""


_NUMBER_RE = re.compile(r"\d{1,2}\. ?[^\W\d_]")
"""A number before a title: 4. Number of stores."""


def stands_apart(line: Line) -> bool:
    """Whether more than one blank parts the first cell of a row from its label."""
    return line.fields[1].start - line.stub.end > 1


def joins(block: Block, between: Sequence[Line], line: Line) -> bool:
    """Whether a row after ``between`` still belongs to the table."""
    kinds = {other.kind for other in between}
    if block.layout is not line.layout or begins_beyond(block.rows, line):
        return False
    if between and kinds <= PAGED and _below_heads(block, line):
        return True
    if line.kind is LineKind.WEAK and (block.width == 1) != stands_apart(line) and between:
        within = LineKind.LABEL in kinds and not kinds & LOOSE
        return within and (_below_cells(block, line) or _below_one(block, between, line))
    if any(_heads_page(other) for other in between):
        kinds = {other.kind for other in between if not _heads_page(other)}
        if kinds <= PAGED and line.layout is Layout.SPACE and _below_cells(block, line):
            return True
    if kinds & LOOSE or LineKind.PROSE in kinds:
        if width_of(line) in (block.width, block.usual_width):
            return True
        if (
            kinds <= PAGED
            and line.layout is not Layout.SPACE
            and len(line.fields) == len(block.body[-1].fields)
        ):
            return True
        if kinds <= PAGED | {LineKind.LABEL} and LineKind.LABEL in kinds and _goes_under(block, line):
            return True
        return kinds <= PAGED and line.layout is Layout.SPACE and _below_cells(block, line)
    if LineKind.LABEL in kinds:
        if line.layout is Layout.SPACE:
            if _titles_another(block, between, line):
                return False
            last = next(other for other in reversed(between) if other.kind is LineKind.LABEL)
            if block.width >= MANY_COLUMNS and width_of(line) == 1 and line.stub.text and states_unit(last):
                return False  # the head of another table: 要因 金額(億円)
            widest = max(block.width, _heads_of(block))
            return width_of(line) - marks(line) <= widest or is_heading(last)
        return between[-1].kind is LineKind.LABEL and len(between) <= 2
    return True


def _titles_another(block: Block, between: Sequence[Line], row: Line) -> bool:
    """Whether a numbered title and the heads below it stand over a row of fewer cells than all rows above have."""
    labels = [other for other in between if other.kind is LineKind.LABEL]
    if len(labels) < 2 or not _NUMBER_RE.match(labels[0].text) or not 1 < width_of(row) < block.width:
        return False
    return all(width_of(other) == block.width for other in block.rows)


def _heads_page(line: Line) -> bool:
    """Whether a line is the running title that begins a page."""
    return line.kind is LineKind.NAME and line.printed.startswith("\f")


def _below_cells(block: Block, line: Line) -> bool:
    """Whether the cells of a line stand under cells of the last full row."""
    full = next((row for row in reversed(block.body) if len(row.cells) == block.width), None)
    if full is None or full.kind not in ROWS:
        return False
    return any(
        place_beside(extents(line, line.cells, wide), extents(full, full.cells, wide))[0] <= SLACK
        for wide in (False, True)
    )


def _below_heads(block: Block, line: Line) -> bool:
    """Whether each cell of a line stands under a head of its own, one of more heads than the rows so far have cells."""
    head = max(block.head.headers, key=lambda header: len(header.cells), default=None)
    if head is None or head.layout is not Layout.SPACE or len(head.cells) <= block.width:
        return False
    if line.layout is not Layout.SPACE or not stands_apart(line):
        return False
    under = [
        [at for at, over in enumerate(head.cells) if over.start < cell.end and cell.start < over.end]
        for cell in line.cells
    ]
    return all(len(found) == 1 for found in under) and len({found[0] for found in under}) == len(under)


def _below_one(block: Block, between: Sequence[Line], line: Line) -> bool:
    """Whether a row of one figure, the first half of its label above it, stands under such a row: a table ends in one column."""
    last = block.body[-1]
    alone = last.kind in ROWS and len(last.cells) == len(line.cells) == 1
    halves = len(between) == 1 and between[0].number == last.number + 1 == line.number - 1
    return alone and halves and end_alike(last, line)


def _goes_under(block: Block, row: Line) -> bool:
    """Whether a row is as wide as a table, its cells under those of the table, or as wide as the heads of the table."""
    if row.kind is not LineKind.ROW or row.layout is not block.layout or row.layout is not Layout.SPACE:
        return False
    if width_of(row) == block.width:
        return _below_cells(block, row) or _looks_like_last(block, row)
    return block.width < width_of(row) <= _heads_of(block)


def _looks_like_last(block: Block, row: Line) -> bool:
    """Whether each of many cells looks like that above it: amounts under amounts, shares under shares."""
    full = next((other for other in reversed(block.body) if len(other.cells) == block.width), None)
    if full is None or full.kind not in ROWS or block.width < MANY or len(row.cells) != block.width:
        return False
    pairs = [(look(above.text), look(below.text)) for above, below in zip(full.cells, row.cells, strict=True)]
    return len({above for above, _ in pairs}) > 1 and all(above == below for above, below in pairs)


def _heads_of(block: Block) -> int:
    """The heads of the widest line above a table."""
    return max((len(head.cells) for head in block.head.headers), default=0)


def may_stand_between(between: Sequence[Line], line: Line) -> bool:
    """Whether a line may stand between two rows of a table, behind those that stand there already."""
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


def tight(between: Sequence[Line]) -> bool:
    """Whether nothing but blank lines and rules stands between two rows."""
    return all(line.kind in (LineKind.BLANK, LineKind.RULE) for line in between)


def is_half(block: Block, between: Sequence[Line], line: Line) -> bool:
    """Whether one line of words stands right between a row and a heading that tabs divide: half of the row's label."""
    return (
        len(between) == 1
        and between[0].kind is LineKind.LABEL
        and block.body[-1].kind in ROWS
        and block.body[-1].number + 1 == between[0].number == line.number - 1
    )


def ends_last(block: Block, line: Line, below: Sequence[Line]) -> bool:
    """Whether a line right below the last row is the second half of its label, or its last third."""
    last = block.body[-1]
    if _is_second_third(block, last):
        return line.number == last.number + 1 and len(line.text) <= LONGEST_TAIL and line.text[:1].islower()
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


def _is_second_third(block: Block, last: Line) -> bool:
    """Whether the last line is a word or two in small letters right below a row: the label is on three lines or more."""
    return (
        len(block.body) > 1
        and last.kind is LineKind.LABEL
        and last.layout is Layout.SPACE
        and last.text[:1].islower()
        and len(last.text.split()) <= MOST_WORDS
        and block.body[-2].kind in ROWS
        and block.body[-2].number == last.number - 1
    )


def tops_page(block: Block, between: Sequence[Line], line: Line, below: Sequence[Line]) -> bool:
    """Whether a line behind the foot of a page goes on with the table of the page before.

    It is the first half of the label of the row below it, or heads rows whose cells stand under those of the table.
    """
    if line.kind is not LineKind.LABEL or line.layout is not Layout.SPACE:
        return False
    printed = [other for other in between if other.kind is not LineKind.BLANK]
    tops = bool(printed) and printed[-1].kind is LineKind.FURNITURE
    if tops and below and below[0].kind in ROWS and _is_first_half(line, below[0]):
        return True
    if tops and len(printed) == sum(other.kind is LineKind.FURNITURE for other in printed):
        right_below = bool(below) and below[0].kind is LineKind.ROW and below[0].number == line.number + 1
        if right_below and _has_cells_of(block, below[0]):
            return True
    if _is_above_bare_row(block, line, below) and {LineKind.FURNITURE} <= {
        other.kind for other in printed
    } <= {
        LineKind.FURNITURE,
        LineKind.LABEL,
    }:
        return True
    if not {other.kind for other in between} <= PAGED | {LineKind.LABEL}:
        return False
    row = next((other for other in below if other.kind is not LineKind.LABEL), None)
    return row is not None and _goes_under(block, row)


def _is_above_bare_row(block: Block, line: Line, below: Sequence[Line]) -> bool:
    """Whether the lines of a label stand above a row that has none, with as many cells as the last one of the table."""
    at = next((at for at, other in enumerate(below) if other.kind is not LineKind.LABEL), len(below))
    if at == len(below) or below[at].number != line.number + at + 1:
        return False
    row, last = below[at], block.body[-1]
    return (
        row.kind is LineKind.ROW
        and row.layout is not Layout.SPACE
        and not row.stub.text
        and last.kind in ROWS
        and len(row.fields) == len(last.fields)
    )


def _has_cells_of(block: Block, row: Line) -> bool:
    """Whether tabs or pipes divide a row into as many cells as the last one of the table, and each looks like its cell."""
    last = block.body[-1]
    if row.layout is Layout.SPACE or last.kind not in ROWS or len(row.fields) != len(last.fields):
        return False
    pairs = [(look(above.text), look(below.text)) for above, below in zip(last.cells, row.cells, strict=True)]
    return len(pairs) > 1 and all(above == below or "nil" in (above, below) for above, below in pairs)


def _is_first_half(line: Line, row: Line) -> bool:
    """Whether words leave a bracket open, or the label of the row below goes on in small letters."""
    return row.stub.text[:1].islower() or line.text.count("(") > line.text.count(")")


def ends_page(block: Block, between: Sequence[Line], line: Line, below: Sequence[Line]) -> bool:
    """Whether a page ends behind a label whose row, or whose first row, stands at the top of the next one."""
    if line.kind is not LineKind.FURNITURE or not {other.kind for other in between} <= PAGED | {
        LineKind.LABEL
    }:
        return False
    row = next((other for other in below if other.kind not in PAGED), None)
    if row is None or row.layout is Layout.SPACE:
        return row is not None and _goes_under(block, row)
    return row.kind in ROWS and row.layout is block.layout and len(row.fields) == len(block.body[-1].fields)


def repeats(block: Block, between: Sequence[Line], line: Line, below: Sequence[Line]) -> bool:
    """Whether a header row is printed again, as at the top of a page: nothing names a new table before it, or below."""
    if any(other.kind is LineKind.LABEL for other in between):
        return False
    heads = ["".join(header.text.split()) for header in block.head.headers]
    if "".join(line.text.split()) not in heads:
        return False
    under = ["".join(other.text.split()) for other in below if other.kind is LineKind.HEADER]
    return all(any(fuzz.ratio(words, head) >= AGAIN for head in heads) for words in under)


AGAIN = 90
"""Likeness in per cent of a head that is printed again, by a text layer that may have damaged it."""


def rows_again(block: Block, lines: Sequence[Line], at: int) -> bool:
    """Whether the rows from here on have the labels of the first rows of a table: they are those of another period."""
    first = _labels(block.body)
    return bool(first) and _labels(lines[at : at + MOST_LOOSE]) == first


def _labels(lines: Sequence[Line]) -> str:
    """The labels of the first rows, headings and halves on lines of their own between; empty where fewer rows follow each other."""
    found, rows = "", 0
    for line in lines:
        if line.kind in PAGED:
            continue
        if line.kind not in (*ROWS, LineKind.LABEL):
            break
        found += _MARK_RE.sub("", "".join(line.stub.text.split()))
        rows += line.kind in ROWS
        if rows == SAME_ROWS:
            return found
    return ""


def named_below(lines: Sequence[Line], at: int) -> bool:
    """Whether the rows from here on have a caption right behind them, with a number or a unit, that heads nothing else."""
    at = _past_rows(lines, at)
    rest = [index for index in range(at, min(at + MOST_LOOSE, len(lines))) if lines[index].kind not in PAGED]
    if not rest or lines[rest[0]].kind is not LineKind.CAPTION:
        return False
    united = [lines[index].kind for index in rest[1:2]] == [LineKind.UNIT]
    if not (united or p.TABLE_NUMBER_RE.match(lines[rest[0]].text)):
        return False
    if sum(line.kind is not LineKind.FURNITURE for line in lines[at : rest[0]]) > MOST_BLANKS:
        return False
    below = next(
        (index for index in rest[1:] if lines[index].kind not in (LineKind.UNIT, LineKind.PERIOD)), None
    )
    if below is None or lines[below].kind not in (*ROWS, LineKind.HEADER):
        return True
    return lines[below].kind is LineKind.HEADER and named_below(lines, below + 1)


def _past_rows(lines: Sequence[Line], at: int) -> int:
    """Past the rows that follow each other from a line on, on the next page too."""
    while at < len(lines):
        past = at
        while past < len(lines) and past - at < MOST_LOOSE and lines[past].kind in PAGED:
            past += 1
        paged = any(line.kind is LineKind.FURNITURE for line in lines[at:past])
        if past == len(lines) or (past > at and not paged):
            return at
        if lines[past].kind not in ROWS and (past > at or lines[past].kind is not LineKind.LABEL):
            return at
        at = past + 1
    return at


def heads_others(between: Sequence[Line], line: Line, below: Sequence[Line]) -> bool:
    """Whether words in cells behind a blank line are the heads of another table: the rows below have figures under all of them.

    A data sheet has blocks of other columns below each other (拠点別, 従業員数, 度数率 below the years of a measure).
    """
    heads = [cell for cell in line.cells if cell.text]
    if line.layout is Layout.SPACE or not any(one.kind is LineKind.BLANK for one in between):
        return False
    if len(heads) < FEWEST_HEADS or not line.stub.text or any(is_cell(head.text) for head in heads):
        return False
    rows = below[:FEWEST_HEADS]
    return len(rows) == FEWEST_HEADS and all(
        row.kind in ROWS
        and row.layout is line.layout
        and len(row.fields) == len(line.fields)
        and all(is_cell(cell.text) for head, cell in zip(line.cells, row.cells, strict=True) if head.text)
        for row in rows
    )


FEWEST_HEADS = 2


def text_row(block: Block, line: Line) -> bool:
    """Whether a line of words among rows is a row of words: a stub, and no header words."""
    if not line.stub.text or (line.layout is Layout.SPACE and not _under_all_cells(block, line)):
        return False
    words = [cell.text for cell in line.cells if cell.text]
    if len(words) > 1 and all(map(_UNIT_RE.fullmatch, words)):
        return False  # units alone head the columns of another table
    hints = sum(bool(p.HEADER_HINT_RE.search(cell.text)) for cell in line.cells if cell.text)
    filled = sum(bool(cell.text) for cell in line.cells)
    stated = any(p.FORMATTED_RE.search(cell.text) for cell in line.cells)
    stub = line.stub.text
    goes_on = stub[:1].islower() or stub.count(")") > stub.count("(")
    if line.layout is not Layout.SPACE and (hints < filled or stated) and not goes_on:
        return True  # days and years of attainment beside other words in cells
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


def captioned_below(block: Block, lines: Sequence[Line], at: int) -> bool:
    """Whether a table number below a table without caption belongs to it: rows go on without a header."""
    if block.head.titled or not block.head.headers:
        return False
    for line in lines[at : at + MOST_LOOSE]:
        if line.kind in ROWS:
            return line.layout is block.layout and width_of(line) == block.width
        if line.kind not in LOOSE and line.kind not in (LineKind.BLANK, LineKind.RULE):
            return False
    return False
