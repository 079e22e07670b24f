"""Rows whose figures stand one line above their labels, the first of them beside a heading.

Readers of pictures that see two lines as one give a heading the figures of the row below it; what is left of that row
are blurred copies of them and the figures of the row after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bilingual.model.repair import Damage
from bilingual.tables.ghosts import is_copy
from bilingual.tables.line import PLACED, Field, Line, LineKind
from bilingual.tables.looks import Habit, look, printed, told
from bilingual.tables.merged import figures_of

FEWEST_COPIES = 3
FIGURES = ("whole", "fraction")
ROWS = 4
"""The heading, its row, the row after it and the one that ends the shift."""


def lower_rows(body: Sequence[Line], columns: Sequence[Habit]) -> list[Line]:
    """The lines of a table with the figures beside a heading given to the rows below, where copies show the shift."""
    lines = list(body)
    for at in range(len(lines) - ROWS + 1):
        if not lines[at].stub.text.endswith(":") or not any(field.text for field in lines[at].fields[1:]):
            continue
        lowered = _lowered(lines[at : at + ROWS], columns)
        if lowered:
            lines[at : at + ROWS] = lowered
    return lines


def _lowered(rows: Sequence[Line], columns: Sequence[Habit]) -> list[Line]:
    """Heading and three rows as they were before the shift; empty where nothing shows one."""
    width = len(columns)
    if any(len(row.fields) < width or not row.stub.text for row in rows):
        return []
    head, first, second, third = rows
    cells = [[row.fields[0], *(_blank(field) for field in row.fields[1:])] for row in rows]
    copies = shifted = 0
    for index in range(1, width):
        given, own = head.fields[index], figures_of(first.fields[index])
        copied = bool(own and given.text) and is_copy(given.text, own[0].text)
        copies += copied
        if given.text:
            better = copied and look(printed(head, given)) not in FIGURES and look(own[0].text) in FIGURES
            cells[1][index] = own[0] if better else _moved(head, given, first.fields[index])
        rest = own[copied:] if given.text else []
        if not given.text:
            cells[1][index] = first.fields[index]
        below = second.fields[index] if look(second.fields[index].text) in FIGURES else None
        last = third.fields[index]
        shifted += bool(rest) and below is None
        if len(rest) > 1 or (rest and below and last.text):
            return []
        if rest:
            cells[2][index] = _moved(first, rest[0], second.fields[index])
        if below and (rest or _lone(second, index, third)):
            last = _moved(second, below, last)
        elif below:
            cells[2][index] = below
        cells[3][index] = last
    if copies < FEWEST_COPIES or not shifted:
        return []
    lines = [replace(row, fields=tuple(fields)) for row, fields in zip(rows, cells, strict=True)]
    lines[0] = replace(lines[0], kind=LineKind.LABEL)
    lines[2] = replace(lines[2], kind=LineKind.ROW)
    return [_told(row, line) for row, line in zip(rows, lines, strict=True)]


def _told(before: Line, after: Line) -> Line:
    repair = told("raised_rows", Damage.CELLS, before, before.fields, after.fields)
    return replace(after, repairs=(*after.repairs, repair)) if repair.printed != repair.repaired else after


def _lone(row: Line, index: int, below: Line) -> bool:
    """Whether a cell is the only figure of its row, and the only one that the row below lacks."""
    figures = [at for at, field in enumerate(row.fields) if at and look(field.text) in FIGURES]
    lacking = [at for at, field in enumerate(below.fields) if at and not field.text]
    return figures == [index] and lacking[:1] == [index]


def _blank(field: Field) -> Field:
    return Field(field.start, field.start, "")


def _moved(line: Line, field: Field, place: Field) -> Field:
    """A field of one line as a field of another."""
    content = line.reading(field)
    return Field(place.start, place.end, field.text, content, min(field.confidence, PLACED), field.others)
