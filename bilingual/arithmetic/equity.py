"""Statements of changes in equity: balances roll down by their movements, components add up across.

Components stand as columns and movements as rows; most cells are blank, for most movements touch one component. What
does not move is printed as a dash or not at all, so a blank counts as nothing here. Which rows are totals of movements and
which columns totals of components is told by their names and by what adds up in most of the cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bilingual.arithmetic.additions import alike, words
from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.strips import Layout
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

ROLL = "equity"
CERTAINTY = 95
FEWEST_COLUMNS = 3
FEWEST = 2
"""Cells that have to come out right before one that does not is held against them."""
_COMPONENT_RE = re.compile(
    r"資本金|剰余金|自己株式|株主資本|純資産|資本合計|非支配|少数株主|持分|包括利益|評価差額|換算調整|新株予約権|"
    r"\b(?:share capital|common stock|surplus|paid-in|retained|treasury|equity|net assets|interests?|comprehensive|"
    r"translation|valuation|reserves?)\b",
    re.IGNORECASE,
)
_BALANCE_RE = re.compile(r"残高(?:\(|$)|^(?:restated )?balances?\b", re.IGNORECASE)
_TOTAL_RE = re.compile(
    r"合計|小計|計$|^(?:当期|四半期|中間)?包括利益$|^(?:当期|四半期|中間)包括利益|\btotal\b|^comprehensive (?:income|loss)",
    re.IGNORECASE,
)
_WHOLE_RE = re.compile(r"合計|計$|純資産$|\btotal\b|^(?:net assets|equity)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Rows with their cells, column by column; the heads of the columns."""

    heads: tuple[str, ...]
    labels: tuple[str, ...]
    cells: tuple[tuple[Fact | None, ...], ...]


def is_equity_statement(layout: Layout) -> bool:
    """Whether a table shows components of equity across, and their balances with movements between."""
    heads = [column.header for column in layout.table.columns]
    components = sum(_COMPONENT_RE.search(head) is not None for head in heads)
    balances = sum(_BALANCE_RE.search(row.label) is not None for row in layout.rows)
    return components >= FEWEST_COLUMNS and 2 * components > len(heads) and balances >= 2


def find_equity(layouts: Sequence[Layout | None]) -> Iterator[Relation]:
    """Yield what statements of changes in equity prove, broken relations included.

    Args:
        layouts: the tables of a side in order, None for each that is no such statement.
    """
    before: _Grid | None = None
    for layout in layouts:
        if layout is None:
            before = None
            continue
        grid = _read(layout)
        yield from _down(grid)
        yield from _across(_joined(before, grid) or grid)
        before = grid


def _read(layout: Layout) -> _Grid:
    heads = {column.index: column.header for column in layout.table.columns}
    rows = range(len(layout.rows))
    return _Grid(
        tuple(heads[strip.at] for strip in layout.amounts),
        tuple(row.label for row in layout.rows),
        tuple(tuple(strip.facts[at] for strip in layout.amounts) for at in rows),
    )


def _joined(first: _Grid | None, second: _Grid) -> _Grid | None:
    """The lower half of a statement with the total of its upper half before its columns; None where they do not fit."""
    if first is None or not (_WHOLE_RE.search(first.heads[-1]) and _WHOLE_RE.search(second.heads[-1])):
        return None
    if first.heads == second.heads or first.labels[0] != second.labels[0]:
        return None
    told = dict(zip(_numbered(first.labels), (cells[-1] for cells in first.cells), strict=True))
    cells = (
        (told.get(label), *own) for label, own in zip(_numbered(second.labels), second.cells, strict=True)
    )
    return _Grid((first.heads[-1], *second.heads), second.labels, tuple(cells))


def _numbered(labels: Sequence[str]) -> list[tuple[str, int]]:
    """Labels with how often each stood before."""
    seen: Counter[str] = Counter()
    found = []
    for label in labels:
        found.append((label, seen[label]))
        seen[label] += 1
    return found


def _down(grid: _Grid) -> Iterator[Relation]:
    """Totals of movements, and closing balances from opening ones."""
    balances = [at for at, label in enumerate(grid.labels) if _BALANCE_RE.search(label)]
    for opening, closing in pairwise(balances):
        opened: list[int] = []
        found: list[Relation] = []
        for at in range(opening + 1, closing):
            if _TOTAL_RE.search(grid.labels[at]):
                parts, relations = _best_run([(run, _rows(grid, at, run)) for run in _runs(opened)])
                found += relations
                opened = [row for row in opened if row not in parts]
            opened.append(at)
        yield from _believed([*found, *_rows(grid, closing, [opening, *opened])])


def _across(grid: _Grid) -> Iterator[Relation]:
    """Totals of components."""
    opened: list[int] = []
    for at, head in enumerate(grid.heads):
        if _WHOLE_RE.search(head):
            parts, relations = _best_run([(run, _columns(grid, at, run)) for run in _runs(opened)])
            yield from _believed(relations)
            opened = [column for column in opened if column not in parts]
        opened.append(at)


def _runs(opened: Sequence[int]) -> Iterator[Sequence[int]]:
    """The rows or columns right before a total that may be its parts."""
    return (opened[-count:] for count in range(2, len(opened) + 1))


def _best_run(runs: Sequence[tuple[Sequence[int], list[Relation]]]) -> tuple[Sequence[int], list[Relation]]:
    """The run of parts that comes out right most often, and more often than not; the longer of two."""
    fitting = [
        (parts, relations) for parts, relations in runs if _telling(relations) and _balance(relations) > 0
    ]
    return max(fitting, key=lambda run: (_balance(run[1]), len(run[0])), default=((), []))


def _balance(relations: Sequence[Relation]) -> int:
    return sum(-1 if relation.verdict is Verdict.BROKEN else 1 for relation in relations)


def _telling(relations: Sequence[Relation]) -> int:
    """How many sums of two and more come out right."""
    return sum(relation.verdict is not Verdict.BROKEN and len(relation.members) > 1 for relation in relations)


def _believed(relations: list[Relation]) -> list[Relation]:
    """The relations, where most of those that tell something hold; else those that do."""
    broken = sum(relation.verdict is Verdict.BROKEN for relation in relations)
    if _telling(relations) >= max(FEWEST, broken + 1):
        return relations
    return [relation for relation in relations if relation.verdict is not Verdict.BROKEN]


def _rows(grid: _Grid, total: int, parts: Sequence[int]) -> list[Relation]:
    """A row as the sum of others, column by column."""
    found = []
    for column in range(len(grid.heads)):
        facts = [fact for fact in (grid.cells[part][column] for part in parts) if fact is not None]
        found.append(_sum(RelationKind.SUM, grid.cells[total][column], facts, ROLL))
    return [relation for relation in found if relation is not None]


def _columns(grid: _Grid, total: int, parts: Sequence[int]) -> list[Relation]:
    """A column as the sum of others, row by row."""
    found = []
    for row in grid.cells:
        facts = [fact for fact in (row[part] for part in parts) if fact is not None]
        found.append(_sum(RelationKind.CROSS_SUM, row[total], facts, ""))
    return [relation for relation in found if relation is not None]


def _sum(kind: RelationKind, result: Fact | None, facts: Sequence[Fact], name: str) -> Relation | None:
    if result is None or not facts or not alike(result.figure, [fact.figure for fact in facts]):
        return None
    weights = (1,) * len(facts)
    verdict, expected = evaluate(kind, result.figure, [fact.figure for fact in facts], weights)
    note = words([(fact, 1) for fact in facts], result)
    return Relation(kind, result, tuple(facts), verdict, expected, CERTAINTY, weights, None, name, note)
