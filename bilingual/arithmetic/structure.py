"""Sums that the form of financial statements prescribes: known by their labels, claimed where another column holds.

A statement of two columns leaves too little to find its sums by figures alone. Its labels name them: ordinary profit is
operating profit with non-operating income and less non-operating expenses. Whether an issuer keeps to the form is told by
the other columns: a sum that holds in none of them is not claimed, and one that misses by what another row between
holds is another sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from bilingual.arithmetic.additions import alike, is_blank, is_telling, words
from bilingual.arithmetic.formulas import ZERO, evaluate, value
from bilingual.arithmetic.roles import Role, role_of
from bilingual.arithmetic.sections import find_sections
from bilingual.arithmetic.strips import Layout
from bilingual.model.figure import Figure
from bilingual.model.relation import Relation, RelationKind, Verdict
from bilingual.model.table import RowKind

CERTAINTY = 95
_Weighed = tuple[Role, int]


@dataclass(frozen=True, slots=True)
class Formula:
    """A sum of roles.

    Attributes:
        result: what it gives.
        members: what always stands in it, with signs.
        others: what may stand in it.
        name: the rule that owns it.
        cascades: its members stand above its result.
    """

    result: Role
    members: tuple[_Weighed, ...]
    others: tuple[_Weighed, ...] = ()
    name: str = ""
    cascades: bool = False


FORMULAS = (
    Formula(Role.GROSS, ((Role.SALES, 1), (Role.COST, -1)), (), "cascade", cascades=True),
    Formula(
        Role.OPERATING,
        ((Role.GROSS, 1), (Role.SELLING, -1)),
        ((Role.OTHER_OPERATING_INCOME, 1), (Role.OTHER_OPERATING_EXPENSES, -1)),
        "cascade",
        cascades=True,
    ),
    Formula(
        Role.ORDINARY,
        ((Role.OPERATING, 1),),
        ((Role.OTHER_INCOME, 1), (Role.OTHER_EXPENSES, -1)),
        "cascade",
        cascades=True,
    ),
    Formula(
        Role.PRETAX,
        ((Role.ORDINARY, 1),),
        ((Role.EXTRAORDINARY_INCOME, 1), (Role.EXTRAORDINARY_LOSSES, -1)),
        "cascade",
        cascades=True,
    ),
    Formula(
        Role.PRETAX,
        ((Role.OPERATING, 1),),
        ((Role.FINANCE_INCOME, 1), (Role.FINANCE_COSTS, -1)),
        "cascade",
        cascades=True,
    ),
    Formula(Role.PROFIT, ((Role.PRETAX, 1), (Role.TAXES, -1)), (), "cascade", cascades=True),
    Formula(Role.PROFIT, ((Role.OWNERS_PROFIT, 1), (Role.MINORITY_PROFIT, 1)), (), "cascade"),
    Formula(
        Role.COMPREHENSIVE, ((Role.PROFIT, 1), (Role.OTHER_COMPREHENSIVE, 1)), (), "cascade", cascades=True
    ),
    Formula(Role.ASSETS, ((Role.CURRENT_ASSETS, 1), (Role.FIXED_ASSETS, 1)), ((Role.DEFERRED_ASSETS, 1),)),
    Formula(Role.LIABILITIES, ((Role.CURRENT_LIABILITIES, 1), (Role.FIXED_LIABILITIES, 1))),
    Formula(
        Role.NET_ASSETS,
        ((Role.SHAREHOLDERS_EQUITY, 1),),
        ((Role.ACCUMULATED_OTHER, 1), (Role.SHARE_OPTIONS, 1), (Role.MINORITY, 1)),
    ),
    Formula(Role.CLAIMS, ((Role.LIABILITIES, 1), (Role.NET_ASSETS, 1)), (), "balance"),
    Formula(
        Role.CASH_CHANGE,
        ((Role.OPERATING_CASH, 1), (Role.INVESTING_CASH, 1), (Role.FINANCING_CASH, 1)),
        ((Role.EXCHANGE, 1),),
        "cash",
    ),
    Formula(Role.CLOSING_CASH, ((Role.OPENING_CASH, 1), (Role.CASH_CHANGE, 1)), (), "cash"),
)


def find_structure(layout: Layout) -> Iterator[Relation]:
    """Yield the prescribed sums of a table, broken ones included."""
    roles = [role_of(row.label) for row in layout.rows]
    for formula in FORMULAS:
        for at, role in enumerate(roles):
            if role is formula.result:
                yield from _best(layout, roles, formula, at)
    yield from find_sections(layout)


def besides(prescribed: Sequence[Relation], sums: Iterable[Relation]) -> Iterator[Relation]:
    """The sums that figures tell, less those that the form tells too, and less misfits of a row that it explains."""
    told = {relation.key for relation in prescribed}
    rows = {id(relation.result.row) for relation in prescribed}
    for relation in sums:
        misfit = relation.verdict is Verdict.BROKEN and id(relation.result.row) in rows
        if relation.key not in told and not misfit:
            yield relation


def _best(layout: Layout, roles: Sequence[Role | None], formula: Formula, at: int) -> Sequence[Relation]:
    """The relations of a formula with the choice of optional members that holds in most columns."""
    fixed = [_place(roles, role, at, above=formula.cascades) for role, _ in formula.members]
    if any(place is None for place in fixed):
        return ()
    places = [
        (place, sign) for place, (_, sign) in zip(fixed, formula.members, strict=True) if place is not None
    ]
    free = [
        (place, sign)
        for role, sign in formula.others
        if (place := _place(roles, role, at, above=formula.cascades)) is not None
    ]
    best: tuple[int, Sequence[Relation]] = (0, ())
    for count in range(len(free), -1, -1):
        for chosen in combinations(free, count):
            members = [*places, *chosen]
            if len(members) < 2:
                continue
            relations = list(_relations(layout, at, members, formula.name))
            if formula.cascades and _is_parted(layout, at, members):
                relations = [one for one in relations if one.verdict is not Verdict.BROKEN]
            held = sum(relation.verdict is not Verdict.BROKEN for relation in relations)
            if held > best[0] and held * 2 >= len(relations) and any(map(is_telling, relations)):
                best = (held, relations)
    return best[1]


def _place(roles: Sequence[Role | None], role: Role, at: int, *, above: bool) -> int | None:
    """The row that plays a role for another row: the nearest above, else (where that may be) the one below."""
    before = [place for place, other in enumerate(roles[:at]) if other is role]
    if before:
        return before[-1]
    after = [] if above else [place for place, other in enumerate(roles) if other is role and place > at]
    return after[0] if len(after) == 1 else None


def _is_parted(layout: Layout, at: int, members: Sequence[tuple[int, int]]) -> bool:
    """Whether lines that the form does not tell stand between a result and the last line that gives it.

    営業利益 below その他の収益 is no longer gross profit less expenses, however small what stands between.
    """
    last = max(place for place, _ in members)
    return any(layout.rows[place].kind is not RowKind.OF_WHICH for place in range(last + 1, at))


def _relations(layout: Layout, at: int, members: Sequence[tuple[int, int]], name: str) -> Iterator[Relation]:
    for column in layout.amounts:
        result = column.facts[at]
        facts = [(column.facts[place], sign) for place, sign in members]
        present = [(fact, sign) for fact, sign in facts if fact is not None]
        if (
            result is None
            or len(present) < 2
            or not alike(result.figure, [fact.figure for fact, _ in present])
        ):
            continue
        weights = tuple(sign for _, sign in present)
        verdict, expected = evaluate(
            RelationKind.SUM, result.figure, [fact.figure for fact, _ in present], weights
        )
        if verdict is Verdict.BROKEN and (
            is_blank(layout, column.at, [place for place, _ in members])
            or _explained(layout, column.at, result.figure, expected, at)
        ):
            continue
        note = words(present, result)
        facts_ = tuple(fact for fact, _ in present)
        yield Relation(
            RelationKind.SUM, result, facts_, verdict, expected, CERTAINTY, weights, None, name, note
        )


def _explained(layout: Layout, column: int, result: Figure, expected: Decimal | None, at: int) -> bool:
    """Whether a sum misses by what another row above its result holds: the issuer's own line stands in it too."""
    strip = next(strip for strip in layout.columns if strip.at == column)
    step = result.step or 0
    for fact in strip.facts[:at]:
        if fact is None or not fact.figure.value or fact.figure.unit != result.unit:
            continue
        if abs(abs(value(result) - (expected or ZERO)) - abs(value(fact.figure))) <= 2 * step:
            return True
    return False
