"""Charts and text boxes of Word and Excel files are read where figures stand in them."""

from __future__ import annotations

import io
import re
from zipfile import ZipFile

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from office import OFFICE, TYPES, WORD_TYPE, p, relations, zipped
from openpyxl import load_workbook

import bilingual
from bilingual.annotate import annotate
from bilingual.readers.drawings import read_chart

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
HEADS = {"ja": ("2022年度", "2023年度", "2024年度"), "en": ("FY2022", "FY2023", "FY2024")}
NAMES = {"ja": ("研究開発費", "設備投資額"), "en": ("R&D expenses", "Capital expenditure")}
TITLE = {"ja": "研究開発費と設備投資額", "en": "R&D expenses and capital expenditure"}
UNIT = {"ja": "（億円）", "en": "(Hundred millions of yen)"}
BOX = {
    "ja": "2024年度の設備投資額は45億円でした。",
    "en": "Capital expenditure in FY2024 was 4.5 billion yen.",
}


def points(kind, texts):
    """A saved range."""
    inner = "".join(f'<c:pt idx="{at}"><c:v>{text}</c:v></c:pt>' for at, text in enumerate(texts) if text)
    code = "<c:formatCode>#,##0</c:formatCode>" if kind == "num" else ""
    return f"<c:{kind}Ref><c:f>data!$A$1</c:f><c:{kind}Cache>{code}{inner}</c:{kind}Cache></c:{kind}Ref>"


def chart(title, unit, heads, series, labels=""):
    """The mark-up of a chart: names and values by series."""
    said = "<c:title><c:tx><c:rich><a:p><a:r><a:t>{}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    inner = "".join(
        f"<c:ser><c:tx>{points('str', [name])}</c:tx>{labels}<c:cat>{points('str', heads)}</c:cat>"
        f"<c:val>{points('num', values)}</c:val></c:ser>"
        for name, values in series
    )
    return (
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}"><c:chart>{said.format(title) if title else ""}<c:plotArea>'
        f"<c:barChart>{inner}</c:barChart><c:valAx>{said.format(unit) if unit else ''}</c:valAx></c:plotArea></c:chart></c:chartSpace>"
    )


def word_with(chart_part):
    """A Word file with a paragraph and a chart in it."""
    drawing = f'<w:r><w:drawing><a:graphic xmlns:a="{A}"><a:graphicData><c:chart xmlns:c="{C}" r:id="rId1"/></a:graphicData></a:graphic></w:drawing></w:r>'
    spaces = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{OFFICE}"'
    override = f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}"/>'
    return zipped(
        {
            "[Content_Types].xml": TYPES.format(overrides=override),
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {spaces}><w:body>{p('a')}{p(drawing)}{p('b')}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations(("chart", "charts/chart1.xml")),
            "word/charts/chart1.xml": chart_part,
        }
    )


def book(language, *, hidden=True, values=(14, 15, 17)):
    """A workbook with a table, a text box, and a chart of values that stand on a sheet of their own."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer)
    shown, data = workbook.add_worksheet("a"), workbook.add_worksheet("data")
    words = {
        "ja": ("（単位：百万円）", "売上高", "営業利益"),
        "en": ("(Millions of yen)", "Net sales", "Operating profit"),
    }
    unit, sales, profit = words[language]
    rows = [[unit], ["", *HEADS[language]], [sales, 1200, 1400, 1500], [profit, 110, 150, 170]]
    for number, row in enumerate(rows):
        shown.write_row(number, 0, row)
    if hidden:
        data.hide()
    data.write_row(0, 1, HEADS[language])
    made = workbook.add_chart({"type": "column"})
    for number, (name, numbers) in enumerate(
        zip(NAMES[language], (values, (31, 28, 45)), strict=True), start=1
    ):
        data.write_row(number, 0, [name, *numbers])
        made.add_series(
            {
                "name": ["data", number, 0],
                "categories": ["data", 0, 1, 0, 3],
                "values": ["data", number, 1, number, 3],
                "data_labels": {"value": True, "num_format": "#,##0.0"},
            }
        )
    made.set_title({"name": TITLE[language]})
    made.set_y_axis({"name": UNIT[language]})
    shown.insert_chart("A8", made)
    shown.insert_textbox("H2", BOX[language])
    workbook.close()
    return buffer.getvalue()


def test_boxes_and_charts_of_a_sheet(tmp_path):
    """Words of a text box and a chart of hidden values stand below the cells, with the cells that they hang on."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(book("ja"))

    document = bilingual.read(path)

    assert document.text.partition("170\n\n")[2] == (
        "2024年度の設備投資額は45億円でした。\n\n研究開発費と設備投資額\n（億円）\n\n"
        "\t2022年度\t2023年度\t2024年度\n研究開発費\t14.0\t15.0\t17.0\n設備投資額\t31.0\t28.0\t45.0\n\n"
    )


