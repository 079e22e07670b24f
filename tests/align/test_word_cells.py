"""Tables of targets, whose cells say their figures and times in words."""

from __future__ import annotations

import pytest

import bilingual
from bilingual.figures.worded import is_worded_value

JA = """マテリアリティの目標と実績

項目\t基準年度\t目標年度\t目標\t実績\t出席\t店舗数
CO2排出量\t2019年度\t2030年度\t50%削減\t23.7%削減\t13回/14回\t342(204)
再エネ比率\t―\t2040年\t60%以上\t45.0%\t14回/14回\t1,342（204）
食品ロス\t2018年度\t2030年度末\t30%削減\t18.2%削減\t12回/14回\t―
女性管理職比率\t―\t2030年4月\t20%以上\t13.4%\t9回/10回\t343(203)
"""
EN = """Material issues: targets and results

Item\tBase year\tTarget year\tTarget\tResult\tAttended\tStores
CO2 emissions\tFY2019\tFY2030\t50% reduction\t23.7% reduction\t13/14\t342(204)
Renewable energy ratio\t–\t2040\t60% or more\t45.0%\t14/14\t1,342 (204)
Food loss\tFY2018\tEnd of FY2030\t30% reduction\t18.2% reduction\t12/14\t–
Ratio of female managers\t–\tApril 2030\t20% or more\t13.4%\t9/10\t343(203)
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
    ("342(204)", "342(304)", {"NUM001"}, "another part of a number"),
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


UNITS_JA = """会社データ

項目\t単位\t2023年度\t2024年度
口座数\t万口座\t2,412\t2,455
絶対排出量\t百万t\t4.9以下\t3.8以下
苦情\t件\t17,305\t16,890
"""
UNITS_EN = """Data

Item\tUnit\tFY2023\tFY2024
Accounts\tmillion accounts\t24.12\t24.55
Absolute emissions\tMt\t4.9 or less\t3.8 or less
Complaints\tcases\t17,305\t16,890
"""


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("24.55", "24.55", set()),
        ("24.55", "25.45", {"NUM001"}),
        ("million accounts", "thousand accounts", {"UNT001"}),
        ("3.8 or less", "3.8 or more", {"APX002"}),
    ],
)
def test_scales_of_unknown_counters(tmp_path, old, new, rules):
    """A counter that no list has keeps the scale before it; limits hold across units that convert."""
    assert set(told(tmp_path, UNITS_JA, UNITS_EN.replace(old, new))) == rules


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
