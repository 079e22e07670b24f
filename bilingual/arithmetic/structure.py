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

from bilingual.arithmetic.formulas import ZERO, evaluate, value
from bilingual.arithmetic.roles import Role, role_of
from bilingual.arithmetic.strips import Layout
from bilingual.model.figure import Figure, Kind
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict
from bilingual.model.table import Row, RowKind

CERTAINTY = 95
TELLING = 3
"""Digits of a sum that holds and is no chance."""
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
    Formula(Role.OPERATING, ((Role.GROSS, 1), (Role.SELLING, -1)), (), "cascade", cascades=True),
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
    yield from _single_parts(layout)


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
            held = sum(relation.verdict is not Verdict.BROKEN for relation in relations)
            if held > best[0] and held * 2 >= len(relations) and any(map(_is_telling, relations)):
                best = (held, relations)
    return best[1]


def _place(roles: Sequence[Role | None], role: Role, at: int, *, above: bool) -> int | None:
    """The row that plays a role for another row: the nearest above, else (where that may be) the one below."""
    before = [place for place, other in enumerate(roles[:at]) if other is role]
    if before:
        return before[-1]
    after = [] if above else [place for place, other in enumerate(roles) if other is role and place > at]
    return after[0] if len(after) == 1 else None


def _is_telling(relation: Relation) -> bool:
    """Whether a sum that holds is more than chance."""
    digits = sum(character.isdigit() for character in relation.result.figure.printed)
    return relation.verdict is not Verdict.BROKEN and digits >= TELLING and bool(relation.result.figure.value)


def _relations(layout: Layout, at: int, members: Sequence[tuple[int, int]], name: str) -> Iterator[Relation]:
    for column in layout.amounts:
        result = column.facts[at]
        facts = [(column.facts[place], sign) for place, sign in members]
        present = [(fact, sign) for fact, sign in facts if fact is not None]
        if (
            result is None
            or len(present) < 2
            or not _alike(result.figure, [fact.figure for fact, _ in present])
        ):
            continue
        weights = tuple(sign for _, sign in present)
        verdict, expected = evaluate(
            RelationKind.SUM, result.figure, [fact.figure for fact, _ in present], weights
        )
        if verdict is Verdict.BROKEN and (
            _is_blank(layout, column.at, [place for place, _ in members])
            or _explained(layout, column.at, result.figure, expected, at)
        ):
            continue
        note = _words(present, result)
        facts_ = tuple(fact for fact, _ in present)
        yield Relation(
            RelationKind.SUM, result, facts_, verdict, expected, CERTAINTY, weights, None, name, note
        )


def _alike(result: Figure, members: Sequence[Figure]) -> bool:
    """Whether all are amounts of one currency that print the same last digit."""
    return result.kind is Kind.AMOUNT and all(
        member.kind is Kind.AMOUNT and member.unit == result.unit and member.step == result.step
        for member in members
    )


def _is_blank(layout: Layout, column: int, places: Sequence[int]) -> bool:
    """Whether a cell of a member is empty: it may be missing from the text."""
    for place in places:
        cell = next((cell for cell in layout.rows[place].cells if cell.column == column), None)
        if cell is None or cell.figure is None:
            return True
    return False


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


def _single_parts(layout: Layout) -> Iterator[Relation]:
    """Totals of a section that holds one row alone: they repeat it."""
    for at in range(1, len(layout.rows)):
        total, part = layout.rows[at], layout.rows[at - 1]
        if total.kind not in (RowKind.TOTAL, RowKind.SUBTOTAL) or not _is_alone(
            layout.table.rows, part, total
        ):
            continue
        relations = []
        for column in layout.amounts:
            result, member = column.facts[at], column.facts[at - 1]
            if result is None or member is None or not _alike(result.figure, [member.figure]):
                continue
            verdict, expected = evaluate(RelationKind.SUM, result.figure, [member.figure], (1,))
            note = f"{member.figure.printed} = {result.figure.printed}"
            relations.append(
                Relation(RelationKind.SUM, result, (member,), verdict, expected, CERTAINTY, (1,), note=note)
            )
        held = sum(map(_is_telling, relations))
        if held and 2 * held >= len(relations):
            yield from relations


def _is_alone(rows: Sequence[Row], part: Row, total: Row) -> bool:
    """Whether a heading stands right above a row and its total right below it."""
    at = next((number for number, row in enumerate(rows) if row is part), 0)
    heading = rows[at - 1] if at else None
    follows = at + 1 < len(rows) and rows[at + 1] is total
    if heading is None or heading.kind is not RowKind.SECTION or not follows or part.kind is not RowKind.ITEM:
        return False
    name = heading.label.rstrip(":").casefold()
    return bool(name) and name in total.label.casefold()


def _words(members: Sequence[tuple[Fact, int]], result: Fact) -> str:
    text = ""
    for fact, sign in members:
        text += (" - " if sign < 0 else " + " if text else "") + fact.figure.printed
    return f"{text} = {result.figure.printed}"
