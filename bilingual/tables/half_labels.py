"""Halves of labels on lines of their own: which lines without figures belong to the row above or below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.figures.written_dates import MONTH
from bilingual.model.quick import replace
from bilingual.tables import patterns as p
from bilingual.tables.line import Layout, Line, LineKind
from bilingual.tables.positions import end_alike

BARE_PAGE_RE = re.compile(r"\d{1,3}")
MOST_HALVES = 2
"""Lines of a label that may stand above its figures, where tabs divide them."""
LONGEST_FOOT = 6
"""Lines from the last one of a page to the first one of the next."""
LONGEST_HALF = 60
LONGEST_DATE = 20
"""Characters before a border within which a date begins that it divides."""
LONGEST_WRAPPED = 70
"""Characters of a heading, or of the first half of a label, that looks like running text."""
MOST_HEADINGS = 2
"""Headings that may stand above another one: Other comprehensive income, and what will be reclassified."""
SHORTEST_HALF = 20
"""Characters of the second half of a label, and of a first half that was as wide as its column."""
NARROW = 4
LONGEST_NARROW = 24
"""Lines of a label in a narrow column, and characters of one of them."""
_GOES_ON_RE = re.compile(r"[a-z(]")
"""What ends a label whose first words stand in the row above."""
_CAPITAL_RE = re.compile(r"(?:\((?:[ivx]{1,4}|[a-z]|\d{1,2})\) ?)?\(?[A-Z]")
"""How the first half of a label begins, behind its number in brackets where it has one."""
_DATE_RE = re.compile(rf"{MONTH} \d{{1,2}}, ?(?:19|20)\d\d\b")
_JOINTS = "・/"
"""What joins two words of a label, of which the second stands on the next line."""
_SECOND_HALVES = frozenset([LineKind.LABEL, LineKind.PERIOD, LineKind.PROSE])


def is_half_label(lines: Sequence[Line], index: int) -> bool:
    """Whether a line that looks like running text or a note of units is half of a label."""
    kind = lines[index].kind
    if kind is LineKind.UNIT:
        return _ends_with_unit(lines, index)
    if kind is LineKind.PERIOD:
        return _opens_date(lines, index)
    return kind is LineKind.PROSE and (
        _wraps(lines, index)
        or is_middle(lines, index)
        or _among_cells(lines, index)
        or _beside_bare_row(lines, index)
    )


def is_middle(lines: Sequence[Line], index: int) -> bool:
    """Whether a line in small letters is the middle of a label on three lines: it begins below a row and ends in the next."""
    line = lines[index]
    if not 1 < index < len(lines) - 1 or not line.text[:1].islower() or not _is_whole_words(line):
        return False
    begun, row = lines[index - 1], lines[index + 1]
    return (
        begun.kind is LineKind.LABEL
        and lines[index - 2].kind is LineKind.ROW
        and _CAPITAL_RE.match(begun.text) is not None
        and _is_spaced_row(row)
        and row.stub.text != ""
        and begun.indent == line.indent == row.indent
    )


def ends_label(lines: Sequence[Line], index: int) -> bool:
    """Whether a short line right below a row is the second half of its label, which is long or cut short."""
    line = lines[index]
    above = lines[index - 1] if index else line
    if line.kind is LineKind.HEADER and _is_under_cells(lines, index):
        return True
    if above.kind not in (LineKind.ROW, LineKind.WEAK) or above.layout is not Layout.SPACE:
        return False
    if line.kind not in _SECOND_HALVES and p.DATE_LINE_RE.fullmatch(line.text) is None:
        return False
    if len(line.text) > LONGEST_HALF or p.FULL_STOP_RE.search(line.text):
        return False
    if line.text[0] in _JOINTS and _is_between_rows(lines, index):
        return True
    if p.CUT_SHORT_RE.search(above.stub.text) or _closes_bracket(above.stub.text, line.text):
        return True
    return line.text[0].islower() and len(above.stub.text) >= SHORTEST_HALF


def _is_under_cells(lines: Sequence[Line], index: int) -> bool:
    """Whether one thing in small letters, which may be a head elsewhere, stands right between two rows that tabs divide."""
    line, rows = lines[index], [lines[at] for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    return (
        len(rows) == 2
        and line.layout is Layout.SPACE
        and line.text[0].islower()
        and "  " not in line.text
        and len(line.text) <= LONGEST_HALF
        and all(row.kind is LineKind.ROW and _is_divided(row) and row.stub.text for row in rows)
    )


def ends_above_figures(lines: Sequence[Line], index: int) -> bool:
    """Whether words in small letters that come back end a label whose figures alone make the next line: Changes during | period."""
    if not 0 < index < len(lines) - 1 or not lines[index].text[:1].islower():
        return False
    above, row = lines[index - 1], lines[index + 1]
    return above.kind is LineKind.LABEL and _is_spaced_row(row) and not row.stub.text


def begins_above_figures(lines: Sequence[Line], index: int) -> bool:
    """Whether words that look like heads begin, below a row, a label that small letters end above its figures: Total changes | during period."""
    line = lines[index]
    if line.kind is not LineKind.HEADER or line.layout is not Layout.SPACE or not 0 < index < len(lines) - 1:
        return False
    if lines[index - 1].kind is not LineKind.ROW or "  " in line.text:
        return False
    return lines[index + 1].kind is LineKind.LABEL and ends_above_figures(
        [replace(line, kind=LineKind.LABEL), *lines[index + 1 : index + 3]], 1
    )


def _is_between_rows(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands right between two rows, below the label of the first."""
    above, below = lines[index - 1], lines[index + 1 - len(lines)]
    return _is_spaced_row(below) and above.stub.text != "" and above.indent == lines[index].indent


