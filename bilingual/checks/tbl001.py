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
states elsewhere, and a row that only the English version has, are information, unless the tables correspond row
by row otherwise (in an abridgement: in nearly all rows). Neighbouring rows are one finding.

Authority: Tokyo Stock Exchange, Securities Listing Regulations on disclosure in English: a partial translation
has to say so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bilingual.align.by_column import lone_readings
from bilingual.align.evidence import digit_weight, word_digits
from bilingual.checks.building import hurt_tables, language_name, members, row_spot, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.lone_rows import lone_rows
from bilingual.checks.word_rows import lost_word_rows
from bilingual.glossary.labels import labels_of
from bilingual.model.document import Language
from bilingual.model.figure import Kind
from bilingual.model.report import Finding, Severity, side_figures
from bilingual.model.table import CellKind, Row, RowKind, Table

_TOTALS = frozenset([RowKind.TOTAL, RowKind.SUBTOTAL])
FEW = 2
ENOUGH = 5
"""Rows that correspond, for each that does not, in tables that are the same table."""
ENOUGH_OF_ALL = 2
"""The same where hardly any row of both documents is without a counterpart."""
ENOUGH_OF_ABRIDGED = 10
"""The same where a version says that it is an abridgement: it leaves out tables, or many rows of one."""
BEHIND = 2
"""Lines behind a table of a page in which words without figures may be rows of it."""
FAITHFUL = 20
"""Rows that correspond, for each that does not, in documents of which one is the whole of the other."""
MANY = 40
"""Figures that correspond in rows where a summary has few, but long ones."""


def run(exam: Examination) -> Iterator[Finding]:
    """Yield runs of rows without a counterpart inside paired tables, and rows whose whole table has none."""
    yield from _inside(exam)
    for table, row in lone_rows(exam):
        yield _finding(exam, table, [row], matching=True)
    yield from lost_word_rows(CHECK, exam)


def _inside(exam: Examination) -> Iterator[Finding]:
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
    matching = _matching(exam, left)
    by_column = any(map(lone_readings, exam.sides))  # cells that stand beside each other there are no row
    for table in tables.values():
        other = matching.get(id(table))
        for gap in _gaps(table, left, whole=other is not None):
            rows = [
                row for row in gap if not _AMOUNT_RE.fullmatch(row.label) and (row.label or not by_column)
            ]
            if not rows:
                continue
            lacking = other is not None and not _explained(exam, table, other, rows)
            yield _finding(exam, table, rows, lacking)


def _explained(exam: Examination, table: Table, others: Sequence[Table], rows: Sequence[Row]) -> bool:
    """Whether something else than an omission explains rows that the other tables do not have."""
    return (
        _repeats(exam, table, rows)
        or all(map(_is_garbled, rows))
        or _printed(exam, others, rows)
        or _in_words(exam, others, rows)
        or _doubtful(exam, others)
    )


DIVIDED = frozenset({"docx", "xlsx", "html"})
"""Formats that say where a row ends."""
GARBLED_RE = re.compile(r"(?<![\d,.])0\d{0,2},\d|[.,](?:[.,]|\Z)")
"""Figures as nobody writes them: 007,007 and 1., of a row that was read a second time in other glyphs."""
_AMOUNT_RE = re.compile(r"[(△-]?\d{1,3}(?:(?:,\d{3})+(?:\.\d+)?|\.\d+)[)%]?")
"""An amount where the label should be: the row is a piece of one that the text layer tore."""


def _is_garbled(row: Row) -> bool:
    return any(GARBLED_RE.search(cell.text) for cell in row.cells)


