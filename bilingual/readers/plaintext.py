"""Plain text and Markdown: the bytes decoded, nothing else changed."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from bilingual.containers.delimited import decode_file
from bilingual.errors import InputError
from bilingual.model.document import Document
from bilingual.options import Options

CONTROL_RE = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
"""Control characters but tab, line and page ends, and the escape of a terminal."""
LONGEST_CHARACTER = 4  # bytes of one character in UTF-8


def read_text(path: Path, options: Options) -> Document:
    """Read a text file.

    Raises:
        InputError: empty, binary, undecodable, or longer than the options allow.
    """
    max_characters = options.max_characters
    size = path.stat().st_size
    if size > max_characters * LONGEST_CHARACTER:
        raise _too_long(path, f"{size:,} bytes", max_characters)
    data = path.read_bytes()
    text, encoding = decode_file(path, data)
    if not text.strip():
        raise InputError(f"{path}: the file is empty; give the release as text")
    if "\n" not in text and text.strip().count("\r"):
        raise InputError(
            f"{path}: its lines end in carriage returns alone; save it with line feeds (LF or CRLF)"
        )
    if _is_binary(text):
        raise InputError(f"{path}: this is binary data, not text; save the release as .txt or .md")
    if len(text) > max_characters:
        raise _too_long(path, f"{len(text):,} characters", max_characters)
    return Document(str(path), text, encoding, hashlib.sha256(data).hexdigest())


def _too_long(path: Path, size: str, limit: int) -> InputError:
    return InputError(
        f"{path}: {size} is over the limit of {limit:,} characters; check that it is the right file, "
        "or raise limits.max_characters in bilingual.toml"
    )


def _is_binary(text: str) -> bool:
    """Whether control characters are too many for text (a stray NUL or escape is not)."""
    sample = text[:100_000]
    controls = len(CONTROL_RE.findall(sample))
    return controls > 8 and controls * 50 > len(sample)
