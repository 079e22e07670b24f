"""The command line: exit codes, one sentence for bad input, output that appears whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib

import pytest
from samples import CLEAN, CORPUS, PLANTED, ROOT

from bilingual.cli import main

JA = "売上高は95億円(前年同期比17.5%増)となりました。\n"
EN = "Net sales were JPY9.5 billion, up 17.5% from the same period of the previous year.\n"


def run(capsys, *arguments):
    """Run the program in this process: status, standard output, standard error."""
    try:
        status = main([str(argument) for argument in arguments])
    except SystemExit as stopped:
        status = stopped.code
    out = capsys.readouterr()
    return status, out.out, out.err


def write(folder, name, content):
    """A file with text or bytes."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


BAD_INPUT = [
    ("missing", None, "no such file"),
    ("empty.txt", "", "empty"),
    ("blank.txt", " \n\n", "empty"),
    ("binary.txt", bytes(range(32)) * 40, "binary"),
    ("paper.txt", b"%PDF-1.7 ...", "PDF"),
    ("paper.docx", b"PK\x03\x04", "damaged"),
    ("broken.txt", b"\x81\xff\xfe\xfd caf\xe9 \xa0\xff" * 5, "UTF-8"),
    ("ja.txt", JA, "audit"),
    ("en.txt", EN, "audit"),
    ("words.txt", "今期も頑張ります。\n\nWe keep trying and we will keep doing so.\n", "no figures"),
]


@pytest.mark.parametrize(("name", "content", "words"), BAD_INPUT, ids=[case[0] for case in BAD_INPUT])
def test_bad_input_gets_one_sentence(capsys, tmp_path, name, content, words):
    """What cannot be used gives one line on standard error that names the file, and status 2."""
    path = tmp_path / name if content is None else write(tmp_path, name, content)

    status, out, err = run(capsys, "check", path)

    assert status == 2
    assert out == ""
    assert err.count("\n") == 1
    assert name in err
    assert words in err
    assert "Traceback" not in err


