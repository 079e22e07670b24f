"""Lines set apart by empty ones: rows of a table that stand one, two or three blank lines from each other.

A page whose rows are high, as word processors set them, has blank lines between all rows of a table and between its
heads. They part nothing; what a row is, is told by the lines that stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bilingual.tables.line import Field, Layout, Line, LineKind
from bilingual.tables.patterns import FORMATTED_RE, FULL_STOP_RE
from bilingual.tables.spaced import bare_tail

FEWEST = 4
"""Rows at equal distances that tell how far the rows of a document stand apart."""
WIDEST = 4
MOST_HEADS = 3
"""Groups of lines above the first row that its heads may make: heads, units, a note of units."""
LONGEST_GROUP = 9
LONGEST_HEADING = 60
_HALF_RE = re.compile(r"\s{0,12}\S+(?: \S+){0,9}")
_ROWS = frozenset([LineKind.ROW, LineKind.WEAK])
_WORDS = frozenset([LineKind.LABEL, LineKind.PERIOD])
_HEADS = frozenset([LineKind.HEADER, LineKind.LABEL, LineKind.UNIT, LineKind.PERIOD, LineKind.CAPTION])


@dataclass
class _Group:
    """Lines without a blank line between them: ``lines[start:end]``, after ``gap`` blank lines."""

    start: int
    end: int
    gap: int
    kinds: tuple[LineKind, ...]

    @property
    def row(self) -> bool:
        """One row of figures, with nothing but the parts of its label around it."""
        figures = sum(kind in _ROWS for kind in self.kinds)
        return figures == 1 and len(self.kinds) <= 3 and all(k in _ROWS or k in _WORDS for k in self.kinds)

    @property
    def heading(self) -> bool:
        """Words alone, as a heading of rows is."""
        return len(self.kinds) <= 2 and all(kind in _WORDS for kind in self.kinds)

    @property
    def head(self) -> bool:
        """Lines that may stand over columns."""
        return len(self.kinds) <= LONGEST_GROUP and all(kind in _HEADS for kind in self.kinds)


def close_up(lines: Sequence[Line]) -> list[Line]:
    """The lines without the blank ones that part the rows and heads of a table evenly."""
    groups = list(_groups(lines))
    runs = list(_runs(groups))
    pitches = {groups[run[1]].gap for run in runs if sum(groups[at].row for at in run) >= FEWEST}
    if not pitches:
        return list(lines)
    dropped: set[int] = set()
    for run in runs:
        gap = groups[run[-1]].gap
        if gap not in pitches:
            continue
        for at in (*_above(groups, run[0], gap), *run[1:]):
            dropped.update(range(groups[at].start - gap, groups[at].start))
    return [line for index, line in enumerate(lines) if index not in dropped]


def torn_rows(lines: Sequence[Line]) -> dict[int, Line]:
    """The lines of rows whose figures stand between the two halves of their label, by number, as they are to be read.

    Blank lines set such a row apart from the others: ``Fiscal year ended``, the figures, ``December 31, 2024``.
    """
    found: dict[int, Line] = {}
    for group in _groups(lines):
        if group.end - group.start != 3:
            continue
        above, row, below = lines[group.start : group.end]
        figures = _figures(row)
        if figures is not None and all(_is_half(line, figures.cells[0].start) for line in (above, below)):
            found |= {line.number: line for line in (_as_label(above), figures, _as_label(below))}
    return found


def _figures(line: Line) -> Line | None:
    """A line as a row of figures without a label; None where it is none."""
    if line.layout is not Layout.SPACE or line.kind is LineKind.BLANK:
        return None
    if line.kind in _ROWS:
        return line if not line.stub.text else None
    fields = bare_tail(line.content.text)
    if fields is None or fields[0].text or not any(FORMATTED_RE.search(field.text) for field in fields[1:]):
        return None
    return replace(line, kind=LineKind.WEAK if len(fields) == 2 else LineKind.ROW, fields=fields)


def _is_half(line: Line, first: int) -> bool:
    text = line.content.text.rstrip()
    return line.kind not in _ROWS and len(text) <= first and _HALF_RE.fullmatch(text) is not None


def _as_label(line: Line) -> Line:
    text = line.content.text
    start = len(text) - len(text.lstrip())
    return replace(line, kind=LineKind.LABEL, fields=(Field(start, start + len(line.text), line.text),))


def _groups(lines: Sequence[Line]) -> Iterator[_Group]:
    start, gap = 0, 0
    for index in range(len(lines) + 1):
        ends = index == len(lines) or lines[index].kind is LineKind.BLANK
        parted = not ends and index > start and lines[index].printed.startswith("\f")
        if (ends or parted) and index > start:
            yield _Group(start, index, gap, tuple(map(_kind, lines[start:index])))
            gap, start = 0, index
        if ends:
            gap, start = gap + 1, index + 1


def _kind(line: Line) -> LineKind:
    """The kind of a line; a few words without a full stop may head rows, though they look like running text."""
    if line.kind is not LineKind.PROSE:
        return line.kind
    short = len(line.text) <= LONGEST_HEADING and FULL_STOP_RE.search(line.text) is None
    return LineKind.LABEL if short else LineKind.PROSE


def _runs(groups: Sequence[_Group]) -> Iterator[list[int]]:
    """Rows, and headings between them, that stand equally far apart."""
    run: list[int] = []
    for at, group in enumerate(groups):
        fits = group.row or group.heading
        if run and fits and 0 < group.gap <= WIDEST and (len(run) == 1 or group.gap == groups[run[1]].gap):
            run.append(at)
            continue
        yield from _ending_in_row(groups, run)
        run = [at] if fits else []
    yield from _ending_in_row(groups, run)


def _ending_in_row(groups: Sequence[_Group], run: list[int]) -> Iterator[list[int]]:
    while run and not groups[run[-1]].row:
        run.pop()
    if run:
        yield run


def _above(groups: Sequence[_Group], first: int, gap: int) -> list[int]:
    """The groups from the first row upwards below which blank lines part nothing."""
    found: list[int] = []
    at = first
    while at > 0 and len(found) < MOST_HEADS and groups[at].gap == gap and groups[at - 1].head:
        found.append(at)
        at -= 1
    return found
