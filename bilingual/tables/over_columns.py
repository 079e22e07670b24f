"""Words over the columns of a grid: which column a head stands over, and which lines of a head belong together.

Figures end at the right edge of their column, and a head stands anywhere between that edge and the edge of the
column before. Heads on several lines are read column by column (``Six months ended`` above ``June 30, 2024``);
words over an amount and its per cent belong to both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import comb

from bilingual.tables.header_cell import HeaderCell
from bilingual.tables.line import Field, Line
from bilingual.tables.patterns import DATE_IN_LABEL_RE, PERIOD_RE
from bilingual.tables.positions import Extent, extents

PAD = 1
MOST_WAYS = 2_000
FEWEST = 3
"""Columns that one word may stand over all together."""
_UNIT = (
    r"(?:(?:[Tt]housand|[Mm]illion|[Bb]illion)s?(?: (?:of )?(?:yen|(?:U\.?S\.? )?dollars?|shares?)| of)?"
    r"|(?:of )?[Yy]en|of (?:(?:U\.?S\.? )?dollars?|shares?)|¥(?: ?(?:million|thousand|billion))?"
    r"|\(?%\)?|US\$|JPY|USD|[Ss]hares?|(?:兆|億|百万|千)?(?:円(?: ?銭)?|株|米?ドル)|倍|回|pt|ポイント)"
)
_UNIT_RE = re.compile(rf"{_UNIT}(?!\S)")
_PHRASE_RE = re.compile(
    rf"(?:(?:Three|Six|Nine|Twelve) [Mm]onths(?: (?:[Ee]nded|[Ee]nding))?|(?:Fiscal )?[Yy]ear (?:ended|ending)|As (?:of|at)"
    r"|\d{1,2}[a-z]{2} (?:quarter|half)(?:-end)?|\((?:[Nn]otes?|注) ?\d{1,2}\)|[(]?[自至] ?\d{4}年\d{1,2}月\d{1,2}日\)?)"
    rf"(?: {DATE_IN_LABEL_RE.pattern})?|{DATE_IN_LABEL_RE.pattern}|[^\s\d]+ \(%\)"
)
_CJK_RE = re.compile("[\u3040-\u30ff\u3400-\u9fff々)）]$")
_CJK_START_RE = re.compile("^[\u3040-\u30ff\u3400-\u9fff々(（]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that belong together: where they stand, and the columns (from, past the last) that they govern."""

    text: str
    start: int
    end: int
    first: int
    past: int


def words_over(lines: Sequence[Line], spans: Sequence[Extent], wide: bool) -> list[list[HeaderCell]]:
    """Header rows from the lines of a head; every cell names the first column that it stands over.

    Args:
        lines: header lines, top to bottom; their stubs are left out.
        spans: first place and right edge of every column.
        wide: whether wide characters count twice.
    """
    tokens = [_tokens(line, wide, len(spans)) for line in lines]
    tokens = [row for row in tokens if row]
    groups = _groups(tokens, spans)
    single = [(index, index + 1) for index in range(len(spans))]
    rows: list[list[_Piece]] = []
    above: list[list[_Piece]] = []
    leaf: list[_Piece] = []
    anchors: list[Extent] = []
    for row in reversed(tokens):
        words = [word for chunk in row for word in chunk]
        units = all(_UNIT_RE.match(word[0]) for word in words)
        if units and len(words) == len(spans):
            leaf = _joined([_Piece(*word, *group) for word, group in zip(words, single, strict=True)], leaf)
            anchors = [(words[first][1], words[past - 1][2]) for first, past in groups]
            continue
        places = anchors or _places_below(row, groups, spans)
        over = [] if units else _over_groups(row, groups, places) or _stacked(row, above)
        if over:
            above.insert(0, over)
            continue
        whole = _in_order(row, spans, groups, anchors)
        pieces = whole or _by_place(row, spans, groups, anchors)
        if units:
            leaf = _joined(pieces, leaf)
        else:
            rows.insert(0, pieces)
        if whole:
            anchors = [(piece.start, piece.end) for piece in whole]
    joined = [row for row in [*above, *_levels(rows), leaf] if row]
    return [[HeaderCell(piece.first, piece.text) for piece in row] for row in joined]


_Word = tuple[str, int, int]


def _tokens(line: Line, wide: bool, width: int) -> list[list[_Word]]:
    """The words of a line in chunks that two blanks or more set apart; units and dates are one word.

    Where the line has as many cells as there are columns, its cells are its words.
    """
    text = line.content.text
    chunks: list[list[_Word]] = []
    if len(line.cells) == width:
        places = extents(line, line.cells, wide)
        return [[(cell.text, start, end)] for cell, (start, end) in zip(line.cells, places, strict=True)]
    for cell in line.cells:
        at, words = cell.start, []
        while at < cell.end:
            if text[at] == " ":
                at += 1
                continue
            match = _UNIT_RE.match(text, at, cell.end) or _PHRASE_RE.match(text, at, cell.end)
            end = match.end() if match else at + len(text[at : cell.end].split(" ", 1)[0])
            words.append(Field(at, end, text[at:end].rstrip()))
            at = end
        places = extents(line, words, wide)
        row = [(word.text, start, end) for word, (start, end) in zip(words, places, strict=True)]
        if chunks and row[0][1] - chunks[-1][-1][2] <= 1:
            chunks[-1].extend(row)
        else:
            chunks.append(row)
    return chunks


