"""Block -> Table: labels, sections, cells with their figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bilingual.figures import read_cell
from bilingual.model.document import Document, Language, MappedText, Span
from bilingual.model.figure import Figure, FiscalCalendar, Kind, Period
from bilingual.model.quick import replace
from bilingual.model.repair import Damage, Repair
from bilingual.model.table import Cell, CellKind, Column, Row, RowKind, Table
from bilingual.tables.asides import bared_row, without_asides
from bilingual.tables.block import ROWS, Block
from bilingual.tables.captions import read_caption
from bilingual.tables.columns import make_columns
from bilingual.tables.grid import Grid, GridRow, make_grid
from bilingual.tables.labels import Label, read_labels
from bilingual.tables.line import PLACED, REPAIRED
from bilingual.tables.lines import Field
from bilingual.tables.placing import place_short_rows, told_places
from bilingual.tables.row_periods import row_period
from bilingual.tables.stub import StubEntry, StubPlace, place_rows
from bilingual.tables.units import MONEY, RowUnit, cell_unit, row_unit
from bilingual.text.column_heads import is_boundary_head

_KINDS = {Kind.NIL: CellKind.NIL, Kind.NOT_APPLICABLE: CellKind.NOT_APPLICABLE}
_FRACTION_RE = re.compile(r"\d\.\d")


@dataclass(frozen=True)
class _Context:
    document: Document
    language: Language
    calendar: FiscalCalendar
    columns: tuple[Column, ...]
    repairs: list[Repair]
    periods: tuple[Period, ...] = ()
    unit: str = ""
    scale: int = 0


def continue_table(
    document: Document, block: Block, table: Table, language: Language, calendar: FiscalCalendar
) -> Table | None:
    """Add the rows of a block without caption and header to the table before; None where they do not fit."""
    grid = make_grid(block)
    if grid.width != len(table.columns):
        return None
    grid = without_asides(place_short_rows(grid, [column.unit for column in table.columns]), table.columns)
    block.repairs.extend(told_places(grid))
    context = _Context(
        document, language, calendar, table.columns, block.repairs, (), table.unit, table.scale
    )
    rows = _rows(grid, context)
    return replace(table, rows=(*table.rows, *rows), last_line=max(line.number for line in block.lines))


def build_table(
    document: Document, block: Block, number: int, language: Language, calendar: FiscalCalendar
) -> Table:
    """Make the table of a block; ``number`` counts the tables of the side from 1."""
    caption = read_caption([*block.head.moved, *block.head.captions], block.head.headers, language, calendar)
    grid = make_grid(block)
    columns = make_columns(grid, block.head.headers, caption, language, calendar)
    grid = without_asides(place_short_rows(grid, [column.unit for column in columns]), columns)
    block.repairs.extend(told_places(grid))
    note = (caption.note.unit, caption.note.scale) if caption.note else ("", 0)
    context = _Context(document, language, calendar, columns, block.repairs, caption.periods, *note)
    consumed = [line.number for line in block.lines]
    return Table(
        f"{language}{number}",
        language,
        min(consumed),
        max(consumed),
        caption.text,
        caption.span,
        caption.note_printed,
        caption.note_span,
        *note,
        columns,
        _rows(grid, context),
        tuple(line.number for line in block.head.headers),
    )


def _rows(grid: Grid, context: _Context) -> tuple[Row, ...]:
    labels = read_labels(grid.rows)
    entries = [
        StubEntry(label.text, label.row.line.kind in ROWS or _filled(label.row), label.indent)
        for label in labels
    ]
    places = place_rows(entries)
    return tuple(_row(label, place, context) for label, place in zip(labels, places, strict=True))


def _filled(row: GridRow) -> bool:
    return any(cell is not None for cell in row.cells)


def _row(label: Label, place: StubPlace, context: _Context) -> Row:
    section = (*place.section, label.group) if label.group else place.section
    text = label.text.rstrip(":") if place.kind is RowKind.SECTION else label.text
    cells: tuple[Cell, ...] = ()
    if place.kind is not RowKind.SECTION:
        unit = _unit_of_row(label, context.language)
        if unit is not None and unit.counted and unit.unit == context.unit:
            unit = replace(unit, scale=context.scale)  # Number of treasury shares below (Thousands of shares)
        period = row_period(label.text, context.periods, context.language, context.calendar)
        source = bared_row(label)
        columns = _without_money(context.columns) if _names_scales(label.row) else context.columns
        cells = tuple(_cell(source, column, unit, period, context) for column in columns)
    return Row(
        label.row.line.number, text, label.span, section, len(section), place.kind, cells, label.row.unit
    )


_SCALED_RE = re.compile(
    r"(?:JPY|¥|\$) ?[\d.,]+ ?(?:bn|mn|tn|[mb]illion|trillion)\b|\d[\d.,]* ?[兆億万]円", re.IGNORECASE
)
"""An amount that says in which scale it is counted: ¥3.59 bn, 35.9億円."""


def _names_scales(row: GridRow) -> bool:
    """Whether amounts of a row say their scales: what stands bare beside them is counted in no unit of the caption."""
    return any(cell is not None and _SCALED_RE.fullmatch(cell.text) for cell in row.cells)


def _without_money(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Columns in which an amount has the unit that it prints."""
    return tuple(replace(column, unit="", scale=0) if column.unit in MONEY else column for column in columns)


