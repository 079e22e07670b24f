"""Tables of any columns to concepts, and back: CSV and TSV in any encoding, XLSX, two plain columns.

A table is put into the form of our CSV and read as such, so that all of them know the same columns; the lines in
messages are those of the user's file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from bilingual.containers.delimited import decode_text, delimited_rows
from bilingual.containers.sheets import read_rows, sheet_bytes
from bilingual.errors import GlossaryError, OptionError
from bilingual.glossary.cells import guarded, unguarded
from bilingual.glossary.csv_format import Reading, parse
from bilingual.glossary.csv_writing import dump
from bilingual.glossary.flat import NO_ROOM, flat_entry
from bilingual.glossary.headers import SAMPLE, is_ours, looks_like_data, mapped_header
from bilingual.glossary.losses import Loss
from bilingual.glossary.problems import Problem
from bilingual.glossary.records import MOST_LINES, csv_line
from bilingual.glossary.wide_rows import is_wide, narrow
from bilingual.model.termbase import Concept, GlossaryFile

HEADER_ROWS = 20
Row = tuple[int, list[str]]


def read_delimited(path: Path, data: bytes, layer: int, columns: Mapping[str, str]) -> Reading:
    """The concepts of a CSV or TSV file with columns of any names, or of two columns without names."""
    text, _ = decode_text(path, data)
    guarded_rows = delimited_rows(path, text)
    return _reading(
        path,
        ((line, [unguarded(cell.strip()) for cell in cells]) for line, cells in guarded_rows),
        layer,
        columns,
    )


def read_sheet(path: Path, data: bytes, layer: int, columns: Mapping[str, str]) -> Reading:
    """The concepts of the first sheet of a workbook that has columns for both languages."""
    sheets: dict[str, list[Row]] = {}
    for row in read_rows(path, data):
        rows = sheets.setdefault(row.sheet, [])
        if len(rows) >= MOST_LINES:
            raise GlossaryError(
                f"{path}: sheet {row.sheet!r} has more than {MOST_LINES:,} rows; split the glossary"
            )
        rows.append((row.number, [cell.strip() for cell in row.cells]))
    if not sheets:
        raise GlossaryError(f"{path}: the workbook is empty; expected a header with the columns ja and en")
    first: Reading | OptionError | None = None
    for rows in sheets.values():
        try:
            reading = _reading(path, iter(rows), layer, columns)
        except OptionError as error:  # a column that the user names may be on another sheet
            first = first or error
            continue
        first = first or reading
        if reading.concepts:
            return reading
    if isinstance(first, OptionError):
        raise first
    assert first is not None
    return first


def _reading(path: Path, rows: Iterable[Row], layer: int, columns: Mapping[str, str]) -> Reading:
    head = list(islice(rows, MOST_LINES + 1))
    if len(head) > MOST_LINES:
        raise GlossaryError(f"{path}: more than {MOST_LINES:,} rows; split the glossary")
    if not head:
        raise GlossaryError(
            f"{path}: line 1: expected a header with the columns ja and en; the file is empty"
        )
    names, start = _header(path, head[: HEADER_ROWS + SAMPLE], columns)
    if names is None:
        shown = ", ".join(cell for cell in head[0][1] if cell)[:80]
        message = f"expected columns for Japanese and English, found {shown!r}"
        problem = Problem(
            str(path), head[0][0], "", "no-header", message, "name them with --map ja=COLUMN --map en=COLUMN"
        )
        return Reading((), GlossaryFile(str(path), ""), (problem,))
    rows_of_ours: Iterable[Row] = head[start:]
    if is_wide(names) and not (start and is_ours(head[start - 1][1])):
        names, rows_of_ours = _narrowed(names, head[start:])
    lines = [0, 1]  # the line of the user's file, by the line of the text that we make
    parts = [csv_line([guarded(name) for name in names])]
    for line, cells in rows_of_ours:
        part = csv_line([guarded(cell) for cell in cells])
        lines.extend([line] * part.count("\n"))
        parts.append(part)
    reading = parse(str(path), "".join(parts), layer)
    if lines == list(range(len(lines))):
        return reading

    def home(line: int) -> int:
        return lines[line] if 0 < line < len(lines) else line

    concepts = tuple(
        replace(
            concept,
            line=home(concept.line),
            terms=tuple(replace(term, line=home(term.line)) for term in concept.terms),
        )
        for concept in reading.concepts
    )
    problems = tuple(replace(problem, line=home(problem.line)) for problem in reading.problems)
    return Reading(concepts, reading.file, problems, reading.header)


def _narrowed(names: Sequence[str], rows: Sequence[Row]) -> tuple[list[str], Iterable[Row]]:
    """The columns and rows of a table with several terms in a row, one term per row."""
    found = narrow(names, rows)
    columns = list(
        dict.fromkeys(["concept", "language", "term", *(name for _, each in found for name in each)])
    )
    return columns, ((line, [each.get(name, "") for name in columns]) for line, each in found)


def _header(path: Path, head: Sequence[Row], columns: Mapping[str, str]) -> tuple[list[str] | None, int]:
    """The names of the columns, and the number of rows up to the first entry."""
    if not columns and looks_like_data(head[0][1]):
        ja_first = mapped_header(["", ""], [cells for _, cells in head], {}, str(path))
        return ja_first, 0
    if columns:
        at = _named_row([cells for _, cells in head[:HEADER_ROWS]], columns)
        return mapped_header(head[at][1], [cells for _, cells in head[at + 1 :]], columns, str(path)), at + 1
    by_name = None
    for at, (_, cells) in enumerate(head[:HEADER_ROWS]):
        by_name = mapped_header(cells, [row for _, row in head[at + 1 :]], {}, str(path), guess=False)
        if by_name is not None:
            return by_name, at + 1
    return mapped_header(head[0][1], [cells for _, cells in head[1:]], {}, str(path)), 1


def _named_row(rows: Sequence[Sequence[str]], columns: Mapping[str, str]) -> int:
    """The row that holds the names of columns that the user gives; for numbers, the first that has these columns."""
    for at, row in enumerate(rows):
        names = {" ".join(cell.split()) for cell in row}
        if all(
            word in names or (word.isdecimal() and "".join(row[int(word) - 1 : int(word)]).strip())
            for word in columns.values()
        ):
            return at
    return 0


def _table(concepts: Sequence[Concept]) -> list[list[str]]:
    """The cells of our CSV, unguarded."""
    rows = csv.reader(io.StringIO(dump(concepts), newline=""))
    return [[unguarded(cell) for cell in row] for row in rows]


def write_tsv(concepts: Sequence[Concept]) -> tuple[bytes, list[Loss]]:
    """Tab-separated values with the columns of our CSV."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter="\t", lineterminator="\n")
    writer.writerows([guarded(cell) for cell in row] for row in _table(concepts))
    return buffer.getvalue().encode("utf-8"), []


def write_sheet(concepts: Sequence[Concept]) -> tuple[bytes, list[Loss]]:
    """A workbook with the columns of our CSV; all cells are texts."""
    return sheet_bytes(_table(concepts)), []


def write_pairs(concepts: Sequence[Concept]) -> tuple[bytes, list[Loss]]:
    """Two columns without a header, parted by a tab: Japanese, English."""
    losses: list[Loss] = []
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter="\t", lineterminator="\n")
    for concept in concepts:
        entry, lost = flat_entry(concept)
        losses.extend(lost)
        if entry is not None:
            writer.writerow([guarded(entry.ja), guarded(entry.en)])
            if entry.id != f"{entry.ja}={entry.en}":
                losses.append(Loss(concept.id, "id", entry.id, NO_ROOM))
            losses.extend(Loss(concept.id, name, value, NO_ROOM) for name, value in entry.cells.items())
    return buffer.getvalue().encode("utf-8"), losses
