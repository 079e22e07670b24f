"""Period mentions with period mentions inside paired running text."""

from __future__ import annotations

from collections.abc import Sequence

from bilingual.align.assignment import best_assignment
from bilingual.figures.periods import compare_periods
from bilingual.model.alignment import PeriodPair, SegmentReading
from bilingual.model.figure import Difference, FiscalCalendar, Part, Period, PeriodMention

Located = tuple[SegmentReading, PeriodMention]


def located_periods(readings: Sequence[SegmentReading]) -> list[Located]:
    """The period mentions of several segments, in order."""
    return [(reading, mention) for reading in readings for mention in reading.periods]


def pair_periods(
    ja: Sequence[Located],
    en: Sequence[Located],
    ja_calendar: FiscalCalendar,
    en_calendar: FiscalCalendar,
) -> tuple[PeriodPair, ...]:
    """Pair the periods that two texts name; what is left on both sides is paired where it names alike.

    A period that only one side names is no disagreement: an abridgement leaves out, a translation repeats.
    """
    compared = {
        (i, j): compare_periods(left.period, right.period, ja_calendar, en_calendar)
        for i, (_, left) in enumerate(ja)
        for j, (_, right) in enumerate(en)
    }
    same = {
        edge: 1.0
        + _definiteness(ja[edge[0]][1].period, en[edge[1]][1].period)
        - 0.02 * abs(edge[0] - edge[1])
        for edge, differ in compared.items()
        if not any(difference.serious == 2 for difference in differ)
    }
    chosen = best_assignment(same)
    # Every mention that agrees with something on the other side is settled, even if it is said twice there.
    settled_ja = {i for i, _ in same}
    settled_en = {j for _, j in same}
    wrong = best_assignment(
        {
            (i, j): _likeness(ja[i][1].period, en[j][1].period) - 0.02 * abs(i - j)
            for i, j in compared
            if i not in settled_ja and j not in settled_en
        }
    )
    beside = _beside(ja, dict(chosen), settled_ja)
    beside += [(i, j) for j, i in _beside(en, {j: i for i, j in chosen}, settled_en)]
    taken = dict.fromkeys([*chosen, *wrong, *beside])
    return tuple(_pair(ja[i], en[j], compared[i, j]) for i, j in sorted(taken))


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


def _likeness(ja: Period, en: Period) -> float:
    """How likely two periods that differ are meant to be one: named the same way, near in time."""
    if ja.relative or en.relative:
        return 0.0
    if _grain(ja) != _grain(en):
        return 0.0
    if ja.year and en.year:
        return 1.0 if abs(ja.year - en.year) <= 1 else 0.6
    return 0.5


def _grain(period: Period) -> str:
    if period.instant:
        return "instant"
    if period.part in (Part.Q1, Part.Q2, Part.Q3, Part.Q4):
        return "quarter"
    if period.part in (Part.H1, Part.H2):
        return "half"
    if period.part is Part.MONTH:
        return "month"
    if period.part in (Part.YEAR, Part.M9):
        return str(period.part)
    return "dated" if period.end else "other"
