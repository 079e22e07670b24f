"""Concepts to CSV: in the form that holds them, over an older version with as few changed lines as possible.

Lines of the older version that say the same keep their bytes; so a file that was read and is written without a
change comes out as it was. The one exception is a line with a cell that a spreadsheet would run as a formula: it is
written anew, guarded (:mod:`bilingual.glossary.cells`). Unknown columns, the byte order mark, line ends and the habit
of quoting every cell are kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from bilingual.errors import GlossaryError
from bilingual.glossary.cells import guarded, is_live, unguarded
from bilingual.glossary.columns import (
    CONCEPT_FIELDS,
    ROW_REQUIRED,
    TERM_COLUMNS,
    TERM_FIELDS,
    TERM_FORM_FIELDS,
    TERM_REQUIRED,
    Header,
)
from bilingual.glossary.concept_rows import default_id, fits_a_row, row_cells
from bilingual.glossary.csv_format import parse
from bilingual.glossary.records import MARK, Record, csv_line
from bilingual.glossary.term_rows import term_cells
from bilingual.model.termbase import Concept

ROW_ORDER = ("id", *(name for name, _, _ in TERM_COLUMNS), *CONCEPT_FIELDS)
TERM_ORDER = (*TERM_REQUIRED, "status", *TERM_FIELDS, *TERM_FORM_FIELDS.values())

Cells = Mapping[str, str]


def dump(concepts: Sequence[Concept], like: str = "", *, terms: bool | None = None) -> str:
    """The text of a glossary file.

    Args:
        concepts: what to write.
        like: the text of an older version; empty if there is none.
        terms: whether to write one term per line; None: as the older version has it, and where one line cannot
            hold a whole concept.

    Raises:
        GlossaryError: a concept without a term, which neither form can hold; an older version that cannot be read.
    """
    for concept in concepts:
        if not concept.terms:
            raise GlossaryError(f"concept {concept.id!r} has no term; give it one or leave it out")
    older: list[Record] = []
    is_there = bool(like.removeprefix(MARK).strip())
    reading = parse("the older version", like, strict=True, see=older.append) if is_there else None
    header = reading.header if reading else None
    if terms is None:
        terms = (header is not None and header.is_terms) or not all(map(fits_a_row, concepts))
    lines_of = _term_lines if terms else _row_lines
    if reading is None or header is None or header.is_terms is not terms:
        return "".join(_fresh(concepts, lines_of, terms=terms, mark=like[:1] == MARK))
    mark = MARK if like[:1] == MARK else ""
    return mark + "".join(_Overlay(older, header, reading.concepts, lines_of).lines(concepts))


def _row_lines(concept: Concept) -> list[Cells]:
    return [row_cells(concept)]


def _term_lines(concept: Concept) -> list[Cells]:
    return [cells for _, cells in term_cells(concept)]


def _fresh(
    concepts: Iterable[Concept], lines_of: Callable[[Concept], list[Cells]], *, terms: bool, mark: bool
) -> Iterator[str]:
    lines = [line for concept in concepts for line in lines_of(concept)]
    used = dict.fromkeys(TERM_REQUIRED if terms else ROW_REQUIRED)
    used |= {name: None for line in lines for name in line}
    order = TERM_ORDER if terms else ROW_ORDER
    names = [*(name for name in order if name in used), *(name for name in used if name not in order)]
    yield (MARK if mark else "") + csv_line([guarded(name) for name in names])
    for line in lines:
        yield csv_line([guarded(line.get(name, "")) for name in names])


class _Overlay:
    """Writes concepts over an older version of their file."""

    def __init__(
        self,
        older: Sequence[Record],
        header: Header,
        before: Iterable[Concept],
        lines_of: Callable[[Concept], list[Cells]],
    ) -> None:
        """Index the older version: its records, its columns, its concepts."""
        self._records = older
        self._names = list(header.names)
        self._lines_of = lines_of
        self._before = {concept.id: concept for concept in before}
        self._owners = [_owner(record) for record in older]
        self._owned: dict[str, list[Record]] = defaultdict(list)
        for record, owner in zip(older, self._owners, strict=True):
            self._owned[owner].append(record)
        first = next(record for record in older if any(cell.strip() for cell in record.cells))
        self._end = "\r\n" if first.raw.endswith("\r\n") else "\n"
        self._quoted = first.raw.startswith('"')
        self._added: list[str] = []

    def lines(self, concepts: Sequence[Concept]) -> Iterator[str]:
        """The lines of the new version; only the last may be without a line end."""
        after = {concept.id: concept for concept in concepts}
        kept = {
            name for name, concept in after.items() if name in self._before and self._is_same(concept, name)
        }
        self._widen(concept for name, concept in after.items() if name not in kept)
        pending = ""
        for line in self._walk(after, kept):
            if pending:
                yield pending if pending.endswith(("\n", "\r")) else pending + self._end
            pending = line
        yield pending

    def _walk(self, after: Mapping[str, Concept], kept: set[str]) -> Iterator[str]:
        newcomers = self._newcomers(after)
        last = {owner: at for at, owner in enumerate(self._owners)}
        written: set[str] = set()
        is_first = True
        for at, (record, owner) in enumerate(zip(self._records, self._owners, strict=True)):
            if record.header is None:
                is_header = is_first and bool(any(cell.strip() for cell in record.cells))
                yield self._header_line(record) if is_header else record.raw
                if is_header:
                    is_first = False
                    yield from self._all(newcomers[""])
                continue
            if owner in kept:
                yield self._old_line(record)
            elif owner in after and owner not in written:
                written.add(owner)
                yield from self._changed(after[owner], owner)
            if last[owner] == at:
                yield from self._all(newcomers[owner])

    def _newcomers(self, after: Mapping[str, Concept]) -> dict[str, list[Concept]]:
        """Concepts that the older version has not, by the concept before them that it has."""
        found: dict[str, list[Concept]] = defaultdict(list)
        before = ""
        for name, concept in after.items():
            if name in self._before:
                before = name
            else:
                found[before].append(concept)
        return found

    def _is_same(self, concept: Concept, name: str) -> bool:
        return replace(concept, layer=0) == self._before[name]

    def _widen(self, written: Iterable[Concept]) -> None:
        """Add the columns that the lines to be written need."""
        for concept in written:
            for line in self._lines_of(concept):
                for name in line:
                    if name not in self._names:
                        self._names.append(name)
                        self._added.append(name)

    def _header_line(self, record: Record) -> str:
        if not self._added and not any(map(is_live, record.cells)):
            return record.raw
        return self._line([*map(_text, record.cells), *self._added])

    def _old_line(self, record: Record) -> str:
        if not self._added and not any(is_live(cell.strip()) for cell in record.cells):
            return record.raw
        cells = [_text(cell) for cell in record.cells]
        return self._line([cell for cell, _ in zip_longest(cells, self._names, fillvalue="")])

    def _changed(self, concept: Concept, owner: str) -> Iterator[str]:
        """The lines of a concept that is not what it was; those that say the same keep their bytes."""
        old = self._owned[owner].copy()
        for line in self._lines_of(concept):
            same = next((record for record in old if _says(record, line)), None)
            if same is None:
                yield self._line([line.get(name, "") for name in self._names])
            else:
                old.remove(same)
                yield self._old_line(same)

    def _all(self, concepts: Iterable[Concept]) -> Iterator[str]:
        for concept in concepts:
            for line in self._lines_of(concept):
                yield self._line([line.get(name, "") for name in self._names])

    def _line(self, cells: Iterable[str]) -> str:
        return csv_line([guarded(cell) for cell in cells], end=self._end, quoted=self._quoted)


def _text(cell: str) -> str:
    """The text of a cell with the blanks around it; before a formula they would hide it from the guard."""
    return unguarded(cell.strip()) if is_live(cell.strip()) else unguarded(cell)


def _owner(record: Record) -> str:
    """The id of the concept that a record is about; empty for a header or a blank."""
    fields = record.fields()
    if record.header is None:
        return ""
    if record.header.is_terms:
        return fields["concept"]
    return fields.get("id") or default_id(fields["ja"], fields["en"])


def _says(record: Record, line: Cells) -> bool:
    """Whether a record holds just the cells of a line; a preferred term need not say so."""
    cells = {name: text for name, text in record.fields().items() if text}
    return {"status": "preferred", **cells} == line
