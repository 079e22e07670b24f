"""CSV files as records: the fields of a line by name, the bytes they were written in, and where they stand.

UTF-8 only (a byte order mark is tolerated), so that what a version control system shows is what is meant.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bilingual.errors import GlossaryError
from bilingual.glossary.cells import unguarded
from bilingual.glossary.columns import Header, header_of
from bilingual.glossary.problems import Problem

MOST_BYTES = 256 * 1024 * 1024
MOST_LINES = 500_000
"""A file of more than this is no glossary that a person keeps; it is refused before the memory is gone."""
ENTRY_TAGS = (b"<conceptEntry", b"<termEntry", b"<tu ", b"<tu>", b"<trans-unit", b"<segment", b"<glossEntry")
"""Elements of TBX, TMX and XLIFF that an entry is made of."""
QUOTED_RE = re.compile('[,"\r\n]')
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


class Record(NamedTuple):
    """One record of a file.

    Attributes:
        line: where it begins, from 1.
        raw: its text with the line end.
        cells: its cells as they stand.
        header: the columns; None for the header itself and for a blank record.
        problem: why it cannot be read, if so.
    """

    line: int
    raw: str
    cells: list[str]
    header: Header | None
    problem: Problem | None = None

    def fields(self) -> dict[str, str]:
        """The texts by column, without blanks around them and without the guard of spreadsheets."""
        if self.header is None:
            return {}
        return {
            name: unguarded(cell.strip()) for name, cell in zip(self.header.names, self.cells, strict=False)
        }


def file_bytes(path: Path) -> bytes:
    """The bytes of a glossary file.

    Raises:
        GlossaryError: a file that is missing, too large or not to be read.
    """
    if not path.is_file():
        raise GlossaryError(f"{path}: there is no such glossary file; check the name")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise GlossaryError(f"{path}: more than {MOST_BYTES // 1024**2} MiB; split the glossary")
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None
    return data


def refuse_crowds(path: Path, data: bytes) -> None:
    """Refuse a file with more entries than a glossary has, before anything is made of them.

    Raises:
        GlossaryError: too many lines, or too many entries of XML.
    """
    if data.startswith(b"PK"):
        return  # the rows of a workbook are counted as they are unpacked
    plain = data.replace(b"\0", b"") if b"\0" in data[:100] else data  # UTF-16
    if plain[:200].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
        if sum(map(plain.count, ENTRY_TAGS)) > MOST_LINES:
            raise GlossaryError(f"{path}: more than {MOST_LINES:,} entries; split the glossary")
    elif max(plain.count(b"\n"), plain.count(b"\r")) > MOST_LINES:
        raise GlossaryError(f"{path}: more than {MOST_LINES:,} lines; split the glossary")


def read_text(path: Path) -> tuple[str, str]:
    """The text of a glossary file, with its byte order mark, and the SHA-256 of its bytes.

    Raises:
        GlossaryError: a file that is missing, too large or not UTF-8.
    """
    data = file_bytes(path)
    refuse_crowds(path, data)
    try:
        return data.decode("utf-8"), hashlib.sha256(data).hexdigest()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(
            f"{path}: line {line}: expected UTF-8 text; save the glossary as UTF-8 CSV, "
            "or turn it into one with bilingual glossary convert"
        ) from None


def records(path: str, text: str) -> Iterator[Record]:
    """All records in order; joined, their ``raw`` is the text. The first that is not blank is the header.

    Reading ends after a record with a problem that makes the rest meaningless (no header, quotes that do not close).
    """
    lines: list[str] = []
    source = io.StringIO(text.removeprefix(MARK), newline="")
    # The csv module asks for one line at a time, so what it has asked for is the record.
    reader = csv.reader((lines.append(line) or line for line in source), strict=True)  # type: ignore[func-returns-value]
    header: Header | None = None
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            message = f"expected comma-separated fields with quotes in pairs ({error})"
            yield Record(line, "".join(lines), [], None, Problem(path, line, "", "broken-csv", message))
            return
        raw = "".join(lines)
        lines.clear()
        if not any(cell.strip() for cell in cells):
            yield Record(line, raw, cells, None)
        elif header is None:
            header, problem = _header(path, line, cells)
            yield Record(line, raw, cells, None, problem)
            if problem:
                return
        else:
            yield Record(line, raw, cells, header, _too_long(path, line, header, cells))
        line = reader.line_num + 1
    if header is None:
        message = "expected a header with the columns ja and en; the file is empty"
        yield Record(1, "", [], None, Problem(path, 1, "", "no-header", message))


def _header(path: str, line: int, cells: list[str]) -> tuple[Header | None, Problem | None]:
    header = header_of(cells)
    if header is None:
        message = (
            "expected a header with the columns ja and en (or concept, language and term), "
            f"found {', '.join(cells)!r:.80}"
        )
        return None, Problem(path, line, "", "no-header", message)
    twice = [name for at, name in enumerate(header.names) if name in header.names[:at]]
    if twice:
        message = f"expected every column once, found {twice[0]!r} twice"
        return header, Problem(path, line, twice[0], "duplicate-column", message, "rename one of the two")
    return header, None


def _too_long(path: str, line: int, header: Header, cells: list[str]) -> Problem | None:
    surplus = cells[len(header.names) :]
    if not any(cell.strip() for cell in surplus):
        return None
    message = f"expected {len(header.names)} fields, found {len(cells)}"
    column = str(len(header.names) + 1)
    return Problem(path, line, column, "surplus-fields", message, "put fields that hold a comma in quotes")


def csv_line(cells: list[str], *, end: str = "\n", quoted: bool = False) -> str:
    """One line of CSV, with quotes where they are needed (every line end needs them) or around every cell."""
    return (
        ",".join(
            '"' + cell.replace('"', '""') + '"' if quoted or QUOTED_RE.search(cell) else cell
            for cell in cells
        )
        + end
    )
