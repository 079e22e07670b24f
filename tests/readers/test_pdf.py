"""PDF pages to lines: reading order, columns, tables, heads, marks, and the way back to the page."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pdf_maker import Maker

from bilingual.errors import InputError
from bilingual.model.document import Span
from bilingual.options import Options
from bilingual.readers import read


def lines(maker, tmp_path, **options):
    """The lines of a document made for a test."""
    return read(maker.save(tmp_path / "a.pdf"), Options(**options)).text.split("\n")[:-1]


def test_a_line_of_words(tmp_path):
    """Words on one baseline make a line."""
    assert lines(Maker().text(60, 60, "売上高は1,234百万円となりました。"), tmp_path) == [
        "売上高は1,234百万円となりました。"
    ]


def test_every_character_knows_its_box(tmp_path):
    """The place of a figure is its page and a box around its digits."""
    document = read(
        Maker().page().text(60, 100, "Net sales were 1,234 million yen.").save(tmp_path / "a.pdf")
    )
    at = document.text.index("1,234")

    origin = document.origin(Span(at, at + 5)).to_dict()

    left, top, right, bottom = origin["box"]
    assert origin["page"] == 2
    assert 125 < left < 135 and 20 < right - left < 28
    assert 88 < top < 95 and 99 < bottom < 104


def test_a_table_without_rules(tmp_path):
    """Figures that end at one edge are a column; blank cells stay blank."""
    maker = Maker().row(80, "", "FY2024", "FY2023")
    maker.row(100, "Net sales", "84,215", "79,222").row(115, "Cost of sales", "66,904", "63,780")
    maker.row(130, "Gain on sale", "", "118").row(145, "Loss", "(416)", "-")

    assert lines(maker, tmp_path) == [
        "\tFY2024\tFY2023",
        "Net sales\t84,215\t79,222",
        "Cost of sales\t66,904\t63,780",
        "Gain on sale\t\t118",
        "Loss\t(416)\t-",
    ]


def test_a_head_over_several_columns(tmp_path):
    """A head in the middle of two columns stands over both."""
    maker = Maker().text(300, 80, "FY2024").text(460, 80, "FY2023")
    for x in (263, 345, 423, 505):
        maker.text(x, 95, "JPY" if x in (263, 423) else "%")
    maker.row(110, "Sales", "84,215", "6.3", "79,222", "4.8").row(
        125, "Profit", "5,118", "18.9", "4,303", "11.2"
    )

    assert lines(maker, tmp_path)[:2] == ["\tFY2024\tFY2024\tFY2023\tFY2023", "\tJPY\t%\tJPY\t%"]


def test_copies_of_overprinted_words_are_dropped(tmp_path):
    """Bold made by printing twice reads once."""
    maker = Maker()
    for shift in (0, 0.3, 0.6):
        maker.text(60 + shift, 60, "合計").text(120 + shift, 60, "1,234")

    assert lines(maker, tmp_path) == ["合計 1,234"]


def test_a_raised_mark_is_no_digit(tmp_path):
    """A small raised number after a figure is a note mark."""
    maker = Maker().text(60, 60, "Sales 1,234").text(111, 56.5, "2", 6)

    assert lines(maker, tmp_path) == ["Sales 1,234²"]


def test_columns_of_running_text(tmp_path):
    """A page in two columns is read column by column."""
    maker = Maker()
    for x, words in ((60, "left"), (320, "right")):
        for number in range(6):
            maker.text(x, 100 + 14 * number, f"This is line {number} of the {words} column of text")

    text = "".join(lines(maker, tmp_path))

    assert text.index("line 5 of the left") < text.index("line 0 of the right")


def test_running_heads_and_page_numbers_are_left_out(tmp_path):
    """What stands on every page at the same height is no text of the document."""
    maker = Maker()
    for number in range(1, 4):
        maker.text(60, 30, "Example Corp. Financial Results").text(290, 820, f"- {number} -")
        maker.text(60, 100, f"Paragraph {number} of the text.")
        if number < 3:
            maker.page()

    assert [line for line in lines(maker, tmp_path) if line] == [
        f"Paragraph {n} of the text." for n in (1, 2, 3)
    ]


def test_a_table_over_two_pages(tmp_path):
    """The repeated head of a table that goes on is left out."""
    maker = Maker()
    for labels in (("Cash", "Notes"), ("Land", "Goodwill")):
        maker.row(80, "", "FY2024", "FY2023")
        for number, label in enumerate(labels):
            maker.row(100 + 15 * number, label, "1,234", "2,345")
        maker.page()

    found = lines(maker, tmp_path)

    assert found == [
        "\tFY2024\tFY2023",
        *(f"{x}\t1,234\t2,345" for x in ("Cash", "Notes", "Land", "Goodwill")),
    ]


def test_rows_above_a_table_with_the_same_head_are_kept(tmp_path):
    """A table that ends on the next page loses no row because another with the same head follows it there."""
    maker = (
        Maker().row(80, "", "FY2024", "FY2023").row(100, "Cash", "1,234", "2,345").row(115, "Notes", "5", "6")
    )
    maker.page().row(80, "Land", "7,777", "8,888").row(95, "Goodwill", "99", "98")
    maker.text(60, 130, "(2) Another table").row(160, "", "FY2024", "FY2023").row(
        180, "Sales", "3,456", "4,567"
    )
    maker.row(195, "Profit", "33", "44")

    text = "\n".join(lines(maker, tmp_path))

    assert all(f"{name}\t" in text for name in ("Cash", "Notes", "Land", "Goodwill", "Sales", "Profit"))
    assert text.count("FY2024") == 2


def test_turned_and_vertical_text(tmp_path):
    """Text that runs upward or downward is read as lines of its own."""
    maker = Maker().text(60, 100, "Upright text").text(500, 400, "Turned text", turn=(0, 1, -1, 0))
    maker.text(300, 200, "縦書きの文章です", vertical=True)

    assert [line for line in lines(maker, tmp_path) if line] == [
        "Upright text",
        "縦書きの文章です",
        "Turned text",
    ]


def test_a_page_that_lies_on_its_side(tmp_path):
    """A page that is shown turned is read as it is shown."""
    maker = Maker().text(100, 300, "Sideways 1,234", turn=(0, 1, -1, 0))
    path = maker.save(tmp_path / "a.pdf")
    import pikepdf

    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].Rotate = 90
        pdf.save(path)

    document = read(path)

    assert document.text.strip() == "Sideways 1,234"
    box = document.origin(Span(0, 8)).to_dict()["box"]
    assert box[2] - box[0] > 3 * (box[3] - box[1])


def test_a_password(tmp_path):
    """A protected file says so, and opens with its password, which no report shows."""
    import pikepdf

    path = (
        Maker()
        .text(60, 60, "Net sales 1,234")
        .save(tmp_path / "a.pdf", encryption=pikepdf.Encryption("own", "secret"))
    )

    with pytest.raises(InputError, match="needs a password"):
        read(path)
    with pytest.raises(InputError, match="does not open"):
        read(path, Options(password="other"))

    assert read(path, Options(password="secret")).text.strip() == "Net sales 1,234"
    assert "secret" not in repr(Options(password="secret"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\nnothing", "damaged"),
        (
            b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer<</Root 1 0 R>>",
            "damaged|no page",
        ),
    ],
)
def test_damaged_files_say_so(tmp_path, content, words):
    """A file that is no PDF behind its first bytes gives one sentence."""
    path = tmp_path / "a.pdf"
    path.write_bytes(content)

    with pytest.raises(InputError, match=words):
        read(path)


def test_a_file_without_text_says_so(tmp_path):
    """An empty page is no document."""
    with pytest.raises(InputError, match="without text"):
        read(Maker().save(tmp_path / "a.pdf"))


def test_the_limit_of_characters_holds(tmp_path):
    """A text that is longer than the options allow is refused with the way out."""
    with pytest.raises(InputError, match="max_characters"):
        read(
            Maker().text(60, 60, "Net sales were 1,234 million yen.").save(tmp_path / "a.pdf"),
            Options(max_characters=10),
        )


def test_pdf_libraries_are_imported_only_for_pdf_files():
    """Other commands do not wait for them."""
    code = "import sys, bilingual, bilingual.cli; print([m for m in ('numpy', 'pypdfium2', 'pikepdf') if m in sys.modules])"

    assert (
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.strip()
        == "[]"
    )


def test_a_note_of_units_at_the_top_of_pages_is_kept(tmp_path):
    """What stands below a line of the text is no running head, nor is a note of units, on however many pages."""
    maker = Maker()
    for number, title in enumerate(("Balance sheets", "Statements of income", "Statements of cash flows")):
        if number:
            maker.page()
        maker.text(60, 30, "Sanriku Precision, results").text(60, 55, title).text(
            400, 70, "(Millions of yen)"
        )
        maker.row(100, "", "FY2024", "FY2023").row(115, "First", f"1,23{number}", "345").row(
            130, "Second", "456", "567"
        )

    text = "\n".join(lines(maker, tmp_path))

    assert text.count("(Millions of yen)") == text.count("Statements") + text.count("Balance sheets") == 3


def test_paragraphs_that_end_are_apart(tmp_path):
    """A paragraph begins after a full stop, a numbered caption after a note, though no wider gap sets them apart."""
    maker = Maker().text(60, 60, "Assets rose by 3,178 million yen.").text(200, 20, "Wide head " * 6)
    maker.text(60, 74, "Liabilities fell by 4,477 million yen.")
    maker.text(60, 88, "Reference: Equity of 69,083 million yen").text(60, 102, "(2) Financial position")

    assert lines(maker, tmp_path)[2:] == [
        "Assets rose by 3,178 million yen.",
        "",
        "Liabilities fell by 4,477 million yen.",
        "",
        "Reference: Equity of 69,083 million yen",
        "",
        "(2) Financial position",
    ]


def test_entries_of_the_first_page_are_apart(tmp_path):
    """Each date of the first page stands for itself, though its lines follow each other closely."""
    maker = Maker().text(200, 20, "Wide head " * 6).text(60, 60, "定時株主総会開催予定日 2025年6月26日")
    maker.text(60, 74, "有価証券報告書提出予定日 2025年6月25日")

    assert lines(maker, tmp_path)[-3:] == [
        "定時株主総会開催予定日 2025年6月26日",
        "",
        "有価証券報告書提出予定日 2025年6月25日",
    ]
