"""Files that a report goes to: refused before the work, written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bilingual.errors import OptionError


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
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8", newline="\n")
        else:
            _replace(target, text)
    except OSError as error:
        raise OptionError(f"{path}: cannot be written ({error.strerror}); give another name") from None


def _replace(target: Path, text: str) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
