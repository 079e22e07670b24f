"""Steps over tables mend what is damaged and leave alone what is meant.

A case in ``cases/repairs_tables.json`` is a document and the rows that its last table must be read as: label and
the values of the cells (as printed digits, before the unit's scale; null for blanks, words and ranges).
"""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilingual.model.document import Language
from bilingual.model.figure import FiscalCalendar
from bilingual.readers import from_text
from bilingual.tables import find_tables
from bilingual.text.language import line_languages
from bilingual.text.layer import read_layer

CASES = json.loads(
    (Path(__file__).parent.parent / "cases" / "repairs_tables.json").read_text(encoding="utf-8")
)


def cases(kind):
    """Cases of a kind, named by their reason."""
    return [pytest.param(case, id=case["why"]) for case in CASES[kind]]


def reading(lines, form="text"):
    """The tables of a document in its main language."""
    layer = read_layer(replace(from_text("\n".join(lines)), format=form))
    languages = line_languages(layer)
    language = max(Language, key=languages.count)
    return find_tables(layer, list(layer.numbers), language, FiscalCalendar())


def rows(found):
    """Labels and plain values of the rows of the last table."""
    table = found.tables[-1]
    return [[row.label, *(value(cell) for cell in row.cells)] for row in table.rows]


def value(cell):
    """The printed value of a cell; None for what is no figure."""
    figure = cell.figure
    if figure is None or figure.unit_printed not in ("", "%"):
        return None
    if figure.value is None:
        return figure.kind.value
    return figure.value.scaleb(-figure.scale)


def expected(case):
    """The rows of a case, values in the same form."""
    return [
        [label, *(cell if cell in (None, "nil") else Decimal(cell) for cell in cells)]
        for label, *cells in case["rows"]
    ]


@pytest.mark.parametrize("form", ["docx", "xlsx", "html"])
def test_cells_that_a_file_marks_as_such_stay(form):
    """Rows that look read twice are rows of their own where the file says what its cells are."""
    case = next(case for case in CASES["mended"] if case["why"].startswith("ghosts beside the rows"))

    assert len(rows(reading(case["lines"], form))) > len(rows(reading(case["lines"])))


@pytest.mark.parametrize("case", cases("mended"))
def test_tables_are_mended(case):
    """The rows are read as the case says, and what was repaired is told with its place."""
    found = reading(case["lines"])

    assert rows(found) == expected(case)
    assert found.repairs
    for repair in found.repairs:
        assert repair.table == found.tables[-1].id
        assert repair.printed != repair.repaired


@pytest.mark.parametrize("case", cases("left_alone"))
def test_tables_are_left_alone(case):
    """The rows are read as they stand, and nothing is told."""
    found = reading(case["lines"])

    assert not found.repairs
    assert rows(found) == expected(case)


@pytest.mark.xfail(reason="known failure", strict=True)
@pytest.mark.parametrize("case", cases("known_failures"))
def test_known_failures(case):
    """What no step can tell yet."""
    assert rows(reading(case["lines"])) == expected(case)


FIGURE = st.one_of(
    st.integers(-10_000_000, 10_000_000).map(
        lambda number: f"({-number:,})" if number < 0 else f"{number:,}"
    ),
    st.decimals(-99, 99, places=1).map(str),
    st.just("-"),
    st.just(""),
)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["売上高", "営業利益", "その他", "負債合計"]), FIGURE, FIGURE, FIGURE),
        max_size=12,
    )
)
def test_clean_tables_are_untouched(body):
    """Figures as people write them are read as they stand, in whatever rows."""
    lines = [
        "連結損益計算書",
        "(百万円)",
        "\t2023年3月期\t2024年3月期\t増減",
        *("\t".join(row) for row in body),
    ]

    assert not reading(lines).repairs


HEADS = [
    (
        [
            "| | 2Q24 | 1Q24 QoQ (%) | |",
            "|---|---|---|---|",
            "| Mobile | 151.8 | 144.2 | 5.3 |",
            "| Total | 792.7 | 762.6 | 3.9 |",
        ],
        3,
    ),
    (
        [
            "\tFiscal year ended March 31, 2024 Fiscal year ended March 31, 2025\t",
            "Net sales\t79,222\t84,215",
            "Gross profit\t15,442\t17,311",
        ],
        2,
    ),
]


@pytest.mark.parametrize(("lines", "width"), HEADS)
def test_heads_that_stand_in_one_cell(lines, width):
    """The heads of neighbouring columns are taken apart where the cells behind them are empty."""
    (table,) = reading(["Traffic and sales", "(Millions of yen)", *lines]).tables

    headed = [column for column in table.columns if column.header]
    assert len(headed) == width == len(table.columns)
    assert len({column.header for column in headed}) == width
    assert table.unit_note == "(Millions of yen)"


def test_a_figure_offers_its_commas():
    """A row all of whose cells have full stops keeps them and offers the reading with commas."""
    found = reading(
        ["従業員", "項目\t2023年\t2024年", "男性\t3.118\t3.102", "女性\t8,804\t8.842", "合計\t11,922\t11,944"]
    )

    row = next(row for row in found.tables[-1].rows if row.label == "男性")
    assert [[str(other.value) for other in cell.others] for cell in row.cells] == [["3118"], ["3102"]]


def test_a_caption_behind_its_table():
    """A numbered caption right behind a table that has none is its own, where the next table has another."""
    lines = [
        "\t4Q24\t3Q24\t4Q23",
        "Corporations\t0.48\t0.50\t0.56",
        "Sole proprietors\t1.04\t1.09\t1.15",
        "",
        "Table 2. Monthly Churn Rate (Unit: %)",
        "",
        "Table 3. Employees (persons)",
        "",
        "\t4Q24\t3Q24\t4Q23",
        "Development\t604\t588\t484",
        "Sales\t318\t322\t302",
    ]

    churn, employees = reading(lines).tables

    assert (churn.caption, churn.unit) == ("Table 2. Monthly Churn Rate", "%")
    assert employees.caption.startswith("Table 3. Employees")


LONE_HEADS = [
    [
        "連結損益計算書",
        "(百万円)",
        "",
        "2023年4月-9月 2024年4月-9月 前年同期比(%)",
        "売上高 131,180 137,942 5.2",
        "売上原価 76,204 78,330 2.8",
    ],
    [
        "Statements of income",
        "(Millions of yen)",
        "",
        "Six months ended Sept 30, 2023 Six months ended Sept 30, 2024 YoY (%)",
        "Net sales 131,180 137,942 5.2",
        "Cost of sales 76,204 78,330 2.8",
    ],
]


@pytest.mark.parametrize("lines", LONE_HEADS)
def test_heads_a_blank_apart(lines):
    """Ranges of months and periods in words are heads of columns where nothing but blanks parts them."""
    (table,) = reading(lines).tables

    assert [column.unit for column in table.columns] == ["JPY", "JPY", "%"]
    assert [str(column.period.end) for column in table.columns[:2]] == ["2023-09-30", "2024-09-30"]
