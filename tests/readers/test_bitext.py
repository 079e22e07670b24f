"""Bilingual files of translators' tools: the same segments from every format, without tags, with their ids."""

from __future__ import annotations

import json

import jsonschema
import pytest
from samples import ROOT

import bilingual
from bilingual.containers.inline import without_tags
from bilingual.containers.sheets import sheet_bytes
from bilingual.readers.bitext import is_bitext, read_bitext
from bilingual.reports import RENDERERS, render

FOLDER = ROOT / "tests" / "data" / "segments"
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
PAIRS = [
    ("売上高は95億円となりました。", "Net sales were JPY9.5 billion."),
    (
        "営業利益は12億円でした。 前年同期比17.5%増です。",
        "Operating income was JPY1.3 billion, up 17.5% year on year.",
    ),
    ("配当は1株当たり10円です。", ""),
    ("2001-1234", ""),
    ("従業員数は1,234人です。", "There are 1,234 employees."),
    ("配当は20円です。", "The dividend is JPY25."),
]
IDS = {
    "release.xlf": ["u1", "u2", "u3", "u4", "u5/1", "u5/2"],
    "release_21.xliff": ["u1", "u2", "u3", "u4", "u5/1", "u5/2"],
    "release.sdlxliff": ["1", "2", "3", "3f0a-3", "4", "5"],
    "release.mqxliff": ["1", "2", "3", "4", "5", "6"],
    "release.tmx": ["a", "b", "c", "d", "e", "f"],
    "release.po": ["summary.md:3", "summary.md:5", "dividend", "code", "employees", "dividend %d"],
    "release.csv": ["1", "2", "3", "4", "5", "6"],
}
FILES = sorted(FOLDER.iterdir())


def plain(text):
    """A text without what the formats of the samples cannot all hold: marks of notes, the end of a message."""
    return text.replace("¹", "").replace("、。", "。").replace(", .", ".")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_segments_of_every_format(path):
    """Every format gives the same segments with the ids of the file; tags are gone, suggestions are no segments."""
    bitext = read_bitext(path)

    assert is_bitext(path)
    assert [segment.ja_place.id for segment in bitext.segments] == IDS[path.name]
    for number, (segment, (ja, en)) in enumerate(zip(bitext.segments, PAIRS, strict=True)):
        if number in (2, 3):
            assert segment.skipped
        else:
            assert (plain(segment.ja), plain(segment.en)) == (ja, en)
            assert not segment.skipped


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_findings_are_those_of_the_pairs(path):
    """A bilingual file gives the findings of `check_pairs`, at the same segments, with their ids."""
    expected = [
        (item["rule"], item["ja"]["line"], item["ja"]["text"], item["en"]["text"])
        for found in bilingual.check_pairs([pair if all(pair) else ("", "") for pair in PAIRS])
        for item in found
    ]

    out = bilingual.check(path).to_dict()

    jsonschema.Draft202012Validator(SCHEMA).validate(out)
    assert [
        (f["rule"], f["ja"]["line"], f["ja"]["text"], f["en"]["text"]) for f in out["findings"]
    ] == expected
    assert [item["ja"]["segment"] for item in out["findings"]] == [IDS[path.name][1], IDS[path.name][5]]
    assert out["documents"]["ja"]["unit"] == "segment"
    assert len({item["id"] for item in out["findings"]}) == len(expected)


@pytest.mark.parametrize("name", [renderer.name for renderer in RENDERERS])
def test_every_report_names_the_segment(name):
    """Reports of all formats say which segment a finding is in, by number and id."""
    report = bilingual.check(FOLDER / "release.xlf")

    text = render(report, name)

    assert "u5/2" in text
    assert text == render(report, name)
    if name == "sarif":
        places = [result["locations"][0] for result in json.loads(text)["runs"][0]["results"]]
        assert [place["physicalLocation"]["region"]["startLine"] for place in places] == [15, 23]


