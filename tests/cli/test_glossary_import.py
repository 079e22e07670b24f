"""``glossary import``: what reviewers decided on candidates goes into the glossary, once, and nothing is lost."""

from __future__ import annotations

import csv
import io

import pytest
from samples import CLEAN

from bilingual.cli import main
from bilingual.containers.sheets import sheet_bytes
from bilingual.glossary import load
from bilingual.model.document import Language


def run(capsys, *arguments):
    """Run ``bilingual glossary`` in this process: status, standard output, standard error."""
    try:
        status = main(["glossary", *(str(argument) for argument in arguments)])
    except SystemExit as stopped:
        status = stopped.code
    out = capsys.readouterr()
    return status, out.out, out.err


def sheet(folder, rows, name="terms.csv"):
    """A list of candidates: Japanese, English, decision."""
    path = folder / name
    lines = [["ja", "en", "decision", "first_document", "reviewer"], *([*row, "q1.txt", ""] for row in rows)]
    if name.endswith(".xlsx"):
        path.write_bytes(sheet_bytes(lines))
    else:
        stream = io.StringIO()
        csv.writer(stream, lineterminator="\n").writerows(lines)
        path.write_text(stream.getvalue(), encoding="utf-8-sig")
    return path


DECIDED = [
    ("ざらめ", "Grommets", "approved"),
    ("ほよよ", "Flanges", "Rejected"),
    ("ぬるむ", "Quorks", ""),
    ("ざらめ", "Sprockets", "承認"),
]


@pytest.mark.parametrize("name", ["terms.csv", "terms.xlsx"])
def test_approved_rows_become_entries(capsys, tmp_path, name):
    """The first pair of a term gives the preferred rendering, a further one is admitted; date and reviewer stand there."""
    ours = tmp_path / "ours.csv"

    status, out, err = run(
        capsys,
        "import",
        sheet(tmp_path, DECIDED, name),
        "-g",
        ours,
        "--reviewer",
        "A. Sato",
        "--day",
        "2026-11-21",
    )

    assert status == 0
    assert out.splitlines() == [
        "line 2: added: ざらめ = Grommets",
        "line 3: rejected: ほよよ = Flanges",
        "line 5: variant: ざらめ = Sprockets; ざらめ=Grommets",
    ]
    assert "1 added, 1 rejected, 1 variant, 1 undecided" in err
    (concept,) = load([ours]).concepts
    assert [(t.text, t.status.value) for t in concept.in_language(Language.EN)] == [
        ("Grommets", "preferred"),
        ("Sprockets", "admitted"),
    ]
    assert (concept.source, concept.reviewer, concept.date) == ("seen in q1.txt", "A. Sato", "2026-11-21")
    assert (tmp_path / "ours.rejected.csv").read_text(encoding="utf-8") == (
        "ja,en,date,reviewer,note\nほよよ,Flanges,2026-11-21,A. Sato,\n"
    )


def test_a_second_import_changes_nothing(capsys, tmp_path):
    """The same decisions again leave every byte as it is."""
    ours, candidates = tmp_path / "ours.csv", sheet(tmp_path, DECIDED)
    run(capsys, "import", candidates, "-g", ours)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    status, out, _ = run(capsys, "import", candidates, "-g", ours)

    assert status == 0
    assert [line.split(": ")[1] for line in out.splitlines()] == ["known", "known", "known"]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


OURS = "id,ja,en,en_variants,house_column\r\n  h,ほよよ,Collar, Ring ,kept\r\nq,ぬるむ,Quork,,\r\n"


def test_what_the_glossary_says_stays(capsys, tmp_path):
    """Lines that no decision touches keep their bytes; columns of the user's own survive."""
    ours = tmp_path / "ours.csv"
    ours.write_bytes(OURS.encode())

    run(capsys, "import", sheet(tmp_path, [("ぬるむ", "Murk", "approved")]), "-g", ours)

    lines = ours.read_bytes().split(b"\r\n")
    assert lines[:2] == OURS.encode().split(b"\r\n")[:2]
    assert "q,ぬるむ,Quork,Murk," in lines[2].decode()


CONFLICTS = [
    (
        "id,ja,en,en_forbidden\nh,ほよよ,Collar,Flange\n",
        ("ほよよ", "Flanges", "approved"),
        "has it as forbidden",
    ),
    ("id,ja,en\nh,ほよよ,Flange\n", ("ほよよ", "Flanges", "rejected"), "take it out there"),
    ("id,ja,en\na,ほよよ,Collar\nb,ほよよ,Ring\n", ("ほよよ", "Flanges", "approved"), "the entries a and b"),
]


