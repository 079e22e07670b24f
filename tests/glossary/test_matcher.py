"""Terms in text: what is found, what is not, and where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilingual.glossary import load_default
from bilingual.glossary.keys import english_key, english_words, japanese_key
from bilingual.glossary.matcher import Matcher
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Term, Termbase

CASES = json.loads((Path(__file__).parent.parent / "cases" / "terms_found.json").read_text(encoding="utf-8"))
MATCHER = Matcher(load_default())
MIXED = st.text(
    alphabet=st.sampled_from(
        "売上高営業利益率流動資産非ー・（）、 ＲROEヴァソフトウェアおよび株一İß&'-abcSales 12."
    ),
    max_size=40,
)


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_terms_are_found_as_printed(case):
    """Terms are found in any spelling and not inside longer words."""
    text = case["text"]

    printed = [text[found.start : found.end] for found in MATCHER.find(text, Language(case["language"]))]

    assert [term for term in case["found"] if term not in printed] == []
    assert [term for term in case["absent"] if term in printed] == []


@settings(deadline=None, max_examples=200)
@given(text=MIXED)
def test_occurrences_lie_in_order_inside_the_text(text):
    """Offsets are into the given text; occurrences are in order and do not overlap."""
    for language in Language:
        at = 0
        for found in MATCHER.find(text, language):
            assert at <= found.start < found.end <= len(text)
            assert found.concepts
            at = found.end


@settings(deadline=None)
@given(text=MIXED)
def test_keys_know_where_their_characters_stand(text):
    """Every character of a Japanese key has an offset of its own, in rising order."""
    key, offsets = japanese_key(text)

    assert len(key) == len(offsets)
    assert list(offsets) == sorted(set(offsets))
    assert all(0 <= offset < len(text) for offset in offsets)


SAME = [
    ("データセンター", "データーセンタ"),
    ("ヴァーチャル", "バーチャル"),
    ("ダイヤルアップ", "ダイアルアップ"),
    ("１株当たり", "一株あたり"),
    ("１年内返済予定", "１年以内返済予定"),
    ("現金及び預金", "現金および預金"),
    ("キャッシュ・フロー", "キャッシュフロー"),
    ("払戻しによる収入", "払戻による収入"),
    ("減少（増加）額", "減少(増加)額"),
    ("ﾃﾞｰﾀｾﾝﾀｰ", "データセンター"),
    ("ｿﾌﾄｳｪｱ", "ソフトウエア"),
    ("キヤツシユ・フロー", "キャッシュ・フロー"),
    ("Ｄ／Ｅレシオ", "D/Eレシオ"),
    ("サーバー", "サーバ"),
    ("パーソナルコンピューター", "パーソナル・コンピュータ"),
    ("ディジタル", "デジタル"),
    ("3か月", "3ヶ月"),
    ("㈱", "（株）"),
    ("取り崩し", "取崩"),
    ("貸し倒れ引当金", "貸倒引当金"),
    ("繰り延べ税金資産", "繰延税金資産"),
    ("繰り越し利益剰余金", "繰越利益剰余金"),
    ("受け取り利息", "受取利息"),
    ("前払い費用", "前払費用"),
    ("差し入れ保証金", "差入保証金"),
    ("預かり金", "預り金"),
    ("積み立て金", "積立金"),
    ("売り上げ総利益", "売上総利益"),
    ("据え置き", "据置"),
    ("建物付属設備", "建物附属設備"),
    ("問い合わせ先", "問合せ先"),
]
OTHER = [
    ("営業利益", "営業利益率"),
    ("流動資産", "非流動資産"),
    ("受取利息", "支払利息"),
    ("前払費用", "未払費用"),
    ("増加", "減少"),
    ("ビル", "ヒル"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_share_a_key(one, other):
    """Long vowels, middle dots, small kana, okurigana and brackets make no other term."""
    assert japanese_key(one)[0] == japanese_key(other)[0]


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_terms_keep_other_keys(one, other):
    """What is folded never makes one term of two."""
    assert japanese_key(one)[0] != japanese_key(other)[0]


def test_half_width_katakana_is_found_whole(matcher):
    """A voicing mark of its own belongs to the term that ends with it."""
    text = "ｻｰﾋﾞｽ売上高とｿﾌﾄｳｪｱ、ﾌﾟﾗｲﾑ市場"

    found = [text[each.start : each.end] for each in matcher.find(text, Language.JA)]

    assert found == ["ｻｰﾋﾞｽ売上高", "ｿﾌﾄｳｪｱ", "ﾌﾟﾗｲﾑ市場"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Non-current Liabilities", "noncurrent liability"),
        ("dial-up", "Dialup"),
        ("SG & A", "SG and A"),
        ("company's services", "company service"),
        ("data centre", "datacenters"),
        ("amortisation of goodwill", "Amortization of goodwill"),
        ("unrealised gains", "unrealized gain"),
        ("pre-tax profit", "pretax profits"),
        ("Semiannual report", "semi-annual reports"),
        ("sub-total", "Subtotal"),
        ("inter-company", "intercompany"),
        ("share buy-back", "share buyback"),
        ("tax loss carry-forwards", "Tax loss carryforward"),
        ("pay-out ratio", "payout ratio"),
        ("break-even point", "breakeven point"),
        ("licence fee", "license fees"),
        ("write down", "write-downs"),
        ("long‑term borrowings", "long-term borrowing"),
        ("shareholders’ equity", "shareholder's equity"),
        ("R & D", "R&D"),
        ("tyre indices", "tire index"),
        ("losses", "Loss"),
        ("taxes", "Tax"),
        ("subsidiaries", "subsidiary"),
        ("Selling, general and administrative expenses", "selling general & administrative expense"),
    ],
)
def test_inflections_share_a_key(one, other):
    """Case, number, hyphens, joined words, British spelling and the ampersand make no other term."""
    assert english_key(one) == english_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("current", "non-current"),
        ("By product", "byproduct"),
        ("sales", "sale"),
        ("gains", "losses"),
        ("news", "new"),
    ],
)
def test_other_words_keep_other_keys(one, other):
    """What tells terms apart stays: negations, plurals that mean something else, prepositions."""
    assert english_key(one) != english_key(other)


def test_words_know_their_spans():
    """A joined word spans both of its printed halves."""
    text = "of Data Centers"
    assert [(word, text[start:end]) for word, start, end in english_words(text)] == [
        ("of", "of"),
        ("datacenter", "Data Centers"),
    ]


def test_exact_wants_the_whole_label(matcher):
    """`exact` names concepts of a whole label only."""
    assert matcher.exact("営業利益", Language.JA)
    assert not matcher.exact("営業利益の内訳", Language.JA)
    assert set(matcher.exact("Operating profits", Language.EN)) & set(matcher.exact("営業利益", Language.JA))


def test_patterns_with_placeholders_are_no_terms():
    """A term with a placeholder in angle brackets is never looked for."""
    concept = Concept("c", (Term("累計期間", Language.JA), Term("Six months ended <date>", Language.EN)))

    assert Matcher(Termbase((concept,))).find("Six months ended <date>", Language.EN) == ()


def test_an_empty_termbase_finds_nothing():
    """Without concepts there is nothing to find, and nothing breaks."""
    for language in Language:
        assert Matcher(Termbase()).find("売上高 net sales", language) == ()


@pytest.mark.parametrize("text", ["営業利益" * 100_000, "a" * 400_000, "net sales " * 40_000, "非" * 400_000])
def test_long_lines(text):
    """A line of 400,000 characters is searched, and every term lies inside it."""
    for language in Language:
        for found in MATCHER.find(text, language):
            assert 0 <= found.start < found.end <= len(text)
