"""Books of tables in workbooks: remarks, boundaries, titles, notes and tables of words are held against each other."""

from __future__ import annotations

import openpyxl
import pytest

import bilingual

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


def _told(tmp_path, en):
    for name, text in (("ja", JA), ("en", en)):
        book = openpyxl.Workbook()
        sheet = book.active
        for number, line in enumerate(text.strip().split("\n"), start=1):
            for column, words in enumerate(line.split("\t"), start=1):
                plain = words.replace(",", "").replace(".", "", 1)
                if plain.isdigit() and "." not in words and not (words.startswith("20") and len(words) == 4):
                    cell = sheet.cell(number, column, int(plain))
                    cell.number_format = "#,##0"
                elif words:
                    sheet.cell(number, column, words)
        book.save(tmp_path / f"{name}.xlsx")
    report = bilingual.check(str(tmp_path / "ja.xlsx"), str(tmp_path / "en.xlsx"))
    return [finding for finding in report.findings if finding.severity.value != "info"]


def test_a_right_book_is_left_alone(tmp_path):
    """Columns stand in another order and one title is longer: no fault of the book."""
    assert [finding.message for finding in _told(tmp_path, EN)] == []


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
    assert _told(tmp_path, EN.replace(right, wrong, 1))
