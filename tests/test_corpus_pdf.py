"""The corpus as PDF files: tables read cell by cell as the text has them, and the same findings.

The files are kept in ``tests/data/pdf``; ``benchmarks/print_corpus.py`` prints them.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest

import bilingual

CORPUS = Path(__file__).parent.parent / "corpus"
PRINTED = Path(__file__).parent / "data" / "pdf"
TABBED = (
    "cloud_year",
    "forecast_revision",
    "network_quarter",
    "parts_maker",
    "sustainability",
    "wholesale_year",
)
FILES = [
    (name, path.name.split(".")[0], path.name.removesuffix(".pdf"))
    for name in TABBED
    for path in sorted((PRINTED / name).glob("*.pdf"))
]
PAIRS = [
    (name, kind, ending)
    for name in sorted(path.name for path in PRINTED.iterdir())
    for kind in ("", "planted")
    for ending in ("", ".word")
    if ending == "" or name == "parts_maker"
]
CELLS_READ = 0.995


def squeezed(text):
    """Cells of a row without blanks and mark-up; empty cells at its end do not count."""
    cells = [re.sub(r"\s+", "", re.sub(r"</?i>|\*\*", "", cell)) for cell in text.split("\t")]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def rows(text):
    """The rows of tables that hold figures besides years and days."""
    found = [squeezed(line) for line in text.split("\n") if "\t" in line]
    return [
        row for row in found if any(re.fullmatch(r"[△▲(+\-¥$]*\d[\d,.]*[)%株円]*", cell) for cell in row[1:])
    ]


@pytest.mark.parametrize(("name", "stem", "printed"), FILES, ids=lambda value: str(value))
def test_cells_are_read_right(name, stem, printed):
    """Of the cells of rows with figures at least 99.5 % stand in the row and column of the text."""
    source = rows((CORPUS / name / f"{stem}.txt").read_text(encoding="utf-8"))
    read = Counter(rows(bilingual.read(PRINTED / name / f"{printed}.pdf").text))

    right = 0
    for row in source:
        if read[row]:
            read[row] -= 1
            right += len(row)

    assert right >= CELLS_READ * sum(map(len, source))


@lru_cache
def findings(*paths):
    """Errors and warnings: rule, severity and the figures of both sides."""
    found = bilingual.check(*paths).to_dict()["findings"]
    return Counter(
        (
            one["rule"],
            one["severity"],
            *(re.sub(r"\s", "", one[side]["text"]) if one[side] else None for side in ("ja", "en")),
        )
        for one in found
        if one["severity"] != "info"
    )


def sources(name, kind, folder, ending):
    """The files of a document: one for both languages, or one for each."""
    if (CORPUS / name / "ja.txt").exists():
        return [folder / name / f"{kind + '_' if kind else ''}{side}{ending}" for side in ("ja", "en")]
    return [folder / name / f"{kind or 'release'}{ending}"]


@pytest.mark.parametrize(("name", "kind", "ending"), PAIRS)
def test_findings_are_those_of_the_text(name, kind, ending):
    """A document states the same as PDF file and as text."""
    assert findings(*sources(name, kind, PRINTED, f"{ending}.pdf")) == findings(
        *sources(name, kind, CORPUS, ".txt")
    )


@pytest.mark.parametrize("ending", ["", ".word"])
def test_a_wrong_day_is_told_where_it_stands(ending):
    """Days that one line of the Japanese file names stand on two lines of the English one, apart in a PDF file."""
    paths = sources("parts_maker", "planted", PRINTED, f"{ending}.pdf")
    lines = bilingual.read(paths[1]).text.split("\n")

    found = [one for one in bilingual.check(*paths).findings if one.rule == "DAT001"]

    assert "meeting" in lines[found[0].en.line - 2] + lines[found[0].en.line - 1]
    assert "dividend" not in lines[found[0].en.line - 1]
