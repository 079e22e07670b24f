"""Tables as cases: lines in, captions, columns and rows out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.model.document import Document, Language
from bilingual.model.figure import FiscalCalendar
from bilingual.model.table import CellKind, RowKind
from bilingual.tables import find_tables
from bilingual.text.layer import read_layer

CASES = json.loads((Path(__file__).parent.parent / "cases" / "tables.json").read_text(encoding="utf-8"))
CALENDAR = FiscalCalendar(quarter_labels=True)


def read(text, language=Language.EN):
    """All tables of a text."""
    document = Document("", text)
    return find_tables(read_layer(document), range(1, document.last_line + 1), language, CALENDAR)


def described(row):
    """A row in the form of the cases."""
    return [row.label, " > ".join(row.section), row.kind.value, [cell.text for cell in row.cells]]


def column_facts(column):
    """What a case says about a column."""
    period = column.period
    return [str(period.end) if period and period.end else None, column.unit, column.scale, column.measure]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_tables_read_as_the_case_says(case):
    """Captions, unit notes, columns and rows are those that a reader sees."""
    reading = read("\n".join(case["text"]), Language(case["language"]))

    assert len(reading.tables) == len(case["tables"])
    for table, expected in zip(reading.tables, case["tables"], strict=True):
        assert [described(row) for row in table.rows] == expected["rows"]
        for name in ("caption", "unit_note"):
            if name in expected:
                assert getattr(table, name) == expected[name]
        if "header_lines" in expected:
            assert list(table.header_lines) == expected["header_lines"]
        if "columns" in expected:
            assert [column_facts(column) for column in table.columns] == expected["columns"]
        if "headers" in expected:
            assert [column.header for column in table.columns] == expected["headers"]
        if "instant" in expected:
            assert all(column.period.instant is expected["instant"] for column in table.columns)


@pytest.mark.parametrize("case", [case for case in CASES if "lines" in case], ids=lambda case: case["name"])
def test_only_lines_of_tables_are_consumed(case):
    """Rows, headers, captions and unit notes are consumed; notes and running text are not."""
    reading = read("\n".join(case["text"]), Language(case["language"]))

    assert sorted(reading.lines) == case["lines"]


FACTS = [
    (case, label, fact, case["tables"][0][fact][label])
    for case in CASES
    for fact in ("values", "units", "periods")
    for label in (case["tables"][0].get(fact, {}) if case["tables"] else {})
]


@pytest.mark.parametrize(("case", "label", "fact", "expected"), FACTS, ids=lambda item: str(item)[:30])
def test_cells_carry_figures_with_unit_and_period(case, label, fact, expected):
    """A cell takes scale, unit and period from its own signs, its row and its column, in this order."""
    table = read("\n".join(case["text"]), Language(case["language"])).tables[0]
    row = next(row for row in table.rows if row.label == label)
    figures = [cell.figure for cell in row.cells if cell.kind is CellKind.FIGURE]

    if fact == "values":
        assert [format(figure.value, "f") for figure in figures][: len(expected)] == expected
    elif fact == "units":
        assert {figure.unit for figure in figures} == {expected}
    else:
        assert {str(figure.period.end) for figure in figures} == {expected}


LINES = st.sampled_from(
    [
        "",
        "Sales\t1,234\t5,678",
        "Sales 1,234 5,678 (9.9%)",
        "売上高\t1,234\t-",
        "\t2Q01\t1Q01",
        "2Q01 1Q01 YoY",
        "| a | 1,234 | n/a |",
        "|---|---|---|",
        "Costs:\t\t",
        "Costs:",
        "資産の部",
        "Table 2. Costs (JPY in millions)",
        "(百万円)",
        "⁽¹⁾ A note.",
        "Page 3",
        "The company grew.",
        "  土地          12         34",
        "and others 12 345 67",
    ]
)


@given(st.lists(LINES | st.text(max_size=30), max_size=25))
def test_cells_keep_their_place(lines):
    """Whatever the lines, every cell's text is the document's at its span, one cell per column."""
    document = Document("", "\n".join(lines))
    for language in Language:
        reading = find_tables(read_layer(document), range(1, document.last_line + 1), language, CALENDAR)
        for table in reading.tables:
            assert table.line <= table.last_line
            for row in table.rows:
                assert len(row.cells) == (0 if row.kind is RowKind.SECTION else len(table.columns))
                assert row.line in reading.lines
                for cell in row.cells:
                    assert document.text[cell.span.start : cell.span.end] == cell.text
                    assert (cell.kind is CellKind.BLANK) == (cell.text == "")


@given(st.lists(LINES, max_size=25))
def test_every_line_belongs_to_one_table(lines):
    """Two tables never claim the same row, and reading twice gives the same."""
    reading = read("\n".join(lines))
    places = [row.line for table in reading.tables for row in table.rows if row.cells]

    assert len(places) == len(set(places))
    assert read("\n".join(lines)) == reading


@pytest.mark.parametrize(
    "text",
    [
        "Item\t2Q01\t2Q00\n" + "\n".join(f"Item {i}\t{i}0,001\t{i}0,002" for i in range(4000)),
        "Item 2Q01 2Q00\n" + "\n".join(f"Item {i} x {i}0,001 {i}0,002" for i in range(4000)),
        "\n".join(f"Section {i}:\t\t\nItem {i}\t1,001\t2,002" for i in range(2000)),
        "1," * 500_000,
        "12\t" * 300_000,
        "( " * 400_000,
        "|" * 400_000,
    ],
    ids=["tabs", "blanks", "sections", "digits", "cells", "brackets", "bars"],
)
def test_long_tables_and_long_lines(text):
    """Thousands of rows, or a line of a megabyte, are read; rows stand in their table."""
    for table in read(text).tables:
        assert all(table.line <= row.line <= table.last_line for row in table.rows)


@pytest.mark.parametrize(
    "stated",
    [
        "(参考)持分法投資損益 2025年3月期 56百万円 2024年3月期 36百万円",
        "(Reference) Share of profit of entities, year ended March 31, 2025: ¥56 million",
    ],
)
def test_a_line_in_brackets_that_states_amounts_is_no_note_of_units(stated):
    """Its amounts stay in the text, though a table follows it."""
    reading = read(
        f"{stated}\n\n\t総資産\t純資産\n\t百万円\t百万円\n2025年3月期\t100\t70\n2024年3月期\t97\t64\n",
        Language.JA,
    )

    assert [table.rows[0].label for table in reading.tables] == ["2025年3月期"]
    assert stated.rsplit("56", 1)[0] not in reading.tables[0].caption
    assert min(table.line for table in reading.tables) > 1


@pytest.mark.parametrize("heads", [("2023年", "2024年"), ("2023/3期", "2024/3期"), ("2023年度", "2024年度")])
def test_years_over_columns_are_heads(heads):
    """Years with their word, and closing months with theirs, head the columns below them."""
    text = "\n".join(
        ["従業員の状況", "", "項目\t" + "\t".join(heads), "日本\t4,812\t4,855", "欧州\t988\t1,012"]
    )
    table = read(text, Language.JA).tables[0]

    assert [column.header for column in table.columns] == list(heads)
    assert [row.label for row in table.rows] == ["日本", "欧州"]


def test_targets_are_rows_from_the_first_on():
    """A row whose cells say values in words is no head, and base years are no part of its label."""
    text = "\n".join(
        [
            "Item\tBase year\tTarget",
            "CO2 emissions\tFY2019\t50% reduction",
            "Food loss\tFY2018\t30% reduction",
            "Water use\tFY2020\t12% reduction",
        ]
    )
    table = read(text).tables[0]

    assert [row.label for row in table.rows] == ["CO2 emissions", "Food loss", "Water use"]
    assert [cell.text for cell in table.rows[0].cells] == ["FY2019", "50% reduction"]


PIECES = (
    "－", "-", "—", "・", "※", "", " ", "\t", "   ", "|", "(1)", "(注)1", "1,234", "△56", "(7.8%)", "12.3", "N/A", "3", "- 3 -",
    "Total transactions with owners and other", "Assets", "As of March 31,", "2026", "(Millions of yen)", "Net sales", "Table 1. Sales",
    "売上高", "資産の部", "(単位:百万円)", "前期比", "2026年3月期", "第2四半期", "合計", "表1. 売上", "増加しました。", "of which",
)  # fmt: skip
"""What lines of documents are made of."""


@given(
    st.lists(st.lists(st.sampled_from(PIECES), max_size=4).map("".join), max_size=12),
    st.sampled_from(list(Language)),
)
def test_any_lines_are_read(lines, language):
    """No order of labels, dashes, heads and figures keeps tables from being read; every row stands in the text."""
    reading = read("\n".join(lines), language)

    assert all(1 <= row.line <= len(lines) for table in reading.tables for row in table.rows)


def test_a_dash_below_a_label_is_read():
    """A dash alone on a line, as programs write a cell without a figure, is no row and stops nothing."""
    assert read("Total transactions with owners and other\n－").tables == ()
