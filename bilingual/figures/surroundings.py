"""What both languages need to read the words around a figure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bilingual.figures.reading import Reading
from bilingual.model.figure import Period, PeriodMention, Relative

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


T = TypeVar("T")


def table_row(match: re.Match[str], table: Sequence[tuple[str, T]]) -> T | None:
    """What the table says of the spelling that matched: its unnamed groups follow the order of the table."""
    named = set(match.re.groupindex.values())
    numbers = (number for number in range(1, match.re.groups + 1) if number not in named)
    for (_, value), number in zip(table, numbers, strict=False):
        if match[number] is not None:
            return value
    return None
