"""Claims of running text: what a figure says of an item, and the cells that confirm or refute it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bilingual.arithmetic.formulas import evaluate, value
from bilingual.arithmetic.items import Item, Statement, same_measure
from bilingual.arithmetic.roles import Role
from bilingual.arithmetic.subjects import text_offset
from bilingual.arithmetic.times import Days, base_days, days_of, months_of, same_days, shifted, whole_year
from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.figure import Direction, Figure, Kind, Period, Relative
from bilingual.model.quick import quick, replace
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

NAME = "narrative"
FEW = 200
"""Columns that are looked at for another base, at most."""
MILLION = 6
FEW_DIGITS, TELLING = 2, 3
"""Digits that tie a figure to a cell beside another figure that does, and on their own."""
YEAR = 12
CLEAR_BASES = frozenset({None, Relative.YEAR_AGO, Relative.PREVIOUS_QUARTER})
"""Bases that one word cannot mean in two ways: 前期 is a quarter here and a year there."""
_CHANGE_EN_RE = re.compile(
    r"(?:\bby|\b(?:increase|decrease|rise|decline|growth|improvement|reduction|change) of|\b(?:increased|decreased|rose|"
    r"fell|grew|declined|up|down|improved|reduced))\s*(?:approximately|about)?\s*$",
    re.IGNORECASE,
)
_DISTANCE_EN_RE = re.compile(r"\s*(?:more|less|fewer|higher|lower|greater|smaller|above|below)\b")
"""Behind an amount that is how far one level lies from another: ¥500 million more than a year earlier."""
_CHANGE_JA_RE = re.compile(
    r"^\s*(?:\([^()]{1,20}\))?\s*(?:の)?(?:増|減|上回|下回|改善|悪化|プラス|マイナス|の差)"
)
_REACH = 40
CASH_FLOWS = frozenset({Role.OPERATING_CASH, Role.INVESTING_CASH, Role.FINANCING_CASH})
"""Lines of the statement of cash flows that have no other meaning elsewhere."""


@quick
@dataclass(frozen=True, slots=True)
class Claim:
    """What one figure of running text says.

    Attributes:
        fact: the figure.
        held: the relation that confirms it; None where none does.
        broken: the relation that refutes it; None where nothing is certain enough to.
        misfit: a relation that shows another defect than a wrong value: a period, a scale.
        named: whether the figure names its days itself.
    """

    fact: Fact
    held: Relation | None = None
    broken: Relation | None = None
    misfit: Relation | None = None
    named: bool = False


def is_amount(figure: Figure) -> bool:
    """Whether a figure states how much an item is: money, a measured or counted quantity."""
    if figure.kind is Kind.NUMBER:
        return figure.scale >= MILLION
    return figure.kind in (Kind.AMOUNT, Kind.PHYSICAL, Kind.COUNT)


def is_change(fact: Fact) -> bool:
    """Whether the words around an amount make it a change: increased by JPY 500 million, JPY 500 million more than, 10億円増."""
    segment = fact.segment
    if segment is None:
        return False
    start = text_offset(segment.content, fact.figure.span.start)
    end = text_offset(segment.content, fact.figure.span.end - 1) + 1
    if segment.language is Language.JA:
        return _CHANGE_JA_RE.search(segment.text[end : end + _REACH]) is not None
    if _CHANGE_EN_RE.search(segment.text[max(0, start - _REACH) : start]) is not None:
        return True
    return _DISTANCE_EN_RE.match(segment.text, end) is not None


def amount_claims(fact: Fact, items: Sequence[Item], days: Days, side: Side, *, named: bool) -> Claim:
    """An amount against the cells of its item for its days.

    Args:
        fact: the figure of running text.
        items: the items that its subject names.
        days: its days, or those of its paragraph.
        side: the side that it stands on.
        named: whether the figure names its days itself; if not, a cell for any days settles it.
    """
    figure = fact.figure
    cells = list(_cells(figure, items, days))
    exact = [entry for entry in cells if named and days in entry[0].days()]
    cells = exact or cells  # a column for the quarter goes before one for the year that ends with it
    found = [_equal(fact, cell) for _, cell in cells]
    held = best_of(found)
    if held is None and not named:
        held = best_of(
            [_equal(fact, cell) for item in items for _, cell in item.facts() if _fits(figure, cell)]
        )
    held = held or best_of(
        [_equal(fact, cell) for item in items for cell in item.undated() if _fits(figure, cell)]
    )
    if held is not None:
        return Claim(fact, held, named=named)
    misfit = _other_days(fact, items, days, side) if named else None
    if misfit is not None:
        return Claim(fact, misfit=misfit, named=named)
    refuting = [relation for (item, _), relation in zip(cells, found, strict=True) if _may_refute(item)]
    if not refuting or (len({relation.expected for relation in refuting}) > 1 and not _meet(refuting)):
        return Claim(fact, named=named)
    finest = min(refuting, key=lambda relation: relation.members[0].figure.step or Decimal(0))
    factor = _power_of_ten(figure, finest.members[0].figure)
    if factor and not _states_unit(finest.members[0]):
        return Claim(fact, named=named)
    if factor:
        cell = finest.members[0]
        unit = cell.table.unit_note if cell.table is not None else ""
        note = f"{figure.printed} in the text, {cell.figure.printed} in a table that says {unit}: a factor of {factor}"
        misfit = Relation(
            RelationKind.EQUAL, fact, finest.members, Verdict.BROKEN, None, 80, name="scale", note=note
        )
        return Claim(fact, misfit=misfit, named=named)
    return Claim(fact, broken=finest, named=named)


def _other_days(fact: Fact, items: Sequence[Item], days: Days, side: Side) -> Relation | None:
    """The relation that tells that an amount is that of the one other column that states it, by three digits or more."""
    figure, period = fact.figure, fact.figure.period
    if digits(figure) < TELLING or period is None or period.relative is not None or figure.approximate:
        return None
    found: dict[Days, Relation] = {}
    for item in items:
        if not _may_refute(item):
            continue
        for own, cell in list(item.facts())[:FEW]:
            if months_of(own) == months_of(days) and not same_days(days, own) and _fits(figure, cell):
                relation = _equal(fact, cell)
                if relation.verdict is Verdict.HOLDS:
                    found.setdefault(own, relation)
    if len(found) != 1:
        return None
    own, relation = next(iter(found.items()))
    meant = period_name(own, side, period.printed)
    note = f"{figure.printed} is the amount of {meant}, not of {period.printed}"
    return replace(relation, verdict=Verdict.BROKEN, certainty=95, name="period", note=note, meant=meant)


def growth_claim(fact: Fact, items: Sequence[Item], days: Days, side: Side) -> Claim:
    """A change in per cent against the two cells of its item, from the base that it names.

    Where the named base has no cell, or gives another change, and one other base gives the one that is printed, the
    base is what is wrong.
    """
    base = fact.figure.base
    days = whole_year(days, side.calendar)
    if base is None:
        return _unbased_growth(fact, items, days)
    since = base_days(base, days)
    if since is None or not months_of(days) or months_of(days) != months_of(since):
        return Claim(fact)
    relations: list[Relation] = []
    fitting: dict[Days, Relation] = {}
    for item in items:
        for current in cells_at(item, days):
            for printed, cell in list(item.facts())[:FEW]:
                own = whole_year(printed, side.calendar)
                if cell.figure is current.figure or cell.figure.unit != current.figure.unit:
                    continue
                if months_of(own) != months_of(days) or cell.figure.value in (None, Decimal(0)):
                    continue
                relation = _growth(fact, current, cell)
                if same_days(since, own):
                    relations.append(relation)
                elif relation.verdict is Verdict.HOLDS and not same_days(days, own):
                    fitting.setdefault(own, relation)  # nothing grows from the days that it is of
    held = best_of(relations)
    if held is not None:
        return Claim(fact, held, named=True)
    if len(fitting) == 1 and base.relative in CLEAR_BASES and digits(fact.figure) >= FEW_DIGITS:
        misfit = _other_base(fact, base, *next(iter(fitting.items())), side)
        if digits(fact.figure) >= TELLING or not relations:
            return Claim(fact, misfit=misfit, named=True)
    refuting = [
        relation for relation in relations if all(value(cell.figure) > 0 for cell in relation.members)
    ]
    if len(refuting) != len(relations) or not refuting:
        return Claim(fact)
    finest = min(refuting, key=lambda relation: relation.members[0].figure.step or Decimal(0))
    return Claim(fact, broken=finest, named=True)


def _other_base(fact: Fact, base: Period, own: Days, other: Relation, side: Side) -> Relation:
    """The relation that tells that a change is measured from other days than its words say."""
    meant = period_name(own, side, base.printed)
    note = (
        f"{fact.figure.printed} is the change from {other.members[1].figure.printed} ({meant}), "
        f"not from {base.printed}"
    )
    certainty = 95 if digits(fact.figure) >= TELLING else 70
    broken = Verdict.BROKEN
    return Relation(
        RelationKind.GROWTH,
        fact,
        other.members,
        broken,
        None,
        certainty,
        name="period",
        note=note,
        meant=meant,
    )


def _unbased_growth(fact: Fact, items: Sequence[Item], days: Days) -> Claim:
    """A change whose base nobody names: from a year before, or from the period before."""
    length = months_of(days)
    if not length:
        return Claim(fact)
    relations = [
        _growth(fact, current, cell)
        for back in dict.fromkeys((YEAR, length))
        for item in items
        for current in cells_at(item, days)
        for cell in cells_at(item, shifted(days, back))
        if cell.figure.unit == current.figure.unit and value(cell.figure)
    ]
    held = best_of(relations)
    if held is not None or not relations or value(relations[0].members[1].figure) <= 0:
        return Claim(fact, held)
    return Claim(fact, broken=relations[0])


def cells_at(item: Item, days: Days) -> Iterator[Fact]:
    """The cells of an item for some days."""
    return (cell for own, cell in item.facts() if same_days(days, own))


def _cells(figure: Figure, items: Sequence[Item], days: Days) -> Iterator[tuple[Item, Fact]]:
    for item in items:
        fitting = [(own, cell) for own, cell in item.facts() if same_days(days, own) and _fits(figure, cell)]
        exact = [(own, cell) for own, cell in fitting if own == days]
        yield from ((item, cell) for _, cell in exact or fitting)


def _fits(figure: Figure, cell: Fact) -> bool:
    other = cell.figure
    if not same_measure(figure, other) or (figure.kind is Kind.AMOUNT and other.kind is not Kind.AMOUNT):
        return False
    per_share = [(one.step or Decimal(1)) < 1 for one in (figure, other)]
    return per_share[0] == per_share[1] or other.kind is Kind.PHYSICAL


def _equal(fact: Fact, cell: Fact) -> Relation:
    """An amount and the cell that states it; words (loss, expense) carry the sign in running text."""
    weight = -1 if (value(fact.figure) < 0) != (value(cell.figure) < 0) else 1
    verdict, expected = evaluate(RelationKind.EQUAL, fact.figure, [cell.figure], (weight,))
    note = f"{cell.figure.printed} = {fact.figure.printed}"
    return Relation(RelationKind.EQUAL, fact, (cell,), verdict, expected, 90, (weight,), name=NAME, note=note)


def _growth(fact: Fact, current: Fact, base: Fact) -> Relation:
    """A change in per cent: of what a loss amounts to, where both are losses; a decrease is stated without sign."""
    figure = fact.figure
    falls = figure.direction is Direction.DOWN and value(figure) >= 0
    weight = -1 if falls else 1
    verdict, expected = evaluate(RelationKind.GROWTH, figure, [current.figure, base.figure], (weight,))
    if verdict is Verdict.BROKEN and value(current.figure) < 0 and value(base.figure) < 0:
        turned, other = evaluate(RelationKind.GROWTH, figure, [current.figure, base.figure], (-weight,))
        if turned is not Verdict.BROKEN:  # a loss improved by 58.3%
            verdict, expected, weight = turned, other, -weight
    note = (
        f"{current.figure.printed} / {base.figure.printed} - 1 = {'-' if weight < 0 else ''}{figure.printed}"
    )
    return Relation(
        RelationKind.GROWTH, fact, (current, base), verdict, expected, 90, (weight,), name=NAME, note=note
    )


def best_of(relations: Sequence[Relation]) -> Relation | None:
    """The relation that holds with the finest cell."""
    held = [relation for relation in relations if relation.verdict is not Verdict.BROKEN]
    return min(held, key=lambda relation: relation.members[0].figure.step or Decimal(0), default=None)


def _may_refute(item: Item) -> bool:
    """Whether an item's cell is what running text means by its name: no part, no line of a reconciliation."""
    return not item.is_part and (item.statement is not Statement.CASH or item.role in CASH_FLOWS)


