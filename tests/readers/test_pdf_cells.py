"""Tables of printed pages: tables beside each other, words and dates that cells cut, cells of several lines."""

from __future__ import annotations

from pdf_maker import Maker

from bilingual.readers import read


def rows(maker, tmp_path):
    """The lines of a document made for a test, blank ones left out."""
    text = read(maker.save(tmp_path / "a.pdf")).text
    return [line.rstrip("\t") for line in text.split("\n") if line.strip()]


def draw_two_rows(maker: Maker) -> None:
    """Rules around two rows of five cells."""
    for y in (48, 78, 108):
        maker.rule(50, y, 470, y)
    for x in (50, 145, 225, 315, 395, 470):
        maker.rule(x, 48, x, 108)


def test_assets_beside_liabilities(tmp_path):
    """Two tables beside each other that the file writes one after the other are read one after the other."""
    assets = (
        ("Assets",),
        ("Cash", "310", "402"),
        ("Receivables", "205", "211"),
        ("Inventories", "118", "97"),
    )
    assets += (("Land", "90", "90"), ("Total assets", "723", "800"))
    liabilities = (("Liabilities",), ("Payables", "150", "162"), ("Borrowings", "200", "180"))
    liabilities += (("Share capital", "100", "100"), ("Retained", "273", "358"), ("Total", "723", "800"))
    income = (
        ("Net sales", "910", "955"),
        ("Cost", "600", "610"),
        ("Gross profit", "310", "345"),
        ("Tax", "90", "99"),
    )
    maker = Maker().text(60, 40, "Balance sheet").text(440, 52, "(Millions of yen)", 8)
    for x, side in ((60, assets), (320, liabilities)):
        maker.text(x + 115, 66, "2024", 8).text(x + 185, 66, "2025", 8)
        for at, (label, *cells) in enumerate(side):
            maker.text(x, 80 + 13 * at, label, 8)
            for edge, cell in zip((x + 130, x + 200), cells, strict=False):
                maker.text(edge, 80 + 13 * at, cell, 8, right=True)
    maker.text(60, 180, "Consolidated statement of income for the fiscal year ended March 31, 2025")
    maker.text(375, 200, "2024", 8).text(445, 200, "2025", 8)
    for at, (label, *cells) in enumerate(income):
        maker.text(60, 214 + 13 * at, label, 8).row(214 + 13 * at, "", *cells, edges=(390, 460), size=8)

    text = read(maker.save(tmp_path / "a.pdf")).text
    found = [line.rstrip("\t") for line in text.split("\n") if line.strip()]
    expected = [["\t2024\t2025", *("\t".join(row) for row in side)] for side in (assets, liabilities)]
    assert found[:2] == ["Balance sheet", "(Millions of yen)"]
    assert found[2:16] == [*expected[0], *expected[1]]
    assert found[-4:] == ["\t".join(row) for row in income]


def test_a_word_whose_last_letter_stands_alone_below_it(tmp_path):
    """The last letter of a word of katakana that a narrow cell cuts is no dash of a row of figures."""
    maker = Maker()
    for x, words in ((200, "営業キャッシュ・フロ"), (330, "投資キャッシュ・フロ")):
        maker.text(x, 60, words, 8).text(x + 36, 70, "ー", 8).text(x + 28, 82, "百万円", 8)
    for y, label, *cells in ((98, "2025年３月期", "7,377", "1,926"), (112, "2024年３月期", "8,231", "1,752")):
        maker.text(60, y, label, 8).row(y, "", *cells, edges=(280, 410), size=8)

    text = read(maker.save(tmp_path / "a.pdf")).text
    assert [line for line in text.split("\n") if line.strip()][:2] == [
        "\t営業キャッシュ・フロー\t投資キャッシュ・フロー",
        "\t百万円\t百万円",
    ]


