"""Tables that a page lays out with blocks are read like tables of table elements."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bilingual
from bilingual.readers import read

STYLE = "<style>.g3{display:grid;grid-template-columns:2fr repeat(2, minmax(0,1fr))}</style>"
HEADS = ("", "2024年度", "2025年度")
ROWS = [
    HEADS,
    ("売上収益", "182,410", "196,855"),
    ("営業利益", "14,320", "17,288"),
    ("その他", "－", "△88"),
    ("当期利益", "9,980", "11,864"),
]
READ = ["\t".join(row) for row in ROWS]


def page(body):
    """A page around a body."""
    return (
        f"<!DOCTYPE html><html><head>{STYLE}</head><body><main><h2>連結業績</h2>{body}</main></body></html>"
    )


def cells(row, tag="div", **attributes):
    """The cells of a row."""
    written = "".join(f' {name.rstrip("_")}="{value}"' for name, value in attributes.items())
    return "".join(f"<{tag}{written}>{escape(text)}</{tag}>" for text in row)


LAYOUTS = {
    "roles": '<div role="table">'
    + "".join(f'<div role="row">{cells(row, role="cell")}</div>' for row in ROWS)
    + "</div>",
    "roles in groups": '<div role="grid"><div role="rowgroup">'
    + "".join(f'<span role="row">{cells(row, "span", role="gridcell")}</span>' for row in ROWS)
    + "</div></div>",
    "rows of blocks": "<div>" + "".join(f'<div class="r">{cells(row)}</div>' for row in ROWS) + "</div>",
    "rows of spans": "<ul>" + "".join(f"<li>\n{cells(row, 'span')}\n</li>" for row in ROWS) + "</ul>",
    "heads and body apart": f"<div><div><div>{cells(HEADS)}</div></div><div>"
    + "".join(f"<div>{cells(row)}</div>" for row in ROWS[1:])
    + "</div></div>",
    "a style of the page": '<div class="g3">' + "".join(map(cells, ROWS)) + "</div>",
    "a style of the element": '<div style="display:grid; grid-template-columns: 40% 30% 30%">'
    + "".join(map(cells, ROWS))
    + "</div>",
    "cells one after the other": "<div>" + "".join(map(cells, ROWS)) + "</div>",
    "no block over the labels": f"<div><div>{cells(HEADS[1:])}</div>"
    + "".join(f"<div>{cells(row)}</div>" for row in ROWS[1:])
    + "</div>",
    "columns of blocks": '<div style="display:flex">'
    + "".join(f"<div>{cells(column)}</div>" for column in zip(*ROWS, strict=True))
    + "</div>",
}


def lines_of(tmp_path, body):
    """The lines of a page that are not blank, behind its heading."""
    path = tmp_path / "page.html"
    path.write_text(page(body), encoding="utf-8")
    document = read(path)
    return [line for line in document.text.split("\n") if line][1:], document.remarks


@pytest.mark.parametrize("name", LAYOUTS)
def test_blocks_are_read_as_a_table(tmp_path, name):
    """Whatever the mark-up, the lines are those of the same table in table elements."""
    assert lines_of(tmp_path, LAYOUTS[name]) == (READ, ())


def test_spans_of_styles_and_roles_cover_columns(tmp_path):
    """A head over two columns stands over both."""
    heads = '<div></div><div style="grid-column: span 2">連結</div>'
    body = "".join(f"<div>{cells(row)}</div>" for row in ROWS)

    assert lines_of(tmp_path, f"<div><div>{heads}</div>{body}</div>")[0][0] == "\t連結\t連結"


def test_words_that_nothing_puts_over_columns_are_told(tmp_path):
    """Where heads cover columns that nothing tells, the rows are read, the words stay, and a remark says so."""
    lines, remarks = lines_of(
        tmp_path, "<div>" + cells(["", "連結業績の推移"]) + "".join(map(cells, ROWS[1:])) + "</div>"
    )

    assert lines == [*READ[1:], "連結業績の推移"]
    assert remarks == (
        "1 table laid out by blocks read without heads: nothing tells which columns they stand over",
    )


def test_figures_that_nothing_ties_to_a_label_are_told(tmp_path):
    """Figures alone in their blocks are read as lines, and a remark says how many there are."""
    body = "".join(
        f"<section><h3>見出し</h3><p>{number},000</p><p>本文です。</p></section>" for number in range(1, 8)
    )

    assert "7 figures stand in blocks" in lines_of(tmp_path, body)[1][0]


QUIET = {
    "paragraphs": "<div><p>売上高は95億円でした。</p><p>営業利益は12億円でした。</p><p>純利益は7億円でした。</p></div>",
    "menus": "<ul>" + "<li><a>会社情報</a><a>沿革</a></li>" * 4 + "</ul>",
    "figures before their labels": "<div>" + "<div><b>95</b><i>億円の売上</i></div>" * 4 + "</div>",
    "sentences with words set apart": "<div>"
    + "<p>前期比<b>5%</b>増の<b>95億円</b>でした。</p>" * 4
    + "</div>",
}


@pytest.mark.parametrize("name", QUIET)
def test_other_blocks_are_no_table(tmp_path, name):
    """Blocks that are running text, menus or cards are read line by line."""
    assert not any("\t" in line for line in lines_of(tmp_path, QUIET[name])[0])


@given(
    st.lists(
        st.tuples(st.text("売上利益費用資産", min_size=1, max_size=8), *[st.integers(0, 10**9)] * 2),
        min_size=3,
        max_size=12,
    )
)
@settings(max_examples=40, deadline=None)
def test_every_layout_states_the_same_figures(tmp_path_factory, rows):
    """Roles, blocks and styles give the text that table elements give."""
    folder = tmp_path_factory.mktemp("pages")
    given_rows = [(label, f"{one:,}", f"{other:,}") for label, one, other in rows]
    table = "<table>" + "".join(f"<tr>{cells(row, 'td')}</tr>" for row in given_rows) + "</table>"
    expected = lines_of(folder, table)

    for body in (
        '<div role="table">'
        + "".join(f'<div role="row">{cells(row, role="cell")}</div>' for row in given_rows)
        + "</div>",
        "<div>" + "".join(f"<div>{cells(row)}</div>" for row in given_rows) + "</div>",
        '<div class="g3">' + "".join(map(cells, given_rows)) + "</div>",
    ):
        assert lines_of(folder, body) == expected


@given(st.text('<>div/span role="row"table1,2あ ', max_size=300))
@settings(max_examples=60, deadline=None)
def test_broken_pages_are_read(tmp_path_factory, body):
    """No mark-up, however broken, stops the reader."""
    assert lines_of(tmp_path_factory.mktemp("pages"), "<p>x</p>" + body)[0]


def test_two_layouts_of_one_statement_agree(tmp_path):
    """A Japanese page of blocks and an English page of table elements have no findings."""
    english = [
        ("", "FY2024", "FY2025"),
        ("Revenue", "182,410", "196,855"),
        ("Operating profit", "14,320", "17,288"),
    ]
    english += [("Other", "–", "(88)"), ("Profit", "9,980", "11,864")]
    table = "<table>" + "".join(f"<tr>{cells(row, 'td')}</tr>" for row in english) + "</table>"
    (tmp_path / "ja.html").write_text(
        page("<p>（単位：百万円）</p>" + LAYOUTS["a style of the page"]), encoding="utf-8"
    )
    (tmp_path / "en.html").write_text(
        page("<p>(Millions of yen)</p>" + table).replace("連結業績", "Consolidated results"), encoding="utf-8"
    )

    report = bilingual.check(tmp_path / "ja.html", tmp_path / "en.html")

    assert not [finding.message for finding in report.findings if finding.severity != "info"]
