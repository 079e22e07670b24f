"""Excel files: what their sheets show, where every figure stands, and what hostile files come to."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office import relations, zipped
from xlsxwriter import Workbook

import bilingual
from bilingual.model.document import Span

MINUS = "#,##0;△#,##0"


def book(*sheets):
    """A workbook; every sheet is a list of steps: method of the writer and arguments, formats as their codes."""
    buffer = io.BytesIO()
    made = Workbook(buffer, {"in_memory": True})
    for number, steps in enumerate(sheets, start=1):
        sheet = made.add_worksheet(f"S{number}")
        for name, *arguments in steps:
            last = arguments[-1] if arguments else None
            if isinstance(last, str) and last.startswith("format:"):
                arguments[-1] = made.add_format({"num_format": last.removeprefix("format:")})
            elif isinstance(last, str) and last == "spread":
                arguments[-1] = made.add_format({"align": "center_across"})
            getattr(sheet, name)(*arguments)
    made.close()
    return buffer.getvalue()


def rows(*lines, at=0, left=0):
    """Steps that write rows of values; None is an empty cell."""
    return [
        ("write", at + row, left + column, value)
        for row, line in enumerate(lines)
        for column, value in enumerate(line)
        if value is not None
    ]


SHOWN = {
    "numbers are shown by their formats": (
        [*rows(["項目", "2024年度"], ["売上高"], ["損失"], ["比率"]), ("write", 1, 1, 1234567890, "format:#,##0,,"),
         ("write", 2, 1, -1234, f"format:{MINUS}"), ("write", 3, 1, 0.175, "format:0.0%")],
        "項目\t2024年度\n売上高\t1,235\n損失\t△1,234\n比率\t17.5%\n\n", "",
    ),
    "a counter in brackets over the last column governs the table": (
        rows(["Employees"], [None, None, "(Persons)"], ["", "FY2023", "FY2024"], ["Men", 4812, 4790], ["Women", 2306, 2395]),
        "Employees\n(Persons)\n\n\tFY2023\tFY2024\nMen\t4812\t4790\nWomen\t2306\t2395\n\n", "",
    ),
    "a text by itself below the last row is no row": (
        rows(["項目", "2023年度", "2024年度"], ["地下水", 3290, 3402], ["河川水", 598, 615], ["対象:国内全工場および海外8工場"], ["集計期間:4月から3月"]),
        "項目\t2023年度\t2024年度\n地下水\t3290\t3402\n河川水\t598\t615\n\n対象:国内全工場および海外8工場\n集計期間:4月から3月\n\n", "",
    ),
    "a head over two columns stands over both": (
        [("merge_range", 0, 1, 0, 2, "2024年度", None), *rows(["", "百万円", "％"], ["売上高", 95, 1.2], at=1)],
        "\t2024年度\t2024年度\n\t百万円\t％\n売上高\t95\t1.2\n\n", "",
    ),
    "a head centred over empty cells stands over all of them": (
        [("write", 0, 1, "2024年度", "spread"), ("write_blank", 0, 2, "", "spread"), *rows(["", "百万円", "％"], ["売上高", 95, 1.2], at=1)],
        "\t2024年度\t2024年度\n\t百万円\t％\n売上高\t95\t1.2\n\n", "",
    ),
    "Japanese labels that are names in Latin letters beside Japanese units are in one language": (
        rows(["項目", "単位", "2024年度"], ["Scope1", "千トン", 182.4], ["Scope2", "千トン", 187.2], ["Scope3", "千トン", 965.5],
             ["メタン", "トン", 690]),
        "項目\t単位\t2024年度\nScope1\t千トン\t182.4\nScope2\t千トン\t187.2\nScope3\t千トン\t965.5\nメタン\tトン\t690\n\n", "",
    ),
    "a category over several rows is a heading": (
        [*rows(["区分", "項目", 2023, 2024]), ("merge_range", 1, 0, 2, 0, "水", None), *rows(["取水量", 10, 11], ["排水量", 8, 9], at=1, left=1)],
        "項目\t2023\t2024\n水\t\t\n取水量\t10\t11\n排水量\t8\t9\n\n", "",
    ),
    "columns that indent are one column of labels": (
        rows(["項目", None, None, "2024"], ["資産の部"], [None, "流動資産"], [None, None, "現金", 10], [None, "資産合計", None, 10]),
        "項目\t2024\n資産の部\t\n流動資産\t\n現金\t10\n資産合計\t10\n\n", "",
    ),
    "blank rows part tables": (
        rows(["", "2023", "2024"], ["水", 1, 2], [], ["", "2022", "2023"], ["電力", 3, 4]),
        "\t2023\t2024\n水\t1\t2\n\n\t2022\t2023\n電力\t3\t4\n\n", "",
    ),
    "a table goes on below a blank row": (
        rows(["", "2023", "2024"], ["水", 1, 2], [], ["電力", 3, 4]), "\t2023\t2024\n水\t1\t2\n電力\t3\t4\n\n", "",
    ),
    "a numbered title below a numbered title heads a table of its own": (
        rows(["1. 資源"], ["", "2023", "2024"], ["水", 1, 2], [], ["2. 人員"], ["社員", 3]),
        "1. 資源\n\n\t2023\t2024\n水\t1\t2\n\n2. 人員\n\n社員\t3\n\n", "",
    ),
    "tables beside each other stand below each other": (
        rows(["", "2023", None, "", "2024"], ["水", 1, None, "男性", 3], ["紙", 2, None, "女性", 4]),
        "\t2023\n水\t1\n紙\t2\n\n\t2024\n男性\t3\n女性\t4\n\n", "",
    ),
    "a blank column within a table is none": (
        rows(["", "2023", None, "2024"], ["水", 1, None, 3], ["紙", 2, None, 4]), "\t2023\t2024\n水\t1\t3\n紙\t2\t4\n\n", "",
    ),
    "titles, units and notes stand around the table": (
        rows(["環境データ"], [None, None, "（単位：千円）"], ["", "2023", "2024"], ["水", 1, 2], ["※1 取水量を含む"]),
        "環境データ\n（単位：千円）\n\n\t2023\t2024\n水\t1\t2\n\n※1 取水量を含む\n\n", "",
    ),
    "a remark beside a title stands below it": (
        rows(["■ 環境データ", None, None, "（各年度末）"], [], ["", "2023", "2024"], ["水", 1, 2], ["紙", 3, 4]),
        "■ 環境データ\n（各年度末）\n\n\t2023\t2024\n水\t1\t2\n紙\t3\t4\n\n", "",
    ),
    "hidden rows and columns are out": (
        [*rows(["", "2023", "2024"], ["水", 1, 2], ["紙", 3, 4]), ("set_row", 1, None, None, {"hidden": True}),
         ("set_column", 1, 1, None, None, {"hidden": True})],
        "\t2024\n紙\t4\n\n", "sheet 'S1': hidden and left out: column B, row 2",
    ),
    "a hidden row parts nothing": (
        [*rows(["", "2024"], ["水", 1], [], ["", "紙"], ["電力", 3]), ("set_row", 2, None, None, {"hidden": True})],
        "\t2024\n水\t1\n\t紙\n電力\t3\n\n", "",
    ),
    "formulas count by their saved value": (
        [*rows(["", "2024"], ["水", 1]), ("write_formula", 2, 1, "=B2*2", None, 2), ("write_string", 2, 0, "紙")], "\t2024\n水\t1\n紙\t2\n\n", "",
    ),
    "a formula without a saved value is told": (
        [*rows(["", "2024"], ["水", 1]), ("write_formula", 2, 1, "=B2*2", None, ""), ("write_string", 2, 0, "紙")], "\t2024\n水\t1\n紙\t\n\n",
        "no value is saved for the formulas in B3",
    ),
    "an error is told": (
        [*rows(["", "2024"], ["水", 1]), ("write_formula", 2, 1, "=1/0", None, "#DIV/0!"), ("write_string", 2, 0, "紙")],
        "\t2024\n水\t1\n紙\t#DIV/0!\n\n", "an error is shown in B3",
    ),
    "days are shown": ([*rows(["発行日"]), ("write", 0, 1, 45747, 'format:[$-411]ggge"年"m"月"d"日"')], "発行日\t令和7年3月31日\n\n", ""),
    "running text": (rows(["売上高は95億円。"], [], ["利益は5億円。"]), "売上高は95億円。\n\n利益は5億円。\n\n", ""),
}  # fmt: skip


def read(tmp_path, data, name="a.xlsx"):
    """The document of the bytes of a file."""
    path = tmp_path / name
    path.write_bytes(data)
    return bilingual.read(path)


@pytest.mark.parametrize("name", SHOWN)
def test_sheet_as_it_is_shown(name, tmp_path):
    """Lines are what a sheet shows; what is left out or unsure is said."""
    steps, text, remark = SHOWN[name]

    document = read(tmp_path, book(steps))

    assert document.text == text
    assert remark in " ".join(document.remarks)
    assert bool(document.remarks) is bool(remark)


def test_places(tmp_path):
    """A figure stands in its sheet and cell, a merged head in its first cell."""
    steps = [
        ("merge_range", 0, 1, 0, 2, "2024年度", None),
        *rows(["", "百万円", "％"], ["売上高", 95, 1.2], at=1),
    ]
    document = read(tmp_path, book(rows(["概況"]), steps))

    def place(words):
        at = document.text.rindex(words)
        return document.origin(Span(at, at + len(words))).to_dict()

    assert place("概況") == {"sheet": "S1", "cell": "A1"}
    assert place("1.2") == {"sheet": "S2", "cell": "C3"}
    assert place("2024年度") == {"sheet": "S2", "cell": "B1"}


def test_hidden_sheets_are_out(tmp_path):
    """A hidden sheet is left out, and that is said."""
    document = read(tmp_path, book(rows(["a"]), [*rows(["b"]), ("hide",)]))

    assert document.text == "a\n\n"
    assert document.remarks == ("sheet 'S2' is hidden and left out",)


BILINGUAL = {
    "two columns of labels": rows(
        ["環境データ Environmental data"],
        ["項目", "Item", "単位", "Unit", "2023年度\nFY2023", "2024年度\nFY2024"],
        ["取水量", "Water withdrawal", "千m3", "thousand m3", 1204, 1180],
        ["排水量", "Water discharge", "千m3", "thousand m3", 902, 880],
        ["再生水", "Recycled water", "千m3", "thousand m3", 12, 13],
    ),
    "labels in two languages": rows(
        ["環境データ\nEnvironmental data"],
        ["項目 / Item", "単位\nUnit", "2023年度\nFY2023", "2024年度\nFY2024"],
        ["取水量\nWater withdrawal", "千m3\nthousand m3", 1204, 1180],
        ["排水量 Water discharge", "千m3\nthousand m3", 902, 880],
        ["再生水 Recycled water", "千m3\nthousand m3", 12, 13],
    ),
}


@pytest.mark.parametrize("name", BILINGUAL)
def test_two_languages_in_one_sheet(name, tmp_path):
    """A sheet whose labels are in both languages is read once in each; both stand in the same cells."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(book(BILINGUAL[name]))

    assert bilingual.read(path).text == (
        "環境データ\n\n項目\t単位\t2023年度\t2024年度\n取水量\t千m3\t1204\t1180\n排水量\t千m3\t902\t880\n再生水\t千m3\t12\t13\n\n"
        "Environmental data\n\nItem\tUnit\tFY2023\tFY2024\nWater withdrawal\tthousand m3\t1204\t1180\n"
        "Water discharge\tthousand m3\t902\t880\nRecycled water\tthousand m3\t12\t13\n\n"
    )
    report = bilingual.check(path)
    assert [finding.message for finding in report.findings if finding.severity != "info"] == []
    assert report.coverage.ja.paired == report.coverage.en.paired == 6


