"""Sentences of full translations are compared as given segments are; free versions are left alone."""

from __future__ import annotations

import pytest

import bilingual

JA = """2025年11月12日
株式会社西浜物流
受注の状況について
当第2四半期の受注高は412億円（前年同期比6.1％増）となりました。大口の案件3件を受注したことによるもので、受注残高は8四半期連続で増加しました。

倉庫の賃料は1坪当たり5,400円で、前年同期の5,150円から上昇しました。なお、通期の業績予想に修正はありません。

当期の期末配当は1株当たり4円増額し、28円といたします。

新倉庫の稼働率は91.5％、既存倉庫の稼働率は96.2％です。

自己資本比率は58％（前期末49％）となり、2030年度までに60％に高めます。第3四半期累計の営業利益は139億円を見込みます。

倉庫の数には共同倉庫を含みます。

買収の対価のうち4千万米ドルは2028年までに支払います。2025年5月に社債200億円を発行し、6月に借入金120億円を返済しました。

毎年9月末の株主様に優待品を贈呈しています。900株以上を3年以上保有する株主様への贈呈額は5,000円相当から6,000円相当に引き上げます。

設備投資は90億円から95億円を見込んでおり、海外で1件、国内で2件の着工を計画しています。
"""
EN = """November 12, 2025
Nishihama Logistics Co., Ltd.
Orders received
Orders received in the second quarter amounted to 41.2 billion yen (up 6.1% year on year). This was due to three large orders, and the backlog increased for the eighth consecutive quarter.

Warehouse rents were 5,400 yen per tsubo, up from 5,150 yen a year earlier. There is no revision to the full-year forecast.

The year-end dividend will be raised by 4 yen per share to 28 yen.

The utilization rate was 91.5% at the new warehouse and 96.2% at existing warehouses.

The equity ratio was 58% (49% at the end of the previous fiscal year), and we will raise it to 60% by fiscal 2030. We expect operating profit of 13.9 billion yen for the first nine months.

The number of warehouses includes shared warehouses.

Of the consideration for the acquisition, US$40 million is payable by 2028. In May 2025 we issued bonds of 20.0 billion yen, and in June we repaid borrowings of 12.0 billion yen.

Shareholders at the end of every September receive a gift. The value for holders of 900 shares or more for at least three years will be raised from 5,000 yen to 6,000 yen.

Capital investment is expected to be between 9.0 billion yen and 9.5 billion yen, and one start of construction abroad and two in Japan are planned.
"""
WRONG = [
    ("three large orders", "four large orders"),
    ("eighth consecutive", "seventh consecutive"),
    ("28 yen", "24 yen"),
    ("58% (49% at", "49% (58% at"),
    ("the first nine months", "the first half"),
    ("includes shared", "excludes shared"),
    ("by 2028", "by 2026"),
    ("bonds of 20.0 billion", "bonds of 12.0 billion"),
    ("5,000 yen to 6,000 yen", "6,000 yen to 5,000 yen"),
    ("one start of construction", "two starts of construction"),
]


def serious(folder, english):
    """The errors and warnings of the pair."""
    for name, text in (("ja.txt", JA), ("en.txt", english)):
        (folder / name).write_text(text, encoding="utf-8")
    report = bilingual.check(folder / "ja.txt", folder / "en.txt")
    return [finding.message for finding in report.findings if finding.severity != "info"]


def test_a_full_translation_is_left_alone(tmp_path):
    """What agrees sentence by sentence gives no finding."""
    assert serious(tmp_path, EN) == []


@pytest.mark.parametrize(("right", "wrong"), WRONG)
def test_a_word_of_a_sentence_is_told(tmp_path, right, wrong):
    """Numbers in words and figures that the document states elsewhere are told where they stand."""
    assert serious(tmp_path, EN.replace(right, wrong))


YEARS_JA = """2026年8月5日
株式会社西浜物流
2027年3月期第1四半期の業績
売上高は120,450百万円（前年同期比3.2％増）となりました。
（注）包括利益　2027年3月期第1四半期 3,118百万円（△87.3％）　2026年3月期第1四半期 24,630百万円（31.0％）
"""
YEARS_EN = """August 5, 2026
Nishihama Logistics Co., Ltd.
Results for the first quarter of FY2026 (fiscal year ending March 31, 2027)
Net sales amounted to 120,450 million yen (up 3.2% year on year).
(Note) Comprehensive income: First quarter of FY2026 3,118 million yen (down 87.3%); First quarter of FY2025 24,630 million yen (up 31.0%)
"""


def test_years_that_each_version_names_its_own_way_exchange_nothing(tmp_path):
    """FY2026 and 2026年3月期 are one year apart where the English names a year by its start: the figures keep their years."""
    for name, text in (("ja.txt", YEARS_JA), ("en.txt", YEARS_EN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    report = bilingual.check(tmp_path / "ja.txt", tmp_path / "en.txt")
    assert [finding.message for finding in report.findings if finding.severity != "info"] == []


SHARES_JA = """①期末発行済株式数          2026年3月期    48,120,000株     2025年3月期    48,020,000株
②期末自己株式数            2026年3月期       311,204株     2025年3月期       298,417株
"""
SHARES_EN = """1) Shares issued at the end of the period                                                As of March 31,
(including treasury shares)       As of March 31, 2026        48,120,000 shares           2025               48,020,000 shares
2) Treasury shares at the end of                                                         As of March 31,
the period                        As of March 31, 2026           311,204 shares           2025                  298,417 shares
"""


def test_the_lower_line_of_a_row_whose_cells_wrap_is_no_sentence(tmp_path):
    """A date whose upper half stands on the line above belongs to the figures beside its year."""
    for name, text in (("ja.txt", SHARES_JA), ("en.txt", SHARES_EN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    report = bilingual.check(tmp_path / "ja.txt", tmp_path / "en.txt")
    assert [finding.message for finding in report.findings if finding.severity != "info"] == []


def book(rows, title, notes):
    """A sheet of one table with its title and notes, as HTML."""
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return (
        f"<html><body><p>{title}</p><table>{cells}</table>"
        + "".join(f"<p>{note}</p>" for note in notes)
        + "</body></html>"
    )


def test_notes_of_a_book_of_tables_are_compared(tmp_path):
    """Tables that correspond row by row speak for the notes below them, which few sentences stand beside."""
    figures = [[f"{1000 * row + 37 * year:,}" for year in range(1, 4)] for row in range(1, 25)]
    ja = [
        ["項目", "2022年度", "2023年度", "2024年度"],
        *([f"拠点{row}", *cells] for row, cells in enumerate(figures, 1)),
    ]
    en = [
        ["Item", "FY2022", "FY2023", "FY2024"],
        *([f"Site {row}", *cells] for row, cells in enumerate(figures, 1)),
    ]
    noted = ["度数率は100万労働時間当たりの件数です。", "海外の拠点では排出係数を見直しています。"]
    (tmp_path / "ja.html").write_text(book(ja, "拠点のデータ", noted), encoding="utf-8")
    for wrong, per in ((False, "million"), (True, "thousand")):
        notes = [
            f"The rate is the number of cases per {per} hours worked.",
            "Factors of overseas sites are under review.",
        ]
        (tmp_path / "en.html").write_text(book(en, "Data of sites", notes), encoding="utf-8")
        report = bilingual.check(tmp_path / "ja.html", tmp_path / "en.html")
        assert bool([finding for finding in report.findings if finding.severity != "info"]) is wrong
