"""Files and folders that cannot be read or written, and names of every kind: one sentence, exit status 2, nothing half-written."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import office
import pytest
from samples import PLANTED

from bilingual import cli, files
from bilingual.batch import find_pairs
from bilingual.cli import printing
from bilingual.reports.sarif import uri

JA = ["2025年5月9日", "売上高は9,528百万円、営業利益は16百万円でした。"]
EN = ["May 9, 2025", "Net sales were JPY 9,582 million and operating profit was JPY 16 million."]
LONG = "決算短信" * 18
"""A name of 72 characters, which is 216 bytes."""


def word(path, lines):
    """A Word file of paragraphs."""
    path.write_bytes(office.word("".join(map(office.p, lines))))
    return path


@pytest.fixture
def pair(tmp_path):
    """A Word file in either language, with one difference."""
    return word(tmp_path / "q1_ja.docx", JA), word(tmp_path / "q1_en.docx", EN)


def run(capsys, *arguments):
    """Exit status and what was said of a call."""
    status = cli.main([str(argument) for argument in arguments])
    said = capsys.readouterr().err.strip()
    return status, said


def denied(monkeypatch, name, refuse):
    """Let the system refuse a call of paths for which ``refuse`` holds."""
    plain = getattr(Path, name)

    def call(self, *args, **kwargs):
        if refuse(self, *args):
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return plain(self, *args, **kwargs)

    monkeypatch.setattr(Path, name, call)


def snapshot(folder):
    """Every file of a folder with its bytes."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "name", ["q1 ja.docx", "決算短信（連結）.docx", f"{LONG}.docx", "a:b;c&d.docx", "l'état #1%.docx"]
)
def test_names_of_every_kind(tmp_path, capsys, name):
    """Blanks, Japanese, long names and marks of shells and addresses do no harm, in and out."""
    folder = tmp_path / "出力 フォルダ"
    folder.mkdir()
    ja, en = word(tmp_path / name, JA), word(tmp_path / f"en{name}"[-80:], EN)

    for ending in ("json", "html", "sarif", "md", "txt"):
        target = folder / f"{LONG}.{ending}"
        status, said = run(capsys, "check", ja, en, "-o", target, "--annotate", tmp_path / "copies")
        assert status == 1, said
        assert target.stat().st_size > 100

    assert sorted(path.name for path in (tmp_path / "copies").iterdir()) == sorted({ja.name, en.name})


def test_file_that_another_program_holds(pair, capsys, monkeypatch):
    """A document that the system does not let us read is told with the way out."""
    denied(monkeypatch, "read_bytes", lambda path: path == pair[1])
    denied(monkeypatch, "open", lambda path, *_: path == pair[1])

    status, said = run(capsys, "check", *pair)

    assert status == 2
    assert said == (
        f"bilingual: {pair[1]}: cannot be read (Permission denied); close it in other programs, or check its permissions"
    )


def test_report_that_another_program_holds(pair, tmp_path, capsys, monkeypatch):
    """A report that cannot be replaced stays as it was, and is told before the work."""
    target = tmp_path / "report.html"
    target.write_text("old", encoding="utf-8")
    denied(monkeypatch, "open", lambda path, mode="r", *_: path == target and "+" in mode)

    status, said = run(capsys, "check", *pair, "-o", target)

    assert status == 2
    assert said.endswith(
        "cannot be written (Permission denied); close it in other programs, or give another name"
    )
    assert target.read_text(encoding="utf-8") == "old"


def test_report_that_is_locked_while_we_work(pair, tmp_path, capsys, monkeypatch):
    """Where the last step fails, the old report stays and nothing lies beside it."""
    target = tmp_path / "report.json"
    target.write_text("old", encoding="utf-8")
    before = snapshot(tmp_path)
    denied(monkeypatch, "replace", lambda path, *_: True)

    status, said = run(capsys, "check", *pair, "-o", target)

    assert (status, said.count("\n")) == (2, 0)
    assert snapshot(tmp_path) == before


def test_folder_without_permission(pair, tmp_path, capsys, monkeypatch):
    """A folder that may not be written to is refused before the work, for reports and for copies."""
    plain = os.access
    monkeypatch.setattr(
        os,
        "access",
        lambda path, mode: not (mode == os.W_OK and Path(path) == tmp_path) and plain(path, mode),
    )
    before = snapshot(tmp_path)

    for option, place in (("-o", tmp_path / "r.json"), ("--annotate", tmp_path / "new" / "copies")):
        status, said = run(capsys, "check", *pair, option, place)
        assert status == 2
        assert said.endswith(f"there is no permission to write into {tmp_path}; give another folder")

    assert snapshot(tmp_path) == before


def test_folder_for_copies_that_is_a_file(pair, capsys):
    """A file where a folder is asked for is told before the work."""
    status, said = run(capsys, "check", *pair, "--annotate", pair[0])

    assert (status, said) == (2, f"bilingual: {pair[0]}: this is a file; give a folder for the copies")


