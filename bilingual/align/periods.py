"""Period mentions with period mentions inside paired running text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bilingual.align.assignment import best_assignment
from bilingual.align.evidence import digit_likeness
from bilingual.align.given_periods import Located, explained, parts_told, redated, uncross
from bilingual.figures.fiscal import PART_MONTHS, QUARTERS, months_before
from bilingual.figures.period_difference import months_named
from bilingual.figures.periods import compare_periods, resolve
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

FULL_DATE = len("2001-09-30")


def located_periods(readings: Sequence[SegmentReading]) -> list[Located]:
    """The period mentions of several segments, in order."""
    return [(reading, mention) for reading in readings for mention in reading.periods]


def dated_periods(readings: Sequence[SegmentReading], figures: Sequence[Figure]) -> list[Located]:
    """Full dates among the given figures, as the periods that may end on them (Sept 30, 2001)."""
    wanted = {
        id(figure) for figure in figures if figure.kind is Kind.DATE and len(figure.moment) == FULL_DATE
    }
    found = []
    for reading in readings:
        for figure in reading.figures:
            if id(figure) in wanted:
                period = Period(figure.printed, end=date.fromisoformat(figure.moment), open_part=True)
                found.append((reading, PeriodMention(*_offsets(reading, figure), period)))
    return found


def _offsets(reading: SegmentReading, figure: Figure) -> tuple[int, int]:
    """Offsets of a figure in the text of its segment (the mapping rises piece by piece)."""
    content = reading.segment.content
    for text_at, document_at in reversed(content.pieces):
        if document_at <= figure.span.start:
            start = text_at + figure.span.start - document_at
            return start, min(len(content.text), start + len(figure.printed))
    return 0, len(figure.printed)


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
    compared = {
        (i, j): compare_periods(left.period, right.period, ja_calendar, en_calendar)
        for i, (_, left) in enumerate(ja)
        for j, (_, right) in enumerate(en)
        if (given and parts_told(left.period, right.period))
        or _commensurable(left.period, right.period, ja_calendar, en_calendar)
    }
    ranged = given and all(any(months_named(m.period) for _, m in side) for side in (ja, en))
    same = {
        edge: 1.0
        + _definiteness(ja[edge[0]][1].period, en[edge[1]][1].period)
        - 0.02 * abs(edge[0] - edge[1])
        for edge, differ in compared.items()
        if not any(difference.serious == 2 for difference in differ)
        and not _lengths_apart(ja[edge[0]][1].period, en[edge[1]][1].period)
        and not (ranged and _months_apart(ja[edge[0]][1].period, en[edge[1]][1].period))
    }
    chosen = best_assignment(same)
    if given:
        chosen = uncross(chosen, ja, en, compared)
    # Every mention that agrees with something on the other side is settled, even if it is said twice there.
    sure = [edge for edge in same if not _end_of_quarter(ja[edge[0]][1].period, en[edge[1]][1].period)]
    settled_ja, settled_en = {i for i, _ in sure}, {j for _, j in sure}
    if given:
        settled_en = {j for _, j in chosen} | (settled_en if len(ja) < len(en) else set())
        settled_ja = {i for i, _ in chosen} | (settled_ja if len(en) < len(ja) else set())
    if given:
        chosen, freed_ja, freed_en = redated(chosen, same, ja, en, compared)
        settled_ja, settled_en = settled_ja - freed_ja, settled_en - freed_en
    rest = {
        (i, j): _likeness(ja[i][1].period, en[j][1].period, given=given) - 0.02 * abs(i - j)
        for i, j in compared
        if i not in settled_ja
        and j not in settled_en
        and not (len(ja) != len(en) and _years_named(ja[i][1].period, en[j][1].period))
    }
    wrong = best_assignment(rest)
    beside = _beside(ja, dict(chosen), settled_ja)
    beside += [(i, j) for j, i in _beside(en, {j: i for i, j in chosen}, settled_en)]
    if given:
        beside += explained(ja, dict(chosen), settled_ja)
    beside = [edge for edge in beside if edge in compared]
    # A bare part (通期, the full year) agrees with every year: it tells nothing of the year that is named.
    placed = {(i, j) for i, j in same if _is_placed(ja[i][1].period) and _is_placed(en[j][1].period)}
    told_ja = (
        {i for i, _ in placed}
        | {i for i, _ in wrong}
        | {i for i in settled_ja if not _is_placed(ja[i][1].period)}
    )
    told_en = (
        {j for _, j in placed}
        | {j for _, j in wrong}
        | {j for j in settled_en if not _is_placed(en[j][1].period)}
    )
    suspect = _suspects(ja, en, compared, told_ja, told_en, rare)
    pairs = [_pair(ja[i], en[j], compared[i, j]) for i, j in sorted({*chosen, *wrong, *beside})]
    # Only the rarity speaks for these: a person has to look.
    pairs += [
        _pair(
            ja[i], en[j], tuple(replace(differ, serious=min(differ.serious, 1)) for differ in compared[i, j])
        )
        for i, j in suspect
        if (i, j) not in {*chosen, *wrong, *beside}
    ]
    return tuple(pairs)


def _commensurable(ja: Period, en: Period, ja_calendar: FiscalCalendar, en_calendar: FiscalCalendar) -> bool:
    """Whether two periods can be held against each other.

    The quarter before and a quarter with a name are, where the calendar places the first on the second; that
    they differ proves nothing, because such words shift with their sentence.
    """
    if (ja.relative is None) is (en.relative is None) or (_names_quarter(ja) and _names_quarter(en)):
        return True
    left, right = resolve(ja, ja_calendar), resolve(en, en_calendar)
    return left.end is not None and left.end == right.end


def _names_quarter(period: Period) -> bool:
    """Whether a quarter of the running year is named by its number: 当第2四半期, the second quarter."""
    return period.relative in (None, Relative.CURRENT) and period.part in QUARTERS


def _end_of_quarter(one: Period, other: Period) -> bool:
    """Whether one is 期末 and the other a quarter named by its number alone: that they meet settles neither."""
    for day, quarter in ((one, other), (other, one)):
        if day.instant and day.relative is not None and not quarter.instant and quarter.part in QUARTERS:
            return quarter.year is None
    return False


def _suspects(
    ja: Sequence[Located],
    en: Sequence[Located],
    compared: Mapping[tuple[int, int], tuple[Difference, ...]],
    told_ja: set[int],
    told_en: set[int],
    rare: Callable[[Period], bool],
) -> list[tuple[int, int]]:
    """Rare periods without a partner, each with the mention it is one slip away from."""
    scores = {}
    for i, j in compared:
        left, right = ja[i][1].period, en[j][1].period
        alone = (i not in told_ja and rare(left)) or (j not in told_en and rare(right))
        # A bare part that has its partner (the second quarter for 第2四半期) is no slip of a quarter with its year.
        if _is_base(ja[i]) or _is_base(en[j]):
            continue
        bare = (i in told_ja and not _is_placed(left)) or (j in told_en and not _is_placed(right))
        if alone and not bare and _same_grain(left, right) and _slip(left, right):
            scores[i, j] = 1.0 - 0.02 * abs(i - j)
    return best_assignment(scores)


def _is_placed(period: Period) -> bool:
    return period.end is not None or period.year is not None or period.relative is not None


def _slip(one: Period, other: Period) -> bool:
    """Whether one digit, or two in each other's place, make one period of the other."""
    if (
        one.year
        and other.year
        and one.part is other.part
        and digit_likeness(str(one.year), str(other.year)) >= 0.7
    ):
        return True
    quarters = _grain(one) == _grain(other) == "quarter"
    if quarters and one.part is not other.part and (one.year == other.year or None in (one.year, other.year)):
        return True
    if one.end is None or other.end is None:
        return False
    return digit_likeness(one.end.strftime("%Y%m"), other.end.strftime("%Y%m")) >= 0.7


