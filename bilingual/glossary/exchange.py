"""The formats that glossaries are exchanged in: one visible tuple, and what turns one into another."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bilingual.containers.sheets import is_workbook
from bilingual.errors import GlossaryError, OptionError
from bilingual.glossary.csv_format import Reading, parse
from bilingual.glossary.csv_writing import dump
from bilingual.glossary.headers import is_ours
from bilingual.glossary.losses import Loss
from bilingual.glossary.records import MARK, file_bytes, refuse_crowds
from bilingual.glossary.tables import read_delimited, read_sheet, write_pairs, write_sheet, write_tsv
from bilingual.glossary.tbx_dialects import VERSION_2, VERSION_3, VERSION_3_TAGS
from bilingual.glossary.tbx_reading import read_tbx
from bilingual.glossary.tbx_writing import write_tbx
from bilingual.glossary.units import read_units, write_tmx, write_xliff_12, write_xliff_21
from bilingual.glossary.utx import read_utx, write_utx
from bilingual.model.termbase import Concept, GlossaryFile

Columns = Mapping[str, str]
Written = tuple[bytes, list[Loss]]


class ExchangeFormat(NamedTuple):
    """A format that a glossary can be read from and written to.

    Attributes:
        name: on the command line.
        endings: of file names that mean it, in lower case.
        words: what it is.
        read: path, bytes, layer and columns (of ours to the file's, as the user says) to what the file holds.
        write: concepts to the bytes of a file and what it does not hold.
    """

    name: str
    endings: tuple[str, ...]
    words: str
    read: Callable[[Path, bytes, int, Columns], Reading]
    write: Callable[[Sequence[Concept]], Written]


def _read_csv(path: Path, data: bytes, layer: int, columns: Columns) -> Reading:
    """Our own CSV as it is; any other table by its header."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return read_delimited(path, data, layer, columns)
    first = next((line for line in text.removeprefix(MARK).splitlines() if line.strip()), "")
    if columns or not is_ours(next(csv.reader([first]), [])):
        return read_delimited(path, data, layer, columns)
    return parse(str(path), text, layer)


def _write_csv(concepts: Sequence[Concept]) -> Written:
    return dump(concepts).encode("utf-8"), []


def _without_columns(
    read: Callable[[Path, bytes, int], Reading],
) -> Callable[[Path, bytes, int, Columns], Reading]:
    def reads(path: Path, data: bytes, layer: int, columns: Columns) -> Reading:
        if columns:
            raise OptionError(f"{path}: --map names columns of tables; this file is none")
        return read(path, data, layer)

    return reads


_read_tbx, _read_units, _read_utx = map(_without_columns, (read_tbx, read_units, read_utx))

EXCHANGE_FORMATS: tuple[ExchangeFormat, ...] = (
    ExchangeFormat("csv", (".csv",), "CSV", _read_csv, _write_csv),
    ExchangeFormat("tsv", (".tsv", ".tab"), "tab-separated values", read_delimited, write_tsv),
    ExchangeFormat("xlsx", (".xlsx", ".xlsm"), "Excel workbook", read_sheet, write_sheet),
    ExchangeFormat("tbx", (".tbx",), "TBX-Basic 3, DCA", _read_tbx, partial(write_tbx, dialect=VERSION_3)),
    ExchangeFormat("tbx-dct", (), "TBX-Basic 3, DCT", _read_tbx, partial(write_tbx, dialect=VERSION_3_TAGS)),
    ExchangeFormat("tbx2", (), "TBX-Basic 2", _read_tbx, partial(write_tbx, dialect=VERSION_2)),
    ExchangeFormat("utx", (".utx",), "UTX 1.20", _read_utx, write_utx),
    ExchangeFormat("tmx", (".tmx",), "TMX 1.4b", _read_units, write_tmx),
    ExchangeFormat("xliff", (".xliff", ".xlf"), "XLIFF 1.2", _read_units, write_xliff_12),
    ExchangeFormat("xliff2", (), "XLIFF 2.1", _read_units, write_xliff_21),
    ExchangeFormat("pairs", (".txt",), "two columns", read_delimited, write_pairs),
)
NAMES = tuple(each.name for each in EXCHANGE_FORMATS)


def exchange_format(path: Path, name: str = "") -> ExchangeFormat:
    """The format of a name, else of a file's ending.

    Raises:
        OptionError: the ending says nothing.
    """
    for each in EXCHANGE_FORMATS:
        if each.name == name or (not name and path.suffix.lower() in each.endings):
            return each
    known = ", ".join(NAMES)
    raise OptionError(f"{path}: the ending {path.suffix!r} names no glossary format; choose one of {known}")


def read_exchange(path: Path, name: str = "", columns: Columns | None = None, layer: int = 0) -> Reading:
    """Read a glossary of any of the formats; what cannot be read is in the problems.

    Args:
        path: the file.
        name: its format; empty to tell by ending and content.
        columns: of a table: our fields to the file's columns.
        layer: of the concepts.

    Raises:
        InputError: missing, too large, hostile, or not of the format at all.
    """
    if path.is_dir():
        raise GlossaryError(f"{path}: this is a folder; give a file")
    data = file_bytes(path)
    refuse_crowds(path, data)
    found = exchange_format(path, name or _told(data))
    if found.name == "xlsx" and not is_workbook(data):
        raise GlossaryError(f"{path}: this is no Excel workbook; save it as .xlsx")
    reading = found.read(path, data, layer, columns or {})
    return replace(reading, file=GlossaryFile(str(path), hashlib.sha256(data).hexdigest()))


def _told(data: bytes) -> str:
    """The format that the content gives away, whatever the file is called; empty if nothing does."""
    if is_workbook(data):
        return "xlsx"
    head = data[:4_096].replace(b"\x00", b"")
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe").lstrip().startswith(b"#UTX"):
        return "utx"
    for mark, name in ((b"<martif", "tbx2"), (b"<tbx", "tbx"), (b"<tmx", "tmx"), (b"<xliff", "xliff")):
        if mark in head and head.lstrip(b"\xef\xbb\xbf\xff\xfe").lstrip().startswith(b"<"):
            return name
    return ""


def load_exchange(path: Path, layer: int) -> tuple[tuple[Concept, ...], GlossaryFile]:
    """Load a glossary of any of the formats.

    Raises:
        GlossaryError: naming file, line and reason of what cannot be read.
    """
    reading = read_exchange(path, layer=layer)
    if reading.problems:
        raise GlossaryError(str(reading.problems[0]))
    return reading.concepts, reading.file
