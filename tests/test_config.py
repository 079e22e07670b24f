"""Settings of a project: what they give, and how a mistake in them is named."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

import bilingual
from bilingual import InputError, OptionError
from bilingual.config import NAME, load_baseline, load_config
from bilingual.model.report import Severity
from bilingual.options import Options

FULL = """
glossaries = ["terms/ours.csv"]
date = 2024-05-10

[company]
name = "Ours"
fiscal_year_end = 12
year_naming = "end"
rounding = "down"
release_time_zone = "America/New_York"

[rules]
disable = ["num004"]

[severity]
APX001 = "warning"

[contrasts.plants]
kumamoto = ["熊本工場", "Kumamoto Plant"]
oita = ["大分工場", "Oita Plant", "Oita Factory"]

[limits]
max_characters = 1_000
"""

MISTAKES = [
    ("glossary = []", "unknown key 'glossary'", "glossaries"),
    ('glossaries = "ours.csv"', "glossaries", "list of strings"),
    ("glossaries = [1]", "glossaries", "list of strings"),
    ("company = 3", "'company'", "[company]"),
    ('[company]\nlabel = "x"', "company.label", "fiscal_year_end"),
    ("[company]\nname = 3", "name is 3", "issuer"),
    ('date = "May 2024"', "'May 2024'", "2026-11"),
    ('date = "2024-13"', "'2024-13'", "2026-11"),
    ("[company]\nfiscal_year_end = 0", "fiscal_year_end", "1 to 12"),
    ("[company]\nfiscal_year_end = true", "fiscal_year_end", "1 to 12"),
    ('[company]\nfiscal_year_end = "March"', "fiscal_year_end", "1 to 12"),
    ('[company]\nyear_naming = "both"', "year_naming", '"start" or "end"'),
    ('[company]\nrounding = "up"', "rounding", '"half_up" or "down"'),
    ('[company]\nrelease_time_zone = "Mars/Olympus"', "release_time_zone", "time zone"),
    ('[company]\nrelease_time_zone = "../../etc/passwd"', "release_time_zone", "time zone"),
    ("[rules]\nenable = []", "rules.enable", "disable"),
    ('[rules]\ndisable = ["NUM999"]', "NUM999", "explain"),
    ('[severity]\nNUM001 = "fatal"', "NUM001", "error, warning or info"),
    ('[severity]\nNUM01 = "info"', "NUM01", "explain"),
    ("[limits]\nmax_characters = -1", "max_characters", "number of characters"),
    ("[limits]\nmax_characters = 1.5", "max_characters", "number of characters"),
    ("contrasts = 3", "'contrasts'", "[contrasts]"),
    ("[contrasts]\nplants = 3", "'plants'", "table"),
    ('[contrasts.plants]\na = "熊本工場"', "contrasts.plants.a", "list of strings"),
    ('[contrasts.plants]\na = ["熊本工場"]', "contrasts.plants.a", "both languages"),
    ('[contrasts.plants]\na = ["熊本工場", "K"]', "contrasts.plants", "two members"),
    (
        '[contrasts.plants]\na = ["熊本工場", "K"]\nb = ["大分工場", "k"]',
        "contrasts.plants",
        "no word under two",
    ),
    ("glossaries = \n", "expected TOML", "line 1"),
]


def written(folder, content):
    """A settings file."""
    path = folder / NAME
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_every_key_takes_effect(tmp_path):
    """Every documented key arrives; glossaries are relative to the file, codes may be in small letters."""
    options = load_config(written(tmp_path, FULL))

    assert options.glossaries == (str(tmp_path / "terms" / "ours.csv"),)
    assert (options.company.fiscal_year_end, options.company.year_naming) == (12, "end")
    assert (options.company.rounding, options.company.release_time_zone) == ("down", "America/New_York")
    assert (options.company.name, options.date) == ("Ours", "2024-05-10")
    assert options.disabled == ("NUM004",)
    assert options.severities == (("APX001", Severity.WARNING),)
    assert options.max_characters == 1_000
    assert options.contrasts[0].members[1] == ("oita", ("大分工場",), ("Oita Plant", "Oita Factory"))


@pytest.mark.parametrize(
    ("en", "flagged"),
    [
        ("Production at the Kumamoto Plant was 1,234 units.", False),
        ("Production at the Oita plant was 1,234 units.", True),
        ("Production at the plant was 1,234 units.", False),
        ("Production was 1,234 units at the Kumamoto Plant, unlike the Oita Plant.", False),
    ],
)
def test_words_of_the_project_exclude_each_other(tmp_path, en, flagged):
    """Contrasts of the settings tell in aligned segments and in sentences of documents."""
    options = load_config(written(tmp_path, FULL))
    ja = "熊本工場の生産は1,234台でした。"
    for name, text in (("ja.txt", ja), ("en.txt", en)):
        (tmp_path / name).write_text(text, encoding="utf-8")

    (pair,) = bilingual.check_pairs([(ja, en)], options=replace(options, glossaries=()))
    report = bilingual.check(
        tmp_path / "ja.txt", tmp_path / "en.txt", options=replace(options, glossaries=())
    )

    for found in ([item["rule"] for item in pair], [item.rule for item in report.findings]):
        assert ("TRM001" in found) is flagged


def test_file_of_the_working_folder_is_found(tmp_path):
    """Without a path the file of the folder counts; without a file everything is as it comes."""
    assert load_config(start=tmp_path) == Options()

    written(tmp_path, b'\xef\xbb\xbf[rules]\ndisable = ["NUM004"]\n')

    assert load_config(start=tmp_path).disabled == ("NUM004",)


@pytest.mark.parametrize(
    ("content", "key", "expected"), MISTAKES, ids=[case[0].replace("\n", " ") for case in MISTAKES]
)
def test_mistakes_are_named(tmp_path, content, key, expected):
    """A mistake gives the file, the key and what is expected."""
    path = written(tmp_path, content)

    with pytest.raises(OptionError) as told:
        load_config(path)

    assert str(told.value).startswith(f"{path}: ")
    assert key in str(told.value)
    assert expected in str(told.value)


def test_missing_or_unreadable_file_is_named(tmp_path):
    """A file that was asked for has to exist and be UTF-8."""
    with pytest.raises(OptionError, match=r"nowhere\.toml: cannot be read"):
        load_config(tmp_path / "nowhere.toml")
    with pytest.raises(OptionError, match="line 1: expected UTF-8"):
        load_config(written(tmp_path, "名前".encode("cp932")))


def test_baseline_holds_the_findings_of_one_or_several_reports(tmp_path):
    """Identifiers of one report, or of the list that a folder gives."""
    path = tmp_path / "earlier.json"
    one = {"findings": [{"id": "a"}, {"id": "b"}]}
    path.write_text(json.dumps(one))
    assert load_baseline(path) == {"a", "b"}

    path.write_text(json.dumps([one, {"findings": [{"id": "c"}]}]))
    assert load_baseline(path) == {"a", "b", "c"}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "[1]",
        "{}",
        '"text"',
        '{"findings": 3}',
        '{"findings": [{}]}',
        '{"findings": [{"id": 5}]}',
        "[" * 100_000,
        b"\xff\xfe\x00",
    ],
    ids=["empty", "none", "numbers", "object", "string", "no list", "no id", "no word", "deep", "binary"],
)
def test_a_baseline_that_is_no_report_is_refused(tmp_path, content):
    """Anything else says how a baseline is made."""
    with pytest.raises(InputError, match="no report of bilingual"):
        load_baseline(written(tmp_path, content))


def test_a_baseline_that_was_cut_off_is_named_by_its_place(tmp_path):
    """Broken JSON is told with line and column."""
    with pytest.raises(InputError, match="line 2, column 15: this is no report of bilingual"):
        load_baseline(written(tmp_path, '{\n "findings": ['))


def test_settings_in_another_encoding_are_named_by_their_line(tmp_path):
    """Settings that an editor saved in CP932 are told with the line and the way out, not with what a decoder says."""
    with pytest.raises(OptionError, match="line 2: expected UTF-8 text; save the file as UTF-8"):
        load_config(written(tmp_path, '[company]\nname = "当社"\n'.encode("cp932")))