def _beside(mentions: Sequence[Located], partner: dict[int, int], settled: set[int]) -> list[tuple[int, int]]:
    """Mentions that explain the one before them, 第3四半期(10-12月), meet its partner too."""
    found = []
    for at in range(1, len(mentions)):
        (reading, before), (same, mention) = mentions[at - 1], mentions[at]
        close = reading is same and 0 <= mention.start - before.end <= 2
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


def _definiteness(ja: Period, en: Period) -> float:
    return 0.5 * (ja.end is not None and en.end is not None) + 0.3 * (ja.part is en.part)


_BASES = {Relative.YEAR_AGO, Relative.PREVIOUS_QUARTER}
"""The two bases that heads such as 前年同期比 and QoQ name."""


def _likeness(ja: Period, en: Period, *, given: bool) -> float:
    """How likely two periods that differ are meant to be one: named the same way, near in time.

    In texts that the caller aligned the only two that are left are, however they are named.
    """
    if given and parts_told(ja, en):
        return 0.5
    if (ja.relative or en.relative) and not (_names_quarter(ja) and _names_quarter(en)):
        return 0.3 if given and ({ja.relative, en.relative} == _BASES or _years_named(ja, en)) else 0.0
    if not _same_grain(ja, en):
        if {_cumulative_months(ja), _cumulative_months(en)} == CUMULATIVE_MONTHS:
            return 0.5
        dated = ja.end is not None and en.end is not None
        parts = all(p.part in PART_MONTHS and p.year is None and p.end is None for p in (ja, en))
        months = bool(months_named(ja) and months_named(en))
        return 0.3 if given and (dated or parts or months) else 0.0
    if ja.year and en.year:
        return 1.0 if abs(ja.year - en.year) <= 1 else 0.6
    return 0.5


