"""Running text against the primary statements and the table of dividends: ratios, cash flows, changes."""

from __future__ import annotations

import json

import pytest
from samples import ROOT

from bilingual import sides
from bilingual.arithmetic import find_relations
from bilingual.model.relation import Verdict
from bilingual.terms import load_terms

DATA = json.loads((ROOT / "tests" / "cases" / "narrative_statements.json").read_text(encoding="utf-8"))
HEADS = {
    "ja": ["2025年3月期 決算短信（連結）", "2025年5月13日", ""],
    "en": ["Consolidated Financial Results for the Fiscal Year Ended March 31, 2025", "May 13, 2025", ""],
}


def relations(lines, lang, tmp_path):
    """The relations of a document of these lines above the statements."""
    path = tmp_path / "document.txt"
    path.write_text("\n".join([*HEADS[lang], *lines, "", *DATA["tables"][lang], ""]), encoding="utf-8")
    return find_relations(sides.read_side(path), load_terms().matcher)


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["why"])
def test_case(case, tmp_path):
    """What a sentence says of the statements is held against them; another basis or a plan is left alone."""
    found = relations(case["lines"], case["lang"], tmp_path)
    told = [relation for relation in found if relation.result.segment is not None]
    broken = {one.result.figure.printed for one in told if one.verdict is Verdict.BROKEN}
    held = {one.result.figure.printed for one in told if one.verdict is not Verdict.BROKEN}

    assert sorted(broken) == sorted(case.get("broken", []))
    assert sorted(held) == sorted(case.get("holds", []))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_payout_ratio_follows_from_lines_of_two_tables(lang, tmp_path):
    """The column for the year of a table of dividends per share is divided by the earnings of the statement."""
    found = relations([], lang, tmp_path)
    payouts = {(one.note, one.verdict) for one in found if one.result.figure.printed in ("31.0", "32.7")}

    assert payouts == {("19.00 / 61.25 = 31.0", Verdict.HOLDS), ("24.00 / 73.40 = 32.7", Verdict.HOLDS)}
