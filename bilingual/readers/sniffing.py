"""What a file is, told by its first bytes and never by its name."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from bilingual.errors import InputError

HEAD = 4_096
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
PARTS = (("word/", "docx"), ("xl/", "xlsx"))
"""The folder that the parts of an Office file stand in, and its format."""
REFUSED = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF file"),
)
HTML_RE = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE\s+html|<(?:\w+:)?html[\s>]"
    rb"|<(?:head|meta|title|style|script|body|div|table|h[1-6])[\s>])",
    re.IGNORECASE | re.DOTALL,
)
"""How a web page begins: the tags around its head and body may be left out (HTML standard, 13.1.2.4)."""
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def format_of(path: Path) -> str:
    """The format of a file: ``pdf``, ``docx``, ``xlsx``, ``html`` or ``text``.

    Raises:
        InputError: a file of a kind that is not read, with the way out.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    for magic, kind in REFUSED:
        if head.startswith(magic):
            raise InputError(f"{path}: this is {kind}; save the release as PDF, .docx, .xlsx, .html or .txt")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(ZIP):
        return _package_format(path)
    if head.startswith(OLE):
        raise _old_office(path)
    return "html" if _is_html(head) else "text"


def _is_html(head: bytes) -> bool:
    for mark in MARKS:
        head = head.removeprefix(mark)
    return HTML_RE.match(head.replace(b"\x00", b"")) is not None


def _package_format(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError(
            f"{path}: the file is a damaged Office or ZIP file ({error}); save it again"
        ) from None
    for folder, name in PARTS:
        if "[Content_Types].xml" in names and any(each.startswith(folder) for each in names):
            return name
    raise InputError(
        f"{path}: this is a ZIP file, neither .docx nor .xlsx; unpack it and give the files in it"
    )


def _old_office(path: Path) -> InputError:
    with path.open("rb") as file:
        encrypted = ENCRYPTED_PACKAGE in file.read(1_000_000)
    if encrypted:
        return InputError(f"{path}: the Office file is protected by a password; save it without one")
    return InputError(f"{path}: this is an old Word or Excel file; save it as .docx or .xlsx")
