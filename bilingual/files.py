"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that it appears whole or not at all; a device or pipe is written to as it is.

    Raises:
        OSError: if the file cannot be written; an earlier version of it is untouched.
    """
    replace_files([(path, data)])


def replace_files(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write files so that all of them appear, each of them whole, or none.

    Every file is written beside its place first, and no earlier version is replaced while another is locked.

    Raises:
        OSError: if a file cannot be written, with its name; earlier versions of all of them are untouched.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in files:
            target = path.resolve()
            if target.exists() and not target.is_file():
                target.write_bytes(data)
                continue
            require_writable(target)
            staged.append((_staged(target, data), target))
        for temporary, target in staged:
            temporary.replace(target)
    finally:
        for temporary, _ in staged:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def require_writable(path: Path) -> None:
    """Refuse a file that is read-only, or that another program holds open where systems lock such files.

    Raises:
        OSError: naming the file.
    """
    if path.exists():
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        with path.open("r+b"):
            pass


def reason(error: OSError) -> str:
    """Why a file cannot be read or written, in the words of the system."""
    return error.strerror or str(error) or type(error).__name__


def way_out(error: OSError, otherwise: str) -> str:
    """What helps against an error of the system, where it is none of another program or of permissions."""
    return _WAYS_OUT.get(error.errno or 0, otherwise)


_WAYS_OUT = {
    errno.ENAMETOOLONG: "give a shorter name",
    errno.ENOSPC: "make room on the drive, or give another one",
    errno.ENOENT: "check the place",
    errno.EROFS: "give a place that can be written to",
}


def _staged(target: Path, data: bytes) -> Path:
    """The bytes in a file of their own beside their place, with the permissions that they shall have."""
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    # A short name: the target's own may be as long as the system lets names be.
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".bilingual.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        with suppress(OSError):  # file systems without permissions
            temporary.chmod(mode)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
