"""Exchange formats: what a format can hold comes back as it was, and the rest is listed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import ROOT

from bilingual.glossary.exchange import EXCHANGE_FORMATS, read_exchange
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, ConceptRelation, RelationKind, SignDirection, Term, TermStatus

FORMATS = {each.name: each for each in EXCHANGE_FORMATS}
WHOLE = ("csv", "tsv", "xlsx", "tbx", "tbx-dct", "tbx2")
"""Formats that hold everything."""
PACKAGED = sorted((ROOT / "glossaries").glob("*.csv"))

LETTERS = "売上高営業利益ソフトウエア（）・ー　aAé Z09.,;:|<>&\"'=+-@#＝\t\n{}[]%/_🙂"


def texts(alphabet=LETTERS, least=1):
    """Texts as a cell of a glossary holds them: without blanks around them."""
    return (
        st.text(alphabet, min_size=least, max_size=12).map(str.strip).filter(lambda text: len(text) >= least)
    )


def words():
    """Terms: texts without line ends and tabs."""
    return texts(LETTERS.replace("\t", "").replace("\n", ""))


@st.composite
def terms(draw, language):
    """Terms of one language, the first one preferred."""
    found = draw(st.lists(words(), min_size=1, max_size=4, unique=True))
    bare = draw(st.booleans())
    out = []
    for at, text in enumerate(found):
        status = TermStatus.PREFERRED if at == 0 else draw(st.sampled_from(TermStatus))
        term = Term(text, language, status)
        if not bare:
            optional = st.one_of(st.just(""), texts())
            day = st.sampled_from(["", "2024", "2024-03", "2024-03-31"])
            term = replace(
                term,
                valid_from=draw(day), valid_until=draw(day), scope=draw(optional), source=draw(optional),
                context=draw(optional), note=draw(optional), reviewer=draw(optional), date=draw(day),
                extra=draw(st.sampled_from([(), (("partOfSpeech", "noun"),), (("Owner (team)", "IR"), ("x", "1 | 2"))])),
            )  # fmt: skip
        out.append(term)
    return out


@st.composite
def concepts(draw):
    """A concept with terms in both languages and any of the fields."""
    optional = st.one_of(st.just(""), texts())
    both = [*draw(terms(Language.JA)), *draw(terms(Language.EN))]
    relations = st.builds(
        ConceptRelation, st.sampled_from(RelationKind), st.sampled_from(["total-assets", "売上高"])
    )
    return Concept(
        "",
        tuple(sorted(both, key=lambda term: term.status.rank)),
        draw(optional),
        draw(optional),
        draw(optional),
        gaap=tuple(draw(st.lists(st.sampled_from(["IFRS", "J-GAAP"]), unique=True, max_size=2))),
        statement=draw(optional),
        definition=draw(optional),
        relations=tuple(draw(st.lists(relations, max_size=2, unique=True))),
        sign=draw(st.sampled_from([None, *SignDirection])),
        reviewer=draw(optional),
        date=draw(st.sampled_from(["", "2024", "2024-03", "2024-03-31"])),
        extra=draw(st.sampled_from([(), (("Owner (team)", "IR"), ("term:de", "Umsatz | Erlöse"))])),
    )


@st.composite
def termbases(draw):
    """Concepts with ids of their own, some of which are no names in XML."""
    found = draw(st.lists(concepts(), min_size=1, max_size=4))
    names = draw(st.lists(words(), min_size=len(found), max_size=len(found), unique=True))
    if draw(st.booleans()):
        names[0] = "total-assets"
    return [replace(concept, id=name) for concept, name in zip(found, dict.fromkeys(names), strict=False)]


def by_language(concept):
    """A concept with the terms of a language together: their order among themselves is what counts."""
    return replace(
        concept, terms=tuple(term for language in Language for term in concept.in_language(language))
    )


def there_and_back(name, given_concepts, folder):
    """Write concepts in a format and read them again: what comes back, and what was lost."""
    data, losses = FORMATS[name].write(given_concepts)
    path = folder / f"glossary{(*FORMATS[name].endings, '.xml')[0]}"
    path.write_bytes(data)
    reading = read_exchange(path, name)
    assert reading.problems == ()
    return {concept.id: concept for concept in reading.concepts}, losses


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("path", PACKAGED, ids=lambda path: path.stem)
def test_packaged_glossaries_survive(name, path, tmp_path):
    """The packaged glossaries come back from every format that holds a whole concept, and nothing is lost."""
    before = read_exchange(path).concepts

    after, losses = there_and_back(name, before, tmp_path)

    assert losses == []
    assert list(after.values()) == list(before)


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "pairs"])
@given(given_concepts=termbases())
@settings(max_examples=25, deadline=None)
def test_round_trip(name, given_concepts, tmp_path_factory):
    """A concept of which nothing is reported as lost comes back as it was; formats for term bases lose nothing."""
    after, losses = there_and_back(name, given_concepts, tmp_path_factory.mktemp("round"))

    assert not losses or name not in WHOLE
    hurt = {loss.concept for loss in losses}
    for concept in given_concepts:
        if concept.id not in hurt:
            assert by_language(after[concept.id]) == by_language(concept)
    assert len(after) == len(given_concepts)


def test_two_columns_hold_the_pairs(tmp_path):
    """Two columns hold the preferred pairs; everything else is listed as lost, field by field."""
    concept = Concept(
        "sales",
        (
            Term("売上高", Language.JA, scope="IIJ"),
            Term("Net sales", Language.EN),
            Term("=Sales", Language.EN, TermStatus.FORBIDDEN),
        ),
        note="net of tax",
    )

    after, losses = there_and_back("pairs", [concept], tmp_path)

    assert [term.text for term in after["売上高=Net sales"].terms] == ["売上高", "Net sales"]
    assert {(loss.field, loss.value) for loss in losses} == {
        ("id", "sales"), ("ja scope", "IIJ"), ("en_forbidden", "=Sales"), ("note", "net of tax"),
    }  # fmt: skip
