"""Tables of words, which hold no column of figures: policies and targets, certificates, ratings.

No figures pair their rows, so that no table is made of them. In a file that tells its cells, a run of such rows that has
as many rows and columns in the other version, at the same place among the tables, corresponds to it cell by cell.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bilingual.align.assignment import best_assignment
from bilingual.model.alignment import Comparison, Pair, PairKind, Side
from bilingual.model.document import Span
from bilingual.model.table import Row
from bilingual.text.segments import STRUCTURED

FEWEST_ROWS = 3
"""Rows of two cells or more, the heads among them."""
LONGEST = 240
"""Characters of a cell that is compared; longer ones are running text in a frame."""
ALIKE = 0.6
"""What the same letters in two cells say of their columns."""
AGREED = 0.6
"""The share of the cells with numbers that have one in common."""
_NUMBER_RE = re.compile(r"\d+(?:[.,]\d+)*")
_WORDS_RE = re.compile(r"[ぁ-んァ-ヶ一-鿿]{3}|[A-Za-z]{4}")
Cells = dict[int, Span]


@dataclass(frozen=True)
class _Run:
    """Rows of words below each other: the cells of each by their columns."""

    side: Side
    rows: tuple[Cells, ...]

    @property
    def columns(self) -> list[int]:
        """The columns in which anything stands."""
        return sorted({at for row in self.rows for at in row})

    def text(self, row: int, column: int) -> str:
        """The words of a cell; empty where it is."""
        span = self.rows[row].get(column)
        return self.side.document.text[span.start : span.end] if span is not None else ""


def word_cells(comparison: Comparison) -> Iterator[tuple[Span, Span]]:
    """Yield the cells of words of both versions that correspond, row by row."""
    sides = comparison.ja, comparison.en
    if any(side.document.format not in STRUCTURED for side in sides):
        return
    mates = {
        pair.ja_table.id: pair.en_table.id
        for pair in comparison.alignment.pairs
        if pair.kind is PairKind.TABLE and pair.ja_table is not None and pair.en_table is not None
    }
    left, right = _runs(sides[0], mates.keys()), _runs(sides[1], frozenset(mates.values()))
    rest: tuple[list[_Run], list[_Run]] = [], []
    for place, own in left.items():
        others = right.pop(mates.get(place, "") if place else "", [])
        if len(own) == len(others):
            for ja, en in zip(own, others, strict=True):
                yield from _cells(ja, en, 1)
        else:
            rest[0].extend(own)
            rest[1].extend(others)
    rest[1].extend(run for own in right.values() for run in own)
    for ja, en in _elsewhere(*rest):
        yield from _cells(ja, en, 1)


def _elsewhere(ja: Sequence[_Run], en: Sequence[_Run]) -> Iterator[tuple[_Run, _Run]]:
    """Runs that stand in other places of the two versions (sheets in another order), known by the numbers in them.

    Each has as many rows and columns as one other run alone, and most of its numbers.
    """
    likely = [(i, j) for i, mine in enumerate(ja) for j, theirs in enumerate(en) if _are_twins(mine, theirs)]
    for i, j in likely:
        if sum(i == each for each, _ in likely) == sum(j == each for _, each in likely) == 1:
            yield ja[i], en[j]


def _are_twins(ja: _Run, en: _Run) -> bool:
    """Whether two runs have one shape and, row by row, most numbers in common."""
    if len(ja.rows) != len(en.rows) or len(ja.columns) != len(en.columns):
        return False
    texts = [
        [" ".join(run.text(row, at) for at in run.columns[1:]) for row in range(len(run.rows))]
        for run in (ja, en)
    ]
    both = list(zip(*texts, strict=True))
    numbered = sum(all(map(_NUMBER_RE.search, pair)) for pair in both)
    return numbered >= FEWEST_ROWS - 1 and agreeing(both)


def words_of_rows(comparison: Comparison, rows: Sequence[Pair]) -> Iterator[tuple[Span, Span]]:
    """Yield the cells of words of paired rows, whether they are read as parts of the labels or as columns of their own.

    Both versions have as many columns of words behind that of the labels; which correspond is told by the numbers among
    the words, by the rows in which they are filled, and by their order. Cells that both tables read as figures are paired
    as such, with the units of their tables.
    """
    sides = (
        (comparison.ja, [pair.ja_row for pair in rows if pair.ja_row is not None]),
        (comparison.en, [pair.en_row for pair in rows if pair.en_row is not None]),
    )
    figures = [_figure_starts(own) for _, own in sides]
    runs = [_Run(side, tuple(_cells_of(side, row.line) for row in own)) for side, own in sides]
    for choose in (_behind_labels, _words_alone):
        ja, en = (replace(run, rows=choose(run)) for run in runs)
        if ja.columns and len(ja.columns) == len(en.columns):
            for mine, theirs in _cells(ja, en, 0):
                if _holds(figures[0], mine) and _holds(figures[1], theirs):
                    continue
                texts = (run.side.document.text[s.start : s.end] for run, s in ((ja, mine), (en, theirs)))
                if any(_WORDS_RE.search(text) for text in texts):
                    yield mine, theirs
            return


def _figure_starts(rows: Iterable[Row]) -> list[int]:
    """Where the cells of rows begin that are figures, in order."""
    return sorted({cell.span.start for row in rows for cell in row.cells if cell.figure is not None})


def _holds(starts: Sequence[int], span: Span) -> bool:
    at = bisect_left(starts, span.start)
    return at < len(starts) and starts[at] < span.end


def _behind_labels(run: _Run) -> tuple[Cells, ...]:
    """The cells but for those of the first column."""
    return tuple({at: span for at, span in row.items() if at} for row in run.rows)


def _words_alone(run: _Run) -> tuple[Cells, ...]:
    """The cells in columns of words but for the first one."""
    worded = set()
    for column in run.columns[1:]:
        texts = [text for row in range(len(run.rows)) if (text := run.text(row, column))]
        if 2 * sum(_WORDS_RE.search(text) is not None for text in texts) > len(texts):
            worded.add(column)
    return tuple({at: span for at, span in row.items() if at in worded} for row in run.rows)


def _runs(side: Side, paired: Collection[str]) -> dict[str, list[_Run]]:
    """The runs of rows of words of a side, by the paired table before them (none before the first one).

    A table without a counterpart is a run as well: the other version writes in words what it counts (1975年, 19社).
    """
    found: dict[str, list[_Run]] = defaultdict(list)
    tables = [table for table in side.tables if table.id in paired]
    taken = {number for table in tables for number in range(table.line, table.last_line + 1)}
    last = {table.last_line: table.id for table in tables}
    rows: list[Cells] = []
    place = ""
    for number in (number for start, end in side.lines for number in range(start, end + 1)):
        cells = {} if number in taken else _cells_of(side, number)
        if len(cells) > 1 or (cells and rows):
            rows.append(cells)
            continue
        _close(side, rows, found[place])
        rows, place = [], last.get(number, place)
    _close(side, rows, found[place])
    return found


def lone_lines(side: Side) -> Mapping[str, list[Span]]:
    """The rows of one cell above, below and between the tables of a side, by the table before them."""
    found: dict[str, list[Span]] = defaultdict(list)
    rows = {
        number
        for table in side.tables
        for number in range(table.rows[0].line if table.rows else table.line, table.last_line + 1)
    }
    last = {table.last_line: table.id for table in side.tables}
    place = ""
    for number in (number for start, end in side.lines for number in range(start, end + 1)):
        cells = {} if number in rows else _cells_of(side, number)
        if len(cells) == 1:
            found[place].extend(cells.values())
        place = last.get(number, place)
    return found


def _close(side: Side, rows: list[Cells], found: list[_Run]) -> None:
    while rows and len(rows[-1]) < 2:
        rows = rows[:-1]
    if sum(len(row) > 1 for row in rows) >= FEWEST_ROWS:
        found.append(_Run(side, tuple(rows)))


def _cells_of(side: Side, number: int) -> Cells:
    """The filled cells of a line, by their columns."""
    span = side.document.line_span(number)
    text = side.document.text[span.start : span.end]
    if "\t" not in text:
        return {0: span} if text.strip() else {}
    found: Cells = {}
    at = span.start
    for column, part in enumerate(text.split("\t")):
        words = part.strip()
        if words:
            start = at + part.index(words)
            found[column] = Span(start, start + len(words))
        at += len(part) + 1
    return found


def _cells(ja: _Run, en: _Run, first: int) -> Iterator[tuple[Span, Span]]:
    """The cells of two runs from a row on, where they have as many rows and columns and most numbers in common."""
    if len(ja.rows) != len(en.rows) or len(ja.columns) != len(en.columns):
        return
    scores = {
        (i, j): _likeness(ja, en, i, j) + (x == y) / 2
        for x, i in enumerate(ja.columns)
        for y, j in enumerate(en.columns)
    }
    mapped = list(best_assignment({edge: score + len(ja.rows) for edge, score in scores.items()}))
    if not agreeing([(ja.text(row, i), en.text(row, j)) for i, j in mapped for row in range(len(ja.rows))]):
        return
    for row in range(first, len(ja.rows)):
        for i, j in mapped:
            mine, theirs = ja.rows[row].get(i), en.rows[row].get(j)
            if mine and theirs and max(len(ja.text(row, i)), len(en.text(row, j))) <= LONGEST:
                yield mine, theirs


def agreeing(texts: Iterable[tuple[str, str]], share: float = AGREED) -> bool:
    """Whether most texts with numbers have one in common with their counterparts, if any have."""
    numbered = [
        _agree(mine, theirs)
        for mine, theirs in texts
        if _NUMBER_RE.search(mine) and _NUMBER_RE.search(theirs)
    ]
    return sum(numbered) >= share * len(numbered)


def _likeness(ja: _Run, en: _Run, i: int, j: int) -> float:
    """How well two columns correspond: filled in the same rows, with the same numbers and names (S&P, AA)."""
    score = 0.0
    for row in range(len(ja.rows)):
        mine, theirs = ja.text(row, i), en.text(row, j)
        if bool(mine) is bool(theirs):
            score += 0.1
        if _NUMBER_RE.search(mine) and _NUMBER_RE.search(theirs):
            score += 1 if _agree(mine, theirs) else -0.5
        elif mine and mine == theirs:
            score += ALIKE
    return score


def _agree(mine: str, theirs: str) -> bool:
    """Whether two cells have a number in common, or the digits of all of theirs."""
    left, right = _NUMBER_RE.findall(mine), _NUMBER_RE.findall(theirs)
    return bool(set(left) & set(right)) or _digits(left) == _digits(right)


def _digits(numbers: Sequence[str]) -> str:
    return "".join(char for number in numbers for char in number if char.isdigit())