def _lengths_apart(one: Period, other: Period) -> bool:
    """Whether one is a whole year and the other a half-year or nine months by its days."""
    return (one.part is Part.YEAR and _cumulative_months(other) > 0) or (
        other.part is Part.YEAR and _cumulative_months(one) > 0
    )


def _months_apart(one: Period, other: Period) -> bool:
    """Whether only one of two periods is told by its months: beside 10-12月, October to November is no third quarter."""
    return bool(months_named(one)) is not bool(months_named(other))


def _years_named(ja: Period, en: Period) -> bool:
    """Whether one is the current year or quarter and the other the next: 来期 against this year."""
    return {ja.relative, en.relative} == {Relative.CURRENT, Relative.NEXT}


def _is_base(mention: Located) -> bool:
    """Whether a figure beside it is a change from that time: the other version may word it as 前年同期比."""
    reading, found = mention
    return any(figure.base == found.period for figure in reading.figures)


CUMULATIVE_MONTHS = {6, 9}
"""A half-year and the first three quarters: no other lengths are reported from the start of the year."""


def _cumulative_months(period: Period) -> int:
    """Months that a period says it has, where it is a half-year or nine months; 0 for others."""
    if period.part in (Part.H1, Part.M9):
        return PART_MONTHS[period.part][1]
    if period.start is None or period.end is None or period.part is not None:
        return 0
    return next((months for months in (6, 9) if months_before(period.end, months) == period.start), 0)


def _same_grain(one: Period, other: Period) -> bool:
    """Whether two periods are named the same way; a bare day may end any period that ends on such a day."""
    grains = {_grain(one), _grain(other)}
    if len(grains) == 1:
        return True
    if "dated" not in grains or one.end is None or other.end is None:
        return False
    return (one.end.month, one.end.day) == (other.end.month, other.end.day)


def _grain(period: Period) -> str:
    if period.instant:
        return "instant"
    if period.cumulative:
        return "cumulative"
    if period.part in (Part.Q1, Part.Q2, Part.Q3, Part.Q4):
        return "quarter"
    if period.part in (Part.H1, Part.H2):
        return "half"
    if period.part is Part.MONTH:
        return "month"
    if period.part in (Part.YEAR, Part.M9):
        return str(period.part)
    return "dated" if period.end else "other"
