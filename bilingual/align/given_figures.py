"""What the figures of two given segments are for and are measured from, taken together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bilingual.align.figures import Judge
from bilingual.align.mentions import Mention, kind_class, numbered
from bilingual.figures.agreement import differences
from bilingual.figures.fiscal import QUARTERS
from bilingual.figures.shades import compare_sign
from bilingual.model.alignment import FigurePair, PeriodPair, Side
from bilingual.model.document import Language
from bilingual.model.figure import Aspect, Bound, Difference, Figure, Kind, Period, Relative, Sign

STEPS = frozenset(
    {
        Relative.PREVIOUS,
        Relative.YEAR_AGO,
        Relative.PREVIOUS_QUARTER,
        Relative.PREVIOUS_MONTH,
        Relative.PREVIOUS_WEEK,
        Relative.PREVIOUS_YEAR,
    }
)
QUARTERS_BACK = {Relative.YEAR_AGO: 4, Relative.PREVIOUS_QUARTER: 1}
MARKS = (Sign.MARK, Sign.BOTH)
OTHER_YEARS = (
    {Relative.CURRENT, Relative.PREVIOUS_YEAR},
    {Relative.CURRENT, Relative.NEXT},
    {Relative.NEXT, Relative.PREVIOUS_YEAR},
)
"""Words that put the same part of a year into two years."""
OF_PERIOD = frozenset({Aspect.PERIOD, Aspect.FISCAL_YEAR, Aspect.CUMULATIVE, Aspect.INSTANT})


def told_apart(pairs: Sequence[FigurePair]) -> tuple[FigurePair, ...]:
    """Mark changes that one side measures from two bases and the other from one.

    前期 alone may be the year before as well as the quarter before; beside 前年同期 it is not year-over-year.
    """
    found = list(pairs)
    for at, both in enumerate(found):
        told = any(item.aspect is Aspect.BASE and item.serious for item in both.differences)
        if not told and any(_at_odds(both, other) for other in found[:at]):
            note = f"{_name(both.ja)} against {_name(both.en)}"
            rest = tuple(item for item in both.differences if item.aspect is not Aspect.BASE)
            found[at] = replace(both, differences=(*rest, Difference(Aspect.BASE, 2, note)))
    return tuple(found)


def with_named_bases(pairs: Sequence[FigurePair]) -> tuple[FigurePair, ...]:
    """Hold 前年同期 against a quarter with a name, through the quarter that the same segment reports: 1Q24 from 4Q23.

    No calendar is needed: quarters of one company are counted alike.
    """
    return tuple(
        replace(both, differences=(*both.differences, misnamed))
        if (misnamed := _misnamed(both) or _misdated(both, pairs))
        else both
        for both in pairs
    )


def _misnamed(both: FigurePair) -> Difference | None:
    """The difference of a base in words and one with a name, another number of quarters back."""
    if any(item.aspect is Aspect.BASE for item in both.differences):
        return None
    for words, named in ((both.ja, both.en), (both.en, both.ja)):
        if _at_another_distance(words.base, named.period, named.base) or _another_end(words, named):
            note = f"{both.ja.base and both.ja.base.printed} against {both.en.base and both.en.base.printed}"
            return Difference(Aspect.BASE, 2, note)
    return None


def _another_end(words: Figure, named: Figure) -> bool:
    """Whether a later quarter of a year is measured from 前期末, the year's beginning, and from the last quarter's end."""
    ends = [base.relative if (base := figure.base) and base.instant else None for figure in (words, named)]
    if ends != [Relative.PREVIOUS_END, Relative.PREVIOUS_QUARTER]:
        return False
    parts = {figure.period.part for figure in (words, named) if figure.period}
    return bool(parts) and parts <= set(QUARTERS[1:])


def _misdated(both: FigurePair, pairs: Sequence[FigurePair]) -> Difference | None:
    """The difference of a figure for 前年同期 that the other segment gives for a quarter with a name."""
    if both.ja.period is None or both.en.period is None or both.differences:
        return None
    sides = [(other.ja, other.en) for other in pairs]
    for words, named, others in (
        (both.ja, both.en, sides),
        (both.en, both.ja, [(en, ja) for ja, en in sides]),
    ):
        reported = {
            other.period
            for counterpart, other in others
            if other.period and not (counterpart.period and counterpart.period.relative in STEPS)
        }
        if len(reported) == 1 and _at_another_distance(words.period, reported.pop(), named.period):
            return Difference(Aspect.PERIOD, 2, f"{both.ja.period.printed} against {both.en.period.printed}")
    return None


def _at_another_distance(words: Period | None, current: Period | None, named: Period | None) -> bool:
    """Whether a quarter with a name lies further back, or less far, than the words for it say."""
    wanted = QUARTERS_BACK.get(words.relative) if words and words.relative else None
    back = _quarters_apart(current, named)
    return wanted is not None and back > 0 and back != wanted


def _quarters_apart(current: Period | None, base: Period | None) -> int:
    """How many quarters lie between two quarters with a year; 0 where either is something else."""
    count, years = [], []
    for period in (current, base):
        if period is None or period.part not in QUARTERS or period.cumulative:
            return 0
        years.append(period.year)
        count.append((period.year or 0) * len(QUARTERS) + QUARTERS.index(period.part))
    if years == [None, None]:
        return (count[0] - count[1]) % len(QUARTERS) or len(QUARTERS)
    return 0 if None in years else count[0] - count[1]


def with_moved_limits(pairs: Sequence[FigurePair]) -> tuple[FigurePair, ...]:
    """Mark a limit that stands by another figure on the other side: 2倍を目安、3倍を超えない, around 3x, not exceeding 2x."""
    found = list(pairs)
    for at, one in enumerate(found):
        for other in found[:at] + found[at + 1 :]:
            alike = one.ja.kind is other.en.kind and one.ja.unit == other.en.unit
            moved = one.ja.bound is not None and one.ja.bound is other.en.bound
            if (
                alike
                and moved
                and one.en.bound is other.ja.bound is None
                and one.ja.digits != other.ja.digits
            ):
                note = f"{one.ja.printed} against {one.en.printed}"
                rest = tuple(item for item in one.differences if item.aspect is not Aspect.BOUND)
                found[at] = replace(one, differences=(*rest, Difference(Aspect.BOUND, 2, note)))
    return tuple(found)


_PARTED = ({Bound.AT_MOST, Bound.MORE}, {Bound.LESS, Bound.AT_LEAST})
"""The two sides of a limit, which belongs to the lower one or to the upper one."""


def with_parted_limits(pairs: Sequence[FigurePair]) -> tuple[FigurePair, ...]:
    """Mark a limit that belongs to the other side of it: 3億円以下 and 3億円超, less than ¥300 million and ¥300 million or more."""
    found = list(pairs)
    for at, one in enumerate(found):
        for other in found[:at]:
            same = one.ja.value == other.ja.value == one.en.value == other.en.value
            ja, en = {one.ja.bound, other.ja.bound}, {one.en.bound, other.en.bound}
            if same and ja != en and ja in _PARTED and en in _PARTED:
                note = f"{one.ja.printed} against {one.en.printed}"
                found[at] = replace(one, differences=(Difference(Aspect.BOUND, 1, note),))
    return tuple(found)


_PART_RE = re.compile(r"第 ?[1-3] ?四半期|[1-3]Q|中間(?:連結)?(?:会計)?期|上(?:半)?期末|半期末")
_WHOLE_RE = re.compile(r"第 ?4 ?四半期|4Q|通期")
_YEAR_BEFORE = {Relative.PREVIOUS_YEAR, Relative.YEAR_AGO}
_ENDS = {Relative.PREVIOUS_END, Relative.YEAR_AGO}
"""The beginning of the year and the same day a year before, which differ but at the end of a year."""


def within_a_year(pairs: Sequence[FigurePair], sides: tuple[Side, Side]) -> tuple[FigurePair, ...]:
    """Mark 前期末比 that English measures from a year earlier where the segment speaks of a quarter before the last."""
    if not any({_relative(both.ja), _relative(both.en)} == _ENDS for both in pairs):
        return tuple(pairs)
    text = sides[0].readings[0].segment.text
    if not _PART_RE.search(text) or _WHOLE_RE.search(text):
        return tuple(pairs)
    return tuple(
        replace(
            both,
            differences=(
                *(item for item in both.differences if item.aspect is not Aspect.BASE),
                Difference(Aspect.BASE, 2, f"{_name(both.ja)} against {_name(both.en)}"),
            ),
        )
        if {_relative(both.ja), _relative(both.en)} == _ENDS
        else both
        for both in pairs
    )


def _at_odds(one: FigurePair, other: FigurePair) -> bool:
    ja, en = (_relative(one.ja), _relative(other.ja)), (_relative(one.en), _relative(other.en))
    if not (STEPS.issuperset(ja) and STEPS.issuperset(en)):
        return False
    return _same_step(*ja) is not _same_step(*en)


def _same_step(one: Relative | None, other: Relative | None) -> bool:
    """Whether two bases lie equally far back: 前年 and 前年同月 are a year earlier."""
    return one is other or {one, other} == _YEAR_BEFORE


def _relative(figure: Figure) -> Relative | None:
    base = figure.base
    return base.relative if base is not None and base.part is None and base.end is None else None


def _name(figure: Figure) -> str:
    relative = _relative(figure)
    return relative.value.replace("_", " ") if relative else ""


def evenly_marked(pairs: Sequence[FigurePair]) -> tuple[FigurePair, ...]:
    """Mark cells of a row that lack the minus their neighbours have: loss △12 △34 against (12) 34.

    A label may explain a minus away, but then for the whole row.
    """
    bare = [both for both in pairs if both.ja.kind is both.en.kind is Kind.NUMBER]
    if not any(both.ja.sign in MARKS and both.en.sign in MARKS for both in bare):
        return tuple(pairs)
    return tuple(
        replace(
            both,
            differences=(
                *both.differences,
                Difference(Aspect.SIGN, 2, f"{both.ja.printed} against {both.en.printed}"),
            ),
        )
        if both in bare and not both.differences and (both.ja.sign in MARKS) is not (both.en.sign in MARKS)
        else both
        for both in pairs
    )


def paired_cells(ja: Sequence[Mention], en: Sequence[Mention], judge: Judge) -> tuple[FigurePair, ...]:
    """The cells of two given rows in order.

    A label may explain a minus away, but then for the whole row: loss on sale △12 △34 against 12 34.
    """
    both = [(left.figure, right.figure) for left, right in zip(ja, en, strict=True)]
    pairs = [
        FigurePair(left, right, differences(left, right, judge.ja_calendar, judge.en_calendar, cell=True))
        for left, right in both
    ]
    signs = [any(item.aspect is Aspect.SIGN for item in pair.differences) for pair in pairs if pair.ja.value]
    if signs and all(signs) and not any(compare_sign(left, right) for left, right in both):
        pairs = [
            replace(pair, differences=tuple(i for i in pair.differences if i.aspect is not Aspect.SIGN))
            for pair in pairs
        ]
    return tuple(pairs)


def attributed(
    pairs: Sequence[FigurePair], periods: Sequence[PeriodPair], sides: tuple[Side, Side]
) -> tuple[FigurePair, ...]:
    """Forget that a figure is for another period where both segments name the same periods.

    Then the words only stand in another order, unless a second figure is for another period too.
    """
    apart = [
        at for at, both in enumerate(pairs) if any(item.aspect in OF_PERIOD for item in both.differences)
    ]
    if len(apart) != 1 or any(both.differences for both in periods):
        return tuple(pairs)  # two that were exchanged, or a period that is told already
    both = pairs[apart[0]]
    if not (_names(sides[1], both.ja.period) and _names(sides[0], both.en.period)):
        return tuple(pairs)
    return (*pairs[: apart[0]], _without_period(both), *pairs[apart[0] + 1 :])


def _names(side: Side, period: Period | None) -> bool:
    """Whether a segment names a period: the same part of a year, last day or relation to the current one."""
    return period is not None and any(
        _alike(mention.period, period) for reading in side.readings for mention in reading.periods
    )


def _alike(one: Period, other: Period) -> bool:
    if one.part is not other.part or {one.relative, other.relative} in OTHER_YEARS:
        return False
    if one.part is None and one.end is None:
        return one.relative is other.relative and other.end is None
    return one.end == other.end or (one.part is not None and None in (one.end, other.end))


def _without_period(both: FigurePair) -> FigurePair:
    kept = tuple(item for item in both.differences if item.aspect not in OF_PERIOD)
    return replace(both, differences=kept)


def split_ranges(mine: Sequence[Mention], theirs: Sequence[Mention]) -> list[Mention]:
    """Take a range apart whose ends the other segment states as two figures: from 150 to 200 sites, 150拠点から200拠点へ."""
    ranged = {mention.figure.ends for mention in theirs}
    singles = [mention.figure for mention in theirs if mention.figure.ends is None]
    found: list[Mention] = []
    for mention in mine:
        ends = mention.figure.ends
        if ends is None or ends in ranged or not all(_stated(mention.figure, end, singles) for end in ends):
            found.append(mention)
            continue
        for end, subject in zip(ends, _roles(mention.figure), strict=True):
            figure = replace(mention.figure, ends=None, value=end, bound=None, subject=subject)
            found.append(replace(mention, figure=figure))
    return numbered(found)


def _roles(figure: Figure) -> tuple[str, str]:
    """What names the two ends of a range, should they be the two levels of a change: from 0.8x to 1.2x."""
    if figure.language is Language.JA:
        return (
            (f"{figure.subject} …から", figure.subject) if "から" in figure.printed else (figure.subject,) * 2
        )
    return (f"{figure.subject} from", "to") if " to " in figure.printed else (figure.subject,) * 2


def _stated(figure: Figure, end: Decimal, singles: Sequence[Figure]) -> bool:
    return any(kind_class(single) == kind_class(figure) and single.value == end for single in singles)
