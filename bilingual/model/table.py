"""Tables recovered from text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bilingual.model.document import Language, Span
from bilingual.model.figure import Figure, Period
from bilingual.model.memory import Remembering
from bilingual.model.quick import quick


class RowKind(StrEnum):
    """The part a row plays in its table."""

    ITEM = "item"
    SECTION = "section"  # a label without figures that heads the rows below
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    OF_WHICH = "of_which"


class CellKind(StrEnum):
    """What stands in a cell."""

    FIGURE = "figure"
    NIL = "nil"
    NOT_APPLICABLE = "n/a"
    BLANK = "blank"
    TEXT = "text"


@quick
@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures.

    Attributes:
        index: 0-based number among the columns of figures (the stub is not counted).
        header: header words that govern the column, top to bottom, joined by blanks.
        period: the period they name.
        unit: unit they or the caption name (ISO code, ``%``, …).
        scale: power of ten.
        measure: ``amount``, ``share`` (of a total), ``yoy``, ``qoq``, ``change`` or empty.
    """

    index: int
    header: str = ""
    period: Period | None = None
    unit: str = ""
    scale: int = 0
    measure: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row; blanks are cells too.

    ``figure`` is set for kinds ``figure``, ``nil`` and ``n/a``; ``others`` are other readings of it that a damaged
    text layer offers.
    """

    text: str
    span: Span
    column: int
    kind: CellKind
    figure: Figure | None = None
    others: tuple[Figure, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Row:
    """A line item or a section heading.

    Attributes:
        line: the line that holds the figures (or the heading).
        label: the label without note marks and markup, folded.
        label_span: where the label stands; None where the row has none.
        section: labels of the section headings above it, outermost first.
        level: depth in the stub.
        kind: the part it plays.
        cells: one cell per column of the table (blanks included); empty for a section row.
        unit: words of its cell in a column of units, as printed.
    """

    line: int
    label: str
    label_span: Span | None
    section: tuple[str, ...]
    level: int
    kind: RowKind
    cells: tuple[Cell, ...] = ()
    unit: str = ""


@dataclass(frozen=True)
class Table(Remembering):
    """A table with its caption, columns and rows.

    Attributes:
        id: ``ja1``, ``en3``: language and order of appearance.
        language: language of the side it stands on.
        line: first line (of the caption, where it has one).
        last_line: last line.
        caption: caption without the unit note, folded; several caption lines are joined by a blank.
        caption_span: where the caption stands.
        unit_note: the unit words that govern the table, as printed.
        unit_span: where they stand.
        unit: unit of cells whose column tells none.
        scale: power of ten of such cells.
        columns: the columns of figures.
        rows: rows in order of appearance.
        header_lines: lines that hold column headers.
    """

    id: str
    language: Language
    line: int
    last_line: int
    caption: str
    caption_span: Span | None
    unit_note: str
    unit_span: Span | None
    unit: str
    scale: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    header_lines: tuple[int, ...] = ()
