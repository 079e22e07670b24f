"""One term per line: records to concepts, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields as attributes
from dataclasses import replace
from sys import intern
from typing import Any

from bilingual.glossary.columns import (
    CONCEPT_PREFIX,
    DATE_RE,
    TERM_FIELDS,
    TERM_FORM_FIELDS,
    TERM_REQUIRED,
    language_of,
    status_of,
)
from bilingual.glossary.concept_heads import head_cells, head_of
from bilingual.glossary.concept_rows import extra_of
from bilingual.glossary.problems import Problem
from bilingual.glossary.records import Record
from bilingual.model.termbase import Concept, Extra, Term

HEAD_ATTRIBUTES = tuple(
    each.name for each in attributes(Concept) if each.compare and each.name not in ("id", "terms", "layer")
)
STATUS_WORDS = "preferred, admitted, deprecated or forbidden"
DAY_WORDS = "a day, month or year such as 2026-11-21, 2026-11 or 2026"


class TermGroups:
    """Collects the terms of each concept; its lines need not stand together."""

    def __init__(self, path: str, layer: int) -> None:
        """Begin with nothing; ``path`` is what messages call the file."""
        self._path = path
        self._layer = layer
        self._heads: dict[str, Concept] = {}
        self._terms: dict[str, list[Term]] = {}

    def add(self, record: Record) -> Problem | None:
        """Take a record in; the reason if that is not possible."""
        fields = record.fields()
        term = self._term(record, fields)
        if isinstance(term, Problem):
            return term
        own, extra = _head_extra(term.extra)
        cells = {name: fields.get(column, "") for name, column in TERM_FORM_FIELDS.items()}
        head = head_of(self._path, record.line, cells, TERM_FORM_FIELDS)
        if isinstance(head, Problem):
            return head
        head = replace(head, extra=extra, file=self._path, line=record.line, layer=self._layer)
        name = fields["concept"]
        earlier = self._heads.get(name)
        if earlier is None:
            self._heads[name] = replace(head, id=name)
            self._terms[name] = []
        else:
            merged = _merged(earlier, head)
            if isinstance(merged, str):
                message = f"differs from what an earlier line (from {earlier.line}) says of {name!r}"
                way_out = "a concept has one; leave it empty on further lines"
                return Problem(self._path, record.line, merged, "contradiction", message, way_out)
            self._heads[name] = merged
        self._terms[name].append(replace(term, extra=own))
        return None

    def concepts(self) -> Iterator[Concept]:
        """The concepts in the order of their first lines."""
        for name, head in self._heads.items():
            yield replace(head, terms=tuple(sorted(self._terms[name], key=lambda term: term.status.rank)))

    def _term(self, record: Record, fields: Mapping[str, str]) -> Term | Problem:
        def problem(column: str, code: str, expected: str) -> Problem:
            found = repr(fields[column]) if fields.get(column) else "nothing"
            return Problem(self._path, record.line, column, code, f"expected {expected}, found {found}")

        for column in TERM_REQUIRED:
            if not fields.get(column):
                return problem(column, "empty-term", "a term" if column == "term" else f"a {column}")
        language, status = language_of(fields["language"]), status_of(fields.get("status", ""))
        if language is None:
            return problem("language", "broken-language", "ja or en")
        if status is None:
            return problem("status", "broken-status", STATUS_WORDS)
        for column in ("from", "until"):
            if fields.get(column) and not DATE_RE.fullmatch(fields[column]):
                return problem(column, "broken-date", DAY_WORDS)
        return Term(
            fields["term"],
            language,
            status,
            valid_from=intern(fields.get("from", "")),
            valid_until=intern(fields.get("until", "")),
            scope=intern(fields.get("scope", "")),
            source=intern(fields.get("source", "")),
            context=fields.get("context", ""),
            note=fields.get("note", ""),
            reviewer=intern(fields.get("reviewer", "")),
            date=intern(fields.get("date", "")),
            extra=extra_of(record.header, fields),
            line=record.line,
        )


def _head_extra(extra: Extra) -> tuple[Extra, Extra]:
    """Further fields of the term, and those of the concept, which begin with ``concept_``."""
    own = tuple(each for each in extra if not each[0].startswith(CONCEPT_PREFIX))
    head = tuple(
        (name.removeprefix(CONCEPT_PREFIX), value) for name, value in extra if name.startswith(CONCEPT_PREFIX)
    )
    return own, head


def _merged(earlier: Concept, head: Concept) -> Concept | str:
    """What two lines say of one concept, or the column in which they contradict each other."""
    more: dict[str, Any] = {}
    for name in HEAD_ATTRIBUTES:
        before, now = getattr(earlier, name), getattr(head, name)
        if name == "extra":
            before, now = dict(before), dict(now)
            clash = next((key for key in now if before.get(key, now[key]) != now[key]), "")
            if clash:
                return CONCEPT_PREFIX + clash
            if now:
                more[name] = tuple(sorted({**before, **now}.items()))
        elif now and not before:
            more[name] = now
        elif now and now != before:
            return TERM_FORM_FIELDS.get(name, name)
    return replace(earlier, **more) if more else earlier


def term_cells(concept: Concept) -> list[tuple[Term, dict[str, str]]]:
    """Every term with its cells by column, those without content left out; the first has the concept's too."""
    rows = []
    head = {TERM_FORM_FIELDS[name]: cell for name, cell in head_cells(concept).items()}
    head |= {CONCEPT_PREFIX + name: value for name, value in concept.extra}
    for term in concept.terms:
        cells = {
            "concept": concept.id,
            "language": term.language.value,
            "term": term.text,
            "status": term.status.value,
            **{column: getattr(term, name) for column, name in TERM_FIELDS.items()},
            **dict(term.extra),
            **(head if term is concept.terms[0] else {}),
        }
        rows.append((term, {name: cell for name, cell in cells.items() if cell}))
    return rows
