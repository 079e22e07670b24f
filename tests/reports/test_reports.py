"""Every format holds every finding once, in order, in stable bytes, and nothing of the documents runs."""

from __future__ import annotations

import json

import jsonschema
import pytest
from samples import CORPUS, HOSTILE, PLANTED, ROOT

import bilingual
from bilingual.reports import RENDERERS, joined, render, renderer_for

SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
NAMES = [renderer.name for renderer in RENDERERS]


@pytest.fixture(scope="module")
def report():
    """The report on the packaged sample."""
    return bilingual.check(PLANTED)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The report on a document that tries to run."""
    path = tmp_path_factory.mktemp("hostile") / "<b>release.txt"
    path.write_text(HOSTILE, encoding="utf-8")
    return bilingual.check(path)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "html"])
def test_every_finding_once_and_in_order(report, name):
    """Identifiers of the findings stand in the order of the report, each once."""
    if name == "sarif":
        runs = json.loads(render(report, name))["runs"]
        ids = [result["partialFingerprints"]["bilingual/1"] for run in runs for result in run["results"]]
    else:
        text = render(report, name)
        ids = sorted((finding.id for finding in report.findings), key=text.index)
        assert all(text.count(finding.id) == 1 for finding in report.findings)

    assert ids == [finding.id for finding in report.findings]


def test_page_holds_every_finding(report):
    """The page lists every finding and marks its places in the text."""
    page = render(report, "html")

    assert page.count('<li class="finding') == len(report.findings)
    assert all(f'<mark class="{item.severity}' in page for item in report.findings)


@pytest.mark.parametrize("name", NAMES)
def test_bytes_are_stable(report, name):
    """Two runs over the same input give the same bytes."""
    assert render(report, name) == render(bilingual.check(PLANTED), name)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_document_runs(hostile, name):
    """No escape reaches a terminal, no tag a page."""
    text = render(hostile, name)

    assert hostile.findings
    assert "\x1b" not in text
    assert "\u202e" not in text
    if name in ("html", "md"):
        assert "<script>alert" not in text
        assert "<img" not in text


@pytest.mark.parametrize("folder", sorted(path.name for path in CORPUS.iterdir() if path.is_dir()))
def test_json_fits_the_schema(folder):
    """The machine interface is what its schema says."""
    names = [CORPUS / folder / name for name in ("planted_ja.txt", "planted_en.txt")]
    names = names if names[0].exists() else [CORPUS / folder / "planted.txt"]

    out = bilingual.check(*names).to_dict()

    jsonschema.Draft202012Validator(SCHEMA).validate(out)
    assert json.loads(render(bilingual.check(*names), "json")) == json.loads(json.dumps(out))


def test_schema_itself_is_valid():
    """The schema is one of draft 2020-12."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_audit_leaves_the_other_side_null(tmp_path):
    """A report on one language says null for the other, and fits the schema."""
    path = tmp_path / "en.txt"
    path.write_text("Net sales were JPY9.5 billion for the second quarter ended September 31, 2001.\n")

    out = bilingual.audit(path).to_dict()

    jsonschema.Draft202012Validator(SCHEMA).validate(out)
    assert out["documents"]["ja"] is None


def test_several_reports_in_one_output(report):
    """A folder of pairs gives a list in JSON and several runs in SARIF."""
    assert len(json.loads(joined([report, report], "json"))) == 2
    assert len(json.loads(joined([report, report], "sarif"))["runs"]) == 2
    with pytest.raises(bilingual.OptionError):
        joined([report, report], "html")


def test_unknown_format_is_named():
    """An unknown format is refused with the list of the known ones."""
    with pytest.raises(bilingual.OptionError, match="text, json, html, md, sarif"):
        renderer_for("pdf")
