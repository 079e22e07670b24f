"""Heads on two levels over the columns of a grid: which of the upper ones stand over several columns, and over how many.

The letters of a page have many widths; a text layer that prints them in places of one width moves the words of one line
against those of another. What holds is their order, the number of the columns, and that the heads of the columns come
again below every head over several. So every way to share the columns out is tried, and the one taken whose words
stand least far from their columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import comb

from bilingual.tables.over_groups import MOST_WAYS, Piece, Word, join, whole
from bilingual.tables.over_spans import names_labels
from bilingual.tables.patterns import HEADER_TOKEN_RE, PERIOD_RE
from bilingual.tables.positions import Extent
from bilingual.tables.year_heads import years_over_parts

_RATE_RE = re.compile(
    r"[(]?%[)]?|(?:増減|構成|伸び|成長)?[率比]|構成比率?|百分比|(?:[Cc]hange|[Rr]atio|[Ss]hare|YoY) ?\(%\)|[Ss]hare|[Rr]atio|[Rr]ate|[Cc]omposition"
)
"""The head of a share or rate, which stands right of the amount that it belongs to."""
_MEASURE_RE = re.compile(r"金額|額|率|比|[(]?%[)]?|Amount")
_ASIDE_RE = re.compile(r"\((?!%|pt|[Yy]en|円|百万円|千円|億円|[Mm]illions|[Tt]housands|[Bb]illions)")
"""Words in brackets that name no unit: when a forecast was announced, what a result holds."""
_MONEY_RE = re.compile(r"\b[Yy]en\b|[Mm]illions|[Tt]housands|[Bb]illions|[¥$]|百万円|千円|億円|^円$|ドル")
_END_RE = re.compile(r"[末期度日]|期末|上期|下期")
"""The end of a head that stands on the line below its beginning: 2025年2月 above 末."""
MOST_LINES = 4
FEWEST_LINES, MOST_HEAD_LINES = 3, 6
"""Lines of heads of which some stand between those of others."""
FEWEST_LEAVES = 2
"""Columns that a head of the upper line stands over, if it is not the only head of its column."""
FAR = 6
"""Places by which a head may stand off its columns on the average, in the way that is taken."""


def heads_in_levels(rows: Sequence[Sequence[Sequence[Word]]], spans: Sequence[Extent]) -> list[list[Piece]]:
    """An upper row with a piece for every column and the row of the heads below; nothing where no way is clearly the best.

    Args:
        rows: the lines of a head, top to bottom, in chunks of words.
        spans: first place and right edge of every column.
    """
    for upper, lower in _two_levels(rows):
        found = (
            years_over_parts(upper, lower, len(spans))
            or _shared(upper, lower, spans)
            or _beside_units(upper, lower, spans)
        )
        if found:
            return found
    return []


def heads_in_the_middle(rows: Sequence[Sequence[Sequence[Word]]], spans: Sequence[Extent]) -> list[Piece]:
    """One head for every column, some on the line between the lines of others: FY2025 above 3Q, YoY beside them; else none.

    Args:
        rows: the lines of a head, top to bottom, in chunks of words.
        spans: first place and right edge of every column.
    """
    if not FEWEST_LINES <= len(rows) <= MOST_HEAD_LINES:
        return []
    if any(_MONEY_RE.search(text) for row in rows for chunk in row for text, _, _ in chunk):
        return []
    heads: list[Word] = []
    lines: list[list[int]] = []
    for number, row in enumerate(rows):
        for word in _heads(row):
            over = [at for at, head in enumerate(heads) if _overlap(head, word)]
            if len(over) > 1:
                return []
            if over:
                heads[over[0]] = _stacked(heads[over[0]], word)
                lines[over[0]].append(number)
            else:
                heads.append(word)
                lines.append([number])
    order = sorted(range(len(heads)), key=lambda at: heads[at][1])
    first, second = (heads[at] for at in order[:2]) if len(order) > 1 else (heads[0], heads[0])
    left = first[2] < min(second[1], spans[0][0]) and not PERIOD_RE.search(first[0])
    if len(order) == len(spans) + 1 and left:
        order = order[1:]  # the head of the labels
    parted = any(below - above > 1 for at in order for above, below in pairwise(lines[at]))
    if len(order) != len(spans) or not parted:
        return []
    return [Piece(*heads[at], column, column + 1) for column, at in enumerate(order)]


def _shared(upper: list[Word], lower: list[Word], spans: Sequence[Extent]) -> list[list[Piece]]:
    """The upper heads, each over its share of the lower ones or the only head of its column."""
    if not upper or not lower or any(_ASIDE_RE.match(text) or _MONEY_RE.search(text) for text, _, _ in lower):
        return []  # the second line of a head, or a line of units
    if len(upper) > 2 and names_labels(upper[0], lower[0], spans):
        upper = upper[1:]
    width, count = len(spans), len(upper)
    singles = width - len(lower)
    if not 0 <= singles < count or comb(width + count, count) > MOST_WAYS:
        return []
    ways = [(_off(upper, lower, way, spans), way) for way in _ways(count, singles, len(lower))]
    repeating = [scored for scored in ways if _repeats(lower, scored[1])]
    best = sorted(repeating or ways)
    if not best or best[0][0] > FAR * (count + len(lower)):
        return []
    unsure = not singles or (len(best) > 1 and best[1][0] < best[0][0] + FAR)
    return [] if unsure and not repeating else _pieces(upper, lower, best[0][1])


def _beside_units(upper: list[Word], lower: list[Word], spans: Sequence[Extent]) -> list[list[Piece]]:
    """One head over all lower heads that are no units, beside heads over a unit each: dividends by their dates, their total in yen."""
    if len(lower) != len(spans):
        return []
    words = [
        at for at, (text, _, _) in enumerate(lower) if not _MONEY_RE.search(text) and text.strip("()") != "%"
    ]
    if not FEWEST_LEAVES <= len(words) < len(lower):
        return []
    first, past = words[0], words[-1] + 1
    if past - first != len(words):
        return []
    if len(upper) != len(lower) - (past - first) + 1:
        return []
    over = [*range(first), *[first] * len(words), *range(first + 1, len(upper))]
    heads = [upper[number] for number in over]
    return [
        [Piece(text, start, end, at, at + 1) for at, (text, start, end) in enumerate(heads)],
        [Piece(text, start, end, at, at + 1) for at, (text, start, end) in enumerate(lower)],
    ]


def _two_levels(rows: Sequence[Sequence[Sequence[Word]]]) -> Iterator[tuple[list[Word], list[Word]]]:
    """The upper and the lower heads in every way to put lines together: the last two, or all but the last."""
    if not 2 <= len(rows) <= MOST_LINES:
        return
    lower = _heads(rows[-1])
    above = _heads(rows[-2])
    if len(rows) == 3 and len(above) == len(lower) and all(map(_overlap, above, lower)):
        yield _heads(rows[0]), [_stacked(one, other) for one, other in zip(above, lower, strict=True)]
    upper = _heads(rows[0])
    for row in rows[1:-1]:
        upper = _laid_under(upper, _heads(row))
    ends = [word for word in lower if _END_RE.fullmatch(word[0])]
    yield _laid_under(upper, ends), [word for word in lower if word not in ends]


def _overlap(one: Word, other: Word) -> bool:
    return one[1] < other[2] and other[1] < one[2]


def _stacked(one: Word, other: Word) -> Word:
    """Two lines of a head as one."""
    return join(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2])


def _laid_under(upper: list[Word], row: Sequence[Word]) -> list[Word]:
    """Heads with those of the line below: second lines of them, or heads between them; none where one is below two."""
    heads = list(upper)
    for word in row:
        over = [at for at, head in enumerate(heads) if _overlap(head, word)]
        if len(over) > 1 or not upper:
            return []
        if over:
            heads[over[0]] = _stacked(heads[over[0]], word)
        else:
            heads.append(word)
    return sorted(heads, key=lambda head: head[1])


def _heads(row: Sequence[Sequence[Word]]) -> list[Word]:
    """The heads of a line: chunks of words, taken apart where every word is a head by itself."""
    heads: list[Word] = []
    for chunk in row:
        apart = len(chunk) > 1 and all(
            HEADER_TOKEN_RE.fullmatch(word[0]) or _MEASURE_RE.fullmatch(word[0]) for word in chunk
        )
        one = HEADER_TOKEN_RE.fullmatch(whole(chunk)[0]) is not None
        heads.extend(chunk if apart and not one else [whole(chunk)])
    return heads


def _ways(count: int, singles: int, leaves: int) -> Iterator[tuple[int, ...]]:
    """How many lower heads each upper one stands over: 0 for the only head of its column."""
    for alone in combinations(range(count), singles):
        groups = [at for at in range(count) if at not in alone]
        free = leaves - FEWEST_LEAVES * len(groups)
        if free < 0:
            continue
        for cuts in combinations(range(free + len(groups) - 1), len(groups) - 1):
            edges = (-1, *cuts, free + len(groups) - 1)
            sizes = dict(
                zip(
                    groups,
                    (edges[at + 1] - edges[at] - 1 + FEWEST_LEAVES for at in range(len(groups))),
                    strict=True,
                )
            )
            yield tuple(sizes.get(at, 0) for at in range(count))


def _off(upper: Sequence[Word], lower: Sequence[Word], way: Sequence[int], spans: Sequence[Extent]) -> int:
    """By how many places all heads together stand off their columns."""
    total, column, leaf = 0, 0, 0
    for head, size in zip(upper, way, strict=True):
        past = column + max(size, 1)
        total += _apart(head, column, past, spans)
        for at in range(column, past if size else column):
            total += _apart(lower[leaf], at, at + 1, spans)
            leaf += 1
        column = past
    return total


def _apart(head: Word, first: int, past: int, spans: Sequence[Extent]) -> int:
    """By how many places the middle of a head stands outside the room of its columns."""
    _, start, end = head
    left = spans[first - 1][1] if first else min(spans[0][0], start)
    right = max(spans[past - 1][1], spans[past - 1][1] + (end - start) // 2 - 2)
    middle = (start + end) // 2
    if past - first > 1:
        left, right = (left + spans[first][1]) // 2, (spans[past - 2][1] + spans[past - 1][1]) // 2
    return max(left - middle, middle - right, 0)


def _repeats(lower: Sequence[Word], way: Sequence[int]) -> bool:
    """Whether every head over several columns stands over the same heads, of which two differ, or over an amount and a rate."""
    shares: list[tuple[str, ...]] = []
    leaf = 0
    for size in way:
        if size:
            shares.append(tuple(word[0] for word in lower[leaf : leaf + size]))
        leaf += size
    if len(shares) > 1 and all(_is_with_rate(share) for share in shares):
        return True
    return len(shares) > 1 and len(set(shares)) == 1 and len(set(shares[0])) > 1


def _is_with_rate(share: Sequence[str]) -> bool:
    return len(share) == 2 and [_RATE_RE.fullmatch(text) is not None for text in share] == [False, True]


def _pieces(upper: Sequence[Word], lower: Sequence[Word], way: Sequence[int]) -> list[list[Piece]]:
    over: list[Piece] = []
    below: list[Piece] = []
    leaf = 0
    for head, size in zip(upper, way, strict=True):
        first = len(over)
        over.extend(Piece(*head, at, at + 1) for at in range(first, first + max(size, 1)))
        for at in range(first, first + size):
            below.append(Piece(*lower[leaf], at, at + 1))
            leaf += 1
    return [over, below]
