"""Places of a document that are spoken for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from operator import attrgetter

from bilingual.model.document import Span


class Taken:
    """Spans, which may overlap each other; asked whether one of them overlaps another in the time of a look-up."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Put the spans in order."""
        ordered = sorted(spans, key=attrgetter("start"))
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def hold(self, span: Span) -> bool:
        """Whether one of them overlaps a span."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start
