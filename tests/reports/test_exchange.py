"""Aligned segments for translation tools: valid files that our own readers and the tools take."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from samples import CLEAN, ROOT

import bilingual
from bilingual.cli import main
from bilingual.containers.units import Unit, tmx_bytes, xliff_12_bytes, xliff_21_bytes
from bilingual.readers.bitext import read_bitext
from bilingual.reports.exchange import aligned_units, exchange_bytes

SEGMENTS = ROOT / "tests" / "data" / "segments"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HARD = (
    Unit("1", "<b>&\"'95億円</b>", "a\tb\rc & d", (("kind", "row"),)),
    Unit("a b", "  空白  ", "]]>", ()),
    Unit("a b", "\x00\x0b制御", "\ud800\ufffe", (("n", "\x1b"),)),
)


@pytest.fixture(scope="module")
def report():
    """The alignment of the packaged release."""
    return bilingual.align(CLEAN)


def names(element):
    """Names of the child elements."""
    return [etree.QName(child).localname for child in element]


def check_tmx(data):
    """The rules of the document type of TMX 1.4b for the elements that we write."""
    root = etree.fromstring(data)
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">')
    assert (root.tag, dict(root.attrib), names(root)) == ("tmx", {"version": "1.4"}, ["header", "body"])
    header = root[0].attrib
    needed = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert set(header) == needed
    assert header["segtype"] in ("block", "paragraph", "sentence", "phrase")
    for unit in root[1]:
        assert unit.tag == "tu"
        assert set(unit.attrib) <= {"tuid"}
        assert re.fullmatch("(note|prop)*(tuv)+", "".join(names(unit)))
        for variant in unit.iter("tuv"):
            assert names(variant) == ["seg"]
            assert variant.get(XML_LANG) in ("ja", "en")
        assert all(prop.get("type") for prop in unit.iter("prop"))


def check_xliff_12(data):
    """The rules of the schema of XLIFF 1.2 for the elements that we write."""
    root = etree.fromstring(data)
    assert root.tag == "{urn:oasis:names:tc:xliff:document:1.2}xliff"
    assert names(root) == ["file"]
    assert {"original", "source-language", "datatype"} <= set(root[0].attrib)
    assert names(root[0]) == ["body"]
    for unit in root[0][0]:
        assert re.fullmatch("source(target)?(note)*", "".join(names(unit)))
        assert unit.get("id") is not None


def check_xliff_21(data):
    """The rules of the schema of XLIFF 2.1 for the elements that we write."""
    root = etree.fromstring(data)
    assert root.tag == "{urn:oasis:names:tc:xliff:document:2.0}xliff"
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.1", "ja", "en")
    ids = [unit.get("id") for unit in root[0]]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[\w.:-]+", name) for name in ids)
    for unit in root[0]:
        assert re.fullmatch("(notes)?(segment)+", "".join(names(unit)))
        assert names(unit[-1]) in (["source"], ["source", "target"])


CHECKS = {"tmx": check_tmx, "xliff": check_xliff_12, "xliff2": check_xliff_21}


@pytest.mark.parametrize("name", CHECKS)
def test_alignment_is_valid_and_read_back(report, name, tmp_path):
    """The alignment of a release is a valid file in every format, and comes back pair for pair."""
    data = exchange_bytes(report, name)
    path = tmp_path / f"a.{name}"
    path.write_bytes(data)
    units = list(aligned_units(report))

    CHECKS[name](data)
    back = [(segment.ja, segment.en) for segment in read_bitext(path).segments]

    expected = [(unit.ja, unit.en) for unit in units]
    assert back == (list(dict.fromkeys(expected)) if name == "tmx" else expected)
    assert data == exchange_bytes(bilingual.align(CLEAN), name)


@pytest.mark.parametrize("name", CHECKS)
def test_hard_texts(name, tmp_path):
    """Markup in texts, control characters and ids that are no tokens give a valid file all the same."""
    data = {
        "tmx": lambda: tmx_bytes(HARD),
        "xliff": lambda: xliff_12_bytes(HARD, "a<b>.docx"),
        "xliff2": lambda: xliff_21_bytes(HARD, "a<b>.docx"),
    }[name]()
    path = tmp_path / "a.xml"
    path.write_bytes(data)

    CHECKS[name](data)
    texts = [element.text for element in etree.fromstring(data).iter("{*}seg", "{*}source", "{*}target")]
    assert texts == [
        "<b>&\"'95億円</b>", "a\tb\rc & d", "  空白  ", "]]>", "\ufffd\ufffd制御", "\ufffd\ufffd",
    ]  # fmt: skip


def test_no_place_stands_in_two_units(report):
    """A sentence of either version is in one unit at most, and captions of rows are among them."""
    units = list(aligned_units(report))
    prose = [unit for unit in units if dict(unit.notes)["kind"] == "prose"]

    assert len({unit.ja for unit in prose}) == len(prose)
    assert any(dict(unit.notes)["kind"] == "row" for unit in units)


def test_a_bilingual_file_becomes_another(capsys, tmp_path):
    """``align`` turns a working file of one tool into a memory for another; segments keep their ids."""
    target = tmp_path / "a.tmx"

    status = main(["align", str(SEGMENTS / "release.xlf"), "--format", "tmx", "-o", str(target)])

    assert (status, capsys.readouterr().out) == (0, "")
    assert [unit.get("tuid") for unit in etree.parse(target).iter("tu")] == ["u1", "u2", "u5/1", "u5/2"]


def test_the_input_is_not_overwritten(capsys):
    """The file that is read is refused as the output."""
    path = str(SEGMENTS / "release.tmx")

    assert main(["align", path, "--format", "tmx", "-o", path]) == 2
    assert "another name" in capsys.readouterr().err
