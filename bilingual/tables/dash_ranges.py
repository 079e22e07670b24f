"""Ranges around a dash in rows whose cells stand one blank apart: 165,000 166,000 - 170,000.

The line alone cannot tell such a range from a cell that says nil between two others; in a table whose rows all have
the dash in the same places, between a lesser and a greater figure written alike, the columns do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bilingual.tables.block import ROWS, Block, width_of
from bilingual.tables.line import Field, Layout, Line

FEWEST = 4
"""Ranges in a table: by chance, four columns of nil stand between rising figures once in sixteen tables that have such columns."""
MOST_TIMES = 10
"""The greater end of a range is not above so many times the lesser."""
_END_RE = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")


def join_ranges(block: Block) -> None:
    """Make one cell of every range around a dash, in place, where the rows of a table that blanks divide all say so."""
    if block.layout is not Layout.SPACE:
        return
    places = {id(line): _dashes(line) for line in block.rows}
    told = Counter(at for at in places.values() if at)
    if len(told) != 1:
        return
    (at, rows), *_ = told.items()
    if (
        rows < 2
        or rows * len(at) < FEWEST
        or not all(_joins(line, at) for line in block.rows if places[id(line)])
    ):
        return
    block.body = [
        _joined(line, at) if line.kind in ROWS and places.get(id(line)) else line for line in block.body
    ]
    block.width = max(map(width_of, block.rows))


def _dashes(line: Line) -> tuple[int, ...]:
    """Which fields of a row are a dash with one blank on either side, where the line has no wider gaps."""
    return tuple(
        index
        for index, field in enumerate(line.fields)
        if index > 1
        and field.text == "-"
        and index + 1 < len(line.fields)
        and field.start - line.fields[index - 1].end == 1
        and line.fields[index + 1].start - field.end == 1
    )


def _joins(line: Line, dashes: Sequence[int]) -> bool:
    """Whether every dash stands between the ends of a range, and no figure ends two of them."""
    apart = all(second - first > 2 for first, second in pairwise(dashes))
    return apart and all(_is_range(line.fields[at - 1].text, line.fields[at + 1].text) for at in dashes)


def _is_range(low: str, high: str) -> bool:
    """Whether two figures are written alike and the second is the greater."""
    if _END_RE.fullmatch(low) is None or _END_RE.fullmatch(high) is None:
        return False
    one, other = low.rstrip("%"), high.rstrip("%")
    alike = one[::-1].find(".") == other[::-1].find(".")
    first, second = Decimal(one.replace(",", "")), Decimal(other.replace(",", ""))
    return alike and first < second <= first * MOST_TIMES


def _joined(line: Line, dashes: Sequence[int]) -> Line:
    fields: list[Field] = []
    at = 0
    while at < len(line.fields):
        if at + 1 in dashes:
            start, end = line.fields[at].start, line.fields[at + 2].end
            fields.append(Field(start, end, line.content.text[start:end]))
            at += 3
        else:
            fields.append(line.fields[at])
            at += 1
    return replace(line, fields=tuple(fields))
