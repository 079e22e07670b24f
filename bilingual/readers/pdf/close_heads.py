"""Heads of columns beside each other that leave no gap between them, told by the lines below them.

Each line of a head stands in the middle of its column. Where a text reaches over two lines below it as far as heads of
these columns would that fill them, it is the heads of both. A head over several columns ends elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import groupby

from bilingual.readers.pdf.close_figures import part_of
from bilingual.readers.pdf.fragments import Fragment
from bilingual.readers.pdf.head_lines import LEADED, is_crossed
from bilingual.readers.pdf.page import Numbers, Rule
from bilingual.readers.pdf.rows import PER_CENT_RE, Cell, Row, joined
from bilingual.readers.pdf.wrapped_heads import UNIT_RE
from bilingual.text.normalize import fold

OFF = 0.5
"""Heights that the middle of a part may stand from that of the line below it."""
ALIGNED = 0.2
"""The same of the places where they begin."""
NEAR = 0.45
"""Heights around the place of a cut within which the end of a word is looked for."""
FEWEST = 2
"""Characters of the shortest part."""
PER_CENT = "%％"
FEWEST_LINES = 2
"""Lines of heads that show that these end where columns do."""
FEWEST_RIGHT = 3
"""Heads of a row that end where columns do at least, where all of them do."""
ENDED = 0.6
"""How far from there they end at most, in points."""
BEGIN_RE = re.compile(r"\s+(?=[A-Z])")
"""A blank before a word that may begin a head."""
INSIDE_RE = re.compile(r"[A-Za-z][a-z]")
"""Letters of one Latin word."""
NEAR_ROWS = 3
YEAR_RE = re.compile(r"(?:FY|CY)?(?:19|20)\d\d(?:/\d{1,2})?(?:年(?:度|\d{1,2}月(?:期|末)?)?)?")
WORD_RE = re.compile(r"\S+")
_DAY = r"\d{4}年\s?\d{1,2}月\s?\d{1,2}日"
TERM_END_RE = re.compile(r"[自至]\s*\Z")
YEAR_BEGIN_RE = re.compile(r"\s*\d{4}\s?年")
TERM_BEGIN_RE = re.compile(r"[(（]?[自至]")
TERM_RE = re.compile(rf"{TERM_BEGIN_RE.pattern}\s?{_DAY}[)）]?")
"""The first or last day of a period, as each head of a statement has it on a line of its own."""


def parted_heads(
    heads: Sequence[Row], body: Sequence[Row], rules: Sequence[Rule], boxes: Numbers
) -> list[Row]:
    """Rows of heads, with those parted that touch; ``boxes`` are those of all characters of the page."""
    found: list[Row] = []
    ends = [cell.x1 for row in body if row.figures > 2 for cell in row.cells if cell.is_figure]
    heads = _parted_at_ends([_with_terms_parted(row, boxes) for row in heads], body, boxes)
    for row in reversed(_ending_with_columns([_with_units_parted(row, boxes) for row in heads], ends, boxes)):
        cells: list[Cell] = []
        for cell in row.cells:
            below = next((other for other in reversed(found) if _is_under(cell, other)), None)
            cells += [cell] if below is None else _parts(cell, below, rules, boxes)
        found.append(row if len(cells) == len(row.cells) else Row(cells, wide=True))
    return found[::-1]


def with_whole_terms(rows: Sequence[Row]) -> list[Row]:
    """Rows of a page, with days that follow 自 or 至 after a blank in one cell with it: 期間（自　2024 年４月."""
    return [_with_whole_terms(row) if len(row.cells) > 1 else row for row in rows]


def _with_whole_terms(row: Row) -> Row:
    cells: list[Cell] = []
    for cell in row.cells:
        last = cells[-1] if cells else None
        if (
            last is not None
            and cell.x0 - last.x1 < row.size
            and TERM_END_RE.search(last.text)
            and YEAR_BEGIN_RE.match(cell.text)
        ):
            cells[-1] = joined(last, cell)
        else:
            cells.append(cell)
    return row if len(cells) == len(row.cells) else Row(cells, row.wide and len(cells) > 1)


def with_years_parted(rows: Sequence[Row], boxes: Numbers) -> list[Row]:
    """Rows of a page, with years parted of which each is the second line of a head above: 9M, 9M above FY2024 FY2025."""
    found = list(rows[:1])
    for row in rows[1:]:
        cells = [part for cell in row.cells for part in _years(cell, found[-NEAR_ROWS:], boxes)]
        found.append(row if len(cells) == len(row.cells) else Row(cells, wide=True))
    return found


def _years(cell: Cell, above: Sequence[Row], boxes: Numbers) -> list[Cell]:
    words = cell.text.split()
    if len(words) < 2 or not all(map(YEAR_RE.fullmatch, words)):
        return [cell]
    overs = (
        [other for other in row.cells if other.x0 < cell.x1 and cell.x0 < other.x1] for row in reversed(above)
    )
    over = next((cells for cells in overs if cells), [])  # lines of heads beside them stand between
    if len(cell.lines) > 1 or len(words) != len(over):
        return [cell]
    size = cell.lines[0][0].size
    if cell.lines[0][0].middle - over[0].lines[-1][0].middle > LEADED * size:
        return [cell]
    cuts = _above_middles(cell, over, size, boxes)
    return _cut(cell, cuts, boxes) if cuts else [cell]


def _with_units_parted(row: Row, boxes: Numbers) -> Row:
    """A row of units with those parted that hardly a blank stands between: ``% Millions of yen`` heads two columns."""
    if len(row.cells) < 2 or not any(map(_may_be_two, row.cells)):
        return row
    cells = [part for cell in row.cells for part in _units(cell, boxes)]
    named = cells if UNIT_RE.fullmatch(fold(cells[0].text)) else cells[1:]
    if not all(UNIT_RE.fullmatch(fold(cell.text)) for cell in named):
        return row
    return Row(cells, wide=True)


def _with_terms_parted(row: Row, boxes: Numbers) -> Row:
    """A row of heads, with those parted that print the same end of two periods: 至 2024年12月31日）至 2025年12月31日）."""
    cells = [part for cell in row.cells for part in _terms(cell, boxes)]
    return row if len(cells) == len(row.cells) else Row(cells, wide=True)


def _terms(cell: Cell, boxes: Numbers) -> list[Cell]:
    if len(cell.lines) > 1 or "年" not in cell.text or TERM_RE.sub("", cell.text).strip():
        return [cell]
    begins = [
        (at, fragment.first + match.start())
        for at, fragment in enumerate(cell.lines[0])
        for match in TERM_BEGIN_RE.finditer(fragment.text)
    ]
    alike = len(set(TERM_BEGIN_RE.findall(cell.text))) == 1
    return _cut(cell, begins[1:], boxes) if len(begins) > 1 and alike else [cell]


def _may_be_two(cell: Cell) -> bool:
    text = cell.text.strip()
    return len(text) > 3 and (text[0] in PER_CENT or text[-1] in PER_CENT)


def _units(cell: Cell, boxes: Numbers) -> list[Cell]:
    """The units that a text names one after another; the text itself where it names one."""
    if len(cell.lines) > 1 or not _may_be_two(cell):
        return [cell]
    parts = [part for fragment in cell.lines[0] for part in _around_per_cent(fragment, boxes)]
    units = [Cell.of(list(own)) for _, own in groupby(parts, key=lambda part: part.text in PER_CENT)]
    return units if all(UNIT_RE.fullmatch(fold(unit.text)) for unit in units) else [cell]


def _around_per_cent(fragment: Fragment, boxes: Numbers) -> list[Fragment]:
    """A text with per cent at its ends parted from the rest."""
    text = fragment.text
    if len(text) < 2 or (text[0] not in PER_CENT and text[-1] not in PER_CENT):
        return [fragment]
    at = fragment.first + (1 if text[0] in PER_CENT else len(text) - 1)
    parts = [part_of(fragment, *ends, boxes) for ends in ((fragment.first, at), (at, fragment.last))]
    return [own for part in parts for own in _around_per_cent(part, boxes)]


def _parted_at_ends(heads: Sequence[Row], body: Sequence[Row], boxes: Numbers) -> list[Row]:
    """Rows of heads with those parted that hardly a gap stands between, where all lines of the heads end where figures do."""
    if len(heads) < FEWEST_LINES or not any(map(_has_gap, (cell for row in heads for cell in row.cells))):
        return list(heads)
    ends = {cell.x1 for row in body if row.figures > 1 for cell in row.cells if cell.is_figure}
    found = [[part for cell in row.cells for part in _at_ends(cell, ends, boxes)] for row in heads]
    if not all(_is_end(cell.x1, ends) for row in found for cell in row):
        return list(heads)
    return [
        row if len(cells) == len(row.cells) else Row(cells, wide=True)
        for row, cells in zip(heads, found, strict=True)
    ]


def _has_gap(cell: Cell) -> bool:
    return len(cell.lines) == 1 and " " in cell.text.strip()


def _is_end(x: float, ends: Collection[float]) -> bool:
    return any(abs(x - end) < ENDED for end in ends)


def _ending_with_columns(heads: Sequence[Row], ends: Sequence[float], boxes: Numbers) -> list[Row]:
    """Rows of heads that end where their columns do, those parted that touch: the next begins with a capital behind such a place."""
    found: list[Row] = []
    for row in heads:
        right = [_is_end(cell.x1, ends) for cell in row.cells]
        if len(right) < FEWEST_RIGHT or not all(right):
            found.append(row)
            continue
        cells = [part for cell in row.cells for part in _at_ends(cell, ends, boxes, capital=True)]
        found.append(row if len(cells) == len(row.cells) else Row(cells, wide=True))
    return found


def _at_ends(cell: Cell, ends: Collection[float], boxes: Numbers, *, capital: bool = False) -> list[Cell]:
    """The heads that a text is, all but the last of which end where columns do; the next one may have to begin with a capital."""
    if len(cell.lines) > 1 or (capital and not BEGIN_RE.search(cell.text)):
        return [cell]
    cuts: list[tuple[int, int]] = []
    before: float | None = None
    for at, fragment in enumerate(cell.lines[0]):
        for word in WORD_RE.finditer(fragment.text):
            first, last = fragment.first + word.start(), fragment.first + word.end()
            ended = before is not None and _is_end(before, ends)
            if ended and (word[0][0].isupper() or not capital):
                cuts.append((at, first))
            before = float(boxes[last - 1, 2])
    return _cut(cell, cuts, boxes) if cuts else [cell]


def _is_under(cell: Cell, below: Row) -> bool:
    """Whether words of a row are a line below a head; those of heads beside it may stand between its lines."""
    if below.middle - cell.lines[-1][0].middle < 0.5 * below.size:
        return False
    return any(other.x0 < cell.x1 and cell.x0 < other.x1 for other in below.cells)


def _parts(cell: Cell, below: Row, rules: Sequence[Rule], boxes: Numbers) -> list[Cell]:
    """The heads that a text is, one for each line below it; the text itself where it is one."""
    under = [other for other in below.cells if other.x0 < cell.x1 and cell.x0 < other.x1]
    size = cell.lines[0][0].size
    step = below.cells[0].lines[0][0].middle - cell.lines[-1][0].middle
    if len(under) < 2 or len(cell.lines) > 1 or not 0.5 * size < step < LEADED * size:
        return [cell]
    if _are_turns(under, below) or any(other.is_figure or is_crossed(cell, other, rules) for other in under):
        return [cell]
    cuts = _below_begins(cell, under, size, boxes) or _above_middles(cell, under, size, boxes)
    return _cut(cell, cuts, boxes) if cuts else [cell]


def _are_turns(under: Sequence[Cell], below: Row) -> bool:
    """Whether an amount and its change in per cent stand below a head, in a row where both take turns: one head has both."""
    changes = [PER_CENT_RE.fullmatch(cell.text) is not None for cell in under]
    return (
        changes == [False, True]
        and sum(PER_CENT_RE.fullmatch(cell.text) is not None for cell in below.cells) > 1
    )


def _above_middles(
    cell: Cell, under: Sequence[Cell], size: float, boxes: Numbers
) -> list[tuple[int, int]] | None:
    """Where to cut a text so that every part has its middle above a line below it."""
    cuts: list[tuple[int, int]] = []
    start = cell.x0
    for other in under[:-1]:
        place = _nearest_end(cell, 2 * other.middle - start, size, boxes)
        if place is None:
            return None
        at, number, start = place
        cuts.append((at, number))
    return cuts if abs((start + cell.x1) / 2 - under[-1].middle) <= OFF * size else None


def _below_begins(
    cell: Cell, under: Sequence[Cell], size: float, boxes: Numbers
) -> list[tuple[int, int]] | None:
    """Where to cut a text so that every part begins where a line below it does."""
    cuts: list[tuple[int, int]] = []
    if abs(cell.x0 - under[0].x0) > ALIGNED * size:
        return None
    for other in under[1:]:
        place = _nearest_end(cell, other.x0, size, boxes)
        if place is None or abs(place[2] - other.x0) > ALIGNED * size:
            return None
        cuts.append(place[:2])
    return cuts


def _nearest_end(cell: Cell, x: float, size: float, boxes: Numbers) -> tuple[int, int, float] | None:
    """Where a head ends: fragment, character that begins the next, its left edge; at the end of a word where one is near."""
    places: list[tuple[float, int, int, float]] = []
    for at, fragment in enumerate(cell.lines[0]):
        for number in range(fragment.first + (1 if at == 0 else 0), fragment.last):
            left = float(boxes[number, 0])
            off = abs(left - x)
            text = fragment.text
            inner = number - fragment.first
            word = (
                inner == 0 or text[inner - 1] == " " or (text[inner - 1].islower() and text[inner].isupper())
            )
            if (
                text[inner] != " "
                and off < 2 * NEAR * size
                and (word or not INSIDE_RE.match(text, inner - 1))
            ):
                places.append((off - (NEAR * size if word else 0.0), at, number, left))
    if not places:
        return None
    _, at, number, left = min(places)
    return at, number, left


def _cut(cell: Cell, cuts: Sequence[tuple[int, int]], boxes: Numbers) -> list[Cell]:
    line = cell.lines[0]
    ends = [*cuts, (len(line) - 1, line[-1].last)]
    made: list[Cell] = []
    at, first = 0, line[0].first
    for end, number in ends:
        parts = []
        for index in range(at, end + 1):
            begin = first if index == at else line[index].first
            stop = number if index == end else line[index].last
            if stop > begin:
                parts.append(part_of(line[index], begin, stop, boxes))
        if sum(len(part.text) for part in parts) < FEWEST:
            return [cell]
        made.append(Cell.of(parts))
        at, first = end, number
    return made
