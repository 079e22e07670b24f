"""Heads over some columns beside heads over one: a forecast over its halves and the year, a result of last year beside it.

All columns are shared out between the heads. A head over words of the line below stands in their middle; a column
without a word there has a head of its own. So every head bounds its neighbours, and a head right above the middle one
of three columns is not taken for the head of that column alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise
from math import comb

from bilingual.tables.over_groups import MOST_WAYS, Piece, Word, join, whole
from bilingual.tables.patterns import HEADER_HINT_RE, PERIOD_RE
from bilingual.tables.positions import Extent

OFF = 4
"""Half places by which the middles of lines of one head may differ."""
PAD = 1
MIDDLE_LINES = 3
"""Lines of heads of which the middle one holds the heads on one line, and the others those on two."""


def heads_beside(rows: Sequence[Sequence[Sequence[Word]]], spans: Sequence[Extent]) -> list[list[Piece]]:
    """Two rows of heads where the last line has words over some columns only.

    Args:
        rows: the lines of a head, top to bottom, in chunks.
        spans: first place and right edge of every column.

    Returns:
        The upper row with a piece for every column, and the words of the last line; nothing where they do not fit.
    """
    if len(rows) < 2 or not 2 <= len(rows[-1]) < len(spans):
        return []
    leaves: list[Word | None] = [None] * len(spans)
    lower: list[Piece] = []
    for chunk in rows[-1]:
        word = whole(chunk)
        column = _column(word, spans)
        if column is None or leaves[column] is not None:
            return []
        leaves[column] = word
        lower.append(Piece(*word, column, column + 1))
    upper = shared_out(_joined(rows[:-1]), leaves, spans)
    return [upper, lower] if upper else []


def names_stub(row: Sequence[Word], spans: Sequence[Extent]) -> bool:
    """Whether the first word of a line is the head of the labels: all columns have a word of their own behind it.

    One with brackets may name the unit of the table.

    Args:
        row: the heads of a line, left to right.
        spans: first place and right edge of every column.
    """
    width = len(spans)
    return (
        len(row) == width + 1 > 2
        and "(" not in row[0][0]
        and [_column(word, spans) for word in row] == [0, *range(width)]
    )


def names_labels(head: Word, below: Word, spans: Sequence[Extent]) -> bool:
    """Whether the first of several words of a line is the head of the labels: it ends left of all heads and figures below.

    A head over columns stands in their middle, or begins where they begin, right of the labels.

    Args:
        head: the first head of an upper line.
        below: the first of the lowest heads, which is that of the first or the second column.
        spans: first place and right edge of every column.
    """
    text, _, end = head
    unit = text[:1] == "(" or ("(" in text and _UNIT_RE.search(text) is not None)
    return end < min(below[1], spans[0][0]) and not unit and HEADER_HINT_RE.search(text) is None


_UNIT_RE = re.compile(
    r"\([^()]*(?:円|株|%|ドル|yen|dollars?|shares|illions?|ousands?)[^()]*\)", re.IGNORECASE
)
"""What a first head names in brackets that is the unit of the table: 為替感応度(年間) names none."""


def above_one_each(over: Sequence[Piece], leaves: Sequence[Extent]) -> bool:
    """Whether heads are the first lines of words below them: each right above one, and one not in the middle of its columns.

    Args:
        over: a piece for every column, of heads that may stand over several.
        leaves: where the word of the line below stands for every column.
    """
    heads = dict.fromkeys((piece.start, piece.end) for piece in over)
    if len(heads) < 2 or not all(_is_right_above(head, leaves) for head in heads):
        return False  # one alone stands over all columns
    return any(
        abs(start + end - columns[0][0] - columns[-1][1]) > 2 * OFF
        for start, end in heads
        if (columns := [leaves[piece.first] for piece in over if (piece.start, piece.end) == (start, end)])
    )


def above_heads(row: Sequence[list[Word]], anchors: Sequence[Extent]) -> list[list[Word]]:
    """A row with periods one blank apart taken apart where each stands over a head of its own: 前第3四半期 当第3四半期 over 累計 累計.

    Args:
        row: the words of a line, in chunks.
        anchors: where the heads on the line below stand.
    """
    parted: list[list[Word]] = []
    for chunk in row:
        below = [
            [at for at, (start, end) in enumerate(anchors) if start < right and left < end]
            for _, left, right in chunk
        ]
        own = all(len(heads) == 1 for heads in below) and len({heads[0] for heads in below}) == len(chunk)
        if len(chunk) > 1 and own and all(PERIOD_RE.fullmatch(text) for text, _, _ in chunk):
            parted.extend([word] for word in chunk)
        else:
            parted.append(chunk)
    return parted


def _is_right_above(head: Extent, leaves: Sequence[Extent]) -> bool:
    """Whether a head stands over one word only, in its middle."""
    start, end = head
    under = [leaf for leaf in leaves if leaf[0] < end and start < leaf[1]]
    return len(under) == 1 and abs(start + end - sum(under[0])) <= OFF


def heads_in_middles(rows: Sequence[Sequence[Sequence[Word]]], spans: Sequence[Extent]) -> list[Piece]:
    """One row of heads where some are on one line and others on two, all with the same middle line (cells of sheets).

    ``FY2024`` above ``Q4`` stands beside ``Q2``, which is on a line between theirs.

    Args:
        rows: the lines of a head, top to bottom, in chunks.
        spans: first place and right edge of every column.

    Returns:
        One head over each column in order; nothing where the lines make more or fewer.
    """
    if len(rows) != MIDDLE_LINES or any(len(row) >= len(spans) for row in rows):
        return []
    upper, _, lower = [[whole(chunk) for chunk in row] for row in rows]
    if len(upper) != len(lower) or any(
        abs(sum(above[1:]) - sum(below[1:])) > OFF for above, below in zip(upper, lower, strict=True)
    ):
        return []
    heads = _joined(rows)
    if [_column(head, spans) for head in heads] != list(range(len(spans))):
        return []
    return [Piece(*head, column, column + 1) for column, head in enumerate(heads)]


def shared_out(heads: Sequence[Word], leaves: Sequence[Word | None], spans: Sequence[Extent]) -> list[Piece]:
    """The heads over all columns, one piece for every column; nothing where one does not stand over its own.

    Args:
        heads: words left to right.
        leaves: the word below for every column that has one.
        spans: first place and right edge of every column.
    """
    width, count = len(spans), len(heads)
    if not 2 <= count < width or comb(width - 1, count - 1) > MOST_WAYS:
        return []
    best: tuple[int, tuple[int, ...]] | None = None
    for cuts in combinations(range(1, width), count - 1):
        way = (0, *cuts, width)
        off = _off(heads, leaves, spans, way)
        if off is not None and (best is None or off < best[0]):
            best = (off, way)
    if best is None:
        return []
    return [
        Piece(text, start, end, column, column + 1)
        for (text, start, end), (first, past) in zip(heads, pairwise(best[1]), strict=True)
        for column in range(first, past)
    ]


def _off(
    heads: Sequence[Word], leaves: Sequence[Word | None], spans: Sequence[Extent], way: Sequence[int]
) -> int | None:
    """How far the heads stand from the middles of what is below them, squared; nothing where one stands elsewhere."""
    total = 0
    for head, (first, past) in zip(heads, pairwise(way), strict=True):
        words = [leaf for leaf in leaves[first:past] if leaf is not None]
        if not words:
            if past - first > 1 or _column(head, spans) != first:
                return None
            continue
        if len(words) < past - first:
            return None
        _, start, end = head
        left, right = words[0][1], words[-1][2]
        off = abs(start + end - left - right)
        if len(words) > 1 and not 2 * words[0][2] <= start + end <= 2 * words[-1][1]:
            return None
        if off > (_room(words, spans, first) if len(words) > 1 else max(right - left, end - start) // 2):
            return None
        total += off * off
    return total


def _room(words: Sequence[Word], spans: Sequence[Extent], first: int) -> int:
    """Half places by which a head may miss the middle of words that stand at the right of their columns."""
    left, right = words[0][1], words[-1][2]
    before = left - spans[first - 1][1] if first else words[1][1] - words[0][2]
    return max((right - left) // 4, before)


def _column(word: Word, spans: Sequence[Extent]) -> int | None:
    """The column whose room, from the right edge of the one before to its own, holds the middle of a word."""
    _, start, end = word
    for column, (_, edge) in enumerate(spans):
        if start + end <= 2 * (edge + PAD):
            return column
    return None


def _joined(rows: Sequence[Sequence[Sequence[Word]]]) -> list[Word]:
    """The heads that lines make, each in the middle above the next; none where a line stands askew."""
    heads: list[Word] = []
    for row in reversed(rows):
        for chunk in row:
            text, start, end = whole(chunk)
            under = [at for at, head in enumerate(heads) if head[1] < end and start < head[2]]
            if not under:
                heads.append((text, start, end))
                continue
            _, left, right = heads[under[0]]
            if len(under) > 1 or abs(start + end - left - right) > OFF:
                return []
            heads[under[0]] = (join(text, heads[under[0]][0]), min(start, left), max(end, right))
        heads.sort(key=lambda head: head[1])
    return heads
