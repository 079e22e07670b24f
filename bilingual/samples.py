"""Packaged documents: inside the wheel, or beside the package in a checkout."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bilingual.errors import InputError


@contextmanager
def sample(folder: str, name: str) -> Iterator[Path]:
    """The path of a packaged document.

    Raises:
        InputError: if the installation lacks it.
    """
    package = Path(__file__).parent
    for root in (package / "_corpus", package.parent / "corpus"):
        path = root / folder / name
        if path.is_file():
            yield path
            return
    raise InputError(f"{folder}/{name}: the packaged sample is missing; install bilingual again")
