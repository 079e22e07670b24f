"""Rows whose whole table the other version lacks: the forecast for the year is often a table of one row.

Told only of documents that correspond row by row otherwise, and where most of the figures stand nowhere in the other
version, neither as figures nor as printed words.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from bilingual.align.evidence import digit_weight
from bilingual.checks.building import hurt_tables
from bilingual.checks.examination import Examination
from bilingual.model.document import Language
from bilingual.model.report import side_figures
from bilingual.model.table import Row, Table

FEW = 2
"""Rows of such a table."""
FAITHFUL = 20
"""Rows that correspond, for each that does not, in documents of which one is the whole of the other."""
DIGITS, TELLING = 3, 3
"""Characters of a figure that chance gives too, and longer figures of such a row at the least."""
_PRINTED_RE = re.compile(r"\d[\d,.]*\d")


def lone_rows(exam: Examination) -> Iterator[tuple[Table, Row]]:
    """Yield the rows with figures of tables without a counterpart, where hardly any other row is without one."""
    if exam.abridged or exam.comparison.segments_only:
        return
    pairs = list(exam.row_pairs())
    if len(pairs) < FAITHFUL:
        return
    paired = {id(row) for pair in pairs for row in (pair.ja_row, pair.en_row)}
    lone = [(side, table) for side in exam.sides for table in side.tables if _has_no_row(table, paired)]
    rows = [(side, table, row) for side, table in lone for row in table.rows if _has_figures(row)]
    if not rows or len(pairs) < FAITHFUL * len(rows):
        return
    hurt = hurt_tables(*exam.sides)
    if any(table.id in hurt for side in exam.sides for table in side.tables):
        return
    for side, table, row in rows:
        if len(table.rows) <= FEW and _is_nowhere(row, exam, side.language.other):
            yield table, row


def _has_no_row(table: Table, paired: Container[int]) -> bool:
    return not any(id(row) in paired for row in table.rows)


def _has_figures(row: Row) -> bool:
    return any(cell.figure is not None and cell.figure.value is not None for cell in row.cells)


def _is_nowhere(row: Row, exam: Examination, language: Language) -> bool:
    """Whether most telling figures of a row stand nowhere in a version."""
    telling = [
        (match[0], cell.figure.digits)
        for cell in row.cells
        if cell.figure is not None and (match := _PRINTED_RE.search(cell.text)) and len(match[0]) > DIGITS
    ]
    if len(telling) < TELLING:
        return False
    side = exam.comparison.side(language)
    printed = {match[0] for match in _PRINTED_RE.finditer(side.document.text)}
    stated = {figure.digits for figure in side_figures(side) if digit_weight(figure.digits) >= 1}
    found = sum(text in printed or digits in stated for text, digits in telling)
    return 2 * found < len(telling)
