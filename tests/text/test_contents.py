"""Tables of contents: which lines they are, and that their pages are not compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilingual
from bilingual.text.contents import contents_lines


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        (
            ["添付資料の目次", "1.概況 ……… 2", "(1)経営成績 ……… 2", "2.財務諸表 ……… 5", "売上高 1,234"],
            [1, 2, 3],
        ),
        (["Contents of attachment", "1. Overview\t2", "2. Statements\t5", "(1) Notes\tP. 11", ""], [1, 2, 3]),
        (
            [
                "Overview ........ 2",
                "",
                "Consolidated statements of income and",
                "comprehensive income ....... 5",
                "Notes ..... 9",
            ],
            [0, 2, 3, 4],
        ),
        (["Contents", "Overview 5", "Statements 3", "Notes 9"], []),
        (["Sales\t120", "Cost\t130", "Profit\t140"], []),
        (["のれん ………\t36\t39", "商標権 ………\t△ 4\t△ 41", "無形資産合計 ………\t79\t80"], []),
        (["Contents", "Overview 2", "Statements 3"], []),
        (
            [
                "The contents of this release are correct as of the day of its publication and may change later.",
                "A 1",
                "B 2",
                "C 3",
            ],
            [],
        ),
    ],
)
def test_lines_of_contents(lines, entries):
    """Entries follow a heading or have leaders, and their pages do not go back."""
    assert sorted(contents_lines(list(enumerate(lines)))) == entries


@given(st.lists(st.text(alphabet="目次Contents .…\t0123456789A", max_size=60), max_size=20))
def test_any_lines(lines):
    """Lines of contents are lines that were given, none of them blank."""
    found = contents_lines(list(enumerate(lines)))

    assert all(0 <= number < len(lines) and lines[number].strip() for number in found)


JAPANESE = "添付資料の目次\n1.概況{0}2\n2.財務諸表{0}6\n(1)貸借対照表{0}6\n(2)損益計算書{0}9\n\n売上高は1,234百万円となりました。\n"
ENGLISH = "Contents\n1. Overview{0}2\n2. Statements{0}5\n(1) Balance sheets{0}5\n(2) Income{0}8\n\nNet sales were {1} million yen.\n"


@pytest.mark.parametrize("ja", [" ……… ", "\t"])
@pytest.mark.parametrize("en", [" ....... ", "\t"])
@pytest.mark.parametrize(("sales", "rules"), [("1,234", []), ("1,243", ["NUM001"])])
def test_pages_of_contents_differ(tmp_path, ja, en, sales, rules):
    """The versions have other pages; what is stated behind the contents is compared."""
    for name, text in (("ja", JAPANESE.format(ja)), ("en", ENGLISH.format(en, sales))):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    report = bilingual.check(tmp_path / "ja.txt", tmp_path / "en.txt")

    assert [finding.rule for finding in report.findings if finding.severity.value != "info"] == rules
