"""What releases do with the terms of a glossary: use, variation, drift, gaps; spellings; what a change would do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import CLEAN, CORPUS

import bilingual
from bilingual import pipeline
from bilingual.glossary.usage.spellings import spelling_groups
from bilingual.glossary.usage.survey import survey
from bilingual.options import Options
from bilingual.reports.names import short_names
from bilingual.terminology import impact, use


def release(folder, name, rows, text=("", "")):
    """A release in two files: rows of Japanese and English captions, with figures that differ from row to row."""
    paths = []
    for at, language in enumerate(("ja", "en")):
        head = (
            "株式会社みほん\n表 1. 業績 (百万円)\n",
            "Sample Corporation\nTable 1. Results (millions of yen)\n",
        )[at]
        heads = ("\t2024年3月期\t2023年3月期\n", "\tFY2023\tFY2022\n")[at]
        lines = [f"{row[at]}\t{12345 + 1111 * n:,}\t{11223 + 1237 * n:,}\n" for n, row in enumerate(rows)]
        path = folder / f"{name}_{language}.txt"
        path.write_text(f"{head}{heads}{''.join(lines)}\n{text[at]}\n", encoding="utf-8")
        paths.append(path)
    return paths


FIRST = [("売上高", "Net sales"), ("ざらめ", "Grommets"), ("ほよよ", "Flanges"), ("ぬるむ", "Quorks")]
LATER = [("売上高", "Revenue"), ("ざらめ", "Grommets"), ("ほよよ", "Collars"), ("ぬるむ", "Collars")]
OURS = """id,ja,en,en_variants,en_forbidden
s,売上高,Net sales,Revenue,Turnover
z,ざらめ,Grommets,,
u,ふもも,Widgets,,
"""


@pytest.fixture
def used(tmp_path):
    """The survey of two releases with a glossary of three entries."""
    ours = tmp_path / "ours.csv"
    ours.write_text(OURS, encoding="utf-8")
    for name, rows in (("q1", FIRST), ("q2", LATER)):
        release(tmp_path, name, rows)
    return use([tmp_path], options=Options(glossaries=(str(ours),)))[0]


def test_terms_have_their_places(used):
    """Every term of an entry is listed by itself with its places and its status."""
    terms = {each.entry.term.text: each for each in used.terms if each.entry.concept.id == "s"}

    assert {text: each.entry.term.status.value for text, each in terms.items()} == {
        "売上高": "preferred", "Net sales": "preferred", "Revenue": "admitted",
    }  # fmt: skip
    assert [place.line for place in terms["売上高"].places] == [4, 4]
    assert [place.document[-9:] for place in terms["Revenue"].places] == ["q2_en.txt"]


def test_renderings_that_vary(used):
    """One Japanese caption with two English ones, one English caption with two Japanese ones."""
    many = {each.term: each for each in used.one_to_many}

    assert many["売上高"].renderings == (("Net sales", 1), ("Revenue", 1))
    assert many["ほよよ"].renderings == (("Collars", 1), ("Flanges", 1))
    assert "ざらめ" not in many
    assert {each.term: each.renderings for each in used.many_to_one} == {
        "Collars": (("ぬるむ", 1), ("ほよよ", 1))
    }


def test_drift_over_releases_and_inside_one(used):
    """A rendering that changed names both documents; several in one document name that."""
    (sales,) = [each for each in used.one_to_many if each.term == "売上高"]
    assert [(a[-9:], b[-9:], c, d) for a, b, c, d in sales.changes] == [
        ("q1_ja.txt", "q2_ja.txt", "Net sales", "Revenue")
    ]
    assert not sales.within
    (collars,) = used.many_to_one
    assert [path[-9:] for path in collars.within] == ["q2_ja.txt"]


def test_what_is_never_used_and_what_is_missing(used):
    """Entries of the company without a place; proven captions without an entry."""
    assert [concept.id for concept in used.never_used] == ["u"]
    assert {(each.ja, each.en) for each in used.uncovered} >= {("ほよよ", "Flanges"), ("ぬるむ", "Quorks")}


def test_the_sign_of_a_figure_is_no_variation(tmp_path):
    """Words that follow the sign (used in, loss) and parentheses do not make another rendering."""
    pairs = [
        ("営業活動によるキャッシュフロー", "Net cash provided by operating activities"),
        ("当期利益", "Net income"),
    ]
    other = [
        ("営業活動によるキャッシュフロー", "Net cash used in operating activities"),
        ("当期利益", "Net loss"),
    ]
    for name, rows in (("q1", [*FIRST, *pairs]), ("q2", [*FIRST, *other])):
        release(tmp_path, name, rows)

    assert not use([tmp_path])[0].one_to_many


def test_rules_of_terms_come_with_the_survey(tmp_path):
    """Forbidden terms are findings; other rules stay silent."""
    ours = tmp_path / "ours.csv"
    ours.write_text(OURS, encoding="utf-8")
    release(tmp_path, "q1", [("売上高", "Turnover"), *FIRST[1:]])

    _, findings = use([tmp_path], options=Options(glossaries=(str(ours),)))

    assert [(finding.rule, finding.expected) for _, finding in findings] == [("TRM005", "Net sales")]
    assert {finding.rule[:3] for _, finding in use([CLEAN])[1]} <= {"TRM"}


def test_the_survey_of_nothing():
    """No document: nothing is used."""
    assert survey([]).terms == ()


def test_impact_of_a_rule(tmp_path):
    """A glossary that forbids a term flags past documents; the way back takes it away again."""
    before, after = tmp_path / "before.csv", tmp_path / "after.csv"
    before.write_text("id,ja,en\nop,営業利益,Operating income\n", encoding="utf-8")
    after.write_text(
        "id,ja,en,en_forbidden\nop,営業利益,Operating profit,Operating income\n", encoding="utf-8"
    )
    folder = tmp_path / "past"
    folder.mkdir()
    paths = release(folder, "q1", [*FIRST, ("営業利益", "Operating income")])

    there = impact(after, paths, old=before)
    back = impact(before, [folder], old=after)

    assert [(each.is_new, each.finding.rule) for each in there] == [(True, "TRM005")]
    assert [(each.is_new, each.finding.rule) for each in back] == [(False, "TRM005")]
    assert impact(before, paths, old=before) == []


SPELLINGS = [
    ("サーバーとサーバとサーバー", [["サーバー", "サーバ"]]),
    ("データセンター事業とデータセンタ", [["データセンター", "データセンタ"]]),
    ("ユーザー登録。ユーザー数。", []),
    ("株式会社ミナトサーバのミナトサーバー", []),
    ("リスクとリース", []),
]


@pytest.mark.parametrize(("text", "expected"), SPELLINGS)
def test_spellings(tmp_path, text, expected):
    """Spellings of one word, the commonest first; names and words that only begin alike are none."""
    ja, _ = release(tmp_path, "q1", FIRST, (f"{text}があります。売上高は12,345百万円です。", ""))

    comparison = pipeline.align(ja, tmp_path / "q1_en.txt").comparison

    assert [list(group) for group in spelling_groups(comparison.ja)] == expected


@given(st.lists(st.lists(st.sampled_from(["a", "b", "ja.txt"]), min_size=1, max_size=4), max_size=6))
def test_short_names_tell_documents_apart(parts):
    """Names are ends of their paths, and no two documents share one."""
    paths = list(dict.fromkeys("/".join(each) for each in parts))
    names = short_names(paths)

    assert list(names) == paths
    assert all(path.endswith(name) for path, name in names.items())
    assert len(set(names.values())) == len(paths)


def test_real_documents_have_no_forbidden_terms():
    """The packaged glossaries give no warning of TRM004 to TRM007 on correct documents."""
    for path in sorted(CORPUS.glob("*/release.txt")):
        found = [
            finding
            for _, finding in use([path])[1]
            if finding.rule in ("TRM004", "TRM005", "TRM006", "TRM007") and finding.severity != "info"
        ]
        assert not found, path


def test_a_caption_of_other_standards_is_one_finding_in_both_versions(tmp_path):
    """Ordinary income is a term of two concepts in English; the Japanese caption beside it says which is meant."""
    glossary = tmp_path / "ours.csv"
    glossary.write_text(
        "id,ja,en,en_variants,gaap\nrevenue,経常収益,Ordinary income,,J-GAAP\n"
        "profit,経常利益,Ordinary profit,Ordinary income,J-GAAP\n",
        encoding="utf-8",
    )
    rows = [("売上高", "Net sales"), ("経常利益", "Ordinary income"), ("ほよよ", "Flanges")]
    paths = release(tmp_path, "q", rows, ("決算短信〔IFRS〕(連結)", "Consolidated Financial Results [IFRS]"))

    _, findings = use(paths, options=Options(glossaries=(str(glossary),)))
    found = [finding for _, finding in findings if finding.rule == "TRM006"]

    assert [(each.ja.text, each.en.text) for each in found] == [("経常利益", "Ordinary income")]


SEGMENTS = [
    ("売上高", "Net sales", "TRM001"),
    ("(1) 売上高：", "Net sales:", "TRM001"),
    ("売上高 12,345 11,234", "Net sales 12,345 11,234", "TRM001"),
    ("関連会社株式", "Shares of subsidiaries and associates", "TRM007"),
    ("売上高", "Turnover", "TRM005"),
    ("売上高", "Revenues", None),
    ("売上高は増加しました。", "Net sales rose.", None),
    ("その他", "Others", None),
]


@pytest.mark.parametrize(("ja", "en", "rule"), SEGMENTS, ids=[f"{case[0]}={case[1]}" for case in SEGMENTS])
def test_captions_of_given_segments(tmp_path, ja, en, rule):
    """A segment that is a term has to be rendered as the company's glossary says; a sentence has its own wording."""
    glossary = tmp_path / "ours.csv"
    glossary.write_text(
        "id,ja,en,en_forbidden,relations\ns,売上高,Revenues,Turnover,\n"
        "a,関連会社株式,Shares of associates,,broader:b\nb,関係会社株式,Shares of subsidiaries and associates,,\n",
        encoding="utf-8",
    )

    (found,) = bilingual.check_pairs([(ja, en)], glossaries=[glossary])

    assert [each["rule"] for each in found] == ([rule] if rule else [])
