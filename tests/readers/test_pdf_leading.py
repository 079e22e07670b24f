"""Tables with much room: large leading, high cells between rules, rules at totals alone, narrow columns that cut."""

from __future__ import annotations

from pdf_maker import Maker

from bilingual.readers import read


def lines(maker, tmp_path):
    """The lines of a document made for a test, blank ones left out."""
    text = read(maker.save(tmp_path / "a.pdf")).text
    return [line.rstrip("\t") for line in text.split("\n") if line.strip()]


def test_heads_with_large_leading(tmp_path):
    """Lines of heads that all stand far from each other are one head where each stands in the middle below another."""
    maker = Maker()
    for left, words in ((196, "売上高"), (290, "親会社の純")):
        maker.text(left + 40 - 4 * len(words), 60, words, 8)
    maker.text(290 + 40 - 8, 74, "利益", 8)
    for left in (196, 290):
        maker.text(left, 88, "百万円", 8).text(left + 60, 88, "％", 8)
    for y, label, *cells in (
        (102, "通期", "2,300", "4.0", "150", "6.0"),
        (116, "上期", "1,100", "3.0", "70", "5.1"),
    ):
        maker.text(60, y, label, 8).row(y, "", *cells, edges=(222, 268, 316, 362), size=8)

    assert lines(maker, tmp_path)[0] == "\t売上高\t売上高\t親会社の純利益\t親会社の純利益"


def test_units_on_two_lines_beside_units_on_one(tmp_path):
    """% on the first line of Millions of / yen stands in one row with it."""
    maker = Maker()
    maker.text(206, 60, "Net sales", 8).text(310, 60, "Profit", 8)
    for left in (190, 290):
        maker.text(left, 74, "Millions of", 8).text(left + 10, 88, "yen", 8).text(left + 58, 74, "%", 8)
    for y, label, *cells in (
        (102, "Full year", "2,300", "4.0", "150", "6.0"),
        (116, "Half", "1,100", "3.0", "70", "5.1"),
    ):
        maker.row(y, label, *cells, edges=(222, 258, 322, 358), size=8)

    assert "\tMillions of yen\t%\tMillions of yen\t%" in lines(maker, tmp_path)


def test_heads_written_cell_by_cell_are_no_columns_of_the_page(tmp_path):
    """Heads stand in the middle of their cells; lines of running text begin at one place."""
    maker = Maker()
    heads = (
        (250, ("Annual dividends per share", "of the parent company", "Total and others", "Yen")),
        (420, ("Payout ratio and", "(consolidated)", "net assets of group", "%")),
    )
    for middle, words in heads:
        for number, line in enumerate(words):
            maker.text(middle - 2 * len(line), 60 + 10 * number, line, 8)
    for y, label, *cells in (
        (104, "FY2024", "12.00", "21.0"),
        (116, "FY2025", "13.00", "20.4"),
        (128, "FY2026", "14.00", "22.5"),
    ):
        maker.row(y, label, *cells, edges=(262, 432), size=8)
    found = lines(maker, tmp_path)

    assert found.index("FY2024\t12.00\t21.0") == len(found) - 3
    assert not any(line.startswith("Payout") for line in found)


def test_figures_cut_above_and_below_their_row(tmp_path):
    """Both halves of figures that narrow cells cut stand in the row between them."""
    maker = Maker().row(60, "", "Capital", "Other", "Total", size=8)
    maker.text(346, 74, "24,53", 8).text(366, 86, "3", 8)
    maker.row(80, "Opening", "3,945", "", "24,987", edges=(300, 370, 440), size=8)
    maker.row(100, "Profit", "-", "2,875", "2,963", edges=(300, 370, 440), size=8)
    maker.row(114, "Closing", "3,945", "27,408", "27,950", edges=(300, 370, 440), size=8)

    assert "Opening\t3,945\t24,533\t24,987" in lines(maker, tmp_path)


