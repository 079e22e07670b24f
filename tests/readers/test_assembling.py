"""Structured files to lines: merged cells of tables, and every piece with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.model.document import Span
from bilingual.model.origin import CellPlace
from bilingual.readers.assembling import Assembler
from bilingual.readers.grids import GridCell, grid_rows


def cells(*given):
    """Cells of the form (row, column, text[, rows[, columns]])."""
    return [
        GridCell(row, column, text, None, *(extent or [1, 1]))
        for row, column, text, *extent in given
    ]  # fmt: skip


GRIDS = {
    "a head over two columns stands over both": (
        cells((0, 0, "科目", 2, 1), (0, 1, "2025年3月期", 1, 2), (1, 1, "百万円"), (1, 2, "％"), (2, 0, "売上高"), (2, 1, "95"), (2, 2, "1.2")),
        [["科目", "2025年3月期", "2025年3月期"], ["", "百万円", "％"], ["売上高", "95", "1.2"]],
    ),
    "a category over several rows is a heading": (
        cells((0, 0, "区分", 1, 2), (0, 2, "2024"), (1, 0, "水", 2, 1), (1, 1, "取水量"), (1, 2, "10"), (2, 1, "排水量"), (2, 2, "8")),
        [["区分", "2024"], ["水"], ["取水量", "10"], ["排水量", "8"]],
    ),
    "categories within categories are headings": (
        cells((0, 0, "区分"), (0, 1, "項目"), (0, 3, "2024"), (1, 0, "環境", 3, 1), (1, 1, "水", 2, 1), (1, 2, "取水量"), (1, 3, "10"),
              (2, 2, "排水量"), (2, 3, "8"), (3, 1, "紙"), (3, 2, "使用量"), (3, 3, "2")),
        [["項目", "2024"], ["環境"], ["水"], ["取水量", "10"], ["排水量", "8"], ["紙"], ["使用量", "2"]],
    ),
    "a category that is written in every row is one heading": (
        cells((0, 0, "区分"), (0, 1, "項目"), (0, 2, "2024"), (1, 0, "水"), (1, 1, "取水量"), (1, 2, "10"), (2, 0, "水"), (2, 1, "排水量"), (2, 2, "8"),
              (3, 0, "紙"), (3, 1, "使用量"), (3, 2, "2"), (4, 0, "紙"), (4, 1, "再生"), (4, 2, "1"), (5, 0, "紙"), (5, 1, "古紙"), (5, 2, "1")),
        [["項目", "2024"], ["水"], ["取水量", "10"], ["排水量", "8"], ["紙"], ["使用量", "2"], ["再生", "1"], ["古紙", "1"]],
    ),
    "a total over both columns of labels keeps its cells in place": (
        cells((0, 0, "国内", 2, 1), (0, 1, "男性"), (0, 2, "5"), (1, 1, "女性"), (1, 2, "4"), (2, 0, "合計", 1, 2), (2, 2, "9")),
        [["国内"], ["男性", "5"], ["女性", "4"], ["合計", "9"]],
    ),
    "a label with two units is a label": (
        cells((0, 0, "排出量", 2, 1), (0, 1, "t-CO2"), (0, 2, "100"), (1, 1, "%"), (1, 2, "4.5")),
        [["排出量", "t-CO2", "100"], ["", "%", "4.5"]],
    ),
    "a heading over the whole table stands once": (
        cells((0, 0, "資産の部", 1, 3), (1, 0, "現金"), (1, 1, "1,000"), (1, 2, "900")),
        [["資産の部"], ["現金", "1,000", "900"]],
    ),
    "a figure over two columns stands once": (
        cells((0, 1, "前期"), (0, 2, "当期"), (1, 0, "配当"), (1, 1, "－", 1, 2)),
        [["", "前期", "当期"], ["配当", "－"]],
    ),
    "signs and brackets in columns of their own belong to the figure": (
        cells((0, 1, "2025", 1, 3), (0, 4, "2024", 1, 3), (1, 0, "Loss"), (1, 1, "$"), (1, 2, "(1,234"), (1, 3, ")"), (1, 5, "99"), (2, 0, "Tax"), (2, 2, "5"), (2, 4, "△"), (2, 5, "6"), (2, 6, "%")),
        [["", "2025", "2024"], ["Loss", "$(1,234)", "99"], ["Tax", "5", "△6%"]],
    ),
    "labels and figures stacked in one row are rows": (
        cells((0, 1, "2025"), (1, 0, "売上高\n営業利益"), (1, 1, "1,000\n100")),
        [["", "2025"], ["売上高", "1,000"], ["営業利益", "100"]],
    ),
    "a label on two lines is one label": (
        cells((1, 0, "減価\n償却費"), (1, 1, "1,000")),
        [["減価\n償却費", "1,000"]],
    ),
    "rows without words are left out": (cells((0, 0, "a"), (0, 1, "1"), (1, 0, " ")), [["a", "1"]]),
}  # fmt: skip


@pytest.mark.parametrize("name", GRIDS)
def test_merged_cells(name):
    """Merged cells become plain rows whose cells stand in their columns."""
    grid, rows = GRIDS[name]

    assert [[text for text, _ in row] for row in grid_rows(grid)] == rows


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=8)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=6))
def test_every_cell_is_found_again(rows):
    """The words of every cell stand in the text where their place says."""
    lines = Assembler()
    for number, row in enumerate(rows):
        lines.row((text, CellPlace("s", f"{number}:{at}")) for at, text in enumerate(row))
    offset = 0
    layout = lines.layout()

    for number, line in enumerate(lines.text.split("\n")[:-1]):
        for at, text in enumerate(line.split("\t")):
            if text:
                place = layout.origin(offset, offset + len(text))
                assert place == CellPlace("s", f"{number}:{at}")
                assert rows[number][at].strip() == text.strip()
            offset += len(text) + 1
    assert Span(0, offset).end == len(lines.text)