def _unit_of_row(label: Label, language: Language) -> RowUnit | None:
    """The unit of a row: its cell in a column of units, brackets behind its label, or behind the first of several cells of it."""
    unit = cell_unit(label.row.unit, language) or row_unit(label.text, language)
    stub = label.row.stub
    if unit is None and len(stub) > 1 and stub[0].text.endswith(")"):
        return row_unit(stub[0].text, language)
    return unit


_MARK_RE = re.compile(r"\(\d{1,2}\)|[①-⑳]")
"""A mark that stands for one of several boundaries: no negative number under their head."""


def _cell(
    row: GridRow, column: Column, unit: RowUnit | None, period: Period | None, context: _Context
) -> Cell:
    content = row.line.content
    field = row.cells[column.index]
    if field is None:
        return Cell("", _gap(row, column.index), column.index, CellKind.BLANK)
    span = _place(content, field)
    printed = context.document.text[span.start : span.end]
    name, scale = _unit_of(field, column, unit)
    figure = read_cell(row.line.reading(field), context.language, name, scale, period or column.period)
    if figure is None or (_MARK_RE.fullmatch(field.text) and is_boundary_head(column.header)):
        return Cell(printed, span, column.index, CellKind.TEXT)
    if figure.confidence < 100 and field.content is None:
        context.repairs.append(
            Repair("dotted_figures", Damage.GLYPHS, field.text, field.text.replace(".", ","), span)
        )
    kind = _KINDS.get(figure.kind, CellKind.FIGURE)
    others = tuple(
        replace(other, confidence=PLACED)
        for content in field.others
        if (other := read_cell(content, context.language, name, scale, period or column.period)) is not None
    )
    return Cell(printed, span, column.index, kind, _sure(figure, row, field), others)


def _place(content: MappedText, field: Field) -> Span:
    """Where a cell stands in the document: in its row's line, or in the one that it was moved from."""
    if field.content is not None and field.content.text:
        whole = content.span(0, len(content.text))
        own = field.content.span(0, len(field.content.text))
        if not own.overlaps(whole):
            return own
    return content.span(field.start, field.end)


def _sure(figure: Figure, row: GridRow, field: Field) -> Figure:
    if field.confidence == 100 and not field.others and not row.doubtful:
        return figure  # as nearly all
    confidence = min(
        figure.confidence,
        field.confidence,
        PLACED if row.doubtful and not row.decided else 100,
        REPAIRED if field.others else 100,
    )
    return figure if confidence == figure.confidence else replace(figure, confidence=confidence)


def _gap(row: GridRow, column: int) -> Span:
    """Where a blank cell stands: the empty place after the last filled one before it."""
    before: Field | None = None
    for cell in row.cells[:column]:
        before = cell or before
    parts = [before] if before is not None else list(row.stub[-1:])
    content = row.line.content
    end = content.span(parts[0].start, parts[0].end).end if parts else content.offset(0)
    return Span(end, end)


_POINTS = frozenset({"pt", "bps"})


def _unit_of(field: Field, column: Column, unit: RowUnit | None) -> tuple[str, int]:
    """Unit and scale of a cell: its own per cent sign, the row's unit, the column's."""
    if column.unit == "%" or "%" in field.text:
        return "%", 0
    if unit is None or (unit.decimals_only and not _FRACTION_RE.search(field.text)):
        return column.unit, column.scale
    if unit.unit == "%" and column.unit in _POINTS:
        return column.unit, column.scale  # the change of a rate
    if unit.money and column.unit in MONEY:
        return column.unit, unit.scale
    return unit.unit, unit.scale