def _matching(exam: Examination, left: dict[tuple[Language, int], None]) -> dict[int, tuple[Table, ...]]:
    """The other tables that a table corresponds to row by row, but for a run of a row or two.

    One version may have in one table what the other has in several; the rows of all of them count together.
    """
    groups: dict[int, dict[int, Table]] = {}
    pairs: Counter[int] = Counter()
    figures = 0
    for pair in exam.row_pairs():
        if pair.ja_table is None or pair.en_table is None:
            continue
        figures += len(pair.figures)
        pairs[id(pair.ja_table)] += 1
        one = groups.setdefault(id(pair.ja_table), {id(pair.ja_table): pair.ja_table})
        other = groups.setdefault(id(pair.en_table), {id(pair.en_table): pair.en_table})
        if one is not other:
            one.update(other)
            groups.update(dict.fromkeys(other, one))
    rows = (row for group in groups.values() for table in group.values() for row in table.rows)
    lost = {
        id(row)
        for row in rows
        if any((language, id(row)) in left for language in Language) and _has_figures(row)
    }
    faithful = sum(pairs.values()) >= FAITHFUL * len(lost) or len(lost) == 1
    enough = ENOUGH_OF_ALL if faithful else ENOUGH
    if len(lost) == 1 and (sum(pairs.values()) >= FAITHFUL or figures >= MANY):
        enough = 1  # one row of a summary of two: nothing else of both documents is without a counterpart
    if exam.abridged:
        enough = ENOUGH_OF_ABRIDGED
    found: dict[int, tuple[Table, ...]] = {}
    for name, group in groups.items():
        sides = {
            language: tuple(table for table in group.values() if table.language is language)
            for language in Language
        }
        lone = sum(
            (table.language, id(row)) in left and _has_values(row)
            for table in group.values()
            for row in table.rows
        )
        together = sum(pairs[key] for key in group)
        if min(map(len, sides.values())) == 1 and 0 < lone <= FEW and together >= enough * lone:
            found[name] = sides[group[name].language.other]
    return found


def _doubtful(exam: Examination, others: Sequence[Table]) -> bool:
    """Whether damage may have cost an abridgement the row: it leaves out rows of its own accord."""
    return exam.abridged and not hurt_tables(*exam.sides).isdisjoint(table.id for table in others)


def _printed(exam: Examination, others: Sequence[Table], rows: Sequence[Row]) -> bool:
    """Whether lines of the other tables print most figures where they could not be read: no row, or two rows in one."""
    words: Counter[str] = Counter()
    for other in others:
        document = exam.comparison.side(other.language).document
        read = {row.line for row in other.rows if row.cells and not _crowded(row)}
        lines = (line for line in range(other.line, other.last_line + 1) if line not in read)
        words.update(word for line in lines for word in document.line_text(line).split())
    figures = Counter(
        cell.text for row in rows for cell in row.cells if cell.figure is not None and cell.figure.value
    )
    return 2 * (figures & words).total() > figures.total()


def _in_words(exam: Examination, others: Sequence[Table], rows: Sequence[Row]) -> bool:
    """Whether words may state the rows right behind the other tables, where no figure says that the table goes on."""
    if not any(cell.kind is CellKind.TEXT for row in rows for cell in row.cells):
        return False
    for other in others:
        document = exam.comparison.side(other.language).document
        behind = range(other.last_line + 1, min(other.last_line + 1 + BEHIND, document.last_line + 1))
        lines = [document.line_text(line).strip() for line in behind]
        if any(lines) if document.format == "pdf" else any(lines[:1]):
            return True
    return False


NUMBER_RE = re.compile(r"\d[\d,.]*")


def _crowded(row: Row) -> bool:
    """Whether most cells hold more than one number, as where two rows were merged into one line."""
    numbers = [len(NUMBER_RE.findall(cell.text)) for cell in row.cells if NUMBER_RE.search(cell.text)]
    return 2 * sum(count > 1 for count in numbers) > len(numbers) > 0


def _is_divided(exam: Examination, table: Table) -> bool:
    """Whether the file itself divides the rows of a table, so that none of them can have been read twice."""
    return exam.comparison.side(table.language).document.format in DIVIDED


def _repeats(exam: Examination, table: Table, rows: Sequence[Row]) -> bool:
    """Whether a row looks like one beside it, digit by digit: a row that was read twice.

    The total of a section of one item repeats its figures, and its name says so; so does another known item (the
    profit of a fund that pays next to no tax). Where the file divides the rows, only the same figures are a repetition.
    """
    divided = _is_divided(exam, table)

    def others(row: Row, other: Row) -> bool:
        """Whether two labels name known items, without a word in common (net sales, sales to customers)."""
        mine, theirs = (labels_of(exam.matcher).key(each.label, table.language) for each in (row, other))
        known = all(any(":" not in key for key in keys) for keys in (mine, theirs))
        return known and mine.isdisjoint(theirs)

    return any(
        _alike(row, other) and (not divided or _prints(row) == _prints(other))
        for one, other in pairwise(table.rows)
        for row, other in ((one, other), (other, one))
        if any(row is missing for missing in rows) and not {one.kind, other.kind} & _TOTALS
        if not others(row, other)
    )


