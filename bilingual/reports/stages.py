"""The output of single stages: figures, tables, tokens, alignment, as text, JSON or CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from rich.cells import cell_len

from bilingual.model.alignment import Side
from bilingual.model.document import Document, Span
from bilingual.model.figure import Figure, Period
from bilingual.model.report import Json, Report, figure_to_dict, figure_value, plain, side_figures
from bilingual.model.segment import Token
from bilingual.model.table import Row, Table
from bilingual.reports.safe import clean, json_text, one_line

Rows = Sequence[Mapping[str, Json]]
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
HARMLESS_RE = re.compile(r"[-+]?(?:\d[\d,]*(?:\.\d+)?)?%?")
"""What a spreadsheet reads as a number, a percentage or a dash, and never as a formula."""
WIDEST = 44


def figure_rows(side: Side) -> list[dict[str, Json]]:
    """Every figure of a side, in order of place."""
    figures = sorted(side_figures(side), key=lambda figure: figure.span)
    return [
        {"lang": figure.language.value, "kind": figure.kind.value, **figure_to_dict(side.document, figure)}
        for figure in figures
    ]


def token_rows(lines: Iterable[tuple[Document, int, Sequence[Token]]]) -> list[dict[str, Json]]:
    """Every token with its place."""
    return [
        {
            "line": number,
            "col": token.start + 1,
            "text": token.surface,
            "pos": token.part_of_speech,
            "lemma": token.lemma,
            "term": token.term,
        }
        for _, number, tokens in lines
        for token in tokens
    ]


def alignment_rows(report: Report) -> list[dict[str, Json]]:
    """Every pair with its figures, one row per figure pair."""
    return [
        {str(name): value if isinstance(value, (str, int, float)) else "" for name, value in row.items()}
        for row in report.to_frame("pairs").astype(object).fillna("").to_dict("records")
    ]


def print_rows(rows: Rows, style: str, stream: TextIO) -> None:
    """Print rows as a text table, as JSON or as CSV; nothing of them runs in a terminal or a spreadsheet."""
    if style == "json":
        stream.write(json_text(list(rows)))
        return
    names = list(dict.fromkeys(name for row in rows for name in row))
    if style == "csv":
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([_field(row.get(name)) for name in names] for row in rows)
        return
    cells = [[_shown(row.get(name)) for name in names] for row in rows]
    widths = [
        min(WIDEST, max([cell_len(name), *(cell_len(row[at]) for row in cells)]))
        for at, name in enumerate(names)
    ]
    for row in [names, *cells]:
        stream.write(
            "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"
        )


def _field(value: Json) -> str:
    return formula_free(_text(value))


def formula_free(text: str) -> str:
    """A CSV field that no spreadsheet takes for a formula (numbers and dashes stay as they are)."""
    if text.startswith(FORMULA_SIGNS) and not HARMLESS_RE.fullmatch(text):
        return "'" + text
    return text


def _shown(value: Json) -> str:
    return one_line(_text(value), WIDEST)


def _text(value: Json) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "..".join(str(item) for item in value)
    return clean(str(value))


def _padded(text: str, width: int) -> str:
    return text + " " * max(0, width - cell_len(text))


def table_to_dict(table: Table, document: Document | None = None) -> dict[str, Json]:
    """A table as the machine interface has it; of a structured file with the place of every label and cell."""
    return {
        "id": table.id,
        "lang": table.language.value,
        "line": table.line,
        "caption": table.caption,
        "unit": _unit(table.unit, table.scale) or table.unit_note,
        "columns": [
            {
                "header": column.header,
                "period": _period(column.period),
                "unit": _unit(column.unit, column.scale),
                "measure": column.measure,
            }
            for column in table.columns
        ],
        "rows": [_row_to_dict(row, document) for row in table.rows],
    }


def _place(document: Document | None, span: Span | None) -> dict[str, Json]:
    """Where the file has a span, if lines and columns do not say it."""
    origin = document.origin(span) if document is not None and span is not None else None
    return {**origin.to_dict()} if origin is not None else {}


def place_label(document: Document, table: Table, row: Row | None = None) -> str:
    """Where the file has a table or a row, in words; empty where the line says it."""
    if row is None:
        spans = [table.caption_span, *(span for row in table.rows[:1] for span in _spans(row))]
    else:
        spans = _spans(row)
    origins = (document.origin(span) for span in spans if span is not None)
    origin = next((origin for origin in origins if origin is not None), None)
    return origin.label(row.line if row is not None else table.line) if origin is not None else ""


def _spans(row: Row) -> list[Span | None]:
    return [*(cell.span for cell in row.cells if cell.text), row.label_span]


def _row_to_dict(row: Row, document: Document | None) -> dict[str, Json]:
    return {
        "line": row.line,
        **_place(document, row.label_span),
        "label": row.label,
        "kind": row.kind.value,
        "section": list(row.section),
        "cells": [
            {
                "text": cell.text,
                "value": _value(cell.figure),
                "column": cell.column,
                **({"place": place} if (place := _place(document, cell.span)) else {}),
            }
            for cell in row.cells
        ],
    }


def _value(figure: Figure | None) -> Json:
    if figure is None:
        return None
    if figure.ends:
        return [plain(end) for end in figure.ends]
    return figure_value(figure) or None


def _unit(unit: str, scale: int) -> str:
    words = {0: "", 3: " thousand", 6: " million", 8: " hundred million", 9: " billion", 12: " trillion"}
    return f"{unit}{words.get(scale, f' x 10^{scale}')}" if unit else ""


def _period(period: Period | None) -> str:
    if period is None:
        return ""
    if period.end is None:
        return period.printed
    return period.end.isoformat() if period.start is None else f"{period.start}/{period.end}"


def print_tables(tables: Sequence[tuple[Document, Table]], style: str, stream: TextIO) -> None:
    """Print tables, each with its document, as text, as JSON, or as CSV with one line per cell."""
    if style == "json":
        stream.write(json_text([table_to_dict(table, document) for document, table in tables]))
    elif style == "csv":
        print_rows([cell for document, table in tables for cell in _cells(document, table)], style, stream)
    else:
        for document, table in tables:
            _print_table(document, table, stream)


def _cells(document: Document, table: Table) -> list[dict[str, Json]]:
    headers = {column.index: column.header for column in table.columns}
    return [
        {
            "table": table.id,
            "line": row.line,
            "place": origin.label(row.line) if (origin := document.origin(cell.span)) is not None else "",
            "section": " > ".join(row.section),
            "label": row.label,
            "column": cell.column,
            "header": headers.get(cell.column, ""),
            "text": cell.text,
            "value": _value(cell.figure),
        }
        for row in table.rows
        for cell in row.cells
    ]


def _print_table(document: Document, table: Table, stream: TextIO) -> None:
    unit = _unit(table.unit, table.scale)
    where = one_line(place_label(document, table), 60) or f"line {table.line}"
    stream.write(f"{table.id}  {where}  {one_line(table.caption)}" + (f"  [{unit}]" if unit else "") + "\n")
    headers = [one_line(column.header, 16) for column in table.columns]
    widths = [
        max([cell_len(header), 6, *(cell_len(_at(row, at)) for row in table.rows)])
        for at, header in enumerate(headers)
    ]
    lines = [("", headers)]
    for row in table.rows:
        label = "  " * len(row.section) + one_line(row.label, WIDEST)
        lines.append((f"{row.line:>5} {label}", [_at(row, at) for at in range(len(headers))]))
    stub = max(cell_len(label) for label, _ in lines)
    for label, cells in lines:
        right = "  ".join(
            " " * max(0, width - cell_len(cell)) + cell for cell, width in zip(cells, widths, strict=True)
        )
        stream.write(f"{_padded(label, stub)}  {right}".rstrip() + "\n")
    stream.write("\n")


def _at(row: Row, column: int) -> str:
    return next((one_line(cell.text, 40) for cell in row.cells if cell.column == column), "")
