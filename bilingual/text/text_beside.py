"""Running text beside a table, as slides set them: rows stand left, and a list or a paragraph right of them on the same lines.

Read line by line, the text becomes a last cell of the rows, or a label. It is told from a column of remarks by sentences
that go on from one row to the next: a remark is over where the next row begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bilingual.model.document import MappedText
from bilingual.text.side_by_side import Columns, goes_on_below, is_japanese, runs, stretches
from bilingual.text.tables_beside import ROW, cut_at, top_line

FEWEST = 4
"""Rows of the table on lines of which the text stands beside."""
RAGGED = 3
"""Places by which lines of the text may begin apart; wide characters move them."""
LONGEST = 60
"""Lines of a page."""
SHORTEST = 8
"""Characters of words behind a row, with the gap before them."""
_BESIDE_RE = re.compile(rf"(?P<left> *{ROW}) {{2,}}(?P<right>(?:\S| (?! ))+)\s*")
_ROW_RE = re.compile(rf" *{ROW} *")
_DIVIDED_RE = re.compile(r"[\t|]")


def find_text_beside(lines: Sequence[MappedText]) -> Iterator[Columns]:
    """Yield the stretches of lines that hold a table left and running text right of it, top to bottom."""
    return stretches(lines, _stretch)


def _stretch(lines: Sequence[MappedText], first: int) -> Columns | None:
    match = _beside(lines[first].text)
    if match is None:
        return None
    edge = match.start("right")
    beside: dict[int, int] = {}
    past = first
    for number in range(first, min(len(lines), first + LONGEST)):
        text = lines[number].text
        both = _beside(text)
        if both is not None and abs(both.start("right") - edge) <= RAGGED:
            beside[number] = both.start("right")
        elif not text.strip() or cut_at(text, edge) is None:
            break
        past = number + 1
    if len(beside) < FEWEST:
        return None
    edge = min(beside.values())
    top = top_line(lines, first, edge)
    cuts = [beside.get(number) or _cut(lines[number].text, edge) for number in range(top, past)]
    texts = [lines[number].text[cut:].strip() for number, cut in zip(range(top, past), cuts, strict=True)]
    rows = [
        number in beside or _ROW_RE.fullmatch(lines[number].text[:cut]) is not None
        for number, cut in zip(range(top, past), cuts, strict=True)
    ]
    said = [text for text in texts if text]
    japanese = is_japanese(said)
    if not runs(said, japanese) or not _crosses_rows(texts, rows, japanese):
        return None
    return Columns(top, tuple(cuts))


def _beside(text: str) -> re.Match[str] | None:
    """A row with words behind it: the last gap of the line stands behind a figure."""
    line = text.rstrip()
    gap = line.rfind("  ")
    if (
        gap < 0
        or len(line) - gap < SHORTEST
        or not any(map(str.isdigit, line[:gap].rstrip()[-4:]))
        or not any(map(str.isalpha, line[gap:]))
    ):
        return None
    match = None if _DIVIDED_RE.search(text) else _BESIDE_RE.fullmatch(text)
    return match if match is not None and match["right"][0] not in "△▲(+-¥$" else None


def _cut(text: str, edge: int) -> int:
    cut = cut_at(text, edge)
    return len(text) if cut is None else cut


def _crosses_rows(texts: Sequence[str], rows: Sequence[bool], japanese: bool) -> bool:
    """Whether a sentence goes on from the line of one row to that of the next, and no row begins a line of its own."""
    return any(
        above and below and upper and lower and goes_on_below(above, below, japanese)
        for (above, upper), (below, lower) in pairwise(zip(texts, rows, strict=True))
    )