def _closes_bracket(above: str, text: str) -> bool:
    """Whether a line ends the words in brackets that a label breaks off in: (May 12, above 2026)."""
    return above.count("(") > above.count(")") and text.count(")") > text.count("(")


def ends_row_above(lines: Sequence[Line], index: int) -> bool:
    """Whether a line that comes back stands in a narrow column of labels: a row begins right above it, and one right below."""
    if lines[index].printed.startswith("\f") or len(lines[index].text) > LONGEST_NARROW:
        return False
    goes_on = _GOES_ON_RE.match(lines[index].text) is not None
    for step in (-1,) if goes_on else (-1, 1):
        at = index + step
        while 0 <= at < len(lines) and abs(at - index) < NARROW and lines[at].kind is LineKind.LABEL:
            at += step
        if not 0 <= at < len(lines) or not _is_spaced_row(lines[at]) or not lines[at].stub.text:
            return False
    return True


def _wraps(lines: Sequence[Line], index: int) -> bool:
    """Whether a line without full stop is a heading or the first half of a label: a row goes on below it."""
    text = lines[index].text
    if len(text) > LONGEST_WRAPPED or not _CAPITAL_RE.match(text):
        return False
    at = _next_printed(lines, index)
    if at is None:
        return False
    below = lines[at]
    if p.FULL_STOP_RE.search(text.removesuffix(",") if _is_date_cut(text, below) else text):
        return False
    before = lines[index - 1].kind if index else LineKind.BLANK
    if _is_whole_words(below) and at + 1 < len(lines) and _goes_on_above(lines, index):
        # A heading, and below it a label on two lines.
        row = lines[at + 1]
        return _is_spaced_row(row) and (row.stub.text or below.text)[:1].islower()
    if below.kind is LineKind.WEAK and before in (LineKind.ROW, LineKind.WEAK) and at == index + 1:
        return below.stub.text[:1].islower() and end_alike(lines[index - 1], below)
    if not _is_spaced_row(below) or before is LineKind.PROSE:
        return False
    if below.stub.text[:1].islower() or text.count("(") > text.count(")"):
        return True
    if at > index + 1:
        return False
    return below.indent > lines[index].indent or before in (LineKind.ROW, LineKind.WEAK, LineKind.HEADER)


