"""Quarters and fiscal years on two lines of heads, with the calendar that the document teaches."""

from __future__ import annotations

import pytest

import bilingual

JAPANESE = "2026年3月期 第3四半期決算短信\n\n指標の推移\n\n\t{0}\t{1}\n\t{2}\t{3}\n設備投資額(百万円)\t2,714\t1,815\n研究開発費(百万円)\t512\t498\n"
ENGLISH = "Results for the third quarter of the fiscal year ending March 31, 2026\n\nKey indicators\n\n\t1Q FY3/2026\t2Q FY3/2026\nCapital expenditures (millions of yen)\t2,714\t1,815\nResearch and development expenses (millions of yen)\t512\t498\n"


@pytest.mark.parametrize(
    ("heads", "rules"),
    [
        (("2026年3月期", "2026年3月期", "第1四半期", "第2四半期"), []),
        (("第1四半期", "第2四半期", "2026年3月期", "2026年3月期"), []),
        (("2025年3月期", "2025年3月期", "第1四半期", "第2四半期"), ["TBL002"]),
    ],
)
def test_quarters_take_the_year_beside_them(tmp_path, heads, rules):
    """A quarter below or above a fiscal year is that quarter, as in one head; another year is told."""
    (tmp_path / "ja.txt").write_text(JAPANESE.format(*heads), encoding="utf-8")
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")

    report = bilingual.check(tmp_path / "ja.txt", tmp_path / "en.txt")

    assert [finding.rule for finding in report.findings if finding.severity.value != "info"] == rules
