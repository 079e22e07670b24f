"""``glossary convert`` on the command line."""

from __future__ import annotations

import csv

import pytest
from samples import ROOT

from bilingual.cli import convert, main
from bilingual.glossary.exchange import NAMES

FOLDER = ROOT / "tests" / "data" / "glossaries"


def run(capsysbinary, *arguments):
    """Run the program in this process: status, standard output, standard error."""
    try:
        status = main(["glossary", "convert", *map(str, arguments)])
    except SystemExit as stopped:
        status = stopped.code
    out = capsysbinary.readouterr()
    return status, out.out.decode("utf-8"), out.err.decode("utf-8")


def test_by_ending(capsysbinary, tmp_path):
    """The endings name the formats; nothing goes to standard output."""
    target = tmp_path / "a.xlsx"

    status, out, err = run(capsysbinary, FOLDER / "basic_2.tbx", target)

    assert (status, out) == (0, "")
    assert err == f"bilingual: 2 concepts written to {target} as Excel workbook\n"
    assert target.read_bytes().startswith(b"PK")


def test_losses_are_told_and_listed(capsysbinary, tmp_path):
    """What a format cannot hold is counted on standard error and listed in the report."""
    report = tmp_path / "lost.csv"

    status, _, err = run(capsysbinary, FOLDER / "basic_2.tbx", tmp_path / "a.tmx", "--report", report)
    rows = list(csv.DictReader(report.read_text(encoding="utf-8").splitlines()))

    assert status == 0
    assert "lost: 1 x en scope: the format has no place for it" in err
    assert {
        "concept": "c1",
        "field": "en scope",
        "value": "Acme",
        "reason": "the format has no place for it",
    } in rows


def test_standard_output(capsysbinary):
    """A dash writes to standard output, as CSV unless told otherwise."""
    status, out, _ = run(capsysbinary, FOLDER / "company_cp932.tsv", "-")

    assert status == 0
    assert out.splitlines()[0] == "ja,en,ja_variants,note,社内コード"


def test_broken_files_write_nothing(capsysbinary, tmp_path):
    """Problems are told line by line and nothing is written; --keep-going leaves out what is broken."""
    source, target = tmp_path / "a.tsv", tmp_path / "b.csv"
    source.write_text("ja\ten\n売上\tsales\n純利益\t\n", encoding="utf-8")

    status, _, err = run(capsysbinary, source, target)
    assert status == 2
    assert f"{source}: line 3, column en: expected a term, found nothing" in err
    assert "--keep-going" in err
    assert not target.exists()

    status, _, _ = run(capsysbinary, source, target, "--keep-going")
    assert status == 1
    assert target.read_text(encoding="utf-8") == "ja,en\n売上,sales\n"


WRONG = [
    (["missing.csv", "a.tbx"], "no such glossary file"),
    ([FOLDER / "company.utx", "a.doc"], "names no glossary format"),
    ([FOLDER / "company.utx", "a.csv", "--map", "ja"], "FIELD=COLUMN"),
    ([FOLDER / "company.utx", "a.csv", "--map", "ja=1"], "this file is none"),
    (
        [FOLDER / "company_cp932.tsv", "a.csv", "--map", "ja=X"],
        "there is no column 'X'; the columns are 勘定科目",
    ),
    ([FOLDER / "company_cp932.tsv", "a.csv", "--map", "jp=1"], "'jp' is no field of a glossary"),
    ([FOLDER / "company.utx", FOLDER / "company.utx"], "this is the glossary that is read"),
    ([FOLDER / "company.utx", "a.csv", "--to", "doc"], "invalid choice"),
    ([FOLDER, "a.csv"], "this is a folder"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG, ids=[case[1] for case in WRONG])
def test_wrong_arguments_get_one_line(capsysbinary, tmp_path, monkeypatch, arguments, words):
    """Wrong arguments give status 2 and one line."""
    monkeypatch.chdir(tmp_path)

    status, out, err = run(capsysbinary, *arguments)

    assert (status, out, err.count("\n")) == (2, "", 1)
    assert words in err
    assert list(tmp_path.iterdir()) == []


def test_all_formats_are_offered():
    """The command line knows every format that the library knows, in the same order."""
    assert convert.FORMATS == NAMES


def test_columns_by_hand(capsysbinary, tmp_path):
    """--map names the columns of a table by name or number."""
    source = tmp_path / "a.csv"
    source.write_text("x,y,z\nNet sales,memo,売上高\n", encoding="utf-8")

    status, out, _ = run(capsysbinary, source, "-", "--map", "ja=3", "--map", "en=x", "--map", "note=y")

    assert (status, out) == (0, "ja,en,note\n売上高,Net sales,memo\n")
