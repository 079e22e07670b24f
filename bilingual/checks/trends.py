"""Changes that running text says in words alone: revenue increases, 利益率改善, with no figure beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import Pair, PairKind, SegmentReading
from bilingual.model.document import Language, Span
from bilingual.model.figure import Direction
from bilingual.model.report import Finding, Severity

_UP_JA, _DOWN_JA = "増加|増大|拡大|伸長|上昇|成長", "減少|縮小|低下|削減|低減"
_UP_EN = r"increas(?:e[sd]?|ing)|gr[eo]w(?:n|ing|th)?|rises?|rising|rose|expan(?:d(?:ed|ing)?|sion)|higher"
_DOWN_EN = r"decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|reduc(?:ed|tions?|ing)|f[ae]ll(?:s|en|ing)?|lower|drop(?:ped|s)?"


_WAY_RES = {
    Language.JA: (re.compile(rf"{_UP_JA}|増(?=\Z|[、)])"), re.compile(rf"{_DOWN_JA}|減(?=\Z|[、)])")),
    Language.EN: tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (_UP_EN, _DOWN_EN)),
}


def way_of(text: str, language: Language) -> Direction | None:
    """The only way in which a few words say that something changes: 処方箋枚数増, Decreasing.

    >>> way_of("処方箋枚数増", Language.JA) is Direction.UP
    True
    """
    up, down = (words.search(text) is not None for words in _WAY_RES[language])
    return (Direction.UP if up else Direction.DOWN) if up != down else None


@dataclass(frozen=True, slots=True)
class _Measure:
    """What changes, in the words of each language; the judging verbs that go with it; its character in 増収 and 減益."""

    name: str
    ja: str
    en: str
    better: bool = False
    short: str = ""


MEASURES = (
    _Measure("revenue", "売上高?|売り上げ|収入", "revenues?|sales", better=True, short="収"),
    _Measure(
        "margin",
        "利益率|採算性?|収益性|粗利率?",
        "profitability|margins?|gross-margins?|profit ratios?",
        better=True,
    ),
    _Measure("profit", "利益", "profits?|income|earnings", better=True, short="益"),
    _Measure("cost", "コスト|費用|原価|経費", "costs?|expenses?"),
    _Measure("contracts", "契約(?:件|者)?数|会員数|加入者数", "contracts?|subscribers?|subscriptions?"),
    _Measure("demand", "需要", "demand"),
)
_JA_RES = tuple(
    (
        measure.name,
        re.compile(
            rf"(?P<what>{measure.ja})(?:[がはもをの]|額|数)?(?:の)?(?:大幅(?:な|に)|着実に|順調に|引き続き|さらに|更に|堅調に)?"
            rf"(?:(?P<up>{_UP_JA}{'|改善|回復' if measure.better else ''})|(?P<down>{_DOWN_JA}{'|悪化' if measure.better else ''}))"
            + (rf"|(?:(?P<up2>増)|(?P<down2>減)){measure.short}(?![率額幅要基])" if measure.short else "")
        ),
    )
    for measure in MEASURES
)
_QUALIFIER = (
    r"(?:(?!(?:and|or|but|while|by|to|from|in|of|due|with|for|as|than|which|that)\b)[A-Za-z-]+\s){0,3}?"
)
_EN_RES = tuple(
    (
        measure.name,
        re.compile(
            rf"\b(?:(?P<up>{_UP_EN}{'|improv(?:ed|ing|ements?)|recover(?:ed|y|ing)' if measure.better else ''})"
            rf"|(?P<down>{_DOWN_EN}{'|deteriorat(?:ed|ion|ing)' if measure.better else ''}))\s(?:in\s|of\s)?(?:the\s|our\s|its\s)?{_QUALIFIER}(?P<what>{measure.en})\b"
            rf"|\b(?P<what2>{measure.en})\s(?:and\s(?:[a-z]+\s)?(?:revenues?|sales|profits?|income|earnings)\s)?(?:both\s)?(?:has\s|have\s|had\s|also\s|further\s|continued\sto\s){{0,2}}"
            rf"(?:(?P<up2>{_UP_EN}{'|improv(?:ed|ing|ements?)|recover(?:ed|y|ing)' if measure.better else ''})|(?P<down2>{_DOWN_EN}{'|deteriorat(?:ed|ion|ing)' if measure.better else ''}))\b",
            re.IGNORECASE,
        ),
    )
    for measure in MEASURES
)
_CLAUSE_RE = {Language.JA: re.compile(r"[、。;]"), Language.EN: re.compile(r"[,;:](?=\s)|\.(?=\s|$)")}
_TURNED_RE = {
    Language.JA: re.compile(r"抑|ない|ず|吸収|相殺|補|鈍化|にもかかわらず|以外|一方"),
    Language.EN: re.compile(
        r"\b(?:not|no|offset|despite|although|slow\w*|limit\w*|prevent\w*|unless|less|while|partially)\b",
        re.IGNORECASE,
    ),
}
"""Words that turn what is said around, or say something else of it."""
_REASON_RE = re.compile(
    r"\b(?:due to|owing to|because of|reflecting|thanks to|on the back of|driven by|on|from|and) (?:the )?(?:effects? of )?\Z"
)
"""What stands before a change that is the reason of another one, whose figure it is."""
LATIN_RE = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class _Change:
    measure: str
    direction: Direction
    span: Span
    about: frozenset[str]


def opposite_trends(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield changes in words alone that go one way in a Japanese paragraph and the other in its translation.

    Both paragraphs have to speak of the item once, or always one way, and share a name or a term beside it.
    """
    if exam.comparison.segments_only:
        return
    met: set[int] = set()
    for pair in exam.pairs:
        if pair.kind is not PairKind.PROSE or not pair.ja_readings or not pair.en_readings:
            continue
        agreeing = sum(not both.differences for both in pair.figures)
        if (pair.score < SURE and agreeing < WITNESSES) or id(pair.ja_readings[0]) in met:
            continue
        met.add(id(pair.ja_readings[0]))
        yield from _opposites(check, exam, pair)


