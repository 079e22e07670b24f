"""Period mentions with period mentions inside paired running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bilingual.align.assignment import best_assignment
from bilingual.align.given_periods import (
    Located,
    dated_together,
    explained,
    months_told,
    other_length,
    other_part,
    parts_told,
    redated,
    uncross,
)
from bilingual.align.period_looks import (
    commensurable,
    definiteness,
    end_of_quarter,
    is_no_part,
    is_placed,
    is_slip,
    lengths_apart,
    likeness,
    months_apart,
    same_grain,
    years_named,
)
from bilingual.figures.periods import compare_periods
from bilingual.model.alignment import PeriodPair, SegmentReading
from bilingual.model.figure import (
    Difference,
    Figure,
    FiscalCalendar,
    Kind,
    Part,
    Period,
    PeriodMention,
    Relative,
)
from bilingual.text.characters import LOST

Edge = tuple[int, int]
FULL_DATE = len("2001-09-30")
FEW = 3
"""Mentions of paragraphs that a translation leaves in their order."""
FAR = 0.02
"""What every place in the order takes from the score of two mentions: order decides among equals only."""


def located_periods(readings: Sequence[SegmentReading]) -> list[Located]:
    """The period mentions of several segments, in order."""
    return [(reading, mention) for reading in readings for mention in reading.periods]


def dated_periods(readings: Sequence[SegmentReading], figures: Sequence[Figure]) -> list[Located]:
    """Full dates among the given figures, as the periods that may end on them (Sept 30, 2001); none of a period's own words (As of …)."""
    wanted = {
        id(figure) for figure in figures if figure.kind is Kind.DATE and len(figure.moment) == FULL_DATE
    }
    found = []
    for reading in readings:
        for figure in reading.figures:
            if id(figure) not in wanted:
                continue
            start, end = _offsets(reading, figure)
            if not any(mention.start <= start and end <= mention.end for mention in reading.periods):
                period = Period(figure.printed, end=date.fromisoformat(figure.moment), open_part=True)
                found.append((reading, PeriodMention(start, end, period)))
    return found


def _is_dated(period: Period) -> bool:
    """Whether a period is nothing but the day that it may end on."""
    named = period.part is not None or period.year is not None or period.start is not None or period.instant
    return period.open_part and period.end is not None and not named


def _may_be_same_day(one: Period, other: Period) -> bool:
    """Whether two periods end on the same day of the year, and one is a day without its year (March 31), as a narrow cell cuts it."""
    if (
        one.end is None
        or other.end is None
        or (one.end.month, one.end.day) != (other.end.month, other.end.day)
    ):
        return False
    return any(_is_dated(period) and _YEAR_RE.search(period.printed) is None for period in (one, other))


def _offsets(reading: SegmentReading, figure: Figure) -> tuple[int, int]:
    """Offsets of a figure in the text of its segment (the mapping rises piece by piece)."""
    content = reading.segment.content
    for text_at, document_at in reversed(content.pieces):
        if document_at <= figure.span.start:
            start = text_at + figure.span.start - document_at
            return start, min(len(content.text), start + len(figure.printed))
    return 0, len(figure.printed)


_YEAR_RE = re.compile(
    r"\d{4}|['’]\d\d|\d\d年|[前当次翌今昨来本同令平昭]|\b(?:last|this|next|same|previous|prior)\b"
)
"""What tells the year of a day."""
_MONTHS_RE = re.compile(r"\(?\d{1,2} ?月? ?(?:[-~]|から) ?\d{1,2} ?月(?:期)?\)?")
"""A range of months without a year."""
_TORN_RE = re.compile(rf"[当前次翌今昨来本同](?:期|年度?|四半期){LOST}|{LOST}(?:期|年度|四半期)")
"""A period that lost a letter is not read: what is left over of the other side may be its counterpart."""


def pair_periods(
    ja: Sequence[Located],
    en: Sequence[Located],
    ja_calendar: FiscalCalendar,
    en_calendar: FiscalCalendar,
    *,
    rare: Callable[[Period], bool] = lambda _: False,
    given: bool = False,
) -> tuple[PeriodPair, ...]:
    """Pair the periods that two texts name; what is left on both sides is paired where it names alike.

    A period that only one side names is no disagreement: an abridgement leaves out, a translation repeats.

    Args:
        ja: period mentions of the Japanese text in order.
        en: period mentions of the English text in order.
        ja_calendar: fiscal calendar of the Japanese side.
        en_calendar: fiscal calendar of the English side.
        rare: whether neither document names a period anywhere else: such a one is suspect where its partner
            would have stood, even if the partner is said for another mention already.
        given: the texts were aligned by the caller, so leftovers of both sides belong together.
    """
    matching = _Matching(ja, en, given)
    matching.compare(ja_calendar, en_calendar)
    matching.agree()
    wrong = matching.differing()
    turned = [] if wrong or given else matching.in_turn()
    beside = matching.beside()
    agreed = {*matching.chosen, *wrong, *beside}
    pairs = [_pair(ja[i], en[j], matching.compared[i, j]) for i, j in sorted(agreed)]
    # Only the rarity speaks for these: a person has to look.
    pairs += [
        _pair(ja[i], en[j], tuple(_doubtful(differ) for differ in matching.compared[i, j]))
        for i, j in matching.suspects(wrong, rare)
        if (i, j) not in agreed
    ]
    pairs += [
        _pair(ja[i], en[j], tuple(_doubtful(differ) for differ in matching.compared[i, j])) for i, j in turned
    ]
    if any(_TORN_RE.search(reading.segment.text) for reading, _ in ja):
        pairs = [pair for pair in pairs if not pair.differences]
    return tuple(pairs)