def test_rules_at_totals_tell_no_rows(tmp_path):
    """Where rules stand at some rows alone, a label between rows without one is no rest of the row above it."""
    maker = Maker().row(60, "", "Capital", "Total", size=8)
    y = 76
    for label, *cells in (
        ("期首残高", "1,945", "4,987"),
        ("当期利益", "-", "963"),
        ("包括利益", "-", "253"),
        ("包括利益合計", "-", "1,216"),
        ("配当", "-", "(729)"),
    ):
        maker.text(60, y, label, 8).row(y, "", *cells, size=8)
        if label in ("期首残高", "包括利益", "包括利益合計"):
            maker.rule(250, y + 4, 400, y + 4)
        y += 14
    maker.text(60, y - 1, "支配の続く子会社の持", 8).row(y + 5, "", "20", "(32)", size=8).text(
        60, y + 11, "分変動", 8
    )
    y += 25
    for label, *cells in (("取引合計", "20", "(761)"), ("期末残高", "1,965", "5,442")):
        maker.rule(250, y - 10, 400, y - 10).text(60, y, label, 8).row(y, "", *cells, size=8)
        y += 14

    found = lines(maker, tmp_path)
    assert "配当\t-\t(729)" in found
    assert "支配の続く子会社の持分変動\t20\t(32)" in found


def test_high_cells_of_one_grid(tmp_path):
    """Rows and heads between the same vertical rules are one table, however high their cells are."""
    maker = Maker()
    for x in (50, 200, 320, 440):
        maker.rule(x, 50, x, 230)
    for y in (50, 110, 150, 190, 230):
        maker.rule(50, y, 440, y)
    maker.text(232, 84, "Net sales", 8).text(352, 84, "Dividends", 8)
    maker.row(134, "FY2024", "1,234", "12.00", edges=(310, 430), size=8)
    maker.row(174, "FY2025", "1,567", "13.00", edges=(310, 430), size=8)
    maker.row(214, "FY2026", "1,890", "14.00", edges=(310, 430), size=8)

    assert lines(maker, tmp_path) == [
        "\tNet sales\tDividends",
        "FY2024\t1,234\t12.00",
        "FY2025\t1,567\t13.00",
        "FY2026\t1,890\t14.00",
    ]


def test_a_year_alone_below_its_day(tmp_path):
    """2025 below a label that ends in a day is its year."""
    maker = Maker().row(60, "", "Net sales", "Profit", size=8)
    maker.row(74, "Six months ending September 30,", "25,660", "3,410", size=8).text(60, 86, "2025", 8)
    maker.row(98, "Full year", "54,600", "7,260", size=8)

    assert "Six months ending September 30, 2025\t25,660\t3,410" in lines(maker, tmp_path)


def test_the_last_row_of_a_table_with_its_units_below_it(tmp_path):
    """A line below the last row that holds the units of its figures is of that row."""
    maker = Maker()
    for y, label, *cells in (
        (60, "Issued shares", "506,000", "506,100"),
        (74, "Treasury shares", "152,446", "161,775"),
    ):
        maker.text(60, y, label, 8)
        for left, cell in zip((250, 400), cells, strict=True):
            maker.text(left, y, f"{cell} shares", 8)
    maker.text(60, 88, "Average number outstanding during the", 8).text(60, 97, "period", 8)
    for left, cell in ((250, "454,048,890"), (400, "454,039,102")):
        maker.text(left, 88, cell, 8).text(left + 6, 97, "shares", 8)
    maker.text(60, 130, "Results are not audited.", 8)

    assert lines(maker, tmp_path)[2] == (
        "Average number outstanding during the period\t454,048,890 shares\t454,039,102 shares"
    )


