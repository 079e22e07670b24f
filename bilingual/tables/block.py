"""The lines of one table, as they are taken together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from bilingual.model.repair import Repair
from bilingual.tables.heads import Head
from bilingual.tables.lines import Layout, Line, LineKind

ROWS = frozenset([LineKind.ROW, LineKind.WEAK])
LOOSE = frozenset([LineKind.NOTE, LineKind.FURNITURE, LineKind.NAME])
PAGED = frozenset([LineKind.BLANK, LineKind.FURNITURE])
"""What stands between two pages."""
MOST_BLANKS = 4
MOST_LOOSE = 12
"""Footnotes and page furniture that may stand between two parts of one table."""
MOST_LABELS = 3


@dataclass
class Block:
    """A table's lines: its head, and rows and headings in order."""

    head: Head
    body: list[Line] = field(default_factory=list)
    rules: list[Line] = field(default_factory=list)
    width: int = 0
    widths: Counter[int] = field(default_factory=Counter)
    continues: bool = False
    """Nothing but footnotes and page furniture stands between the table before and this one."""
    repairs: list[Repair] = field(default_factory=list)
    """What was repaired in it, beside what its lines tell of themselves."""

    def add(self, line: Line) -> None:
        """Append a line of the body."""
        self.body.append(line)
        if line.kind in ROWS:
            self.width = max(self.width, width_of(line) - marks(line))
            self.widths[width_of(line)] += 1

    @property
    def layout(self) -> Layout:
        """How the cells of most rows are divided: that of the first row."""
        return next(line.layout for line in self.body if line.kind in ROWS)

    @property
    def usual_width(self) -> int:
        """The number of cells that most rows have had as they were added."""
        return self.widths.most_common(1)[0][0]

    @property
    def rows(self) -> list[Line]:
        """The lines with figures."""
        return [line for line in self.body if line.kind in ROWS]

    @property
    def lines(self) -> list[Line]:
        """Every line that the table consumes."""
        return sorted([*self.head.lines, *self.body, *self.rules], key=lambda line: line.number)


def width_of(line: Line) -> int:
    """Number of cells up to the last one that is filled."""
    width = len(line.fields) - 1
    while width and not line.fields[width].text:
        width -= 1
    return width


def marks(line: Line) -> int:
    """1 where a row without label begins with a bare small number: the note mark of the label above it."""
    first = line.fields[1].text if len(line.fields) > 2 else ""
    return int(not line.stub.text and first.isdigit() and len(first) <= 2)
