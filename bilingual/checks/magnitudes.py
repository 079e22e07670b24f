"""Figures of an English segment whose sizes contradict the words between them: raised from 2,600 to 2,450."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bilingual.checks.examination import Examination
from bilingual.checks.turns import CHANGES
from bilingual.model.alignment import FigurePair
from bilingual.model.document import Language, MappedText
from bilingual.model.figure import Kind

_SIZED = frozenset({Kind.AMOUNT, Kind.PERCENT, Kind.COUNT, Kind.NUMBER, Kind.PHYSICAL, Kind.RATIO})
_WORDS = r"(?: (?!and\b|but\b|while\b|which\b)[A-Za-z'-]+){0,5} ?[¥$€(]?"
_PART_RE = re.compile(
    rf"(?:(?!, (?:but|and|while|whereas)\b)[^.;\d]){{0,30}}?(?:\d[\d.]*%[^.;\d]{{0,20}})?[,(]? ?(?:of (?:which|whom)|includ(?:ing|es)|out of which)(?!.*\b(?:over|than|exceed\w*|sold)\b){_WORDS}",
    re.IGNORECASE,
)
_SHARE_RE = re.compile(
    rf"(?:(?!\band\b)[^.;\d]){{0,24}}?[,(]? ?(?:or|equivalent to|representing|accounting for|equal to)?(?: about| approximately| some)? ?(?P<share>\d{{1,3}}(?:\.\d+)?)% of{_WORDS}",
    re.IGNORECASE,
)
WHOLE = 100
"""Per cent."""
_SHORT_RE = re.compile(
    rf"(?:,(?: [a-z]+)?|\)?) (?:f[ae]ll(?:ing|s|en)? (?:well |slightly |just |far )?short of|miss(?:ing|ed)|undershoot(?:ing|s)?|undershot){_WORDS}"
    rf"|(?: [a-z]+){{0,3}}, (?:well |slightly |just |far )?(?:below|under|short of|(?:less|lower|fewer|smaller) than){_WORDS}",
    re.IGNORECASE,
)
_ABOVE_RE = re.compile(
    rf"(?:,(?: [a-z]+)?|\)?) (?:exceed(?:ing|ed|s)|surpass(?:ing|ed|es)|topp(?:ing|ed)|beat(?:ing|s)?|outperform(?:ing|ed)|overtak(?:ing|es)){_WORDS}"
    rf"|(?: [a-z]+){{0,3}}, (?:well |slightly |just |far )?(?:above|(?:more|higher|greater|larger) than){_WORDS}",
    re.IGNORECASE,
)
_TOGETHER_RE = re.compile(r"\)?(?:,)? (?:and|as well as|together with) [^.;,\d]*")
"""Between two figures that exceed or miss a third together: A (1.9 billion) and B (0.6 billion) exceeded C."""
_PREMIUM_RE = re.compile(
    rf"[^.;]{{0,40}}\b(?:(?P<more>premium)|discount) (?:of )?(?:[^.;]|\.\d){{0,20}}?(?:over|to|on|from|against|above|below){_WORDS}",
    re.IGNORECASE,
)
"""Between a price offered and the one of the market."""
_FROM_RE = re.compile(rf"\bfrom{_WORDS}\Z", re.IGNORECASE)
_TO_RE = re.compile(rf"(?:[^.;\d]{{0,60}}? )?to{_WORDS}", re.IGNORECASE)
_TO_BEFORE_RE = re.compile(rf"\b(?:to|at){_WORDS}\Z", re.IGNORECASE)
_BY_RE = re.compile(rf"\bby{_WORDS}\Z", re.IGNORECASE)
_RESULT_RE = re.compile(rf",? to{_WORDS}", re.IGNORECASE)
_FROM_BEHIND_RE = re.compile(rf",?[^.;,\d]{{0,30}}? from{_WORDS}", re.IGNORECASE)
_JUDGED_RE = re.compile(
    r"\b(?:loss(?:es)?|deficits?|negative|rank\w*|ratings?|yen|improv\w+|worsen\w*|deteriorat\w+|narrow\w*|wide\w*|growth|slow\w*|less|difference|down from .* up from)\b|[(△▲-]\s?[¥$]?\d[\d,.]*\)",
    re.IGNORECASE,
)
_CHANGE_OF_RE = re.compile(r"\b(?:increase|decrease|decline|rise|drop|up|down)(?: of| by)? ?[¥$€(]?\Z")
"""Before the amount of a change, which is no whole."""
_SUBJECT_RE = re.compile(r"(?:\A|[,;] )(?:the |an? |our |its |this )?(?:[a-z]+ )?\Z", re.IGNORECASE)
_VERB_BEHIND_RE = re.compile(
    r" (?:in|of)\b.* (?:[a-z]+ed|[a-z]+nk|fell|rose|grew|came|went|was|were)\b", re.IGNORECASE
)
"""Around a change that is the subject of a clause, whose verb tells which way it went: The increase in payables diminished."""
_REACH = 100


def contradicted(exam: Examination) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Yield two agreeing figures of given segments whose sizes contradict the English words between them."""
    if not exam.one_segment:
        return
    content = exam.en.readings[0].segment.content
    agreeing = [
        both
        for pair in exam.pairs
        for both in pair.figures
        if both.agrees and both.en.kind in _SIZED and not both.en.ends
    ]
    agreeing.sort(key=lambda both: both.en.span.start)
    for at, one in enumerate(agreeing):
        other = next((each for each in agreeing[at + 1 : at + 3] if _measures_alike(one, each)), None)
        if other is None:
            continue
        if one.en.value is None or other.en.value is None or not (one.en.value > 0 < other.en.value):
            continue
        if "+" in one.en.printed + other.en.printed:
            continue
        start = content.index(one.en.span.start)
        between = content.text[content.index(one.en.span.end) : content.index(other.en.span.start)]
        more = one.en.value > other.en.value
        if more is not _wants_less(content.text, start, between):
            continue
        if not (at and _ABOVE_RE.fullmatch(between) and _are_together(content, agreeing[at - 1], one)):
            yield one, other


