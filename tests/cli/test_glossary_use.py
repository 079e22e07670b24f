"""``glossary use`` and ``glossary impact`` on the command line."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from samples import CLEAN, CORPUS

from bilingual.cli import main
from bilingual.reports.term_use import COLUMNS, SECTIONS

PIPES = CORPUS / "telecom_pipes" / "release.txt"
FORBIDS = "id,ja,en,en_forbidden\nop,営業利益,Operating profit,Operating income\n"


def run(capsys, *arguments):
    """Run ``bilingual glossary`` in this process: status, standard output, standard error."""
    try:
        status = main(["glossary", *(str(argument) for argument in arguments)])
    except SystemExit as stopped:
        status = stopped.code
    out = capsys.readouterr()
    return status, out.out, out.err


@pytest.fixture
def forbids(tmp_path):
    """A glossary that forbids Operating income."""
    path = tmp_path / "ours.csv"
    path.write_text(FORBIDS, encoding="utf-8")
    return path


def test_text_has_all_sections(capsys, forbids):
    """Every section is there with its number of rows; a warning makes the status 1."""
    status, out, _ = run(capsys, "use", CLEAN, "--glossary", forbids)

    assert status == 1
    assert all(f"{title}: " in out for title in SECTIONS.values())
    assert "TRM005 warning operating income is forbidden by the glossary" in " ".join(out.split())
    assert run(capsys, "use", PIPES)[0] == 0


def test_sheets_and_pages(capsys, tmp_path):
    """CSV, workbook, page and JSON hold the same rows, with the same bytes on every run."""
    for name in ("a.csv", "a.xlsx", "a.html", "a.json", "b.csv", "b.xlsx", "b.html", "b.json"):
        assert run(capsys, "use", PIPES, "-o", tmp_path / name)[0] == 0

    for ending in ("csv", "xlsx", "html", "json"):
        assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()
    rows = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text(encoding="utf-8-sig"))))
    sections = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["sections"]
    assert tuple(rows[0]) == COLUMNS
    assert {name: len(found) for name, found in sections.items() if found} == {
        name: sum(row["section"] == name for row in rows)
        for name in dict.fromkeys(row["section"] for row in rows)
    }
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        names = archive.read("xl/workbook.xml").decode()
    assert all(f'name="{name}"' in names for name in SECTIONS)


def test_nothing_is_live(capsys, tmp_path):
    """Captions with mark-up and formulas are texts in pages and sheets, and steer no terminal."""
    evil = "=cmd|' /C calc'!A0<script>alert(1)</script>\x1b[31m"
    rows = [(f"{evil}甲", f"{evil} A"), ("売上高", "Net sales"), ("営業利益", "Operating profit")]
    for at, language in enumerate(("ja", "en")):
        lines = [f"{row[at]}\t{12345 + n * 1111:,}\t{11223 + n * 1237:,}" for n, row in enumerate(rows)]
        head = ("業績 (百万円)\n\t2024年3月期\t2023年3月期", "Results (millions of yen)\n\tFY2023\tFY2022")[
            at
        ]
        (tmp_path / f"q_{language}.txt").write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    pair = [tmp_path / "q_ja.txt", tmp_path / "q_en.txt"]
    for name in ("t.csv", "t.xlsx", "t.html"):
        run(capsys, "use", *pair, "-o", tmp_path / name)

    page = (tmp_path / "t.html").read_text(encoding="utf-8")
    assert "<script" not in page and "\x1b" not in page
    assert "default-src 'none'" in page
    cells = [
        cell
        for row in csv.reader(io.StringIO((tmp_path / "t.csv").read_text(encoding="utf-8-sig")))
        for cell in row
    ]
    assert any("calc" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    with zipfile.ZipFile(tmp_path / "t.xlsx") as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist() if "/worksheets/" in name)
    assert "\x1b" not in run(capsys, "use", *pair)[1]


def test_impact_names_what_comes_and_goes(capsys, forbids, tmp_path):
    """One line per effect, a plus for what is newly flagged; the status is 1, and 0 where nothing changes."""
    status, out, err = run(capsys, "impact", forbids, CLEAN)
    assert status == 1
    assert out.startswith("+ release.txt en ") and "TRM005" in out
    assert "newly flagged (warning)" in err

    status, out, err = run(capsys, "impact", forbids, CLEAN, "--old", forbids)
    assert (status, out) == (0, "")
    assert "nothing changes" in err

    _, out, _ = run(capsys, "impact", forbids, CLEAN, "--format", "csv")
    (row,) = [row for row in csv.DictReader(io.StringIO(out)) if row["rule"] == "TRM005"]
    assert row["change"] == "new" and row["severity"] == "warning"


UNUSABLE = [
    (["use", "missing.txt"], "missing.txt"),
    (["use", str(PIPES), "-o", "use.pdf"], "add --format"),
    (["use", str(PIPES), "--glossary", "missing.csv"], "missing.csv"),
    (["impact", "missing.csv", str(PIPES)], "missing.csv"),
    (["impact", "broken.csv", str(PIPES)], "broken.csv: line 2"),
]


@pytest.mark.parametrize(("arguments", "words"), UNUSABLE)
def test_unusable_input_gets_one_sentence(capsys, tmp_path, monkeypatch, arguments, words):
    """What cannot be used is one line on standard error, and status 2; nothing is written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken.csv").write_text('ja,en\n売上高,"Sales\n', encoding="utf-8")

    status, out, err = run(capsys, *arguments)

    assert (status, out) == (2, "")
    assert err.count("\n") == 1 and words in err
    assert [path.name for path in tmp_path.iterdir()] == ["broken.csv"]


@pytest.mark.parametrize("command", ["use", "impact"])
def test_help_has_examples(capsys, command):
    """--help shows how it is used."""
    status, out, _ = run(capsys, command, "--help")

    assert status == 0
    assert f"bilingual glossary {command} " in out
