"""Word and Excel copies with remarks: where the remarks stand, and that nothing else changes."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree
from office import p, tbl, tr, word
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

import bilingual
from bilingual.annotate import annotate

HEAD = p("売上高は前年より増加し、9,528百万円となりました。当社は堅調でした。")
JA = HEAD + tbl(
    tr("（百万円）", "2024年3月期", "2025年3月期"),
    tr("売上高", "8,110", "9,528"),
    tr("営業利益", "812", "954"),
    tr("当期純利益", "=500+1", "601"),
)
EN = p("Net sales rose to ¥9,582 million on firm demand for all of our products and services.") + tbl(
    tr("(Millions of yen)", "FY ended March 31, 2024", "FY ended March 31, 2025"), tr("Net sales", "8,110", "9,528"), tr("Operating profit", "812", "945"), tr("Profit", "=500+1", "601")
)  # fmt: skip


@pytest.fixture
def pair(tmp_path):
    """Two Word files that differ in a sentence and in a cell."""
    paths = tmp_path / "q1_ja.docx", tmp_path / "q1_en.docx"
    for path, body in zip(paths, (JA, EN), strict=True):
        path.write_bytes(word(body))
    return paths


def comments(path):
    """The comments of a Word file: the words that each stands on, and its first line."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        name = next(each for each in package.namelist() if "omments" in each)
        texts = {
            each.get(each.attrib.keys()[0]): "".join(each.itertext())
            for each in etree.fromstring(package.read(name))
        }
    found = []
    for start in body.iter("{*}commentRangeStart"):
        number = start.attrib.values()[0]
        words = ""
        for each in start.itersiblings():
            if each.tag.endswith("}commentRangeEnd") and each.attrib.values()[0] == number:
                break
            words += "".join(each.itertext())
        found.append((words, texts[number]))
    return found


def test_comments_stand_on_the_figures(pair, tmp_path):
    """Every figure in question has a comment on it and on nothing else, in both files."""
    report = bilingual.check(*pair)
    made = annotate([report], tmp_path / "copies")

    assert [one.copy.name for one in made] == ["q1_ja.docx", "q1_en.docx"]
    words = sorted(words for words, _ in comments(made[1].copy))
    assert [one for one in words if re.search("[0-9]", one)] == ["945", "¥9,582 million"]
    assert all(text.startswith(("NUM", "UNT", "NAR", "TRM", "ARI")) for _, text in comments(made[1].copy))


def test_text_and_originals_stay(pair, tmp_path):
    """The copies are read to the same text with the same places; the originals are the same bytes."""
    before = [path.read_bytes() for path in pair]
    made = annotate([bilingual.check(*pair)], tmp_path / "copies", ticks=True)

    assert [path.read_bytes() for path in pair] == before
    for path, one in zip(pair, made, strict=True):
        assert bilingual.read(one.copy).text == bilingual.read(path).text
        assert one.ticks
    shades = zipfile.ZipFile(made[0].copy).read("word/document.xml").decode()
    assert "DDF3DD" in shades
    assert "FFC7C2" in shades


def test_old_comments_stay(tmp_path):
    """A file that has comments keeps them, with their numbers."""
    old = '<w:comment w:id="7" w:author="a"><w:p><w:r><w:t>old</w:t></w:r></w:p></w:comment>'
    ja, en = tmp_path / "ja.docx", tmp_path / "en.docx"
    ja.write_bytes(word(JA, comments=old))
    en.write_bytes(word(EN))

    made = annotate([bilingual.check(ja, en)], tmp_path / "copies")

    texts = etree.fromstring(zipfile.ZipFile(made[0].copy).read("word/comments.xml"))
    numbers = [each.attrib.values()[0] for each in texts]
    assert numbers[0] == "7"
    assert len(set(numbers)) == len(numbers) > 1


def book(path, labels, figures, note=""):
    """A workbook with a table, a formula, a picture of nothing and perhaps a note."""
    made = Workbook()
    sheet = made.active
    sheet.append(["", "FY2023", "FY2024"])
    for label, values in zip(labels, figures, strict=True):
        sheet.append([label, *values])
    sheet["E1"] = "=SUM(B2:B3)"
    for row in sheet["B2:C4"]:
        for cell in row:
            cell.number_format = "#,##0;△#,##0"
    if note:
        sheet["C3"].comment = Comment(note, "a")
        sheet["B2"].comment = Comment("stays", "a")
    made.save(path)


@pytest.fixture
def books(tmp_path):
    """Two Excel files that differ in a cell; the English one has notes."""
    paths = tmp_path / "ja.xlsx", tmp_path / "en.xlsx"
    book(paths[0], ("売上高", "営業利益", "当期純利益"), ((8110, 9528), (812, 954), (500, 601)))
    book(
        paths[1],
        ("Net sales", "Operating profit", "Profit"),
        ((8110, 9528), (812, 945), (500, 601)),
        "=old()",
    )
    return paths


def test_notes_and_fills(books, tmp_path):
    """The cell in question has a note and a fill; notes that stood there stay; a confirmed cell is green."""
    made = annotate([bilingual.check(*books)], tmp_path / "copies", ticks=True)

    sheet = load_workbook(made[1].copy).active
    assert sheet["C3"].comment.text.startswith("=old()")
    assert "954" in sheet["C3"].comment.text
    assert sheet["B2"].comment.text == "stays"
    assert sheet["C3"].fill.fgColor.rgb == "FFFFC7C2"
    assert sheet["B2"].fill.fgColor.rgb == "FFDDF3DD"
    assert sheet["C3"].number_format == "#,##0;△#,##0"
    assert sheet["E1"].value == "=SUM(B2:B3)"
    japanese = load_workbook(made[0].copy).active
    assert "945" in japanese["C3"].comment.text
    assert [cell.coordinate for row in japanese for cell in row if cell.comment] == ["C3"]
    for path, one in zip(books, made, strict=True):
        assert bilingual.read(one.copy).text == bilingual.read(path).text


def test_other_parts_stay(books, tmp_path):
    """Parts that are not edited are the same bytes."""
    made = annotate([bilingual.check(*books)], tmp_path / "copies")
    old, new = zipfile.ZipFile(books[0]), zipfile.ZipFile(made[0].copy)

    assert set(old.namelist()) <= set(new.namelist())
    same = [name for name in old.namelist() if old.read(name) == new.read(name)]
    assert {"xl/workbook.xml", "docProps/core.xml", "_rels/.rels"} <= set(same)


def test_text_files_take_no_remarks(tmp_path):
    """A text file cannot be marked; that is said in one sentence, and nothing is written."""
    path = tmp_path / "a.txt"
    path.write_text(
        "売上高は95億円でした。\n\nNet sales were JPY9.4 billion for the year.\n", encoding="utf-8"
    )

    with pytest.raises(bilingual.OptionError, match="DOCX"):
        annotate([bilingual.check(path)], tmp_path / "copies")
    assert not (tmp_path / "copies").exists()


def test_same_bytes_on_every_run(books, tmp_path):
    """A copy has no date of today."""
    report = bilingual.check(*books)
    one, other = (annotate([report], tmp_path / name)[0].copy.read_bytes() for name in ("a", "b"))

    assert one == other
    assert zipfile.ZipFile(io.BytesIO(one)).testzip() is None
