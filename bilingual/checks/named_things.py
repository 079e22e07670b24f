"""Things that an English segment counts and of which a given Japanese one has no word at all: 機材は12機, 12 crews."""

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

TOPIC = "things"
_NUMBER = r"(?:\d|\b(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion))"
_OWN = r"(?:of|in|to|and|or|for|by|at|with|from|on|than|as|per|a|an|the|percent|yen|shares|tons|across|among|times|days|weeks|months|years|hours|countries|stores|companies|people|employees)\b"
"""What no word between a number and its noun is."""


@cache
def _counted() -> re.Pattern[str]:
    """A number and the things that it counts, a group for each row."""
    things = "|".join(f"({row.said})" for row in answers(TOPIC, Language.EN))
    return re.compile(rf"{_NUMBER} (?:(?!{_OWN})[a-z-]+ )?(?:{things})\b(?!['’-])")


@cache
def _answered() -> list[re.Pattern[str]]:
    """What Japanese writes, one of it, wherever it counts the things of each row."""
    return [re.compile(row.answered) for row in answers(TOPIC, Language.EN)]


def unnamed_things(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first things that English counts and that no word of Japanese could mean."""
    if not exam.by_itself:
        return
    ja, content = exam.ja.readings[0].segment.text, exam.en.readings[0].segment.content
    for match in _counted().finditer(content.text):
        if match.lastindex and not _answered()[match.lastindex - 1].search(ja):
            place = spot(exam.en, content.span(*match.span(match.lastindex)))
            phrase = f"Japanese has no word for {place.text}, which English counts"
            yield make(check, Severity.WARNING, sentence("", phrase), None, place)
            return
