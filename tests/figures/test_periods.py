"""Periods found in text and read in header cells."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.figures.fiscal import month_end, part_span, year_end
from bilingual.figures.periods import appositions, find_periods, plausible, read_period, resolve
from bilingual.model.document import Language
from bilingual.model.figure import Basis, FiscalCalendar, Part, Period, Relative

CASES = Path(__file__).parents[1] / "cases"
DEFAULT = FiscalCalendar()
MARCH = FiscalCalendar(learned=True)
DECEMBER = FiscalCalendar(12, learned=True)
CURRENT = Period("2Q01", date(2001, 7, 1), date(2001, 9, 30), year=2001, basis=Basis.START, part=Part.Q2)


def cases(language: Language) -> list[tuple[Language, str, list[dict[str, object]]]]:
    """Cases of one language."""
    rows = json.loads((CASES / f"periods_{language.value}.json").read_text(encoding="utf-8"))
    return [(language, row["text"], row["periods"]) for row in rows]


def described(text: str, language: Language) -> list[dict[str, object]]:
    """What is found in a text, in the form of the case files."""
    found: list[dict[str, object]] = []
    for mention in find_periods(text, language, DEFAULT):
        period = mention.period
        entry: dict[str, object] = {"printed": text[mention.start : mention.end]}
        entry |= {"part": period.part.value} if period.part else {}
        entry |= {"relative": period.relative.value} if period.relative else {}
        entry |= {"year": period.year} if period.year else {}
        entry |= {"start": str(period.start)} if period.start else {}
        entry |= {"end": str(period.end)} if period.end else {}
        flags = ("instant", "cumulative", "open_part")
        entry |= {flag: True for flag in flags if getattr(period, flag)}
        entry |= {"problem": mention.problem} if mention.problem else {}
        found.append(entry)
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [*cases(Language.JA), *cases(Language.EN)],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_find(language: Language, text: str, expected: list[dict[str, object]]) -> None:
    """A text names exactly these periods."""
    assert described(text, language) == expected


HEADERS = [
    ("2Q01", Language.JA, None, date(2001, 7, 1), date(2001, 9, 30)),
    ("2001年9月期", Language.JA, None, None, date(2001, 9, 30)),
    ("2002年3月期通期", Language.JA, None, date(2001, 4, 1), date(2002, 3, 31)),
    ("2025年3月期", Language.JA, None, None, date(2025, 3, 31)),
    ("前連結会計年度(2024年3月31日)", Language.JA, None, None, date(2024, 3, 31)),
    ("前連結会計年度 (自 2023年4月1日 至 2024年3月31日)", Language.JA, None, date(2023, 4, 1), date(2024, 3, 31)),
    ("前第3四半期連結累計期間(自2023年4月1日 至2023年12月31日)", Language.JA, None, date(2023, 4, 1), date(2023, 12, 31)),
    ("令和7年3月31日", Language.JA, None, None, date(2025, 3, 31)),
    ("FY2024", Language.EN, None, date(2024, 4, 1), date(2025, 3, 31)),
    ("Sept 30, 2001", Language.EN, None, None, date(2001, 9, 30)),
    ("Sept 30, 2001", Language.EN, True, None, date(2001, 9, 30)),
    ("March 31, 2025", Language.EN, None, None, date(2025, 3, 31)),
    ("As of March 31, 2025", Language.EN, None, None, date(2025, 3, 31)),
    ("Three months ended Sept 30, 2003", Language.EN, None, date(2003, 7, 1), date(2003, 9, 30)),
    ("Previous fiscal year (As of March 31, 2024)", Language.EN, None, None, date(2024, 3, 31)),
    ("Nine months ended December 31, 2024 (April 1, 2024 - December 31, 2024)", Language.EN, None, date(2024, 4, 1), date(2024, 12, 31)),
    ("2025/3", Language.JA, None, None, date(2025, 3, 31)),
    ("2024/12", Language.EN, None, None, date(2024, 12, 31)),
    ("25/3", Language.JA, None, None, date(2025, 3, 31)),
    ("Mar-25", Language.EN, None, None, date(2025, 3, 31)),
    ("Mar. '25", Language.EN, None, None, date(2025, 3, 31)),
    ("2025/3月期", Language.JA, None, None, date(2025, 3, 31)),
    ("2025.3末", Language.JA, None, None, date(2025, 3, 31)),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "language", "instant", "start", "end"), HEADERS)
def test_header(
    cell: str, language: Language, instant: bool | None, start: date | None, end: date | None
) -> None:
    """A header cell names one period."""
    period = read_period(cell, language, DEFAULT, instant=instant)
    assert period is not None
    assert (period.start, period.end) == (start, end)
    if instant:
        assert period.instant


@pytest.mark.parametrize(
    "cell", ["", "Total", "売上高", "1,234", "%", "12.3", "増減", "2,001", "(注)1", "2025/2", "13/14"]
)
def test_header_without_period(cell: str) -> None:
    """A cell that names no period reads as none, in both languages."""
    assert read_period(cell, Language.JA, DEFAULT) is None
    assert read_period(cell, Language.EN, DEFAULT) is None


def test_relative_header() -> None:
    """A cumulative header without a date keeps its part and its distance."""
    period = read_period("当第3四半期連結累計期間", Language.JA, DEFAULT)
    assert period is not None
    assert (period.relative, period.part, period.cumulative) == (Relative.CURRENT, Part.M9, True)


def test_quarter_labels() -> None:
    """Where the issuer names quarters by their last month, the label covers three months."""
    calendar = replace(MARCH, quarter_labels=True)
    period = read_period("2001年9月期", Language.JA, calendar)
    assert period is not None
    assert (period.start, period.part, period.open_part) == (date(2001, 7, 1), Part.Q2, False)


@pytest.mark.parametrize(
    ("relative", "start", "end"),
    [
        (Relative.CURRENT, date(2001, 7, 1), date(2001, 9, 30)),
        (Relative.YEAR_AGO, date(2000, 7, 1), date(2000, 9, 30)),
        (Relative.PREVIOUS, date(2001, 4, 1), date(2001, 6, 30)),
        (Relative.PREVIOUS_QUARTER, date(2001, 4, 1), date(2001, 6, 30)),
        (Relative.PREVIOUS_YEAR, date(2000, 4, 1), date(2001, 3, 31)),
        (Relative.NEXT, date(2001, 10, 1), date(2001, 12, 31)),
        (Relative.PLAN, None, None),
    ],
)
def test_resolve_relative(relative: Relative, start: date | None, end: date | None) -> None:
    """A relative period is placed from the period that the document reports."""
    calendar = replace(MARCH, current=CURRENT)
    period = resolve(Period("", relative=relative), calendar)
    assert (period.start, period.end) == (start, end)
    assert resolve(Period("", relative=relative), MARCH).end is None


APPOSITIONS = [
    ("第2四半期(7-9月)の売上", Language.JA, MARCH, 0),
    ("第3四半期(4-12月)の売上", Language.JA, MARCH, 0),
    ("2001年度第4四半期(1-3月)", Language.JA, MARCH, 0),
    ("第2四半期(1-9月)", Language.JA, MARCH, 1),
    ("第2四半期(7-4月)", Language.JA, MARCH, 1),
    ("第2四半期(4-6月)", Language.JA, DECEMBER, 0),
    ("第2四半期(7-9月)", Language.JA, DECEMBER, 1),
    ("2024年度(2024年4月1日~2025年3月31日)", Language.JA, MARCH, 0),
    ("2024年度(2025年4月1日~2026年3月31日)", Language.JA, MARCH, 1),
    ("the second quarter ended September 30, 2001", Language.EN, MARCH, 0),
    ("the second quarter ended March 31, 2001", Language.EN, MARCH, 1),
    ("the second quarter ended June 30, 2001", Language.EN, DECEMBER, 0),
    ("2nd quarter 2002 ended September 30, 2002", Language.EN, MARCH, 0),
    ("2nd quarter 2002 ended September 30, 2004", Language.EN, MARCH, 1),
    ('the fiscal year ending March 31, 2004 ("fiscal 2003")', Language.EN, MARCH, 0),
    ('the fiscal year ending March 31, 2004 ("fiscal 2005")', Language.EN, MARCH, 1),
    ("FY2003 (the fiscal year ending March 31, 2004)", Language.EN, MARCH, 0),
    ("in 2Q01 from 1Q01", Language.EN, MARCH, 0),
    ("revenue of the first quarter, the fiscal year ended March 31, 2004", Language.EN, MARCH, 0),
]


@pytest.mark.parametrize(("text", "language", "calendar", "count"), APPOSITIONS)
def test_appositions(text: str, language: Language, calendar: FiscalCalendar, count: int) -> None:
    """Neighbours that explain one another are reported where they contradict each other."""
    mentions = find_periods(text, language, calendar)
    assert len(appositions(text, mentions, language, calendar)) == count


def test_plausible() -> None:
    """A period far from the document is implausible; an undated one is not."""
    calendar = FiscalCalendar(release=date(2001, 11, 14))
    assert plausible(Period(), calendar)
    assert plausible(Period(year=2006), calendar)
    assert not plausible(Period(year=2051), calendar)
    assert not plausible(Period(end=date(1911, 3, 31)), calendar)


years = st.integers(1990, 2040)
parts = st.sampled_from([Part.Q1, Part.Q2, Part.Q3, Part.Q4])


@given(years, parts, st.sampled_from([3, 6, 9, 12, 2]))
def test_quarter_round_trip(year: int, part: Part, month: int) -> None:
    """A quarter written in any style reads as the same days."""
    calendar = FiscalCalendar(month, learned=True)
    expected = part_span(part, year_end(year, Basis.START, month))
    number = part.value[1]
    ordinal = ("first", "second", "third", "fourth")[int(number) - 1]
    styles = [
        (f"{year}年度第{number}四半期", Language.JA),
        (f"{year} 年度 第 {number} 四半期", Language.JA),
        (f"{number}Q{year % 100:02d}", Language.EN),
        (f"{number}Q FY{year}", Language.JA),
        (f"Q{number} FY{year}", Language.EN),
        (f"the {ordinal} quarter of fiscal {year}", Language.EN),
        (f"the {ordinal} quarter of FY{year}", Language.EN),
    ]
    for text, language in styles:
        [mention] = find_periods(text, language, calendar)
        assert (mention.period.start, mention.period.end) == expected, text
        assert mention.period.part is part


@given(years, st.integers(1, 12))
def test_year_round_trip(year: int, month: int) -> None:
    """A fiscal year named by its end reads as the twelve months before it, whatever the calendar."""
    last = month_end(year, month)
    words = f"{last:%B} {last.day}, {last.year}"
    [english] = find_periods(f"the fiscal year ended {words}", Language.EN, DEFAULT)
    [japanese] = find_periods(f"{year}年{month}月期通期", Language.JA, DEFAULT)
    assert (english.period.start, english.period.end) == (japanese.period.start, japanese.period.end)
    assert english.period.end == last


ALPHABET = "0123456789年月日期度第四半上下前当通末自至~-/()., QFYHSeptMarch令和元thefiscalquarterendedof\n\t"


@given(st.text(alphabet=st.one_of(st.sampled_from(ALPHABET), st.characters()), max_size=80))
def test_any_text(text: str) -> None:
    """Any text reads without an error, and mentions neither overlap nor leave the text."""
    for language in Language:
        at = 0
        mentions = find_periods(text, language, MARCH)
        for mention in mentions:
            assert at <= mention.start < mention.end <= len(text)
            at = mention.end
        appositions(text, mentions, language, MARCH)
        read_period(text, language, MARCH, instant=True)


@pytest.mark.parametrize(
    ("unit", "language"),
    [
        ("2001年度第2四半期、", Language.JA),
        ("2001年", Language.JA),
        ("1234567890 ", Language.JA),
        ("(7-9", Language.JA),
        ("September 30, 2001, ", Language.EN),
        ("three months ended Sept 30, 2001, Sept 30, 2000 and ", Language.EN),
        ("the the the fiscal fiscal year ", Language.EN),
        ("           ", Language.EN),
    ],
)
def test_long_lines(unit: str, language: Language) -> None:
    """A line of 100,000 characters is read, and every period lies inside it."""
    text = unit * (100_000 // len(unit))
    for mention in find_periods(text, language, MARCH):
        assert 0 <= mention.start < mention.end <= len(text)


def test_first_three_quarters() -> None:
    """The first three quarters are the nine months from the start of the year."""
    [mention] = find_periods("the first three quarters of fiscal 2024", Language.EN, MARCH)
    assert mention.period.part is Part.M9


@pytest.mark.xfail(reason="a month end without a year names no period", strict=True)
def test_month_end_without_year() -> None:
    """The end of a month without a year is a point in time."""
    [mention] = find_periods("9月末の契約数", Language.JA, MARCH)
    assert mention.period.instant
