"""What the end of a page cuts: heads, rows, labels and sentences that go on over the page."""

from __future__ import annotations

import pytest
from pdf_maker import Maker

from bilingual.model.document import Span
from bilingual.readers import read

HEAD = ("", "FY2024", "FY2023")
LABEL = ("Cash flows from operating activities",)
ROWS = (("Profit", "5,305", "5,115"), ("Depreciation", "3,718", "3,904"), ("Subtotal", "9,023", "9,019"))


def written(first, second, tmp_path):
    """The lines that are read from two pages: rows of cells at the end of one, at the top of the next."""
    maker = Maker().text(60, 60, "Statement of cash flows")
    for number, row in enumerate(first):
        maker.row(760 - 14 * (len(first) - number), *row)
    maker.page()
    for number, row in enumerate(second):
        maker.row(60 + 14 * number, *row)
    text = read(maker.save(tmp_path / "a.pdf")).text
    return [line.rstrip("\t") for line in text.split("\n") if line and line != "Statement of cash flows"]


TABLE = ["\t".join(row) for row in (HEAD, LABEL, *ROWS)]
CUTS = {
    "between the rows": ([HEAD, LABEL, *ROWS[:2]], [*ROWS[2:]]),
    "between the rows, the head again": ([HEAD, LABEL, *ROWS[:2]], [HEAD, *ROWS[2:]]),
    "below the head": ([HEAD], [LABEL, *ROWS]),
    "below the head, the head again": ([HEAD], [HEAD, LABEL, *ROWS]),
    "below a label": ([HEAD, LABEL], [*ROWS]),
    "below a label, the head again": ([HEAD, LABEL], [HEAD, *ROWS]),
    "with words that say so": ([HEAD, LABEL, *ROWS[:2], ("次頁へ続く",)], [("(続き)",), HEAD, *ROWS[2:]]),
}


@pytest.mark.parametrize("cut", CUTS)
def test_a_table_is_one_wherever_the_page_ends(tmp_path, cut):
    """A table that the end of a page cuts is read as if it stood on one page."""
    assert written(*CUTS[cut], tmp_path) == TABLE


def test_a_page_without_words_in_the_first_labels(tmp_path):
    """Rows below heads that are printed again keep the place of a column of labels that the page leaves empty."""
    head = ("", "", "FY2025", "FY2024")
    first = [head, ("First half", "Revenue", "24,116", "23,304"), ("", "Costs", "20,318", "19,296")]

    lines = written(first, [("", "FY2025", "FY2024"), ("Profit", "3,798", "4,008")], tmp_path)

    assert lines[-1] == "\tProfit\t3,798\t4,008"


def test_heads_that_are_alike_beside_each_other(tmp_path):
    """The same unit over neighbouring columns is no head over both: the head printed again is left out all the same."""
    units = ("", "JPY", "JPY")

    lines = written([HEAD, units, LABEL], [HEAD, units, *ROWS], tmp_path)

    assert lines == ["\t".join(row) for row in (HEAD, units, LABEL, *ROWS)]


def test_a_caption_that_is_repeated(tmp_path):
    """The caption and the note of units that stand over the head again on the next page are left out there."""
    over = [("(1) Cash flows",), ("(Millions of yen)",)]
    again = [("(1) Cash flows (continued)",), ("(Millions of yen)",)]

    lines = written([*over, HEAD, LABEL, *ROWS[:2]], [*again, HEAD, *ROWS[2:]], tmp_path)

    assert lines == ["(1) Cash flows", "(Millions of yen)", *TABLE]


def test_another_table_with_the_same_head(tmp_path):
    """A caption of its own begins another table, which keeps its head."""
    lines = written([HEAD, *ROWS], [("(2) Balance sheet",), ("(Millions of yen)",), HEAD, *ROWS], tmp_path)

    whole = ["\t".join(row) for row in (HEAD, *ROWS)]
    assert lines == [*whole, "(2) Balance sheet", "(Millions of yen)", *whole]


@pytest.mark.parametrize(
    ("label", "rest"),
    [
        ("Effect of exchange rate change on", "cash and cash equivalents"),
        ("Profit attributable to owners", "of parent"),
        ("Net increase (decrease", ") in cash"),
        ("現金及び現金同等物に係る", "換算差額"),
    ],
)
def test_a_label_that_the_page_cuts(tmp_path, label, rest):
    """The end of a label that goes on over the page belongs to the row that it began in."""
    lines = written(
        [HEAD, *ROWS, (label, "318", "212")], [(rest,), ("Total", "9,341", "9,231"), *ROWS], tmp_path
    )

    assert [line.replace(" ", "") for line in lines[4:6]] == [
        f"{label}{rest}\t318\t212".replace(" ", ""),
        "Total\t9,341\t9,231",
    ]


def test_a_heading_of_rows_at_the_top_of_a_page(tmp_path):
    """A label of its own at the top of a page stays one."""
    lines = written(
        [HEAD, *ROWS], [("Investing activities",), ("Sale of land", "38", "164"), *ROWS], tmp_path
    )

    assert lines[4:6] == ["Investing activities", "Sale of land\t38\t164"]


def test_a_sentence_that_the_page_cuts(tmp_path):
    """A sentence that goes on at the top of the next page is one line, its figures on their pages."""
    maker = Maker()
    first = [
        "In the year under review sales of parts for hybrid",
        "cars grew in every region, so that net sales were",
    ]
    second = ["84,215 million yen, which is more than was planned", "at the beginning of the year."]
    for at, words in enumerate(first):
        maker.text(60, 730 + 14 * at, words)
    maker.page()
    for at, words in enumerate(second):
        maker.text(60, 60 + 14 * at, words)

    document = read(maker.save(tmp_path / "a.pdf"))

    assert document.text == " ".join([*first, *second]) + "\n"
    for words, page in (("review", 1), ("84,215", 2)):
        at = document.text.index(words)
        assert document.origin(Span(at, at + len(words))).to_dict()["page"] == page


WIDE = (
    ("", "FY2024", "%", "FY2023", "%"),
    ("Sales", "8,120", "100.0", "7,305", "100.0"),
    ("Profit", "812", "10.0", "722", "9.9"),
)


def test_rows_that_lack_cells_at_the_top_of_a_page(tmp_path):
    """Rows with figures in some of the columns of the table above stand in these, not in columns of their own."""
    lines = written(
        WIDE, [("Profit per share", "", "", "121.60", ""), ("Shares", "4,125", "", "4,130", "")], tmp_path
    )

    assert lines[-2:] == ["Profit per share\t\t\t121.60", "Shares\t4,125\t\t4,130"]


def test_another_table_at_the_top_of_a_page(tmp_path):
    """Figures below a caption are a table of their own, though they end where columns of the table above end."""
    second = [("(2) Shares",), ("Shares", "4,125", "", "4,130", ""), ("Treasury", "412", "", "413", "")]

    assert written(WIDE, second, tmp_path)[-3:] == [
        "(2) Shares",
        "Shares\t4,125\t4,130",
        "Treasury\t412\t413",
    ]
