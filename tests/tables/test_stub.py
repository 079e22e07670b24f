"""Headings open sections, totals close them."""

from __future__ import annotations

import pytest

from bilingual.model.table import RowKind
from bilingual.tables.stub import StubEntry, clean_label, place_rows, row_kind

NESTED = [
    ("Revenues:", False, 0, ""),
    ("Services:", False, 0, "Revenues"),
    ("Lines", True, 0, "Revenues > Services"),
    ("Total services", True, 0, "Revenues > Services"),
    ("Equipment", True, 0, "Revenues"),
    ("Total revenues", True, 0, "Revenues"),
    ("Costs:", False, 0, ""),
    ("Cost of services", True, 0, "Costs"),
    ("Total cost of services", True, 0, "Costs"),
    ("Rent", True, 0, "Costs"),
    ("Total costs", True, 0, "Costs"),
    ("Profit", True, 0, ""),
]
STATEMENT = [
    ("資産の部", False, 0, ""),
    ("流動資産", False, 0, "資産の部"),
    ("現金及び預金", True, 0, "資産の部 > 流動資産"),
    ("流動資産合計", True, 0, "資産の部 > 流動資産"),
    ("投資有価証券", True, 0, "資産の部"),
    ("資産合計", True, 0, "資産の部"),
    ("負債の部", False, 0, ""),
    ("買掛金", True, 0, "負債の部"),
    ("純資産の部", False, 0, ""),
    ("資本金", True, 0, "純資産の部"),
]
CASH = [
    ("Cash flows from operating activities:", False, 0, ""),
    ("Net income", True, 0, "Cash flows from operating activities"),
    ("Subtotal", True, 0, "Cash flows from operating activities"),
    ("Net cash provided by (used in) operating activities", True, 0, "Cash flows from operating activities"),
    ("Investing Activities:", False, 0, ""),
    ("Other", True, 0, "Investing Activities"),
    ("Net cash used in investing activities", True, 0, "Investing Activities"),
    ("Effect of exchange rate changes", True, 0, ""),
]
INDENTED = [
    ("Equity in affiliates", False, 0, ""),
    ("Income", True, 4, "Equity in affiliates"),
    ("Impairment", True, 4, "Equity in affiliates"),
    ("Net loss", True, 0, ""),
]
UNCLOSED = [
    ("国内", False, 0, ""),
    ("機器", True, 0, "国内"),
    ("海外", False, 0, ""),
    ("機器", True, 0, "海外"),
    ("合計", True, 0, "海外"),
    ("参考", True, 0, ""),
]


@pytest.mark.parametrize(
    "rows",
    [NESTED, STATEMENT, CASH, INDENTED, UNCLOSED],
    ids=["nested", "parts", "cash", "indent", "unclosed"],
)
def test_a_section_runs_from_its_heading_to_its_total(rows):
    """The total itself still belongs to its section, the row after it does not."""
    places = place_rows([StubEntry(label, figures, indent) for label, figures, indent, _ in rows])

    assert [" > ".join(place.section) for place in places] == [section for *_, section in rows]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("営業収益合計", RowKind.TOTAL),
        ("売上原価計", RowKind.TOTAL),
        ("Total assets", RowKind.TOTAL),
        ("小計", RowKind.SUBTOTAL),
        ("Subtotal", RowKind.SUBTOTAL),
        ("うち国内", RowKind.OF_WHICH),
        ("(内、海外)", RowKind.OF_WHICH),
        ("of which: domestic", RowKind.OF_WHICH),
        ("その他の会計", RowKind.ITEM),
        ("建設設計", RowKind.ITEM),
        ("国内売上高", RowKind.ITEM),
        ("Totally new services", RowKind.ITEM),
    ],
)
def test_labels_tell_totals_from_items(label, kind):
    """計 ends totals, and also words that are none."""
    assert row_kind(label) is kind


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("Depreciation ⁽⁴⁾", "Depreciation"),
        ("Economy ^(*1) Maximum 1.5Mbps", "Economy Maximum 1.5Mbps"),
        ("Common stock(2)", "Common stock"),
        ("減価償却費 ※1", "減価償却費"),
        ("包括利益(注1)", "包括利益"),
        ("Scope 1 + 2", "Scope 1 + 2"),
        ("売掛金の減少(増加)額", "売掛金の減少(増加)額"),
        ("IPv6", "IPv6"),
        ("City gas (thousand m³)", "City gas (thousand m³)"),
        ("取水量(千m³)³", "取水量(千m³)"),
        ("Other items³", "Other items"),
    ],
)
def test_note_marks_are_no_part_of_a_label(printed, label):
    """Marks go, numbers that belong to a name stay."""
    assert clean_label(printed) == label
