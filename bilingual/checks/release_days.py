"""The day of release of the two versions, where no figure of either is its counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bilingual.align.evidence import digit_likeness
from bilingual.checks.building import figure_spot, sentence, words_before
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import Side
from bilingual.model.figure import Figure, Kind
from bilingual.model.report import Finding, Severity

SEGMENTS = 24
"""Segments from the first of a version among which its day of release stands."""
_DATELINE_RE = re.compile(r"\s?(?:[-–—]{1,2}|/)\s?")
"""Behind the day that opens a release: Tokyo, May 8, 2003 - ..."""


def release_days(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield days of release that are a slip apart: one digit of the year, the month or the day.

    A translation may come out days later, and says so with a day of its own.
    """
    ja, en = (_first(side) for side in exam.sides)
    if ja is None or en is None or not _slip(ja.local_date, en.local_date):
        return
    told = exam.differing_spans()
    if told.isdisjoint((ja.span, en.span)):
        phrase = f"the release is of {ja.printed} in Japanese, of {en.printed} in English"
        places = (
            figure_spot(side, day, words_before(side, day.span))
            for side, day in zip(exam.sides, (ja, en), strict=True)
        )
        yield make(check, Severity.WARNING, sentence("", phrase), *places)


def _first(side: Side) -> Figure | None:
    """The first whole day that fills its line or opens a release."""
    document = side.document
    for reading in side.readings[:SEGMENTS]:
        for figure in reading.figures:
            if figure.kind is not Kind.DATE or figure.local_date is None:
                continue
            start, end = figure.span.start, figure.span.end
            line = document.line_text(document.line_number(start)).strip()
            if len(line) <= end - start or _DATELINE_RE.match(document.text, end):
                return figure
    return None


def _slip(one: date | None, other: date | None) -> bool:
    if one is None or other is None:
        return False
    pairs = [(one.year, other.year), (one.month, other.month), (one.day, other.day)]
    apart = [(f"{mine:02}", f"{theirs:02}") for mine, theirs in pairs if mine != theirs]
    return len(apart) == 1 and abs((one - other).days) > 1 and bool(digit_likeness(*apart[0]))
