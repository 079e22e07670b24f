"""Changes that forecasts state: from what the document reports for the year before, in another table."""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.formulas import evaluate, value
from bilingual.arithmetic.items import FORECAST_RE
from bilingual.arithmetic.names import readings_of
from bilingual.arithmetic.roles import role_of
from bilingual.arithmetic.series import Book, item_name
from bilingual.arithmetic.strips import CHANGES
from bilingual.arithmetic.times import Days, days_of, months_of, shifted
from bilingual.model.figure import Figure, Kind
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict
from bilingual.model.table import Row, RowKind, Table
from bilingual.tables.row_periods import is_period_label

YEAR = 12
ENOUGH = 2
"""Changes of one table that have to come out right before one that does not is held against it."""
SURE = 95


def find_outlook(book: Book, tables: tuple[Table, ...]) -> Iterator[Relation]:
    """Yield the changes of forecasts, broken ones included."""
    for table in tables:
        rows = [row for row in table.rows if row.kind is not RowKind.SECTION and row.cells]
        if not rows or not all(is_period_label(row.label) for row in rows):
            continue
        whole = FORECAST_RE.search(table.caption) is not None
        expected = rows if whole else [row for row in rows if FORECAST_RE.search(row.label)]
        relations = [relation for row in expected for relation in _of_row(book, table, row)]
        held = sum(relation.verdict is not Verdict.BROKEN for relation in relations)
        enough = held >= ENOUGH and held > len(relations) - held
        yield from (one for one in relations if enough or one.verdict is not Verdict.BROKEN)


def _of_row(book: Book, table: Table, row: Row) -> Iterator[Relation]:
    amount: Fact | None = None
    name = ""
    for cell in row.cells:
        column = table.columns[cell.column] if cell.column < len(table.columns) else None
        if column is None or cell.figure is None:
            continue
        fact = Fact(cell.figure, table, row, cell.column)
        if cell.figure.kind is Kind.AMOUNT:
            amount, name = fact, item_name(column)
        elif cell.figure.kind is Kind.PERCENT and column.measure in CHANGES and amount is not None:
            days = days_of(amount.figure.period)
            if item_name(column) == name and days is not None and cell.figure.value is not None:
                yield from _change(book, name, fact, amount, days)


def _change(book: Book, name: str, rate: Fact, amount: Fact, days: Days) -> Iterator[Relation]:
    if not months_of(days):
        return
    base = _base(book, name, shifted(days, YEAR), amount.figure)
    if base is None or value(base.figure) <= 0 or not amount.figure.value:
        return
    verdict, expected = evaluate(RelationKind.GROWTH, rate.figure, (amount.figure, base.figure))
    note = f"{amount.figure.printed} / {base.figure.printed} - 1 = {rate.figure.printed}"
    yield Relation(RelationKind.GROWTH, rate, (amount, base), verdict, expected, SURE, (), None, "", note)


def _base(book: Book, name: str, days: Days, like: Figure) -> Fact | None:
    """What the document reports for an item and the days before; None where it is not one amount."""
    role = role_of(name)
    words = readings_of(name, book.language)
    found = {
        fact.figure.value: fact
        for series in book.series
        if not (series.is_part or series.is_forecast)
        and ((role is not None and series.role is role) or any(own in words for own in book.readings(series)))
        and (fact := series.at(days, like)) is not None
    }
    return next(iter(found.values())) if len(found) == 1 else None
