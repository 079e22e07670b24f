"""Reviewers' decisions into a glossary: approved pairs become entries, rejected ones are remembered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bilingual.glossary.concept_rows import default_id
from bilingual.glossary.extraction.decisions import Decision, Verdict
from bilingual.glossary.extraction.gathering import PairKey, pair_key
from bilingual.glossary.extraction.rejections import Rejection
from bilingual.glossary.keys import english_key, japanese_term_key
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Term, TermStatus


class Outcome(StrEnum):
    """What came of a decision."""

    ADDED = "added"
    VARIANT = "variant"
    KNOWN = "known"
    REJECTED = "rejected"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Change:
    """What came of one decided row.

    Attributes:
        line: of the sheet.
        outcome: a new entry, a new rendering of one, nothing new, a rejection, or a contradiction left to a person.
        ja: the Japanese term.
        en: the English one.
        note: where it went, or why it did not.
    """

    line: int
    outcome: Outcome
    ja: str
    en: str
    note: str = ""

    def __str__(self) -> str:
        """One line for the reader."""
        note = f"; {self.note}" if self.note else ""
        return f"line {self.line}: {self.outcome.value}: {self.ja} = {self.en}{note}"


@dataclass(frozen=True)
class Taken:
    """A glossary after decisions.

    Attributes:
        concepts: its entries; those that were there keep their place and all they say.
        rejections: what is turned down.
        changes: what came of every decision, in order.
    """

    concepts: tuple[Concept, ...]
    rejections: tuple[Rejection, ...]
    changes: tuple[Change, ...]

    @property
    def conflicts(self) -> tuple[Change, ...]:
        """Decisions that contradict the glossary."""
        return tuple(change for change in self.changes if change.outcome is Outcome.CONFLICT)


class _Glossary:
    """Entries by their terms, while decisions come in."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.concepts = {concept.id: concept for concept in concepts}
        self.by_ja: dict[str, list[str]] = {}
        for concept in concepts:
            self._index(concept)

    def _index(self, concept: Concept) -> None:
        for term in concept.in_language(Language.JA):
            ids = self.by_ja.setdefault(japanese_term_key(term.text), [])
            if concept.id not in ids:
                ids.append(concept.id)

    def having(self, ja: str) -> list[Concept]:
        return [self.concepts[name] for name in self.by_ja.get(japanese_term_key(ja), ())]

    def add(self, concept: Concept) -> None:
        self.concepts[concept.id] = concept
        self._index(concept)


def take_over(
    decisions: Sequence[Decision],
    concepts: Sequence[Concept],
    rejections: Sequence[Rejection],
    *,
    day: str = "",
    reviewer: str = "",
) -> Taken:
    """Apply decisions to a glossary and to what it remembers as turned down; doing it twice changes nothing more.

    An approved pair whose Japanese term the glossary has becomes another rendering of that entry; the first pair
    of a new term gives the preferred one. An approved pair is no longer turned down.

    Args:
        decisions: in the order of the sheet.
        concepts: the glossary's entries.
        rejections: what was turned down before.
        day: date of entries whose row has none (ISO 8601).
        reviewer: of entries whose row names none.
    """
    glossary = _Glossary(concepts)
    turned_down: dict[PairKey, Rejection] = {
        pair_key(each.get("ja", ""), each.get("en", "")): each for each in rejections
    }
    changes = []
    for decision in decisions:
        key = pair_key(decision.ja, decision.en)
        cells = {"date": day, "reviewer": reviewer, **{k: v for k, v in decision.cells.items() if v}}
        if decision.verdict is Verdict.APPROVED:
            change = _approve(decision, cells, glossary)
            if change.outcome is not Outcome.CONFLICT and key in turned_down:
                del turned_down[key]
                change = replace(change, note=f"{change.note}; no longer rejected".removeprefix("; "))
        else:
            change = _reject(decision, cells, glossary, turned_down)
        changes.append(change)
    return Taken(tuple(glossary.concepts.values()), tuple(turned_down.values()), tuple(changes))


def _approve(decision: Decision, cells: dict[str, str], glossary: _Glossary) -> Change:
    ja, en, line = decision.ja, decision.en, decision.line
    having = glossary.having(ja)
    for concept in having:
        for term in concept.in_language(Language.EN):
            if english_key(term.text) == english_key(en):
                if term.status in (TermStatus.FORBIDDEN, TermStatus.DEPRECATED):
                    note = f"the entry {concept.id} has it as {term.status.value}; change the entry or the decision"
                    return Change(line, Outcome.CONFLICT, ja, en, note)
                return Change(line, Outcome.KNOWN, ja, en, concept.id)
    if len(having) > 1:
        note = f"the entries {' and '.join(concept.id for concept in having)} have the Japanese term; add it to one"
        return Change(line, Outcome.CONFLICT, ja, en, note)
    if having:
        return _add_rendering(decision, cells, having[0], glossary)
    identifier = default_id(ja, en)
    if identifier in glossary.concepts:
        note = f"another entry is called {identifier}; give that one another id"
        return Change(line, Outcome.CONFLICT, ja, en, note)
    glossary.add(
        Concept(
            identifier,
            (Term(ja, Language.JA), Term(en, Language.EN)),
            subject_field=cells.get("subject_field", ""),
            note=cells.get("note", ""),
            source=_source(cells),
            reviewer=cells["reviewer"],
            date=cells["date"],
        )
    )
    return Change(line, Outcome.ADDED, ja, en)


def _add_rendering(
    decision: Decision, cells: dict[str, str], concept: Concept, glossary: _Glossary
) -> Change:
    """Another English term of an entry; it keeps its source and reviewer where the entry keeps terms apart."""
    status = TermStatus.ADMITTED if concept.in_language(Language.EN) else TermStatus.PREFERRED
    term = Term(decision.en, Language.EN, status)
    if any(each.source or each.reviewer or each.date for each in concept.terms):
        term = replace(term, source=_source(cells), reviewer=cells["reviewer"], date=cells["date"])
    terms = sorted([*concept.terms, term], key=lambda each: each.status.rank)
    glossary.add(replace(concept, terms=tuple(terms)))
    return Change(decision.line, Outcome.VARIANT, decision.ja, decision.en, concept.id)


def _source(cells: dict[str, str]) -> str:
    """Where the pair was seen: the first document of its row."""
    seen = cells.get("source") or cells.get("first_document", "")
    return seen if cells.get("source") or not seen else f"seen in {seen}"


def _reject(
    decision: Decision, cells: dict[str, str], glossary: _Glossary, turned_down: dict[PairKey, Rejection]
) -> Change:
    ja, en = decision.ja, decision.en
    for concept in glossary.having(ja):
        for term in concept.in_language(Language.EN):
            allowed = term.status in (TermStatus.PREFERRED, TermStatus.ADMITTED)
            if allowed and english_key(term.text) == english_key(en):
                note = f"the entry {concept.id} has the pair; take it out there, or approve it"
                return Change(decision.line, Outcome.CONFLICT, ja, en, note)
    key = pair_key(ja, en)
    if key in turned_down:
        return Change(decision.line, Outcome.KNOWN, ja, en, "rejected before")
    said = {name: cells.get(name, "") for name in ("date", "reviewer", "note")}
    turned_down[key] = {"ja": ja, "en": en, **said}
    return Change(decision.line, Outcome.REJECTED, ja, en)
