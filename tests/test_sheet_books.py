"""Books of tables in workbooks: remarks, boundaries, titles, notes and tables of words are held against each other."""

from __future__ import annotations

import pytest
from sheet_books import told

JA = """1. 排出量と水
項目\t単位\t集計範囲\t2022年\t2023年\t2024年\t2030年目標\t備考
Scope 1\tt-CO2\t連結\t4,812\t4,655\t4,390\t3,100\t都市ガスの使用は3拠点
Scope 2\tt-CO2\t連結\t9,204\t8,871\t8,346\t5,200\t2021年度に再エネ電力を調達
取水量\t千m3\t国内グループ\t615\t602\t588\t－\t海水を除く
最終処分量\tt\t単体\t73\t68\t61\t40\t1工場を除く4工場の合計
電力使用量\tMWh\t連結\t21,470\t20,985\t20,312\t－\t
（注）集計期間は1月から12月です。

G-2 委員会の活動の状況（各年3月31日現在）
機関\t人数\tうち社外\t開催回数\t平均出席率
監査委員会\t5\t3\t14\t98.4%
指名委員会\t4\t3\t6\t100.0%
報酬委員会\t6\t4\t9\t97.2%

3. 認証と目標
項目\t実績\t時点\t目標
ISO 14001の認証\t19拠点（全26拠点中）\t2025年2月取得\t80%以上
研修の受講率\t94.2%（3,108名）\t2024年12月末\t2027年度
"""
EN = """1. Emissions and water of the whole group
Item\tBoundary\tUnit\t2030 target\t2024\t2023\t2022\tNotes
Scope 1\tConsolidated\tt-CO2\t3,100\t4,390\t4,655\t4,812\tThree sites use city gas
Scope 2\tConsolidated\tt-CO2\t5,200\t8,346\t8,871\t9,204\tRenewable power procured in FY2021
Water withdrawal\tDomestic Group\tthousand m3\t-\t588\t602\t615\tExcludes seawater
Final disposal\tNon-consolidated\tt\t40\t61\t68\t73\tTotal of four plants, excluding one plant
Electricity used\tConsolidated\tMWh\t-\t20,312\t20,985\t21,470\t
(Note) The data cover the period from January to December.

G-2 Activities of the committees of the board of directors (as of March 31 of each year)
Body\tMembers\tOf which outside\tMeetings held\tAverage attendance
Audit Committee\t5\t3\t14\t98.4%
Nomination Committee\t4\t3\t6\t100.0%
Remuneration Committee\t6\t4\t9\t97.2%

3. Certificates and targets
Item\tResult\tAs of\tTarget
ISO 14001 certification\t19 sites (out of 26)\tObtained in February 2025\t80% or more
Training completion rate\t94.2% (3,108 persons)\tEnd of December 2024\tFY2027
"""


JA_TERMS = """E-1 気候
指標\t内訳\tCY22\tCY23\tCY24\t2030年目標
電力（百万kWh）\t購入\t214\t208\t197\t150
\t自家発電\t13\t17\t26\t60
排出量（千t）\tスコープ1\t318\t306\t291\t190
\tスコープ2\t457\t421\t386\t205

E-2 スコープ3
\t\t\t\tGHG:t-CO2e、水:m3
No.\tカテゴリ\t2024/3 (千t)\t2025/3 (千t)\t2031/3目標\t備考
1\t購入した製品\t2,840\t2,791\t2,100\tスコープ1、2に含まれないもの
4\t上流の輸送\t351\t346\t290\t
6\t出張\t24\t31\t20\t
11\t製品の使用\t6,108\t5,794\t4,400\t

S-1 格付け
評価\t2023年\t2024年\t2025年
気候変動の評価\tB\tA-\tA
総合評価\tBBB\tA\tAA
スコア（5点満点）\t3.6\t3.8\t4.1

S-2 信用格付（2025年9月現在）
会社\tX&Y\tABC
青磁火災\tA+（安定的）\tAA（安定的）
青磁生命\tA（ポジティブ）\t－
青磁再保険\tA-（安定的）\tBBB（安定的）

S-3 推移
項目\t第31期（2024年3月期）\t第32期（2025年3月期）
度数率（従業員）\t0.41\t0.36
度数率（協力会社）\t0.88\t0.74
受講者（人）\t1,204\t1,318
"""
EN_TERMS = """E-1 Climate
Indicator\tBreakdown\tCY24\tCY23\tCY22\t2030 target
Electricity (million kWh)\tPurchased\t197\t208\t214\t150
\tGenerated in-house\t26\t17\t13\t60
Emissions (kt)\tScope 1\t291\t306\t318\t190
\tScope 2\t386\t421\t457\t205

E-2 Scope 3
\t\t\t\tGHG: t-CO2e; water: m3
No.\tCategory\tFY2023 (kt)\tFY2024 (kt)\tFY2030 target\tRemarks
1\tPurchased goods\t2,840\t2,791\t2,100\tNot included in Scope 1 or 2
4\tUpstream transportation\t351\t346\t290\t
6\tBusiness travel\t24\t31\t20\t
11\tUse of products\t6,108\t5,794\t4,400\t

S-1 Ratings
Rating\t2023\t2024\t2025
Climate change rating\tB\tA-\tA
Overall rating\tBBB\tA\tAA
Score (out of 5)\t3.6\t3.8\t4.1

S-2 Credit ratings (as of September 2025)
Company\tX&Y\tABC
Seiji Fire\tA+ (Stable)\tAA (Stable)
Seiji Life\tA (Positive)\t-
Seiji Re\tA- (Stable)\tBBB (Stable)

S-3 Trends
Item\t31st (ended March 31, 2024)\t32nd (ended March 31, 2025)
Frequency rate (employees)\t0.41\t0.36
Frequency rate (contractors)\t0.88\t0.74
Participants (persons)\t1,204\t1,318
"""


