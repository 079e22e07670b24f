"""Words in and around tables that surely correspond: remarks in cells, the lines above the heads, notes under them.

Where two tables correspond row by row, so does what is written into their cells; a title stands in the place of the
title and a note bears the number of its counterpart. All this is as good as aligned by hand, whatever it states.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bilingual.align.neighbours import in_order
from bilingual.align.word_tables import agreeing, lone_lines, word_cells, words_of_rows
from bilingual.figures import find_figures
from bilingual.model.alignment import Comparison, Pair, PairKind, SegmentReading, Side
from bilingual.model.document import Span
from bilingual.model.segment import Segment, SegmentKind
from bilingual.model.table import Cell, CellKind, Row
from bilingual.text.normalize import map_text
from bilingual.text.segments import CELLED

Twin = tuple[SegmentReading, SegmentReading]
FAITHFUL = 0.8
"""The share of the rows of two tables that correspond where the version leaves nothing out."""
LONGEST = 240
"""Characters of a remark; longer ones are running text in a frame, whose sentences each version parts its own way."""
IN_STEP = 0.8
"""The share of the lines with numbers that agree in theirs, where a title alone between two tables is the other's."""
LONGEST_LINE = 400
"""Characters of a line between tables, a sentence or two."""
SHORTEST = 4
"""Characters of a remark; shorter ones are names, which are compared by columns."""
_MARK_RE = re.compile(r"[*※★†]*\s*[(\[]?(?:注記?|[Nn]otes?|備考)?[ .:：]*([*※]*\d{1,2}|[a-z](?=\)))?")


def table_twins(comparison: Comparison) -> Iterator[Twin]:
    """Yield texts of two tables that correspond and of what stands around them, one with one.

    Args:
        comparison: both documents; a page of a PDF says which words are one cell in tables of words alone.
    """
    if not any(side.document.format == "pdf" for side in (comparison.ja, comparison.en)):
        yield from _in_and_around(comparison)
    for mine, theirs in word_cells(comparison):
        yield _read(comparison.ja, mine), _read(comparison.en, theirs)


def _in_and_around(comparison: Comparison) -> Iterator[Twin]:
    """The words in rows of figures, below their tables and between these."""
    rows: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in comparison.alignment.pairs:
        if pair.ja_row and pair.en_row and pair.ja_table and pair.en_table:
            rows[pair.ja_table.id, pair.en_table.id].append(pair)
    celled = all(side.document.format in CELLED for side in (comparison.ja, comparison.en))
    notes = [_notes(side) for side in (comparison.ja, comparison.en)]
    for pair in comparison.alignment.pairs:
        ja, en = pair.ja_table, pair.en_table
        if pair.kind is not PairKind.TABLE or ja is None or en is None:
            continue
        own = rows[ja.id, en.id]
        yield from (
            _read_once(comparison, words_of_rows(comparison, own)) if celled else _remarks(comparison, own)
        )
        if not celled and len(own) >= FAITHFUL * max(len(ja.rows), len(en.rows)) - 1:
            yield from _same_marks(notes[0].get(ja.id, []), notes[1].get(en.id, []))
    if celled:
        yield from _lines(comparison)


def _read_once(comparison: Comparison, cells: Iterable[tuple[Span, Span]]) -> Iterator[Twin]:
    """The remarks among cells that correspond, each text once."""
    seen: set[tuple[str, str]] = set()
    for mine, theirs in cells:
        texts = (
            comparison.ja.document.text[mine.start : mine.end],
            comparison.en.document.text[theirs.start : theirs.end],
        )
        if texts not in seen and min(map(len, texts)) >= SHORTEST:
            seen.add(texts)
            yield _read(comparison.ja, mine), _read(comparison.en, theirs)


