"""Aligned segments: right pairs stay silent, wrong ones are flagged. Add a line to the files to add a case."""

from __future__ import annotations

import pytest
from samples import ROOT

import bilingual

CASES = ROOT / "tests" / "cases"
KNOWN_FAILURES = {
    "2001年度第3四半期(10-12月)の業績。": "without a calendar, a third quarter may end in September",
    "売上高、営業利益はそれぞれ20億円、100億円となりました。": "which value goes with which name of a list is not read",
    "前年同期比では4.5%の増収、前期比では1.2%の減収。": "前期 may be the year before as well as the quarter before",
    "日本時間2025年2月7日17時(米国東部標準時2月7日午前3時)": "a zone before a date is not read",
    "三つの重点施策を推進します。": "つ after a number counts nothing that English counts",
    "上期は減収でしたが、下期は増収となりました。": "directions without figures are not compared",
    "非支配株主に帰属する当期純損失(△) △12 △34": "marks of a row that its label explains are read one by one",
    "税金費用の増加により、最終利益は微減の28億円でした。": "verbs that vary within a sentence are not compared",
    "前期末比 1.5pt": "a bare change against one with a direction",
}


def rows(name, column):
    """The lines of a file as test parameters; known failures are strict."""
    found = []
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        reason = KNOWN_FAILURES.get(fields[column]) if name == "pairs_wrong.tsv" else None
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        found.append(pytest.param(*fields[column : column + 2], marks=marks, id=fields[column][:40]))
    return found


def serious(ja, en):
    """Errors and warnings of one pair."""
    return [item for item in bilingual.check_pairs([(ja, en)])[0] if item["severity"] in ("error", "warning")]


@pytest.mark.parametrize(("ja", "en"), rows("pairs_right.tsv", 0))
def test_right_pair_is_silent(ja, en):
    """A pair that states the same gives no error and no warning."""
    assert serious(ja, en) == []


@pytest.mark.parametrize(("ja", "en"), rows("pairs_wrong.tsv", 1))
def test_wrong_pair_is_flagged(ja, en):
    """A pair that states something else gives an error or a warning."""
    assert serious(ja, en) != []
