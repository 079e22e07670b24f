"""Titles of results: the one that names another period than the rest of the document is told."""

from __future__ import annotations

import pytest

import bilingual

JAPANESE = """みどり通信株式会社

2024年度第3四半期決算発表

2024年度第3四半期決算の要約

当第3四半期の売上高は7,525百万円となりました。

表1 売上高の内訳 (百万円)
\t3Q24\t3Q23\t2Q24
専用線\t4,118\t4,402\t4,206
クラウド\t3,407\t3,271\t3,242

表2 契約数
\t3Q24\t3Q23\t2Q24
専用線\t2,204\t2,118\t2,190
クラウド\t20,418\t16,235\t19,330
"""
ENGLISH = """Midori Telecom Co., Ltd.

Results for the Third Quarter of FY2024

The 3rd Quarter of FY2024 Results Summary

Net sales were ¥7,525 million in the third quarter.

Table 1. Net Sales (Millions of yen)
\t3Q24\t3Q23\t2Q24
Leased lines\t4,118\t4,402\t4,206
Cloud\t3,407\t3,271\t3,242

Table 2. Number of Contracts
\t3Q24\t3Q23\t2Q24
Leased lines\t2,204\t2,118\t2,190
Cloud\t20,418\t16,235\t19,330
"""


def _told(folder, ja, en):
    (folder / "ja.txt").write_text(ja, encoding="utf-8")
    (folder / "en.txt").write_text(en, encoding="utf-8")
    found = bilingual.check(folder / "ja.txt", folder / "en.txt").findings
    return [each for each in found if each.severity.value != "info"]


@pytest.mark.parametrize(
    ("language", "was", "now"),
    [
        ("ja", "第3四半期決算の要約", "第2四半期決算の要約"),
        ("ja", "2024年度第3四半期決算の要約", "2023年度第3四半期決算の要約"),
        ("en", "The 3rd Quarter of FY2024 Results", "The 3rd Quarter of FY2025 Results"),
        ("en", "The 3rd Quarter of FY2024 Results", "The 2nd Quarter of FY2024 Results"),
        ("ja", "当第3四半期", "当第2四半期"),
    ],
)
def test_another_period_in_one_title(tmp_path, language, was, now):
    """The line of the odd title is blamed, once."""
    texts = {"ja": JAPANESE, "en": ENGLISH}
    texts[language] = texts[language].replace(was, now, 1)
    line = texts[language][: texts[language].index(now)].count("\n") + 1

    found = [each for each in _told(tmp_path, **texts) if getattr(each, language) is not None]

    assert [getattr(each, language).line for each in found] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "2025年度第3四半期の業績予想",
        "2023年度第3四半期との比較",
        "2023年度第3四半期と2024年度第3四半期の業績",
    ],
)
def test_titles_of_other_periods_are_left_alone(tmp_path, line):
    """A forecast, a title of no results and one of two periods are of other periods rightly."""
    ja = JAPANESE.replace("表2", f"{line}\n\n表2")

    assert _told(tmp_path, ja, ENGLISH) == []


def test_the_right_document_is_silent(tmp_path):
    """All titles name the period of the tables."""
    assert _told(tmp_path, JAPANESE, ENGLISH) == []


@pytest.mark.parametrize("head", ["2023年度実績", "（参考）2023年度（実績）", "2023年度（実績） 12.00 14.00"])
def test_the_head_of_what_came_true_is_no_title(tmp_path, head):
    """A head that names a year and the word for actual figures alone (2023年度実績) says what its row or column holds."""
    assert not _told(tmp_path, JAPANESE + f"\n{head}\n", ENGLISH)


def test_a_title_of_the_year_before_in_both_versions_is_meant(tmp_path):
    """A table of the quarters of the year before stands under its own title; whatever marks its number, the other version has it too."""
    ja = JAPANESE + "\n⑦ 四半期業績の推移（2024年3月期）\n"
    en = ENGLISH + "\n(7) Quarterly results (fiscal year ended March 31, 2024)\n"

    assert _told(tmp_path, ja, en) == []
