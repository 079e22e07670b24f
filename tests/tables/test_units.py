"""Units in header words and in labels."""

from __future__ import annotations

import pytest

from bilingual.model.document import Document, Language
from bilingual.model.figure import FiscalCalendar, UnitNote
from bilingual.tables import find_tables
from bilingual.tables.lines import is_cell
from bilingual.tables.units import cell_unit, header_unit, note_scale, row_unit
from bilingual.text.layer import read_layer


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("USD (1)", ("USD", 0)),
        ("JPY", ("JPY", 0)),
        ("百万円", ("JPY", 6)),
        ("Millions of yen", ("JPY", 6)),
        ("Thousands of U.S. dollars", ("USD", 3)),
        ("Change (%)", ("%", 0)),
        ("千株", ("shares", 3)),
        ("2Q01", None),
        ("Notes", None),
    ],
)
def test_header_words_name_a_unit(words, unit):
    """Currency codes, scales and per cent signs are units; periods are none."""
    assert header_unit(words, Language.EN) == unit


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("1株当たり当期純利益", ("JPY", 0)),
        ("Basic Net Loss Per ADS Equivalent", ("JPY", 0)),
        ("1株当たり配当額(円 銭)", ("JPY", 0)),
        ("期中平均発行済株式総数", ("shares", 0)),
        ("平均株式数(千株)", ("shares", 3)),
        ("Weighted Average Number of Shares", ("shares", 0)),
        ("従業員数", ("persons", 0)),
        ("自己資本比率", ("%", 0)),
        ("売上高", None),
        ("営業利益(損失)", None),
        ("売掛金の減少(増加)額", None),
        ("Income tax expense (benefit)", None),
        ("株主資本", None),
        ("基地局数(千局)", ("items", 3)),
        ("Base stations (thousand stations)", ("stations", 3)),
        ("無償提供した薬(百万錠)", ("錠", 6)),
        ("Anti-fraud contracts (thousand)", ("", 3)),
        ("Number of issued shares (million)", ("shares", 6)),
        ("新工場(千葉県)", None),
        ("来場者(万博)", None),
        ("純有利子負債/EBITDA倍率", ("times", 0)),
        ("Net debt / EBITDA", ("times", 0)),
    ],
)
def test_labels_name_the_unit_of_their_row(label, unit):
    """Per-share amounts and counts do not take the thousands of their table."""
    found = row_unit(label, Language.JA if not label.isascii() else Language.EN)

    assert (None if found is None else (found.unit, found.scale)) == unit


@pytest.mark.parametrize(
    ("unit", "expected"), [("JPY", ("JPY", 3)), ("USD", ("USD", 3)), ("", ("JPY", 3)), ("Gbps", ("Gbps", 0))]
)
def test_a_note_scales_the_currencies_of_its_columns(unit, expected):
    """A note on two currencies scales both; other units stay as they are."""
    assert note_scale(UnitNote("JPY", 3, "", (("USD", 3),)), unit) == expected


@pytest.mark.parametrize(
    "text",
    ["1,234", "(1,234)", "△12", "▲ 12", "-5.04", "(-)100 - (+)50", "10,000 to 10,500", "8.0%-14.0%", "-", "N/A",
     "n.m.", "6.4Gbps", "10,000 百万円 - 10,500 百万円", "(9.9%)", "$ 82.4", "¥1,234", "1,234 *1", "2.5倍"],
)  # fmt: skip
def test_figures_are_cells(text):
    """Amounts, ranges, dashes and n/a with their signs, units and marks."""
    assert is_cell(text)


@pytest.mark.parametrize(
    "text",
    ["81-3-1234-5678", "USD (1)", "2Q01", "Sept 30, 2001", "2001年9月期", "Yes", "64kbps class", "10-K", ""],
)
def test_words_dates_and_telephone_numbers_are_no_cells(text):
    """What only looks like a number stays outside."""
    assert not is_cell(text)


@pytest.mark.parametrize(
    ("words", "language", "unit", "scale"),
    [
        ("1,000 m3", Language.EN, "m3", 3),
        ("千m3", Language.JA, "m3", 3),
        ("1,000 persons", Language.EN, "persons", 3),
        ("t-CO2", Language.EN, "t-CO2", 0),
        ("Ten thousands", Language.EN, "items", 4),
        ("万", Language.JA, "items", 4),
        ("千", Language.JA, "items", 3),
    ],
)
def test_a_thousand_in_a_unit_cell_is_its_scale(words, language, unit, scale):
    """A thousand of a unit is the same in figures and in words."""
    found = cell_unit(words, language)

    assert (found.unit, found.scale) == (unit, scale)


def test_the_upper_half_of_a_unit_above_its_row():
    """A unit whose upper line stands above the row and whose lower line in it counts in thousands; so does no other row."""
    lines = [
        "Key indicators",
        "Item                                      Unit             1Q          2Q          3Q",
        "Smartphone subscriptions              thousand        1,842.6     1,868.9     1,897.3",
        "Voice ARPU                                 yen            412         405         398",
        "                                      thousand",
        "Handset sales                            units            162         139         148",
    ]
    document = Document("", "\n".join(lines))
    (table,) = find_tables(
        read_layer(document), range(1, document.last_line + 1), Language.EN, FiscalCalendar()
    ).tables

    assert [row.unit for row in table.rows] == ["thousand", "yen", "thousand units"]
    assert [row.cells[2].figure.value for row in table.rows] == [1_897_300, 398, 148_000]
