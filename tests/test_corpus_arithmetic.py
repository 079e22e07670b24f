"""Errors that only arithmetic can judge, planted in the corpus: one at a time, and together in a file."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

import pytest

import bilingual

CORPUS = Path(__file__).parent.parent / "corpus"
DOCUMENTS = tuple(sorted(path.parent.name for path in CORPUS.glob("*/gold.json")))
LANGUAGES = ("ja", "en")
SERIOUS = ("error", "warning")
KINDS = (
    *(f"ARI00{number}" for number in range(1, 9)),
    "PCT004", "PCT005", "PCT006", "PCT007", "CAL001", "CAL002", "FXC001", "NAR001", "NAR002", "NAR003",
    "SGN002", "UNT006", "NUM002", "PER001", "FRM002",
)  # fmt: skip
"""What arithmetic proves, by the rule that it breaks."""

# What the checker gets wrong: (document, entry) and the reason.
KNOWN_FAILURES = {
    ("cloud_year", "ARI007-both-1"): "the document prints no number of shares",
    ("cloud_year", "CAL001-both-2"): "points of a margin whose year before stands in the table only",
    ("telecom_pipes", "ARI007-both-1"): "the document prints no number of shares",
    ("wholesale_year", "CAL001-both-5"): "equity is stated nowhere: net assets less what others own",
}


@lru_cache
def gold(name):
    """The gold file of a document."""
    return json.loads((CORPUS / name / "gold.json").read_text(encoding="utf-8"))


def entries():
    """Every arithmetic error of every document."""
    return [(name, entry) for name in DOCUMENTS for entry in gold(name)["arithmetic"]]


def cases():
    """The same as cases of tests, those where the checker is known to fail marked so."""
    for name, entry in entries():
        reason = KNOWN_FAILURES.get((name, entry["id"]))
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        yield pytest.param(name, entry, marks=marks, id=f"{name}-{entry['id']}")


@lru_cache
def texts(name):
    """The lines of each file of a document; only a line feed ends a line."""
    files = dict.fromkeys(gold(name)["files"].values())
    return {file: (CORPUS / name / file).read_text(encoding="utf-8").split("\n") for file in files}


def edited(name, chosen):
    """The files of a document with entries planted in them."""
    files = {file: list(lines) for file, lines in texts(name).items()}
    edits = [edit for entry in chosen for edit in entry["edits"]]
    for edit in sorted(edits, key=lambda edit: -edit["col"]):
        lines, at = files[gold(name)["files"][edit["lang"]]], edit["line"] - 1
        head, tail = lines[at][: edit["col"] - 1], lines[at][edit["col"] - 1 :]
        assert tail.startswith(edit["was"]), edit
        lines[at] = head + edit["now"] + tail[len(edit["was"]) :]
    return files


@lru_cache
def known(name):
    """The findings of a correct document."""
    return frozenset(
        finding.id for finding in bilingual.check(*(CORPUS / name / file for file in texts(name))).findings
    )


def planted_file(file):
    """The file that holds the arithmetic errors of a file that can stand together."""
    return "planted_arithmetic.txt" if file == "release.txt" else f"planted_arithmetic_{file}"


def new_findings(name, paths):
    """Errors and warnings that the correct document does not have, in the machine interface."""
    found = bilingual.check(*paths).to_dict()["findings"]
    return [item for item in found if item["severity"] in SERIOUS and item["id"] not in known(name)]


def places(finding):
    """Language and line of the places that a finding blames."""
    found = {(lang, finding[lang]["line"]) for lang in LANGUAGES if finding[lang]}
    return found | {(item["lang"], item["line"]) for item in finding["evidence"] if item["role"] == "member"}


def planted_places(entry):
    """Language and line of the edits of an entry."""
    return {(edit["lang"], edit["line"]) for edit in entry["edits"]}


def versions(entry):
    """The languages in which an error is planted."""
    return {edit["lang"] for edit in entry["edits"]}


def brief(findings):
    """Findings as a person wants to see them in a failed test."""
    return [
        f"{item['severity']} {item['rule']} blame={item.get('blame')} expected={item.get('expected')} {item['message']}"
        for item in findings
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_entries_are_told_apart(name):
    """Entries have names of their own, their kind and the versions in them."""
    found = [entry["id"] for entry in gold(name)["arithmetic"]]

    assert len(found) == len(set(found)) > 0
    for entry in gold(name)["arithmetic"]:
        which = "both" if len(versions(entry)) == 2 else min(versions(entry))
        assert re.fullmatch(rf"{entry['kind']}-{which}-\d+", entry["id"])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_blame_is_where_the_error_is(name):
    """An error in both versions is to be blamed on both; in one version on that one, or it cannot be told."""
    for entry in gold(name)["arithmetic"]:
        side = "both" if len(versions(entry)) == 2 else min(versions(entry))
        assert entry["blame"] in (side, "unknown"), entry["id"]


@pytest.mark.parametrize("number", [1, 2], ids=["in one version", "in both"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_planted(kind, number):
    """The corpus has an error of every arithmetic kind in one version, and one in both."""
    assert any(entry["kind"] == kind and len(versions(entry)) == number for _, entry in entries())


@pytest.mark.parametrize(("name", "entry"), list(cases()))
def test_error_is_found(name, entry, tmp_path):
    """An error planted alone gives one finding: its rule, its places, whose it is, and what should stand there."""
    paths = []
    for file, lines in edited(name, [entry]).items():
        paths.append(tmp_path / file)
        paths[-1].write_text("\n".join(lines), encoding="utf-8")
    found = new_findings(name, paths)

    assert len(found) == 1, brief(found)
    assert found[0]["rule"] in entry["rules"], brief(found)
    assert found[0]["severity"] == entry["severity"], brief(found)
    assert planted_places(entry) <= places(found[0]), brief(found)
    assert found[0].get("blame", "unknown") == entry["blame"], brief(found)
    if "expected" in entry:
        assert found[0]["expected"] == entry["expected"], brief(found)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_planted_file_holds_what_stands_together(name):
    """The planted file differs from the correct one in the errors of gold that are marked so, and nowhere else."""
    chosen = [entry for entry in gold(name)["arithmetic"] if entry["in_file"]]

    for file, lines in edited(name, chosen).items():
        assert (CORPUS / name / planted_file(file)).read_text(encoding="utf-8").split("\n") == lines


@pytest.mark.parametrize("name", DOCUMENTS)
def test_errors_are_found_together(name):
    """In the planted file every error is found by its rule, and nothing else is blamed."""
    chosen = [entry for entry in gold(name)["arithmetic"] if entry["in_file"]]
    found = new_findings(name, [CORPUS / name / planted_file(file) for file in texts(name)])
    planted = set().union(*map(planted_places, chosen))

    for entry in chosen:
        hits = [item for item in found if planted_places(entry) <= places(item)]
        assert any(item["rule"] in entry["rules"] for item in hits), (entry, brief(found))
    assert [line for item, line in zip(found, brief(found), strict=True) if not places(item) & planted] == []


def test_known_failures_name_entries():
    """Every known failure belongs to an entry."""
    assert set(KNOWN_FAILURES) <= {(name, entry["id"]) for name, entry in entries()}
