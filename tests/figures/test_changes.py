"""Verbs of change stand in one table: every rule that asks which way something goes knows all of them."""

from __future__ import annotations

import re

import pytest

from bilingual.checks.directions import VERBS
from bilingual.checks.turns import CHANGES
from bilingual.figures import changes, words_en, words_ja
from bilingual.model.document import Language
from bilingual.model.figure import Direction

RISES = (changes.RISE_EN, changes.RAISE_EN)
FALLS = (changes.FALL_EN, changes.LOWER_EN)
ROWS = [
    (direction, row.split())
    for direction, tables in ((Direction.UP, RISES), (Direction.DOWN, FALLS))
    for table in tables
    for row in table.strip().splitlines()
]
WORDS = [(Language.EN, way, form) for way, row in ROWS for form in row if form != "-"] + [
    (Language.JA, way, f"{word}した")
    for way, words in ((Direction.UP, changes.RISE_JA), (Direction.DOWN, changes.FALL_JA))
    for word in words
]


@pytest.mark.parametrize(("way", "row"), ROWS)
def test_a_row_has_all_forms(way: Direction, row: list[str]) -> None:
    """A row holds five forms of one verb, at least one of them in use."""
    assert len(row) == len(changes.FORMS)
    assert set(row) != {"-"}


@pytest.mark.parametrize(("language", "way", "word"), WORDS)
def test_a_verb_goes_one_way_wherever_it_is_asked(language: Language, way: Direction, word: str) -> None:
    """Beside a figure, in a sentence without one, and where words of change are counted, a verb says the same."""
    beside = words_en.DIRECTIONS if language is Language.EN else words_ja.DIRECTIONS
    found = {
        direction
        for spelling, direction in beside
        if re.search(rf"(?<![A-Za-z])(?:{spelling})(?![a-z])", word)
    }
    assert way in found
    assert {direction for direction, verb in VERBS[language] if verb.search(word)} == {way}
    match = CHANGES[language].search(word)
    assert match is not None
    assert bool(match["up"]) is (way is Direction.UP)


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (["rose", "rise", "rises"], "rises", "rises"),
        (["値上", "値上げ"], "値上げした", "値上げ"),
        (["cut"], "cuts", "cut"),
        (["lag", "lagged"], "lagged", "lagged"),
    ],
)
def test_the_longest_word_that_fits_is_found(words: list[str], text: str, expected: str) -> None:
    """A pattern of several words matches the longest of them, whatever their order."""
    for order in (words, words[::-1]):
        match = re.match(changes.one_of(order), text)
        assert match is not None
        assert match[0] == expected
