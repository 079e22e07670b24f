"""Terminology: concepts, their terms in each language, and where they occur."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from bilingual.model.document import Language


class TermStatus(StrEnum):
    """Administrative status of a term (ISO 30042 ``administrativeStatus``)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Term:
    """One designation of a concept in one language."""

    text: str
    language: Language
    status: TermStatus = TermStatus.PREFERRED


@dataclass(frozen=True, slots=True)
class Concept:
    """A language-independent entry.

    Attributes:
        id: stable identifier.
        terms: its designations, preferred ones first.
        subject_field: PL, BS, CF, FORM, NOTE, PERIOD, UNIT, …
        note: free words for the reader.
        source: where the entry comes from.
        layer: 0 for general glossaries; a company's own are higher and win.
    """

    id: str
    terms: tuple[Term, ...]
    subject_field: str = ""
    note: str = ""
    source: str = ""
    layer: int = 0

    def in_language(self, language: Language) -> tuple[Term, ...]:
        """The concept's terms in one language, in order of status."""
        return tuple(term for term in self.terms if term.language is language)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term found in a text: offsets are into the text that was searched."""

    start: int
    end: int
    concepts: tuple[str, ...]
    term: str


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """A file that concepts were loaded from."""

    path: str
    sha256: str


@dataclass(frozen=True)
class Termbase:
    """All concepts that are loaded; company files override general ones."""

    concepts: tuple[Concept, ...] = ()
    files: tuple[GlossaryFile, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Concept]:
        """Concepts by identifier."""
        return {concept.id: concept for concept in self.concepts}
