"""Relations that the figures of one side should satisfy (sums, growth, conversions).

The room is laid; the relations themselves arrive with ``arithmetic/``.
"""

from __future__ import annotations

from dataclasses import dataclass

from bilingual.model.figure import Figure


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between figures: ``kind`` names it, ``holds`` says whether it is satisfied."""

    kind: str
    figures: tuple[Figure, ...]
    holds: bool
    note: str = ""
