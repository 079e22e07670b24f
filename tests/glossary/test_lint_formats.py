"""Lint sees in every format what it sees in CSV; it mends CSV only, and says so."""

from __future__ import annotations

import re

import pytest

from bilingual.cli import main
from bilingual.errors import GlossaryError
from bilingual.glossary import load
from bilingual.glossary.exchange import EXCHANGE_FORMATS
from bilingual.glossary.lint import lint, mend

TEXT = """id,ja,en,ja_variants,en_variants,en_forbidden,subject_field,gaap,relations,source
sales,売上高,Net sales,,Sales,,PL,,,form
width,ｿﾌﾄｳｴｱ,Software,,,,BS,,,form
language,営業利益,営業利益,,,,PL,,,form
bracket,売掛金（純額,"Receivables, net",,,,BS,,,form
twin,リース負債,Lease liabilities,,Lease Liability,,BS,,,form
standard,のれん,Goodwill,,,,BS,GAAP,,form
relation,資産,Assets,,,,BS,,broader:nothing,form
source,負債,Liabilities,,,,BS,,,
same,純資産,Net assets,,,,BS,,,form
again,純資産,Net assets,,,,BS,,,form
"""
EXPECTED = {
    "width", "wrong-language", "brackets", "spelling-twin", "unknown-standard", "unknown-relation", "missing-source",
    "duplicate-concept",
}  # fmt: skip
WHOLE = [each for each in EXCHANGE_FORMATS if each.name != "pairs"]
"""Two columns hold no sources: other problems, so that the two lists cannot be the same."""


@pytest.fixture
def base(tmp_path):
    """A glossary with a problem of each kind that any format can hold."""
    path = tmp_path / "base.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("exchanged", WHOLE, ids=[each.name for each in WHOLE])
def test_problems_are_seen_in_every_format(base, tmp_path, exchanged):
    """Written to a format and looked at there, a glossary has the problems that it has in CSV."""
    ending = next((each.endings[0] for each in (exchanged, *EXCHANGE_FORMATS) if each.endings), "")
    endings = {"tbx2": ".tbx", "tbx-dct": ".tbx", "xliff2": ".xliff"}
    path = tmp_path / f"other{endings.get(exchanged.name, ending)}"
    path.write_bytes(exchanged.write(load([base]).concepts)[0])

    found = {each.code for each in lint([path])}

    assert {each.code for each in lint([base])} >= EXPECTED
    assert EXPECTED - found == set()


def test_places_are_those_of_the_file(base, tmp_path):
    """A problem in a workbook names the row, and what cannot be mended there is not offered."""
    path = tmp_path / "base.xlsx"
    path.write_bytes(
        next(each for each in EXCHANGE_FORMATS if each.name == "xlsx").write(load([base]).concepts)[0]
    )

    found = [each for each in lint([path]) if each.code == "width"]

    assert [(each.line, each.column, each.fixable) for each in found] == [(3, "ja", False)]


def test_only_csv_is_mended(base, tmp_path, capsys):
    """--fix on another format is one sentence with the way out and status 2, and nothing is written, CSV or not."""
    path = tmp_path / "base.tbx"
    path.write_bytes(
        next(each for each in EXCHANGE_FORMATS if each.name == "tbx").write(load([base]).concepts)[0]
    )
    before = path.read_bytes(), base.read_bytes()

    with pytest.raises(GlossaryError, match="only CSV can be mended"):
        mend(path)
    status = main(["glossary", "lint", str(base), str(path), "--fix"])

    assert status == 2
    assert "glossary convert" in capsys.readouterr().err
    assert (path.read_bytes(), base.read_bytes()) == before


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.xlsx", b"ja,en\n", "no Excel workbook"),
        ("a.tbx", b"<tbx", "not well-formed|XML"),
        ("a.tmx", b"<!DOCTYPE a [<!ENTITY b 'c'>]><tmx>&b;</tmx>", "ENTITY|entit|document type"),
    ],
)
def test_broken_files_are_one_sentence(tmp_path, capsys, name, data, message):
    """A file that is not what its name says stops lint with status 2."""
    path = tmp_path / name
    path.write_bytes(data)

    assert main(["glossary", "lint", str(path)]) == 2
    err = capsys.readouterr().err
    assert re.search(message, err)
    assert str(path) in err and err.count("\n") == 1
