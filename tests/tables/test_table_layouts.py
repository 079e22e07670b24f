"""Tables that blanks divide: grids, whose cells stand under each other, and raw text, where arithmetic has to tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilingual.model.document import Document, Language
from bilingual.model.figure import FiscalCalendar
from bilingual.tables import find_tables
from bilingual.tables.positions import display_width
from bilingual.text.layer import read_layer

FOLDER = Path(__file__).parent.parent / "cases"
CASES = [
    case
    for name in (
        "grids.json",
        "raw_text.json",
        "printed_pages.json",
        "line_heads.json",
        "moved_pieces.json",
        "period_labels.json",
    )
    for case in json.loads((FOLDER / name).read_text(encoding="utf-8"))
]


def read(lines, language):
    """All tables of some lines."""
    document = Document("", "\n".join(lines))
    numbers = range(1, document.last_line + 1)
    return find_tables(read_layer(document), numbers, language, FiscalCalendar(quarter_labels=True)).tables


def facts(column):
    """Header words, end of the period and unit of a column."""
    period = column.period
    return [column.header, str(period.end) if period and period.end else None, column.unit]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case["name"],
            marks=[pytest.mark.xfail(reason=case["fails"], strict=True)] if "fails" in case else [],
        )
        for case in CASES
    ],
)
def test_tables_read_as_the_case_says(case):
    """Columns with their words, rows with their labels and cells; lines beside the grid stay outside."""
    tables = read(case["text"], Language(case["language"]))

    assert [[[row.label, *(cell.text for cell in row.cells)] for row in table.rows] for table in tables] == [
        expected["rows"] for expected in case["tables"]
    ]
    for table, expected in zip(tables, case["tables"], strict=True):
        if "columns" in expected:
            assert [facts(column) for column in table.columns] == expected["columns"]
        if "units" in expected:
            assert [column.unit for column in table.columns] == expected["units"]
        if "caption" in expected:
            assert table.caption == expected["caption"]


LABELS = st.lists(
    st.text("abcdefghij売上高原価利益資産の部現金及び預", min_size=2, max_size=14).filter(str.strip),
    min_size=6,
    max_size=9,
)
FIGURES = st.integers(1_000, 99_999_999).map(lambda number: f"{number:,}") | st.integers(1, 9_999_999).map(
    lambda number: f"({number:,})"
)


@st.composite
def grids(draw):
    """Labels, cells (some blank below the third row) and the measure in which the page is laid out."""
    labels = [f"項目{index}{label}" for index, label in enumerate(draw(LABELS))]
    width = draw(st.integers(2, 5))
    rows = []
    for number in range(len(labels)):
        row = draw(st.lists(FIGURES, min_size=width, max_size=width))
        if number > 2 and number % 2:
            blanks = draw(st.sets(st.integers(0, width - 1), max_size=width - 2))
            row = ["" if index in blanks else cell for index, cell in enumerate(row)]
        rows.append(row)
    return labels, rows, draw(st.booleans())


@settings(deadline=None)
@given(grids())
def test_a_rendered_grid_is_read_back(grid):
    """Right-aligned cells come back in their columns, blanks included, in both measures."""
    labels, rows, wide = grid
    measure = display_width if wide else len
    stub = max(map(measure, labels)) + 4
    lines = []
    for label, row in zip(labels, rows, strict=True):
        cells = "".join(cell.rjust(15) for cell in row)
        lines.append((label + " " * (stub - measure(label)) + cells).rstrip())

    (table,) = read(lines, Language.JA)

    assert [[row.label, *(cell.text for cell in row.cells)] for row in table.rows] == [
        [label, *row] for label, row in zip(labels, rows, strict=True)
    ]
