"""Period mentions of two texts that the caller aligned: what stands beside what, once they are paired."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from bilingual.model.alignment import SegmentReading
from bilingual.model.figure import Difference, Part, Period, PeriodMention, Relative

Located = tuple[SegmentReading, PeriodMention]
DAY_RE = re.compile(r"\d ?日|[A-Za-z]{3,9}\.? ?\d{1,2}\b(?!\d)|\d/\d{1,2}/\d|\d{1,2} [A-Z][a-z]{2}")


def parts_told(ja: Period, en: Period) -> bool:
    """Whether both name a part of the year, one of them of the current one."""
    relatives = {ja.relative, en.relative}
    return relatives == {None, Relative.CURRENT} and all(
        p.part not in (None, Part.YEAR) or (p.part is None and p.start and p.end) for p in (ja, en)
    )


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
        and (mention.period.end + timedelta(days=1)).day == 1
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
