"""Periods over several columns each, above heads that come again below every one, with a last head over one column alone.

1H FY2026, 1H FY2025 and Change above Amount, Ratio, Amount, Ratio and (%): the period stands over the middle of two
columns and the change over its own, so that no middle tells how many are under each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bilingual.tables.over_groups import Piece, Word, join, whole
from bilingual.tables.patterns import PERIOD_RE
from bilingual.tables.positions import Extent

_GLUED_RE = re.compile(
    r"(?P<period>.+?[期度日])(?P<measure>(?:対?前[年期]同?期?)?(?:増減[率額]?|比率?|構成比|差異))"
)
"""A period and the head of the columns behind it without a blank between them: 前中間期増減率."""


_BARE_RE = re.compile(r"\([^()\d]{1,8}\)")
"""A unit in brackets alone, which the change behind it has too: (円) 前年比(%)."""


def repeated_heads(tokens: Sequence[Sequence[Sequence[Word]]], spans: Sequence[Extent]) -> list[list[Piece]]:
    """A row of heads over several columns and one of a head for each; nothing where the words are no such heads.

    Args:
        tokens: the lines of a head, top to bottom, in chunks of words.
        spans: first place and right edge of every column.
    """
    if len(tokens) != 2:
        return []
    below = [word for chunk in tokens[1] for word in chunk]
    if len(below) != len(spans):
        below = [whole(chunk) for chunk in tokens[1]]
    if len(below) != len(spans):
        return []
    parts = [whole(chunk) for chunk in tokens[0]]
    starts = [at for at, word in enumerate(below) if _BARE_RE.fullmatch(word[0])]
    for heads in (parts, _unglued(parts), parts[1:]):
        words = [word[0] for word in below]
        shares = _shares(words, heads) if len(heads) >= len(parts) else []
        if not shares and len(starts) == len(heads) < len(below) and starts[:1] == [0]:
            shares = list(pairwise([*starts, len(below)]))
        if shares:
            over = [
                Piece(*head, column, column + 1)
                for head, (first, past) in zip(heads, shares, strict=True)
                for column in range(first, past)
            ]
            return [over, [Piece(*word, column, column + 1) for column, word in enumerate(below)]]
    return []


def _shares(words: Sequence[str], heads: Sequence[Word]) -> list[tuple[int, int]]:
    """The columns of each head, from and past the last; nothing where the words do not come again below all but the last heads."""
    for behind in range(1, len(heads) - 1):
        count, repeated = len(heads) - behind, words[: len(words) - behind]
        share, rest = divmod(len(repeated), count)
        if rest or share < 2 or len(set(repeated)) < 2 or set(repeated) & set(words[len(repeated) :]):
            continue
        if any(word != repeated[at % share] for at, word in enumerate(repeated)):
            continue
        if not all(PERIOD_RE.match(head[0]) for head in heads[:count]):
            continue
        edges = [*range(0, count * share + 1, share), *range(count * share + 1, len(words) + 1)]
        return list(pairwise(edges))
    return []


def _unglued(heads: Sequence[Word]) -> list[Word]:
    """The heads, of which a period that stands close before a measure is a head of its own where another head is a period alone."""
    if not any(PERIOD_RE.fullmatch(head[0]) for head in heads):
        return []
    found: list[Word] = []
    for text, start, end in heads:
        match = _GLUED_RE.fullmatch(text)
        if match and PERIOD_RE.fullmatch(match["period"]):
            middle = start + (end - start) * len(match["period"]) // len(text)
            found += [(match["period"], start, middle), (match["measure"], middle, end)]
        else:
            found.append((text, start, end))
    return found


def heads_in_chunks(tokens: Sequence[Sequence[Sequence[Word]]], spans: Sequence[Extent]) -> list[list[Piece]]:
    """A row of heads for every column, of two lines whose words stand together over the same columns; else nothing.

    Japanese words hold no blank: 増減 and 増減率 one blank apart under 前回予想比 are two heads, and so are 2024年度 and 前期比 over
    実績, which goes on with the one that it stands under.

    Args:
        tokens: the lines of a head, top to bottom, in chunks of words.
        spans: first place and right edge of every column.
    """
    if len(tokens) != 2 or len(tokens[0]) != len(tokens[1]):
        return []
    sizes = [max(len(upper), len(lower)) for upper, lower in zip(*tokens, strict=True)]
    if sum(sizes) != len(spans) or max(sizes) != 2 or max(map(len, tokens[0])) != 2:
        return []
    if not all(_CJK_RE.search(word[0]) for row in tokens for chunk in row for word in chunk):
        return []
    found: list[Piece] = []
    for upper, lower, size in zip(*tokens, sizes, strict=True):
        first = len(found)
        for at in range(size):
            above = upper[at if len(upper) > 1 else 0]
            below = _under(lower, upper, at)
            text, end = (join(above[0], below[0]), below[2]) if below else (above[0], above[2])
            found.append(
                Piece(text, min(above[1], below[1]) if below else above[1], end, first + at, first + at + 1)
            )
    return [found]


_CJK_RE = re.compile("[\u3040-\u30ff\u3400-\u9fff)]$")


def _under(lower: Sequence[Word], upper: Sequence[Word], at: int) -> Word | None:
    """The word of the lower line that goes on with the head of a column of a chunk."""
    if len(lower) > 1 or len(upper) == 1:
        return lower[at if len(lower) > 1 else 0]
    middle = (lower[0][1] + lower[0][2]) / 2
    nearest = min(range(len(upper)), key=lambda one: abs((upper[one][1] + upper[one][2]) / 2 - middle))
    return lower[0] if nearest == at else None


def heads_over_leaves(
    tokens: Sequence[Sequence[Sequence[Word]]], spans: Sequence[Extent]
) -> list[list[Piece]]:
    """A row of Japanese heads close together, one of them over 前期 and 当期, and one of a word for every column; else nothing.

    前第3四半期, 当第3四半期, 増減率, 売上収益比率(%) and 進捗率 over 累計, 累計, (%), 前期, 当期 and (%): where they stand tells less than that,
    for wide letters move the words of a line.

    Args:
        tokens: the lines of a head, top to bottom, in chunks of words.
        spans: first place and right edge of every column.
    """
    if len(tokens) != 2 or len(tokens[0]) != 1:
        return []
    heads, leaves = list(tokens[0][0]), [word for chunk in tokens[1] for word in chunk]
    if len(leaves) != len(spans) or len(heads) != len(leaves) - 1 or len(heads) < FEWEST_CLOSE:
        return []
    if not all(_CJK_RE.search(word[0]) for word in (*heads, *leaves)):
        return []
    both = [
        at
        for at, (one, other) in enumerate(pairwise(leaves))
        if {one[0], other[0]} in ({"前期", "当期"}, {"前期", "今期"})
    ]
    if len(both) != 1:
        return []
    way = [*range(both[0] + 1), *range(both[0] + 2, len(leaves) + 1)]
    over = [
        Piece(*head, column, column + 1)
        for head, (a, b) in zip(heads, pairwise(way), strict=True)
        for column in range(a, b)
    ]
    return [over, [Piece(*leaf, column, column + 1) for column, leaf in enumerate(leaves)]]


FEWEST_CLOSE = 4
"""Heads of such a line."""
