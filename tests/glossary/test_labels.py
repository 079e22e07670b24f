"""Likeness of labels: the right row wins its table, contradictions lose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilingual.glossary.katakana import heard_in, katakana_sound
from bilingual.glossary.labels import COMMON, Labels
from bilingual.glossary.matcher import Matcher
from bilingual.glossary.polarity import AXES, contradictions, english_poles, japanese_poles
from bilingual.model.document import Language
from bilingual.model.termbase import Termbase

CASES = json.loads((Path(__file__).parent.parent / "cases" / "terms_tables.json").read_text(encoding="utf-8"))
TABLES = CASES["tables"]
KNOWN_FAILURES = [tuple(case) for case in CASES["known_failures"]]


def losers(labels: Labels, name: str) -> list[tuple[str, str, str]]:
    """Rows of a table that are not the best partner of each other."""
    rows = TABLES[name]
    found = []
    for ja, en in rows:
        mine = labels.similarity(ja, en)
        rivals = [labels.similarity(ja, other) for _, other in rows if other != en]
        rivals += [labels.similarity(other, en) for other, _ in rows if other != ja]
        if mine <= max(rivals):
            found.append((name, ja, en))
    return found


@pytest.mark.parametrize("name", TABLES)
def test_every_row_wins_its_table(labels, name):
    """The translated label scores higher than any other label of the table, seen from both sides."""
    assert [case for case in losers(labels, name) if case not in KNOWN_FAILURES] == []


@pytest.mark.parametrize("case", KNOWN_FAILURES, ids=[case[1] for case in KNOWN_FAILURES])
@pytest.mark.xfail(strict=True, reason="the English names the business, not the item")
def test_known_failures(labels, case):
    """Rows whose labels alone do not tell."""
    assert case not in losers(labels, case[0])


def test_most_rows_win_without_any_glossary():
    """Morphemes alone, with an empty termbase, pair more than nine rows in ten."""
    labels = Labels(Matcher(Termbase()))
    lost = sum(len(losers(labels, name)) for name in TABLES)

    assert lost / sum(map(len, TABLES.values())) < 0.1


def test_wrong_rows_stay_low(labels):
    """Hardly a wrong pair of a table reaches one half, none comes near certainty."""
    wrong = [
        labels.similarity(ja, other)
        for rows in TABLES.values()
        for ja, _ in rows
        for japanese, other in rows
        if japanese != ja and [ja, other] not in rows
    ]

    assert sum(score >= 0.5 for score in wrong) / len(wrong) < 0.04
    assert max(wrong) < 0.95


ALIKE = [
    ("合計", "Total", 0.7, 0.7),
    ("その他", "Others", 0.7, 0.7),
    ("その他", "Other, net", 0.7, 0.7),
    ("その他", "Total", 0.0, 0.1),
    ("IIJ DSL/F", "IIJ DSL/F", 1.0, 1.0),
    ("64kbps - 128kbps", "64kbps - 128kbps", 1.0, 1.0),
    ("調整後EBITDA", "Adjusted EBITDA", 1.0, 1.0),
    ("（２）連結損益計算書", "(2) Consolidated Statements of Income", 0.9, 1.0),
    ("表 3. 売上高の内訳", "Table 3. Breakdown of net sales", 0.9, 1.0),
    ("建物及び構築物（純額）", "Buildings and structures, net", 0.9, 1.0),
    ("営業利益（△は損失）", "Operating profit (loss)", 0.9, 1.0),
    ("売上高（百万円）", "Net sales (Millions of yen)", 0.9, 1.0),
    ("クラウド事業", "Cloud business", 0.9, 1.0),
    ("当期利益", "Profit for the year", 1.0, 1.0),
    ("短期借入金", "Long-term borrowings", 0.0, 0.35),
    ("国内売上高", "Overseas sales", 0.0, 0.5),
    ("売掛金の増加額", "Decrease in accounts receivable", 0.0, 0.35),
    ("流動資産合計", "Current assets", 0.0, 0.7),
    ("資産合計", "Total liabilities", 0.0, 0.3),
    ("有形固定資産の売却による収入", "Purchase of property, plant and equipment", 0.0, 0.3),
    ("営業利益", "Operating loss", 0.0, 0.35),
    ("売上高", "Weather", 0.0, 0.0),
    ("", "", 0.0, 0.0),
    ("売上高", "", 0.0, 0.0),
    ("", "Net sales", 0.0, 0.0),
]


@pytest.mark.parametrize(("ja", "en", "low", "high"), ALIKE, ids=[f"{case[0]}={case[1]}" for case in ALIKE])
def test_likeness(labels, ja, en, low, high):
    """Same concepts, compositions, generic labels and contradictions score as far apart as they are."""
    assert low <= labels.similarity(ja, en) <= high


def test_keys_hold_concepts_and_latin_words(labels):
    """Both languages of a label share its concepts and the names in Latin letters."""
    ja, en = labels.key("調整後EBITDA", Language.JA), labels.key("Adjusted EBITDA", Language.EN)

    assert "w:ebitda" in ja & en
    assert len(ja & en) > 1


@settings(deadline=None, max_examples=150)
@given(ja=st.text(max_size=20), en=st.text(max_size=20))
def test_likeness_is_a_share(labels, ja, en):
    """Any two texts have a likeness from 0 to 1, the same each time."""
    score = labels.similarity(ja, en)

    assert 0.0 <= score <= 1.0
    assert Labels(Matcher(Termbase())).similarity(ja, ja) <= 1.0
    assert score == labels.similarity(ja, en)


SOUNDS = [
    ("クラウド", "cloud", True),
    ("アウトソーシング", "outsourcing", True),
    ("セキュリティ", "security", True),
    ("ケミカル", "chemical", True),
    ("エンジニアリング", "engineering", True),
    ("ロジスティクス", "logistics", True),
    ("ヘルスケア", "healthcare", True),
    ("ライフサイエンス", "life science", True),
    ("テクノロジー", "technology", True),
    ("クラウド", "mobile", False),
    ("ネットワーク", "service", False),
    ("ソフトウェア", "hardware", False),
]


@pytest.mark.parametrize(("katakana", "english", "heard"), SOUNDS)
def test_loan_words_are_heard(katakana, english, heard):
    """A katakana word is recognised by its consonants, without a glossary."""
    assert bool(heard_in(katakana_sound(katakana.replace("ー", "")), english.split())) is heard


CONTRADICTIONS = [
    ("長期借入金", "short-term borrowings", 1),
    ("流動負債", "noncurrent liability", 1),
    ("増減額", "increase", 0),
    ("営業損益", "operating loss", 0),
    ("支払利息", "interest income", 0),
    ("基本的1株当り当期利益", "diluted earning per share", 1),
]


@pytest.mark.parametrize(("ja", "en", "expected"), CONTRADICTIONS)
def test_poles_contradict(ja, en, expected):
    """Labels contradict each other where they name opposite poles, not where one names both."""
    words = en.replace("-", "")
    assert contradictions(japanese_poles(ja), english_poles(words)) == expected


def test_axes_have_names_of_their_own():
    """Every axis is named once and has at least two poles."""
    assert len({axis.name for axis in AXES}) == len(AXES)
    assert all(len(axis.poles) >= 2 for axis in AXES)


def test_number_of_a_category_decides(labels):
    """A category of a standard is known by its number, whatever words follow."""
    assert (
        labels.similarity("カテゴリ5 事業から出る廃棄物", "Category 5 Waste generated in operations") > 0.95
    )
    assert labels.similarity("カテゴリー11 使用", "Category 7 Employee commuting") < 0.5


@pytest.mark.parametrize(
    ("ja", "en", "whole"),
    [
        ("棚卸資産", "Inven tories", "Inventories"),
        ("減価償却費", "Depre ciation", "Depreciation"),
        ("その他の資産", "Other ass ets", "Other assets"),
    ],
)
def test_blank_inside_a_word(labels, ja, en, whole):
    """A label whose word a blank divides is as like as the term that it is without the blank."""
    assert labels.similarity(ja, en) == labels.similarity(ja, whole) > 0.9


def test_blank_between_words_stays(labels):
    """Two words that make no term together are read as two."""
    assert labels.similarity("棚卸資産", "In ventures") < 0.5


@pytest.mark.parametrize("rows", [3, COMMON + 1])
def test_labels_that_are_like_are_likely(rows, labels):
    """No label with a likeness above zero is left out, and one word that all labels share costs no set for each."""
    ja = [f"項目{number}" for number in range(rows)] + ["売上原価"]
    en = [f"Item {number}" for number in range(rows)] + ["Cost of sales"]
    found = labels.likely(ja, en)
    for place, mine in enumerate(ja[-2:], len(ja) - 2):
        assert {at for at, theirs in enumerate(en) if labels.similarity(mine, theirs)} <= found[place]
    assert len({id(each) for each in found[:rows]}) == (1 if rows > COMMON else rows)
