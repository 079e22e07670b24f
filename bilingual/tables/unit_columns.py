"""Columns of units between labels and figures, as data sheets have them.

Where blanks divide the cells, the unit of a row stands at the end of its label, set off by blanks; the head
(``単位``, ``Unit``) tells.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from bilingual.tables import patterns as p
from bilingual.tables.block import ROWS, Block
from bilingual.tables.line import Field, Layout, Line
from bilingual.tables.unit_cells import take_halves
from bilingual.tables.units import is_known_unit

_GAP_RE = re.compile(r"(.*\S)\s{2,}(\S+(?: \S+){0,3})")
_TENS_RE = re.compile(
    r"(?:¥|JPY ?)?10{0,3} (?:thousand|million|billion)s?(?: (?:yen|dollars|shares|persons|t|units))?"
)
"""億円 in English."""
_TIGHT_RE = re.compile(
    r"(.*?\S) ((?:(?:[Tt]housand|[Mm]illion|[Bb]illion)s? (?:of )?)\S+|\S+/(?:thousand |million |billion )?\S+(?: yen| dollars)?|\S+)"
)
_UNIT_LOOK_RE = re.compile(
    r"[kMGTmµ]?(?:[tgLlWJm]|Wh|CO2e?)[23²³]?|[^\W\d_]{1,4}(?:-CO2e?|[23²³])|[^\d\s/]+/\S+|%|°C"
)
"""A unit of measure by its look: a symbol, one with an exponent, a quotient."""
_SCALED_RE = re.compile(
    r"(?:[Tt]housand|[Mm]illion|[Bb]illion)s? (?:of )?[a-z]+(?: dollars)?|[千万百十億]+[円株]"
)
"""A unit with its scale in words: Billions of yen, 億円."""
_COUNTER_LOOK_RE = re.compile(r"[千万百億]{0,2}[一-龠々ァ-ヶー]{1,3}|(?<=[a-z)] )[A-Z][a-z]+s")
"""What is counted, by its look: behind a label among units it begins anew, 光回線契約数 千件, Base stations Stations."""
LONGEST_UNIT = 32


def take_units(block: Block) -> dict[int, str]:
    """Take the units of rows out of their labels where a head says that they have a column.

    Returns:
        Unit words by line number; the lines of the block and its head lose them.
    """
    heads = [index for index, line in enumerate(block.head.headers) if _names_units(line)]
    if not heads or block.layout is not Layout.SPACE:
        return {}
    units: dict[int, str] = {}
    places: list[Field] = []
    for at, line in enumerate(block.body):
        parts = _parted(line) if line.kind in ROWS else None
        if parts is not None:
            stub, unit = parts
            units[line.number] = unit.text
            places.append(unit)
            block.body[at] = replace(line, fields=(stub, *line.cells))
    if not places:
        units, places = _tight_units(block)
    if not places:
        return {}
    known = "|".join(re.escape(unit) for unit in sorted(set(units.values()), key=len, reverse=True))
    tight = re.compile(rf"(.*\S) ({known}|\S+/\S+(?: (?:yen|dollars))?)")
    for at, line in enumerate(block.body):
        match = tight.fullmatch(line.stub.text) if line.kind in ROWS and line.number not in units else None
        if match is not None:
            units[line.number] = match[2]
            stub = Field(line.stub.start, line.stub.start + match.end(1), match[1])
            block.body[at] = replace(line, fields=(stub, *line.cells))
    first, last = min(place.start for place in places), max(place.end for place in places)
    halves = take_halves(block.body, units)
    block.rules.extend(line for line in block.body if line.number in halves)
    block.body = [line for line in block.body if line.number not in halves]
    for at, line in enumerate(block.body):
        if line.kind in ROWS and line.number not in units and _is_nil_unit(line, first, last):
            units[line.number] = line.cells[0].text
            block.body[at] = replace(line, fields=(line.stub, *line.cells[1:]))
    for at in heads:
        line = block.head.headers[at]
        kept = [field for field in line.cells if not p.UNIT_HEAD_RE.fullmatch(field.text)]
        stub = Field(0, 0, "") if p.UNIT_HEAD_RE.fullmatch(line.stub.text) else line.stub
        block.head.headers[at] = replace(line, fields=(stub, *kept))
    block.width = max((len(line.cells) for line in block.rows), default=block.width)
    return units


def _tight_units(block: Block) -> tuple[dict[int, str], list[Field]]:
    """Take units that a single blank sets off, where most labels end with words that are units, or all with words that look so."""
    found: list[tuple[int, Line, re.Match[str]]] = []
    others: list[tuple[int, Line, re.Match[str]]] = []
    rows = [(at, line) for at, line in enumerate(block.body) if line.kind in ROWS]
    last = Counter(line.stub.text.rpartition(" ")[2] for _, line in rows)
    for at, line in rows:
        match = _TIGHT_RE.fullmatch(line.stub.text)
        if match is None or p.LABEL_MARK_RE.fullmatch(match[2]):
            continue
        word = match[2].split()[-1]
        known = looks_like_unit(match[2]) or last[word] > 1
        (found if known else others).append((at, line, match))
    counted = [
        (at, line, match)
        for at, line, match in others
        if _COUNTER_LOOK_RE.fullmatch(line.stub.text, match.start(2))
    ]
    if 2 * len(found) <= len(rows) and not (found and len(found) + len(counted) == len(rows)):
        return {}, []
    found += counted
    units: dict[int, str] = {}
    places: list[Field] = []
    for at, line, match in found:
        start = line.stub.start
        units[line.number] = match[2]
        places.append(Field(start + match.start(2), start + match.end(2), match[2]))
        stub = Field(start, start + match.end(1), match[1])
        block.body[at] = replace(line, fields=(stub, *line.cells))
    return units, places


def looks_like_unit(words: str) -> bool:
    """Whether words are a known unit, or end with a unit of measure by its look."""
    scaled = _SCALED_RE.fullmatch(words) is not None
    return scaled or is_known_unit(words) or _UNIT_LOOK_RE.fullmatch(words.split()[-1]) is not None


def _names_units(line: Line) -> bool:
    """Whether one of the first two words of a header line heads units."""
    return line.layout is Layout.SPACE and any(
        p.UNIT_HEAD_RE.fullmatch(field.text) for field in line.fields[:2]
    )


def _parted(line: Line) -> tuple[Field, Field] | None:
    """A label and the unit that blanks set off from it."""
    match = _GAP_RE.fullmatch(line.stub.text)
    if match is None or len(match[2]) > LONGEST_UNIT or p.LABEL_MARK_RE.fullmatch(match[2]):
        return None
    start = line.stub.start
    return Field(start, start + match.end(1), match[1]), Field(
        start + match.start(2), line.stub.end, match[2]
    )


def _is_nil_unit(line: Line, first: int, last: int) -> bool:
    """Whether the first cell is a dash or a unit with a figure: it stands where the units of other rows stand."""
    cell = line.cells[0]
    alike = p.NIL_RE.fullmatch(cell.text) or _TENS_RE.fullmatch(cell.text)
    return alike is not None and first < cell.end <= last + 1