SURE = 0.8
"""Score of a pair of paragraphs that surely correspond."""
WITNESSES = 2
"""Figures that have to agree where the score is lower."""


def _opposites(check: Check, exam: Examination, pair: Pair) -> Iterator[Finding]:
    mine = _by_measure(exam, pair.ja_readings)
    theirs = _by_measure(exam, pair.en_readings) if mine else {}
    for measure in (measure for measure in mine if measure in theirs):
        one, other = mine[measure], theirs[measure]
        couple = _one_way(one, other) or _in_turn(one, other)
        if couple is None:
            continue
        places = spot(exam.ja, couple[0].span), spot(exam.en, couple[1].span)
        phrase = (
            f"the direction of the change differs, {places[0].text} in Japanese, {places[1].text} in English"
        )
        yield make(check, Severity.WARNING, sentence("", phrase), *places)


def _one_way(one: Sequence[_Change], other: Sequence[_Change]) -> tuple[_Change, _Change] | None:
    """Two opposite changes where all of one language go one way and all of the other the other way."""
    mine, theirs = ({change.direction for change in changes} for changes in (one, other))
    if len(mine) > 1 or len(theirs) > 1 or mine == theirs:
        return None
    return next(((a, b) for a in one for b in other if a.about & b.about), None)


def _in_turn(one: Sequence[_Change], other: Sequence[_Change]) -> tuple[_Change, _Change] | None:
    """The only two changes that are opposite where both languages say as many, one after the other."""
    if len(one) != len(other) or len(one) < 2:
        return None
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a.direction is not b.direction]
    return apart[0] if len(apart) == 1 and apart[0][0].about & apart[0][1].about else None


def _by_measure(exam: Examination, readings: Sequence[SegmentReading]) -> dict[str, list[_Change]]:
    found: dict[str, list[_Change]] = defaultdict(list)
    for reading in readings:
        for change in _changes(exam, reading):
            found[change.measure].append(change)
    return found


def _changes(exam: Examination, reading: SegmentReading) -> Iterator[_Change]:
    """The changes that a sentence says without a figure in the same clause."""
    language, text, content = reading.segment.language, reading.segment.text, reading.segment.content
    for measure, direction, (start, end), clause in _said(text, language):
        around = content.span(*clause)
        reason = language is Language.EN and _REASON_RE.search(text[clause[0] : start]) is not None
        if reason or not any(around.overlaps(figure.span) for figure in reading.figures):
            about = _about(exam, text, language, start, end)
            yield _Change(measure, direction, content.span(start, end), about)


@lru_cache(maxsize=16_384)
def _said(
    text: str, language: Language
) -> tuple[tuple[str, Direction, tuple[int, int], tuple[int, int]], ...]:
    """The changes that a text says, with the clause around each; none whose clause turns what is said."""
    found = []
    for measure, pattern in _JA_RES if language is Language.JA else _EN_RES:
        for match in pattern.finditer(text):
            clause = _clause(text, match.start(), match.end(), language)
            if not _TURNED_RE[language].search(text, *clause):
                groups = match.groupdict()
                direction = Direction.UP if groups["up"] or groups.get("up2") else Direction.DOWN
                found.append((measure, direction, match.span(), clause))
    return tuple(found)


def _clause(text: str, start: int, end: int, language: Language) -> tuple[int, int]:
    """Where the clause around a place begins and ends."""
    marks = [mark.start() for mark in _CLAUSE_RE[language].finditer(text)]
    before = max((mark + 1 for mark in marks if mark < start), default=0)
    return before, min((mark for mark in marks if mark >= end), default=len(text))


def _about(exam: Examination, text: str, language: Language, start: int, end: int) -> frozenset[str]:
    """Terms and names that the sentence has beside the words of the change."""
    concepts = {
        concept
        for found in exam.matcher.find(text, language)
        if found.end <= start or found.start >= end
        for concept in found.concepts
        if len(found.concepts) == 1
    }
    inside = {found[0] for found in LATIN_RE.finditer(text)}
    return frozenset(concepts | inside)
