"""Comparisons built by hand: what an aligner would hand over, without one."""

from __future__ import annotations

from decimal import Decimal

from bilingual.model.alignment import (
    Alignment,
    Anchor,
    Comparison,
    FigurePair,
    Pair,
    PairKind,
    Side,
)
from bilingual.model.document import Document, Language, Span
from bilingual.model.figure import Aspect, Difference, Figure, FiscalCalendar, Kind
from bilingual.model.table import Cell, CellKind, Column, Row, RowKind, Table
from bilingual.model.termbase import Termbase


def _table(language, document, rows, unit, scale):
    """A table whose lines are label, tab, cells."""
    made, columns = [], max(len(cells) for _, cells in rows)
    for number, (label, cells) in enumerate(rows, start=1):
        start = document.line_starts[number - 1]
        at = start + len(label)
        row_cells = []
        for index, text in enumerate(cells):
            span = Span(at + 1, at + 1 + len(text))
            at = span.end
            digits = text.strip("()").replace(",", "")
            value = Decimal(digits) * 10**scale * (-1 if text.startswith("(") else 1)
            figure = Figure(
                language,
                Kind.AMOUNT,
                text,
                span,
                value=value,
                step=Decimal(10**scale),
                unit=unit,
                scale=scale,
            )
            row_cells.append(Cell(text, span, index, CellKind.FIGURE, figure))
        made.append(
            Row(number, label, Span(start, start + len(label)), (), 0, RowKind.ITEM, tuple(row_cells))
        )
    heads = tuple(Column(index, f"{index + 1}Q", unit=unit, scale=scale) for index in range(columns))
    return Table(
        f"{language}1", language, 1, len(rows), "", None, "(unit)", None, unit, scale, heads, tuple(made)
    )


def compare_tables(ja_rows, en_rows, aspects=None, unit="JPY", scale=3):
    """Two tables whose rows and columns correspond one to one.

    Args:
        ja_rows: label and printed cells of every row.
        en_rows: the same in English.
        aspects: for (row, column), the aspect in which the cells differ; cells that print other digits differ
            in their value anyway.
        unit: unit of the cells.
        scale: scale of the cells.
    """
    sides, tables = [], []
    for language, rows in zip(Language, (ja_rows, en_rows), strict=True):
        text = "\n".join("\t".join((label, *cells)) for label, cells in rows)
        document = Document(f"{language}.txt", text)
        table = _table(language, document, rows, unit, scale)
        tables.append(table)
        sides.append(Side(document, language, ((1, len(rows)),), (), (table,), FiscalCalendar()))
    pairs = [
        _row_pair(index, tables, left, right, aspects or {})
        for index, (left, right) in enumerate(zip(tables[0].rows, tables[1].rows, strict=True))
    ]
    return Comparison(*sides, Alignment(tuple(pairs)), Termbase())


def _row_pair(index, tables, left, right, aspects):
    figures = []
    for column, (mine, theirs) in enumerate(zip(left.cells, right.cells, strict=True)):
        aspect = aspects.get((index, column))
        if aspect is None and mine.figure.value != theirs.figure.value:
            aspect = Aspect.SIGN if mine.figure.value == -theirs.figure.value else Aspect.VALUE
        differ = (Difference(aspect, 2),) if aspect else ()
        figures.append(FigurePair(mine.figure, theirs.figure, differ))
    return Pair(
        PairKind.ROW, 1.0,
        (Anchor(left.label_span, left.line),), (Anchor(right.label_span, right.line),),
        figures=tuple(figures), ja_row=left, en_row=right, ja_table=tables[0], en_table=tables[1],
    )  # fmt: skip
