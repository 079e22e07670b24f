"""Lists of one figure a line among single blanks."""

from __future__ import annotations

import pytest

import bilingual
from bilingual.model.document import Document, Language
from bilingual.model.figure import FiscalCalendar
from bilingual.tables import find_tables
from bilingual.text.layer import read_layer


def _tables(lines, language=Language.EN):
    document = Document("", "\n".join(lines) + "\n")
    return find_tables(
        read_layer(document), range(1, document.last_line + 1), language, FiscalCalendar(quarter_labels=True)
    ).tables


def test_lines_that_end_with_one_amount_each_are_rows():
    """Signs, commas and decimals tell amounts; the unit of the head is theirs."""
    lines = ("Factor Amount (billions of yen)", "Volume (9.2)", "Prices (46.1)", "Costs 38.8", "Total (16.5)")

    (table,) = _tables(lines)

    assert [row.label for row in table.rows] == ["Volume", "Prices", "Costs", "Total"]
    assert (table.unit, table.scale) == ("JPY", 9)


@pytest.mark.parametrize(
    "lines",
    [
        ("Overview 2", "Results 4", "Forecasts 7", "Risks 12", "Notes 15"),
        ("Volume (9.2)", "Prices (46.1)", "Costs 38.8"),
    ],
    ids=["pages", "three lines"],
)
def test_other_lines_are_not(lines):
    """Numbers of pages are bare, and a few lines may be anything."""
    assert not _tables(("Text.", *lines))


def test_list_below_the_rows_of_a_table_is_another_table():
    """A head with a unit of its own and single figures below it leave the unit of the columns above behind."""
    lines = (
        "(単位:千円)", "売上高 1,234 2,345 3,456", "営業利益 123 234 345", "増減要因", "要因 金額(億円)",
        "数量 △92", "価格 △461", "原料 388", "合計 △165",
    )  # fmt: skip

    above, below = _tables(lines, Language.JA)

    assert (above.scale, below.scale) == (3, 8)
    assert [row.label for row in below.rows] == ["数量", "価格", "原料", "合計"]


def test_column_that_both_versions_print_alike_is_no_amount(tmp_path):
    """Between 億円 and billions a column without a head that prints the same numbers holds rates: nothing differs."""
    names = (("売上収益", "Revenue"), ("事業利益", "Business profit"), ("税引前利益", "Profit before taxes"))
    rows = ((25300, 24400, -900, -3.6), (1100, 900, -200, -18.2), (1010, 810, -200, -19.8))
    ja = [f"{name} {a:,} {b:,} △{-c} △{-d}" for (name, _), (a, b, c, d) in zip(names, rows, strict=True)]
    en = [
        f"{name} {a / 10:,.1f} {b / 10:,.1f} ({-c / 10:.1f}) ({-d})"
        for (_, name), (a, b, c, d) in zip(names, rows, strict=True)
    ]
    for name, lines in (
        ("ja.txt", ["業績予想", "(単位:億円)", *ja]),
        ("en.txt", ["Forecasts", "(Billions of yen)", *en]),
    ):
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")

    found = bilingual.check(tmp_path / "ja.txt", tmp_path / "en.txt").findings

    assert [(item.rule, item.message) for item in found if item.severity != "info"] == []
