"""Figures of rows that a blank tears, and neighbouring figures that no blank parts.

What tears a figure stands beside its comma, its full stop or its bracket (``1, 234``, ``12 .3``, ``( 48,204 )``); what glues
two of them leaves a group of more than three digits with another comma behind it (``1,2342,345``). Only cells, and the
figures at the end of a line, are read so: in running text the same marks divide lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.model.document import MappedText
from bilingual.text.edits import Edit
from bilingual.text.printed import GROUPED

FEWEST = 3
"""Pieces of figures at the end of a line among blanks that make it a row."""
LONGEST = 300
"""Characters at the end of a line that are looked at."""
WIDE = 12
"""Lines above and below that show how many digits fractions have."""
NEAR = 3
"""Lines above and below that show how many cells a row should have."""
_HINT_RE = re.compile(
    r"[\d,()△▲](?:(?<=\d)(?:[,.] \d| [,.]\d|%? \)|\)\d|\(\d{1,3},\d{3})|(?<=[(△▲]) \d|(?<=,)\d{4,6}[,.]|(?<=\))\(\d|(?<=\d)[△▲]\d|(?<=\d)\.\d{2,4},\d)"
)
"""Tried where one of its first characters stands, which takes half the time of a plain list of forms."""
_CELL_RE = re.compile(r"[^\t|]+")
_MARKS_RE = re.compile(
    r"(?:[\d,.()△▲¥$%+~ -]|to(?= )|(?<=[\d ])(?:[百千]?万円?|億円?|千?円|千?株|shares|yen|persons|people))+"
)
_BETWEEN_RE = re.compile(
    r"[\s~|]|to(?= )|(?<=[\d ])(?:[百千]?万円?|億円?|千?円|千?株|shares|yen|persons|people)"
)
_TAIL_RE = re.compile(
    r"(?:(?<=\s)(?:[(△▲¥$+-]*[\d,.]*\d[\d,.]*%?\)?(?:(?:[(△▲]|(?<=\)))\d[\d,.]*%?\)?){0,7}|%?[()-]|%\)?|n/a|N/A)(?: +|$))+$"
)
_DAY_RE = re.compile(r"\d{1,2}, {1,4}(?:19|20)\d\d {2,}")
"""The end of a date that is the label of a row."""
_TORN_RE = re.compile(
    r"(?<![\d.])(?:\d{1,3}(?:,\d{3}){0,5}(?:(,) | (,))(?=\d{3}(?![\d]))|\d{1,3}(?:,\d{3}){0,5}(?:(\.) | (\.))(?=\d{1,2}(?![\d,.])))"
)
"""A figure up to the blank behind or before one of its marks."""
_CUT_GROUP_RE = re.compile(
    r"(?<![\d,.])\d{1,3}(?:,\d{3}){0,5},(?:\d(?= \d\d(?!\d))|\d\d(?= \d(?!\d)))(?! \d{1,2}(?:\.|%))"
)
"""A figure up to the blank inside a group of three: 11,2 04,610."""
_CUT_HINT_RE = re.compile(r",\d \d\d|,\d\d \d")
_BRACKET_RE = re.compile(r"(?<=\() (?=[\d.])|(?<=[\d%]) (?=\))|(?<=\d) (?=%\)?(?: |$))")
_GLUED_RE = re.compile(
    rf"(?<![\d,.]){GROUPED}(?={GROUPED}(?![\d]))|(?<=\d\))(?=\(\d)|(?<=,\d{{3}}\))(?={GROUPED}(?!\d))|(?<=,\d{{3}})(?=\(\d{{1,3}},\d{{3}})"
    rf"|(?<=,\d{{3}})(?=[△▲]\d)"
)
_MIXED_RE = re.compile(r"(?<![^\s])(?=\S*,\d{3})[\d(△▲][\d,.()△▲%]{7,}(?=\s|$)")
"""Amounts and fractions that no blank parts, perhaps."""
_PARTS = [
    re.compile(rf"\({GROUPED}\)|\(\d{{1,3}}{fraction}%?\)|[△▲]?(?:{GROUPED}|\d{{1,3}}{fraction}%?)")
    for fraction in (r"\.\d", r"\.\d\d")
]
"""An amount, or a fraction of one digit, or of two."""
_FRACTION_RE = re.compile(r"(?<=\d\.)\d+(?![\d,.])")
_FIGURE_RE = re.compile(r"[(△▲¥$+-]*(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?%?\)*%?")
_BARE_FRACTION_RE = re.compile(r"[\t|] ?\(?\.\d+%?\)? ?(?=[\t|]|$)")


def torn_figures(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Read torn figures of rows without their blank, and part glued ones."""
    suspects = [number for number, line in enumerate(lines) if _HINT_RE.search(line.text)]
    if not suspects:
        return
    bare = any(_BARE_FRACTION_RE.search(f"\t{line.text}") for line in lines)
    for number in suspects:
        text = lines[number].text
        parted = next((mark for mark in "\t|" if mark in text), "")
        stretches = (
            [match.span() for match in _CELL_RE.finditer(text) if _MARKS_RE.fullmatch(match[0])]
            if parted
            else _tail(text)
        )
        joint = _joint(lines, number, parted)
        for start, end in stretches:
            edits = list(_edits(number, text, start, end, joint, bare=bare))
            if not parted:
                known = {edit.start for edit in edits}
                edits += [edit for edit in _mixed(lines, number, start, end) if edit.start not in known]
            if edits and _makes_figures(text, start, end, edits, fewest=1 if parted else 2):
                yield from edits


