"""Hostile and enormous glossaries: one clear sentence or a correct result, in little time."""

from __future__ import annotations

import csv
import time

import pytest

from bilingual.errors import GlossaryError
from bilingual.glossary import load, save
from bilingual.glossary.csv_format import parse
from bilingual.glossary.lint import lint, mend
from bilingual.glossary.records import MOST_LINES

REFUSED = {
    "a million lines": (b"ja,en\n" + b"a,b\n" * 1_000_000, f"more than {MOST_LINES:,} lines"),
    "a million lines of an old system": (
        b"ja,en\r" + b"a,b\r" * 1_000_000,
        f"more than {MOST_LINES:,} lines",
    ),
    "a quote that never closes": (b'ja,en\n"a,b\n' + b"c,d\n" * 300_000, "line 2: .*quotes in pairs"),
    "a cell of a megabyte": (b"ja,en\na," + b"x" * 1_000_000 + b"\n", "line 2: .*field larger"),
    "half a character": (
        "ja,en\n資産,Assets\n売上高,".encode() + b"\xe5\xa3\n\xff",
        "line 3: expected UTF-8",
    ),
    "a spreadsheet under a false name": (b"PK\x03\x04" + bytes(range(256)) * 10, "UTF-8"),
    "a page": (b"<!DOCTYPE html>\n<p>no glossary</p>\n", "expected a header"),
    "nothing but blanks": (b" \n\t\n\xe3\x80\x80\n", "the file is empty"),
    "NUL": (b"\0" * 10_000, "expected a header"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_one_sentence(tmp_path, name):
    """The file, the place and the way out are named; it takes no time and no traceback."""
    data, message = REFUSED[name]
    path = tmp_path / "hostile.csv"
    path.write_bytes(data)
    start = time.perf_counter()

    with pytest.raises(GlossaryError, match=message) as caught:
        load([path])

    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 500
    assert time.perf_counter() - start < 5


LINES = 4_000
CROWDED = {
    "one term for all": "id,ja,en,subject_field,source\n"
    + "".join(f"c{number},売上高,Sales,F{number},s\n" for number in range(LINES)),
    "the same line over and over": "ja,en,source\n" + "売上高,Sales,s\n" * LINES,
    "one concept with all the terms": "concept,language,term,scope,concept_source\n"
    + "".join(f"c,ja,売上高{number},X{number},s\n" for number in range(LINES)),
    "a chain of relations": "id,ja,en,relations,source\n"
    + "".join(f"c{number},売上{number},Sales {number},broader:c{number + 1},s\n" for number in range(LINES)),
    "variants that fill a cell": "ja,en,ja_variants,source\n売上高,Sales,"
    + "|".join(f"高{number % 9_000}" for number in range(LINES * 4))
    + ",s\n",
}


@pytest.mark.parametrize("name", CROWDED)
def test_crowds_take_their_number_in_time(tmp_path, name):
    """Reading, linting, mending and saving never compare every line with every other."""
    path = tmp_path / "crowd.csv"
    path.write_text(CROWDED[name], encoding="utf-8")
    start = time.process_time()
    termbase = load([path])
    lint([path])
    mend(path)
    save(termbase, tmp_path / "copy.csv")

    assert time.process_time() - start < 10
    if "all the terms" not in name:
        assert (tmp_path / "copy.csv").read_text(encoding="utf-8") == CROWDED[name]


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "＝1+1",
    "'=1",
    '=HYPERLINK("http://x","y")',
    "-",
    "'",
    "''@",
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_formulas_stay_text(tmp_path, formula):
    """A formula in any place of a glossary is written as text, and read again as it was."""
    path, copy = tmp_path / "a.csv", tmp_path / "b.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["ja", "en", "note", formula], ["売上高", formula, formula, formula]])
    termbase = load([path])
    save(termbase, copy)
    with copy.open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]

    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "＝")) for cell in cells)
    assert [concept.terms for concept in load([copy]).concepts] == [
        concept.terms for concept in termbase.concepts
    ]
    assert load([copy]).concepts[0].extra == termbase.concepts[0].extra


def test_deep_quotes_and_odd_characters():
    """Quotes, line ends, emoji and joined characters inside cells are text."""
    text = 'ja,en,note\n売上高,"Net ""sales""","two\r\nlines 👨‍👩‍👧 é"\n'

    assert parse("a.csv", text, strict=True).concepts[0].note == "two\r\nlines 👨‍👩‍👧 é"
    assert parse("a.csv", text).concepts[0].terms[1].text == 'Net "sales"'
