"""Rows that name a period in their label, as summaries do: the same values under another period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bilingual.checks.examination import Examination
from bilingual.figures.periods import compare_periods, find_periods
from bilingual.model.alignment import Pair, Side
from bilingual.model.figure import Aspect, FiscalCalendar, Part, Period
from bilingual.model.table import Row
from bilingual.tables.row_periods import is_period_label

FEW = 2
"""No more rows of a table differ by mistake; where more do, the periods were not read as they are meant."""
NAMED = frozenset({Aspect.PERIOD, Aspect.FISCAL_YEAR, Aspect.ERA, Aspect.CUMULATIVE})
QUARTERS = frozenset({Part.Q1, Part.Q2, Part.Q3, Part.Q4})


class DifferingRow(NamedTuple):
    """A pair of rows, the periods that their labels name, and how they differ."""

    pair: Pair
    ja: Period
    en: Period


def differing_rows(exam: Examination) -> Iterator[DifferingRow]:
    """Yield pairs of rows whose figures agree and whose labels name other periods, where other rows name the same.

    Of two rows that name each other's periods both are told, though nothing else stands in the table.
    """
    tables: dict[tuple[str, str], list[tuple[Pair, Period, Period, bool]]] = defaultdict(list)
    for pair in exam.row_pairs():
        if pair.ja_row is None or pair.en_row is None or pair.ja_table is None or pair.en_table is None:
            continue
        if any(item.aspect in NAMED for both in pair.figures for item in both.differences):
            continue  # the rule for that aspect tells it
        agreeing = sum(both.agrees for both in pair.figures)
        if not agreeing or 2 * agreeing < len(pair.figures):
            continue
        ja = _period(exam.ja, pair.ja_row)
        en = _period(exam.en, pair.en_row) if ja is not None else None
        if ja is None or en is None:
            continue
        alike = not _differ(ja, en, exam.ja.calendar, exam.en.calendar)
        tables[pair.ja_table.id, pair.en_table.id].append((pair, ja, en, alike))
    for rows in tables.values():
        differing = [DifferingRow(pair, ja, en) for pair, ja, en, alike in rows if not alike]
        others = len(differing) < len(rows)
        if len(differing) <= FEW and (others or _are_exchanged(differing, exam)):
            yield from differing


def _are_exchanged(rows: Sequence[DifferingRow], exam: Examination) -> bool:
    """Whether two rows name each other's periods: their figures stand in each other's row."""
    if len(rows) != 2:
        return False
    calendars = exam.ja.calendar, exam.en.calendar
    return not any(_differ(one.ja, other.en, *calendars) for one, other in (rows, rows[::-1]))


def _period(side: Side, row: Row) -> Period | None:
    """The period that the label of a row names: the label itself, or the only period in it."""
    if is_period_label(row.label):
        figures = (cell.figure for cell in row.cells if cell.figure is not None)
        period = next((figure.period for figure in figures), None)
    else:
        found = find_periods(row.label, side.language, side.calendar)
        period = found[0].period if len(found) == 1 else None
    return period if period is not None and (period.end is not None or period.part in QUARTERS) else None


def _differ(ja: Period, en: Period, ja_calendar: FiscalCalendar, en_calendar: FiscalCalendar) -> bool:
    """Whether two periods end on other days, or are other quarters."""
    if ja.relative is not None or en.relative is not None:
        return False
    if ja.end is not None and en.end is not None:
        return ja.end != en.end
    serious = any(item.serious == 2 for item in compare_periods(ja, en, ja_calendar, en_calendar))
    return serious or other_quarter(ja, en)


def other_quarter(ja: Period, en: Period) -> bool:
    """Whether both name a quarter, not the same one; one of them may lack the year."""
    return ja.part in QUARTERS and en.part in QUARTERS and ja.part is not en.part
