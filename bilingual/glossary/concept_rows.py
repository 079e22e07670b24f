"""One concept per line: a record to a concept, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from sys import intern

from bilingual.glossary.columns import ROW_NAMES, ROW_REQUIRED, TERM_COLUMNS, Header, listed
from bilingual.glossary.concept_heads import head_cells, head_of
from bilingual.glossary.problems import Problem
from bilingual.glossary.records import Record
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Extra, Term, TermStatus


def concept_of(path: str, record: Record, layer: int) -> Concept | Problem:
    """The concept of a record, or why it is none."""
    fields = record.fields()
    for name in ROW_REQUIRED:
        if not fields.get(name):
            return Problem(path, record.line, name, "empty-term", "expected a term, found nothing")
    head = head_of(path, record.line, fields, {})
    if isinstance(head, Problem):
        return head
    return replace(
        head,
        id=fields.get("id") or default_id(fields["ja"], fields["en"]),
        terms=tuple(_terms(fields, record.line)),
        layer=layer,
        extra=extra_of(record.header, fields),
        file=path,
        line=record.line,
    )


def default_id(ja: str, en: str) -> str:
    """The id of a concept whose file gives it none."""
    return f"{ja}={en}"


def _terms(fields: Mapping[str, str], line: int) -> list[Term]:
    terms: list[Term] = []
    seen: set[tuple[Language, str]] = set()
    for column, language, status in TERM_COLUMNS:
        cell = fields.get(column, "")
        for text in listed(cell) if column not in ROW_REQUIRED else (cell,):
            if (language, text) not in seen:
                seen.add((language, text))
                terms.append(Term(text, language, status, line=line))
    return sorted(terms, key=lambda term: term.status.rank)


def extra_of(header: Header | None, fields: Mapping[str, str]) -> Extra:
    """The fields that no column of ours holds, by name."""
    if header is None:
        return ()
    return tuple((intern(name), fields[name]) for name in sorted(header.extra) if fields.get(name))


def fits_a_row(concept: Concept) -> bool:
    """Whether one line can hold all of a concept: one preferred term on each side, terms without data of their own."""
    preferred = [term.language for term in concept.terms if term.status is TermStatus.PREFERRED]
    return (
        sorted(preferred) == ["en", "ja"]
        and all(_is_plain(term) for term in concept.terms)
        and len({(term.language, term.text) for term in concept.terms}) == len(concept.terms)
        and not any("|" in part for part in concept.gaap)
        and not any(name.lower() in ROW_NAMES for name, _ in concept.extra)
    )


def _is_plain(term: Term) -> bool:
    bare = Term(term.text, term.language, term.status)
    return term == bare and (term.status is TermStatus.PREFERRED or "|" not in term.text)


def row_cells(concept: Concept) -> dict[str, str]:
    """Cells by column, those without content left out; the concept has to fit a row.

    An id that the terms give by themselves is left out.
    """
    cells = {}
    for column, language, status in TERM_COLUMNS:
        found = [term.text for term in concept.in_language(language) if term.status is status]
        if found:
            cells[column] = " | ".join(found)
    if concept.id != default_id(cells["ja"], cells["en"]):
        cells["id"] = concept.id
    return {**cells, **head_cells(concept), **dict(concept.extra)}
