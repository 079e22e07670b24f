"""Every word of the tables of numbers is found: the patterns pass over what does not begin as one of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bilingual.figures import find_figures
from bilingual.figures.english import WORDS
from bilingual.figures.numerals import ENGLISH
from bilingual.figures.plain_numbers import ORDINALS, plain_numbers
from bilingual.model.document import Language
from bilingual.model.figure import FiscalCalendar
from bilingual.text.normalize import map_text

MULTIPLES = {
    "doubled": "2", "tripled": "3", "quadrupled": "4", "halved": "0.5", "twice": "2",
    "half as many as": "0.5", "half as much again as": "1.5", "half of": "0.5", "a majority of": "0.5", "the majority of": "0.5", "majority of": "0.5",
    "four out of ten": "0.4", "nine in ten": "0.9",
}  # fmt: skip


def values(text: str) -> list[Decimal | None]:
    """The values of the figures of an English text."""
    return [figure.value for figure in find_figures(map_text(text), Language.EN, FiscalCalendar())[0]]


@pytest.mark.parametrize("word", sorted(ENGLISH.keys() - {"one"}))  # which stands for a or for a thing
def test_cardinals(word):
    """A cardinal before what it counts is a figure, within a sentence and at its beginning."""
    for text in (f"We opened {word} stores.", f"{word.capitalize()} stores were opened."):
        assert values(text) == [ENGLISH[word]]


@pytest.mark.parametrize("words", sorted(MULTIPLES))
def test_multiples(words):
    """Words for a multiple or a part have its value."""
    assert values(f"Sales {words} the amount") == [Decimal(MULTIPLES[words])]


def test_every_multiple_is_asked_for():
    """The words above hold every value of the table."""
    assert {value for _, value, *_ in WORDS} <= {
        *MULTIPLES.values(),
        *(f"0.{tenth}" for tenth in range(2, 10)),
    }


@pytest.mark.parametrize("word", sorted({*ENGLISH, *ORDINALS}))
def test_plain_numbers(word):
    """Cardinals and ordinals are numbers in either case."""
    expected = [ORDINALS.get(word, ENGLISH.get(word))]
    for text in (f"ranked {word} there", f"Ranked {word.upper()} there"):
        assert [number.value for number in plain_numbers(text, Language.EN)] == expected
