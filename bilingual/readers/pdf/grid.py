"""Vertical rules of a page, asked by height."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from bilingual.readers.pdf.page import Rule


class Grid:
    """Vertical rules, found by where they stand."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = sorted(rules, key=lambda rule: rule.at)
        self._known: dict[tuple[float, float], list[float]] = {}

    def between(self, left: float, right: float, y: float) -> list[float]:
        """Where rules cross the height ``y`` between two places."""
        if not self._rules:
            return []
        at = self._crossing(y, 1.0)
        return at[bisect_right(at, left) : bisect_left(at, right)]

    def around(self, left: float, right: float, y: float) -> tuple[float | None, float | None]:
        """The nearest rules on both sides that cross the height ``y``."""
        if not self._rules:
            return None, None
        at = self._crossing(y, 0.0)
        before, after = bisect_right(at, left + 1), bisect_left(at, right - 1)
        return at[before - 1] if before else None, at[after] if after < len(at) else None

    def _crossing(self, y: float, beyond: float) -> list[float]:
        """Where rules cross a height, or end so near it; what stands in a row mostly asks for one height."""
        found = self._known.get((y, beyond))
        if found is None:
            found = [r.at for r in self._rules if r.start - beyond <= y <= r.end + beyond]
            self._known[y, beyond] = found
        return found
