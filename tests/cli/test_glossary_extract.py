"""``glossary extract`` and ``glossary import`` on the command line."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from samples import CLEAN, CORPUS, HOSTILE

from bilingual.cli import main
from bilingual.glossary.extraction.decisions import COLUMNS


def run(capsys, *arguments):
    """Run ``bilingual glossary`` in this process: status, standard output, standard error."""
    try:
        status = main(["glossary", *(str(argument) for argument in arguments)])
    except SystemExit as stopped:
        status = stopped.code
    out = capsys.readouterr()
    return status, out.out, out.err


def rows_of(path):
    """The rows of a list of candidates."""
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def test_the_list_is_a_sheet_with_a_byte_order_mark(capsys, tmp_path):
    """CSV begins with a byte order mark and the columns ja and en; the best pairs come first."""
    target = tmp_path / "terms.csv"

    status, out, err = run(capsys, "extract", CLEAN, "-o", target, "--no-glossary")

    assert (status, out) == (0, "")
    assert "candidates written to" in err
    assert target.read_bytes().startswith(b"\xef\xbb\xbfja,en,decision,kind,")
    rows = rows_of(target)
    assert tuple(rows[0]) == COLUMNS
    scores = [float(row["score"]) for row in rows]
    assert scores == sorted(scores, reverse=True)
    assert {row["kind"] for row in rows} == {"caption", "prose"}
    assert all(row["known"] == "new" and not row["concept"] for row in rows)


def test_the_same_bytes(capsys, tmp_path):
    """Two runs write the same bytes, as CSV and as a workbook."""
    for name in ("a.csv", "b.csv", "a.xlsx", "b.xlsx"):
        assert run(capsys, "extract", CORPUS / "telecom_pipes" / "release.txt", "-o", tmp_path / name)[0] == 0

    for ending in ("csv", "xlsx"):
        assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()


def test_lines_for_people_and_json_for_machines(capsys):
    """Text has one pair per line, JSON a list with the columns as keys."""
    _, out, _ = run(capsys, "extract", CLEAN, "--kind", "prose")
    assert all(" prose " in line for line in out.splitlines())

    _, out, _ = run(capsys, "extract", CLEAN, "--format", "json", "--new")
    rows = json.loads(out)
    assert tuple(rows[0]) == COLUMNS
    assert all(row["known"] != "same" for row in rows)


LIVE = '=HYPERLINK("http://x")'


def test_nothing_in_a_sheet_is_live(capsys, tmp_path):
    """Captions that begin like a formula are texts in CSV and in a workbook, and steer no terminal."""
    ja = f"売上高表 (百万円)\n\t2024年3月期\t2023年3月期\n{LIVE}甲\t12,345\t11,223\n@SUM乙\t4,567\t4,321\n"
    en = f"Table of sales (millions of yen)\n\tFY2023\tFY2022\n{LIVE}\x1b[31m\t12,345\t11,223\n@SUM(A1)\t4,567\t4,321\n"
    for name, text in (("q_ja.txt", ja), ("q_en.txt", en)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    out_csv, out_xlsx = tmp_path / "t.csv", tmp_path / "t.xlsx"
    for target in (out_csv, out_xlsx):
        assert run(capsys, "extract", tmp_path / "q_ja.txt", tmp_path / "q_en.txt", "-o", target)[0] == 0

    cells = [cell for row in rows_of(out_csv) for cell in row.values()]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert not any("\x1b" in cell for cell in cells)
    with zipfile.ZipFile(out_xlsx) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    _, out, _ = run(capsys, "extract", tmp_path / "q_ja.txt", tmp_path / "q_en.txt")
    assert "\x1b" not in out


def test_a_hostile_document_gives_a_list(capsys, tmp_path):
    """A document full of mark-up and escapes is no failure."""
    path = tmp_path / "hostile.txt"
    path.write_text(HOSTILE, encoding="utf-8")

    assert run(capsys, "extract", path)[0] == 0


UNUSABLE = [
    (["extract", "missing.txt"], "missing.txt"),
    (["extract", str(CLEAN), "--no-glossary", "--glossary", "x.csv"], "exclude each other"),
    (["extract", str(CLEAN), "-o", "terms.pdf"], "add --format"),
    (["extract", str(CLEAN), "--format", "xlsx"], "does not go to the terminal"),
    (["extract", str(CORPUS / "parts_maker" / "ja.txt")], "Japanese only"),
    (["extract", str(CLEAN), str(CORPUS / "parts_maker" / "ja.txt")], "in one language"),
]


@pytest.mark.parametrize(("arguments", "words"), UNUSABLE)
def test_unusable_input_gets_one_sentence(capsys, tmp_path, monkeypatch, arguments, words):
    """What cannot be used is one line on standard error, and status 2; nothing is written."""
    monkeypatch.chdir(tmp_path)

    status, out, err = run(capsys, *arguments)

    assert (status, out) == (2, "")
    assert err.count("\n") == 1 and words in err
    assert list(tmp_path.iterdir()) == []


def test_help_has_examples(capsys):
    """--help shows how it is used."""
    status, out, _ = run(capsys, "extract", "--help")

    assert status == 0
    assert "bilingual glossary extract ja.txt en.txt -o terms.csv" in out
