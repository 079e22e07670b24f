"""Figures whose unit nothing printed tells take it, with their scale, from the fact that the issuer tagged them as."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from bilingual.model.alignment import SegmentReading
from bilingual.model.document import Document, Language
from bilingual.model.facts import SHARES, FiledFigure, MarkedFigure, TaggedFact
from bilingual.model.figure import Figure, Kind
from bilingual.model.table import Row, Table

Lookup = Callable[[Figure], TaggedFact | None]


def fact_lookup(marked: Sequence[MarkedFigure]) -> Lookup:
    """What tells the fact that marks a figure: the tag stands within the figure's place."""
    starts = [mark.span.start for mark in marked]

    def lookup(figure: Figure) -> TaggedFact | None:
        at = bisect_left(starts, figure.span.start)
        if at < len(marked) and marked[at].span.end <= figure.span.end:
            return marked[at].fact
        return None

    return lookup


def filed_figures(document: Document, language: Language, tables: Sequence[Table]) -> tuple[FiledFigure, ...]:
    """The figures of tables that a document tags, as they are printed."""
    if not document.marked:
        return ()
    lookup = fact_lookup(document.marked)
    found = (
        FiledFigure(language, cell.figure, fact, row, table, tagged=True)
        for table in tables
        for row in table.rows
        for cell in row.cells
        if cell.figure is not None and (fact := lookup(cell.figure)) is not None
    )
    return tuple(found)


def tagged_tables(document: Document, tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """The tables of a document with the values of its tags."""
    if not document.marked:
        return tables
    lookup = fact_lookup(document.marked)
    return tuple(
        replace(table, rows=tuple(_tagged_row(row, lookup) for row in table.rows)) for table in tables
    )


def _tagged_row(row: Row, lookup: Lookup) -> Row:
    cells = tuple(
        replace(cell, figure=_tagged(cell.figure, lookup)) if cell.figure else cell for cell in row.cells
    )
    return replace(row, cells=cells)


def tagged_readings(document: Document, readings: tuple[SegmentReading, ...]) -> tuple[SegmentReading, ...]:
    """The running text of a document with the values of its tags."""
    if not document.marked:
        return readings
    lookup = fact_lookup(document.marked)
    return tuple(
        replace(reading, figures=tuple(_tagged(figure, lookup) for figure in reading.figures))
        for reading in readings
    )


def _tagged(figure: Figure, lookup: Lookup) -> Figure:
    fact = lookup(figure)
    if fact is None or fact.value is None or figure.value is None or figure.step is None:
        return figure
    if not fact.is_quantity or figure.kind is not Kind.NUMBER:
        return figure  # what is printed tells the unit; where the tag contradicts it, a rule says so
    # The sign is the printed one: a tag may state an outflow as a positive payment.
    size = abs(fact.value)
    return replace(
        figure,
        kind=Kind.COUNT if fact.unit == SHARES else Kind.AMOUNT,
        value=-size if figure.value < 0 else size,
        step=figure.step.scaleb(fact.scale - figure.scale),
        unit=fact.unit,
        scale=fact.scale,
    )