def test_units_and_small_tables_in_two_languages(tmp_path):
    """Columns of units that are the same in both languages, and tables of two rows, are parted by their heads."""
    head = ["項目", "Item", "単位", "Unit", "2023年度\nFY2023", "2024年度\nFY2024"]
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        book(
            rows(
                ["環境", "Environment"],
                [],
                head,
                ["スコープ１", "Scope 1", "t-CO2", "t-CO2", 41820, 36102],
                ["電力", "Electricity", "TJ", "TJ", 1204, 1042],
                ["廃棄物", "Waste", "t", "t", 318, 274],
                [],
                ["水", "Water"],
                head,
                ["取水量", "Water withdrawal", "千m3", "thousand m3", 2140, 1967],
                ["排水量", "Water discharge", "千m3", "thousand m3", 1310, 1150],
            )
        )
    )

    assert " ".join(bilingual.read(path).text.split()) == (
        "環境 項目 単位 2023年度 2024年度 スコープ１ t-CO2 41820 36102 電力 TJ 1204 1042 廃棄物 t 318 274 "
        "水 項目 単位 2023年度 2024年度 取水量 千m3 2140 1967 排水量 千m3 1310 1150 "
        "Environment Item Unit FY2023 FY2024 Scope 1 t-CO2 41820 36102 Electricity TJ 1204 1042 Waste t 318 274 "
        "Water Item Unit FY2023 FY2024 Water withdrawal thousand m3 2140 1967 Water discharge thousand m3 1310 1150"
    )


