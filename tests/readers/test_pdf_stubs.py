"""Labels and heads that hardly a blank, or more than a blank, stands between: spread over the stub, touching signs, turned dashes."""

from __future__ import annotations

import numpy as np
import pytest
from pdf_maker import Maker
from test_pdf_heads import rows, spread

from bilingual.readers.pdf.characters import page_characters
from bilingual.readers.pdf.page import Page, Rules
from bilingual.readers.pdf.wording import goes_on


def test_labels_spread_over_the_stub(tmp_path):
    """All labels end at one place; one as wide as the stub goes on in the next line, however wide the gaps of the rest are."""
    maker = Maker()
    maker.row(80, "", "2024", "2025", edges=(380, 460), size=8)
    labels = ("現金", "売掛金", "商品", "その他資産", "建物", "流動資産合計")
    for number, label in enumerate(labels):
        y = 92 + 8 * number
        spread(maker, 60, 180, y, label)
        maker.row(y, "", f"{number + 3},412", f"{number + 4},607", edges=(380, 460), size=8)
    maker.text(60, 140, "投資有価証券及び長期性預金等の", 8).row(
        140, "", "612", "588", edges=(380, 460), size=8
    )
    spread(maker, 60, 180, 148, "残高")
    spread(maker, 60, 180, 156, "土地")
    maker.row(156, "", "905", "905", edges=(380, 460), size=8)

    assert [line.replace(" ", "") for line in rows(maker, tmp_path)] == [
        "\t2024\t2025",
        "現金\t3,412\t4,607",
        "売掛金\t4,412\t5,607",
        "商品\t5,412\t6,607",
        "その他資産\t6,412\t7,607",
        "建物\t7,412\t8,607",
        "流動資産合計\t8,412\t9,607",
        "投資有価証券及び長期性預金等の残高\t612\t588",
        "土地\t905\t905",
    ]


def test_justified_words_beside_a_figure_that_begins_a_line(tmp_path):
    """Words at even gaps below a line whose only figure begins it, such as a year, are read as they stand."""
    maker = Maker()
    maker.text(60, 80, "今後の見通し").text(60, 92, "2026").text(120, 92, "年の売上高と利益の見込み")
    for left, words in ((60, "設備投資の額"), (142, "減価償却の額"), (224, "研究開発の額")):
        maker.text(left, 104, words)

    assert [line.split() for line in rows(maker, tmp_path)][-1] == [
        "設備投資の額",
        "減価償却の額",
        "研究開発の額",
    ]


def test_units_that_touch_are_heads_of_their_columns(tmp_path):
    """No column is headed % Millions of yen."""
    maker = Maker()
    for left, head in ((205, "Net sales"), (295, "Operating profit")):
        maker.text(left, 80, head, 8)
    maker.text(190, 92, "Millions of yen", 8).text(249, 92, "% Millions of yen", 8).text(330, 92, "%", 8)
    maker.row(104, "This year", "9,412", "4.1", "803", "2.6", edges=(242, 257, 312, 338), size=8)
    maker.row(116, "Last year", "9,041", "1.8", "783", "5.5", edges=(242, 257, 312, 338), size=8)

    assert rows(maker, tmp_path)[1:] == [
        "\tMillions of yen\t%\tMillions of yen\t%",
        "This year\t9,412\t4.1\t803\t2.6",
        "Last year\t9,041\t1.8\t783\t5.5",
    ]


def test_the_rest_of_a_unit_goes_on_with_its_head(tmp_path):
    """Amount (millions / of yen) beside heads of one line: the second line is no row of units."""
    maker = Maker()
    for x in (55, 200, 280, 360, 440):
        maker.rule(x, 60, x, 140)
    for y in (60, 110, 125, 140):
        maker.rule(55, y, 440, y)
    for x in (206, 366):
        maker.text(x, 80, "Amount (millions", 8).text(x + 8, 90, "of yen)", 8)
    maker.text(288, 85, "Change (%)", 8)
    maker.row(121, "Bolts", "2,854", "12.5", "611", edges=(270, 350, 430), size=8)
    maker.row(136, "Nuts", "1,751", "(3.1)", "402", edges=(270, 350, 430), size=8)

    head = rows(maker, tmp_path)[0].strip()
    assert head == "Amount (millions of yen)\tChange (%)\tAmount (millions of yen)"


