"""Concepts that the glossary calls wider or narrower than one another."""

from __future__ import annotations

from typing import NamedTuple

from bilingual.checks.examination import Examination
from bilingual.checks.terms import Labelled
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, RelationKind, Termbase, TermStatus

UP = frozenset({RelationKind.BROADER, RelationKind.PART_OF})
DOWN = frozenset({RelationKind.NARROWER, RelationKind.HAS_PART})
STEPS = 3
"""How far relations are followed; what is farther apart is another thing, not a wider one."""


class Kin(NamedTuple):
    """Two related concepts that one row has in its labels.

    Attributes:
        mine: the concept of the Japanese label.
        theirs: the concept of the English label.
        word: ``something wider`` or ``something narrower``: what the English one is.
        expected: the English term of the Japanese label's concept.
    """

    mine: Concept
    theirs: Concept
    word: str
    expected: str


def kinship(exam: Examination, item: Labelled) -> Kin | None:
    """How the concepts of a row's two labels are related; None where they are the same or strangers."""
    termbase, matcher = exam.comparison.termbase, exam.matcher
    ja = matcher.exact(item.ja.label, Language.JA)
    en = matcher.exact(item.en.label, Language.EN)
    if not ja or not en or set(ja) & set(en):
        return None
    for mine in ja:
        for theirs in en:
            for word, ahead, back in (("something wider", UP, DOWN), ("something narrower", DOWN, UP)):
                if _leads(termbase, mine, theirs, ahead) or _leads(termbase, theirs, mine, back):
                    concept = termbase.by_id[mine]
                    return Kin(concept, termbase.by_id[theirs], word, _preferred(concept))
    return None


def _leads(termbase: Termbase, start: str, goal: str, kinds: frozenset[RelationKind]) -> bool:
    """Whether relations of some kinds lead from one concept to another."""
    reached, fresh = {start}, {start}
    for _ in range(STEPS):
        fresh = {
            relation.target
            for name in fresh
            if name in termbase.by_id
            for relation in termbase.by_id[name].relations
            if relation.kind in kinds
        } - reached
        if goal in fresh:
            return True
        reached |= fresh
    return False


def _preferred(concept: Concept) -> str:
    found = concept.in_language(Language.EN)
    return next((term.text for term in found if term.status is TermStatus.PREFERRED), "")
