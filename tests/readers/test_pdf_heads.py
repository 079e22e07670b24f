"""Heads of columns as releases print them: spread over their cells, beside taller ones, above notes and running text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_maker import Maker

from bilingual.readers import read
from bilingual.readers.pdf.fragments import Fragment
from bilingual.readers.pdf.spread import spread_labels


def rows(maker, tmp_path):
    """The lines of a document made for a test, blank ones left out."""
    text = read(maker.save(tmp_path / "a.pdf")).text
    return [line.rstrip("\t") for line in text.split("\n") if line.strip()]


def spread(maker, left, right, y, label, size=8):
    """A label whose characters fill a cell from edge to edge."""
    step = (right - left - size) / (len(label) - 1)
    for number, character in enumerate(label):
        maker.text(left + number * step, y, character, size)


def test_labels_spread_over_their_cells(tmp_path):
    """Characters that fill a cell are one label, though those of two cells stand nearer than those of one."""
    maker = Maker()
    for number, label in enumerate(("売上高", "営業利益", "経常利益")):
        left = 200 + 110 * number
        spread(maker, left, left + 98, 80, label)
        spread(maker, left, left + 98, 94, "円銭")
    for y, label, *cells in (
        (110, "当期", "132.10", "10.37", "10.41"),
        (125, "前期", "121.60", "7.29", "7.45"),
    ):
        maker.text(60, y, label, 8).row(y, "", *cells, edges=(296, 406, 516), size=8)

    assert [line.replace(" ", "") for line in rows(maker, tmp_path)] == [
        "\t売上高\t営業利益\t経常利益",
        "\t円銭\t円銭\t円銭",
        "当期\t132.10\t10.37\t10.41",
        "前期\t121.60\t7.29\t7.45",
    ]


def fragments(words, gaps, size=8.0):
    """Words one after another with gaps in heights between them."""
    found, x = [], 100.0
    for word, gap in zip(words, [*gaps, 0], strict=True):
        width = size * len(word)
        found.append(Fragment(x, 50.0, x + width, 50.0 + size, 0, len(word), word))
        x += width + gap * size
    return found


@pytest.mark.parametrize(
    ("words", "gaps", "labels"),
    [
        ("総資産純資産", (3, 3, 1, 3, 3), ["総資産", "純資産"]),
        ("売上高営業利益", (3, 3, 1.5, 1.5, 1.5, 1.5), ["売上高", "営業利益"]),
        ("円銭円銭", (9, 1, 9), ["円銭", "円銭"]),
        ("期末", (5,), ["期末"]),
        ("円円円", (6, 6), []),
        ("東名", (4,), []),
        ("甲乙丙丁", (12, 12, 12), []),
        ("売上高", (2, 5), []),
    ],
    ids=lambda value: "".join(value) if isinstance(value, str) else None,
)
def test_even_gaps_tell_labels(words, gaps, labels):
    """Labels have even gaps; units, pairs that are no word and characters far apart stay cells of their own."""
    line = fragments(words, gaps)

    found = ["".join(f.text for f in line[first:end]) for first, end in spread_labels(line)]

    assert found == labels


@given(
    st.lists(st.tuples(st.sampled_from(["売", "円", "末", "利益", "12", "%"]), st.floats(0, 20)), max_size=40)
)
def test_spread_labels_of_anything(cells):
    """Labels are stretches in order that do not meet, of two single characters at least."""
    words = [word for word, _ in cells]
    found = (
        spread_labels(fragments(words, [gap for _, gap in cells][: max(len(cells) - 1, 0)])) if cells else []
    )

    assert all(end - first > 1 for first, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert all(len(words[at]) == 1 for first, end in found for at in range(first, end))


def test_heads_of_one_line_beside_heads_of_two(tmp_path):
    """Heads at the foot of their cells belong to the row of the taller ones beside them."""
    maker = Maker().text(225, 66, "Profit attributable").text(420, 66, "Diluted earnings")
    maker.text(60, 82, "Nine months ended").text(225, 82, "to owners of parent").text(330, 82, "Net sales")
    maker.text(420, 82, "(per share)").row(
        98, "", "Millions of yen", "Millions of yen", "Yen", edges=(310, 400, 480)
    )
    for y, label, *cells in (
        (112, "December 31, 2025", "7,161", "118,456", "480.75"),
        (126, "December 31, 2024", "5,642", "108,417", "387.56"),
    ):
        maker.row(y, label, *cells, edges=(310, 400, 480))

    assert rows(maker, tmp_path)[:2] == [
        "Nine months ended\tProfit attributable to owners of parent\tNet sales\tDiluted earnings (per share)",
        "\tMillions of yen\tMillions of yen\tYen",
    ]


def test_figures_at_the_foot_of_a_high_cell(tmp_path):
    """Figures a little below their label are in one row with it; a heading close below keeps its line."""
    maker = Maker().row(60, "", "FY2025", "FY2024")
    for y, label, *cells in (
        (76, "Profit", "5,667", "7,221"),
        (112, "Foreign currency translation", "773", "136"),
        (136, "Remeasurements of plans", "43", "57"),
        (160, "Total", "816", "193"),
    ):
        maker.text(60, y - 6 * (label != "Profit"), label).row(y, "", *cells)
    maker.text(60, 90, "Other comprehensive income")

    assert rows(maker, tmp_path)[1:] == [
        "Profit\t5,667\t7,221",
        "Other comprehensive income",
        "Foreign currency translation\t773\t136",
        "Remeasurements of plans\t43\t57",
        "Total\t816\t193",
    ]


def test_figures_at_the_foot_of_cells_of_unlike_height(tmp_path):
    """Labels in the middle and figures at the foot of cells, one below the other, stay in pairs."""
    maker = Maker().row(60, "", "FY2025", "FY2024")
    for number, label in enumerate(("Land", "Software", "Goodwill")):
        maker.text(60, 90 + 24 * number, label).row(97 + 24 * number, "", f"1,23{number}", f"2,34{number}")
    maker.row(160, "Cash", "5", "6").row(173, "Inventories", "7", "8").text(60, 186, "Other assets").row(
        199, "Loans", "1", "2"
    )

    assert rows(maker, tmp_path)[1:] == [
        *(
            f"{label}\t1,23{number}\t2,34{number}"
            for number, label in enumerate(("Land", "Software", "Goodwill"))
        ),
        "Cash\t5\t6",
        "Inventories\t7\t8",
        "Other assets",
        "Loans\t1\t2",
    ]


def test_a_label_of_many_lines_between_rules(tmp_path):
    """A narrow ruled cell that wraps a label over six lines does not end the table."""
    maker = Maker()
    label = ("Share of profit", "(loss) of", "investments", "accounted for", "using the equity", "method")
    for y, words, *cells in (
        (60, "Finance costs", "874", "977"),
        (160, "Profit before tax", "24,327", "24,560"),
    ):
        maker.row(y, words, *cells)
    for number, words in enumerate(label):
        maker.text(60, 80 + 12 * number, words)
    maker.row(80, "", "190", "389")
    for y in (48, 67, 147, 167):
        maker.rule(50, y, 400, y)
    for x in (50, 220, 310, 400):
        maker.rule(x, 48, x, 167)

    assert rows(maker, tmp_path) == [
        "Finance costs\t874\t977",
        f"{' '.join(label)}\t190\t389",
        "Profit before tax\t24,327\t24,560",
    ]


def test_a_note_with_words_between_its_figures_ends_a_table(tmp_path):
    """A note right below a table that names what its figures are opens no columns."""
    maker = (
        Maker()
        .text(300, 60, "総資産")
        .text(400, 60, "純資産")
        .text(300, 74, "百万円")
        .text(400, 74, "百万円")
    )
    maker.text(60, 90, "2026年３月期").row(90, "", "83,931", "52,847", edges=(340, 440))
    maker.text(60, 105, "2025年３月期").row(105, "", "76,642", "44,060", edges=(340, 440))
    maker.text(60, 120, "（参考）自己資本").text(160, 120, "2026年３月期").text(240, 120, "52,023百万円")
    maker.text(330, 120, "2025年３月期").text(420, 120, "43,437百万円")

    assert rows(maker, tmp_path)[2:4] == ["2026年３月期\t83,931\t52,847", "2025年３月期\t76,642\t44,060"]


def test_columns_of_text_that_go_on_behind_a_table(tmp_path):
    """Text in two columns is read column by column above and below a table over both."""
    maker = Maker()
    sides = (60, 310)
    words = "Sales of the segment rose on firm demand at home"
    for side, name in zip(sides, ("left", "right"), strict=True):
        for number in range(6):
            maker.text(side, 60 + 13 * number, f"{words} {name} {number}", 9)
    maker.text(250, 150, "Operating", 9).text(350, 150, "Ordinary", 9).text(250, 161, "profit", 9).text(
        350, 161, "profit", 9
    )
    maker.text(60, 174, "All in millions of yen, and as rounded to the nearest million of yen", 9)
    for y, label, *cells in (
        (188, "Previous forecast", "12,300", "12,800"),
        (202, "Revised forecast", "13,000", "13,300"),
    ):
        maker.row(y, label, *cells, edges=(290, 390), size=9)
    for side, name in zip(sides, ("West", "East"), strict=True):
        for number in range(2):
            maker.text(side, 240 + 13 * number, f"{words} {name} {number}", 9)

    text = " ".join(rows(maker, tmp_path)).replace("\t", " ")

    order = [
        text.index(f"{name} {number}") for name in ("left", "right", "West", "East") for number in (0, 1)
    ]
    assert order == sorted(order)
    assert text.index("right 5") < text.index("Previous") < text.index("West 0")


def test_the_head_of_short_labels_stands_over_them(tmp_path):
    """The head over labels that are shorter than their column, between the same rules, makes no column of its own."""
    maker = Maker().text(115, 70, "Item").row(70, "", "FY2023", "FY2024", edges=(300, 380))
    for y, label, *cells in ((86, "Men", "3,102", "3,090"), (102, "Women", "842", "888")):
        maker.row(y, label, *cells, edges=(300, 380))
    for x in (55, 200, 305, 385):
        maker.rule(x, 58, x, 108)
    for y in (58, 75, 91, 108):
        maker.rule(55, y, 385, y)

    assert rows(maker, tmp_path) == ["Item\tFY2023\tFY2024", "Men\t3,102\t3,090", "Women\t842\t888"]


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("百万", "円", "百万円"),
        ("Year ended March", "31, 2025", "Year ended March 31, 2025"),
        ("前年同期", "比%", "前年同期比%"),
    ],
)
def test_heads_that_a_narrow_column_cuts(tmp_path, upper, lower, whole):
    """Units, dates and ratios whose halves stand below each other are one head."""
    maker = Maker().text(244, 46, "売上高", 8).text(360, 46, "利益", 8)
    maker.text(240, 60, upper, 8).text(244, 70, lower, 8).text(360, 70, "増減額", 8)
    for y, label, *cells in ((86, "Sales", "8,120", "7,305"), (98, "Profit", "120", "115")):
        maker.row(y, label, *cells, edges=(280, 385), size=8)

    assert rows(maker, tmp_path)[1] == f"\t{whole}\t増減額"


def test_centred_heads_that_the_page_before_ends_in(tmp_path):
    """A head in the middle of its columns stands over all of them also where the rows are on the next page."""
    edges = (220, 260, 380, 470)
    maker = (
        Maker().text(60, 60, "Statement of profit").text(174, 790, "FY2024", 8).text(364, 790, "FY2023", 8)
    )
    for x, word in ((160, "USD"), (238, "JPY"), (325, "JPY"), (432, "%")):
        maker.text(x, 802, word, 8)
    maker.page()
    for y, label, *cells in (
        (60, "Sales", "154.6", "23,118", "18,904", "63.8"),
        (72, "Other", "5.2", "780", "702", "2.4"),
    ):
        maker.row(y, label, *cells, edges=edges, size=8)

    assert rows(maker, tmp_path)[1:3] == ["\tFY2024\tFY2024\tFY2023\tFY2023", "\tUSD\tJPY\tJPY\t%"]


def test_note_marks_alone_below_heads(tmp_path):
    """A note mark below a head of several lines belongs to it, and the heads are those of the table."""
    maker = Maker().text(60, 46, "(Millions of yen)", 8)
    maker.text(400, 60, "Amount in the", 8).text(250, 65, "Total", 8).text(330, 65, "Adjustments", 8)
    maker.text(405, 70, "statements", 8).text(408, 80, "(Note 1)", 8)
    for y, label, *cells in ((94, "Sales", "8,120", "(12)", "8,108"), (106, "Profit", "120", "(2)", "118")):
        maker.row(y, label, *cells, edges=(272, 376, 446), size=8)

    found = rows(maker, tmp_path)

    assert found[0] == "(Millions of yen)"
    assert all("\t" in line for line in found[1:])
    assert "(Note 1)" in " ".join(found[1:-2])


def test_heads_below_a_head_of_two_lines(tmp_path):
    """Heads between the same rules as one of two lines above them are of a lower row, where they stand farther below."""
    maker = Maker().text(260, 56, "FY ended", 8).text(345, 61, "FY ended March 2024", 8)
    maker.text(255, 65, "March 2023", 8)
    for x, word in ((270, "4Q"), (340, "1Q"), (400, "2Q")):
        maker.text(x, 77, word, 8)
    for y, label, *cells in (
        (89, "Sales", "497.8", "479.0", "484.3"),
        (101, "Other", "46.9", "46.3", "45.0"),
    ):
        maker.row(y, label, *cells, edges=(300, 360, 420), size=8)
    for x, top in ((245, 46), (315, 46), (375, 69), (435, 46)):
        maker.rule(x, top, x, 108)
    maker.rule(50, 46, 435, 46)

    assert rows(maker, tmp_path)[:2] == [
        "\tFY ended March 2023\tFY ended March 2024\tFY ended March 2024",
        "\t4Q\t1Q\t2Q",
    ]


def test_a_caption_that_ends_in_a_note_of_units(tmp_path):
    """A line that ends in a note of units stands above the table, also right above its heads."""
    maker = (
        Maker()
        .text(60, 60, "前連結会計年度（自", 8)
        .text(160, 60, "2023年４月１日至 2024年３月31日）（単位：百万円）", 8)
    )
    maker.row(72, "", "2024", "2023", edges=(300, 420), size=8)
    for y, label, *cells in ((84, "Sales", "8,120", "7,305"), (96, "Profit", "120", "115")):
        maker.row(y, label, *cells, edges=(300, 420), size=8)

    assert "\t" not in rows(maker, tmp_path)[0]


def test_a_year_below_the_label_that_it_ends(tmp_path):
    """Figures that stand in the middle beside a label of two lines belong to it, though its second line is a year."""
    maker = Maker()
    for x, words in ((240, "Net sales"), (330, "Net assets")):
        maker.text(x, 66, words, 8)
    for y, year, *cells in ((80, "2025", "55,770", "39,051"), (99, "2024", "51,780", "37,463")):
        maker.text(60, y, "Fiscal year ended March 31,", 7).row(y + 5, "", *cells, edges=(280, 370), size=7)
        maker.text(60, y + 10, year, 7)

    assert rows(maker, tmp_path)[1:] == [
        "Fiscal year ended March 31, 2025\t55,770\t39,051",
        "Fiscal year ended March 31, 2024\t51,780\t37,463",
    ]


def test_a_head_of_two_lines_beside_heads_of_one_and_of_three(tmp_path):
    """Heads whose middles stand at one height are one row, above it what stands higher."""
    maker = Maker()
    for y, words in ((60, "Ratio of"), (69, "dividends to"), (78, "net assets")):
        maker.text(400, y, words, 7)
    for x, y, words in (
        (160, 78, "First quarter"),
        (240, 73.5, "Second"),
        (240, 82.5, "quarter"),
        (320, 78, "Total"),
    ):
        maker.text(x, y, words, 7)
    for y, year, *cells in (
        (100, "FY2025", "10.00", "12.00", "22.00", "2.9"),
        (112, "FY2024", "9.00", "11.00", "20.00", "2.6"),
    ):
        maker.text(60, y, year, 7).row(y, "", *cells, edges=(200, 270, 340, 430), size=7)

    assert rows(maker, tmp_path)[:2] == [
        "\t\t\t\tRatio of dividends to net assets",
        "\tFirst quarter\tSecond quarter\tTotal",
    ]
