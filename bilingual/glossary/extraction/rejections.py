"""Pairs of terms that a reviewer has turned down, in a file beside the glossary: ``ours.csv``, ``ours.rejected.csv``.

Specification: CSV, UTF-8, a header with the columns ``ja``, ``en``, ``date``, ``reviewer`` and ``note``; columns of
the user's own are kept. A pair is the same in every spelling that the matcher takes for one.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from bilingual.errors import GlossaryError
from bilingual.glossary.cells import guarded, unguarded
from bilingual.glossary.extraction.gathering import PairKey, pair_key
from bilingual.glossary.records import csv_line, records

COLUMNS = ("ja", "en", "date", "reviewer", "note")
Rejection = dict[str, str]


def rejections_path(glossary: Path) -> Path:
    """The file beside a glossary that remembers what was turned down.

    >>> rejections_path(Path("terms/ours.csv")).as_posix()
    'terms/ours.rejected.csv'
    """
    return glossary.with_name(f"{glossary.stem}.rejected.csv")


def read_rejections(glossary: Path) -> list[Rejection]:
    """The rejections beside a glossary, by column; none where there is no such file.

    Raises:
        GlossaryError: a file that cannot be read, with the line.
    """
    path = rejections_path(glossary)
    if not path.is_file():
        return []
    from bilingual.glossary.records import read_text

    found = []
    for record in records(str(path), read_text(path)[0]):
        if record.problem is not None:
            raise GlossaryError(f"{path}: line {record.line}: {record.problem.message}")
        if record.header is not None:
            cells = (unguarded(cell.strip()) for cell in record.cells)
            found.append(dict(zip(record.header.names, cells, strict=False)))
    return found


def rejected_keys(glossaries: Iterable[Path]) -> frozenset[PairKey]:
    """The keys of all pairs that were turned down beside these glossaries."""
    return frozenset(
        pair_key(each.get("ja", ""), each.get("en", ""))
        for path in glossaries
        for each in read_rejections(path)
    )


def rejections_bytes(rejections: Sequence[Rejection]) -> bytes:
    """The file with these rejections, columns of the user's own last."""
    names = list(dict.fromkeys([*COLUMNS, *(name for each in rejections for name in each)]))
    out = io.StringIO()
    out.write(csv_line(names))
    for each in rejections:
        out.write(csv_line([guarded(each.get(name, "")) for name in names]))
    return out.getvalue().encode("utf-8")
