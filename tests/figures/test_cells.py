"""Cells of tables and the unit notes over them."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation import describe

from bilingual.figures import read_cell, read_unit_note
from bilingual.model.document import Language
from bilingual.model.figure import Kind, Period
from bilingual.text.normalize import map_text

CASES = Path(__file__).parents[1] / "cases"
CELLS = json.loads((CASES / "cells.json").read_text(encoding="utf-8"))
NOTES = json.loads((CASES / "unit_notes.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CELLS, ids=lambda case: f"{case['text']} {case.get('unit', '')}")
def test_cell(case):
    """A cell reads as this figure, or as words."""
    figure = read_cell(
        map_text(case["text"]), Language(case["language"]), case.get("unit", ""), case.get("scale", 0)
    )
    assert (describe(figure) if figure else None) == case["figure"]


@pytest.mark.parametrize("case", NOTES, ids=lambda case: case["text"])
def test_unit_note(case):
    """A caption or header tells these units, first the one that holds for the table; prose tells none."""
    note = read_unit_note(case["text"], Language(case["language"]))
    assert ([[note.unit, note.scale], *map(list, note.others)] if note else None) == case["units"]
    assert bool(note and note.except_per_share) is case.get("except_per_share", False)


def test_column_and_period():
    """A cell takes unit, scale and period of its column and says that the unit is not its own."""
    period = Period("2Q01")
    figure = read_cell(map_text("  1,234 "), Language.EN, "JPY", 3, period)
    assert figure is not None
    assert (figure.value, figure.step, figure.unit, figure.scale) == (1234000, 1000, "JPY", 3)
    assert figure.inherited_unit
    assert figure.period is period
    assert (figure.span.start, figure.span.end) == (2, 7)


def test_damaged_digits_are_doubtful():
    """Points in place of thousands commas are read, with less confidence."""
    figure = read_cell(map_text("1.033.029"), Language.JA)
    assert figure is not None
    assert figure.value == 1033029
    assert figure.confidence < 100


NEGATIVES = st.sampled_from(["({})", "△{}", "▲{}", "-{}", "(-){}", "−{}", "△ {}"])


@given(st.integers(1, 10**12), st.integers(0, 3), NEGATIVES)
def test_negative_round_trip(number, places, pattern):
    """Every way to print a minus gives the same value."""
    value = Decimal(number).scaleb(-places)
    figure = read_cell(map_text(pattern.format(f"{value:,}")), Language.JA)
    assert figure is not None
    assert figure.value == -value
    assert figure.step == Decimal(1).scaleb(-places)


@given(st.text(max_size=30))
def test_any_cell_is_read(text):
    """Any string is a figure, nil, not applicable or words."""
    for language in Language:
        figure = read_cell(map_text(text), language, "JPY", 6)
        assert figure is None or figure.kind in Kind
        read_unit_note(text, language)
