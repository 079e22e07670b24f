"""Word files: what their final view shows, where every word stands, and what hostile files come to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office import p, relations, t, tbl, tc, tr, word, zipped

import bilingual
from bilingual.model.document import Language, Span
from bilingual.text.layer import read_layer
from bilingual.text.segments import split_segments

LIST = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%2"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/>'
    '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Mark"><w:name w:val="Mark"/><w:basedOn w:val="Up"/></w:style>'
    '<w:style w:type="character" w:styleId="Up"><w:name w:val="Up"/><w:basedOn w:val="Mark"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)
BOX = "<w:txbxContent>{}</w:txbxContent>"


def numbered(number, text, level=0):
    """A paragraph of a list."""
    return p(
        text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )  # fmt: skip


def field(instruction, result):
    """A field with its result."""
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{kinds[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{kinds[1]}{result}{kinds[2]}"


SHOWN = {
    "paragraphs are lines": (p("売上高は95億円。") + p("Net sales"), "売上高は95億円。\nNet sales\n", ""),
    "runs join": (p(t("9,"), t("528"), t("百万円")), "9,528百万円\n", ""),
    "a long paragraph has a blank line behind it": (p("売" * 28) + p("a"), "売" * 28 + "\n\na\n", ""),
    "a forced line end is a line end": (p("a", "<w:r><w:br/></w:r>", "b"), "a\nb\n", ""),
    "words between tabs are cells": (p("", "<w:r><w:tab/></w:r>", "2025", "<w:r><w:tab/><w:tab/></w:r>", "2024"), "\t2025\t2024\n", ""),
    "a row of tabs is no paragraph, however long": (
        p("a", "<w:r><w:tab/></w:r>", "1", "<w:r><w:tab/></w:r>", "2") + p("売" * 28, "<w:r><w:tab/></w:r>", "3", "<w:r><w:tab/></w:r>", "4"),
        "a\t1\t2\n" + "売" * 28 + "\t3\t4\n", "",
    ),
    "one tab is an indent": (p("<w:r><w:tab/></w:r>", "a"), "a\n", ""),
    "an insertion is in, a deletion is out": (
        p("売上高", '<w:del w:id="1"><w:r><w:delText>95</w:delText></w:r></w:del>', f'<w:ins w:id="2">{t("96")}</w:ins>', "億円"),
        "売上高96億円\n", "2 tracked changes",
    ),
    "moved words stand where they went": (
        p(f"<w:moveFrom>{t('a')}</w:moveFrom>", "b", f"<w:moveTo>{t('a')}</w:moveTo>"), "ba\n", "2 tracked changes",
    ),
    "a deleted paragraph mark joins": (p("9,", properties="<w:rPr><w:del/></w:rPr>") + p("528"), "9,528\n", "1 tracked change "),
    "a deleted row is out": (
        tbl(tr("", "2025"), tr("a", "1", properties="<w:del/>"), tr("b", "2")), "\t2025\nb\t2\n\n", "tracked change",
    ),
    "hidden text is out": (p("a", t("9", "<w:vanish/>"), t("8", '<w:rStyle w:val="Ghost"/>')), "a\n", "hidden text left out in 2 places"),
    "what is switched off is shown": (p(t("a", '<w:vanish w:val="0"/>')), "a\n", ""),
    "a hidden row is out": (
        tbl(tr("", "2025"), tr("a", "1", properties="<w:hidden/>"), tr("b", "2")), "\t2025\nb\t2\n\n", "hidden text",
    ),
    "fields show their result": (p("計", field("=SUM(ABOVE)", t("95"))), "計95\n", ""),
    "a field that never ends hides nothing": (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "a") + p("b"), "b\n", ""),
    "a table of contents is out": (
        p(field("TOC \\o", t("1. 概況 3"))) + p("2. 見通し 5", properties='<w:pStyle w:val="T1"/>') + p("a"), "a\n", "table of contents",
    ),
    "lists are numbered": (
        numbered(1, "a") + numbered(1, "b", 1) + numbered(1, "c", 1) + numbered(1, "d") + numbered(1, "e", 1),
        "1. a\n① b\n② c\n2. d\n① e\n", "",
    ),
    "a list that begins elsewhere": (numbered(1, "a") + numbered(3, "b") + numbered(3, "c"), "1. a\n5. b\n6. c\n", ""),
    "bullets": (numbered(2, "a"), "• a\n", ""),
    "numbers come from styles too": (p("概況", properties='<w:pStyle w:val="H1"/>') + p("a"), "1. 概況\n\na\n", ""),
    "no list, no number": (numbered(9, "a") + numbered(0, "b"), "a\nb\n", ""),
    "raised digits are marks": (p("EBITDA", t("(", '<w:vertAlign w:val="superscript"/>'), t("1)", '<w:rStyle w:val="Mark"/>')), "EBITDA⁽¹⁾\n", ""),
    "lowered digits stay": (p("CO", t("2", '<w:vertAlign w:val="subscript"/>')), "CO2\n", ""),
    "ruby shows its base": (
        p(f"<w:r><w:ruby><w:rt>{t('うりあげ')}</w:rt><w:rubyBase>{t('売上')}</w:rubyBase></w:ruby></w:r>", "高"), "売上高\n", "",
    ),
    "an empty form field shows nothing": (
        p("a", f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{t('Click')}</w:sdtContent></w:sdt>"), "a\n", "",
    ),
    "a form field shows its content": (p("a", f"<w:sdt><w:sdtContent>{t('b')}</w:sdtContent></w:sdt>"), "ab\n", ""),
    "a head over two columns stands over both": (
        tbl(tr("", tc("2025年3月期", properties='<w:gridSpan w:val="2"/>')), tr("", "百万円", "％"), tr("売上高", "95", "1.2")),
        "\t2025年3月期\t2025年3月期\n\t百万円\t％\n売上高\t95\t1.2\n\n", "",
    ),
    "a category over several rows is a heading": (
        tbl(
            tr(tc("区分", properties='<w:gridSpan w:val="2"/>'), "2024"),
            tr(tc("水", properties='<w:vMerge w:val="restart"/>'), "取水量", "10"),
            tr(tc("", properties="<w:vMerge/>"), "排水量", "8"),
        ),
        "区分\t2024\n水\t\n取水量\t10\n排水量\t8\n\n", "",
    ),
    "cells left out before a row": (
        tbl(tr("", "2025", "2024"), tr("a", "1", "2"), tr("b", properties='<w:gridBefore w:val="1"/>')), "\t2025\t2024\na\t1\t2\n\tb\t\n\n", "",
    ),
    "a table in a cell is a table": (
        tbl(tr(tc(tbl(tr("", "2025"), tr("a", "1")), ""), tc("右"))), "\t2025\na\t1\n\n右\n\n", "",
    ),
    "a table of one column is text": (tbl(tr("a"), tr("b")), "a\nb\n\n", ""),
    "a text box stands behind its paragraph, once": (
        p("a", f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{BOX.format(p('枠'))}</w:drawing></mc:Choice>"
               f"<mc:Fallback><w:pict>{BOX.format(p('枠'))}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"),
        "a\n\n枠\n\n", "",
    ),
    "a picture is told": (p("a", "<w:r><w:drawing><a:blip/></w:drawing></w:r>"), "a\n", "1 picture or chart not read"),
    "a note stands below": (
        p("売上高", '<w:r><w:footnoteReference w:id="2"/></w:r>', "95") + p("a"), "売上高¹95\na\n¹ 注記です\n\n", "",
    ),
    "a note without text is nothing": (p("a", '<w:r><w:footnoteReference w:id="7"/></w:r>'), "a¹\n", ""),
    "a hyphen that does not break": (p(t("4"), "<w:r><w:noBreakHyphen/></w:r>", t("6")), "4-6\n", ""),
}  # fmt: skip
NOTES = f'<w:footnote w:id="2">{p("注記です")}</w:footnote>'


def read(tmp_path, data, name="a.docx"):
    """The document of the bytes of a file."""
    path = tmp_path / name
    path.write_bytes(data)
    return bilingual.read(path)


@pytest.mark.parametrize("name", SHOWN)
def test_final_view(name, tmp_path):
    """Lines are what the final view shows; what is left out or taken as accepted is said."""
    body, text, remark = SHOWN[name]

    document = read(tmp_path, word(body, styles=STYLES, numbering=LIST, footnotes=NOTES))

    assert document.text == text
    assert bool(document.remarks) is bool(remark)
    assert remark in " ".join(document.remarks)


def test_places(tmp_path):
    """A word of a paragraph, of a cell, of a note and of an inner table stands where its place says."""
    body = (
        p("概況")
        + tbl(tr("", "2025"), tr("売上高", "9,528"))
        + p("注", '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + tbl(tr(tc(tbl(tr("", "x"), tr("b", "77")), ""), tc("c")))
    )
    document = read(tmp_path, word(body, footnotes=NOTES))

    def place(words):
        at = document.text.index(words)
        return document.origin(Span(at, at + len(words))).to_dict()

    assert place("概況") == {"block": 0}
    assert place("9,528") == {"block": 1, "row": 1, "column": 1}
    assert place("注記です") == {"block": 3, "part": "footnote 1"}
    assert place("77") == {"block": 3, "row": 1, "column": 1, "part": "inner table 1"}


def test_paragraphs_stay_apart(tmp_path):
    """Two paragraphs are never one sentence, whatever the first one ends on."""
    long = "問合せ先責任者 （役職名） 執行役員経理部長 （氏名） 大庭 理恵 TEL 095-555-0142"
    document = read(tmp_path, word(p(long) + p("定時株主総会開催予定日 2025年6月25日")))

    found = split_segments(read_layer(document), range(1, document.last_line + 1), Language.JA)

    assert len(found) == 2


def test_a_short_paragraph_is_no_part_of_a_long_one(tmp_path):
    """What stands above a long paragraph stays apart from it, though no full stop ends it."""
    short, long = (
        "電話会議:10月2日16時30分~17時30分",
        "新しい工場は2027年6月の稼働を予定しており、約120名を新たに採用します。",
    )
    document = read(tmp_path, word(p(short) + p(long)))

    found = split_segments(read_layer(document), range(1, document.last_line + 1), Language.JA)

    assert [segment.text for segment in found] == [short, long]


DEEP = "<w:tbl><w:tr><w:tc>" * 60 + p("a") + "</w:tc></w:tr></w:tbl>" * 60
XXE = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
BODY = word(p("a"))
INSIDE = BODY.index(b"word/document.xml") + 40
HOSTILE = {
    "no body": (zipped({"[Content_Types].xml": "", "word/document.xml": "<a/>"}), "no body"),
    "no main part": (zipped({"[Content_Types].xml": "", "word/other.xml": "<a/>"}), "lacks its main part"),
    "entities": (zipped({"[Content_Types].xml": "", "word/document.xml": f"{XXE}<a>&e;</a>"}), "document type declaration"),
    "broken mark-up": (zipped({"[Content_Types].xml": "", "word/document.xml": "<a><b></a>"}), "well-formed"),
    "too deep": (word(DEEP), "deep"),
    "far too deep": (word("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000), "well-formed"),
    "no text": (word(p("")), "holds no text"),
    "cut off": (BODY[:-30], "damaged"),
    "flipped bytes": (BODY[:INSIDE] + b"\xff" * 40 + BODY[INSIDE + 40 :], "damaged"),
    "a bomb": (zipped({"[Content_Types].xml": "", "word/document.xml": b"<a>" + b" " * 90_000_000}), "unpacks to"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_one_sentence(name, tmp_path):
    """A file that cannot be used is refused in one sentence that names it."""
    data, words = HOSTILE[name]

    with pytest.raises(bilingual.InputError) as caught:
        read(tmp_path, data)

    assert words in str(caught.value)
    assert "a.docx" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_nothing_outside_is_read(tmp_path):
    """Parts that lie outside the package are never opened."""
    made = {
        "[Content_Types].xml": "",
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": '<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>',
        "word/_rels/document.xml.rels": relations(
            ("styles", "file:///etc/passwd", "External"), ("numbering", "../../../../../etc/passwd")
        ),
    }

    assert read(tmp_path, zipped(made)).text == "a\n"


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=1, max_size=12), st.integers(0, 4_000))
def test_damaged_file_is_read_or_refused(tmp_path_factory, noise, at):
    """Whatever is overwritten in a file, it is read, or refused in a sentence."""
    data = bytearray(word(p("売上高は95億円") + tbl(tr("", "2025"), tr("売上高", "9,528")), styles=STYLES))
    at %= len(data)
    data[at : at + len(noise)] = noise
    path = tmp_path_factory.mktemp("damaged") / "a.docx"
    path.write_bytes(bytes(data))

    try:
        bilingual.read(path)
    except bilingual.InputError as error:
        assert "\n" not in str(error)


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=8).filter(
    lambda text: not set(text) & set("<>&")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6))
def test_every_paragraph_is_shown(tmp_path_factory, texts):
    """The words of every paragraph stand on a line, in order."""
    path = tmp_path_factory.mktemp("words") / "a.docx"
    path.write_bytes(word("".join(p(text) for text in ["始", *texts])))
    lines = bilingual.read(path).text.split("\n")

    found = iter(line for line in lines)
    for text in texts:
        shown = " ".join(text.split()) if text.split() else ""
        assert any(" ".join(line.split()) == shown for line in found), (text, lines)


def test_a_text_beside_its_translation(tmp_path):
    """A table with a Japanese and an English column of running text is read cell by cell, and both are compared."""
    rows = [
        ("2025年2月3日", "February 3, 2025"),
        (
            "受注高は前期比14.2%増の412億円でした。",
            "Orders received increased 12.4% year on year to ¥41.2 billion.",
        ),
        (
            "新工場は2026年9月に稼働する予定です。",
            "The new plant is scheduled to start operation in September 2026.",
        ),
    ]
    path = tmp_path / "notice.docx"
    path.write_bytes(word(tbl(*(tr(*(tc(text) for text in row)) for row in rows))))

    found = [finding for finding in bilingual.check(path).findings if finding.severity == "error"]

    assert [(one.rule, one.ja.text, one.en.text) for one in found] == [("PCT001", "14.2%", "12.4%")]
