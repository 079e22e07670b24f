"""Period mentions of two texts that the caller aligned: what stands beside what, once they are paired."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bilingual.figures.fiscal import PART_MONTHS, is_month_end, months_before
from bilingual.figures.period_difference import months_named
from bilingual.model.alignment import SegmentReading
from bilingual.model.figure import Aspect, Difference, Part, Period, PeriodMention, Relative

Located = tuple[SegmentReading, PeriodMention]
DAY_RE = re.compile(r"\d ?日|[A-Za-z]{3,9}\.? ?\d{1,2}\b(?!\d)|\d/\d{1,2}/\d|\d{1,2} [A-Z][a-z]{2}")


def parts_told(ja: Period, en: Period) -> bool:
    """Whether both name a part of the year, one of them of the current one."""
    relatives = {ja.relative, en.relative}
    return relatives == {None, Relative.CURRENT} and all(
        p.part not in (None, Part.YEAR) or (p.part is None and p.start and p.end) for p in (ja, en)
    )


_YEAR_BEFORE = {Relative.YEAR_AGO, Relative.PREVIOUS_YEAR}


def other_half(ja: Period, en: Period) -> bool:
    """Whether both name a half or a quarter of the same year before, by its number, and another: 前年下期, the first half of last year."""
    named = (Part.Q1, Part.Q2, Part.Q3, Part.Q4, Part.H1, Part.H2)
    together = ja.relative is en.relative or {ja.relative, en.relative} == _YEAR_BEFORE
    return together and ja.part in named and en.part in named and ja.part is not en.part


_HEAD_RE = re.compile(r"[\d\s.,%()△▲|_:~-]|予想|実績|計画|見込み?|期末")


def closing_days(
    days: Sequence[Located], named: Sequence[Located], others: Sequence[Located]
) -> list[Located]:
    """The days of a segment without periods that close the month with which a period of the other one ends.

    In heads and labels March 31, 2025 is 2025年3月期; the year may be the one that differs. Where the other segment
    holds the period and nothing else in words, any last day of a month stands for it.
    """
    ends = [mention for _, mention in others if mention.period.end and mention.period.open_part]
    if named or not ends:
        return []
    months = {mention.period.end.month for mention in ends if mention.period.end}
    alone = len(others) == len(days) == 1 and _is_head(*others[0])
    return [
        (reading, mention)
        for reading, mention in days
        if mention.period.end is not None
        and (alone or mention.period.end.month in months)
        and is_month_end(mention.period.end)
    ]


def _is_head(reading: SegmentReading, mention: PeriodMention) -> bool:
    """Whether a segment holds a period, numbers and nothing else."""
    text = reading.segment.text
    return not _HEAD_RE.sub("", text[: mention.start] + text[mention.end :])


_ENDINGS = ({Part.H1, Part.Q2}, {Part.M9, Part.Q3}, {Part.YEAR, Part.Q4})
"""Parts of a year that end together."""


def other_part(ja: Period, en: Period) -> bool:
    """Whether both are parts of a year that end apart: 通期 says nothing of a third quarter."""
    parts = {ja.part, en.part}
    if len(parts) == 1 or parts & {None, Part.OTHER, Part.MONTH} or ja.relative or en.relative:
        return False
    return (ja.end is None or en.end is None) and parts not in _ENDINGS


_TO_DATE = {Part.Q1: 3, Part.Q2: 6, Part.Q3: 9, Part.Q4: 12}
"""Months up to the end of a quarter, which papers on it report as often as the quarter."""
_TERM_RE = re.compile(r"(?:月|/ ?\d{1,2}) ?期\Z")


def other_length(ja: Period, en: Period) -> tuple[Difference, ...]:
    """Tell whether two periods, of which one has no days, have different lengths: 第1四半期, April 1 to December 31.

    Whenever the year of the issuer ends, a quarter has three months and a half-year six.
    """
    told = [period.end is None or (period.start is None and _is_label(period)) for period in (ja, en)]
    if ja.relative or en.relative or ja.instant or en.instant or not any(told):
        return ()
    mine, theirs = _lengths(ja), _lengths(en)
    if mine and theirs and not mine & theirs:
        return (Difference(Aspect.PERIOD, 2, f"{max(mine)} months against {max(theirs)} months"),)
    months = months_told(ja), months_told(en)
    if all(months) and months[0] != months[1]:
        return (Difference(Aspect.PERIOD, 2, f"{ja.printed} against {en.printed}"),)
    parts = ja.part, en.part
    if all(told) and ja.end is not en.end and {*parts} <= _TO_DATE.keys() and parts[0] is not parts[1]:
        return (Difference(Aspect.PERIOD, 2, f"{ja.printed} against {en.printed}"),)
    return ()


def months_told(period: Period) -> tuple[int, ...]:
    """The first and last month of a period that tells them: 7-9月, October 1 to December 31, 2024."""
    days = period.start is not None and period.end is not None and period.year is None
    if days and period.start and period.end and period.relative is None:
        return period.start.month, period.end.month
    return months_named(period)


def _is_label(period: Period) -> bool:
    """Whether a period whose beginning is left open is 2025年3月期, or a quarter of such a year."""
    return period.open_part and (period.part in _TO_DATE or _TERM_RE.search(period.printed) is not None)


def _lengths(period: Period) -> set[int]:
    """The whole months that a period may have; empty where its words leave that open."""
    if period.end is None or (period.start is None and _is_label(period)):
        first, last = PART_MONTHS.get(period.part or Part.OTHER, (0, 0))
        return {last - first, _TO_DATE.get(period.part or Part.OTHER, last - first)} - {0}
    if period.start is None:
        return set()
    return {months for months in (3, 6, 9, 12) if months_before(period.end, months) == period.start}


def uncross(
    chosen: list[tuple[int, int]],
    ja: Sequence[Located],
    en: Sequence[Located],
    compared: Mapping[tuple[int, int], tuple[Difference, ...]],
) -> list[tuple[int, int]]:
    """Exchange partners where the two periods that print their first and last day have come apart."""
    found = sorted(chosen)
    for a, (i, m) in enumerate(found):
        for b in range(a + 1, len(found)):
            k, j = found[b]
            straight = j < m and (i, j) in compared and (k, m) in compared
            first = _spelled_out(ja[i][1].period) and _spelled_out(en[j][1].period)
            if straight and (first or (_spelled_out(ja[k][1].period) and _spelled_out(en[m][1].period))):
                found[a], found[b] = (i, j), (k, m)
                break
    return found


def dated_together(
    chosen: list[tuple[int, int]],
    ja: Sequence[Located],
    en: Sequence[Located],
    compared: Mapping[tuple[int, int], tuple[Difference, ...]],
) -> list[tuple[int, int]]:
    """Pair the two dated mentions of a part of the year, each of which has met a bare one (中間期として, an interim period)."""
    found = sorted(chosen)
    for a, (i, j) in enumerate(found):
        for b, (k, m) in enumerate(found):
            periods = (ja[i][1].period, en[m][1].period, ja[k][1].period, en[j][1].period)
            alike = len({period.part for period in periods}) == 1 and not any(p.relative for p in periods)
            dated = [period.end is not None for period in periods] == [True, True, False, False]
            if a != b and alike and dated and (i, m) in compared and (k, j) in compared:
                found[a], found[b] = (i, m), (k, j)
                return found
    return found


def redated(
    chosen: list[tuple[int, int]],
    same: Mapping[tuple[int, int], float],
    ja: Sequence[Located],
    en: Sequence[Located],
    compared: Mapping[tuple[int, int], tuple[Difference, ...]],
) -> tuple[list[tuple[int, int]], set[int], set[int]]:
    """Part a dated period from an undated one (通期 beside 2025年3月期) where a dated one is left over."""
    kept, freed_ja, freed_en = list(chosen), set[int](), set[int]()
    dated = [(i, j) for i, j in same if ja[i][1].period.end and en[j][1].period.end]
    met_ja = {i for i, _ in dated} | {i for i, _ in chosen}
    met_en = {j for _, j in dated} | {j for _, j in chosen}
    for i, j in chosen:
        left, right = ja[i][1].period, en[j][1].period
        apart_ja, apart_en = set[int](), set[int]()
        if left.end and not right.end:
            apart_en = {
                k
                for k, (_, other) in enumerate(en)
                if (i, k) in compared and k not in met_en and _same_named(left, other.period)
            }
        elif right.end and not left.end:
            apart_ja = {
                k
                for k, (_, other) in enumerate(ja)
                if (k, j) in compared and k not in met_ja and _same_named(other.period, right)
            }
        if apart_ja or apart_en:
            kept.remove((i, j))
            freed_ja |= apart_ja | ({i} if left.end else set())
            freed_en |= apart_en | ({j} if right.end else set())
    return kept, freed_ja, freed_en


def _same_named(ja: Period, en: Period) -> bool:
    return bool(ja.end and en.end) and ja.part is en.part and not (ja.relative or en.relative)


def _spelled_out(period: Period) -> bool:
    return bool(period.start and period.end) and len(DAY_RE.findall(period.printed)) == 2


def explained(
    mentions: Sequence[Located], partner: dict[int, int], settled: set[int]
) -> list[tuple[int, int]]:
    """Mentions with a date that an apposition without one, 2026年3月期第2四半期(中間期), took the partner from."""
    found = []
    for at in range(1, len(mentions)):
        (reading, before), (same, mention) = mentions[at - 1], mentions[at]
        close = reading is same and 0 <= mention.start - before.end <= 2
        dated = before.period.end is not None and mention.period.end is None
        if close and dated and at in partner and at - 1 not in settled:
            found.append((at - 1, partner[at]))
    return found
