"""The commands for those who keep the terms: what they print, what they write, their exit status."""

from __future__ import annotations

import csv
import io
import json

import pytest

from bilingual.cli import main


def run(capsys, *arguments):
    """Run ``bilingual glossary`` in this process: status, standard output, standard error."""
    try:
        status = main(["glossary", *(str(argument) for argument in arguments)])
    except SystemExit as stopped:
        status = stopped.code
    out = capsys.readouterr()
    return status, out.out, out.err


def write(folder, name, content):
    """A file with text or bytes."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


BROKEN = "ja,en,source\n 売上高,Sales,s\n資産,,s\n"


def test_lint_of_the_packaged_glossaries(capsys):
    """Without files the packaged glossaries are looked at, and are clean."""
    status, out, err = run(capsys, "lint")

    assert (status, out) == (0, "")
    assert "0 problems in 3 files" in err


def test_lint_names_place_and_way_out(capsys, tmp_path):
    """Every problem is one line with file, line, column, kind and the way out; the status is 1."""
    path = write(tmp_path, "a.csv", BROKEN)
    status, out, err = run(capsys, "lint", path)

    assert status == 1
    assert out.splitlines() == [
        f"{path}: line 2, column ja: blanks at an end; take them out [spaces]",
        f"{path}: line 3, column en: expected a term, found nothing [empty-term]",
    ]
    assert "2 problems in 1 file; --fix mends 1" in err


@pytest.mark.parametrize("style", ["json", "csv"])
def test_lint_for_machines(capsys, tmp_path, style):
    """JSON and CSV have the same fields; without a problem there is a list, or a header, still."""
    status, out, _ = run(capsys, "lint", write(tmp_path, "a.csv", BROKEN), "--format", style)
    rows = json.loads(out) if style == "json" else list(csv.DictReader(io.StringIO(out)))
    assert status == 1
    assert [(int(row["line"]), row["column"], row["code"]) for row in rows] == [
        (2, "ja", "spaces"),
        (3, "en", "empty-term"),
    ]

    status, out, _ = run(capsys, "lint", "--format", style)
    assert status == 0
    assert out == ("[]\n" if style == "json" else "path,line,column,code,message,way_out,fixable\n")


def test_lint_fix(capsys, tmp_path):
    """A dry run shows the changes and writes nothing; --fix shows and writes them; what is left is told."""
    path = write(tmp_path, "a.csv", BROKEN)
    diff = f"--- {path}\n+++ {path}\n@@ -2,1 +2,1 @@\n- 売上高,Sales,s\n+売上高,Sales,s\n"

    assert run(capsys, "lint", path, "--fix", "--dry-run")[1].startswith(diff)
    assert path.read_text(encoding="utf-8") == BROKEN
    status, out, _ = run(capsys, "lint", path, "--fix")

    assert out.startswith(diff)
    assert status == 1
    assert "empty-term" in out and "[spaces]" not in out
    assert path.read_text(encoding="utf-8") == BROKEN.replace(" 売", "売")
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]
    assert run(capsys, "lint", path, "--disable", "empty-term")[0] == 0


UNUSABLE = [
    ("missing.csv", None, "no such glossary file"),
    ("cp932.csv", "ja,en\n売上高,Sales\n".encode("cp932"), "line 2: expected UTF-8"),
    ("utf16.csv", "ja,en\n売上高,Sales\n".encode("utf-16"), "UTF-8"),
    ("binary.csv", bytes(range(256)) * 40, "UTF-8"),
]


@pytest.mark.parametrize(("name", "content", "words"), UNUSABLE, ids=[case[0] for case in UNUSABLE])
def test_unusable_files_get_one_sentence(capsys, tmp_path, name, content, words):
    """A file that cannot be read is one line on standard error, and status 2."""
    path = tmp_path / name if content is None else write(tmp_path, name, content)
    status, out, err = run(capsys, "lint", path)

    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert name in err and words in err


def test_unknown_kind_of_problem(capsys):
    """A kind of problem that does not exist is refused with the list of those that do."""
    status, _, err = run(capsys, "lint", "--disable", "typos")

    assert status == 2
    assert "spelling-twin" in err


def test_nothing_steers_the_terminal(capsys, tmp_path):
    """Escapes of a hostile file are made harmless in messages and diffs."""
    path = write(tmp_path, "a.csv", "ja,en,source\n\x1b[31m売上高,\x1b]0;x\x07Sales,s\n")
    _, out, err = run(capsys, "lint", path, "--fix", "--dry-run")

    assert "\x1b" not in out + err
    assert "invisible" in out
