"""Web pages to lines: what the page shows, with tables in their grid, and nothing that runs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bilingual
from bilingual.errors import InputError
from bilingual.readers import read
from bilingual.readers.sniffing import format_of

PAGE = "<!DOCTYPE html><html><head><title>x</title></head><body>{}</body></html>"


def lines_of(tmp_path, body, encoding="utf-8", head=""):
    """The lines of a page that are not blank."""
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.format(body).replace("<head>", f"<head>{head}").encode(encoding))
    return [line for line in read(path).text.split("\n") if line]


SHOWN = {
    "blocks stand on lines of their own": ("<h1>短信</h1><p>売上高は<b>95</b>億円。</p>", ["短信", "売上高は95億円。"]),
    "a forced line end ends a line": ("<p>a<br>b</p>", ["a", "b"]),
    "a line end of the source between Japanese characters is nothing": ("<p>売上\n高</p>", ["売上高"]),
    "a line end of the source between words is a blank": ("<p>net\n sales</p>", ["net sales"]),
    "numbers of a list are shown": ("<ol start=3><li>a<li>b</ol><ul><li>c</ul>", ["3. a", "4. b", "• c"]),
    "scripts and styles are no text": ("<script>9</script><style>8</style><p>1<template>7</template></p>", ["1"]),
    "what is hidden is left out": ("<p hidden>9</p><p style='display:none'>8</p><div>1</div>", ["1"]),
    "a raised digit is a note mark": ("<p>95億円<sup>1</sup> m<sup>2</sup> 注<sup>(注)</sup></p>", ["95億円¹ m² 注(注)"]),
    "a lowered digit is part of its symbol": ("<p>CO<sub>2</sub></p>", ["CO2"]),
    "a reading above a word is left out": ("<p><ruby>売上<rp>(</rp><rt>うりあげ</rt></ruby>高</p>", ["売上高"]),
    "blanks of a listing stay": ("<pre>売上高   95  94\n利益\t7</pre>", ["売上高   95  94", "利益\t7"]),
    "a table that only arranges the page is none": ("<table><tr><td><p>a</p><p>b</p></td></tr></table>", ["a", "b"]),
    "a caption stands over its table": (
        "<table><caption>表1</caption><tr><th></th><th>2025</th></tr><tr><td>売上高</td><td>95</td></tr></table>",
        ["表1", "\t2025", "売上高\t95"],
    ),
    "heads over several columns stand over each": (
        "<table><tr><td rowspan=2>期<th colspan=2>売上高<tr><td>百万円<td>％<tr><td>当期<td>95<td>1.2</table>",
        ["期\t売上高\t売上高", "\t百万円\t％", "当期\t95\t1.2"],
    ),
    "feet stand last": (
        "<table><tfoot><tr><td>計<td>3</tfoot><tbody><tr><td>a<td>1<tr><td>b<td>2</tbody></table>",
        ["a\t1", "b\t2", "計\t3"],
    ),
    "tables in tables are read": (
        "<table><tr><td><table><tr><td>a<td>1</table></td><td>right</td></tr></table>",
        ["a\t1", "right"],
    ),
    "a span that means nothing is one": ("<table><tr><td colspan=x>a<td rowspan=-3>1</table>", ["a\t1"]),
    "entities are characters": ("<p>A&amp;B &#9650;3 &yen;5</p>", ["A&B ▲3 ¥5"]),
}  # fmt: skip


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_is_read_as_it_is_shown(tmp_path, name):
    """The text of a page is what a browser shows of it."""
    body, expected = SHOWN[name]

    assert lines_of(tmp_path, body) == expected


BEGINNINGS = {
    "a page without its outer tags begins with its head": (b"<meta charset=utf-8><title>x</title><p>95", "html"),
    "a page may begin with a heading": (b"\n<!-- x -->\n<H1 class=a>95</H1>", "html"),
    "a page may be one table": (b"<table><tr><td>95</table>", "html"),
    "a mark of emphasis begins a line of text": (b"<i>95</i>\n", "text"),
    "words in angle brackets are a heading of text": ("<連結業績>\n95\n".encode(), "text"),
    "an English heading in angle brackets is text": (b"<Tables>\n95\n", "text"),
}  # fmt: skip


@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_page_is_told_by_its_beginning(tmp_path, name):
    """A file that begins as a web page may is read as one, with or without the tags that may be left out."""
    data, expected = BEGINNINGS[name]
    path = tmp_path / "page.txt"
    path.write_bytes(data)

    assert format_of(path) == expected


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"), ("cp932", "Shift_JIS"), ("cp932", "x-sjis"), ("euc_jp", "EUC-JP"),
        ("iso2022_jp", "ISO-2022-JP"), ("cp932", "utf-8"), ("utf-8", "nonsense"), ("utf-16", ""),
    ],
)  # fmt: skip
def test_the_encoding_of_a_page(tmp_path, encoding, declared):
    """A page is read in the encoding that it declares, and where it declares a wrong one, in the right one."""
    head = f'<meta charset="{declared}">' if declared else ""

    assert lines_of(tmp_path, "<p>売上高は９５億円となりました。</p>", encoding, head) == [
        "売上高は９５億円となりました。"
    ]


def test_places_of_a_page(tmp_path):
    """A finding in a page names the block, the cell and the line of the source."""
    ja, en = tmp_path / "ja.html", tmp_path / "en.html"
    table = "<p>{}</p>\n<table>\n<tr><th></th><th>2025</th></tr>\n<tr><td>{}</td><td>{}</td></tr>\n</table>"
    ja.write_text(PAGE.format(table.format("当期の売上高の内訳", "売上高", "1,234")), encoding="utf-8")
    en.write_text(PAGE.format(table.format("Sales of the year", "Net sales", "1,243")), encoding="utf-8")

    (finding,) = bilingual.check(ja, en).findings

    place = finding.to_dict()["en"]
    assert place["text"] == "1,243"
    assert (place["block"], place["row"], place["column"], place["file_line"]) == (1, 1, 1, 4)


def test_what_was_left_out_is_said(tmp_path):
    """Hidden parts are counted in the remarks of the document."""
    path = tmp_path / "a.html"
    path.write_text(
        PAGE.format("<p>1</p><p hidden>2</p><div style='display: none'>3</div>"), encoding="utf-8"
    )

    assert read(path).remarks == ("2 hidden parts of the page left out",)


HOSTILE = {
    "deep": "<div>" * 5000 + "売上高 1" + "</div>" * 5000,
    "deep inline": "<b>" * 5000 + "売上高 1",
    "wide": "<table><tr><td colspan=99999999>a<td rowspan=99999999>1</table>",
    "entity": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a; 1</p>',
    "many cells": "<table>" + "<tr>" + "<td rowspan=60000 colspan=1000>1" * 200 + "</table>",
    "fetch": '<img src="http://127.0.0.1:9/x"><link rel=stylesheet href="http://127.0.0.1:9/y"><p>1</p>',
    "broken": "<table><tr><td><p><table><td><</b></i>1",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_do_no_harm(tmp_path, name):
    """A hostile page gives a document or one sentence."""
    path = tmp_path / "a.html"
    path.write_text(f"<html><body>{HOSTILE[name]}</body></html>", encoding="utf-8")

    try:
        document = read(path)
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert "root:" not in document.text


def test_an_empty_page_says_so(tmp_path):
    """A page without text is refused in one sentence."""
    path = tmp_path / "a.html"
    path.write_text("<html><body><img src=x></body></html>", encoding="utf-8")

    with pytest.raises(InputError, match="no text"):
        read(path)


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes_in_a_page(tmp_path_factory, data):
    """Whatever stands in a page, it is read or refused in one sentence."""
    path = tmp_path_factory.mktemp("page") / "a.html"
    path.write_bytes(b"<html><body><table><tr><td>1" + data)

    try:
        assert read(path).format == "html"
    except InputError as error:
        assert "\n" not in str(error)
