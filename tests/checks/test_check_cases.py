"""Every rule flags what it should and leaves alone what it should."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bilingual import pipeline
from bilingual.checks import CHECKS
from bilingual.options import Options

FOLDER = Path(__file__).parent.parent / "cases" / "checks"
CASES = [
    pytest.param(check.code, kind, case, id=f"{check.code}-{kind}-{case['why']}")
    for check in CHECKS
    for kind, cases in json.loads((FOLDER / f"{check.code}.json").read_text(encoding="utf-8")).items()
    for case in cases
]


def found(case, folder):
    """The findings of a case: two segments, or two documents of lines; with a glossary or a filing where one is given."""
    options = Options()
    if "glossary" in case:
        path = folder / "ours.csv"
        path.write_text("\n".join(case["glossary"]), encoding="utf-8")
        options = Options(glossaries=(str(path),))
    if "filing" in case:
        path = folder / "filing.xbrl"
        path.write_text("\n".join(case["filing"]), encoding="utf-8")
        options = Options(xbrl=str(path))
    if "document" not in case:
        return pipeline.check_pairs([(case["ja"], case["en"])], options=options)[0]
    paths = []
    for name, lines in case["document"].items():
        paths.append(folder / (name if "." in name else f"{name}.txt"))
        paths[-1].write_text("\n".join(lines), encoding="utf-8")
    return pipeline.check(*paths, options=options).findings


@pytest.mark.parametrize(("code", "kind", "case"), CASES)
def test_case(code, kind, case, tmp_path):
    """A flagged case has exactly one finding of the rule, a silent one has none."""
    mine = [finding for finding in found(case, tmp_path) if finding.rule == code]

    if kind == "flagged":
        assert len(mine) == 1, [finding.message for finding in mine]
        assert mine[0].expected == case.get("expected", mine[0].expected)
        assert mine[0].severity == case.get("severity", mine[0].severity)
    else:
        assert not mine, [finding.message for finding in mine]


@pytest.mark.parametrize(("code", "kind", "case"), CASES)
def test_one_cause_gives_one_finding(code, kind, case, tmp_path):
    """What is flagged is flagged once: no other rule finds fault with the same places; correct pairs stay quiet."""
    serious = [finding for finding in found(case, tmp_path) if finding.severity != "info"]

    if kind == "flagged":
        assert len(serious) <= 1, [(finding.rule, finding.message) for finding in serious]
    else:
        assert not serious, [(finding.rule, finding.message) for finding in serious]
