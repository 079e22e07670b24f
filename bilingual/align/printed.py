"""The lines of a side as they are printed, folded."""

from __future__ import annotations

import re
from typing import NamedTuple

from bilingual.figures.dates import DateMention, find_dates
from bilingual.model.alignment import Side
from bilingual.text.characters import INVISIBLE
from bilingual.text.normalize import fold

_HURT_RE = re.compile(
    rf"[{INVISIBLE}\N{{REPLACEMENT CHARACTER}}]"
    rf"(?:(?<=\N{{REPLACEMENT CHARACTER}})|(?<=[\w.,].)[{INVISIBLE}]*(?=[\w.,]))"
)
_AT_FRONT, _AT_END, _LONGEST = r"^[-(]?\s?\d{1,3}\s?[-)\s]", r"[-(\s]\s?\d{1,3}\s?[-)]?$", 7
CUT = "torn_columns"
"""The step that puts labels together which were cut in two."""
PAGE_RE = re.compile(f"{_AT_END}|{_AT_FRONT}")
"""The number of a page at the end or the beginning of a line."""
_AT_FRONT_RE, _AT_END_RE = re.compile(_AT_FRONT), re.compile(_AT_END)


class PrintedLine(NamedTuple):
    """A line of a document: its folded text, the offset at which it starts, its number."""

    text: str
    start: int
    number: int


def printed_lines(side: Side) -> tuple[PrintedLine, ...]:
    """The lines of a side in order; several readers ask, so ask with ``side.once``.

    Lines with characters that part words and figures without a width, or with lost ones, and rows whose labels were cut
    in two say other things as they are printed than as they are read, and are left out.
    """
    document = side.document
    cut = {document.line_number(repair.span.start) for repair in side.repairs if repair.step == CUT}
    return tuple(
        PrintedLine(fold(text), document.line_starts[number - document.first_line], number)
        for first, last in side.lines
        for number in range(first, last + 1)
        if number not in cut and ((text := document.line_text(number)).isascii() or not _HURT_RE.search(text))
    )


def dated_lines(side: Side) -> dict[int, tuple[DateMention, ...]]:
    """The days and times that lines of a side print, by the numbers of those that print some; ask with ``side.once``."""
    found = ((line.number, find_dates(line.text, side.language)) for line in side.once(printed_lines))
    return {number: tuple(mentions) for number, mentions in found if mentions}


def printed_text(side: Side) -> str:
    """The lines of a side as one text: what stands nowhere in it need not be looked for line by line."""
    return "\n".join([line.text for line in side.once(printed_lines)])


def page_number(text: str) -> re.Match[str] | None:
    """The first match of ``PAGE_RE`` in a line without blanks behind it, looked for at its two ends alone."""
    return _AT_FRONT_RE.match(text) or _AT_END_RE.search(text, max(0, len(text) - _LONGEST))
