"""Problems of glossaries, each with its place and the way out; and mending those that are safe to mend."""

from __future__ import annotations

import datetime
from collections.abc import Container, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from bilingual.errors import BilingualError, GlossaryError
from bilingual.glossary import format_of
from bilingual.glossary.cells import guarded, is_live, unguarded
from bilingual.glossary.csv_format import read_csv
from bilingual.glossary.headers import is_our_csv
from bilingual.glossary.lint.cells import cell_problems, header_problems, mended_cells, term_problems
from bilingual.glossary.lint.crossing import duplicates, english_twins, katakana_twins, relations, strangers
from bilingual.glossary.lint.entries import ENTRY_RULES, text_key
from bilingual.glossary.problems import Problem
from bilingual.glossary.records import MARK, Record, csv_line, file_bytes, read_text, records
from bilingual.model.termbase import Concept

__all__ = ["CODES", "Mended", "is_mendable", "lint", "mend"]

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


def lint(
    paths: Sequence[Path], *, day: str = "", known: Container[str] = (), layered: bool = False
) -> list[Problem]:
    """Find the problems of glossaries that belong together.

    Args:
        paths: files in any of the formats that a glossary may be given in; blanks around cells show in CSV only.
        day: that counts as today (ISO 8601); empty: today.
        known: ids of concepts in other layers, which relations may name.
        layered: whether every file is a layer over those before it, which may have the same terms; else all are one.

    Returns:
        The problems in the order of files and lines, each once.

    Raises:
        InputError: a file that is missing, too large, hostile or not what its name says.
    """
    today = day or datetime.date.today().isoformat()
    found: list[Problem] = []
    concepts: list[Concept] = []
    for path in paths:
        seen, read = _read(path)
        found.extend(seen)
        concepts.extend(read)
    for concept in concepts:
        for rule in ENTRY_RULES:
            found.extend(rule(concept, today))
    for crossing in (duplicates, strangers, english_twins, katakana_twins):
        for layer in _layers(concepts) if layered else [concepts]:
            found.extend(crossing(layer))
    found.extend(relations(concepts, known))
    text_key.cache_clear()
    order = {str(path): at for at, path in reversed(list(enumerate(paths)))}
    return sorted(set(found), key=lambda problem: (order[problem.path], problem))


def _layers(concepts: Sequence[Concept]) -> list[list[Concept]]:
    """The concepts of each file."""
    layers: dict[str, list[Concept]] = {}
    for concept in concepts:
        layers.setdefault(concept.file, []).append(concept)
    return list(layers.values())


def is_mendable(path: Path) -> bool:
    """Whether a file, by its name, is CSV, the one format that is mended line by line."""
    return format_of(path).name == "csv"


def _read(path: Path) -> tuple[list[Problem], tuple[Concept, ...]]:
    """The problems of a file by itself, and its concepts; a table that is not in our form as other tools have it."""
    if not is_mendable(path):
        return _in_other_format(path)
    if not is_our_csv(file_bytes(path)):
        try:
            found, concepts = _in_other_format(path)
        except BilingualError:
            concepts = ()  # what our own reader says of it is clearer
        if concepts:
            return found, concepts
    return _in_csv(path)


def _in_csv(path: Path) -> tuple[list[Problem], tuple[Concept, ...]]:
    """The problems of the cells of a CSV file, and its concepts."""
    found: list[Problem] = []
    reading = read_csv(path, see=lambda record: found.extend(cell_problems(str(path), record)))
    found.extend(reading.problems)
    if reading.header is not None:
        found.extend(header_problems(str(path), 1, reading.header))
    return found, reading.concepts


def _in_other_format(path: Path) -> tuple[list[Problem], tuple[Concept, ...]]:
    """The problems of the terms of a workbook, a TBX file and the like, and its concepts."""
    from bilingual.glossary.exchange import read_exchange

    reading = read_exchange(path)
    found = list(reading.problems)
    for concept in reading.concepts:
        for term in concept.terms:
            line = term.line or concept.line
            found.extend(term_problems(str(path), line, term.language.value, term.text, term.language))
    return [replace(each, fixable=False) for each in found], reading.concepts


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
        GlossaryError: a file that is missing, too large, not UTF-8 or no CSV of our form.
    """
    if not is_mendable(path):
        raise GlossaryError(
            f"{path}: only CSV can be mended; turn it into CSV first: bilingual glossary convert {path} NAME.csv"
        )
    text, _ = read_text(path)
    parts: list[str] = [MARK] if text.startswith(MARK) else []
    changes: list[str] = []
    read = len(text) - len(text.removeprefix(MARK))
    quoted = text.startswith('"', read)
    for record in records(str(path), text):
        read += len(record.raw)
        if record.problem and record.problem.code == "no-header" and record.raw:
            raise GlossaryError(
                f"{path}: line {record.line}: only CSV with the columns ja and en can be mended; "
                f"turn it into that first: bilingual glossary convert {path} NAME.csv"
            )
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
