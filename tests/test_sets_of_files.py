"""Files appear whole or not at all, and sets of files together or not at all."""

import errno
import os
from pathlib import Path

import pytest

from bilingual.files import replace_file, replace_files


def _held(monkeypatch, name):
    """Let the system refuse to put a file of this name in its place, as one that holds it open does."""
    replace = Path.replace

    def refusing(self, target):
        if Path(target).name == name and "earlier" not in self.read_text():
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refusing)


@pytest.mark.parametrize("second_names", [True, False], ids=["hard links", "no hard links"])
@pytest.mark.parametrize("held", ["a.txt", "b.txt", "c.txt"])
def test_a_set_is_all_new_or_all_old(tmp_path, monkeypatch, held, second_names):
    """Where one of a set cannot be replaced, the others are as they were, and nothing else lies about."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"earlier {name}")
    _held(monkeypatch, held)
    if not second_names:

        def refused(self, target):
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))

        monkeypatch.setattr(Path, "hardlink_to", refused)
    with pytest.raises(PermissionError):
        replace_files([(tmp_path / name, b"new") for name in ("a.txt", "b.txt", "c.txt")])
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "a.txt": "earlier a.txt",
        "b.txt": "earlier b.txt",
    }


def test_a_set_that_nothing_stops_is_new(tmp_path):
    """All files hold what was given, those that were there and those that were not, and nothing else is left."""
    (tmp_path / "a.txt").write_text("earlier")
    replace_files([(tmp_path / "a.txt", b"new a"), (tmp_path / "b.txt", b"new b")])
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "a.txt": "new a",
        "b.txt": "new b",
    }


def test_permissions_stay(tmp_path):
    """A file that is replaced keeps who may read it."""
    path = tmp_path / "a.txt"
    path.write_text("earlier")
    path.chmod(0o600)
    replace_file(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o600 and path.read_text() == "new"
