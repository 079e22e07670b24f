"""Scanned pages: recognised where that is asked for, and told in one sentence where it cannot be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import Maker

import bilingual
from bilingual.errors import InputError
from bilingual.options import Options
from bilingual.readers import read
from bilingual.readers.pdf import document as pdf_document
from bilingual.readers.pdf import recognise

PRINTED = Path(__file__).parent.parent / "data" / "pdf" / "parts_maker" / "en.pdf"


def scan(folder: Path) -> Path:
    """The first page of a printed document as a picture in a PDF file."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    pytest.importorskip("PIL")
    page = pypdfium2.PdfDocument(PRINTED)[0]
    path = folder / "scan.pdf"
    page.render(scale=200 / 72).to_pil().convert("L").save(path, resolution=200)
    return path


def test_a_scan_says_how_it_can_be_read(tmp_path):
    """A scan without text is refused in one sentence that names the way out."""
    with pytest.raises(InputError, match="--ocr"):
        read(scan(tmp_path))


def test_missing_recognition_is_told(tmp_path, monkeypatch):
    """Without Tesseract or its data, --ocr says what to install."""
    monkeypatch.setattr(recognise, "_missing", lambda: "Tesseract's data for jpn")

    with pytest.raises(InputError, match=r"data for jpn; install .*tesseract-ocr-jpn"):
        read(scan(tmp_path), Options(ocr=True))


def test_a_scan_is_recognised(tmp_path):
    """The figures of a scanned page are read, with the page and the box that they stand in."""
    pytest.importorskip("pytesseract")
    if recognise._missing():
        pytest.skip(f"needs {recognise._missing()}")

    document = read(scan(tmp_path), Options(ocr=True))

    for words in ("84,215", "5,118", "4,940", "112.47", "Net sales"):
        assert words in document.text
    assert any("OCR" in remark for remark in document.remarks)
    at = document.text.index("84,215")
    place = document.layout.origin(at, at + 6)
    assert place.page == 1
    left, top, right, bottom = place.box
    assert 5 < right - left < 60
    assert 3 < bottom - top < 30


def test_words_become_characters():
    """A word's characters share its width; a blank stands between Latin words of one line; rules are no characters."""
    words = {
        "level": [4, 5, 5, 5],
        "left": [0, 0, 50, 90], "top": [10, 12, 12, 0], "width": [100, 40, 30, 2], "height": [20, 15, 15, 90],
        "text": ["", "95", "bn", "|"], "block_num": [1] * 4, "par_num": [1] * 4, "line_num": [1] * 4,
    }  # fmt: skip

    codes, boxes = recognise._characters(words, 2.0)

    assert "".join(map(chr, codes)) == "95 bn"
    assert boxes[0].tolist() == [0.0, 5.0, 10.0, 15.0]
    assert boxes[2].tolist() == [20.0, 5.0, 20.0, 15.0]


def recognised_line(*found):
    """The characters of a line of words, each with its left end and its width."""
    names = ("block_num", "par_num", "line_num")
    words = {
        "level": [4] + [5] * len(found),
        "top": [10] * (len(found) + 1),
        "height": [20] * (len(found) + 1),
    }
    words |= {"left": [0], "width": [400], "text": [""]} | {name: [1] * (len(found) + 1) for name in names}
    for left, width, text in found:
        words["left"].append(left)
        words["width"].append(width)
        words["text"].append(text)
    codes, boxes = recognise._characters(words, 1.0)
    return "".join(map(chr, codes)), boxes.tolist()


def test_japanese_has_no_blanks_between_its_words():
    """Tesseract parts 百, 万 and 円; only a gap as wide as between cells, a drawn rule, and Latin words keep a blank."""
    assert (
        recognised_line((0, 60, "8,518"), (66, 18, "百"), (90, 18, "万"), (112, 18, "円"))[0] == "8,518百万円"
    )
    assert recognised_line((0, 40, "売上高"), (80, 60, "8,518"))[0] == "売上高 8,518"
    assert recognised_line((0, 20, "期"), (22, 2, "|"), (26, 60, "2024"))[0] == "期 2024"
    assert recognised_line((0, 30, "Net"), (35, 40, "sales"))[0] == "Net sales"


def test_words_end_where_the_next_begins():
    """A box of Tesseract that runs into the next word is cut there: characters keep their order on the page."""
    text, boxes = recognised_line((0, 160, "2025"), (70, 20, "年"))

    assert text == "2025年"
    assert [box[0] for box in boxes] == sorted(box[0] for box in boxes)
    assert boxes[3][2] == 70


def test_what_differs_on_recognised_pages_asks_for_a_look(tmp_path, monkeypatch):
    """A digit that differs where the text was read from a picture is a warning, elsewhere an error."""
    ja, en = (
        Maker().text(60, 80, "売上高は9,528百万円となりました。"),
        Maker().text(60, 80, "Net sales were ¥9,582 million."),
    )
    paths = [tmp_path / "ja.pdf", tmp_path / "en.pdf"]
    for maker, path in zip((ja, en), paths, strict=True):
        maker.save(path)
    assert [finding.severity for finding in bilingual.check(*paths).findings] == ["error"]

    def pictured(pdf, index, reading, *, ocr):
        reading.recognised.append(index + 1)
        return pdf.page(index)

    monkeypatch.setattr(pdf_document, "_page", pictured)
    softened = bilingual.check(*paths, options=Options(ocr=True)).findings

    assert [finding.severity for finding in softened] == ["warning"]