def _groups(rows: Sequence[Sequence[Sequence[_Word]]], spans: Sequence[Extent]) -> list[tuple[int, int]]:
    """Columns that share the words above them: an amount and the per cent beside it, in turns."""
    width = len(spans)
    single = [(index, index + 1) for index in range(width)]
    for row in reversed(rows):
        words = [word[0] for chunk in row for word in chunk]
        if len(words) == width and all(_UNIT_RE.match(word) for word in words):
            per_cent = ["%" in word for word in words]
            pairs = sum(per_cent)
            if pairs < 2 or per_cent[: 2 * pairs] != [False, True] * pairs:
                return single
            starts = [index for index in range(width) if not per_cent[index]]
            return list(zip(starts, [*starts[1:], width], strict=True))
    return single


def _over_groups(
    row: Sequence[Sequence[_Word]], groups: Sequence[tuple[int, int]], anchors: Sequence[Extent]
) -> list[_Piece]:
    """Words that each stand in the middle over two words or more of the line below; one piece for every column."""
    parts = [_whole(chunk) for chunk in row]
    if not 2 * len(parts) <= len(anchors) or (len(parts) == 1 and len(anchors) < FEWEST):
        return []
    pieces: list[_Piece] = []
    shares = _shared_out(parts, anchors)
    for (text, start, end), (least, beyond) in zip(parts, shares, strict=True):
        first, past = anchors[least][0], anchors[beyond - 1][1]
        alone = len(parts) == 1
        room = past - first if alone or beyond - least > 1 else max(past - first, end - start)
        if abs(start + end - first - past) * (4 if alone else 2) > room:
            return []
        for member in range(least, beyond):
            column, end_column = groups[member]
            pieces.extend(_Piece(text, start, end, at, at + 1) for at in range(column, end_column))
    single = sum(beyond - least == 1 for least, beyond in shares)
    return pieces if single <= min(1, len(parts) - 2 + (single == 0)) else []


def _places_below(
    row: Sequence[Sequence[_Word]], groups: Sequence[tuple[int, int]], spans: Sequence[Extent]
) -> list[Extent]:
    """Where the figures stand, for periods over them below which no line of heads could be read."""
    if len(row) < 2 or not all(PERIOD_RE.search(_whole(chunk)[0]) for chunk in row):
        return []
    return [(spans[first][0], spans[past - 1][1]) for first, past in groups]


def _stacked(row: Sequence[Sequence[_Word]], above: Sequence[Sequence[_Piece]]) -> list[_Piece]:
    """Words that each stand over one of the words over several columns: the same columns are theirs."""
    parts = [_whole(chunk) for chunk in row]
    below = list(dict.fromkeys((piece.start, piece.end) for piece in above[0])) if above else []
    over = zip(parts, below, strict=False)
    if len(parts) != len(below) or not all(part[1] < end and start < part[2] for part, (start, end) in over):
        return []
    words = dict(zip(below, parts, strict=True))
    return [_Piece(*words[piece.start, piece.end], piece.first, piece.past) for piece in above[0]]


