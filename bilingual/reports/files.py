"""Files that a report goes to: refused before the work, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from bilingual.errors import OptionError
from bilingual.files import reason, replace_file, require_writable, way_out


def check_target(path: Path, inputs: Iterable[str | Path]) -> None:
    """Refuse a file that cannot take the report, or that is one of the documents.

    Raises:
        OptionError: naming the file and the way out.
    """
    if path.is_dir():
        raise OptionError(f"{path}: this is a folder; give the name of a file in it")
    if not path.parent.is_dir():
        raise OptionError(f"{path}: there is no folder {path.parent}; make it first")
    if not path.exists() and not os.access(path.parent, os.W_OK):
        raise OptionError(f"{path}: there is no permission to write into {path.parent}; give another folder")
    if path.exists() and any(Path(one).exists() and path.samefile(one) for one in inputs):
        raise OptionError(f"{path}: this is a document that is checked; give the report another name")
    if path.is_file():
        try:
            require_writable(path)
        except OSError as error:
            raise OptionError(_unwritable(path, error)) from None


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it appears whole or not at all; a device or pipe is written to as it is.

    Raises:
        OptionError: if the file cannot be written.
    """
    write_whole_bytes(path, text.encode("utf-8"))


def write_whole_bytes(path: Path, data: bytes) -> None:
    """The same for bytes.

    Raises:
        OptionError: if the file cannot be written.
    """
    try:
        replace_file(path, data)
    except OSError as error:
        raise OptionError(_unwritable(path, error)) from None


def _unwritable(path: Path, error: OSError) -> str:
    usual = "close it in other programs, or give another name" if path.is_file() else "give another name"
    return f"{path}: cannot be written ({reason(error)}); {way_out(error, usual)}"
