"""Books of tables in workbooks: rows of words among figures, counts in words, heads of a letter and a number."""

from __future__ import annotations

import pytest
from sheet_books import told

JA = """業績
\t2022A\t2023A\t2024A
売上高\t184,206\t197,513\t221,874
営業利益\t11,343\t13,285\t14,129
純利益\t7,264\t8,382\t9,105

人員
指標\t範囲\tR4\tR5\tR6
男性\t国内\t12,846\t13,057\t13,214
女性\t国内\t4,918\t5,203\t5,476

目標と実績
No.\tテーマ\t目標\t基準年度\t2024年度の実績
1\t気候変動\t2030年度までに排出量を50%削減（2019年度比）\t2019年度\t34.6%削減
2\t水\t2027年度までに取水量の原単位を12%削減（2020年度比）\t2020年度\t7.8%削減
3\t資源循環\tリサイクル率99%以上を維持\t－\t99.0%

監査を受けた会社
地域\t2022年度\t2023年度\t2024年度
日本\t38社\t41社\t45社
アジア\t19社\t20社\t24社
その他\t1社\t－\t2社
合計\t58社\t61社\t71社

計画
項目\t2024年度実績\t2026年度目標\t考え方
売上高\t2,490億円\t2,800億円\t年率6%以上の成長
ROE\t10.2%\t11%超\t資本コスト（8%程度）を上回る
為替前提\t152.6円/ドル\t145円/ドル\t1円の円高で営業利益1.2億円減

社会貢献
活動\t開始\t2024年度の実績
食育教室\t2006年\t42回、参加1,386人
森づくり\t2011年5月\t5カ所、面積は128ha
工場見学\t1975年\t7工場で82,450人
"""
EN = """Results
\tFY3/22\tFY3/23\tFY3/24
Net sales\t184,206\t197,513\t221,874
Operating profit\t11,343\t13,285\t14,129
Profit\t7,264\t8,382\t9,105

Personnel
Indicator\tBoundary\tFY2024\tFY2023\tFY2022
Men\tJapan\t13,214\t13,057\t12,846
Women\tJapan\t5,476\t5,203\t4,918

Targets and results
No.\tTheme\tTarget\tBase year\tResult in FY2024
1\tClimate change\tReduce emissions by 50% by FY2030 (compared with FY2019)\tFY2019\tReduced by 34.6%
2\tWater\tReduce water withdrawal intensity by 12% by FY2027 (compared with FY2020)\tFY2020\tReduced by 7.8%
3\tResource circulation\tMaintain a recycling rate of 99% or higher\t-\t99.0%

Companies audited
Region\t2022FY\t2023FY\t2024FY
Japan\t38 companies\t41 companies\t45 companies
Asia\t19 companies\t20 companies\t24 companies
Other\tOne company\t-\tTwo companies
Total\t58 companies\t61 companies\t71 companies

Plan
Item\tFY2024 results\tFY2026 target\tApproach
Net sales\t249.0 billion yen\t280.0 billion yen\tAnnual growth of 6% or more
ROE\t10.2%\tOver 11%\tAbove the cost of capital (around 8%)
Exchange rate assumption\t152.6 yen/US$\t145 yen/US$\t1 yen appreciation lowers operating profit by 0.12 billion yen

Community activities
Activity\tStarted\tResults in 2024FY
Food education classes\t2006\t42 classes, 1,386 participants
Forest conservation\tMay 2011\tFive locations, 128 ha
Plant tours\t1975\t82,450 visitors at seven plants
"""


def test_a_right_book_with_rows_of_words_is_left_alone(tmp_path):
    """A count in words is one figure of a sum, and sentences among cells belong to their rows."""
    assert [finding.message for finding in told(tmp_path, EN, JA)] == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("FY3/22\tFY3/23", "FY3/21\tFY3/23"),
        ("FY2024\tFY2023\tFY2022", "FY2024\tFY2023\tFY2021"),
        ("2022FY\t2023FY", "2019FY\t2023FY"),
        ("by 50% by", "by 55% by"),
        ("by FY2030", "by FY2035"),
        ("with FY2019", "with FY2013"),
        ("by 34.6%", "by 36.4%"),
        ("by 12%", "by 21%"),
        ("Two companies", "Three companies"),
        ("152.6 yen", "156.2 yen"),
        ("lowers", "raises"),
        ("1,386", "1,368"),
        ("128 ha", "182 ha"),
        ("seven plants", "eight plants"),
    ],
)
def test_what_differs_in_rows_of_words_and_short_heads_is_told(tmp_path, right, wrong):
    """Each of these was silent while such rows were heads or running text, or no row at all."""
    assert right in EN
    assert told(tmp_path, EN.replace(right, wrong, 1), JA)


def test_boundaries_beside_percentages_are_no_other_columns_of_amounts(tmp_path):
    """The heads of a table of percentages alone name the times of results, not of changes."""
    ja = "多様性\n指標\t範囲\t23/3期\t24/3期\t25/3期\n女性比率\t単体\t6.85%\t7.52%\t8.94%\n中途比率\t単体\t24.6%\t29.8%\t41.5%"
    en = "Diversity\nIndicator\tBoundary\tFYE 3/25\tFYE 3/24\tFYE 3/23\nWomen\tNon-consolidated\t8.94%\t7.52%\t6.85%\nMid-career\tNon-consolidated\t41.5%\t29.8%\t24.6%"
    assert told(tmp_path, en, ja) == []
    assert told(tmp_path, en.replace("3/25", "3/26"), ja)


