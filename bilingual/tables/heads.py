"""What stands above the first row of a table: captions, unit notes, header rows, section headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bilingual.model.quick import replace
from bilingual.tables import patterns as p
from bilingual.tables.cut_heads import are_under_heads, printed_before
from bilingual.tables.head_words import heads_words
from bilingual.tables.lines import Layout, Line, LineKind
from bilingual.tables.middle_heads import middle_heads
from bilingual.tables.overhead import DEEP
from bilingual.tables.plain import is_unit_line
from bilingual.text.furniture import is_page_number

_NAMING = frozenset([LineKind.UNIT, LineKind.PERIOD, LineKind.CAPTION, LineKind.NAME, LineKind.HEADER])
_AT_EDGE = frozenset([LineKind.FURNITURE, LineKind.NAME])
_PAGE_RE = re.compile(r"(?:^|[Pp](?:age|\.) ?|- ?)\d{1,3}(?: ?-)?$")
_LAST_BRACKETS_RE = re.compile(r"\(([^()]{2,60})\)$")
_BRACKETS_RE = re.compile(r"[(%]")
MOST_HEAD_LINES = 7
MOST_HEADER_LINES = 8
MOST_LABELLED = 3
"""Lines of two cells that each have words in the column of labels: so many are no heads but rows; of more cells one more."""
MOST_FOOT = 4
"""Blank lines before the number at the foot of a page."""
OTHER_LANGUAGE = 4
"""Lines by which what belongs to one head is apart where both languages stand line by line."""
MOST_STACKED = 24
"""Lines of heads below each other: six columns of four lines."""
LONGEST_HEAD = 60
"""Characters of such a line."""
_STACKED = frozenset([*_NAMING, LineKind.LABEL, LineKind.FURNITURE])
_WORDED = frozenset([LineKind.LABEL, LineKind.PROSE])
_NUMBERED_RE = re.compile(
    r"\(?\d{1,2}(?:[-.]\d{1,2}){0,2}[.)]? ?(?=\D)|[A-Z]-?\d{1,2}(?:[-.]\d{1,2})?[.)]? |[①-⑳■◆●▼]"
)
"""The number or the mark of a title: 2. 水資源, 3-1 Waste, E-2 Water."""
LONGEST_TITLE = 110
"""Characters of the title of a table, with what it says of units and times."""
_HEADING_RE = re.compile(r":$|の部$|活動によるキャッシュ・?フロー$|^[A-Z][A-Z ,'&()-]{5,}$")
_SCALED_RE = re.compile(
    r"(?:(?:Million|Thousand|Billion)s of (?:yen|U\.?S\.? dollars)|(?:百万|千|億|十億)円|千米ドル)"
)
"""A scaled amount of money as all that stands above the heads: what all of their columns count in."""
_MONEY_RE = re.compile(r"円|ドル|\b[Yy]en\b|[Dd]ollars|[¥$]|\b(?:JPY|USD|EUR)\b")
_POINTS_RE = re.compile(r"\((?:pts?|pp|ppt|points?|percentage points|bps?|ポイント)\)$")
_AMOUNT_RE = re.compile(
    r"\d,\d{3}(?!\d)(?:百万|千|億)?円|[¥$] ?(?!10{0,2} (?:thousand|million|billion)\))\d"
    r"|(?<![¥$])(?<![¥$]1)(?<![¥$]10)(?<!\(10)\d (?:million|billion|thousand|yen|shares)\b|\d(?:百万|億|千)円"
)
"""A line that states an amount is no caption; one in (¥100 million) or (100 million yen) states none."""


@dataclass
class Head:
    """Lines above a table, each list from top to bottom."""

    captions: list[Line] = field(default_factory=list)
    headers: list[Line] = field(default_factory=list)
    sections: list[Line] = field(default_factory=list)
    rules: list[Line] = field(default_factory=list)
    titled: bool = False
    moved: list[Line] = field(default_factory=list)
    """Captions that stand elsewhere on the page."""

    @property
    def lines(self) -> list[Line]:
        """All lines of the head."""
        return [*self.captions, *self.headers, *self.sections, *self.rules]


def is_heading(line: Line) -> bool:
    """Whether a line without figures heads the rows below it by its look."""
    return _HEADING_RE.search(line.stub.text) is not None


def read_head(lines: Sequence[Line], first: int, floor: int) -> Head:
    """Collect the head of the table whose first row is ``lines[first]``; lines before ``floor`` are taken."""
    head = Head()
    at, blanks, paged, below_foot = first - 1, 0, False, False
    while at >= floor and len(head.captions) < MOST_HEAD_LINES:
        line, below = lines[at], lines[at + 1]
        at -= 1
        if line.kind is LineKind.LABEL and below.number - line.number > OTHER_LANGUAGE:
            break  # the end of a paragraph, and the other language between
        if line.kind is LineKind.BLANK:
            # Speckle between dividers is no blank line of its own.
            blanks += line.layout is Layout.SPACE
            if blanks > (MOST_FOOT if below_foot else 2):
                break
            continue
        if line.kind is LineKind.RULE:
            head.rules.append(line)
            continue
        unnamed = all(taken.kind in (LineKind.PERIOD, LineKind.UNIT) for taken in head.captions)
        if line.kind in _AT_EDGE and (paged or _ends_page(lines, at + 1)) and unnamed:
            # What names the table stands at the foot of the page before.
            paged, below_foot, blanks = True, True, 0
            continue
        if below_foot and head.headers and not head.captions:
            before = printed_before(lines, at + 1, floor, head.headers)
            if before is not None:
                past = before + len(head.headers)
                head.rules.extend(lines[before:past])
                head.sections[:0] = lines[past : at + 2]
                at, blanks, below_foot = before - 1, 0, False
                continue
        if paged and (_says_again(line, head) or not (line.kind in _NAMING or _stays(lines, at, line, head))):
            break
        above = lines[at] if at >= floor else None
        middle = None if head.captions else middle_heads(line, above, head.headers)
        if middle is not None:
            (head.headers if middle.cells else head.rules).insert(0, middle)
            continue
        if not _take(head, line, min(blanks, 2)):
            break
        blanks, below_foot = 0, False
        if line.kind is LineKind.CAPTION and p.TABLE_NUMBER_RE.match(line.text):
            break
    _settle(head)
    _free_unit(head)
    if not any(map(_names_unit, head.lines)):
        _take_unit_above(lines, first, floor, head)
    return head


def _free_unit(head: Head) -> None:
    """Make a unit that stands alone above the other heads, none of which names money, a note of the table."""
    if len(head.headers) < 2:
        return
    if _SCALED_RE.fullmatch(head.headers[0].text) is None and not _is_note_in_cell(head):
        return
    if any(map(_names_unit, head.captions)) or any(_MONEY_RE.search(line.text) for line in head.headers[1:]):
        return
    head.captions.append(replace(head.headers.pop(0), kind=LineKind.UNIT))


def _is_note_in_cell(head: Head) -> bool:
    """Whether a unit in brackets stands alone over the last of several heads in cells, none of which names one: (Stores).

    Per cent alone is the unit of the table too where the column below it counts in points.
    """
    note, *rest = head.headers
    if note.text == "(%)" and _counts_in_points(note, rest):
        return True
    if note.layout is Layout.SPACE or not (note.text == "(%)" or _is_unit(note.text)):
        return False
    last = len(note.fields) - 1
    filled = [index for index, field in enumerate(note.fields) if field.text]
    below = [index for line in rest for index, field in enumerate(line.fields) if field.text]
    return (
        filled == [last]
        and last > 1
        and last in below
        and not any(_BRACKETS_RE.search(line.text) for line in rest)
    )


def _counts_in_points(note: Line, rest: Sequence[Line]) -> bool:
    """Whether the only unit of the heads below is that of a last column of points, and a note stands over that column."""
    units = [line for line in rest if _BRACKETS_RE.search(line.text)]
    last = rest[-1].cells[-1] if rest[-1].cells else None
    over_cells = note.layout is not Layout.SPACE and rest[-1].layout is not Layout.SPACE
    return (
        len(units) == 1
        and units[0] is rest[-1]
        and last is not None
        and _POINTS_RE.search(last.text) is not None
        and _BRACKETS_RE.search("".join(cell.text for cell in rest[-1].cells[:-1])) is None
        and (len(note.fields) == len(rest[-1].fields) if over_cells else note.cells[-1].end > last.start)
    )


def _is_unit(text: str) -> bool:
    return text[:1] == "(" and is_unit_line(text)


def _ends_page(lines: Sequence[Line], at: int) -> bool:
    """Whether a line, or another of the page's furniture right above it, ends with the number of a page."""
    if lines[at].printed.startswith("\f"):
        return True  # a running title opens the page of the rows
    at -= lines[at].kind is LineKind.NAME
    while at >= 0 and lines[at].kind in (LineKind.FURNITURE, LineKind.BLANK):
        text = lines[at].text
        if lines[at].kind is LineKind.FURNITURE and (_PAGE_RE.search(text) or is_page_number(text)):
            return True
        at -= 1
    return False


