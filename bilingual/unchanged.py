"""What of a side is as it was when the same file was read before, so that what is known of it need not be found again.

A file is checked again after a correction. Its reading is new, but nearly all tables and sentences equal those of the
reading before: the side gets those instead of its own, with all that they know (`Remembering`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from bilingual.model.alignment import Side, running_text
from bilingual.model.document import Language
from bilingual.sides import REMEMBERED

Part = TypeVar("Part")


def with_known_parts(side: Side) -> Side:
    """A side whose tables and segments are those of the reading before, where they are equal: text, values and place.

    If that is all the running text, what was made of it is known; if it is all, and the lines are the same, the side knows
    what the one before knew.
    """
    return _recalled(side) if len(side.document.text) <= REMEMBERED else side


@lru_cache(maxsize=8)
def _recalled(side: Side) -> Side:
    before = _lately(side.document.path, side.language)
    if before:
        side = _joined(side, before[0])
    before[:] = [side]
    return side


@lru_cache(maxsize=8)
def _lately(path: str, language: Language) -> list[Side]:
    """Room for the side that a file had when it was read last."""
    return []


def _joined(side: Side, before: Side) -> Side:
    calendar = before.calendar if side.calendar == before.calendar else side.calendar
    tables, readings = _kept(side.tables, before.tables), _kept(side.readings, before.readings)
    joined = replace(side, tables=tables, readings=readings, calendar=calendar)
    if joined.readings is before.readings and joined.calendar is before.calendar:
        joined.knows_from(before, running_text)
        if joined.tables is before.tables and _alike(joined, before):
            joined.knows_from(before)
    return joined


def _kept(parts: tuple[Part, ...], before: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts, each as the object that stood in its place before if that is equal."""
    if parts == before:
        return before
    kept = tuple([was if was == part else part for part, was in zip(parts, before, strict=False)])
    return kept + parts[len(kept) :]


def _alike(side: Side, before: Side) -> bool:
    """Whether what else two sides have is equal, and of their documents all lines of the side in their places."""
    return (
        (side.lines, side.abridged, side.excerpt) == (before.lines, before.abridged, before.excerpt)
        and (side.repairs, side.filed) == (before.repairs, before.filed)
        and _lines(side) == _lines(before)
    )


def _lines(side: Side) -> list[tuple[int, str]]:
    """The ranges of lines of a side: where they start and what they print."""
    document = side.document
    found = []
    for first, last in side.lines:
        start = document.line_span(first).start
        found.append((start, document.text[start : document.line_span(last).end]))
    return found