def _are_together(content: MappedText, before: FigurePair, one: FigurePair) -> bool:
    """Whether two figures are parts of one subject, whose sum is compared with what follows."""
    if not _measures_alike(before, one):
        return False
    between = content.text[content.index(before.en.span.end) : content.index(one.en.span.start)]
    asides = between.startswith(")") and "(" in between  # A (1.9 billion) and lower costs (0.6 billion)
    return bool(_TOGETHER_RE.fullmatch(between)) and (asides or not CHANGES[Language.EN].search(between))


def _measures_alike(one: FigurePair, other: FigurePair) -> bool:
    bare = other.en.kind is Kind.NUMBER and one.en.kind is Kind.COUNT  # 310,000 vehicles, of which 140,000
    alike = one.en.kind is other.en.kind and one.en.unit == other.en.unit
    return (alike or bare) and one.ja.unit == other.ja.unit


def _wants_less(text: str, start: int, between: str) -> bool | None:
    """Whether the words say that the first figure is the smaller one; None where they say neither."""
    share = _SHARE_RE.fullmatch(between)
    if share is not None and between.endswith("("):
        return None  # 68 million yen, or 21.4% of revenue (65 million yen a year earlier)
    if share is not None:
        return Decimal(share["share"]) < WHOLE
    if _PART_RE.fullmatch(between) and _CHANGE_OF_RE.search(text, 0, start):
        return None
    if _PART_RE.fullmatch(between) or _ABOVE_RE.fullmatch(between):
        return False
    if _SHORT_RE.fullmatch(between):
        return True
    premium = _PREMIUM_RE.fullmatch(between)
    if premium is not None:
        return premium["more"] is None
    clause = re.split(r"[;.](?:\s|$)|,\s(?=and|but|while)", text[max(0, start - _REACH) : start])[-1]
    if _JUDGED_RE.search(clause + " " + between):
        return None
    changes = list(CHANGES[Language.EN].finditer(clause))
    if len(changes) != 1 or CHANGES[Language.EN].search(between):
        return None
    tail = clause[changes[0].end() :]
    if _SUBJECT_RE.search(clause[: changes[0].start()].lstrip()) and _VERB_BEHIND_RE.match(tail):
        return None
    up = bool(changes[0]["up"])
    if up and _BY_RE.search(text, 0, start) and _RESULT_RE.fullmatch(between):
        return True  # what it rose by is a part of what it rose to
    if _FROM_RE.search(tail) and _TO_RE.fullmatch(between) and not re.search(r"\d", tail):
        return up
    if _TO_BEFORE_RE.search(tail) and _FROM_BEHIND_RE.fullmatch(between) and not re.search(r"\d", tail):
        return not up
    return None
