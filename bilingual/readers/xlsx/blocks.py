"""Sheets to blocks: blank rows and columns part tables, notes and titles stand around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bilingual.figures import read_unit_note
from bilingual.model.document import Language
from bilingual.model.origin import CellPlace
from bilingual.readers.grids import GridCell, is_figure
from bilingual.readers.xlsx.sheet import Sheet, SheetCell
from bilingual.text.normalize import fold

NOTE_RE = re.compile(
    r"\s*(?:[※*＊†]|[(（]?注|Notes?\b|[(（]\d{1,2}[)）]|\d{1,2}[)）]|[⁽¹²³⁴⁵⁶⁷⁸⁹])", re.IGNORECASE
)
UNIT_RE = re.compile(
    r"\s*[(（［\[]?\s*(?:単位|units?)\s*[:：].*|\s*[(（［\[][^()（）]*(?:円|yen|dollars|thousands?|millions?|billions?)[^()（）]*[)）］\]]\s*",
    re.IGNORECASE,
)
ASIDE_RE = re.compile(r"\s*[(（\[［〔【※*＊]")
"""What stands beside a title: remarks in brackets."""
REMARK_RE = re.compile(r"\S\s*[:：=＝]\s*\S")
"""What a remark says and of what; a row whose cells are blank has a label only."""
MOST_NOTES = 8
"""Texts below a table among which its last row is looked for."""
SEVERAL_RE = re.compile(r"[、,:]")
"""Between what is measured and its unit."""
OPENING, CLOSING = frozenset("([〔"), frozenset(")]〕")
NUMBERED_RE = re.compile(r"\s*(?:[(（]?\d{1,2}[)）.．、]|第\d{1,2}|[■●◆▼【〔])\s*[^\s\d]")
"""How a title begins that numbers or marks the tables of a sheet."""
LONG = 40
"""Characters of a text that is longer than labels are."""


@dataclass(frozen=True)
class TextLine:
    """Cells of a row that is no part of a table."""

    cells: tuple[GridCell, ...]


@dataclass(frozen=True)
class TableBlock:
    """The cells of a table; rows and columns count from its corner, without blank ones."""

    cells: tuple[GridCell, ...]


Block = TextLine | TableBlock
Band = list[dict[int, SheetCell]]


def sheet_blocks(sheet: Sheet) -> Iterator[list[Block]]:
    """The blocks of a sheet from top to bottom, grouped: what stands together stands without a blank row."""
    bands: list[Band] = []
    for band in _bands(sheet):
        for part in _side_by_side(band, sheet):
            if bands and _goes_on(bands[-1], part):
                bands[-1] = [*bands[-1], *part]
            else:
                bands.append(part)
    for band in bands:
        yield _blocks(band, sheet)


def _bands(sheet: Sheet, rows: dict[int, dict[int, SheetCell]] | None = None) -> Iterator[Band]:
    """Rows that stand together: no blank row between them; hidden rows part nothing."""
    rows = sheet.rows if rows is None else rows
    band: Band = []
    reached = -1
    for row in sorted(rows):
        between = (
            any(at not in sheet.hidden_rows for at in range(reached + 1, row))
            if row - reached < 500
            else True
        )
        if band and between:
            yield band
            band = []
        band.append(rows[row])
        ends = [cell.last_row for cell in rows[row].values()]
        reached = max(reached, row, *(end for end in ends if end - row < 500))
    if band:
        yield band


def _side_by_side(band: Band, sheet: Sheet) -> Iterator[Band]:
    """The tables of a band that stand beside each other, from left to right."""
    for gap in _column_gaps(band, sheet):
        left = [{at: cell for at, cell in row.items() if at < gap} for row in band]
        right = [{at: cell for at, cell in row.items() if at > gap} for row in band]
        if _is_table(left) and _is_table(right):
            for half in (left, right):
                rows = {next(iter(row.values())).row: row for row in half if row}
                for part in _bands(sheet, rows):
                    yield from _side_by_side(part, sheet)
            return
    yield [row for row in band if row]


def _column_gaps(band: Band, sheet: Sheet) -> list[int]:
    """Visible columns without any cell, within the band."""
    taken: set[int] = set()
    for row in band:
        if len(row) > 1:
            for cell in row.values():
                taken.update(range(cell.column, min(cell.last_column, cell.column + 500) + 1))
    if not taken:
        return []
    return [at for at in range(min(taken), max(taken)) if at not in taken and at not in sheet.hidden_columns]


def _is_table(rows: Band) -> bool:
    """Whether rows have labels of their own before their figures."""
    labelled = figures = 0
    for row in rows:
        cells = [row[at] for at in sorted(row)]
        if any(is_figure(cell.text) for cell in cells):
            figures += 1
            labelled += len(cells) > 1 and not is_figure(cells[0].text)
    return labelled >= 2 and 3 * labelled >= 2 * figures


def _blocks(band: Band, sheet: Sheet) -> list[Block]:
    rows = list(band)
    before: list[Block] = []
    after: list[Block] = []
    if not any(len(row) > 1 for row in rows):
        return [_text(row, sheet) for row in rows]
    if len(rows) == 1 and all(ASIDE_RE.match(rows[0][at].text) for at in sorted(rows[0])[1:]):
        return [_text({at: cell}, sheet) for at, cell in sorted(rows[0].items())]
    first = min(min(row) for row in rows)
    while rows and _is_title(rows[0], first, rows[1:]):
        before += [_text({at: cell}, sheet) for at, cell in sorted(rows.pop(0).items())]
    while rows and (_is_note(rows[-1], first) or _heads_nothing(rows)):
        after.insert(0, _text(rows.pop(), sheet))
    if not rows:
        return [*before, *after]
    return [*before, _table(rows, sheet), *after]


def _is_title(row: dict[int, SheetCell], first: int, below: Sequence[dict[int, SheetCell]]) -> bool:
    """Whether the first row of a band stands over the table, and is no head of it."""
    cells = [row[at] for at in sorted(row)]
    if any(_is_unit(cell.text) for cell in cells) and not any(is_figure(cell.text) for cell in cells):
        return all(_is_unit(cell.text) or cell.column == first for cell in cells)
    if len(cells) != 1 or is_figure(cells[0].text):
        return False
    return cells[0].column == first and cells[0].last_row == cells[0].row and bool(below)


def _is_unit(text: str) -> bool:
    """Whether a cell is a unit note by itself: (単位:人), (Thousand t-CO2), (Persons), (Shareholding ratio, %)."""
    if UNIT_RE.fullmatch(text):
        return True
    words = fold(text).strip()
    if len(words) > LONG or words[:1] not in OPENING or words[-1:] not in CLOSING:
        return False
    last = f"({SEVERAL_RE.split(words[1:-1])[-1].strip()})"
    return any(read_unit_note(each, language) is not None for each in (words, last) for language in Language)


def _is_note(row: dict[int, SheetCell], first: int) -> bool:
    if len(row) != 1:
        return False
    text = next(iter(row.values())).text
    return bool(NOTE_RE.match(text)) or len(text) > LONG or text.rstrip().endswith(("。", "."))


def _heads_nothing(rows: Sequence[dict[int, SheetCell]]) -> bool:
    """Whether the last row is a remark by itself below rows with figures: 対象:国内全工場. A section would have rows below it."""
    *above, last = rows
    figures = any(is_figure(cell.text) for row in above[-MOST_NOTES:] for cell in row.values())
    if len(last) != 1 or not figures:
        return False
    cell = next(iter(last.values()))
    return cell.column == min(min(row) for row in rows) and bool(REMARK_RE.search(cell.text))


def _text(row: dict[int, SheetCell], sheet: Sheet) -> TextLine:
    return TextLine(
        tuple(
            GridCell(cell.row, at, cell.text, CellPlace(sheet.name, cell.name))
            for at, (_, cell) in enumerate(sorted(row.items()))
        )
    )


def _table(rows: Band, sheet: Sheet) -> TableBlock:
    columns = sorted({column for row in rows for column in row})
    numbers = [next(iter(row.values())).row for row in rows]
    cells = []
    for at, row in enumerate(rows):
        for cell in row.values():
            left = bisect_left(columns, cell.column)
            width = bisect_right(columns, cell.last_column) - left
            height = bisect_right(numbers, cell.last_row) - at
            place = CellPlace(sheet.name, cell.name)
            cells.append(GridCell(at, left, cell.text, place, max(1, height), max(1, width)))
    return TableBlock(tuple(_one_label_column(cells)))


def _one_label_column(cells: list[GridCell]) -> list[GridCell]:
    """Cells whose labels stand in one column, where columns indent them: no row has two of them."""
    rows: dict[int, dict[int, GridCell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    body = [row for row in rows.values() if any(at and is_figure(cell.text) for at, cell in row.items())]
    if not body:
        return cells
    figures = min(at for row in body for at, cell in row.items() if at and is_figure(cell.text))
    start = min(row[min(row)].row for row in body)
    last = 0
    for column in range(1, figures):
        used = [row for row in rows.values() if column in row and row[column].row >= start]
        if not used or any(at < column for row in used for at in row):
            break
        last = column
    if not last:
        return cells
    out = []
    for cell in cells:
        end = max(0, cell.column + cell.columns - 1 - last)
        left = max(0, cell.column - last)
        out.append(replace(cell, column=left, columns=max(1, end - left + 1)))
    return _first_of_each(out)


def _first_of_each(cells: list[GridCell]) -> list[GridCell]:
    """Cells without those that came to stand where another one stands: heads of columns that are one now."""
    seen: set[tuple[int, int]] = set()
    out = []
    for cell in cells:
        if (cell.row, cell.column) not in seen:
            seen.add((cell.row, cell.column))
            out.append(cell)
    return out


def _goes_on(above: Band, below: Band) -> bool:
    """Whether a table goes on below a blank row: no head of its own, and columns that the one above has.

    Where both begin with a numbered title (4. キャッシュ・フロー, 5. 株式情報), they are two tables.
    """
    if len(below[0]) == 1 and all(NUMBERED_RE.match(band[0][min(band[0])].text) for band in (above, below)):
        return False
    rows = [row for row in above if len(row) > 1]
    row = next((row for row in below[:2] if len(row) > 1), None)
    if (
        not rows
        or row is None
        or (len(below[0]) == 1 and min(below[0]) not in (min(row), min(map(min, rows))))
    ):
        return False
    if min(map(min, below)) < min(map(min, rows)) - 1 or max(map(max, below)) > max(map(max, rows)):
        return False
    first, *rest = (row[at] for at in sorted(row))
    figures = [is_figure(cell.text) for cell in rest]
    return not is_figure(first.text) and any(figures) and figures == sorted(figures)
