"""Small print: figures and heads that leave hardly a gap between them, heads and labels on several lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_maker import Maker

from bilingual.readers import read
from bilingual.readers.pdf.close_figures import are_two


def lines(maker, tmp_path):
    """The lines of a document made for a test, blank ones left out."""
    text = read(maker.save(tmp_path / "a.pdf")).text
    return [line.rstrip("\t") for line in text.split("\n") if line.strip()]


def ending(maker, x, y, words, size=8):
    """Japanese words or figures of full width that end at a place."""
    return maker.text(x - size * len(words), y, words, size)


@pytest.mark.parametrize("gap", [0.0, 1.5])
def test_figures_of_full_width_that_touch(tmp_path, gap):
    """Amounts that fill their columns, with a gap of a fifth of a digit or none, are a cell each."""
    maker = Maker()
    for y, label, *cells in (
        (100, "期首残高", "４，１９３", "２７，３２０", "△５９９"),
        (112, "当期変動額", "－", "△１，２７０", "－"),
        (124, "期末残高", "４，１９３", "３３，５１５", "△６０１"),
    ):
        maker.text(60, y, label, 8)
        for number, cell in enumerate(cells):
            ending(maker, 300 + number * (48 + gap), y, cell)

    assert lines(maker, tmp_path) == [
        "期首残高\t４，１９３\t２７，３２０\t△５９９",
        "当期変動額\t－\t△１，２７０\t－",
        "期末残高\t４，１９３\t３３，５１５\t△６０１",
    ]


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("69,577", "10.2", True),
        ("12,345", "(1,234)", True),
        ("△63", "△1,333", True),
        ("－", "12.00", True),
        ("-", "12.00", False),
        ("12", "345", False),
        ("1,234", ",567", False),
        ("1,234", "(2)", False),
    ],
)
def test_figures_that_are_two(one, other, two):
    """Two whole figures that make no figure together are two; a hyphen may be a sign, a mark in brackets a note."""
    assert are_two(one, other) is two


@given(st.integers(0, 10**9), st.data())
def test_no_figure_is_two(value, data):
    """No cut of a figure gives two figures."""
    text = f"{value:,}"
    at = data.draw(st.integers(0, len(text)))

    assert not are_two(text[:at], text[at:])


def test_heads_that_touch(tmp_path):
    """Heads that fill their columns leave no gap: the lines below them, in the middle of each, tell where they part."""
    maker = Maker()
    for number, (upper, lower) in enumerate(
        (
            ("営業活動によるキャ", "ッシュ・フロー"),
            ("投資活動によるキャ", "ッシュ・フロー"),
            ("現金及び現金同等物", "期末残高"),
        )
    ):
        left = 240 + 72 * number
        maker.text(left, 60, upper, 8).text(left + 36 - 4 * len(lower), 70, lower, 8)
    for y, label, *cells in (
        (84, "2025年3月期", "1,234", "(567)", "8,901"),
        (96, "2024年3月期", "2,345", "(678)", "9,012"),
    ):
        maker.text(60, y, label, 8).row(y, "", *cells, edges=(308, 380, 452), size=8)

    assert lines(maker, tmp_path)[0] == (
        "\t営業活動によるキャッシュ・フロー\t投資活動によるキャッシュ・フロー\t現金及び現金同等物期末残高"
    )


def test_english_heads_that_touch_part_between_words(tmp_path):
    """A blank between two heads is as wide as one between two words; each begins where the line below it does."""
    maker = Maker()
    maker.text(260, 60, "Fiscal year ended Fiscal year ended", 8)
    start = 260 + 8 * (
        0.611
        + 0.222
        + 0.5
        + 0.5
        + 0.556
        + 0.222
        + 0.278
        + 0.5
        + 0.556
        + 0.556
        + 0.333
        + 0.278
        + 4 * 0.556
        + 0.278
    )
    maker.text(260, 70, "March 31, 2024", 8).text(start, 70, "March 31, 2025", 8)
    for y, label, *cells in ((84, "Net sales", "1,234", "1,567"), (96, "Profit", "345", "678")):
        maker.row(y, label, *cells, edges=(315, 380), size=8)

    found = [
        cell
        for line in lines(maker, tmp_path)
        if not line.startswith(("Net", "Profit"))
        for cell in line.split("\t")
    ]
    assert not any("2024" in cell and "2025" in cell for cell in found)


def test_heads_of_several_lines_below_a_head_over_them(tmp_path):
    """Each line in the middle below another is of its head; a rule parts them from the head over their columns."""
    maker = Maker()
    middles = (262, 322, 382, 442)
    maker.text(322 - 4 * 5 + 30, 60, "その他合計", 8).rule(235, 64, 410, 64)
    heads = (
        ("公正価値で", "測定する", "金融資産"),
        ("在外営業", "活動体の", "換算差額"),
        ("確定給付", "制度の", "再測定"),
    )
    for middle, head in zip(middles, heads, strict=False):
        for number, words in enumerate(head):
            maker.text(middle - 4 * len(words), 76 + 10 * number, words, 8)
    maker.text(442 - 8, 86, "合計", 8)
    for y, label, *cells in (
        (112, "期首", "111", "222", "333", "666"),
        (124, "期末", "112", "223", "335", "670"),
    ):
        maker.text(60, y, label, 8).row(y, "", *cells, edges=(282, 342, 402, 462), size=8)

    found = lines(maker, tmp_path)
    columns = list(zip(*(line.split("\t") + [""] * 5 for line in found[:-2]), strict=False))
    assert ["".join(column) for column in columns[1:5]] == [
        "その他合計公正価値で測定する金融資産",
        "その他合計在外営業活動体の換算差額",
        "その他合計確定給付制度の再測定",
        "合計",
    ]


def test_labels_that_fill_their_column(tmp_path):
    """Lines of a label that broke at the edge hardly stand nearer to each other than rows; the row below stands farther off."""
    maker = Maker()
    y = 80.0
    maker.row(66, "", "FY2024", "FY2025", size=6)
    for label, *cells in (
        (("期首残高",), "42,082", "45,957"),
        (("中間利益",), "4,520", "6,401"),
        (("その他の包括", "利益"), "221", "707"),
        (("剰余金の配当",), "(907)", "(955)"),
        (("支配継続子会", "社に対する持", "分変動"), "42", "1,101"),
        (("期末残高",), "45,957", "53,211"),
    ):
        maker.row(y, "", *cells, size=6)
        for words in label:
            maker.text(60, y, words, 6)
            y += 7.5
        y += 0.7

    assert [line.split("\t")[0] for line in lines(maker, tmp_path)[1:]] == [
        "期首残高", "中間利益", "その他の包括利益", "剰余金の配当", "支配継続子会社に対する持分変動", "期末残高"
    ]  # fmt: skip


def test_characters_that_fill_cells_between_rules(tmp_path):
    """What fills the cell between two rules is one label, be its gaps as wide as they may."""
    maker = Maker()
    edges = (160, 300, 440)
    for y in (50, 64, 78, 92, 106):
        maker.rule(50, y, 440, y)
    for x in (50, *edges):
        maker.rule(x, 50, x, 106)
    for left, right in ((166, 294), (306, 434)):
        for y, label in ((60, "純資産"), (74, "百万円")):
            step = (right - left - 8) / (len(label) - 1)
            for number, character in enumerate(label):
                maker.text(left + number * step, y, character, 8)
    for y, label, *cells in ((88, "当期", "52,267", "36,193"), (102, "前期", "49,997", "36,829")):
        maker.text(56, y, label, 8).row(y, "", *cells, edges=(295, 435), size=8)

    assert [line.replace(" ", "") for line in lines(maker, tmp_path)] == [
        "\t純資産\t純資産", "\t百万円\t百万円", "当期\t52,267\t36,193", "前期\t49,997\t36,829"
    ]  # fmt: skip


def test_a_rule_below_a_head_shows_its_columns(tmp_path):
    """A head stands over the columns above which the rule right below it reaches."""
    maker = Maker()
    for left, words in ((200, "売上高"), (310, "営業利益")):
        maker.text(left + 50 - 4 * len(words), 60, words, 8).rule(left, 63, left + 104, 63)
        maker.text(left + 12, 74, "百万円", 8).text(left + 72, 74, "％", 8)
    for y, label, *cells in (
        (86, "通期", "162,300", "4.0", "14,150", "6.0"),
        (98, "上期", "80,100", "3.0", "7,010", "5.1"),
    ):
        maker.text(60, y, label, 8).row(y, "", *cells, edges=(250, 300, 360, 410), size=8)

    assert lines(maker, tmp_path)[0] == "\t売上高\t売上高\t営業利益\t営業利益"


def test_heads_printed_again_with_other_distances(tmp_path):
    """Heads that a page prints again are left out, though their lines stand farther from each other there."""
    maker = Maker()
    for page, pitch in ((0, 11), (1, 15)):
        if page:
            maker.page()
        top = 60 if page else 660
        for number, words in enumerate(
            (
                ("前期", "当期"),
                ("（自 2023年4月1日", "（自 2024年4月1日"),
                ("至 2024年3月31日）", "至 2025年3月31日）"),
            )
        ):
            for middle, text in zip((330, 450), words, strict=True):
                maker.text(middle - 40, top + pitch * number, text, 8)
        for number in range(8):
            y = top + 3 * pitch + 6 + 14 * number
            maker.text(60, y, f"項目{'甲乙丙丁戊己庚辛'[number]}{'上下'[page]}", 8)
            maker.row(y, "", f"1,{page}2{number}", f"2,{page}3{number}", edges=(370, 490), size=8)
    found = lines(maker, tmp_path)

    assert sum("2023年4月1日" in line for line in found) == 1
    assert len([line for line in found if line.startswith("項目")]) == 16


def test_captions_numbers_of_pages_and_units(tmp_path):
    """(1) before a wide gap numbers a caption; a unit at the end of its line is a line; - 4 - numbers a page."""
    maker = Maker()
    maker.text(60, 60, "(1)").text(86, 60, "連結経営成績").text(430, 60, "（％表示は、対前期増減率）")
    maker.text(60, 80, "Year ended March 31, 2025").text(468, 80, "(Millions of yen)")
    maker.row(96, "", "Capital", "Surplus", "Retained", "Total")
    for number, label in enumerate(("Opening", "Profit", "Closing")):
        maker.row(110 + 14 * number, label, "1,234", "345", "56", "1,635")
    maker.text(285, 800, "-").text(293, 800, "4").text(303, 800, "-")

    assert lines(maker, tmp_path)[:3] == [
        "(1) 連結経営成績 （％表示は、対前期増減率）",
        "Year ended March 31, 2025",
        "(Millions of yen)",
    ]
    assert "4" not in [line.strip("\t -") for line in lines(maker, tmp_path)]


def test_the_last_line_of_a_head_printed_over_a_figure(tmp_path):
    """Words that a figure lies over are no part of its cell: they end the head that had no room."""
    maker = Maker()
    maker.row(70, "", "Capital", "Surplus", "Other", size=6)
    maker.text(446, 79, "income", 6)
    for number, label in enumerate(("Opening", "Profit", "Closing")):
        maker.row(79.4 + 10 * number, label, "5,208", "4,557", "1,421,511", size=6)

    found = lines(maker, tmp_path)
    assert [line for line in found if line.startswith("Opening")] == ["Opening\t5,208\t4,557\t1,421,511"]
    assert sum("income" in line for line in found) == 1


def test_a_unit_in_brackets_ends_a_spread_label(tmp_path):
    """(%) as far behind the last character as these from each other is of their label."""
    maker = Maker()
    for left, label, unit in ((200, "金額", ""), (300, "構成比", "(%)"), (400, "増減率", "(%)")):
        for number, character in enumerate(label):
            maker.text(left + 20 * number, 60, character, 8)
        if unit:
            maker.text(left + 60, 60, unit, 8)
    for y, label, *cells in ((74, "製品", "1,234", "60.1", "3.2"), (88, "商品", "819", "39.9", "4.1")):
        maker.text(60, y, label, 8).row(y, "", *cells, edges=(228, 372, 472), size=8)

    assert [cell.replace(" ", "") for cell in lines(maker, tmp_path)[0].split("\t")] == [
        "",
        "金額",
        "構成比(%)",
        "増減率(%)",
    ]


def _columns(maker, rows, ends, y=100.0):
    """Rows of labels and figures that end at given places."""
    for label, *cells in rows:
        maker.text(60, y, label, 8)
        for end, cell in zip(ends, cells, strict=True):
            maker.text(end, y, cell, 8, right=True)
        y += 14
    return maker


SHEET = [
    (f"項目{letter}", f"{number},{number}45.6", f"{number + 1},012.3")
    for number, letter in enumerate("ABCDE", 1)
]


def test_figure_typed_as_text_stands_in_its_column(tmp_path):
    """A sheet prints what was typed as text at the left edge of its cell: it is no column of its own."""
    maker = _columns(Maker(), SHEET, (300, 400))
    for x, words in ((60, "項目F"), (245, "77"), (345, "78")):
        maker.text(x, 170, words, 8)

    assert lines(maker, tmp_path)[-2:] == ["項目E\t5,545.6\t6,012.3", "項目F\t77\t78"]


def test_a_row_of_figures_typed_as_text_in_every_column(tmp_path):
    """One row of a short table stands at the left edge of all its cells: the columns stay as many as the heads."""
    maker = Maker().row(100, "", "FY2023", "FY2024", "FY2025", edges=(240, 290, 340), size=8)
    for y, label, *values in (
        (112, "Power", "118,406", "115,972", "113,518"),
        (136, "Fuel", "3,218", "3,140", "2,966"),
    ):
        maker.row(y, label, *values, edges=(240, 290, 340), size=8)
    for x, words in ((60, "Per kilometer"), (194, "1.92"), (244, "1.87"), (294, "1.81")):
        maker.text(x, 124, words, 8)

    assert lines(maker, tmp_path)[1:] == [
        "Power\t118,406\t115,972\t113,518",
        "Per kilometer\t1.92\t1.87\t1.81",
        "Fuel\t3,218\t3,140\t2,966",
    ]


def test_parts_left_of_their_totals_stay_a_column(tmp_path):
    """Parts in a column left of the totals fill other rows than these, and many: they are two columns."""
    rows = [
        ("Cash", "120", ""),
        ("Receivables", "340", ""),
        ("Current assets", "", "460"),
        ("Land", "210", ""),
        ("Assets", "", "670"),
    ]
    maker = _columns(Maker(), rows, (250, 330))

    assert lines(maker, tmp_path)[1:3] == ["Receivables\t340", "Current assets\t\t460"]


def test_dash_behind_a_figure_is_the_next_cell(tmp_path):
    """Nothing is shown by a dash at the left edge of the next cell, a blank behind the figure before it."""
    maker = Maker()
    for y, label in ((100, "電力"), (112, "鉄鋼"), (124, "自動車")):
        maker.text(60, y, label, 8)
        maker.text(300, y, "204.5 －", 8, font="J")
        maker.text(400, y, "100 － 120", 8, font="J")

    assert lines(maker, tmp_path)[1] == "鉄鋼\t204.5\t－\t100 － 120"


@pytest.mark.parametrize(("gap", "cells"), [(3, ["1,000-5,000"]), (14, ["1,000", "-", "5,000"])])
def test_the_dash_of_a_range_without_blanks_in_the_file(tmp_path, gap, cells):
    """A dash a blank's width from both figures makes a range of them; as far away as columns are it is a cell of its own."""
    maker = Maker()
    for y, label, low, high in (
        (100, "Net sales", "1,000", "5,000"),
        (114, "Operating profit", "2,000", "6,000"),
    ):
        maker.text(60, y, label, 9)
        maker.text(200, y, low, 9)
        maker.text(200 + 22.5 + gap, y, "-", 9)
        maker.text(200 + 22.5 + 3 + 2 * gap, y, high, 9)
        maker.text(400, y, "1,800", 9)

    first, _ = lines(maker, tmp_path)
    assert [cell.replace(" ", "") for cell in first.split("\t")] == ["Netsales", *cells, "1,800"]


