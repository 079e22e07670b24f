"""Rows whose label is a period that a narrow column breaks: ``Six months ended``, ``March 31, 2026``; ``2026年3月期``, ``第3四半期``.

The first page of most results is a table of two such rows. The figures stand beside the last line of the label, beside the
first or between; any line of it alone is a date, a heading or nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.figures.written_dates import MONTH
from bilingual.model.document import MappedText
from bilingual.model.quick import replace
from bilingual.tables.line import Field, Layout, Line, LineKind
from bilingual.text.normalize import join_texts, slice_text

LONGEST = 44
"""Characters of one line of such a label."""
FEWEST = 2
"""Cells of such a row."""
_OPEN = frozenset([LineKind.LABEL, LineKind.PERIOD, LineKind.HEADER, LineKind.PROSE])
"""What a line of a label looks like by itself."""
_OUTLOOK = (
    r"(?: ?\((?i:forecasts?|plans?|outlook|estimates?|actual|results?|予想|計画|見込み?|見通し|実績)\))?"
)
_SPAN = (
    r"(?:(?:three|six|nine|twelve|\d{1,2})[- ]months?(?: period)?|(?:first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|half)(?: of(?: the)?)?(?: (?:fiscal )?year)?"
    r"|(?:(?:fiscal|full|half)[- ])?year|quarter|FY)"
)
_WHOLE_EN_RE = re.compile(
    rf"(?:for the )?(?i:{_SPAN} (?:ended|ending)|as (?:of|at)) {MONTH}\.?(?: \d{{1,2}},)? ?(?:19|20)\d\d{_OUTLOOK}"
)
_PART = r"(?:第?[1-4]四半期(?:\(中間期\))?|中間期?|上半?期|下半?期|通期)(?:累計期間|累計|会計期間|末)?"
_WHOLE_JA_RE = re.compile(
    rf"(?:(?:19|20)\d\d|(?:令和|平成|昭和)(?:\d{{1,2}}|元))年(?:度|\d{{1,2}}月期)(?:{_PART})?{_OUTLOOK}"
    r"|[前当](?:中間|第?[1-4]四半期)?連結(?:累計|会計)(?:期間|年度)"
)
_PART_RE = re.compile(rf"{_PART}|\([^()]{{1,8}}\)")
_HINTS = (
    "年",
    "連結",
    "nded",
    "nding",
    "s of",
    "s at",
    "month",
    "year",
    "half",
    "quarter",
    "Month",
    "Year",
    "Half",
    "Quarter",
)


def mend_periods(lines: list[Line]) -> None:
    """Give rows the whole period as their label where two or three lines hold it; the other lines are rules then."""
    for index, line in enumerate(lines):
        if line.kind is not LineKind.ROW or line.layout is not Layout.SPACE or len(line.cells) < FEWEST:
            continue
        around = [_part(lines, at, line) for at in (index - 2, index - 1, index + 1)]
        texts = [line.stub.text, *(part.text for part in around if part is not None)]
        if not any(hint in text for hint in _HINTS for text in texts):
            continue
        taken = _label(lines, index, around)
        if taken is None:
            continue
        whole = _joined([_own(line) if at == index else _text(lines[at]) for at in taken])
        stub = Field(line.stub.start, line.stub.end, whole.text, whole)
        lines[index] = replace(line, fields=(stub, *line.cells))
        for at in taken:
            if at != index:
                lines[at] = replace(lines[at], kind=LineKind.RULE, fields=())


def _label(lines: Sequence[Line], index: int, around: Sequence[MappedText | None]) -> list[int] | None:
    """The lines that the period of a row stands on, in order; None where no lines say one whole period."""
    above, upper, below = around[1], around[0], around[2]
    row = _own(lines[index])
    orders: list[list[tuple[int, MappedText | None]]] = [
        [(index - 2, upper), (index - 1, above), (index, row)],
        [(index - 1, above), (index, row), (index + 1, below)],
        [(index - 1, above), (index, row)],
        [(index, row), (index + 1, below)],
    ]
    for order in orders:
        parts = [part for _, part in order if part is not None and part.text]
        if any(part is None for _, part in order) or len(parts) < FEWEST:
            continue
        if _is_whole(_joined(parts).text) and not _heads_parts(lines, index):
            return [at for at, _ in order]
    return None


def _heads_parts(lines: Sequence[Line], index: int) -> bool:
    """Whether the next row is labelled by another part of a year: the line above is the heading of both."""
    if not _PART_RE.fullmatch(lines[index].stub.text):
        return False
    following = next((line for line in lines[index + 1 : index + 3] if line.kind is not LineKind.BLANK), None)
    return (
        following is not None
        and following.kind is LineKind.ROW
        and _PART_RE.fullmatch(following.stub.text) is not None
    )


def _is_whole(text: str) -> bool:
    return (_WHOLE_EN_RE if text.isascii() else _WHOLE_JA_RE).fullmatch(text) is not None


def _part(lines: Sequence[Line], at: int, row: Line) -> MappedText | None:
    """A line without figures in the column of labels; None for any other."""
    if not 0 <= at < len(lines) or lines[at].kind not in _OPEN or lines[at].layout is not Layout.SPACE:
        return None
    text = _text(lines[at])
    start = len(lines[at].content.text) - len(lines[at].content.text.lstrip())
    if len(text.text) > LONGEST or start + len(text.text) > row.cells[0].start:
        return None
    return text


def _text(line: Line) -> MappedText:
    """What a line prints, without the blanks around it."""
    text = line.content.text
    return slice_text(line.content, len(text) - len(text.lstrip()), len(text.rstrip()))


def _own(row: Line) -> MappedText:
    """The part of the label that stands beside the figures."""
    return row.reading(row.stub)


def _joined(parts: Sequence[MappedText]) -> MappedText:
    whole = parts[0]
    for part in parts[1:]:
        if not part.text:
            continue
        gap = " " if whole.text and whole.text[-1].isascii() and part.text[0].isascii() else ""
        whole = join_texts([whole, part], gap if whole.text else "")
    return whole
