"""A table that was read, as text: its heads, what was understood of them, and its rows in their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bilingual.model.document import Document
from bilingual.model.figure import Period
from bilingual.model.table import Column, Row, Table
from bilingual.reports.safe import json_text, one_line
from bilingual.reports.stages import padded, print_rows
from bilingual.reports.tables_read import cell_rows, place_label, table_to_dict, unit_text

LABEL_WIDTH = 44
HEAD_WIDTH = 16
"""Columns narrower than this are widened for their heads; longer heads go on in the next line."""
CELL_WIDTH = 40

Line = tuple[str, list[str]]


def print_tables(tables: Sequence[tuple[Document, Table]], style: str, stream: TextIO) -> None:
    """Print tables, each with its document, as text, as JSON, or as CSV with one line per cell."""
    if style == "json":
        stream.write(json_text([table_to_dict(table, document) for document, table in tables]))
    elif style == "csv":
        print_rows([cell for document, table in tables for cell in cell_rows(document, table)], style, stream)
    else:
        for document, table in tables:
            print_table(document, table, stream)


def print_table(document: Document, table: Table, stream: TextIO) -> None:
    """Print a table: caption and unit, heads, period and unit of every column, rows with their lines.

    Args:
        document: where the table stands.
        table: what to print.
        stream: where to; nothing of the document runs in a terminal.
    """
    unit = unit_text(table.unit, table.scale)
    where = one_line(place_label(document, table), 60) or f"line {table.line}"
    stream.write(f"{table.id}  {where}  {one_line(table.caption)}" + (f"  [{unit}]" if unit else "") + "\n")
    read = [*_read(table)]
    rows = [_row(row, table) for row in table.rows]
    widths = [
        max(
            6, min(HEAD_WIDTH, cell_len(column.header)), *(cell_len(cells[at]) for _, cells in (*read, *rows))
        )
        for at, column in enumerate(table.columns)
    ]
    lines = [*_heads(table, widths), *read, *rows]
    stub = max((cell_len(label) for label, _ in lines), default=0)
    for label, cells in lines:
        right = "  ".join(
            " " * max(0, width - cell_len(cell)) + cell for cell, width in zip(cells, widths, strict=True)
        )
        stream.write(f"{padded(label, stub)}  {right}".rstrip() + "\n")
    stream.write("\n")


def _heads(table: Table, widths: list[int]) -> Iterator[Line]:
    """The heads of the columns, each in as many lines as it needs, down to the rows."""
    console = Console(width=max(widths, default=HEAD_WIDTH), color_system=None)
    heads = [
        [line.plain.strip() for line in Text(one_line(column.header)).wrap(console, width)]
        for column, width in zip(table.columns, widths, strict=True)
    ]
    height = max(map(len, heads), default=0)
    blocks = [[""] * (height - len(head)) + head for head in heads]
    for at in range(height):
        yield "", [block[at] for block in blocks]


def _read(table: Table) -> Iterator[Line]:
    """What was understood of the columns: a misreading shows here first."""
    whole = unit_text(table.unit, table.scale)
    units = [_measured(column) for column in table.columns]
    for name, cells in (
        ("period", [_time(column.period) for column in table.columns]),
        ("unit", units if set(units) - {whole} else []),
    ):
        if any(cells):
            yield f"      ({name})", [f"({cell})" if cell else "" for cell in cells]


def _time(period: Period | None) -> str:
    """First and last month of a duration (ISO 8601), the day of an instant, else the words that name the period."""
    if period is None:
        return ""
    if period.end is None:
        return one_line(period.printed, HEAD_WIDTH)
    if period.start is None:
        return period.end.isoformat()
    start, end = f"{period.start:%Y-%m}", f"{period.end:%Y-%m}"
    if start == end:
        return start
    return f"{start}/{end.removeprefix(f'{period.start:%Y-}')}"


def _measured(column: Column) -> str:
    unit = unit_text(column.unit, column.scale)
    return f"{column.measure} {unit}".strip() if column.measure not in ("", "amount") else unit


def _row(row: Row, table: Table) -> Line:
    cells = {cell.column: one_line(cell.text, CELL_WIDTH) for cell in row.cells}
    label = "  " * len(row.section) + one_line(row.label, LABEL_WIDTH)
    return f"{row.line:>5} {label}", [cells.get(at, "") for at in range(len(table.columns))]
