"""Progress of two given segments, which is measured at the end of what it covers: 第2四半期累計の進捗率, at the end of the first half."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bilingual.model.alignment import FigurePair, PeriodPair, Side
from bilingual.model.figure import Aspect, Difference, Part, Period, Relative

_PROGRESS_RE = re.compile(r"進捗|達成率")
_ENDING = {Part.H1: Part.Q2, Part.M9: Part.Q3, Part.YEAR: Part.Q4}
"""Longer parts of a year with the quarter that ends with them."""
_LENGTHS = frozenset({Aspect.INSTANT, Aspect.CUMULATIVE, Aspect.PERIOD})


def of_progress(
    figures: Sequence[FigurePair], periods: Sequence[PeriodPair], sides: tuple[Side, Side]
) -> tuple[tuple[FigurePair, ...], tuple[PeriodPair, ...]]:
    """The pairs of two segments without what differs only as a stretch of time and its end, where they tell of progress.

    Args:
        figures: the pairs of figures.
        periods: the pairs of periods.
        sides: the Japanese segment and the English one.
    """
    if not _PROGRESS_RE.search(sides[0].readings[0].segment.text):
        return tuple(figures), tuple(periods)
    ends = [
        {_end(mention.period) for reading in side.readings for mention in reading.periods} for side in sides
    ]
    if not ends[1] <= ends[0]:
        return tuple(figures), tuple(periods)
    return (
        tuple(
            replace(both, differences=_kept(both.differences, both.ja.period, both.en.period))
            for both in figures
        ),
        tuple(
            replace(both, differences=_kept(both.differences, both.ja.period, both.en.period))
            for both in periods
        ),
    )


def _end(period: Period) -> Part | None:
    return _ENDING.get(period.part, period.part) if period.part else None


def _kept(
    differences: tuple[Difference, ...], ja: Period | None, en: Period | None
) -> tuple[Difference, ...]:
    """What differs but for the length of two periods that end together, or of a plan's year and the day that it is measured."""
    if not differences or ja is None or en is None:
        return differences
    if _end(ja) is not _end(en) and not (en.instant and ja.part is Part.YEAR):
        return differences
    placed = [
        period.year or period.end or period.relative not in (None, Relative.CURRENT) for period in (ja, en)
    ]
    lengths = {Aspect.INSTANT} if any(placed) else _LENGTHS
    return tuple(item for item in differences if item.aspect not in lengths)