def test_dates_that_narrow_cells_cut(tmp_path):
    """Between rules a year below a day goes on with the date above it, and does not begin a row."""
    maker = Maker()
    for y, label, more, *cells in (
        (60, "Number of issued", "shares", "38,159,000", "38,100,000"),
        (90, "Number of treasury", "shares", "541,947", "546,635"),
    ):
        maker.text(55, y, label, 8).text(55, y + 10, more, 8)
        for x, year, cell in zip((150, 320), ("2025", "2024"), cells, strict=True):
            maker.text(x, y, "As of March 31,", 8).text(x, y + 10, year, 8).text(
                x + 140, y, cell, 8, right=True
            )
    draw_two_rows(maker)

    text = read(maker.save(tmp_path / "a.pdf")).text
    assert [line for line in text.split("\n") if line.strip()] == [
        "Number of issued shares\tAs of March 31, 2025\t38,159,000\tAs of March 31, 2024\t38,100,000",
        "Number of treasury shares\tAs of March 31, 2025\t541,947\tAs of March 31, 2024\t546,635",
    ]


def test_cells_of_several_lines_in_the_middle_of_ruled_rows(tmp_path):
    """What stands between the same two rules is one row, at whatever heights the lines of its cells stand."""
    maker = Maker()
    for y, label, *cells in (
        (60, "Shares at the end", "38,159,000", "38,100,000"),
        (90, "Average number", "541,947", "546,635"),
    ):
        maker.text(55, y + 5, label, 8)
        for x, first, second, cell in zip(
            (150, 320), ("Fiscal year", "Fiscal year"), ("ended 2025", "ended 2024"), cells, strict=True
        ):
            maker.text(x, y, first, 8).text(x, y + 10, second, 8)
            maker.text(x + 140, y + 1, cell, 8, right=True).text(x + 115, y + 11, "shares", 8)
    draw_two_rows(maker)

    text = read(maker.save(tmp_path / "a.pdf")).text
    assert [line for line in text.split("\n") if line.strip()] == [
        "Shares at the end\tFiscal year ended 2025\t38,159,000 shares\tFiscal year ended 2024\t38,100,000 shares",
        "Average number\tFiscal year ended 2025\t541,947 shares\tFiscal year ended 2024\t546,635 shares",
    ]


def test_figures_of_several_rows_between_two_rules(tmp_path):
    """Rows that no rule parts stay apart where each has its figures."""
    maker = Maker()
    for y, label, *cells in (
        (60, "Land", "310", "402"),
        (72, "Goodwill", "205", "211"),
        (84, "Other", "118", "97"),
    ):
        maker.text(55, y, label, 8).row(y, "", *cells, edges=(200, 280), size=8)
    for y in (48, 90):
        maker.rule(50, y, 290, y)
    for x in (50, 150, 215, 290):
        maker.rule(x, 48, x, 90)

    text = read(maker.save(tmp_path / "a.pdf")).text
    assert [line for line in text.split("\n") if line.strip()] == [
        "Land\t310\t402",
        "Goodwill\t205\t211",
        "Other\t118\t97",
    ]


def test_cells_of_several_lines_in_the_middle_without_rules(tmp_path):
    """Lines nearer than rows can be are those of cells of one row that are centred beside each other."""
    maker = Maker()
    for y, label, *cells in (
        (60, "Shares at the end", "38,159,000", "38,100,000"),
        (84, "Average number", "541,947", "546,635"),
    ):
        maker.text(55, y + 5, label, 8)
        for x, day, year, cell in zip(
            (190, 340), ("As of March 31,", "As of March 31,"), ("2025", "2024"), cells, strict=True
        ):
            maker.text(x, y, day, 8).text(x + 30, y + 10, year, 8)
            maker.text(x + 120, y, cell, 8, right=True).text(x + 95, y + 10, "shares", 8)

    text = read(maker.save(tmp_path / "a.pdf")).text
    assert [line for line in text.split("\n") if line.strip()] == [
        "Shares at the end\tAs of March 31, 2025\t38,159,000 shares\tAs of March 31, 2024\t38,100,000 shares",
        "Average number\tAs of March 31, 2025\t541,947 shares\tAs of March 31, 2024\t546,635 shares",
    ]


