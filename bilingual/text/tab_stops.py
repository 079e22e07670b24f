"""Blanks that stand for tabs, told by their numbers: four for every tab, or as many as lead to the next stop of eight.

Where a program replaced the tabs of a table so, its columns stand under each other no more (a label is longer than a
stop, Japanese characters count once), and a cell without a value is nothing but more blanks. In a text where every stretch of
blanks fits the habit, each is read as the tabs that it replaces; a page that was set in columns never has that habit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

from bilingual.model.document import MappedText
from bilingual.text.edits import Edit

STOP = 8
FOUR = 4
FEWEST = 12
"""Stretches of blanks that show a habit."""
ODD = 20
"""One of so many stretches may be another: the blanks behind a full stop, a line that was set."""
_RUN_RE = re.compile(r"(?<=\S) {2,}|^ {2,}(?=\S)")
_SINGLE_RE = re.compile(r"(?<=\S) (?=\S)")
_BETWEEN_RE = re.compile(r"(?<=[\d%)-]) (?=[(△▲-]?\d[\d,.]*%?\)?(?: |$)|- |-$)")
_BEFORE_RE = re.compile(r"(?<=\S) (?=(?:[(△▲-]?\d[\d,.]*%?\)?|-)(?: |$))")
"""A blank that is a tab one place before a stop: between figures, before a figure."""
_FIGURE_RE = re.compile(r"(?<=\s)(?!\(\d\))[(△▲-]?\d[\d,.]*%?\)?(?: |$)")
_WORD_RE = re.compile(r"[^\W\d_]|%")
_HEAD_RE = re.compile(
    r"JPY|USD|[¥$%]|(?:百万|千)?(?:円|米?ドル)|(?:19|20)\d\d|[A-Z][a-z]{2,8} \d{1,2}, (?:19|20)\d\d"
)
"""How heads of columns begin."""
_GAP_RE = re.compile(" {2,}")
NEAR = 3
"""Lines above and below that show how many cells a row should have."""

_Tabs = Callable[[MappedText, int, int], int]


def blanks_for_tabs(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Read blanks as the tabs that they replace, in a text whose stretches of blanks all do."""
    runs = [
        (number, match.start(), match.end())
        for number, line in enumerate(lines)
        if "  " in line.text
        for match in _RUN_RE.finditer(line.text)
    ]
    within = [run for run in runs if run[1]]
    if len(within) < FEWEST or any("\t" in line.text for line in lines):
        return
    tabs = next(
        (
            habit
            for habit in (_fours, _stops, _wide_stops)
            if sum(not habit(lines[number], start, end) for number, start, end in within) * ODD <= len(within)
            and not (habit is _fours and _parts_by_one(lines, within))
        ),
        None,
    )
    if tabs is None:
        return
    parted = {number: 0 for number, _, _ in within}
    for number, start, end in runs:
        count = tabs(lines[number], start, end)
        if count and (start or any(near in parted for near in (number - 1, number, number + 1))):
            parted[number] = parted.get(number, 0) + count
            yield Edit(number, start, end, "\t" * count)
    for number in [*parted]:
        for near in (number - 1, number + 1):
            if 0 <= near < len(lines) and any(_stop_blanks(lines[near], tabs, _BETWEEN_RE)):
                parted.setdefault(near, 0)
    if tabs is not _fours:
        yield from _at_stops(lines, parted, tabs)


def _parts_by_one(lines: Sequence[MappedText], within: Sequence[tuple[int, int, int]]) -> bool:
    """Whether rows with such stretches have single blanks between their figures as well, where tabs would stand too."""
    rows = {number for number, _, _ in within}
    singles = sum(1 for number in rows for _ in _BETWEEN_RE.finditer(lines[number].text))
    return 2 * singles > len(within)


def _at_stops(lines: Sequence[MappedText], parted: Mapping[int, int], tabs: _Tabs) -> Iterator[Edit]:
    """Single blanks that stand for tabs, in rows with fewer tabs (``parted``) than those around them."""
    width = {
        number: count + sum(1 for _ in _stop_blanks(lines[number], tabs, _BETWEEN_RE))
        for number, count in parted.items()
    }
    for number, count in parted.items():
        near = range(number - NEAR, number + NEAR + 1)
        most = max(width.get(other, 0) for other in near)
        full = [lines[other].text for other in near if count < most == width.get(other)]
        rows = [_GAP_RE.split(text.strip(), maxsplit=2) for text in full if _FIGURE_RE.search(text)]
        units = any(len(row) > 1 and _WORD_RE.match(row[1]) for row in rows)
        for at in _singles(lines[number], tabs, most - count, units=units):
            yield Edit(number, at, at + 1, "\t")


def _singles(line: MappedText, tabs: _Tabs, lacking: int, *, units: bool) -> Sequence[int]:
    """Where single blanks of a row stand for the tabs that it lacks: between figures, before one, before a unit."""
    if lacking <= 0:
        return ()
    text = line.text
    spots = list(_stop_blanks(line, tabs, _SINGLE_RE))
    between = {match.start() for match in _BETWEEN_RE.finditer(text)}
    before = {match.start() for match in _BEFORE_RE.finditer(text)}
    if not _FIGURE_RE.search(text):
        heads = [at for at in spots if _HEAD_RE.match(text, at + 1)]
        pieces = _GAP_RE.split(text.strip())
        again = [at for at in heads if _GAP_RE.split(text[at + 1 :], maxsplit=1)[0] in pieces]
        return next((found for found in (spots, heads, again) if len(found) == lacking), ())
    ranks = [[at for at in spots if at in between], [at for at in spots if at in before - between]]
    ranks.append([at for at in spots if units and at not in before | between])
    chosen: list[int] = []
    for rank in ranks:
        chosen += rank[max(0, len(rank) - (lacking - len(chosen))) :]
    return chosen


def _stop_blanks(line: MappedText, tabs: _Tabs, pattern: re.Pattern[str]) -> Iterator[int]:
    """Where single blanks of a kind end at a stop."""
    return (match.start() for match in pattern.finditer(line.text) if tabs(line, match.start(), match.end()))


def _fours(_: MappedText, start: int, end: int) -> int:
    return (end - start) // FOUR if (end - start) % FOUR == 0 else 0


def _stops(line: MappedText, start: int, end: int) -> int:
    """How many tabs lead from one place to the other, every character one place wide; none where no stop is."""
    if len(line.pieces) > 1:  # markup that is not read takes places too
        shift = _shift(line)
        places = _place(line, start) + shift, _place(line, end) + shift
        if places[1] % STOP == 0:
            start, end = places  # a row that was broken and joined has the places of its text
    return 0 if end % STOP else end // STOP - start // STOP


def _place(line: MappedText, at: int) -> int:
    """How far a character of a line stands from the first one, as printed."""
    return line.offset(at - 1) + 1 - line.offset(0) if at else 0


def _shift(line: MappedText) -> int:
    """Places that markup before the first character takes: as many as bring all stretches of blanks to stops."""
    ends = [_place(line, match.end()) for match in _RUN_RE.finditer(line.text)]
    return next((shift for shift in range(STOP) if all((end + shift) % STOP == 0 for end in ends)), 0)


def _wide_stops(line: MappedText, start: int, end: int) -> int:
    before = sum(unicodedata.east_asian_width(char) in "WF" for char in line.text[:start])
    start, end = start + before, end + before
    return 0 if end % STOP else end // STOP - start // STOP
