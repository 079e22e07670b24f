"""Tables go to a file as its name says, each cell with its place."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bilingual.cli import main

BOOK = Path(__file__).parent.parent.parent / "corpus" / "telecom_pipes" / "release.xlsx"


def status(*arguments):
    """The exit status of a run."""
    try:
        return main(["tables", *map(str, arguments)])
    except SystemExit as end:
        return end.code


def test_each_ending(tmp_path):
    """Text, CSV, JSON and a workbook name the cell of the sheet that a figure was read from."""
    for ending in ("txt", "csv", "json", "xlsx"):
        assert status(BOOK, "-o", tmp_path / f"a.{ending}") == 0

    assert "Release!A23" in (tmp_path / "a.txt").read_text(encoding="utf-8")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["text"] == "3,418")
    assert (row["place"], row["value"]) == ("Release!B26", "3418000")
    table = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))[0]
    assert table["rows"][0]["cells"][0]["place"] == {"sheet": "Release", "cell": "B26"}
    sheets = load_workbook(tmp_path / "a.xlsx").worksheets
    assert [cell.value for cell in sheets[1][2]][:4] == ["Release!B26", "", "スマートフォン", "3,418"]


@pytest.mark.parametrize("name", ["a.zip", "a"])
def test_another_ending_is_refused(tmp_path, name, capsys):
    """A name that says no format is refused in one line, and nothing is written."""
    assert status(BOOK, "-o", tmp_path / name) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / name).exists()


def test_the_file_itself_is_refused(capsys):
    """The file that is read is never written to."""
    before = BOOK.read_bytes()

    assert status(BOOK, "-o", BOOK) == 2
    assert BOOK.read_bytes() == before


def test_a_csv_file_opens_in_spreadsheets(tmp_path, capsys):
    """A CSV file begins with the mark by which spreadsheets know UTF-8; standard output does not."""
    assert status(BOOK, "-o", tmp_path / "tables.csv") == 0
    assert main(["align", str(BOOK), "-o", str(tmp_path / "pairs.csv")]) == 0
    capsys.readouterr()
    assert status(BOOK, "--format", "csv") == 0

    for name in ("tables.csv", "pairs.csv"):
        assert (tmp_path / name).read_bytes().startswith("\ufeff".encode())
    assert not capsys.readouterr().out.startswith("\ufeff")


@pytest.mark.parametrize("command", ["tables", "figures"])
def test_nothing_found_is_said(command, tmp_path, capsys):
    """A text without tables or figures gives no output, and one line that says so."""
    path = tmp_path / "words.txt"
    path.write_text("当社はよい会社です。\n", encoding="utf-8")

    assert main([command, str(path)]) == 0

    out, err = capsys.readouterr()
    assert out.strip() == ""
    assert err == f"bilingual: no {command} were found\n"
