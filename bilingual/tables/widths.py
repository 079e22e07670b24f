"""How many columns a table has whose cells blanks divide."""

from __future__ import annotations

import re
from collections import Counter

from bilingual.tables.block import Block
from bilingual.tables.lines import Layout, Line

_MARK_RE = re.compile(r"\(\d{1,2}\)")
_SMALL_RE = re.compile(r"\(?\d{1,2}\)?,?")


def usual_width(block: Block) -> int:
    """The number of columns: the widest that more than one row has, or that the header has.

    A head of groups is narrower than the rows below it: what most rows have counts as well.
    """
    counts = Counter(len(line.cells) for line in block.rows)
    wide = Counter(len(line.cells) - _marked(line) for line in block.rows if stands_off(line))
    heads = {len(line.cells) for line in block.head.headers if line.layout is Layout.SPACE}
    heads.add(sum(len(line.cells) for line in block.head.headers if line.layout is Layout.SPACE))
    heads.update(
        sum(not _MARK_RE.fullmatch(word) for cell in line.cells for word in _words(cell.text))
        for line in block.head.headers
        if line.layout is Layout.SPACE
    )
    agreed = [count for count in counts if count in heads and count > 1]
    agreed += [count for count, times in counts.items() if agreed and 2 * times > len(block.rows)]
    if agreed:
        return max([*agreed, *(count for count, times in wide.items() if times > 1)])
    often = [count for count, times in counts.items() if times > 1]
    return max(often) if often else max(counts)


def _words(text: str) -> list[str]:
    """The words of a head; those of a unit (``Millions of yen``) are one."""
    return text.replace(" of ", "-of-").split()


def _marked(line: Line) -> int:
    """1 where the first cell may be a note mark: a bare small number, alone or in brackets."""
    return int(_SMALL_RE.fullmatch(line.cells[0].text) is not None)


def stands_off(line: Line) -> bool:
    """Whether the first cell stands off from the label, as on a page that was laid out in columns."""
    return not line.stub.text or line.cells[0].start - line.stub.end > 1
