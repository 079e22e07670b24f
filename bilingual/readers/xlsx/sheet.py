"""Cells of a sheet as they are shown: hidden rows and columns are out, merged cells are one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bilingual.containers.cell_names import MOST_COLUMNS, MOST_ROWS, cell_at, column_name
from bilingual.containers.markup import children, local_name
from bilingual.errors import InputError
from bilingual.readers.xlsx.workbook import ON, SheetPart, Workbook

if TYPE_CHECKING:
    from lxml import etree

MOST_MERGES = 100_000
ERROR_RE = re.compile(r"#(?:REF!|DIV/0!|N/A|NAME\?|VALUE!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)")


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell with text: 0-based row and column of the sheet, what it shows, and how far it reaches."""

    row: int
    column: int
    text: str
    last_row: int
    last_column: int

    @property
    def name(self) -> str:
        """Its name in the sheet (``B12``)."""
        return f"{column_name(self.column)}{self.row + 1}"


@dataclass
class Sheet:
    """What a sheet shows.

    Attributes:
        name: on its tab.
        rows: its cells with text by row, then column; hidden ones are out.
        hidden_rows: numbers of hidden rows, from 0.
        hidden_columns: numbers of hidden columns, from 0.
        left_out: rows and columns with text that are hidden, by their names.
        unsaved: cells with a formula without a saved value.
        errors: cells that show an error.
    """

    name: str
    rows: dict[int, dict[int, SheetCell]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    left_out: dict[str, None] = field(default_factory=dict)
    unsaved: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def read_sheet(workbook: Workbook, part: SheetPart, most_characters: int) -> Sheet:
    """Read a sheet.

    Raises:
        InputError: damaged, or with more text than the limit.
    """
    sheet = Sheet(part.name)
    raw: dict[int, dict[int, str]] = {}
    spread: dict[int, set[int]] = {}
    merges: list[tuple[int, int, int, int]] = []
    length = row = 0
    for element in workbook.package.elements(part.part, "row", "cols", "mergeCell"):
        name = local_name(element)
        if name == "cols":
            _hide_columns(sheet, element)
        elif name == "mergeCell":
            area = _area(element.get("ref") or "")
            if area and len(merges) < MOST_MERGES:
                merges.append(area)
        else:
            number = element.get("r") or ""
            row = int(number) - 1 if number.isdigit() and 0 < int(number[:8]) <= MOST_ROWS else row
            if element.get("hidden") in ON:
                sheet.hidden_rows.add(row)
            cells = _cells(workbook, sheet, element, row, spread)
            if cells:
                raw[row] = cells
                length += sum(map(len, cells.values()))
            row += 1
        if length > most_characters:
            raise InputError(
                f"{workbook.package.path}: the text of sheet {part.name!r} is over the limit of {most_characters:,} "
                "characters; check that it is the right file, or raise limits.max_characters in bilingual.toml"
            )
    _place(sheet, raw, merges, spread)
    return sheet


def _hide_columns(sheet: Sheet, element: etree._Element) -> None:
    for each in children(element, "col"):
        first, last = each.get("min") or "", each.get("max") or ""
        if (each.get("hidden") in ON or each.get("width") == "0") and first.isdigit() and last.isdigit():
            sheet.hidden_columns.update(range(int(first[:6]) - 1, min(int(last[:6]), MOST_COLUMNS)))


def _area(name: str) -> tuple[int, int, int, int] | None:
    first, _, last = name.partition(":")
    start, end = cell_at(first), cell_at(last or first)
    return (*start, *end) if start and end and start <= end and start[1] <= end[1] else None


def _cells(
    workbook: Workbook, sheet: Sheet, row: etree._Element, number: int, spread: dict[int, set[int]]
) -> dict[int, str]:
    out: dict[int, str] = {}
    column = 0
    for cell in children(row, "c"):
        place = cell_at(cell.get("r") or "")
        column = place[1] if place else column
        if column >= MOST_COLUMNS:
            break
        text = workbook.shown(cell)
        if text is None:
            sheet.unsaved.append(f"{column_name(column)}{number + 1}")
        elif text.strip():
            out[column] = text
            if cell.get("t") == "e" or ERROR_RE.fullmatch(text.strip()):
                sheet.errors.append(f"{column_name(column)}{number + 1}")
        if workbook.style(cell).spreads:
            spread.setdefault(number, set()).add(column)
        column += 1
    return out


def _place(
    sheet: Sheet,
    raw: dict[int, dict[int, str]],
    merges: list[tuple[int, int, int, int]],
    spread: dict[int, set[int]],
) -> None:
    """Put the cells in their rows, with what they reach; what is hidden stays out and is named."""
    reach = {(first, left): (last, right) for first, left, last, right in merges}
    covered = _covered(merges, raw)
    for row, cells in sorted(raw.items()):
        for column, text in sorted(cells.items()):
            if (row, column) in covered:
                continue
            last_row, last_column = reach.get((row, column), (row, column))
            if column in spread.get(row, ()):
                while last_column + 1 in spread[row] and last_column + 1 not in cells:
                    last_column += 1
            shown = (
                _visible(row, last_row, sheet.hidden_rows),
                _visible(column, last_column, sheet.hidden_columns),
            )
            if shown[0] is None:
                sheet.left_out[f"row {row + 1}"] = None
            elif shown[1] is None:
                sheet.left_out[f"column {column_name(column)}"] = None
            else:
                sheet.rows.setdefault(row, {})[column] = SheetCell(row, column, text, last_row, last_column)


def _visible(first: int, last: int, hidden: set[int]) -> int | None:
    return next((at for at in range(first, last + 1) if at not in hidden), None)


def _covered(merges: list[tuple[int, int, int, int]], raw: dict[int, dict[int, str]]) -> set[tuple[int, int]]:
    """Cells with text that a merged cell covers, so that nobody sees them."""
    out: set[tuple[int, int]] = set()
    rows = sorted(raw)
    for first, left, last, right in merges:
        for row in range(first, last + 1) if last - first < len(rows) else rows:
            if first <= row <= last and row in raw:
                out.update(
                    (row, column)
                    for column in raw[row]
                    if left <= column <= right and (row, column) != (first, left)
                )
    return out
