"""Tables as text: heads in as many lines as they need, and what was understood of them."""

from __future__ import annotations

import io

import pytest

from bilingual.reports.table_text import print_tables
from bilingual.sides import read_side

QUARTERS = """Table 1. Revenues by Service (JPY in millions)

| | 2Q24 | 1Q24 | Share of Total Connectivity Revenues | YOY Change |
|---|---|---|---|---|
| Access services | 3,085 | 3,058 | 60.6% | 4.1% |
| Mail services | 2,004 | 1,991 | 39.4% | 0.7% |
| Total connectivity | 5,089 | 5,049 | 100.0% | 2.7% |

Results for the second quarter ended September 30, 2024 (2Q24) are compared with 1Q24.
"""


@pytest.fixture
def shown(tmp_path):
    """The text of the table as a list of lines."""
    file = tmp_path / "en.txt"
    file.write_text(QUARTERS, encoding="utf-8")
    stream = io.StringIO()
    print_tables(
        [(side.document, table) for side in [read_side(file)] for table in side.tables], "text", stream
    )
    return stream.getvalue().splitlines()


def test_long_heads_go_on_in_the_next_line(shown):
    """No word of a head is cut off: the end of a head is what tells columns apart."""
    heads = shown[1 : next(at for at, line in enumerate(shown) if "(period)" in line)]

    assert len(heads) > 1
    assert all(word in " ".join(heads).split() for word in ("Share", "Connectivity", "Revenues", "YOY"))
    assert heads[-1].split()[:2] == ["2Q24", "1Q24"], "heads stand on their columns, not above them"


def test_periods_and_units_that_were_read_are_shown(shown):
    """A misread head shows in the period and the unit of its column."""
    period = next(line for line in shown if "(period)" in line)
    unit = next(line for line in shown if "(unit)" in line)

    assert "(2024-07/09)" in period
    assert "(2024-04/06)" in period
    assert "(JPY million)" in unit
    assert "(yoy %)" in unit


def test_figures_end_where_their_heads_end(shown):
    """Heads, readings and figures are right-aligned to one edge."""
    head = next(line for line in shown if "2Q24" in line)
    row = next(line for line in shown if "Mail services" in line)

    assert row.index("2,004") + len("2,004") == head.index("2Q24") + len("2Q24")