def _prints(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def _alike(row: Row, other: Row) -> bool:
    """Whether most figures of a row have the length and half the digits of those in the other row."""
    cells = [
        (re.sub(r"\D", "", cell.text), re.sub(r"\D", "", beside.text))
        for cell, beside in zip(row.cells, other.cells, strict=False)
        if cell.figure is not None and cell.figure.value
    ]
    near = sum(_same_digits(mine, theirs) for mine, theirs in cells)
    return 2 * near > len(cells)


def _same_digits(mine: str, theirs: str) -> bool:
    """Whether half the digits of two figures of one length are the same; zeros that both end with tell nothing."""
    if len(mine) != len(theirs):
        return False
    told = max(len(mine.rstrip("0")), len(theirs.rstrip("0")))
    return 2 * sum(map(str.__eq__, mine[:told], theirs[:told])) >= told


def _gaps(table: Table, left: dict[tuple[Language, int], None], *, whole: bool) -> Iterator[list[Row]]:
    """Runs of rows with values that are left over, with paired rows on both sides of them.

    ``whole`` takes the first and the last rows too: the tables correspond row by row otherwise.
    """
    run_: list[Row] = []
    before = False
    for row in table.rows:
        if not row.cells:
            continue
        if (table.language, id(row)) not in left:
            if run_ and (before or (whole and all(_as_full(first, row) for first in run_))):
                yield run_
            run_, before = [], True
        elif _has_values(row):
            run_.append(row)
    if run_ and before and whole:
        yield run_


BARE_YEARS = range(1990, 2100)


def _as_full(first: Row, row: Row) -> bool:
    """Whether a first row has a name, and a figure wherever the row below it has one: it is no head."""
    figures = {cell.column: cell.figure for cell in first.cells if cell.figure is not None}
    needed = {cell.column for cell in row.cells if cell.figure is not None}
    years = all(figure.value in BARE_YEARS and len(figure.digits) == 4 for figure in figures.values())
    return bool(first.label and needed) and figures.keys() >= needed and not years


def _has_values(row: Row) -> bool:
    return any(
        cell.figure.value is not None if cell.figure is not None else bool(word_digits(cell))
        for cell in row.cells
    )


def _has_figures(row: Row) -> bool:
    """Whether a row has a figure that is no date: rows of dates may stand as text in the other version."""
    return any(cell.figure is not None and cell.figure.value is not None for cell in row.cells)


def _finding(exam: Examination, table: Table, rows: Sequence[Row], matching: bool) -> Finding:
    side = exam.comparison.side(table.language)
    places = [row_spot(side, row, table) for row in rows]
    severity = _severity(exam, table.language, rows, matching)
    name = language_name(table.language.other)
    noun = "row is" if len(rows) == 1 else f"{len(rows)} rows are"
    about = rows[0].label if len(rows) == 1 else f"{rows[0].label} to {rows[-1].label}"
    further = members(places[1:], places[:1])
    message = sentence(about, f"the {noun} missing in the {name} table", "", len(places) - 1 - len(further))
    ja, en = (places[0], None) if table.language is Language.JA else (None, places[0])
    return make(CHECK, severity, message, ja, en, evidence=further)


def _severity(exam: Examination, language: Language, rows: Sequence[Row], matching: bool) -> Severity:
    if matching:
        return Severity.WARNING
    if exam.abridged:
        return Severity.INFO
    if language is Language.EN:
        return Severity.INFO
    stated = {figure.digits for figure in side_figures(exam.comparison.side(language.other))}
    values = {
        cell.figure.digits
        for row in rows
        for cell in row.cells
        if cell.figure is not None and cell.figure.kind is not Kind.PERCENT
    }
    telling = {digits for digits in values if digit_weight(digits) >= 1}
    return Severity.WARNING if telling and not telling & stated else Severity.INFO


CHECK = Check("TBL001", "row missing", Severity.WARNING, run)
