"""Times as lines print them: what is found, what can be the same, what is one slip away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.align.time_words import compatible, find_time_words, slip
from bilingual.model.document import Language
from bilingual.model.figure import FiscalCalendar

CALENDAR = FiscalCalendar(year_end_month=3, learned=True)


def words(text, language):
    """The times of a line."""
    return list(find_time_words(text, language, 1, 0, CALENDAR))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("2025年3月期第3四半期", Language.JA, ["2025年3月期第3四半期", "第3四半期"]),
        ("（2024年４月１日～2024年12月31日）", Language.JA, ["2024年4月1日", "2024年12月31日"]),
        ("9か月累計", Language.JA, ["9か月"]),
        ("nine months ended December 31, 2024", Language.EN, ["nine months", "December 31, 2024"]),
        ("Three months ended December 31", Language.EN, ["Three months ended Dec", "December 31"]),
        ("売上高 1,234 5,678", Language.JA, []),
    ],
)
def test_found(text, language, expected):
    """Days, closing months and parts of the year are found, amounts are not."""
    assert [word.printed for word in words(text, language)] == expected


SAME = [
    ("2025年3月期第3四半期", "December 31, 2024"),
    ("2025年3月期", "fiscal year ended March 31, 2025"),
    ("第2四半期", "six months"),
    ("中間期", "second quarter"),
    ("第3四半期連結会計期間", "Three months ended December"),
    ("下期", "second half"),
    ("2025年8月7日午前8時45分", "8:45 a.m. on August 7, 2025"),
    ("2025年8月7日午前8時45分", "5:45 p.m. on August 6, 2025"),
    ("2024年12月期第3四半期", "third quarter of the fiscal year ended December 31, 2024"),
]


@pytest.mark.parametrize(("ja", "en"), SAME)
def test_same_time(ja, en):
    """A time in both languages can be the same, and is no slip of itself."""
    one, other = words(ja, Language.JA)[0], words(en, Language.EN)[-1]

    assert compatible(one, other)
    assert not slip(one, other)


SLIPS = [
    ("2025年3月期第2四半期", "December 31, 2024"),
    ("2024年3月31日", "March 31, 2025"),
    ("2024年12月13日", "December 31, 2024"),
    ("第3四半期", "six months"),
    ("2024年度", "FY2025"),
]


@pytest.mark.parametrize(("ja", "en"), SLIPS)
def test_slips(ja, en):
    """One number that is another makes two times of one."""
    one, other = words(ja, Language.JA)[0], words(en, Language.EN)[0]

    assert not compatible(one, other)
    assert slip(one, other)


@pytest.mark.parametrize(
    ("ja", "en"), [("2024年4月1日", "March 31, 2025"), ("第3四半期", "FY2024"), ("2024年度", "FY2001")]
)
def test_other_times(ja, en):
    """Times that have little in common are no slip of each other."""
    one, other = words(ja, Language.JA)[0], words(en, Language.EN)[0]

    assert not compatible(one, other)
    assert not slip(one, other)


@given(st.text(alphabet="第123456四半期中間年月日期度FYQ 20-~()MarchDecember31,nine months", max_size=60))
def test_spans_hold_the_words(text):
    """What is found lies in the line, in order, and is its text."""
    for language in Language:
        found = words(text, language)
        for word in found:
            assert 0 <= word.span.start < word.span.end <= len(text)
        assert [word.span for word in found] == sorted(word.span for word in found)
