"""Captions of paired tables: the times that they name stand for each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bilingual.align.periods import located_periods, pair_periods
from bilingual.model.alignment import Pair, PairKind, SegmentReading, Side
from bilingual.model.table import Table


def with_caption_periods(
    tables: Sequence[Pair], prose: Iterable[Pair], ja: Side, en: Side
) -> tuple[Pair, ...]:
    """Table pairs with the periods of their captions, where no pair of paragraphs compares those already.

    Args:
        tables: pairs of tables and of their rows.
        prose: pairs of paragraphs.
        ja: the Japanese side.
        en: the English side.
    """
    together = {
        (id(left), id(right)) for pair in prose for left in pair.ja_readings for right in pair.en_readings
    }
    out = []
    for pair in tables:
        if pair.kind is PairKind.TABLE and pair.ja_table is not None and pair.en_table is not None:
            mine, theirs = _caption_readings(ja, pair.ja_table), _caption_readings(en, pair.en_table)
            told = any((id(left), id(right)) in together for left in mine for right in theirs)
            if not told and not (_heads(pair.ja_table, mine) and _heads(pair.en_table, theirs)):
                periods = pair_periods(
                    located_periods(mine), located_periods(theirs), ja.calendar, en.calendar
                )
                pair = replace(pair, periods=periods, ja_readings=mine, en_readings=theirs)
        out.append(pair)
    return tuple(out)


def without_crossed_captions(tables: Iterable[Pair], prose: Iterable[Pair], ja: Side, en: Side) -> list[Pair]:
    """Paragraph pairs without those that join the captions of tables that belong to other partners.

    Segments of two years stand under captions that differ in the year alone: the tables tell which is which.
    """
    mine: dict[int, str] = {}
    theirs: dict[int, str] = {}
    partner: dict[str, str] = {}
    for pair in tables:
        if pair.kind is PairKind.TABLE and pair.ja_table is not None and pair.en_table is not None:
            partner[pair.ja_table.id] = pair.en_table.id
            mine.update((id(reading), pair.ja_table.id) for reading in _caption_readings(ja, pair.ja_table))
            theirs.update((id(reading), pair.en_table.id) for reading in _caption_readings(en, pair.en_table))

    def crossed(pair: Pair) -> bool:
        left = {mine.get(id(reading)) for reading in pair.ja_readings}
        right = {theirs.get(id(reading)) for reading in pair.en_readings}
        if None in left | right or not left or not right:
            return False
        return not any(partner[name] in right for name in left if name)

    return [pair for pair in prose if not crossed(pair)]


def _heads(table: Table, readings: Sequence[SegmentReading]) -> bool:
    """Whether the columns have their time from the caption: then their heads are compared."""
    named = [mention.period for reading in readings for mention in reading.periods]
    return any(column.period in named for column in table.columns if column.period is not None)


def _caption_readings(side: Side, table: Table) -> tuple[SegmentReading, ...]:
    """The readings of a caption that name a time."""
    span = table.caption_span
    if span is None:
        return ()
    return tuple(reading for start, reading in side.once(_timed) if span.start <= start < span.end)


def _timed(side: Side) -> tuple[tuple[int, SegmentReading], ...]:
    """The readings that name a time, each with where it begins."""
    return tuple((reading.segment.span.start, reading) for reading in side.readings if reading.periods)
