"""Aligned segments: right pairs stay silent, wrong ones are flagged. Add a line to the files to add a case.

A tab within a segment is written as a backslash and a t.
"""

from __future__ import annotations

import pytest
from samples import ROOT

import bilingual

CASES = ROOT / "tests" / "cases"
KNOWN_FAILURES: dict[str, str] = {}


def rows(name, column):
    """The lines of a file as test parameters; known failures are strict."""
    found = []
    for line in filter(None, (CASES / name).read_text(encoding="utf-8").splitlines()):
        fields = [field.replace("\\t", "\t") for field in line.split("\t")]
        reason = KNOWN_FAILURES.get(fields[column]) if name == "pairs_wrong.tsv" else None
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        found.append(pytest.param(*fields[column : column + 2], marks=marks, id=fields[column][:40]))
    return found


def serious(ja, en):
    """Errors and warnings of one pair."""
    return [item for item in bilingual.check_pairs([(ja, en)])[0] if item["severity"] in ("error", "warning")]


@pytest.mark.parametrize(("ja", "en"), rows("pairs_right.tsv", 0))
def test_right_pair_is_silent(ja, en):
    """A pair that states the same gives no error and no warning."""
    assert serious(ja, en) == []


@pytest.mark.parametrize(("ja", "en"), rows("pairs_wrong.tsv", 1))
def test_wrong_pair_is_flagged(ja, en):
    """A pair that states something else gives an error or a warning."""
    assert serious(ja, en) != []


def test_a_securities_code_is_of_the_segment_that_names_it():
    """What other segments of the list name is neither a reason for a finding nor an excuse for a wrong code."""
    apart = [
        ("証券コード 1234の会社です。", "The company."),
        ("会社です。", "The company, securities code 4321."),
    ]
    beside = [("証券コード 1234", "Securities code: 1235"), ("証券コード 5678", "Securities code: 5678")]
    found = [
        [finding["rule"] for finding in findings if finding["rule"] == "ENT001"]
        for findings in bilingual.check_pairs([*apart, *beside])
    ]
    assert found == [[], [], ["ENT001"], []]
