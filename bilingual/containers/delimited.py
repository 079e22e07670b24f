"""Delimited text (CSV, TSV) to rows: decoded by the ladder of encodings, the delimiter told by the first line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from bilingual.errors import InputError
from bilingual.text.encodings import UndecodableError, decode

DELIMITERS = "\t,;"


def decode_file(path: Path, data: bytes) -> tuple[str, str]:
    """Decode the bytes of a file; returns the text and its encoding.

    Raises:
        InputError: no encoding that we know fits; it names the line and the byte.
    """
    try:
        return decode(data)
    except UndecodableError as error:
        line = data.count(b"\n", 0, error.offset) + 1
        raise InputError(
            f"{path}: line {line}, byte {error.offset + 1} is in no known encoding (UTF-8, CP932, EUC-JP, "
            "ISO-2022-JP, UTF-16); save the file as UTF-8"
        ) from None


def decode_text(path: Path, data: bytes) -> tuple[str, str]:
    """The text of a file and its encoding; a byte order mark is taken off.

    Raises:
        InputError: no encoding that we know fits.
    """
    if b"\x00" not in data:
        # A table in UTF-16 has zeros around its delimiters; without any, "0\t0\t" must not pass for kana.
        try:
            return data.decode("utf-8").removeprefix("\ufeff"), "utf-8"
        except UnicodeDecodeError:
            pass
    text, encoding = decode_file(path, data)
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise InputError(f"{path}: line {line}: this is binary data, not text; export the file again")
    return text.removeprefix("\ufeff"), encoding


def delimiter_of(text: str) -> str:
    r"""The delimiter of a table: the one that parts the first line most often; a comma if none does.

    >>> delimiter_of("ja;en;note\n売上高;Net sales, gross;")
    ';'
    """
    first = next((line for line in text.split("\n") if line.strip()), "")
    return max(DELIMITERS, key=lambda mark: (first.count(mark), mark == ","))


def delimited_rows(path: Path, text: str, delimiter: str = "") -> Iterator[tuple[int, list[str]]]:
    """Rows with the number of the line that each begins on; blank lines are left out.

    Raises:
        InputError: quotes that are not in pairs, or an endless field.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or delimiter_of(text), strict=True)
    before = 0
    try:
        for row in reader:
            line, before = before + 1, reader.line_num
            if any(field.strip() for field in row):
                yield line, row
    except csv.Error as error:
        raise InputError(
            f"{path}: line {before + 1}: expected fields with quotes in pairs ({error}); "
            "put fields that hold a quote, a delimiter or a line end in quotes"
        ) from None
