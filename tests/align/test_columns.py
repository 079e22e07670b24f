"""Columns pair by the cells of paired rows; one row alone does not turn them round."""

from __future__ import annotations

import pytest

import bilingual

JA = """配当の状況

\t中間\t期末\t合計
前回予想\t\t20.00\t38.00
今回予想\t\t26.00\t44.00
当期実績\t18.00\t\t
前期実績\t16.00\t18.00\t34.00
"""
ROWS = [
    ("Previous forecast", ("", "20.00", "38.00")),
    ("Revised forecast", ("", "26.00", "44.00")),
    ("Results of this year", ("18.00", "", "")),
    ("Results of last year", ("16.00", "18.00", "34.00")),
]


def column_map(tmp_path, en: str) -> tuple[tuple[int, int], ...]:
    """How the columns of the Japanese table pair with those of an English one."""
    paths = [tmp_path / "ja.txt", tmp_path / "en.txt"]
    for path, text in zip(paths, (JA, en), strict=True):
        path.write_text(text, encoding="utf-8")
    tables = [pair for pair in bilingual.check(*paths).comparison.alignment.pairs if pair.kind == "table"]
    return tables[0].column_map


def english(order: tuple[int, int, int], swapped: bool = False) -> str:
    """The English table with its columns in an order; ``swapped``: the last row has its first two cells exchanged."""
    names = ("Interim", "Year-end", "Total")
    lines = ["Dividends", "", "\t".join(["", *(names[at] for at in order)])]
    for label, cells in ROWS:
        shown = [cells[at] for at in order]
        if swapped and label == ROWS[-1][0]:
            shown[:2] = shown[1::-1]
        lines.append("\t".join([label, *shown]))
    return "\n".join(lines) + "\n"


def test_one_row_does_not_turn_columns_round(tmp_path):
    """Where one row has two cells exchanged and the others keep their columns, the columns stay."""
    assert column_map(tmp_path, english((0, 1, 2), swapped=True)) == ((0, 0), (1, 1), (2, 2))


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 0, 1)])
def test_columns_in_another_order(tmp_path, order):
    """Where all rows say so, columns pair across."""
    assert column_map(tmp_path, english(order)) == tuple((at, order.index(at)) for at in range(3))
