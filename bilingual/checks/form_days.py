"""Days that forms name before they state them: the meeting of shareholders, the start of dividend payments, the filing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from bilingual.checks.building import figure_spot, sentence, words_before
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.figure import Figure, Kind
from bilingual.model.report import Finding, Severity

SEGMENTS = 40
"""Segments from the first of a version among which its form stands."""
_NAMED_RE = {Language.JA: re.compile(r"日$"), Language.EN: re.compile(r"\bdate\b", re.IGNORECASE)}
"""What the name of a day says."""
_GAP_RE = re.compile(r"\s?[:=]?\s?")


def form_days(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield days that one concept names in both versions, once in each, and that are not the same."""
    told = exam.differing_spans()
    ja, en = (_named(exam, side) for side in exam.sides)
    for concept in ja:
        mine, theirs = ja[concept], en.get(concept)
        if (
            theirs is None
            or mine.local_date == theirs.local_date
            or not told.isdisjoint((mine.span, theirs.span))
        ):
            continue
        phrase = f"the date differs, {mine.printed} in Japanese, {theirs.printed} in English"
        places = [
            figure_spot(side, day, words_before(side, day.span))
            for side, day in zip(exam.sides, (mine, theirs), strict=True)
        ]
        yield make(check, Severity.ERROR, sentence("", phrase), *places)


def _named(exam: Examination, side: Side) -> Mapping[str, Figure]:
    """Days by the concept that names them right before, of those that name one day only."""
    language = side.language
    found: dict[str, list[Figure]] = defaultdict(list)
    for reading in side.readings[:SEGMENTS]:
        days = [f for f in reading.figures if f.kind is Kind.DATE and f.local_date is not None]
        if not days:
            continue
        content = reading.segment.content
        for term in exam.matcher.find(content.text, language):
            if not _NAMED_RE[language].search(content.text[term.start : term.end]):
                continue
            for day in days:
                at = content.index(day.span.start)
                if term.end <= at and _GAP_RE.fullmatch(content.text, term.end, at):
                    for concept in term.concepts:
                        found[concept].append(day)
    return {concept: days[0] for concept, days in found.items() if len(days) == 1}
