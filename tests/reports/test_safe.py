"""Text of documents is harmless wherever it is shown."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.reports.md import escape
from bilingual.reports.safe import UNSAFE_RE, clean, json_text, one_line
from bilingual.reports.stages import HARMLESS_RE

MARKUP = [
    ("US$5 million and US$6 million", "US&#36;5 million and US&#36;6 million"),
    ("a | b", "a &#124; b"),
    ("<img src=x>", "&#60;img src=x&#62;"),
    ("see http://a.example", "see http&#58;//a.example"),
    ("see HTTPS://a.example", "see HTTPS&#58;//a.example"),
    ("www.a.example", "www&#46;a.example"),
    ("ir@a.example #12 @team", "ir&#64;a.example &#35;12 &#64;team"),
    ("*1 _x_ `y` ~z~", "&#42;1 &#95;x&#95; &#96;y&#96; &#126;z&#126;"),
    ("[click](javascript:alert)", "&#91;click&#93;(javascript:alert)"),
    ("△1,234 (12.5%), 9:00am - 95億円", "△1,234 (12.5%), 9:00am - 95億円"),
]
FIELDS = [
    ("-1,234", True), ("+5.0%", True), ("-", True), ("-51.4%", True), ("+", True),
    ("-1+2", False), ("=1", False), ("-1|cmd", False), ("@A1", False), ("-A1", False), ("+1e5", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), MARKUP)
def test_markdown_shows_text_as_it_is(text, shown):
    """Markup, mathematics, mentions and links stay text; plain figures stay readable in the source."""
    assert escape(text) == shown


@pytest.mark.parametrize(("text", "harmless"), FIELDS)
def test_only_numbers_keep_their_sign_in_a_spreadsheet(text, harmless):
    """Numbers, percentages and dashes are no formulas; anything else that begins like one is quoted."""
    assert bool(HARMLESS_RE.fullmatch(text)) is harmless


@given(st.text(alphabet=st.characters(codec=None)))
def test_nothing_steers_a_terminal(text):
    """No control, direction override or lone surrogate survives, and one line stays one line."""
    assert not UNSAFE_RE.search(clean(text))
    assert "\n" not in one_line(text)
    one_line(text).encode("utf-8")


@given(st.text(alphabet=st.characters(codec=None)))
def test_json_loses_nothing(text):
    """What could steer a terminal is escaped in JSON, so that the value comes back whole."""
    written = json_text([text])

    assert json.loads(written) == [text]
    assert not UNSAFE_RE.search(written)
