"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
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
    Where a replacement fails all the same, those before it are taken back.

    Raises:
        OSError: if a file cannot be written, with its name; earlier versions of all of them are in their places.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in files:
            if path.exists() and not path.is_file():  # /dev/stdout, whose target has no path of its own
                path.write_bytes(data)
                continue
            target = path.resolve()
            require_writable(target)
            staged.append((_staged(target, data), target))
        _exchange(staged)
    finally:
        for temporary, _ in staged:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _exchange(staged: Sequence[tuple[Path, Path]]) -> None:
    """Put every file in its place, or, where one of them fails, the earlier versions back in theirs."""
    if len(staged) == 1:  # happens or does not
        staged[0][0].replace(staged[0][1])
        return
    earlier: dict[Path, Path | None] = {}
    done: list[Path] = []
    try:
        for _, target in staged:
            earlier[target] = _kept(target) if target.exists() else None
        for temporary, target in staged:
            temporary.replace(target)
            done.append(target)
    except BaseException:
        for target in reversed(done):
            before = earlier.pop(target)  # what cannot be put back is not thrown away
            with suppress(OSError):
                if before is None:
                    target.unlink(missing_ok=True)
                else:
                    before.replace(target)
        raise
    finally:
        for before in earlier.values():
            if before is not None:
                with suppress(OSError):
                    before.unlink(missing_ok=True)


def _kept(target: Path) -> Path:
    """A second name for what stands in a place, or a copy where the file system has no second names."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".bilingual.")
    os.close(handle)
    kept = Path(name)
    try:
        kept.unlink()
        try:
            kept.hardlink_to(target)
        except OSError:
            shutil.copy2(target, kept)
    except BaseException:
        kept.unlink(missing_ok=True)
        raise
    return kept


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
