"""Numbers that tell their size only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.figures.vague_numbers import vague_numbers
from bilingual.model.document import Language

JAPANESE = (
    ("数十社が参加した。", [("数十社", 1)]),
    ("数百人、数億円", [("数百人", 2), ("数億円", 8)]),
    ("数千億円規模", [("数千億円", 11)]),
    ("何千人もの応募", [("何千人", 3)]),
    ("店舗数百店を目指す", []),
    ("複数社と交渉中", []),
    ("件数は増加した", []),
    ("約数社", [("数社", 0)]),
)
ENGLISH = (
    ("dozens of companies", [("dozens of", 1)]),
    ("They employ several hundred people.", [("several hundred", 2)]),
    ("several hundred million yen", [("several hundred million", 8)]),
    ("hundreds of billions of yen", [("hundreds of billions", 11)]),
    ("several billion yen", [("several billion", 9)]),
    ("tens of thousands of users", [("tens of thousands", 4)]),
    ("several decades", [("several decades", 1)]),
    ("Sales run to billions of yen", [("billions", 9)]),
    ("in millions of yen", []),
    ("Billions of yen", []),
    ("1,234 million yen", []),
    ("two thousand", []),
)


def read(text, language):
    """What is vague in a text, with its power of ten."""
    return [(text[n.start : n.end], n.exponent) for n in vague_numbers(text, language)]


@pytest.mark.parametrize(("text", "found"), JAPANESE)
def test_japanese(text, found):
    """A Japanese text holds exactly these vague numbers."""
    assert read(text, Language.JA) == found


@pytest.mark.parametrize(("text", "found"), ENGLISH)
def test_english(text, found):
    """An English text holds exactly these vague numbers."""
    assert read(text, Language.EN) == found


@given(st.text(alphabet="数何十百千万億円社人名0123456789 、several hundred million tens of", max_size=40))
def test_places_are_in_order(text):
    """Whatever the text, vague numbers stand inside it, in order and with a size that words can name."""
    for language in Language:
        found = vague_numbers(text, language)
        assert found == sorted(found)
        assert all(0 <= n.start < n.end <= len(text) and 0 <= n.exponent <= 15 for n in found)


@pytest.mark.parametrize("exponent", range(1, 15))
def test_the_languages_agree(exponent):
    """Every size can be said in both languages."""
    japanese = "数" + ["", "十", "百", "千"][exponent % 4] + ["", "万", "億", "兆"][exponent // 4] + "円"
    words = ["several", "tens of", "hundreds of"][exponent % 3]
    scale = ["", "thousand", "million", "billion", "trillion", ""][exponent // 3]
    english = (
        f"several {scale} yen"
        if words == "several"
        else f"{words} {scale}{'s' if scale else ''} of yen".replace("  ", " ").replace("of of", "of")
    )
    assert [n.exponent for n in vague_numbers(japanese, Language.JA)] == [exponent]
    assert [n.exponent for n in vague_numbers(english, Language.EN)] == [exponent]
