"""Numbers that belong to a name in Latin letters, in paragraphs that correspond: MZ-204, Beyond 120, Tier 1."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from bilingual.checks.building import spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import Pair, PairKind, SegmentReading
from bilingual.model.document import Language, Span
from bilingual.model.report import Finding, Severity

_KINDS = frozenset({PairKind.PROSE, PairKind.NOTE, PairKind.HEADING})
_NAME_RE = re.compile(
    r"(?<![A-Za-z\d$¥€.-])(?P<name>[A-Za-z]{2,})(?P<gap>[ -]?)(?P<number>\d{1,5})"
    r"(?![\d%]|[.,]\d|[A-Za-z]|[-/]\d| ?(?:%|円|株|名|人|件|年|月|日|倍|pt|points?|yen|million|billion|thousand|trillion))"
)
_MEASURES_RE = re.compile(
    r"fye?|cy|jpy|usd|eur|gbp|rmb|cny|krw|hkd|twd|co|nos?|notes?|vol|approx|about|eps|bps|dps|roe|roa|roic|wacc|ebitd?a?|per|pbr"
    r"|pm|pages?|section|items?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
"""Words before a number that is no part of a name: years, currencies, measures, months and references."""
_NAMES_JA = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("phase", r"(?:第(?=\d相)|フェーズ ?)(\d)"),
        ("category", r"カテゴリー? ?(\d{1,2})"),
        ("scope", r"スコープ ?(\d)"),
        ("stage", r"ステージ ?(\d)"),
        ("level", r"レベル ?(\d)"),
        ("tier", r"ティア ?(\d)"),
    )
)
"""Names with a number that Japanese writes in its own letters: 第3相, カテゴリー11."""
_Names = dict[str, list[tuple[str, Span]]]


class Renumbered(NamedTuple):
    """A name with another number in each of two paragraphs, and where it stands."""

    pair: Pair
    ja: Span
    en: Span


def other_numbers(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield names that both of two paragraphs have as often, with another number in one of them."""
    for item in exam.once(renumbered):
        ja, en = spot(exam.ja, item.ja), spot(exam.en, item.en)
        phrase = f"The number in the name differs, {ja.text} in Japanese, {en.text} in English."
        yield make(check, Severity.WARNING, phrase, ja, en)


def renumbered(exam: Examination) -> list[Renumbered]:
    """The names of documents whose numbers differ, each place once."""
    found: dict[tuple[int, int], Renumbered] = {}
    for pair in exam.pairs if not exam.comparison.segments_only else ():
        if pair.kind not in _KINDS or not pair.ja_readings or not pair.en_readings:
            continue
        taken = _differing(pair)
        mine, theirs = _names(pair.ja_readings), _names(pair.en_readings)
        for name in sorted(mine.keys() & theirs.keys()):
            places = _other(mine[name], theirs[name])
            if places is not None and not any(place.overlaps(span) for place in places for span in taken):
                found.setdefault((places[0].start, places[1].start), Renumbered(pair, *places))
    return list(found.values())


def _names(readings: Sequence[SegmentReading]) -> _Names:
    """The names with a number, by their letters: the numbers and where the names stand."""
    found: _Names = defaultdict(list)
    for reading in readings:
        content = reading.segment.content
        periods = [(mention.start, mention.end) for mention in reading.periods]
        for match in _NAME_RE.finditer(content.text):
            inside = any(start <= match.start("number") < end for start, end in periods)
            name = match["name"].casefold()
            if not _MEASURES_RE.fullmatch(name) and not inside:
                found[name].append((match["number"], content.span(*match.span())))
        if reading.segment.language is Language.JA:
            for name, pattern in _NAMES_JA:
                for match in pattern.finditer(content.text):
                    found[name].append((match[1], content.span(*match.span())))
    return found


def _other(mine: Sequence[tuple[str, Span]], theirs: Sequence[tuple[str, Span]]) -> tuple[Span, Span] | None:
    """The only two places of a name whose numbers have no counterpart, where both sides name it as often."""
    if len(mine) != len(theirs):
        return None
    left, right = [number for number, _ in mine], [number for number, _ in theirs]
    alone = [
        [span for at, (number, span) in enumerate(own) if _is_surplus(numbers, at, others)]
        for own, numbers, others in ((mine, left, right), (theirs, right, left))
    ]
    return (alone[0][0], alone[1][0]) if len(alone[0]) == len(alone[1]) == 1 else None


def _is_surplus(numbers: Sequence[str], at: int, others: Sequence[str]) -> bool:
    """Whether the number at a place stands oftener here, up to it, than among the others."""
    return numbers[: at + 1].count(numbers[at]) > others.count(numbers[at])


def _differing(pair: Pair) -> list[Span]:
    """Where figures and periods stand that another rule tells of."""
    figures = (
        (both.ja.span, both.en.span)
        for both in pair.figures
        if any(item.serious for item in both.differences)
    )
    return list(chain.from_iterable(figures))
