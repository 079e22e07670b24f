"""Files that a report goes to: refused before the work, written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bilingual.errors import OptionError
from bilingual.files import replace_file


def check_target(path: Path, inputs: Iterable[str | Path]) -> None:
    """Refuse a file that cannot take the report, or that is one of the documents.

    Raises:
        OptionError: naming the file and the way out.
    """
    if path.is_dir():
        raise OptionError(f"{path}: this is a folder; give the name of a file in it")
    if not path.parent.is_dir():
        raise OptionError(f"{path}: there is no folder {path.parent}; make it first")
    if path.exists() and any(Path(one).exists() and path.samefile(one) for one in inputs):
        raise OptionError(f"{path}: this is a document that is checked; give the report another name")


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
        raise OptionError(f"{path}: cannot be written ({error.strerror}); give another name") from None