@pytest.mark.parametrize(("text", "row", "words"), CONFLICTS)
def test_contradictions_are_left_to_a_person(capsys, tmp_path, text, row, words):
    """A decision that contradicts the glossary is listed, changes nothing, and the status is 1."""
    ours = tmp_path / "ours.csv"
    ours.write_text(text, encoding="utf-8")

    status, out, _ = run(capsys, "import", sheet(tmp_path, [row]), "-g", ours)

    assert status == 1
    assert "conflict" in out and words in out
    assert ours.read_text(encoding="utf-8") == text
    assert not (tmp_path / "ours.rejected.csv").exists()


def test_rejected_pairs_stay_rejected(capsys, tmp_path):
    """What was turned down is left out by later runs of extract, in every spelling, until it is approved."""
    ours, terms = tmp_path / "ours.csv", tmp_path / "terms.csv"
    rows = [("営業収益合計", "total revenue", "rejected"), ("売掛金", "Accounts receivable", "approved")]
    run(capsys, "import", sheet(tmp_path, rows, "first.csv"), "-g", ours)

    _, _, err = run(capsys, "extract", CLEAN, "--glossary", ours, "-o", terms)
    text = terms.read_text(encoding="utf-8-sig")
    assert "rejected before" in err
    assert "営業収益合計,Total revenues," not in text

    run(capsys, "extract", CLEAN, "--glossary", ours, "-o", terms, "--all")
    assert "営業収益合計,Total revenues,rejected," in terms.read_text(encoding="utf-8-sig")

    run(
        capsys, "import", sheet(tmp_path, [("営業収益合計", "Total revenues", "yes")], "then.csv"), "-g", ours
    )
    run(capsys, "extract", CLEAN, "--glossary", ours, "-o", terms)
    assert "営業収益合計,Total revenues,," in terms.read_text(encoding="utf-8-sig")
    assert "営業収益合計" not in (tmp_path / "ours.rejected.csv").read_text(encoding="utf-8")


def test_the_way_round(capsys, tmp_path):
    """What extract writes goes back in as it is: nothing decided, nothing changed; live cells come back as texts."""
    terms, ours = tmp_path / "terms.csv", tmp_path / "ours.csv"
    run(capsys, "extract", CLEAN, "-o", terms)

    status, out, err = run(capsys, "import", terms, "-g", ours)
    assert (status, out) == (0, "")
    assert "no decisions" in err

    run(capsys, "import", sheet(tmp_path, [("'=甲", "'-B", "approved")], "live.csv"), "-g", ours)
    assert [term.text for term in load([ours]).concepts[0].terms] == ["=甲", "-B"]


def test_a_dry_run_writes_nothing(capsys, tmp_path):
    """The changes are shown, the files stay away."""
    status, out, _ = run(
        capsys,
        "import",
        sheet(tmp_path, DECIDED),
        "-g",
        tmp_path / "ours.csv",
        "--dry-run",
        "--format",
        "csv",
    )

    assert status == 0
    assert out.splitlines()[1] == "2,added,ざらめ,Grommets,"
    assert [path.name for path in tmp_path.iterdir()] == ["terms.csv"]


UNUSABLE = [
    ("ja,en\n売上高,Sales\n", "no 'decision'"),
    (
        "ja,en,decision\n売上高,Sales,perhaps\n",
        "line 2, column decision: expected approved, rejected or nothing",
    ),
    ("ja,en,decision\n売上高,,approved\n", "line 2, column en: expected a term"),
    ("", "the file is empty"),
    ('ja,en,decision\n"売上高,Sales,approved\n', "quotes in pairs"),
]


@pytest.mark.parametrize(("text", "words"), UNUSABLE, ids=[words for _, words in UNUSABLE])
def test_unusable_lists_get_one_sentence(capsys, tmp_path, text, words):
    """A list that cannot be understood is one line with its place, status 2, and nothing is written."""
    path = tmp_path / "terms.csv"
    path.write_text(text, encoding="utf-8")

    status, out, err = run(capsys, "import", path, "-g", tmp_path / "ours.csv")

    assert (status, out) == (2, "")
    assert err.count("\n") == 1 and words in err
    assert [each.name for each in tmp_path.iterdir()] == ["terms.csv"]


def test_a_broken_file_of_rejections_is_told(capsys, tmp_path):
    """The file beside the glossary is read with the same care: file, line and reason."""
    (tmp_path / "ours.rejected.csv").write_text('ja,en\n"x,y\n', encoding="utf-8")

    status, _, err = run(capsys, "import", sheet(tmp_path, DECIDED), "-g", tmp_path / "ours.csv")

    assert status == 2
    assert "ours.rejected.csv: line 2" in err
