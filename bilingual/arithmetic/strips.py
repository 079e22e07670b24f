"""Tables as strips: each column of figures, or each row, as one series that can be voted on as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bilingual.model.figure import Figure, FiscalCalendar, Kind, Period
from bilingual.model.quick import quick
from bilingual.model.relation import Fact
from bilingual.model.table import Column, Row, RowKind, Table
from bilingual.tables.measures import measure_of

MEASURED = frozenset({Kind.AMOUNT, Kind.COUNT, Kind.NUMBER, Kind.PHYSICAL})
"""Kinds whose figures grow, make up a whole and are converted."""
CHANGES = frozenset({"yoy", "qoq", "change", "change rate"})
"""Measures of columns and rows that state a change."""
REACH = 4
"""Rows above a row of changes in which the amounts that changed are looked for."""
_CALENDAR = FiscalCalendar()
MOST_SAMPLES = 14
"""Places of a strip that are tried before a whole reading of it is."""


@quick
@dataclass(frozen=True, slots=True)
class Strip:
    """A column (or a row) of a table.

    Attributes:
        at: its number among the columns (rows).
        facts: its figures by row (column); None where none stands, or a dash.
        unit: ``%``, a currency, or empty: what most of its figures measure.
        measure: what its head or label says that it measures, as in ``Column.measure``.
        period: the time that it is for.
    """

    at: int
    facts: tuple[Fact | None, ...]
    unit: str
    measure: str = ""
    period: Period | None = None

    @property
    def filled(self) -> list[int]:
        """Places with a figure."""
        return [place for place, fact in enumerate(self.facts) if fact is not None]

    def shifted(self, lag: int) -> Strip:
        """The same strip moved so that every place shows the figure ``lag`` places further on."""
        blank: tuple[Fact | None, ...] = (None,) * abs(lag)
        facts = self.facts[lag:] + blank if lag > 0 else blank + self.facts[:lag]
        return Strip(self.at, facts, self.unit, self.measure, self.period)


@dataclass(frozen=True, slots=True)
class Layout:
    """A table as strips.

    Attributes:
        table: the table.
        rows: its rows with figures.
        columns: one strip per column; their places are the rows.
    """

    table: Table
    rows: tuple[Row, ...]
    columns: tuple[Strip, ...]

    @property
    def amounts(self) -> list[Strip]:
        """Columns of amounts and counts."""
        return [strip for strip in self.columns if strip.unit != "%"]

    @property
    def rates(self) -> list[Strip]:
        """Columns of per cent figures."""
        return [strip for strip in self.columns if strip.unit == "%"]

    def measure_of_row(self, index: int) -> str:
        """What the label of a row says that it measures, as in ``Column.measure``."""
        return _measure_of(self.rows[index].label)

    def states_change(self, index: int) -> bool:
        """Whether a row is named a change: 増減額."""
        return self.measure_of_row(index) in CHANGES

    def row_strip(self, index: int, measure: str = "") -> Strip:
        """A row as a strip over the columns."""
        facts = tuple(column.facts[index] for column in self.columns)
        return Strip(index, facts, _unit(facts), measure)


@lru_cache(maxsize=4096)
def _measure_of(label: str) -> str:
    return measure_of(label, _CALENDAR)


def read_layout(table: Table) -> Layout:
    """The strips of a table."""
    rows = tuple(
        row
        for row in table.rows
        if row.kind is not RowKind.SECTION and any(cell.figure is not None for cell in row.cells)
    )
    series: dict[int, list[Fact | None]] = {column.index: [None] * len(rows) for column in table.columns}
    for place, row in enumerate(rows):
        for cell in row.cells:
            figure = cell.figure
            if figure is not None and figure.value is not None and cell.column in series:
                series[cell.column][place] = Fact(figure, table, row, cell.column)
    columns = tuple(_column(column, series[column.index]) for column in table.columns)
    return Layout(table, rows, tuple(strip for strip in columns if any(strip.facts)))


def _column(column: Column, facts: Sequence[Fact | None]) -> Strip:
    return Strip(column.index, tuple(facts), _unit(facts), column.measure, column.period)


def _unit(facts: Sequence[Fact | None]) -> str:
    units = [_measured(fact.figure) for fact in facts if fact is not None]
    found = set(units)
    if len(found) > 1:
        return max(found, key=lambda unit: (units.count(unit), unit))
    return found.pop() if found else ""


def _measured(figure: Figure) -> str:
    if figure.kind is Kind.PERCENT:
        return "%"
    return figure.unit if figure.kind is Kind.AMOUNT else ""


def samples(strip: Strip, *others: Strip) -> list[int]:
    """Places where all strips have figures, at most ``MOST_SAMPLES``, spread evenly."""
    common = strip.filled
    for other in others:
        common = [place for place in common if other.facts[place] is not None]
    if len(common) <= MOST_SAMPLES:
        return common
    return [common[number * len(common) // MOST_SAMPLES] for number in range(MOST_SAMPLES)]


def certainty(score: float, held: int, missed: int) -> int:
    """Per cent by which a reading of whole strips is sure, from its orders of magnitude above chance."""
    sure = min(99, 60 + int(8 * score))
    return sure if held >= 3 * missed else min(sure, 89)
