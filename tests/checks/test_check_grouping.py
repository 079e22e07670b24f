"""One root cause is one finding, and it blames few places."""

from __future__ import annotations

import pytest
from check_factory import compare_tables

from bilingual.checks import run
from bilingual.model.figure import Aspect
from bilingual.model.report import Severity


def rows(count, columns=3, label="科目"):
    """Rows with values of their own."""
    return [
        (f"{label}{number}", [f"{(number + 1) * 7919 + column * 104729:,}" for column in range(columns)])
        for number in range(count)
    ]


def changed(given, at, text):
    """Rows with one cell changed."""
    out = [(label, list(cells)) for label, cells in given]
    out[at[0]][1][at[1]] = text
    return out


def places(finding):
    """Lines that a finding blames."""
    own = {(place.language, place.line) for place in (finding.ja, finding.en) if place}
    return own | {(e.spot.language, e.spot.line) for e in finding.evidence if e.role == "member"}


def test_equal_tables_give_nothing():
    """Tables that agree give no finding at all."""
    assert run(compare_tables(rows(6), rows(6))) == ()


@pytest.mark.parametrize(
    "aspect",
    [
        a
        for a in Aspect
        if a
        not in ("comparison base", "period", "fiscal year", "cumulative", "instant or duration", "era year")
    ],
)
def test_a_wrong_cell_gives_one_finding(aspect):
    """Whatever is wrong with a cell, there is one finding, and it stands at the cell."""
    found = run(compare_tables(rows(6), rows(6), {(2, 1): aspect}))

    assert len(found) == 1
    assert found[0].ja.line == found[0].en.line == 3


@pytest.mark.parametrize("aspect", [Aspect.PERIOD, Aspect.FISCAL_YEAR, Aspect.CUMULATIVE])
def test_cells_have_no_period_of_their_own(aspect):
    """Cells take their period from the column: it is compared there."""
    assert run(compare_tables(rows(6), rows(6), {(2, 1): aspect})) == ()


def test_message_names_row_and_values():
    """The message names both labels and the column, and quotes both cells."""
    english = changed(rows(6, label="Item "), (2, 1), "1")
    message = run(compare_tables(rows(6), english))[0].message

    assert message == "科目2 / Item 2, 2Q: 128,486 in Japanese, 1 in English (JPY thousand)."


def test_a_wrong_column_is_one_finding():
    """A sign that is lost down a column is one finding with the other rows as members."""
    differ = {(row, 1): Aspect.SIGN for row in range(5)}
    found = run(compare_tables(rows(6), rows(6), differ))

    assert [finding.rule for finding in found] == ["SGN001"]
    assert len(places(found[0])) == 2 + 4


def test_a_long_column_names_ten_members_and_counts_the_rest():
    """A finding blames twelve lines at most; the message counts the others."""
    differ = {(row, 1): Aspect.CURRENCY_MISSING for row in range(40)}
    found = run(compare_tables(rows(60), rows(60), differ))

    assert len(found) == 1
    assert len(places(found[0])) == 12
    assert "and 29 more" in found[0].message


def test_exchanged_rows_are_one_finding():
    """Two rows with each other's values are one finding that blames both rows."""
    english = rows(6)
    english[2], english[3] = (english[2][0], english[3][1]), (english[3][0], english[2][1])
    found = run(compare_tables(rows(6), english))

    assert [finding.rule for finding in found] == ["NUM005"]
    assert len(places(found[0])) == 4


def test_exchanged_cells_are_one_finding():
    """Two cells of a row that stand in each other's place are one finding."""
    english = rows(6)
    english[1][1][0], english[1][1][2] = english[1][1][2], english[1][1][0]
    found = run(compare_tables(rows(6), english))

    assert [finding.rule for finding in found] == ["NUM005"]
    assert "two cells are exchanged" in found[0].message


def test_a_row_one_column_further_is_one_finding():
    """Cells that all stand one column further are one finding."""
    japanese = rows(6, columns=5)
    english = rows(6, columns=5)
    english[1][1][1:] = english[1][1][:-1]
    english[1][1][0] = "1"
    found = run(compare_tables(japanese, english))

    assert [finding.rule for finding in found] == ["NUM005"]
    assert "one column further" in found[0].message


def test_two_wrong_cells_are_two_findings():
    """Cells that are wrong in ways of their own stay apart."""
    english = changed(changed(rows(6), (1, 0), "1"), (4, 2), "2")

    assert len(run(compare_tables(rows(6), english))) == 2


def test_tables_that_share_no_number_are_one_question():
    """Tables in which most cells differ are one warning, not many errors."""
    other = [
        (label, [f"{int(cell.replace(',', '')) * 3 + 1:,}" for cell in cells]) for label, cells in rows(8)
    ]
    found = run(compare_tables(rows(8), other))

    assert [(finding.rule, finding.severity) for finding in found] == [("NUM001", Severity.WARNING)]


def test_ten_thousand_rows():
    """A table of ten thousand rows with a hundred wrong cells gives a hundred findings."""
    english = rows(10_000)
    for row in range(0, 10_000, 100):
        english[row][1][1] = str(row + 1)
    comparison = compare_tables(rows(10_000), english)

    assert len(run(comparison)) == 100
