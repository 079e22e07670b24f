"""Pairs of Japanese and English period words: what differs and what does not."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bilingual.figures.periods import compare_periods, find_periods, read_period
from bilingual.model.document import Language
from bilingual.model.figure import Basis, FiscalCalendar, Part, Period

CASES = json.loads((Path(__file__).parents[1] / "cases" / "period_pairs.json").read_text(encoding="utf-8"))

QUARTER = Period(
    "2001年度第2四半期", date(2001, 7, 1), date(2001, 9, 30), year=2001, basis=Basis.START, part=Part.Q2
)
YEAR = Period("2025年3月期", date(2024, 4, 1), date(2025, 3, 31), year=2025, basis=Basis.END, part=Part.YEAR)
CALENDARS = {
    "default": FiscalCalendar(),
    "march": FiscalCalendar(learned=True),
    "december": FiscalCalendar(12, learned=True),
    "end": FiscalCalendar(basis=Basis.END, learned=True),
    "quarterly": FiscalCalendar(quarter_labels=True, learned=True, current=QUARTER),
    "annual": FiscalCalendar(basis=Basis.END, learned=True, current=YEAR),
}


def only(text: str, language: Language, calendar: FiscalCalendar) -> Period:
    """The one period that a text names."""
    if text == "計画":
        text = "計画比"
    mentions = find_periods(text, language, calendar)
    if not mentions:
        period = read_period(text, language, calendar)
        assert period is not None, text
        return period
    assert len(mentions) == 1, [mention.period.printed for mention in mentions]
    return mentions[0].period


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['ja']} {case['en']} {case['calendar']}")
def test_pairs(case: dict[str, object]) -> None:
    """Two periods differ exactly where they cannot denote the same time."""
    calendar = CALENDARS[str(case["calendar"])]
    ja = only(str(case["ja"]), Language.JA, calendar)
    en = only(str(case["en"]), Language.EN, calendar)
    found = [item.aspect.value for item in compare_periods(ja, en, calendar, calendar) if item.serious]
    assert found == case["differs"], (ja, en)


@pytest.mark.parametrize("calendar", CALENDARS.values(), ids=CALENDARS)
def test_unknown_never_differs(calendar: FiscalCalendar) -> None:
    """A period of which nothing is known differs from none."""
    for words in ("2001年度第2四半期", "前年同期", "2001年9月30日現在", "第3四半期累計期間"):
        known = only(words, Language.JA, calendar)
        assert compare_periods(known, Period(), calendar, calendar) == ()
        assert compare_periods(Period(), known, calendar, calendar) == ()


@pytest.mark.parametrize(
    ("ja", "en"), [("前期", "year over year"), ("前期末", "year over year")], ids=["step", "end"]
)
def test_base_without_calendar_is_worth_knowing_only(ja: str, en: str) -> None:
    """Without a known current period the previous term may be the year before."""
    calendar = FiscalCalendar()
    one, other = only(ja, Language.JA, calendar), only(en, Language.EN, calendar)
    assert [item.serious for item in compare_periods(one, other, calendar, calendar)] == [0]
