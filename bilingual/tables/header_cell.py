"""A word over a column."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """Header words: the column they stand over (by number in the grid), -1 where nothing tells."""

    column: int
    text: str