def test_workbook(tmp_path):
    """A workbook gives segments of every sheet with a header, cells as they are shown, places by sheet and cell."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Q1"
    sheet.append(["Release", "2001-11-14"])
    sheet.append(["Segment ID", "Japanese", "English"])
    sheet.append(["s1", "売上高は95億円です。", "Net sales were JPY9.4 billion."])
    sheet.append(["s2", 0.175, "17.5%"])
    sheet["B4"].number_format = "0.0%"
    book.create_sheet("empty")
    path = tmp_path / "release.xlsx"
    book.save(path)

    out = bilingual.check(path).to_dict()

    assert [
        (f["ja"]["segment"], f["ja"]["sheet"], f["ja"]["cell"], f["en"]["cell"]) for f in out["findings"]
    ] == [("s1", "Q1", "B3", "C3")]
    assert read_bitext(path).segments[1].ja == "17.5%"


def test_a_sheet_that_we_write_is_read_back(tmp_path):
    """Cells that look like formulas come back as the texts that they are."""
    path = tmp_path / "release.xlsx"
    path.write_bytes(sheet_bytes([["ja", "en"], ["=1+1は2です。", "=1+1 is 2."]]))

    segment = read_bitext(path).segments[0]

    assert (segment.ja, segment.en) == ("=1+1は2です。", "=1+1 is 2.")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("注(1)は<b>95</b>億円", "注(1)は95億円"),
        ("1<br/>2", "1 2"),
        ("a < b > c", "a < b > c"),
        ("x<5、y>3", "x<5、y>3"),
        ("{1>bold<1}", "bold"),
    ],
)
def test_tags_in_plain_text(text, shown):
    """Tags that are written out are left out; comparisons with < and > stay."""
    assert without_tags(text) == shown


@pytest.mark.parametrize("text", ["5% sales growth", "売上高5%増", "10%d", "up 5%, %"])
def test_per_cent_is_no_placeholder(text):
    """A per cent of a figure stays in messages."""
    assert without_tags(text, messages=True) == text


XLIFF = (
    '<xliff version="1.2"><file {}><body><trans-unit id="1"><source>{}</source><target>{}</target></trans-unit>'
    "</body></file></xliff>"
)


@pytest.mark.parametrize(
    ("attributes", "source", "target"),
    [
        (
            'source-language="en-GB" target-language="ja"',
            "Net sales were JPY9.4 billion.",
            "売上高は95億円です。",
        ),
        ('source-language="en"', "Net sales were JPY9.4 billion.", "売上高は95億円です。"),
        ("", "売上高は95億円です。", "Net sales were JPY9.4 billion."),
        ("", "Net sales were JPY9.4 billion.", "売上高は95億円です。"),
    ],
)
def test_either_direction(tmp_path, attributes, source, target):
    """The sides are told by the file's attributes, or by what they hold."""
    path = tmp_path / "a.xlf"
    path.write_text(XLIFF.format(attributes, source, target), encoding="utf-8")

    (finding,) = bilingual.check(path).findings

    assert (finding.ja.text, finding.en.text) == ("95億円", "JPY9.4 billion")


def test_read_as_document_or_segments(tmp_path):
    """A table with both languages is segments unless it is to be a document; a text file may be segments."""
    path = tmp_path / "release.txt"
    path.write_text("ja\ten\n売上高は95億円です。\tNet sales were JPY9.4 billion.\n", encoding="utf-8")

    assert not is_bitext(path)
    report = bilingual.check(path, options=bilingual.Options(read_as="segments"))
    assert len(report.findings) == 1


def test_a_bilingual_file_stands_alone(tmp_path):
    """A bilingual file beside another file is refused."""
    with pytest.raises(bilingual.OptionError, match="by itself"):
        bilingual.check(FOLDER / "release.tmx", FOLDER / "release.po")


def test_ids_of_several_files_in_one(tmp_path):
    """Units of several files in one XLIFF keep apart by the name of their file."""
    text = XLIFF.format('original="a.txt"', "売上高は95億円です。", "Net sales were JPY9.5 billion.")
    body = text.partition(">")[2].removesuffix("</xliff>")
    path = tmp_path / "a.xlf"
    path.write_text(f'<xliff version="1.2">{body}{body.replace("a.txt", "b.txt")}</xliff>', encoding="utf-8")

    assert [segment.ja_place.id for segment in read_bitext(path).segments] == ["a.txt#1", "b.txt#1"]
