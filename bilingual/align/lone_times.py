"""Heads that are a period alone, each on a line of its own: FY3/25 and 1Q and FY3/25 and 2Q below each other.

Text that was taken out of a page in the order of its print holds the heads of columns so. The same head comes back for
every column, and which of them belongs to which is not to be seen from the line; where both versions print each period
equally often in such lines, none of them is misprinted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from bilingual.align.block_keys import period_key
from bilingual.align.printed import printed_lines
from bilingual.figures.periods import find_periods
from bilingual.model.alignment import Pair, PairKind, SegmentReading, Side
from bilingual.model.quick import replace

LONGEST = 40
"""Characters of a line that is such a head."""


def settle_lone_times(pairs: Iterable[Pair], ja: Side, en: Side) -> tuple[Pair, ...]:
    """Pairs without the periods of lone heads that differ although both versions have as many of either."""
    pairs = tuple(pairs)
    if not any(map(_differs, pairs)):
        return pairs
    counts = [Counter(_lone_times(side)) for side in (ja, en)]

    def same(pair: Pair) -> bool:
        keys = [_time(readings[0], ja) for readings in (pair.ja_readings, pair.en_readings)]
        return all(key and counts[0][key] == counts[1][key] for key in keys)

    return tuple(replace(pair, periods=()) if _differs(pair) and same(pair) else pair for pair in pairs)


def _differs(pair: Pair) -> bool:
    """Whether a pair of lines, of nothing but a period each, differs in it."""
    readings = (pair.ja_readings, pair.en_readings)
    return (
        pair.kind is not PairKind.TABLE
        and all(len(each) == 1 and _is_time(each[0]) for each in readings)
        and any(both.differences for both in pair.periods)
    )


def _is_time(reading: SegmentReading) -> bool:
    """Whether a period is all that a segment says."""
    if len(reading.periods) != 1:
        return False
    mention, text = reading.periods[0], reading.segment.text
    return not text[: mention.start].strip() and not text[mention.end :].strip()


def _time(reading: SegmentReading, side: Side) -> str:
    return period_key(reading.periods[0].period, side.calendar)


def _lone_times(side: Side) -> Iterator[str]:
    """The periods that fill lines, those in the heads of tables too."""
    for line in side.once(printed_lines):
        text = line.text.strip()
        if not 1 < len(text) <= LONGEST:
            continue
        for mention in find_periods(text, side.language, side.calendar):
            if mention.start == 0 and mention.end == len(text):
                yield period_key(mention.period, side.calendar)
