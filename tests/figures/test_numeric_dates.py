"""Days in figures are spelled for the patterns of periods, and every mention comes back to what is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.figures.numeric_dates import spelled
from bilingual.figures.periods import find_periods
from bilingual.model.document import Language
from bilingual.model.figure import FiscalCalendar

DAYS = st.dates().map(lambda day: f"20{day.year % 100:02}/{day.month}/{day.day}")
DAYS |= st.dates().map(lambda day: f"20{day.year % 100:02}-{day.month:02}-{day.day:02}")
WORDS = st.sampled_from(
    ["自 ", " 至 ", "～", " from ", " to ", "ended ", "、", "売上 1,234.5", "(", ")", "期間 "]
)


@pytest.mark.parametrize(
    "text",
    [
        "2024/4/1",
        "電話 2024-04-013",
        "第3-Apr号",
        "比率 1.2.3",
        "2024/13/1 至 2024/14/1",
        "142.73円(2024/9/30)",
        "自 平成6年",
    ],
)
def test_what_ends_no_period_is_left_alone(text):
    """A lone day, a version, days that no month has: nothing is spelled."""
    assert spelled(text, Language.JA) is None


@given(st.lists(st.one_of(DAYS, WORDS), max_size=8).map("".join), st.sampled_from(list(Language)))
def test_mentions_stand_where_they_are_printed(text, language):
    """Spelling days moves no mention: what it names as printed stands at its place."""
    for mention in find_periods(text, language, FiscalCalendar()):
        assert 0 <= mention.start < mention.end <= len(text)
        if spelled(text, language) is not None:
            assert mention.period.printed == text[mention.start : mention.end]


@given(st.lists(st.one_of(DAYS, WORDS), max_size=8).map("".join))
def test_every_offset_of_the_spelled_text_comes_back(text):
    """Outside the days the two texts are the same, character by character."""
    words = spelled(text, Language.JA)
    if words is None:
        return
    for at, char in enumerate(words.text):
        place = words.offset(at, end=False)
        assert 0 <= place <= len(text)
        if char in "自至～、売上":
            assert text[place] == char
