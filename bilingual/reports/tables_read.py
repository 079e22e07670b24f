"""The tables that were read: as JSON, as one line per cell, and what both say of their places."""

from __future__ import annotations

from bilingual.model.document import Document, Span
from bilingual.model.figure import Figure, Period
from bilingual.model.report import Json, figure_value, plain
from bilingual.model.table import Row, Table


def table_to_dict(table: Table, document: Document | None = None) -> dict[str, Json]:
    """A table as the machine interface has it; of a structured file with the place of every label and cell."""
    return {
        "id": table.id,
        "lang": table.language.value,
        "line": table.line,
        "caption": table.caption,
        "unit": unit_text(table.unit, table.scale) or table.unit_note,
        "columns": [
            {
                "header": column.header,
                "period": _period(column.period),
                "unit": unit_text(column.unit, column.scale),
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


def unit_text(unit: str, scale: int) -> str:
    """A unit with the word for its power of ten; empty without a unit."""
    words = {0: "", 3: " thousand", 6: " million", 8: " hundred million", 9: " billion", 12: " trillion"}
    return f"{unit}{words.get(scale, f' x 10^{scale}')}" if unit else ""


def _period(period: Period | None) -> str:
    if period is None:
        return ""
    if period.end is None:
        return period.printed
    return period.end.isoformat() if period.start is None else f"{period.start}/{period.end}"


def cell_rows(document: Document, table: Table) -> list[dict[str, Json]]:
    """Every cell of a table with its place, its row and its head."""
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
