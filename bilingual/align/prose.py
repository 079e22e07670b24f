"""Running text with running text, and with cells where the other side has only those."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from bilingual.align.assignment import best_assignment
from bilingual.align.blocks import (
    Block,
    BlockPair,
    pair_blocks,
    period_key,
    shared_latin,
    side_blocks,
    with_tables,
)
from bilingual.align.divided import SURE_SECONDARY, divided_figures
from bilingual.align.evidence import digit_weight, figure_likeness
from bilingual.align.figures import FigureMatching, Judge, comparable, context_score, pair_figures
from bilingual.align.mentions import Mention, ValueIndex, cell_mentions, reading_mentions
from bilingual.align.periods import dated_periods, located_periods, pair_periods
from bilingual.figures.agreement import differences
from bilingual.glossary.labels import Labels
from bilingual.glossary.matcher import Matcher
from bilingual.model.alignment import (
    Anchor,
    FigurePair,
    Leftover,
    Pair,
    PairKind,
    PeriodPair,
    SegmentReading,
    Side,
)
from bilingual.model.document import Language
from bilingual.model.figure import Difference, Figure, Kind, Period
from bilingual.model.segment import SegmentKind

SURE_DIGITS = 5
MOST_PLACES = 100
"""Places of like values among which a counterpart is looked for; a year of reports repeats some in every table."""
FAR_YEARS = 4
SLIP = 0.7
FULL_DATE = len("2001-11-14")
ENOUGH = 0.55
"""Evidence besides the value that a statement far away needs to count as the same fact."""


@dataclass(frozen=True)
class _Bitext:
    """Both sides with what the search for counterparts needs."""

    ja: Side
    en: Side
    mentions: dict[Language, list[list[Mention]]]
    prose: dict[Language, ValueIndex]
    cells: dict[Language, ValueIndex]
    known: dict[tuple[int, bool], list[Mention]] = field(default_factory=dict)

    def agrees(self, ja: Figure, en: Figure) -> bool:
        """Whether two figures differ in nothing serious."""
        if _plainly_apart(ja, en):
            return False
        return comparable(ja, en, given=False) and not any(
            difference.serious for difference in self.compare(ja, en)
        )

    def compare(self, ja: Figure, en: Figure) -> tuple[Difference, ...]:
        """In what two figures differ."""
        return differences(ja, en, self.ja.calendar, self.en.calendar)

    def counterparts(self, mention: Mention, *, cells: bool) -> list[Mention]:
        """Mentions of the other language that state the same value."""
        known = self.known.get((id(mention), cells))
        if known is None:
            known = self.known[id(mention), cells] = self._counterparts(mention, cells=cells)
        return known

    def _counterparts(self, mention: Mention, *, cells: bool) -> list[Mention]:
        language = mention.figure.language
        index = self.cells[language.other] if cells else self.prose[language.other]
        near = index.near(mention.figure)
        if len(near) > MOST_PLACES:
            near = self._at_the_same_place(mention, near)
        if language is Language.JA:
            return [found for found in near if self.agrees(mention.figure, found.figure)]
        return [found for found in near if self.agrees(found.figure, mention.figure)]

    def _at_the_same_place(self, mention: Mention, near: Sequence[Mention]) -> list[Mention]:
        """Of very many mentions those that stand about as far into their document as one of the other language."""
        own, other = (self.ja, self.en) if mention.figure.language is Language.JA else (self.en, self.ja)
        place = mention.figure.span.start * len(other.document.text) // max(1, len(own.document.text))
        order = sorted(range(len(near)), key=lambda at: (abs(near[at].figure.span.start - place), at))
        return [near[at] for at in sorted(order[:MOST_PLACES])]

    def stated(self, mention: Mention) -> bool:
        """Whether the other language states the value anywhere, with digits that chance does not give.

        A coarser statement (5.4 billion for 5,410 million) does not count: it would hold for a wrong digit too.
        """
        if digit_weight(mention.digits) < 0.6:
            return False
        # 13.3 stands somewhere in every balance sheet; 9,528,307 does not.
        sure = len(mention.digits) >= SURE_DIGITS
        return any(
            found.concepts & mention.concepts or (sure and found.digits == mention.digits)
            for cells in (False, True)
            for found in self.counterparts(mention, cells=cells)
            if not _coarser(found.figure, mention.figure)
        )


def _coarser(one: Figure, other: Figure) -> bool:
    return one.step is not None and other.step is not None and one.step > other.step


def _plainly_apart(ja: Figure, en: Figure) -> bool:
    """Whether two figures print other digits of one unit and precision: most candidates of like size do."""
    if ja.value is None or en.value is None or ja.step != en.step or ja.unit != en.unit:
        return False
    if ja.approximate or en.approximate or ja.bound is not None or en.bound is not None or ja.word or en.word:
        return False
    return ja.kind is en.kind and abs(ja.value) != abs(en.value)


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
    words = shared_latin(ja, en)
    blocks = {
        side.language: with_tables(side_blocks(side, matcher, words), side, tables) for side in (ja, en)
    }
    bitext = _bitext(ja, en, blocks, labels)
    judge = Judge(ja.calendar, en.calendar, bitext.stated, bitext.stated)
    rare = _rare_periods(ja, en)
    pairs: list[Pair] = []
    rest: dict[int, Mention] = {}
    settled: set[int] = set()
    agreed: set[int] = set()
    listed = pair_blocks(blocks[Language.JA], blocks[Language.EN])
    divided = divided_figures(listed, bitext.mentions, judge)
    for block_pair in listed:
        own = replace(judge, secondary=block_pair.secondary)
        pair, left = _block_pair(bitext, blocks, block_pair, own, rare, divided.get(block_pair))
        if block_pair.secondary and block_pair.score < SURE_SECONDARY:
            pair = replace(pair, figures=tuple(both for both in pair.figures if not _settled(both, agreed)))
        if block_pair.secondary and not pair.figures and not pair.periods:
            continue
        agreed.update(id(side) for both in pair.figures if both.agrees for side in (both.ja, both.en))
        pairs.append(pair)
        settled.update(id(figure) for both in pair.figures for figure in (both.ja, both.en))
        rest.update((id(mention.figure), mention) for mention in left)
    for language in Language:
        for block in bitext.mentions[language]:
            rest.update(
                (id(mention.figure), mention) for mention in block if id(mention.figure) not in settled
            )
    return _settle(bitext, pairs, [mention for key, mention in rest.items() if key not in settled])


def _settled(both: FigurePair, agreed: set[int]) -> bool:
    """Whether two figures differ of which one has a counterpart that agrees already."""
    return not both.agrees and (id(both.ja) in agreed or id(both.en) in agreed)


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


def _bitext(ja: Side, en: Side, blocks: dict[Language, list[Block]], labels: Labels) -> _Bitext:
    mentions: dict[Language, list[list[Mention]]] = {}
    for language, listed in blocks.items():
        mentions[language] = []
        for block in listed:
            found: list[Mention] = []
            for reading, terms in zip(block.readings, block.terms, strict=True):
                found.extend(reading_mentions(reading, terms, block.number, len(found)))
            mentions[language].append(found)
    prose = {
        language: ValueIndex(mention for block in listed for mention in block)
        for language, listed in mentions.items()
    }
    cells = {side.language: ValueIndex(cell_mentions(side, labels)) for side in (ja, en)}
    return _Bitext(ja, en, mentions, prose, cells)


def _block_pair(
    bitext: _Bitext,
    blocks: dict[Language, list[Block]],
    numbers: BlockPair,
    judge: Judge,
    rare: Callable[[Period], bool],
    matching: FigureMatching | None = None,
) -> tuple[Pair, list[Mention]]:
    left, right = blocks[Language.JA][numbers.ja], blocks[Language.EN][numbers.en]
    matching = matching or pair_figures(
        bitext.mentions[Language.JA][numbers.ja], bitext.mentions[Language.EN][numbers.en], judge
    )
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
    kind = PairKind.HEADING if left.title and right.title else PairKind.PROSE
    if left.readings[0].segment.kind is right.readings[0].segment.kind is SegmentKind.NOTE:
        kind = PairKind.NOTE
    pair = Pair(
        kind,
        numbers.score,
        _anchors(bitext.ja, left.readings),
        _anchors(bitext.en, right.readings),
        figures=matching.pairs,
        periods=periods,
        evidence=("figures",) if matching.pairs else ("words",),
        ja_readings=left.readings,
        en_readings=right.readings,
    )
    return pair, [*matching.ja_rest, *matching.en_rest]


def _anchors(side: Side, readings: Sequence[SegmentReading]) -> tuple[Anchor, ...]:
    """One anchor per line on which a segment of the paragraph starts."""
    anchors: dict[int, Anchor] = {}
    for reading in readings:
        span = reading.segment.span
        line = side.document.line_number(span.start)
        anchors.setdefault(line, Anchor(span, line))
    return tuple(anchors.values())


def _settle(bitext: _Bitext, pairs: list[Pair], rest: Sequence[Mention]) -> tuple[list[Pair], list[Leftover]]:
    """Find counterparts of single figures elsewhere: other paragraphs first, then cells."""
    found: dict[tuple[PairKind, int, int], list[tuple[Mention, Mention]]] = defaultdict(list)
    near = _partner_blocks(bitext, pairs)
    alone: list[Mention] = []
    for mention in rest:
        other = _best(bitext, mention, near)
        if other is None:
            alone.append(mention)
            continue
        ja, en = (mention, other) if mention.figure.language is Language.JA else (other, mention)
        kind = PairKind.PROSE_TABLE if ja.row or en.row else PairKind.PROSE
        found[kind, _home(bitext.ja, ja), _home(bitext.en, en)].append((ja, en))
    for (kind, _, _), couples in found.items():
        pairs.append(_single_pair(bitext, kind, couples))
    beside = _beside([couple for couples in found.values() for couple in couples], alone)
    pairs.extend(_beside_pair(bitext, ja, en) for ja, en in beside)
    met = {id(mention) for couple in beside for mention in couple}
    alone = [mention for mention in alone if id(mention) not in met]
    slips = _slips(alone)
    slips += _mixed(alone)
    pairs.extend(_slip_pair(bitext, ja, en) for ja, en in slips)
    told = {id(mention) for couple in slips for mention in couple}
    return pairs, [_leftover(bitext, mention) for mention in alone if id(mention) not in told]


def _beside(
    couples: Sequence[tuple[Mention, Mention]], alone: Sequence[Mention]
) -> list[tuple[Mention, Mention]]:
    """The only rates left of two sentences of which another figure agrees, where they print the same digits."""
    left: dict[int, list[Mention]] = defaultdict(list)
    for mention in alone:
        if mention.reading is not None:
            left[id(mention.reading)].append(mention)
    found: dict[int, tuple[Mention, Mention]] = {}
    for ja, en in couples:
        mine, theirs = left[id(ja.reading)], left[id(en.reading)]
        if ja.reading is None or en.reading is None or len(mine) != 1 or len(theirs) != 1:
            continue
        rates = all(mention.figure.kind in (Kind.PERCENT, Kind.POINTS) for mention in (mine[0], theirs[0]))
        if rates and mine[0].digits == theirs[0].digits and ja.digits != mine[0].digits:
            found[id(mine[0])] = (mine[0], theirs[0])
    return list(found.values())


def _beside_pair(bitext: _Bitext, ja: Mention, en: Mention) -> Pair:
    return replace(_single_pair(bitext, PairKind.PROSE, [(ja, en)]), evidence=("beside",))


def _slips(alone: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Figures stated nowhere on the other side, each with the one there that is a slip away from it."""
    japanese = [mention for mention in alone if mention.figure.language is Language.JA]
    english: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in alone:
        if mention.figure.language is Language.EN:
            english[mention.figure.kind.value, mention.figure.unit].append(mention)
    scores: dict[tuple[int, int], float] = {}
    by_number = {id(mention): number for number, mention in enumerate(alone)}
    for left in japanese:
        for right in english[left.figure.kind.value, left.figure.unit]:
            likeness = figure_likeness(left.figure, right.figure)
            if likeness >= SLIP and _telling(left, right):
                scores[by_number[id(left)], by_number[id(right)]] = likeness
    return [(alone[i], alone[j]) for i, j in best_assignment(scores)]


