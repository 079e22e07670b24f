"""Many documents: the pairs of a folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from bilingual.errors import InputError
from bilingual.model.document import Language
from bilingual.model.report import Report
from bilingual.options import Options
from bilingual.pipeline import check, holds_both

MARK_RE = re.compile(r"(?:^|[_.-])(?P<mark>ja|en)$", re.IGNORECASE)
"""The mark of a language at the end of a name: ``q1_ja``, ``q1-en``, ``q1.ja``, ``en``."""
OWNER = "~$"
"""What the file begins with that an Office program keeps beside a document that is open in it."""
ENDINGS = (
    ".txt",
    ".text",
    ".md",
    ".markdown",
    ".pdf",
    ".docx",
    ".docm",
    ".xlsx",
    ".xlsm",
    ".html",
    ".htm",
    ".xhtml",
)

Names = dict[tuple[str, str], Path]  # stem without the mark and ending, in small letters


def find_pairs(folder: Path) -> list[tuple[Path, Path]]:
    """Pairs of Japanese and English files: ``*_ja.*`` with ``*_en.*``, and ``ja/NAME`` with ``en/NAME``.

    Files of one format pair first; where one file of either language is left of a name, these two are a pair.

    Raises:
        InputError: if the folder holds no pair.
    """
    pairs = [pair for ja, en in (_marked(folder), _foldered(folder)) for pair in _paired(ja, en)]
    if not pairs:
        raise InputError(
            f"{folder}: no pairs of files were found; name them NAME_ja.txt and NAME_en.txt (or .pdf, .docx, .xlsx, "
            ".html), or put files of the same name into the folders ja and en"
        )
    return sorted(pairs)


def find_singles(folder: Path) -> list[Path]:
    """Files that bear a language's mark but have no counterpart."""
    found: list[Path] = []
    for ja, en in (_marked(folder), _foldered(folder)):
        paired = {path for pair in _paired(ja, en) for path in pair}
        found += [path for path in (*ja.values(), *en.values()) if path not in paired]
    return sorted(found)


def _paired(ja: Names, en: Names) -> list[tuple[Path, Path]]:
    """Files of the same name: of the same format, or the only ones that are left of it."""
    pairs = [(path, en[name]) for name, path in ja.items() if name in en]
    left_ja, left_en = _left(ja, en), _left(en, ja)
    for stem, paths in left_ja.items():
        others = left_en.get(stem, [])
        if len(paths) == len(others) == 1:
            pairs.append((paths[0], others[0]))
    return pairs


def _left(one: Names, other: Names) -> dict[str, list[Path]]:
    left: dict[str, list[Path]] = {}
    for name, path in one.items():
        if name not in other:
            left.setdefault(name[0], []).append(path)
    return left


def find_releases(folder: Path, *, options: Options | None = None) -> list[tuple[Path, Path | None]]:
    """All releases of a folder by name: pairs of files, and single files that hold both languages.

    A release that lies there in several formats is given once, in the first of `ENDINGS`: what is counted over
    releases would count it several times.

    Raises:
        InputError: if the folder holds none.
    """
    ja, en = _marked(folder)
    marked = {*ja.values(), *en.values()}
    alone = [
        path
        for path in _documents(folder)
        if path not in marked and holds_both(path, options=options or Options())
    ]
    try:
        pairs: list[tuple[Path, Path]] = find_pairs(folder)
    except InputError:
        if not alone:
            raise
        pairs = []
    once: dict[tuple[Path, str], tuple[Path, Path | None]] = {}
    for release in sorted([*pairs, *((path, None) for path in alone)], key=_preference):
        once.setdefault((release[0].parent, release[0].stem.lower()), release)
    return sorted(once.values(), key=lambda release: str(release[0]))


def _preference(release: tuple[Path, Path | None]) -> tuple[int, str]:
    return ENDINGS.index(release[0].suffix.lower()), str(release[0])


def check_folder(folder: Path, *, options: Options | None = None) -> list[Report]:
    """Check every pair of a folder, in order of their names."""
    return [check(ja, en, options=options) for ja, en in find_pairs(folder)]


def _marked(folder: Path) -> tuple[Names, Names]:
    """Files of the folder itself, told apart by the mark at the end of their names."""
    files = _documents(folder)
    return _named(files, Language.JA), _named(files, Language.EN)


def _foldered(folder: Path) -> tuple[Names, Names]:
    """Files in the folders ``ja`` and ``en``; a mark in their names says nothing more."""
    return (
        _named(_documents(folder / "ja"), Language.JA, unmarked=True),
        _named(_documents(folder / "en"), Language.EN, unmarked=True),
    )


def _named(files: Iterable[Path], language: Language, *, unmarked: bool = False) -> Names:
    named: Names = {}
    for path in files:
        match = MARK_RE.search(path.stem)
        if match and match["mark"].lower() == language:
            named[path.stem[: match.start()].lower(), path.suffix.lower()] = path
        elif unmarked:
            named[path.stem.lower(), path.suffix.lower()] = path
    return named


def _documents(folder: Path) -> list[Path]:
    """Readable files of a folder, without hidden ones and those of programs that have a document open, by name."""
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in ENDINGS and path.is_file() and not path.name.startswith((".", OWNER))
    )
