"""Lists of times over tables: captions and lines of heads that name as many times, of which one is another.

For the three months ended December 31, 2024, December 31, 2023 and September 30, 2024 stands over the columns of
2024年12月期、2023年12月期、2024年9月期: all but one agree, and that one is misprinted. What a label of a year means
(FY2024, 2024年度) is the issuer's habit, and a habit holds for a whole list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bilingual.align.assignment import best_assignment
from bilingual.checks.building import spot
from bilingual.checks.examination import Examination
from bilingual.figures.periods import compare_periods, read_period
from bilingual.model.alignment import Side
from bilingual.model.document import Span
from bilingual.model.figure import Aspect, Period, PeriodMention
from bilingual.model.report import Spot
from bilingual.model.table import Table
from bilingual.tables.patterns import PERIOD_RE
from bilingual.text.normalize import fold

FEW = 2
SURE = 3
"""Times of a list of which one that differs is surely the wrong one."""
ABOVE = 4
"""Lines above a caption that may list the times of its columns."""
_BETWEEN_RE = re.compile(r"[\s,、・/;&]*(?:and|及び|および|並びに|と)?[\s,、]*(?:for )?(?:the )?")
TIMES = frozenset({Aspect.PERIOD, Aspect.FISCAL_YEAR, Aspect.ERA})


class _Named(NamedTuple):
    """A time of a list and where it stands."""

    period: Period
    span: Span


_List = Sequence[_Named]


class OddTime(NamedTuple):
    """The two times of paired lists that do not agree, and whether enough of the others do."""

    ja: Spot
    en: Spot
    sure: bool


def odd_time(exam: Examination, ja: Table, en: Table) -> OddTime | None:
    """The one time that two paired tables name differently in their captions, or in heads that the columns of one were not given.

    Args:
        exam: the examination.
        ja: the Japanese table.
        en: its English counterpart.
    """
    captions = _over(exam.ja, ja), _over(exam.en, en)
    told = all(any(column.period is not None for column in table.columns) for table in (ja, en))
    heads = ((), ()) if told else (_in_heads(exam.ja, ja), _in_heads(exam.en, en))
    for left, right in (captions, heads, (captions[0], heads[1]), (heads[0], captions[1])):
        if len(left) != len(right) or len(left) < FEW:
            continue
        found = _odd(exam, left, right)
        if found is None:
            return None
        at, to = found
        return OddTime(spot(exam.ja, left[at].span), spot(exam.en, right[to].span), len(left) >= SURE)
    return None


def _over(side: Side, table: Table) -> _List:
    """The times that the lines over a table name: its caption, and the lines right above that."""
    first = min((*table.header_lines, *(row.line for row in table.rows)), default=table.last_line)
    ends = [other.last_line for other in side.tables if other.last_line < table.line]
    top = max(table.line - ABOVE, max(ends, default=0) + 1, 1)
    start, end = side.document.line_span(top).start, side.document.line_span(first).start
    lists = [named for at, named in side.once(_lists) if start <= at < end]
    return lists[-1] if lists else ()


def _lists(side: Side) -> tuple[tuple[int, _List], ...]:
    """The segments of a side that list times, each with where it begins."""
    return tuple(
        (
            reading.segment.span.start,
            [
                _Named(mention.period, reading.segment.content.span(mention.start, mention.end))
                for mention in reading.periods
            ],
        )
        for reading in side.readings
        if len(reading.periods) >= FEW and _is_list(reading.segment.text, reading.periods)
    )


def _is_list(text: str, mentions: Sequence[PeriodMention]) -> bool:
    """Whether times stand one after the other, and not in what is said of them."""
    return all(mention.period.relative is None and not mention.problem for mention in mentions) and all(
        _BETWEEN_RE.fullmatch(text, one.end, other.start) is not None for one, other in pairwise(mentions)
    )


def _in_heads(side: Side, table: Table) -> _List:
    """The times of a line of heads."""
    for line in table.header_lines:
        named = list(_in_line(side, line))
        if len(named) >= FEW:
            return named
    return ()


def _in_line(side: Side, line: int) -> Iterator[_Named]:
    span = side.document.line_span(line)
    printed = side.document.text[span.start : span.end]
    text = fold(printed)
    if len(text) != len(printed):
        return
    for match in PERIOD_RE.finditer(text):
        period = read_period(match[0], side.language, side.calendar)
        if period is not None and period.relative is None:
            yield _Named(period, Span(span.start + match.start(), span.start + match.end()))


def _odd(exam: Examination, left: _List, right: _List) -> tuple[int, int] | None:
    """Where the one time of each list stands that has no counterpart; None where all have one, or several have none."""
    habit = _habit(left, right)
    same = {
        (i, j): 1.0 - abs(i - j) / 100
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if _agree(exam, one.period, other.period, habit)
    }
    count = len(left)
    apart = [at for at in range(count) if (at, at) not in same]
    if len(apart) == 1:
        return apart[0], apart[0]
    if not apart or count < SURE:
        return None
    chosen = best_assignment(same)
    if len(chosen) != count - 1:
        return None
    (at,) = {*range(count)} - {i for i, _ in chosen}
    (to,) = {*range(count)} - {j for _, j in chosen}
    return at, to


def _agree(exam: Examination, ja: Period, en: Period, habit: int | None) -> bool:
    if ja.year is not None and en.year is not None and habit is not None and en.year - ja.year != habit:
        return False
    differ = compare_periods(ja, en, exam.ja.calendar, exam.en.calendar)
    return not any(difference.serious == FEW and difference.aspect in TIMES for difference in differ)


def _habit(left: _List, right: _List) -> int | None:
    """By how many years the labels of two lists in one order differ most often; None where they have no years."""
    apart = Counter(
        other.period.year - one.period.year
        for one, other in zip(left, right, strict=True)
        if one.period.year is not None and other.period.year is not None
    )
    return max(apart, key=lambda years: (apart[years], years == 0), default=None)