def test_standard_input_is_no_file(capsys, tmp_path, monkeypatch):
    """A dash names no file; the sentence tells what to do with what another program prints."""
    monkeypatch.chdir(tmp_path)

    status, out, err = run(capsys, "check", "-")

    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "standard input" in err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_called_empty(capsys, tmp_path):
    """What can be read only once is refused before anything is read of it."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    status, _, err = run(capsys, "check", pipe)

    assert status == 2
    assert "pipe" in err
    assert "empty" not in err


def test_folder_without_pairs(capsys, tmp_path):
    """A folder without pairs says how to name files."""
    status, _, err = run(capsys, "check", tmp_path)

    assert status == 2
    assert "_ja.txt" in err


def test_folder_of_pairs(capsys, tmp_path):
    """Pairs of a folder are checked one by one."""
    write(tmp_path, "q1_ja.txt", JA)
    write(tmp_path, "q1_en.txt", EN)
    (tmp_path / "ja").mkdir()
    (tmp_path / "en").mkdir()
    write(tmp_path / "ja", "q2.txt", JA)
    write(tmp_path / "en", "q2.txt", EN.replace("9.5", "9.4"))

    status, out, _ = run(capsys, "check", tmp_path, "--format", "json")

    assert status == 1
    assert len(json.loads(out)) == 2


def test_two_files_of_one_language(capsys, tmp_path):
    """Two Japanese files are no pair."""
    status, _, err = run(capsys, "check", write(tmp_path, "a.txt", JA), write(tmp_path, "b.txt", JA))

    assert status == 2
    assert "both are Japanese" in err


def test_files_in_either_order(capsys, tmp_path):
    """The two files are told apart by content."""
    ja, en = write(tmp_path, "a.txt", JA), write(tmp_path, "b.txt", EN.replace("9.5", "9.4"))

    first, second = (run(capsys, "check", *pair, "--format", "json")[1] for pair in ((ja, en), (en, ja)))

    assert json.loads(first)["findings"] == json.loads(second)["findings"]


def test_text_over_the_declared_size(capsys, tmp_path):
    """The size limit is declared, named and changeable."""
    config = write(tmp_path, "bilingual.toml", "[limits]\nmax_characters = 40\n")

    status, _, err = run(capsys, "check", CLEAN, "--config", config)

    assert status == 2
    assert "max_characters" in err


def test_broken_glossary_line(capsys, tmp_path):
    """A broken line of a glossary is named: file, line, column, what was expected."""
    glossary = write(tmp_path, "ours.csv", "ja,en\n売上高,Net sales\n営業利益,\n")

    status, _, err = run(capsys, "check", CLEAN, "--glossary", glossary)

    assert status == 2
    assert "ours.csv" in err
    assert "line 3" in err
    assert "en" in err


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("colour = 1\n", "colour"),
        ("[company]\nfiscal_year_end = 13\n", "1 to 12"),
        ("[rules]\ndisable = 3\n", "list"),
        ('[severity]\nNUM001 = "fatal"\n', "warning"),
        ("= 1", "TOML"),
    ],
)
def test_bad_settings_are_named(capsys, tmp_path, settings, words):
    """An unknown key or a value that does not fit is named with what is expected."""
    config = write(tmp_path, "bilingual.toml", settings)

    status, _, err = run(capsys, "check", CLEAN, "--config", config)

    assert status == 2
    assert "bilingual.toml" in err
    assert words in err


def test_exit_status_follows_fail_on(capsys):
    """Status 1 where something at or above the limit was found, 0 otherwise."""
    assert run(capsys, "check", CLEAN)[0] == 0
    assert run(capsys, "check", PLANTED)[0] == 1
    assert run(capsys, "check", PLANTED, "--fail-on", "never")[0] == 0


def test_baseline_silences_known_findings(capsys, tmp_path):
    """Findings of an earlier report stay silent; their number is told."""
    earlier = tmp_path / "earlier.json"
    run(capsys, "check", PLANTED, "-o", earlier)

    status, out, _ = run(capsys, "check", PLANTED, "--baseline", earlier)

    assert status == 0
    assert "Silenced by the baseline" in out
    assert run(capsys, "check", PLANTED, "--baseline", CLEAN)[0] == 2


def test_disabled_rule_stays_off(capsys):
    """A disabled rule gives no findings; an unknown code is refused."""
    _, out, _ = run(capsys, "check", PLANTED, "--format", "json", "--disable", "NUM001")

    assert "NUM001" not in {finding["rule"] for finding in json.loads(out)["findings"]}
    assert run(capsys, "check", PLANTED, "--disable", "NUM999")[0] == 2


def test_format_wins_over_the_name(capsys, tmp_path):
    """The file's ending chooses the format unless --format says another."""
    by_name, by_option = tmp_path / "a.md", tmp_path / "b.md"
    run(capsys, "check", PLANTED, "-o", by_name)
    run(capsys, "check", PLANTED, "-o", by_option, "--format", "json")

    assert by_name.read_text(encoding="utf-8").startswith("# ")
    assert json.loads(by_option.read_text(encoding="utf-8"))["schema"] == "bilingual.report/1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "b.md"]


def test_output_to_a_missing_folder(capsys, tmp_path):
    """A report that cannot be written is one sentence, and nothing is left behind."""
    status, _, err = run(capsys, "check", CLEAN, "-o", tmp_path / "no" / "report.html")

    assert status == 2
    assert err.count("\n") == 1


