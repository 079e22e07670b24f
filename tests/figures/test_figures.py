"""Quantities in running text: found, read, and nothing else."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation import describe

from bilingual.figures import find_figures
from bilingual.model.document import Language
from bilingual.model.figure import FiscalCalendar, Kind, UnitNote
from bilingual.text.normalize import join_texts, map_text

CASES = Path(__file__).parents[1] / "cases"
JAPANESE = json.loads((CASES / "figures_ja.json").read_text(encoding="utf-8"))
ENGLISH = json.loads((CASES / "figures_en.json").read_text(encoding="utf-8"))
CALENDAR = FiscalCalendar()


def read(text: str, language: Language) -> list[str]:
    """Every figure of a text in the notation of the cases."""
    return [describe(figure) for figure in find_figures(map_text(text), language, CALENDAR)[0]]


@pytest.mark.parametrize("case", JAPANESE, ids=lambda case: case["text"])
def test_japanese(case):
    """A Japanese text holds exactly these figures."""
    assert read(case["text"], Language.JA) == case["figures"]


@pytest.mark.parametrize("case", ENGLISH, ids=lambda case: case["text"])
def test_english(case):
    """An English text holds exactly these figures."""
    assert read(case["text"], Language.EN) == case["figures"]


def test_spans_point_into_the_document():
    """Markup and line ends inside a sentence do not move the place of a figure."""
    document = "売上高は<b>1,234</b>百万円、\n前年同期比17.5%増"
    first, second = document.split("\n")
    content = join_texts([map_text(first), map_text(second, len(first) + 1)])
    figures, mentions = find_figures(content, Language.JA, CALENDAR)
    assert [document[f.span.start : f.span.end] for f in figures] == ["1,234</b>百万円", "17.5%"]
    assert [mention.period.printed for mention in mentions] == ["前年同期"]


def test_figures_come_in_order():
    """Dates, times and quantities stand in the order of the text."""
    text = "2001年11月14日 23:00に、売上高95億円を発表した。"
    kinds = [figure.kind for figure in find_figures(map_text(text), Language.JA, CALENDAR)[0]]
    assert kinds == [Kind.TIME, Kind.AMOUNT]


def test_a_period_is_no_figure():
    """The digits of periods and of the dates inside them are read once."""
    text = "for the second quarter ended September 30, 2001, 2Q01 and FY2001"
    figures, mentions = find_figures(map_text(text), Language.EN, CALENDAR)
    assert not figures
    assert len(mentions) == 3


def test_a_cell_alone():
    """A segment that is nothing but a number is read like a cell, with the unit that holds there."""
    figures, _ = find_figures(map_text("(1,234)"), Language.EN, CALENDAR, UnitNote("JPY", 6))
    assert figures[0].value == -1234000000


def japanese_compound(value: int) -> str:
    """Print yen with 兆, 億 and 万."""
    parts = []
    for scale, word in ((12, "兆"), (8, "億"), (4, "万"), (0, "")):
        part, value = divmod(value, 10**scale)
        if part:
            parts.append(f"{part:,}{word}")
    return "".join(parts) + "円"


@given(st.integers(min_value=1, max_value=10**15))
def test_japanese_round_trip(value):
    """Every whole number of yen is read as what it was printed from."""
    figures, _ = find_figures(map_text(f"売上高は{japanese_compound(value)}です。"), Language.JA, CALENDAR)
    assert [figure.value for figure in figures] == [value]


SCALES = st.sampled_from([("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)])
SIGNS = st.sampled_from([("", 1), ("-", -1), ("(-) ", -1), ("negative ", -1)])
CURRENCIES = st.sampled_from(["JPY ", "JPY", "¥", "US$", "$", "€"])


@given(st.integers(1, 10**7), st.integers(0, 3), SCALES, SIGNS, CURRENCIES)
def test_english_round_trip(number, places, scale, sign, currency):
    """Every amount of money is read as what it was printed from, with the step that it shows."""
    value = Decimal(number).scaleb(-places)
    text = f"The result was {sign[0]}{currency}{value:,} {scale[0]}."
    (figure,), _ = find_figures(map_text(text), Language.EN, CALENDAR)
    assert figure.value == value.scaleb(scale[1]) * sign[1]
    assert figure.step == Decimal(1).scaleb(scale[1] - places)


@given(st.text(alphabet="0123456789,.()-△▲%$¥ 億万千百円社Qm年月(増減約", max_size=40))
def test_nothing_breaks_the_reader(text):
    """Any string is read, and every figure stands where it says."""
    content = map_text(text)
    for language in Language:
        for figure in find_figures(content, language, CALENDAR)[0]:
            assert 0 <= figure.span.start < figure.span.end <= len(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.JA, "売上高は1,234百万円(前年同期比17.5%増)、"),
        (Language.EN, "revenues were JPY 1,234 million, up 17.5% from 2Q00, "),
        (Language.EN, "(((((((((("),
        (Language.JA, "1,1,1,1,1,"),
        (Language.EN, "one two three a b c "),
    ],
)
def test_long_texts(language, text):
    """A text of 120,000 characters is read, and every figure lies inside it."""
    content = map_text(text * (120_000 // len(text)))
    for figure in find_figures(content, language, CALENDAR)[0]:
        assert 0 <= figure.span.start < figure.span.end <= len(content.text)