def test_heads_in_high_cells_far_above_the_units(tmp_path):
    """Rules between the heads go on between the units, none between the figures."""
    maker = Maker()
    for x in (200, 280, 360, 440):
        maker.rule(x, 60, x, 112)
    for y in (60, 98, 112, 128):
        maker.rule(55, y, 440, y)
    maker.text(215, 66, "Net sales", 6).text(295, 66, "Profit before", 6).text(310, 72, "tax", 6)
    maker.text(375, 66, "Profit", 6)
    for x in (222, 302, 382):
        maker.text(x, 105, "Yen", 6)
    maker.row(121, "This year", "2,854", "125", "61", edges=(270, 350, 430), size=6)
    maker.row(131, "Last year", "1,751", "(31)", "40", edges=(270, 350, 430), size=6)

    assert rows(maker, tmp_path)[0] == "\tNet sales\tProfit before tax\tProfit"


def test_a_label_that_touches_the_sign_of_its_figure(tmp_path):
    """The sign stands at the left edge of the cell, the figure at the right one."""
    maker = Maker()
    maker.row(80, "", "2024", "2025", edges=(380, 500), size=8)
    for number, (label, *cells) in enumerate(
        (
            ("Revenue from contracts with customers", "710", "823"),
            ("Cost", "406", "436"),
            ("Other", "92", "91"),
        )
    ):
        y = 92 + 11 * number
        maker.text(60, y, label, 8).row(y, "", *cells, edges=(380, 500), size=8)
        for x in (196.6, 390):
            maker.text(x, y, "$", 8)

    lines = [line.replace("$ ", "$") for line in rows(maker, tmp_path)]
    assert lines[1:] == [
        "Revenue from contracts with customers\t$710\t$823",
        "Cost\t$406\t$436",
        "Other\t$92\t$91",
    ]


def test_dashes_and_digits_below_each_other_are_cells(tmp_path):
    """A file that writes columns one after the other turns no text by that."""
    maker = Maker()
    table = (
        ("期首残高", "7", "240"),
        ("配当", "―", "△65"),
        ("取得", "―", "△6"),
        ("処分", "2", "2"),
        ("期末残高", "9", "171"),
    )
    maker.row(70, "", "2024", "2025", edges=(308, 400), size=8)
    for column in range(3):
        for number, row in enumerate(table):
            x, y = (60, 300, 380)[column], 80 + 8.4 * number
            maker.text(x, y, row[column], 8)

    assert rows(maker, tmp_path)[1:] == ["\t".join(row) for row in table]


def test_one_table_with_signs_is_not_two_tables(tmp_path):
    """A sign and a figure are no row of a table of their own, though the file writes one column after the other."""
    maker = Maker()
    labels = ("Cash", "Receivables", "Inventories", "Other assets", "Land", "Total assets")
    maker.text(300, 80, "2024", 8).text(440, 80, "2025", 8)
    for number, label in enumerate(labels):
        maker.text(60, 92 + 11 * number, label, 8)
    for left, right, first in ((230, 330, 310), (360, 470, 420)):
        for number in range(len(labels)):
            y = 92 + 11 * number
            maker.text(left, y, "$", 8).text(right, y, str(first + 17 * number), 8, right=True)

    lines = [line.replace("$ ", "$") for line in rows(maker, tmp_path)]
    assert lines[1:] == [f"{label}\t${310 + 17 * at}\t${420 + 17 * at}" for at, label in enumerate(labels)]


def test_a_dash_alone_with_a_figure_between_rules_is_its_sign(tmp_path):
    """Workbooks print the sign at the left edge of a cell; a dash that fills a cell stands for nothing."""
    maker = Maker()
    for x in (55, 200, 280, 360):
        maker.rule(x, 60, x, 120)
    for y in (60, 80, 100, 120):
        maker.rule(55, y, 360, y)
    maker.row(74, "区分", "2024", "2025", edges=(270, 350), size=8)
    maker.row(94, "売却益", "412", "1,184", edges=(270, 350), size=8).text(284, 94, "－", 8)
    maker.row(114, "売却損", "", "6,462", edges=(270, 350), size=8).text(262, 114, "－", 8)

    assert rows(maker, tmp_path)[1:] == ["売却益\t412\t－ 1,184", "売却損\t－\t6,462"]


