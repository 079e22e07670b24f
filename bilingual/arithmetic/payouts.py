"""Dividends in total and earnings per share that are expected: by the shares that a release counts at its close.

Shares move between the days that these figures rest on, so a small miss proves nothing: one is held against a figure
where the same line comes out right for another period, or where the digits are a slip away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bilingual.arithmetic.formulas import evaluate, value
from bilingual.arithmetic.roles import Role
from bilingual.arithmetic.series import Book, Series, of_role
from bilingual.arithmetic.slips import is_slip
from bilingual.arithmetic.times import Days
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

PER_SHARE = "per share"
SURE, LIKELY = 95, 80
SLIP_DIGITS = 4
NEAR, FAR = Decimal("0.05"), Decimal("0.15")
"""Parts by which dividends may miss what the shares at the close give, and by which they may not."""
MOVED = Decimal("0.02")
"""Part by which earnings per share may miss what an average of shares gives that is of another year."""
_Shares = tuple[Fact, ...]


def find_payouts(book: Book) -> Iterator[Relation]:
    """Yield expected earnings per share and total dividends, broken relations included."""
    yield from _expected_earnings(book)
    yield from _dividends(book)


def _counts(book: Book) -> dict[Days, _Shares]:
    """The shares outstanding at each close: those issued, and those that the issuer holds."""
    found: dict[Days, _Shares] = {}
    for issued in of_role(book, Role.ISSUED)[:1]:
        for held in of_role(book, Role.TREASURY)[:1]:
            for days, fact in issued.facts:
                other = held.at(days)
                if other is not None and fact.figure.value and other.figure.value:
                    found[None, days[1]] = (fact, other)
    return found


def _expected_earnings(book: Book) -> Iterator[Relation]:
    """Earnings per share of forecasts, by the shares at the latest close or their average."""
    counts = _counts(book)
    choices: list[_Shares] = [counts[max(counts, key=lambda days: days[1])]] if counts else []
    choices += [
        (max(average.facts, key=lambda entry: entry[0][1])[1],)
        for average in of_role(book, Role.AVERAGE_SHARES)[:1]
    ]
    for stated in of_role(book, Role.EARNINGS_PER_SHARE, forecast=True):
        profits = [
            series
            for role in (Role.OWNERS_PROFIT, Role.PROFIT)
            for series in of_role(book, role, forecast=True)
            if series.table is stated.table
        ][:1]
        for profit in profits:
            yield from _best(stated, profit, choices)


def _best(stated: Series, profit: Series, choices: Sequence[_Shares]) -> Iterator[Relation]:
    """The relations with the shares that most periods go by."""
    readings = [_per_share(stated, profit, shares) for shares in choices]
    best = max(readings, key=_held, default=[])
    for relation in best:
        if relation.verdict is Verdict.BROKEN and _may_have_moved(relation):
            continue
        if relation.verdict is not Verdict.BROKEN or _held(best):
            yield relation
        elif is_slip(relation, SLIP_DIGITS):
            yield _likely(relation)


def _may_have_moved(relation: Relation) -> bool:
    """Whether a small miss is explained by shares of another year than that of the forecast."""
    if len(relation.members) > 2 or not relation.expected:
        return False
    return abs(value(relation.result.figure) / relation.expected - 1) < MOVED


def _held(relations: Sequence[Relation]) -> int:
    return sum(relation.verdict is not Verdict.BROKEN for relation in relations)


def _per_share(stated: Series, profit: Series, shares: _Shares) -> list[Relation]:
    found = []
    for days, fact in stated.facts:
        top = profit.at(days)
        if top is not None and top.figure.value and fact.figure.value:
            found.append(_relation(fact, (top, *shares), SURE))
    return found


def _dividends(book: Book) -> Iterator[Relation]:
    """Total dividends by those of a share: only where they are far off, and no other year is."""
    counts = _counts(book)
    for total in of_role(book, Role.TOTAL_DIVIDENDS):
        for each in (series for series in of_role(book, Role.DIVIDENDS) if series.table is total.table):
            apart: list[tuple[Decimal, Relation]] = []
            for days, fact in total.facts:
                shares, paid = counts.get((None, days[1])), each.at(days)
                if shares is None or paid is None or not (paid.figure.value and fact.figure.value):
                    continue
                outstanding = value(shares[0].figure) - value(shares[1].figure)
                given = value(paid.figure) * outstanding
                if given:
                    relation = _relation(paid, (fact, *shares), LIKELY)
                    apart.append((abs(value(fact.figure) / given - 1), relation))
            near = any(gap <= NEAR for gap, _ in apart)
            for gap, relation in apart:
                if relation.verdict is Verdict.HOLDS or (near and gap > FAR):
                    yield relation


def _relation(result: Fact, members: _Shares, sure: int) -> Relation:
    figures = [member.figure for member in members]
    verdict, expected = evaluate(RelationKind.PER_SHARE, result.figure, figures)
    less = f" - {figures[2].printed}" if len(figures) > 2 else ""
    below = f"({figures[1].printed}{less})" if less else figures[1].printed
    note = f"{figures[0].printed} / {below} = {result.figure.printed}"
    return Relation(
        RelationKind.PER_SHARE, result, members, verdict, expected, sure, (), None, PER_SHARE, note
    )


def _likely(relation: Relation) -> Relation:
    return _relation(relation.result, relation.members, LIKELY)
