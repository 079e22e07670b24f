"""The stub: labels, the headings above rows, totals that close what a heading opened."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bilingual.model.quick import quick
from bilingual.model.table import RowKind
from bilingual.tables.patterns import LABEL_MARK_RE, MARKING_RE

_TOTAL_RE = re.compile(
    r"合計額?$|総計$|(?<![会設統時累推小])計$|^(?:grand )?totals?\b|\btotals?$", re.IGNORECASE
)
_SUBTOTAL_RE = re.compile(r"小計$|^sub-?\s?totals?\b", re.IGNORECASE)
_OF_WHICH_RE = re.compile(r"^[(\[]?\s?(?:うち|内[、,:]|(?:of which|including|included in)\b)", re.IGNORECASE)
_NET_CASH_RE = re.compile(
    r"^(?:net )?cash (?:flows? )?(?:\(?(?:provided|used|generated|from|by|in|for|or)\b\)?[ /]*)+",
    re.IGNORECASE,
)
_STEM_RE = re.compile(
    r"の部$|合計額?$|総計$|(?<![会設統時累推小])計$|合$|^(?:grand )?totals?(?: of)?\b|\btotals?$|[\s:・,、()]|&|\band\b|によるキャッシュフロー",
    re.IGNORECASE,
)
_PART_RE = re.compile(r"の部:?$")
NEAR = 80
"""How many totals ahead a heading looks for one whose name only begins like its own."""


@lru_cache(maxsize=8192)
def clean_label(text: str) -> str:
    """The label without note marks and repeated blanks."""
    label = LABEL_MARK_RE.sub("", text) if MARKING_RE.search(text) else text
    return " ".join(label.split()) if label.strip() else " ".join(text.split())


@lru_cache(maxsize=8192)
def stem(label: str) -> str:
    """What a total has in common with the heading that it closes."""
    bare = _NET_CASH_RE.sub("", label.strip().strip(":").replace("・", ""))
    return _STEM_RE.sub("", bare).casefold()


def row_kind(label: str) -> RowKind:
    """The part that a row's label gives it."""
    if _SUBTOTAL_RE.search(label):
        return RowKind.SUBTOTAL
    if _OF_WHICH_RE.search(label):
        return RowKind.OF_WHICH
    return RowKind.TOTAL if _TOTAL_RE.search(label) else RowKind.ITEM


@quick
@dataclass(frozen=True, slots=True)
class StubEntry:
    """A label as it stands: with or without figures, and how far it is indented."""

    label: str
    has_figures: bool
    indent: int = 0


@quick
@dataclass(frozen=True, slots=True)
class StubPlace:
    """Where a row stands in the stub."""

    section: tuple[str, ...]
    kind: RowKind


@dataclass
class _Open:
    label: str
    stem: str
    indent: int
    part: bool
    closing: int | None
    rows: int = 0
    nested: bool | None = None  # whether its first row is indented more than itself


class _Totals:
    """Rows with figures by stem, to find the one that closes a heading."""

    def __init__(self, entries: Sequence[StubEntry]) -> None:
        self._exact: dict[str, list[int]] = {}
        self._order: list[tuple[int, str]] = []
        for index, entry in enumerate(entries):
            if not entry.has_figures:
                continue
            key = stem(entry.label)
            self._exact.setdefault(key, []).append(index)
            if _TOTAL_RE.search(entry.label) or entry.label.endswith("合"):
                self._order.append((index, key))
        self._places = [index for index, _ in self._order]

    def closing(self, label_stem: str, after: int) -> int | None:
        """Index of the row that closes a heading opened at ``after``."""
        if not label_stem:
            return None
        exact = self._exact.get(label_stem, [])
        at = bisect_right(exact, after)
        if at < len(exact):
            return exact[at]
        if len(label_stem) < 5:
            return None
        first = bisect_right(self._places, after)
        for index, key in self._order[first : first + NEAR]:
            if key.startswith(label_stem):
                return index
        return None


def place_rows(entries: Sequence[StubEntry]) -> list[StubPlace]:
    """Give every row its headings and its part."""
    totals = _Totals(entries)
    stack: list[_Open] = []
    places: list[StubPlace] = []
    for index, entry in enumerate(entries):
        _outdent(stack, entry)
        if not entry.has_figures:
            opened = _open(stack, entry, index, totals)
            places.append(StubPlace(_path(stack), RowKind.SECTION))
            stack.append(opened)
            continue
        kind = row_kind(entry.label)
        closed = next((i for i, level in enumerate(stack) if level.closing == index), None)
        if closed is None and kind is RowKind.TOTAL and stack and not stem(entry.label):
            closed = len(stack) - 1
        if closed is not None:
            del stack[closed + 1 :]
            places.append(StubPlace(_path(stack), RowKind.TOTAL if stack[-1].rows else kind))
            stack.pop()
        else:
            places.append(StubPlace(_path(stack), kind))
        for level in stack:
            level.rows += 1
    return places


def _path(stack: Sequence[_Open]) -> tuple[str, ...]:
    return tuple(level.label for level in stack)


def _outdent(stack: list[_Open], entry: StubEntry) -> None:
    """Close headings whose first row was indented more than they are, at a row that is not."""
    while stack and stack[-1].nested and entry.indent <= stack[-1].indent and stack[-1].closing is None:
        stack.pop()
    if stack and stack[-1].nested is None:
        stack[-1].nested = entry.indent > stack[-1].indent


def _open(stack: list[_Open], entry: StubEntry, index: int, totals: _Totals) -> _Open:
    """Close what a new heading ends, and make it."""
    label = entry.label.rstrip(": ")
    capitals = label.isascii() and label.isupper() and len(label) > 3
    part = _PART_RE.search(entry.label) is not None or capitals
    if part:
        stack.clear()
    while stack and stack[-1].closing is None and stack[-1].rows and not stack[-1].part:
        if stack[-1].nested and entry.indent > stack[-1].indent:
            break
        stack.pop()
    return _Open(label, stem(label), entry.indent, part, totals.closing(stem(label), index))