def test_dashes_beside_the_figures_of_their_column(tmp_path):
    """Dashes that another format sets a little right of the figures are of their column."""
    maker = Maker().row(60, "", "Capital", "Surplus", "Total", size=8)
    for y, label, *cells in (
        (76, "Opening", "4,672", "4,088", "8,760"),
        (90, "Profit", "-", "5,200", "5,200"),
        (104, "Dividends", "-", "-", "-"),
        (118, "Closing", "4,672", "9,288", "13,960"),
    ):
        maker.text(60, y, label, 8)
        for edge, cell in zip((300, 380, 460), cells, strict=True):
            maker.text(edge + 3.2 if cell == "-" else edge, y, cell, 8, right=True)

    assert lines(maker, tmp_path)[1:] == [
        "Opening\t4,672\t4,088\t8,760",
        "Profit\t-\t5,200\t5,200",
        "Dividends\t-\t-\t-",
        "Closing\t4,672\t9,288\t13,960",
    ]


def test_a_head_of_changes_beside_the_end_of_a_date(tmp_path):
    """増減 hardly apart from 日） heads a column of its own."""
    maker = Maker()
    for left, year in ((200, 2024), (300, 2025)):
        maker.text(left, 60, f"（自 {year - 1}年4月1日", 8).text(left, 70, f"至 {year}年3月31日）", 8)
    maker.text(376, 70, "増減", 8)
    for y, label, *cells in (
        (84, "売上高", "52,336", "58,256", "5,920"),
        (96, "売上原価", "34,878", "38,855", "3,977"),
    ):
        maker.text(60, y, label, 8).row(y, "", *cells, edges=(262, 352, 400), size=8)

    assert any(line.split("\t")[-1] == "増減" for line in lines(maker, tmp_path))


def test_units_and_terms_on_the_second_line_of_labels(tmp_path):
    """(millions of yen), 円） and 中間期 below a label end it, also in the last row."""
    maker = Maker().row(60, "", "FY2024", "FY2025", size=8)
    for y, (label, rest), *cells in (
        (76, ("Profit of the owners", "(millions of yen)"), "4,435", "6,799"),
        (100, ("親会社株主の純利益（百万", "円）"), "4,435", "6,799"),
        (124, ("2025年3月期", "中間期"), "3,635", "5,025"),
    ):
        maker.text(60, y, label, 8).row(y, "", *cells, size=8).text(60, y + 10, rest, 8)
    maker.text(60, 170, "Results are not audited.", 8)
    found = lines(maker, tmp_path)

    assert "親会社株主の純利益（百万円）\t4,435\t6,799" in found
    assert "2025年3月期中間期\t3,635\t5,025" in found


def test_paragraphs_parted_by_little_more_than_their_lines(tmp_path):
    """A line that ends a sentence at the right edge ends its paragraph where the next one stands farther than lines do."""
    maker = Maker()
    y = 60.0
    for number in range(5):
        for words in (
            "当期の売上高は前期を上回り過去最高となりましたが",
            "利益は減りました。次期も需要は底堅い見込みです。",
        ):
            maker.text(60, y, f"{number + 1}月の{words}", 10)
            y += 15
        y += 4

    assert len(lines(maker, tmp_path)) == 5


def test_a_line_that_leaves_no_room_for_the_number_behind_it(tmp_path):
    """No line breaks within 2025: the line above may end early and go on all the same."""
    maker = Maker()
    maker.text(60, 60, "当社は取締役会において自己株式を取得することを決議いたしました。期間は", 10)
    maker.text(60, 75, "次のとおりで、取得をする期間は令和７年２月の十一日、つまり西暦では", 10)
    maker.text(60, 90, "2025年２月11日から同年の七月末日までとします。", 10)

    assert len(lines(maker, tmp_path)) == 1