def _take_unit_above(lines: Sequence[Line], first: int, floor: int, head: Head) -> None:
    """Take the unit note above heads that a text layer stacks line by line, one below the other and nothing between."""
    taken = {line.number for line in head.lines}
    between: list[Line] = []
    for line in reversed(lines[max(floor, first - MOST_STACKED) : first]):
        if line.number in taken:
            continue
        if line.kind not in _STACKED or line.layout is not Layout.SPACE or len(line.text) > LONGEST_HEAD:
            return
        if "%" in line.text:
            return  # columns of percentages among the heads stand outside the unit
        if _names_unit(line) and line.text.endswith(")"):
            head.captions.insert(0, line)
            head.rules.extend(between)
            return
        between.append(line)


def _names_unit(line: Line) -> bool:
    """Whether a line says what the table counts in; what its percentages are compared with does not."""
    return (line.kind is LineKind.UNIT or states_unit(line)) and "%" not in line.text


def _opens(line: Line) -> bool:
    """Whether a line heads the rows on the next page."""
    return line.kind is LineKind.LABEL and (line.layout is not Layout.SPACE or is_heading(line))


def _stays(lines: Sequence[Line], at: int, line: Line, head: Head) -> bool:
    """Whether words at the foot of a page belong to the head of the rows on the next; ``at`` is the line above them."""
    if not head.headers and (_opens(line) or are_under_heads(lines, at + 1)):
        return True
    return _is_beside_unit(lines, at, line, head)


