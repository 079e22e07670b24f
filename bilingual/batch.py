"""Many documents: the pairs of a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bilingual.errors import InputError
from bilingual.model.report import Report
from bilingual.options import Options
from bilingual.pipeline import check

JAPANESE_NAME_RE = re.compile(r"^(?P<stem>.+)[_.-]ja(?P<ending>\.\w+)$", re.IGNORECASE)
ENDINGS = (".txt", ".text", ".md", ".markdown")


def find_pairs(folder: Path) -> list[tuple[Path, Path]]:
    """Pairs of Japanese and English files: ``*_ja.*`` with ``*_en.*``, and ``ja/NAME`` with ``en/NAME``.

    Raises:
        InputError: if the folder holds no pair.
    """
    pairs = sorted({*_by_name(folder), *_by_folder(folder)})
    if not pairs:
        raise InputError(
            f"{folder}: no pairs of files were found; name them NAME_ja.txt and NAME_en.txt, or put files of the same "
            "name into the folders ja and en"
        )
    return pairs


def _by_name(folder: Path) -> Iterator[tuple[Path, Path]]:
    names = {path.name.lower(): path for path in folder.iterdir() if path.is_file()}
    for path in names.values():
        match = JAPANESE_NAME_RE.match(path.name)
        if match and path.suffix.lower() in ENDINGS:
            separator = path.name[len(match["stem"])]
            other = names.get(f"{match['stem']}{separator}en{match['ending']}".lower())
            if other is not None:
                yield path, other
        elif path.name.lower() in [f"ja{ending}" for ending in ENDINGS]:
            other = names.get(f"en{path.suffix}".lower())
            if other is not None:
                yield path, other


def _by_folder(folder: Path) -> Iterator[tuple[Path, Path]]:
    japanese, english = folder / "ja", folder / "en"
    if japanese.is_dir() and english.is_dir():
        for path in japanese.iterdir():
            other = english / path.name
            if path.suffix.lower() in ENDINGS and other.is_file():
                yield path, other


def check_folder(folder: Path, *, options: Options | None = None) -> list[Report]:
    """Check every pair of a folder, in order of their names."""
    return [check(ja, en, options=options) for ja, en in find_pairs(folder)]
