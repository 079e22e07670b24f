"""Rows of summaries that are named by periods: two that stand in each other's place."""

from __future__ import annotations

import pytest

import bilingual

JAPANESE = "2026年3月期 第3四半期決算短信\n\n連結財政状態\n\n\t総資産\t純資産\t自己資本比率\n\t百万円\t百万円\t%\n{0}\t82,458\t50,685\t61.1\n{1}\t82,222\t48,450\t58.3\n"
ENGLISH = "Results for the nine months ended December 31, 2025\n\nConsolidated financial position\n\nAs of\tTotal assets\tNet assets\tEquity ratio\n\tMillions of yen\tMillions of yen\t%\n{0}\t82,458\t50,685\t61.1\n{1}\t82,222\t48,450\t58.3\n"


@pytest.mark.parametrize(
    ("ja", "en", "rules"),
    [
        (("2026年3月期第3四半期", "2025年3月期"), ("December 31, 2025", "March 31, 2025"), []),
        (
            ("2025年3月期", "2026年3月期第3四半期"),
            ("December 31, 2025", "March 31, 2025"),
            ["TBL002", "TBL002"],
        ),
        (
            ("2026年3月期第3四半期", "2025年3月期"),
            ("March 31, 2025", "December 31, 2025"),
            ["TBL002", "TBL002"],
        ),
    ],
)
def test_exchanged_rows_of_two(tmp_path, ja, en, rules):
    """Two rows that name each other's periods are told, though the table has no third."""
    (tmp_path / "ja.txt").write_text(JAPANESE.format(*ja), encoding="utf-8")
    (tmp_path / "en.txt").write_text(ENGLISH.format(*en), encoding="utf-8")

    report = bilingual.check(tmp_path / "ja.txt", tmp_path / "en.txt")

    assert [finding.rule for finding in report.findings if finding.severity.value != "info"] == rules
