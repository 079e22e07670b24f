"""Two versions of a termbase that come from a third one, merged concept by concept and field by field.

What only one side changed is taken from that side. What both changed to the same is taken once. What both changed
otherwise is a conflict: our version stays, theirs is listed and is written into the field ``conflict`` of the
concept, so that nothing is lost; ``lint`` reports what is left there. A concept that one side removed and the other
changed stays, as a conflict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from bilingual.glossary.comparing import is_nameless, partners_of, summary, term_name, term_text
from bilingual.glossary.concept_heads import head_cells
from bilingual.glossary.concept_rows import default_id
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, ConceptRelation, Extra, Term, TermStatus

CONFLICT = "conflict"
"""The field that keeps what could not be merged."""
HEAD = ("subject_field", "note", "source", "gaap", "statement", "definition", "sign", "reviewer", "date")
SAID = ("status", "valid_from", "valid_until", "source", "context", "note", "reviewer", "date")
TermKey = tuple[Language, str, str, int]
Value = TypeVar("Value")


class Conflict(NamedTuple):
    """What both sides changed, and not to the same.

    Attributes:
        concept: its id in the merged version.
        field: the field of the concept, or the term; ``concept`` where one side removed it.
        base: what it was.
        ours: what we made of it, and what stands in the merged version.
        theirs: what they made of it.
    """

    concept: str
    field: str
    base: str
    ours: str
    theirs: str

    def __str__(self) -> str:
        """One line for people."""
        return (
            f"{self.concept}: {self.field}: ours {self.ours or '(nothing)'}, theirs {self.theirs or '(nothing)'}"
            f" (was {self.base or '(nothing)'})"
        )


class Merged(NamedTuple):
    """The merged concepts, in our order with their additions at their places; and the conflicts."""

    concepts: tuple[Concept, ...]
    conflicts: tuple[Conflict, ...]


def merge(base: Sequence[Concept], ours: Sequence[Concept], theirs: Sequence[Concept]) -> Merged:
    """Merge two versions of a termbase."""
    origin = {concept.id: concept for concept in base}
    our_names, their_names = _names(base, ours), _names(base, theirs)
    conflicts: list[Conflict] = []
    found: dict[str, Concept] = {}
    for name in _order(list(our_names), list(their_names)):
        merged = _merged(
            origin.get(name), our_names.get(name), their_names.get(name), name in origin, conflicts
        )
        if merged is not None:
            found[merged.id] = merged
    return Merged(tuple(found.values()), tuple(conflicts))


def _names(base: Sequence[Concept], version: Sequence[Concept]) -> dict[str, Concept]:
    """The concepts of a version by the id that they have in the base."""
    partners = partners_of(base, version)
    return {partners.get(concept.id, concept).id: concept for concept in version}


def _order(ours: list[str], theirs: list[str]) -> list[str]:
    """Our order, with what only they have behind what stands before it there."""
    mine, behind, before = set(ours), dict[str, list[str]](), ""
    for name in theirs:
        if name in mine:
            before = name
        else:
            behind.setdefault(before, []).append(name)
    return [*behind.get("", ()), *(each for name in ours for each in (name, *behind.get(name, ())))]


def _merged(
    base: Concept | None,
    ours: Concept | None,
    theirs: Concept | None,
    was_there: bool,
    conflicts: list[Conflict],
) -> Concept | None:
    if ours is None or theirs is None:
        one = ours or theirs
        if one is None or base is None or not was_there:
            return one
        if _is_same(one, base):
            return None
        conflict = Conflict(
            one.id, "concept", summary(base), summary(ours) if ours else "", summary(theirs) if theirs else ""
        )
        conflicts.append(conflict)
        return _marked(one, [conflict])
    if base is not None and _is_same(theirs, base):
        return ours
    if _is_same(ours, theirs):
        return ours
    if base is not None and _is_same(ours, base):
        return replace(theirs, layer=ours.layer)
    return _fields_merged(base or Concept(ours.id, ()), ours, theirs, conflicts)


def _is_same(one: Concept, other: Concept) -> bool:
    return replace(one, layer=other.layer) == other


def _fields_merged(base: Concept, ours: Concept, theirs: Concept, conflicts: list[Conflict]) -> Concept:
    clashes: list[Conflict] = []
    name = ours.id
    texts = [head_cells(each) for each in (base, ours, theirs)]

    def settle(field: str, values: tuple[Value, Value, Value], shown: Iterable[str]) -> Value:
        before, mine, other = values
        if mine != before and other != before and mine != other:
            clashes.append(Conflict(name, field, *shown))
        return other if mine == before else mine

    changes = {
        field: settle(
            field,
            (getattr(base, field), getattr(ours, field), getattr(theirs, field)),
            [text.get(field, "") for text in texts],
        )
        for field in HEAD
    }
    extra = _extra_merged(base.extra, ours.extra, theirs.extra, name, clashes)
    terms = _terms_merged(base.terms, ours.terms, theirs.terms, name, clashes)
    merged = replace(
        ours,
        terms=tuple(sorted(terms, key=lambda term: term.status.rank)),
        relations=_relations_merged(base.relations, ours.relations, theirs.relations),
        extra=extra,
        **changes,
    )
    if is_nameless(ours) and is_nameless(theirs):
        ja, en = (merged.preferred(language) for language in Language)
        merged = replace(merged, id=default_id(ja.text, en.text)) if ja and en else merged
        clashes = [clash._replace(concept=merged.id) for clash in clashes]
    conflicts.extend(clashes)
    return _marked(merged, clashes)


def _marked(concept: Concept, conflicts: Sequence[Conflict]) -> Concept:
    """The concept with what is lost otherwise."""
    if not conflicts:
        return concept
    words = [f"{each.field}: theirs {each.theirs or '(nothing)'}" for each in conflicts]
    if conflicts[0].field == CONCEPT_ITSELF:
        words = ["removed by us" if not conflicts[0].ours else "removed by them"]
    extra = {**dict(concept.extra)}
    extra[CONFLICT] = "; ".join(filter(None, [extra.get(CONFLICT, ""), *words]))
    return replace(concept, extra=tuple(sorted(extra.items())))


CONCEPT_ITSELF = "concept"


def _extra_merged(base: Extra, ours: Extra, theirs: Extra, name: str, clashes: list[Conflict]) -> Extra:
    before, mine, other = dict(base), dict(ours), dict(theirs)
    found = {}
    for field in sorted({*before, *mine, *other}):
        values = [each.get(field, "") for each in (before, mine, other)]
        if values[1] != values[0] and values[2] != values[0] and values[1] != values[2]:
            clashes.append(Conflict(name, field, *values))
        value = values[2] if values[1] == values[0] else values[1]
        if value:
            found[field] = value
    return tuple(found.items())


def _relations_merged(
    base: Sequence[ConceptRelation], ours: Sequence[ConceptRelation], theirs: Sequence[ConceptRelation]
) -> tuple[ConceptRelation, ...]:
    """Relations are a set: what one side added is in, what one side removed is out."""
    removed = {each for each in base if each not in ours or each not in theirs}
    return tuple(each for each in dict.fromkeys([*ours, *theirs]) if each not in removed)


def _keyed(terms: Iterable[Term]) -> dict[TermKey, Term]:
    found: dict[TermKey, Term] = {}
    count: Counter[tuple[Language, str, str]] = Counter()
    for term in terms:
        key = (term.language, term.text, term.scope)
        found[*key, count[key]] = term
        count[key] += 1
    return found


def _terms_merged(
    base: Sequence[Term], ours: Sequence[Term], theirs: Sequence[Term], name: str, clashes: list[Conflict]
) -> list[Term]:
    before, mine, other = _keyed(base), _keyed(ours), _keyed(theirs)
    found: list[Term] = []
    for key in dict.fromkeys([*mine, *other]):
        old, our, their = before.get(key), mine.get(key), other.get(key)
        one = our or their
        if one is None:
            continue
        if our is None or their is None:
            if old is None:
                found.append(one)
            elif one != old:
                shown = [term_text(each) if each else "" for each in (old, our, their)]
                clashes.append(Conflict(name, term_name(one), *shown))
                found.append(one)
            continue
        found.append(_term_merged(old, our, their, name, clashes))
    return _one_preferred(found, before, mine, other, name, clashes)


def _term_merged(old: Term | None, our: Term, their: Term, name: str, clashes: list[Conflict]) -> Term:
    field = term_name(our)
    own: list[Conflict] = []
    changes = {}
    for attribute in SAID:
        before = getattr(old, attribute) if old else None
        mine, other = getattr(our, attribute), getattr(their, attribute)
        if mine != before and other != before and mine != other and ((mine and other) or old):
            own.append(Conflict(name, f"{field}, {attribute}", str(before or ""), str(mine), str(other)))
        changes[attribute] = other if mine == before or (not mine and not old) else mine
    extra = _extra_merged(old.extra if old else (), our.extra, their.extra, name, own)
    clashes.extend(
        each if each.field.startswith(field) else each._replace(field=f"{field}, {each.field}")
        for each in own
    )
    return replace(our, extra=extra, **changes)


def _one_preferred(
    terms: list[Term],
    base: Mapping[TermKey, Term],
    ours: Mapping[TermKey, Term],
    theirs: Mapping[TermKey, Term],
    name: str,
    clashes: list[Conflict],
) -> list[Term]:
    """Each side chose its preferred term: ours stays, theirs is admitted, and that is a conflict."""
    chosen = [
        {(term.language, term.scope): term for term in side if term.status is TermStatus.PREFERRED}
        for side in (ours.values(), theirs.values(), base.values())
    ]
    found: list[Term] = []
    for term in terms:
        place = (term.language, term.scope)
        mine, other = chosen[0].get(place), chosen[1].get(place)
        is_rival = (
            term.status is TermStatus.PREFERRED
            and mine is not None
            and other is not None
            and term.text == other.text != mine.text
            and any(each.status is TermStatus.PREFERRED and each.text == mine.text for each in terms)
            and not any(
                each.text == term.text and each.status is TermStatus.PREFERRED for each in ours.values()
            )
        )
        if is_rival and mine is not None:
            field = f"{term.language.value}, preferred" + (f" [{term.scope}]" if term.scope else "")
            was = chosen[2].get(place)
            clashes.append(Conflict(name, field, was.text if was else "", mine.text, term.text))
            term = replace(term, status=TermStatus.ADMITTED)
        found.append(term)
    return found