@dataclass
class _Matching:
    """Mentions of two texts on their way to pairs; an edge is a mention of each, by their numbers.

    Attributes:
        given: the texts were aligned by the caller.
        compared: the edges that can be held against each other, with their differences.
        same: the edges that agree, and how surely.
        chosen: the agreeing edges that are pairs, one to one.
        settled_ja: Japanese mentions that need no other partner.
        settled_en: English ones.
        odd: English ones that are no part of the issuer's year.
        by_months: both texts tell months, which are held against each other.
    """

    ja: Sequence[Located]
    en: Sequence[Located]
    given: bool
    compared: dict[Edge, tuple[Difference, ...]] = field(default_factory=dict)
    same: dict[Edge, float] = field(default_factory=dict)
    chosen: list[Edge] = field(default_factory=list)
    settled_ja: set[int] = field(default_factory=set)
    settled_en: set[int] = field(default_factory=set)
    odd: set[int] = field(default_factory=set)
    by_months: bool = False

    def periods(self, edge: Edge) -> tuple[Period, Period]:
        """The two periods of an edge."""
        return self.ja[edge[0]][1].period, self.en[edge[1]][1].period

    def compare(self, ja_calendar: FiscalCalendar, en_calendar: FiscalCalendar) -> None:
        """Fill ``compared`` and, of it, ``same``."""
        self.odd = {j for j, (_, mention) in enumerate(self.en) if is_no_part(mention.period, en_calendar)}
        for i, (_, left) in enumerate(self.ja):
            for j, (_, right) in enumerate(self.en):
                if _is_dated(left.period) and _is_dated(right.period):
                    continue  # two days are compared as such
                told = self.given and parts_told(left.period, right.period)
                if told or commensurable(left.period, right.period, ja_calendar, en_calendar):
                    differ = compare_periods(left.period, right.period, ja_calendar, en_calendar)
                    if self.given and not differ:
                        differ = other_length(left.period, right.period)
                    if differ and _may_be_same_day(left.period, right.period):
                        differ = ()
                    self.compared[i, j] = differ
        self.by_months = self.given and all(
            any(months_told(mention.period) for _, mention in side) for side in (self.ja, self.en)
        )
        for edge, differ in self.compared.items():
            one, other = self.periods(edge)
            if any(difference.serious == 2 for difference in differ) or lengths_apart(one, other):
                continue
            if (self.by_months and months_apart(one, other)) or (self.given and other_part(one, other)):
                continue
            self.same[edge] = 1.0 + definiteness(one, other) - FAR * abs(edge[0] - edge[1])

    def agree(self) -> None:
        """Choose among the edges that agree, and say which mentions are settled by that.

        Every mention that agrees with something on the other side is settled, even if it is said twice there; in
        texts that the caller aligned only the side with fewer mentions says one of them for two.
        """
        self.chosen = best_assignment(self.same)
        sure = [edge for edge in self.same if not end_of_quarter(*self.periods(edge))]
        self.settled_ja, self.settled_en = {i for i, _ in sure}, {j for _, j in sure}
        if not self.given:
            return
        self.chosen = uncross(self.chosen, self.ja, self.en, self.compared)
        self.chosen = dated_together(self.chosen, self.ja, self.en, self.compared)
        fewer_ja, fewer_en = len(self.ja) < len(self.en), len(self.en) < len(self.ja)
        self.settled_en = {j for _, j in self.chosen} | (self.settled_en if fewer_ja else set())
        self.settled_ja = {i for i, _ in self.chosen} | (self.settled_ja if fewer_en else set())
        self.chosen, freed_ja, freed_en = redated(self.chosen, self.same, self.ja, self.en, self.compared)
        self.settled_ja -= freed_ja
        self.settled_en -= freed_en

    def differing(self) -> list[Edge]:
        """Mentions that are left on both sides and named alike: they are meant to be one, and differ."""
        uneven = len(self.ja) != len(self.en)
        taken = {i for i, _ in self.chosen}
        return best_assignment(
            {
                (i, j): likeness(*self.periods((i, j)), given=self.given) - FAR * abs(i - j)
                for i, j in self.compared
                if i not in (taken if j in self.odd else self.settled_ja) and j not in self.settled_en
                if not (uneven and years_named(*self.periods((i, j))))
                if self.compared[i, j] or not self.by_months
            }
        )

    def in_turn(self) -> list[Edge]:
        """The one mention of as many on either side that differs where the others agree one after the other.

        Quarters and halves alone: what stands for both years (第3四半期, 第4四半期) agrees with another mention already.
        So does a year that one slip made another that is named beside it: FY2024 and FY2023, 2024年度 and 2024年度.
        """
        apart = [(at, at) for at in range(len(self.ja)) if (at, at) not in self.same]
        if len(self.ja) < 2 or len(self.ja) != len(self.en) or len(apart) != 1:
            return []
        if apart[0] not in self.compared:
            return []
        left, right = self.periods(apart[0])
        if _MONTHS_RE.fullmatch(left.printed):
            return []  # 1999年度中間期(4-9月) and 1999 and 1998: months print no year that could be mistaken
        bare = not is_placed(left) and not is_placed(right) and same_grain(left, right)
        if {left.part, right.part} == {Part.H1, Part.H2}:
            return apart
        if len(self.ja) <= FEW and is_placed(left) and is_placed(right) and same_grain(left, right):
            return (
                apart
                if is_slip(left, right)
                and not (_is_base(self.ja[apart[0][0]]) or _is_base(self.en[apart[0][1]]))
                else []
            )
        return apart if bare and left.relative is right.relative is None else []

    def beside(self) -> list[Edge]:
        """Mentions that explain a chosen one beside them, with its partner."""
        beside = _beside(self.ja, dict(self.chosen), self.settled_ja)
        beside += [(i, j) for j, i in _beside(self.en, {j: i for i, j in self.chosen}, self.settled_en)]
        if self.given:
            beside += explained(self.ja, dict(self.chosen), self.settled_ja)
        return [edge for edge in beside if edge in self.compared and not self._is_day_of_span(edge)]

    def _is_day_of_span(self, edge: Edge) -> bool:
        """Whether one is a day and the other a span: 2024年度は2025年6月26日現在 explains no fiscal year."""
        one, other = self.periods(edge)
        return one.instant is not other.instant

    def suspects(self, wrong: Sequence[Edge], rare: Callable[[Period], bool]) -> list[Edge]:
        """Rare periods without a partner, each with the mention it is one slip away from."""
        told_ja, told_en = self._told(wrong)
        ja_next, en_next = (_follows(mentions) for mentions in (self.ja, self.en))
        scores = {}
        for i, j in self.compared:
            left, right = self.periods((i, j))
            lone_ja = i not in told_ja and not en_next and rare(left)
            alone = lone_ja or (j not in told_en and not ja_next and rare(right))
            # A bare part that has its partner (the second quarter for 第2四半期) is no slip of a quarter with its year.
            if _is_base(self.ja[i]) or _is_base(self.en[j]):
                continue
            bare = (i in told_ja and not is_placed(left)) or (j in told_en and not is_placed(right))
            if alone and not bare and same_grain(left, right) and is_slip(left, right):
                scores[i, j] = 1.0 - FAR * abs(i - j)
        return best_assignment(scores)

    def _told(self, wrong: Sequence[Edge]) -> tuple[set[int], set[int]]:
        """Mentions of each side that are accounted for.

        A bare part (通期, the full year) agrees with every year: it tells nothing of the year that is named.
        """
        placed = [edge for edge in self.same if all(map(is_placed, self.periods(edge)))]
        return (
            {i for i, _ in (*placed, *wrong)}
            | {i for i in self.settled_ja if not is_placed(self.ja[i][1].period)},
            {j for _, j in (*placed, *wrong)}
            | {j for j in self.settled_en if not is_placed(self.en[j][1].period)},
        )


