"""The packaged glossaries: every row can be checked, no term belongs to two, forms of sign and standard say what captions say."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from bilingual.glossary import data_folder, load_default, packaged_files
from bilingual.glossary.keys import english_key, japanese_term_key
from bilingual.model.document import Language
from bilingual.model.termbase import SignDirection

CONCEPTS = load_default().concepts
DAY_RE = re.compile(r"\d{4}-\d{2}-\d{2}")
SIGNS = [
    ("売上高", SignDirection.ADDS),
    ("売上原価", SignDirection.DEDUCTS),
    ("営業利益", SignDirection.EITHER),
    ("営業損失", SignDirection.DEDUCTS),
    ("受取利息", SignDirection.ADDS),
    ("支払利息", SignDirection.DEDUCTS),
    ("法人税等調整額", SignDirection.DEDUCTS),
    ("貸倒引当金", SignDirection.DEDUCTS),
    ("自己株式", SignDirection.DEDUCTS),
    ("利益剰余金", SignDirection.EITHER),
    ("棚卸資産の増減額（△は増加）", SignDirection.REVERSED),
    ("仕入債務の増減額（△は減少）", SignDirection.EITHER),
    ("有形固定資産の取得による支出", SignDirection.DEDUCTS),
    ("長期借入れによる収入", SignDirection.ADDS),
    ("配当金の支払額", SignDirection.DEDUCTS),
]
STANDARDS = [
    ("経常利益", ("J-GAAP",)),
    ("親会社株主に帰属する当期純利益", ("J-GAAP", "US-GAAP")),
    ("親会社の所有者に帰属する当期利益", ("IFRS",)),
    ("法人所得税費用", ("IFRS",)),
    ("売上高", ()),
    ("営業利益", ()),
]
PAIRS = [
    ("親会社の所有者に帰属する当期利益", "Profit attributable to owners of parent"),
    ("持分変動計算書", "Consolidated statement of changes in equity"),
    ("リース負債", "Lease liabilities"),
    ("使用権資産", "Right-of-use assets"),
    ("経常収益", "Ordinary income"),
    ("正味収入保険料", "Net premiums written"),
    ("調整額", "Adjustments"),
    ("据え置き", "Unchanged"),
    ("上方修正", "Upward revision"),
    ("前年同期比", "Year on year"),
    ("期末配当", "Year-end dividend"),
    ("配当性向", "Payout ratio"),
    ("社外取締役", "Outside director"),
    ("監査等委員会", "Audit and Supervisory Committee"),
    ("女性管理職比率", "Ratio of female managers"),
    ("取水量", "Water withdrawal"),
    ("1口当たり分配金", "Distribution per unit"),
    ("自己株式の取得に関するお知らせ", "Notice concerning acquisition of treasury shares"),
]


def named(term):
    """The concept that a Japanese term belongs to."""
    key = japanese_term_key(term)
    found = [
        each
        for each in CONCEPTS
        if key in {japanese_term_key(other.text) for other in each.in_language(Language.JA)}
    ]
    assert len(found) == 1, term
    return found[0]


def test_every_row_has_a_source_and_a_day():
    """Nothing stands in the files that a reader could not check."""
    bare = [each.id for each in CONCEPTS if not each.source or not DAY_RE.fullmatch(each.date)]

    assert bare == []
    assert len(CONCEPTS) >= 1_200


def test_no_japanese_term_belongs_to_two_concepts():
    """A spelling, preferred or not, names one concept."""
    keys = Counter(
        key
        for each in CONCEPTS
        for key in {japanese_term_key(term.text) for term in each.in_language(Language.JA)}
    )

    assert [key for key, times in keys.items() if times > 1] == []


def test_terms_are_terms():
    """No placeholder, no end of a sentence, no doubled spelling; English starts like a caption."""
    odd = [
        term.text
        for each in CONCEPTS
        for term in each.terms
        if re.search(r"[<>。]|(?<!etc)(?<!U\.S)\.$|  ", term.text)
    ]
    twins = [
        each.id
        for each in CONCEPTS
        if len({english_key(term.text) for term in each.in_language(Language.EN)})
        < len(each.in_language(Language.EN))
    ]

    assert (odd, twins) == ([], [])


def test_captions_that_turn_the_sign_say_so():
    """（△は増加）, （△は益） and 減少（増加） are reversed, and no other caption is."""
    turned = re.compile("△は(?:増加|益)|減少（増加）|差損（差益）|損失（利益）")
    wrong = [
        each.id
        for each in CONCEPTS
        for text in [each.in_language(Language.JA)[0].text]
        if bool(turned.search(text)) != (each.sign is SignDirection.REVERSED)
    ]

    assert wrong == []


@pytest.mark.parametrize(("term", "sign"), SIGNS)
def test_sign_of_a_caption(term, sign):
    """What a figure without a minus means on the line of the caption."""
    assert named(term).sign is sign


@pytest.mark.parametrize(("term", "standards"), STANDARDS)
def test_standards_of_a_caption(term, standards):
    """A standard is named only where releases under others do not have the caption."""
    assert named(term).gaap == standards


@pytest.mark.parametrize(("ja", "en"), PAIRS)
def test_what_releases_need_is_there(ja, en):
    """Captions of forms, standards and industries have the English that releases print."""
    assert named(ja).in_language(Language.EN)[0].text == en


def test_the_table_of_files_is_true():
    """The numbers of concepts that the description of the files gives are theirs."""
    text = (data_folder() / "README.md").read_text(encoding="utf-8")
    stated = {name: int(count) for name, count in re.findall(r"\| `(\w+\.csv)` \|.*\| (\d+) \|", text)}

    assert stated == {
        path.name: sum(each.file == str(path) for each in CONCEPTS) for path in packaged_files()
    }
