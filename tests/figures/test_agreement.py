"""Two figures that stand for the same fact: agreement, and the respects in which they differ."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.figures import find_figures, read_cell
from bilingual.figures.agreement import differences
from bilingual.model.document import Language, Span
from bilingual.model.figure import Aspect, Figure, FiscalCalendar, Kind
from bilingual.text.normalize import map_text

CASES = json.loads((Path(__file__).parents[1] / "cases" / "agreement.json").read_text(encoding="utf-8"))
CALENDAR = FiscalCalendar()


def only(text: str, language: Language) -> Figure:
    """The single figure of a text."""
    (figure,), _ = find_figures(map_text(text), language, CALENDAR)
    return figure


def compare(ja: Figure, en: Figure, *, cell: bool = False) -> list[list[object]]:
    """Aspects and their weight."""
    found = differences(ja, en, CALENDAR, CALENDAR, cell=cell)
    return [[difference.aspect.value, difference.serious] for difference in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['ja']} / {case['en']}")
def test_prose(case):
    """Two phrases agree, or differ in exactly these respects."""
    assert compare(only(case["ja"], Language.JA), only(case["en"], Language.EN)) == case["differ"]


CELLS = (
    ("1,234", "1,234", []),
    ("△1,234", "(1,234)", []),
    ("12.3%", "12.3", []),
    ("-", "-", []),
    ("1,234", "1,235", [["value", 2]]),
    ("1,234", "(1,234)", [["sign", 2]]),
    ("1,234", "12,340", [["scale", 2]]),
    ("17.5%", "15.7%", [["percent", 2]]),
    ("-", "0", [["kind of zero", 1]]),
    ("△0", "0", [["kind of zero", 1]]),
    ("△0", "(0)", []),
    ("-", "n/a", [["kind of zero", 1]]),
    ("-", "1,234", [["value", 2]]),
    ("10,000 - 10,500", "10,000 to 10,500", []),
    ("10,000 - 10,500", "10,000 to 15,500", [["range", 2]]),
    ("10.1", "10", [["value", 2]]),
)


@pytest.mark.parametrize(("ja", "en", "differ"), CELLS)
def test_cells_have_to_be_equal(ja, en, differ):
    """No precision and no approximation excuses a cell."""
    left, right = read_cell(map_text(ja), Language.JA), read_cell(map_text(en), Language.EN)
    assert left is not None
    assert right is not None
    assert compare(left, right, cell=True) == differ


def figure(value: Decimal, step: Decimal, language: Language = Language.JA) -> Figure:
    """An amount of yen."""
    return Figure(language, Kind.AMOUNT, str(value), Span(0, 1), value=value, step=step, unit="JPY")


AMOUNTS = st.integers(1, 10**9)
STEPS = st.sampled_from([Decimal(1), Decimal(1000), Decimal(10**6), Decimal(10**8)])


@given(AMOUNTS, STEPS)
def test_a_figure_agrees_with_itself(number, step):
    """The same value at the same step never differs."""
    one = figure(number * step, step)
    assert compare(one, replace(one, language=Language.EN)) == []


@given(AMOUNTS, AMOUNTS, STEPS)
def test_same_step_means_same_digits(first, second, step):
    """At one precision only equal digits agree, and the order of the sides does not matter."""
    one, other = figure(first * step, step), figure(second * step, step, Language.EN)
    assert bool(compare(one, other)) is (first != second)
    assert compare(one, other) == compare(other, one)


@given(AMOUNTS, st.sampled_from([Decimal(10**3), Decimal(10**6)]))
def test_rounding_agrees(number, step):
    """A value printed in a coarser unit, cut off or rounded half up, agrees with the exact one."""
    exact = figure(Decimal(number), Decimal(1))
    for coarse in (Decimal(number) // step * step, (Decimal(number) + step / 2) // step * step):
        if coarse:
            assert compare(exact, figure(coarse, step, Language.EN)) == []


def test_one_difference_for_one_slip():
    """A minus against a rise is a matter of direction, not of sign and direction."""
    found = differences(
        only("前年同期比▲12.3%", Language.JA), only("an increase of 12.3%", Language.EN), CALENDAR, CALENDAR
    )
    assert [difference.aspect for difference in found] == [Aspect.DIRECTION]


@pytest.mark.parametrize(
    ("ja", "en", "agree"),
    [
        ("55,770,978千円", "JPY 55,770 million", True),
        ("55,770,978千円", "JPY 55,771 million", True),
        ("55,770,978千円", "JPY 55,772 million", False),
        ("55,770,178千円", "JPY 55,771 million", False),
        ("55,770百万円", "JPY 55.7 billion", False),
    ],
)
def test_cells_in_thousands_and_in_millions(ja, en, agree):
    """A table in millions may stand for one in thousands: the amounts are cut down or rounded, nothing else."""
    left, right = read_cell(map_text(ja), Language.JA), read_cell(map_text(en), Language.EN)
    assert (compare(left, right, cell=True) == []) is agree


@pytest.mark.parametrize(
    ("ja", "en", "agree"),
    [("1,198.4", "11.98", True), ("1,198.6", "11.98", False), ("1,198.4", "11.89", False)],
)
def test_counts_of_other_scales_are_rounded(ja, en, agree):
    """A column of units may count in 万件 in one version and in millions in the other, which rounds."""
    left = read_cell(map_text(ja), Language.JA, "items", 4)
    right = read_cell(map_text(en), Language.EN, "items", 6)
    assert (compare(left, right, cell=True) == []) is agree
