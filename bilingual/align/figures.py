"""Figures with figures inside paired running text.

First what agrees is paired (global assignment; terms, periods and order break ties), then what is left is
paired where the evidence says that both stand for the same fact: position between agreeing neighbours, terms,
periods, and digits that a slip of the pen explains. Those pairs are the ones that differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bilingual.align.assignment import best_assignment
from bilingual.align.evidence import digit_weight, figure_likeness
from bilingual.align.exchanged import uncross, uncross_changes, uncross_days, uncross_named
from bilingual.align.mentions import Mention, kind_class
from bilingual.figures.agreement import differences
from bilingual.figures.periods import compare_periods
from bilingual.figures.units import DURATIONS
from bilingual.model.alignment import FigurePair
from bilingual.model.figure import Aspect, Difference, Figure, FiscalCalendar, Kind, Period

SAME_DIGITS = frozenset(
    {
        Aspect.SIGN, Aspect.SCALE, Aspect.CURRENCY, Aspect.CURRENCY_MISSING, Aspect.UNIT, Aspect.POINTS,
        Aspect.DIRECTION, Aspect.APPROXIMATION, Aspect.BOUND, Aspect.PERIOD, Aspect.FISCAL_YEAR,
        Aspect.CUMULATIVE, Aspect.BASE, Aspect.INSTANT, Aspect.ERA, Aspect.NIL,
    }
)  # fmt: skip
"""Aspects in which figures with the same digits can differ and still be the same figure."""
ACCEPT = 0.65
ACCEPT_STATED_ELSEWHERE = 1.0
YEAR = len("2001")
BARE = 20
"""Numbers below it are written without their noun (four of the nine directors)."""
RARE_KINDS = frozenset({Kind.RATIO, Kind.RATE, Kind.TIME})
"""Kinds of which a paragraph seldom has more than one."""
MOST_STRAIGHT = 80
"""Figures of a paragraph among which the order of equal ones is looked at."""
UNLIKE = 0.35
"""What figures without a digit of likeness need besides."""


@dataclass(frozen=True)
class Judge:
    """What the comparison of two mentions needs to know.

    Attributes:
        ja_calendar: fiscal calendar of the Japanese side.
        en_calendar: fiscal calendar of the English side.
        ja_elsewhere: whether the other side states the value of a Japanese mention somewhere else.
        en_elsewhere: the same for an English mention.
        given: the segments were aligned by the caller, so leftovers of both sides belong together.
        secondary: one of the texts is paired with a better one already.
    """

    ja_calendar: FiscalCalendar
    en_calendar: FiscalCalendar
    ja_elsewhere: Callable[[Mention], bool]
    en_elsewhere: Callable[[Mention], bool]
    given: bool = False
    secondary: bool = False

    def compare(self, ja: Figure, en: Figure) -> tuple[Difference, ...]:
        """In what two figures differ."""
        return differences(ja, en, self.ja_calendar, self.en_calendar)


@dataclass(frozen=True)
class FigureMatching:
    """Paired figures, and the mentions that are left on each side."""

    pairs: tuple[FigurePair, ...]
    ja_rest: tuple[Mention, ...]
    en_rest: tuple[Mention, ...]


@dataclass(frozen=True)
class Agreement:
    """What two texts state alike, whatever stands elsewhere.

    Attributes:
        compared: in what figures differ that may stand for the same fact, by their numbers in the two texts.
        chosen: those of them that agree, each figure once.
    """

    compared: Mapping[tuple[int, int], tuple[Difference, ...]]
    chosen: Sequence[tuple[int, int]]


def agreement(ja: Sequence[Mention], en: Sequence[Mention], judge: Judge) -> Agreement:
    """Pair the figures of two texts that agree."""
    compared = {
        (i, j): judge.compare(left.figure, right.figure)
        for i, left in enumerate(ja)
        for j, right in enumerate(en)
        if comparable(left.figure, right.figure, judge.given)
    }
    agreeing = {
        edge: _agreeing_score(ja[edge[0]], en[edge[1]], differ, judge)
        for edge, differ in compared.items()
        if _same_figure(ja[edge[0]], en[edge[1]], differ)
    }
    if judge.given:
        agreeing = _exact_first(agreeing, ja, en)
    chosen = uncross(_straight(best_assignment(agreeing), ja, en, agreeing), ja, en, compared)
    if judge.given:
        chosen = uncross_changes(uncross_named(chosen, ja, en, compared), ja, en, compared)
        chosen = uncross_days(chosen, ja, en, compared)
    return Agreement(compared, chosen)


def pair_figures(
    ja: Sequence[Mention], en: Sequence[Mention], judge: Judge, agreed: Agreement | None = None
) -> FigureMatching:
    """Pair the figures of two texts that correspond; what they agree in may be given."""
    agreed = agreed or agreement(ja, en, judge)
    compared, chosen = agreed.compared, agreed.chosen
    slots = _slots(chosen, len(ja), len(en))
    rest_i = [i for i in range(len(ja)) if i not in {a for a, _ in chosen}]
    rest_j = [j for j in range(len(en)) if j not in {b for _, b in chosen}]
    alone_ja, alone_en = (
        Counter(_unit(mentions[at]) for at in rest) for mentions, rest in ((ja, rest_i), (en, rest_j))
    )
    sorts = [
        Counter(kind_class(mentions[at].figure) for at in rest)
        for mentions, rest in ((ja, rest_i), (en, rest_j))
    ]
    doubtful = {}
    for i in rest_i:
        for j in rest_j:
            if (i, j) in compared:
                only = alone_ja[_unit(ja[i])] == alone_en[_unit(en[j])] == 1 and _unit(ja[i]) == _unit(en[j])
                only |= _is_bare(ja[i], en[j]) and all(sort[kind_class(ja[i].figure)] == 1 for sort in sorts)
                score = _doubtful_score(ja[i], en[j], slots(i, j), judge, only=only)
                if score > 0:
                    doubtful[i, j] = score
    wrong = best_assignment(doubtful)
    taken = [*chosen, *wrong]
    used_i, used_j = {i for i, _ in taken}, {j for _, j in taken}
    return FigureMatching(
        tuple(FigurePair(ja[i].figure, en[j].figure, compared[i, j]) for i, j in sorted(taken)),
        tuple(mention for i, mention in enumerate(ja) if i not in used_i),
        tuple(mention for j, mention in enumerate(en) if j not in used_j),
    )


def _is_bare(ja: Mention, en: Mention) -> bool:
    """Whether one of two numbers is a small one whose noun is not said: 5名 against four."""
    figures = (ja.figure, en.figure)
    return {figure.kind for figure in figures} == {Kind.COUNT, Kind.NUMBER} and all(
        figure.value is not None and abs(figure.value) < BARE for figure in figures
    )


def _exact_first(
    agreeing: dict[tuple[int, int], float], ja: Sequence[Mention], en: Sequence[Mention]
) -> dict[tuple[int, int], float]:
    """Without pairs that only rounding makes agree, of figures that the other side states to the last digit."""
    exact = {(i, j) for i, j in agreeing if _size(ja[i]) is not None and _size(ja[i]) == _size(en[j])}
    taken_ja, taken_en = {i for i, _ in exact}, {j for _, j in exact}
    return {
        (i, j): score
        for (i, j), score in agreeing.items()
        if (i, j) in exact or _size(ja[i]) is None or not (i in taken_ja or j in taken_en)
    }


def _size(mention: Mention) -> Decimal | None:
    value = mention.figure.value
    return None if value is None else abs(value)


def _unit(mention: Mention) -> tuple[str, str]:
    figure = mention.figure
    unit = "JPY" if figure.kind is Kind.NUMBER and figure.scale else figure.unit
    return kind_class(figure), unit


def _straight(
    chosen: Sequence[tuple[int, int]],
    ja: Sequence[Mention],
    en: Sequence[Mention],
    agreeing: Container[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Of several places that state the same, take the one that stands in order with the pairs around.

    Two that print the same may differ in what they were read as: a day whose year the line before names (March 31).
    """
    found = list(chosen)
    if len(found) > MOST_STRAIGHT:
        return found
    for at, (i, j) in enumerate(found):
        others = [pair for pair in found if pair != (i, j)]
        taken_i, taken_j = {pair[0] for pair in others}, {pair[1] for pair in others}
        same = [(k, j) for k in range(len(ja)) if k not in taken_i and _repeats(ja[k], ja[i])]
        same += [(i, m) for m in range(len(en)) if m not in taken_j and _repeats(en[m], en[j])]

        def crossings(edge: tuple[int, int], others: Sequence[tuple[int, int]] = others) -> int:
            return sum((edge[0] - k) * (edge[1] - m) < 0 for k, m in others)

        found[at] = min(((i, j), *(edge for edge in same if edge in agreeing)), key=crossings)
    return found


