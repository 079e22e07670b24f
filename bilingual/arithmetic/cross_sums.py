"""Sums over columns: quarters to the year, segments to the group, later less earlier to the change.

A column is a sum of columns beside it where its rows say so: runs of columns that no earlier total has taken up, and
differences of two columns. Rows of numbers that do not add up over time (balances, per-share amounts, averages) take
no part.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from math import log10
from operator import mul

from bilingual.arithmetic.formulas import ONE, ZERO, evaluate, value
from bilingual.arithmetic.matrix import Line, Matrix
from bilingual.arithmetic.strips import MOST_SAMPLES, REACH, Layout, Strip, certainty
from bilingual.model.figure import Kind, Period
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict
from bilingual.model.table import Row

MOST_COLUMNS = 16
"""Columns beyond which a table is a list of something else."""
ENOUGH = 4.0
MISS = 2.0
ROUNDED = 2
"""Steps by which the printed difference of two figures may miss that of the printed figures."""
SURE_OF_LABEL = 95
"""Certainty of a difference that its label and most of its columns tell."""
QUARTERS = "quarters"
"""Name of sums of shorter periods to a longer one."""
NOT_ADDED_RE = re.compile(
    r"残高|期首|期末|株(?!主)|率|比|平均|人員|従業員|\b(?:beginning|end|per|average|number|ratio|rate|shares|employees)\b"
    r"|\b(?:change|chg|increase|decrease|growth)s?\.? ?\(%\)|(?:%|per cent) (?:change|increase|growth)\b|\bY/?o/?Y\b|\byear[- ]o(?:n|ver)[- ]year\b",
    re.IGNORECASE,
)


_MARGIN_RE = re.compile(r"\b(?:margin|yield|percentage|return)s?\b", re.IGNORECASE)
"""Further English names of quotients, which may as well be amounts (gross margin) where no per cent stand."""
_TOTAL_RE = re.compile(
    r"(?:合計|総合計|小計|計|通期|年間計|連結|連結計|連結合計|全社|(?:四半期|中間)?連結(?:財務諸表|損益計算書)計上額|total|sub-?total|full[- ]year|consolidated"
    r"|group total)(?: ?\((?:注|note)s? ?\d*\)\d*)?(?: |$)",
    re.IGNORECASE,
)
"""Heads of columns that add others up."""
_PART_OF_YEAR_RE = re.compile(
    r"(?:第 ?[1-4一二三四] ?四半期|[上下](?:半)?期|[1-4] ?Q|Q ?[1-4]|[12] ?H|H ?[12]|"
    r"(?:first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|half))\b",
    re.IGNORECASE,
)
"""Heads of columns that are quarters or halves, whatever the year."""
NAMED = 2.0
"""Orders of magnitude that such a head is worth."""


@dataclass(frozen=True, slots=True)
class _Fit:
    total: int
    parts: tuple[int, ...]
    signs: tuple[int, ...]
    held: int
    missed: int
    score: float


def find_cross_sums(matrices: Sequence[Matrix]) -> Iterator[Relation]:
    """Yield the sums over the columns of tables, broken ones included.

    Tables with the same heads (the segments of this year, and those of the year before) are told by all their rows.
    """
    alike: dict[tuple[object, ...], list[tuple[Matrix, list[Line]]]] = defaultdict(list)
    for matrix in matrices:
        if not 3 <= len(matrix.columns) <= MOST_COLUMNS:
            continue
        lines = [
            line
            for line in matrix.lines
            if line.unit == ("money", "")
            and not NOT_ADDED_RE.search(line.row.label)
            and not _is_rate_below(line.row)
        ]
        alike[_signature(matrix)].append((matrix, lines))
    for group in alike.values():
        pooled = [line for _, lines in group for line in lines]
        for fit in _fits(group[0][0], pooled) if pooled else ():
            for matrix, lines in group:
                yield from _relations(matrix, lines, fit)


def _is_rate_below(row: Row) -> bool:
    """Whether a row without a label holds nothing but per cents: the rates of the row above, which do not add up."""
    figures = [cell.figure for cell in row.cells if cell.figure is not None and cell.figure.value is not None]
    return not row.label.strip() and all(figure.unit == "%" for figure in figures)


def _signature(matrix: Matrix) -> tuple[object, ...]:
    """What tables have in common whose columns mean the same: unit and words of each; a table without words is alone."""
    heads = [column.header for column in matrix.table.columns]
    own = "" if all(heads) else matrix.table.id
    return (own, matrix.columns, matrix.steps, *heads, *(column.unit for column in matrix.table.columns))


def _total_name(matrix: Matrix, place: int) -> str:
    """The word by which the head of a column names a total; empty if it names none."""
    columns = {column.index: column for column in matrix.table.columns}
    match = _TOTAL_RE.match(columns[matrix.columns[place]].header)
    return match[0].casefold() if match else ""


def find_row_changes(layout: Layout) -> Iterator[Relation]:
    """Yield the differences down a table: rows named a change, from two rows above them."""
    for index in range(2, len(layout.rows)):
        if not layout.states_change(index):
            continue
        change = layout.row_strip(index)
        if change.unit == "%" or len(change.filled) < 2:
            continue
        above = [layout.row_strip(at) for at in range(max(0, index - REACH), index)]
        above = [strip for strip in above if strip.unit == change.unit]
        best: tuple[int, list[Relation]] = (0, [])
        for now, base in permutations(above, 2):
            if _near(change, now, base) <= max(1, best[0]):
                continue
            found = list(_differences_of(change, now, base))
            held = sum(relation.verdict is not Verdict.BROKEN for relation in found)
            if held >= 2 and held > len(found) - held and held > best[0]:
                best = (held, found)
        yield from best[1]


def _near(change: Strip, now: Strip, base: Strip) -> int:
    """How many differences are no further off than rounding may explain at most: of most pairs of rows none is."""
    near = 0
    for result, one, other in zip(change.facts, now.facts, base.facts, strict=True):
        if result is None or one is None or other is None:
            continue
        apart = abs(value(result.figure) - value(one.figure) + value(other.figure))
        step = max(result.figure.step or ZERO, one.figure.step or ZERO) or ONE
        near += apart <= ROUNDED * step
    return near


def _differences_of(change: Strip, now: Strip, base: Strip) -> Iterator[Relation]:
    for result, one, other in zip(change.facts, now.facts, base.facts, strict=True):
        if result is None or one is None or other is None or one.figure.step != other.figure.step:
            continue
        weights = (1, -1)
        verdict, expected = evaluate(RelationKind.SUM, result.figure, (one.figure, other.figure), weights)
        note = _words((one, other), weights, result)
        yield Relation(
            RelationKind.SUM, result, (one, other), verdict, expected, SURE_OF_LABEL, weights, note=note
        )


def _fits(matrix: Matrix, lines: Sequence[Line]) -> list[_Fit]:
    """The totals among the columns, each with the parts that give it; parts that are taken up stay closed."""
    places = _alike(matrix)
    if len(places) < 3:
        return []
    full = [line for line in lines if sum(line.values[place] is not None for place in places) >= 3]
    sample = (
        [full[number * len(full) // MOST_SAMPLES] for number in range(MOST_SAMPLES)]
        if len(full) > MOST_SAMPLES
        else full
    )
    found: list[_Fit] = []
    opened: list[int] = []
    for at in places:
        name = _total_name(matrix, at)
        fit = _best(at, _runs(opened, 1), sample, named=bool(name))
        if fit is not None and name and any(_total_name(matrix, part) == name for part in fit.parts):
            fit = _best(at, _runs(opened, 1), sample)  # the full-year forecast of before and the one of now
        if fit is not None:
            found.append(fit)
            opened = [place for place in opened if place not in fit.parts]
        opened.append(at)
    taken = {frozenset((fit.total, *fit.parts)) for fit in found}
    rest: list[int] = []
    for at in reversed(opened):
        fit = _best(at, _runs(rest, 1), sample) if all(at != one.total for one in found) else None
        if fit is not None and frozenset((at, *fit.parts)) not in taken:
            changed = (
                _best(fit.parts[0], _differences((at, *fit.parts), fit.parts[0]), sample)
                if len(fit.parts) == 2
                else None
            )
            if changed is None:
                found.append(fit)
                taken.add(frozenset((at, *fit.parts)))
                rest = [place for place in rest if place not in fit.parts]
        rest.append(at)
    for at in reversed(places):
        fit = _best(at, _differences(places, at), sample)
        if fit is not None and frozenset((at, *fit.parts)) not in taken:
            found.append(fit)
            taken.add(frozenset((at, *fit.parts)))
    return found


def _alike(matrix: Matrix) -> list[int]:
    """Columns that may add up with each other: amounts in the unit of most of them."""
    columns = {column.index: column for column in matrix.table.columns}
    units = [(columns[index].unit, step) for index, step in zip(matrix.columns, matrix.steps, strict=True)]
    most = max(set(units), key=lambda unit: (units.count(unit), unit))
    return [place for place, unit in enumerate(units) if unit == most and unit[0] != "%"]


def _runs(opened: Sequence[int], shortest: int) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    for count in range(shortest + 1, len(opened) + 1):
        parts = tuple(opened[-count:])
        yield parts, (1,) * count


def _differences(places: Sequence[int], total: int) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    for pair in permutations([place for place in places if place != total], 2):
        yield pair, (1, -1)


def _best(
    total: int,
    candidates: Iterator[tuple[tuple[int, ...], tuple[int, ...]]],
    lines: Sequence[Line],
    *,
    named: bool = False,
) -> _Fit | None:
    best: _Fit | None = None
    tries = 0
    for parts, signs in candidates:
        tries += 1
        score, held, missed = (NAMED if named else 0.0) - log10(tries), 0, 0
        for line in lines:
            number = line.values[total]
            members = [line.values[part] or 0 for part in parts]
            present = len(members) - members.count(0)
            if number is None or present < 2:
                continue
            apart = abs(number - sum(map(mul, members, signs)))
            tolerance = (present + 1) // 2
            if apart > tolerance:
                score -= MISS
                missed += 1
            else:
                held += 1
                score += max(0.0, log10(abs(number) + 1) - (log10(2 * tolerance + 1) if apart else 0.0))
        enough = held >= missed if named else held >= 2 and held > 2 * missed
        if held and enough and score >= ENOUGH and (best is None or score > best.score):
            best = _Fit(total, parts, signs, held, missed, score)
    return best


def _relations(matrix: Matrix, lines: Sequence[Line], fit: _Fit) -> Iterator[Relation]:
    sure = certainty(fit.score, fit.held, fit.missed)
    name = QUARTERS if _is_quarters(matrix, fit) else ""
    for line in lines:
        result = matrix.fact(line, fit.total)
        if result is None or result.figure.value is None:
            continue
        if result.figure.kind is Kind.PERCENT and (name == QUARTERS or _MARGIN_RE.search(line.row.label)):
            continue  # a margin of the year is no sum of those of its quarters
        members, weights = [], []
        blank = False
        for part, sign in zip(fit.parts, fit.signs, strict=True):
            fact = matrix.fact(line, part)
            if fact is None:
                blank = True
            elif fact.figure.value is not None:
                members.append(fact)
                weights.append(sign)
        if not members:
            continue
        verdict, expected = evaluate(
            RelationKind.CROSS_SUM, result.figure, [member.figure for member in members], weights
        )
        if verdict is Verdict.BROKEN and (blank or _is_mean(result, members, weights)):
            continue  # a part may be missing from the text: nothing is proved
        note = _words(members, weights, result)
        yield Relation(
            RelationKind.CROSS_SUM,
            result,
            tuple(members),
            verdict,
            expected,
            sure,
            tuple(weights),
            None,
            name,
            note,
        )


NEAR = 2
"""Parts of which the largest is less than so many times the smallest lie around their mean."""


def _is_mean(result: Fact, members: Sequence[Fact], weights: Sequence[int]) -> bool:
    """Whether a figure lies between its parts, as prices and levels of a half-year do between those of its quarters."""
    values = [member.figure.value for member in members if member.figure.value is not None]
    if len(values) < 2 or any(weight < 0 for weight in weights) or result.figure.value is None:
        return False
    low, high = min(values), max(values)
    return 0 < low <= result.figure.value <= high < NEAR * low


def _is_quarters(matrix: Matrix, fit: _Fit) -> bool:
    """Whether the parts are shorter periods within the one of the total."""
    columns = {column.index: column for column in matrix.table.columns}
    whole, *parts = (columns[matrix.columns[place]] for place in (fit.total, *fit.parts))
    if min(fit.signs) < 0:
        return False
    if all(_is_within(part.period, whole.period) for part in parts):
        return True
    return all(_PART_OF_YEAR_RE.match(part.header.strip()) for part in parts)


def _is_within(part: Period | None, whole: Period | None) -> bool:
    if part is None or whole is None or not (part.start and part.end and whole.start and whole.end):
        return False
    inside = whole.start <= part.start and part.end <= whole.end
    return inside and (part.start, part.end) != (whole.start, whole.end)


def _words(members: Sequence[Fact], weights: Sequence[int], result: Fact) -> str:
    text = ""
    for member, weight in zip(members, weights, strict=True):
        mark = " - " if weight < 0 else " + " if text else ""
        text += mark + member.figure.printed
    return f"{text} = {result.figure.printed}"