JA_HEADS = """E-1 排出量
\t\t\t\t（万t-CO2e）
項目\tFY22\tFY23\tFY24\tFY24目標
スコープ1\t8.4\t8.1\t7.2\t7.0
スコープ2\t63.5\t44.6\t31.7\t33.0
合計\t71.9\t52.7\t38.9\t40.0

E-2 範囲別（2025年6月20日現在）
項目（単位）\t国内グループ\t全グループ\t算定方法
排出量（スコープ1・2、千t）\t243.8\t301.6\t2024年7月改正の係数
エネルギー（原油換算、千kL）\t118.6\t152.9\t工場と物流拠点
ご指摘（件/百万個）\t3.18\t2.94\t国内向け

S-1 人材
指標\tFY22\tFY23\tFY24\t目標（達成年度）
管理職\t112名（5.6%）\t129名（6.4%）\t148名（7.3%）\t10%（FY2027）
採用比率\t19.8%\t22.1%\t24.6%\t30%以上（FY2026）
平均在任期間（年）\t4.7\t5.2\t4.3\t5.0
加入率\t96.8%\t96.5%\t96.9%\t－

S-2 年代別
区分\t\tFY22\tFY23\tFY24
年代別（単体）\t29歳以下\t1,176\t1,233\t1,301
\t30～39歳\t1,340\t1,318\t1,297
\t50歳以上\t1,655\t1,709\t1,759
"""
EN_HEADS = """E-1 Emissions
\t\t\t\t(10,000 t-CO2e)
Item\tFY22\tFY23\tFY24\tFY24 target
Scope 1\t8.4\t8.1\t7.2\t7.0
Scope 2\t63.5\t44.6\t31.7\t33.0
Total\t71.9\t52.7\t38.9\t40.0

E-2 By boundary (as of June 20, 2025)
Item (unit)\tMethod\tDomestic Group\tEntire Group
Emissions (Scope 1 and 2, kt)\tFactors revised in July 2024\t243.8\t301.6
Energy (crude oil equivalent, thousand kL)\tPlants and logistics sites\t118.6\t152.9
Complaints (cases/million units)\tFor the domestic market\t3.18\t2.94

S-1 Human resources
Indicator\tGoal (fiscal year)\tFY24\tFY23\tFY22
Managers\t10% (FY2027)\t148 (7.3%)\t129 (6.4%)\t112 (5.6%)
Ratio of hires\t30% or more (FY2026)\t24.6%\t22.1%\t19.8%
Average tenure (years)\t5.0\t4.3\t5.2\t4.7
Membership rate\t-\t96.9%\t96.5%\t96.8%

S-2 By age
Category\t\tFY22\tFY23\tFY24
By age (non-consolidated)\t29 or younger\t1,176\t1,233\t1,301
\t30 to 39\t1,340\t1,318\t1,297
\t50 or older\t1,655\t1,709\t1,759
"""