def test_chart_of_cells_that_are_shown(tmp_path):
    """Values that stand in a visible sheet are read once, in their cells."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(book("ja", hidden=False))

    assert bilingual.read(path).text.count("設備投資額\t") == 1


def test_charts_are_compared(tmp_path):
    """A value of a chart that differs is an error, at the cell that the chart hangs on."""
    for language, values in (("ja", (14, 15, 17)), ("en", (14, 16, 17))):
        (tmp_path / f"{language}.xlsx").write_bytes(book(language, values=values))

    found = [
        item
        for item in bilingual.check(tmp_path / "ja.xlsx", tmp_path / "en.xlsx").findings
        if item.severity == "error"
    ]

    assert [(item.rule, item.ja.text, item.en.text, item.to_dict()["en"]["cell"]) for item in found] == [
        ("NUM001", "15.0", "16.0", "A8")
    ]


def test_chart_of_a_word_file(tmp_path):
    """A chart of a Word file gives its titles and a table; periods stand over the columns."""
    path = tmp_path / "a.docx"
    path.write_bytes(
        word_with(chart("研究開発費", "（億円）", HEADS["ja"], [("当社", ("14", "15", "1700"))]))
    )

    document = bilingual.read(path)

    assert (
        document.text
        == "a\n\n研究開発費\n（億円）\n\n\t2022年度\t2023年度\t2024年度\n当社\t14\t15\t1,700\n\nb\n"
    )
    assert not document.remarks


def test_note_on_the_cell_of_a_chart(tmp_path):
    """A copy has its note on the cell that the chart hangs on, also where nothing stands in it."""
    for language, values in (("ja", (14, 15, 17)), ("en", (14, 16, 17))):
        (tmp_path / f"{language}.xlsx").write_bytes(book(language, values=values))
    report = bilingual.check(tmp_path / "ja.xlsx", tmp_path / "en.xlsx")

    annotate([report], tmp_path / "copies")

    sheet = load_workbook(tmp_path / "copies" / "en.xlsx").worksheets[0]
    assert "15.0" in sheet["A8"].comment.text


CHARTS = {
    "items stand before the rows": (
        ("地域別", "", ("日本", "北米"), [("2024年度", ("60", "40"))]), (("地域別",), (("", "2024年度"), ("日本", "60"), ("北米", "40")))
    ),
    "a chart without values": (("地域別", "", (), []), (("地域別",), ())),
    "labels have a format of their own": (
        ("", "", ("日本",), [("a", ("0.425",))], '<c:dLbls><c:numFmt formatCode="0.0%" sourceLinked="0"/></c:dLbls>'),
        ((), (("", "a"), ("日本", "42.5%"))),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHARTS)
def test_tables_of_charts(name):
    """What is made of a chart."""
    given_, (titles, rows) = CHARTS[name]

    found = read_chart(etree.fromstring(chart(*given_)))

    assert (found.titles, found.rows) == (titles, rows)


@given(
    st.lists(st.text("0123456789.-+eE ", max_size=12), max_size=6),
    st.sampled_from(("", "#,##0", "0.0%", ";;;", "[<0]0", "yyyy", "@")),
)
def test_any_values_are_read(values, code):
    """No value and no format of a chart raises anything."""
    labels = f'<c:dLbls><c:numFmt formatCode="{code.replace("<", "&lt;")}" sourceLinked="0"/></c:dLbls>'

    read_chart(etree.fromstring(chart("", "", ("a",) * len(values), [("b", values)], labels)))


def test_chart_that_says_nothing(tmp_path):
    """A chart that says nothing is told like a picture."""
    data = word_with(chart("", "", (), []))
    path = tmp_path / "a.docx"
    path.write_bytes(data)

    document = bilingual.read(path)

    assert document.text.split() == ["a", "b"]
    assert document.remarks == ("1 picture or chart not read",)


D = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
KIND = '" type="doc'


def diagram(texts, links):
    """The data of a diagram: points by name, the first without words, and which stands below which, by place."""
    inner = "".join(
        f'<dgm:pt modelId="{name}{"" if text else KIND}"><dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for name, text in texts
    )
    shown = '<dgm:pt modelId="9" type="pres"><dgm:t><a:p><a:r><a:t>twice</a:t></a:r></a:p></dgm:t></dgm:pt>'
    joined = "".join(
        f'<dgm:cxn modelId="c{at}" srcId="{one}" destId="{other}" srcOrd="{place}" destOrd="0"/>'
        for at, (one, other, place) in enumerate(links)
    )
    return (
        f'<dgm:dataModel xmlns:dgm="{D}" xmlns:a="{A}"><dgm:ptLst>{inner}{shown}</dgm:ptLst>'
        f"<dgm:cxnLst>{joined}</dgm:cxnLst></dgm:dataModel>"
    )


PLAN = diagram(
    [
        ("0", ""),
        ("1", "2030年度"),
        ("2", "再生可能エネルギー比率 60％"),
        ("3", "2025年度"),
        ("4", "投資額 450億円"),
    ],
    [("0", "3", 0), ("0", "1", 1), ("1", "2", 0), ("3", "4", 0)],
)
PLAN_LINES = ["2025年度", "投資額 450億円", "2030年度", "再生可能エネルギー比率 60％"]


def test_diagram_of_a_word_file(tmp_path):
    """The words of a diagram stand in the order of its points, those of its drawing only once."""
    path = tmp_path / "ja.docx"
    with ZipFile(io.BytesIO(word_with(PLAN))) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        f'<c:chart xmlns:c="{C}" r:id="rId1"/>'.encode(),
        f'<dgm:relIds xmlns:dgm="{D}" r:dm="rId1"/>'.encode(),
    )
    path.write_bytes(zipped(parts))

    document = bilingual.read(path)

    assert [line for line in document.text.split("\n") if line] == ["a", *PLAN_LINES, "b"]
    assert document.remarks == ()


def test_diagram_of_a_sheet(tmp_path):
    """The words of a diagram stand below the cells, at the cell that it hangs on."""
    path = tmp_path / "ja.xlsx"
    with ZipFile(io.BytesIO(book("ja"))) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    for name, data in parts.items():
        if name.startswith("xl/drawings/drawing"):
            parts[name] = re.sub(
                rb"<c:chart [^>]*r:id=",
                f'<dgm:relIds xmlns:dgm="{D}" xmlns:r="{OFFICE}" r:dm='.encode(),
                data,
            )
    parts["xl/charts/chart1.xml"] = PLAN.encode()
    path.write_bytes(zipped(parts))

    text = bilingual.read(path).text

    assert [line for line in text.split("\n") if line in PLAN_LINES] == PLAN_LINES


@given(
    st.lists(
        st.tuples(*[st.sampled_from("0123x")] * 2, st.sampled_from(["0", "1", "-1", "x", "9" * 9])),
        max_size=12,
    )
)
def test_broken_diagrams(links):
    """Whatever joins the points, each is said once: circles, points that are not there, places that are no numbers."""
    names = [(str(number), f"t{number}" if number else "") for number in range(4)]

    found = read_chart(etree.fromstring(diagram(names, links)))

    assert sorted(found.titles) == ["t1", "t2", "t3"]
