"""Heads of columns that stand over each other's figures: their words are alike crosswise, where values pair the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from bilingual.glossary.labels import Labels
from bilingual.model.document import Language
from bilingual.model.table import Column
from bilingual.tables.units import cell_unit, unit_words

Both = tuple[Column, Column]
ALIKE = 0.55
"""Likeness of one head at least to the one over the other column."""
STRANGE = 0.5
"""Likeness of no head to the one over its own column."""
CLEAR = 0.45
"""By how much the heads are more alike crosswise, both together."""


class CrossedHeads(NamedTuple):
    """Two pairs of columns, and the words of their heads without the times that they have in common."""

    one: Both
    other: Both
    words: tuple[str, str]


def crossed_heads(columns: Sequence[Both], labels: Labels) -> Iterator[CrossedHeads]:
    """Yield columns whose values correspond while each head translates the one over the other column.

    Args:
        columns: columns that surely correspond by their values, one with one.
        labels: how alike a Japanese and an English label are.
    """
    for one, other in combinations(columns, 2):
        if any(not _comparable(mine, theirs) for mine, theirs in zip(one, other, strict=True)):
            continue
        (ja, en), (ja_other, en_other) = (tuple(map(head_words, both)) for both in (one, other))
        if not all((ja, en, ja_other, en_other)) or ja == ja_other or en == en_other:
            continue
        cross = labels.similarity(ja, en_other), labels.similarity(ja_other, en)
        own = labels.similarity(ja, en), labels.similarity(ja_other, en_other)
        if max(own) >= STRANGE:
            continue
        by_units = max(cross) >= max(own) and _units_cross((ja, en), (ja_other, en_other))
        if by_units or (max(cross) >= ALIKE and sum(cross) > sum(own) + CLEAR):
            yield CrossedHeads(one, other, (ja, en))


def _units_cross(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether each head has in brackets the unit of the one over the other column, and not that of its own: 監査(回), 度数率."""
    (ja, en), (ja_other, en_other) = (_units(*both) for both in (one, other))
    return ja != en and ja == en_other and ja_other == en


def _units(ja: str, en: str) -> tuple[tuple[str, int] | None, tuple[str, int] | None]:
    both = cell_unit(unit_words(ja), Language.JA), cell_unit(unit_words(en), Language.EN)
    mine, theirs = ((unit.unit, unit.scale) if unit is not None else None for unit in both)
    return mine, theirs


def _comparable(one: Column, other: Column) -> bool:
    """Whether two columns are of one time: other times are told apart by their dates, not by their words."""
    return one.period == other.period


def head_words(column: Column) -> str:
    """The words of the head of a column without its time."""
    period = column.period.printed if column.period is not None else ""
    return " ".join(column.header.replace(period, " ").split()) if period else column.header.strip()
