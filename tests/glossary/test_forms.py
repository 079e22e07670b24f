"""Both forms of a glossary file: what is read, what is refused, and that writing loses nothing."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from glossary_strategies import BASES
from hypothesis import given, settings
from hypothesis import strategies as st

from bilingual.errors import GlossaryError
from bilingual.glossary import data_folder, load, save
from bilingual.glossary.cells import guarded, is_live, unguarded
from bilingual.glossary.csv_format import parse
from bilingual.glossary.csv_writing import dump
from bilingual.model.document import Language
from bilingual.model.termbase import (
    Concept,
    Term,
    Termbase,
    TermStatus,
)

CASES = json.loads(
    (Path(__file__).parent.parent / "cases" / "glossary_files.json").read_text(encoding="utf-8")
)
PACKAGED = sorted(data_folder().glob("*.csv"))


@pytest.mark.parametrize("case", CASES["terms"], ids=[case["name"] for case in CASES["terms"]])
def test_one_term_per_line(case):
    """Files with one term per line give concepts with their terms in order of status."""
    concepts = parse("a.csv", case["text"], strict=True).concepts
    found = {
        concept.id: {
            language: [[term.text, term.status] for term in concept.in_language(Language(language))]
            for language in ("ja", "en")
        }
        for concept in concepts
    }

    assert found == case["concepts"]


def test_fields_of_a_term():
    """Every field of a term has its column; those of the concept stand on any line."""
    concept = parse("a.csv", CASES["terms"][0]["text"], strict=True).concepts[0]
    term = concept.in_language(Language.JA)[0]

    assert term == Term(
        "四半期報告書", Language.JA, TermStatus.PREFERRED, "", "2024-03", "", "law", "p. 1", "abolished", "A. B.",
        "2024-04-01",
    )  # fmt: skip
    assert (term.line, concept.line, concept.subject_field) == (2, 2, "DOC")
    assert term.is_valid_on("2024-03-31") and not term.is_valid_on("2024-04-01")


def test_the_scope_has_its_own_preferred_term():
    """A term for one company wins there, and only there."""
    general, own = Term("Sales", Language.EN), Term("Revenues", Language.EN, scope="X")
    concept = Concept("sales", (general, own))

    assert concept.preferred(Language.EN) is general
    assert concept.preferred(Language.EN, "X") is own
    assert concept.preferred(Language.EN, "Y") is general
    assert concept.preferred(Language.JA) is None


@pytest.mark.parametrize(("text", "message"), CASES["broken"], ids=[case[1] for case in CASES["broken"]])
def test_a_broken_line_is_named(text, message):
    """The message names line, column and what was expected."""
    with pytest.raises(GlossaryError, match=f"^a.csv: {message}") as caught:
        parse("a.csv", text, strict=True)

    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", CASES["same_bytes"], ids=range(len(CASES["same_bytes"])))
def test_what_was_not_changed_keeps_its_bytes(tmp_path, text):
    """Loading and saving gives the same bytes: quotes, line ends, marks, blanks, unknown columns."""
    path, copy = tmp_path / "a.csv", tmp_path / "copy.csv"
    path.write_bytes(text.encode())
    save(load([path]), path)
    save(load([path]), copy)

    assert path.read_bytes() == copy.read_bytes() == text.encode()


@pytest.mark.parametrize("path", PACKAGED, ids=[path.name for path in PACKAGED])
def test_packaged_files_keep_their_bytes(path):
    """The packaged glossaries come out as they went in."""
    text = path.read_text(encoding="utf-8")

    assert dump(parse(path.name, text, strict=True).concepts, text) == text


def test_a_change_touches_its_line_alone():
    """Of a changed file only the changed lines differ; a new concept stands after the one before it."""
    text = "ja,en,memo\n売上高, Sales ,a\n資産,Assets,b\n負債,Liabilities,c\n"
    first, second, third = parse("a.csv", text).concepts
    new = Concept("純資産=Net assets", (Term("純資産", Language.JA), Term("Net assets", Language.EN)))

    written = dump([first, replace(second, note="n"), new, third], text).splitlines()
    assert written == [
        "ja,en,memo,note",
        "売上高, Sales ,a,",
        "資産,Assets,b,n",
        "純資産,Net assets,,",
        "負債,Liabilities,c,",
    ]
    assert dump([first, new, third], text).splitlines() == [
        "ja,en,memo",
        "売上高, Sales ,a",
        "純資産,Net assets,",
        "負債,Liabilities,c",
    ]


def test_what_a_line_cannot_hold_gets_one_line_per_term():
    """A term with dates of its own turns the file into the other form; nothing is lost."""
    text = "id,ja,en,memo\nsales,売上高,Sales,m\n"
    concept = parse("a.csv", text).concepts[0]
    dated = replace(
        concept, terms=(*concept.terms, Term("Turnover", Language.EN, TermStatus.DEPRECATED, "", "2001"))
    )

    written = dump([dated], text)
    assert written.splitlines()[0] == "concept,language,term,status,until,concept_memo"
    assert parse("b.csv", written, strict=True).concepts == (dated,)


def test_a_formula_is_never_written():
    """A live cell of a hostile file is guarded when the file is saved, even where nothing else changed."""
    text = "ja,en,memo\n売上高,=cmd|' /C calc'!A0,@x\n資産,Assets,plain\n"

    written = dump(parse("a.csv", text).concepts, text)
    assert not any(is_live(cell) for row in csv.reader(io.StringIO(written)) for cell in row)
    assert written.endswith("資産,Assets,plain\n")
    assert parse("a.csv", written).concepts == parse("a.csv", text).concepts


def test_a_failed_save_leaves_the_file(tmp_path):
    """A concept that no line can hold is refused, and the earlier version stays."""
    path = tmp_path / "a.csv"
    path.write_text("ja,en\n売上高,Sales\n", encoding="utf-8")

    with pytest.raises(GlossaryError, match="has no term"):
        save(Termbase((Concept("x", ()),)), path)

    assert path.read_text(encoding="utf-8") == "ja,en\n売上高,Sales\n"
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


def read_back(text: str) -> tuple[Concept, ...]:
    """The concepts of a file."""
    return parse("b.csv", text, strict=True).concepts


@settings(deadline=None, max_examples=100)
@given(BASES)
def test_every_termbase_survives_a_file(concepts):
    """Whatever concepts hold comes back from a file, and no cell of it is a formula."""
    written = dump(concepts)

    assert read_back(written) == tuple(concepts)
    assert not any(is_live(cell) for row in csv.reader(io.StringIO(written, newline="")) for cell in row)
    assert dump(read_back(written), written) == written


@settings(deadline=None, max_examples=40)
@given(BASES, BASES)
def test_every_termbase_survives_over_an_older_file(before, after):
    """Writing over an older version gives what was asked for, whatever stood there; order is the older one's."""
    written = dump(after, dump(before))

    assert {concept.id: concept for concept in read_back(written)} == {
        concept.id: concept for concept in after
    }


@given(st.text(st.sampled_from("'=+-@＝a \t"), max_size=6))
def test_guards_come_off_again(text):
    """Guarding a cell and reading it gives the cell back, and it is not live."""
    assert unguarded(guarded(text)) == text
    assert not is_live(guarded(text))


def test_messages_have_no_placeholder():
    """Every message of a broken file is filled in."""
    for text, _ in CASES["broken"]:
        for problem in parse("a.csv", text).problems:
            assert not re.search(r"%s|\{", str(problem))
