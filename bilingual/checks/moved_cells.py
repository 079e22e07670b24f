"""Figures that slid into the empty cell beside theirs: a change of capital surplus that English has below share capital."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bilingual.checks.building import column_of, sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.emptied import agreeing_columns, has_cells
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import Leftover, Pair
from bilingual.model.report import Finding, Severity
from bilingual.model.table import Cell, CellKind, Row

FEWEST = 2
"""Rows that show of both columns which ones correspond."""


def moved_cells(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every figure that stands in another column of its row, where both versions leave the other one's cell empty.

    All other cells of the row agree, and other rows tell of both columns which ones correspond. Where places alone tell the
    columns, as on a page and in text laid out in columns, a person has to look.
    """
    left: dict[int, list[Leftover]] = defaultdict(list)
    for item in exam.comparison.alignment.leftovers:
        if item.kind == "figure" and item.row is not None:
            left[id(item.row)].append(item)
    paged = any(side.document.format == "pdf" for side in exam.sides)
    for pair in exam.row_pairs() if left else ():
        if pair.ja_row is None or pair.en_row is None or not pair.figures:
            continue
        mine, theirs = left.get(id(pair.ja_row), []), left.get(id(pair.en_row), [])
        if len(mine) != 1 or len(theirs) != 1 or not all(both.agrees for both in pair.figures):
            continue
        celled = has_cells(exam.ja, pair.ja_row) and has_cells(exam.en, pair.en_row)
        if not celled and any(
            both.ja.value == mine[0].figure.value for both in pair.figures if mine[0].figure
        ):
            continue  # which of two equal figures the text layer moved is not known
        severity = Severity.ERROR if celled and not paged else Severity.WARNING
        cells = _cell(pair.ja_row, mine[0]), _cell(pair.en_row, theirs[0])
        if cells[0] is None or cells[1] is None or not _is_moved(exam, pair, cells[0], cells[1]):
            continue
        ja, en = spot(exam.ja, cells[0].span), spot(exam.en, cells[1].span)
        heads = [
            column.header if table and (column := column_of(table, cell.column)) else ""
            for table, cell in ((pair.ja_table, cells[0]), (pair.en_table, cells[1]))
        ]
        phrase = f"the value stands in another column, {ja.text} under {heads[0]} in Japanese, under {heads[1]} in English"
        about = f"{pair.ja_row.label} / {pair.en_row.label}"
        yield make(check, severity, sentence(about, phrase), ja, en)


def _cell(row: Row, item: Leftover) -> Cell | None:
    return next((cell for cell in row.cells if cell.span == item.span), None)


def _is_moved(exam: Examination, pair: Pair, ja: Cell, en: Cell) -> bool:
    """Whether two cells hold one figure in columns that do not correspond, each beside an empty cell of the other version."""
    if ja.figure is None or en.figure is None or not ja.figure.value or ja.figure.value != en.figure.value:
        return False
    there = dict(pair.column_map)
    back = {j: i for i, j in pair.column_map}
    if ja.column not in there or en.column not in back or there[ja.column] == en.column:
        return False
    if _is_filled(pair.en_row, there[ja.column]) or _is_filled(pair.ja_row, back[en.column]):
        return False
    columns = agreeing_columns(exam, pair)
    places = (ja.column, there[ja.column]), (back[en.column], en.column)
    return all(columns[place] >= FEWEST for place in places)


def _is_filled(row: Row | None, column: int) -> bool:
    cells = row.cells if row is not None else ()
    return any(cell.column == column and cell.kind is not CellKind.BLANK for cell in cells)
