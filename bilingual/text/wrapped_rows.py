"""Rows that the width of a mail broke: their last cells stand on a line of their own, without a label.

A mail or a terminal breaks every line at the same width, and rows as well as sentences. What such a line breaks off
at is told by the width alone: the next word did not fit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from bilingual.model.document import MappedText
from bilingual.model.repair import Damage, Repair
from bilingual.text.normalize import join_texts, slice_text

NARROWEST, WIDEST = 56, 100
"""Columns at which lines are broken."""
FEWEST = 3
"""Rows of a document that break off at the width."""
MOST_LINES = 4
"""Lines of one row."""
SOME = 24
"""Columns of the shortest line that a width may break: two words of a label are longer than most that would not fit."""
_CELL = r"(?:[(△▲-]?\d[\d,.]*%?\)?%?|[-－―]|n/?a|N/A)(?:円|株)?"
_QUOTE = r"(?:> ?)*"
_QUOTE_RE = re.compile(_QUOTE)
_CELLS_RE = re.compile(rf"{_QUOTE}\s*(?:{_CELL}\s+)*{_CELL}\s*")
_GAP_RE = re.compile(r"\s{2,}")
_LAST_RE = re.compile(rf"\s{_CELL}$")
_YEAR_RE = re.compile(r"\s*(?:19|20)\d\d\s*")
_HEADS_RE = re.compile(r"(?:> ?)*\s{2,}\S.*\S {2,}\S")
_HEAD = (
    r"(?:%|円|銭|円 ?銭|Yen|[YQ]o[YQ](?: %)?|[A-Z]{3}(?: \(\d\))?|[(（]?(?:Millions|Thousands|Billions) of [a-z .]+[)）]?"
    r"|[百千]万?円|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{4}|\d{4}年(?:\d{1,2}月(?:期|末|\d{1,2}日)?|度)|\dQ\d\d)"
)
_BARE_HEAD_RE = re.compile(rf"{_HEAD}(?:\s+{_HEAD})*\s*")
"""Days, years, currencies, units and signs of per cent, as they stand over columns."""
STOP = 8
"""Columns from one tab stop to the next."""


def join_wrapped_rows(
    lines: Sequence[MappedText],
) -> tuple[Sequence[MappedText], tuple[Repair, ...]]:
    """The lines of a document with every row on one line, what its other lines held left out; and what was joined."""
    rests = [
        at
        for at in range(1, len(lines))
        if lines[at].text[-1:] in "0123456789)%-円株AaＡ" and _CELLS_RE.fullmatch(lines[at].text)
    ]
    if len(rests) < FEWEST:
        return lines, ()
    widths = [_width(line.text) for line in lines]
    widest = max(widths)
    if not NARROWEST <= widest <= WIDEST:
        return lines, ()
    broken = {at for at in rests if _is_broken(lines, widths, at, widest)}
    stacked = sum(at not in broken and bool(lines[at - 1].text.strip("> ")) for at in rests)
    if len(broken) < FEWEST or stacked > len(broken):
        return lines, ()
    broken |= set(_broken_heads(lines, widths, widest, broken))
    return _joined(lines, broken)


def _joined(lines: Sequence[MappedText], broken: set[int]) -> tuple[Sequence[MappedText], tuple[Repair, ...]]:
    read, repairs = list(lines), []
    for at in sorted(broken):
        first = at - 1
        while first in broken:
            first -= 1
        parts = [lines[n] for n in range(first, at + 1)]
        if at + 1 in broken or len(parts) > MOST_LINES:
            continue
        whole = _stripped(parts[0])
        for part in parts[1:]:
            rest = _stripped(slice_text(part, _quote(part), len(part.text)))
            whole = join_texts([whole, rest], _gap(whole.text, parts[0].text))
        read[first] = whole
        for n in range(first, at + 1):
            span = lines[n].span(0, len(lines[n].text))
            if n > first:
                read[n] = MappedText("", lines[n].pieces[:1])
            repairs.append(Repair("wrapped_rows", Damage.CELLS, lines[n].text, read[n].text, span))
    return read, tuple(repairs)


def _gap(text: str, row: str) -> str:
    """The blanks before what a row goes on with: up to the next tab stop where its cells stand at such, else as in the row."""
    mark = len(row) - len(row.lstrip("> ")) if row.startswith(">") else 0
    starts = [match.end() - mark for match in _GAP_RE.finditer(row.rstrip(), mark)]
    if not starts:
        return " "
    return "  " if any(start % STOP for start in starts) else " " * (STOP - (len(text) - mark) % STOP)


def _quote(line: MappedText) -> int:
    """Characters of the marks of quotation before a line, and of the blanks behind them."""
    match = _QUOTE_RE.match(line.text)
    end = match.end() if match else 0
    return end + len(line.text[end:]) - len(line.text[end:].lstrip())


def _stripped(line: MappedText) -> MappedText:
    text = line.text.rstrip()
    return MappedText(text, tuple(piece for piece in line.pieces if piece[0] < max(1, len(text))))


def _is_broken(lines: Sequence[MappedText], widths: Sequence[int], at: int, widest: int) -> bool:
    """Whether the first cell of a line did not fit behind the row or the label above it."""
    above = lines[at - 1].text.rstrip()
    if (
        not above.strip("> ")
        or widths[at - 1] < SOME
        or above.endswith((".", "。", ",", "、"))
        or "|" in above
    ):
        return False
    if _YEAR_RE.fullmatch(lines[at].text):
        return False
    return _fits_not(lines, widths, at, widest)


def _fits_not(lines: Sequence[MappedText], widths: Sequence[int], at: int, widest: int) -> bool:
    """Whether the first word of a line did not fit behind the one above, with the widest gap of that line before it."""
    row = lines[at - 1].text.rstrip()
    lead = _quote(lines[at - 1])
    starts = [match.end() for match in _GAP_RE.finditer(row, lead)]
    mark = len(row) - len(row.lstrip("> "))
    if all((start - mark) % STOP == 0 for start in starts):
        gap = STOP - min((widths[at - 1] - mark) % STOP, (len(row) - mark) % STOP)  # to the next tab stop
    else:
        gap = max(match.end() - match.start() for match in _GAP_RE.finditer(row, lead))
    if not starts and len(row.split()) > 1 and _LAST_RE.search(row):
        gap = 1  # cells that single blanks part
    word = lines[at].text[_quote(lines[at]) :].split(maxsplit=1)[0]
    return widths[at - 1] + gap + _width(word) > widest


def _broken_heads(
    lines: Sequence[MappedText], widths: Sequence[int], widest: int, broken: set[int]
) -> Iterator[int]:
    """Lines of heads that go on behind the width, above such rows: the first begins behind the labels, the rest does not."""
    for at in range(1, len(lines)):
        line = lines[at].text
        mark = _QUOTE_RE.match(line)
        text = line[mark.end() :] if mark else line
        if at in broken or not text or text[0].isspace() or not _HEADS_RE.match(lines[at - 1].text):
            continue
        if len(text) < widest // 2 and _BARE_HEAD_RE.fullmatch(text) and _fits_not(lines, widths, at, widest):
            yield at


def _width(text: str) -> int:
    """Columns of a text without the blanks at its end: wide characters take two."""
    text = text.rstrip()
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
