"""Quotients of lines that stand in different tables: per-share amounts, equity ratio, margin, payout, dividends.

Which profit is divided by which number of shares is told by the figures: of all lines that may be meant, those whose quotient
is what is printed for most days. One that is not is held against them where others of the same line are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from math import log10

from bilingual.arithmetic.formulas import ONE, evaluate, value
from bilingual.arithmetic.payouts import find_payouts
from bilingual.arithmetic.returns import find_returns
from bilingual.arithmetic.roles import Role, role_of
from bilingual.arithmetic.series import Book, Series, item_name, of_role
from bilingual.arithmetic.slips import is_slip
from bilingual.arithmetic.times import Days, days_of
from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.figure import Kind
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict
from bilingual.model.table import Table
from bilingual.text.pieces import holds_any

PER_SHARE, RATIO, DIVIDENDS = "per share", "ratio", "dividends"
SURE = 95
SLIP_DIGITS = 4
ENOUGH, MISS = 1.2, 0.5
"""Orders of magnitude that quotients must beat chance by, and what one that does not come out costs."""
MOST = 4
"""Lines of one role that are tried."""
_Ratio = tuple[Role, tuple[Role, ...], tuple[Role, ...], RelationKind, str]
QUOTIENTS: tuple[_Ratio, ...] = (
    (
        Role.EARNINGS_PER_SHARE, (Role.OWNERS_PROFIT, Role.PROFIT), (Role.AVERAGE_SHARES,),
        RelationKind.PER_SHARE, PER_SHARE,
    ),
    (
        Role.NET_ASSETS_PER_SHARE, (Role.EQUITY, Role.NET_ASSETS), (Role.ISSUED, Role.TREASURY),
        RelationKind.PER_SHARE, PER_SHARE,
    ),
    (Role.EQUITY_RATIO, (Role.EQUITY, Role.NET_ASSETS), (Role.ASSETS,), RelationKind.RATIO, RATIO),
    (Role.OPERATING_MARGIN, (Role.OPERATING,), (Role.SALES,), RelationKind.RATIO, RATIO),
    (Role.PAYOUT, (Role.DIVIDENDS,), (Role.EARNINGS_PER_SHARE,), RelationKind.RATIO, RATIO),
)  # fmt: skip
"""What is stated, what may be divided, what it is divided by (the second less the third), the formula, the rule."""
_EQUITY_RE = {
    Language.JA: re.compile(r"(?:^|[\s(）)])(?:自己資本|親会社の所有者に帰属する持分)\s"),
    Language.EN: re.compile(r"\b(?:shareholders'? )?equity(?: capital)?\b ?(?:[:(]|as of|at)", re.IGNORECASE),
}
"""A note that states the equity for each day: (参考) 自己資本 2025年3月期 47,629百万円."""
MOST_WORDS = 240
_SPLIT_RE = re.compile(
    r"株式(?:分割|併合)|\b(?:stock|share) (?:split|consolidation)|reverse split", re.IGNORECASE
)
_SPLIT_WORDS = ("株式分割", "株式併合", "split", "consolidation")
"""Shares that were divided within the years shown: amounts per share before and after do not go together."""


def find_quotients(book: Book, side: Side) -> Iterator[Relation]:
    """Yield the quotients of the lines of a side, broken ones included."""
    texts = (reading.segment.text for reading in side.readings)
    split = any(holds_any(text.lower(), _SPLIT_WORDS) and _SPLIT_RE.search(text) for text in texts)
    equity = [Series("", book.series[0].table, facts) for facts in _noted_equity(side)] if book.series else []
    found = (
        *_quotients(book, equity),
        *_totals(side.tables),
        *find_returns(book, equity),
        *find_payouts(book),
    )
    for relation in found:
        if not (split and relation.verdict is Verdict.BROKEN):
            yield relation


def _quotients(book: Book, equity: Sequence[Series]) -> Iterator[Relation]:
    for forecast in (False, True):
        for role, tops, bottoms, kind, name in QUOTIENTS:
            for stated in of_role(book, role, forecast=forecast)[:MOST]:
                numerators = [
                    series for top in tops for series in of_role(book, top, forecast=forecast)[:MOST]
                ]
                if Role.EQUITY in tops:
                    own = [*equity, *of_role(book, Role.EQUITY, forecast=forecast)]
                    # Net assets are equity only where no one else has a share in them.
                    numerators = own or ([] if book.by_role.get(Role.MINORITY) else numerators)
                denominators = [of_role(book, bottom, forecast=forecast)[:MOST] for bottom in bottoms]
                yield from _best(stated, numerators, list(product(*denominators)), kind, name)


def _noted_equity(side: Side) -> Iterator[tuple[tuple[Days, Fact], ...]]:
    """The amounts of equity that notes state for days, note by note: one for the group, one for the company alone."""
    pattern = _EQUITY_RE[side.language]
    for reading in side.readings:
        if len(reading.segment.text) > MOST_WORDS or not pattern.search(reading.segment.text):
            continue
        facts = [
            (days, Fact(figure, segment=reading.segment))
            for figure in reading.figures
            if figure.kind is Kind.AMOUNT
            and figure.value is not None
            and (days := days_of(figure.period)) is not None
        ]
        if facts:
            yield tuple(facts)


def _best(
    stated: Series,
    tops: Sequence[Series],
    bottoms: Sequence[tuple[Series, ...]],
    kind: RelationKind,
    name: str,
) -> Iterator[Relation]:
    """The relations with the numerator and denominator whose quotients come out best, where that is no chance."""
    readings = [
        relations
        for top in tops
        for under in bottoms
        if (relations := list(_relations(stated, top, under, kind, name)))
    ]
    different = {tuple(_values(relation) for relation in relations) for relations in readings}
    best = max(readings, key=_score, default=[])
    score = _score(best) - log10(max(1, len(different)))
    for relation in best:
        if relation.verdict is not Verdict.BROKEN or (score >= ENOUGH and len(best) > 1):
            yield relation
        elif len(best) == 1 == len(different) and is_slip(relation, SLIP_DIGITS):
            yield relation  # one day only: a slip can be told


def _score(relations: Sequence[Relation]) -> float:
    """Orders of magnitude by which quotients beat chance, less what those that miss count against them."""
    score = 0.0
    for relation in relations:
        figure = relation.result.figure
        if relation.verdict is Verdict.BROKEN:
            score -= MISS
        else:
            score += log10(abs(value(figure)) / (figure.step or ONE) + ONE)
    return score


def _values(relation: Relation) -> tuple[Decimal, ...]:
    return tuple(value(member.figure) for member in relation.members)


def _relations(
    stated: Series, top: Series, under: Sequence[Series], kind: RelationKind, name: str
) -> Iterator[Relation]:
    for days, fact in stated.facts:
        members = [series.at(days) for series in (top, *under)]
        given = tuple(member for member in members if member is not None and member.figure.value)
        if len(given) < len(members) or fact.figure.kind is Kind.NIL:
            continue
        verdict, expected = evaluate(kind, fact.figure, [member.figure for member in given])
        if expected is not None:
            less = f" - {given[2].figure.printed}" if len(given) > 2 else ""
            below = f"({given[1].figure.printed}{less})" if less else given[1].figure.printed
            note = f"{given[0].figure.printed} / {below} = {fact.figure.printed}"
            yield Relation(kind, fact, given, verdict, expected, SURE, (), None, name, note)


_PART_OF_YEAR_RE = re.compile(
    r"(?:第[1-4]四半期末|中間期?末?|期末)$|(?:\d\w\w |first |second |third |interim ?|year[- ]?end|quarter[- ]?end|fiscal)",
    re.IGNORECASE,
)


def _totals(tables: Sequence[Table]) -> Iterator[Relation]:
    """Dividends of a year from those of its parts: 合計 from 第2四半期末 and 期末, row by row."""
    for table in tables:
        totals = [column for column in table.columns if role_of(item_name(column)) is Role.DIVIDENDS]
        parts = [
            column.index for column in table.columns if _PART_OF_YEAR_RE.search(item_name(column)) is not None
        ]
        if len(totals) != 1 or len(parts) < 2:
            continue
        for row in table.rows:
            facts = {
                cell.column: Fact(cell.figure, table, row, cell.column)
                for cell in row.cells
                if cell.figure is not None and cell.figure.value is not None
            }
            total = facts.get(totals[0].index)
            members = tuple(facts[part] for part in parts if part in facts and part != totals[0].index)
            if total is not None and len(members) > 1:
                yield _dividends(total, members)


def _dividends(total: Fact, members: tuple[Fact, ...]) -> Relation:
    weights = (1,) * len(members)
    figures = [member.figure for member in members]
    verdict, expected = evaluate(RelationKind.CROSS_SUM, total.figure, figures, weights)
    if verdict is Verdict.PLUG:
        verdict = Verdict.BROKEN  # dividends of a share are fixed to the sen, not rounded
    note = " + ".join(figure.printed for figure in figures) + f" = {total.figure.printed}"
    return Relation(
        RelationKind.CROSS_SUM, total, members, verdict, expected, SURE, weights, None, DIVIDENDS, note
    )
