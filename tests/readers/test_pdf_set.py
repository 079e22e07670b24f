"""Tables of printed pages that programs set in their own ways: labels beside centred figures, loose rows, heads at the right."""

from __future__ import annotations

import pytest
from pdf_maker import Maker

from bilingual.readers import read


def rows(maker, tmp_path):
    """The lines of a document made for a test, blank ones left out."""
    text = read(maker.save(tmp_path / "a.pdf")).text
    return [line.rstrip("\t") for line in text.split("\n") if line.strip()]


def framed(maker, top, bottom):
    """A frame around a table, which parts no columns."""
    for x in (55, 470):
        maker.rule(x, top, x, bottom)
    return maker.rule(55, top, 470, top).rule(55, bottom, 470, bottom)


def test_figures_centred_beside_a_label_within_a_frame(tmp_path):
    """Figures in the middle beside a label of two lines are no part of it, though a frame stands around both."""
    maker = framed(Maker(), 70, 175).row(82, "", "FY2024", "FY2023")
    maker.row(98, "Structures, net", "1,234", "2,345")
    maker.text(60, 112, "Machinery and other").row(117, "", "345", "456").text(60, 122, "vehicles, net")
    maker.row(136, "Land", "34", "45").row(150, "Other, net", "12", "13").row(164, "Total", "1,625", "2,859")

    assert rows(maker, tmp_path)[1:6] == [
        "Structures, net\t1,234\t2,345",
        "Machinery and other vehicles, net\t345\t456",
        "Land\t34\t45",
        "Other, net\t12\t13",
        "Total\t1,625\t2,859",
    ]


def test_a_label_that_ends_in_net_is_whole(tmp_path):
    """What follows "…, net" in the line below is the label of the next row, whose figures are centred beside two lines."""
    maker = Maker().row(82, "", "FY2024", "FY2023").row(98, "Other, net", "1,234", "2,345")
    maker.text(60, 112, "Total property of").row(117, "", "345", "456").text(60, 122, "the company")
    maker.row(136, "Land", "34", "45")

    assert rows(maker, tmp_path)[1:3] == [
        "Other, net\t1,234\t2,345",
        "Total property of the company\t345\t456",
    ]


def test_heads_that_end_with_their_columns(tmp_path):
    """Heads at the right over an amount and its change have both, also where the last one has one column."""
    edges = (180, 220, 280, 320, 380, 420, 480)
    maker = (
        Maker()
        .text(190, 80, "売上高")
        .text(280, 80, "営業利益")
        .text(380, 80, "経常利益")
        .text(440, 80, "年間配当")
    )
    for edge, unit in zip(edges, ("千円", "％", "千円", "％", "千円", "％", "円"), strict=True):
        maker.text(edge - 10 * len(unit), 94, unit)
    for y, label in ((110, "FY2024"), (124, "FY2023")):
        maker.row(y, label, "1,234", "1.2", "2,345", "2.3", "3,456", "3.4", "10.00", edges=edges)

    assert rows(maker, tmp_path)[0] == "\t売上高\t売上高\t営業利益\t営業利益\t経常利益\t経常利益\t年間配当"


def test_rows_that_stand_far_apart(tmp_path):
    """Headings of rows beside blank paragraphs stand apart; they and the heads above them are one table with the rows."""
    maker = Maker().row(80, "", "March 2023", "March 2024")
    maker.text(60, 94, "Assets").text(60, 125, "Current assets")
    maker.row(156, "Cash and deposits", "1,234", "2,345").row(170, "Inventories", "34", "45")
    maker.text(60, 184, "Non-current assets")
    maker.row(215, "Property", "345", "456").row(229, "Goodwill", "5", "6")

    assert rows(maker, tmp_path) == [
        "\tMarch 2023\tMarch 2024",
        "Assets",
        "Current assets",
        "Cash and deposits\t1,234\t2,345",
        "Inventories\t34\t45",
        "Non-current assets",
        "Property\t345\t456",
        "Goodwill\t5\t6",
    ]


