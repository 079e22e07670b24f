"""Sums inside a table: totals and their parts, cascades and roll-forwards, found by the figures themselves.

A row is taken for a total where the open rows above it (or below it, where parts follow their total) add up to it in
enough columns that chance is ruled out: every column that holds counts the digits of its total against the width of
the tolerance and the number of tries. Labels (合計, total, 利益) and headings raise the odds, columns that do not hold
lower them; those are the broken ones. What a total has taken up is closed to later totals.

The search walks each table once and looks at a bounded number of open rows, so it is linear in the rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import product
from math import log10
from operator import mul
from typing import NamedTuple

from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.matrix import Line, Matrix
from bilingual.model.figure import Kind
from bilingual.model.quick import quick, replace
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict
from bilingual.model.table import Row, RowKind

MOST_PARTS = 40
"""Open rows that a total is tried on."""
SIGNED_PARTS = 5
"""Parts up to which every pattern of signs is tried: operating profit + income - expenses."""
ENOUGH = 3.0
"""Orders of magnitude by which a sum must beat chance."""
ENOUGH_BELOW = 4.5
"""The same for parts that stand below their total, which are rarer."""
LABELLED, NAMED_RESULT, WHOLE_SECTION, MISS = 2.0, 1.0, 1.0, 1.5

_RESULT_RE = re.compile(
    r"利益|損失|損益|純額|増減額?|残高|期末|差引|純増|純減|キャッシュ・?フロー|"
    r"\b(?:net|profit|income|loss|gain|balance|end of|cash flows?|(?:provided|used) (?:by|in|for))\b",
    re.IGNORECASE,
)
_NO_RESULT_RE = re.compile(r"累計額|評価差額|^その他|^(?:accumulated|unrealized|others?)\b", re.IGNORECASE)


@quick
@dataclass(frozen=True, slots=True)
class _Fit:
    """A way in which parts give a total, with the evidence for it and the columns in which it holds."""

    score: float
    parts: tuple[int, ...]
    signs: tuple[int, ...]
    held: int
    missed: int


class _Entry(NamedTuple):
    """What the search asks of a row: its numbers, and what its label and its place among the headings tell.

    Attributes:
        values: its numbers, as in ``Line.values``.
        unit: what they measure.
        labelled: it is named a total.
        named: its label names a result of the period.
        of_which: it is a part of the row above it.
        first: it is the first row of its table.
        opens: it stands under other headings than the row above it.
        depth: headings that it stands under.
    """

    values: tuple[int | None, ...]
    unit: tuple[str, str]
    labelled: bool
    named: bool
    of_which: bool
    first: bool
    opens: bool
    depth: int


def find_sums(matrix: Matrix) -> Iterator[Relation]:
    """Yield the sums of a table, one relation per column, broken ones included."""
    found = _search(_entries(matrix.lines))
    relations = [relation for total, fit in found for relation in _relations(matrix, total, fit)]
    doubtful = _not_additive(relations)
    yield from (relation for relation in relations if relation.result.column not in doubtful)


def _not_additive(relations: Sequence[Relation]) -> set[int]:
    """Columns in which most sums fail: growth rates without a head that says so, figures in a wrong column.

    A column that prints the digits that the others print counts as one of figures to add as long as a third of its sums
    holds; one with one sum always does.
    """
    held, broken = Counter[int](), Counter[int]()
    steps: dict[int, Decimal | None] = {}
    for relation in relations:
        column = relation.result.column
        (broken if relation.verdict is Verdict.BROKEN else held)[column] += 1
        steps[column] = relation.result.figure.step
    sure = {steps[column] for column in held if held[column] > broken[column]}
    return {
        column
        for column, times in broken.items()
        if (times >= held[column] and steps[column] not in sure) or times > max(1, 2 * held[column])
    }


def _entries(lines: Sequence[Line]) -> tuple[_Entry, ...]:
    found = []
    above: tuple[str, ...] = ()
    for line in lines:
        row = line.row
        found.append(
            _Entry(
                line.values,
                line.unit,
                row.kind in (RowKind.TOTAL, RowKind.SUBTOTAL),
                _names_result(row),
                row.kind is RowKind.OF_WHICH,
                line.index == 0,
                row.section != above,
                len(row.section),
            )
        )
        above = row.section
    return tuple(found)


@lru_cache(maxsize=32)
def _search(entries: tuple[_Entry, ...]) -> tuple[tuple[int, _Fit], ...]:
    """The totals of a table in order: its translation has the same numbers, and need not be searched again."""
    return tuple(sorted(_Search(entries).run().items(), key=lambda found: found[0]))


def _names_result(row: Row) -> bool:
    """Whether a label names a result of the period; what has accumulated in equity is none, nor what is left over."""
    return _RESULT_RE.search(row.label) is not None and _NO_RESULT_RE.search(row.label) is None


class _Search:
    """One pass downwards, one upwards for parts below their totals, and one more down without those parts."""

    def __init__(self, entries: Sequence[_Entry]) -> None:
        self._lines = entries
        self._width = len(entries[0].values) if entries else 0
        self._found: dict[int, _Fit] = {}

    def run(self) -> dict[int, _Fit]:
        everything = [at for at, line in enumerate(self._lines) if not line.of_which]
        open_rows = self._downwards(everything)
        taken = self._upwards(open_rows)
        if taken:
            self._downwards([at for at in everything if at not in taken])
        return self._found

    def _downwards(self, rows: Sequence[int]) -> list[int]:
        """Explain rows by the open rows above them; returns the rows that stay open."""
        opened: list[int] = []
        for at in rows:
            fit = self._found.get(at) or self._best(at, opened, below=False)
            if fit is not None:
                self._found[at] = fit
                closed = set(fit.parts)
                opened = [part for part in opened if part not in closed]
            opened.append(at)
        return opened

    def _upwards(self, opened: Sequence[int]) -> set[int]:
        """Explain rows by the open rows below them; returns the parts."""
        taken: set[int] = set()
        rest: list[int] = []  # open rows below, nearest last
        for at in reversed(opened):
            if at not in self._found:
                fit = self._best(at, rest, below=True)
                if fit is not None and not taken & set(fit.parts):
                    self._found[at] = fit
                    taken |= set(fit.parts)
                    rest = [part for part in rest if part not in taken]
            rest.append(at)
        return taken

    def _best(self, at: int, opened: Sequence[int], *, below: bool) -> _Fit | None:
        total = self._lines[at]
        near = [part for part in opened[-MOST_PARTS - 8 :] if self._lines[part].unit == total.unit][
            -MOST_PARTS:
        ]
        if len(near) < 2 or not any(total.values):
            return None
        labelled, named = total.labelled, total.named
        bonus = LABELLED if labelled else NAMED_RESULT if named else 0.0
        enough = ENOUGH_BELOW if below else ENOUGH
        best: _Fit | None = None
        differs = not below and (labelled or named)  # only a result may be a difference
        told = [(column, number) for column, number in enumerate(total.values) if number]
        sums = [0] * self._width
        tries = 0.0
        for count in range(1, len(near) + 1):
            first = self._lines[near[-count]]
            for column, number in enumerate(first.values):
                if number:
                    sums[column] += number
            if count < 2:
                continue
            tries += 1
            slack = count // 2 + 1
            close = False
            for (
                column,
                number,
            ) in told:  # the innermost loop of all: no call is made for windows that come nowhere near
                if -slack <= number - sums[column] <= slack:
                    close = True
                    break
            if not close and not differs:
                continue
            parts = tuple(near[-count:])
            for signs in self._patterns(parts, total, sums, close=close, differs=differs):
                fit = self._weigh(total, parts, signs, tries)
                score = fit.score + bonus
                if self._fills_section(total, parts):
                    score += WHOLE_SECTION
                if min(signs) < 0 and fit.missed * 2 > (fit.held if count <= SIGNED_PARTS else 0):
                    continue  # of the many differences that can be formed, some come near by chance
                if fit.held <= fit.missed and not (labelled or named):
                    continue
                if fit.held and score >= enough and (best is None or score > best.score + 0.5):
                    best = replace(fit, score=score)
        return best

    def _patterns(
        self, parts: tuple[int, ...], total: _Entry, sums: Sequence[int], *, close: bool, differs: bool
    ) -> Iterator[tuple[int, ...]]:
        """Signs worth a closer look: those with which at least one column comes out (nearly) right."""
        count = len(parts)
        slack = count // 2 + 1
        if close:
            yield (1,) * count
        if not differs:
            return
        first = self._lines[parts[0]]
        if count > SIGNED_PARTS:
            less = [2 * (number or 0) - sums[column] for column, number in enumerate(first.values)]
            if self._near(total, less, slack):
                yield (1,) + (-1,) * (count - 1)
            return
        rows = [self._lines[part].values for part in parts]
        told = []
        for column, number in enumerate(total.values):
            values = tuple([row[column] or 0 for row in rows]) if number else ()
            if (
                number and abs(number - values[0]) <= sum(map(abs, values[1:])) + slack
            ):  # within reach of any signs
                told.append((number, values))
        if not told:
            return
        for tail in product((1, -1), repeat=count - 1):
            if min(tail) > 0:
                continue
            signs = (1, *tail)
            for number, values in told:
                if -slack <= number - sum(map(mul, signs, values)) <= slack:
                    yield signs
                    break

    @staticmethod
    def _near(total: _Entry, sums: Sequence[int], slack: int) -> bool:
        return any(
            number and abs(number - given) <= slack for number, given in zip(total.values, sums, strict=True)
        )

    def _weigh(self, total: _Entry, parts: tuple[int, ...], signs: tuple[int, ...], tries: float) -> _Fit:
        """Orders of magnitude by which the columns that hold beat chance, less the columns that do not."""
        score = -log10(tries * (2 ** (len(parts) - 1) if min(signs) < 0 else 1))
        held = missed = 0
        for column in range(self._width):
            number = total.values[column]
            members = [self._lines[part].values[column] for part in parts]
            present = [member for member in members if member]
            if number is None or (not number and not present):
                continue
            apart = number - sum((member or 0) * sign for member, sign in zip(members, signs, strict=True))
            tolerance = (len(present) + 1) / 2
            truncated = 0 <= apart < len(present) and min(present) > 0 and min(signs) > 0
            apart = abs(apart)
            if apart and apart >= tolerance and not truncated:
                score -= MISS
                missed += 1
            elif len(present) >= 2:
                held += 1
                width = 2 * apart + 1  # ways to come as near as that
                score += max(0.0, log10(abs(number) + 1) - log10(width))
        return _Fit(score, parts, signs, held, missed)

    def _fills_section(self, total: _Entry, parts: tuple[int, ...]) -> bool:
        """Whether the parts are what stands under the heading that the total closes, from its first row on."""
        first = self._lines[parts[0]]
        return first.first or (first.opens and first.depth >= total.depth)


def _relations(matrix: Matrix, total: int, fit: _Fit) -> Iterator[Relation]:
    lines = matrix.lines
    certainty = min(99, 60 + int(8 * fit.score))
    for place in range(len(matrix.columns)):
        result = matrix.fact(lines[total], place)
        if result is None or result.figure.value is None:
            continue
        members, weights = [], []
        blank = False
        for part, sign in zip(fit.parts, fit.signs, strict=True):
            fact = matrix.fact(lines[part], place)
            if fact is None:
                blank = True
            elif fact.figure.value is not None:
                members.append(fact)
                weights.append(sign)
        if not members or len({member.figure.kind is Kind.PERCENT for member in (result, *members)}) > 1:
            continue  # nothing adds up, or per cent stand among amounts: the column was read wrongly
        verdict, expected = evaluate(
            RelationKind.SUM, result.figure, [member.figure for member in members], weights
        )
        average = _is_average(result, members) or any(map(_names_average, members))
        if verdict is Verdict.BROKEN and (
            blank or average or _is_other_count(lines, fit.parts, total, place)
        ):
            continue  # a part may be missing from the text: nothing is proved
        yield Relation(
            RelationKind.SUM,
            result,
            tuple(members),
            verdict,
            expected,
            certainty,
            tuple(weights),
            note=_words(members, weights, result),
        )


def _is_other_count(lines: Sequence[Line], parts: Sequence[int], total: int, place: int) -> bool:
    """Whether a sum holds in a column without one part that is blank where the total stands in another column.

    Stores opened in the year stand between the numbers of stores at its ends: they have no part in the total.
    """
    given = [lines[part].values for part in parts]
    whole = lines[total].values
    apart = sum(values[place] or 0 for values in given) - (whole[place] or 0)
    return apart != 0 and any(
        values[place] == apart
        and any(
            values[at] is None
            and whole[at] is not None
            and all(other[at] is not None for other in given if other is not values)
            for at in range(len(whole))
        )
        for values in given
    )


_PRICE_RE = re.compile(r"平均|単価|当たり|\b(?:average|per|prices?)\b", re.IGNORECASE)
"""Heads of columns that do not add up over rows: a total of theirs is an average."""
_AVERAGE_RE = re.compile(r"平均|\baverages?\b|\bmean\b", re.IGNORECASE)


def _is_average(result: Fact, members: Sequence[Fact]) -> bool:
    """Whether a row of totals and averages (合計・平均), or one below a head of prices, states an average: it lies between its parts."""
    values = [member.figure.value for member in members if member.figure.value is not None]
    if not values or result.figure.value is None:
        return False
    if not _names_average(result) and not (result.table and _PRICE_RE.search(_head(result))):
        return False
    return min(values) <= result.figure.value <= max(values)


def _names_average(fact: Fact) -> bool:
    """Whether a row states an average: shares over the year are the shares at its end less its own only by chance."""
    return fact.row is not None and _AVERAGE_RE.search(fact.row.label) is not None


def _head(fact: Fact) -> str:
    """The words over a fact of a table."""
    columns = fact.table.columns if fact.table is not None else ()
    return next((column.header for column in columns if column.index == fact.column), "")


def _words(members: Sequence[Fact], weights: Sequence[int], result: Fact) -> str:
    """The calculation as printed: ``93,253 + 63,917 = 157,170``."""
    text = ""
    for member, weight in zip(members, weights, strict=True):
        mark = " - " if weight < 0 else " + " if text else ""
        text += mark + member.figure.printed
    return f"{text} = {result.figure.printed}"
