"""Bilingual files to segments, one module per format, told apart by their content."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from bilingual.containers.delimited import decode_text, delimited_rows
from bilingual.containers.markup import local_name, parse_xml
from bilingual.containers.opening import readable
from bilingual.containers.sheets import is_workbook, read_rows
from bilingual.errors import InputError
from bilingual.model.bitext import Bitext
from bilingual.options import DEFAULT_MAX_CHARACTERS
from bilingual.readers.bitext.languages import told_apart
from bilingual.readers.bitext.po import po_segments
from bilingual.readers.bitext.raw import RawSegment
from bilingual.readers.bitext.table import HEADER_ROWS, delimited_segments, has_columns, sheet_segments
from bilingual.readers.bitext.tmx import tmx_segments
from bilingual.readers.bitext.xliff import xliff_segments

__all__ = ["is_bitext", "read_bitext"]

FORMATS = "XLIFF, TMX, PO, or CSV and XLSX with the columns ja and en"
XML_RE = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>\s*)*<(?:\w+:)?(xliff|tmx)[\s>]",
    re.DOTALL,
)
PO_RE = re.compile(r'(?m)^msgid\s+"')
PO_TARGET_RE = re.compile(r'(?m)^msgstr(?:\[\d\])?\s+"')
XML_ENDINGS = frozenset({".xliff", ".xlf", ".xlz", ".sdlxliff", ".mqxliff", ".tmx"})
TABLE_ENDINGS = frozenset({".csv", ".tsv", ".tab", ".xlsx", ".xlsm"})
OTHER_ENDINGS = frozenset({".po", ".pot"})
HEAD = 4_096
LARGEST_FACTOR = 40
"""Bytes of a file per character of text that is read: segments carry much markup and their histories."""


def is_bitext(path: str | os.PathLike[str]) -> bool:
    """Whether a file is bilingual by its content: XLIFF, TMX, PO, or a table with a column for either language."""
    given = Path(path)
    with readable(given):
        return _is_bitext(given)


def _is_bitext(given: Path) -> bool:
    if not given.is_file():
        return False
    if given.suffix.lower() in XML_ENDINGS | OTHER_ENDINGS:
        return True
    with given.open("rb") as file:
        head = file.read(HEAD)
    if XML_RE.match(_narrow(head)):
        return True
    if given.suffix.lower() in TABLE_ENDINGS:
        return _is_table(given)
    text = head.decode("utf-8", "replace")
    return bool(PO_RE.search(text) and PO_TARGET_RE.search(text))


def _narrow(head: bytes) -> bytes:
    return head.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def _is_table(path: Path) -> bool:
    data = path.read_bytes()
    if is_workbook(data):
        try:
            return _is_sheet_table(path, data)
        except InputError:
            return False  # whoever reads it as a document says what is wrong with it
    if data.startswith(b"PK\x03\x04"):
        return False
    text, _ = decode_text(path, data)
    return has_columns(cells for _, cells in delimited_rows(path, text))


def _is_sheet_table(path: Path, data: bytes) -> bool:
    rows: dict[str, int] = {}
    for row in read_rows(path, data):
        rows[row.sheet] = rows.get(row.sheet, 0) + 1
        if rows[row.sheet] <= HEADER_ROWS and has_columns([row.cells]):
            return True
        if sum(rows.values()) > 50 * HEADER_ROWS:
            return False
    return False


def read_bitext(path: str | os.PathLike[str], max_characters: int = DEFAULT_MAX_CHARACTERS) -> Bitext:
    """Read a bilingual file: its segments in order, without inline tags.

    Raises:
        InputError: missing, broken, hostile, too long, or without Japanese and English.
    """
    given = Path(path)
    if given.is_dir():
        raise InputError(f"{given}: this is a folder; give a file")
    if not given.exists():
        raise InputError(f"{given}: there is no such file; check the name")
    with readable(given):
        size = given.stat().st_size
    if size > LARGEST_FACTOR * max_characters:
        raise _too_long(given, f"{size:,} bytes", max_characters)
    with readable(given):
        data = given.read_bytes()
    if not data.strip():
        raise InputError(f"{given}: the file is empty; export it again")
    raws: list[RawSegment] = []
    total = 0
    encoding, found = _segments(given, data)
    for raw in found:
        total += len(raw.source.text) + len(raw.target.text)
        if total > max_characters:
            raise _too_long(given, f"the text of its first {len(raws) + 1:,} segments", max_characters)
        raws.append(raw)
    if not raws:
        raise InputError(f"{given}: no segments were found; expected {FORMATS}")
    return Bitext(str(path), told_apart(given, raws), encoding, hashlib.sha256(data).hexdigest())


def _segments(path: Path, data: bytes) -> tuple[str, Iterator[RawSegment]]:
    """The encoding, and the segments by what the content is."""
    if is_workbook(data):
        return "utf-8", sheet_segments(path, data)
    if data.startswith(b"PK\x03\x04"):
        raise InputError(
            f"{path}: this is a package of several files; unpack it and give one of the XLIFF files in it"
        )
    if XML_RE.match(_narrow(data[:HEAD])) or path.suffix.lower() in XML_ENDINGS:
        root = parse_xml(path, data)
        if local_name(root) == "tmx":
            return "utf-8", tmx_segments(root)
        if local_name(root) == "xliff":
            return "utf-8", xliff_segments(root)
        raise InputError(f"{path}: line 1: expected <xliff> or <tmx>, found <{local_name(root)[:40]}>")
    text, encoding = decode_text(path, data)
    if path.suffix.lower() in OTHER_ENDINGS or (PO_RE.search(text) and PO_TARGET_RE.search(text)):
        return encoding, po_segments(path, text)
    if has_columns(cells for _, cells in delimited_rows(path, text)):
        return encoding, delimited_segments(path, text)
    raise InputError(
        f"{path}: no columns ja and en were found in the first {HEADER_ROWS} rows; name them so in the header"
    )


def _too_long(path: Path, size: str, limit: int) -> InputError:
    return InputError(
        f"{path}: {size} are over the limit of {limit:,} characters; split the file, or raise "
        "limits.max_characters in bilingual.toml"
    )
