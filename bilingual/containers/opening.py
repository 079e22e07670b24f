"""Files that the system does not let a program read: one sentence instead of its error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bilingual.errors import InputError
from bilingual.files import reason, way_out


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Tell a file that cannot be read (locked by another program, protected, on a drive that is gone) with the way out.

    Raises:
        InputError: naming the file and the reason.
    """
    try:
        yield
    except OSError as error:
        help_ = way_out(error, "close it in other programs, or check its permissions")
        raise InputError(f"{path}: cannot be read ({reason(error)}); {help_}") from None
