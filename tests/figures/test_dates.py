"""Dates and times: found, placed in time, compared."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.figures.dates import DateMention, find_dates
from bilingual.figures.eras import full_year, small_number
from bilingual.figures.moments import compare_moments
from bilingual.figures.zones import us_daylight
from bilingual.model.document import Language, Span
from bilingual.model.figure import Figure, Kind

CASES = json.loads((Path(__file__).parents[1] / "cases" / "dates.json").read_text(encoding="utf-8"))
RELEASE = date(2001, 11, 14)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_find(case: dict[str, object]) -> None:
    """A text names exactly these dates and times."""
    text = str(case["text"])
    found: list[dict[str, object]] = []
    for mention in find_dates(text, Language(str(case["language"])), RELEASE):
        printed = text[mention.start : mention.end]
        entry: dict[str, object] = {"printed": printed, "kind": mention.kind.value, "moment": mention.moment}
        entry |= {"local_date": str(mention.local_date)} if mention.local_date else {}
        entry |= {"weekday": mention.weekday} if mention.weekday is not None else {}
        entry |= {"problem": mention.problem} if mention.problem else {}
        found.append(entry)
    assert found == case["dates"]


def test_without_release() -> None:
    """A day without a year keeps its month and day where no release places it."""
    assert [mention.moment for mention in find_dates("11月14日", Language.JA)] == ["--11-14"]


@given(st.dates(date(1960, 1, 1), date(2069, 12, 31)))
def test_round_trip(day: date) -> None:
    """A day written in any style reads as the same day."""
    styles = [
        (f"{day.year}年{day.month}月{day.day}日", Language.JA),
        (f"{day.year} 年 {day.month} 月 {day.day} 日", Language.JA),
        (f"{day.year}/{day.month}/{day.day}", Language.JA),
        (f"{day.year}.{day.month}.{day.day}", Language.JA),
        (f"{day:%B} {day.day}, {day.year}", Language.EN),
        (f"{day:%b} {day.day}, {day.year}", Language.EN),
        (f"{day:%b}. {day.day}, {day.year}", Language.EN),
        (f"{day.day} {day:%B} {day.year}", Language.EN),
        (f"{day:%A}, {day:%B} {day.day}, {day.year}", Language.EN),
        (day.isoformat(), Language.EN),
    ]
    if day.year > 2019:
        styles.append((f"令和{day.year - 2018}年{day.month}月{day.day}日", Language.JA))
    for text, language in styles:
        assert [mention.moment for mention in find_dates(text, language)] == [day.isoformat()], text


@given(st.integers(0, 23), st.integers(0, 59), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_same_moment(hour: int, minute: int, day: date) -> None:
    """A time in Tokyo reads the same from Japanese and from English words."""
    [ja] = find_dates(f"{day.year}年{day.month}月{day.day}日 {hour}:{minute:02d}", Language.JA)
    half = "p.m." if hour >= 12 else "a.m."
    words = f"{day:%B} {day.day}, {day.year} at {hour % 12 or 12}:{minute:02d} {half} JST"
    [en] = find_dates(words, Language.EN)
    assert ja.moment == en.moment != ""


ALPHABET = "0123456789年月日時分()/:.,- JSTESTamMarchMay令和元火"


@given(st.text(alphabet=st.one_of(st.sampled_from(ALPHABET), st.characters()), max_size=60))
def test_any_text(text: str) -> None:
    """Any text reads without an error, and mentions stay inside it."""
    for language in Language:
        for mention in find_dates(text, language, RELEASE):
            assert 0 <= mention.start < mention.end <= len(text)
            assert bool(mention.moment) != bool(mention.problem)


@pytest.mark.parametrize(
    ("unit", "language"),
    [("2001年11月14日 23:00、", Language.JA), ("1234/", Language.JA), ("1:2", Language.JA), ("September 30 at 9:00 ", Language.EN), ("in 2001 and ", Language.EN), ("12 May ", Language.EN)],
)  # fmt: skip
def test_long_lines(unit: str, language: Language) -> None:
    """A line of 100,000 characters is read, and every date lies inside it."""
    text = unit * (100_000 // len(unit))
    for mention in find_dates(text, language, RELEASE):
        assert 0 <= mention.start < mention.end <= len(text)


def figure(text: str, language: Language) -> Figure:
    """The figure of the one date that a text names."""
    [mention] = find_dates(text, language, RELEASE)
    return as_figure(mention, text, language)


def as_figure(mention: DateMention, text: str, language: Language) -> Figure:
    """A date mention as a figure."""
    span = Span(mention.start, mention.end)
    moment, local = mention.moment, mention.local_date
    return Figure(language, mention.kind, text, span, moment=moment, local_date=local)


PAIRS = [
    ("2001年9月28日", "Sept 28, 2001", []),
    ("2001/9/28", "September 28, 2001", []),
    ("2001年9月28日", "on 2001.09.28", []),
    ("2001年9月28日", "on 2001.09.29", [("date", 2)]),
    ("2001年9月28日", "September 29, 2001", [("date", 2)]),
    ("2001年11月14日", "November 13, 2001", [("date", 1)]),
    ("2001年11月13日", "November 14, 2001", [("date", 2)]),
    ("2003年9月16日", "September 17, 2003", [("date", 2)]),
    ("2001年8月", "August 2001", []),
    ("2001年8月", "August 15, 2001", []),
    ("2001年8月", "July 2001", [("date", 2)]),
    ("2001年8月", "August 2002", [("date", 2)]),
    ("2006年", "in 2006", []),
    ("2006年", "in 2005", [("date", 2)]),
    ("平成13年9月28日", "September 28, 2001", []),
    ("11月14日", "November 14, 2001", []),
    ("11月14日", "on November 15", [("date", 2)]),
    ("2001年11月14日 23:00", "November 14 at 9:00am (EST)", []),
    ("2002年5月22日 22:00", "May 22, 2002 at 9:00am (EDT)", []),
    ("2002年5月22日 22:00", "May 22, 2002 at 9:00am (EST)", [("time", 2)]),
    ("2001年11月14日 23:00", "November 14 at 10:00am (EST)", [("time", 2)]),
    ("2001年11月14日 23:00", "November 15 at 9:00am (EST)", [("date", 2)]),
    ("2001年11月14日 8:00", "November 13, 2001, 6:00 p.m. EST", []),
    ("2001年11月14日 23:00", "November 14, 2001", []),
    ("2001年11月14日 23:00", "November 16, 2001", [("date", 2)]),
    ("15時30分", "3:30 p.m.", []),
    ("15時30分", "3:30 p.m. (JST)", []),
    ("15時30分", "3:30 p.m. GMT", [("time", 2)]),
    ("15時30分", "2:30 p.m.", [("time", 2)]),
    ("23:00", "9:00 a.m.", [("time", 1)]),
]


@pytest.mark.parametrize(("ja", "en", "expected"), PAIRS)
def test_pairs(ja: str, en: str, expected: list[tuple[str, int]]) -> None:
    """Two dates differ where they cannot be the same day or moment at the coarser precision."""
    found = compare_moments(figure(ja, Language.JA), figure(en, Language.EN))
    assert [(item.aspect.value, item.serious) for item in found] == expected


def test_nothing_known() -> None:
    """A figure without a moment differs from none."""
    known = figure("2001年9月28日", Language.JA)
    empty = Figure(Language.EN, Kind.DATE, "", Span(0, 0))
    assert compare_moments(known, empty) == ()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2001, 11, 14), False),
        (date(2001, 8, 15), True),
        (date(2006, 4, 1), False),
        (date(2006, 4, 2), True),
        (date(2007, 3, 11), True),
        (date(2024, 11, 3), False),
    ],
)
def test_daylight(day: date, expected: bool) -> None:
    """Daylight-saving time in the United States follows the rules of its year."""
    assert us_daylight(day) is expected


@pytest.mark.parametrize(
    ("words", "number"),
    [("十", 10), ("十一", 11), ("三十一", 31), ("二〇〇一", 2001), ("元", 1), ("百", None)],
)
def test_kanji_numbers(words: str, number: int | None) -> None:
    """Numbers of dates read from kanji, with tens or digit by digit."""
    assert small_number(words) == number


@pytest.mark.parametrize(
    ("words", "era", "year"),
    [("13", "平成", 2001), ("元", "令和", 2019), ("7", "R", 2025), ("32", "平成", 2020), ("64", "昭和", 1989), ("0", "令和", None)],
)  # fmt: skip
def test_era_years(words: str, era: str, year: int | None) -> None:
    """Years of eras count from their first year, and on beyond their end."""
    assert full_year(words, era) == year
