"""Single figures of running text whose counterparts stand elsewhere: other paragraphs first, then cells."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from bilingual.align.assignment import best_assignment
from bilingual.align.evidence import digit_likeness, digit_weight, figure_likeness
from bilingual.align.figures import Judge, comparable, context_score
from bilingual.align.mentions import Mention, ValueIndex
from bilingual.align.tallies import full_digits, is_long, said_once_less
from bilingual.figures.agreement import differences
from bilingual.model.alignment import (
    Anchor,
    FigurePair,
    Leftover,
    Pair,
    PairKind,
    Side,
)
from bilingual.model.document import Language
from bilingual.model.figure import Difference, Figure, Kind

SURE_DIGITS = 5
MOST_PLACES = 100
"""Places of like values among which a counterpart is looked for; a year of reports repeats some in every table."""
SLIP = 0.7
FULL_DATE = len("2001-11-14")
NEAR = 0.04
"""Share of a document within which two figures that nothing else meets may be one."""
FEWEST_DIGITS = 3
ENOUGH = 0.55
"""Evidence besides the value that a statement far away needs to count as the same fact."""


@dataclass(frozen=True)
class TwoSides:
    """Both sides with what the search for counterparts needs."""

    ja: Side
    en: Side
    mentions: dict[Language, list[list[Mention]]]
    prose: dict[Language, ValueIndex]
    cells: dict[Language, ValueIndex]
    known: dict[tuple[int, bool], list[Mention]] = field(default_factory=dict)
    starts: dict[Language, list[int]] = field(default_factory=dict)

    def agrees(self, ja: Figure, en: Figure) -> bool:
        """Whether two figures differ in nothing serious."""
        if plainly_apart(ja, en):
            return False
        return comparable(ja, en, given=False) and not any(
            difference.serious for difference in self.compare(ja, en)
        )

    def same_place(self, ja: Mention, en: Mention) -> bool:
        """Whether two exact figures of three digits or more stand about as far into their documents."""
        if ja.figure.kind in (Kind.DATE, Kind.TIME) or min(len(ja.digits), len(en.digits)) < 2:
            return False
        long = min(len(full_digits(mention.figure)) for mention in (ja, en)) >= FEWEST_DIGITS
        return long and self.apart(ja, en) <= NEAR

    def apart(self, one: Mention, other: Mention) -> float:
        """How far two mentions of the two languages stand apart, as a share of the documents or of their figures.

        Blanks that lay out the pages of one version alone move its characters, but none of its figures.
        """
        pages = [
            mention.figure.span.start / max(1, len(side.document.text))
            for mention in (one, other)
            for side in ((self.ja,) if mention.figure.language is Language.JA else (self.en,))
        ]
        ranks = [self._rank(mention.figure) for mention in (one, other)]
        return min(abs(pages[0] - pages[1]), abs(ranks[0] - ranks[1]))

    def _rank(self, figure: Figure) -> float:
        """How many figures of a document stand before one, as a share of them."""
        starts = self.starts.get(figure.language)
        if starts is None:
            indexes = (self.prose[figure.language], self.cells[figure.language])
            found = (mention.figure.span.start for index in indexes for mention in index.sized)
            starts = self.starts[figure.language] = sorted(found)
        return bisect_left(starts, figure.span.start) / max(1, len(starts))

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


def plainly_apart(ja: Figure, en: Figure) -> bool:
    """Whether two exact figures of one unit lie further apart than their last digits: most candidates of like size do."""
    if ja.value is None or en.value is None or ja.kind is not en.kind or ja.unit != en.unit:
        return False
    if ja.approximate or en.approximate or ja.bound is not None or en.bound is not None or ja.word or en.word:
        return False
    apart = abs(abs(ja.value) - abs(en.value))
    if ja.step == en.step:
        return bool(apart)
    return not (ja.ends or en.ends) and apart > (ja.step or 0) + (en.step or 0)


def settle(
    sides: TwoSides, pairs: list[Pair], rest: Sequence[Mention], paired: Container[str] = ()
) -> tuple[list[Pair], list[Leftover]]:
    """Find counterparts of single figures elsewhere: other paragraphs first, then cells.

    Args:
        sides: both sides.
        pairs: paragraphs that are paired, to which what is found is added.
        rest: figures of running text without a counterpart.
        paired: ids of the tables that have a counterpart.
    """
    found: dict[tuple[PairKind, int, int], list[tuple[Mention, Mention]]] = defaultdict(list)
    near = _partner_blocks(sides, pairs)
    alone: list[Mention] = []
    for mention in rest:
        other = _best(sides, mention, near)
        if other is None:
            alone.append(mention)
            continue
        ja, en = (mention, other) if mention.figure.language is Language.JA else (other, mention)
        kind = PairKind.PROSE_TABLE if ja.row or en.row else PairKind.PROSE
        found[kind, _home(sides.ja, ja), _home(sides.en, en)].append((ja, en))
    for (kind, _, _), couples in found.items():
        pairs.append(_single_pair(sides, kind, couples))
    beside = _beside([couple for couples in found.values() for couple in couples], alone)
    pairs.extend(_beside_pair(sides, ja, en) for ja, en in beside)
    met = {id(mention) for couple in beside for mention in couple}
    alone = [mention for mention in alone if id(mention) not in met]
    loose = _loose_cells(sides, paired)
    slips = _slips(sides, [*alone, *loose])
    slips += _mixed(alone)
    slipped = {id(mention) for couple in slips for mention in couple}
    long = [mention for mention in loose if is_long(mention.figure)]
    slips += said_once_less(sides, [*alone, *long], slipped)
    pairs.extend(_slip_pair(sides, ja, en) for ja, en in slips)
    told = {id(mention) for couple in slips for mention in couple}
    return pairs, [_leftover(sides, mention) for mention in alone if id(mention) not in told]


def _loose_cells(sides: TwoSides, paired: Container[str]) -> list[Mention]:
    """Numbers in tables that nothing was paired with, and that no place of the other side states."""
    return [
        mention
        for index in sides.cells.values()
        for mention in index.sized
        if mention.table is not None and mention.table.id not in paired
        if len(full_digits(mention.figure)) >= FEWEST_DIGITS
        if not any(sides.counterparts(mention, cells=cells) for cells in (False, True))
    ]


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


def _beside_pair(sides: TwoSides, ja: Mention, en: Mention) -> Pair:
    return replace(_single_pair(sides, PairKind.PROSE, [(ja, en)]), evidence=("beside",))


def _slips(sides: TwoSides, alone: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
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
            if sides.same_place(left, right):
                likeness = max(likeness, digit_likeness(full_digits(left.figure), full_digits(right.figure)))
            elif not _telling(left, right):
                continue
            if likeness >= SLIP:
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


def _slip_pair(sides: TwoSides, ja: Mention, en: Mention) -> Pair:
    """A pair that digits alone speak for: a person has to look, unless the kind is rare (times, rates)."""
    kind = PairKind.PROSE_TABLE if ja.row or en.row else PairKind.PROSE
    pair = _single_pair(sides, kind, [(ja, en)])
    if ja.figure.kind in (Kind.TIME, Kind.RATE):
        return replace(pair, evidence=("slip",))
    both = pair.figures[0]
    if ja.figure.kind is not en.figure.kind:
        return replace(pair, evidence=("slip",))
    capped = tuple(replace(differ, serious=max(0, differ.serious - 1)) for differ in both.differences)
    return replace(pair, evidence=("slip",), figures=(replace(both, differences=capped),))


def _partner_blocks(sides: TwoSides, pairs: Sequence[Pair]) -> dict[tuple[Language, int], int]:
    near: dict[tuple[Language, int], int] = {}
    for pair in pairs:
        near[Language.JA, pair.ja[0].line] = pair.en[0].line
        near[Language.EN, pair.en[0].line] = pair.ja[0].line
    return near


def _home(side: Side, mention: Mention) -> int:
    return mention.row.line if mention.row else side.document.line_number(mention.figure.span.start)


def _best(sides: TwoSides, mention: Mention, near: dict[tuple[Language, int], int]) -> Mention | None:
    language = mention.figure.language
    own, other = (sides.ja, sides.en) if language is Language.JA else (sides.en, sides.ja)
    home = _home(own, mention)
    expected = near.get((language, home))
    judge = Judge(sides.ja.calendar, sides.en.calendar, sides.stated, sides.stated)
    best: tuple[float, int, Mention] | None = None
    for cells in (False, True):
        for candidate in sides.counterparts(mention, cells=cells):
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


def _leftover(sides: TwoSides, mention: Mention) -> Leftover:
    side = sides.ja if mention.figure.language is Language.JA else sides.en
    span = mention.figure.span
    return Leftover(side.language, "figure", span, side.document.line_number(span.start), mention.figure)


def _single_pair(sides: TwoSides, kind: PairKind, couples: Sequence[tuple[Mention, Mention]]) -> Pair:
    ja, en = couples[0]
    return Pair(
        kind,
        0.5,
        (_mention_anchor(sides.ja, ja),),
        (_mention_anchor(sides.en, en),),
        figures=tuple(
            FigurePair(left.figure, right.figure, sides.compare(left.figure, right.figure))
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
