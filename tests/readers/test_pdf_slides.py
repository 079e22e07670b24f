"""Tables as slides and notices have them: beside each other, heads at the left of their cells, one table right below another."""

from __future__ import annotations

from types import SimpleNamespace

from pdf_maker import Maker

from bilingual.readers import read
from bilingual.readers.pdf.heads import keep_rates


def rows(maker, tmp_path):
    """The lines of a document made for a test, blank ones left out."""
    text = read(maker.save(tmp_path / "a.pdf")).text
    return [line.rstrip("\t") for line in text.split("\n") if line.strip()]


def test_tables_beside_each_other_with_rules_of_their_own(tmp_path):
    """Tables of unlike numbers of columns are two where no rule stands across the gutter."""
    maker = Maker()
    left = (
        ("Revenue", "FY24", "FY25", "Share"),
        ("Pumps", "41.2", "43.9", "56%"),
        ("Valves", "20.1", "21.7", "28%"),
    )
    left += (("Parts", "11.8", "12.4", "16%"), ("Total", "73.1", "78.0", "100%"))
    right = (
        ("Profit", "FY24", "FY25"),
        ("Pumps", "4.4", "4.9"),
        ("Valves", "1.6", "1.2"),
        ("Parts", "0.8", "1.0"),
    )
    right += (("Head office", "-0.7", "-0.6"), ("Total", "6.1", "6.5"))
    for table, x, edges in ((left, 40, (140, 190, 240)), (right, 300, (420, 480))):
        for number, (label, *cells) in enumerate(table):
            y = 100 + 20 * number
            maker.row(y, label, *cells, edges=edges, left=x)
            maker.rule(x - 4, y + 6, edges[-1] + 4, y + 6)

    lines = rows(maker, tmp_path)

    assert lines == ["\t".join(line) for line in (*left, *right)]


def test_heads_at_the_left_of_their_cells_stand_up_to_the_next_one(tmp_path):
    """Heads of several columns begin where the first of them begins; the unit stands halfway between the two lines."""
    maker = Maker()
    starts, ends = (170, 240, 320, 400, 480), (225, 305, 385, 465, 545)
    for x, words in ((170, "FY24"), (240, "FY25"), (400, "Change")):
        maker.text(x, 97, words)
    maker.text(60, 107, "(Billions of yen)").rule(165, 109, 550, 109)
    for x, words in zip(starts, ("Actual", "First", "Revised", "On year", "On first"), strict=True):
        maker.text(x, 117, words)
    for y, label, *cells in (
        (132, "Net sales", "83.1", "86.0", "88.0", "4.9", "2.0"),
        (150, "Operating profit", "8.4", "8.2", "8.3", "-0.1", "0.1"),
        (168, "Profit", "6.0", "5.7", "5.8", "-0.2", "0.1"),
    ):
        maker.row(y, label, *cells, edges=ends)

    assert rows(maker, tmp_path)[:3] == [
        "\tFY24\tFY25\tFY25\tChange\tChange",
        "(Billions of yen)",
        "\tActual\tFirst\tRevised\tOn year\tOn first",
    ]


def test_a_table_with_other_columns_right_below_another_one(tmp_path):
    """Heads over every figure of the row below, of which there are others than above, begin a table."""
    maker = Maker()
    wide, narrow = (300, 380, 460, 540), (380, 540)
    for edge, words in zip(wide, ("Revenue", "Profit", "Assets", "Equity"), strict=True):
        maker.text(edge - 36, 80, words)
    maker.row(92, "Nine months 2025", "61,204", "4,118", "80,377", "31,560", edges=wide)
    maker.row(104, "Nine months 2024", "58,930", "3,702", "77,415", "30,222", edges=wide)
    maker.text(316, 118, "Basic earnings").text(470, 118, "Diluted earnings")
    maker.row(130, "Nine months 2025", "84.11", "83.90", edges=narrow)
    maker.row(142, "Nine months 2024", "75.60", "75.42", edges=narrow)

    assert rows(maker, tmp_path)[-3:] == [
        "\tBasic earnings\tDiluted earnings",
        "Nine months 2025\t84.11\t83.90",
        "Nine months 2024\t75.60\t75.42",
    ]