def cut_groups(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Groups of three with a blank inside, at the end of a line among blanks: what readers of pictures make (11,2 04,610).

    In cells between tabs and pipes the columns decide, and two figures may stand in one cell.
    """
    for number, line in enumerate(lines):
        text = line.text
        if _CUT_HINT_RE.search(text) and "\t" not in text and "|" not in text:
            for start, end in _tail(text):
                for match in _CUT_GROUP_RE.finditer(text, start, end):
                    yield Edit(number, match.end(), match.end() + 1, "")


def _tail(text: str) -> list[tuple[int, int]]:
    """Where the figures at the end of a line stand, if there are enough of them to make it a row."""
    end = len(text.rstrip())
    match = _TAIL_RE.search(text, max(0, end - LONGEST), end)
    if match is None:
        return []
    day = _DAY_RE.match(text, match.start())
    start = day.end() if day else match.start()
    glued = len(_GLUED_RE.findall(text, start, end))
    pieces = len(text[start:end].split()) + glued
    return [(start, match.end())] if pieces >= FEWEST or glued or _MIXED_RE.search(text, start, end) else []


def _seams(text: str, part: re.Pattern[str]) -> list[int]:
    """Where one figure ends and the next begins in a text of amounts and fractions without blanks between them.

    Nothing where it cannot be read so: a group of three ends an amount, the digit behind the point a fraction.
    """
    seams: list[int] = []
    at = 0
    while at < len(text):
        found = part.match(text, at)
        if found is None:
            return []
        at = found.end()
        seams.append(at)
    return seams[:-1]


def _mixed(lines: Sequence[MappedText], number: int, start: int, end: int) -> list[Edit]:
    """The blanks between amounts and fractions of a row that none parts."""
    text = lines[number].text
    edits: list[Edit] = []
    for match in _MIXED_RE.finditer(text, start, end):
        one, two = (_seams(match[0], part) for part in _PARTS)
        seams = one or two
        if one and two and one != two:
            seams = one if _one_digit(lines, number) else []
        edits += [Edit(number, match.start() + seam, match.start() + seam, "  ") for seam in seams]
    return edits


def _one_digit(lines: Sequence[MappedText], number: int) -> bool:
    """Whether the fractions around a line have one digit each."""
    near = (*lines[max(0, number - WIDE) : number], *lines[number + 1 : number + 1 + WIDE])
    found = [len(digits) for line in near for digits in _FRACTION_RE.findall(line.text) if len(digits) < 3]
    return bool(found) and set(found) == {1}


def _joint(lines: Sequence[MappedText], number: int, parted: str) -> str:
    """What stands between two cells that were glued: what parts the others, where the row lacks one of them."""
    if not parted:
        return "  "
    lacks = any(
        lines[number].text.count(parted) < lines[at].text.count(parted)
        for at in range(max(0, number - NEAR), min(len(lines), number + NEAR + 1))
    )
    return {"\t": "\t", "|": " | "}[parted] if lacks else " "


def _edits(number: int, text: str, start: int, end: int, joint: str, *, bare: bool) -> Iterator[Edit]:
    for match in _TORN_RE.finditer(text, start, end):
        if not (bare and (match[3] or match[4])):
            mark = next(filter(None, match.groups()))
            yield Edit(number, match.end() - 2, match.end(), mark)
    for match in _BRACKET_RE.finditer(text, start, end):
        yield Edit(number, match.start(), match.end(), "")
    for match in _GLUED_RE.finditer(text, start, end):
        yield Edit(number, match.end(), match.end(), joint)


def _makes_figures(text: str, start: int, end: int, edits: Sequence[Edit], *, fewest: int) -> bool:
    """Whether a stretch holds nothing but so many figures or more once it is read so."""
    parts: list[str] = []
    at = start
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += text[at : edit.start], edit.text
        at = edit.end
    read = [part for part in _BETWEEN_RE.split("".join((*parts, text[at:end]))) if part]
    return len(read) >= fewest and all(_FIGURE_RE.fullmatch(part) or part in ("n/a", "N/A") for part in read)
