"""Titles of results, and quarters called the current one, that name another period than the one a document reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from bilingual.checks.building import spot, spots
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.per006 import FORECAST_RE, HEADINGS
from bilingual.figures.fiscal import add_months, is_month_end
from bilingual.figures.periods import resolve
from bilingual.model.alignment import SegmentReading, Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Part, PeriodMention, Relative
from bilingual.model.report import Blame, Finding, Severity, Spot
from bilingual.text.normalize import fold

ENOUGH = 3
"""Titles and tables that name the period which a document reports."""
LONGEST = 120
AWAY = (3, 6, 9, 12)
"""Months that the period of a copied title is away."""
_NUMBERS = {Part.Q1: 1, Part.Q2: 2, Part.H1: 2, Part.Q3: 3, Part.M9: 3}
"""The quarter with which a part of the year ends."""
_RESULTS_RES = {
    Language.JA: re.compile(r"決算|業績|概[要況]|実績|経営成績"),
    Language.EN: re.compile(
        r"\b(?:results|business review|financial (?:report|summary|statements)|summary|highlights)\b",
        re.IGNORECASE,
    ),
}


_TITLE_RE = re.compile(r"[^。、]{4,30}?決算(?:短信|説明資料|補足(?:説明)?資料|概要|の概要)[^。、]{0,20}$")


class _Title(NamedTuple):
    """A title and the last day of the period that it names."""

    side: Side
    span: Span
    end: date


def differing_titles(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the one title of results that names another period than everything else says is reported."""
    titles = [title for side in exam.sides for title in _titles(side)]
    if not titles:
        return
    told = _told(exam)
    votes: Counter[date] = Counter(title.end for title in titles)
    votes.update(_of_tables(exam))
    reported, times = votes.most_common(1)[0]
    odd = [title for title in titles if title.end != reported]
    if len(odd) != 1 or times < ENOUGH:
        return
    title = odd[0]
    if is_month_end(title.end) and all(
        add_months(title.end, back) != reported for months in AWAY for back in (months, -months)
    ):
        return
    place = spot(title.side, title.span)
    if (place.language, place.line) in told or _said_by_both(exam, title):
        return
    message = f"The title names {place.text}; all other titles and tables are of the period to {reported}."
    yield make(check, Severity.WARNING, message, *_sided(place), blame=Blame(title.side.language.value))


def _said_by_both(exam: Examination, title: _Title) -> bool:
    """Whether the other version names the same time where it speaks of results, so that the title is meant."""
    for side in exam.sides:
        if side.language is title.side.language:
            continue
        for reading in side.readings:
            if reading.periods and _RESULTS_RES[side.language].search(reading.segment.text):
                for mention in reading.periods:
                    if (
                        mention.period.relative is None
                        and resolve(mention.period, side.calendar).end == title.end
                    ):
                        return True
    return False


def other_quarters(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the quarters that are called the current one (当第1四半期) in a document on another quarter."""
    if exam.comparison.segments_only:
        return
    told = _told(exam)
    votes = Counter(_of_tables(exam))
    for side in exam.sides:
        current = side.calendar.current
        if current is None or current.end is None or current.part not in _NUMBERS:
            continue
        number = _NUMBERS[current.part]
        mentions = [
            (reading, mention, _NUMBERS[mention.period.part])
            for reading in side.readings
            for mention in reading.periods
            if mention.period.relative is Relative.CURRENT and mention.period.part in _NUMBERS
        ]
        odd = [(reading, mention) for reading, mention, named in mentions if named != number]
        if not odd or max(len(mentions) - len(odd), votes[current.end]) < ENOUGH * len(odd):
            continue
        for reading, mention in odd:
            place = spot(side, reading.segment.content.span(mention.start, mention.end))
            if (place.language, place.line) not in told:
                message = (
                    f"{place.text} is called the current period; the document reports {current.printed}."
                )
                yield make(check, Severity.WARNING, message, *_sided(place), blame=Blame(side.language.value))


def _sided(place: Spot) -> tuple[Spot | None, Spot | None]:
    return (place, None) if place.language is Language.JA else (None, place)


def _told(exam: Examination) -> frozenset[tuple[Language, int]]:
    """The lines of which another comparison tells that their times differ."""
    return frozenset(
        (place.language, place.line)
        for code, cases in exam.cases.items()
        if code.startswith(("PER", "DAT"))
        for case in cases
        if case.severity is not Severity.INFO
        for place in spots(exam.ja, exam.en, case.first)
    )


def _titles(side: Side) -> Iterator[_Title]:
    """The headings that say whose results follow and name one period, on the same line or on the one below."""
    above = None
    for reading in side.readings:
        text = reading.segment.text
        begun, above = above, reading if not reading.periods and reading.segment.kind in HEADINGS else None
        if not reading.periods or not (
            _RESULTS_RES[side.language].search(text) or (begun and _goes_on(side.language, begun, reading))
        ):
            continue
        if reading.segment.kind not in HEADINGS or len(text) > LONGEST:
            yield from _first_line(side, reading)
        elif not FORECAST_RE.search(text) and not _is_head(reading):
            yield from _of_one_end(side, reading, reading.periods)


_HEAD_RE = re.compile(
    r"[(:\s]*(?:reference|参考|前回|前期)?[():\s]*(?:通期|年間|full.year|actual)?\s*(?:実績|results?)[)\s]*[\d,.%\s△()+-]*",
    re.IGNORECASE,
)
"""What a head of actual figures says beside its period, the figures of its row behind it."""


def _is_head(reading: SegmentReading) -> bool:
    """Whether a period is the head of a row or column, with nothing but the word for what came true beside it: 2024年度(実績) 14.00."""
    text = reading.segment.text
    for mention in reversed(reading.periods):
        text = text[: mention.start] + text[mention.end :]
    return _HEAD_RE.fullmatch(text) is not None


def _goes_on(language: Language, above: SegmentReading, reading: SegmentReading) -> bool:
    """Whether a heading is the second line of a title: Financial Results / for the Three Months Ended June 30, 2026."""
    return (
        reading.segment.text.startswith("for the ")
        and reading.segment.kind in HEADINGS
        and _RESULTS_RES[language].search(above.segment.text) is not None
    )


def _first_line(side: Side, reading: SegmentReading) -> Iterator[_Title]:
    """The title with which a block of lines begins that were read as one: 2026年12月期 第3四半期決算短信 above the name of the company."""
    mention, content = reading.periods[0], reading.segment.content
    if mention.start > 0 or side.language is not Language.JA:
        return
    line = side.document.line_number(content.span(mention.start, mention.end).start)
    end = side.document.line_span(line).end
    within = [each for each in reading.periods if content.span(each.start, each.end).end <= end]
    if _TITLE_RE.match(fold(side.document.line_text(line)).strip()):
        yield from _of_one_end(side, reading, within)


def _of_one_end(side: Side, reading: SegmentReading, mentions: Sequence[PeriodMention]) -> Iterator[_Title]:
    """The title that some times make, all of which end on one day."""
    ends = {
        resolve(mention.period, side.calendar).end if mention.period.relative is None else None
        for mention in mentions
    }
    end = next(iter(ends), None)
    if end is not None and len(ends) == 1:
        yield _Title(side, reading.segment.content.span(mentions[0].start, mentions[0].end), end)


def _of_tables(exam: Examination) -> Iterator[date]:
    """The last days of what tables are for: the latest of their columns."""
    for side in exam.sides:
        for table in side.tables:
            ends = [column.period.end for column in table.columns if column.period and column.period.end]
            if ends:
                yield max(ends)
