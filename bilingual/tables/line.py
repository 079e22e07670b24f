"""A line of a document as tables see it: a stub, cells, and the part it may play."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bilingual.model.document import MappedText
from bilingual.model.quick import quick
from bilingual.model.repair import Repair
from bilingual.text.normalize import slice_text

LONGEST_SPACED = 600
"""Longer lines are running text unless tabs or pipes divide them."""
LONGEST_LABEL = 120
MOST_FIELDS = 400
"""No table of a disclosure is wider; a line with more dividers is something else."""


REPAIRED = 85
"""Confidence of a figure whose comma or bracket was repaired: its digits stand there."""
REGROUPED = 80
"""Confidence of a figure put together from parts: its digits stand there, whether they are one figure is a reading."""
PLACED = 70
"""Confidence of a figure whose column is a guess."""
GUESSED = 60
"""Confidence of a figure some of whose digits are a guess."""


class Layout(StrEnum):
    """How the cells of a line are divided."""

    TAB = "tab"
    PIPE = "pipe"
    SPACE = "space"


class LineKind(StrEnum):
    """The part that a line may play, judged by itself."""

    BLANK = "blank"
    RULE = "rule"
    ROW = "row"
    WEAK = "weak"  # one figure after a wide gap: a row among rows only
    HEADER = "header"
    LABEL = "label"  # a stub without figures, or a short line
    CAPTION = "caption"
    UNIT = "unit"
    PERIOD = "period"
    NAME = "name"  # company or appendix: part of a caption, or page furniture
    NOTE = "note"
    FURNITURE = "furniture"
    PROSE = "prose"


@quick
@dataclass(frozen=True, slots=True)
class Field:
    """A stub or cell: offsets into the line's folded text, without the blanks around it.

    ``content`` is its reading where a step repaired it; it leads to the document as a line does. ``confidence`` is
    that of a figure read from it, in per cent; ``others`` are other readings that the text layer offers.
    """

    start: int
    end: int
    text: str
    content: MappedText | None = None
    confidence: int = 100
    others: tuple[MappedText, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Line:
    """A line with its fields; the first field is the stub, empty where the line has none.

    ``repairs`` tell how the fields differ from what stands there.
    """

    number: int
    content: MappedText
    layout: Layout
    kind: LineKind
    fields: tuple[Field, ...]
    repairs: tuple[Repair, ...] = ()
    printed: str = ""
    """The line as it stands in the document, for the width of its characters."""
    origin: int | None = None
    """Where the line begins in the document; its first words may stand behind markup that is not read."""

    def reading(self, field: Field) -> MappedText:
        """The characters of a field, mapped to the document."""
        return field.content or slice_text(self.content, field.start, field.end)

    @property
    def text(self) -> str:
        """The folded text without the blanks around it."""
        return self.content.text.strip()

    @property
    def stub(self) -> Field:
        """The first field; an empty one of a line that was not divided, such as running text."""
        return self.fields[0] if self.fields else Field(0, 0, "")

    @property
    def cells(self) -> tuple[Field, ...]:
        """The fields after the stub."""
        return self.fields[1:]

    @property
    def indent(self) -> int:
        """Blanks before the stub."""
        return self.fields[0].start if self.fields else 0
