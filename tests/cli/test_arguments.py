"""What is wrong with the arguments is said in one line, and an output appears whole or not at all."""

from __future__ import annotations

import argparse
import json
import os
import shlex
import stat
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from samples import CLEAN, PLANTED

from bilingual.cli import build_parser, main
from bilingual.reports.files import write_whole

WRONG = [
    ([], "COMMAND"),
    (["chek", "a.txt"], "chek"),
    (["check"], "JA"),
    (["check", "a.txt", "--format", "pdf"], "sarif"),
    (["check", "a.txt", "--fail-on", "all"], "never"),
    (["check", "a.txt", "--colour"], "--colour"),
    (["check", "a.txt", "--disable", "NUM999"], "NUM999"),
    (["check", "a.txt", "-o", "report.pdf"], ".pdf"),
    (["check", "a.txt", "-o", "nowhere/report.html"], "nowhere"),
    (["explain", "NUM999"], "NUM999"),
    (["check", "\x1b[31mred.txt"], "red.txt"),
]


def run(capsys, *arguments):
    """Run the program in this process: status, standard output, standard error."""
    try:
        status = main([str(argument) for argument in arguments])
    except SystemExit as stopped:
        status = stopped.code
    out = capsys.readouterr()
    return status, out.out, out.err


@pytest.mark.parametrize(("arguments", "words"), WRONG, ids=[" ".join(case[0])[-20:] for case in WRONG])
def test_wrong_arguments_get_one_line(capsys, arguments, words):
    """Wrong arguments give status 2 and one line that names them and steers no terminal."""
    status, out, err = run(capsys, *arguments)

    assert status == 2
    assert out == ""
    assert err.startswith("bilingual: ")
    assert err.count("\n") == 1
    assert words in err
    assert "\x1b" not in err


def test_the_document_itself_is_never_overwritten(capsys, tmp_path):
    """A report that would replace one of the documents is refused."""
    path = tmp_path / "release.txt"
    path.write_bytes(CLEAN.read_bytes())

    status, _, err = run(capsys, "check", path, "-o", path)

    assert status == 2
    assert "another name" in err
    assert path.read_bytes() == CLEAN.read_bytes()


def test_a_folder_is_no_output(capsys, tmp_path):
    """A folder in place of a file is refused by its own name."""
    status, _, err = run(capsys, "check", CLEAN, "-o", tmp_path)

    assert status == 2
    assert f"{tmp_path}: this is a folder" in err


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes of POSIX")
def test_links_and_modes_stay(capsys, tmp_path):
    """A link leads to its file as before, and a file keeps its mode."""
    target, link = tmp_path / "report.json", tmp_path / "latest.json"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)

    run(capsys, "check", CLEAN, "-o", link)

    assert link.is_symlink()
    assert json.loads(target.read_text(encoding="utf-8"))["schema"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes of POSIX")
def test_a_pipe_is_written_to(tmp_path):
    """A pipe or device takes the report and is not replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        read = pool.submit(pipe.read_text)
        write_whole(pipe, "report")

        assert read.result(timeout=10) == "report"
    assert pipe.is_fifo()


@pytest.mark.parametrize("broken", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_an_interrupted_write_leaves_the_old_file(capsys, tmp_path, monkeypatch, broken):
    """Ctrl-C or a full disk while the report is written leaves the earlier file as it was and nothing beside it."""
    target = tmp_path / "report.json"
    target.write_text("old")

    def stop(*_):
        raise broken

    monkeypatch.setattr("pathlib.Path.replace", stop)
    status, out, err = run(capsys, "check", CLEAN, "-o", target)

    assert status == (130 if broken is KeyboardInterrupt else 2)
    assert (out, err.count("\n")) == ("", 1)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_ctrl_c_is_one_line(capsys, monkeypatch):
    """An interrupted check says so and exits with 130."""

    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("bilingual.pipeline.check", stop)
    status, out, err = run(capsys, "check", CLEAN)

    assert (status, out, err) == (130, "", "bilingual: interrupted; nothing was written\n")


def test_silenced_findings_are_counted_beside_machine_formats(capsys, tmp_path):
    """Standard output holds JSON alone; how many findings the baseline silenced stands on standard error."""
    earlier = tmp_path / "earlier.json"
    run(capsys, "check", PLANTED, "-o", earlier)
    known = len(json.loads(earlier.read_text(encoding="utf-8"))["findings"])

    _, out, err = run(capsys, "check", PLANTED, "--baseline", earlier, "--format", "json")

    assert json.loads(out)["findings"] == []
    assert err == f"bilingual: {known} silenced by the baseline\n"


def test_a_file_without_counterpart_is_told(capsys, tmp_path):
    """A folder's pairs are checked; what is left over is named, and one page for several reports refused."""
    (tmp_path / "q1_ja.txt").write_text("売上高は95億円となりました。\n", encoding="utf-8")
    (tmp_path / "q1_en.txt").write_text("Net sales were JPY9.5 billion for the quarter.\n")
    (tmp_path / "q2_ja.txt").write_text("売上高は95億円となりました。\n", encoding="utf-8")

    status, _, err = run(capsys, "check", tmp_path)
    refused = run(capsys, "check", tmp_path, "--format", "html")

    assert status == 0
    assert "q2_ja.txt: has no counterpart" in err
    assert refused[0] == 2


def parsers(parser, path=("bilingual",)):
    """Every command with the words that call it."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield from parsers(command, (*path, name))
            return
    yield path, parser


COMMANDS = dict(parsers(build_parser()))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_the_help_of_a_command_has_calls_to_copy(path):
    """Every command's help ends with examples, each of which its arguments allow, and with the exit status."""
    words = COMMANDS[path].format_help()
    _, _, examples = words.partition("\nexamples:\n")
    calls = [
        line.strip().partition("  ")[0] for line in examples.splitlines() if line.startswith("  bilingual ")
    ]

    assert calls
    assert all(call.split()[: len(path)] == list(path) for call in calls)
    for call in calls:
        build_parser().parse_args(shlex.split(call)[1:])
    assert "Exit status: 0" in examples
