"""English rates per length of time of which a given Japanese segment says nothing: 1TEU当たり, per day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.report import Finding, Severity

_RATE_RE = re.compile(
    r"\bper (?:(?P<day>day)|(?P<week>week)|(?P<month>month)|(?P<quarter>quarter)|(?P<hour>hour)|(?P<minute>minute))\b(?!-)",
    re.IGNORECASE,
)
_SAID_RES = {
    "day": re.compile(r"日|[BbPp]/?[Dd](?![a-z])"),
    "week": re.compile("週"),
    "month": re.compile("月"),
    "quarter": re.compile("期|Q"),
    "hour": re.compile("時|/[Hh]|Wh"),
    "minute": re.compile("分|rpm"),
}
"""By unit of an English rate: what Japanese writes whenever it says it."""


def unsaid_rates(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first English rate per day, week, month, quarter, hour or minute of which Japanese says nothing."""
    if not exam.comparison.segments_only or any(len(side.readings) != 1 for side in exam.sides):
        return
    for match in _RATE_RE.finditer(exam.en.readings[0].segment.text):
        if not _SAID_RES[str(match.lastgroup)].search(exam.ja.readings[0].segment.text):
            place = spot(exam.en, exam.en.readings[0].segment.content.span(*match.span()))
            phrase = f"only the English version has {place.text}"
            yield make(check, Severity.WARNING, sentence("", phrase), None, place)
            return