def test_a_head_that_ends_in_a_particle_goes_on(tmp_path):
    """Lines of a head of three lines, the last one of one character, beside heads of one line."""
    maker = Maker()
    maker.text(330, 80, "親会社の所有者に", 8)
    maker.text(330, 89, "帰属する当期利益", 8)
    maker.text(358, 98, "率", 8)
    maker.text(190, 98, "売上収益", 8).text(270, 98, "税引前利益", 8)
    maker.text(190, 111, "百万円", 8).text(275, 111, "百万円", 8).text(358, 111, "％", 8)
    for y, label, *cells in (
        (124, "2025年3月期", "8,120", "744", "6.1"),
        (137, "2024年3月期", "7,905", "702", "5.8"),
    ):
        maker.row(y, label, *cells, edges=(214, 300, 386), size=8)

    assert rows(maker, tmp_path)[0] == "\t売上収益\t税引前利益\t親会社の所有者に帰属する当期利益率"


ACCOUNT = (
    ("流動資産", "5,530", "5,218", "流動負債", "3,117", "3,064"),
    ("現金", "2,104", "1,986", "買掛金", "1,255", "1,190"),
    ("貯蔵品", "611", "648", "その他", "462", "424"),
    ("固定資産", "9,244", "9,471", "純資産", "7,551", "7,137"),
    ("資産合計", "14,774", "14,689", "負債純資産合計", "14,774", "14,689"),
)


def test_liabilities_right_behind_the_figures_of_assets(tmp_path):
    """Rows of an account are written across; its sides are two tables though the labels touch the figures before them."""
    maker = Maker()
    for number, (label, one, two, other, three, four) in enumerate(ACCOUNT):
        y = 100 + 14 * number
        maker.row(y, label, one, two, edges=(180, 240))
        maker.text(243, y, other).row(y, "", three, four, edges=(400, 460))

    assert rows(maker, tmp_path) == [
        *("\t".join(row[:3]) for row in ACCOUNT),
        *("\t".join(row[3:]) for row in ACCOUNT),
    ]


def test_what_is_counted_is_no_label_behind_a_figure(tmp_path):
    """A unit that comes again behind the figures of a column belongs to them."""
    maker = Maker()
    for number, (label, count) in enumerate(
        (("Tokyo", "1,204"), ("Osaka", "845"), ("Nagoya", "377"), ("Kobe", "92"))
    ):
        y = 100 + 14 * number
        maker.row(y, label, count, edges=(240,)).text(243, y, "stores").row(y, "", "4.1", edges=(400,))

    assert rows(maker, tmp_path)[0] == "Tokyo\t1,204 stores\t4.1"


def test_lines_between_the_rules_of_a_head_are_one_head(tmp_path):
    """A box of a ruled head holds one head, whatever the room between its lines; the unit in its last line is no note."""
    maker = Maker()
    edges = (50, 170, 290, 410)
    for y in (80, 170, 195, 220, 245):
        maker.rule(edges[0], y, edges[-1], y)
    for x in edges:
        maker.rule(x, 80, x, 245)
    for number, words in enumerate(("Profit", "attributable to", "owners of parent", "(Millions of yen)")):
        maker.text(295, 95 + 20 * number, words)
    for number, words in enumerate(("Ordinary", "profit", "(Millions of yen)")):
        maker.text(175, 105 + 20 * number, words)
    for y, label, *cells in (
        (187, "Previous", "2,750", "1,800"),
        (212, "Revised", "1,980", "(620)"),
        (237, "Change", "(770)", "(2,420)"),
    ):
        maker.row(y, label, *cells, edges=(285, 405))

    assert rows(maker, tmp_path)[0] == (
        "\tOrdinary profit (Millions of yen)\tProfit attributable to owners of parent (Millions of yen)"
    )


def test_heads_in_the_middle_of_cells_that_begin_where_the_column_before_ends(tmp_path):
    """A head over one of three columns stands halfway between the ends of its figures and those of the column before."""
    maker = Maker()
    ends = (228, 316, 400, 472, 543)
    maker.text(262, 66, "Sept. 2025", 9).text(420, 80, "March 2025", 9).text(488, 80, "Sept. 2024", 9)
    maker.text(246, 94, "vs. March 2025", 9).text(332, 94, "vs. Sept. 2024", 9)
    for y, label, *cells in (
        (116, "Doubtful", "18,866", "344", "(702)", "18,522", "19,568"),
        (140, "Substandard", "2,971", "(160)", "85", "3,131", "2,886"),
        (164, "Subtotal", "21,837", "184", "(617)", "21,653", "22,454"),
    ):
        maker.row(y, label, *cells, edges=ends, size=9)

    heads = [line.split("\t") for line in rows(maker, tmp_path)[:3]]

    assert [line[1:4] for line in heads if "vs. March 2025" in line] == [
        ["", "vs. March 2025", "vs. Sept. 2024"]
    ]


