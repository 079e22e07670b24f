"""Two segments that the caller says correspond: their figures, periods and heads are each other's."""

from __future__ import annotations

from collections.abc import Sequence

from bilingual.align.figures import FigureMatching, Judge, pair_figures
from bilingual.align.given_clocks import on_days_without_month, on_other_clocks
from bilingual.align.given_figures import (
    attributed,
    evenly_marked,
    paired_cells,
    split_ranges,
    told_apart,
    with_moved_limits,
    with_named_bases,
    with_parted_limits,
    within_a_year,
)
from bilingual.align.given_lengths import of_equal_lengths, outside_equal_lengths, with_larger_units
from bilingual.align.given_levels import with_levels
from bilingual.align.given_periods import closing_days, other_half, parts_told
from bilingual.align.given_precision import headed, precisely, without_money
from bilingual.align.given_progress import of_progress
from bilingual.align.mentions import Mention, reading_mentions
from bilingual.align.periods import dated_periods, located_periods, pair_periods
from bilingual.glossary.matcher import Matcher
from bilingual.model.alignment import (
    Alignment,
    Anchor,
    FigurePair,
    Leftover,
    Pair,
    PairKind,
    PeriodPair,
    Side,
)
from bilingual.model.figure import Relative

GIVEN = ("given",)
"""The evidence of these pairs: somebody aligned them."""


def align_segments(ja: Side, en: Side, matcher: Matcher, *, cells: int = 0) -> Alignment:
    """Pair the figures of two segments that the caller says correspond.

    Args:
        ja: the Japanese side, with one segment.
        en: the English side.
        matcher: finds the terms of the glossaries.
        cells: how many figures at the end of each are the cells of a row, which correspond in order.
    """
    judge = Judge(ja.calendar, en.calendar, lambda _: False, lambda _: False, given=True)
    left, right = _mentions(ja, matcher), _mentions(en, matcher)
    row: tuple[FigurePair, ...] = ()
    if cells:
        row = paired_cells(left[-cells:], right[-cells:], judge)
        left, right = left[:-cells], right[:-cells]
    left, right = split_ranges(left, right), split_ranges(right, left)
    matching = pair_figures(left, right, judge)
    periods = _periods(ja, en, matching)
    if left or right:
        periods = _without_bases(periods)
    figures = attributed(_told(matching.pairs, (ja, en)), periods, (ja, en))
    figures, periods = of_progress(figures, periods, (ja, en))
    pair = Pair(
        PairKind.PROSE,
        1.0,
        _anchors(ja),
        _anchors(en),
        figures=(*figures, *row),
        periods=periods,
        evidence=GIVEN,
        ja_readings=ja.readings,
        en_readings=en.readings,
    )
    rest = outside_equal_lengths(
        (*_leftovers(ja, matching.ja_rest), *_leftovers(en, matching.en_rest)), (ja, en)
    )
    return Alignment((pair, *_tables(ja, en)), rest)


def _told(pairs: Sequence[FigurePair], sides: tuple[Side, Side]) -> tuple[FigurePair, ...]:
    """The figures with what only all pairs of the two segments together, and their words, tell."""
    pairs = within_a_year(pairs, sides)
    pairs = of_equal_lengths(pairs, sides)
    pairs = with_larger_units(on_days_without_month(on_other_clocks(pairs), sides), sides)
    told = precisely(
        with_moved_limits(with_parted_limits(with_named_bases(evenly_marked(told_apart(pairs)))))
    )
    return without_money(headed(with_levels(told, sides), sides), sides)


def _mentions(side: Side, matcher: Matcher) -> list[Mention]:
    """The figures of a side with the terms that stand by them."""
    found: list[Mention] = []
    for reading in side.readings:
        terms = matcher.find(reading.segment.text, side.language)
        found.extend(reading_mentions(reading, terms, 0, len(found)))
    return found


def _periods(ja: Side, en: Side, matching: FigureMatching) -> tuple[PeriodPair, ...]:
    """The periods of both, with the days that no figure of the other side met.

    2024/3末 is met by Mar. 31, 2024, and 2024年3月期 where nothing else is named; other periods say nothing of a day.
    """
    named = [located_periods(side.readings) for side in (ja, en)]
    dates = [
        dated_periods(side.readings, [mention.figure for mention in rest])
        for side, rest in ((ja, matching.ja_rest), (en, matching.en_rest))
    ]
    instants = [any(mention.period.instant for _, mention in found) for found in named]
    return pair_periods(
        named[0] + (dates[0] if instants[1] else closing_days(dates[0], named[0], named[1])),
        named[1] + (dates[1] if instants[0] else closing_days(dates[1], named[1], named[0])),
        ja.calendar,
        en.calendar,
        given=True,
    )


def _without_bases(periods: tuple[PeriodPair, ...]) -> tuple[PeriodPair, ...]:
    """Periods without those that differ as bases of a change: they are compared with their figures."""
    return tuple(
        pair
        for pair in periods
        if not pair.differences
        or not pair.ja.period.relative
        or parts_told(pair.ja.period, pair.en.period)
        or {pair.ja.period.relative, pair.en.period.relative} == {Relative.CURRENT, Relative.NEXT}
        or other_half(pair.ja.period, pair.en.period)
    )


def _anchors(side: Side) -> tuple[Anchor, ...]:
    return tuple(Anchor(reading.segment.span, side.lines[0][0]) for reading in side.readings[:1])


def _tables(ja: Side, en: Side) -> list[Pair]:
    """The tables that the segments hold (a head alone, a row), in order."""
    return [
        Pair(PairKind.TABLE, 1.0, _anchors(ja), _anchors(en), evidence=GIVEN, ja_table=one, en_table=other)
        for one, other in zip(ja.tables, en.tables, strict=False)
    ]


def _leftovers(side: Side, rest: tuple[Mention, ...]) -> list[Leftover]:
    line = side.lines[0][0]
    return [Leftover(side.language, "figure", mention.figure.span, line, mention.figure) for mention in rest]
