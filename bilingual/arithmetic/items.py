"""Line items: rows of tables by what they are called, what they hold and for which days."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from bilingual.arithmetic.roles import Role, role_of
from bilingual.arithmetic.times import Days, days_of, same_days
from bilingual.figures.fiscal import placed
from bilingual.figures.periods import find_periods
from bilingual.glossary.matcher import Matcher
from bilingual.model.alignment import Side
from bilingual.model.figure import Figure, Kind, Part, Period
from bilingual.model.quick import quick
from bilingual.model.relation import Fact
from bilingual.model.table import Cell, Row, RowKind, Table

MEASURES = frozenset({"", "amount"})
"""Measures of columns that hold the amount of an item, not its share or change."""


class Statement(StrEnum):
    """Which primary statement a table is."""

    RESULTS = "results"
    BALANCE = "balance"
    CASH = "cash"
    OTHER = "other"


STATEMENT_RES = (
    (Statement.CASH, re.compile(r"キャッシュ・?フロ[ーィ]|cash flows?", re.IGNORECASE)),
    (
        Statement.BALANCE,
        re.compile(
            r"貸借対照表|財政状態計算書|財政状態|balance sheets?|statements? of financial position",
            re.IGNORECASE,
        ),
    ),
    (
        Statement.RESULTS,
        re.compile(
            r"損益計算書|純?損益|経営成績|statements? of (?:operations|income|earnings|profit)|income statements?",
            re.IGNORECASE,
        ),
    ),
)
"""Captions of the primary statements; the first that fits counts."""
FORECAST_RE = re.compile(
    r"予想|予測|見込|見通し|計画|目標|forecast|outlook|anticipated|projection|guidance|target|plan\b",
    re.IGNORECASE,
)
"""Captions of tables that hold what is expected, not what was achieved."""
PART_RE = re.compile(
    r"セグメント|個別|単体|非連結|四半期推移|累計|segment|non-?consolidated|parent[- ]only|pro ?forma|cumulative",
    re.IGNORECASE,
)
"""Captions of tables about a part of the group, or on another basis."""


@quick
@dataclass(frozen=True)
class Item:
    """A row with figures.

    Attributes:
        table: the table that it stands in.
        row: the row.
        statement: which statement that is.
        concepts: concepts of the glossary that its whole label is a term of.
        is_part: its table shows parts of the group or another basis.
        year: last day of the year that the caption names, for columns that name a part of a year alone.
    """

    table: Table
    row: Row
    statement: Statement
    concepts: frozenset[str] = frozenset()
    is_part: bool = False
    year: date | None = None

    @property
    def role(self) -> Role | None:
        """The part that it plays in statements."""
        return role_of(self.row.label)

    def facts(self, measures: frozenset[str] = MEASURES) -> Iterator[tuple[Days, Fact]]:
        """Its figures in columns whose days are known."""
        return ((days, fact) for days, fact, measure in self._dated if measure in measures)

    @cached_property
    def _dated(self) -> tuple[tuple[Days, Fact, str], ...]:
        """Its figures in columns whose days are known, with what the column measures."""
        found = []
        for cell in self.row.cells:
            if cell.figure is None or cell.figure.value is None or cell.column >= len(self.table.columns):
                continue
            column = self.table.columns[cell.column]
            days = days_of(column.period) or _days_of_part(column.period, self.year)
            if days is not None:
                found.append((days, Fact(cell.figure, self.table, self.row, cell.column), column.measure))
        return tuple(found)

    def at(
        self, days: Days, unit: str, measures: frozenset[str] = MEASURES, kinds: frozenset[Kind] | None = None
    ) -> Fact | None:
        """The one figure for these days in this unit; None where there is none, or more than one."""
        found = [
            fact
            for own, fact in self.facts(measures)
            if same_days(days, own)
            and (not unit or fact.figure.unit in (unit, ""))
            and (kinds is None or fact.figure.kind in kinds)
        ]
        if len(found) > 1:
            exact = [fact for own, fact in self.facts(measures) if own == days and fact in found]
            found = exact or found
        return found[0] if len({fact.figure.value for fact in found}) == 1 else None

    def undated(self) -> list[Fact]:
        """Its figures, where no column says for which days they are."""
        if any(True for _ in self.facts()):
            return []
        return [
            Fact(cell.figure, self.table, self.row, cell.column)
            for cell in self.row.cells
            if cell.figure is not None and cell.figure.value is not None
        ]

    def days(self) -> list[Days]:
        """The days of its columns, each once."""
        return list(dict.fromkeys(days for days, _ in self.facts()))


@dataclass(frozen=True)
class Ledger:
    """All items of a side.

    Attributes:
        side: the side.
        items: rows with figures, forecasts left out.
        by_concept: items by the concepts of their labels.
    """

    side: Side
    items: tuple[Item, ...]
    by_concept: dict[str, list[Item]] = field(default_factory=dict)


def read_items(side: Side, matcher: Matcher) -> Ledger:
    """List the rows with figures of a side."""
    items = [item for table in side.tables for item in table.once(_items_of, matcher)]
    by_concept: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for concept in sorted(item.concepts):
            by_concept[concept].append(item)
    return Ledger(side, tuple(items), dict(by_concept))


def _items_of(table: Table, matcher: Matcher) -> tuple[Item, ...]:
    """The rows with figures of a table; none of one that holds what is expected."""
    if FORECAST_RE.search(table.caption):
        return ()
    kind, is_part = statement_of(table), PART_RE.search(table.caption) is not None
    return tuple(
        Item(table, row, kind, frozenset(matcher.exact(row.label, table.language)), is_part)
        for row in table.rows
        if row.kind is not RowKind.SECTION and row.label and any(map(_has_value, row.cells))
    )


def in_named_years(items: Sequence[Item], side: Side) -> list[Item]:
    """Items whose columns name a part of a year alone, placed in the year that their caption names; others as they are."""
    years = {id(item.table): _year_of_caption(item.table, side) for item in items}
    return [
        replace(item, year=year) if (year := years[id(item.table)]) is not None else item for item in items
    ]


def _year_of_caption(table: Table, side: Side) -> date | None:
    """The last day of the one year that a caption names above columns of its quarters; None for any other table."""
    if not any(_is_part_alone(column.period) for column in table.columns):
        return None
    named = {
        mention.period.end
        for mention in find_periods(table.caption, side.language, side.calendar)
        if mention.period.part is Part.YEAR and not mention.period.instant
    }
    return named.pop() if len(named) == 1 else None


def _is_part_alone(period: Period | None) -> bool:
    """Whether a head names a part of a year and not the year: 第4四半期."""
    return (
        period is not None
        and period.part is not None
        and period.end is None
        and period.year is None
        and period.relative is None
    )


def _days_of_part(period: Period | None, year: date | None) -> Days | None:
    if period is None or year is None or not _is_part_alone(period):
        return None
    return days_of(placed(period, year))


def statement_of(table: Table) -> Statement:
    """Which primary statement a table is, by its caption and its columns."""
    for kind, pattern in STATEMENT_RES:
        if pattern.search(table.caption):
            return kind
    return Statement.OTHER


def same_measure(one: Figure, other: Figure) -> bool:
    """Whether two figures can state the same quantity: unit and kind, a missing currency aside."""
    money = (Kind.AMOUNT, Kind.NUMBER)
    if one.kind in money and other.kind in money:
        return not one.unit or not other.unit or one.unit == other.unit
    counts = (Kind.COUNT, Kind.NUMBER)
    if one.kind in counts and other.kind in counts:
        return True
    return one.kind is other.kind and one.unit == other.unit


def _has_value(cell: Cell) -> bool:
    return cell.figure is not None and cell.figure.value is not None
