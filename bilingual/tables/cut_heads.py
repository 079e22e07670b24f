"""Heads of tables that stand at the foot of a page, all rows of the table on the next.

Between the heads and the first row with figures then stand headings of rows (流動資産, Current assets), the number of
the page, running titles and, where a table repeats its heads, the same heads again.
"""

from __future__ import annotations

from collections.abc import Sequence

from bilingual.tables.line import Line, LineKind

MOST_HEADINGS = 3
"""Headings of rows one below another, before the first row."""
_HEADS = frozenset([LineKind.HEADER, LineKind.UNIT])


def are_under_heads(lines: Sequence[Line], at: int) -> bool:
    """Whether a label at the foot of a page, with the labels right above it, stands under heads or a unit note."""
    for index in range(at, max(at - MOST_HEADINGS, -1), -1):
        if lines[index].kind is not LineKind.LABEL:
            return False
        if index and lines[index - 1].kind in _HEADS:
            return True
    return False


def printed_before(lines: Sequence[Line], at: int, floor: int, headers: Sequence[Line]) -> int | None:
    """Where the heads of a page stand at the foot of the page before, nothing but headings of rows below them.

    Args:
        lines: the lines of the document.
        at: the last line of the page before.
        floor: lines before this one belong to another table.
        headers: the heads on the new page.

    Returns:
        The index of their first line there, or None.
    """
    last = at
    while last >= floor and at - last < MOST_HEADINGS and lines[last].kind is LineKind.LABEL:
        last -= 1
    first = last - len(headers) + 1
    if first < floor:
        return None
    same = all(
        above.kind is LineKind.HEADER and above.text.split() == below.text.split()
        for above, below in zip(lines[first : last + 1], headers, strict=True)
    )
    return first if same else None
