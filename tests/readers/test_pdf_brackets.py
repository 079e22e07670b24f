"""Negative figures whose brackets stand apart from them, in cells of their own or behind blanks."""

from __future__ import annotations

from pdf_maker import Maker

from bilingual.readers import read


def lines(maker, tmp_path):
    """The lines of a document made for a test, blank ones left out."""
    text = read(maker.save(tmp_path / "a.pdf")).text
    return [line.rstrip("\t") for line in text.split("\n") if line.strip()]


def test_figures_in_brackets_that_blanks_part_from_them(tmp_path):
    """An amount and ``( 7.2 )`` near it are two cells."""
    maker = Maker().row(70, "", "Yen", "%", "Yen", "%", edges=(240, 270, 330, 360), size=8)
    for y, label, first, second in (
        (84, "2025", "9.8", "( 1.9 )"),
        (98, "2024", "( 7.2 )", "22.4"),
        (112, "2023", "( 4.1 )", "( 0.4 )"),
    ):
        maker.row(y, f"Fiscal {label}", "509,416", "", "486,825", "", edges=(240, 270, 330, 360), size=8)
        maker.text(242.5, y, first, 8).text(332.5, y, second, 8)

    text = read(maker.save(tmp_path / "a.pdf")).text
    assert [line.split("\t")[1:] for line in text.split("\n") if line.startswith("Fiscal")] == [
        ["509,416", "9.8", "486,825", "( 1.9 )"],
        ["509,416", "( 7.2 )", "486,825", "22.4"],
        ["509,416", "( 4.1 )", "486,825", "( 0.4 )"],
    ]


def test_brackets_that_close_in_cells_of_their_own(tmp_path):
    """The closing bracket of a negative figure stands right of its column, as word processors set it in a narrow cell."""
    maker = Maker()
    for y, label, *cells in ((60, "Change", "1.5", "(6.9", "(1.7"), (74, "Loss", "(42", "135", "(8")):
        maker.row(y, label, *cells, edges=(240, 320, 400), size=8)
        for cell, edge in zip(cells, (240, 320, 400), strict=True):
            if cell.startswith("("):
                maker.text(edge + 9, y, ")", 8)

    found = [line.replace(" ", "") for line in lines(maker, tmp_path)]
    assert found == ["Change\t1.5\t(6.9)\t(1.7)", "Loss\t(42)\t135\t(8)"]


def test_brackets_in_cells_of_their_own(tmp_path):
    """A figure and the brackets far on both sides of it are one cell, which stands where the figures of the column do."""
    maker = Maker()
    edges = (300, 440)
    for y, label, *cells in (
        (84, "Revenue", "179,215", "193,146"),
        (98, "Cost of sales", "(118,420)", "(121,975)"),
        (112, "Gross profit", "60,795", "71,171"),
        (126, "Other", "214", "(87)"),
    ):
        maker.row(y, label, *(cell.strip("()") for cell in cells), edges=edges, size=8)
        for edge, cell in zip(edges, cells, strict=True):
            if cell.startswith("("):
                maker.text(edge - 70, y, "(", 8).text(edge + 24, y, ")", 8)

    assert lines(maker, tmp_path) == [
        "Revenue\t179,215\t193,146",
        "Cost of sales\t(118,420)\t(121,975)",
        "Gross profit\t60,795\t71,171",
        "Other\t214\t(87)",
    ]


def test_brackets_that_open_at_the_left_edge_of_the_cell(tmp_path):
    """Formats of accounts set the opening bracket at the left edge of the cell and the closing one behind the figure."""
    maker = Maker()
    edges = (300, 440)
    for y, label, *cells in (
        (84, "Profit before tax", "7,537", "9,353"),
        (98, "Interest received", "(229)", "(272)"),
        (112, "Impairment losses", "－", "618"),
        (126, "Other, net", "(18)", "33"),
    ):
        maker.row(y, label, *(cell.lstrip("(") for cell in cells), edges=edges, size=8)
        for edge, cell in zip(edges, cells, strict=True):
            if cell.startswith("("):
                maker.text(edge - 60, y, "(", 8)

    assert lines(maker, tmp_path) == [
        "Profit before tax\t7,537\t9,353",
        "Interest received\t(229)\t(272)",
        "Impairment losses\t－\t618",
        "Other, net\t(18)\t33",
    ]