def _repeats(one: Mention, other: Mention) -> bool:
    """Whether two mentions of a text state the same in the same words."""
    mine, theirs = one.figure, other.figure
    return (
        mine.printed == theirs.printed
        and mine.kind is theirs.kind
        and (mine.unit, mine.period, mine.base) == (theirs.unit, theirs.period, theirs.base)
    )


def comparable(ja: Figure, en: Figure, given: bool) -> bool:
    """Whether two figures may stand for the same fact, judged by what they measure."""
    if ja.kind is en.kind:
        return not _year_and_month(ja, en)
    if {ja.unit, en.unit} == {"rounds", "times"}:
        return True  # 14回開催 is met 14 times
    kinds = {ja.kind, en.kind}
    if kinds == {Kind.DATE, Kind.TIME} and any(figure.moment.startswith("T") for figure in (ja, en)):
        return False  # a day and a time of day
    if kinds & {Kind.DATE, Kind.TIME}:
        return kinds <= {Kind.DATE, Kind.TIME}
    if kinds <= {Kind.PERCENT, Kind.POINTS, Kind.RATIO}:
        return True
    if given and Kind.AMOUNT in kinds and DURATIONS & {ja.unit, en.unit} and ja.value != en.value:
        return False  # a sum of money is no length of time
    if kind_class(ja) == kind_class(en):
        return given or Kind.NUMBER in kinds or ja.value == en.value
    return given or (Kind.NUMBER in kinds and ja.value == en.value)