def test_a_term_that_a_narrow_column_cuts(tmp_path):
    """The last letter of a term stands below it in its column; the row is one."""
    maker = Maker()
    for y, label, figure in ((100, "①発行済株式数", "68,091,100"), (130, "②自己株式数", "505,582")):
        maker.text(60, y, label).text(200, y, "2025年2月期第2四半").text(200, y + 11, "期")
        maker.text(370, y, figure, right=True).text(400, y, "2024年2月期").text(540, y, figure, right=True)

    assert rows(maker, tmp_path) == [
        "①発行済株式数\t2025年2月期第2四半期\t68,091,100\t2024年2月期\t68,091,100",
        "②自己株式数\t2025年2月期第2四半期\t505,582\t2024年2月期\t505,582",
    ]


def test_a_head_of_two_lines_around_heads_of_one(tmp_path):
    """A head goes on in a line that begins with what joins it, and is not cut above an amount and its change."""
    maker = Maker()
    maker.text(322, 80, "親会社株主", size=9).text(188, 87.5, "売上高", size=9).text(
        253, 87.5, "経常利益", size=9
    )
    maker.text(300, 95, "に帰属する当期純利益", size=9)
    for x in (180, 250, 320):
        maker.text(x, 110, "百万円", size=9).text(x + 40, 110, "％", size=9)
    for y, label in ((125, "2024年"), (139, "2023年")):
        maker.row(
            y,
            label,
            "1,234",
            "1.2",
            "2,345",
            "2.3",
            "345",
            "3.4",
            edges=(207, 229, 277, 299, 347, 369),
            size=9,
        )

    assert rows(maker, tmp_path)[0].split("\t")[1:] == [
        *["売上高"] * 2,
        *["経常利益"] * 2,
        *["親会社株主に帰属する当期純利益"] * 2,
    ]


def test_units_cut_around_whole_ones(tmp_path):
    """百万 above and 円 below a row of units are one unit in that row."""
    maker = Maker().text(195, 80, "売上高").text(260, 80, "営業利益")
    maker.text(257, 92, "百万").text(182, 98, "百万円").text(225, 98, "％").text(295, 98, "％").text(
        262, 104, "円"
    )
    for y, label in ((120, "2024年"), (134, "2023年")):
        maker.row(y, label, "1,234", "1.2", "2,345", "2.3", edges=(212, 235, 280, 305))

    assert rows(maker, tmp_path)[1].split("\t")[1:] == ["百万円", "％", "百万円", "％"]


def test_a_unit_in_brackets_below_a_label_beside_centred_figures(tmp_path):
    """(株) on the second line of a label ends it, though figures stand between its lines, and is no unit of a table."""
    maker = Maker().row(80, "", "FY2024", "FY2023").row(96, "1株当たり利益", "12.34", "23.45")
    for y, label, unit in (
        (112, "普通株主に帰属しない金額", "(百万円)"),
        (136, "普通株式の期中平均株式数", "(株)"),
    ):
        maker.text(60, y, label).row(y + 6.5, "", "1,234", "2,345").text(60, y + 13, unit)

    assert rows(maker, tmp_path)[2:] == [
        "普通株主に帰属しない金額(百万円)\t1,234\t2,345",
        "普通株式の期中平均株式数(株)\t1,234\t2,345",
    ]


def test_heads_within_a_frame(tmp_path):
    """A frame around a table says nothing of the columns that its heads stand over."""
    maker = framed(Maker(), 70, 150).row(82, "", "March 2023", "March 2024", edges=(260, 450))
    for y, label in ((98, "Land"), (112, "Goodwill"), (126, "Total")):
        maker.row(y, label, "1,234", "2,345", edges=(290, 460))

    assert rows(maker, tmp_path)[0] == "\tMarch 2023\tMarch 2024"