def test_one_locked_copy_keeps_all_from_being_written(pair, tmp_path, capsys, monkeypatch):
    """Where one earlier copy is open in another program, no copy is replaced, and the locked one is named."""
    copies = tmp_path / "copies"
    copies.mkdir()
    for path in pair:
        (copies / path.name).write_bytes(b"old")
    locked = copies / pair[1].name
    denied(monkeypatch, "open", lambda path, mode="r", *_: path == locked and "+" in mode)

    status, said = run(capsys, "check", *pair, "--annotate", copies)

    assert status == 2
    assert f"{locked}: the copies cannot be written (Permission denied); close them" in said
    assert {path.read_bytes() for path in copies.iterdir()} == {b"old"}


def test_new_folder_goes_away_when_nothing_is_written(pair, tmp_path, capsys, monkeypatch):
    """A folder that was made for copies that cannot be written does not stay."""
    denied(monkeypatch, "replace", lambda path, *_: True)

    status, _ = run(capsys, "check", *pair, "--annotate", tmp_path / "copies")

    assert status == 2
    assert not (tmp_path / "copies").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_places(pair, tmp_path, capsys):
    """Read-only folders and files are refused by the system itself."""
    folder = tmp_path / "fixed"
    folder.mkdir()
    folder.chmod(0o555)

    assert run(capsys, "check", *pair, "-o", folder / "r.json")[0] == 2
    assert run(capsys, "check", *pair, "--annotate", folder)[0] == 2


def test_file_systems_without_permissions(tmp_path, monkeypatch):
    """A drive that knows no permissions takes files all the same."""
    denied(monkeypatch, "chmod", lambda path, *_: True)

    files.replace_file(tmp_path / "a.txt", b"1")

    assert snapshot(tmp_path) == {tmp_path / "a.txt": b"1"}


def test_files_of_programs_that_have_a_document_open(tmp_path):
    """What Word and LibreOffice keep beside an open document is no document."""
    for name in ("q1_ja.txt", "q1_en.txt", "~$q2_ja.docx", "~$q2_en.docx", ".~lock.q3_ja.docx#"):
        (tmp_path / name).write_text("x", encoding="utf-8")

    assert find_pairs(tmp_path) == [(tmp_path / "q1_ja.txt", tmp_path / "q1_en.txt")]


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
@pytest.mark.parametrize("ending", ["json", "html", "sarif", "md", "txt"])
def test_names_that_are_no_text(tmp_path, capsys, ending):
    """A name whose bytes are no UTF-8 goes into every report."""
    folder = os.fsencode(tmp_path)
    for name, lines in ((b"\xff_ja.txt", JA), (b"\xff_en.txt", EN)):
        Path(os.fsdecode(folder + b"/" + name)).write_text("\n".join(lines), encoding="utf-8")

    status, said = run(capsys, "check", tmp_path, "-o", tmp_path / f"report.{ending}")

    assert status == 1 or "one report" in said, said


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PureWindowsPath(r"C:\決算 1\q1_ja.xlsx"), "file:///C:/%E6%B1%BA%E7%AE%97%201/q1_ja.xlsx"),
        (PureWindowsPath(r"\\server\share\q1.xlsx"), "file://server/share/q1.xlsx"),
        (PureWindowsPath(r"in\q1.xlsx"), "in/q1.xlsx"),
        (PurePosixPath("in/q1 ja.xlsx"), "in/q1%20ja.xlsx"),
        (PurePosixPath("a:b.txt"), "a%3Ab.txt"),
    ],
)
def test_references_to_files(path, expected):
    """A drive is no scheme, and a colon in a name is none."""
    assert uri(path) == expected


def test_output_of_a_windows_code_page(pair, monkeypatch):
    """Whatever the code page of the console, machine formats are UTF-8 with line feeds."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp932", newline="\r\n"))

    status = cli.main(["check", *map(str, pair), "--format", "json"])
    sys.stdout.flush()

    assert status == 1
    assert "売上高" in raw.getvalue().decode("utf-8")
    assert b"\r" not in raw.getvalue()


def test_a_reader_that_goes_away_on_windows(monkeypatch, capsys):
    """What Windows says of a closed pipe is no error; of a file it is."""
    gone, named = (
        OSError(errno.EINVAL, "Invalid argument"),
        OSError(errno.EINVAL, "Invalid argument", "x?.txt"),
    )
    monkeypatch.setattr(printing.os, "name", "nt")

    assert (printing.reader_left(gone), printing.reader_left(named)) == (True, False)


@pytest.mark.skipif(sys.platform == "win32", reason="streams of POSIX")
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_closed_streams_change_no_exit_status(stream):
    """A caller who closed standard output or error (``>&-``) gets the exit status, and no traceback."""
    command = [sys.executable, "-m", "bilingual", "check", str(PLANTED)]
    closed = {"stdout": ">&-", "stderr": "2>&-"}[stream]

    ran = subprocess.run(["sh", "-c", f'"$@" {closed}', "sh", *command], capture_output=True, check=False)

    assert ran.returncode == 1
    assert ran.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_findings_count_although_nobody_reads_on(monkeypatch):
    """A reader that goes away (``| head``) ends the output, not the exit status: findings stay findings."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as nobody:
        monkeypatch.setattr(sys, "stdout", nobody)

        assert cli.main(["check", str(PLANTED), "--format", "json"]) == 1