def test_words_of_justified_labels(tmp_path):
    """Lines of labels that a word processor stretched over their cell: even gaps left of the figures."""
    maker = Maker()
    maker.row(70, "", "2024", "2025", edges=(330, 430), size=8)
    for y, words in ((84, ("Profit", "of", "the", "year")), (112, ("Shares", "of", "own", "held"))):
        for x, word in zip((60, 112, 148, 190), words, strict=True):
            maker.text(x - 2.9 * (word in ("own",)), y, word, 8)
    maker.row(98, "before tax", "412", "431", edges=(330, 430), size=8)
    maker.row(126, "at cost", "(12)", "(14)", edges=(330, 430), size=8)

    lines = rows(maker, tmp_path)
    assert not any(
        "\t" in line.split("before")[0].rstrip("\t") for line in lines if line.startswith("Profit")
    )
    assert any(line.endswith("before tax\t412\t431") for line in lines)


def test_figures_between_two_far_lines_of_their_label(tmp_path):
    """Where lines have much leading, both lines of a label stand as far from its figures, and farther from other rows."""
    maker = Maker()
    maker.row(74, "", "2024", "2025", edges=(330, 430), size=8)
    for number, (upper, lower) in enumerate(
        (("持分合", "計"), ("純損益の合", "計額"), ("非支配持分及び", "新株予約権"))
    ):
        y = 90 + 40 * number
        maker.text(60, y, upper, 8).text(60, y + 20, lower, 8)
        maker.row(y + 10, "", f"{412 + number}", f"{431 + number}", edges=(330, 430), size=8)

    assert rows(maker, tmp_path)[1:] == [
        "持分合計\t412\t431",
        "純損益の合計額\t413\t432",
        "非支配持分及び新株予約権\t414\t433",
    ]


def test_a_scale_alone_above_the_rest_of_its_unit(tmp_path):
    """Thousands / of yen beside units of one line heads a column; it is no note above the table."""
    maker = Maker()
    maker.text(200, 60, "First half", 8).text(280, 60, "Year-end", 8).text(350, 60, "Total", 8)
    maker.text(342, 71, "Thousands", 8)
    maker.text(215, 81, "Yen", 8).text(290, 81, "Yen", 8).text(350, 81, "of yen", 8)
    maker.row(95, "This year", "5.00", "20.00", "2,956", edges=(232, 307, 375), size=8)
    maker.row(107, "Last year", "5.00", "10.00", "1,103", edges=(232, 307, 375), size=8)

    assert rows(maker, tmp_path)[:2] == ["\tFirst half\tYear-end\tTotal", "\tYen\tYen\tThousands of yen"]


@pytest.mark.parametrize(
    ("label", "rest", "whole"),
    [
        ("セグメント利益", "又は損失(△)", True),
        ("投資活動によるキャッシュ・フ", "ロー", True),
        ("親会社の所有者に帰属する利", "益(百万円)", True),
        ("その他の包括利益累計額合", "計", True),
        ("流動資産", "計", False),
        ("Segment profit", "(loss)", True),
        ("Segment profit", "(Note 2)", False),
        ("2025年3月期第2四", "半期", True),
        ("2025年3月期", "売上高", False),
        ("ソフトウエア", "リース資産", False),
    ],
)
def test_labels_that_go_on_in_the_line_below(label, rest, whole):
    """Words that no label ends with, or begins with."""
    assert goes_on(label, rest) is whole


def test_both_letters_of_a_ligature():
    """PDFium gives both letters of ff the box of the ligature; a letter printed twice in its own box is one."""
    word = [("d", 0, 5), ("i", 5, 7), ("f", 7, 13), ("f", 7, 13), ("e", 13, 18), ("r", 18, 21), ("r", 18, 21)]
    codes = np.array([ord(letter) for letter, _, _ in word], dtype=np.uint32)
    boxes = np.array([(x0, 50, x1, 58) for _, x0, x1 in word], dtype=np.float32)

    assert page_characters(Page(1, 100, 100, codes, boxes, Rules())).text == "differ"
