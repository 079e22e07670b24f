"""The lines of a side as they are printed, folded."""

from __future__ import annotations

from typing import NamedTuple

from bilingual.model.alignment import Side
from bilingual.text.normalize import fold


class PrintedLine(NamedTuple):
    """A line of a document: its folded text, the offset at which it starts, its number."""

    text: str
    start: int
    number: int


def printed_lines(side: Side) -> tuple[PrintedLine, ...]:
    """The lines of a side in order; several readers ask, so ask with ``side.once``."""
    document = side.document
    return tuple(
        PrintedLine(fold(document.line_text(number)), document.line_span(number).start, number)
        for first, last in side.lines
        for number in range(first, last + 1)
    )