def _is_date_cut(text: str, below: Line) -> bool:
    """Whether a line breaks off in a date that the label of the row below goes on with: March 31, | 2026; Sept. | 30, 2026."""
    rest = below.stub.text
    if rest[:1] not in "0123456789" or not (text.endswith((",", ".")) or text[-1:].isalnum()):
        return False
    whole = _DATE_RE.search(f"{text} {rest}", max(0, len(text) - LONGEST_DATE))
    return whole is not None and whole.start() < len(text) < whole.end() - 1


def _is_whole_words(line: Line) -> bool:
    """Whether a line is a label or looks like a short clause without full stop, which the first half of a label may be."""
    if line.kind is LineKind.PROSE:
        return len(line.text) <= LONGEST_WRAPPED and not p.FULL_STOP_RE.search(line.text)
    return line.kind is LineKind.LABEL


def _goes_on_above(lines: Sequence[Line], index: int) -> bool:
    """Whether a row or the foot of a page stands right above a line, or above the headings right above it."""
    at = index - 1
    while at >= 0 and index - at <= MOST_HEADINGS and lines[at].kind is LineKind.LABEL:
        at -= 1
    return at >= 0 and lines[at].kind in (LineKind.ROW, LineKind.FURNITURE)


def _among_cells(lines: Sequence[Line], index: int) -> bool:
    """Whether a short line without full stop stands among rows that tabs divide: a half of a label of one of them."""
    text = lines[index].text
    if index < 1 or len(text) > LONGEST_HALF or p.FULL_STOP_RE.search(text):
        return False
    above = index - 1
    while (
        above > index - MOST_HALVES - 1
        and lines[above].kind is LineKind.LABEL
        and not _is_divided(lines[above])
    ):
        above -= 1  # halves of the labels above
    if above < 0 or not _is_divided(lines[above]):
        return False
    for line in lines[index + 1 : index + 1 + MOST_HALVES]:
        if _is_divided(line):
            return line.kind is LineKind.ROW
        if line.kind not in (LineKind.LABEL, LineKind.PROSE) or len(line.text) > LONGEST_HALF:
            return False
    return False


def _beside_bare_row(lines: Sequence[Line], index: int) -> bool:
    """Whether a line without full stop is half of a label: figures without a label stand right above or below, all right of it."""
    line = lines[index]
    if p.FULL_STOP_RE.search(line.text):
        return False
    near = [lines[at] for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    return any(
        _is_spaced_row(row) and not row.stub.text and line.fields[-1].end < row.cells[0].start for row in near
    )


def _ends_with_unit(lines: Sequence[Line], index: int) -> bool:
    """Whether a unit in brackets ends the label of the row right above it: it stands below that label, rows go on or end below."""
    line, above = lines[index], lines[index - 1] if index else lines[index]
    if not (line.text.startswith("(") and _is_spaced_row(above) and above.stub.text):
        return False
    below = lines[index + 1].kind if index + 1 < len(lines) else LineKind.BLANK
    return line.indent == above.indent and below in (LineKind.ROW, LineKind.WEAK, LineKind.BLANK)


def _opens_date(lines: Sequence[Line], index: int) -> bool:
    """Whether words of a period (``Nine months ended``) break off before the date that is the label of the row right below."""
    below = lines[index + 1] if index + 1 < len(lines) else lines[index]
    return (
        _is_spaced_row(below)
        and p.DATE_LINE_RE.fullmatch(below.stub.text) is not None
        and p.CUT_SHORT_RE.search(lines[index].text) is not None
        and lines[index].layout is Layout.SPACE
    )


def _is_divided(line: Line) -> bool:
    return line.layout is not Layout.SPACE


def _is_spaced_row(line: Line) -> bool:
    return line.kind is LineKind.ROW and line.layout is Layout.SPACE


def _next_printed(lines: Sequence[Line], index: int) -> int | None:
    """The line below, or the first one of the next page where nothing but the foot of the page stands between."""
    for at in range(index + 1, min(index + LONGEST_FOOT, len(lines))):
        if (
            lines[at].kind is LineKind.BLANK
            or BARE_PAGE_RE.fullmatch(lines[at].text)
            or (at > index + 1 and lines[at].kind is LineKind.FURNITURE)
        ):
            continue
        return at if at == index + 1 or lines[at].printed.startswith("\f") else None
    return None
