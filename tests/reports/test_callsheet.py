"""The call sheet holds every figure once, its totals are those of its entries, and nothing in it runs."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest
from openpyxl import load_workbook
from samples import CORPUS, HOSTILE, PLANTED, ROOT

import bilingual
from bilingual import pipeline
from bilingual.cli import main
from bilingual.model.callsheet import COUNTED, MEANINGS, Tick
from bilingual.model.document import Language
from bilingual.model.report import side_figures
from bilingual.reports.callsheet import FORMATS, LINES_TO_SIGN, render_bytes

SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
RELEASES = sorted(path for path in CORPUS.glob("*/release.txt"))
CONFIRMING = {Tick.EQUAL, Tick.CONSISTENT, Tick.ADDS_UP, Tick.RECOMPUTED, Tick.TIED}


@pytest.fixture(scope="module")
def report():
    """The report on the packaged sample."""
    return pipeline.examine(PLANTED)


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.parent.name)
def test_every_figure_stands_once(path):
    """Each counted figure of both sides has one entry with at least one tick."""
    report = pipeline.examine(path)
    sheet = report.call_sheet()
    for side in (report.comparison.ja, report.comparison.en):
        spans = {figure.span for figure in side_figures(side) if figure.kind in COUNTED}
        entries = sheet.side(side.language)

        assert [entry.figure.span for entry in entries] == sorted(spans)
        assert all(entry.ticks for entry in entries)


def test_unverified_means_nothing_confirms_it(report):
    """Unverified stands alone; a disputed figure is never called unverified."""
    sheet = report.call_sheet()
    entries = [*sheet.ja, *sheet.en]

    assert any(Tick.DISPUTED in entry.ticks for entry in entries)
    for entry in entries:
        if Tick.UNVERIFIED in entry.ticks:
            assert entry.ticks == (Tick.UNVERIFIED,)
        else:
            assert CONFIRMING & {*entry.ticks} or Tick.DISPUTED in entry.ticks


def test_totals_are_those_of_the_entries(report):
    """A total counts the entries with its tick."""
    sheet = report.call_sheet()
    for language in Language:
        totals = sheet.totals(language)

        assert totals["figures"] == len(sheet.side(language))
        assert sum(totals[tick.value] for tick in Tick) == sum(
            len(entry.ticks) for entry in sheet.side(language)
        )


def test_json_fits_the_schema_and_the_other_formats(report):
    """``coverage`` of the report is what the call sheet says."""
    out = report.to_dict()
    alone = json.loads(render_bytes(report, "json"))

    jsonschema.Draft202012Validator(SCHEMA).validate(out)
    assert alone["coverage"] == json.loads(json.dumps(out["coverage"]))
    assert set(out["coverage"]["ticks"]) == {tick.value for tick in MEANINGS}


def test_csv_and_workbook_hold_all_entries(report):
    """One row per figure in CSV and in the sheets, under the same header."""
    sheet = report.call_sheet()
    rows = list(csv.reader(io.StringIO(render_bytes(report, "csv").decode("utf-8-sig"))))
    book = load_workbook(io.BytesIO(render_bytes(report, "xlsx")))

    assert len(rows) == 1 + len(sheet.ja) + len(sheet.en)
    assert book.sheetnames == ["Totals", "Japanese", "English"]
    assert book["Japanese"].max_row == 1 + len(sheet.ja)
    assert any(cell.value == LINES_TO_SIGN[0] for row in book["Totals"] for cell in row)


def test_sheets_print_on_one_page_across(report):
    """A sheet is printed with all its columns on a page, the head on each."""
    book = load_workbook(io.BytesIO(render_bytes(report, "xlsx")))

    for sheet in book:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"


def test_nothing_of_a_document_runs(tmp_path):
    """No formula in a cell, no tag on the page, no escape in the terminal."""
    path = tmp_path / "release.txt"
    path.write_text(HOSTILE + "\n=HYPERLINK(1)\t1,234\t5,678\n+A1\t2,345\t6,789\n", encoding="utf-8")
    report = pipeline.examine(path)
    book = load_workbook(io.BytesIO(render_bytes(report, "xlsx")))
    rows = csv.reader(io.StringIO(render_bytes(report, "csv").decode("utf-8-sig")))

    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    assert not any(cell.startswith(("=", "@")) for row in rows for cell in row)
    assert "<script>alert" not in render_bytes(report, "html").decode()
    assert "\x1b" not in render_bytes(report, "text").decode()


@pytest.mark.parametrize("style", FORMATS)
def test_bytes_are_stable(report, style):
    """Two runs give the same bytes."""
    assert render_bytes(report, style) == render_bytes(pipeline.examine(PLANTED), style)


def test_one_language_has_one_side(tmp_path, capsys):
    """A document in one language: its own sums, nothing of the other side; the text is signed."""
    path = tmp_path / "en.txt"
    lines = ["Balance sheets", "(Millions of yen)", "\tFY2024/3\tFY2025/3", "Cash\t12,410\t13,872"]
    lines += ["Inventories\t8,205\t9,013", "Total current assets\t20,615\t22,885"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    assert main(["coverage", str(path)]) == 0
    text = capsys.readouterr().out
    sheet = bilingual.coverage(path)

    assert not sheet.ja
    assert sheet.totals(Language.EN)["adds up"] == 6
    assert "Japanese" not in text
    assert all(line in text for line in LINES_TO_SIGN)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "html", "json", "txt"])
def test_a_file_by_its_ending(ending, tmp_path):
    """The name of the file tells the format."""
    target = tmp_path / f"sheet.{ending}"

    assert main(["coverage", str(PLANTED), "-o", str(target)]) == 0
    assert target.stat().st_size > 1000


def test_unusable_targets_are_refused(tmp_path, capsys):
    """A workbook needs a file, a file name a known ending."""
    assert main(["coverage", str(PLANTED), "--format", "xlsx"]) == 2
    assert main(["coverage", str(PLANTED), "-o", str(tmp_path / "sheet.odt")]) == 2
    assert "format" in capsys.readouterr().err


@pytest.mark.parametrize("style", ["text", "csv", "html"])
def test_places_are_those_a_person_finds(style):
    """The figures of a workbook stand at their sheet and cell, on both sides, in every format."""
    folder = CORPUS / "wholesale_year"
    report = pipeline.examine(folder / "ja.xlsx", folder / "en.xlsx")
    entry = next(entry for entry in report.call_sheet().ja if entry.counterparts)

    text = render_bytes(report, style).decode("utf-8")

    assert entry.place.origin.label(0) in text
    assert f"{entry.counterparts[0].origin.label(0)}: {entry.counterparts[0].text}" in text
