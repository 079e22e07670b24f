"""Years that two given segments name by their last months: 2026年2月期, the fiscal year ending February 28, 2026."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.wordings import is_told
from bilingual.figures.written_dates import DATE, loosen, read_date
from bilingual.model.alignment import Side
from bilingual.model.document import Span
from bilingual.model.report import Finding, Severity

_JAPANESE_RE = re.compile(r"(?P<year>20\d\d) ?年 ?(?P<month>1[0-2]|[1-9]) ?月期(?!間|末?日|首)")
_ENGLISH_RE = re.compile(
    loosen(
        rf"\b(?:year|term)s?(?: period)?,? (?:(?:which|that) )?(?:ended|ending|ends|will end|to) (?:on |in )?(?P<date>{DATE})"
    ),
    re.IGNORECASE,
)
YearEnds = dict[tuple[int, int], Span]


def other_year_ends(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield a year that two given segments, which name as many, end in another month, whatever part of it they name beside it."""
    if not exam.one_segment:
        return
    if "月期" not in exam.ja.readings[0].segment.text or is_told(exam):
        return
    mine, theirs = _japanese(exam.ja), _english(exam.en)
    alone = (
        [span for end, span in mine.items() if end not in theirs],
        [span for end, span in theirs.items() if end not in mine],
    )
    if not all(alone) or len(mine) != len(theirs):
        return
    places = spot(exam.ja, alone[0][0]), spot(exam.en, alone[1][0])
    phrase = f"the last month of the year differs, {places[0].text} in Japanese, {places[1].text} in English"
    yield make(check, Severity.WARNING, sentence("", phrase), *places)


def _japanese(side: Side) -> YearEnds:
    content = side.readings[0].segment.content
    found: YearEnds = {}
    for match in _JAPANESE_RE.finditer(content.text):
        found.setdefault((int(match["year"]), int(match["month"])), content.span(*match.span()))
    return found


def _english(side: Side) -> YearEnds:
    content = side.readings[0].segment.content
    found: YearEnds = {}
    for match in _ENGLISH_RE.finditer(content.text):
        date = read_date(match["date"])
        if date.year and date.month:
            found.setdefault((date.year, date.month), content.span(*match.span()))
    return found
