"""Labels and names on several lines, beside one line of figures each."""

from __future__ import annotations

from pdf_maker import Maker

from bilingual.readers import read


def lines(maker, tmp_path):
    """The lines of a document made for a test, blank ones left out."""
    text = read(maker.save(tmp_path / "a.pdf")).text
    return [line.rstrip("\t") for line in text.split("\n") if line.strip()]


def test_labels_that_all_have_several_lines(tmp_path):
    """Where no label has one line, the lines of each stand nearer to each other than to the next row."""
    maker = Maker().row(60, "", "2025年", "2026年", edges=(240, 340), size=8)
    for y, label, rests, *cells in (
        (80, "親会社の所有", ("者に帰属する", "当期利益(百", "万円)"), "45,558", "45,689"),
        (138, "期中平均普通", ("株式数(千", "株)"), "412,350", "409,870"),
        (184, "基本的当期利", ("益(円)",), "110.48", "111.47"),
    ):
        maker.row(y, label, *cells, edges=(240, 340), size=8)
        for number, rest in enumerate(rests, start=1):
            maker.text(60, y + 12 * number, rest, 8)
    found = lines(maker, tmp_path)

    assert "親会社の所有者に帰属する当期利益(百万円)\t45,558\t45,689" in found
    assert "期中平均普通株式数(千株)\t412,350\t409,870" in found


def test_a_line_of_names_and_values_goes_on_below(tmp_path):
    """A name that has no value at the end of its line has it in the line below."""
    maker = Maker().text(60, 40, "The year ended " + "in March " * 10, 8)
    maker.text(60, 60, "Scheduled date of the meeting: March 24, 2027", 8)
    maker.text(280, 60, "Scheduled start of dividend payments in cash:", 8)
    maker.text(60, 71, "March 25, 2027", 8).text(160, 71, "Scheduled filing date: March 19, 2027", 8)

    assert any(
        "dividend payments in cash: March 25, 2027" in line.replace("\t", " ")
        for line in lines(maker, tmp_path)
    )
