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
    assert "0 problems in 5 files" in err


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
    ("mixed.csv", "ja,en\n売上高,".encode() + b"\xff\xfe\n", "line 2: expected UTF-8"),
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


def test_diff(capsys, tmp_path):
    """Differences are listed with status 1; equal files give nothing and status 0."""
    older = write(tmp_path, "older.csv", "id,ja,en\na,売上高,Sales\n")
    newer = write(tmp_path, "newer.csv", "id,ja,en,note\na,売上高,Net sales,n\nb,資産,Assets,\n")
    status, out, err = run(capsys, "diff", older, newer)

    assert status == 1
    assert out.splitlines()[-1] == "+ b: 資産 = Assets"
    assert "1 added, 0 removed, 1 changed" in err
    assert run(capsys, "diff", newer, newer)[:2] == (0, "")
    rows = json.loads(run(capsys, "diff", older, newer, "--format", "json")[1])
    assert rows[0] == {
        "concept": "a",
        "kind": "changed",
        "field": "note",
        "before": "",
        "after": "n",
        "line": 2,
    }


def test_merge(capsys, tmp_path):
    """Clean merges give status 0; conflicts give 1, are listed, and the file is written all the same."""
    base = write(tmp_path, "base.csv", "id,ja,en,note\na,売上高,Sales,\nb,資産 , Assets,\n")
    ours = write(tmp_path, "ours.csv", "id,ja,en,note\na,売上高,Sales,mine\nb,資産 , Assets,\n")
    theirs = write(tmp_path, "theirs.csv", "id,ja,en,note\na,売上高,Net sales,\nb,資産 , Assets,\n")
    out = tmp_path / "out.csv"

    assert run(capsys, "merge", base, ours, theirs, "-o", out)[0] == 0
    assert out.read_text(encoding="utf-8") == "id,ja,en,note\na,売上高,Net sales,mine\nb,資産 , Assets,\n"

    theirs.write_text("id,ja,en,note\na,売上高,Sales,yours\nb,資産 , Assets,\n", encoding="utf-8")
    status, text, err = run(capsys, "merge", base, ours, theirs, "-o", ours)
    assert status == 1
    assert text == "conflict: a: note: ours mine, theirs yours (was (nothing))\n"
    assert "1 conflict" in err
    assert ours.read_text(encoding="utf-8").splitlines()[:2] == [
        "id,ja,en,note,conflict",
        "a,売上高,Sales,mine,note: theirs yours",
    ]
    assert run(capsys, "lint", ours, "--disable", "missing-source")[1].count("[conflict]") == 1


def test_a_merge_that_cannot_be_read_writes_nothing(capsys, tmp_path):
    """A broken version is named, and no file appears."""
    good = write(tmp_path, "good.csv", "ja,en\n売上高,Sales\n")
    bad = write(tmp_path, "bad.csv", "ja,en\n売上高,\n")
    status, out, err = run(capsys, "merge", good, good, bad, "-o", tmp_path / "out.csv")

    assert (status, out) == (2, "")
    assert "bad.csv: line 2, column en" in err
    assert not (tmp_path / "out.csv").exists()


def test_search(capsys):
    """Terms are found with their place; nothing found is status 1."""
    status, out, _ = run(capsys, "search", "ｿﾌﾄｳｪｱ", "--limit", "1")
    assert status == 0
    assert "software: " in out and "glossaries/statements.csv, line " in out
    assert run(capsys, "search", "qqqqqqqq")[0] == 1
    assert run(capsys, "search", "net sales", "--format", "csv")[1].startswith("score,concept,language,term")


def test_show(capsys, tmp_path):
    """A concept is shown layer by layer; an unknown one is refused with a way out."""
    company = write(tmp_path, "company.csv", "id,ja,en\nours,売上高,Revenues\n")
    status, out, _ = run(capsys, "show", "net sales", "--glossary", company)
    assert status == 0
    assert "hidden by: ours" in out
    status, out, _ = run(capsys, "show", "ours", "--glossary", company, "--format", "json")
    assert any(row["field"] == "hides" and "net-sales" in row["value"] for row in json.loads(out))
    status, _, err = run(capsys, "show", "no-such-concept")
    assert status == 2
    assert "search" in err


def test_stats(capsys, tmp_path):
    """Numbers of the packaged glossaries, or of files."""
    assert "concepts" in run(capsys, "stats")[1]
    path = write(tmp_path, "a.csv", "ja,en\n売上高,Sales\n")
    assert json.loads(run(capsys, "stats", path, "--format", "json")[1])[0] == {
        "measure": "concepts",
        "part": "",
        "number": 1,
    }
