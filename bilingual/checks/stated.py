"""What each of two given segments states, figure by figure, and which of it states the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bilingual.align.mentions import kind_class
from bilingual.checks.examination import Examination
from bilingual.figures.plain_numbers import plain_numbers
from bilingual.figures.units import DURATIONS
from bilingual.model.alignment import Side
from bilingual.model.document import Span
from bilingual.model.figure import Figure, Kind

_LETTER_RE = re.compile("[A-Za-z]")


class Item(NamedTuple):
    """A figure or another number of a segment, with what it states."""

    start: int
    end: int
    span: Span
    states: tuple[str, str]


def paired(exam: Examination, ja: list[Item], en: list[Item]) -> Iterator[tuple[Item, Item]]:
    """The items whose figures agree."""
    mine, theirs = ({item.span: item for item in items} for items in (ja, en))
    for pair in exam.pairs:
        for both in pair.figures:
            if both.agrees and both.ja.span in mine and both.en.span in theirs:
                yield mine[both.ja.span], theirs[both.en.span]


def plainly_paired(exam: Examination, ja: list[Item], en: list[Item]) -> Iterator[tuple[Item, Item]]:
    """The items without a counterpart that are the only ones to state what they state."""
    held = {span for pair in exam.pairs for both in pair.figures for span in (both.ja.span, both.en.span)}
    mine, theirs = (
        {
            item.states: item
            for item in items
            if item.span not in held and [other.states for other in items].count(item.states) == 1
        }
        for items in (ja, en)
    )
    for states, item in mine.items():
        if states in theirs:
            yield item, theirs[states]


_BAND_RE = re.compile(r"歳?代|次(?=[ァ-ヶー一-龠])(?!期|世代)|s\b|[A-Z](?![A-Za-z])")
"""Behind a number that belongs to a name: 20代, 20歳代, 1次サプライヤー, people in their 20s, 5G."""
_TIER_RE = re.compile(r"\b[Tt]ier[- ]\Z")
"""Before one: tier-1 suppliers."""
_ZONE_RE = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:Z|[+-])")


def _is_zoned(figure: Figure) -> bool:
    return figure.kind is Kind.TIME and _ZONE_RE.search(figure.moment) is not None


def stated_items(side: Side) -> list[Item]:
    """The figures of a segment but for lengths of time, and the numbers that are no figures, in order."""
    reading = side.readings[0]
    content = reading.segment.content
    taken = [(mention.start, mention.end) for mention in reading.periods]
    found = []
    for figure in reading.figures:
        start, end = content.index(figure.span.start), content.index(figure.span.end)
        taken.append((start, end))
        if _is_zoned(figure):
            continue  # one moment on two clocks
        if figure.unit not in DURATIONS or figure.ends is not None:
            values = figure.ends or (figure.value,)
            size = " ".join(str(abs(value).normalize()) for value in values if value is not None)
            states = (figure.kind.value, figure.moment) if figure.moment else (kind_class(figure), size)
            found.append(Item(start, end, figure.span, states))
    for number in plain_numbers(content.text, side.language):
        if number.rank or number.month or number.wide or number.scaled:
            continue
        if number.start and _LETTER_RE.match(content.text, number.start - 1):
            continue  # CET1
        if _BAND_RE.match(content.text, number.end) or _TIER_RE.search(content.text, 0, number.start):
            continue
        if not any(start < number.end and number.start < end for start, end in taken):
            states = ("quantity", str(number.value.normalize()))
            found.append(Item(number.start, number.end, content.span(number.start, number.end), states))
    return sorted(found)
