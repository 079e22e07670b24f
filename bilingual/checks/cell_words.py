"""Words in the cells of a table: one that excludes the other version's, one that elsewhere in the column stands for another.

Columns before the figures (the unit, the boundary of the data) count as well, where the file tells their cells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bilingual.checks.building import column_of
from bilingual.checks.crossed_rows import pairs_of_tables
from bilingual.checks.examination import Examination
from bilingual.checks.label_words import contradiction
from bilingual.checks.trends import way_of
from bilingual.contrasts import oppositions, vocabulary
from bilingual.model.alignment import Pair, Side
from bilingual.model.document import Language, Span
from bilingual.model.table import Cell, CellKind, Row
from bilingual.text.column_heads import is_boundary_head
from bilingual.text.normalize import fold
from bilingual.text.segments import CELLED

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
    spans: tuple[Span, Span]
    apart: bool
    """Whether the cell stands apart from the label, which is compared as a whole."""
    bounds: bool = False
    """Whether the column says whose data each row holds."""


def odd_cells(exam: Examination) -> Iterator[OddCell]:
    """Yield cells of words in paired rows and columns that name different things.

    Either their words exclude each other (社外取締役, Inside director), or the column itself tells: 社外取締役 is Outside
    director in other rows, and the President of this row is 社長 in another one.
    """
    for pairs in pairs_of_tables(exam):
        for column in _columns(exam, pairs):
            odd = set(_odd(column))
            for at, both in enumerate(column):
                word = _opposed(both) if both.apart else ""
                if not word and both.bounds:
                    word = _other_boundary(both)
                why = f"“{word}” is not what the Japanese cell says" if word else ""
                if not why and at in odd:
                    why = (
                        f"“{both.en}” stands for another word in this column, and “{both.ja}” is another one"
                    )
                if why:
                    label = both.pair.en_row.label if both.pair.en_row else ""
                    yield OddCell(label, *both.spans, why)


def _opposed(both: _Both) -> str:
    """The English word of a cell that the Japanese one excludes."""
    word = contradiction(both.ja, both.en)
    if word:
        return word
    found = next(oppositions(vocabulary("segments"), both.ja, both.en), None)
    if found is not None:
        return both.en[slice(*found.en)]
    ways = way_of(both.ja, Language.JA), way_of(both.en, Language.EN)
    return both.en if None not in ways and ways[0] is not ways[1] else ""


def _other_boundary(both: _Both) -> str:
    """The English word of a cell whose data are other ones than those of the Japanese one: 国内グループ and Consolidated."""
    found = next(oppositions(vocabulary("boundary"), both.ja, both.en), None)
    return both.en[slice(*found.en)] if found is not None else ""


def _bounds(pair: Pair, i: int, j: int) -> bool:
    """Whether one of two columns has the head of a boundary."""
    heads = (
        column_of(table, at) for table, at in ((pair.ja_table, i), (pair.en_table, j)) if table is not None
    )
    return any(head is not None and is_boundary_head(head.header) for head in heads)


def _columns(exam: Examination, pairs: Iterable[Pair]) -> Iterable[Sequence[_Both]]:
    """The cells of words of a table, by the columns that correspond."""
    columns: dict[tuple[int, int], list[_Both]] = defaultdict(list)
    celled = all(side.document.format in CELLED for side in exam.sides)
    for pair in pairs:
        if pair.ja_row is None or pair.en_row is None or pair.evidence == ("order",):
            continue
        for at, spans in enumerate(_stub_cells(exam, pair) if celled else ()):
            columns[-1 - at, -1 - at].append(_both(exam, pair, spans, apart=False))
        right = {cell.column: cell for cell in pair.en_row.cells if _is_word(cell)}
        left = [cell for cell in pair.ja_row.cells if _is_word(cell)] if right else []
        other = dict(pair.column_map) if left else {}
        for cell in left:
            theirs = right.get(other.get(cell.column, -1))
            if theirs is not None:
                spans = cell.span, theirs.span
                bounds = _bounds(pair, cell.column, theirs.column)
                columns[cell.column, theirs.column].append(
                    _both(exam, pair, spans, apart=True)._replace(bounds=bounds)
                )
    return columns.values()


def _both(exam: Examination, pair: Pair, spans: tuple[Span, Span], *, apart: bool) -> _Both:
    ja, en = (_text(side, span) for side, span in zip(exam.sides, spans, strict=True))
    return _Both(ja, en, pair, spans, apart)


def _text(side: Side, span: Span) -> str:
    return fold(side.document.text[span.start : span.end]).strip()


def _stub_cells(exam: Examination, pair: Pair) -> Iterator[tuple[Span, Span]]:
    """The cells of words between the labels and the figures of two rows that have as many of them."""
    rows = pair.ja_row, pair.en_row
    cells = [_divided(side, row) for side, row in zip(exam.sides, rows, strict=True) if row is not None]
    ja, en = cells if len(cells) == len(rows) else ([], [])
    if len(ja) == len(en):
        yield from zip(ja[1:], en[1:], strict=True)


def _divided(side: Side, row: Row) -> list[Span]:
    """The cells from the label of a row to its first figure."""
    if row.label_span is None or not row.cells:
        return []
    start, end = row.label_span.start, row.cells[0].span.start
    found: list[Span] = []
    for part in side.document.text[start:end].split("\t")[:-1]:
        found.append(Span(start, start + len(part)))
        start += len(part) + 1
    return found


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
        if counts[ja, en] > 1 or not ja or not en:
            continue
        usual = max((count for (one, other), count in counts.items() if one == ja and other != en), default=0)
        owned = max((count for (one, other), count in counts.items() if other == en and one != ja), default=0)
        if owned and usual and max(usual, owned) >= USUAL:
            yield at
