"""Row is missing in the other language.

Compares: rows of paired tables that have no counterpart and stand between rows that have one.

Why it matters: a line item that one language lacks hides a fact, and the sum no longer follows from the rows.

Flagged:
    棚卸資産	1,012,403	(between 売掛金 and 前払費用)
    (no row between Accounts receivable and Prepaid expenses)

Left alone:
    その他	390,966
    Other current assets	390,966

Limits: English tables may merge small items into Other or add subtotals: a row whose values the other side
states elsewhere, and a row that only the English version has, are information. Neighbouring rows are one
finding.

Authority: Tokyo Stock Exchange, Securities Listing Regulations on disclosure in English: a partial translation
has to say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bilingual.align.evidence import digit_weight, significant_digits
from bilingual.checks.building import language_name, members, row_spot, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.document import Language
from bilingual.model.figure import Kind
from bilingual.model.report import Finding, Severity, side_figures
from bilingual.model.table import Row, Table


def run(exam: Examination) -> Iterator[Finding]:
    """Yield runs of rows without a counterpart inside paired tables."""
    left: dict[tuple[Language, int], None] = {
        (item.language, id(item.row)): None
        for item in exam.comparison.alignment.leftovers
        if item.kind == "row" and item.row is not None
    }
    if not left:
        return
    tables = {
        id(table): table for pair in exam.row_pairs() for table in (pair.ja_table, pair.en_table) if table
    }
    for table in tables.values():
        for rows in _gaps(table, left):
            yield _finding(exam, table, rows)


def _gaps(table: Table, left: dict[tuple[Language, int], None]) -> Iterator[list[Row]]:
    """Runs of rows with values that are left over, with paired rows on both sides of them."""
    run_: list[Row] = []
    before = False
    for row in table.rows:
        if not row.cells:
            continue
        if (table.language, id(row)) not in left:
            if run_ and before:
                yield run_
            run_, before = [], True
        elif _has_values(row):
            run_.append(row)


def _has_values(row: Row) -> bool:
    return any(cell.figure is not None and cell.figure.value for cell in row.cells)


def _finding(exam: Examination, table: Table, rows: Sequence[Row]) -> Finding:
    side = exam.comparison.side(table.language)
    places = [row_spot(side, row, table) for row in rows]
    severity = _severity(exam, table.language, rows)
    name = language_name(table.language.other)
    noun = "row is" if len(rows) == 1 else f"{len(rows)} rows are"
    about = rows[0].label if len(rows) == 1 else f"{rows[0].label} to {rows[-1].label}"
    further = members(places[1:], places[:1])
    message = sentence(about, f"the {noun} missing in the {name} table", "", len(places) - 1 - len(further))
    ja, en = (places[0], None) if table.language is Language.JA else (None, places[0])
    return make(CHECK, severity, message, ja, en, evidence=further)


def _severity(exam: Examination, language: Language, rows: Sequence[Row]) -> Severity:
    if exam.ja.abridged or exam.en.abridged or language is Language.EN:
        return Severity.INFO
    stated = {significant_digits(figure) for figure in side_figures(exam.comparison.side(language.other))}
    values = {
        significant_digits(cell.figure)
        for row in rows
        for cell in row.cells
        if cell.figure is not None and cell.figure.kind is not Kind.PERCENT
    }
    telling = {digits for digits in values if digit_weight(digits) >= 1}
    return Severity.WARNING if telling and not telling & stated else Severity.INFO


CHECK = Check("TBL001", "row missing", Severity.WARNING, run)
