"""Tables of printed pages that programs set in their own ways: labels beside centred figures, loose rows, heads at the right."""

from __future__ import annotations

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
