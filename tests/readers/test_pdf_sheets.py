"""Sheets wider than a page: their pages are read as one, wherever that can be told."""

import pytest
from pdf_maker import Maker

import bilingual
from bilingual.model.document import Span

ROWS = [
    ("Electricity", "12,450", "11,980", "11,204"), ("City gas", "3,310", "3,287", "3,190"), ("Fuel oil", "982", "871", "640"),
    ("Steam", "455", "460", "448"), ("Water", "8,120", "7,944", "7,802"), ("Paper", "61", "55", "49"),
]  # fmt: skip


def _page(maker, columns, *, labels, skip=(), top=80.0):
    """A page of the sheet: labels and some of its columns, heads above them."""
    place = 60.0
    if labels:
        for number, row in enumerate(ROWS):
            if number not in skip:
                maker.text(place, top + 20 * (number + 1), row[0])
        place = 320.0
    for column in columns:
        maker.text(place + 60, top, f"FY{2021 + column}", right=True)
        for number, row in enumerate(ROWS):
            if number not in skip:
                maker.text(place + 60, top + 20 * (number + 1), row[column], right=True)
        place += 100.0
    return maker


def _read(maker, tmp_path):
    path = tmp_path / "sheet.pdf"
    maker.save(path)
    return bilingual.read(path)


def test_columns_of_the_next_page_join_their_rows(tmp_path):
    """Figures without labels stand right of the rows at whose height they are printed, each on its own page."""
    maker = _page(Maker(), [1], labels=True)
    _page(maker.page(), [2, 3], labels=False)
    document = _read(maker, tmp_path)

    assert "Electricity\t12,450\t11,980\t11,204" in document.text
    at = document.text.index("11,980")
    left, right = document.origin(Span(at - 7, at - 1)), document.origin(Span(at, at + 6))
    assert (left.page, right.page) == (1, 2)
    assert right.box[0] < 120


def test_pages_go_down_and_then_over(tmp_path):
    """Rows on two pages, and the columns right of them on the two pages behind: each joins the page that has its rows."""
    maker = _page(Maker(), [1], labels=True)
    _page(maker.page(), [1], labels=True, skip=(1, 3), top=83.0)
    _page(maker.page(), [2], labels=False)
    _page(maker.page(), [2], labels=False, skip=(1, 3), top=83.0)
    text = _read(maker, tmp_path).text

    assert text.count("Electricity\t12,450\t11,980") == 2
    assert text.count("City gas\t3,310\t3,287") == 1


def test_text_over_the_edge_is_read_once(tmp_path):
    """A sentence that runs over the edge of a page goes on on the next one, some of it on both; it is read as one."""
    sentence = (
        "The energy that all sites in Japan used fell for the third year in a row, by 6.3% from the year before, "
        "to 21,400 GJ, of which sites with heat pumps saved 812 GJ."
    )
    maker = _page(Maker(), [1], labels=True)
    maker.text(60, 240, sentence)
    _page(maker.page(), [2], labels=False)
    maker.text(60 - 450, 240, sentence)
    text = _read(maker, tmp_path).text

    assert "Steam\t455\t460" in text
    assert sentence in text


def test_a_page_whose_rows_cannot_be_told_is_named(tmp_path):
    """Where a sheet is printed on several pages, figures that fit none of them are left out, and the document says so."""
    maker = _page(Maker(), [1], labels=True)
    _page(maker.page(), [2], labels=False)
    _page(maker.page(), [3], labels=False, top=89.0)
    document = _read(maker, tmp_path)

    assert "Electricity\t12,450\t11,980\n" in document.text
    assert "11,204" not in document.text
    assert any("page 3" in remark for remark in document.remarks)


@pytest.mark.parametrize("labels", [True, False])
def test_a_page_of_its_own_stays_one(tmp_path, labels):
    """Pages with labels of their own, and figures at other heights, are left where they are."""
    maker = _page(Maker(), [1], labels=True)
    _page(maker.page(), [2, 3], labels=labels, top=80.0 if labels else 89.0)
    text = _read(maker, tmp_path).text

    assert "Electricity\t12,450\t11,980" not in text
    assert "11,980" in text
