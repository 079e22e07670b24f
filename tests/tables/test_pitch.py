"""Rows that blank lines set apart read as rows that stand under each other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bilingual.model.document import Document, Language
from bilingual.model.figure import FiscalCalendar
from bilingual.tables import find_tables
from bilingual.text.layer import read_layer

ROWS = st.lists(st.tuples(st.integers(1_000, 999_999), st.integers(1_000, 999_999)), min_size=4, max_size=9)


def rows_of(lines):
    """Labels and cells of all tables."""
    document = Document("", "\n".join(lines))
    numbers = range(1, document.last_line + 1)
    tables = find_tables(read_layer(document), numbers, Language.EN, FiscalCalendar()).tables
    return [[[row.label, *(cell.text for cell in row.cells)] for row in table.rows] for table in tables]


def page(rows, apart, page_break):
    """A table with ``apart`` blank lines between its rows, its heads again where a page ends."""
    head = f"{'':30}{'March 31, 2025':>20}{'March 31, 2026':>20}"
    lines = ["(1) Consolidated Balance Sheet", "", head, *[""] * apart]
    for number, (left, right) in enumerate(rows):
        if number == page_break:
            lines += ["\f" + head, *[""] * (apart + 1)]
        lines += [f"{f'Item {chr(65 + number)}':30}{left:>20,}{right:>20,}", *[""] * apart]
    return lines


@settings(deadline=None)
@given(ROWS, st.integers(0, 3), st.integers(1, 9))
def test_blank_lines_and_pages_part_nothing(rows, apart, page_break):
    """However far rows stand apart and wherever the page ends, it is one table."""
    expected = [[f"Item {chr(65 + i)}", f"{a:,}", f"{b:,}"] for i, (a, b) in enumerate(rows)]

    assert rows_of(page(rows, apart, page_break)) == [expected]


def test_share_counts_in_one_line_head_nothing():
    """Names, days and numbers of shares in turns are running text, not heads of columns."""
    line = "期末発行済株式数(自己株式を含む)      2025年3月期    23,486,000株    2024年3月期    23,486,000株"
    document = Document("", f"(4) 発行済株式数\n\n{line}\n")

    reading = find_tables(read_layer(document), range(1, 5), Language.JA, FiscalCalendar())

    assert not reading.tables
    assert 3 not in reading.lines


def test_a_page_number_in_the_middle_is_no_row():
    """A running title with its page number between dashes ends no table and begins none."""
    rows = [(12_345, 23_456), (34_567, 45_678), (56_789, 67_890), (78_901, 89_012)]
    lines = [*page(rows, 0, 9), "", f"{'':30}Monthly Data (December 2025) - 1 -"]

    assert [len(table) for table in rows_of(lines)] == [4]
