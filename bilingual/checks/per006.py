"""Header of last time is left standing.

Compares: nothing; looks in each version alone for periods that are called ending although they were over on the
day of release, and for headings that name a quarter like the one reported, but of a year to come.

Why it matters: the header of an old release was copied, and with it perhaps more than the header.

Flagged:
    2002年3月期 決算短信 (2002年5月22日)
    Results for the fiscal year ending March 31, 2002 (released on May 22, 2002)

Left alone:
    2003年3月期の業績予想
    Forecast for the fiscal year ending March 31, 2003 (released on May 22, 2002)

Limits: needs the day of release. Japanese has no word that tells ended from ending. Headings of forecasts name
years to come and are left alone.

Authority: Tokyo Stock Exchange, form of the earnings report: ended for results, ending for forecasts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import period_spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import one_of_many
from bilingual.figures.periods import read_period
from bilingual.model.alignment import Side
from bilingual.model.report import Finding, Severity, Spot
from bilingual.model.segment import SegmentKind

FORECAST_RE = re.compile(
    r"予想|見通し|見込|計画|目標|予定|方針|forecast|outlook|expect|target|guidance|plan|project|estimate|will\b|to be",
    re.IGNORECASE,
)
HEADINGS = (SegmentKind.HEADING, SegmentKind.CAPTION)
_REVISED_RE = re.compile(r"\b(?:forecasts?|outlook|guidance)\b", re.IGNORECASE)
ENDING_RE = re.compile(r"\bending\b", re.IGNORECASE)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding for all periods of the English version that are called ending and were over."""
    side = exam.en
    if side.calendar.release is None:
        return
    message = (
        f"A period is called ending, but it was over when the release came out ({side.calendar.release})."
    )
    yield from one_of_many(CHECK, Severity.WARNING, side, _ending(side), message)


def _ending(side: Side) -> Iterator[Spot]:
    release = side.calendar.release
    for reading in side.readings:
        for mention in reading.periods:
            words = reading.segment.text[mention.start : mention.end]
            ending = ENDING_RE.search(words)
            # Forecasts of a year that is over stay forecasts of a year ending until its results come out.
            if ending is None or _REVISED_RE.search(reading.segment.text):
                continue
            # The second quarter of the year ending in March may be over: what ends is named behind the word.
            named = read_period(words[ending.end() :], side.language, side.calendar)
            if named is not None and named.end is not None and release is not None and named.end < release:
                yield period_spot(
                    side, reading.segment.content.span(mention.start, mention.end), mention.period
                )


CHECK = Check("PER006", "stale header", Severity.WARNING, run)
