"""Time or time zone differs.

Compares: moments, after both are put into the same time zone; and two clock times that stand side by side for one moment,
each with its zone.

Why it matters: readers abroad dial in an hour late.

Flagged:
    説明会は11月14日23:00(日本時間)に開催します。
    The briefing will be held on November 14 at 10:00am (EST).

Left alone:
    説明会は11月14日23:00(日本時間)に開催します。
    The briefing will be held on November 14 at 9:00am (EST).

Limits: a Japanese time without a zone is Japan Standard Time. Two times of one version that are an hour apart ask for a
look in winter only: daylight-saving time is often left out of the name of a zone.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of date and time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bilingual.checks.building import members, sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make, report
from bilingual.figures.moments import minutes_between
from bilingual.figures.zones import ZONE_RE, may_be_one, named_zones
from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.figure import Aspect, Figure, Kind
from bilingual.model.report import Finding, Severity

SAME_MOMENT_RE = re.compile(r"[\s)]*(?:[/=(,、~;]|or\b|\bi\.e\.|又は|または|すなわち)?[\s(]*")
"""Between two clock times that tell one moment: 23:00 (JST) / 9:00am (EST)."""
HOUR = 60


def claims(item: Disagreement) -> bool:
    """Claim other moments."""
    return item.aspect is Aspect.TIME


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the time differs")
    yield from _other_zones(exam)
    for side in exam.sides:
        for reading in side.readings:
            times = [figure for figure in reading.figures if figure.kind is Kind.TIME]
            for one, other in pairwise(times):
                told = SAME_MOMENT_RE.fullmatch(side.document.text, one.span.end, other.span.start)
                zoned = [bool(ZONE_RE.search(time.printed)) for time in (one, other)]
                if told and any(zoned) and (all(zoned) or "~" not in told[0]):
                    yield from _two_clocks(side, one, other)


def _other_zones(exam: Examination) -> Iterator[Finding]:
    """Yield a finding where two given segments name zones that exclude each other beside days: 7月3日(米国時間), July 3 (JST)."""
    if not exam.one_segment:
        return
    mine, theirs = (side.readings[0].segment.text for side in exam.sides)
    if "時" not in mine or not (ja := named_zones(mine)) or not (en := named_zones(theirs)):
        return
    if all(any(figure.kind is Kind.TIME for figure in side.readings[0].figures) for side in exam.sides):
        return  # one moment on two clocks
    if any(both.differences for pair in exam.pairs for both in pair.figures):
        return
    if not any(may_be_one(one, other) for one in ja for other in en):
        found = [ZONE_RE.search(text) for text in (mine, theirs)]
        places = [
            spot(side, side.readings[0].segment.content.span(*match.span()))
            for side, match in zip(exam.sides, found, strict=True)
            if match is not None
        ]
        phrase = f"the time zone differs, {places[0].text} in Japanese, {places[1].text} in English"
        yield make(CHECK, Severity.WARNING, sentence("", phrase), *places)


def _two_clocks(side: Side, one: Figure, other: Figure) -> Iterator[Finding]:
    """Yield a finding where two times with their zones, side by side, are not the same moment."""
    apart = minutes_between(one, other)
    if not apart or (apart == HOUR and not _in_winter(one, other)):
        return
    severity = Severity.WARNING if apart == HOUR else Severity.ERROR
    phrase = f"{one.printed} and {other.printed} are not the same moment: {apart} minutes apart"
    places = [spot(side, figure.span) for figure in (one, other)]
    ja, en = (places[0], None) if side.language is Language.JA else (None, places[0])
    yield make(CHECK, severity, sentence("", phrase), ja, en, evidence=members(places[1:], places[:1]))


def _in_winter(*times: Figure) -> bool:
    """Whether a time names a day on which no clock north of the equator is put forward (8 November to the end of February)."""
    days = [time.local_date for time in times if time.local_date is not None]
    return any((day.month, day.day) >= (11, 8) or day.month <= 2 for day in days)


CHECK = Check("DAT002", "time differs", Severity.ERROR, run, claims)