def _mixed(alone: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """A percentage and points of the same digits that are stated nowhere else: one of them is the other."""
    shares: dict[str, list[Mention]] = defaultdict(list)
    for mention in alone:
        if mention.figure.kind in (Kind.PERCENT, Kind.POINTS):
            shares[mention.digits].append(mention)
    found = []
    for both in shares.values():
        ja = [mention for mention in both if mention.figure.language is Language.JA]
        en = [mention for mention in both if mention.figure.language is Language.EN]
        if len(ja) == len(en) == 1 and ja[0].figure.kind is not en[0].figure.kind:
            found.append((ja[0], en[0]))
    return found


def _telling(ja: Mention, en: Mention) -> bool:
    """Whether likeness of digits alone says that two figures are one: moments, rates, long or named ones."""
    kind = ja.figure.kind
    if kind is Kind.DATE:
        one, other = ja.figure.moment, en.figure.moment
        # Months of one year follow each other in every paper; the same month of another year is a slip.
        return len(one) == len(other) > len("2001") and (len(one) == FULL_DATE or one[4:] == other[4:])
    if kind in (Kind.TIME, Kind.RATE):
        return True
    return len(ja.digits) >= SURE_DIGITS or (len(ja.digits) >= 3 and bool(ja.nearest & en.nearest))


def _slip_pair(bitext: _Bitext, ja: Mention, en: Mention) -> Pair:
    """A pair that digits alone speak for: a person has to look, unless the kind is rare (times, rates)."""
    pair = _single_pair(bitext, PairKind.PROSE, [(ja, en)])
    if ja.figure.kind in (Kind.TIME, Kind.RATE):
        return replace(pair, evidence=("slip",))
    both = pair.figures[0]
    if ja.figure.kind is not en.figure.kind:
        return replace(pair, evidence=("slip",))
    capped = tuple(replace(differ, serious=max(0, differ.serious - 1)) for differ in both.differences)
    return replace(pair, evidence=("slip",), figures=(replace(both, differences=capped),))


def _partner_blocks(bitext: _Bitext, pairs: Sequence[Pair]) -> dict[tuple[Language, int], int]:
    near: dict[tuple[Language, int], int] = {}
    for pair in pairs:
        near[Language.JA, pair.ja[0].line] = pair.en[0].line
        near[Language.EN, pair.en[0].line] = pair.ja[0].line
    return near


def _home(side: Side, mention: Mention) -> int:
    return mention.row.line if mention.row else side.document.line_number(mention.figure.span.start)


def _best(bitext: _Bitext, mention: Mention, near: dict[tuple[Language, int], int]) -> Mention | None:
    language = mention.figure.language
    own, other = (bitext.ja, bitext.en) if language is Language.JA else (bitext.en, bitext.ja)
    home = _home(own, mention)
    expected = near.get((language, home))
    judge = Judge(bitext.ja.calendar, bitext.en.calendar, bitext.stated, bitext.stated)
    best: tuple[float, int, Mention] | None = None
    for cells in (False, True):
        for candidate in bitext.counterparts(mention, cells=cells):
            pair = (mention, candidate) if language is Language.JA else (candidate, mention)
            line = _home(other, candidate)
            score = context_score(*pair, judge) + 0.8 * digit_weight(mention.digits) ** 2
            score += 0.15 if pair[0].digits == pair[1].digits else 0.0
            if expected is not None:
                score += 0.3 / (1 + abs(line - expected) / 4)
            if score >= ENOUGH and (best is None or (score, -line) > best[:2]):
                best = (score, -line, candidate)
        if best is not None:
            return best[2]
    return None


def _leftover(bitext: _Bitext, mention: Mention) -> Leftover:
    side = bitext.ja if mention.figure.language is Language.JA else bitext.en
    span = mention.figure.span
    return Leftover(side.language, "figure", span, side.document.line_number(span.start), mention.figure)


def _single_pair(bitext: _Bitext, kind: PairKind, couples: Sequence[tuple[Mention, Mention]]) -> Pair:
    ja, en = couples[0]
    return Pair(
        kind,
        0.5,
        (_mention_anchor(bitext.ja, ja),),
        (_mention_anchor(bitext.en, en),),
        figures=tuple(
            FigurePair(left.figure, right.figure, bitext.compare(left.figure, right.figure))
            for left, right in couples
        ),
        evidence=("value",),
        ja_row=ja.row,
        en_row=en.row,
        ja_table=ja.table,
        en_table=en.table,
        ja_readings=(ja.reading,) if ja.reading else (),
        en_readings=(en.reading,) if en.reading else (),
    )


def _mention_anchor(side: Side, mention: Mention) -> Anchor:
    if mention.row and mention.row.label_span:
        return Anchor(mention.row.label_span, mention.row.line)
    span = mention.reading.segment.span if mention.reading else mention.figure.span
    return Anchor(span, side.document.line_number(mention.figure.span.start))


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
        _anchors(ja, (mine[0],)),
        _anchors(en, (theirs[0],)),
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