def test_second_lines_of_labels_and_dates(tmp_path):
    """A line whose words stand under those of the row above it, a year under its day, is no row; a figure under a dash is."""
    maker = Maker()
    for y, label, more, *cells in (
        (60, "Shares at the end", "of the period", "38,159", "38,100"),
        (90, "Average number", "of shares", "541", "546"),
    ):
        maker.text(55, y, label, 8).text(55, y + 10, more, 8)
        for x, year, cell in zip((190, 340), ("2025", "2024"), cells, strict=True):
            maker.text(x, y, "As of March 31,", 8).text(x + 30, y + 10, year, 8).text(
                x + 120, y, cell, 8, right=True
            )
    for y, label, *cells in ((120, "Donations", "-", "-"), (131, "Expenses", "4,118", "4,402")):
        maker.text(55, y, label, 8).row(y, "", *cells, edges=(310, 460), size=8)

    text = read(maker.save(tmp_path / "a.pdf")).text
    assert [line.replace("\t\t", "\t") for line in text.split("\n") if line.strip()] == [
        "Shares at the end of the period\tAs of March 31, 2025\t38,159\tAs of March 31, 2024\t38,100",
        "Average number of shares\tAs of March 31, 2025\t541\tAs of March 31, 2024\t546",
        "Donations\t-\t-",
        "Expenses\t4,118\t4,402",
    ]


def test_heads_above_tables_beside_each_other(tmp_path):
    """Each table has the heads above it, however the file orders columns."""
    maker = Maker()
    for x, words in ((150, "前期末"), (230, "当期末"), (420, "前期末"), (500, "当期末")):
        maker.text(x, 70, words, 8)
    left = (
        ("現金", "3,412", "4,607"),
        ("売掛金", "2,118", "2,240"),
        ("商品", "905", "871"),
        ("土地", "2,300", "2,300"),
    )
    right = (
        ("買掛金", "1,412", "1,507"),
        ("借入金", "2,000", "1,800"),
        ("その他", "405", "471"),
        ("資本", "4,918", "6,240"),
    )
    for column in range(3):
        for start, edges, table in ((50, (180, 260), left), (310, (450, 530), right)):
            for at, row in enumerate(table):
                cells = ["", ""] if column == 0 else [row[1], ""] if column == 1 else ["", row[2]]
                maker.row(84 + 12 * at, row[0] if not column else "", *cells, edges=edges, size=8, left=start)

    text = read(maker.save(tmp_path / "a.pdf")).text
    heads = "\t前期末\t当期末"
    assert [line for line in text.split("\n") if line] == [
        heads, *map("\t".join, left), heads, *map("\t".join, right),
    ]  # fmt: skip


def test_framed_tables_right_below_each_other(tmp_path):
    """Heads between the rules of the rows above them begin a table of their own."""
    maker = Maker()
    y = 60
    for caption, rows in (
        ("［前期末］", (("製材", "412", "40.1"), ("発電", "285", "27.7"))),
        ("［当期末］", (("製材", "420", "39.9"), ("発電", "293", "27.8"))),
    ):
        maker.text(62, y + 8, caption, 8)
        y += 12
        top = y
        maker.text(62, y + 8, "区分", 8).text(190, y + 8, "人数", 8).text(242, y + 8, "構成比(％)", 8)
        for at, row in enumerate(rows, start=1):
            maker.row(y + 12 * at + 8, row[0], *row[1:], edges=(220, 295), size=8, left=62)
        for at in range(4):
            maker.rule(60, y + 12 * at, 300, y + 12 * at)
        y += 36
        for x in (60, 180, 230, 300):
            maker.rule(x, top, x, y)
        y += 2

    lines = [line for line in read(maker.save(tmp_path / "a.pdf")).text.split("\n") if line]
    assert lines == [
        "［前期末］", "区分\t人数\t構成比(％)", "製材\t412\t40.1", "発電\t285\t27.7",
        "［当期末］", "区分\t人数\t構成比(％)", "製材\t420\t39.9", "発電\t293\t27.8",
    ]  # fmt: skip
