"""Running text of the form of financial results: numbered titles, answers, contact lines, parts of the group."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import ROOT

from bilingual import sides
from bilingual.arithmetic import find_relations
from bilingual.model.relation import Verdict
from bilingual.terms import load_terms
from bilingual.text.headings import heads, numbered_title, run_in

DATA = json.loads((ROOT / "tests" / "cases" / "narrative_form.json").read_text(encoding="utf-8"))
HEADS = {
    "ja": "2025年3月期 決算短信（連結）",
    "en": "Consolidated Financial Results for the Fiscal Year Ended March 31, 2025",
}


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["why"])
def test_case(case, tmp_path):
    """Figures of the whole group are held against its statements, those of a part are left alone."""
    path = tmp_path / "document.txt"
    lines = [HEADS[case["lang"]], "", *case["lines"], "", *DATA["tables"][case["lang"]], ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = find_relations(sides.read_side(path), load_terms().matcher)
    told = [relation for relation in found if relation.result.segment is not None]
    broken = {one.result.figure.printed for one in told if one.verdict is Verdict.BROKEN}
    held = {one.result.figure.printed for one in told if one.verdict is not Verdict.BROKEN}

    assert sorted(broken) == sorted(case.get("broken", []))
    assert sorted(held) == sorted(case.get("holds", []))


@pytest.mark.parametrize(
    "line",
    [
        "決算説明会開催の有無:有(機関投資家向け)", "③ 会計上の見積りの変更:無", "(百万円未満切捨て)", "Restatement: None",
        "ir@unzen.example", "May 13, 2025", "2025年5月13日", "(Amounts are rounded to the nearest million yen.)",
    ],
)  # fmt: skip
def test_lines_that_head_nothing(line):
    """Answers of a form, contacts, days and ways of rounding are no titles."""
    assert not heads(line)


@given(text=st.text(max_size=120))
def test_any_line_is_read(text):
    """Any line is a title or not; what a title says stands in it."""
    assert heads(text) in (True, False)
    assert numbered_title(text) in text
    assert run_in(text) in text
