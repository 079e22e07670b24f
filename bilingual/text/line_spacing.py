"""Blank lines between all lines of a page whose lines stand far apart: they part nothing.

Text laid out as on the page has a blank line for every empty place. Where the leading is wide, one stands between any
two lines of a paragraph, and two or more between paragraphs and rows. What the lines of one sentence have between
them is told by sentences that run over a line end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bilingual.model.document import MappedText

FEWEST = 4
"""Sentences that run over a line end, which show how far the lines of a text stand apart."""
SHARE = 4
"""Of so many of them, at most one may stand otherwise: pages break within sentences too."""
_CUT_RE = {True: re.compile(r"[\w,] *\Z"), False: re.compile(r"[\u3041-\u9fff、] *\Z")}
_GOES_ON_RE = {True: re.compile(r" *[a-z]+[ ,.]"), False: re.compile(r" *[\u3041-\u3096]")}
_JAPANESE_RE = re.compile("[\u3041-\u9fff]")
LONG = {True: 48, False: 24}
"""Characters of a line that the edge of the page may have cut."""
_Gap = tuple[int, int, bool]


def spacing_lines(lines: Sequence[MappedText], first: int) -> frozenset[int]:
    """The numbers of blank lines that stand between any two lines of a text, for the lines of either script by itself.

    Args:
        lines: the lines of a document.
        first: the number of its first line.
    """
    blank = sum(not line.text.strip() for line in lines)
    if 3 * blank < len(lines):
        return frozenset()
    gaps = list(_gaps(lines))
    found: set[int] = set()
    for latin in (True, False):
        told = Counter(
            size for past, size, script in gaps if script is latin and _runs_on(lines, past, size, latin)
        )
        if not told:
            continue
        usual, count = told.most_common(1)[0]
        if not usual or count < FEWEST or told.total() - count > told.total() // SHARE:
            continue
        for past, size, script in gaps:
            if script is latin and size >= usual:
                found.update(range(first + past - usual, first + past))
    return frozenset(found)


def _gaps(lines: Sequence[MappedText]) -> Iterator[_Gap]:
    """Every line below another: its index, the blank lines between them, whether the upper one is in Latin script."""
    last = -1
    for index, line in enumerate(lines):
        if not line.text.strip():
            continue
        if last >= 0:
            yield index, index - last - 1, _JAPANESE_RE.search(lines[last].text) is None
        last = index


def _runs_on(lines: Sequence[MappedText], past: int, size: int, latin: bool) -> bool:
    """Whether a sentence runs over the end of the line above a gap."""
    above = lines[past - size - 1].text
    return (
        len(above.strip()) >= LONG[latin]
        and _CUT_RE[latin].search(above) is not None
        and _GOES_ON_RE[latin].match(lines[past].text) is not None
    )
