"""Files to documents, one module per format."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from bilingual.errors import InputError
from bilingual.model.document import Document
from bilingual.options import DEFAULT_MAX_CHARACTERS
from bilingual.readers.plaintext import read_text

__all__ = ["READERS", "from_text", "read"]

READERS: tuple[tuple[tuple[str, ...], Callable[[Path, int], Document]], ...] = (
    (("", ".txt", ".text", ".md", ".markdown"), read_text),
)
"""Extensions (lower case, the empty one for none) and what reads them."""


def read(path: str | os.PathLike[str], max_characters: int = DEFAULT_MAX_CHARACTERS) -> Document:
    """Read a file into a document: decoded, otherwise untouched.

    Raises:
        InputError: missing, a folder, of an unknown type, empty, binary, undecodable or too long.
    """
    given = Path(path)
    if given.is_dir():
        raise InputError(f"{given}: this is a folder; give a file")
    if not given.exists():
        raise InputError(f"{given}: there is no such file; check the name")
    for extensions, reader in READERS:
        if given.suffix.lower() in extensions:
            return reader(given, max_characters)
    known = ", ".join(extension for extensions, _ in READERS for extension in extensions if extension)
    raise InputError(f"{given}: {given.suffix} files are not read yet ({known} are); save it as text")


def from_text(text: str, path: str = "") -> Document:
    """Make a document of text that is in memory already."""
    return Document(path, text, "utf-8", hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