@pytest.mark.parametrize(
    ("gap", "cells"), [(5, ["Filed on August 7, 2026"]), (2.5, ["Filed on August", "7,", "2026"])]
)
def test_a_blank_of_fixed_width_parts_no_figure_from_its_words(tmp_path, gap, cells):
    """Where all letters have one width, so has the blank: as wide as elsewhere the gap between two cells."""
    maker = Maker()
    for number in range(6):
        x = 60
        for word in ("Sales", "grew", "well", "here"):
            maker.text(x, 100 + 14 * number, word, 9)
            x += {"Sales": 22.5, "grew": 19, "well": 15, "here": 19}[word] + gap
    x = 60
    for word, width in (("Filed", 20), ("on", 10), ("August", 30), ("7,", 7.5), ("2026", 20)):
        maker.text(x, 200, word, 9)
        x += width + 5

    assert lines(maker, tmp_path)[-1].split("\t") == cells


def test_a_year_above_a_word_set_close_is_not_raised(tmp_path):
    """The lower line of a head begins left of where the upper one ends: no digit of the year is the mark of a note."""
    maker = Maker()
    for x, upper, lower in ((200, "FY2024", "actual"), (300, "FY2025", "plan")):
        maker.text(x, 100, upper, 8).text(x + 3, 108, lower, 8)
    for y, label in ((122, "Net sales"), (134, "Profit")):
        maker.text(60, y, label, 8).text(205, y, "1,234", 8).text(305, y, "2,345", 8)

    assert lines(maker, tmp_path)[0] == "\tFY2024 actual\tFY2025 plan"


def test_every_numbered_note_is_a_line_of_its_own(tmp_path):
    """注２ begins a paragraph below 注１, whatever room the line above had left."""
    maker = Maker()
    maker.text(60, 100, "注１：年度は三月に終わる年度を指し、四半期は三か月の期間を指します。", 9)
    maker.text(60, 112, "注２：金額は百万円未満を四捨五入し、比率は百万円単位の金額から算出しています。", 9)
    maker.text(60, 124, "注３：日本基準です。", 9)

    assert [line[:2] for line in lines(maker, tmp_path)] == ["注１", "注２", "注３"]
