"""Brackets around figures that are said aside, and are no minus: a rate below its amount, the year before beside this one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.model.quick import replace
from bilingual.model.table import Column
from bilingual.tables.grid import Grid, GridRow
from bilingual.tables.labels import Label
from bilingual.tables.line import Field
from bilingual.tables.units import is_rate

_CHANGE_RE = re.compile(r"増減|伸び|成長|change|growth|increase", re.IGNORECASE)
"""Words for changes, where brackets may be a minus."""
_RATE_RE = re.compile(r"\(\d[\d,]*(?:\.\d+)?%\)")
_SIGNED_RATE_RE = re.compile(r"\((?:[-△▲+] ?\d[\d,]*(?:\.\d+)?%|\(\d[\d,]*(?:\.\d+)?(?:\)%|%\)))\)")
"""A rate in brackets with a sign of its own: the brackets are none."""
_FIGURE_RE = re.compile(r"\((?:[-△▲+] ?)?\d[\d,]*(?:\.\d+)?%?\)")
_HEAD_RE = re.compile(r"\([^()]{2,}\)")
_UNIT_HEAD_RE = re.compile(r"%|円|[Yy]en|株|shares|注|[Nn]ote|増減|[Cc]hange", re.IGNORECASE)
"""Heads in brackets that name a unit, a note or a change."""
FEWEST = 2


def bared_row(label: Label) -> GridRow:
    """The row of a label, without brackets around per cents that are said aside."""
    if not _names_rate(label.text) or not _are_aside(label.row):
        return label.row
    return _bared_rates(label.row)


def _are_aside(row: GridRow) -> bool:
    """Whether all per cents of a row stand in brackets, more than one."""
    rates = _rates(row)
    return len(rates) >= FEWEST and all(
        _RATE_RE.fullmatch(rate) or _SIGNED_RATE_RE.fullmatch(rate) for rate in rates
    )


def _rates(row: GridRow) -> list[str]:
    return [cell.text for cell in row.cells if cell is not None and "%" in cell.text]


def _bared_rates(row: GridRow) -> GridRow:
    return replace(
        row, cells=tuple(_bared(cell) if cell and "%" in cell.text else cell for cell in row.cells)
    )


def _names_rate(text: str) -> bool:
    """Whether a label in brackets names a rate that is no change: (利益率)."""
    named = text.startswith("(") and text.endswith(")") and is_rate(text[1:-1].strip())
    return named and not _CHANGE_RE.search(text)


def without_asides(grid: Grid, columns: Sequence[Column]) -> Grid:
    """The grid without brackets that are no minus.

    They stand around the head of a column and all of its figures (``(前期実績)``), or around all per cents of rows, one
    of which has a sign inside them.
    """
    asides = [column.index for column in columns if _is_aside(grid, column)]
    rows = grid.rows
    if asides and len(asides) < len(columns):
        rows = tuple(
            replace(
                row, cells=tuple(_bared(cell) if at in asides else cell for at, cell in enumerate(row.cells))
            )
            for row in rows
        )
    rates = [row for row in rows if _are_aside(row)]
    if any(_SIGNED_RATE_RE.fullmatch(rate) for row in rates for rate in _rates(row)):
        rows = tuple(_bared_rates(row) if row in rates else row for row in rows)
    return grid if rows is grid.rows else replace(grid, rows=rows)


def _is_aside(grid: Grid, column: Column) -> bool:
    if not _HEAD_RE.fullmatch(column.header) or _UNIT_HEAD_RE.search(column.header):
        return False
    figures = [
        cell.text
        for row in grid.rows
        if (cell := row.cells[column.index]) is not None and any(map(str.isdigit, cell.text))
    ]
    return len(figures) >= FEWEST and all(map(_FIGURE_RE.fullmatch, figures))


def _bared(cell: Field | None) -> Field | None:
    """A cell without its brackets, where all of it stands in them."""
    if cell is None or cell.content is not None or cell.text[:1] != "(" or cell.text[-1:] != ")":
        return cell
    return replace(cell, start=cell.start + 1, end=cell.end - 1, text=cell.text[1:-1])
