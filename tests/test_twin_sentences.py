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
"""
EN = """November 12, 2025
Nishihama Logistics Co., Ltd.
Orders received
Orders received in the second quarter amounted to 41.2 billion yen (up 6.1% year on year). This was due to three large orders, and the backlog increased for the eighth consecutive quarter.

Warehouse rents were 5,400 yen per tsubo, up from 5,150 yen a year earlier. There is no revision to the full-year forecast.

The year-end dividend will be raised by 4 yen per share to 28 yen.

The utilization rate was 91.5% at the new warehouse and 96.2% at existing warehouses.
"""
WRONG = [
    ("three large orders", "four large orders"),
    ("eighth consecutive", "seventh consecutive"),
    ("28 yen", "24 yen"),
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
