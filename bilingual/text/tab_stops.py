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
_RUN_RE = re.compile(r"(?<=\S) {2,}|^ {2,}(?=\S)")
_SINGLE_RE = re.compile(r"(?<=\S) (?=\S)")
_BETWEEN_RE = re.compile(r"(?<=[\d%)-]) (?=[(△▲-]?\d[\d,.]*%?\)?(?: |$)|- |-$)")
_BEFORE_RE = re.compile(r"(?<=\S) (?=(?:[(△▲-]?\d[\d,.]*%?\)?|-)(?: |$))")
"""A blank that is a tab one place before a stop: between figures, before a figure."""
_FIGURE_RE = re.compile(r"(?<=\s)(?!\(\d\))[(△▲-]?\d[\d,.]*%?\)?(?: |$)")
_WORD_RE = re.compile(r"[^\W\d_]|%")
_GAP_RE = re.compile(" {2,}")
NEAR = 3
"""Lines above and below that show how many cells a row should have."""

_Tabs = Callable[[str, int, int], int]


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
            if all(habit(lines[number].text, start, end) for number, start, end in within)
        ),
        None,
    )
    if tabs is None:
        return
    parted = {number: 0 for number, _, _ in within}
    for number, start, end in runs:
        count = tabs(lines[number].text, start, end)
        if count and (start or any(near in parted for near in (number - 1, number, number + 1))):
            parted[number] = parted.get(number, 0) + count
            yield Edit(number, start, end, "\t" * count)
    if tabs is not _fours:
        yield from _at_stops(lines, parted, tabs)


def _at_stops(lines: Sequence[MappedText], parted: Mapping[int, int], tabs: _Tabs) -> Iterator[Edit]:
    """Single blanks that stand for tabs, in rows with fewer tabs (``parted``) than those around them."""
    width = {
        number: count + sum(1 for _ in _stop_blanks(lines[number].text, tabs, _BETWEEN_RE))
        for number, count in parted.items()
    }
    for number, count in parted.items():
        near = range(number - NEAR, number + NEAR + 1)
        most = max(width.get(other, 0) for other in near)
        full = [lines[other].text for other in near if count < most == width.get(other)]
        rows = [_GAP_RE.split(text.strip(), maxsplit=2) for text in full if _FIGURE_RE.search(text)]
        units = any(len(row) > 1 and _WORD_RE.match(row[1]) for row in rows)
        for at in _singles(lines[number].text, tabs, most - count, units=units):
            yield Edit(number, at, at + 1, "\t")


def _singles(text: str, tabs: _Tabs, lacking: int, *, units: bool) -> Sequence[int]:
    """Where single blanks of a row stand for the tabs that it lacks: between figures, before one, before a unit."""
    if lacking <= 0:
        return ()
    spots = list(_stop_blanks(text, tabs, _SINGLE_RE))
    between = {match.start() for match in _BETWEEN_RE.finditer(text)}
    before = {match.start() for match in _BEFORE_RE.finditer(text)}
    if not _FIGURE_RE.search(text):
        return spots if len(spots) == lacking else ()
    ranks = [[at for at in spots if at in between], [at for at in spots if at in before - between]]
    ranks.append([at for at in spots if units and at not in before | between])
    chosen: list[int] = []
    for rank in ranks:
        chosen += rank[max(0, len(rank) - (lacking - len(chosen))) :]
    return chosen


def _stop_blanks(text: str, tabs: _Tabs, pattern: re.Pattern[str]) -> Iterator[int]:
    """Where single blanks of a kind end at a stop."""
    return (match.start() for match in pattern.finditer(text) if tabs(text, match.start(), match.end()))


def _fours(_: str, start: int, end: int) -> int:
    return (end - start) // FOUR if (end - start) % FOUR == 0 else 0


def _stops(text: str, start: int, end: int) -> int:
    """How many tabs lead from one place to the other, every character one place wide; none where no stop is."""
    return 0 if end % STOP else end // STOP - start // STOP


def _wide_stops(text: str, start: int, end: int) -> int:
    before = sum(unicodedata.east_asian_width(char) in "WF" for char in text[:start])
    return _stops(text, start + before, end + before)
