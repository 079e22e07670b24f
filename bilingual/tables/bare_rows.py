"""Rows among blanks that only their neighbours tell: two bare numbers, one figure, a range, behind a short label.

``Interest income 29 38`` alone may be running text; between rows of two cells it is a row of two cells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bilingual.tables import patterns as p
from bilingual.tables.line import Field, Layout, Line, LineKind
from bilingual.tables.spaced import bare_tail

LONGEST_STUB = 70
LONGEST_RANGE_STUB = 30
NEAR = 4
"""Lines within which the nearest row stands."""
MANY = 3
"""Fields of a row whose figures end no sentence, if there are more."""
RUN = 4
"""Lines below each other that end with one figure each before they are rows without rows around them."""
FEWEST = 2
"""Ranges below each other that are rows by themselves."""
MOST_HALVES = 4
"""Lines that the label of a row takes in a narrow column."""
_FORMATTED_RE = re.compile(rf"{p.FORMATTED_RE.pattern}|^[+-]\d")
"""A figure that counts no pages: one with a sign too."""
MARK_RE = re.compile(r"\(\d\)")
_OPEN = frozenset([LineKind.LABEL, LineKind.FURNITURE])
"""A row that two statements of a document share looks like a running title."""
_CANDIDATES = frozenset([*_OPEN, LineKind.PROSE])
"""A long label in small letters looks like a sentence."""
_SKIPPED = frozenset([LineKind.BLANK, LineKind.RULE, *_OPEN])


def mark_bare_rows(lines: list[Line]) -> None:
    """Make rows of the labels that end with as many cells as the rows around them, and of lists of ranges."""
    found = {
        index: fields
        for index, line in enumerate(lines)
        if line.kind in _CANDIDATES and line.layout is Layout.SPACE and (fields := _candidate(line))
    }
    for index, fields in found.items():
        if _among_rows(lines, index, fields, found):
            kind = LineKind.ROW if len(fields) > 2 else LineKind.WEAK
            lines[index] = replace(lines[index], kind=kind, fields=fields)
    _mark_ranges(lines, found)
    _mark_runs(lines, found)
    _mark_below_labels(lines)
    _mark_between_halves(lines)
    _mark_long_labels(lines)


def _mark_long_labels(lines: list[Line]) -> None:
    """Make labels of the lines between two rows that are the label of the second: it has figures alone, as many."""
    for index in range(2, len(lines)):
        line = lines[index]
        if line.kind is not LineKind.ROW or line.stub.text or line.layout is not Layout.SPACE:
            continue
        first = index
        while first > max(1, index - MOST_HALVES) and lines[first - 1].kind in _CANDIDATES:
            first -= 1
        row, halves = lines[first - 1], lines[first:index]
        if (
            halves
            and any(half.kind is LineKind.PROSE for half in halves)
            and row.kind is LineKind.ROW
            and row.layout is Layout.SPACE
            and min(len(line.fields), len(row.fields)) > 2
            and all(half.text[:1].islower() or half.text[:1].isdigit() for half in halves[1:])
            and not any(p.FULL_STOP_RE.search(half.text) for half in halves)
        ):
            lines[first:index] = [replace(half, kind=LineKind.LABEL) for half in halves]


def _mark_below_labels(lines: list[Line]) -> None:
    """Make rows of bare numbers below a label on two lines, as many as the row above the label has: ``95 117``."""
    for index in range(3, len(lines)):
        line = lines[index]
        if line.kind is not LineKind.LABEL or not line.text[:1].isdigit() or " " not in line.text:
            continue
        fields = bare_tail(line.content.text)
        second, first, row = lines[index - 1], lines[index - 2], lines[index - 3]
        halves = second.kind is LineKind.LABEL and first.kind in _CANDIDATES and second.text[:1].islower()
        if (
            fields is not None
            and not fields[0].text
            and halves
            and row.kind is LineKind.ROW
            and row.layout is Layout.SPACE
            and len(fields) == len(row.fields) > 2
            and not any(p.FULL_STOP_RE.search(half.text) for half in (first, second))
        ):
            lines[index - 2] = replace(first, kind=LineKind.LABEL)
            lines[index] = replace(line, kind=LineKind.ROW, fields=fields)


def _mark_between_halves(lines: list[Line]) -> None:
    """Make rows of bare numbers that stand between the halves of their label, below the cells of the nearest row: ``191 208``.

    Without commas they look like a head of years or columns; a head has no words in small letters below it.
    """
    for index in range(2, len(lines) - 1):
        line = lines[index]
        if line.kind is not LineKind.HEADER or line.stub.text or line.layout is not Layout.SPACE:
            continue
        first, second = lines[index - 1], lines[index + 1]
        row = _nearest(lines, index - 1, -1, NEAR) if _are_halves(first, second) else None
        if (
            row is not None
            and len(row.cells) == len(line.cells) > 1
            and all(cell.text.isdigit() and not p.BARE_YEAR_RE.fullmatch(cell.text) for cell in line.cells)
            and all(
                abs(below.end - above.end) <= 1 for above, below in zip(row.cells, line.cells, strict=True)
            )
        ):
            lines[index - 1] = replace(first, kind=LineKind.LABEL)
            lines[index] = replace(line, kind=LineKind.ROW)


def _are_halves(first: Line, second: Line) -> bool:
    """Whether two lines are the halves of one label: the second goes on in small letters where the first begins."""
    return (
        first.kind in _CANDIDATES
        and second.kind in _CANDIDATES
        and first.indent == second.indent
        and first.text[:1].isupper()
        and second.text[:1].islower()
        and not any(p.FULL_STOP_RE.search(half.text) for half in (first, second))
    )


def _candidate(line: Line) -> tuple[Field, ...] | None:
    fields = bare_tail(line.content.text) if line.text[-1:] in "0123456789-)%円" else None
    if fields is None or not fields[0].text or len(fields[0].text) > LONGEST_STUB:
        return None
    if p.FULL_STOP_RE.search(fields[0].text) or p.BULLET_RE.match(line.text):
        return None
    return fields


def _among_rows(
    lines: Sequence[Line], index: int, fields: Sequence[Field], found: Mapping[int, Sequence[Field]]
) -> bool:
    """Whether the rows above and below have as many cells; of one figure, whether it stands between rows, at most a blank line away."""
    single = len(fields) == 2
    around = [_nearest(lines, index, step, 2 if single else NEAR) for step in (-1, 1)]
    if single:
        formatted = p.FORMATTED_RE.search(fields[1].text) is not None
        if MARK_RE.fullmatch(fields[1].text) and around[1] is not None and not around[1].stub.text:
            return False  # the mark of a note ends a label, whose figures stand on the line below
        return formatted and all(row is not None for row in around)
    widths = [len(row.cells) for row in around if row is not None]
    if lines[index].kind is LineKind.PROSE and (around[0] is None or around[0] is not lines[index - 1]):
        # Set apart by blank lines, three figures as above end no sentence; two need rows on both sides.
        below = _next_solid(lines, index, 1)
        if around[0] is not None and around[1] is None and below in found:
            widths.append(len(found[below]) - 1)
        return widths.count(len(fields) - 1) >= (1 if len(fields) > MANY else 2)
    return len(fields) - 1 in widths and all(width >= len(fields) - 1 for width in widths)


def _nearest(lines: Sequence[Line], index: int, step: int, most: int) -> Line | None:
    """The nearest row that blanks divide, above or below, with nothing but labels between."""
    for at in range(index + step, index + step * (most + 1), step):
        if not 0 <= at < len(lines):
            return None
        line = lines[at]
        if line.kind is LineKind.ROW and line.layout is Layout.SPACE:
            return line
        if line.kind not in _SKIPPED:
            return None
    return None


def _mark_ranges(lines: list[Line], found: dict[int, tuple[Field, ...]]) -> None:
    """Make rows of lines below each other that end with a range each; a page may end between them."""
    ranges = {
        index
        for index, fields in found.items()
        if len(fields) == 2
        and " " in fields[1].text
        and len(fields[0].text) <= LONGEST_RANGE_STUB
        and lines[index].kind is not LineKind.PROSE
    }
    for index in sorted(ranges):
        if any(_next_solid(lines, index, step) in ranges for step in (-1, 1)):
            lines[index] = replace(lines[index], kind=LineKind.ROW, fields=found[index])


def _mark_runs(lines: list[Line], found: Mapping[int, tuple[Field, ...]]) -> None:
    """Make rows of lines right below each other that end with one figure each, most of them written as amounts are.

    What counts pages or chapters is written without commas, signs and decimals, and has no unit above it.
    """
    single = [
        index for index in sorted(found) if len(found[index]) == 2 and lines[index].kind is LineKind.LABEL
    ]
    runs: list[list[int]] = []
    for index in single:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    for run in runs:
        formatted = sum(_FORMATTED_RE.search(found[index][1].text) is not None for index in run)
        head = _head_below_unit(lines, run[0])
        told = head is not None or lines[max(0, run[0] - 1)].kind is LineKind.UNIT
        if len(run) >= RUN and (told or 2 * formatted > len(run)):
            for index in run:
                lines[index] = replace(lines[index], kind=LineKind.ROW, fields=found[index])
            if head is not None and lines[head].kind is LineKind.PROSE:
                lines[head] = replace(lines[head], kind=LineKind.LABEL)


def _head_below_unit(lines: Sequence[Line], first: int) -> int | None:
    """The line between a line that says in which unit amounts are and the run of rows that begins at ``first``, if there is one.

    It is a head of the rows: nothing else stands between a unit and its figures. ``(Billions of yen)``, ``Factors Amount``.
    """
    at = first - 1
    if at < 1 or lines[at - 1].kind is not LineKind.UNIT or lines[at].kind not in _CANDIDATES:
        return None
    head = lines[at]
    short = len(head.text) <= LONGEST_STUB and not p.FULL_STOP_RE.search(head.text)
    return at if short and head.layout is Layout.SPACE else None


def _next_solid(lines: Sequence[Line], index: int, step: int) -> int:
    """The nearest line above or below that is neither blank nor page furniture."""
    for at in range(index + step, index + step * (NEAR + 1), step):
        if 0 <= at < len(lines) and lines[at].kind not in (LineKind.BLANK, LineKind.FURNITURE):
            return at
    return index