def _says_again(line: Line, head: Head) -> bool:
    """Whether heads at the foot of a page hold all periods of those on the next: heads of another table, behind its rows."""
    if line.kind is not LineKind.HEADER or not head.headers:
        return False
    below = {cell.text for cell in head.headers[0].cells if p.PERIOD_RE.fullmatch(cell.text)}
    return bool(below) and below <= {cell.text for cell in line.cells}


def _is_beside_unit(lines: Sequence[Line], at: int, line: Line, head: Head) -> bool:
    """Whether words at the foot of a page stand above or below a unit note: title or heads of the rows on the next page."""
    if line.kind is LineKind.LABEL and head.captions and head.captions[0].kind is LineKind.UNIT:
        return True
    above = next(
        (lines[index] for index in range(at, -1, -1) if lines[index].kind is not LineKind.BLANK), None
    )
    return line.kind is LineKind.LABEL and above is not None and above.kind is LineKind.UNIT


def _take(head: Head, line: Line, blanks: int) -> bool:
    """Put a line where it belongs; False where the head ends below it."""
    kind = line.kind
    if kind in (LineKind.LABEL, LineKind.PERIOD) and _AMOUNT_RE.search(line.text):
        return False
    if kind is LineKind.HEADER or (kind is LineKind.LABEL and line.layout is not Layout.SPACE):
        return not (blanks and _names_again(head, line)) and _take_header(head, line)
    if kind in _WORDED and _titles_cells(head, line):
        head.captions.insert(0, replace(line, kind=LineKind.LABEL))
        head.titled = True
        return True
    if kind is LineKind.LABEL:
        return _take_label(head, line, blanks)
    if kind is LineKind.CAPTION:
        if head.titled and (_numbered(head) or _of_another(head, line)):
            return False
        head.titled = True
    elif kind is LineKind.NAME:
        if blanks > 1 or (head.titled and _over_cells(head) and _NUMBERED_RE.match(head.captions[0].text)):
            return False
    elif kind is LineKind.UNIT or kind is LineKind.PERIOD:
        if head.titled and blanks:
            return False
    else:
        return False
    head.captions.insert(0, line)
    return True


def _names_again(head: Head, line: Line) -> bool:
    """Whether a line says every head that stands below it already, among others: it heads other rows."""
    below = head.headers[0].text.split() if head.headers else []
    dated = sum(any(char.isdigit() for char in word) for word in below)
    return dated > 1 and len(line.text.split()) > len(below) and all(word in line.text for word in below)