def _shared_out(parts: Sequence[_Word], anchors: Sequence[Extent]) -> list[tuple[int, int]]:
    """The run of anchors that each word stands over the middle of, so that all together are least off.

    Anchors before the first word or behind the last may stay without one.
    """
    count, width = len(parts), len(anchors)
    if count == 1 or comb(width + 1, count + 1) > MOST_WAYS:
        return [(0, width)] * count
    pitch = (anchors[-1][1] - anchors[0][0]) // width

    def off(chosen: Iterable[int]) -> int:
        edges = tuple(chosen)
        apart = sum(
            (part[1] + part[2] - anchors[least][0] - anchors[past - 1][1]) ** 2
            for part, (least, past) in zip(parts, pairwise(edges), strict=True)
        )
        return apart + (pitch // 2) ** 2 * (edges[0] + width - edges[-1])

    return list(pairwise(min(combinations(range(width + 1), count + 1), key=off)))


def _in_order(
    row: Sequence[Sequence[_Word]],
    spans: Sequence[Extent],
    groups: Sequence[tuple[int, int]],
    anchors: Sequence[Extent],
) -> list[_Piece]:
    """The words of a line over the columns in order, where there are as many of them; else nothing."""
    words = [word for chunk in row for word in chunk]
    for parts in ([_whole(chunk) for chunk in row], words):
        if len(parts) != len(groups) or (parts is words and _crowded(row, spans)):
            continue
        if anchors:
            beside = 0 if parts is words and len(row) > 1 else 1
            placed = all(abs(_nearest(word, anchors) - index) <= beside for index, word in enumerate(parts))
        else:
            exact = len(parts) == len(row) == len(spans)
            placed = exact or _near(parts, spans, groups) or all(_CJK_RE.search(word[0]) for word in parts)
        if placed:
            return [_Piece(*part, *group) for part, group in zip(parts, groups, strict=True)]
    return []


def _crowded(row: Sequence[Sequence[_Word]], spans: Sequence[Extent]) -> bool:
    """Whether the only words of a line stand together over few of the columns: one head, not one for each."""
    if len(row) != 1 or len(row[0]) < 2 or any(map(_UNIT_RE.match, (word[0] for word in row[0]))):
        return False
    return 2 * (row[0][-1][2] - row[0][0][1]) < spans[-1][1] - spans[0][0]


def _by_place(
    row: Sequence[Sequence[_Word]],
    spans: Sequence[Extent],
    groups: Sequence[tuple[int, int]],
    anchors: Sequence[Extent],
) -> list[_Piece]:
    """The words of a line over the columns by where they stand: over words of a line below, else over figures.

    A word in small letters goes on with the word before it unless it stands right over another column.
    """
    edges = [spans[group[1] - 1][1] + PAD for group in groups]
    places = anchors or [(left, right) for left, right in zip([0, *edges], edges, strict=False)]
    pieces: list[_Piece] = []
    wholes = [_nearest(_whole(chunk), places) for chunk in row]
    for index, chunk in enumerate(row):
        low = all(word[0][0].islower() for word in chunk[1:])
        if len(row) == 1 and len(chunk) > 1 and low:
            return [_Piece(*_whole(chunk), *groups[_nearest(_whole(chunk), places)])]
        for number, word in enumerate(chunk):
            text, start, end = word
            at = _nearest(word, places)
            inside = places[at][0] <= start and end <= places[at][1] and at not in wholes[index + 1 :]
            last = pieces[-1] if pieces else None
            goes_on = number > 0 and text[0].islower() and not inside
            if last is not None and (last.first == groups[at][0] or goes_on):
                joint = _join(last.text, text) if number else f"{last.text} {text}"
                pieces[-1] = _Piece(joint, last.start, end, last.first, last.past)
            else:
                pieces.append(_Piece(text, start, end, *groups[at]))
    return pieces


def _nearest(word: _Word, anchors: Sequence[Extent]) -> int:
    """The anchor that a word stands over most, or is nearest to."""
    _, start, end = word

    def distance(index: int) -> tuple[int, float]:
        first, past = anchors[index]
        return max(first, start) - min(past, end), abs(first + past - start - end)

    return min(range(len(anchors)), key=distance)


def _near(parts: Sequence[_Word], spans: Sequence[Extent], groups: Sequence[tuple[int, int]]) -> bool:
    """Whether words taken in order stand over their columns, or one column beside them at most."""
    for number, (_, start, end) in enumerate(parts):
        left = spans[groups[number - 2][1] - 1][1] if number > 1 else -1
        right = spans[groups[min(number + 1, len(groups) - 1)][1] - 1][1]
        if not left <= (start + end) / 2 or (start > right and number + 1 < len(groups)):
            return False
    return True


def _whole(chunk: Sequence[_Word]) -> _Word:
    text = chunk[0][0]
    for word in chunk[1:]:
        text = _join(text, word[0])
    return text, chunk[0][1], chunk[-1][2]


def _levels(rows: Sequence[list[_Piece]]) -> list[list[_Piece]]:
    """Lines that run on column by column read as one; words over several columns stay in a row of their own."""
    levels: list[list[_Piece]] = []
    above: list[_Piece] = []
    for number, row in enumerate(rows):
        if any(_spanning(row, lower) for lower in rows[number + 1 :]):
            levels.append(_joined(above, row))
            above = []
        else:
            above = _joined(above, row)
    return [*levels, above]


def _spanning(upper: Sequence[_Piece], lower: Sequence[_Piece]) -> bool:
    """Whether a word of the upper line stands over two words of the lower one."""
    return any(
        sum(below.start < piece.end and piece.start < below.end for below in lower) > 1 for piece in upper
    )


def _joined(upper: Sequence[_Piece], lower: Sequence[_Piece]) -> list[_Piece]:
    """Two lines of a head read as one, column by column."""
    below = {piece.first: piece for piece in lower}
    merged: list[_Piece] = []
    for piece in upper:
        other = below.pop(piece.first, None)
        if other is None:
            merged.append(piece)
        else:
            merged.append(
                _Piece(_join(piece.text, other.text), other.start, other.end, other.first, other.past)
            )
    return sorted([*merged, *below.values()], key=lambda piece: piece.first)


def _join(left: str, right: str) -> str:
    tight = (_CJK_RE.search(left) and _CJK_START_RE.search(right)) or left.endswith("-")
    return left + right if tight else f"{left} {right}"