def test_labels_of_two_lines_that_stand_as_far_as_rows(tmp_path):
    """Where there is much room between lines, words alone tell that a label goes on: no row begins with 権 or （百万円）."""
    maker = Maker().row(60, "", "2024", "2025", edges=(330, 430), size=8)
    labels = (
        "現金",
        "営業債権及びその他の債",
        "権",
        "棚卸資産",
        "その他の資産",
        "所有者に帰属する利益",
        "（百万円）",
        "１株当たり利益",
        "配当による",
        "支出",
    )
    figures = {2, 6, 9}
    for number, label in enumerate(labels):
        y = 80 + 20 * number
        maker.text(60, y, label, 8)
        if number not in figures:
            maker.row(y, "", f"{412 + number}", f"{431 + number}", edges=(330, 430), size=8)

    assert lines(maker, tmp_path)[1:] == [
        "現金\t412\t431", "営業債権及びその他の債権\t413\t432", "棚卸資産\t415\t434", "その他の資産\t416\t435",
        "所有者に帰属する利益（百万円）\t417\t436", "１株当たり利益\t419\t438", "配当による支出\t420\t439",
    ]  # fmt: skip


def test_a_column_of_notes_that_is_blank_on_a_page(tmp_path):
    """Its head stands over no figure, and the others over theirs."""
    maker = Maker()
    maker.text(225, 60, "注記", 8).text(300, 60, "前連結会計年度", 8).text(420, 60, "当連結会計年度", 8)
    maker.text(310, 79, "2024年3月", 8).text(430, 79, "2025年3月", 8)
    for number, label in enumerate(("売上収益", "売上原価", "営業利益")):
        maker.row(99 + 14 * number, label, f"{412 + number}", f"{431 + number}", edges=(350, 470), size=8)

    assert lines(maker, tmp_path)[-1] == "営業利益\t\t414\t433"


def test_a_watermark_over_a_page(tmp_path):
    """Letters many times as high as the others, printed over them, are no text of the page; a large title is."""
    maker = Maker().text(60, 60, "Results", 30)
    for number in range(12):
        maker.row(
            100 + 14 * number, f"Row {number}", f"{412 + number}", f"{431 + number}", edges=(330, 430), size=9
        )
    for number, letter in enumerate("DRAFT"):
        maker.text(80 + 60 * number, 260 - 25 * number, letter, 90, turn=(0.8, 0.6, -0.6, 0.8))

    text = lines(maker, tmp_path)
    assert text[0] == "Results"
    assert text[1:] == [f"Row {number}\t{412 + number}\t{431 + number}" for number in range(12)]


def test_brackets_of_turned_tables_are_no_raised_marks(tmp_path):
    """A narrow bracket is low in turned text; what stands below it is the digit before it."""
    maker = Maker()
    table = [("", "2024", "2025")] + [
        (f"Row of words {at}", f"({at}{at})", f"({at + 1})") for at in range(1, 8)
    ]
    for at, row in enumerate(table):
        for place, cell in zip((700, 400, 300), row, strict=True):
            maker.text(100 + 14 * at, place, cell, 8, turn=(0, 1, -1, 0))

    text = "\n".join(lines(maker, tmp_path))
    assert "⁾" not in text
    assert "Row of words 3\t(33)\t(4)" in text


def test_the_unit_below_a_caption_in_brackets_is_no_rest_of_a_label(tmp_path):
    """（単位：百万円） at the left edge stands above a table of its own."""
    maker = Maker()
    for top, caption, heads, first in (
        (60, "（受注の状況）", ("受注高", "前年比"), 412),
        (150, "（金融商品）", ("時価", "差額"), 233),
    ):
        maker.text(60, top, caption, 8).text(60, top + 12, "(単位：百万円)", 8)
        maker.text(210, top + 26, heads[0], 8).text(290, top + 26, heads[1], 8)
        for at, label in enumerate(("照明", "光源", "合計")):
            maker.row(top + 38 + 12 * at, label, str(first + at), f"{20 + at}.5", edges=(240, 320), size=8)

    assert lines(maker, tmp_path)[5:9] == [
        "合計\t414\t22.5",
        "（金融商品）",
        "(単位：百万円)",
        "\t時価\t差額",
    ]