def _remarks(comparison: Comparison, rows: Sequence[Pair]) -> Iterator[Twin]:
    """The cells of words of paired rows, in columns that are filled in the same rows for the most part."""
    found: dict[tuple[int, int], list[tuple[Cell | None, Cell | None]]] = defaultdict(list)
    for pair in rows:
        if pair.evidence == ("order",):
            continue
        left, right = ({cell.column: cell for cell in row.cells if _is_remark(cell)} for row in _both(pair))
        for i, j in pair.column_map if left or right else ():
            found[i, j].append((left.get(i), right.get(j)))
    seen: set[tuple[str, str]] = set()
    for cells in found.values():
        filled = Counter((mine is not None) + (theirs is not None) for mine, theirs in cells)
        if filled[2] <= filled[1]:
            continue
        for mine, theirs in cells:
            if mine is not None and theirs is not None and (mine.text, theirs.text) not in seen:
                seen.add((mine.text, theirs.text))
                yield _read(comparison.ja, mine.span), _read(comparison.en, theirs.span)


def _both(pair: Pair) -> Iterator[Row]:
    yield from (row for row in (pair.ja_row, pair.en_row) if row is not None)


def _is_remark(cell: Cell) -> bool:
    return cell.kind is CellKind.TEXT and SHORTEST <= len(cell.text) <= LONGEST


def _read(side: Side, span: Span) -> SegmentReading:
    content = map_text(side.document.text[span.start : span.end], span.start)
    figures, periods = find_figures(content, side.language, side.calendar)
    return SegmentReading(Segment(SegmentKind.CELL, side.language, content), figures, periods)


def _lines(comparison: Comparison) -> Iterator[Twin]:
    """The rows of one cell between two tables and those that correspond to them, where both versions have as many."""
    mates = {
        pair.ja_table.id: pair.en_table.id
        for pair in comparison.alignment.pairs
        if pair.kind is PairKind.TABLE and pair.ja_table is not None and pair.en_table is not None
    }
    mates[""] = ""
    sides = comparison.ja, comparison.en
    left, right = (lone_lines(side) for side in sides)
    for side, own in zip(sides, (left, right), strict=True):
        if sum(map(len, own.values())) > sum(len(table.rows) for table in side.tables):
            return  # running text with tables in it, which has paragraphs of its own
    places = [(mine, right.get(mates.get(place, "?"), [])) for place, mine in left.items()]
    places = [(mine, theirs) for mine, theirs in places if len(mine) == len(theirs)]
    texts = [_texts(comparison, mine, theirs) for mine, theirs in places]
    in_step = agreeing((each for words in texts for each in words), IN_STEP)
    for (mine, theirs), words in zip(places, texts, strict=True):
        if agreeing(words) or (in_step and len(words) == 1):
            for one, other in zip(mine, theirs, strict=True):
                if max(one.end - one.start, other.end - other.start) <= LONGEST_LINE:
                    yield _read(comparison.ja, one), _read(comparison.en, other)


def _texts(comparison: Comparison, mine: Sequence[Span], theirs: Sequence[Span]) -> list[tuple[str, str]]:
    """The words of lines that stand between the same two tables."""
    ja, en = comparison.ja.document.text, comparison.en.document.text
    return [
        (ja[one.start : one.end], en[other.start : other.end])
        for one, other in zip(mine, theirs, strict=True)
    ]


def _notes(side: Side) -> dict[str, list[SegmentReading]]:
    """The notes that stand under each table, by its name, up to the first other words."""
    readings = {id(reading): reading for reading in side.readings}
    found: dict[str, list[SegmentReading]] = {}
    below: list[SegmentReading] | None = None
    for unit in in_order(side):
        if isinstance(unit, str):
            below = found[unit] = []
        elif below is not None:
            reading = readings.get(unit)
            if reading is not None and reading.segment.kind is SegmentKind.NOTE:
                below.append(reading)
            else:
                below = None
    return found


def _same_marks(ja: Sequence[SegmentReading], en: Sequence[SegmentReading]) -> Iterator[Twin]:
    """Notes that bear the same numbers in the same order."""
    marks = [[_mark(reading) for reading in own] for own in (ja, en)]
    if marks[0] == marks[1]:
        yield from zip(ja, en, strict=True)


def _mark(reading: SegmentReading) -> str:
    match = _MARK_RE.match(reading.segment.text)
    return (match[1] or "").strip("*※") if match else ""