@pytest.mark.parametrize("pages", [2, 3, 5])
def test_a_running_head_close_above_a_table(tmp_path, pages):
    """The first line of every page is no head of the columns below it; with two pages nobody knows."""
    maker = Maker()
    for number in range(pages):
        if number:
            maker.page()
        maker.text(400, 30, "Morioka Foods Results 2024").row(52, "", "FY2024", "FY2023")
        for at in range(4):
            maker.row(68 + 14 * at, f"Item {number}{at}", "1,234", f"{number}{at}5")

    found = rows(maker, tmp_path)
    assert pages == 2 or not any("Morioka" in line for line in found)
    assert "\tFY2024\tFY2023" in found


def test_signs_at_the_left_edges_of_cells(tmp_path):
    """A sign alone, far left of its figure, belongs to it; signs below each other are no vertical text."""
    maker = Maker().row(80, "", "2023", "2024")
    for sign in range(4):
        maker.text(250, 98 + 10 * sign, "△", size=9)
    for at, label in enumerate(["Allowance", "Adjustment", "Treasury", "Other"]):
        maker.row(98 + 10 * at, label, f"1{at}2", f"2{at}3", size=9)

    assert rows(maker, tmp_path)[1:] == [
        "Allowance\t△ 102\t203",
        "Adjustment\t△ 112\t213",
        "Treasury\t△ 122\t223",
        "Other\t△ 132\t233",
    ]


def test_the_year_of_a_label_beside_its_figures(tmp_path):
    """The last line of a label is a year that stands in the row of the figures, as cells set at the bottom have it."""
    maker = Maker().row(80, "", "Interim", "Year-end", "Total")
    for y, year, figure in ((100, "2022", "20.00"), (124, "2023", "15.00")):
        maker.text(60, y, "Year ended December 31,").row(y + 11, year, figure, "10.00", "35.00")

    assert rows(maker, tmp_path)[1:] == [
        "Year ended December 31, 2022\t20.00\t10.00\t35.00",
        "Year ended December 31, 2023\t15.00\t10.00\t35.00",
    ]


def test_a_negative_amount_of_one_digit_with_its_currency(tmp_path):
    """¥(6) is a figure; JPY (6) at the head of a column is a currency with a note mark."""
    maker = Maker().row(80, "", "2023", "2024")
    for y, label, figure in ((98, "Cash", "¥766"), (112, "Allowance", "¥(6)"), (126, "Total", "¥760")):
        maker.text(60, y, label).text(270, y, figure).text(350, y, figure)

    assert rows(maker, tmp_path)[1:] == ["Cash\t¥766\t¥766", "Allowance\t¥(6)\t¥(6)", "Total\t¥760\t¥760"]


def test_a_page_number_close_below_a_table(tmp_path):
    """The number of the page is no row, though the table goes down to it."""
    maker = Maker().row(700, "", "FY2024", "FY2023")
    for at in range(6):
        maker.row(716 + 14 * at, f"Item {at}", "1,234", "2,345")
    maker.text(295, 799, "4")

    assert rows(maker, tmp_path)[-1] == "Item 5\t1,234\t2,345"


def test_short_texts_of_a_turned_table(tmp_path):
    """Figures of one and two digits, signs and dashes read as the turned table that they stand in."""
    maker = Maker()
    lines = [
        ("Revenue from customers", "1,234", "97"),
        ("Between segments", "8", "-"),
        ("Segment profit", "12", "345"),
    ] * 2
    for at, (label, one, two) in enumerate(lines):
        x = 100 + 16 * at
        for y, words in ((700, label), (400, one), (250, two)):
            maker.text(x, y, words, turn=(0, 1, -1, 0))

    assert rows(maker, tmp_path)[:3] == [
        "Revenue from customers\t1,234\t97",
        "Between segments\t8\t-",
        "Segment profit\t12\t345",
    ]


