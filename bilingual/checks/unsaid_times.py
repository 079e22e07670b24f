"""Rates, rhythms and times that one of two given segments tells and of which the other says nothing: 1TEU当たり, per day; 隔週, monthly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.contrasts.answers import answers
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity

TOPIC = "times"


@cache
def _answered(language: Language) -> list[re.Pattern[str]]:
    """What answers each row of a language on the other side."""
    rows = answers(TOPIC, language)
    if language is Language.EN:
        return [re.compile(row.answered) for row in rows]
    return [re.compile(rf"(?:(?<![A-Za-z])|(?=/))(?i:{row.answered})") for row in rows]


@cache
def _said(language: Language) -> re.Pattern[str]:
    """All rates and rhythms of a language, a group for each row."""
    rows = answers(TOPIC, language)
    if language is Language.JA:
        return re.compile("|".join(f"({row.said})" for row in rows))
    # every row begins with one of these letters
    begins = r"(?=[pabcdefhimqstwyPABCDEFHIMQSTWY])\b"
    return re.compile(begins + "(?:" + "|".join(f"({row.said}(?!-))" for row in rows) + ")", re.IGNORECASE)


def unsaid_times(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first rate or rhythm of either language of which the other says nothing."""
    if not exam.by_itself:
        return
    for side, other in (exam.sides, exam.sides[::-1]):
        answered = _answered(side.language)
        theirs = other.readings[0].segment.text
        for match in _said(side.language).finditer(side.readings[0].segment.text):
            if match.lastindex and not answered[match.lastindex - 1].search(theirs):
                place = spot(side, side.readings[0].segment.content.span(*match.span()))
                named = "Japanese" if side.language is Language.JA else "English"
                phrase = f"only the {named} version has {place.text}"
                both = (place, None) if side.language is Language.JA else (None, place)
                yield make(check, Severity.WARNING, sentence("", phrase), *both)
                return
