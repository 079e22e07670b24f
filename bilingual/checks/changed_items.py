"""Items of two given segments that go one way in Japanese and the other way in English: 賃料の上昇, falling rents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.free_labels import Label
from bilingual.checks.labelled import with_terms
from bilingual.checks.worded_labels import nouns_of
from bilingual.checks.wordings import is_told
from bilingual.figures.changes import (
    FALL_EN,
    FALL_JA,
    ING,
    LOWER_EN,
    NO_CHANGE_JA,
    PARTICIPLE,
    PAST,
    RAISE_EN,
    RISE_EN,
    RISE_JA,
    forms,
    one_of,
)
from bilingual.model.alignment import Side
from bilingual.model.document import Language, Span
from bilingual.model.report import Finding, Severity

_STAYED_JA = r"(?![^、。]{0,8}(?:抑|防|回避|吸収|補[いうっわ]|相殺|打ち消|一服|緩和|懸念|歯止め|転嫁|止まっ|止まり|に転じ))"
"""Not behind a change that something else held back, or that ended."""
_BEHIND_JA_RE = re.compile(
    rf"(?:額|負担|件数)?(?:等|など)?(?:の|が|は|も|を)?(?:(?:大幅|急激|急速|緩やか|全般的|継続的)[なに]|さらなる|一段の|一段と|大きく|さらに|やや|若干|引き続き|一時的に)?"
    rf"(?:(?P<up>{one_of(RISE_JA)}|[増高](?=[のがをにでや、。]))|(?P<down>{one_of(FALL_JA)}|[減安](?=[のがをにでや、。]))){NO_CHANGE_JA}{_STAYED_JA}"
)
_WORD = r"(?!(?:and|or|of|in|to|for|by|with|on|at|from|than|the|an?|but|while|as)\b)[a-z-]+"
_BEFORE_EN_RE = re.compile(
    rf"\b(?:(?P<up>{forms(RISE_EN, RAISE_EN, of=[PARTICIPLE, ING])}|bigger|greater|heavier|higher|larger|longer|more|(?:increases?|growth|rises?) (?:in|of))"
    rf"|(?P<down>{forms(FALL_EN, LOWER_EN, of=[PARTICIPLE, ING])}|fewer|less|lighter|lower|shorter|smaller|(?:decreases?|declines?|reductions?|drops?|falls?) (?:in|of)))"
    rf"(?: (?:the|our|its))?(?: {_WORD})? \Z",
    re.IGNORECASE,
)
_AUXILIARY = r"(?: (?:has|have|had|been|is|are|was|were|will|would|should|also|further|again|steadily|sharply|slightly|significantly|gradually|continued to|continue to|kept))*"
_BEHIND_EN_RE = re.compile(
    rf"{_AUXILIARY} (?:(?P<up>{forms(RISE_EN, of=[PAST, PARTICIPLE, ING])}|rises?|grow|increase|up|higher)|(?P<down>{forms(FALL_EN, of=[PAST, PARTICIPLE, ING])}|fall|decline|decrease|down|lower))"
    r"(?=[,.;)]|\Z| (?:by|to|from|in|on|due|owing|because|as|for|at|over|during|amid|and|but|while|when|since|year|compared|further|again|[a-z]+ly|[¥$€\d])\b)"
)
_HEAD_EN_RE = re.compile(
    r"[,.;:)]|\Z| (?:and|or|in|of|at|for|on|to|from|by|due|owing|with|as|is|are|was|were|has|have|had|will|while|but|which|that|after|during|amid|kept|continued?|[a-z]+(?:ed|ing)|rose|fell|grew|shrank|sank|up|down|higher|lower)\b"
)
"""Behind a noun that is no part of a longer name: rising sales, not rising sales prices."""
_COMPOUND_JA_RE = re.compile(r"[一-龠々ァ-ヶー]\Z")
_OPPOSITE = {"up": "down", "down": "up"}
_Ways = Mapping[str, tuple[str, Span]]


def opposite_changes(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first item that both segments name once, each beside a word of change of its own, which go apart."""
    if not exam.one_segment:
        return
    if check.code in exam.cases or is_told(exam, limits=False):
        return
    if not _BEHIND_JA_RE.search(exam.ja.readings[0].segment.text):
        return
    for source in (nouns_of, _terms):
        table = exam.once(source)
        mine, theirs = (_ways(side, table[side.language]) for side in exam.sides)
        for name in mine.keys() & theirs.keys():
            if mine[name][0] == _OPPOSITE[theirs[name][0]]:
                places = spot(exam.ja, mine[name][1]), spot(exam.en, theirs[name][1])
                phrase = f"the direction of the change differs, {places[0].text} in Japanese, {places[1].text} in English"
                yield make(check, Severity.WARNING, sentence("", phrase), *places)
                return


def _terms(exam: Examination) -> Mapping[Language, Sequence[Label]]:
    return {side.language: with_terms(exam, side) for side in exam.sides}


def _ways(side: Side, labels: Sequence[Label]) -> _Ways:
    """By name, which way an item goes that is named once, and the words that say so."""
    segment = side.readings[0].segment
    found: dict[str, list[tuple[str, int, int] | None]] = defaultdict(list)
    for label in labels:
        way = (_way_ja if side.language is Language.JA else _way_en)(segment.text, label)
        for name in label.names:
            found[name].append(way)
    return {
        name: (way[0], segment.content.span(way[1], way[2]))
        for name, [way, *others] in found.items()
        if way is not None and not others
    }


def _way_ja(text: str, label: Label) -> tuple[str, int, int] | None:
    match = _BEHIND_JA_RE.match(text, label.end)
    if match is None or _COMPOUND_JA_RE.search(text, 0, label.start):
        return None
    return "up" if match["up"] else "down", label.start, match.end()


def _way_en(text: str, label: Label) -> tuple[str, int, int] | None:
    if not _HEAD_EN_RE.match(text, label.end):
        return None
    before = _BEFORE_EN_RE.search(text, 0, label.start)
    behind = _BEHIND_EN_RE.match(text, label.end)
    ways = {"up" if match["up"] else "down" for match in (before, behind) if match}
    if len(ways) != 1:
        return None
    start = before.start() if before else label.start
    return ways.pop(), start, behind.end() if behind else label.end
