"""Japanese names as English spells them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.glossary.romaji import plain_name, romaji

CASES = [
    ("センダイ", "Sendai"),
    ("トウキョウ", "Tokyo"),
    ("オオサカ", "Ōsaka"),
    ("シンバシ", "Shimbashi"),
    ("サッポロ", "Sapporo"),
    ("シンジュク", "Shinjuku"),
    ("リョウゴク", "Ryogoku"),
    ("ジョウエツ", "Joetsu"),
    ("チャタン", "Chatan"),
]


@pytest.mark.parametrize(("kana", "spelled"), CASES)
def test_a_reading_is_the_spelling_in_english(kana, spelled):
    """Long vowels, double consonants and glides come out as English prints the name."""
    assert romaji(kana) == plain_name(spelled)


@given(st.text(alphabet=[chr(code) for code in range(0x30A1, 0x30FB)], max_size=30))
def test_any_katakana_becomes_plain_letters(kana):
    """Whatever the dictionary gives as a reading, the answer holds small letters only."""
    assert all("a" <= letter <= "z" for letter in romaji(kana))
