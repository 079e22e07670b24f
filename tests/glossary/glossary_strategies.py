"""Concepts as hypothesis makes them up."""

from __future__ import annotations

from hypothesis import strategies as st

from bilingual.model.document import Language
from bilingual.model.termbase import Concept, ConceptRelation, RelationKind, SignDirection, Term, TermStatus

TEXTS = st.text(
    st.characters(exclude_categories=("Cs",), include_characters="=+-@|,\"'\r\n\t ー売上"),
    min_size=1,
    max_size=8,
).filter(lambda text: text == text.strip() and text)
WORDS = st.one_of(st.just(""), TEXTS)
DAYS = st.sampled_from(["", "2024", "2024-03", "2024-03-31"])
LISTED = TEXTS.filter(lambda text: "|" not in text)
EXTRA = st.dictionaries(st.sampled_from(["memo", "Owner", "x y", "=1"]), TEXTS, max_size=2).map(
    lambda found: tuple(sorted(found.items()))
)


def concepts(ids=TEXTS, words=WORDS, texts=TEXTS):
    """Concepts with all their fields."""
    terms = st.builds(
        Term, texts, st.sampled_from(Language), st.sampled_from(TermStatus), DAYS, DAYS, words, words, words, words,
        words, DAYS, EXTRA,
    )  # fmt: skip
    return st.builds(
        Concept,
        id=ids,
        terms=st.lists(terms, min_size=1, max_size=4).map(
            lambda found: tuple(sorted(found, key=lambda term: term.status.rank))
        ),
        subject_field=words,
        note=words,
        source=words,
        gaap=st.lists(LISTED, max_size=2).map(tuple),
        statement=words,
        definition=words,
        relations=st.lists(st.builds(ConceptRelation, st.sampled_from(RelationKind), LISTED), max_size=2).map(
            tuple
        ),
        sign=st.sampled_from([None, *SignDirection]),
        reviewer=words,
        date=DAYS,
        extra=EXTRA,
    )


BASES = st.lists(concepts(), max_size=4, unique_by=lambda concept: concept.id)
FEW = st.sampled_from(["", "a", "b", "c"])
VERSIONS = st.lists(
    concepts(st.sampled_from(["x", "y", "z"]), FEW, st.sampled_from(["売上高", "Sales", "Turnover"])),
    max_size=3,
    unique_by=lambda concept: concept.id,
)
"""Termbases that have much in common."""
