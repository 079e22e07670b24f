"""Header rows as words over columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from bilingual.tables import patterns as p
from bilingual.tables.grid import Grid
from bilingual.tables.header_cell import HeaderCell
from bilingual.tables.heads_over_units import heads_over_units
from bilingual.tables.lines import Layout, Line
from bilingual.tables.measures import is_leaf
from bilingual.tables.over_columns import heads_on_a_middle_line, words_over
from bilingual.tables.overhead import DEEP
from bilingual.tables.positions import extents
from bilingual.tables.right_edges import nearest_columns
from bilingual.tables.year_heads import place_in_year, years_begin

_SPAN_RE = re.compile(r"[自至~()（）-]|から|\bto\b")
"""Between two dates: they are the ends of one period."""
_PART_RE = re.compile(r"[1-4] ?Q|Q ?[1-4]|[12] ?H|H ?[12]|第[1-4]四半期|[上下]半?期|通期|累計")
"""A part of the year that stands before it in the same head."""
_IN_WORD_RE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]\0")
"""A head that is the end of a longer word (四半期累計) is no head by itself."""
_LOST_RE = re.compile(r"\b[A-Z][a-z]{3,}|(?<![^\s(])[\u30a0-\u30ff\u3400-\u9fff]{3,}(?![^\s)])")
"""A word that stands over a column too, beside the heads that make a flow (Share beside Change)."""


_END_RE = re.compile(r"[期末度]|期末|期(?:実績|予想)|累計(?:期間)?")
_CUT_RE = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月)?(?:期(?=.*末))?$|期上$|期下$|[前当]第[1-3]四半期$")
"""A period that is not over."""
_KINDS = frozenset("率額高益")
"""How heads of rates, amounts, sales and profits end."""
SHORTEST_HEAD = 3


def header_rows(grid: Grid, headers: Sequence[Line]) -> list[list[HeaderCell]]:
    """Read header rows; words that run on over several lines make one row."""
    return _with_ends(_read_rows(grid, headers))


def _with_ends(rows: list[list[HeaderCell]]) -> list[list[HeaderCell]]:
    """Heads whose last letter stands alone on the line below as one: 2026年2月 above 期, 増減 above 率."""
    kept: list[list[HeaderCell]] = []
    for row in rows:
        rest = [
            cell
            for cell in row
            if not kept or not _END_RE.fullmatch(cell.text) or not _lengthen(kept[-1], cell)
        ]
        if rest:
            kept.append(rest)
    return kept


def _lengthen(above: list[HeaderCell], end: HeaderCell) -> bool:
    """Whether a head of the row above lacks an end, which it is given then."""
    for at, cell in enumerate(above):
        if cell.column == end.column and _CUT_RE.search(cell.text):
            above[at] = HeaderCell(cell.column, cell.text + end.text)
            return True
    return False


def _read_rows(grid: Grid, headers: Sequence[Line]) -> list[list[HeaderCell]]:
    rows: list[list[HeaderCell]] = []
    spaced: list[Line] = []
    for line in headers:
        if line.layout is not Layout.SPACE:
            rows.append(_delimited_row(grid, line))
        else:
            spaced.append(_without_label_head(grid, line))
    middle = heads_on_a_middle_line(spaced, grid.spans, grid.wide) if grid.spans else []
    if middle:
        return [*rows, middle]
    flow = _flow(spaced) if all(len(line.cells) < grid.width for line in spaced) else []
    if len(flow) != grid.width and grid.spans and any(_deep(line) for line in spaced):
        read = words_over(spaced, grid.spans, grid.wide)
        if grid.others:
            # The measure in which the words stand over more columns is that of the page.
            read = max(read, words_over(spaced, grid.others, not grid.wide), key=_governed)
        read_rows = [row for row in [*rows, *read] if row]
        shared = _shared_by_repetition(_shared_by_parts(read_rows, grid.width), grid.width)
        return _shared_by_first(shared, grid.width)
    if len(flow) == grid.width:
        rows.append([HeaderCell(i, text) for i, text in enumerate(flow)])
    else:
        rows.extend(_spaced_row(grid, line) for line in spaced)
    shared = _shared_by_parts([row for row in rows if row], grid.width)
    return _shared_out(heads_over_units(shared, grid.width), grid.width)


def _without_label_head(grid: Grid, line: Line) -> Line:
    """A line that holds a head more than there are columns, the first of them left of all figures: the head of the labels."""
    cells = line.cells
    if line.stub.text or len(cells) != grid.width + 1 or not grid.spans:
        return line
    places = extents(line, cells, grid.wide)
    if places[0][1] >= min(grid.spans[0][0], places[1][0] - 1) or is_leaf(cells[0].text):
        return line
    return replace(line, fields=(cells[0], *cells[1:]))


def _shared_by_parts(rows: list[list[HeaderCell]], width: int) -> list[list[HeaderCell]]:
    """Years above parts of the year, each over those of its own: a part that does not follow begins the next year.

    Where they stand tells less: Japanese letters are as wide as two others and are counted as one. Columns behind the
    parts (changes) have heads of their own.
    """
    if len(rows) < 2 or [cell.column for cell in rows[-1]] != list(range(width)):
        return rows
    parts = list(takewhile(bool, (place_in_year(cell.text) for cell in rows[-1])))
    years = [text for text, _ in groupby(cell.text for cell in rows[-2])]
    if len(parts) < 2 * len(years) or len(years) < 2 or not all(map(p.PERIOD_RE.match, years)):
        return rows
    begins = years_begin(parts)
    if sum(begins) != len(years):
        return rows
    shares = [HeaderCell(at, years[sum(begins[: at + 1]) - 1]) for at in range(len(parts))]
    return [*rows[:-2], shares, rows[-1]]


def _shared_by_repetition(rows: list[list[HeaderCell]], width: int) -> list[list[HeaderCell]]:
    """Heads over several columns each, where the heads of the columns come again below every one: all have as many.

    One stood too far to the right to reach the first of its columns. Columns before and behind them have heads of
    their own in the upper line.
    """
    if len(rows) != 2 or not all(0 <= cell.column < width for row in rows for cell in row):
        return rows
    words, below = [cell.text for cell in rows[1]], [cell.column for cell in rows[1]]
    if len(below) < 4 or below != list(range(below[0], below[0] + len(below))):
        return rows
    heads = [text for text, _ in groupby(cell.text for cell in rows[0])]
    count = len(heads) - (width - len(below))
    if count < 2 or len(words) % count or len(words) == count or len(set(words)) < 2:
        return rows
    share = len(words) // count
    if any(word != words[at % share] for at, word in enumerate(words)):
        return rows
    first, past = below[0], below[-1] + 1
    over = [*range(first), *(first + at // share for at in range(len(words)))]
    over += [first + count + at for at in range(width - past)]
    return [[HeaderCell(at, heads[number]) for at, number in enumerate(over)], rows[1]]


def _shared_by_first(rows: list[list[HeaderCell]], width: int) -> list[list[HeaderCell]]:
    """Periods over several columns each, where the first head below comes again once for every period and nowhere else.

    The others may differ: the last is an actual in one year and a forecast in the other.
    """
    if len(rows) != 2 or [cell.column for cell in rows[1]] != list(range(width)):
        return rows
    words = [cell.text for cell in rows[1]]
    periods = [text for text, _ in groupby(cell.text for cell in rows[0])]
    count = len(periods)
    if count < 2 or width % count or width == count or not all(map(p.PERIOD_RE.match, periods)):
        return rows
    share = width // count
    if [at for at, word in enumerate(words) if word == words[0]] != list(range(0, width, share)):
        return rows
    return [[HeaderCell(at, periods[at // share]) for at in range(width)], rows[1]]


def _shared_out(rows: list[list[HeaderCell]], width: int) -> list[list[HeaderCell]]:
    """Heads written one after the other, each over its share of the columns where the lowest heads come again in every share."""
    if len(rows) < 2 or [cell.column for cell in rows[-1]] != list(range(width)):
        return rows
    words = [cell.text for cell in rows[-1]]
    return [_shares(row, words) for row in rows[:-1]] + rows[-1:]


def _shares(row: list[HeaderCell], words: Sequence[str]) -> list[HeaderCell]:
    count, width = len(row), len(words)
    placed = [cell.column for cell in row]
    if count < 2 or width % count or count == width or placed not in (list(range(count)), [-1] * count):
        return row
    share = width // count
    if any(word != words[at % share] for at, word in enumerate(words)) or len(set(words)) < 2:
        return row
    return [HeaderCell(share * at, cell.text) for at, cell in enumerate(row)]


def _governed(rows: Sequence[Sequence[HeaderCell]]) -> int:
    """Number of columns that words stand over, line by line."""
    return sum(map(len, rows))


def _deep(line: Line) -> bool:
    """Whether a line begins where only columns are."""
    return bool(line.cells) and not line.stub.text and line.cells[0].start >= DEEP


def _flow(lines: Sequence[Line]) -> list[str]:
    """Header words that run on over several lines, read as one."""
    words = " ".join(cell.text for line in lines for cell in line.cells)
    if len(lines) < 2 or any(_begins_beyond(above, below) for above, below in pairwise(lines)):
        return []
    rest = p.HEADER_TOKEN_RE.sub("\0", words)
    if _IN_WORD_RE.search(rest) or (_LOST_RE.search(rest) and any(map(_deep, lines))):
        return []
    return [match[0] for match in p.HEADER_TOKEN_RE.finditer(words)]


def _begins_beyond(above: Line, below: Line) -> bool:
    """Whether a line begins right of a head of the line below: it is the first half of a later head, and comes first in no order."""
    if not above.cells or not below.cells:
        return False
    first = below.cells[0]
    return above.cells[0].start > first.start + len(first.text.split(" ", 1)[0])


def _delimited_row(grid: Grid, line: Line) -> list[HeaderCell]:
    """Cells over their columns; a cell over a dropped column goes to the next one."""
    cells: list[HeaderCell] = []
    for index, cell in enumerate(line.fields):
        if index < grid.stub_width or not cell.text or index in grid.skipped:
            continue
        column = next((number for number, raw in enumerate(grid.raw) if raw >= index), -1)
        if column < 0 or (cells and cells[-1].column == column and grid.raw[column] != index):
            continue
        cells.append(HeaderCell(column, cell.text))
    return _split(cells, line, grid)


def _split(cells: list[HeaderCell], line: Line, grid: Grid) -> list[HeaderCell]:
    """Divide a cell that holds the periods of the empty cells after it too."""
    result: list[HeaderCell] = []
    for index, cell in enumerate(cells):
        words = [match[0] for match in p.PERIOD_RE.finditer(cell.text)]
        if len(words) == 2 and (f"({words[1]})" in cell.text or _is_part_of(words)):
            result.append(cell)  # 前連結会計年度(2024年3月31日), 2025年3月期4Q: one period
            continue
        following = cells[index + 1].column if index + 1 < len(cells) else grid.width
        room = following - cell.column
        parts = _heads_of(cell.text, room, len(words)) if room > 1 else []
        if parts:
            result.extend(HeaderCell(cell.column + i, part) for i, part in enumerate(parts))
            continue
        if len(words) > 1 and len("".join(words)) >= len(cell.text.replace(" ", "")) - 2:
            if len(words) == room:
                result.extend(HeaderCell(cell.column + i, word) for i, word in enumerate(words))
                continue
            result.extend(HeaderCell(cell.column if i == 0 else -1, word) for i, word in enumerate(words))
            continue
        result.append(cell)
    return result


def _is_part_of(words: Sequence[str]) -> bool:
    """Whether a year and a part of it stand in one head: 2025年3月期4Q; 1Q 2Q are two."""
    return not _PART_RE.fullmatch(words[0]) and _PART_RE.fullmatch(words[1]) is not None


def _heads_of(text: str, room: int, periods: int) -> list[str]:
    """The heads of so many columns that stand in one cell; empty where it holds another number of them."""
    named = _named_parts(text)
    if len(named) == room:
        return named
    heads = _measures(text)
    if len(heads) == room:
        return heads
    parts = text.split()
    if len(parts) == room and (2 * periods > len(parts) or _of_one_kind(parts)):
        return parts
    return []


def _of_one_kind(parts: Sequence[str]) -> bool:
    """Whether Japanese heads name things of one kind: 自己資本利益率 総資産経常利益率, 売上高 受注高."""
    ends = {part[-1] for part in parts}
    return len(ends) == 1 and ends <= _KINDS and all(len(part) >= SHORTEST_HEAD for part in parts)


def _measures(text: str) -> list[str]:
    """The heads of several columns that stand in one cell (Change Change (%)); empty where anything else does."""
    found = list(p.HEADER_TOKEN_RE.finditer(text))
    rest = "".join(p.HEADER_TOKEN_RE.sub("", text).split())
    return [] if rest else [match[0] for match in found]


def _named_parts(text: str) -> list[str]:
    """The heads of several columns that stand in one cell: each ends with its period, the last may be a measure."""
    parts: list[str] = []
    at = 0
    for match in p.PERIOD_RE.finditer(text):
        between = text[at : match.start()]
        if parts and (_SPAN_RE.search(between) or not between.startswith(" ")):
            return []
        parts.append(text[at : match.end()].strip())
        at = match.end()
    rest = text[at:].strip()
    if not parts or not rest:
        return parts
    return [*parts, rest] if text[at] == " " and p.HEADER_HINT_RE.match(rest) else []


def _spaced_row(grid: Grid, line: Line) -> list[HeaderCell]:
    texts = [cell.text for cell in line.cells]
    words = [word for text in texts for word in text.split()]
    if p.PERIOD_RE.fullmatch(line.text.strip()):
        return [HeaderCell(-1, line.text.strip())]  # one period over the whole table
    if len(texts) != grid.width and len(words) == grid.width:
        texts = words
    if len(texts) == grid.width:
        return [HeaderCell(index, text) for index, text in enumerate(texts)]
    if grid.centers and 1 < len(texts) < grid.width:
        slots = nearest_columns([end for _, end in extents(line, line.cells, grid.wide)], grid.centers)
        if len(set(slots)) == len(slots):
            return [HeaderCell(slot, text) for slot, text in zip(slots, texts, strict=True)]
    return [HeaderCell(-1, text) for text in texts]


def spanned_words(width: int, rows: Sequence[Sequence[HeaderCell]]) -> list[list[str]]:
    """Header words per column; words over several columns govern those up to the next word.

    A row that has a word for every column, the same for some beside each other, is shared out already.
    """
    spanned: list[list[str]] = [[] for _ in range(width)]
    rows = [row for row in rows if all(cell.column >= 0 for cell in row)]
    last = len(rows) - 1
    for number, row in enumerate(rows):
        own = {cell.column: cell.text for cell in row}
        if len(own) == width and any(own[column] == own[column - 1] for column in range(1, width)):
            for column in range(width):
                spanned[column].append(own[column])
            continue
        held = ""
        for column in range(width):
            if column in own and (number == last or not is_leaf(own[column])):
                held = own[column] if number < last else ""
                spanned[column].append(own[column])
                continue
            if held:
                spanned[column].append(held)
            if column in own:
                spanned[column].append(own[column])
    return spanned