def _year_and_month(ja: Figure, en: Figure) -> bool:
    """Whether one is a year alone and the other a month or day without a year: nothing to compare."""
    years = [len(figure.moment) == YEAR and figure.moment.isdecimal() for figure in (ja, en)]
    return sorted(years) == [False, True] and any(figure.moment.startswith("--") for figure in (ja, en))


def _same_figure(ja: Mention, en: Mention, differ: tuple[Difference, ...]) -> bool:
    if all(difference.serious < 2 for difference in differ):
        return True
    if ja.figure.kind in (Kind.DATE, Kind.TIME):
        return False
    return ja.digits == en.digits and all(difference.aspect in SAME_DIGITS for difference in differ)


def _agreeing_score(ja: Mention, en: Mention, differ: tuple[Difference, ...], judge: Judge) -> float:
    serious = max((difference.serious for difference in differ), default=0)
    score = (3.0, 2.6, 1.6)[serious]
    if ja.digits == en.digits:
        score += 0.3
    score += 0.3 * digit_weight(ja.digits)
    score += context_score(ja, en, judge)
    return score - 0.03 * min(10, abs(ja.rank - en.rank))


def context_score(ja: Mention, en: Mention, judge: Judge) -> float:
    """Evidence from terms, periods and comparison bases around two figures."""
    score = 0.4 if ja.concepts & en.concepts else 0.0
    for mine, theirs in ((ja.figure.period, en.figure.period), (ja.figure.base, en.figure.base)):
        score += 0.2 * _period_vote(mine, theirs, judge)
    if ja.figure.direction and en.figure.direction:
        score += 0.1 if ja.figure.direction is en.figure.direction else -0.1
    return score


def _period_vote(mine: Period | None, theirs: Period | None, judge: Judge) -> int:
    if mine is None or theirs is None:
        return 0
    return -1 if compare_periods(mine, theirs, judge.ja_calendar, judge.en_calendar) else 1


def _slots(chosen: Sequence[tuple[int, int]], ja: int, en: int) -> Callable[[int, int], float]:
    """How well two positions fit between the pairs around them: 1 if both neighbours are paired together."""
    partner = dict(chosen)
    partner_of_en = {j: i for i, j in chosen}

    def fit(i: int, j: int) -> float:
        sides = 0.0
        for step, edge_i, edge_j in ((-1, -1, -1), (1, ja, en)):
            a, b = i + step, j + step
            while a != edge_i and a not in partner:
                a += step
            while b != edge_j and b not in partner_of_en:
                b += step
            if a == edge_i and b == edge_j:
                sides += 0.5
            elif a != edge_i and partner.get(a) == b:
                sides += 1.0
        return sides / 2

    return fit


def _doubtful_score(ja: Mention, en: Mention, slot: float, judge: Judge, *, only: bool) -> float:
    """Evidence that two figures that differ stand for the same fact; zero where it does not suffice.

    ``only`` says that each is the only one of its unit that is left on its side.
    """
    context = context_score(ja, en, judge)
    likeness = figure_likeness(ja.figure, en.figure)
    score = likeness + 0.4 * slot + context
    if judge.secondary and (context <= 0 or slot < 0.5 or not likeness):
        return 0.0
    if ja.figure.bound is not None and ja.figure.bound is en.figure.bound:
        score += 0.2
    if (
        ja.figure.value is not None
        and en.figure.value is not None
        and max(ja.figure.value, en.figure.value) < 0
    ):
        score += 0.15
    if only:
        score += 0.2
        told = ja.concepts & en.concepts or (
            ja.figure.kind is en.figure.kind and ja.figure.kind in RARE_KINDS
        )
        if slot >= 0.75 and told and not judge.secondary:
            score += 0.5
    if kind_class(ja.figure) != kind_class(en.figure) or bool(ja.figure.ends) is not bool(en.figure.ends):
        score -= 0.3
    if ja.figure.unit and en.figure.unit and ja.figure.unit != en.figure.unit:
        score -= 0.3
    if judge.given:
        return score + 1.0
    ja_stated, en_stated = judge.ja_elsewhere(ja), judge.en_elsewhere(en)
    if ja_stated and en_stated and not _last_digit_apart(ja.figure, en.figure):
        return 0.0
    bar = ACCEPT_STATED_ELSEWHERE if ja_stated or en_stated else ACCEPT
    if not likeness:
        bar += UNLIKE
    return score if score >= bar else 0.0


def _last_digit_apart(ja: Figure, en: Figure) -> bool:
    """Whether two amounts of one precision are neighbours: 364 and 365 million may both stand for 364,696 thousand."""
    if ja.kind is not Kind.AMOUNT or en.kind is not Kind.AMOUNT or ja.value is None or en.value is None:
        return False
    return ja.step == en.step and abs(abs(ja.value) - abs(en.value)) == ja.step
