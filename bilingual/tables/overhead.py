"""Lines that stand over the columns of a grid: heads on two or three lines, known by where they stand.

A head says little by itself (``to``, ``器 器 計``, ``(Note 1) Total``); that it stands to the right of all labels,
straight above rows of figures, is what tells it from a caption or a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bilingual.tables import patterns as p
from bilingual.tables.line import Field, Layout, Line, LineKind

MOST_HEADS = 8
MOST_SECTIONS = 3
"""Headings of rows that may stand between the heads and the first row of figures."""
SAMPLE = 6
"""Rows that show where labels end and figures begin."""
LINES_OF_LABEL = 2
DEEP = 6
FEWEST_UNITS = 3
"""Units in brackets on one line that stand over columns; a note on a whole table names two at most."""
LONGEST = 260
"""Characters of a line of heads; twelve columns of units in English have no more."""

_PART_RE = re.compile(r"\S+(?: \S+)*")
_ASIDE_RE = re.compile(
    r"[(\[].*(?:表示|単位|indicate|represent|[Uu]nit|[Rr]ounded|[Pp]ercentages? |[Cc]hanges? from|未満).*"
)
UNIT_WORD = (
    r"(?:(?:[Yy]en|¥) in (?:thousand|million|billion)s|(?:(?:[Tt]housand|[Mm]illion|[Bb]illion)s?(?: (?:of )?(?:yen|(?:U\.?S\.? )?dollars?|shares?)| of)?"
    r"|(?:of )?[Yy]en|of (?:(?:U\.?S\.? )?dollars?|shares?)|¥(?: ?(?:million|thousand|billion))?"
    r"|U?S?\$|[Ss]hares|JPY|USD|%|(?:兆|億|百万|千)?(?:円(?: ?銭)?|株|米?ドル)|倍|回|pt|ポイント))"
)
_UNITS_RE = re.compile(rf"{UNIT_WORD}(?:\s+{UNIT_WORD})*")
_HALF_UNIT_RE = re.compile(r"(?:[Tt]housand|[Mm]illion|[Bb]illion)s?(?: of)?|of yen")
"""The first or second line of ``Millions of yen`` in a narrow column."""
_STUB_RE = re.compile(r".*\b(?:[Ee]nd(?:ed|ing)|[Aa]s (?:of|at)|[Pp]eriod)|.*(?:期間?|区分|科目|年度)")
_CUT_STUB_RE = re.compile(r"(?:[A-Za-z]+ ){1,4}(?:[Ee]nded|[Ee]nding)|[Aa]s (?:of|at)")
"""Words over labels that are days: Six months ended, As of."""
_AMOUNT_RE = re.compile(r"\d,\d{3}|[¥$] ?\d|\d%")
_STUB_AND_UNITS_RE = re.compile(
    rf"\s*(\S.{{0,38}}\b(?:ended|ending|[Aa]s (?:of|at)|[Mm]onths|[Yy]ear))\s+({UNIT_WORD}(?:\s+{UNIT_WORD}){{1,20}})\s*"
)
_TERM_RE = re.compile(r"\b(?:[Mm]onths|[Yy]ear) (?:[Ee]nded|[Ee]nding)\b")
_TWICE_RE = re.compile(r"(.{3,60}?)(?: \1)+")
_BARE_UNIT_NOTE_RE = re.compile(r"\(?単位|[(\[]")
_UNITS_IN_BRACKETS_RE = re.compile(rf"\({UNIT_WORD}\)")
_RUNNING_RE = re.compile(r"短信|報告書|説明資料|[Rr]eport\b|[Rr]esults\b|(?<!注\))(?<!注)\d\s?$")
"""What running titles end with or name."""
_SOFT = frozenset([LineKind.LABEL, LineKind.PROSE, LineKind.NOTE, LineKind.PERIOD, LineKind.UNIT])
_ROWS = (LineKind.ROW, LineKind.WEAK)
_SECTIONS = frozenset([LineKind.LABEL, LineKind.PROSE])


def mark_heads(lines: list[Line]) -> None:
    """Name the lines over the columns of every run of rows: they become header lines, with their words as cells."""
    before = LineKind.BLANK
    for index, line in enumerate(lines):
        if line.kind is LineKind.ROW and line.layout is Layout.SPACE and before is not LineKind.ROW:
            _mark_above(lines, index)
        if line.kind is not LineKind.BLANK:
            before = line.kind


def _mark_above(lines: list[Line], first: int) -> None:
    edge, farthest = _edges(lines, first)
    blanks = sections = heads = 0
    repeated: list[int] = []
    for at in range(first - 1, max(-1, first - 2 * MOST_HEADS), -1):
        line = lines[at]
        if line.kind is LineKind.BLANK:
            blanks += 1
            if blanks > 1:
                return
            continue
        blanks = 0
        if line.kind is LineKind.RULE:
            continue
        if line.layout is not Layout.SPACE:
            return
        if line.kind is not LineKind.HEADER:
            soft = (
                line.kind in _SOFT
                or (heads > 0 and line.kind is LineKind.CAPTION and _amid(lines, at, edge))
                or (
                    line.kind is LineKind.FURNITURE
                    and _comes_back(lines, at, edge, heads or int(at == first - 1 - len(repeated)))
                )
            )
            marked = _head(line, edge) if soft and heads < MOST_HEADS else None
            if marked is not None:
                lines[at] = _stubbed(marked, farthest)
            elif not heads and line.kind is LineKind.FURNITURE and _begins_row(lines, at, first, edge):
                repeated.append(at)
                continue
            elif heads or sections == MOST_SECTIONS or line.kind not in _SECTIONS:
                return
            else:
                sections += 1
                continue
        else:
            lines[at] = _stubbed(_unstubbed(line, edge, farthest), farthest)
        heads += 1
        while repeated:
            # A heading of rows that two tables with the same heads have is no page furniture.
            index = repeated.pop()
            lines[index] = replace(lines[index], kind=LineKind.LABEL)


def _begins_row(lines: Sequence[Line], at: int, first: int, edge: int) -> bool:
    """Whether a line that comes back heads the first row, or begins its label: the lines below go on in small letters."""
    if _first(lines[at]) >= edge:
        return False
    below = lines[at + 1 : first + 1]
    if len(below) == LINES_OF_LABEL and _first(lines[at]) < _first(below[0]):
        return True  # a heading, and below it a label on two lines
    return len(below) == 1 or (len(below) <= MOST_SECTIONS and all(line.text[:1].islower() for line in below))


def _unstubbed(line: Line, edge: int, farthest: int) -> Line:
    """A line of heads whose first words stand over columns too: several right of ``edge``, or one right of all labels."""
    text = line.content.text
    parts = [
        Field(match.start(), match.end(), match[0]) for match in _PART_RE.finditer(text, 0, line.stub.end)
    ]
    left = edge if len(parts) > 1 else farthest + 1
    if not parts or parts[0].start < max(DEEP, left) or line.stub.start != parts[0].start:
        return line
    if len(parts) == 1 and _BARE_UNIT_NOTE_RE.match(parts[0].text):
        return line
    return replace(line, fields=(Field(0, 0, ""), *parts, *line.fields[1:]))


def _stubbed(line: Line, farthest: int) -> Line:
    """A line of heads whose first word stands over labels alone, in the middle of them: it is the head of the stub."""
    cells = line.cells
    if line.stub.text or len(cells) < 2 or not DEEP <= cells[0].start < cells[0].end <= farthest:
        return line
    return replace(line, fields=cells)


def _edges(lines: Sequence[Line], first: int) -> tuple[int, int]:
    """Where the shortest label of the first rows ends, and the longest that has figures in as many columns as any."""
    ends: list[tuple[int, int]] = []
    for line in lines[first : first + 2 * SAMPLE]:
        if line.kind is LineKind.ROW and line.layout is Layout.SPACE:
            if line.stub.text and not p.BARE_YEAR_RE.fullmatch(line.stub.text):
                ends.append((line.stub.end, len(line.cells)))
        elif line.kind not in (LineKind.LABEL, LineKind.BLANK, LineKind.RULE):
            break
    ends = ends[:SAMPLE]
    width = max((cells for _, cells in ends), default=0)
    return min((end for end, _ in ends), default=0), max(
        (end for end, cells in ends if cells == width), default=0
    )


def _comes_back(lines: Sequence[Line], at: int, edge: int, heads: int) -> bool:
    """Whether a line that the document repeats belongs to heads printed again, and is no page furniture."""
    line = lines[at]
    if heads and p.DATE_LINE_RE.fullmatch(line.text):
        return True
    if heads and len(p.PERIOD_RE.findall(line.text)) > 1 and _first(line) >= max(DEEP, edge):
        return True  # First half of FY2024  First half of FY2025, over two statements
    if p.PAGE_RE.fullmatch(line.text) or p.COMPANY_RE.search(line.text) or _RUNNING_RE.search(line.text):
        return False
    if heads or p.PERIOD_RE.search(line.text) or _UNITS_RE.fullmatch(line.text):
        return True
    above = lines[at - 1] if at else line
    deep = above.kind is LineKind.FURNITURE and _first(above) >= max(DEEP, edge)
    return deep or above.kind is LineKind.HEADER or len(_PART_RE.findall(line.text)) > 1


def _amid(lines: Sequence[Line], at: int, edge: int) -> bool:
    """Whether the name of a statement is a line of a head: words over columns stand right above it as well."""
    above = lines[at - 1] if at else lines[at]
    return above.kind not in (LineKind.BLANK, *_ROWS) and min(_first(above), _first(lines[at])) >= max(
        DEEP, edge
    )


def _first(line: Line) -> int:
    """Blanks before the first word."""
    text = line.content.text
    return len(text) - len(text.lstrip())


def _states_amount(text: str) -> bool:
    """Whether words hold an amount: a row, or a sentence, and no heads."""
    return _AMOUNT_RE.search(text) is not None


def _field(match: re.Match[str], group: int) -> Field:
    return Field(match.start(group), match.end(group), match[group])


def _words(match: re.Match[str]) -> list[Field]:
    """The units of a line that begins with words of the stub."""
    units = re.compile(UNIT_WORD).finditer(match.string, match.start(2), match.end(2))
    return [_field(unit, 0) for unit in units]


def _is_unit_note(words: str) -> bool:
    """Whether words that name units are a note on the whole table: in brackets, and not one unit for each of several columns."""
    named = _UNITS_IN_BRACKETS_RE.findall(words)
    return _BARE_UNIT_NOTE_RE.match(words) is not None and len(named) < FEWEST_UNITS


def _names_several(text: str) -> bool:
    """Whether a line of periods names one for each of several columns, and is no part of a caption."""
    if len(text) <= 30 or "自" in text or "至" in text or _TWICE_RE.fullmatch(text):
        return True
    if len(_TERM_RE.findall(text)) > 1:
        return True
    return len(p.DATE_IN_LABEL_RE.findall(text)) > 1 and not text.startswith(("For ", "FOR "))


def _head(line: Line, edge: int) -> Line | None:
    """The line as header line if it stands over columns that begin right of ``edge``."""
    text = line.content.text
    stripped = " ".join(text.split())
    start = _first(line)
    if (
        len(stripped) > 140
        or stripped.endswith(("。", "."))
        or p.BULLET_RE.match(text)
        or _ASIDE_RE.match(stripped)
    ):
        return None
    parts = [Field(match.start(), match.end(), match[0]) for match in _PART_RE.finditer(text)]
    rest = text[parts[0].end :].strip()
    under_stub = len(parts) > 1 and len(parts[0].text) <= 40 and parts[1].start >= edge
    if (
        under_stub
        and _UNITS_RE.fullmatch(rest)
        and (start < edge or _STUB_RE.fullmatch(parts[0].text) is not None)
    ):
        return replace(line, kind=LineKind.HEADER, fields=tuple(parts))
    if under_stub and start < edge and _CUT_STUB_RE.fullmatch(parts[0].text) and not _states_amount(rest):
        return replace(line, kind=LineKind.HEADER, fields=tuple(parts))
    tight = _STUB_AND_UNITS_RE.fullmatch(text)
    if tight is not None:
        return replace(line, kind=LineKind.HEADER, fields=(_field(tight, 1), *_words(tight)))
    if start >= max(DEEP, edge):
        alone = len(parts) == 1 and _HALF_UNIT_RE.fullmatch(stripped) is None
        if line.kind is LineKind.UNIT and (alone or _is_unit_note(stripped)):
            return None
        if line.kind is LineKind.PERIOD and len(parts) == 1 and not _names_several(stripped):
            return None
        return replace(line, kind=LineKind.HEADER, fields=(Field(0, 0, ""), *parts))
    return None
