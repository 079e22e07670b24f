"""PDF files made to do harm are refused in one sentence, or read, and never end the process."""

from __future__ import annotations

import random

import pikepdf
import pytest
from pdf_maker import Maker
from pikepdf import Array, Dictionary, Name

from bilingual.errors import InputError
from bilingual.readers import read


def form(pdf, content, resources):
    """A drawing that pages can use."""
    made = pdf.make_stream(content)
    made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 100])
    made.Resources = resources
    return made


def test_a_drawing_that_uses_itself(tmp_path):
    """Endless drawings are refused before they are drawn."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        own = form(pdf, b"/X Do /X Do", Dictionary())
        own.Resources = Dictionary(XObject=Dictionary(X=own))
        page.Resources = Dictionary(XObject=Dictionary(X=own))
        page.Contents = pdf.make_stream(b"/X Do")
        pdf.save(tmp_path / "a.pdf")

    with pytest.raises(InputError, match="without end"):
        read(tmp_path / "a.pdf")


def test_drawings_that_multiply(tmp_path):
    """Ten of ten of ten … drawings are refused before they are drawn."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        own = form(pdf, b"0 0 5 5 re f", Dictionary())
        for _ in range(8):
            own = form(pdf, b"/X Do " * 10, Dictionary(XObject=Dictionary(X=own)))
        page.Resources = Dictionary(XObject=Dictionary(X=own))
        page.Contents = pdf.make_stream(b"/X Do")
        pdf.save(tmp_path / "a.pdf")

    with pytest.raises(InputError, match="without end"):
        read(tmp_path / "a.pdf")


def test_drawings_that_release_files_have(tmp_path):
    """A drawing within a drawing is read, with its words."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(300, 300))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        inner = form(
            pdf, b"BT /L 10 Tf 20 20 Td (Net sales 1,234) Tj ET", Dictionary(Font=Dictionary(L=font))
        )
        outer = form(pdf, b"/X Do", Dictionary(XObject=Dictionary(X=inner)))
        page.Resources = Dictionary(XObject=Dictionary(X=outer))
        page.Contents = pdf.make_stream(b"q /X Do Q")
        pdf.save(tmp_path / "a.pdf")

    assert read(tmp_path / "a.pdf").text.strip() == "Net sales 1,234"


def test_a_page_of_scattered_words_and_rules(tmp_path):
    """Thousands of words without any order take seconds, not hours."""
    chance = random.Random(5)
    maker = Maker()
    for _ in range(3000):
        maker.text(
            chance.uniform(10, 560),
            chance.uniform(20, 800),
            chance.choice(["1,234", "(5)", "abc", "2024"]),
            chance.choice([2, 6, 12]),
        )
    for _ in range(1500):
        x, y = chance.uniform(0, 500), chance.uniform(0, 800)
        maker.rule(x, y, *chance.choice([(x + 60, y), (x, y + 60)]))
    path = maker.save(tmp_path / "a.pdf")

    document = read(path)

    assert document.text


@pytest.mark.parametrize("seed", range(60))
def test_damaged_files_are_read_or_refused(tmp_path, seed):
    """Changed bytes, missing stretches and missing ends give a document or one sentence."""
    chance = random.Random(seed)
    maker = (
        Maker()
        .text(60, 60, "売上高は1,234百万円")
        .row(90, "Net sales", "84,215", "79,222")
        .rule(50, 70, 500, 70)
    )
    data = bytearray(maker.save(tmp_path / "a.pdf", compress_streams=False).read_bytes())
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    at = chance.randrange(len(data))
    del data[at : at + chance.randint(0, 200)]
    (tmp_path / "b.pdf").write_bytes(
        b"%PDF-1.7\n" + bytes(data[9:] if seed % 3 else data[9 : len(data) // 2])
    )

    try:
        document = read(tmp_path / "b.pdf")
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert document.format == "pdf"


def test_nothing_is_run_or_fetched(tmp_path, monkeypatch):
    """Scripts, launch actions and links of a file stay what they are: bytes."""
    import socket

    monkeypatch.setattr(socket, "socket", lambda *_: pytest.fail("a file was fetched"))
    path = Maker().text(60, 60, "Net sales 1,234").save(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        launch = Dictionary(S=Name.Launch, F=str(tmp_path / "made.txt"))
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.launchURL('http://localhost/')")
        pdf.Root.AA = Dictionary(WC=launch, O=launch)
        pdf.save(path)

    assert read(path).text.strip() == "Net sales 1,234"
    assert not (tmp_path / "made.txt").exists()
