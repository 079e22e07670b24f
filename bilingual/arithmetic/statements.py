"""What primary statements prove: names of their sums, and ties within and between them.

Total assets equal liabilities and equity (``balance``); cash rolls from opening to closing (``cash``), and closing
cash is the cash of the balance sheet; an accumulated deficit rolls with the loss of the period (``deficit``);
results cascade from revenue to profit (``cascade``); an item that two statements show is the same (``cross``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.items import Ledger, Statement, statement_of
from bilingual.arithmetic.times import Days, months_of, opening_of
from bilingual.model.figure import Kind
from bilingual.model.quick import replace
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

CLOSING_CASH_RE = re.compile(
    r"現金.*(?:期末|四半期末|中間期末|末)残高|cash.*\b(?:end of|at end|ending|closing)\b|\b(?:ending|closing) cash\b",
    re.IGNORECASE,
)
OPENING_CASH_RE = re.compile(
    r"現金.*(?:期首)残高|cash.*\b(?:beginning|start|opening)\b|\b(?:beginning|opening) cash\b", re.IGNORECASE
)
CASH_CHANGE_RE = re.compile(
    r"現金.*(?:増減|増加|減少)|\bnet (?:\(?(?:increase|decrease|change)\)?.*)cash\b|change in cash",
    re.IGNORECASE,
)
BALANCE_CASH_RE = re.compile(
    r"^(?:現金及び現金同等物|現金および現金同等物|cash|cash and cash equivalents)$", re.IGNORECASE
)
ASSETS_RE = re.compile(r"^(?:資産合計|資産の部合計|総資産|total assets)$", re.IGNORECASE)
CLAIMS_RE = re.compile(
    r"^負債.*(?:純資産|資本).*合計$|^負債純資産合計$|^total liabilities.*(?:equity|net assets|deficit|capital).*$",
    re.IGNORECASE,
)
PROFIT_RE = re.compile(
    r"(?:利益|損失|損益)(?:\(.*\))?$|\b(?:profit|income|loss|earnings)\b(?!.*\b(?:activities|equity)\b)",
    re.IGNORECASE,
)
DEFICIT_RE = re.compile(r"^(?:累積)?欠損金$|^accumulated deficit$", re.IGNORECASE)
NET_RESULT_RE = re.compile(
    r"^(?:当期|四半期|中間)(?:純)?(?:損失|利益|損益|利益\(損失\)|損失\(利益\))(?:\(.*\))?$|"
    r"^net (?:loss|income|profit)(?: \((?:loss|income|profit)\))?$",
    re.IGNORECASE,
)
_When = Callable[[Days], Days]
ENOUGH_COLUMNS = 2
"""Columns that must tie before one that does not is held against them."""


def named(relation: Relation) -> Relation:
    """A sum with the name of the statement rule that it belongs to, by its labels."""
    row, table = relation.result.row, relation.result.table
    if row is None or table is None or relation.name:
        return relation
    label = row.label
    if CLOSING_CASH_RE.search(label) or (CASH_CHANGE_RE.search(label) and _is_cash(relation)):
        return replace(relation, name="cash")
    if CLAIMS_RE.search(label):
        return replace(relation, name="balance")
    if PROFIT_RE.search(label) and statement_of(table) is not Statement.CASH and _cascades(relation):
        return replace(relation, name="cascade")
    return relation


def _is_cash(relation: Relation) -> bool:
    return relation.result.table is not None and statement_of(relation.result.table) is Statement.CASH


def _cascades(relation: Relation) -> bool:
    """Whether a result follows from other results or takes costs off: no plain list of parts."""
    labels = [fact.row.label for fact in relation.members if fact.row is not None]
    return min(relation.weights, default=1) < 0 or any(PROFIT_RE.search(label) for label in labels)


def find_ties(ledger: Ledger) -> Iterator[Relation]:
    """Yield the ties within and between the primary statements."""
    yield from _balances(ledger)
    yield from _closing_cash(ledger)
    yield from _opening_cash(ledger)
    yield from _deficits(ledger)


def _balances(ledger: Ledger) -> Iterator[Relation]:
    """Total assets with total liabilities and equity, column by column of one table."""
    assets = [item for item in ledger.items if ASSETS_RE.search(item.row.label)]
    claims = [item for item in ledger.items if CLAIMS_RE.search(item.row.label)]
    for item in assets:
        for other in claims:
            if other.table is item.table:
                mine = {cell.column: cell.figure for cell in item.row.cells if cell.figure is not None}
                pairs = [
                    (
                        Fact(cell.figure, other.table, other.row, cell.column),
                        Fact(mine[cell.column], item.table, item.row, cell.column),
                    )
                    for cell in other.row.cells
                    if cell.figure is not None and cell.column in mine
                ]
                yield from _equal(pairs, "balance", enough=1)


def _closing_cash(ledger: Ledger) -> Iterator[Relation]:
    """Closing cash of the cash-flow statement with the cash of the balance sheet."""
    yield from _cash_ties(ledger, CLOSING_CASH_RE, lambda days: (None, days[1]))


def _opening_cash(ledger: Ledger) -> Iterator[Relation]:
    """Opening cash with the cash of the balance sheet the day before."""
    yield from _cash_ties(ledger, OPENING_CASH_RE, opening_of)


def _cash_ties(ledger: Ledger, label: re.Pattern[str], when: _When) -> Iterator[Relation]:
    sheets = [
        item
        for item in ledger.items
        if item.statement is Statement.BALANCE and BALANCE_CASH_RE.search(item.row.label)
    ]
    for item in ledger.items:
        if item.statement is Statement.CASH and label.search(item.row.label):
            pairs = []
            for days, fact in item.facts():
                if days[0] is None:
                    continue
                for sheet in sheets:
                    other = sheet.at(when(days), fact.figure.unit)
                    if other is not None:
                        pairs.append((fact, other))
                        break
            yield from _equal(pairs, "cash")


def _deficits(ledger: Ledger) -> Iterator[Relation]:
    """An accumulated deficit with the one before and the result between: a deficit pays no dividends."""
    results = [
        item
        for item in ledger.items
        if item.statement is Statement.RESULTS and NET_RESULT_RE.search(item.row.label)
    ]
    for item in ledger.items:
        if item.statement is not Statement.BALANCE or not DEFICIT_RE.search(item.row.label):
            continue
        for (_, end), fact in item.facts():
            for result in results:
                for days, profit in result.facts():
                    opening = item.at(opening_of(days), fact.figure.unit) if days[1] == end else None
                    if opening is None or not months_of(days) or profit.figure.unit != fact.figure.unit:
                        continue
                    if opening.figure is not fact.figure and profit.figure.kind is Kind.AMOUNT:
                        yield _rolled(fact, opening, profit)


def _rolled(closing: Fact, opening: Fact, profit: Fact) -> Relation:
    members, weights = (opening, profit), (1, 1)
    verdict, expected = evaluate(RelationKind.SUM, closing.figure, [fact.figure for fact in members], weights)
    note = f"{opening.figure.printed} + {profit.figure.printed} = {closing.figure.printed}"
    return Relation(
        RelationKind.SUM, closing, members, verdict, expected, 95, weights, name="deficit", note=note
    )


def _equal(pairs: Sequence[tuple[Fact, Fact]], name: str, enough: int = ENOUGH_COLUMNS) -> Iterator[Relation]:
    """Relations of one row with another; broken ones only where enough of the other columns tie."""
    found = []
    for fact, other in pairs:
        verdict, expected = evaluate(RelationKind.EQUAL, fact.figure, [other.figure])
        note = f"{other.figure.printed} = {fact.figure.printed}"
        found.append(
            Relation(RelationKind.EQUAL, fact, (other,), verdict, expected, 95, name=name, note=note)
        )
    broken = sum(relation.verdict is Verdict.BROKEN for relation in found)
    if broken and len(found) - broken < max(enough, broken):
        found = [relation for relation in found if relation.verdict is not Verdict.BROKEN]
    yield from found