def test_minus_marks_that_both_languages_share(tmp_path):
    """One cell shows the figure of both languages, so that △ in it is no minus of the English version alone."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        book(
            rows(
                ["連結業績", "Consolidated results of operations for the two years"],
                [],
                ["項目", "Item", "2023年度\nFY2023", "2024年度\nFY2024"],
                ["営業利益", "Operating profit", "1,204", "△1,042"],
                ["経常利益", "Ordinary profit", "1,310", "△1,150"],
                ["当期純利益", "Profit", "902", "△880"],
            )
        )
    )

    assert [finding.rule for finding in bilingual.check(path).findings if finding.severity != "info"] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("連結損益計算書", "連結損益計算書\n\n\t2024\n売上高\t10\n営業利益\t2\n\n"),
        ("Cash flows", "Cash flows\n\n\t2024\n売上高\t10\n営業利益\t2\n\n"),
        ("Sheet1", "\t2024\n売上高\t10\n営業利益\t2\n\n"),
        ("2024", "\t2024\n売上高\t10\n営業利益\t2\n\n"),
    ],
)
def test_name_of_a_sheet_captions_its_table(tmp_path, name, text):
    """A table that begins a sheet has the name of the sheet for its caption, where that says more than a number."""
    buffer = io.BytesIO()
    workbook = Workbook(buffer)
    sheet = workbook.add_worksheet(name)
    for number, row in enumerate((["", "2024"], ["売上高", 10], ["営業利益", 2])):
        sheet.write_row(number, 0, row)
    workbook.close()
    path = tmp_path / "a.xlsx"
    path.write_bytes(buffer.getvalue())

    assert bilingual.read(path).text == text


def test_two_sheets_are_compared(tmp_path):
    """A workbook with a sheet in either language is a release in both, whatever the order of the years."""
    ja = rows(
        ["（単位：百万円）"],
        ["", "2023年度", "2024年度"],
        ["売上高", 1200, 1400],
        ["営業利益", 110, 150],
        ["当期純利益", 70, 90],
    )
    en = rows(
        ["(Millions of yen)"],
        ["", "FY2024", "FY2023"],
        ["Net sales", 1400, 1200],
        ["Operating profit", 105, 110],
        ["Profit", 90, 70],
    )
    path = tmp_path / "book.xlsx"
    path.write_bytes(book(ja, en))

    findings = [
        finding.to_dict() for finding in bilingual.check(path).findings if finding.severity == "error"
    ]

    assert [(one["ja"]["cell"], one["en"]["cell"]) for one in findings] == [("C4", "B4")]


XXE = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
GOOD = book(rows(["", "2024"], ["水", 1]))
HOSTILE = {
    "no workbook": (zipped({"[Content_Types].xml": "", "xl/other.xml": "<a/>"}), "lacks its main part"),
    "no sheets": (zipped({"[Content_Types].xml": "", "xl/workbook.xml": "<a/>"}), "no sheets"),
    "entities": (zipped({"[Content_Types].xml": "", "xl/workbook.xml": f"{XXE}<a>&e;</a>"}), "document type declaration"),
    "nothing in it": (book([]), "holds no text"),
    "cut off": (GOOD[:-40], "damaged"),
    "a bomb": (zipped({"[Content_Types].xml": "", "xl/workbook.xml": b"<a>" + b" " * 90_000_000}), "unpacks to"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_one_sentence(name, tmp_path):
    """A file that cannot be used is refused in one sentence that names it."""
    data, words = HOSTILE[name]

    with pytest.raises(bilingual.InputError) as caught:
        read(tmp_path, data)

    assert words in str(caught.value)
    assert "a.xlsx" in str(caught.value)
    assert "\n" not in str(caught.value)


SHEET = (
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
    '<row r="{row}"><c r="{cell}" t="{kind}" s="{style}"><v>{value}</v></c></row></sheetData>'
    '<mergeCells><mergeCell ref="{merge}"/></mergeCells></worksheet>'
)
ODD = st.sampled_from(
    ["0", "-1", "99999999999", "ZZZZ9", "XFD1048576", "B2", "A1:XFD1048576", "s", "n", "b", "e", "1E999", "NaN", "", "B2:A1"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(("row", "cell", "kind", "style", "value", "merge"), ODD)))
def test_odd_values_harm_nothing(tmp_path_factory, given):
    """Rows, cells, styles and areas that cannot be are read around."""
    parts = {
        "[Content_Types].xml": "",
        "xl/workbook.xml": '<w xmlns:r="urn:r"><sheets><sheet name="S" r:id="rId1"/></sheets></w>',
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/s.xml")),
        "xl/worksheets/s.xml": SHEET.format(**given),
    }
    path = tmp_path_factory.mktemp("odd") / "a.xlsx"
    path.write_bytes(zipped(parts))

    assert bilingual.read(path).text.startswith("a")


def test_units_that_need_company_in_text(tmp_path):
    """A column of units says 回 and times, 件 and cases: the figures are compared, whatever is known of the words."""
    heads = (["項目", "単位", "2023年度", "2024年度"], ["Item", "Unit", "FY2023", "FY2024"])
    ja = rows(
        heads[0],
        ["開催回数", "回", 13, 14],
        ["通報件数", "件", 19, 17],
        ["生物調査", "調査区", 21, 23],
        ["従業員数", "名", 912, 940],
    )
    en = rows(
        heads[1],
        ["Meetings held", "times", 13, 140],
        ["Hotline reports", "cases", 19, 18],
        ["Wildlife surveys", "plots", 21, 29],
        ["Employees", "persons", 912, 940],
    )
    path = tmp_path / "book.xlsx"
    path.write_bytes(book(ja, en))

    found = [finding for finding in bilingual.check(path).findings if finding.severity != "info"]

    assert sorted((one.ja.text, one.en.text) for one in found) == [("14", "140"), ("17", "18"), ("23", "29")]