def test_a_unit_in_a_cell_beside_the_title_holds_for_the_table(tmp_path):
    """It may stand without brackets, and heads no column."""
    ja = "貸借対照表\t\t単位：百万円\n\t2024年3月末\t2025年3月末\n流動資産\t124,916\t129,407\n固定資産\t103,278\t111,843\n資産合計\t228,194\t241,250"
    en = "Balance sheets\t\tMillions of yen\n\tMar. 31, 2024\tMar. 31, 2025\nCurrent assets\t124,916\t129,407\nNon-current assets\t103,278\t111,843\nTotal assets\t228,194\t241,250"
    assert told(tmp_path, en, ja) == []
    assert told(tmp_path, en.replace("Millions", "Thousands"), ja)


def test_a_scaled_unit_in_brackets_is_no_amount_of_a_title(tmp_path):
    """A title that ends with (100 million yen) heads its table."""
    ja = "セグメント別売上高（億円）\n\t24/3期\t25/3期\n電子材料\t987\t1,046\n化学品\t764\t791\n合計\t1,751\t1,837"
    en = "Net sales by segment (100 million yen)\n\tFY3/24\tFY3/25\nElectronic materials\t987\t1,046\nChemicals\t764\t791\nTotal\t1,751\t1,837"
    assert told(tmp_path, en, ja) == []
    assert told(tmp_path, en.replace("(100 million", "(million"), ja)


def test_a_round_number_before_a_unit_in_a_cell_is_its_scale(tmp_path):
    """10,000 t beside a row are 万t."""
    ja = "排出\n項目\t単位\t23/3期\t24/3期\nCO2排出量\t万t\t61.8\t60.9\n水\t千m3\t4,827\t4,790\n拠点\t件\t1,042\t1,187"
    en = "Emissions\nItem\tUnit\tFY3/23\tFY3/24\nCO2 emissions\t10,000 t\t61.8\t60.9\nWater\tthousand m3\t4,827\t4,790\nSites\tnumber\t1,042\t1,187"
    assert told(tmp_path, en, ja) == []
    assert told(tmp_path, en.replace("10,000 t", "1,000 t"), ja)


def test_the_part_of_a_count_in_brackets_is_compared(tmp_path):
    """5名（4名） is five of whom four are of a kind, and no note is meant by (4)."""
    ja = "委員会\n委員会\t議長\t開催回数\t委員数\n監査委員会\t社外取締役\t13\t5名（4名）\n指名委員会\t社外取締役\t8\t4名（3名）\n報酬委員会\t社外取締役\t7\t5名（3名）"
    en = "Committees\nCommittee\tChair\tMeetings\tMembers\nAudit Committee\tOutside director\t13\t5 (4)\nNomination Committee\tOutside director\t8\t4 (3)\nRemuneration Committee\tOutside director\t7\t5 (3)"
    assert told(tmp_path, en, ja) == []
    assert told(tmp_path, en.replace("5 (4)", "5 (3)"), ja)


def test_exchanged_heads_are_told_by_the_units_in_their_brackets(tmp_path):
    """No glossary knows these heads: the unit of each stands over the figures of the other."""
    ja = "拠点別\t従業員数（名）\t度数率\t安全監査（回）\n四日市工場\t1,204\t0.29\t150\n尼崎工場\t1,816\t0.45\t117\nラヨーン工場\t634\t0.47\t116"
    en = "By site\tEmployees (persons)\tFrequency rate\tSafety audits (times)\nYokkaichi Plant\t1,204\t0.29\t150\nAmagasaki Plant\t1,816\t0.45\t117\nRayong Plant\t634\t0.47\t116"
    assert told(tmp_path, en, ja) == []
    (finding,) = told(tmp_path, en, ja.replace("度数率\t安全監査（回）", "安全監査（回）\t度数率"))
    assert finding.rule == "TBL002"


def test_years_over_rates_and_one_ratio_are_compared(tmp_path):
    """Where a dash leaves one column without most of its rates, the others are no columns of changes."""
    ja = "排出量\n指標\t2020年度\t2021年度\t2022年度\t2023年度\t2024年度\n削減率\t5.3%\t9.6%\t11.0%\t17.9%\t24.6%\n原単位\t1.808\t1.616\t1.434\t1.285\t1.137\n前年比\t－\t▲4.5%\t▲1.5%\t▲7.8%\t▲8.1%"
    en = "Emissions\nIndicator\tFY2024\tFY2023\tFY2022\tFY2021\tFY2020\nReduction\t24.6%\t17.9%\t11.0%\t9.6%\t5.3%\nIntensity\t1.137\t1.285\t1.434\t1.616\t1.808\nYear-on-year change\t(8.1%)\t(7.8%)\t(1.5%)\t(4.5%)\t–"
    assert told(tmp_path, en, ja) == []
    assert [
        finding.rule for finding in told(tmp_path, en.replace("FY2024\tFY2023", "FY2023\tFY2024"), ja)
    ] == ["TBL002"]


def test_exchanged_headings_of_groups_are_told_by_the_words_that_are_known(tmp_path):
    """計測 and 機器 are measuring instruments, and no word of it is a medical device."""
    ja = "セグメント\t項目\t2023年度\t2024年度\n計測機器\t売上収益\t84,216\t81,947\n\t利益\t9,426\t7,813\n医療用デバイス\t売上収益\t52,638\t58,714\n\t利益\t6,184\t7,942"
    en = "Segment\tItem\tFY2023\tFY2024\nMeasuring Instruments\tRevenue\t84,216\t81,947\n\tProfit\t9,426\t7,813\nMedical Devices\tRevenue\t52,638\t58,714\n\tProfit\t6,184\t7,942"
    assert told(tmp_path, en, ja) == []
    swapped = ja.replace("計測機器", "@").replace("医療用デバイス", "計測機器").replace("@", "医療用デバイス")
    (finding,) = told(tmp_path, en, swapped)
    assert finding.rule == "NUM005"
    assert finding.message.startswith("医療用デバイス and 計測機器: ")