def _meet(relations: Sequence[Relation]) -> bool:
    """Whether cells of several tables state one amount at different precision."""
    cells = [relation.members[0].figure for relation in relations]
    first = cells[0]
    return all(
        evaluate(RelationKind.EQUAL, first, [cell])[0] is not Verdict.BROKEN
        or evaluate(RelationKind.EQUAL, first, [cell], (-1,))[0] is not Verdict.BROKEN
        for cell in cells[1:]
    )


def _states_unit(cell: Fact) -> bool:
    """Whether the table of a cell says in what unit it is; one that does not may be read in any."""
    return cell.table is not None and bool(cell.table.unit_note)


def _power_of_ten(figure: Figure, cell: Figure) -> str:
    """The factor of a power of ten between two figures with the same digits; empty for none."""
    one, other = abs(value(figure)), abs(value(cell))
    if not one or not other or figure.step is None or digits(figure) < 2:
        return ""
    for power in (3, 6, 9, 8, 5, 2, 12):
        for factor in (Decimal(10) ** power, Decimal(10) ** -power):
            low, high = other * factor - figure.step, other * factor + figure.step
            if low < one < high and abs(one - other * factor) * 200 <= one:
                return f"{factor:,f}"
    return ""


def digits(figure: Figure) -> int:
    """How many significant digits are printed."""
    return len("".join(character for character in figure.printed if character.isdigit()).lstrip("0"))


def period_name(days: Days, side: Side, like: str) -> str:
    """How the document writes a period: in the form of another name (``3Q01`` like ``3Q00``), else as columns do."""
    form = _form(like)
    for reading in side.readings:
        for mention in reading.periods:
            if days_of(mention.period) == days and _form(mention.period.printed) == form:
                return mention.period.printed
    heads = (column.period for table in side.tables for column in table.columns)
    start, end = days
    by_days = f"{start} to {end}" if start else f"{end}"
    return next((period.printed for period in heads if period and days_of(period) == days), by_days)


def _form(name: str) -> str:
    """A name with every digit made the same."""
    return re.sub(r"\d", "0", name)
