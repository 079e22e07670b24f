"""Copies of PDF files with remarks: where they lie, what they say, and that originals stay as they are."""

from __future__ import annotations

import pikepdf
import pytest
from pdf_maker import Maker

import bilingual
from bilingual.annotate import annotate
from bilingual.cli import main
from bilingual.errors import OptionError
from bilingual.options import Options
from bilingual.pipeline import check

ROWS = (("売上高", "Net sales", "84,215", "79,222"), ("売上原価", "Cost of sales", "66,904", "63,780"))


def pair(folder, *, wrong="84,125", **saved):
    """A Japanese and an English PDF file whose first figure differs."""
    ja, en = Maker().text(60, 60, "（単位：百万円）"), Maker().text(60, 60, "(Millions of yen)")
    ja.text(270, 80, "2025年3月期").text(350, 80, "2024年3月期")
    en.text(270, 80, "FY2024").text(350, 80, "FY2023")
    for number, (label, name, one, other) in enumerate(ROWS):
        ja.row(100 + 15 * number, label, one, other)
        en.row(100 + 15 * number, name, wrong if not number else one, other)
    ja.text(60, 200, "売上高は84,215百万円となりました。")
    en.text(60, 200, "Net sales were 84,215 million yen.")
    return ja.save(folder / "ja.pdf", **saved), en.save(folder / "en.pdf", **saved)


def annotations(path, password=""):
    """The annotations of the first page."""
    with pikepdf.open(path, password=password) as pdf:
        return [
            {
                "kind": str(one.Subtype),
                "text": str(one.Contents),
                "rect": [float(x) for x in one.Rect],
                "colour": [float(x) for x in one.C],
            }
            for one in pdf.pages[0].obj.get("/Annots", [])
        ]


def test_a_finding_is_a_highlight_over_its_figure(tmp_path):
    """The figure is marked with what both versions say, in both languages; the documents stay as they are."""
    ja, en = pair(tmp_path)
    before = en.read_bytes()

    written = annotate([check(ja, en)], tmp_path / "copies")

    assert [one.copy.name for one in written] == ["ja.pdf", "en.pdf"]
    mark = annotations(tmp_path / "copies" / "en.pdf")[0]
    left, bottom, right, top = mark["rect"]
    assert mark["kind"] == "/Highlight"
    assert 265 < left < 275 and 298 < right < 304 and 735 < bottom < 742 and 748 < top < 756
    assert "日本語: 84,215" in mark["text"] and "English: 84,125" in mark["text"]
    assert en.read_bytes() == before


def test_severities_have_their_colours(tmp_path):
    """An error is red."""
    ja, en = pair(tmp_path)
    annotate([check(ja, en)], tmp_path / "copies")

    red, green, blue = annotations(tmp_path / "copies" / "ja.pdf")[0]["colour"]

    assert red == 1 and green < 0.6 and blue < 0.6


def test_ticks_stand_beside_figures_that_are_confirmed(tmp_path):
    """A figure that agrees is ticked, the one that differs is not."""
    ja, en = pair(tmp_path)

    (_, english) = annotate([check(ja, en)], tmp_path / "copies", ticks=True)

    found = annotations(english.copy)
    ticks = [one for one in found if one["kind"] == "/Stamp"]
    assert english.ticks == len(ticks) >= 3
    marked = [one["rect"] for one in found if one["kind"] == "/Highlight"]
    assert not any(
        abs(tick["rect"][0] - rect[2]) < 4 and rect[1] < tick["rect"][3] < rect[3] + 6
        for tick in ticks
        for rect in marked
    )


def test_a_turned_page_is_marked_where_it_shows_the_figure(tmp_path):
    """Highlights lie over the same characters whichever way the page lies."""
    ja, en = pair(tmp_path)
    plain = {
        one.copy.name: annotations(one.copy)[0]["rect"]
        for one in annotate([check(ja, en)], tmp_path / "plain")
    }
    for turn in (90, 180, 270):
        for path in (ja, en):
            with pikepdf.open(path, allow_overwriting_input=True) as pdf:
                pdf.pages[0].Rotate = turn
                pdf.pages[0].CropBox = [20, 10, 580, 830]
                pdf.save(path)
        document = bilingual.read(en)
        if "84,125" not in document.text:
            continue  # text that stands on its head is read as it is shown
        at = document.text.index("84,125")
        from bilingual.annotate.pdf import _Frame

        with pikepdf.open(en) as pdf:
            frame = _Frame(pdf.pages[0])
        box = document.layout.origin(at, at + 6).box
        xs, ys = zip(frame.point(box[0], box[1]), frame.point(box[2], box[3]), strict=True)
        left, bottom, right, top = plain["en.pdf"]
        assert left < min(xs) and max(xs) < right and bottom < min(ys) and max(ys) < top, turn


def test_protected_files_stay_protected(tmp_path):
    """The copy of a protected file opens with the same password."""
    ja, en = pair(tmp_path, encryption=pikepdf.Encryption("own", "secret"))
    options = Options(password="secret")

    annotate([check(ja, en, options=options)], tmp_path / "copies", password="secret")

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "copies" / "en.pdf")
    assert annotations(tmp_path / "copies" / "en.pdf", "secret")


def test_text_files_take_no_remarks(tmp_path):
    """Documents of other formats are refused with the way out."""
    (tmp_path / "ja.txt").write_text("売上高は84,215百万円です。\n", encoding="utf-8")
    (tmp_path / "en.txt").write_text("Net sales were 84,215 million yen.\n", encoding="utf-8")

    with pytest.raises(OptionError, match="PDF"):
        annotate([check(tmp_path / "ja.txt", tmp_path / "en.txt")], tmp_path / "copies")

    assert not (tmp_path / "copies").exists()


def test_a_copy_never_replaces_its_document(tmp_path):
    """The folder of the documents is refused."""
    ja, en = pair(tmp_path)

    with pytest.raises(OptionError, match="another folder"):
        annotate([check(ja, en)], tmp_path)


def test_the_command_writes_copies(tmp_path, capsys):
    """`check --annotate` tells where the copies are; `--ticks` needs it."""
    ja, en = pair(tmp_path)

    assert main(["check", str(ja), str(en), "--annotate", str(tmp_path / "copies"), "--ticks"]) == 1
    assert "marked" in capsys.readouterr().err
    assert main(["check", str(ja), str(en), "--ticks"]) == 2
