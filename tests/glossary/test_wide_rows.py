"""Tables of other tools whose rows hold several terms, or a status of the pair."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.glossary import load
from bilingual.glossary.exchange import read_exchange
from bilingual.glossary.lint import lint
from bilingual.glossary.wide_rows import narrow

MEMOQ = """\
"Entry_ID";"Entry_Subject";"Entry_Note";"Entry_Creator";"Japanese";"Term_Info";"Term_Example";"Japanese";"Term_Info";\
"English_United_States";"Term_Info";"English_United_States";"Term_Info"
"7";"PL";"first line";"me";"売上高";"CasePermissive";"当期の売上高";"売上";"CasePermissive";"Net sales";"CasePermissive";\
"Turnover";"CasePermissive;HalfPrefix;Forbidden"
"8";"BS";"";"me";"のれん";"CasePermissive";"";"";"";"Goodwill";"CasePermissive";"";""
"""


def found_in(tmp_path, text, encoding="utf-8-sig"):
    """The concepts of a table."""
    path = tmp_path / "theirs.csv"
    path.write_text(text, encoding=encoding)
    return read_exchange(path).concepts


def terms(concept):
    """Language, term and status of each term."""
    return [(term.language.value, term.text, term.status.value) for term in concept.terms]


def test_several_columns_of_a_language(tmp_path):
    """The first term is preferred, others are admitted; what stands behind a term belongs to it."""
    sales, goodwill = found_in(tmp_path, MEMOQ)

    assert (sales.id, sales.subject_field, sales.note) == ("7", "PL", "first line")
    assert terms(sales) == [
        ("ja", "売上高", "preferred"), ("en", "Net sales", "preferred"),
        ("ja", "売上", "admitted"), ("en", "Turnover", "forbidden"),
    ]  # fmt: skip
    assert sales.terms[0].context == "当期の売上高"
    assert dict(sales.terms[3].extra)["Term_Info"] == "CasePermissive;HalfPrefix;Forbidden"
    assert dict(sales.extra) == {"Entry_Creator": "me"}
    assert (goodwill.line, terms(goodwill)[1]) == (3, ("en", "Goodwill", "preferred"))


STATUSES = [
    ("禁止", [("ja", "売上高", "preferred"), ("en", "Net sales", "preferred"), ("en", "Turnover", "forbidden")]),
    ("Do not use", [("ja", "売上高", "preferred"), ("en", "Net sales", "preferred"), ("en", "Turnover", "forbidden")]),
    ("deprecated", [("ja", "売上高", "preferred"), ("en", "Net sales", "preferred"), ("en", "Turnover", "deprecated")]),
    ("許容", [("ja", "売上高", "preferred"), ("en", "Net sales", "preferred"), ("en", "Turnover", "admitted")]),
]  # fmt: skip


@pytest.mark.parametrize(("word", "expected"), STATUSES, ids=[case[0] for case in STATUSES])
@pytest.mark.parametrize("is_first", [False, True])
def test_a_status_of_the_pair(tmp_path, word, expected, is_first):
    """A pair that may not be used joins the pair that is used instead, wherever it stands."""
    rows = ["売上高,Net sales,承認,a", f"売上高,Turnover,{word},b"]
    text = "\n".join(["用語,訳語,使用可否,備考", *(rows[::-1] if is_first else rows)])

    (concept,) = found_in(tmp_path, text, "cp932")

    assert terms(concept) == expected
    assert (concept.note, concept.terms[2].note) == ("a", "b")


def test_a_forbidden_japanese_term(tmp_path):
    """Where the English is the same, the Japanese term is the one that may not be used."""
    text = "Japanese,English,Status\n純利益,Profit,approved\n儲け,Profit,prohibited\n"

    (concept,) = found_in(tmp_path, text)

    assert terms(concept)[2] == ("ja", "儲け", "forbidden")


def test_a_forbidden_pair_alone_lacks_a_preferred_term(tmp_path):
    """A translation is forbidden and nothing is said to take its place: the entry is kept, and lint says so."""
    path = tmp_path / "a.csv"
    path.write_text("日本語,英語,ステータス,出典\n売上高,Turnover,禁止,x\n", encoding="utf-8")

    (problem,) = lint([path])

    assert (problem.line, problem.code) == (2, "no-preferred")
    assert terms(load([path]).concepts[0]) == [("ja", "売上高", "preferred"), ("en", "Turnover", "forbidden")]


def test_unknown_words_of_a_status_survive(tmp_path):
    """A status that says nothing to us is kept with the entry and changes nothing."""
    (concept,) = found_in(tmp_path, "日本語,英語,status\n売上高,Net sales,draft\n")

    assert terms(concept)[1] == ("en", "Net sales", "preferred")
    assert dict(concept.extra) == {"entry status": "draft"}


NAMED = [
    ("禁止語", "Turnover", "en"),
    ("使用禁止語", "売り上げ", "ja"),
    ("別表記", "売上", "ja"),
    ("同義語", "Sales", "en"),
]


@pytest.mark.parametrize(("name", "term", "language"), NAMED)
def test_columns_that_do_not_say_their_language(tmp_path, name, term, language):
    """Their cells say it."""
    (concept,) = found_in(tmp_path, f"日本語,英語,{name}\n売上高,Net sales,{term}\n")

    assert [each.language.value for each in concept.terms if each.text == term] == [language]


@given(st.lists(st.lists(st.sampled_from(["", "a", "b", "c", "禁止"]), min_size=5, max_size=5), max_size=8))
def test_no_term_is_lost(rows):
    """Every term of every row stands on a line, and every line names its concept."""
    names = ["id", "ja", "ja", "en", "status"]
    lines = narrow(names, list(enumerate(rows, start=2)))

    assert {(each["language"], each["term"]) for _, each in lines} == {
        (names[at], row[at]) for row in rows for at in (1, 2, 3) if row[at]
    }
    assert all(each["concept"] for _, each in lines)


def test_a_name_is_found_below_titles_and_on_other_sheets(tmp_path):
    """--map finds its columns by name and by number wherever the header stands."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["cover"])
    sheet = book.create_sheet("terms")
    for row in (["Our terms"], [], ["nr", "wago", "eigo"], ["1", "売上高", "Net sales"]):
        sheet.append(row)
    path = tmp_path / "a.xlsx"
    book.save(path)

    for columns in ({"ja": "wago", "en": "eigo"}, {"ja": "2", "en": "3"}):
        (concept,) = read_exchange(path, columns=columns).concepts
        assert terms(concept)[0] == ("ja", "売上高", "preferred")
        assert concept.line == 4


def test_our_own_form_is_read_as_it_is(tmp_path):
    """A further field that is called status is one in our form, in every format."""
    row = ["ja", "en", "status"], ["売上高", "Net sales", "禁止"]
    text = io.StringIO()
    csv.writer(text, delimiter="\t").writerows(row)
    path = tmp_path / "a.tsv"
    path.write_text(text.getvalue(), encoding="utf-8")

    (concept,) = read_exchange(path).concepts

    assert dict(concept.extra) == {"status": "禁止"}