def _doubtful(difference: Difference) -> Difference:
    return replace(difference, serious=min(difference.serious, 1))


_LISTED_RE = re.compile(r"又は|及び|[とや、・,/]")
"""Between two periods of a list: the second explains nothing of the first (前期又は当期)."""


def _beside(mentions: Sequence[Located], partner: dict[int, int], settled: set[int]) -> list[tuple[int, int]]:
    """Mentions that explain the one before them, 第3四半期(10-12月), meet its partner too; a year does not explain its half."""
    found = []
    for at in range(1, len(mentions)):
        (reading, before), (same, mention) = mentions[at - 1], mentions[at]
        close = reading is same and 0 <= mention.start - before.end <= 2
        close = close and not _LISTED_RE.search(reading.segment.text[before.end : mention.start])
        close = close and (mention.period.part is not Part.YEAR or before.period.part in (None, Part.YEAR))
        if close and at not in settled and at - 1 in partner and mention.period.end is not None:
            found.append((at, partner[at - 1]))
    return found


def _pair(ja: Located, en: Located, differ: tuple[Difference, ...]) -> PeriodPair:
    return PeriodPair(
        ja[1],
        en[1],
        ja[0].segment.content.span(ja[1].start, ja[1].end),
        en[0].segment.content.span(en[1].start, en[1].end),
        differ,
    )


def _follows(mentions: Sequence[Located]) -> bool:
    """Whether a text speaks of a following year without naming it: ending March 31, 2027 ... the following fiscal year."""
    return any(mention.period.relative is Relative.NEXT for _, mention in mentions)


def _is_base(mention: Located) -> bool:
    """Whether a figure beside it is a change from that time: the other version may word it as 前年同期比."""
    reading, found = mention
    return any(figure.base == found.period for figure in reading.figures)
