"""Words over the columns of a grid: which column a head stands over, and which lines of a head belong together.

Figures end at the right edge of their column, and a head stands anywhere between that edge and the edge of the
column before. Heads on several lines are read column by column (``Six months ended`` above ``June 30, 2024``);
words over an amount and its per cent belong to both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.tables.bracket_heads import heads_above_brackets, one_each
from bilingual.tables.change_pairs import changes_over_both
from bilingual.tables.head_tree import heads_in_levels, heads_in_the_middle
from bilingual.tables.header_cell import HeaderCell
from bilingual.tables.known_spans import known_spans
from bilingual.tables.line import Field, Line
from bilingual.tables.over_groups import (
    Piece,
    Word,
    continued,
    join,
    over_groups,
    places_below,
    stacked,
    whole,
)
from bilingual.tables.over_pairs import heads_over_pairs
from bilingual.tables.over_spans import (
    above_heads,
    above_one_each,
    heads_beside,
    heads_in_middles,
    names_labels,
    names_stub,
    shared_out,
)
from bilingual.tables.over_stacks import stacked_heads
from bilingual.tables.patterns import DATE_IN_LABEL_RE, PERIOD_WORD
from bilingual.tables.positions import Extent, extents
from bilingual.tables.repeated_heads import heads_in_chunks, heads_over_leaves, repeated_heads
from bilingual.tables.segment_heads import segment_heads, under_over, without_over

PAD = 1
_UNIT = (
    r"(?:(?:[Yy]en|¥) in (?:thousand|million|billion)s|(?:[Tt]housand|[Mm]illion|[Bb]illion)s?(?: (?:of )?(?:yen|(?:U\.?S\.? )?dollars?|shares?)| of)?"
    r"|(?:[Mm]il|[Bb]il|[Tt]hous?)\.? (?:of )?(?:[Yy]en|JPY|USD|shares)|(?:[Yy]en|¥) ?(?:[Mm]il|[Bb]il|[Tt]hous?)\.?"
    r"|(?:of )?[Yy]en|of (?:(?:U\.?S\.? )?dollars?|shares?)|¥(?: ?(?:million|thousand|billion))?"
    r"|\(?%\)?(?! [Cc]hange\b)|US\$|JPY|USD|[Ss]hares|(?:兆|億|百万|千)?(?:円(?: ?銭)?|株|米?ドル)|倍|回|pt|ポイント)"
)
_UNIT_RE = re.compile(rf"(?:{_UNIT}|\({_UNIT}\))(?!\S)")
_PART_OF_YEAR = r"(?:[1-4]Q|[12]H|Q[1-4]|H[12]|[369]M)(?: of)?,? (?:FY ?\d{2,4}(?:/\d{1,2})?|\d{4})|FY ?\d{2,4}(?:/\d{1,2})? (?:[1-4]Q|[12]H|Q[1-4]|H[12])"
_PHRASE_RE = re.compile(
    rf"(?:{_PART_OF_YEAR})(?![^\s,)])|% [Cc]hange\b|"
    rf"(?:(?:Three|Six|Nine|Twelve) [Mm]onths(?: (?:[Ee]nded|[Ee]nding))?|(?:Fiscal )?[Yy]ear (?:ended|ending)|As (?:of|at)"
    r"|\d{1,2}[a-z]{2} (?:quarter|half)(?:-end)?|\((?:[Nn]otes?|注) ?\d{1,2}\)|[(]?[自至] ?\d{4}年\d{1,2}月\d{1,2}日\)?)"
    rf"(?: {DATE_IN_LABEL_RE.pattern})?|{DATE_IN_LABEL_RE.pattern}|(?:[A-Za-z][^\s\d()]*|[^\s\d()]*[率比]) \(%\)"
    r"|(?:19|20)\d\d 年 ?(?:度|\d{1,2} ?月 ?(?:期|末|\d{1,2} ?日)?)(?: ?(?:第 ?\d ?四半期|中間期|期末|上期|下期|通期))?(?!\S)"
    rf"|{PERIOD_WORD}(?: (?:(?:initial|latest|original|previous|revised) )?(?:actual|estimates?|forecasts?|outlook|plan|results?|target))?(?![^\s,)])"
)
_CJK_RE = re.compile("[\u3040-\u30ff\u3400-\u9fff々)）]$")
_CJK_START_RE = re.compile("^[\u3040-\u30ff\u3400-\u9fff々(（]")


def words_over(lines: Sequence[Line], spans: Sequence[Extent], wide: bool) -> list[list[HeaderCell]]:
    """Header rows from the lines of a head; every cell names the first column that it stands over.

    Args:
        lines: header lines, top to bottom; their stubs are left out.
        spans: first place and right edge of every column.
        wide: whether wide characters count twice.
    """
    tokens = [row for line in lines if (row := _tokens(line, wide, len(spans)))]
    tokens = [row[1:] if names_stub([whole(chunk) for chunk in row], spans) else row for row in tokens]
    single = one_each(tokens[-1], len(spans)) if tokens else []
    if len(tokens) > 1 and len(tokens[0]) > 2 and single:
        stub, *others = tokens[0]
        first, second, lowest = whole(stub), whole(others[0]), single[0]
        beyond = first[2] < min(lowest[1], spans[0][0]) and second[1] < lowest[2] and lowest[1] < second[2]
        if names_labels(first, lowest, spans) or (beyond and "(" not in first[0][:1]):
            tokens[0] = others  # the head beside it stands over the first column
    parted = without_over(tokens)
    if parted is not None:
        over, rest = parted
        found = under_over(_rows_over(rest, spans), over, len(spans))
        if found:
            return _cells(found)
    return _cells(segment_heads(tokens, spans) or _known_spans(tokens, spans) or _rows_over(tokens, spans))


def _known_spans(tokens: Sequence[list[list[Word]]], spans: Sequence[Extent]) -> list[list[Piece]]:
    units = tokens[-1] if tokens and _is_units(tokens[-1], len(spans)) else None
    return known_spans(tokens[:-1] if units else tokens, units, len(spans))


def _cells(rows: Sequence[Sequence[Piece]]) -> list[list[HeaderCell]]:
    return [[HeaderCell(piece.first, piece.text) for piece in row] for row in rows]


def _rows_over(tokens: Sequence[list[list[Word]]], spans: Sequence[Extent]) -> list[list[Piece]]:
    """The rows of a head from the words of its lines."""
    ready = (
        heads_over_pairs(tokens, len(spans))
        or heads_above_brackets(tokens, len(spans))
        or repeated_heads(tokens, spans)
        or heads_in_chunks(tokens, spans)
        or heads_over_leaves(tokens, spans)
        or heads_in_levels(tokens, spans)
    )
    if ready:
        return ready
    changes = changes_over_both(tokens, len(spans)) or heads_in_the_middle(tokens, spans)
    if changes:
        return [changes]
    groups = _groups(tokens, spans)
    read = _ready_rows(tokens, groups, spans)
    if not read:
        heads = _Heads(spans, groups)
        for row in reversed(tokens):
            heads.take(row)
        read = heads.rows()
    return read


class _Heads:
    """The rows of a head, read from the one next to the cells upwards.

    Attributes:
        anchors: places of the heads that were read last, one for each group of columns; empty until some are known.
        words_below: whether the row read last was words, one for each group.
    """

    def __init__(self, spans: Sequence[Extent], groups: list[tuple[int, int]]) -> None:
        self._spans, self._groups = spans, groups
        self._single = [(index, index + 1) for index in range(len(spans))]
        self._above: list[list[Piece]] = []
        self._own: list[list[Piece]] = []
        self._leaf: list[Piece] = []
        self.anchors: list[Extent] = []
        self.words_below = False

    def rows(self) -> list[list[Piece]]:
        """What was read, top to bottom: heads over several columns, heads of columns, units."""
        return [row for row in [*self._above, *_levels(self._own), self._leaf] if row]

    def take(self, row: list[list[Word]]) -> None:
        """Read one row."""
        if self.words_below and self._groups == self._single:
            row = above_heads(row, self.anchors)
        words = [word for chunk in row for word in chunk]
        units = all(_UNIT_RE.match(word[0]) for word in words)
        if _is_units(row, len(self._spans)):
            below = [Piece(*word, *group) for word, group in zip(words, self._single, strict=True)]
            self._leaf = _joined(below, self._leaf)
            self.anchors = [(words[first][1], words[past - 1][2]) for first, past in self._groups]
        elif units or self._has_one_each(row) or not (self._goes_on(row) or self._stands_over(row)):
            self._stands_in_order(row, units=units)

    def _has_one_each(self, row: list[list[Word]]) -> bool:
        """Whether the lowest row is Japanese words, as many as columns: 増減 増減率 通期予想; such words hold no blank."""
        words = [word[0] for chunk in row for word in chunk]
        return (
            not self.anchors
            and not self._above
            and len(words) == len(self._groups)
            and all(_CJK_RE.search(word) and _CJK_START_RE.search(word) for word in words)
        )

    def _goes_on(self, row: list[list[Word]]) -> bool:
        """Whether a row is the upper line of the heads over several columns, which it then joins."""
        longer = continued(row, self._above[0]) if self._above and not self.words_below else []
        if longer:
            self._above[0] = longer
        return bool(longer)

    def _stands_over(self, row: list[list[Word]]) -> bool:
        """Whether a row holds heads over several columns, which are then kept."""
        places = self.anchors or places_below(row, self._groups, self._spans)
        over = over_groups(row, self._groups, places, 1 if self.anchors else 2) or stacked(row, self._above)
        if not over and self.words_below and self._groups == self._single:
            over = shared_out(
                [whole(chunk) for chunk in row], [("", *place) for place in self.anchors], self._spans
            )
        if over and self.words_below and self._groups == self._single and above_one_each(over, self.anchors):
            return False
        if over:
            self._above.insert(0, over)
            self.words_below = False
        return bool(over)

    def _stands_in_order(self, row: list[list[Word]], *, units: bool) -> None:
        """Keep a row as heads, or units, of the columns one by one."""
        ordered = _in_order(row, self._spans, self._groups, self.anchors)
        pieces = ordered or _by_place(row, self._spans, self._groups, self.anchors)
        if units and not ordered and self._own and all(piece.text.endswith(" of") for piece in pieces):
            self._own[0] = _joined(pieces, self._own[0])
        elif units:
            self._leaf = _joined(pieces, self._leaf)
        else:
            self._own.insert(0, pieces)
        if ordered or not units:  # units of some columns, above the words of all, leave these as they are
            self.words_below = bool(ordered) and not units
        if ordered:
            self.anchors = [(piece.start, piece.end) for piece in ordered]


def heads_on_a_middle_line(lines: Sequence[Line], spans: Sequence[Extent], wide: bool) -> list[HeaderCell]:
    """One head for every column where some heads are on one line and others on the lines above and below it; else none."""
    tokens = [row for line in lines if (row := _tokens(line, wide, len(spans)))]
    return [HeaderCell(piece.first, piece.text) for piece in heads_in_middles(tokens, spans)]


def _ready_rows(
    tokens: Sequence[Sequence[Sequence[Word]]], groups: Sequence[tuple[int, int]], spans: Sequence[Extent]
) -> list[list[Piece]]:
    """The rows of a head of a known form: heads stacked over one row of units, or beside each other; else none."""
    single = [(index, index + 1) for index in range(len(spans))]
    if tokens and list(groups) == single and _is_units(tokens[-1], len(spans)):
        heads = stacked_heads(tokens[:-1], spans)
        if heads:
            words = [word for chunk in tokens[-1] for word in chunk]
            return [heads, [Piece(*word, *group) for word, group in zip(words, single, strict=True)]]
    if tokens and not all(_UNIT_RE.match(word[0]) for chunk in tokens[-1] for word in chunk):
        return heads_beside(tokens, spans)
    return []


def _is_units(row: Sequence[Sequence[Word]], width: int) -> bool:
    """Whether a line holds one unit for every column."""
    words = [word for chunk in row for word in chunk]
    return len(words) == width and all(_UNIT_RE.match(word[0]) for word in words)


def _tokens(line: Line, wide: bool, width: int) -> list[list[Word]]:
    """The words of a line in chunks that two blanks or more set apart; units and dates are one word.

    Where the line has as many cells as there are columns, its cells are its words.
    """
    text = line.content.text
    chunks: list[list[Word]] = []
    if len(line.cells) == width:
        places = extents(line, line.cells, wide)
        return [[(cell.text, start, end)] for cell, (start, end) in zip(line.cells, places, strict=True)]
    for cell in _runs(line):
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


def _runs(line: Line) -> list[Field]:
    """The cells of a line; those with one blank between them are one, for a period of theirs may be several words."""
    runs: list[Field] = []
    for cell in line.cells:
        if runs and cell.start - runs[-1].end == 1:
            start = runs[-1].start
            runs[-1] = Field(start, cell.end, line.content.text[start : cell.end])
        else:
            runs.append(Field(cell.start, cell.end, cell.text))
    return runs


def _groups(rows: Sequence[Sequence[Sequence[Word]]], spans: Sequence[Extent]) -> list[tuple[int, int]]:
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


def _in_order(
    row: Sequence[Sequence[Word]],
    spans: Sequence[Extent],
    groups: Sequence[tuple[int, int]],
    anchors: Sequence[Extent],
) -> list[Piece]:
    """The words of a line over the columns in order, where there are as many of them; else nothing."""
    words = [word for chunk in row for word in chunk]
    for parts in ([whole(chunk) for chunk in row], words):
        if len(parts) != len(groups) or (parts is words and _crowded(row, spans)):
            continue
        if anchors:
            latin = not all(_CJK_RE.search(word[0]) for word in parts)
            beside = 0 if parts is words and len(row) > 1 and latin else 1
            placed = all(abs(_nearest(word, anchors) - index) <= beside for index, word in enumerate(parts))
        else:
            exact = len(parts) == len(row) == len(spans)
            placed = exact or _near(parts, spans, groups) or all(_CJK_RE.search(word[0]) for word in parts)
        if placed:
            return [Piece(*part, *group) for part, group in zip(parts, groups, strict=True)]
    return []


def _crowded(row: Sequence[Sequence[Word]], spans: Sequence[Extent]) -> bool:
    """Whether the only words of a line stand together over few of the columns: one head, not one for each."""
    if len(row) != 1 or len(row[0]) < 2 or any(map(_UNIT_RE.match, (word[0] for word in row[0]))):
        return False
    return 2 * (row[0][-1][2] - row[0][0][1]) < spans[-1][1] - spans[0][0]


def _by_place(
    row: Sequence[Sequence[Word]],
    spans: Sequence[Extent],
    groups: Sequence[tuple[int, int]],
    anchors: Sequence[Extent],
) -> list[Piece]:
    """The words of a line over the columns by where they stand: over words of a line below, else over figures.

    A word in small letters goes on with the word before it unless it stands right over another column.
    """
    edges = [spans[group[1] - 1][1] + PAD for group in groups]
    places = anchors or [(left, right) for left, right in zip([0, *edges], edges, strict=False)]
    pieces: list[Piece] = []
    wholes = [_nearest(whole(chunk), places) for chunk in row]
    for index, chunk in enumerate(row):
        low = all(word[0][0].islower() for word in chunk[1:])
        if len(row) == 1 and len(chunk) > 1 and low:
            return [Piece(*whole(chunk), *groups[_nearest(whole(chunk), places)])]
        for number, word in enumerate(chunk):
            text, start, end = word
            at = _nearest(word, places)
            inside = places[at][0] <= start and end <= places[at][1] and at not in wholes[index + 1 :]
            last = pieces[-1] if pieces else None
            goes_on = number > 0 and text[0].islower() and not inside
            if last is not None and (last.first == groups[at][0] or goes_on):
                joint = join(last.text, text) if number else f"{last.text} {text}"
                pieces[-1] = Piece(joint, last.start, end, last.first, last.past)
            else:
                pieces.append(Piece(text, start, end, *groups[at]))
    return pieces


def _nearest(word: Word, anchors: Sequence[Extent]) -> int:
    """The anchor that a word stands over most, or is nearest to."""
    _, start, end = word

    def distance(index: int) -> tuple[int, float]:
        first, past = anchors[index]
        return max(first, start) - min(past, end), abs(first + past - start - end)

    return min(range(len(anchors)), key=distance)


def _near(parts: Sequence[Word], spans: Sequence[Extent], groups: Sequence[tuple[int, int]]) -> bool:
    """Whether words taken in order stand over their columns, or one column beside them at most."""
    for number, (_, start, end) in enumerate(parts):
        left = spans[groups[number - 2][1] - 1][1] if number > 1 else -1
        right = spans[groups[min(number + 1, len(groups) - 1)][1] - 1][1]
        if not left <= (start + end) / 2 or (start > right and number + 1 < len(groups)):
            return False
    return True


def _levels(rows: Sequence[list[Piece]]) -> list[list[Piece]]:
    """Lines that run on column by column read as one; words over several columns stay in a row of their own."""
    levels: list[list[Piece]] = []
    above: list[Piece] = []
    for number, row in enumerate(rows):
        if any(_spanning(row, lower) for lower in rows[number + 1 :]):
            levels.append(_joined(above, row))
            above = []
        else:
            above = _joined(above, row)
    return [*levels, above]


def _spanning(upper: Sequence[Piece], lower: Sequence[Piece]) -> bool:
    """Whether a word of the upper line stands over two words of the lower one."""
    return any(
        sum(below.start < piece.end and piece.start < below.end for below in lower) > 1 for piece in upper
    )


def _joined(upper: Sequence[Piece], lower: Sequence[Piece]) -> list[Piece]:
    """Two lines of a head read as one, column by column."""
    below = {piece.first: piece for piece in lower}
    merged: list[Piece] = []
    for piece in upper:
        other = below.pop(piece.first, None)
        if other is None:
            merged.append(piece)
        else:
            merged.append(
                Piece(join(piece.text, other.text), other.start, other.end, other.first, other.past)
            )
    return sorted([*merged, *below.values()], key=lambda piece: piece.first)