def test_a_right_book_is_left_alone(tmp_path):
    """Columns stand in another order and one title is longer: no fault of the book."""
    assert [finding.message for finding in told(tmp_path, EN, JA)] == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Three sites use", "Four sites use"),
        ("procured in FY2021", "procured in FY2022"),
        ("Excludes seawater", "Includes seawater"),
        ("Total of four plants", "Total of five plants"),
        ("Domestic Group", "Consolidated"),
        ("2030 target", "2035 target"),
        ("\t2024\t2023\t2022", "\t2024\t2022\t2023"),
        ("January to December", "April to March"),
        ("as of March 31 of", "as of March 1 of"),
        ("Of which outside\tMeetings held", "Meetings held\tOf which outside"),
        ("out of 26", "out of 62"),
        ("February 2025", "February 2024"),
        ("80% or more", "80% or less"),
        ("3,108 persons", "3,180 persons"),
        ("FY2027", "FY2029"),
    ],
)
def test_what_differs_is_told(tmp_path, right, wrong):
    """Each of these was silent while remarks, boundaries and tables of words were left out."""
    assert right in EN
    assert told(tmp_path, EN.replace(right, wrong, 1), JA)


def test_a_right_book_of_groups_grades_and_terms_is_left_alone(tmp_path):
    """Its units stand over groups of rows, its times beside targets, terms and letters, its grades under years."""
    assert [finding.message for finding in told(tmp_path, EN_TERMS, JA_TERMS)] == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Electricity (million kWh)", "Electricity (thousand kWh)"),
        ("Emissions (kt)", "Emissions (t)"),
        ("CY24\tCY23\tCY22", "CY24\tCY22\tCY23"),
        ("2030 target\nElectricity", "2035 target\nElectricity"),
        ("FY2030 target", "FY2035 target"),
        ("6\tBusiness travel", "7\tBusiness travel"),
        ("in Scope 1 or 2", "in Scope 1 or 3"),
        ("B\tA-\tA\n", "B\tA\tA\n"),
        ("BBB\tA\tAA", "BB\tA\tAA"),
        ("(out of 5)", "(out of 10)"),
        ("A+ (Stable)", "A (Stable)"),
        ("A (Positive)", "A (Stable)"),
        ("32nd (ended", "33rd (ended"),
        ("rate (contractors)", "rate (employees)"),
    ],
)
def test_what_differs_in_groups_grades_and_terms_is_told(tmp_path, right, wrong):
    """Each of these was silent while such heads and groups were read as words."""
    assert right in EN_TERMS
    assert told(tmp_path, EN_TERMS.replace(right, wrong, 1), JA_TERMS)


def test_a_right_book_of_targets_and_boundaries_is_left_alone(tmp_path):
    """Units stand behind what is measured, methods before the figures, counts beside shares, boundaries over columns."""
    assert [finding.message for finding in told(tmp_path, EN_HEADS, JA_HEADS)] == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("(10,000 t-CO2e)", "(1,000 t-CO2e)"),
        ("FY24\tFY24 target", "FY24 target\tFY24"),
        ("June 20, 2025", "June 21, 2024"),
        ("Domestic Group\tEntire Group", "Entire Group\tDomestic Group"),
        ("Scope 1 and 2, kt", "Scope 1 and 3, kt"),
        ("Scope 1 and 2, kt", "Scope 1 and 2, t"),
        ("thousand kL", "million kL"),
        ("148 (7.3%)", "148 (7.8%)"),
        ("129 (6.4%)", "192 (6.4%)"),
        ("10% (FY2027)", "10% (FY2030)"),
        ("tenure (years)", "tenure (months)"),
        ("(non-consolidated)", "(consolidated)"),
    ],
)
def test_what_differs_in_targets_and_boundaries_is_told(tmp_path, right, wrong):
    """Each of these was silent, or its right form was told."""
    assert right in EN_HEADS
    assert told(tmp_path, EN_HEADS.replace(right, wrong, 1), JA_HEADS)


JA_BOARD = """G-1 体制（2025年6月27日現在）
項目\t単位\t2023年6月\t2024年6月\t2025年6月
取締役\t名\t11\t10\t9
うち社外\t名\t4\t5\t5
"""
EN_BOARD = """G-1 Structure (as of June {day}, 2025)
Item\tUnit\tJune 2025\tJune 2024\tJune 2023
Directors\tpersons\t9\t10\t11
Of which outside\tpersons\t5\t5\t4
"""


@pytest.mark.parametrize("day", ["27", "26"])
def test_a_bare_month_over_a_column_tells_no_day(tmp_path, day):
    """A day within a month contradicts no head that names the month alone; another day than the other version's does."""
    found = told(tmp_path, EN_BOARD.format(day=day), JA_BOARD)

    assert bool(found) == (day != "27")
