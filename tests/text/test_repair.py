"""Repairs change how a line is read, never where it leads."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bilingual.text.normalize import map_text
from bilingual.text.repair import Edit, apply_edits

TEXT = st.text(alphabet="aあ1 <i>/", min_size=1, max_size=30)


@given(
    TEXT, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.text("xy", max_size=6)), max_size=4)
)
def test_edited_lines_lead_back(text, wanted):
    """After edits every kept character still points at itself, and a replacement at what it replaces."""
    content = map_text(text, 100)
    edits, at = [], 0
    for first, second, replacement in sorted(wanted):
        start, end = max(at, min(first, second)), min(max(first, second), len(content.text))
        if start < end:
            edits.append(Edit(0, start, end, replacement))
            at = end
    edited = apply_edits(content, edits)

    expected = content.text
    for edit in reversed(edits):
        expected = expected[: edit.start] + edit.text + expected[edit.end :]
    assert edited.text == expected
    for index, character in enumerate(edited.text):
        offset = edited.offset(index) - 100
        assert 0 <= offset < len(text)
        if character not in "xy":
            assert text[offset] == character
