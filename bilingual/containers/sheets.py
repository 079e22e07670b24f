"""Sheets of XLSX workbooks to rows of texts, and back; no formula is run, read or written.

A cell gives what it shows: the value that a formula had when the workbook was saved, percentages and grouped
digits as formatted, days as ISO 8601. Specification: ECMA-376 (Office Open XML), parts of SpreadsheetML.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bilingual.containers.cell_names import MOST_ROWS
from bilingual.containers.number_formats import formatted
from bilingual.containers.packages import DAMAGE
from bilingual.errors import InputError, OptionError

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LARGEST = 400_000_000
"""Bytes of a workbook when unpacked: a million rows of short texts have half of that."""
HIGHEST_RATIO = 200
SUSPICIOUS = 50_000_000
LONGEST_CELL = 32_767
A4 = 9  # as files of Excel number paper
LIVE = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
WRITTEN = datetime(2000, 1, 1)  # the same bytes on every run


class Row(NamedTuple):
    """A row of a sheet that is not blank: where it is and what its cells show."""

    sheet: str
    number: int
    cells: list[str]


def is_workbook(data: bytes) -> bool:
    """Whether bytes are an XLSX workbook."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith("xl/workbook") for name in archive.namelist())
    except DAMAGE:
        return False


def read_rows(path: Path, data: bytes) -> Iterator[Row]:
    """All rows of all visible sheets that are not blank.

    Raises:
        InputError: a broken workbook, one with a password, or a zip bomb.
    """
    from openpyxl import load_workbook

    _refuse_bombs(path, data)
    try:
        # Not read-only mode's answer alone: a wrong "dimension" would cut the sheet off.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the library does not support is no cell
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                continue
            sheet.reset_dimensions()
            for number, row in enumerate(sheet.iter_rows(), start=1):
                cells = [
                    _shown(cell.value, cell.number_format) if cell.value is not None else "" for cell in row
                ]
                if any(cells):
                    yield Row(sheet.title, number, cells)
    except InputError:
        raise
    except Exception as error:  # the library has many ways to say that a workbook is broken
        reason = " ".join(str(error)[:80].split())
        raise InputError(
            f"{path}: the workbook cannot be read ({type(error).__name__}: {reason}); "
            "open it in a spreadsheet program and save it again as .xlsx"
        ) from None


def _refuse_bombs(path: Path, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            for entry in entries:
                if entry.filename.endswith((".xml", ".rels")):
                    with archive.open(entry) as part:
                        head = part.read(4_096)
                    if b"<!DOCTYPE" in head or "<!DOCTYPE".encode("utf-16-le") in head:
                        raise InputError(
                            f"{path}: {entry.filename} carries a document type declaration, which no workbook "
                            "has; ask for the file anew"
                        )
    except InputError:
        raise
    except DAMAGE as error:
        raise InputError(
            f"{path}: the workbook is damaged or has a password ({str(error)[:80]}); save it again as .xlsx"
        ) from None
    size = sum(entry.file_size for entry in entries)
    if size > LARGEST or (size > SUSPICIOUS and size > HIGHEST_RATIO * len(data)):
        raise InputError(
            f"{path}: the workbook unpacks to {size:,} bytes, which is more than is read ({LARGEST:,}, and no more than "
            f"{HIGHEST_RATIO} times the file); split it, or save it as CSV"
        )


def _shown(value: object, number_format: str | None) -> str:
    """What a cell shows, near enough to compare it."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float, Decimal)):
        exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        return formatted(exact, number_format or "")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time().isoformat() == "00:00:00" else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def sheet_bytes(rows: Iterable[Sequence[str]], name: str = "glossary") -> bytes:
    """A workbook with one sheet of texts, the first row as its header: every cell is a text, none a formula.

    Raises:
        OptionError: more rows or longer texts than a sheet holds.
    """
    return workbook_bytes([(name, rows)])


def workbook_bytes(sheets: Iterable[tuple[str, Iterable[Sequence[str]]]]) -> bytes:
    """A workbook with several sheets of texts, each by its name; the first row of each is its header.

    Raises:
        OptionError: more rows or longer texts than a sheet holds.
    """
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    book = Workbook(
        buffer,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"created": WRITTEN})
    bold, quoted = book.add_format({"bold": True}), book.add_format({"quote_prefix": True})
    for name, rows in sheets:
        _fill(book.add_worksheet(name), rows, bold, quoted)
    book.close()
    return buffer.getvalue()


def _fill(sheet: Worksheet, rows: Iterable[Sequence[str]], bold: Format, quoted: Format) -> None:
    widths: dict[int, int] = {}
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            raise OptionError(f"a sheet holds {MOST_ROWS:,} rows and no more; write CSV instead")
        for column, text in enumerate(row):
            if len(text) > LONGEST_CELL:
                raise OptionError(
                    f"row {number + 1}, column {column + 1}: a cell of a sheet holds {LONGEST_CELL:,} characters and no "
                    f"more, found {len(text):,}; write CSV instead"
                )
            style = bold if number == 0 else quoted if text.startswith(LIVE) else None
            sheet.write_string(number, column, text, style)
            widths[column] = max(widths.get(column, 8), min(48, 2 + sum(1 + (ord(c) > 0x2E7F) for c in text)))
    for column, width in widths.items():
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
