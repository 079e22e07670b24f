"""Glossary files: what is read, what is refused and in which words, and which layer wins."""

from __future__ import annotations

import csv
import re

import pytest

from bilingual.errors import GlossaryError, InputError
from bilingual.glossary import combine, data_folder, load, load_default
from bilingual.glossary.keys import english_key, japanese_key
from bilingual.glossary.matcher import Matcher
from bilingual.glossary.morphemes import morpheme_table
from bilingual.model.document import Language
from bilingual.model.termbase import TermStatus

FIELDS = {
    "PL", "BS", "CF", "SE", "OCI", "PS", "DIV", "SUM", "SEG", "FORM", "DOC", "NOTE", "FCST", "PERIOD", "UNIT",
    "EXPR", "GOV", "ESG", "NET",
}  # fmt: skip


def write(tmp_path, text, name="company.csv", encoding="utf-8"):
    """Write a glossary file."""
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def test_two_columns_are_enough(tmp_path):
    """A file with ja and en loads; the terms give the id, and the entry knows its file."""
    termbase = load([write(tmp_path, "ja,en\n売上高,Revenues\n")])
    concept = termbase.concepts[0]

    assert (concept.id, concept.source, concept.layer) == ("売上高=Revenues", "", 1)
    assert (concept.file, concept.line) == (str(tmp_path / "company.csv"), 2)
    assert [(term.text, term.language) for term in concept.terms] == [
        ("売上高", Language.JA),
        ("Revenues", Language.EN),
    ]
    assert len(termbase.files[0].sha256) == 64


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_does_no_harm(tmp_path, encoding):
    """Files as spreadsheets save them load like others, blank lines and CR LF included."""
    termbase = load([write(tmp_path, "ja,en\r\n\r\n売上高,Revenues\r\n", encoding=encoding)])

    assert [concept.id for concept in termbase.concepts] == ["売上高=Revenues"]


def test_columns_may_have_their_usual_names(tmp_path):
    """日本語 and English name the columns as well; other columns are kept with the entry."""
    termbase = load([write(tmp_path, "No,日本語,English,memo\n1,売上高,Revenues,x\n")])

    assert [term.text for term in termbase.concepts[0].terms] == ["売上高", "Revenues"]
    assert termbase.concepts[0].extra == (("No", "1"), ("memo", "x"))


def test_every_status_has_its_columns(tmp_path):
    """Variants are admitted, and deprecated and forbidden terms keep their status."""
    text = "id,ja,en,ja_variants,en_variants,en_deprecated,en_forbidden\nx,A,B,A1 | A2,B1,B2,B3\n"
    concept = load([write(tmp_path, text)]).concepts[0]

    assert [(term.text, term.status) for term in concept.in_language(Language.EN)] == [
        ("B", TermStatus.PREFERRED),
        ("B1", TermStatus.ADMITTED),
        ("B2", TermStatus.DEPRECATED),
        ("B3", TermStatus.FORBIDDEN),
    ]
    assert [term.text for term in concept.in_language(Language.JA)] == ["A", "A1", "A2"]


def test_a_pair_that_stands_twice_is_one_concept(tmp_path):
    """An extracted list may repeat itself."""
    assert len(load([write(tmp_path, "ja,en\n売上高,Sales\n売上高,Sales\n")]).concepts) == 1


