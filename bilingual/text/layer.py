"""The text layer of a document as it is read: every line folded and repaired once, with the way back.

Tables, running text and calendars read the same lines, so a repair made here holds for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bilingual.model.document import Document, MappedText
from bilingual.text.normalize import map_text
from bilingual.text.repair import Repair, folded_repairs, repair_lines
from bilingual.text.set_apart import close_up_units


@dataclass(frozen=True, slots=True)
class TextLayer:
    """A document with the reading of its lines.

    Attributes:
        document: the file as the user has it.
        lines: the text of every line, folded and repaired, mapped to the document.
        repairs: what was repaired, in order of the steps.
    """

    document: Document
    lines: Sequence[MappedText]
    repairs: tuple[Repair, ...] = ()

    def line(self, number: int) -> MappedText:
        """The text of a line; numbers count as in the document."""
        return self.lines[number - self.document.first_line]

    @property
    def numbers(self) -> Iterable[int]:
        """The numbers of all lines."""
        return range(self.document.first_line, self.document.last_line + 1)


def read_layer(document: Document) -> TextLayer:
    """Fold and repair the lines of a document."""
    text, first = document.text, document.first_line
    lines = []
    for number in range(first, document.last_line + 1):
        span = document.line_span(number)
        lines.append(map_text(text[span.start : span.end], span.start))
    read, repairs = repair_lines(close_up_units(lines))
    return TextLayer(document, read, folded_repairs(document) + repairs)
