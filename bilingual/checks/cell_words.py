"""Words in the cells of a table: one that excludes the other version's, one that elsewhere in the column stands for another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bilingual.checks.crossed_rows import pairs_of_tables
from bilingual.checks.examination import Examination
from bilingual.checks.label_words import contradiction
from bilingual.model.alignment import Pair
from bilingual.model.document import Span
from bilingual.model.table import Cell, CellKind
from bilingual.text.normalize import fold

LONGEST = 60
"""Characters of a cell that names something; longer ones are remarks, which each version words its own way."""
USUAL = 2
"""How often a word has to stand for another before a third one in its place is odd."""


class OddCell(NamedTuple):
    """Two cells of words that do not correspond, and why."""

    label: str
    ja: Span
    en: Span
    why: str


class _Both(NamedTuple):
    ja: str
    en: str
    pair: Pair
    cells: tuple[Cell, Cell]


def odd_cells(exam: Examination) -> Iterator[OddCell]:
    """Yield cells of words in paired rows and columns that name different things.

    Either their words exclude each other (社外取締役, Inside director), or the column itself tells: 社外取締役 is Outside
    director in other rows, and the President of this row is 社長 in another one.
    """
    for pairs in pairs_of_tables(exam):
        for column in _columns(pairs):
            odd = set(_odd(column))
            for at, both in enumerate(column):
                word = contradiction(both.ja, both.en)
                why = f"“{word}” is not what the Japanese cell says" if word else ""
                if not why and at in odd:
                    why = (
                        f"“{both.en}” stands for another word in this column, and “{both.ja}” is another one"
                    )
                if why:
                    label = both.pair.en_row.label if both.pair.en_row else ""
                    yield OddCell(label, both.cells[0].span, both.cells[1].span, why)


def _columns(pairs: Iterable[Pair]) -> Iterable[Sequence[_Both]]:
    """The cells of words of a table, by the columns that correspond."""
    columns: dict[tuple[int, int], list[_Both]] = defaultdict(list)
    for pair in pairs:
        if pair.ja_row is None or pair.en_row is None or pair.evidence == ("order",):
            continue
        right = {cell.column: cell for cell in pair.en_row.cells if _is_word(cell)}
        left = [cell for cell in pair.ja_row.cells if _is_word(cell)] if right else []
        other = dict(pair.column_map) if left else {}
        for cell in left:
            theirs = right.get(other.get(cell.column, -1))
            if theirs is not None:
                both = _Both(fold(cell.text).strip(), fold(theirs.text).strip(), pair, (cell, theirs))
                columns[cell.column, theirs.column].append(both)
    return columns.values()


def _is_word(cell: Cell) -> bool:
    return (
        cell.kind is CellKind.TEXT
        and 1 < len(cell.text) <= LONGEST
        and not any(map(str.isdigit, cell.text))
        and any(map(str.isalpha, cell.text))
    )


def _odd(column: Sequence[_Both]) -> Iterator[int]:
    """Cells whose Japanese word is usually another one in English, and whose English word is another one's in Japanese."""
    pairs = [(both.ja, both.en.casefold()) for both in column]
    counts = Counter(pairs)
    for at, (ja, en) in enumerate(pairs):
        if counts[ja, en] > 1:
            continue
        usual = max((count for (one, other), count in counts.items() if one == ja and other != en), default=0)
        owned = max((count for (one, other), count in counts.items() if other == en and one != ja), default=0)
        if owned and usual and max(usual, owned) >= USUAL:
            yield at
