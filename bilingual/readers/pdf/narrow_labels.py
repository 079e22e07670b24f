"""Labels that broke at the edge of their column where lines stand hardly nearer to each other than rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bilingual.readers.pdf.rows import CJK_RE, Cell, Row

MOST_LINES = 4
"""Lines of a label at most."""
NEARER = 0.93
"""Lines of one label stand nearer to each other than to the next row by this factor."""
CLOSER = 0.97
"""And nearer than rows of one line to each other by this one."""
ALONE = 0.8
"""Where all labels have several lines, these stand nearer to each other than to the next row by this factor."""
EVEN = 0.05
"""Share by which the steps between the lines of one label differ at most."""
FEWEST_SPREAD = 4
"""Labels that are spread over the stub at least, where that tells how wide it is."""
BESIDE = 0.25
"""Heights that the lines of one label begin from each other at most."""


def label_rests(rows: Sequence[Row], parted: Sequence[bool | None], edge: float, pitch: float) -> set[int]:
    """Indexes of the lines that end the label of the row with figures above them.

    Each line is full up to ``edge``, where labels end, all begin at one place, and they stand nearer to each other than
    to the row below and than rows, which stand ``pitch`` apart. ``parted`` says where rules tell what belongs together.
    """
    found = _rests_of_spread(rows, parted)
    left = min((row.x0 for row in rows), default=0.0)
    for at, row in enumerate(rows):
        if not _begins(row):
            continue
        end = at + 1
        while (
            end < len(rows)
            and end - at < MOST_LINES
            and parted[end - 1] is None
            and _is_rest(rows[at], rows[end], left)
        ):
            end += 1
        if end == at + 1 or end == len(rows) or not _begins(rows[end]) or parted[end - 1] is not None:
            continue
        lines = rows[at:end]
        *steps, last = [_level(below) - _level(above) for above, below in pairwise(rows[at : end + 1])]
        nearer = max(steps) < (min(NEARER * last, CLOSER * pitch) if pitch else ALONE * last)
        even = max(steps) - min(steps) <= EVEN * max(steps)
        if nearer and even and all(is_full(a.cells[0], b.cells[0], edge) for a, b in pairwise(lines)):
            found.update(range(at + 1, end))
    return found


def _rests_of_spread(rows: Sequence[Row], parted: Sequence[bool | None]) -> set[int]:
    """The same below labels as wide as the stub, where short ones are spread over it: no other is full."""
    edges = sorted(row.cells[0].x1 for row in rows if row.cells[0].spread)
    if len(edges) < FEWEST_SPREAD:
        return set()
    edge = edges[len(edges) // 2]
    found: set[int] = set()
    for at, (above, row) in enumerate(pairwise(rows), start=1):
        label, rest = above.cells[0], row.cells[0]
        full = _begins(above) and not label.spread and abs(label.x1 - edge) < BESIDE * above.size
        words = len(row.cells) == 1 and not rest.is_figure and abs(rest.x0 - label.x0) < BESIDE * row.size
        if parted[at - 1] is None and full and words:
            found.add(at)
    return found


def _begins(row: Row) -> bool:
    """Whether a row has a label and figures."""
    return row.figures > 0 and not row.cells[0].is_figure


def _level(row: Row) -> float:
    """The middle of the first line of a label; figures beside it may be of another font."""
    return row.cells[0].lines[0][0].middle


def _is_rest(label: Row, row: Row, left: float) -> bool:
    """Whether a line is words alone that begin where a label does, or at the left edge where blanks indent labels."""
    words = row.text.strip()
    if len(row.cells) > 1 or row.cells[0].is_figure or words[:1].isupper() or words[-1:] in ":：":
        return False
    return min(abs(row.x0 - label.x0), abs(row.x0 - left)) < BESIDE * label.size


def is_full(label: Cell, below: Cell, edge: float) -> bool:
    """Whether the first word of the line below had no room in the line of a label."""
    text, width = below.text.strip(), below.x1 - below.x0
    words = 1 if CJK_RE.match(text) else len(text.split(" ", 1)[0])
    return label.x1 + width * words / max(len(text), 1) > edge - label.lines[0][0].size
