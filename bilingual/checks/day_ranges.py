"""Ranges of days within a month that given segments name: 2月1日~28日, February 1-28."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.figures.written_dates import MONTH, MONTH_NUMBERS
from bilingual.model.report import Finding, Severity

_JAPANESE_RE = re.compile(
    r"(?<!\d)(?P<month>\d{1,2})月(?P<first>\d{1,2})日?(?:\(.\))? ?(?:[~-]|から) ?(?:(?:(?:20\d\d年)?(?P<last_month>\d{1,2})月)?(?P<last>\d{1,2})日)"
)
_ENGLISH_RE = re.compile(
    rf"\b(?P<month>{MONTH}) (?P<first>\d{{1,2}}) ?(?:-| to | through | until ) ?(?P<last>\d{{1,2}})(?![\d:.%]|,\d{{3}}| [A-Z]| ?[ap]\.?m)"
)


def other_days(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the only range of days of two given segments where they differ."""
    if not exam.one_segment:
        return
    ja, en = (side.readings[0].segment for side in exam.sides)
    theirs = list(_ENGLISH_RE.finditer(en.text))
    mine = list(_JAPANESE_RE.finditer(ja.text)) if len(theirs) == 1 else []
    if len(mine) != 1:
        return
    [one], [other] = mine, theirs
    month, last_month = int(one["month"]), int(one["last_month"] or one["month"])
    named = MONTH_NUMBERS[other["month"][:3].lower()]
    days = (int(one["first"]), int(one["last"])), (int(other["first"]), int(other["last"]))
    if month == last_month and ((month, days[0]) != (named, days[1])):
        ja_place, en_place = (
            spot(side, side.readings[0].segment.content.span(*match.span()))
            for side, match in ((exam.ja, one), (exam.en, other))
        )
        phrase = f"the days differ, {ja_place.text} in Japanese, {en_place.text} in English"
        yield make(check, Severity.ERROR, sentence("", phrase), ja_place, en_place)
