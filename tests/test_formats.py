"""Twins of the corpus in other formats: made of one reading, and read to the same words."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import bilingual

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from formats.blocks import CORPUS, DOCUMENTS, read_blocks, sources  # noqa: E402
from formats.pages import page  # noqa: E402

SOURCES = sorted(path for name in DOCUMENTS for path in sources(name))
NOT_WORDS_RE = re.compile(r"</?[ib]>|[*#\s・•]|- |\|(?:-+\|)+|\|")


def words(text: str) -> str:
    """A text without blanks and mark-up."""
    return NOT_WORDS_RE.sub("", text)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_blocks_hold_every_word(source):
    """Reading a text into blocks loses nothing and moves nothing."""
    blocks = read_blocks(source)
    found = "".join(block.text + "".join(cell.text for row in block.rows for cell in row) for block in blocks)

    assert words(found) == words(source.read_text(encoding="utf-8"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_rows_of_a_table_have_one_width(source):
    """Every row of a table covers all its columns."""
    for block in read_blocks(source):
        if block.kind == "table":
            assert {sum(cell.columns for cell in row) for row in block.rows} == {block.width}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_page_shows_every_figure(source, tmp_path):
    """A page made of the blocks is read to the figures of the text, in their order."""
    target = tmp_path / "page.html"
    target.write_text(page(read_blocks(source), "title", "ja"), encoding="utf-8")
    read = bilingual.read(target).text
    figures = re.findall(r"\d[\d,.]{3,}", read)

    heads = re.findall(r"\d[\d,.]{3,}", source.read_text(encoding="utf-8"))
    assert [each for each in figures if each not in heads] == []
    assert set(heads) == set(figures)


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_kept_twin_shows_every_figure(source, ending):
    """The Word and Excel files that are kept beside the texts are read to their figures."""
    figures = re.findall(r"\d[\d,.]{3,}\d", source.read_text(encoding="utf-8"))
    read = bilingual.read(source.with_suffix(ending)).text

    assert sorted(set(re.findall(r"\d[\d,.]{3,}\d", read))) == sorted(set(figures))


def planted_files(name, ending):
    """The files of a document with its planted errors."""
    both = (CORPUS / name / f"planted{ending}",)
    return (
        both
        if both[0].exists()
        else tuple(CORPUS / name / f"planted_{lang}{ending}" for lang in ("ja", "en"))
    )


def told(files):
    """Rule and figures of every error and warning."""
    findings = bilingual.check(*files).findings
    return sorted(
        (finding.rule, *(spot.text if spot else "" for spot in (finding.ja, finding.en)))
        for finding in findings
        if finding.severity != "info"
    )


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_twins_tell_the_same(name, ending):
    """A document with planted errors gives the same findings as text, as a Word file and as an Excel file."""
    assert told(planted_files(name, ending)) == told(planted_files(name, ".txt"))
