"""The date of a release, which stands in the head of its first page in either version."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bilingual.align.blocks import (
    line_anchors,
)
from bilingual.figures.agreement import differences
from bilingual.model.alignment import (
    FigurePair,
    Pair,
    PairKind,
    SegmentReading,
    Side,
)
from bilingual.model.figure import Figure, Kind


def pair_release_dates(ja: Side, en: Side, pairs: list[Pair]) -> list[Pair]:
    """Pair the two dates of release: the dateline's day, on whichever side of the date line it was written."""
    mine, theirs = _release_date(ja), _release_date(en)
    if mine is None or theirs is None or _stands_in(pairs, mine[1], theirs[1]):
        return pairs
    differ = differences(mine[1], theirs[1], ja.calendar, en.calendar)
    # A release dated the evening before in New York is the same moment as the morning after in Tokyo.
    differ = tuple(replace(item, serious=min(item.serious, 0 if item.serious < 2 else 2)) for item in differ)
    added = Pair(
        PairKind.PROSE,
        0.9,
        line_anchors(ja, (mine[0],)),
        line_anchors(en, (theirs[0],)),
        figures=(FigurePair(mine[1], theirs[1], differ),),
        evidence=("dateline",),
        ja_readings=(mine[0],),
        en_readings=(theirs[0],),
    )
    return [*pairs, added]


def _release_date(side: Side) -> tuple[SegmentReading, Figure] | None:
    for reading in side.readings:
        for figure in reading.figures:
            if figure.kind is Kind.DATE and len(figure.moment) == len("2001-11-14"):
                return reading, figure
    return None


def _stands_in(pairs: Iterable[Pair], ja: Figure, en: Figure) -> bool:
    return any(both.ja is ja or both.en is en for pair in pairs for both in pair.figures)
