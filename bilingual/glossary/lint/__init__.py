"""Problems of glossaries, each with its place and the way out; and mending those that are safe to mend."""

from __future__ import annotations

import datetime
from collections.abc import Container, Sequence
from pathlib import Path
from typing import NamedTuple

from bilingual.glossary.cells import guarded, is_live, unguarded
from bilingual.glossary.csv_format import read_csv
from bilingual.glossary.lint.cells import cell_problems, header_problems, mended_cells
from bilingual.glossary.lint.crossing import duplicates, english_twins, katakana_twins, relations, strangers
from bilingual.glossary.lint.entries import ENTRY_RULES, text_key
from bilingual.glossary.problems import Problem
from bilingual.glossary.records import MARK, Record, csv_line, read_text, records
from bilingual.model.termbase import Concept

__all__ = ["CODES", "Mended", "lint", "mend"]

CODES = (
    "no-header",
    "broken-csv",
    "duplicate-column",
    "misplaced-column",
    "surplus-fields",
    "empty-term",
    "broken-language",
    "broken-status",
    "broken-date",
    "broken-relation",
    "broken-sign",
    "contradiction",
    "live-cell",
    "spaces",
    "invisible",
    "width",
    "look-alike",
    "brackets",
    "wrong-language",
    "no-preferred",
    "two-preferred",
    "expired-preferred",
    "missing-source",
    "unknown-standard",
    "duplicate-term",
    "spelling-twin",
    "katakana-twin",
    "duplicate-id",
    "duplicate-concept",
    "variant-is-preferred",
    "unknown-relation",
    "cycle",
    "conflict",
)
"""Every kind of problem there is."""


def lint(paths: Sequence[Path], *, day: str = "", known: Container[str] = ()) -> list[Problem]:
    """Find the problems of glossaries that belong together (one layer: a company's file may differ from the base).

    Args:
        paths: CSV files.
        day: that counts as today (ISO 8601); empty: today.
        known: ids of concepts in other layers, which relations may name.

    Returns:
        The problems in the order of files and lines, each once.

    Raises:
        GlossaryError: a file that is missing, too large or not UTF-8.
    """
    today = day or datetime.date.today().isoformat()
    found: list[Problem] = []
    concepts: list[Concept] = []
    for path in paths:
        reading = read_csv(path, see=lambda record, path=path: found.extend(cell_problems(str(path), record)))  # type: ignore[misc]
        found.extend(reading.problems)
        if reading.header is not None:
            found.extend(header_problems(str(path), 1, reading.header))
        concepts.extend(reading.concepts)
    for concept in concepts:
        for rule in ENTRY_RULES:
            found.extend(rule(concept, today))
    for crossing in (duplicates, strangers, english_twins, katakana_twins):
        found.extend(crossing(concepts))
    found.extend(relations(concepts, known))
    text_key.cache_clear()
    order = {str(path): at for at, path in reversed(list(enumerate(paths)))}
    return sorted(set(found), key=lambda problem: (order[problem.path], problem))


class Mended(NamedTuple):
    """A file with what is safe to mend mended.

    Attributes:
        path: the file.
        text: what it should hold.
        diff: the changes as a unified diff without context; empty if there are none.
    """

    path: Path
    text: str
    diff: str


def mend(path: Path) -> Mended:
    """Mend a glossary file without writing it: blanks, width, look-alikes, live cells; other lines keep their bytes.

    Raises:
        GlossaryError: a file that is missing, too large or not UTF-8.
    """
    text, _ = read_text(path)
    parts: list[str] = [MARK] if text.startswith(MARK) else []
    changes: list[str] = []
    read = len(text) - len(text.removeprefix(MARK))
    quoted = text.startswith('"', read)
    for record in records(str(path), text):
        read += len(record.raw)
        line = _mended_line(record, quoted=quoted)
        parts.append(line)
        if line != record.raw:
            changes.append(_hunk(record, line))
    parts.append(text[read:])  # what stands behind quotes that do not close
    diff = f"--- {path}\n+++ {path}\n{''.join(changes)}" if changes else ""
    return Mended(path, "".join(parts), diff)


def _mended_line(record: Record, *, quoted: bool) -> str:
    if record.header is None or record.problem is not None:
        return record.raw
    cells = mended_cells(record)
    if cells == [unguarded(cell) for cell in record.cells] and not any(map(is_live, record.cells)):
        return record.raw
    ending = record.raw[len(record.raw.rstrip("\r\n")) :]
    return csv_line([guarded(cell) for cell in cells], end=ending, quoted=quoted)


def _hunk(record: Record, line: str) -> str:
    """A change as version control systems show it."""
    before, after = record.raw.splitlines(), line.splitlines()
    place = f"@@ -{record.line},{len(before)} +{record.line},{len(after)} @@"
    return "\n".join([place, *(f"-{each}" for each in before), *(f"+{each}" for each in after), ""])
