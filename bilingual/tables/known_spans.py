"""Heads over several columns that every release has: 年間配当金 over its quarters and their sum, 株主資本 over its items and 合計.

The words below stand close to each other and on up to four lines, each of which the text layer moves by some places; the
head over them does not stand in their middle then. It reaches to the column that closes it: the sum.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.tables.over_groups import Piece, Word, join
from bilingual.tables.segment_heads import Row, in_columns

_OVER_RE = re.compile(
    r"(?:1株当たり)?年間配当金|株主資本|その他の包括利益累計額|評価・換算差額等|親会社の?所有者に帰属する持分|その他の資本の構成要素"
)
_SUM_RE = re.compile(r".*(?:合計|計)")
_BARE_RE = re.compile(r"\([^()]*\)|(?:百万|千|億)?円(?: ?銭)?|%")
"""Words in brackets or units: what they belong to stands on the lines above."""
FEWEST = 2


def known_spans(rows: Sequence[Row], units: Row | None, width: int) -> list[list[Piece]]:
    """A row with a head for every column, and one of units; nothing where the words do not fit.

    Args:
        rows: the lines of a head without its units, top to bottom, in chunks of words.
        units: the line of units below them, one for every column.
        width: the number of columns.
    """
    lines = [[word for chunk in row for word in chunk] for row in rows]
    overs = [word for words in lines[:-1] for word in words if _OVER_RE.fullmatch(word[0])]
    if not overs or len({word[0] for word in overs}) < len(overs):
        return []
    heads = _heads([[word for word in words if word not in overs] for words in lines], width)
    overs = sorted(overs, key=lambda word: word[1])
    spans = _reaches(len(overs), heads) if heads else []
    below = [word for chunk in units or () for word in chunk]
    if not spans or any(len({_plain(word) for word in below[first:past]}) > 1 for first, past in spans):
        return []  # what stands under one head has one unit: a sum over another has been moved there
    for over, (first, past) in zip(overs, spans, strict=True):
        heads[first:past] = [(f"{over[0]} {text}", start, end) for text, start, end in heads[first:past]]
    found = [[Piece(*word, column, column + 1) for column, word in enumerate(heads)]]
    if units is not None:
        found.append([Piece(*word, column, column + 1) for column, word in enumerate(below)])
    return found


def _plain(unit: Word) -> str:
    return unit[0].replace(" ", "")


def _reaches(count: int, heads: Sequence[Word]) -> list[tuple[int, int]]:
    """From which column to which sum each of so many heads over them reaches, left to right; nothing where one has no sum."""
    spans: list[tuple[int, int]] = []
    first = 0
    for _ in range(count):
        sums = (n for n in range(first + 1, len(heads)) if _SUM_RE.fullmatch(heads[n][0]))
        last = next(sums, None)
        if last is None or last + 1 - first < FEWEST:
            return []
        spans.append((first, last + 1))
        first = last + 1
    return spans


def _heads(lines: Sequence[Sequence[Word]], width: int) -> list[Word]:
    """One head for every column: a line has as many words, which others go on with, or all words fall into so many places."""
    at = next((n for n in range(len(lines) - 1, -1, -1) if len(lines[n]) == width), None)
    if at is None or any(lines[at + 1 :]):
        return in_columns(lines, width)
    heads = list(lines[at])
    bare = [n for n, head in enumerate(heads) if _BARE_RE.fullmatch(head[0])]
    for words in reversed(lines[:at]):
        if words and len(words) != len(bare):
            return in_columns(lines, width)
        for column, word in zip(bare, words, strict=False):
            text, start, end = heads[column]
            heads[column] = (join(word[0], text), min(start, word[1]), max(end, word[2]))
    return heads
