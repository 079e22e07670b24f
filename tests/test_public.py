"""The public interface in Python."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from samples import CLEAN, PLANTED

import bilingual


def test_names_exist():
    """Every public name can be had."""
    for name in bilingual.__all__:
        assert getattr(bilingual, name) is not None


def test_no_module_replaces_a_public_name():
    """``bilingual.align`` stays a function although a module of that name is imported."""
    bilingual.check(CLEAN)

    assert bilingual.align(CLEAN).alignment == bilingual.align(CLEAN).alignment


def test_findings_stand_most_serious_first():
    """Errors come before warnings and notes; no two findings share an id."""
    findings = bilingual.check(PLANTED).findings
    ranks = [finding.severity.rank for finding in findings]

    assert ranks == sorted(ranks)
    assert len({finding.id for finding in findings}) == len(findings)


def test_fingerprints_survive_an_edit_elsewhere(tmp_path):
    """A line added above changes no id."""
    path = tmp_path / "edited.txt"
    path.write_text("\n\n" + PLANTED.read_text(encoding="utf-8"), encoding="utf-8")

    before, after = bilingual.check(PLANTED), bilingual.check(path)

    assert {finding.id for finding in before.findings} == {finding.id for finding in after.findings}


def test_frames():
    """Findings, figures and pairs come as pandas tables."""
    report = bilingual.check(PLANTED)

    assert len(report.to_frame()) == len(report.findings)
    assert {"value", "unit", "period"} <= set(report.to_frame("figures").columns)
    assert report.to_frame("pairs")["agrees"].dtype == object
    with pytest.raises(ValueError, match="pairs"):
        report.to_frame("rows")


def test_lines_of_frames_are_whole_numbers():
    """A finding without a place in one language leaves its line empty; the others stay whole numbers, not 13.0."""
    findings = bilingual.check(PLANTED).to_frame()

    assert findings["ja_line"].isna().any()
    assert str(findings["ja_line"].dtype) == str(findings["en_line"].dtype) == "Int64"
    assert findings["en_place"].iloc[0] == str(findings["en_line"].iloc[0])


@pytest.mark.parametrize(
    "pairs", [[("売上高は95億円。",)], [("売上高", "Net sales"), (1, 2)], ["ab"], [("売上高", None)]]
)
def test_a_pair_is_two_texts(pairs):
    """Whatever is no pair of texts is named by its number, not met somewhere inside."""
    with pytest.raises(bilingual.OptionError, match=f"pair {len(pairs)} is .*; expected two texts"):
        bilingual.check_pairs(pairs)


def test_one_glossary_is_a_path(tmp_path):
    """A single path is one glossary, not one for each of its letters."""
    path = tmp_path / "ours.csv"
    path.write_text("ja,en\n売上高,Turnover\n", encoding="utf-8")

    assert any(
        "ours.csv" in name for name, _ in bilingual.check(CLEAN, glossaries=str(path)).signature.glossaries
    )


def test_reading_takes_options():
    """What opens or limits a file counts for reading alone, too."""
    with pytest.raises(bilingual.InputError, match="limit of 10 characters"):
        bilingual.read(CLEAN, options=bilingual.Options(max_characters=10))


def test_threads_share_nothing():
    """Two checks at once give what one gives."""
    alone = [bilingual.check(path).to_dict() for path in (CLEAN, PLANTED)]

    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(lambda path: bilingual.check(path).to_dict(), (CLEAN, PLANTED)))

    assert alone == together


def test_pairs_keep_their_order():
    """Segments give one list of findings each, with the number of the pair as line."""
    found = bilingual.check_pairs(
        [
            ("売上高は95億円。", "Revenue was JPY9.5 billion."),
            ("売上高は95億円。", "Revenue was JPY95 billion."),
        ]
    )

    assert found[0] == []
    assert found[1][0]["rule"] == "UNT004"
    assert found[1][0]["ja"]["line"] == 2


def test_glossary_of_a_company_overrides(tmp_path):
    """A company's term hides the packaged one."""
    path = tmp_path / "ours.csv"
    path.write_text("ja,en\n営業収益,Turnover\n", encoding="utf-8")

    report = bilingual.check(CLEAN, glossaries=[path])

    assert any("ours.csv" in name for name, _ in report.signature.glossaries)


def test_audit_reads_one_language(tmp_path):
    """One language alone is checked for what it contradicts by itself."""
    path = tmp_path / "en.txt"
    path.write_text(
        "Tokyo, November 13, 2001 - Results were announced.\n\nThe next release is scheduled for February 12, 2001.\n"
    )

    assert [finding.rule for finding in bilingual.audit(path).findings] == ["DAT003"]
