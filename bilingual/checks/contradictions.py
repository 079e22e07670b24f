"""Changes that contradict themselves: the word says one way, the two amounts go the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from bilingual.checks.building import figure_spot, one_line, sentence, words_before
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.schedules import text_offset
from bilingual.figures.words_en import LOSS_RE
from bilingual.model.alignment import SegmentReading, Side
from bilingual.model.document import Language
from bilingual.model.figure import Aspect, Direction, Figure, Kind
from bilingual.model.report import Blame, Evidence, Finding, Severity

_ORIGIN_EN_RE = re.compile(
    r"\b(?:increas|decreas|declin|reduc)\w*\b[^.;]{0,40}\bfrom\Z|\b(?:rose|fell|grew|dropped|risen|fallen)\b[^.;]{0,40}\bfrom\Z",
    re.IGNORECASE,
)
_RESULT_EN_RE = re.compile(r"(?:^|\s)to\Z")
_RESULT_JA_RE = re.compile(
    r"\s?(?:に|へ)(?:と)?(?:大幅に|大きく)?(?:増加|減少|増収|減収|増益|減益|上昇|低下|拡大|縮小|増え|減[りっ])"
)
_APPOSED_EN_RE = re.compile(
    r"(?:\s?\([^()]{0,40}\))?,\s(?:which (?:was|is|represents)\s|representing\s)?(?:an?\s(?:[a-z]+\s){0,2}?"
    r"(?:(?P<up>increase|rise|gain)|(?P<down>decrease|decline|drop|fall|reduction))\sfrom"
    r"|(?P<above>up)\sfrom|(?P<below>down)\sfrom"
    r"|(?:\d[\d.,]*%\s)?(?:(?P<more>more|higher|larger|greater)|(?P<less>less|lower|smaller|fewer))\sthan(?!\s(?:half|twice|double|triple|one|two|three|four|a\s(?:third|quarter|fifth|tenth)|[\w-]+\stimes)\b))"
    r"\s(?:the\s|an?\s)?(?:(?:[A-Za-z-]+\s){1,5}of\s|usual\s)?\Z"
)
"""JPY 126 million ($ 1.1 million), an increase from the JPY 98 million of the year before.

Improvement says no way: a lower churn rate, defect rate or net debt is one.
"""
MEASURED = frozenset({Kind.AMOUNT, Kind.PERCENT, Kind.COUNT, Kind.PHYSICAL})


def contradictions(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield changes whose word goes one way and whose two amounts go the other: decreased from 278 to 2,326."""
    for side in exam.sides:
        for reading in side.readings:
            for start, end in pairwise(reading.figures):
                if _told(exam, start):
                    continue
                if _is_change(reading, start, end) and not _agrees(start, end):
                    place = figure_spot(side, start, words_before(side, start.span))
                    other = figure_spot(side, end, words_before(side, end.span))
                    words = "an increase" if start.direction is Direction.UP else "a decrease"
                    phrase = f"{one_line(start.printed)} to {one_line(end.printed)} is called {words}"
                    ja, en = (place, None) if side.language is Language.JA else (None, place)
                    evidence = (Evidence(other, "member"),)
                    blame = Blame(side.language.value)
                    yield make(
                        check, Severity.ERROR, sentence("", phrase), ja, en, evidence=evidence, blame=blame
                    )
            if reading.segment.language is Language.EN:
                yield from _apposed(check, exam, side, reading)


def _apposed(check: Check, exam: Examination, side: Side, reading: SegmentReading) -> Iterator[Finding]:
    """Yield changes that an amount explains behind a comma: 126, a decrease from the 98 of the year before."""
    content, text = reading.segment.content, reading.segment.text
    for number, origin in enumerate(reading.figures):
        start = text_offset(content, origin.span.start)
        for result in reading.figures[max(0, number - 2) : number]:
            if not _measured_alike(result, origin) or _told(exam, origin):
                continue
            end = text_offset(content, result.span.end - 1) + 1
            match = _APPOSED_EN_RE.match(text[end:start])
            if match is None or not _sides_known(result, origin):
                continue
            rises = bool(match["up"] or match["above"] or match["more"])
            one, other = result.value or Decimal(0), origin.value or Decimal(0)
            if one != other and (one > other) is not rises:
                word = next(filter(None, match.groups()))
                phrase = f"{one_line(origin.printed)} to {one_line(result.printed)} is called {word}"
                place = figure_spot(side, origin, words_before(side, origin.span))
                evidence = (Evidence(figure_spot(side, result, words_before(side, result.span)), "member"),)
                yield make(
                    check,
                    Severity.ERROR,
                    sentence("", phrase),
                    None,
                    place,
                    evidence=evidence,
                    blame=Blame(side.language.value),
                )


def _measured_alike(one: Figure, other: Figure) -> bool:
    known = one.value is not None and other.value is not None and not (one.ends or other.ends)
    return known and one.kind is other.kind and one.kind in MEASURED and one.unit == other.unit


def _sides_known(result: Figure, origin: Figure) -> bool:
    """Whether both amounts are surely what their signs say: a loss is often called so only once."""
    mine, theirs = result.value or Decimal(0), origin.value or Decimal(0)
    if mine < 0:
        return False
    return theirs < 0 or not LOSS_RE.search(f"{result.subject} {origin.subject}")


def _is_change(reading: SegmentReading, start: Figure, end: Figure) -> bool:
    """Whether a sentence says how one amount became the other."""
    if start.direction not in (Direction.UP, Direction.DOWN) or start.kind is not end.kind:
        return False
    if start.kind not in MEASURED or start.unit != end.unit or start.value is None or end.value is None:
        return False
    if reading.segment.language is Language.EN:
        return bool(_ORIGIN_EN_RE.search(start.subject) and _RESULT_EN_RE.search(end.subject))
    content = reading.segment.content
    after = text_offset(content, end.span.end - 1) + 1
    return start.subject.endswith("…から") and bool(_RESULT_JA_RE.match(content.text, after))


def _agrees(start: Figure, end: Figure) -> bool:
    """Whether the amounts go the way of the word; a loss grows with its size."""
    one, other = abs(start.value or Decimal(0)), abs(end.value or Decimal(0))
    return other >= one if start.direction is Direction.UP else other <= one


def _told(exam: Examination, figure: Figure) -> bool:
    """Whether the comparison of the versions reports the direction already."""
    partners = exam.partners.get(id(figure), ())
    return any(difference.aspect is Aspect.DIRECTION for both in partners for difference in both.differences)
