"""Where values are stated: very many places of like size give the same counterparts, only sooner."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bilingual.align import mentions
from bilingual.align.elsewhere import plainly_apart
from bilingual.align.mentions import Mention, ValueIndex
from bilingual.model.document import Language, Span
from bilingual.model.figure import Bound, Figure, Kind

UNITS = (("JPY", Kind.AMOUNT, "1000000"), ("JPY", Kind.AMOUNT, "1000"), ("%", Kind.PERCENT, "0.1"))


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Figures of like sizes in some units, a few of them approximate or limits."""
    unit, kind, step = draw(st.sampled_from(UNITS))
    value = Decimal(step) * draw(st.integers(-30, 30))
    bound = draw(st.sampled_from((None, None, None, Bound.MORE)))
    at = draw(st.integers(0, 500))
    approximate = draw(st.booleans())
    return Figure(
        Language.EN,
        kind,
        str(value),
        Span(at, at + 3),
        value,
        Decimal(step),
        unit,
        bound=bound,
        approximate=approximate,
    )


def mention(figure: Figure) -> Mention:
    """A figure without anything around it."""
    return Mention(figure, frozenset(), frozenset(), 0, 0)


@given(st.lists(figures(), max_size=40), figures())
def test_many_places_are_searched_by_unit_and_precision(listed: list[Figure], wanted: Figure) -> None:
    """What is left out of many places prints other digits of one unit and precision; the order stays."""
    index = ValueIndex(map(mention, listed))
    before, mentions.MANY = mentions.MANY, 10_000
    try:
        everything = index.near(wanted)
        mentions.MANY = 0
        fewer = index.near(wanted)
    finally:
        mentions.MANY = before
    assert [id(one) for one in fewer] == [
        id(one) for one in everything if not plainly_apart(wanted, one.figure)
    ]
