"""Days and times of day that one given segment looks ahead from and the other looks back from: 4月1日以降, before April 1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import FigurePair
from bilingual.model.document import Span
from bilingual.model.figure import Kind
from bilingual.model.report import Finding, Severity

_BEHIND_RE = re.compile(
    r"(?: ?\([^()]{1,8}\))?(?:の?(?:終業|営業終了|取引終了))?(?P<words>(?P<from>以[降後])|(?P<to>以前|までに|まで|より前))(?![もの]?間)"
)
"""What stands behind a Japanese day or time that it looks ahead or back from."""
_AHEAD_RE = re.compile(
    r"\b(?:(?P<start>from)|(?P<from>(?:on or |shortly |immediately )?after|(?:ever )?since|not? (?:earlier|sooner) than)"
    r"|(?P<to>(?:on or )?before|by|prior to|(?:no|not) later than|up (?:to|until)|until|till))"
    r"(?: (?:the (?:end|close|beginning|start) of|about|around|approximately|midnight|noon))?(?: (?:on|the|at))?\s\Z",
    re.IGNORECASE,
)
"""What stands before an English one."""
_NEGATED_RE = re.compile(r"\b(?:not|no|never|cannot|without|nor)\b|n['’]t\b", re.IGNORECASE)
_END_RE = re.compile(r"\b(?:to|until|till|through|by)\b|[-~]")
"""The other end of a time that begins with from."""
_MOMENTS = (Kind.DATE, Kind.TIME)


def other_sides(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first equal days or times that two given segments stand on other sides of."""
    if not exam.one_segment:
        return
    for pair in exam.pairs:
        for both in pair.figures:
            if both.ja.kind in _MOMENTS and both.en.kind in _MOMENTS and both.agrees:
                places = _places(exam, both)
                if places:
                    ja, en = (spot(side, span) for side, span in zip(exam.sides, places, strict=True))
                    phrase = f"{ja.text} in Japanese cannot stand for {en.text} in English"
                    yield make(check, Severity.WARNING, sentence("", phrase), ja, en)
                    return


def _places(exam: Examination, both: FigurePair) -> tuple[Span, Span] | None:
    """The words behind and before the two figures, where they exclude each other."""
    ja, en = (side.readings[0].segment.content for side in exam.sides)
    behind = _BEHIND_RE.match(ja.text, ja.index(both.ja.span.end))
    at = en.index(both.en.span.start)
    ahead = _AHEAD_RE.search(en.text, max(0, at - 40), at)
    if behind is None or ahead is None or (behind["from"] is None) is (ahead["to"] is not None):
        return None
    if ahead["start"] and _END_RE.search(en.text, en.index(both.en.span.end)):
        return None
    if _NEGATED_RE.search(en.text, max(0, ahead.start() - 60), ahead.start()):
        return None  # will not expire until 2031: 2031年以降
    return ja.span(*behind.span("words")), en.span(ahead.start(), ahead.end() - 1)
