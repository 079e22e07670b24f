"""Years over the quarters of each, beside columns of changes: FY2025 over 1Q to 4Q, FY2026 over 1Q to 3Q, YoY behind them.

Where the words stand tells less than their order: a quarter that does not follow the one before begins the next year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from bilingual.tables.over_groups import Piece, Word, join
from bilingual.tables.patterns import PERIOD_RE

_PART_RE = re.compile(
    r"第?(?P<quarter>[1-4]) ?(?:四半期|Q)|Q ?(?P<q>[1-4])|(?P<first>上(?:半)?期|1H|H1)|(?P<second>下(?:半)?期|2H|H2)|通期|年間|[Ff]ull [Yy]ear"
)
FEWEST_YEARS = 2


def place_in_year(text: str) -> int:
    """Where a part of the year stands among the others, halves and the year behind their quarters; 0 for other words."""
    match = _PART_RE.fullmatch(text)
    if match is None:
        return 0
    if match["quarter"] or match["q"]:
        return 2 * int(match["quarter"] or match["q"])
    return 5 if match["first"] else 9 if match["second"] else 10


def years_begin(parts: Sequence[int]) -> list[bool]:
    """For every part of a year by its place, whether it begins the next year: it does not follow the one before."""
    return [at == 0 or parts[at - 1] >= part for at, part in enumerate(parts)]


def years_over_parts(upper: Sequence[Word], lower: Sequence[Word], width: int) -> list[list[Piece]]:
    """An upper row with a piece for every part of a year and the row of the heads below; nothing where the words are others.

    The first upper word may be that of the labels. Behind the years stand the first halves of the heads behind the
    parts, one for each of them, or nothing; or the whole heads, where the lower line has none but the parts.

    Args:
        upper: the words of the upper line, left to right.
        lower: those of the lower line.
        width: the columns of the table.
    """
    parts = list(takewhile(bool, (place_in_year(text) for text, _, _ in lower)))
    begins = years_begin(parts)
    first = next((at for at, (text, _, _) in enumerate(upper) if PERIOD_RE.fullmatch(text)), 0)
    years = list(takewhile(lambda word: PERIOD_RE.fullmatch(word[0]), upper[first:]))
    above, below = upper[first + len(years) :], lower[len(parts) :]
    count, behind = len(years), width - len(parts)
    fits = first <= 1 and FEWEST_YEARS <= count == sum(begins) and len(parts) >= 2 * count - 1
    if not fits or {len(above), len(below)} - {0, behind} or len(above) + len(below) < behind:
        return []
    over = [years[sum(begins[: at + 1]) - 1] for at in range(len(parts))]
    heads = [*lower[: len(parts)], *(_joined(above, below) if above and below else above or below)]
    return [
        [Piece(text, start, end, at, at + 1) for at, (text, start, end) in enumerate(over)],
        [Piece(text, start, end, at, at + 1) for at, (text, start, end) in enumerate(heads)],
    ]


def _joined(above: Sequence[Word], below: Sequence[Word]) -> list[Word]:
    """Heads on two lines as one each."""
    pairs = zip(above, below, strict=True)
    return [(join(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2])) for one, other in pairs]
