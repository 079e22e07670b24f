"""Two sides to an alignment: tables, rows, columns, cells, paragraphs and figures.

Everything here scores, chooses and records evidence; nothing says that anything is wrong.
"""

from __future__ import annotations

from bilingual.align.captions import with_caption_periods, without_crossed_captions
from bilingual.align.figures import Judge, pair_figures
from bilingual.align.given_figures import attributed, evenly_marked, paired_cells, split_ranges, told_apart
from bilingual.align.given_periods import parts_told
from bilingual.align.line_times import pair_line_times
from bilingual.align.mentions import Mention, reading_mentions
from bilingual.align.periods import dated_periods, located_periods, pair_periods
from bilingual.align.prose import align_prose
from bilingual.align.release_dates import pair_release_dates
from bilingual.align.statements import align_tables
from bilingual.glossary.labels import Labels
from bilingual.glossary.matcher import Matcher
from bilingual.model.alignment import Alignment, Anchor, FigurePair, Leftover, Pair, PairKind, Side

__all__ = ["align_segments", "align_sides"]


def align_sides(ja: Side, en: Side, matcher: Matcher, labels: Labels) -> Alignment:
    """Align two sides of a bitext."""
    pairs, leftovers = align_tables(ja, en, labels)
    prose, rest = align_prose(ja, en, matcher, labels, pairs)
    prose = without_crossed_captions(pairs, pair_release_dates(ja, en, prose), ja, en)
    found = (*with_caption_periods(pairs, prose, ja, en), *prose)
    return Alignment((*found, *pair_line_times(ja, en, found)), (*leftovers, *rest))


def align_segments(ja: Side, en: Side, matcher: Matcher, *, cells: int = 0) -> Alignment:
    """Pair the figures of two segments that the caller says correspond.

    Args:
        ja: the Japanese side, with one segment.
        en: the English side.
        matcher: finds the terms of the glossaries.
        cells: how many figures at the end of each are the cells of a row, which correspond in order.
    """
    judge = Judge(ja.calendar, en.calendar, lambda _: False, lambda _: False, given=True)
    mentions = []
    for side in (ja, en):
        found: list[Mention] = []
        for reading in side.readings:
            terms = matcher.find(reading.segment.text, side.language)
            found.extend(reading_mentions(reading, terms, 0, len(found)))
        mentions.append(found)
    row: tuple[FigurePair, ...] = ()
    if cells:
        row = paired_cells(mentions[0][-cells:], mentions[1][-cells:], judge)
        mentions = [found[:-cells] for found in mentions]
    mentions = [split_ranges(mentions[0], mentions[1]), split_ranges(mentions[1], mentions[0])]
    matching = pair_figures(mentions[0], mentions[1], judge)
    named = [located_periods(side.readings) for side in (ja, en)]
    dates = [
        dated_periods(side.readings, [mention.figure for mention in rest])
        for side, rest in ((ja, matching.ja_rest), (en, matching.en_rest))
    ]
    # 2024/3末 is met by Mar. 31, 2024; other periods say nothing of a day.
    instants = [any(mention.period.instant for _, mention in found) for found in named]
    periods = pair_periods(
        named[0] + (dates[0] if instants[1] else []),
        named[1] + (dates[1] if instants[0] else []),
        ja.calendar,
        en.calendar,
        given=True,
    )
    if mentions[0] or mentions[1]:  # the bases of figures are compared with them
        periods = tuple(
            pair
            for pair in periods
            if not pair.differences
            or not pair.ja.period.relative
            or parts_told(pair.ja.period, pair.en.period)
        )
    anchors = [
        tuple(Anchor(reading.segment.span, side.lines[0][0]) for reading in side.readings[:1])
        for side in (ja, en)
    ]
    pair = Pair(
        PairKind.PROSE,
        1.0,
        anchors[0],
        anchors[1],
        figures=(*attributed(evenly_marked(told_apart(matching.pairs)), periods, (ja, en)), *row),
        periods=periods,
        evidence=("given",),
        ja_readings=ja.readings,
        en_readings=en.readings,
    )
    rest = tuple(
        Leftover(side.language, "figure", mention.figure.span, side.lines[0][0], mention.figure)
        for side, left in ((ja, matching.ja_rest), (en, matching.en_rest))
        for mention in left
    )
    tables = [
        Pair(
            PairKind.TABLE,
            1.0,
            anchors[0],
            anchors[1],
            evidence=("given",),
            ja_table=left,
            en_table=right,
        )
        for left, right in zip(ja.tables, en.tables, strict=False)
    ]
    return Alignment((pair, *tables), rest)
