"""Ends of a range differ.

Compares: both ends of a range, with their unit; a range with a single value; and, in each version alone, the first
end with the second.

Why it matters: a forecast is its two ends.

Flagged:
    売上高は100億円～105億円を見込む。
    Revenue of JPY10.0 billion to JPY11.5 billion is expected.

Left alone:
    売上高は100億円～105億円を見込む。
    Revenue is expected to be between JPY10.0 billion and JPY10.5 billion.

Limits: from A to B is read as a range only where it is no change.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of numbers. Financial Instruments and Exchange Act of Japan:
forecasts must not mislead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import figure_spot, one_line, sentence, words_before
from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make, report
from bilingual.checks.replaced import report_replaced
from bilingual.model.alignment import Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Aspect, Figure, Kind
from bilingual.model.report import Finding, Severity

_FROM_RE = re.compile(r"\bfrom\s*\Z", re.IGNORECASE)
"""From 5.0% to 4.2% is a change."""
LEAD = 12
ORDERED = (Kind.AMOUNT, Kind.PERCENT)


def claims(item: Disagreement) -> bool:
    """Claim ranges with another end."""
    return item.aspect is Aspect.RANGE


def run(exam: Examination) -> Iterator[Finding]:
    """Yield ranges that differ, and ranges that run downwards."""
    yield from report(CHECK, exam, "the range differs")
    yield from report_replaced(CHECK, exam)
    yield from _out_of_order(exam)


def _out_of_order(exam: Examination) -> Iterator[Finding]:
    """Ranges that run downwards, once for both languages; ranges that differ are told already."""
    told: set[tuple[Language, Span]] = set()
    for pair in exam.pairs:
        for both in pair.figures:
            if _falls(exam.ja, both.ja) or _falls(exam.en, both.en):
                told |= {(Language.JA, both.ja.span), (Language.EN, both.en.span)}
                if both.agrees:
                    yield _finding(exam, both.ja, both.en)
    for side in exam.sides:
        for reading in side.readings:
            for figure in reading.figures:
                if _falls(side, figure) and (side.language, figure.span) not in told:
                    yield _finding(
                        exam, *((figure, None) if side.language is Language.JA else (None, figure))
                    )


def _falls(side: Side, figure: Figure) -> bool:
    """Whether a range runs downwards; losses of 100 to 300 do by right, and so do the ends of a change."""
    if figure.ends is None or figure.kind not in ORDERED:
        return False
    first, second = figure.ends
    if not first > second or not abs(first) > abs(second):
        return False
    return _FROM_RE.search(side.document.text[: figure.span.start][-LEAD:]) is None


def _finding(exam: Examination, ja: Figure | None, en: Figure | None) -> Finding:
    places = [
        figure_spot(side, figure, words_before(side, figure.span)) if figure else None
        for side, figure in zip(exam.sides, (ja, en), strict=True)
    ]
    printed = " / ".join(one_line(figure.printed) for figure in (ja, en) if figure)
    phrase = f"the first end of the range {printed} is above the second"
    return make(CHECK, Severity.WARNING, sentence("", phrase), places[0], places[1])


CHECK = Check("APX003", "range differs", Severity.ERROR, run, claims)