def test_heads_of_unlike_many_lines_with_much_leading(tmp_path):
    """Lines of one head stand far from each other where heads of one line stand between them."""
    maker = Maker()
    maker.text(442, 80, "親会社株主に帰属", 8).text(446, 94, "する中間純利益", 8)
    for x, words in ((150, "売上高"), (250, "営業利益"), (354, "経常利益")):
        maker.text(x, 87, words, 8)
    edges = (152, 192, 252, 296, 358, 400, 465, 505)
    for edge, unit in zip(edges, ("千円", "％") * 4, strict=True):
        maker.text(edge - 8 * len(unit), 110, unit, 8)
    for y, label in ((126, "当中間期"), (142, "前中間期")):
        maker.row(
            y, label, "20,906", "10.6", "1,191", "9.8", "1,192", "1.7", "880", "0.9", edges=edges, size=8
        )

    assert lines(maker, tmp_path)[:2] == [
        "\t売上高\t売上高\t営業利益\t営業利益\t経常利益\t経常利益\t親会社株主に帰属する中間純利益\t親会社株主に帰属する中間純利益",
        "\t千円\t％\t千円\t％\t千円\t％\t千円\t％",
    ]


def test_heads_of_two_lines_at_the_left_of_their_columns(tmp_path):
    """Lines that begin at one place, above and below the heads beside them, are one head, also where rules part the rows."""
    edges = (280, 320, 380, 420, 480, 520)
    maker = Maker().text(440, 80, "Profit attributable to", 8).text(440, 90, "owners of parent", 8)
    maker.text(250, 85, "Net sales", 8).text(345, 85, "Ordinary profit", 8)
    for x, unit in zip((250, 306, 345, 406, 440, 506), ("Yen", "%") * 3, strict=True):
        maker.text(x, 102, unit, 8)
    maker.rule(55, 74, 530, 74).rule(55, 106, 530, 106)
    for y, label in ((116, "FY2025"), (130, "FY2024"), (144, "FY2023")):
        maker.row(y, label, "28,188", "2.1", "2,252", "3.1", "1,606", "9.7", edges=edges, size=8)
        maker.rule(55, y + 5, 530, y + 5)

    assert lines(maker, tmp_path)[0] == (
        "\tNet sales\tNet sales\tOrdinary profit\tOrdinary profit"
        "\tProfit attributable to owners of parent\tProfit attributable to owners of parent"
    )


def test_a_head_over_columns_at_the_left_of_the_first(tmp_path):
    """A head that begins where the first of its columns does is one of the table, though all figures stand right of it."""
    maker = Maker().text(60, 66, "2. Dividends").text(194, 80, "年間配当金", 8)
    for x, quarter in ((194, "第１四半期末"), (284, "第２四半期末"), (374, "期末"), (450, "合計")):
        maker.text(x, 92, quarter, 8)
    maker.rule(194, 83, 500, 83)
    for y, label in ((104, "2025"), (116, "2026")):
        maker.text(60, y, f"{label}年３月期", 8)
        maker.row(y, "", "0.00", "18.00", "17.00", "35.00", edges=(266, 366, 440, 500), size=8)

    assert lines(maker, tmp_path)[1] == "\t年間配当金\t年間配当金\t年間配当金\t年間配当金"


def test_heads_of_columns_far_above_a_label(tmp_path):
    """Heads stand over the columns of rows that stand far below the label between them."""
    maker = Maker().row(80, "", "Gas", "Power", "Water", edges=(200, 280, 360))
    maker.text(60, 96, "Revenue")
    for y, label in ((123, "External"), (138, "Internal"), (153, "Total")):
        maker.row(y, label, "9,310", "5,854", "3,735", edges=(200, 280, 360), left=70)

    assert lines(maker, tmp_path)[:2] == ["\tGas\tPower\tWater", "Revenue"]
