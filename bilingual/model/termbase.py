"""Terminology: concepts, their terms in each language, and where they occur.

The shape is that of ISO 30042 (TBX): an entry is a concept, its designations are terms grouped by language.
Names in brackets are the data categories of that standard. What a file says beyond them stays in ``extra``.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from bilingual.model.document import Language
from bilingual.model.quick import quick

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


AVOIDED = frozenset({TermStatus.FORBIDDEN, TermStatus.DEPRECATED})
"""Terms with which a glossary says no."""


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
        """Whether the term is in use on a day (``2026-11-21``), or on some day of a month or year; both ends count.

        >>> Term("四半期報告書", Language.JA, valid_until="2024-03").is_valid_on("2024-03-31")
        True
        """
        return day[: len(self.valid_from)] >= self.valid_from[: len(day)] and not self.is_over_on(day)

    def is_over_on(self, day: str) -> bool:
        """Whether the term's last day of use lies before a day (month, year)."""
        return bool(self.valid_until) and day[: len(self.valid_until)] > self.valid_until[: len(day)]

    @property
    def is_conditional(self) -> bool:
        """Whether the status depends on the day or on the company."""
        return bool(self.scope or self.valid_from or self.valid_until)

    def status_at(self, day: str = "", company: str = "") -> TermStatus | None:
        """The status of the term on a day, for a company; None if it is another company's term.

        A term that is over is deprecated, one that is yet to come is admitted, and so is one with a scope where the
        company is unknown: none of them is the term to use. What is forbidden stays so, but for its scope only.

        Args:
            day: ISO 8601; empty: the days of use do not count.
            company: as the scopes are written, in any case and width; empty if unknown.

        >>> Term("四半期報告書", Language.JA, valid_until="2024-03").status_at("2024-04-01")
        <TermStatus.DEPRECATED: 'deprecated'>
        """
        if self.scope and company and company_key(self.scope) != company_key(company):
            return None
        if self.scope and not company and self.status in (TermStatus.PREFERRED, TermStatus.FORBIDDEN):
            return TermStatus.ADMITTED
        if day and self.is_over_on(day) and self.status is not TermStatus.FORBIDDEN:
            return TermStatus.DEPRECATED
        if day and not self.is_valid_on(day):
            return TermStatus.ADMITTED
        return self.status


def company_key(name: str) -> str:
    """A company's name without case, width and blanks."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


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

    def at(self, day: str = "", company: str = "") -> Concept | None:
        """The concept as it stands on a day, for a company: every term with its status then and there.

        A company's own preferred term is the only preferred one of its language. Terms of other companies are left
        out; None if nothing is left.
        """
        if not any(term.is_conditional for term in self.terms):
            return self
        terms = [
            term if status is term.status else replace(term, status=status)
            for term in self.terms
            if (status := term.status_at(day, company)) is not None
        ]
        own = {term.language for term in terms if term.scope and term.status is TermStatus.PREFERRED}
        terms = [
            replace(term, status=TermStatus.ADMITTED)
            if term.status is TermStatus.PREFERRED and term.language in own and not term.scope
            else term
            for term in terms
        ]
        return replace(self, terms=tuple(sorted(terms, key=lambda term: term.status.rank))) if terms else None


@quick
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

    @cached_property
    def scopes(self) -> tuple[str, ...]:
        """The companies that terms are for, each once."""
        return tuple(dict.fromkeys(term.scope for each in self.concepts for term in each.terms if term.scope))

    @cached_property
    def is_conditional(self) -> bool:
        """Whether any term's status depends on the day or on the company."""
        return any(term.is_conditional for each in self.concepts for term in each.terms)

    @cached_property
    def has_avoided(self) -> bool:
        """Whether any term is forbidden or deprecated."""
        return any(term.status in AVOIDED for each in self.concepts for term in each.terms)

    def at(self, day: str = "", company: str = "") -> Termbase:
        """The termbase as it stands on a day, for a company: see `Concept.at`.

        Args:
            day: ISO 8601 (``2024-05-10``, a month or year will do); empty: the days of use do not count.
            company: as the scopes are written, in any case and width; empty if unknown.

        Returns:
            The same termbase where no term depends on either.
        """
        if not self.is_conditional:
            return self
        found = (each.at(day, company) for each in self.concepts)
        return Termbase(tuple(each for each in found if each is not None), self.files)
