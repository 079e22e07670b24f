"""Paragraphs of words alone that their neighbours pair: what stands between two that surely correspond, in the same number.

Words that no glossary knows and that state no figure tell nothing of what they translate. Their place does, where the
table before them and the heading behind them correspond and nothing else stands between: a note under a table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bilingual.model.alignment import Comparison, Pair, Side

STEPS = 3
"""Neighbours of the same kind that may stand between a paragraph and one that surely corresponds."""
_EDGE = 0
"""Stands for what is before the first unit of a side and behind its last."""
_Unit = int | str
"""The identity of a segment, or the name of a table, which may have been read anew."""


def held_by_neighbours(
    comparison: Comparison, candidates: Iterable[Pair], is_sure: Callable[[Pair], bool]
) -> frozenset[int]:
    """The identities of the candidates between units that surely correspond, before them and behind them.

    Args:
        comparison: both documents.
        candidates: pairs of running text that only their place pairs.
        is_sure: whether another pair of running text surely corresponds.
    """
    candidates = list(candidates)
    if not candidates or any(side.document.format == "pdf" for side in (comparison.ja, comparison.en)):
        return frozenset()  # a page does not say in which order its lines are read
    sure = _sure(comparison, is_sure)
    placed = {(id(pair.ja_readings[0]), id(pair.en_readings[0])) for pair in candidates}
    placed |= {(id(pair.ja_readings[-1]), id(pair.en_readings[-1])) for pair in candidates}
    paired = {
        id(each) for pair in comparison.alignment.pairs for each in (*pair.ja_readings, *pair.en_readings)
    }
    ja, en = in_order(comparison.ja), in_order(comparison.en)
    free = {unit for unit in (*ja, *en) if isinstance(unit, int) and unit and unit not in paired}
    at_ja, at_en = ({unit: at for at, unit in enumerate(units)} for units in (ja, en))

    def held(start: tuple[int, int], step: int) -> bool:
        for _ in range(STEPS):
            start = start[0] + step, start[1] + step
            both = ja[start[0]], en[start[1]]
            if both in sure:
                return True
            if both not in placed and not free.issuperset(both):
                return False
        return False

    return frozenset(
        id(pair)
        for pair in candidates
        if held((at_ja[id(pair.ja_readings[0])], at_en[id(pair.en_readings[0])]), -1)
        and held((at_ja[id(pair.ja_readings[-1])], at_en[id(pair.en_readings[-1])]), 1)
    )


def _sure(comparison: Comparison, is_sure: Callable[[Pair], bool]) -> set[tuple[_Unit, _Unit]]:
    """The units that surely correspond: tables, paragraphs, and both ends of the documents."""
    found: set[tuple[_Unit, _Unit]] = {(_EDGE, _EDGE)}
    for pair in comparison.alignment.pairs:
        if pair.ja_row is None and pair.ja_table is not None and pair.en_table is not None:
            found.add((pair.ja_table.id, pair.en_table.id))
        elif pair.ja_readings and pair.en_readings and is_sure(pair):
            found.add((id(pair.ja_readings[0]), id(pair.en_readings[0])))
            found.add((id(pair.ja_readings[-1]), id(pair.en_readings[-1])))
    return found


def in_order(side: Side) -> list[_Unit]:
    """The identities of the tables and of the segments of a side, in reading order between its two edges."""
    line_of = side.document.line_number
    units: list[tuple[int, int, int, _Unit]] = [
        (line_of(reading.segment.span.start), 1, at, id(reading)) for at, reading in enumerate(side.readings)
    ]
    units += [(table.last_line, 0, at, table.id) for at, table in enumerate(side.tables)]
    return [_EDGE, *(unit[-1] for unit in sorted(units)), _EDGE]
