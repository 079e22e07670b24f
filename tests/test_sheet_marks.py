"""Books of tables in workbooks: short heads of columns, lengths and counts alone in cells, numbered labels, marks of boundaries."""

from __future__ import annotations

import pytest
from sheet_books import told

JA_SHORT = """人員（国内）
項目\t内訳\t23/3末\t24/3末\t25/3末
輸送人員\t定期\t1,482\t1,527\t1,609
\t定期外\t814\t930\t1,175
旅客収入\t定期\t1,725\t1,768\t1,863
\t定期外\t1,587\t1,831\t2,362

研修
項目\t単位\t2023/3/31\t2024/3/31\t2025/3/31\t備考
受講者\t人\t1,207\t1,318\t1,426\t平均12日
修了者\t人\t1,163\t1,275\t1,390\t任期3年

社債
名称\t発行額\t利率\t年限
第38回社債\t100億円\t0.519%\t10年
第40回社債\t150億円\t0.732%\t7年
第41回社債\t200億円\t1.104%\t5年

2030年度までに実質ゼロ（2013年度実績：25,118t）
"""
EN_SHORT = """Personnel (Japan)
Item\tBreakdown\tMar-25\tMar-24\tMar-23
Passengers carried\tCommuter pass\t1,609\t1,527\t1,482
\tNon-commuter pass\t1,175\t930\t814
Passenger revenue\tCommuter pass\t1,863\t1,768\t1,725
\tNon-commuter pass\t2,362\t1,831\t1,587

Training
Item\tUnit\t2023/3/31\t2024/3/31\t2025/3/31\tRemarks
Participants\tpersons\t1,207\t1,318\t1,426\t12 days on average
Completed\tpersons\t1,163\t1,275\t1,390\tThree-year term

Bonds
Name\tAmount\tCoupon\tTenor
38th bonds\t10 billion yen\t0.519%\t10 years
40th bonds\t15 billion yen\t0.732%\t7 years
41st bonds\t20 billion yen\t1.104%\t5 years

Virtually zero by FY2030 (FY2013 results: 25,118 t)
"""


def test_a_right_book_of_short_heads_and_counts_is_left_alone(tmp_path):
    """Its heads are last days of years in numbers, its cells say lengths and its labels are numbered."""
    assert [finding.message for finding in told(tmp_path, EN_SHORT, JA_SHORT)] == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Mar-25\tMar-24", "Mar-24\tMar-25"),
        ("Mar-24\tMar-23", "Mar-23\tMar-22"),
        ("2024/3/31\t2025/3/31", "2025/3/31\t2024/3/31"),
        ("12 days on average", "21 days on average"),
        ("Three-year term", "Four-year term"),
        ("7 years", "5 years"),
        ("38th bonds", "37th bonds"),
        ("FY2013 results", "FY2014 results"),
    ],
)
def test_what_differs_in_short_heads_and_counts_is_told(tmp_path, right, wrong):
    """Each of these was silent while such heads were no heads and such cells words."""
    assert right in EN_SHORT
    assert told(tmp_path, EN_SHORT.replace(right, wrong, 1), JA_SHORT)


def test_headings_of_groups_in_each_others_place_are_told(tmp_path):
    """The rows of both groups stayed where they were."""
    crossed = EN_SHORT.replace("Passengers carried", "#").replace("Passenger revenue", "Passengers carried")
    assert told(tmp_path, crossed.replace("#", "Passenger revenue"), JA_SHORT)


JA_MARKS = """働き方（①＝単体、②＝国内、③＝連結）
指標\t範囲\t2023年度\t2024年度\t目標（年度）
週休二日の達成率\t①\t58.3%\t72.5%\t100％（2026）
女性技術者比率\t②\t9.7%\t10.8%\t15％（2030）
登録率\t③\t85.6%\t91.4%\t100％（2025）

会計年度は3月1日から翌年2月末日までです。
"""
EN_MARKS = """Workstyle ((1) = non-consolidated; (2) = Japan; (3) = consolidated)
Indicator\tBoundary\tFY2023\tFY2024\tTarget (fiscal year)
Sites with two days off a week\t(1)\t58.3%\t72.5%\t100% (2026)
Women among engineers\t(2)\t9.7%\t10.8%\t15% (2030)
Registration\t(3)\t85.6%\t91.4%\t100% (2025)

Fiscal years run from March 1 to the last day of February.
"""


def test_a_right_book_of_marks_is_left_alone(tmp_path):
    """A mark in brackets under the head of a boundary is no negative number, and a last day no former one."""
    assert [finding.message for finding in told(tmp_path, EN_MARKS, JA_MARKS)] == []


@pytest.mark.parametrize(
    ("right", "wrong"), [("engineers\t(2)", "engineers\t(3)"), ("(2030)", "(2035)"), ("(2026)", "(2027)")]
)
def test_what_differs_in_marks_and_bare_years_is_told(tmp_path, right, wrong):
    """Each of these was silent while no rule read them."""
    assert right in EN_MARKS
    assert told(tmp_path, EN_MARKS.replace(right, wrong, 1), JA_MARKS)
