"""Running text with running text, and with cells where the other side has only those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from bilingual.align.block_keys import period_key, shared_latin
from bilingual.align.blocks import (
    Block,
    BlockPair,
    line_anchors,
    pair_blocks,
    paragraph_terms,
    paragraphs,
    tables_above,
    tables_around,
    text_blocks,
)
from bilingual.align.divided import SURE_SECONDARY, divided_figures
from bilingual.align.elsewhere import TwoSides, settle
from bilingual.align.figures import Agreement, FigureMatching, Judge, agreement, pair_figures
from bilingual.align.mentions import Mention, ValueIndex, cell_index, reading_mentions
from bilingual.align.periods import dated_periods, located_periods, pair_periods
from bilingual.glossary.labels import Labels
from bilingual.glossary.matcher import Matcher
from bilingual.model.alignment import (
    FigurePair,
    Leftover,
    Pair,
    PairKind,
    PeriodPair,
    RunningText,
    Side,
)
from bilingual.model.document import Language
from bilingual.model.figure import Kind, Period
from bilingual.model.quick import replace
from bilingual.model.segment import SegmentKind

FAR_YEARS = 4
Below = tuple[Mapping[int, str], Mapping[int, str]]
"""Which paired table each note stands below and which ones each paragraph stands between, by its number."""


def align_prose(
    ja: Side, en: Side, matcher: Matcher, labels: Labels, tables: Sequence[Pair] = ()
) -> tuple[list[Pair], list[Leftover]]:
    """Align the running text of two sides.

    Args:
        ja: the Japanese side.
        en: the English side.
        matcher: finds terms.
        labels: the labels of rows, as concepts.
        tables: what is paired in tables: notes below paired tables belong together.

    Returns:
        Pairs of paragraphs and of single statements, and the figures without a counterpart.
    """
    words = ja.running.once(shared_latin, en.running)
    below = {side.language: (tables_above(side, tables), tables_around(side, tables)) for side in (ja, en)}
    blocks = {
        side.language: side.running.once(text_blocks, matcher, words, *below[side.language])
        for side in (ja, en)
    }
    sides = _two_sides(ja, en, matcher, labels)
    agreements = ja.running.once(_Agreements, en.running, matcher)
    judge = Judge(ja.calendar, en.calendar, sides.stated, sides.stated)
    rare = _rare_periods(ja, en)
    pairs: list[Pair] = []
    rest: dict[int, Mention] = {}
    agreed: set[int] = set()
    listed = ja.running.once(_paired_blocks, en.running, matcher, words, below)
    divided = divided_figures(listed, sides.mentions, judge)
    for block_pair in listed:
        own = replace(judge, secondary=block_pair.secondary)
        matching = divided.get(block_pair) or agreements.matching(block_pair, own)
        pair, left = _block_pair(sides, blocks, block_pair, own, rare, matching)
        if block_pair.secondary:
            pair = _without_known(pair, block_pair, agreed)
            if not pair.figures and not pair.periods:
                continue
        agreed.update(id(side) for both in pair.figures if both.agrees for side in (both.ja, both.en))
        pairs.append(pair)
        rest.update((id(mention.figure), mention) for mention in left)
    pairs = [_without_strangers(pair, agreed) for pair in pairs]
    settled = {id(figure) for pair in pairs for both in pair.figures for figure in (both.ja, both.en)}
    for language in Language:
        for block in sides.mentions[language]:
            rest.update(
                (id(mention.figure), mention) for mention in block if id(mention.figure) not in settled
            )
    met = {table.id for pair in tables for table in (pair.ja_table, pair.en_table) if table}
    return settle(sides, pairs, [mention for key, mention in rest.items() if key not in settled], met)


def _without_known(pair: Pair, block_pair: BlockPair, agreed: set[int]) -> Pair:
    """A secondary pair without the figures that better pairs have settled."""
    known = _settled if block_pair.score < SURE_SECONDARY else _both_settled
    return replace(pair, figures=tuple(both for both in pair.figures if not known(both, agreed)))


def _without_strangers(pair: Pair, agreed: set[int]) -> Pair:
    """A pair without amounts of other currencies and sizes of which one agrees elsewhere: 1円 and the US$10 of the next line."""
    kept = tuple(both for both in pair.figures if not (_settled(both, agreed) and _is_strange(both)))
    return pair if len(kept) == len(pair.figures) else replace(pair, figures=kept)


def _is_strange(both: FigurePair) -> bool:
    amounts = both.ja.kind is both.en.kind is Kind.AMOUNT
    return amounts and both.ja.unit != both.en.unit and both.ja.value != both.en.value


def _settled(both: FigurePair, agreed: set[int]) -> bool:
    """Whether two figures differ of which one has a counterpart that agrees already."""
    return not both.agrees and (id(both.ja) in agreed or id(both.en) in agreed)


def _both_settled(both: FigurePair, agreed: set[int]) -> bool:
    """Whether two figures differ of which each has a counterpart that agrees already."""
    return not both.agrees and id(both.ja) in agreed and id(both.en) in agreed


def _rare_periods(ja: Side, en: Side) -> Callable[[Period], bool]:
    """Whether a period is named once in both documents together, or lies far from what they report."""
    named = Counter(
        period_key(mention.period, side.calendar)
        for side in (ja, en)
        for reading in side.readings
        for mention in reading.periods
    )
    named.update(
        period_key(column.period, side.calendar)
        for side in (ja, en)
        for table in side.tables
        for column in table.columns
        if column.period is not None
    )
    calendar = ja.calendar
    anchor = calendar.release or (calendar.current.end if calendar.current else None)

    def rare(period: Period) -> bool:
        if period.end is None:
            return False
        far = anchor is not None and abs(period.end.year - anchor.year) >= FAR_YEARS
        return far or named[period_key(period, calendar)] <= 1

    return rare


def _paired_blocks(
    ja: RunningText, en: RunningText, matcher: Matcher, words: frozenset[str], below: Mapping[Language, Below]
) -> list[BlockPair]:
    """The paragraphs of two texts that correspond; with what else their blocks are made of."""
    return pair_blocks(
        ja.once(text_blocks, matcher, words, *below[Language.JA]),
        en.once(text_blocks, matcher, words, *below[Language.EN]),
    )


def _two_sides(ja: Side, en: Side, matcher: Matcher, labels: Labels) -> TwoSides:
    mentions = {side.language: side.running.once(_mentions, matcher) for side in (ja, en)}
    prose = {side.language: side.running.once(_index, matcher) for side in (ja, en)}
    cells = {side.language: side.once(cell_index, labels) for side in (ja, en)}
    return TwoSides(ja, en, mentions, prose, cells)


def _mentions(text: RunningText, matcher: Matcher) -> list[list[Mention]]:
    """The figures of each paragraph with the terms around them."""
    mentions = []
    listed = zip(text.once(paragraphs), text.once(paragraph_terms, matcher), strict=True)
    for number, (readings, found_terms) in enumerate(listed):
        found: list[Mention] = []
        for reading, terms in zip(readings, found_terms, strict=True):
            found.extend(reading_mentions(reading, terms, number, len(found)))
        mentions.append(found)
    return mentions


def _index(text: RunningText, matcher: Matcher) -> ValueIndex:
    """Where a running text states a value."""
    return ValueIndex(mention for block in text.once(_mentions, matcher) for mention in block)


class _Agreements:
    """What paragraphs of two texts agree in, worked out for each two that are asked for."""

    def __init__(self, ja: RunningText, en: RunningText, matcher: Matcher) -> None:
        self._ja, self._en = ja.once(_mentions, matcher), en.once(_mentions, matcher)
        self._known: dict[tuple[int, int], Agreement] = {}

    def matching(self, pair: BlockPair, judge: Judge) -> FigureMatching:
        """The figures of two paragraphs, paired."""
        ja, en = self._ja[pair.ja], self._en[pair.en]
        agreed = self._known.get((pair.ja, pair.en))
        if agreed is None:
            agreed = self._known[pair.ja, pair.en] = agreement(ja, en, judge)
        return pair_figures(ja, en, judge, agreed)


def _block_pair(
    sides: TwoSides,
    blocks: Mapping[Language, Sequence[Block]],
    numbers: BlockPair,
    judge: Judge,
    rare: Callable[[Period], bool],
    matching: FigureMatching,
) -> tuple[Pair, list[Mention]]:
    left, right = blocks[Language.JA][numbers.ja], blocks[Language.EN][numbers.en]
    periods: tuple[PeriodPair, ...] = ()
    if not numbers.secondary:
        ja_dates = dated_periods(left.readings, [mention.figure for mention in matching.ja_rest])
        en_dates = dated_periods(right.readings, [mention.figure for mention in matching.en_rest])
        periods = pair_periods(
            located_periods(left.readings) + ja_dates,
            located_periods(right.readings) + en_dates,
            judge.ja_calendar,
            judge.en_calendar,
            rare=rare,
        )
    titles = (left.title or right.title) and left.stands_like(right)
    kind = PairKind.HEADING if titles else PairKind.PROSE
    if left.readings[0].segment.kind is right.readings[0].segment.kind is SegmentKind.NOTE:
        kind = PairKind.NOTE
    pair = Pair(
        kind,
        numbers.score,
        line_anchors(sides.ja, left.readings),
        line_anchors(sides.en, right.readings),
        figures=matching.pairs,
        periods=periods,
        evidence=("figures",) if matching.pairs else ("words",),
        ja_readings=left.readings,
        en_readings=right.readings,
    )
    return pair, [*matching.ja_rest, *matching.en_rest]
