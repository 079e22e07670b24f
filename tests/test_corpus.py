"""The corpus: gold that fits its documents, and what the checker makes of them."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

import pytest

import bilingual
from bilingual.align.evaluate import score_rows

CORPUS = Path(__file__).parent.parent / "corpus"
DOCUMENTS = tuple(sorted(path.parent.name for path in CORPUS.glob("*/gold.json")))
LANGUAGES = ("ja", "en")
SERIOUS = ("error", "warning")

document = pytest.mark.parametrize("name", DOCUMENTS)

# What the checker gets wrong: (document, "clean" or "prose" or the planted error) and the reason.
KNOWN_FAILURES: dict[tuple[str, str], str] = {}


def documents(what):
    """Every document, those where the checker is known to fail marked so."""
    return pytest.mark.parametrize("name", [known(name, what, name) for name in DOCUMENTS])


def known(name, what, *values):
    """Values of a case, marked as a strict known failure where there is one."""
    reason = KNOWN_FAILURES.get((name, what))
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(*values, marks=marks, id="-".join(dict.fromkeys((name, what))))


@lru_cache
def gold(name):
    """The gold file of a document."""
    return json.loads((CORPUS / name / "gold.json").read_text(encoding="utf-8"))


def path(name, lang, planted=False):
    """The file that holds a language of a document."""
    file = gold(name)["files"][lang]
    if planted:
        file = "planted.txt" if file == "release.txt" else f"planted_{file}"
    return CORPUS / name / file


@lru_cache
def lines(name, lang, planted=False):
    """Lines of a file; only a line feed ends a line."""
    return path(name, lang, planted).read_text(encoding="utf-8").split("\n")


@lru_cache
def report(name, planted=False):
    """The report on a document as written, or with its planted errors."""
    files = dict.fromkeys(path(name, lang, planted) for lang in LANGUAGES)
    return bilingual.check(*files)


def serious(name, planted=False):
    """Errors and warnings of a document, in the machine interface."""
    return [item for item in report(name, planted).to_dict()["findings"] if item["severity"] in SERIOUS]


def places(finding):
    """Language and line of the places that a finding blames."""
    found = {(lang, finding[lang]["line"]) for lang in LANGUAGES if finding[lang]}
    return found | {(item["lang"], item["line"]) for item in finding["evidence"] if item["role"] == "member"}


def brief(findings):
    """Findings as a person wants to see them in a failed test."""
    return [f"{item['severity']} {item['rule']} {item['message']}" for item in findings]


def test_corpus_has_all_layouts():
    """There are at least seven documents, in one file and in two."""
    assert len(DOCUMENTS) >= 7
    assert {len(set(gold(name)["files"].values())) for name in DOCUMENTS} == {1, 2}


@document
def test_gold_rows_stand_in_their_lines(name):
    """Label and cells of every gold row stand in its line, in this order."""
    for row in (*gold(name)["rows"], *gold(name)["section_rows"]):
        for lang in LANGUAGES:
            line = lines(name, lang)[row[f"{lang}_line"] - 1]
            at = line.index(row[f"{lang}_label"]) + len(row[f"{lang}_label"])
            for cell in filter(None, row[f"{lang}_cells"]):
                at = line.index(cell, at) + len(cell)


@document
def test_gold_rows_are_one_to_one(name):
    """A line is one row of one table."""
    rows = gold(name)["rows"]

    for lang in LANGUAGES:
        assert len({row[f"{lang}_line"] for row in rows}) == len(rows)


@document
def test_gold_figures_stand_at_their_columns(name):
    """The texts of prose figures stand at the line and column that gold says."""
    for figure in gold(name)["narrative"]:
        for lang in LANGUAGES:
            line, start = lines(name, lang)[figure[f"{lang}_line"] - 1], figure[f"{lang}_col"] - 1
            assert line[start:].startswith(figure[f"{lang}_text"])


@document
def test_gold_traps_stand_in_their_lines(name):
    """The texts of traps stand in their lines, and every trap says why it is one."""
    traps = gold(name)["traps"]

    assert len(traps) >= 7
    for trap in traps:
        assert trap["text"] in lines(name, trap["lang"])[trap["line"] - 1]
        assert trap["why"]


@document
def test_line_ranges_cover_the_text(name):
    """The ranges of the languages do not overlap and cover every line that has text."""
    covered = [
        (path(name, lang), line)
        for lang in LANGUAGES
        for first, last in gold(name)[f"{lang}_lines"]
        for line in range(first, last + 1)
    ]

    assert len(covered) == len(set(covered))
    for lang in LANGUAGES:
        filled = {(path(name, lang), n) for n, line in enumerate(lines(name, lang), 1) if line.strip()}
        assert filled <= set(covered)


@document
def test_planted_errors_are_the_only_differences(name):
    """A planted document differs from the clean one in the planted places only."""
    planted = gold(name)["planted"]

    assert 6 <= len(planted) <= 20
    for lang in LANGUAGES:
        expected = list(lines(name, lang))
        for error in planted:
            if path(name, error["lang"]) == path(name, lang):
                line, start = expected[error["line"] - 1], error["col"] - 1
                assert line[start:].startswith(error["was"])
                expected[error["line"] - 1] = line[:start] + error["now"] + line[start + len(error["was"]) :]
        assert lines(name, lang, planted=True) == expected


@documents("clean")
def test_clean_document_is_quiet(name):
    """A correct document gives no error and at most one warning."""
    found = serious(name)

    assert [item for item in found if item["severity"] == "error"] == [], brief(found)
    assert len(found) <= 1, brief(found)


@documents("rows")
def test_rows_are_paired(name):
    """Rows of the tables are paired with their counterparts."""
    score = score_rows(report(name).alignment, gold(name)["rows"])

    assert score.f1 >= 0.99, score


def squeeze(text):
    """Text without blanks and thousands commas."""
    return re.sub(r"[\s,，]+", "", text).lower()


def same(found, wanted):
    """Whether the text of a found figure names the gold figure: one holds the other, with its digits."""
    one, other = squeeze(found), squeeze(wanted)
    digits = [re.search(r"\d", text) for text in (one, other)]
    return bool(one) and (one in other or other in one) and (bool(digits[0]) or not digits[1])


@documents("prose")
def test_prose_figures_are_paired(name):
    """Figures of running text are paired with the figure that states the same fact."""
    pairs = [pair for item in report(name).to_dict()["alignment"]["pairs"] for pair in item["figures"]]
    wanted = [item for item in gold(name)["narrative"] if item["kind"] not in ("period", "direction")]

    missed = [
        (item["ja_text"], item["en_text"])
        for item in wanted
        if not any(
            pair["ja"]["line"] in {item["ja_line"], *item.get("ja_also", ())}
            and pair["en"]["line"] in {item["en_line"], *item.get("also", ())}
            and same(pair["ja"]["text"], item["ja_text"])
            and same(pair["en"]["text"], item["en_text"])
            for pair in pairs
        )
    ]

    assert len(missed) <= 0.03 * len(wanted), missed


def planted_cases():
    """Every planted error of every document."""
    for name in DOCUMENTS:
        for error in gold(name)["planted"]:
            yield known(name, f"{error['lang']}{error['line']}", name, error)


@pytest.mark.parametrize(("name", "error"), list(planted_cases()))
def test_planted_error_is_found(name, error):
    """A planted error is found at its line, by a rule that names what is wrong."""
    at = error["lang"], error["line"]
    found = [item for item in serious(name, planted=True) if at in places(item)]

    assert any(item["rule"] in error["rules"] for item in found), (error, brief(found))


def test_most_planted_errors_are_found():
    """No more than one planted error in twenty is a known failure."""
    planted = sum(len(gold(name)["planted"]) for name in DOCUMENTS)
    missed = [key for key in KNOWN_FAILURES if re.fullmatch(r"(ja|en)\d+", key[1])]

    assert len(missed) <= 0.05 * planted


def test_known_failures_name_cases():
    """Every known failure belongs to a document and to something that is tested there."""
    for name, what in KNOWN_FAILURES:
        lines_planted = {f"{error['lang']}{error['line']}" for error in gold(name)["planted"]}
        assert what in {"clean", "prose", "rows"} | lines_planted
