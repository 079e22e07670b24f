"""Heads of columns that begin over the labels: the blank cell before the first of them is gone.

A row of units or of periods, as many as the rows below have figures, heads the figures; the table would have a column
without a head otherwise, and amounts would be per cents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bilingual.model.repair import Damage
from bilingual.tables import patterns as p
from bilingual.tables.delimited import is_cell
from bilingual.tables.line import Field, Layout, Line
from bilingual.tables.looks import put, told
from bilingual.tables.units import is_known_unit

_PERIOD_RE = re.compile(rf"{p.PERIOD_WORD}|{p.TERM}")
FEWEST = 2
"""Columns of a table whose heads tell that they moved."""


def lead_heads(headers: Sequence[Line], rows: Sequence[Line]) -> list[Line]:
    """Header rows, each behind a blank field where one of them shows that theirs is gone."""
    divided = [line for line in headers if line.layout is not Layout.SPACE]
    if not divided or not rows or any(line.layout is Layout.SPACE for line in rows):
        return list(headers)
    width = Counter(len(row.fields) for row in rows).most_common(1)[0][0] - 1
    full = [row for row in rows if len(row.fields) == width + 1]
    named = [row for row in full if row.stub.text]  # a row that a scan printed twice has no label
    labelled = 2 * len(named) > len(full) and not any(is_cell(row.stub.text) for row in named)
    begun = all(line.stub.text and len(line.fields) <= width for line in divided)
    if width < FEWEST or not labelled or not begun or not any(_heads_all(line, width) for line in divided):
        return list(headers)
    return [_led(line) if line.layout is not Layout.SPACE else line for line in headers]


def _heads_all(line: Line, width: int) -> bool:
    """Whether a row heads so many columns with nothing but units, or with nothing but periods."""
    cells = [field.text for field in line.fields]
    if len(cells) != width or not all(cells):
        return False
    return all(map(_is_unit, cells)) or all(map(_is_period, cells))


def _is_unit(text: str) -> bool:
    return is_known_unit(text) or text.replace(" ", "") == "円銭"


def _is_period(text: str) -> bool:
    return _PERIOD_RE.match(text) is not None


def _led(line: Line) -> Line:
    first = line.fields[0]
    fields = (Field(first.start, first.start, ""), *line.fields)
    return put(line, fields, told("unled_heads", Damage.CELLS, line, line.fields, fields))