BROKEN = [
    ("", "line 1.*ja and en.*empty"),
    ("foo,bar\n1,2\n", "line 1.*columns ja and en.*foo, bar"),
    ("ja,en\n売上高,\n", "line 2, column en: expected a term"),
    ("ja,en\n売上高,Sales\n,Assets\n", "line 3, column ja: expected a term"),
    ("ja,en\n資産,Property, plant\n", "line 2, column 3: expected 2 fields, found 3.*quotes"),
    ('ja,en\n売上高,"Sales\n', "line 2.*quotes in pairs"),
    ("id,ja,en\nx,A,B\nx,C,D\n", "line 3, column id: 'x' stands on line 2 too"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_broken_line_is_named(tmp_path, text, message):
    """The message names file, line, column and what was expected."""
    path = write(tmp_path, text)

    with pytest.raises(GlossaryError, match=f"(?s){re.escape(str(path))}.*{message}") as caught:
        load([path])

    assert isinstance(caught.value, InputError)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    """A file that is not there is an error, not an empty glossary."""
    with pytest.raises(GlossaryError, match="no such glossary file"):
        load([tmp_path / "none.csv"])


@pytest.mark.parametrize("encoding", ["cp932", "utf-16", "euc-jp"])
def test_another_encoding_is_read(tmp_path, encoding):
    """What spreadsheets save is read as well; the lines are those of the file."""
    path = write(tmp_path, "ja,en\nA,B\n売上高,Sales\n", encoding=encoding)

    assert [(each.line, each.terms[0].text) for each in load([path]).concepts] == [(2, "A"), (3, "売上高")]


def test_no_encoding_at_all_is_named_with_its_line(tmp_path):
    """Bytes that no encoding has say which line is no UTF-8."""
    path = tmp_path / "a.csv"
    path.write_bytes("ja,en\nA,B\n売上高,".encode() + b"\xff\xfe\xfd\n")

    with pytest.raises(GlossaryError, match="line 3: expected UTF-8"):
        load([path])


def test_the_company_wins(tmp_path):
    """A term of the company belongs to its concept alone, in whatever spelling."""
    path = write(tmp_path, "ja,en\n売上げ高,Turnover of ours\n")
    matcher = Matcher(combine(load_default(), load([path])))

    assert matcher.exact("売上高", Language.JA) == ("売上げ高=Turnover of ours",)
    assert "売上げ高=Turnover of ours" not in matcher.exact("Net sales", Language.EN)


def test_later_files_win(tmp_path):
    """Of two files with the same term the later one counts."""
    first = write(tmp_path, "ja,en\n売上高,One\n", "a.csv")
    second = write(tmp_path, "ja,en\n売上高,Two\n", "b.csv")
    termbase = load([first, second])

    assert [(concept.id, concept.layer) for concept in termbase.concepts] == [("売上高=Two", 2)]
    assert len(termbase.files) == 2


def test_a_variant_that_is_taken_leaves_the_rest(tmp_path):
    """A general concept loses the one variant that the company uses otherwise, and keeps its other terms."""
    base = load([write(tmp_path, "id,ja,en,ja_variants\nbase,資産,Assets,財産 | 財物\n", "base.csv")])
    company = load([write(tmp_path, "ja,en\n財産,Property\n")])
    kept = combine(base, company).by_id["base"]

    assert [term.text for term in kept.in_language(Language.JA)] == ["資産", "財物"]


def test_combining_changes_no_input(tmp_path):
    """The packaged termbase is the same before and after."""
    before = load_default()
    count = len(before.concepts)
    combine(before, load([write(tmp_path, "ja,en\n売上高,X\n")]))

    assert load_default() is before
    assert len(before.concepts) == count


PACKAGED = sorted(data_folder().glob("*.csv"))


def test_packaged_ids_are_unique():
    """No concept of one packaged file hides one of another by its id."""
    ids = [row["id"] for path in PACKAGED for row in csv.DictReader(path.open(encoding="utf-8"))]

    assert len(ids) == len(set(ids)) == len(load_default().concepts)


@pytest.mark.parametrize("path", PACKAGED, ids=[path.name for path in PACKAGED])
def test_packaged_files_are_clean(path):
    """Every field is known, no term stands twice in a concept under one key, nothing is padded."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        assert row["subject_field"] in FIELDS, row
        assert row["source"], row
        english = [row["en"], *(part.strip() for part in row["en_variants"].split("|") if part.strip())]
        assert len({english_key(term) or term for term in english}) == len(english), row
        japanese = [row["ja"], *(part.strip() for part in row["ja_variants"].split("|") if part.strip())]
        assert len({japanese_key(term)[0] for term in japanese}) == len(japanese), row
        assert all(value == value.strip() for value in row.values()), row


def test_general_terms_stand_once():
    """In the general glossaries a Japanese term has one concept."""
    keys = [
        japanese_key(concept.in_language(Language.JA)[0].text)[0]
        for concept in load_default().concepts
        if concept.subject_field != "NET"
    ]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_morphemes_have_renderings():
    """The table of morphemes is well-formed: no blank sides, no key twice."""
    table = morpheme_table()

    assert len(table) > 900
    assert all(morpheme and renderings and all(renderings) for morpheme, renderings in table.items())
