"""Heads whose place tells what they stand over: at the left of their columns, wrapped beside each other."""

from __future__ import annotations

from pdf_maker import Maker

from bilingual.readers import read


def rows(maker, tmp_path):
    """The lines of a document made for a test, blank ones left out."""
    text = read(maker.save(tmp_path / "a.pdf")).text
    return [line.rstrip("\t") for line in text.split("\n") if line.strip()]


def test_heads_that_begin_where_their_columns_do(tmp_path):
    """Heads over two columns each that all stand at the left of these stand over both; a unit in two lines is one."""
    maker = Maker()
    starts = (150, 220, 270, 340, 390, 460)
    for x, words in zip(starts[::2], ("Net sales", "Operating profit", "Profit"), strict=True):
        maker.text(x, 60, words, 7)
    for number, x in enumerate(starts):
        if number % 2:
            maker.text(x, 82, "%", 7)
        else:
            maker.text(x, 73, "Millions of", 7).text(x, 82, "yen", 7)
    for y, *cells in (
        (96, "FY2025", "25,000", "4.1", "3,060", "3.3", "2,090", "7.8"),
        (108, "FY2024", "23,900", "3.9", "2,960", "5.9", "1,950", "4.9"),
    ):
        maker.text(60, y, cells[0], 7)
        for x, cell in zip((185, 240, 305, 360, 425, 480), cells[1:], strict=True):
            maker.text(x, y, cell, 7, right=True)

    assert rows(maker, tmp_path)[:2] == [
        "\tNet sales\tNet sales\tOperating profit\tOperating profit\tProfit\tProfit",
        "\tMillions of yen\t%\tMillions of yen\t%\tMillions of yen\t%",
    ]


def test_units_below_heads_that_wrap_beside_them(tmp_path):
    """Heads of narrow columns wrap to unlike many lines; a unit in brackets belongs to the head in whose middle it stands."""
    maker = Maker()
    for y, words in (
        (80, ((316, "取得価"),)),
        (90, ((316, "格（百"), (392, "稼働率"))),
        (99, ((236, "所在地"), (316, "万円）"), (392, "（％）"))),
    ):
        for x, word in words:
            maker.text(x, y, word, 8)
    for y, label, place, price, rate in (
        (114, "青葉ビル", "東京都", "18,400", "99.2"),
        (126, "若葉ビル", "大阪市", "12,750", "97.6"),
        (138, "双葉ビル", "福岡市", "6,980", "95.1"),
    ):
        maker.text(60, y, label, 8)
        maker.text(236, y, place, 8)
        maker.text(340, y, price, 8, right=True)
        maker.text(416, y, rate, 8, right=True)

    found = rows(maker, tmp_path)

    assert any(line.endswith("稼働率（％）") for line in found), found
    assert not any("（％）\t（％）" in line for line in found)
