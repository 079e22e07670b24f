"""A change over its amount and its rate: 増減 above 金額 and 率, Change above Amount and %, beside heads on lines of their own.

Heads over one column stand in the middle beside the two lines of the change, so that a text layer prints them on either
line, or between both. What belongs together is known by what the words mean: the amount stands left of the rate, and
the word for the change above both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bilingual.tables.over_groups import Piece, Word, join, whole
from bilingual.tables.patterns import PERIOD_RE

_AMOUNT_RE = re.compile(r"金額|額|増減額|Amount|\((?:amount|Amount)\)")
_RATE_RE = re.compile(r"率|増減率|比率|%|\(%\)|Rate|Ratio|Percentage|Percent")
_CHANGE_RE = re.compile(
    r"増減|差異|差額|(?:対?前年同?期?|前期|前年度|前回予想|計画|予想)比(?:増減|較)?|[Cc]hange|(?:YoY|Y/Y) [Cc]hange|[Ii]ncrease|[Ii]ncrease \([Dd]ecrease\)|[Dd]ifference|[Vv]ariance|YoY|Y/Y"
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word of a head: where it stands, in which line and chunk of it."""

    text: str
    start: int
    end: int
    line: int
    chunk: int

    @property
    def word(self) -> Word:
        return self.text, self.start, self.end


def changes_over_both(rows: Sequence[Sequence[Sequence[Word]]], width: int) -> list[Piece]:
    """One head for every column where a change stands over its amount and its rate; nothing where the words make more or fewer.

    Args:
        rows: the lines of a head, top to bottom, in chunks of words.
        width: number of columns.
    """
    words = [
        _Placed(*word, line, number)
        for line, row in enumerate(rows)
        for number, chunk in enumerate(row)
        for word in chunk
    ]
    heads: list[tuple[int, str, int]] = []
    used: set[_Placed] = set()
    for rate in (word for word in words if _RATE_RE.fullmatch(word.text)):
        amount = _left_of(rate, words)
        change = _above(amount, rate, words) if amount is not None else None
        if amount is None or change is None or change in used:
            continue
        used |= {amount, rate, change}
        heads += [(leaf.start, join(change.text, leaf.text), leaf.end) for leaf in (amount, rate)]
    if not used:
        return []
    heads += [(start, text, end) for text, start, end in _others(rows, used)]
    heads.sort()
    if len(heads) != width:
        return []
    return [Piece(text, start, end, at, at + 1) for at, (start, text, end) in enumerate(heads)]


def _left_of(rate: _Placed, words: Sequence[_Placed]) -> _Placed | None:
    """The amount nearest to the left of a rate, on its line or one beside it, and nothing between."""
    near = [word for word in words if word.end <= rate.start and abs(word.line - rate.line) <= 1]
    last = max(near, key=lambda word: word.end, default=None)
    return last if last is not None and _AMOUNT_RE.fullmatch(last.text) else None


def _above(amount: _Placed, rate: _Placed, words: Sequence[_Placed]) -> _Placed | None:
    """The word for a change that stands above an amount and its rate, or is the only one above the only rate.

    A layout of proportional letters moves words of one line against those of the next.
    """
    lowest = max(amount.line, rate.line)
    changes = [word for word in words if word.line < lowest and _CHANGE_RE.fullmatch(word.text)]
    over = [word for word in changes if word.start < rate.end and amount.start < word.end]
    if not over and sum(_RATE_RE.fullmatch(word.text) is not None for word in words) == 1:
        over = changes
    return over[0] if len(over) == 1 else None


def _others(rows: Sequence[Sequence[Sequence[Word]]], used: set[_Placed]) -> list[Word]:
    """The other heads, those on several lines joined; periods side by side are a head each."""
    heads: list[Word] = []
    for line, row in enumerate(rows):
        for number, chunk in enumerate(row):
            rest = [word for word in chunk if _Placed(*word, line, number) not in used]
            if not rest:
                continue
            apart = len(rest) > 1 and all(PERIOD_RE.fullmatch(word[0]) for word in rest)
            for text, start, end in rest if apart else [whole(rest)]:
                over = [at for at, head in enumerate(heads) if head[1] < end and start < head[2]]
                if len(over) == 1:
                    _, left, right = heads[over[0]]
                    heads[over[0]] = (join(heads[over[0]][0], text), min(left, start), max(right, end))
                else:
                    heads.append((text, start, end))
    return heads
