"""What both languages need to read the words around a figure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bilingual.figures.reading import Reading
from bilingual.model.document import Language
from bilingual.model.figure import Period, PeriodMention, Relative

SEVERALLY_RE = {Language.JA: re.compile(r"それぞれ|各々"), Language.EN: re.compile(r",? respectively\b")}
"""What deals out the items of one list to those of another."""
LIST_GAP_RE = re.compile(r"[、,\s]*(?:and|および|及び|並びに|ならびに|と)?[、,\s]*")
"""Between two items of such a list."""
_PAIR = 2

HOLE = "§"
"""Stands for every character of a period mention where only its presence matters."""


@dataclass(frozen=True)
class Surroundings:
    """A text with its period mentions and sentences.

    Attributes:
        text: the folded text.
        veiled: the same with every period mention replaced by holes, so that patterns can step over them.
        mentions: the period mentions in order.
        bases: for every mention, whether the words around it make it the base of a comparison.
        sentences: offsets at which sentences begin.
    """

    text: str
    veiled: str
    mentions: tuple[PeriodMention, ...]
    bases: tuple[bool, ...]
    sentences: tuple[int, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(mention.start for mention in self.mentions))

    def sentence(self, offset: int) -> int:
        """Number of the sentence that holds an offset."""
        return bisect_right(self.sentences, offset) - 1

    def between(self, start: int, end: int) -> range:
        """Numbers of the mentions that begin in a stretch of text."""
        return range(bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1))


def veil(text: str, mentions: Sequence[PeriodMention]) -> str:
    """Replace period mentions by holes of the same length."""
    parts: list[str] = []
    at = 0
    for mention in mentions:
        if mention.start < at:
            continue
        parts.append(text[at : mention.start])
        parts.append(HOLE * (mention.end - mention.start))
        at = mention.end
    return "".join((*parts, text[at:]))


def sentence_starts(text: str, pattern: re.Pattern[str]) -> tuple[int, ...]:
    """Offsets at which sentences begin."""
    return (0, *(match.end() for match in pattern.finditer(text)))


def leading_period(around: Surroundings, numbers: Sequence[int], figure: int) -> Period | None:
    """The period that opens a sentence and holds for all of its figures.

    Periods before the reported one (前年同期の△3億円から) hold for the figure next to them only.
    """
    for number in numbers:
        mention = around.mentions[number]
        if mention.period.relative not in (None, Relative.CURRENT, Relative.NEXT):
            continue
        if around.text[mention.end : figure].strip() != "の":
            return mention.period
    return None


_TO_RE = re.compile(r"\s*(?:から|→|to)\s*(?:[¥$]|JPY|US\$)?\s*")


def carried_period(around: Surroundings, before: Reading | None, start: int) -> Period | None:
    """The period of the figure before, where nothing but "to" or から stands between: 110.0 to 90.0 billion are of one period.

    A figure of the past (前年同期の3億円から) is for its own period alone.
    """
    if before is None or before.period is None or _TO_RE.fullmatch(around.text, before.end, start) is None:
        return None
    return before.period if before.period.relative in (None, Relative.CURRENT, Relative.NEXT) else None


def dealt_out(around: Surroundings, readings: list[Reading], language: Language) -> list[Reading]:
    """Give the figures of a list the periods of a list of as many, where the sentence says so.

    2024年度と2025年度はそれぞれ40億円、52億円: the first figure is of the first year.
    """
    if not around.mentions or len(readings) < _PAIR:
        return readings
    times = [
        (mention.start, mention.end, number)
        for number, mention in enumerate(around.mentions)
        if not around.bases[number]
    ]
    lists = [run for run in _lists(around.text, times) if len(run) >= _PAIR]
    if len(lists) != 1:
        return _undated(around, readings, times) if language is Language.EN and not lists else readings
    here = around.sentence(around.mentions[lists[0][0]].start)
    figures = [
        (reading.start, reading.end, number)
        for number, reading in enumerate(readings)
        if around.sentence(reading.start) == here
    ]
    runs = [run for run in _lists(around.text, figures) if len(run) == len(lists[0])]
    if len(runs) != 1 and not SEVERALLY_RE[language].search(around.text):
        return readings
    dealt = list(readings)
    for run in runs:
        if len({readings[number].kind for number in run}) == 1:
            for number, time in zip(run, lists[0], strict=True):
                dealt[number] = dealt[number]._replace(period=around.mentions[time].period)
    return dealt


_SHARED_HEAD_RE = re.compile(
    r"\b(?:first|second|third|previous|prior|preceding|current|last|(?:19|20)\d\d)(?: (?:fiscal|financial))? (?:and|or) (?:the )?(?=\w+)"
)


def _undated(
    around: Surroundings, readings: list[Reading], times: Sequence[tuple[int, int, int]]
) -> list[Reading]:
    """Take the time from figures of a list where several times share one noun: 3 and 5 in the first and second quarters."""
    shared = [
        around.mentions[number].period
        for start, end, number in times
        if any(start <= match.end() < end for match in _SHARED_HEAD_RE.finditer(around.text, 0, end))
    ]
    if not shared:
        return readings
    figures = [(reading.start, reading.end, number) for number, reading in enumerate(readings)]
    listed = {number for run in _lists(around.text, figures) if len(run) >= _PAIR for number in run}
    return [
        reading._replace(period=None) if number in listed and reading.period in shared else reading
        for number, reading in enumerate(readings)
    ]


def _lists(text: str, items: Sequence[tuple[int, int, int]]) -> list[list[int]]:
    """The numbers of items, those together between which nothing but the marks of a list stands."""
    runs: list[list[int]] = []
    end = 0
    for start, stop, number in items:
        if runs and LIST_GAP_RE.fullmatch(text, end, start):
            runs[-1].append(number)
        else:
            runs.append([number])
        end = stop
    return runs


T = TypeVar("T")


def table_row(match: re.Match[str], table: Sequence[tuple[str, T]]) -> T | None:
    """What the table says of the spelling that matched: its unnamed groups follow the order of the table."""
    named = set(match.re.groupindex.values())
    numbers = (number for number in range(1, match.re.groups + 1) if number not in named)
    for (_, value), number in zip(table, numbers, strict=False):
        if match[number] is not None:
            return value
    return None
