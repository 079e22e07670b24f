"""Rows of which a part of the cells was read as part of the label."""

from __future__ import annotations

import pytest

import bilingual

PLAIN = (
    ("営業収入", "Operating receipts", "1,204", "1,311"),
    ("支払利息", "Interest paid", "412", "398"),
    ("法人税の支払額", "Income taxes paid", "655", "702"),
)
HEADS = (
    "キャッシュ・フロー計算書\n(単位:百万円)\n\t2024年3月期\t2025年3月期\n",
    "Statements of cash flows\n(JPY million)\n\tMarch 2024\tMarch 2025\n",
)


def _told(tmp_path, ja, en):
    """Rule and English words of what is told above info of two tables that differ in one row."""
    for name, number, row in (("ja.txt", 0, ja), ("en.txt", 1, en)):
        rows = ["\t".join((labels[number], *labels[2:])) for labels in PLAIN]
        (tmp_path / name).write_text(
            HEADS[number] + "\n".join([*rows, "\t".join(row)]) + "\n", encoding="utf-8"
        )
    found = bilingual.check(tmp_path / "ja.txt", tmp_path / "en.txt").findings
    return [(item.rule, item.en.text if item.en else "") for item in found if item.severity != "info"]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        (("設備の取得による支出 △", "182", "△295"), ("Purchase of equipment", "(182)", "(295)")),
        (("売上合計 47,600", "1,515", ""), ("Total sales", "47,600", "1,515")),
    ],
    ids=["a sign behind the label", "a figure in the label"],
)
def test_what_stands_in_the_label_is_not_missing(tmp_path, ja, en):
    """Sign and value are printed on both sides: the place where one version shows them is what differs."""
    assert not [
        rule for rule, _ in _told(tmp_path, ja, en) if rule in ("NUM001", "SGN001", "NUM005", "UNT001")
    ]


def test_other_digits_beside_a_sign_in_the_label_are_told(tmp_path):
    """A value that one version alone prints is told, whatever the label holds."""
    found = _told(
        tmp_path, ("設備の取得による支出 △", "182", "△295"), ("Purchase of equipment", "(187)", "(295)")
    )

    assert "(187)" in [text for _, text in found]


def test_other_sign_without_one_in_the_label_is_told(tmp_path):
    """A sign that stands nowhere in a row is an error as ever."""
    found = _told(
        tmp_path, ("設備の取得による支出", "182", "△295"), ("Purchase of equipment", "(182)", "(295)")
    )

    assert ("SGN001", "(182)") in found
