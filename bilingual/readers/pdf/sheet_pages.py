"""Sheets wider than a page, printed on several: which pages hold the columns right of those of which others.

Spreadsheets print the columns that fit on a page for all rows, then the columns to the right of them for the same rows.
Such a page is told by its rows, which hold figures and no label and stand as high as rows of a page before, and by texts
that run over the edge of that page and go on in it. Where that does not tell, pages stay as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np

from bilingual.readers.pdf.strips import LETTER_RE, Strip

LEVEL = 3.0
"""Points by which the figures of one row may stand apart on two pages."""
MATCHED = 0.85
"""Share of these rows that stand as high as rows of the other page."""
ALIKE, CLEAR = 0.3, 0.03
"""Share of the rows of both that they share at least, and by how much the best arrangement has to be better."""
MOST_PAGES = 40
"""Pages of one sheet that are tried."""
RUNNING = 2
"""Texts that run over the edge of a page and tell which page the other one lies right of."""
EDGE = 24.0
"""Points from the edge of the print of a page within which a text ends that runs over it, or begins that comes from there."""
HEAD_RE = re.compile(
    r"(?:Millions?|Thousands?|Billions?)of(?:yen|shares)|Fiscalyearended|百万円|千円|(?:前年)?(?:同期)?比|増減率"
)
"""Heads that columns beside each other share."""
SHARED = 3
"""Characters at least that a text which runs over the edge shows on both pages."""
MOST_SHARED = 80


def sheets_of(strips: Sequence[Strip]) -> tuple[list[tuple[int, ...]], list[int]]:
    """The pages that make one wide page, from left to right, the labelled one first; and those whose place cannot be told.

    Pages are told by their indexes. Where no page surely lies beside another, none of them is called out of place.
    """
    if not any(strip.bare for strip in strips):
        return [], []
    places = _Places()
    found = list(places.sheets(strips))
    return found, places.nowhere if found else []


class _Places:
    """What pairs of pages have in common, remembered."""

    def __init__(self) -> None:
        self.nowhere: list[int] = []
        self._over: dict[tuple[int, int], bool] = {}
        self._shares: dict[tuple[int, int], float] = {}

    def sheets(self, strips: Sequence[Strip]) -> Iterator[tuple[int, ...]]:
        """Yield the pages that make one wide page, from left to right: their indexes, the labelled one first."""
        before: list[Strip] = []
        at = 0
        while at < len(strips):
            run: list[Strip] = []
            while before and at < len(strips) and self._goes_right(strips[at], before[-MOST_PAGES:], run):
                run.append(strips[at])
                at += 1
            if run:
                yield from self._arranged(before[-MOST_PAGES:], run[:MOST_PAGES])
                before = []
            elif at < len(strips):
                before.append(strips[at])
                at += 1

    def _goes_right(self, strip: Strip, before: Sequence[Strip], run: Sequence[Strip]) -> bool:
        """Whether a page may lie right of another: by its looks, or by texts that go on in it."""
        if strip.bare or (run and strip.figures and not strip.labelled):
            return True
        return any(self._runs_over(left, strip) for left in (*before, *run))

    def _arranged(self, before: Sequence[Strip], run: Sequence[Strip]) -> Iterator[tuple[int, ...]]:
        """The wide pages that pages make with the labelled ones before them; none where that cannot be told."""
        scored: dict[tuple[int | None, ...], float] = {}
        for high in range(1, len(before) + 1):
            shares, places = self._placed(before[-high:], run)
            if sum(shares) >= ALIKE * len(run):
                scored.setdefault(places, sum(shares) / len(run))
        best = sorted(scored.items(), key=lambda item: -item[1])
        if not best or (len(best) > 1 and best[0][1] - best[1][1] < CLEAR):
            self.nowhere.extend(strip.index for strip in run)
            return
        parts: dict[int, list[int]] = {}
        for left, strip in zip(best[0][0], run, strict=True):
            if left is not None:
                parts.setdefault(left, []).append(strip.index)
            else:
                self.nowhere.append(strip.index)
        for left, right in sorted(parts.items()):
            yield (left, *right)

    def _placed(
        self, left: Sequence[Strip], run: Sequence[Strip]
    ) -> tuple[list[float], tuple[int | None, ...]]:
        """Which pages others lie right of, downwards and then over again, and how well they fit; blank ones are not printed."""
        shares: list[float] = []
        places: list[int | None] = []
        last: dict[int, Strip] = {}
        at = 0
        for strip in run:
            order = (*range(at, len(left)), *range(at))
            texts = next(
                (place for place in order if self._runs_over(last.get(place, left[place]), strip)), None
            )
            fits = ((place, self._share(left[place], strip)) for place in order)
            place, share = (
                (texts, 1.0)
                if texts is not None
                else next((fit for fit in fits if fit[1] >= ALIKE), (None, 0.0))
            )
            shares.append(share)
            places.append(None if place is None else left[place].index)
            if place is not None:
                last[place], at = strip, place + 1
        return shares, tuple(places)

    def _share(self, left: Strip, right: Strip) -> float:
        key = (left.index, right.index)
        if key not in self._shares:
            self._shares[key] = _share(left, right)
        return self._shares[key]

    def _runs_over(self, left: Strip, right: Strip) -> bool:
        key = (left.index, right.index)
        if key not in self._over:
            self._over[key] = _runs_over(left, right)
        return self._over[key]


def _share(left: Strip, right: Strip) -> float:
    """Share of the rows of two pages that stand equally high; none where they cannot be parts of one."""
    if left.size != right.size or not left.rows:
        return 0.0
    met = _met(right.rows, left.rows)
    if _met(right.figures, left.rows) < MATCHED * len(right.figures):
        return 0.0
    return met / (len(left.rows) + len(right.rows) - met)


def _runs_over(left: Strip, right: Strip) -> bool:
    """Whether texts at the end of rows of one page go on in rows of the other that stand equally high."""
    if left.size != right.size:
        return False
    if not left.reach or not right.reach:
        return False
    edge = max(end for _, end in left.reach) - EDGE
    begin = min(start for start, _ in right.reach) + EDGE
    met = 0
    for number, height in enumerate(right.rows):
        at = bisect_left(left.rows, height - LEVEL)
        if at == len(left.rows) or left.rows[at] > height + LEVEL:
            continue
        if left.reach[at][1] >= edge and right.reach[number][0] <= begin:
            met += _goes_over(left.words[at], right.words[number])
    return met >= min(RUNNING, len(right.rows))


def _goes_over(left: str, right: str) -> bool:
    """Whether one text ends with what the other begins with: words, not figures."""
    for count in range(min(len(left), len(right), MOST_SHARED) - 1, SHARED - 1, -1):
        if left.endswith(right[:count]):
            return len(LETTER_RE.findall(right[:count])) >= SHARED and not HEAD_RE.fullmatch(right[:count])
    return False


def _met(heights: Sequence[float], others: Sequence[float]) -> int:
    """How many rows stand as high as one of the others."""
    there = np.array(others)
    return sum(bool(np.min(np.abs(there - height)) <= LEVEL) for height in heights)