def test_scales_that_end_in_of_far_above_the_rest_of_the_unit(tmp_path):
    """Lines of heads with much room between them: what ends in ``of`` goes on in the line below, beside whole units."""
    maker = Maker()
    maker.text(150, 80, "Revenue", 8).text(300, 80, "Operating profit", 8)
    for x in (130, 280):
        maker.text(x, 103, "Thousan", 8).text(x + 8, 116, "ds of", 8).text(x + 14, 136, "yen", 8)
        maker.text(x + 78, 103, "%", 8)
    for y, label, *cells in (
        (160, "FY2025", "7,249", "1.9", "509", "9.8"),
        (180, "FY2024", "7,387", "22.4", "464", "7.2"),
    ):
        maker.row(y, label, *cells, edges=(158, 214, 308, 364), size=8)

    assert rows(maker, tmp_path)[:2] == [
        "\tRevenue\tRevenue\tOperating profit\tOperating profit",
        "\tThousands of yen\t%\tThousands of yen\t%",
    ]


def test_signs_that_a_narrow_cell_parts_from_their_figures(tmp_path):
    """Figures below nothing but a sign are those of the sign, though another figure follows it in its line."""
    maker = Maker()
    maker.row(80, "Tours", "925", "4.1", "3,066", "1.9", edges=(200, 260, 320, 380), size=8)
    maker.row(92, "Hotels", "903", "", "2,994", "", edges=(200, 260, 320, 380), size=8)
    maker.text(247, 92, "△", 8).text(367, 92, "△", 8)
    maker.row(101, "", "", "7.2", "", "6.7", edges=(200, 260, 320, 380), size=8)
    maker.row(113, "Retail", "3,490", "2.8", "3,598", "5.0", edges=(200, 260, 320, 380), size=8)

    assert rows(maker, tmp_path) == [
        "Tours\t925\t4.1\t3,066\t1.9",
        "Hotels\t903\t△7.2\t2,994\t△6.7",
        "Retail\t3,490\t2.8\t3,598\t5.0",
    ]


def test_signs_above_most_figures_of_a_row(tmp_path):
    """A row is one where a single figure of it has room beside its sign."""
    maker = Maker()
    maker.row(92, "Sales", "", "2,994,690", "", edges=(200, 264, 300), size=8)
    for x in (165, 214, 268):
        maker.text(x, 92, "¥", 8)
    maker.row(101, "", "903,165", "", "490,034", edges=(200, 264, 300), size=8)
    maker.row(113, "Transfers", "21,921", "71,951", "108,923", edges=(200, 264, 300), size=8)
    maker.row(125, "Total", "925,086", "3,066,641", "598,957", edges=(200, 264, 300), size=8)

    assert [line.replace(" ", "") for line in rows(maker, tmp_path)[:2]] == [
        "Sales\t¥903,165\t¥2,994,690\t¥490,034",
        "Transfers\t21,921\t71,951\t108,923",
    ]


def test_years_at_the_right_of_the_columns_that_they_stand_over(tmp_path):
    """Years that all end where columns end stand over the columns up to the one before, two or more each."""
    maker = Maker()
    ends = (220, 300, 380, 460, 540)
    maker.text(266, 80, "FY 2024", 9).text(506, 80, "FY 2025", 9)
    for end, words in zip(ends, ("Amount", "Share", "Amount", "Share", "Change"), strict=True):
        maker.text(end - {"Amount": 31.5, "Share": 24.5, "Change": 32}[words], 100, words, 9)
    for y, label, *cells in (
        (118, "Net sales", "48,210", "100.0", "51,877", "100.0", "7.6"),
        (134, "Gross profit", "14,699", "30.5", "15,975", "30.8", "8.7"),
        (150, "Profit", "1,204", "2.5", "1,418", "2.7", "17.8"),
    ):
        maker.row(y, label, *cells, edges=ends, size=9)

    assert rows(maker, tmp_path)[0] == "\tFY 2024\tFY 2024\tFY 2025\tFY 2025\tFY 2025"


def test_a_rate_has_the_head_of_the_amount_before_it():
    """A head that was stretched to the left over the rate of the item before gives it back; a head over both keeps both."""
    sales, profit, ordinary, net = (
        SimpleNamespace(text=text) for text in ("Sales", "Profit", "Ordinary", "Net")
    )
    heads = [None, sales, sales, profit, ordinary, ordinary, ordinary, net, net]
    units = [None, *(SimpleNamespace(text=text) for text in ("Yen", "%") * 4)]

    rows = [heads, units]
    keep_rates(rows)

    assert rows[0] == [None, sales, sales, profit, profit, ordinary, ordinary, net, net]
