"""Heads whose second lines are in brackets, beside heads of one line: 前回予想（A）, 増減額 above （11月7日）, 今回予想（B）, （B－A）.

Every table of a revised forecast is headed so. Where one blank parts the heads their places tell little; as many heads
above as brackets below do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.tables.over_groups import Piece, Word, join

_WIDE_RE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_UNIT_RE = re.compile(
    r"\((?:[百千億]?万?円|%|％|人|株|倍|pt|ポイント|[Yy]en|[Mm]illions?.*|[Bb]illions?.*)\)"
)
_MEASURE_RE = re.compile(r"[率比額数高]$|\b(?:[Cc]hange|[Dd]ifference|[Rr]at(?:e|io)|[Aa]mount)$")
"""What has a unit below it that is not that of several columns."""


def one_each(row: Sequence[Sequence[Word]], width: int) -> list[Word]:
    """The heads of a line that has one for each column; nothing where it has not.

    Japanese heads hold no blank, and a bracket ends a head.

    Args:
        row: the words of the line, in chunks that two blanks set apart.
        width: columns of the table.
    """
    if len(row) == width:
        return [_whole(chunk) for chunk in row]
    found = [word for chunk in row for word in _heads(chunk)]
    return found if len(found) == width else []


def heads_above_brackets(tokens: Sequence[Sequence[Sequence[Word]]], width: int) -> list[list[Piece]]:
    """The row of heads, one piece for every column; nothing where the heads above are not as many as the brackets below."""
    if len(tokens) != 2:
        return []
    lower = one_each(tokens[1], width)
    upper = [word for chunk in tokens[0] for word in _heads(chunk)]
    places = [at for at, word in enumerate(lower) if word[0].startswith("(")]
    if not lower or not 0 < len(upper) == len(places) < width:
        return []
    heads = list(lower)
    for (text, start, end), at in zip(upper, places, strict=True):
        if _UNIT_RE.fullmatch(lower[at][0]) and not _MEASURE_RE.search(text):
            return []
        heads[at] = (join(text, lower[at][0]), min(start, lower[at][1]), max(end, lower[at][2]))
    return [[Piece(*head, at, at + 1) for at, head in enumerate(heads)]]


def _heads(chunk: Sequence[Word]) -> Iterator[Word]:
    """The heads in words that one blank parts each: Japanese ones, others up to the end of a bracket."""
    held: list[Word] = []
    for word in chunk:
        held.append(word)
        whole = _whole(held)
        if whole[0].count("(") > whole[0].count(")"):
            continue
        if whole[0].endswith(")") or _WIDE_RE.search(whole[0]):
            yield whole
            held = []
    if held:
        yield _whole(held)


def _whole(words: Sequence[Word]) -> Word:
    return " ".join(word[0] for word in words), words[0][1], words[-1][2]
