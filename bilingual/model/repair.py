"""What stands in a damaged text layer, and how it is read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bilingual.model.document import Span


class Damage(StrEnum):
    """What befell a place of a text layer."""

    GLYPHS = "glyphs"  # characters taken for others, lines and rows that nobody wrote
    OVERPRINT = "overprint"  # bold that was made by printing several times
    CELLS = "cells"  # cells torn, merged, lost or moved
    PLACE = "place"  # captions and heads that stand apart from their table
    BESIDE = "beside"  # running text in two columns, taken for one
    MARK = "mark"  # a note mark glued to a label or a figure


@dataclass(frozen=True, slots=True)
class Repair:
    """A reading that differs from what is printed; the document stays as it is.

    Attributes:
        step: name of the step that made it.
        damage: what it mends.
        printed: what stands there, folded; cells are parted by `` | ``.
        repaired: how it is read; empty where nothing of it is kept.
        span: where it stands in the document.
        table: id of the table that it belongs to; empty for running text.
    """

    step: str
    damage: Damage
    printed: str
    repaired: str
    span: Span
    table: str = ""
