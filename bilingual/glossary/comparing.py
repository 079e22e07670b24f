"""Two versions of a termbase: what was added, what was removed, which fields changed.

Concepts are the same by id; where a file gives none, the id is made of the two terms, so a concept whose only change
is a preferred term is found again by its Japanese term and subject field. So is a concept that was given an id, or
another one with the same pair of terms: tools number their entries anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bilingual.glossary.columns import TERM_FIELDS
from bilingual.glossary.concept_heads import head_cells
from bilingual.glossary.keys import japanese_term_key
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Term

Fields = Mapping[str, str]


class Change(NamedTuple):
    """One difference.

    Attributes:
        concept: the id (in the newer version, if it is there).
        kind: ``added``, ``removed`` or ``changed``.
        field: what changed: a field of the concept, or a term such as ``en: Net sales``; empty for a whole concept.
        before: in the older version; empty if it was not there.
        after: in the newer version; empty if it is not there.
        line: where the newer version (or, if removed, the older one) has the concept.
    """

    concept: str
    kind: str
    field: str
    before: str
    after: str
    line: int

    def __str__(self) -> str:
        """One line for people, marked as in a diff."""
        if not self.field:
            mark, words = ("+", self.after) if self.kind == "added" else ("-", self.before)
            return f"{mark} {self.concept}: {words}"
        if not self.before:
            return f"~ {self.concept}: {self.field}: + {self.after}"
        if not self.after:
            return f"~ {self.concept}: {self.field}: - {self.before}"
        return f"~ {self.concept}: {self.field}: {self.before} -> {self.after}"


def compare(older: Sequence[Concept], newer: Sequence[Concept]) -> list[Change]:
    """The differences in the order of the newer version; what was removed stands last."""
    partners = partners_of(older, newer)
    found: list[Change] = []
    for concept in newer:
        before = partners.get(concept.id)
        if before is None:
            found.append(Change(concept.id, "added", "", "", summary(concept), concept.line))
        else:
            found.extend(_changes(before, concept))
    kept = {before.id for before in partners.values()}
    gone = (concept for concept in older if concept.id not in kept)
    found.extend(Change(each.id, "removed", "", summary(each), "", each.line) for each in gone)
    return found


def partners_of(older: Sequence[Concept], newer: Sequence[Concept]) -> dict[str, Concept]:
    """For ids of the newer version, the concept of the older one that each of them is."""
    before = {concept.id: concept for concept in older}
    after = {concept.id for concept in newer}
    partners = {concept.id: before[concept.id] for concept in newer if concept.id in before}
    lost: dict[tuple[str, str], list[Concept]] = {}
    for concept in older:
        if concept.id not in after:
            lost.setdefault(_sense(concept), []).append(concept)
    for concept in newer:
        if concept.id not in partners:
            same = lost.get(_sense(concept), [])
            if len(same) == 1 and _may_be_one(same[0], concept):
                partners[concept.id] = same.pop()
    return partners


def _may_be_one(before: Concept, after: Concept) -> bool:
    """Whether two concepts of one Japanese term with different ids may be the same."""
    return is_nameless(before) or is_nameless(after) or summary(before) == summary(after)


def is_nameless(concept: Concept) -> bool:
    """Whether the id of a concept is made of its terms."""
    return "=" in concept.id and any(concept.id.startswith(f"{term.text}=") for term in concept.terms)


def _sense(concept: Concept) -> tuple[str, str]:
    japanese = concept.in_language(Language.JA)
    return japanese_term_key(japanese[0].text) if japanese else "", concept.subject_field


def summary(concept: Concept) -> str:
    """The preferred terms of a concept, for a list."""
    terms = (concept.in_language(language) for language in Language)
    return " = ".join(found[0].text if found else "–" for found in terms)


def _changes(before: Concept, after: Concept) -> Iterator[Change]:
    old, new = fields_of(before), fields_of(after)
    if before.id != after.id:
        yield Change(after.id, "changed", "id", before.id, after.id, after.line)
    for name in dict.fromkeys([*new, *old]):
        if old.get(name, "") != new.get(name, ""):
            yield Change(after.id, "changed", name, old.get(name, ""), new.get(name, ""), after.line)


def fields_of(concept: Concept) -> dict[str, str]:
    """A concept as texts by field: its own fields, then one for each term (``en: Net sales``).

    The text of a term is its status, with what else is said of it.
    """
    fields = {**head_cells(concept), **dict(concept.extra)}
    for term in concept.terms:
        name = term_name(term)
        said = term_text(term)
        fields[name] = f"{fields[name]}; {said}" if name in fields else said
    return fields


def term_name(term: Term) -> str:
    """A term as the name of a field."""
    scope = f" [{term.scope}]" if term.scope else ""
    return f"{term.language.value}: {term.text}{scope}"


def term_text(term: Term) -> str:
    """What is said of a term: its status and the fields that it has."""
    said = {column: getattr(term, name) for column, name in TERM_FIELDS.items() if column != "scope"}
    said.update(term.extra)
    return ", ".join([term.status.value, *(f"{name} {text}" for name, text in said.items() if text)])
