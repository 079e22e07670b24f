"""Cells that are empty, or hold words without a figure, in one version only, in rows or columns that agree in all else."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from operator import add

from bilingual.align.word_cells import says_no_figure
from bilingual.checks.examination import Examination, is_stated
from bilingual.model.alignment import Leftover, Pair, Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Figure
from bilingual.model.table import Cell, CellKind, Row, Table
from bilingual.text.normalize import fold

ENOUGH_CELLS = 2
"""Cells of the row that agree."""
ENOUGH_ROWS = 4
"""Rows of the two tables that agree in every cell."""
FEW = 2
"""Cells of two tables that one version leaves empty by mistake; where there are more, it has another layout."""
ENOUGH_OF_COLUMN = 2
ENOUGH_AROUND = 4
"""Other rows that print the column in both versions and agree there, with the cells of the row that agree."""
TELLING_DIGITS = 3
"""Digits from which a figure that the other version states elsewhere stands there on purpose."""

ZEROS = (-1, -1)
Place = tuple[Language, Span]
_NUMBER_RE = re.compile(r"\d[\d,.]*")
_NO_DIGIT_RE = re.compile(r"\D")


def emptied_cells(exam: Examination) -> frozenset[Place]:
    """Figures beside which the other version has an empty cell.

    The row agrees in its other cells and the tables in their other rows, or the column in all its other rows; both files
    say themselves where a cell ends.
    """
    return exam.once(_emptied_cells)


def _emptied_cells(exam: Examination) -> frozenset[Place]:
    if exam.abridged or exam.comparison.segments_only:
        return frozenset()
    owners = {id(row): pair for pair in exam.row_pairs() for row in (pair.ja_row, pair.en_row) if row}
    items = [
        (item, owners[id(item.row)])
        for item in exam.comparison.alignment.leftovers
        if item.kind == "figure" and item.row is not None and id(item.row) in owners
    ]
    lost = Counter(_tables(pair) for _, pair in items)
    whole = Counter(_tables(pair) for pair in exam.row_pairs() if _agrees(pair))
    columns = exam.once(_columns)
    return frozenset(
        (item.language, item.span)
        for item, pair in items
        if lost[_tables(pair)] <= FEW
        and all(has_cells(side, row) for side, row in ((exam.ja, pair.ja_row), (exam.en, pair.en_row)))
        and (
            (whole[_tables(pair)] >= ENOUGH_ROWS and _is_lost(exam, item, pair))
            or _is_gap(item, pair, columns[_tables(pair)])
        )
        and _is_gone(exam, item)
    )


def _is_lost(exam: Examination, item: Leftover, pair: Pair) -> bool:
    """Whether the row agrees in all else, and the other version prints the figure nowhere it could be meant."""
    figure, other = item.figure, pair.en_table if item.language is Language.JA else pair.ja_table
    if figure is None or not figure.value or other is None or not _agrees(pair):
        return False
    if len(figure.digits) >= TELLING_DIGITS:
        return not is_stated(figure, exam.stated[item.language.other])
    return not any(_may_be(figure, printed) for printed in _figures(other))


def _may_be(one: Figure, other: Figure) -> bool:
    """Whether two figures may be the same: the digits of 10 cases and of 100.0% are, but these are not."""
    return one.digits == other.digits and (one.unit == "%") is (other.unit == "%")


def _columns(exam: Examination) -> dict[tuple[str, str], Counter[tuple[int, int]]]:
    """How many rows of each two tables agree in which of their columns; zeros count as such under (-1, -1)."""
    found: dict[tuple[str, str], Counter[tuple[int, int]]] = defaultdict(Counter)
    for pair in exam.row_pairs():
        if pair.ja_row is None or pair.en_row is None:
            continue
        mine, theirs = (
            {cell.column: cell.figure for cell in row.cells} for row in (pair.ja_row, pair.en_row)
        )
        for i, j in pair.column_map:
            one, other = mine.get(i), theirs.get(j)
            if one is not None and other is not None and one.digits == other.digits:
                found[_tables(pair)][i, j] += 1
                found[_tables(pair)][ZEROS] += one.value == 0 == other.value
    return found


def agreeing_columns(exam: Examination, pair: Pair) -> Counter[tuple[int, int]]:
    """How many rows of the two tables of a pair agree in which of their columns."""
    return exam.once(_columns)[_tables(pair)]


def _is_gap(item: Leftover, pair: Pair, columns: Counter[tuple[int, int]]) -> bool:
    """Whether a column that both versions fill with the same figures has one empty cell, in a row that agrees."""
    table, other = (
        (pair.ja_table, pair.en_row) if item.language is Language.JA else (pair.en_table, pair.ja_row)
    )
    if item.row is None or item.figure is None or table is None or other is None:
        return False
    if any(both.ja.digits != both.en.digits for both in pair.figures):
        return False
    if not item.figure.value and not columns[ZEROS]:
        return False  # the other version leaves zeros out
    at = next(cell.column for cell in item.row.cells if cell.span == item.span)
    place = next(places for places in pair.column_map if places[item.language is Language.EN] == at)
    partner = place[item.language is Language.JA]
    beside = next((cell for cell in _filled(other) if cell.column == partner), None)
    if beside is None and len(_filled(other)) >= len(_filled(item.row)):
        return False  # the figure stands in another place of the row
    if beside is not None and (not item.figure.value or not says_no_figure(beside, item.language.other)):
        return False
    if columns[place] + len(pair.figures) < ENOUGH_AROUND:
        return False
    if columns[place] < ENOUGH_OF_COLUMN and not _is_short(item, table, columns[place]):
        return False
    return not _is_repeated(item.figure, item.row, at, table)


def _is_short(item: Leftover, table: Table, agreeing: int) -> bool:
    """Whether all the other rows of a table of two rows agree there, and the figure is long: this year above last year."""
    long = item.figure is not None and len(item.figure.digits) >= TELLING_DIGITS
    return long and agreeing > 0 and agreeing == sum(bool(_filled(row)) for row in table.rows) - 1


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.kind is not CellKind.BLANK]


def _is_repeated(figure: Figure, row: Row, column: int, table: Table) -> bool:
    """Whether the row above or below has the same figure there: the other version may have merged the cells."""
    place = table.rows.index(row)
    return any(
        cell.column == column and cell.figure is not None and _may_be(cell.figure, figure)
        for near in table.rows[max(0, place - 1) : place + 2]
        if near is not row
        for cell in near.cells
    )


def _agrees(pair: Pair) -> bool:
    return len(pair.figures) >= ENOUGH_CELLS and all(both.agrees for both in pair.figures)


def has_cells(side: Side, row: Row | None) -> bool:
    """Whether the cells of a row are divided: tabs, as readers of structured files and of boxes write them."""
    return row is not None and "\t" in side.document.line_text(row.line)


def _is_gone(exam: Examination, item: Leftover) -> bool:
    """Whether the other version prints the digits nowhere, if it is a PDF: a cell read apart from its row is not empty."""
    if item.figure is None:
        return False
    if all(side.document.format != "pdf" for side in exam.sides):
        return True
    return item.figure.digits not in exam.once(_printed)[item.language.other]


def _printed(exam: Examination) -> dict[Language, frozenset[str]]:
    """The digits of every number of each version, and of two that follow each other: a number may be torn."""
    found: dict[Language, frozenset[str]] = {}
    for side in exam.sides:
        numbers: set[str] = set()
        for line in side.document.text.splitlines():
            parts = [_NO_DIGIT_RE.sub("", number) for number in _NUMBER_RE.findall(fold(line))]
            numbers.update(parts)
            numbers.update(map(add, parts, parts[1:]))
        found[side.language] = frozenset(numbers)
    return found


def _figures(table: Table) -> Iterator[Figure]:
    return (cell.figure for row in table.rows for cell in row.cells if cell.figure is not None)


def _tables(pair: Pair) -> tuple[str, str]:
    return (pair.ja_table.id if pair.ja_table else "", pair.en_table.id if pair.en_table else "")
