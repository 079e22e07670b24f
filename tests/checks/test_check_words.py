"""What labels and clauses say: direction of captions, per-share basis, dates ahead."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.checks.labels import (
    caption_direction,
    captions_oppose,
    names_unit,
    per_share,
    same_scale,
    share_basis_en,
    share_basis_ja,
)
from bilingual.checks.schedules import is_done, is_over, is_to_come, lies_ahead, text_offset
from bilingual.model.document import Language
from bilingual.text.normalize import map_text


@pytest.mark.parametrize(
    ("label", "direction"),
    [
        ("売掛金の減少(増加)額", "down"),
        ("買掛金及び未払金の増加(減少)額", "up"),
        ("仕入債務の増減額(△は減少)", "up"),
        ("売上債権の増減額（△は増加）", "down"),
        ("為替差損(差益)", "down"),
        ("営業利益(損失)", "up"),
        ("Decrease (increase) in accounts receivable", "down"),
        ("Increase (decrease) in accounts payable", "up"),
        ("Foreign exchange losses (gains)", "down"),
        ("Operating income (loss)", "up"),
        ("Net cash provided by (used in) operating activities", "up"),
        ("Net decrease in cash", None),
        ("売上高", None),
        ("Accounts receivable (trade)", None),
    ],
)
def test_caption_direction(label, direction):
    """The word before the parentheses owns the plain figure; a legend for △ says it the other way round."""
    assert caption_direction(label) == direction


@pytest.mark.parametrize(
    ("ja", "en", "oppose"),
    [
        ("売掛金の減少(増加)額", "Increase (decrease) in accounts receivable", True),
        ("売掛金の減少(増加)額", "Decrease (increase) in accounts receivable", False),
        ("売上債権の増減額(△は増加)", "Decrease (increase) in trade receivables", False),
        ("為替差損(差益)", "Foreign exchange gains (losses)", True),
        ("現金の増加(減少)額", "Net decrease in cash", False),
    ],
)
def test_captions_oppose(ja, en, oppose):
    """Captions oppose one another where the plain figure stands for opposite things."""
    assert captions_oppose(ja, en) is oppose


@pytest.mark.parametrize(
    ("ja", "en", "bases"),
    [
        ("1株当たり当期純利益", "Net income per share", ("share", "share")),
        ("1株あたり当期損失", "Net loss per ADS", ("share", "ADS")),
        ("米国預託証券1単位当たり当期損失", "Basic net loss per ADS equivalent", ("ADS", "ADS")),
        ("売上高", "Net sales", ("", "")),
        ("期中平均発行済株式総数", "Weighted average number of shares", ("", "")),
    ],
)
def test_share_basis(ja, en, bases):
    """A label counts per share, per ADS or per nothing."""
    assert (share_basis_ja(ja), share_basis_en(en)) == bases


@pytest.mark.parametrize(
    ("ja", "en", "expected"),
    [
        ("1株当たり配当金", "Dividend", True),
        ("配当", "Dividend per share", True),
        ("売上高", "Net sales", False),
    ],
)
def test_per_share(ja, en, expected):
    """Either label tells that a row is per share."""
    assert per_share(ja, en) is expected


def test_labels_name_scale_and_unit():
    """Labels in both languages name the scale of their row and its unit."""
    assert same_scale("端末販売台数(千台)", "Handsets sold (thousands)")
    assert not same_scale("端末販売台数(千台)", "Handsets sold (millions)")
    assert names_unit("構成比(%)", "%")
    assert not names_unit("2024年12月期", "JPY")


AHEAD = [
    ("The results are scheduled for @.", True),
    ("The next release, presently scheduled for @, follows.", True),
    ("Additionally, we will observe a quiet period from @ until then.", True),
    ("The dividend will be paid on @.", True),
    ("We plan to open the centre in @.", True),
    ("The new price plan started in @.", False),
    ("The meeting was originally scheduled for @.", False),
    ("We will continue the service launched on @.", False),
    ("Due to a fire on @, sales fell.", False),
    ("Results were announced on @.", False),
    ("Forward-looking statements as of @ will not be updated.", False),
]


@pytest.mark.parametrize(("sentence", "expected"), AHEAD)
def test_english_dates_ahead(sentence, expected):
    """Words such as scheduled and will, right before a date, say that it is to come."""
    at = sentence.index("@")
    text = sentence.replace("@", "May 13, 2025")

    assert lies_ahead(text, at, at + len("May 13, 2025"), Language.EN) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("決算は@に発表する予定です。", True),
        ("支払開始日は@を予定しております。", True),
        ("@に発表しました。", False),
        ("@に予定していた説明会は中止しました。", False),
        ("@付で決議した計画のとおりです。", False),
        ("@現在の計画です。", False),
    ],
)
def test_japanese_dates_ahead(sentence, expected):
    """予定 and its like, behind a date, say that it is to come."""
    at = sentence.index("@")
    text = sentence.replace("@", "2025年5月13日")

    assert lies_ahead(text, at, at + len("2025年5月13日"), Language.JA) is expected


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("a new service launched in @.", Language.EN, True),
        ("a new service to be launched in @.", Language.EN, False),
        ("The plant will be completed in @.", Language.EN, False),
        ("@にサービスを開始しました。", Language.JA, True),
        ("@に開始することを決定しました。", Language.JA, False),
        ("@に開始する予定です。", Language.JA, False),
    ],
)
def test_dates_of_things_done(sentence, language, expected):
    """Launched in, and しました behind a date, say that it is past."""
    at = sentence.index("@")

    assert is_done(sentence.replace("@", "August"), at, at + len("August"), language) is expected


@pytest.mark.parametrize(
    ("moment", "over", "to_come"),
    [
        ("2001-11-13", True, False),
        ("2001-11-14", False, False),
        ("2001-11-15", False, True),
        ("2001-10", True, False),
        ("2001-11", False, False),
        ("2001", False, False),
        ("2002", False, True),
        ("--11-13", False, False),
        ("T23:00", False, False),
        ("2001-11-14T14:00:00Z", False, False),
    ],
)
def test_before_and_after_the_release(moment, over, to_come):
    """Months and years are over when they ended; times and dates without a year say nothing."""
    release = date(2001, 11, 14)

    assert (is_over(moment, release), is_to_come(moment, release)) == (over, to_come)


@given(st.text(alphabet="ab<i></i>*\\$　１", max_size=60), st.integers(0, 1000))
def test_text_offset_inverts_the_map(text, start):
    """Every character of a mapped text is found again from its place in the document."""
    content = map_text(text, start)

    assert [text_offset(content, content.offset(at)) for at in range(len(content.text))] == list(
        range(len(content.text))
    )


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 20), st.sampled_from(list(Language)))
def test_any_text_can_be_asked(text, start, length, language):
    """No text makes the questions fail."""
    end = min(len(text), start + length)

    assert lies_ahead(text, min(start, end), end, language) in (True, False)
    assert is_done(text, min(start, end), end, language) in (True, False)
