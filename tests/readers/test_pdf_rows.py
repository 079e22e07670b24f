"""Tables of printed pages: which lines are one row, which columns are blank, and what is no column of the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_maker import Maker

from bilingual.readers import read
from bilingual.readers.pdf.close_figures import is_cut


def rows(maker, tmp_path):
    """The lines of a document made for a test, blank ones left out."""
    text = read(maker.save(tmp_path / "a.pdf")).text
    return [line.rstrip("\t") for line in text.split("\n") if line.strip()]


def test_a_single_figure_beside_a_label_of_two_lines(tmp_path):
    """A row with one figure, centred beside its label of two lines, does not end the table."""
    maker = Maker().row(80, "", "Capital", "Retained", "Total")
    maker.row(100, "Balance at beginning", "2,166", "2,757", "4,923")
    maker.text(60, 114, "Profit attributable to").row(119, "", "", "", "7,229").text(
        60, 124, "owners of parent"
    )
    maker.row(140, "Dividends of surplus", "", "(235)", "(235)").row(
        155, "Balance at end", "2,166", "2,522", "4,688"
    )

    assert rows(maker, tmp_path)[2:4] == [
        "Profit attributable to owners of parent\t\t\t7,229",
        "Dividends of surplus\t\t(235)\t(235)",
    ]


def test_a_heading_of_rows_close_below_a_row(tmp_path):
    """A heading that stands a little closer to the row above is no end of its label, which had room."""
    maker = Maker().row(80, "", "FY2024", "FY2023")
    labels = ["Buildings and structures of the group", "Land", "Total"]
    for number, label in enumerate(labels):
        maker.row(94 + 12 * number, label, "1,234", "2,345")
    maker.text(60, 128.5, "Intangible assets")
    for number, label in enumerate(["Software", "Goodwill"]):
        maker.row(142 + 12 * number, label, "34", "45")

    assert rows(maker, tmp_path)[3:6] == ["Total\t1,234\t2,345", "Intangible assets", "Software\t34\t45"]


def test_units_that_wrap_and_a_status_below_the_label(tmp_path):
    """A unit on two lines beside units on one is one unit; (Forecast) below a label ends it."""
    maker = Maker().row(60, "", "Year-end", "Dividends", "Payout", edges=(230, 320, 410))
    maker.text(282, 74, "Millions of").row(79, "", "Yen", "", "%", edges=(225, 320, 400)).text(300, 84, "yen")
    maker.row(98, "March 2024", "20.00", "2,375", "21.4", edges=(230, 320, 410))
    maker.row(112, "March 2025", "22.00", "2,770", "28.2", edges=(230, 320, 410))
    maker.text(60, 126, "Year ending").row(137, "March 2026", "25.00", "", "30.1", edges=(230, 320, 410))
    maker.text(60, 148, "(Forecast)")

    found = rows(maker, tmp_path)

    assert found[1] == "\tYen\tMillions of yen\t%"
    assert found[-1] == "Year ending March 2026 (Forecast)\t25.00\t\t30.1"


def test_a_column_that_is_blank(tmp_path):
    """A column that units head and nothing stands in keeps the columns beside it in their place."""
    edges = (230, 320, 410, 500)
    maker = Maker().row(60, "", "Interim", "Total", "Dividends", "Payout", edges=edges)
    maker.row(75, "", "yen", "yen", "million yen", "%", edges=(225, 315, 415, 490))
    maker.row(90, "Year to March 2026", "25.00", "50.00", "", "30.1", edges=edges)
    maker.row(105, "Year to March 2027", "26.00", "52.00", "", "31.1", edges=edges)

    assert rows(maker, tmp_path) == [
        "\tInterim\tTotal\tDividends\tPayout",
        "\tyen\tyen\tmillion yen\t%",
        "Year to March 2026\t25.00\t50.00\t\t30.1",
        "Year to March 2027\t26.00\t52.00\t\t31.1",
    ]


def test_a_ruled_table_that_is_written_column_by_column(tmp_path):
    """Cells between rules are a table, in whatever order the file writes them."""
    maker = Maker()
    labels = [
        "Total number of issued shares",
        "Number of treasury shares",
        "Average number of shares",
        "Shares of the trust",
    ]
    for number, label in enumerate(labels):
        maker.text(60, 100 + 20 * number, label)
    for number in range(4):
        maker.text(330, 100 + 20 * number, f"{41 - number},000,000 shares")
    for number in range(5):
        maker.rule(50, 87 + 20 * number, 520, 87 + 20 * number)
    for x in (50, 300, 520):
        maker.rule(x, 87, x, 167)

    assert rows(maker, tmp_path) == [
        f"{label}\t{41 - number},000,000 shares" for number, label in enumerate(labels)
    ]


def test_a_code_among_words_is_no_table(tmp_path):
    """A line with one number between words far apart is running text, as are the lines above it."""
    maker = Maker().text(60, 60, "Company name").text(200, 60, "Toa Foods").text(400, 60, "Fiscal year 2025")
    maker.text(60, 75, "Securities code").text(200, 75, "2999").text(400, 75, "URL")
    maker.text(60, 90, "Representative: Naoki Miyoshi, President")

    assert rows(maker, tmp_path)[1] == "Securities code 2999 URL"


def test_figures_that_narrow_cells_cut(tmp_path):
    """Digits and brackets that wrap within a ruled cell belong to the figure above them."""
    maker = Maker()
    cut = (("Sales", "7,155,83", "2", "6,105,77", "4"), ("Loss", "(290,789", ")", "(140.0%", ")"))
    for number, (label, *cells) in enumerate((*cut, ("Total", "12,087,2", "58", "1,234", ""))):
        y = 100 + 30 * number
        maker.text(60, y, label).text(390, y, "12.5", right=True)
        for x, upper, lower in ((210, *cells[:2]), (300, *cells[2:])):
            maker.text(x, y, upper, right=True)
            if lower:
                maker.text(x, y + 12, lower, right=True)
    for number in range(4):
        maker.rule(50, 87 + 30 * number, 400, 87 + 30 * number)
    for x in (50, 150, 220, 310, 400):
        maker.rule(x, 87, x, 177)

    assert rows(maker, tmp_path) == [
        "Sales\t7,155,832\t6,105,774\t12.5",
        "Loss\t(290,789)\t(140.0%)\t12.5",
        "Total\t12,087,258\t1,234\t12.5",
    ]


@pytest.mark.parametrize(
    ("upper", "lower", "cut"),
    [
        ("7,155,83", "2", True),
        ("(290,789", ")", True),
        ("△1,23", "4.5%", True),
        ("1,234", "567", False),
        ("1,234", "", False),
        ("2024", "1", False),
        ("Net", "2", False),
        ("(1,234)", ")", False),
    ],
)
def test_what_is_cut(upper, lower, cut):
    """Two lines are one figure only where the upper one is none."""
    assert is_cut(upper, lower) is cut


@given(st.integers(1000, 10**12), st.data())
def test_every_cut_of_a_figure_within_its_last_group_is_told(value, data):
    """A figure that breaks within its last three digits is known from its two lines."""
    figure = f"{value:,}"
    at = data.draw(st.integers(len(figure) - 3, len(figure) - 1))

    assert is_cut(figure[:at], figure[at:])


@pytest.mark.parametrize(
    ("label", "rest", "one"),
    [
        ("Fiscal year ended", "March 31, 2024", True),
        ("Profit attributable to owners", "of parent", True),
        ("退職給付に係る負債の増減額（△は減", "少）", True),
        ("親会社株主に帰属", "する当期純利益", True),
        ("自己株式の取", "得", True),
        ("Land", "Goodwill", False),
        ("売上総利益", "営業費用", False),
        ("流動資産", "その他", False),
    ],
)
def test_words_that_go_on_in_rows_of_one_distance(tmp_path, label, rest, one):
    """Where rows and the lines of labels stand equally far apart, the words tell which lines are one label."""
    maker = (
        Maker().row(60, "", "FY2024", "FY2023").row(75, "Sales", "8", "9").row(90, label, "3,454", "4,565")
    )
    maker.text(60, 105, rest).row(120, "Total", "7", "6").row(135, "Loss", "5", "4")

    found = rows(maker, tmp_path)

    assert (rest in found) is not one
    assert any(
        line.replace(" ", "") == f"{label}{rest if one else ''}\t3,454\t4,565".replace(" ", "")
        for line in found
    )


def test_columns_of_justified_text(tmp_path):
    """Words set far apart in two columns of running text are read down the columns."""
    maker = Maker()
    sides = [("sales rose as planned by the group", 60), ("costs were cut in each of the plants", 330)]
    for words, left in sides:
        for number in range(6):
            for at, word in enumerate(words.split()):
                maker.text(left + 33 * at, 100 + 14 * number, word)

    text = " ".join(rows(maker, tmp_path))

    assert text.index("sales") < text.rindex("group") < text.index("costs")


def test_heads_on_several_lines_are_no_columns_of_the_page(tmp_path):
    """Tables whose heads stand on several lines, which the file writes cell by cell, stay tables."""
    maker = Maker()
    heads = (("Total", "assets", "held"), ("Net", "assets", "held"), ("Equity", "per", "share"))
    for table in range(3):
        y = 60 + 120 * table
        for column, words in enumerate(heads):
            for at, word in enumerate(words):
                maker.text(250 + 100 * column, y + 12 * at, word)
        for number, label in enumerate(("March 31, 2025", "March 31, 2024")):
            maker.row(y + 40 + 14 * number, label, "1,234", "2,345", "345.67", edges=(280, 380, 480))

    assert rows(maker, tmp_path).count("March 31, 2025\t1,234\t2,345\t345.67") == 3


def test_labels_of_two_lines_are_no_column_of_the_page(tmp_path):
    """A table whose file writes both lines of a label before the figures beside it stays a table."""
    maker = Maker()
    labels = (
        ("Balance at", "beginning"),
        ("Profit for", "the year"),
        ("Purchase of", "own shares"),
        ("Balance at", "the end"),
    )
    for number, (first, second) in enumerate(labels):
        maker.text(60, 100 + 24 * number, first + " of the group").text(60, 112 + 24 * number, second)
        maker.row(100 + 24 * number, "", "1,306,000", "54,146,000", "2,345,000")

    assert sum("54,146,000" in line and "of the group" in line for line in rows(maker, tmp_path)) == 4


def test_a_long_label_that_leaves_no_wide_gap(tmp_path):
    """A row whose label reaches up to its figures belongs to the table whose figures stand above its own."""
    maker = Maker().text(150, 60, "Unit", 8).row(60, "", "2023", "2024", edges=(205, 235), size=8)
    for y, label, *cells in (
        (72, "Injuries", "1,204", "1,180"),
        (84, "Checkups", "3,204", "3,118"),
        (96, "Participants in courses", "3,418", "3,602"),
    ):
        maker.row(y, label, *cells, edges=(205, 235), size=8).text(150, y, "persons", 8)

    assert rows(maker, tmp_path)[-1] == "Participants in courses\tpersons\t3,418\t3,602"


def test_labels_that_look_like_figures(tmp_path):
    """Ranges of speeds that begin where a label of words begins, with as many cells behind them, are labels."""
    maker = Maker().row(60, "", "2Q24", "1Q24", edges=(250, 310))
    for y, label, *cells in (
        (74, "Access 64kbps - 128kbps", "88", "93"),
        (88, "192kbps - 768kbps", "41", "44"),
        (102, "1Mbps - 10Mbps", "352", "347"),
    ):
        maker.row(y, label, *cells, edges=(250, 310))

    assert rows(maker, tmp_path)[1:] == [
        "Access 64kbps - 128kbps\t88\t93",
        "192kbps - 768kbps\t41\t44",
        "1Mbps - 10Mbps\t352\t347",
    ]


def test_no_japanese_line_goes_on_with_an_english_sentence(tmp_path):
    """A full line of English that ends in a full stop ends its paragraph before Japanese words."""
    maker = Maker().text(60, 60, "Amounts in dollars are shown for convenience only, at the rate of", 10)
    maker.text(60, 73, "158 yen to the dollar, the approximate rate of exchange on that day.", 10)
    maker.text(60, 86, "四半期連結貸借対照表四半期連結貸借対照表", 10)

    assert rows(maker, tmp_path)[-1] == "四半期連結貸借対照表四半期連結貸借対照表"


@pytest.mark.parametrize(
    ("first", "room", "second"),
    [
        ("当社の受注高は前年を上回りました（前年同期比四割", 3, "増）、利益も伸びました。"),
        ("その他の費用は各報告セグメントに配分していない全社費用でありま", 2, "す。"),
    ],
)
def test_marks_that_no_line_begins_with_leave_room_above(tmp_path, first, room, second):
    """A line that ends early because what follows may not be parted goes on all the same."""
    full = "一" * (len(first) + room)
    maker = Maker().text(60, 60, full, 10).text(60, 74, first, 10).text(60, 88, second, 10)

    assert rows(maker, tmp_path) == [full + first + second]


def test_a_numbered_heading_with_a_year_begins_anew(tmp_path):
    """１．2027年 is the number of a heading, not a figure."""
    maker = Maker().text(60, 60, "代表取締役社長" * 4, 10).text(60, 74, "１．2027年３月期の業績", 10)

    assert len(rows(maker, tmp_path)) == 2


def test_a_leader_below_a_label_that_leaves_it_no_room(tmp_path):
    """Dots that stand on the line of the figures, below the label they lead from, belong to the row of the label."""
    maker = Maker().row(80, "", "Profit", "Assets")
    for number, label in enumerate(("As of March 31, 2026", "As of March 31, 2025")):
        maker.text(60, 94 + 26 * number, label).row(106 + 26 * number, "." * 24, "3.25", "13.10")
    maker.text(60, 146, "As of March 31, 2027").row(158, "(Forecast) " + "." * 12, "3.40", "13.30")

    assert rows(maker, tmp_path)[1:] == [
        f"As of March 31, 2026 {'.' * 24}\t3.25\t13.10",
        f"As of March 31, 2025 {'.' * 24}\t3.25\t13.10",
        f"As of March 31, 2027 (Forecast) {'.' * 12}\t3.40\t13.30",
    ]
