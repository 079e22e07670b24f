"""Scores of an alignment against a gold alignment made by people.

A bead is a smallest aligned group: the lines of one side and the lines of the other.
Strict scores count beads that are exactly the same; lax scores count beads that overlap on both sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bilingual.model.alignment import Pair, PairKind

Bead: TypeAlias = tuple[frozenset[int], frozenset[int]]
"""Lines of the Japanese side and lines of the English side."""

GoldRow: TypeAlias = Mapping[str, object]
"""A row of a gold file: ``ja_line`` and ``en_line``, other fields as they come."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well found beads agree with gold beads.

    Attributes:
        found: different beads that were found.
        gold: different beads of the gold alignment.
        strict_found: found beads that stand in the gold alignment exactly.
        lax_found: found beads that overlap a gold bead on both sides.
        lax_gold: gold beads that a found bead overlaps on both sides.
    """

    found: int
    gold: int
    strict_found: int
    lax_found: int
    lax_gold: int

    @property
    def precision(self) -> float:
        """Share of the found beads that are right; 1 where nothing was found."""
        return _share(self.strict_found, self.found)

    @property
    def recall(self) -> float:
        """Share of the gold beads that were found; 1 where there are none."""
        return _share(self.strict_found, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _harmonic(self.precision, self.recall)

    @property
    def lax_precision(self) -> float:
        """Share of the found beads that overlap a gold bead."""
        return _share(self.lax_found, self.found)

    @property
    def lax_recall(self) -> float:
        """Share of the gold beads that a found bead overlaps."""
        return _share(self.lax_gold, self.gold)

    @property
    def lax_f1(self) -> float:
        """Harmonic mean of lax precision and lax recall."""
        return _harmonic(self.lax_precision, self.lax_recall)


def score_rows(pairs: Iterable[Pair], gold_rows: Iterable[GoldRow]) -> Score:
    """Score the row pairs of an alignment against the rows of a gold file.

    Args:
        pairs: pairs of an alignment; those of other kinds do not count.
        gold_rows: rows with ``ja_line`` and ``en_line``.

    Returns:
        The score; a row counts once however often it is listed.
    """
    found = [
        _bead([anchor.line for anchor in pair.ja], [anchor.line for anchor in pair.en])
        for pair in pairs
        if pair.kind is PairKind.ROW
    ]
    return score_beads(found, [_bead([row["ja_line"]], [row["en_line"]]) for row in gold_rows])


def score_beads(found: Iterable[Bead], gold: Iterable[Bead]) -> Score:
    """Score found beads against gold beads, each counted once."""
    found_beads, gold_beads = set(found), set(gold)
    return Score(
        found=len(found_beads),
        gold=len(gold_beads),
        strict_found=len(found_beads & gold_beads),
        lax_found=_overlapping(found_beads, gold_beads),
        lax_gold=_overlapping(gold_beads, found_beads),
    )


def _bead(ja: Sequence[object], en: Sequence[object]) -> Bead:
    return _lines(ja), _lines(en)


def _lines(lines: Sequence[object]) -> frozenset[int]:
    for line in lines:
        if not isinstance(line, int):
            raise ValueError(f"a line number of a gold row is {line!r}; it must be an integer")
    return frozenset(line for line in lines if isinstance(line, int))


def _overlapping(beads: set[Bead], others: set[Bead]) -> int:
    """Beads that share a line with some other bead on both sides."""
    by_line: dict[int, list[Bead]] = defaultdict(list)
    for other in others:
        for line in other[0]:
            by_line[line].append(other)
    return sum(any(en & other[1] for line in ja for other in by_line.get(line, ())) for ja, en in beads)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0