def test_a_term_that_is_spread_over_its_cell(tmp_path):
    """The digits of a term are part of its label, not figures, where its characters are spread out."""
    maker = Maker().text(260, 80, "売上高").text(350, 80, "営業利益")
    for y, year in ((100, "2024"), (114, "2023")):
        for x, words in ((60, year), (92, "年"), (112, "3"), (128, "月"), (148, "期")):
            maker.text(x, y, words)
        maker.row(y, "", "12,345", "1,234", edges=(290, 390))

    assert rows(maker, tmp_path)[1:] == ["2024年3月期\t12,345\t1,234", "2023年3月期\t12,345\t1,234"]


def test_a_number_before_a_label(tmp_path):
    """The number of a row in a circle and its label are one cell, though a wide blank stands between them."""
    maker = Maker()
    for y, words in ((100, "①期末発行済株式数"), (114, "②期末自己株式数"), (128, "③期中平均株式数")):
        maker.text(60, y, words[0]).text(80, y, words[1:]).row(y, "", "21,011,600", "20,708,328")

    assert rows(maker, tmp_path)[0] == "① 期末発行済株式数\t21,011,600\t20,708,328"


def test_a_label_spread_over_its_cell_before_figures(tmp_path):
    """Characters at even gaps before figures are one label, though a word that heads columns is among them."""
    maker = Maker().row(80, "", "2023", "2024")
    for y, label, gap in ((98, "受取利息及び受取配当金", 14), (112, "支払利息", 44)):
        for at, character in enumerate(label):
            maker.text(60 + at * gap, y, character)
        maker.row(y, "", "12", "345")

    assert [line.replace(" ", "") for line in rows(maker, tmp_path)[1:]] == [
        "受取利息及び受取配当金\t12\t345",
        "支払利息\t12\t345",
    ]


def test_a_term_in_brackets_below_a_head_at_the_left(tmp_path):
    """The last line of a head ends the bracket that the one before it opens, wherever their middles stand."""
    maker = Maker()
    for x, year in ((230, "2023"), (380, "2024")):
        maker.text(x, 80, "第2四半期累計期間").text(x, 91, f"（自　{year}年4月1日").text(
            x, 102, f"至　{year}年9月30日）"
        )
    for y, label in ((118, "売上高"), (132, "営業利益")):
        maker.row(y, label, "1,234", "2,345", edges=(290, 440))

    assert [line.count("\t") for line in rows(maker, tmp_path)] == [2, 2, 2]


@pytest.mark.parametrize("parts", [("- 4 -",), ("- 4", "-"), ("-", "4", "-")])
def test_a_page_number_between_dashes(tmp_path, parts):
    """A page number between dashes is no row of figures, whatever parts the file writes it in."""
    maker = Maker().row(700, "", "FY2024", "FY2023")
    for at in range(5):
        maker.row(716 + 14 * at, f"Item {at}", "1,234", "2,345")
    for at, part in enumerate(parts):
        maker.text(290 + 13 * at, 800, part)

    assert rows(maker, tmp_path)[-1] == "Item 4\t1,234\t2,345"


def test_words_at_the_left_of_columns_of_a_sheet(tmp_path):
    """Quarters begin right behind the figures of the column before: a year stands over the middle of four of them."""
    maker = Maker()
    edges = [180 + 52 * at for at in range(8)]
    maker.text(221, 82, "FY06/23", 8).text(430, 82, "FY06/24", 8)
    for at in range(8):
        maker.text(132 + 52 * at, 94, f"Q{at % 4 + 1}", 8)
    for number in range(4):
        figures = [f"1,{204 + 31 * number + 7 * at},518" for at in range(8)]
        maker.text(52, 106 + 12 * number, f"Product {'ABCD'[number]}", 8)
        maker.row(106 + 12 * number, "", *figures, edges=edges, size=8)

    assert rows(maker, tmp_path)[0].strip("\t").split("\t") == ["FY06/23"] * 4 + ["FY06/24"] * 4
