"""Units of columns told by what their cells look like, where a row of units does not stand over the columns.

Heads such as ``Millions of yen`` are set on two lines in narrow columns, and a page laid out in blanks shifts such
lines against each other. Which units there are, and how many of each, can still be read; that a column of per cents
prints one digit behind the point, and one of yen per share two, says where they belong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bilingual.tables.grid import Grid
from bilingual.tables.lines import Layout, Line

Unit = tuple[str, int]

_SCALED: dict[str, Unit] = {
    "thousand": ("JPY", 3),
    "million": ("JPY", 6),
    "billion": ("JPY", 9),
    "千円": ("JPY", 3),
    "百万円": ("JPY", 6),
    "億円": ("JPY", 8),
}
_WORD_RE = re.compile(
    r"(?P<scale>thousand|million|billion)s?\b|(?P<filler>\bof\b)|(?P<yen>\byen\b)"
    r"|(?P<scaled>(?:千|百万|億)円)|(?P<bare>円(?: ?銭)?)|(?P<rate>%)",
    re.IGNORECASE,
)
_UNITS_RE = re.compile(rf"(?:{_WORD_RE.pattern.replace('?P<', '?P<x_')}|\s)+", re.IGNORECASE)
_TAIL_RE = re.compile(rf"(?:(?<=\s)|^){_UNITS_RE.pattern.replace('x_', 'y_')}$", re.IGNORECASE)
_ONE_RE = re.compile(r"\d\.\d(?!\d)")
_TWO_RE = re.compile(r"\d\.\d{2}(?!\d)")


def told_by_looks(grid: Grid, headers: Sequence[Line]) -> list[Unit | None]:
    """The unit of every column; empty where the units that the head names and the cells do not match in number."""
    counts = _named(headers)
    scales = [unit for unit in counts if unit in _SCALED.values()]
    if len(scales) != 1 or not counts["%", 0]:
        return []
    looks = [_look(grid, column) for column in range(grid.width)]
    whole, rates, fine = looks.count("whole"), looks.count("one"), looks.count("two")
    open_ = looks.count("")
    if (whole, rates) != (counts[scales[0]], counts["%", 0]) or fine + open_ != counts["JPY", 0]:
        return []
    units: dict[str, Unit] = {"whole": scales[0], "one": ("%", 0), "two": ("JPY", 0), "": ("JPY", 0)}
    return [units[look] for look in looks]


def _named(headers: Sequence[Line]) -> Counter[Unit]:
    """How often the head names each unit; a scale and its currency may stand on two lines."""
    counts: Counter[Unit] = Counter()
    yen = scaled = 0
    for line in headers:
        if line.layout is not Layout.SPACE:
            return Counter()
        for run in _runs(line):
            for match in _WORD_RE.finditer(run):
                if match["rate"]:
                    counts["%", 0] += 1
                elif match["yen"]:
                    yen += 1
                elif match["bare"]:
                    counts["JPY", 0] += 1
                elif match["scale"] or match["scaled"]:
                    counts[_SCALED[(match["scale"] or match["scaled"]).lower()]] += 1
                    scaled += bool(match["scale"])
    counts["JPY", 0] += max(yen - scaled, 0)
    return +counts


def _runs(line: Line) -> list[str]:
    """Parts of a head that hold nothing but units: its words, or all behind those of the stub."""
    cells = [field.text for field in line.cells if _UNITS_RE.fullmatch(field.text)]
    if len(cells) == len(line.cells):
        cells = []
        tail = _TAIL_RE.search(line.content.text)
        if tail is not None:
            return [tail[0]]
    return cells


def _look(grid: Grid, column: int) -> str:
    """What the cells of a column look like: whole amounts, one or two digits behind the point, nothing."""
    looks: Counter[str] = Counter()
    for row in grid.rows:
        cell = row.cells[column] if column < len(row.cells) and not row.doubtful else None
        if cell is None or not any(char.isdigit() for char in cell.text):
            continue
        two, one = _TWO_RE.search(cell.text), _ONE_RE.search(cell.text)
        looks["two" if two else "one" if one else "whole"] += 1
    return next(iter(looks)) if len(looks) == 1 else ("mixed" if looks else "")