def _titles_cells(head: Head, line: Line) -> bool:
    """Whether words behind a number stand over heads in cells: the title of the table, in small letters or not."""
    number = _NUMBERED_RE.match(line.text)
    return (
        number is not None
        and not head.titled
        and _over_cells(head)
        and all(taken.kind is LineKind.UNIT for taken in head.captions)
        and len(line.text) <= LONGEST_TITLE
        and not _AMOUNT_RE.search(line.text)
        and not p.FULL_STOP_RE.search(line.text[number.end() :])
        and not line.text.endswith((".", ":", "。"))
    )


def _over_cells(head: Head) -> bool:
    """Whether the heads of columns stand in cells that the file parts."""
    return bool(head.headers) and head.headers[0].layout is not Layout.SPACE


def _of_another(head: Head, line: Line) -> bool:
    """Whether a numbered caption with a unit stands above a title with another unit: a table has one."""
    numbered = p.TABLE_NUMBER_RE.match(line.text) is not None
    return numbered and states_unit(line) and any(taken.kind is LineKind.UNIT for taken in head.captions)


def _numbered(head: Head) -> bool:
    return any(p.TABLE_NUMBER_RE.match(line.text) for line in head.captions)


def _take_header(head: Head, line: Line) -> bool:
    if any(taken.kind is not LineKind.UNIT for taken in head.captions):
        return False
    if len(head.headers) >= MOST_HEADER_LINES:
        return False
    if _is_title(head, line):
        head.captions.insert(0, line)
        head.titled = True
        return True
    if line.kind is LineKind.LABEL and not head.headers:
        head.sections.insert(0, line)
    else:
        head.headers.insert(0, line)
    return True


def _is_title(head: Head, line: Line) -> bool:
    """Whether words at the margin stand above the unit note of a table whose heads all stand over columns: FY2026 Forecast."""
    return (
        bool(head.captions)
        and line.layout is Layout.SPACE
        and bool(line.cells)
        and line.cells[0].start < DEEP
        and bool(head.headers)
        and all(taken.cells and taken.cells[0].start > line.cells[-1].end for taken in head.headers)
    )


def _take_label(head: Head, line: Line, blanks: int) -> bool:
    if not head.headers and not head.captions:
        if len(head.sections) >= 3:
            return False
        head.sections.insert(0, line)
        return True
    if head.headers and line.text.endswith(":") and not head.captions:
        head.sections.insert(0, line)
        return True
    free = [taken for taken in head.captions if taken.kind is LineKind.LABEL]
    if head.titled or ((len(free) > 1 or (free and blanks)) and not states_unit(line)):
        return False
    head.captions.insert(0, line)
    return True


def states_unit(line: Line) -> bool:
    """Whether a label ends with a unit in brackets: the caption above the heads, on however many lines they stand."""
    match = _LAST_BRACKETS_RE.search(line.text)
    return match is not None and p.UNIT_HINT_RE.search(match[1]) is not None


def _without_word_rows(headers: list[Line]) -> list[Line]:
    """Heads of columns without rows of words below them (設立 | 1978年6月), each of which has its own label.

    Of several columns the first line stays the head; two columns of an item and its value need none.
    """
    labelled = [line.layout is not Layout.SPACE and bool(line.fields[0].text) for line in headers]
    several = max((len(line.fields) for line in headers), default=0) > 2
    if len(headers) < MOST_LABELLED + several or not all(labelled):
        return headers
    return headers[:1] if several else []


def _settle(head: Head) -> None:
    """Tell plain labels above a table without header rows apart: headings of rows, or its caption."""
    if heads_words(head.headers):
        rows = [replace(line, kind=LineKind.HEADER) for line in head.headers[1:]]
        head.sections = [*rows, *head.sections]
        del head.headers[1:]
    head.headers = _without_word_rows(head.headers)
    plain = [line for line in head.sections if line.layout is Layout.SPACE]
    if not head.headers and plain:
        kept = next((i for i, line in enumerate(head.sections) if is_heading(line)), len(head.sections))
        above = head.sections[:kept]
        head.sections = head.sections[kept:]
        room = 0 if head.titled and not above else 2
        named = [line for line in above[:-2] if states_unit(line)]
        head.captions = [*head.captions, *named, *above[-room:]] if room else head.captions
    while head.captions and not head.titled and head.captions[0].kind is LineKind.NAME:
        head.captions.pop(0)
