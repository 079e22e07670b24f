"""Scanned pages: recognised where that is asked for, and told in one sentence where it cannot be done."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilingual.errors import InputError
from bilingual.options import Options
from bilingual.readers import read
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
    """A word's characters share its width; a blank stands between words of one line; rules are no characters."""
    words = {
        "level": [4, 5, 5, 5],
        "left": [0, 0, 50, 90], "top": [10, 12, 12, 0], "width": [100, 40, 30, 2], "height": [20, 15, 15, 90],
        "text": ["", "95", "億円", "|"], "block_num": [1] * 4, "par_num": [1] * 4, "line_num": [1] * 4,
    }  # fmt: skip

    codes, boxes = recognise._characters(words, 2.0)

    assert "".join(map(chr, codes)) == "95 億円"
    assert boxes[0].tolist() == [0.0, 5.0, 10.0, 15.0]
    assert boxes[2].tolist() == [20.0, 5.0, 20.0, 15.0]
