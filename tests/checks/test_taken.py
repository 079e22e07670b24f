"""Places that are spoken for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bilingual.checks.taken import Taken
from bilingual.model.document import Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(1, 9))


@given(st.lists(SPANS), SPANS)
def test_a_span_is_held_where_one_of_the_others_overlaps_it(spans: list[Span], asked: Span) -> None:
    """Whatever their order, and whether or not they overlap each other."""
    assert Taken(spans).hold(asked) is any(span.overlaps(asked) for span in spans)
