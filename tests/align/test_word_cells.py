"""Tables of targets, whose cells say their figures and times in words."""

from __future__ import annotations

import pytest

import bilingual
from bilingual.figures.worded import is_worded_value

JA = """マテリアリティの目標と実績

項目\t基準年度\t目標年度\t目標\t実績\t出席
CO2排出量\t2019年度\t2030年度\t50%削減\t23.7%削減\t13回/14回
再エネ比率\t―\t2040年\t60%以上\t45.0%\t14回/14回
食品ロス\t2018年度\t2030年度末\t30%削減\t18.2%削減\t12回/14回
女性管理職比率\t―\t2030年4月\t20%以上\t13.4%\t9回/10回
"""
EN = """Material issues: targets and results

Item\tBase year\tTarget year\tTarget\tResult\tAttended
CO2 emissions\tFY2019\tFY2030\t50% reduction\t23.7% reduction\t13/14
Renewable energy ratio\t–\t2040\t60% or more\t45.0%\t14/14
Food loss\tFY2018\tEnd of FY2030\t30% reduction\t18.2% reduction\t12/14
Ratio of female managers\t–\tApril 2030\t20% or more\t13.4%\t9/10
"""
CASES = [
    ("FY2019\tFY2030", "FY2013\tFY2030", {"PER001", "PER002"}, "another base year"),
    ("FY2019\tFY2030", "FY2019\tFY2035", {"PER001", "PER002"}, "another target year"),
    ("\t2040\t", "\t2050\t", {"DAT001"}, "another year alone"),
    ("April 2030", "March 2030", {"DAT001"}, "another month"),
    ("50% reduction", "46% reduction", {"PCT001"}, "another target"),
    ("18.2% reduction", "12.8% reduction", {"PCT001"}, "another result"),
    ("30% reduction", "30% increase", {"SGN004"}, "the other direction"),
    ("60% or more", "60% or less", {"NUM007", "APX002"}, "the other limit"),
    ("12/14", "11/14", {"NUM001"}, "another number of a list"),
]


def told(tmp_path, ja: str, en: str) -> list[str]:
    """The rules that say more than information of two texts."""
    paths = (tmp_path / "ja.txt", tmp_path / "en.txt")
    for path, text in zip(paths, (ja, en), strict=True):
        path.write_text(text, encoding="utf-8")
    return [finding.rule for finding in bilingual.check(*paths).findings if finding.severity != "info"]


def test_equal_targets_are_left_alone(tmp_path):
    """Targets that say the same in both versions give no finding."""
    assert told(tmp_path, JA, EN) == []


@pytest.mark.parametrize(("old", "new", "rules", "why"), CASES, ids=[case[3] for case in CASES])
def test_target_that_differs_is_told(tmp_path, old, new, rules, why):
    """A cell of words that says another figure or time gives one finding."""
    assert EN.count(old) == 1 or old == "30% reduction"
    found = told(tmp_path, JA, EN.replace(old, new, 1))
    assert len(found) == 1, found
    assert set(found) <= rules, why


def test_lost_row_of_targets_is_told(tmp_path):
    """A row of words that the English version lacks is missing."""
    lines = EN.splitlines(keepends=True)
    assert told(tmp_path, JA, "".join(line for line in lines if not line.startswith("Food loss"))) == [
        "TBL001"
    ]


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        ("50%削減", True),
        ("約30％以上", True),
        ("41.2% reduction", True),
        ("1,200 million yen or more", True),
        ("5%以上の株主", False),
        ("2030年度", False),
        ("60 or more employees", False),
    ],
)
def test_values_with_a_word(text, worded):
    """A value in a measure with a word of change or limit is one, a name that holds such words is none."""
    assert is_worded_value(text) is worded
