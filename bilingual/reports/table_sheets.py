"""The tables that were read, as a workbook: a list of them, and a sheet for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bilingual.containers.markup import without_controls
from bilingual.containers.sheets import workbook_bytes
from bilingual.model.alignment import Side
from bilingual.model.document import Document
from bilingual.model.table import Table
from bilingual.reports.tables_read import place_label

LONGEST = 32_000


def tables_bytes(sides: Sequence[Side]) -> bytes:
    """A workbook of the tables of sides; every cell is a text, as it was read.

    Raises:
        OptionError: more rows than a sheet holds.
    """
    tables = [(side.document, table) for side in sides for table in side.tables]
    index = [("sheet", "file", "place", "caption", "unit", "rows", "columns")]
    sheets: list[tuple[str, list[tuple[str, ...]]]] = []
    for number, (document, table) in enumerate(tables, start=1):
        name = f"{number} {table.id}"
        place = place_label(document, table) or f"line {table.line}"
        counts = (str(len(table.rows)), str(len(table.columns)))
        index.append((name, document.path, place, _text(table.caption), _text(table.unit_note), *counts))
        sheets.append((name, list(_rows(document, table))))
    return workbook_bytes([("tables", index), *sheets])


def _rows(document: Document, table: Table) -> Iterator[tuple[str, ...]]:
    yield ("place", "section", "label", *(_text(column.header) for column in table.columns))
    for row in table.rows:
        cells = {cell.column: cell.text for cell in row.cells}
        yield (
            _text(place_label(document, table, row) or f"line {row.line}"),
            _text(" > ".join(row.section)),
            _text(row.label),
            *(_text(cells.get(column.index, "")) for column in table.columns),
        )


def _text(text: str) -> str:
    return without_controls(text)[:LONGEST]
