"""Repairs are printed step by step."""

from __future__ import annotations

import json

from bilingual.cli import main

DAMAGED = "売上⾼は95億円となりました。\n営業利益営業利益営業利益営業利益\nNet sales were JPY9.5 billion.\n"


def test_explain_prints_every_step(tmp_path, capsys):
    """Each step stands with its number of repairs, each repair with line, printed form and reading."""
    path = tmp_path / "release.txt"
    path.write_text(DAMAGED, encoding="utf-8")

    assert main(["tables", str(path), "--explain"]) == 0

    out = capsys.readouterr().out
    assert "kangxi_radicals (glyphs), ja: 1\n  line 1  ⾼  is read as  高\n" in out
    assert "  line 2  営業利益営業利益営業利益営業利益  is read as  営業利益\n" in out


def test_explain_as_json(tmp_path, capsys):
    """The machine form holds the same."""
    path = tmp_path / "release.txt"
    path.write_text(DAMAGED, encoding="utf-8")

    main(["tables", str(path), "--explain", "--format", "json"])

    rows = json.loads(capsys.readouterr().out)
    assert [(row["step"], row["line"], row["repaired"]) for row in rows] == [
        ("kangxi_radicals", 1, "高"),
        ("overprint", 2, "営業利益"),
    ]


def test_clean_text_has_nothing_to_explain(tmp_path, capsys):
    """A clean document says so."""
    path = tmp_path / "release.txt"
    path.write_text("売上高は95億円となりました。\n", encoding="utf-8")

    main(["tables", str(path), "--explain"])

    assert capsys.readouterr().out == "nothing was repaired\n"
