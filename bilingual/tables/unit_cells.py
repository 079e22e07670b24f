"""Cells of a column of units that break over two lines: ``thousand`` above the figures of their row, ``units`` below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bilingual.tables.line import Field, Layout, Line, LineKind

NEAR = 3
"""Lines within which a row with its unit stands above or below."""
_WORD_RE = re.compile(r"(?:[a-z]+|[千百十万億]*[一-龠々ァ-ヶー]{1,4})")
_LAST_PART_RE = re.compile(r"(.*\S)\s{2,}\S+(?: \S+){0,3}")
_SCALE_RE = re.compile(r"thousand|million|billion|[千百十万億]+")
"""The upper line of a unit whose lower line stands in the row: thousand above units."""
_LONE = frozenset([LineKind.HEADER, LineKind.LABEL, LineKind.UNIT, LineKind.PROSE])


def mark_unit_words(lines: list[Line]) -> None:
    """Make labels of the lines that hold nothing but half a unit, above and below the row that it belongs to."""
    for at in range(1, len(lines) - 1):
        row = lines[at]
        if row.kind is not LineKind.ROW or row.layout is not Layout.SPACE or not row.stub.text:
            continue
        halves = [beside for beside in (at - 1, at + 1) if _is_half(lines[beside], row)]
        if halves and any(_has_unit(lines[other], lines[halves[0]]) for other in _near(lines, at)):
            for beside in halves:
                word = _word(lines[beside])
                lines[beside] = replace(lines[beside], kind=LineKind.LABEL, fields=(word,))


def _near(lines: Sequence[Line], at: int) -> list[int]:
    return [
        other for other in range(max(0, at - NEAR), min(len(lines), at + NEAR + 1)) if abs(other - at) > 1
    ]


def _word(line: Line) -> Field:
    """What stands in a line of one field."""
    start = len(line.content.text) - len(line.content.text.lstrip())
    return Field(start, start + len(line.text), line.text)


def _is_half(line: Line, row: Line) -> bool:
    """Whether a line holds one word, between the label and the first cell of a row."""
    if line.kind not in _LONE or line.layout is not Layout.SPACE or not _WORD_RE.fullmatch(line.text):
        return False
    word = _word(line)
    end = row.stub.end
    own = _LAST_PART_RE.fullmatch(row.stub.text) if _SCALE_RE.fullmatch(line.text) else None
    if own is not None:
        end = row.stub.start + own.end(1)  # the rest of the unit stands beside the label
    return end < word.start and word.end < row.cells[0].start


def _has_unit(line: Line, half: Line) -> bool:
    """Whether a row has a unit behind its label, and the word of another line would stand between label and figures there too."""
    match = _LAST_PART_RE.fullmatch(line.stub.text) if line.kind is LineKind.ROW else None
    if match is None:
        return False
    word = _word(half)
    return line.stub.start + match.end(1) < word.start and word.end < line.cells[0].start


def take_halves(body: Sequence[Line], units: dict[int, str]) -> frozenset[int]:
    """The lines of a table that hold halves of units, by their numbers: the rows that they stand around get them.

    Args:
        body: the lines of the table.
        units: units of rows by line number; those found are added.
    """
    taken: set[int] = set()
    for at, row in enumerate(body):
        if row.kind is not LineKind.ROW:
            continue
        if row.number in units:
            above = body[at - 1] if at else row
            if _SCALE_RE.fullmatch(above.text) and above.number == row.number - 1 and _is_half(above, row):
                units[row.number] = f"{above.text} {units[row.number]}"
                taken.add(above.number)
            continue
        halves = [
            beside
            for beside in (*body[max(0, at - 1) : at], *body[at + 1 : at + 2])
            if beside.kind is LineKind.LABEL
            and abs(beside.number - row.number) == 1
            and _is_half(beside, row)
        ]
        if halves:
            units[row.number] = " ".join(beside.text for beside in halves)
            taken.update(beside.number for beside in halves)
    return frozenset(taken)
