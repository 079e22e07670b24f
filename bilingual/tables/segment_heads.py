"""Heads of segment notes: 報告セグメント over the names of the segments and 計, beside them その他, 合計, 調整額 and what is stated.

The names stand close to each other, often on two lines, and the heads beside them on one to three lines in the middle of
theirs; text that a page was taken from moves each line by some places. So the words are told by what they are, and the
names by their order: as many as the figures leave columns for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bilingual.model.quick import replace
from bilingual.tables.over_groups import Piece, Word, join, whole
from bilingual.tables.positions import Extent

_OVER_RE = re.compile(r"報告セグメント")
_SUM_RE = re.compile(r"小?計")
_TAIL_RES = (re.compile(r"その他"), re.compile(r"合計|計(?=$|\()"), re.compile(r"調整額|.{0,8}消去|全社"))
"""The heads right of the segments, each of which stands over a column: other businesses, the total, adjustments."""
_NOTE_RE = re.compile(r"\(?注\)?\d{0,2}(?:[,、]\d)*\)?|\(\d{1,2}\)|※\d{1,2}|\d")
_NOTED = re.compile(r"その他|調整額|.{0,8}消去|全社")
_OVER_TOTAL_RE = re.compile(
    r"(?i:report(?:able|ing) segments?|(?:annual |cash )?dividends?(?: per share)?(?: \((?:in )?yen\))?|annual cash dividends?(?: per share)?"
    r"|(?:total )?shareholders['’] equity|accumulated other comprehensive income|other components of equity"
    r"|(?:total )?equity attributable to (?:the )?owners of (?:the )?(?:parent|company)(?: company)?)"
)
"""Words over several columns of which the last is their total."""
_TOTAL_RE = re.compile(r"(?i:(?:sub-?)?total\b)")
SPREAD = 20
"""Half places by which the middles of lines of one head differ at most, as the text layer moves them."""
FEWEST = 2
"""Segments beside each other."""
Row = Sequence[Sequence[Word]]


def segment_heads(rows: Sequence[Row], spans: Sequence[Extent]) -> list[list[Piece]]:
    """Two rows of heads: what stands over the segments and beside them, and the names below; nothing where they do not fit.

    Args:
        rows: the lines of a head, top to bottom, in chunks of words.
        spans: first place and right edge of every column.
    """
    lines = [[word for chunk in row for word in chunk] for row in rows]
    at = next((n for n, words in enumerate(lines) for word in words if _OVER_RE.fullmatch(word[0])), None)
    if at is None or sum(_OVER_RE.match(word[0]) is not None for words in lines for word in words) > 1:
        return []
    over = next(word for word in lines[at] if _OVER_RE.fullmatch(word[0]))
    sums = [(n, w) for n in range(at + 1, len(lines)) for w in lines[n] if _SUM_RE.fullmatch(w[0])]
    if not sums:
        return []
    line, total = sums[0]
    names, beside = _parted(lines, at, line, over, total)
    tails = _tails(beside)
    room = len(spans) - len(tails) - 1
    if not tails or room < 1:
        return []
    heads = in_columns(names, room)
    if not heads:
        return []
    upper = [*[over] * (room + 1), *tails]
    return [
        [Piece(*word, column, column + 1) for column, word in enumerate(row)]
        for row in (upper, [*heads, total])
    ]


def without_over(rows: Sequence[list[list[Word]]]) -> tuple[Word, list[list[list[Word]]]] | None:
    """The words of a head over several columns and their total (``Reportable segments``), and its lines without them.

    Nothing where there are none, or several.
    """
    chunks = [(whole(chunk), number) for number, row in enumerate(rows) for chunk in row]
    found = [(word, number) for word, number in chunks if _OVER_TOTAL_RE.fullmatch(word[0])]
    if len(found) != 1:
        return None
    over, at = found[0]
    left = [
        [chunk for chunk in row if number != at or whole(chunk) != over] for number, row in enumerate(rows)
    ]
    return over, [row for row in left if row]


def under_over(rows: Sequence[Sequence[Piece]], over: Word, width: int) -> list[list[Piece]]:
    """The rows of a head with words over the columns from the first to their total; nothing where there is none.

    Args:
        rows: what was read without these words: a head for every column, and maybe units below.
        over: the words and where they stand.
        width: the number of columns.
    """
    if not rows or [piece.first for piece in rows[0]] != list(range(width)):
        return []
    heads = rows[0]
    last = next((n for n, piece in enumerate(heads) if _TOTAL_RE.match(piece.text)), 0)
    if last < FEWEST or not heads[0].start <= (over[1] + over[2]) / 2 <= heads[last].end:
        return []
    named = [replace(piece, text=f"{over[0]} {piece.text}") for piece in heads[: last + 1]]
    return [[*named, *heads[last + 1 :]], *map(list, rows[1:])]


def _parted(
    lines: Sequence[Sequence[Word]], at: int, line: int, over: Word, total: Word
) -> tuple[list[list[Word]], list[Word]]:
    """The words of the names of the segments by line, and those of the heads right of their total from top to bottom."""
    names: list[list[Word]] = []
    beside: list[Word] = []
    for number, words in enumerate(lines):
        if number <= at:
            own: list[Word] = []
            beside += [word for word in words if word[1] > over[1]]
        elif number == line:
            place = words.index(total)
            own = list(words[:place])
            beside += words[place + 1 :]
        else:
            own = [word for word in words if word[2] <= total[1]]
            beside += [word for word in words if word[2] > total[1]]
        names.append(own)
    return names, beside


def _tails(words: Sequence[Word]) -> list[Word]:
    """The heads right of the segments in order; nothing where one of them is there twice, or nothing is stated at the end."""
    heads: list[Word | None] = [None] * (len(_TAIL_RES) + 1)
    notes: list[Word] = []
    for word in words:
        kind = next((n for n, known in enumerate(_TAIL_RES) if known.match(word[0])), len(_TAIL_RES))
        if _NOTE_RE.fullmatch(word[0]):
            notes.append(word)
        elif (head := heads[kind]) is None:
            heads[kind] = word
        elif kind == len(_TAIL_RES):
            heads[kind] = (join(head[0], word[0]), min(head[1], word[1]), max(head[2], word[2]))
        else:
            return []
    if heads[-1] is None:
        return []
    found = [head for head in heads if head is not None]
    noted = [n for n, head in enumerate(found) if _NOTED.match(head[0]) or n == len(found) - 1]
    bare = [n for n in noted if "注" not in found[n][0] and "※" not in found[n][0]]
    if len(notes) == len(bare):
        for number, note in zip(bare, sorted(notes, key=lambda note: note[1]), strict=True):
            head = found[number]
            found[number] = (join(head[0], note[0]), head[1], head[2])
    return found


def in_columns(lines: Sequence[Sequence[Word]], count: int) -> list[Word]:
    """The names of so many columns, whose words may stand on several lines; nothing where there are more or fewer."""
    clusters = [[(number, word)] for number, words in enumerate(lines) for word in words]
    clusters.sort(key=lambda cluster: _middle(cluster))
    while len(clusters) > count:
        ways = [
            (abs(_middle(one) - _middle(other)), n)
            for n, (one, other) in enumerate(pairwise(clusters))
            if not {line for line, _ in one} & {line for line, _ in other}
        ]
        if not ways:
            return []
        _, at = min(ways)
        clusters[at : at + 2] = [sorted(clusters[at] + clusters[at + 1], key=lambda each: each[0])]
        clusters.sort(key=lambda cluster: _middle(cluster))
    if len(clusters) < count or any(_spread(cluster) > SPREAD for cluster in clusters):
        return []
    heads: list[Word] = []
    for cluster in clusters:
        text, start, end = cluster[0][1]
        for _, (more, left, right) in cluster[1:]:
            text, start, end = join(text, more), min(start, left), max(end, right)
        heads.append((text, start, end))
    return heads


def _spread(cluster: Sequence[tuple[int, Word]]) -> int:
    """How far the middles of the lines of a head are from each other, in half places."""
    middles = [start + end for _, (_, start, end) in cluster]
    return max(middles) - min(middles)


def _middle(cluster: Sequence[tuple[int, Word]]) -> float:
    return sum(start + end for _, (_, start, end) in cluster) / len(cluster)
