"""What the end of a page cuts: tables whose head, label or rows stand on the next page, and sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import copy
from itertools import groupby, takewhile, zip_longest

from bilingual.readers.pdf.lines import Line, row_lines, wrap_between
from bilingual.readers.pdf.paragraphs import goes_on
from bilingual.readers.pdf.regions import END_RE, first_head, is_head
from bilingual.readers.pdf.rows import Row
from bilingual.readers.pdf.tables import head_over, rows_under
from bilingual.readers.pdf.wording import goes_on as words_go_on
from bilingual.text.normalize import fold

ALIKE = 1.1
"""Columns of running text are as wide as each other up to this factor."""
MOST_ABOVE = 3
"""Lines that may stand at the top of a page above the rows of a table that goes on."""
MOST_CUT = 16
"""Lines of heads and labels at the end of a page that may belong to the table at the top of the next."""
CONTINUED_RE = re.compile(
    r"[\s(\[<→…-]*(?:(?:次|前|翌)(?:の)?(?:頁|ページ)(?:へ|に|から|より)(?:の)?(?:続く|つづく|続き|つづき)|続き|つづき"
    r"|[Cc]ontinued(?:\s(?:on|from)\s(?:the\s)?(?:next|following|previous|preceding)\spage)?|[Cc]ont(?:'d|[.]))[\s)\]>→…-]*"
)
"""Words that say that a table goes on over the page, on folded text."""


def continue_over_pages(pages: Sequence[list[Line]]) -> None:
    """Put together, in place, what the ends of pages cut.

    Args:
        pages: the lines of every page without running heads and feet.
    """
    table = _Table()
    for above, lines in _neighbours(pages):
        _drop_marks(above, lines)
        if not above or not lines:
            continue
        table.take_label(above, lines)
        if above[-1].table:
            table.read(above)
            _place_under(above[-1], lines)
            table.go_on(above, lines)
            _join_label(above, lines)
        elif above[-1].ragged:
            lines[0].gap = lines[0].gap and not lines[0].ragged
        elif lines[0].rows and above[-1].rows and not lines[0].table and _flows_on(above[-1], lines[0]):
            lines[0].joins = wrap_between(above[-1].rows[-1], lines[0].rows[0])
        else:
            _move_heads(above, lines)


def continue_over_columns(last: Line, first: Line) -> None:
    """Put together, in place, a paragraph that goes on at the top of the next column, which is as wide."""
    widths = [line.edges[1] - line.edges[0] for line in (last, first)]
    if (
        last.rows
        and first.rows
        and not (last.table or first.table)
        and max(widths) < ALIKE * min(widths)
        and _flows_on(last, first)
    ):
        first.joins = wrap_between(last.rows[-1], first.rows[0])


def _neighbours(pages: Sequence[list[Line]]) -> Iterator[tuple[list[Line], list[Line]]]:
    above: list[Line] = []
    for lines in pages:
        yield above, lines
        above = lines or above


def _drop_marks(above: list[Line], lines: list[Line]) -> None:
    """Leave out lines that say no more than that a table goes on."""
    while above and CONTINUED_RE.fullmatch(fold(above[-1].key.strip())):
        above.pop()
    for at in range(min(len(lines), MOST_ABOVE) - 1, -1, -1):
        if CONTINUED_RE.fullmatch(fold(lines[at].key.strip())):
            del lines[at]


class _Table:
    """The table that the page before ends in."""

    def __init__(self) -> None:
        self._head: list[str] = []
        self._above: set[str] = set()
        self._over: list[Line] | None = None

    def read(self, page: Sequence[Line]) -> None:
        """Find the head of the table at the end of a page, and what stands above it."""
        first = len(page)
        while first and page[first - 1].table and not page[first - 1].head:
            first -= 1
        end = first
        while first and page[first - 1].head:
            first -= 1
        if first == end and end == 0 and self._over is page:
            return
        self._head = _by_column(page[first:end])
        self._above = {_caption(line) for line in page[max(0, first - MOST_ABOVE) : first] if not line.table}

    def take_label(self, page: list[Line], lines: Sequence[Line]) -> None:
        """Take the label in that a page ends in, far below the rows above it, where the next page has their heads again."""
        last = page[-1]
        if last.table or last.long or len(page) < 2 or not page[-2].table or not lines[0].head:
            return
        self.read(page[:-1])
        if len(last.rows) == 1 and _by_column(list(takewhile(lambda line: line.head, lines))) == self._head:
            last.pieces.append("\t" * (page[-2].table - 1))
            last.table, last.gap = page[-2].table, False

    def go_on(self, page: Sequence[Line], lines: list[Line]) -> None:
        """Go on with the table at the top of the next page, without a head that is printed again."""
        self._over = None
        first = next((index for index, line in enumerate(lines) if line.table), len(lines))
        if first > MOST_ABOVE or first == len(lines):
            return
        own = list(takewhile(lambda line: line.head, lines[first:]))
        if (
            own
            and _by_column(own) == self._head
            and all(_caption(line) in self._above for line in lines[:first])
        ):
            del lines[: first + len(own)]
        elif not first and self._lacks_labels(page[-1], own):
            del lines[: len(own)]
            for line in takewhile(lambda line: line.table == own[0].table, lines):
                line.pieces.insert(0, "\t")
                line.key, line.table = f"\t{line.key}", page[-1].table
        elif own or lines[first].table != page[-1].table:
            return
        else:
            for line in lines[:first]:
                line.pieces.append("\t" * (page[-1].table - 1))
                line.table, line.gap = page[-1].table, False
        if lines:
            lines[0].gap = False
            self._over = lines

    def _lacks_labels(self, last: Line, own: Sequence[Line]) -> bool:
        """Whether a page has the same heads but no words in the first of two columns of labels, like the last row above."""
        heads = _by_column(own)
        return bool(heads) and ["", *heads] == self._head and not heads[0] and last.key.startswith("\t")


def _by_column(heads: Sequence[Line]) -> list[str]:
    """The words over every column, however many lines they were read as."""
    rows = [line.key.split("\t") for line in heads]
    return [re.sub(r"\s", "", "".join(column)) for column in zip_longest(*rows, fillvalue="")]


def _place_under(last: Line, lines: list[Line]) -> None:
    """Give rows at the top of a page that lack cells the columns of the table that the page before ends in."""
    rows = [line.rows[0] for line in takewhile(lambda line: line.table and line.rows, lines)]
    if last.under is None or not rows or lines[0].table >= last.table:
        return
    placed = rows_under(rows, last.under)
    if placed is not None:
        lines[: len(rows)] = row_lines(placed)
        lines[len(rows) - 1].under = last.under


def _caption(line: Line) -> str:
    """The words of a line without a mark that the table goes on."""
    words = re.sub(r"\s*[(\[]?(?:続き|つづき|[Cc]ontinued|[Cc]ont'd)[)\]]?\s*$", "", fold(line.key))
    return re.sub(r"\s", "", words)


def _join_label(above: Sequence[Line], lines: list[Line]) -> None:
    """Put the words of a label together that the end of the page cuts."""
    if not lines or above[-1].head or lines[0].head or not (lines[0].table or _is_short(lines)):
        return
    row, below = above[-1], lines[0]
    label, *cells = row.key.split("\t")
    rest, *more = below.key.split("\t")
    if any(more) or not any(cells) or not words_go_on(fold(label.strip()), fold(rest.strip())):
        return
    blank = "" if rest[:1] > "\u2e7f" or label.rstrip()[-1:] > "\u2e7f" else " "
    at = next((at for at, piece in enumerate(row.pieces) if piece == "\t"), len(row.pieces))
    row.pieces.insert(at, blank + rest.strip())
    del lines[0]


def _is_short(lines: Sequence[Line]) -> bool:
    """Whether a page begins with one line of a few words right above rows of a table."""
    return len(lines) > 1 and not lines[0].long and not lines[0].ragged and lines[1].table > 1


def _flows_on(last: Line, first: Line) -> bool:
    """Whether a paragraph goes on at the top of the next page or column."""
    above, row = last.rows[-1], first.rows[0]
    whole = row.text[:1].islower() or END_RE.search(row.text)  # a paragraph of two lines, one on each page
    if not (last.long or first.long or whole) or END_RE.search(above.text):
        return False
    shift = last.edges[0] - first.edges[0]
    return goes_on(last.rows, above, _moved(row, shift, above), last.edges[1], 0.0)


def _moved(row: Row, shift: float, above: Row) -> Row:
    """A row as it would stand below another one."""
    moved = copy(row)
    height = row.y1 - row.y0
    moved.y0 = above.y1
    moved.y1 = above.y1 + height
    moved.middle = above.middle + min(row.size, above.size)
    moved.x0, moved.x1 = row.x0 + shift, row.x1 + shift
    return moved


def _move_heads(above: list[Line], lines: list[Line]) -> None:
    """Head the columns at the top of a page with the heads that the page before ends in."""
    first = next((index for index, line in enumerate(lines[: MOST_ABOVE + 1]) if line.table), None)
    columns = None if first is None else lines[first].columns
    if first is None or columns is None:
        return
    own = list(takewhile(lambda line: line.head, lines[first:]))
    if first and (own or any(len(line.rows) != 1 for line in lines[:first])):
        return
    end, rows = _cut_rows(above)
    heads = rows[first_head([*rows, _moved(columns.first, 0.0, rows[-1])], [len(rows)], 0) :] if rows else []
    taken = sum(len(line.rows) for line in above[end:]) - len(heads)
    while end < len(above) and taken >= len(above[end].rows):
        taken -= len(above[end].rows)
        end += 1
    if taken or not any(len(row.cells) > 1 and is_head(row) for row in heads):
        return
    table = head_over(heads, columns)
    named = [row.text for row in heads[: len(heads) - (len(table.rows) - table.heads)]]
    made = list(row_lines(table))
    placed = [line for line in made if line.head]
    if not table.heads or (
        own and _letters(named) != _letters(_words(own)) and _by_column(placed) != _by_column(own)
    ):
        return
    made[0].gap = above[end].gap
    above[end:] = made
    del lines[: len(own)]
    for line in lines[:first]:
        line.pieces.append("\t" * (table.width - 1))
        line.table = table.width
    lines[0].gap = False


def _cut_rows(above: Sequence[Line]) -> tuple[int, list[Row]]:
    """The last lines of running text of a page that may be heads and labels: where they begin, and their rows."""
    at = len(above)
    rows: list[Row] = []
    while at and above[at - 1].rows and not above[at - 1].table:
        if len(rows) + len(above[at - 1].rows) > MOST_CUT:
            break
        at -= 1
        rows[:0] = above[at].rows
    return at, rows


def _words(heads: Sequence[Line]) -> list[str]:
    """The words of heads, each once: a head over several columns stands over each of them."""
    return [cell for line in heads for cell, _ in groupby(line.key.split("\t"))]


def _letters(words: Sequence[str]) -> Counter[str]:
    return Counter(re.sub(r"\s", "", "".join(words)))