def test_installation_holds_the_document_of_the_demo():
    """The wheel carries the document that the demo checks, and nothing else of the corpus."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]

    carried = {name: target for name, target in included.items() if name.startswith("corpus")}

    assert set(carried.values()) == {"bilingual/_corpus/network_quarter/planted.txt"}
    assert all((ROOT / name).is_file() for name in carried)


def test_demo_finds_the_planted_errors(capsys):
    """The demo prints a report with errors and exits with 0."""
    status, out, _ = run(capsys, "demo")

    assert status == 0
    assert out.count("ERROR  ") >= 10


@pytest.mark.parametrize("stage", ["figures", "tables", "tokens", "align"])
@pytest.mark.parametrize("style", ["text", "json", "csv"])
def test_every_stage_prints(capsys, stage, style):
    """Every stage prints its output in every style."""
    status, out, _ = run(capsys, stage, CLEAN, "--format", style)

    assert status == 0
    if style == "json":
        assert json.loads(out)
    assert out.strip()


def test_tables_fit_the_interface(capsys):
    """Tables in JSON have id, line, caption, unit, columns and rows with cells."""
    _, out, _ = run(capsys, "tables", CLEAN, "--format", "json")

    table = json.loads(out)[2]
    assert {"id", "line", "caption", "unit", "columns", "rows"} <= set(table)
    assert {"header", "period", "unit"} <= set(table["columns"][0])
    row = next(row for row in table["rows"] if row["cells"])
    assert {"line", "label", "section", "cells"} <= set(row)
    assert {"text", "value", "column"} <= set(row["cells"][0])


def test_a_spreadsheet_runs_no_formula(capsys, tmp_path):
    """A cell that begins like a formula is quoted in CSV."""
    path = write(tmp_path, "a.txt", "売上の内訳\n\n\t2024年3月期\n=cmd|x\t1,234\n売上高\t5,678\n")

    _, out, _ = run(capsys, "tables", path, "--format", "csv")

    assert ",=cmd" not in out


def test_explain(capsys):
    """A rule tells what it compares; without a code all are listed."""
    assert "NUM001" in run(capsys, "explain", "NUM001")[1]
    assert run(capsys, "explain")[1].count("\n") > 30
    assert run(capsys, "explain", "XXX")[0] == 2


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_cold_start_loads_nothing_heavy(option):
    """Version and help import neither pandas nor fugashi."""
    code = (
        "import sys\nfrom bilingual.cli import main\n"
        f"try: main([{option!r}])\nexcept SystemExit: pass\n"
        "sys.exit(bool({'pandas', 'fugashi', 'numpy', 'rich'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout + done.stderr


def test_module_runs_as_a_program():
    """``python -m bilingual`` is the program, and writes UTF-8 whatever the locale."""
    done = subprocess.run(
        [sys.executable, "-m", "bilingual", "check", str(CORPUS / "network_quarter" / "planted.txt")],
        cwd=ROOT,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PYTHONUTF8": "0"},
    )

    assert done.returncode == 1
    assert "億" in done.stdout.decode("utf-8")


def test_extreme_documents(capsys, tmp_path):
    """Lines of a megabyte, control characters and ten thousand rows give a correct result."""
    long_line = "売上高は95億円です。" * 60_000
    rows = "".join(
        f"項目{number}\t{number * 7 + 1_000:,}\t{number * 11 + 2_000:,}\n" for number in range(3_000)
    )
    english = rows.replace("項目", "Item ").replace("1,007\t2,011", "1,070\t2,011")
    text = (
        f"{long_line}\n\x00\x01\n売上の内訳(百万円)\n\n\t2024年3月期\t2025年3月期\n{rows}\n\n"
        f"Net sales were JPY9.5 billion.\n\nBreakdown of sales (Millions of yen)\n\n\tFY2024/3\tFY2025/3\n{english}"
    )

    status, out, err = run(capsys, "check", write(tmp_path, "big.txt", text), "--format", "json")

    assert status == 1, err
    assert any(finding["ja"] and finding["ja"]["text"] == "1,007" for finding in json.loads(out)["findings"])


def test_audit_says_what_it_leaves_out(capsys, tmp_path):
    """Of a file in both languages audit takes the main one, and says so; of a file in one nothing is left out."""
    both = write(tmp_path, "both.txt", f"{JA}\n{EN}\n{EN}")

    told = " ".join(run(capsys, "audit", both)[1].split())  # the lines break where the name of the file ends
    assert "1 line in Japanese was left out" in told
    assert "left out" not in run(capsys, "audit", write(tmp_path, "en.txt", EN))[1]


def test_a_message_names_few_of_many_confirmations(capsys):
    """A wrong rate of exchange has a confirmation in every row: five of them are named, the others counted."""
    found = json.loads(run(capsys, "check", PLANTED, "--format", "json")[1])["findings"]

    (rate,) = (one for one in found if one["rule"] == "FXC002")
    assert rate["message"].count("the converted amount") == 5
    assert " more; the English by none" in rate["message"]


@pytest.mark.parametrize(("name", "begins"), [("a.tmx", "<?xml"), ("a.json", "{"), ("a.csv", "kind,"), ("a.txt", "kind ")])  # fmt: skip
def test_the_alignment_is_written_as_its_name_ends(capsys, tmp_path, name, begins):
    """The ending of the output decides on the format; one that tells none is refused."""
    target = tmp_path / name

    assert run(capsys, "align", write(tmp_path, "both.txt", f"{JA}\n{EN}"), "-o", target)[0] == 0
    assert target.read_text(encoding="utf-8-sig").startswith(begins)

    status, _, err = run(capsys, "align", tmp_path / "both.txt", "-o", tmp_path / "a.docx")
    assert (status, ".tmx" in err) == (2, True)
