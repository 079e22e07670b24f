"""Problems of glossaries: each kind is flagged where it stands, and hardly anything else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilingual.glossary import packaged_files
from bilingual.glossary.csv_format import parse
from bilingual.glossary.lint import CODES, lint, mend
from bilingual.glossary.lint.cells import CELL_RULES
from bilingual.glossary.lint.spelling import PLAIN_RE, doubtful, has_open_brackets
from bilingual.model.document import Language

CASES = json.loads(
    (Path(__file__).parent.parent / "cases" / "glossary_lint.json").read_text(encoding="utf-8")
)


def text_of(case):
    """The file that a case describes."""
    for kind, header in (("rows", "row_header"), ("terms", "term_header")):
        if kind in case:
            return "\n".join([CASES[header], *case[kind]]) + "\n"
    return case["text"]


def problems_of(tmp_path, case):
    """The file of a case and its problems."""
    path = tmp_path / "case.csv"
    path.write_bytes(text_of(case).encode())
    return path, lint([path], day=CASES["day"])


def name_of(case):
    """A name for the list of tests."""
    return f"{case['code']}: {text_of(case).splitlines()[-1] if text_of(case) else ''}"


@pytest.mark.parametrize("case", CASES["flagged"], ids=map(name_of, CASES["flagged"]))
def test_problems_are_flagged_where_they_stand(tmp_path, case):
    """The problem has its kind, line and column, and says what to do."""
    _, found = problems_of(tmp_path, case)
    mine = [each for each in found if each.code == case["code"]]

    assert mine, [str(each) for each in found]
    assert mine[0].line == case["line"]
    assert case.get("column", mine[0].column) == mine[0].column
    assert "\n" not in str(mine[0])


@pytest.mark.parametrize(
    "case",
    [case for case in CASES["flagged"] if "mended" in case],
    ids=[name_of(case) for case in CASES["flagged"] if "mended" in case],
)
def test_the_safe_ones_are_mended(tmp_path, case):
    """Mending changes that line as told, leaves no such problem, and a second time nothing."""
    path, found = problems_of(tmp_path, case)
    mended = mend(path)

    assert any(each.fixable for each in found)
    assert mended.text.splitlines()[1:] == [case["mended"]]
    assert f"+{case['mended']}" in mended.diff
    path.write_bytes(mended.text.encode())
    assert not any(each.fixable for each in lint([path], day=CASES["day"]))
    assert mend(path).diff == ""


@pytest.mark.parametrize("case", CASES["left_alone"], ids=[case["name"] for case in CASES["left_alone"]])
def test_what_is_right_is_left_alone(tmp_path, case):
    """No problem, and mending keeps every byte."""
    path, found = problems_of(tmp_path, case)

    assert [str(each) for each in found] == []
    assert mend(path).text == text_of(case)


@pytest.mark.parametrize(
    "case", CASES["known_failures"], ids=[case["name"] for case in CASES["known_failures"]]
)
@pytest.mark.xfail(strict=True, reason="known not to be seen")
def test_known_failures(tmp_path, case):
    """Problems that are not seen yet."""
    _, found = problems_of(tmp_path, case)

    assert any(each.code == case["code"] and each.line == case["line"] for each in found)


def test_every_kind_of_problem_has_a_case():
    """The list of kinds is that of the cases."""
    assert {case["code"] for case in CASES["flagged"]} == set(CODES)


def test_packaged_glossaries_are_clean():
    """The packaged glossaries have no problem, taken together."""
    assert [str(each) for each in lint(packaged_files())] == []


def test_files_of_one_layer_are_seen_together(tmp_path):
    """A concept that two files hold is a problem of the second; relations may name concepts of other layers."""
    header = CASES["row_header"]
    for name, row in (
        ("a.csv", "a,売上高,Sales,,,,PL,,,s,"),
        ("b.csv", "a,売上高,Sales,,,,PL,,part-of:base,s,"),
    ):
        (tmp_path / name).write_text(f"{header}\n{row}\n", encoding="utf-8")

    found = lint([tmp_path / "a.csv", tmp_path / "b.csv"], known={"base"})
    assert {(Path(each.path).name, each.code) for each in found} == {
        ("b.csv", "duplicate-id"),
        ("b.csv", "duplicate-concept"),
    }


def test_the_end_of_a_broken_file_is_kept(tmp_path):
    """Mending a file whose quotes do not close loses nothing."""
    path = tmp_path / "a.csv"
    path.write_text('ja,en\n 売上高,Sales\n資産,"Assets\nx,y\n', encoding="utf-8")

    assert mend(path).text == 'ja,en\n売上高,Sales\n資産,"Assets\nx,y\n'


TEXTS = st.text(
    st.sampled_from("売上ソサービロ口カ一ー－力aеA=-@+'( )（）　|\u200b\t"), min_size=1, max_size=7
)


@settings(max_examples=300)
@given(st.text(st.sampled_from("売上高へベペー一ロ口カ力ニ二タ夕データ・Aa1"), max_size=6))
def test_plain_terms_need_no_rule(text):
    """What is passed over as plain has nothing that a rule could find."""
    if PLAIN_RE.fullmatch(text):
        assert all(rule.mend(text) == text for rule in CELL_RULES if Language.JA in rule.languages)
        assert doubtful(text) is None
        assert not has_open_brackets(text)


@settings(deadline=None, max_examples=150)
@given(rows=st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), max_size=4))
def test_mending_settles(tmp_path_factory, rows):
    """Whatever a file holds: mended once it has nothing to mend, no concept is lost, and linting never fails."""
    path = tmp_path_factory.mktemp("lint") / "a.csv"
    cells = [[f'"{cell}"' for cell in row] for row in rows]
    path.write_text(
        "ja,en,ja_variants,note\n" + "".join(",".join(row) + "\n" for row in cells), encoding="utf-8"
    )
    before = len(parse("a.csv", path.read_text(encoding="utf-8")).problems)
    lint([path])
    mended = mend(path)
    path.write_text(mended.text, encoding="utf-8")

    assert not any(each.fixable for each in lint([path]))
    assert mend(path).diff == ""
    assert len(parse("a.csv", mended.text).problems) <= before + len(rows)


def test_a_layer_may_have_the_terms_of_those_below(tmp_path):
    """A company's file takes the place of general entries; problems inside each file stay problems."""
    general, company = tmp_path / "general.csv", tmp_path / "company.csv"
    general.write_text("id,ja,en,source\nsales,売上高,Net sales,x\nother,売上高,Sales,x\n", encoding="utf-8")
    company.write_text("id,ja,en,source\nsales,売上高,Revenues,x\n", encoding="utf-8")

    assert {each.code for each in lint([general, company])} == {"duplicate-id", "duplicate-concept"}
    assert [(each.path, each.code) for each in lint([general, company], layered=True)] == [
        (str(general), "duplicate-concept")
    ]


def test_a_concept_of_one_company_needs_no_term_for_others(tmp_path):
    """Where every term of a language has a scope, each scope needs its preferred term."""
    path = tmp_path / "a.csv"
    path.write_text(
        "concept,language,term,status,scope,concept_source\na,ja,のれん,preferred,,x\na,en,Goodwill,preferred,A,\n"
        "b,ja,商品,preferred,,x\nb,en,Merchandise,preferred,A,\nb,en,Goods,admitted,B,\n",
        encoding="utf-8",
    )

    assert [(each.line, each.code) for each in lint([path])] == [(4, "no-preferred")]
