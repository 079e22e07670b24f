"""Terminology: concepts, their terms in each language, and where they occur.

The shape is that of ISO 30042 (TBX): an entry is a concept, its designations are terms grouped by language.
Names in brackets are the data categories of that standard. What a file says beyond them stays in ``extra``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from bilingual.model.document import Language

Extra: TypeAlias = tuple[tuple[str, str], ...]
"""Fields that have no place of their own: (name, value), in the order of the names, each name once, no value empty."""


class TermStatus(StrEnum):
    """Administrative status of a term (``administrativeStatus``)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"

    @property
    def rank(self) -> int:
        """0 for preferred terms, then in the order of the list."""
        return _RANKS[self]


_RANKS = {status: rank for rank, status in enumerate(TermStatus)}


class RelationKind(StrEnum):
    """How a concept is related to another one.

    ``superordinateConceptGeneric``, ``subordinateConceptGeneric``, ``superordinateConceptPartitive``,
    ``subordinateConceptPartitive``, ``relatedConcept``.
    """

    BROADER = "broader"
    NARROWER = "narrower"
    PART_OF = "part-of"
    HAS_PART = "has-part"
    RELATED = "related"


class SignDirection(StrEnum):
    """What a figure without a minus sign means on the line of a concept.

    ``adds``: it raises the total (sales); ``deducts``: it lowers the total (cost of sales); ``either``: both signs
    are usual, a minus is a loss; ``reversed``: the caption turns the sign over (増減額（△は増加）).
    """

    ADDS = "adds"
    DEDUCTS = "deducts"
    EITHER = "either"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class ConceptRelation:
    """A relation of a concept to the concept ``target`` (an id)."""

    kind: RelationKind
    target: str


@dataclass(frozen=True, slots=True)
class Term:
    """One designation of a concept in one language.

    Attributes:
        text: the term (``term``).
        language: of the term (``xml:lang`` of the language section).
        status: whether to use it (``administrativeStatus``).
        valid_from: first day of use: ISO 8601, a year or month will do; empty if always.
        valid_until: last day of use, likewise.
        scope: company or customer that the term is for (``customerSubset``); empty if for all.
        source: where the term is used (``source``).
        context: an example with its place (``context``).
        note: free words for the reader (``note``).
        reviewer: who approved it (``responsibility``).
        date: when that was (``date``), ISO 8601.
        extra: further fields.
        line: where the file has it, from 1; 0 if nowhere.
    """

    text: str
    language: Language
    status: TermStatus = TermStatus.PREFERRED
    valid_from: str = ""
    valid_until: str = ""
    scope: str = ""
    source: str = ""
    context: str = ""
    note: str = ""
    reviewer: str = ""
    date: str = ""
    extra: Extra = ()
    line: int = field(default=0, compare=False)

    def is_valid_on(self, day: str) -> bool:
        """Whether the term is in use on a day (``2026-11-21``); both ends count.

        >>> Term("四半期報告書", Language.JA, valid_until="2024-03").is_valid_on("2024-03-31")
        True
        """
        return day[: len(self.valid_from)] >= self.valid_from and (
            not self.valid_until or day[: len(self.valid_until)] <= self.valid_until
        )


@dataclass(frozen=True, slots=True)
class Concept:
    """A language-independent entry (``conceptEntry``).

    Attributes:
        id: stable identifier.
        terms: its designations, preferred ones first.
        subject_field: PL, BS, CF, FORM, NOTE, PERIOD, UNIT, … (``subjectField``).
        note: free words for the reader.
        source: where the entry comes from.
        layer: 0 for general glossaries; nearer ones (industry, company, document) are higher and win.
        gaap: standards it belongs to: J-GAAP, IFRS, US-GAAP; empty if any.
        statement: the statement or form that shows it, where the subject field does not say so.
        definition: what it is (``definition``).
        relations: to other concepts.
        sign: what a figure without a minus means; None if not said.
        reviewer: who approved the entry.
        date: of the entry, ISO 8601.
        extra: further fields.
        file: the glossary that it was read from; empty if none.
        line: where that file has it, from 1.
    """

    id: str
    terms: tuple[Term, ...]
    subject_field: str = ""
    note: str = ""
    source: str = ""
    layer: int = 0
    gaap: tuple[str, ...] = ()
    statement: str = ""
    definition: str = ""
    relations: tuple[ConceptRelation, ...] = ()
    sign: SignDirection | None = None
    reviewer: str = ""
    date: str = ""
    extra: Extra = ()
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    def in_language(self, language: Language) -> tuple[Term, ...]:
        """The concept's terms in one language, in order of status."""
        return tuple(term for term in self.terms if term.language is language)

    def preferred(self, language: Language, scope: str = "", day: str = "") -> Term | None:
        """The term to use in a language: the scope's own one before the general one, valid on a day if given."""
        found = [
            term
            for term in self.terms
            if term.language is language
            and term.status is TermStatus.PREFERRED
            and term.scope in ("", scope)
            and (not day or term.is_valid_on(day))
        ]
        return max(found, key=lambda term: bool(term.scope), default=None)


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
