"""Segments of translation tools: tags and placeholders are left out, and every character leads back to its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.text.codes import map_segment
from bilingual.text.normalize import map_text

CASES = [
    ("<b>売上高</b>は{1}５％増", "売上高は5%増"),
    ('<ph id="1"/>Margin<ph id="2"/>: 8.3%', "Margin: 8.3%"),
    ("<1>Sales</1><2>123</2><3>(45)</3>", "Sales 123 (45)"),
    ("12<br/>34", "12 34"),
    ("Cash&nbsp;&nbsp;12&nbsp;34", "Cash  12 34"),
    ("R&amp;D &#43;78", "R&D +78"),
    ("[1]年[/1]から3区分", "年から3区分"),
    ("{\\b Total} 12", "Total  12"),
]
KEPT = ["<IFRS> 2025", "[1] 概要", "売上高 < 100 > 50", "5%$", "{}", "A & B"]


@pytest.mark.parametrize(("text", "shown"), CASES)
def test_codes_are_no_text(text, shown):
    """A code shows nothing, a blank between cells, or the character that it stands for."""
    assert map_segment(text).text == shown


@pytest.mark.parametrize("text", KEPT)
def test_what_only_looks_like_a_code_stays(text):
    """Headings in angle brackets, list marks, comparisons and lone signs are text."""
    assert map_segment(text).text == map_text(text).text


@given(
    st.lists(
        st.sampled_from(
            ["売上高", "12", "<b>", "</b>", "<1>", "</1>", "{2}", "&nbsp;", "&#43;", "<br/>", "５"]
        )
    )
)
def test_the_way_back_rises(parts):
    """Characters of the result stand in the segment in the same order, and the way back leads to them."""
    text = "".join(parts)
    content = map_segment(text, 7)
    places = [content.offset(at) for at in range(len(content.text))]
    assert places == sorted(places)
    assert all(7 <= place < 7 + len(text) for place in places)
    assert all(content.index(place) <= at for at, place in enumerate(places))
