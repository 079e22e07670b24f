"""What a termbase holds, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bilingual.model.document import Language
from bilingual.model.termbase import Concept


class Count(NamedTuple):
    """One number: of what, which part of it, how many."""

    measure: str
    part: str
    number: int


def count(concepts: Sequence[Concept]) -> Iterator[Count]:
    """Count concepts, terms by language and status, and what entries lack."""
    yield Count("concepts", "", len(concepts))
    terms = [term for concept in concepts for term in concept.terms]
    yield Count("terms", "", len(terms))
    kinds = Counter((term.language, term.status) for term in terms)
    for (language, status), number in sorted(kinds.items(), key=lambda each: (each[0][0], each[0][1].rank)):
        yield Count("terms", f"{language.value} {status.value}", number)
    for measure, counts in (
        ("subject field", Counter(concept.subject_field or "(none)" for concept in concepts)),
        ("standard", Counter(name for concept in concepts for name in concept.gaap)),
        ("source", Counter(concept.source or "(none)" for concept in concepts)),
        ("scope", Counter(term.scope for term in terms if term.scope)),
    ):
        for part, number in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
            yield Count(measure, part, number)
    for part, lacking in (
        ("English", lambda concept: not concept.in_language(Language.EN)),
        ("Japanese", lambda concept: not concept.in_language(Language.JA)),
        ("source", lambda concept: not concept.source),
        ("date", lambda concept: not concept.date),
        ("definition", lambda concept: not concept.definition),
        ("reviewer", lambda concept: not concept.reviewer),
    ):
        yield Count("without", part, sum(map(lacking, concepts)))
