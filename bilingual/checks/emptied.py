"""Cells that are empty in one version only, in rows that agree in all else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bilingual.checks.examination import Examination, is_stated
from bilingual.model.alignment import Leftover, Pair, Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Figure
from bilingual.model.table import Row, Table

ENOUGH_CELLS = 2
"""Cells of the row that agree."""
ENOUGH_ROWS = 4
"""Rows of the two tables that agree in every cell."""
FEW = 2
"""Cells of two tables that one version leaves empty by mistake; where there are more, it has another layout."""
TELLING_DIGITS = 3
"""Digits from which a figure that the other version states elsewhere stands there on purpose."""

Place = tuple[Language, Span]


def emptied_cells(exam: Examination) -> frozenset[Place]:
    """Figures beside which the other version has an empty cell.

    The row agrees in its other cells, the tables in their other rows, and both files say themselves where a cell ends.
    """
    return exam.once(_emptied_cells)


def _emptied_cells(exam: Examination) -> frozenset[Place]:
    if exam.ja.abridged or exam.en.abridged or exam.comparison.segments_only:
        return frozenset()
    owners = {id(row): pair for pair in exam.row_pairs() for row in (pair.ja_row, pair.en_row) if row}
    items = [
        (item, owners[id(item.row)])
        for item in exam.comparison.alignment.leftovers
        if item.kind == "figure" and item.row is not None and id(item.row) in owners
    ]
    lost = Counter(_tables(pair) for _, pair in items)
    whole = Counter(_tables(pair) for pair in exam.row_pairs() if _agrees(pair))
    return frozenset(
        (item.language, item.span)
        for item, pair in items
        if lost[_tables(pair)] <= FEW and whole[_tables(pair)] >= ENOUGH_ROWS and _is_lost(exam, item, pair)
    )


def _is_lost(exam: Examination, item: Leftover, pair: Pair) -> bool:
    figure, other = item.figure, pair.en_table if item.language is Language.JA else pair.ja_table
    if figure is None or not figure.value or other is None or not _agrees(pair):
        return False
    if not all(_has_cells(side, row) for side, row in ((exam.ja, pair.ja_row), (exam.en, pair.en_row))):
        return False
    if len(figure.digits) >= TELLING_DIGITS:
        return not is_stated(figure, exam.stated[item.language.other])
    return all(figure.digits != printed.digits for printed in _figures(other))


def _agrees(pair: Pair) -> bool:
    return len(pair.figures) >= ENOUGH_CELLS and all(both.agrees for both in pair.figures)


def _has_cells(side: Side, row: Row | None) -> bool:
    """Whether the file divides the cells of a row: tabs, as readers of structured files write them."""
    document = side.document
    return row is not None and document.format != "pdf" and "\t" in document.line_text(row.line)


def _figures(table: Table) -> Iterator[Figure]:
    return (cell.figure for row in table.rows for cell in row.cells if cell.figure is not None)


def _tables(pair: Pair) -> tuple[str, str]:
    return (pair.ja_table.id if pair.ja_table else "", pair.en_table.id if pair.en_table else "")
