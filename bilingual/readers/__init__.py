"""Files to documents, one module per format, told apart by their content."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from bilingual.containers.opening import readable
from bilingual.errors import InputError
from bilingual.model.document import Document
from bilingual.options import Options
from bilingual.readers.docx import read_docx
from bilingual.readers.html import read_html
from bilingual.readers.plaintext import read_text
from bilingual.readers.sniffing import format_of
from bilingual.readers.xlsx import read_xlsx

__all__ = ["READERS", "from_text", "read"]


def _read_pdf(path: Path, options: Options) -> Document:
    from bilingual.readers.pdf import read_pdf  # numpy and PDFium: for those who have a PDF file

    return read_pdf(path, options)


READERS: tuple[tuple[str, Callable[[Path, Options], Document]], ...] = (
    ("text", read_text),
    ("html", read_html),
    ("pdf", _read_pdf),
    ("docx", read_docx),
    ("xlsx", read_xlsx),
)
"""Formats, as `sniffing.format_of` names them, and what reads them."""

NAMES = {"pdf": "a PDF file", "docx": "a Word file", "xlsx": "an Excel file", "html": "a web page"}


def read(path: str | os.PathLike[str], options: Options | None = None) -> Document:
    """Read a file into a document: what it shows as text, with the way back to the file.

    Raises:
        InputError: missing, a folder, of a format that is not read, empty, binary, undecodable or too long.
    """
    given = Path(path)
    with readable(given):
        return _read(given, options or Options())


def _read(given: Path, options: Options) -> Document:
    if given.is_dir():
        raise InputError(f"{given}: this is a folder; give a file")
    if given.exists() and not given.is_file():
        raise InputError(
            f"{given}: this is a pipe or a device, not a file; save what it gives as a file first"
        )
    if str(given) == "-":
        raise InputError("-: standard input is not read; save it as a file first")
    if not given.exists():
        raise InputError(f"{given}: there is no such file; check the name")
    name = format_of(given)
    for format_name, reader in READERS:
        if name == format_name:
            return reader(given, options)
    raise InputError(f"{given}: this is {NAMES[name]}, which this version does not read; save it as text")


def from_text(text: str, path: str = "") -> Document:
    """Make a document of text that is in memory already."""
    return Document(path, text, "utf-8", hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
