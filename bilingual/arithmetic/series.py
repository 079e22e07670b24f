"""Series: what one line item amounts to, period by period, whether a table shows it as a row or as a column.

Summaries list periods down the side and items across (2025年3月期 / 売上高, 営業利益); statements do the reverse. As series
the two can be held against each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bilingual.arithmetic.items import FORECAST_RE, MEASURES, PART_RE, Item, Ledger, Statement
from bilingual.arithmetic.names import Words, readings_of
from bilingual.arithmetic.roles import Role, role_of
from bilingual.arithmetic.times import Days, days_of, same_days
from bilingual.model.document import Language
from bilingual.model.figure import Figure
from bilingual.model.quick import quick
from bilingual.model.relation import Fact
from bilingual.model.table import Column, Row, RowKind, Table
from bilingual.tables.row_periods import is_period_label

_UNIT_TAIL_RE = re.compile(
    r"(?: (?:百万円|千円|億円|円(?: ?銭)?|円・銭|%|百万株|千株|株|(?:millions?|thousands?|billions?) of (?:yen|shares)|(?:¥|jpy) ?(?:million|billion)"
    r"|millions?|yen|shares|us\$|\(%\)))+$",
    re.IGNORECASE,
)


_SPANNING = frozenset({"合計", "Total"})
"""Heads of one column that a layout sets over the columns beside it as well."""

_DIVIDENDS_RE = re.compile(
    r"1株(?:当|あ)たり(?:の)?(?:年間)?配当|\bdividends? per share\b|\bper[- ]share dividends?\b",
    re.IGNORECASE,
)
_ANNUAL_RE = re.compile(
    r"(?:年間|合計|通期|annual|total|full[- ]year|for the year)(?: ?\((?:円|yen)\))?", re.IGNORECASE
)
"""A caption that says what all columns are, and the column for the whole year."""


@quick
@dataclass(frozen=True, slots=True)
class Series:
    """A line item over time.

    Attributes:
        label: what it is called, without its unit.
        table: where it stands.
        facts: its figures with their days.
        is_column: it is a column of a table of periods.
        is_part: its table shows a part of the group, or another basis.
        is_forecast: its figures are expected, not achieved.
    """

    label: str
    table: Table
    facts: tuple[tuple[Days, Fact], ...]
    is_column: bool = False
    is_part: bool = False
    is_forecast: bool = False

    @property
    def role(self) -> Role | None:
        """The part that it plays in statements."""
        first, _, last = self.label.rpartition(" ")
        spanning = self.is_column and last in _SPANNING
        named = role_of(self.label) or (role_of(first) if spanning else None)
        if named is None and self.is_column and _DIVIDENDS_RE.search(self.table.caption):
            return Role.DIVIDENDS if _ANNUAL_RE.fullmatch(self.label) else None
        return named

    def at(self, days: Days, like: Figure | None = None) -> Fact | None:
        """The one figure for these days, of the unit and precision of another; None for none or several values."""
        found = [
            (own, fact)
            for own, fact in self.facts
            if same_days(days, own) and (like is None or _alike(fact.figure, like))
        ]
        exact = [fact for own, fact in found if own == days] or [fact for _, fact in found]
        return exact[0] if len({fact.figure.value for fact in exact}) == 1 else None


@dataclass(frozen=True)
class Book:
    """All series of a side.

    Attributes:
        language: language of the labels.
        series: the series, in reading order.
        by_role: them by the part that they play.
    """

    language: Language
    series: tuple[Series, ...]
    by_role: dict[Role, list[Series]] = field(default_factory=dict)

    def readings(self, series: Series) -> frozenset[Words]:
        """The words that a label stands for, in each of its readings."""
        return frozenset(readings_of(series.label, self.language))


def read_book(ledger: Ledger) -> Book:
    """The series of a side: rows of its tables, and columns of its tables of periods."""
    found = [*_rows(ledger)]
    for table in ledger.side.tables:
        found.extend(table.once(_columns))
    by_role: dict[Role, list[Series]] = defaultdict(list)
    for series in found:
        role = series.role
        if role is not None and not series.is_part:
            by_role[role].append(series)
    return Book(ledger.side.language, tuple(found), dict(by_role))


def _rows(ledger: Ledger) -> Iterator[Series]:
    for item in ledger.items:
        facts = tuple(item.facts())
        if facts and not is_period_label(item.row.label):
            yield Series(item.row.label, item.table, facts, is_part=item.is_part)


def _columns(table: Table) -> tuple[Series, ...]:
    return tuple(_column_series(table))


def _column_series(table: Table) -> Iterator[Series]:
    rows = [row for row in table.rows if row.kind is not RowKind.SECTION and row.cells]
    if not rows or not all(is_period_label(row.label) for row in rows):
        return
    is_part = PART_RE.search(table.caption) is not None
    caption = FORECAST_RE.search(table.caption) is not None
    for column in table.columns:
        label = item_name(column)
        told: dict[bool, list[tuple[Days, Fact]]] = {False: [], True: []}
        for row in rows:
            forecast = caption or FORECAST_RE.search(row.label) is not None
            for cell in row.cells:
                days = days_of(cell.figure.period) if cell.figure and cell.column == column.index else None
                if cell.figure is not None and cell.figure.value is not None and days is not None:
                    told[forecast].append((days, Fact(cell.figure, table, row, column.index)))
        for forecast, facts in told.items():
            if label and facts and column.measure not in ("yoy", "qoq", "change", "change rate"):
                yield Series(
                    label, table, tuple(facts), is_column=True, is_part=is_part, is_forecast=forecast
                )


@dataclass(frozen=True)
class SummaryItem(Item):
    """A column of a table of periods, as an item that running text may name.

    Attributes:
        told: its figures with their days.
        part: the part that the column plays in statements.
    """

    told: tuple[tuple[Days, Fact], ...] = ()
    part: Role | None = None

    @property
    def role(self) -> Role | None:
        """The part that the column plays in statements."""
        return self.part

    def facts(self, measures: frozenset[str] = MEASURES) -> Iterator[tuple[Days, Fact]]:
        """Its figures, whatever measure is asked for: the head names the item itself."""
        yield from self.told

    def undated(self) -> list[Fact]:
        """None: its rows are periods."""
        return []


def summary_items(book: Book) -> Iterator[SummaryItem]:
    """The items that summaries show as columns, expected figures left out."""
    for series in book.series:
        if not series.is_column or series.is_forecast:
            continue
        cells = tuple(
            cell
            for _, fact in series.facts
            if fact.row is not None
            for cell in fact.row.cells
            if cell.figure is fact.figure
        )
        line = cells[0].span.start if cells else 0
        row = Row(line, series.label, None, (), 0, RowKind.ITEM, cells)
        yield SummaryItem(
            series.table,
            row,
            Statement.OTHER,
            is_part=series.is_part,
            told=series.facts,
            part=series.role,
        )


def item_name(column: Column) -> str:
    """What the head of a column calls its item, without the unit below it."""
    return _UNIT_TAIL_RE.sub("", column.header).strip()


def _alike(one: Figure, other: Figure) -> bool:
    return one.kind is other.kind and one.unit == other.unit and one.step == other.step


def of_role(book: Book, role: Role, *, forecast: bool = False) -> Sequence[Series]:
    """The series of a role, achieved or expected."""
    return [series for series in book.by_role.get(role, ()) if series.is_forecast is forecast]
