"""Rules are registered, named, documented and disjoint."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path

import pytest

import bilingual.checks as room
from bilingual import pipeline
from bilingual.checks import CHECKS, by_code, explain
from bilingual.checks.check import claims_nothing
from bilingual.checks.disagreements import ORDER, Disagreement
from bilingual.checks.explain import HEADINGS, documentation, parts, title
from bilingual.model.alignment import FigurePair, Pair, PairKind
from bilingual.model.document import Language, Span
from bilingual.model.figure import Aspect, Difference, Figure, Kind

CODE_RE = re.compile(r"[A-Z]{3}\d{3}")
FOLDER = Path(room.__file__).parent
OF_DOCUMENTS = frozenset(
    {
        "ARI001", "ARI002", "ARI003", "ARI004", "ARI005", "ARI006", "ARI007", "ARI008", "CAL001", "CAL002", "DAT003", "EXT001", "EXT002", "EXT003", "EXT004", "EXT005", "EXT006", "EXT007", "FXC001", "NUM002", "NAR001", "NAR002", "NAR003", "NUM006", "PCT004", "PCT005", "PCT007", "PER006", "SGN002", "SGN003", "SGN006", "TBL001", "TBL002", "TRM001", "TRM002", "TRM003", "TRM005", "TRM006", "TRM007", "UNT006", "UNT007", "XBR001",
    }
)  # fmt: skip
"""Rules whose examples are rows of tables, or need a day of release."""
CASES = Path(__file__).parent.parent / "cases" / "checks"


def test_every_module_of_a_rule_is_registered():
    """A file named like a rule stands in the registry, and only such files do."""
    files = {path.stem.upper() for path in FOLDER.glob("*.py") if CODE_RE.fullmatch(path.stem.upper())}

    assert files == {check.code for check in CHECKS}


def test_codes_and_names_are_unique():
    """No two rules share a code or a name."""
    assert len({check.code for check in CHECKS}) == len({check.name for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_code_matches_the_file(check):
    """The module of a rule is named like its code."""
    assert check.run.__module__.rsplit(".", 1)[1].upper() == check.code


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_docstring_has_all_parts(check):
    """A rule says what it compares, why, an example flagged, one left alone, its limits and authority."""
    found = parts(check)

    assert tuple(found) == HEADINGS
    assert all(found.values())
    assert title(check).endswith(".")
    for heading in ("Flagged", "Left alone"):
        assert len(found[heading].split("\n")) == 2, heading


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_cases_exist_both_ways(check):
    """Every rule has cases that it flags and cases that it leaves alone."""
    cases = json.loads((CASES / f"{check.code}.json").read_text(encoding="utf-8"))

    assert cases["flagged"]
    assert cases["silent"]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_examples_of_the_docstring_are_true(check):
    """Where the examples are sentences, the rule flags the one and leaves the other alone."""
    if check.code in OF_DOCUMENTS:
        return
    found = parts(check)
    flagged, silent = pipeline.check_pairs(
        [tuple(found[heading].split("\n")) for heading in ("Flagged", "Left alone")]
    )

    assert [finding.rule for finding in flagged if finding.rule == check.code]
    assert not [finding for finding in silent if finding.severity != "info"]


def test_no_case_without_a_rule():
    """Case files belong to rules."""
    assert {path.stem for path in CASES.glob("*.json")} == {check.code for check in CHECKS}


@pytest.mark.parametrize("aspect", Aspect)
def test_a_disagreement_belongs_to_one_rule(aspect):
    """Whatever differs, in whatever kinds of figures, is claimed by one rule."""
    pair = Pair(PairKind.PROSE, 1.0, (), ())
    for kinds in itertools.combinations_with_replacement(Kind, 2):
        ja, en = (
            Figure(language, kind, "1", Span(0, 1)) for language, kind in zip(Language, kinds, strict=True)
        )
        for serious in range(3):
            item = Disagreement(pair, Difference(aspect, serious), ja.span, en.span, FigurePair(ja, en))

            claiming = [check.code for check in CHECKS if check.claims(item)]

            assert len(claiming) == 1, (kinds, serious, claiming)


def test_every_aspect_has_a_rank():
    """The order of aspects names each once."""
    assert sorted(ORDER) == sorted(Aspect)


def test_rules_without_differences_claim_nothing():
    """A rule that looks at documents in its own way claims no disagreement."""
    assert not claims_nothing(None)


def test_explain_prints_the_docstring():
    """Explaining a rule prints its code, name and docstring; codes may be written in small letters."""
    text = explain("num001")

    assert text.startswith("NUM001 figure differs (at most error)")
    assert documentation(by_code("NUM001")) in text


def test_explain_of_no_rule_fails():
    """A code that no rule has is a KeyError."""
    with pytest.raises(KeyError):
        explain("NUM999")
